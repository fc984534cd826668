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
        self.refused_as(1, arguments)
    }

    #[track_caller]
    fn refused_as(&self, code: i32, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(
            output.status.code(),
            Some(code),
            "{arguments:?}: {output:?}"
        );
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

#[test]
fn a_name_and_a_logo_are_chosen_shown_and_taken_away_again() {
    let desk = Desk::with_example();
    let square = "<path d='M0 0H40V20H0Z' fill='#154a6d'/>";
    let svg = |inside: &str| {
        format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'>{inside}</svg>")
    };
    desk.write("logo.svg", &svg(square));
    desk.done(&[
        "style",
        FILE,
        "--name",
        "Voorbeeldwinkel",
        "--logo",
        "logo.svg",
    ]);
    let page = |desk: &Desk| {
        desk.done(&["export", FILE, "--as", "html", "--out", "rapport.html"]);
        let page = fs::read_to_string(desk.0.path().join("rapport.html")).unwrap();
        fs::remove_file(desk.0.path().join("rapport.html")).unwrap();
        page
    };
    let shown = page(&desk);
    assert!(shown.contains("aria-label=\"Logo van Voorbeeldwinkel\""));
    assert!(
        shown.contains("Voorbeeld Webwinkel"),
        "the name in full stays"
    );
    assert!(
        desk.done(&["history", FILE])
            .contains("Stijl of eigen onderdelen")
    );

    // The accent alone leaves the others as they are.
    desk.done(&["style", FILE, "--accent", "#7a1f3d"]);
    assert!(page(&desk).contains("Logo van Voorbeeldwinkel"));
    desk.done(&["style", FILE, "--without", "logo"]);
    let shown = page(&desk);
    assert!(!shown.contains("Logo van") && shown.contains("Voorbeeldwinkel"));
    desk.done(&["style", FILE, "--plain"]);
    assert!(!page(&desk).contains("Voorbeeldwinkel"));
    desk.refused_as(2, &["style", FILE]);
}

#[test]
fn a_logo_that_no_report_can_draw_is_refused_by_name_and_changes_nothing() {
    let desk = Desk::with_example();
    let text = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'>\n<text y='9'>Wij</text></svg>";
    desk.write("letters.svg", text);
    desk.write("kapot.png", "\u{89}PNG maar niet heus");
    let told = desk.refused(&["style", FILE, "--logo", "letters.svg"]);
    assert!(
        told.contains("<text> (regel 2)") && told.contains("omtrek"),
        "{told}"
    );
    let told = desk.refused(&["style", FILE, "--logo", "kapot.png"]);
    assert!(told.contains("kapot.png is geen SVG en geen PNG"), "{told}");
    desk.write("half.svg", &text.replace("</text>", "</tekst>"));
    let told = desk.refused(&["style", FILE, "--logo", "half.svg"]);
    assert!(told.contains("vanaf regel 2"), "{told}");
    desk.write("groot.svg", &" ".repeat(200_001));
    let told = desk.refused(&["style", FILE, "--logo", "groot.svg"]);
    assert!(told.contains("200"), "{told}");
    desk.done(&["export", FILE, "--as", "html", "--out", "rapport.html"]);
    let page = fs::read_to_string(desk.0.path().join("rapport.html")).unwrap();
    assert!(!page.contains("Logo van"));
}
