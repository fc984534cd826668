//! Erasing, keeping, looking back and destroying through the program itself: what it says is compared
//! with what is on the disk afterwards.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value as Json;

const ORGANISATION: &str = "Voorbeeld Webwinkel B.V.";
const NAME: &str = "Quirine Zwaluwstaart";
const TRACES: [&str; 4] = [
    "Zwaluwstaart",
    "vlindervanger",
    "klokkenspel",
    "kastanjebruin",
];

struct Desk(tempfile::TempDir);

impl Desk {
    /// A dossier in which the words of one person stand in several places.
    fn with_words() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        let file = "werk.dossier";
        desk.done(&["new", file, "--organisation", ORGANISATION]);
        desk.done(&[
            "assess",
            file,
            "--subject",
            "Vraagbaak",
            "--date",
            "2026-11-21",
        ]);
        desk.done(&[
            "member",
            "add",
            file,
            "--name",
            NAME,
            "--expertise",
            "vlindervanger",
        ]);
        desk.done(&[
            "answer",
            file,
            "PUR-04",
            "1",
            "--because",
            "Eerste gedachte.",
        ]);
        let because = format!("Het klokkenspel van {NAME}.");
        desk.done(&["answer", file, "PUR-04", "3", "--because", &because]);
        desk.done(&[
            "answer",
            file,
            "HUM-01",
            "no",
            "--because",
            "Volgens Quirine.",
        ]);
        fs::write(desk.path("brief.txt"), "kastanjebruin").unwrap();
        desk.done(&["evidence", file, "PUR-04", "brief.txt"]);
        fs::remove_file(desk.path("brief.txt")).unwrap();
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_verantwoord"))
            .args(arguments)
            .current_dir(self.0.path())
            .env("VERANTWOORD_BACKUPS", self.path("reserve"))
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }

    /// Runs a command that must succeed; gives its output.
    #[track_caller]
    fn done(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    #[track_caller]
    fn json(&self, arguments: &[&str]) -> Json {
        serde_json::from_str(&self.done(arguments)).unwrap()
    }

    /// Runs a command that must be refused; gives what it complains of.
    #[track_caller]
    fn refused(&self, arguments: &[&str], code: i32) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(code), "{output:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    /// The files here and in the folder of the backups.
    fn files(&self) -> Vec<PathBuf> {
        let mut files = files(self.0.path());
        files.sort();
        files
    }

    /// The files that hold a text, in their name or their bytes.
    fn holding(&self, text: &str) -> Vec<PathBuf> {
        let holds = |path: &PathBuf| {
            let bytes = fs::read(path).unwrap();
            bytes.windows(text.len()).any(|it| it == text.as_bytes())
        };
        self.files().into_iter().filter(holds).collect()
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => found.extend(files(&path)),
            false => found.push(path),
        }
    }
    found
}

#[test]
fn what_a_person_asked_to_erase_is_in_no_byte_left_on_the_disk() {
    let desk = Desk::with_words();
    // A second day, as far as backups know: this one holds every word.
    for backup in files(&desk.path("reserve")) {
        fs::remove_file(backup).unwrap();
    }
    desk.done(&["answer", "werk.dossier", "INT-01", "private"]);
    assert_eq!(files(&desk.path("reserve")).len(), 1);
    for trace in TRACES {
        assert_eq!(desk.holding(trace).len(), 2, "{trace}");
    }

    let elsewhere = tempfile::tempdir().unwrap();
    let home = elsewhere.path().join("thuis.dossier");
    let home = home.to_string_lossy().into_owned();
    desk.done(&["copy", "werk.dossier", "--out", &home]);
    let before = fs::read(desk.path("werk.dossier")).unwrap();
    let preview = desk.done(&["erase", "werk.dossier", "--member", NAME, "--preview"]);
    assert!(
        preview.contains("[x]") && preview.contains("[ ]"),
        "{preview}"
    );
    assert!(fs::read(desk.path("werk.dossier")).unwrap() == before);

    let by_name = ["erase", "werk.dossier", "--member", NAME, "--reason"];
    let repeating = desk.refused(&[&by_name[..], &["Verzoek van Zwaluwstaart"]].concat(), 1);
    assert!(repeating.contains("herhaalt"), "{repeating}");
    assert!(fs::read(desk.path("werk.dossier")).unwrap() == before);

    let erased = desk.done(&[&by_name[..], &["Verzoek van de betrokkene."]].concat());
    assert!(erased.contains("2 wijzigingen"), "{erased}");
    assert!(
        erased.contains("Eén reservekopie is herschreven"),
        "{erased}"
    );
    let history = desk.json(&["history", "werk.dossier", "--json"]);
    let attached = history
        .as_array()
        .unwrap()
        .iter()
        .find(|entry| entry["kind"] == "evidence_attached")
        .unwrap();
    let number = attached["number"].to_string();
    let by_number = [
        "erase",
        "werk.dossier",
        "--event",
        &number,
        "--reason",
        "Vergissing.",
    ];
    desk.done(&by_number);
    for trace in TRACES {
        assert!(desk.holding(trace).is_empty(), "{trace}");
    }

    let check = desk.json(&["check", "werk.dossier", "--json"]);
    assert_eq!(check["sound"], true);
    for backup in files(&desk.path("reserve")) {
        let backup = backup.to_string_lossy().into_owned();
        assert_eq!(desk.json(&["check", &backup, "--json"])["sound"], true);
    }
    let history = desk.done(&["history", "werk.dossier"]);
    assert!(
        history.contains("Reden: Verzoek van de betrokkene."),
        "{history}"
    );
    assert!(!history.contains("[history"), "{history}");
    assert!(
        desk.refused(&by_number, 1)
            .contains("kan niet gewist worden")
    );
    // Somebody worked at home on a copy from before, and brings it back.
    desk.done(&["answer", &home, "INT-05", "genai_vendor"]);
    desk.done(&["merge", "werk.dossier", &home]);
    for trace in TRACES {
        assert!(desk.holding(trace).is_empty(), "{trace}");
    }
    let questions = desk.json(&["questions", "werk.dossier", "--json"]);
    let mut questions = questions.as_array().unwrap().iter();
    assert!(questions.any(|it| it["id"] == "INT-05" && it["answered"] == true));
    // Nothing is left to finish.
    let finished = desk.json(&["erase", "werk.dossier", "--json"]);
    assert_eq!(finished["backups_rewritten"], 0);
}

#[test]
fn how_it_was_can_be_asked_by_date_and_by_change() {
    let desk = Desk::with_words();
    let file = "werk.dossier";
    let answered = |questions: &Json| -> Vec<String> {
        let all = questions.as_array().unwrap().iter();
        all.filter(|question| question["answered"] == true)
            .map(|question| question["id"].as_str().unwrap().to_owned())
            .collect()
    };
    let then = answered(&desk.json(&["questions", file, "--json"]));
    let last = desk.json(&["history", file, "--json"]);
    let last = last.as_array().unwrap().last().unwrap().clone();
    desk.done(&["answer", file, "INT-01", "private"]);
    desk.done(&[
        "answer",
        file,
        "PUR-04",
        "0",
        "--because",
        "Bij nader inzien.",
    ]);

    let number = last["number"].to_string();
    let id = last["id"].as_str().unwrap();
    let past = desk.json(&["history", file, "--as-of", &number, "--json"]);
    assert_eq!(
        past,
        desk.json(&["history", file, "--as-of", &id[..10], "--json"])
    );
    let mut held = Vec::new();
    let mut changed = Vec::new();
    for section in past["sections"].as_array().unwrap() {
        for question in section["questions"].as_array().unwrap() {
            let id = question["question"].as_str().unwrap().to_owned();
            if question["changed_since"] == true {
                changed.push(id.clone());
            }
            if let Some(answer) = question["answers"].as_array().unwrap().first() {
                if id == "PUR-04" {
                    let because = answer["because"].as_str().unwrap();
                    assert!(because.contains("klokkenspel"), "{because}");
                }
                held.push(id);
            }
        }
    }
    assert_eq!(held, then);
    assert_eq!(changed, ["INT-01", "PUR-04"]);

    let today = desk.done(&["history", file, "--as-of", "9999-12-31"]);
    assert!(
        today.contains("Bij nader inzien.") && !today.contains("klokkenspel"),
        "{today}"
    );
    let english = desk.done(&["history", file, "--as-of", &number, "--language", "en"]);
    assert!(
        english.contains("different now") && !english.contains("[cli"),
        "{english}"
    );
    desk.refused(&["history", file, "--as-of", "1999-01-01"], 1);
    desk.refused(&["history", file, "--as-of", "2026-02-30"], 1);
    desk.refused(&["history", file, "--as-of", "999999"], 1);
}

#[test]
fn a_dossier_says_how_long_it_is_kept() {
    let desk = Desk::with_words();
    let file = "werk.dossier";
    assert_eq!(desk.json(&["retention", file, "--json"]), Json::Null);
    desk.refused(&["retention", file, "--until", "2033-01-01"], 2);
    let chosen = [
        "retention",
        file,
        "--until",
        "2020-01-31",
        "--reason",
        "Einde contract.",
    ];
    assert!(desk.done(&chosen).contains("31 januari 2020"));
    let output = desk.run(&["retention", file]);
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("Vernietig het")
    );
    let kept = desk.json(&["retention", file, "--json"]);
    assert_eq!(
        (&kept["until_iso"], &kept["due"]),
        (&"2020-01-31".into(), &true.into())
    );
}

#[test]
fn destroying_leaves_a_certificate_and_no_other_file() {
    let desk = Desk::with_words();
    let file = "werk.dossier";
    let destroy = |organisation: &'static str, certificate: &'static str| {
        [
            "destroy",
            file,
            "--organisation",
            organisation,
            "--certificate",
            certificate,
        ]
    };
    let check = desk.json(&["check", file, "--json"]);
    let before = desk.files();
    desk.refused(&destroy("Voorbeeld", "bewijs.txt"), 1);
    desk.refused(&destroy(ORGANISATION, "geen/map/bewijs.txt"), 4);
    desk.refused(&destroy(ORGANISATION, file), 4);
    assert_eq!(desk.files(), before);
    assert_eq!(desk.json(&["check", file, "--json"]), check);

    desk.done(&destroy(ORGANISATION, "bewijs.txt"));
    assert_eq!(desk.files(), [desk.path("bewijs.txt")]);
    let certificate = fs::read_to_string(desk.path("bewijs.txt")).unwrap();
    let fingerprint = check["fingerprint"]["root"].as_str().unwrap();
    for part in [
        fingerprint,
        file,
        ORGANISATION,
        "\"progress\": \"done\"",
        "SSD",
    ] {
        assert!(certificate.contains(part), "{part} in {certificate}");
    }
    for trace in TRACES {
        assert!(desk.holding(trace).is_empty(), "{trace}");
    }
}
