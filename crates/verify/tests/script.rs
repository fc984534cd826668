//! The script in the documentation, with which a stranger checks a report without any of our programs.
//!
//! It runs where Python is installed. The suite sets `VERANTWOORD_VALIDATORS`; then Python and openssl must be there.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed, and one that is skipped says so"
)]

mod desk;

use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;

use desk::{Desk, SIGNERS, place};
use serde_json::Value as Json;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/verify-report.py");
const EVIDENCE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../questionnaires/customer-contact-ai/1.0/examples/evidence/incidentenlog.csv"
);

/// Python, by its real path, so that it is found when nothing else is.
fn python() -> Option<PathBuf> {
    let required = std::env::var_os("VERANTWOORD_VALIDATORS").is_some();
    let asked = Command::new("python3")
        .args(["-c", "import sys; print(sys.executable)"])
        .output();
    match asked {
        Ok(output) if output.status.success() => {
            let path = String::from_utf8(output.stdout).unwrap();
            Some(PathBuf::from(path.trim()))
        }
        _ => {
            assert!(!required, "python3 is required and not installed");
            eprintln!("skipped: python3 is not installed");
            None
        }
    }
}

fn has_openssl() -> bool {
    let found = Command::new("openssl").arg("version").output().is_ok();
    let required = std::env::var_os("VERANTWOORD_VALIDATORS").is_some();
    assert!(found || !required, "openssl is required and not installed");
    found
}

struct Reader {
    python: PathBuf,
    desk: Arc<Desk>,
}

impl Reader {
    fn new() -> Option<Self> {
        Some(Self {
            python: python()?,
            desk: Desk::shared(),
        })
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.python);
        command
            .arg("-I")
            .arg(SCRIPT)
            .args(arguments)
            .current_dir(self.desk.folder());
        command
    }

    /// The exit code and what it said. It never falls over.
    #[track_caller]
    fn run(&self, arguments: &[&str]) -> (i32, String) {
        let output = self.command(arguments).output().unwrap();
        let complaint = String::from_utf8(output.stderr).unwrap();
        assert_eq!(complaint, "", "{arguments:?}");
        let text = String::from_utf8(output.stdout).unwrap();
        (output.status.code().unwrap(), text)
    }

    /// Both the script and our own program refuse the file; gives what the script has against it.
    #[track_caller]
    fn refused(&self, file: &str) -> String {
        let (code, text) = self.run(&[file]);
        assert_eq!(code, 1, "{file}\n{text}");
        let own = Command::new(env!("CARGO_BIN_EXE_verantwoord-verify"))
            .arg(file)
            .current_dir(self.desk.folder())
            .output()
            .unwrap();
        assert_eq!(own.status.code(), Some(1), "{file}");
        text.lines()
            .filter_map(|line| line.strip_prefix("WRONG "))
            .map(|line| format!("{line}\n"))
            .collect()
    }
}

#[test]
fn a_signed_report_passes_and_its_data_comes_out() {
    let Some(reader) = Reader::new() else { return };
    let (code, text) = reader.run(&[
        "signed.pdf",
        "--trust",
        "0.pem",
        "--evidence",
        EVIDENCE,
        "--dossier",
        "example.dossier",
        "--extract",
        "assessment.json",
    ]);
    assert_eq!(code, 0, "{text}");
    assert!(!text.contains("WRONG"), "{text}");
    for line in [
        "ok    every byte of the file is signed".to_owned(),
        "ok    save 3 fills one field and changes nothing else".to_owned(),
        format!(
            "ok    {}: the signed sha256 is that of the file",
            SIGNERS[0]
        ),
        format!("note  {}: position: dissent", SIGNERS[1]),
        format!("note  not signed by {}", SIGNERS[2]),
    ] {
        assert!(text.lines().any(|said| said == line), "{line}\n{text}");
    }
    assert!(text.contains("is the evidence at HUM-07"), "{text}");
    assert!(
        text.contains("the report was made from example.dossier"),
        "{text}"
    );
    if has_openssl() {
        assert_eq!(
            text.matches("that certificate's key signed (openssl)")
                .count(),
            2
        );
        assert_eq!(text.matches("is one that you trust").count(), 1, "{text}");
    }
    let data: Json = serde_json::from_slice(&reader.desk.read("assessment.json")).unwrap();
    let fingerprint = data["dossier"]["fingerprint"].as_str().unwrap();
    assert!(text.contains(fingerprint));
    let own = Command::new(env!("CARGO_BIN_EXE_verantwoord-verify"))
        .args(["signed.pdf", "--json"])
        .current_dir(reader.desk.folder())
        .output()
        .unwrap();
    let own: Json = serde_json::from_slice(&own.stdout).unwrap();
    assert_eq!(own["fingerprint"], fingerprint);
    for signature in own["signatures"].as_array().unwrap() {
        assert!(text.contains(signature["fingerprint"].as_str().unwrap()));
    }
    assert_eq!(reader.run(&["once.pdf"]).0, 0);
}

#[test]
fn whatever_was_changed_is_found() {
    let Some(reader) = Reader::new() else { return };
    let desk = &*reader.desk;
    let signed = desk.read("signed.pdf");
    let once = desk.read("once.pdf").len();

    assert!(reader.refused("unsigned.pdf").contains("nobody signed"));

    let found = reader.refused("altered.pdf");
    assert_eq!(
        found.matches("is not what was signed").count(),
        2,
        "{found}"
    );

    desk.write_with("signed.pdf", "(dissent)", "(agree  )", "position.pdf");
    let found = reader.refused("position.pdf");
    assert!(
        found.contains(&format!("{}: the file is not what", SIGNERS[1])),
        "{found}"
    );
    assert!(!found.contains(SIGNERS[0]), "{found}");

    let found = reader.refused("longer.pdf");
    assert!(found.contains("signed by nobody"), "{found}");

    // The last signature leaves out two bytes more than itself, and tells so.
    let range = once + place(&signed[once..], b"/ByteRange [0 ") + b"/ByteRange [0 ".len();
    let digits = range + place(&signed[range..], b" ");
    let mut wider = signed.clone();
    let start: usize = String::from_utf8_lossy(&signed[range..digits])
        .parse()
        .unwrap();
    wider[range..digits].copy_from_slice((start - 2).to_string().as_bytes());
    desk.write("wider.pdf", &wider);
    let found = reader.refused("wider.pdf");
    assert!(found.contains("more or less is left out"), "{found}");

    let contents = once + place(&signed[once..], b"/Contents <") + b"/Contents <".len();
    let mut broken = signed.clone();
    broken[contents + 300] ^= 1;
    desk.write("broken.pdf", &broken);
    assert!(reader.refused("broken.pdf").contains(SIGNERS[1]));
}

#[test]
fn data_that_was_swapped_in_a_later_save_is_found() {
    let Some(reader) = Reader::new() else { return };
    let signed = reader.desk.read("signed.pdf");
    let text = String::from_utf8_lossy(&signed);
    let last = |word: &str| text.rsplit(word).next().unwrap().trim_start().to_owned();
    let number = |text: String| text.split_whitespace().next().unwrap().to_owned();
    // The object of the data, and what the last save says of the file.
    let before = &signed[..place(&signed, b"/Type/EmbeddedFile")];
    let before = String::from_utf8_lossy(before);
    let head = before.rsplit_once(" 0 obj").unwrap().0;
    let object = head.rsplit('\n').next().unwrap();
    let root = number(last("/Root "));
    let size = last("/Size ").split(">>").next().unwrap().to_owned();
    let section = number(last("startxref"));

    let mut swapped = signed.clone();
    let start = swapped.len();
    swapped.extend(
        format!("{object} 0 obj\n<</Length 2>>\nstream\n{{}}\nendstream\nendobj\n").as_bytes(),
    );
    let at = swapped.len();
    swapped.extend(
        format!(
            "xref\n{object} 1\n{start:010} 00000 n \ntrailer\n<</Prev {section}/Root {root} 0 R/Size {size}>>\n\
             startxref\n{at}\n%%EOF\n"
        )
        .as_bytes(),
    );
    reader.desk.write("swapped.pdf", &swapped);
    let found = reader.refused("swapped.pdf");
    for part in [
        "the data was replaced",
        "save 4 does not just fill",
        "signed by nobody",
    ] {
        assert!(found.contains(part), "{part}\n{found}");
    }
}

#[test]
fn other_evidence_and_another_dossier_are_refused() {
    let Some(reader) = Reader::new() else { return };
    let (code, text) = reader.run(&["signed.pdf", "--evidence", "0.pem"]);
    assert_eq!(code, 1);
    assert!(text.contains("WRONG 0.pem is not evidence"), "{text}");

    // The same dossier, of which one event has another identity.
    let dossier = reader.desk.read("example.dossier");
    reader.desk.write("other.dossier", &dossier);
    let change = "import sqlite3; dossier = sqlite3.connect('other.dossier'); dossier.execute( \
        \"update event set hash = substr(hash, 2) || '0' where seq = 5\"); dossier.commit()";
    let changed = Command::new(&reader.python)
        .args(["-c", change])
        .current_dir(reader.desk.folder())
        .output()
        .unwrap();
    assert!(changed.status.success(), "{changed:?}");
    let (code, text) = reader.run(&["signed.pdf", "--dossier", "other.dossier"]);
    assert_eq!(code, 1, "{text}");
    assert!(
        text.contains("WRONG other.dossier has another fingerprint"),
        "{text}"
    );
}

#[test]
fn what_is_no_report_is_said_to_be_none() {
    let Some(reader) = Reader::new() else { return };
    let signed = reader.desk.read("signed.pdf");
    reader.desk.write("half.pdf", &signed[..signed.len() / 2]);
    reader.desk.write(
        "loop.pdf",
        b"%PDF-1.7\nxref\n0 0\ntrailer\n<</Prev 9>>\nstartxref\n9\n%%EOF\n",
    );
    for file in ["half.pdf", "empty.pdf", "loop.pdf", "0.pem", "absent.pdf"] {
        let (code, text) = reader.run(&[file]);
        assert_eq!(code, 2, "{file}\n{text}");
        assert!(text.starts_with("WRONG not a report"), "{text}");
    }
}

#[test]
fn without_openssl_it_says_what_is_not_known() {
    let Some(reader) = Reader::new() else { return };
    let output = reader
        .command(&["signed.pdf"])
        .env("PATH", reader.desk.folder())
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{text}");
    assert_eq!(text.matches("openssl is not here").count(), 2, "{text}");
}
