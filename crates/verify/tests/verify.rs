//! The program as a stranger uses it, and whether `verantwoord verify` says the same.

#![allow(
    clippy::indexing_slicing,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod desk;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use desk::{Desk, SIGNERS};
use serde_json::{Value as Json, json};

fn run(program: &Path, folder: &Path, arguments: &[&str]) -> Output {
    Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn verify(desk: &Desk, arguments: &[&str]) -> (i32, String, String) {
    let program = Path::new(env!("CARGO_BIN_EXE_verantwoord-verify"));
    let output = run(program, desk.folder(), arguments);
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

#[track_caller]
fn verdict(desk: &Desk, code: i32, arguments: &[&str]) -> Json {
    let (given, text, complaint) = verify(desk, &[arguments, &["--json"]].concat());
    assert_eq!((given, complaint.as_str()), (code, ""), "{text}");
    serde_json::from_str(&text).unwrap()
}

#[test]
fn verdicts_and_exit_codes_are_those_of_the_contract() {
    let desk = Desk::shared();
    let both = ["signed.pdf", "--trust", "0.pem", "--trust", "1.pem"];

    let intact = verdict(&desk, 0, &both);
    assert_eq!(
        (&intact["verdict"], &intact["data"], &intact["missing"]),
        (&json!("intact"), &json!("equal"), &json!([SIGNERS[2]]))
    );
    let signed: Vec<_> = intact["signatures"].as_array().unwrap().iter().collect();
    assert_eq!(signed.len(), 2);
    assert_eq!(signed[1]["name"], SIGNERS[1]);
    assert_eq!(signed[1]["position"], "dissent");
    assert!(signed.iter().all(|signature| signature["trusted"] == true));

    for arguments in [&["signed.pdf"][..], &["signed.pdf", "--trust", "1.pem"]] {
        let unknown = verdict(&desk, 3, arguments);
        assert_eq!(unknown["verdict"], "intact-unknown-signer");
    }
    for (file, word) in [
        ("unsigned.pdf", "unsigned"),
        ("altered.pdf", "altered"),
        ("longer.pdf", "altered"),
        ("text.pdf", "unreadable"),
        ("empty.pdf", "unreadable"),
    ] {
        let found = verdict(&desk, 1, &[file, "--trust", "0.pem"]);
        assert_eq!(found["verdict"], word, "{file}");
    }
    for (code, arguments) in [
        (4, &["absent.pdf"][..]),
        (2, &["."]),
        (1, &["signed.pdf", "--trust", "unsigned.pdf"]),
        (2, &[]),
        (2, &["signed.pdf", "--dossier", "example.dossier"]),
    ] {
        let (given, text, complaint) = verify(&desk, arguments);
        assert_eq!((given, text.as_str()), (code, ""), "{arguments:?}");
        assert!(complaint.lines().count() >= 2, "{complaint}");
    }
}

#[test]
fn pages_that_nobody_compared_are_not_in_order_whoever_signed() {
    let desk = Desk::shared();
    for trust in [&["--trust", "0.pem"][..], &[]] {
        let found = verdict(&desk, 3, &[&["older-signed.pdf"], trust].concat());
        assert_eq!(
            (&found["verdict"], &found["data"]),
            (&json!("intact-not-compared"), &json!("unknown-version"))
        );
        assert_eq!(found["signatures"][0]["trusted"], !trust.is_empty());
    }
}

#[test]
fn a_trusted_key_under_another_name_does_not_tell_who_signed() {
    let desk = Desk::shared();
    let found = verdict(
        &desk,
        3,
        &["another.pdf", "--trust", "0.pem", "--trust", "1.pem"],
    );
    assert_eq!(found["verdict"], "intact-unknown-signer");
    assert_eq!(found["signatures"][1]["name"], SIGNERS[2]);
}

#[test]
fn the_verdict_comes_first_in_plain_words() {
    let desk = Desk::shared();
    let (code, dutch, _) = verify(&desk, &["signed.pdf"]);
    assert_eq!(code, 3);
    assert!(
        dutch.contains(SIGNERS[1]) && dutch.contains("Eerst meten"),
        "{dutch}"
    );
    // Who stands aside may sign, and does not count.
    assert!(dutch.contains("Getekend door 1 van de 4"), "{dutch}");
    let (_, english, _) = verify(&desk, &["signed.pdf", "--language", "en"]);
    assert_ne!(dutch.lines().next(), english.lines().next());
    let (code, help, _) = verify(&desk, &["--help", "--language", "en"]);
    assert!(code == 0 && help.contains("--trust"), "{help}");
}

#[test]
fn nothing_but_the_report_is_needed_and_nothing_is_left_behind() {
    let desk = Desk::shared();
    let alone = tempfile::tempdir().unwrap();
    std::fs::copy(desk.path("signed.pdf"), alone.path().join("rapport.pdf")).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_verantwoord-verify"))
        .arg("rapport.pdf")
        .current_dir(alone.path())
        .env_clear()
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    assert_eq!(alone.path().read_dir().unwrap().count(), 1);
}

/// The program `verantwoord`, which the suite builds and names.
fn verantwoord() -> Option<PathBuf> {
    let built = std::env::var_os("VERANTWOORD_CLI").map(PathBuf::from);
    if built.is_none() {
        eprintln!("skipped: VERANTWOORD_CLI names no program to compare with");
    }
    built
}

#[test]
fn both_programs_say_the_same() {
    let Some(large) = verantwoord() else { return };
    let small = Path::new(env!("CARGO_BIN_EXE_verantwoord-verify"));
    let desk = Desk::shared();
    for arguments in [
        &["signed.pdf", "--trust", "0.pem", "--trust", "1.pem"][..],
        &["signed.pdf"],
        &["unsigned.pdf"],
        &["altered.pdf"],
        &["text.pdf"],
        &["absent.pdf"],
        &["."],
        &["signed.pdf", "--trust", "text.pdf"],
        &["signed.pdf", "--trust", "absent.pem"],
    ] {
        for form in [&["--json"][..], &["--language", "en"]] {
            let arguments = [arguments, form].concat();
            let said = run(small, desk.folder(), &arguments);
            let other = run(
                &large,
                desk.folder(),
                &[&["verify"], &arguments[..]].concat(),
            );
            assert_eq!(said.status, other.status, "{arguments:?}");
            assert_eq!(
                String::from_utf8_lossy(&said.stdout),
                String::from_utf8_lossy(&other.stdout),
                "{arguments:?}"
            );
            assert_eq!(said.stderr, other.stderr, "{arguments:?}");
        }
    }
}
