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
fn outputs() -> Result<Vec<(&'static str, String)>> {
    Ok(vec![
        (
            "questionnaires/schema.json",
            serde_json::to_string_pretty(&questionnaire::schema())? + "\n",
        ),
        ("ui/src/generated/messages.ts", messages::typescript()),
    ])
}

fn main() -> ExitCode {
    let check = std::env::args()
        .skip(1)
        .any(|argument| argument == "--check");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    match outputs().and_then(|outputs| bring_up_to_date(&root, &outputs, check)) {
        Ok(stale) if check && !stale.is_empty() => {
            for path in stale {
                eprintln!("{path} is out of date: run `cargo xtask codegen` and commit it");
            }
            ExitCode::FAILURE
        }
        Ok(stale) => {
            for path in stale {
                println!("wrote {path}");
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The files that differ from what they should be; they are written unless this is only a check.
fn bring_up_to_date<'a>(
    root: &Path,
    outputs: &[(&'a str, String)],
    check: bool,
) -> Result<Vec<&'a str>> {
    let mut stale = Vec::new();
    for (path, contents) in outputs {
        let file = root.join(path);
        if fs::read_to_string(&file).is_ok_and(|present| present == *contents) {
            continue;
        }
        stale.push(*path);
        if !check {
            let folder = file.parent().context("a generated file has a folder")?;
            fs::create_dir_all(folder)?;
            fs::write(&file, contents).with_context(|| format!("writing {path}"))?;
        }
    }
    Ok(stale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stale_files_are_named_and_only_written_when_asked() {
        let root = tempfile::tempdir().unwrap();
        let outputs = [
            ("a/one.ts", "1\n".to_owned()),
            ("two.json", "2\n".to_owned()),
        ];
        assert_eq!(
            bring_up_to_date(root.path(), &outputs, true).unwrap(),
            ["a/one.ts", "two.json"]
        );
        assert!(!root.path().join("a").exists());
        assert_eq!(
            bring_up_to_date(root.path(), &outputs, false).unwrap(),
            ["a/one.ts", "two.json"]
        );
        assert!(
            bring_up_to_date(root.path(), &outputs, true)
                .unwrap()
                .is_empty()
        );
        fs::write(root.path().join("two.json"), "changed").unwrap();
        assert_eq!(
            bring_up_to_date(root.path(), &outputs, true).unwrap(),
            ["two.json"]
        );
    }
}
