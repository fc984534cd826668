//! Writes the files that are made from the product's own types: `cargo xtask codegen [--check]`.
//!
//! The list below is all there is to it: a path and what belongs in it. The files are committed, so that a reader
//! sees what changes, and `--check` says which are out of date.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this is a program for the terminal"
)]

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result};

/// Every generated file.
fn outputs() -> Result<Vec<(String, String)>> {
    let schema = serde_json::to_string_pretty(&questionnaire::schema())? + "\n";
    let mut outputs = vec![
        ("questionnaires/schema.json".to_owned(), schema),
        (
            "ui/src/generated/messages.ts".to_owned(),
            messages::typescript(),
        ),
    ];
    let calls = application::typescript().into_iter();
    outputs.extend(calls.map(|(name, contents)| (format!("ui/src/generated/{name}"), contents)));
    Ok(outputs)
}

fn main() -> ExitCode {
    let check = std::env::args().any(|argument| argument == "--check");
    match generate(check) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn generate(check: bool) -> Result<ExitCode> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let outputs = outputs()?;
    let stale = out_of_date(&root, &outputs);
    for (path, contents) in &stale {
        if check {
            eprintln!("{path} is out of date: run `cargo xtask codegen` and commit it");
        } else {
            write(&root.join(path), contents)?;
            println!("wrote {path}");
        }
    }
    Ok(if check && !stale.is_empty() {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// The outputs whose file is absent or holds something else.
fn out_of_date<'a>(root: &Path, outputs: &'a [(String, String)]) -> Vec<&'a (String, String)> {
    let differs = |(path, contents): &&(String, String)| {
        !fs::read_to_string(root.join(path)).is_ok_and(|present| present == *contents)
    };
    outputs.iter().filter(differs).collect()
}

fn write(file: &Path, contents: &str) -> Result<()> {
    let folder = file.parent().context("a generated file has a folder")?;
    fs::create_dir_all(folder)?;
    fs::write(file, contents).with_context(|| format!("writing {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absent_and_changed_files_are_out_of_date() {
        let root = tempfile::tempdir().unwrap();
        let outputs = [("a/one.ts", "1\n"), ("two.json", "2\n")]
            .map(|(path, text)| (path.to_owned(), text.to_owned()));
        assert_eq!(out_of_date(root.path(), &outputs).len(), 2);
        for (path, contents) in &outputs {
            write(&root.path().join(path), contents).unwrap();
        }
        assert!(out_of_date(root.path(), &outputs).is_empty());
        fs::write(root.path().join("two.json"), "changed").unwrap();
        assert_eq!(out_of_date(root.path(), &outputs), [&outputs[1]]);
    }
}
