//! The command line as people see it: each file in `tests/cases` is a session in an empty folder.
//!
//! A line `$ verantwoord …` runs a command, `< …` before it is its standard input. After it come its
//! standard output as it is, its standard error with `! ` before each line, and `[code]` when the exit
//! code is not 0. `[..]` stands for anything within a line. `# …` is a remark.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// One command with its input and what is expected of it.
#[derive(Debug, Default)]
struct Step {
    line: usize,
    command: String,
    input: String,
    expected: String,
}

#[test]
fn every_session_goes_as_written() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<_> = fs::read_dir(cases)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert!(files.len() >= 4);
    let mut failures = String::new();
    for file in files {
        let folder = tempfile::tempdir().unwrap();
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        for step in steps(&fs::read_to_string(&file).unwrap()) {
            let got = run(&step, folder.path());
            if !fits(&step.expected, &got) {
                writeln!(
                    failures,
                    "\n{name}:{}: $ {}\n--- expected\n{}--- got\n{got}",
                    step.line, step.command, step.expected
                )
                .unwrap();
            }
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

fn steps(text: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut input = String::new();
    for (place, line) in text.lines().enumerate() {
        if let Some(command) = line.strip_prefix("$ verantwoord") {
            steps.push(Step {
                line: place + 1,
                command: command.trim().to_owned(),
                input: std::mem::take(&mut input),
                expected: String::new(),
            });
        } else if let Some(line) = line.strip_prefix("< ") {
            input.push_str(line);
            input.push('\n');
        } else if !line.starts_with('#') && !line.is_empty() {
            let step = steps.last_mut().expect("a case begins with a command");
            step.expected.push_str(line);
            step.expected.push('\n');
        }
    }
    steps
}

fn run(step: &Step, folder: &Path) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_verantwoord"))
        .env("VERANTWOORD_BACKUPS", folder.join("reserve"))
        .args(words(&step.command))
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that reads no input may be gone before all of it is written.
    let _ = child.stdin.take().unwrap().write_all(step.input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let mut got = String::from_utf8(output.stdout).unwrap();
    for line in String::from_utf8(output.stderr).unwrap().lines() {
        writeln!(got, "! {line}").unwrap();
    }
    match output.status.code() {
        Some(0) => {}
        Some(code) => writeln!(got, "[{code}]").unwrap(),
        None => got.push_str("[killed]\n"),
    }
    // Empty lines stand for nothing in the file, so neither here.
    got.lines()
        .filter(|line| !line.is_empty())
        .map(|line| format!("{line}\n"))
        .collect()
}

/// The words of a command; double quotes hold a word with spaces together.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (place, part) in command.split('"').enumerate() {
        if place % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

fn fits(expected: &str, got: &str) -> bool {
    expected.lines().count() == got.lines().count()
        && expected
            .lines()
            .zip(got.lines())
            .all(|(expected, got)| line_fits(expected, got))
}

fn line_fits(expected: &str, got: &str) -> bool {
    let mut parts = expected.split("[..]");
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = got.strip_prefix(first) else {
        return false;
    };
    let mut parts: Vec<&str> = parts.collect();
    let Some(last) = parts.pop() else {
        return rest.is_empty();
    };
    for part in parts {
        match rest.find(part) {
            Some(found) => rest = &rest[found + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[test]
fn a_session_that_went_otherwise_is_noticed() {
    assert!(fits("a [..] c\n", "a b c\n"));
    assert!(!fits("a [..] c\n", "a b d\n"));
    assert!(!fits("a\n", "a\nb\n"));
    assert!(!fits("", "[1]\n"));
    assert_eq!(
        words("new a.dossier --organisation \"B C\""),
        ["new", "a.dossier", "--organisation", "B C"]
    );
}
