//! Sections of one's own and the accent, through the real program: what is broken is refused with line
//! and cause, and a report is never without what the program has.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

use std::fs;
use std::process::{Command, Output, Stdio};

const FILE: &str = "werk.dossier";

struct Desk(tempfile::TempDir);

impl Desk {
    fn with_example() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        desk.done(&["example", FILE]);
        desk
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.path().join(name), text).unwrap();
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_verantwoord"))
            .args(arguments)
            .current_dir(self.0.path())
            .env("VERANTWOORD_BACKUPS", self.0.path().join("reserve"))
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }

    #[track_caller]
    fn done(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    #[track_caller]
    fn refused(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {output:?}");
        String::from_utf8(output.stderr).unwrap()
    }
}

#[test]
fn a_section_of_ones_own_is_kept_shown_and_removed() {
    let desk = Desk::with_example();
    desk.write(
        "voorwoord.html",
        "<section><h1>Voorwoord van de directie</h1><p>{{ d.subject.name }}</p></section>",
    );
    let add = [
        "template",
        "add",
        FILE,
        "voorwoord.html",
        "--after",
        "committee",
    ];
    desk.done(&add);
    assert_eq!(
        desk.done(&["template", "list", FILE]).trim(),
        "after-committee"
    );
    desk.done(&["export", FILE, "--as", "md", "--out", "met.md"]);
    let text = fs::read_to_string(desk.0.path().join("met.md")).unwrap();
    assert!(text.contains("Voorwoord van de directie"));
    assert!(desk.done(&["history", FILE]).contains("eigen onderdelen"));

    desk.done(&["template", "remove", FILE, "--after", "committee"]);
    assert_eq!(desk.done(&["template", "list", FILE]), "");
    desk.refused(&["template", "remove", FILE, "--after", "committee"]);
}

#[test]
fn a_broken_template_is_refused_with_line_and_cause_and_changes_nothing() {
    let desk = Desk::with_example();
    desk.write("kapot.html", "<p>goed</p>\n<p>{{ d.subject.naam }}</p>");
    let add = [
        "template",
        "add",
        FILE,
        "kapot.html",
        "--instead-of",
        "method",
    ];
    let told = desk.refused(&add);
    assert!(told.contains("regel 2") && told.contains("naam"), "{told}");
    let told = desk.refused(&["template", "add", FILE, "kapot.html", "--after", "cover"]);
    assert!(
        told.contains("committee"),
        "the places that there are: {told}"
    );
    assert_eq!(desk.done(&["template", "list", FILE]), "");
}

#[test]
fn an_accent_that_cannot_be_read_is_refused_in_words() {
    let desk = Desk::with_example();
    desk.done(&["style", FILE, "--accent", "#7A1F3D"]);
    let told = desk.refused(&["style", FILE, "--accent", "#ffcc00"]);
    assert!(told.contains("4,5") && told.contains("#ffcc00"), "{told}");
    desk.refused(&["style", FILE, "--accent", "rood"]);
    desk.done(&["export", FILE, "--as", "html", "--out", "rapport.html"]);
    let page = fs::read_to_string(desk.0.path().join("rapport.html")).unwrap();
    assert!(page.contains("#7a1f3d") && !page.contains("#154a6d"));
    desk.done(&["style", FILE, "--plain"]);
}
