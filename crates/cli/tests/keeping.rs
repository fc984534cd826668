//! Keeping a dossier safe, through the program: copies that come back and are merged, backups, undoing,
//! exports and damaged files.

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

struct Desk(tempfile::TempDir);

impl Desk {
    /// A desk with a dossier and an assessment that was begun.
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        desk.started("werk.dossier", "Voorbeeld Webwinkel B.V.");
        desk
    }

    fn started(&self, file: &str, organisation: &str) {
        self.done(&["new", file, "--organisation", organisation]);
        self.done(&["member", "add", file, "--name", "Noor Voorbeeld"]);
        self.done(&[
            "assess",
            file,
            "--subject",
            "Vraagbaak",
            "--date",
            "2026-11-21",
        ]);
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn with_backups_in(&self, backups: &str, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_verantwoord"))
            .args(arguments)
            .current_dir(self.0.path())
            .env("VERANTWOORD_BACKUPS", self.path(backups))
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.with_backups_in("reserve", arguments)
    }

    /// Runs a command that must succeed; gives its output.
    #[track_caller]
    fn done(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs a command that must be refused; gives what it says.
    #[track_caller]
    fn refused(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(!output.status.success(), "{arguments:?}: {output:?}");
        assert_ne!(output.status.code(), Some(5), "{output:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    #[track_caller]
    fn json(&self, arguments: &[&str]) -> Json {
        serde_json::from_str(&self.done(arguments)).unwrap()
    }

    fn fingerprint(&self, file: &str) -> Json {
        let check = self.json(&["check", file, "--json"]);
        assert_eq!(check["sound"], true);
        check["fingerprint"]["root"].clone()
    }

    /// The questions with whether they are answered, and the scores.
    fn stands(&self, file: &str) -> (Json, Json) {
        (
            self.json(&["questions", file, "--json"]),
            self.json(&["scores", file, "--json"]),
        )
    }

    fn history(&self, file: &str) -> Vec<Json> {
        self.json(&["history", file, "--json"])
            .as_array()
            .unwrap()
            .clone()
    }

    /// What was done, in order, but for where copies went: that each file has of its own.
    fn work(&self, file: &str) -> Vec<Json> {
        assert_eq!(self.json(&["check", file, "--json"])["sound"], true);
        let is_work = |event: &Json| !event["kind"].as_str().unwrap().starts_with("copy_");
        let history = self.history(file).into_iter();
        history
            .filter(is_work)
            .map(|event| event["id"].clone())
            .collect()
    }

    fn backups(&self, file: &str) -> Vec<Json> {
        self.json(&["backups", file, "--json"])
            .as_array()
            .unwrap()
            .clone()
    }

    /// Copies for three members, who each answer something of their own and one question alike.
    fn with_three_copies() -> Self {
        let desk = Self::new();
        for name in &MEMBERS[1..] {
            desk.done(&["member", "add", "werk.dossier", "--name", name]);
        }
        for (member, own, level) in [(0, "REL-01", "1"), (1, "DAT-01", "3"), (2, "EMP-01", "3")] {
            let (name, copy) = (MEMBERS[member], COPIES[member]);
            desk.done(&["copy", "werk.dossier", "--out", copy, "--for", name]);
            desk.done(&["answer", copy, own, "2", "--because", name]);
            desk.done(&["answer", copy, "PUR-04", level]);
        }
        desk
    }
}

const MEMBERS: [&str; 3] = ["Noor Voorbeeld", "Ilse Verzonnen", "Sam Fictief"];
const COPIES: [&str; 3] = ["noor.dossier", "ilse.dossier", "sam.dossier"];

#[test]
fn copies_of_three_members_give_the_same_in_every_order() {
    let desk = Desk::with_three_copies();
    let mut results = Vec::new();
    for (number, order) in [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
    ]
    .into_iter()
    .enumerate()
    {
        let result = format!("samen-{number}.dossier");
        desk.done(&["copy", "werk.dossier", "--out", &result]);
        let order = order.map(|place| COPIES[place]);
        let merged = if number % 2 == 0 {
            desk.json(&["merge", &result, order[0], order[1], order[2], "--json"])
        } else {
            // One after the other, one of them twice.
            for copy in [order[0], order[1], order[0]] {
                desk.done(&["merge", &result, copy]);
            }
            desk.json(&["merge", &result, order[2], "--json"])
        };
        assert_eq!(merged["conflicts"].as_array().unwrap().len(), 1);
        results.push((desk.work(&result), desk.stands(&result)));
    }
    assert!(results.windows(2).all(|pair| pair[0] == pair[1]));
    assert_ne!(results[0].0, desk.work("werk.dossier"));
}

#[test]
fn what_contradicts_is_told_with_both_versions_and_ends_with_one_answer() {
    let desk = Desk::with_three_copies();
    let merged = desk.json(&["merge", "werk.dossier", COPIES[0], COPIES[1], "--json"]);
    assert_eq!(merged["added"], 4);
    assert_eq!(merged["from"][0]["events"], 2);
    let conflict = &merged["conflicts"][0];
    assert_eq!(conflict["question"], "PUR-04");
    assert_eq!(conflict["subject"], "Vraagbaak");
    let versions = conflict["versions"].as_array().unwrap();
    let mut whom: Vec<(&str, &str)> = versions
        .iter()
        .map(|it| (it["who"].as_str().unwrap(), it["place"].as_str().unwrap()))
        .collect();
    whom.sort_unstable();
    let [(ilse, her_copy), (noor, his_copy)] = whom[..] else {
        panic!("{whom:?}");
    };
    assert_eq!([noor, ilse], MEMBERS[..2]);
    assert!(his_copy.ends_with(COPIES[0]) && her_copy.ends_with(COPIES[1]));
    assert_eq!(merged["from"][0]["authors"], serde_json::json!([noor]));
    assert_eq!(merged["from"][1]["authors"], serde_json::json!([ilse]));
    let open = |desk: &Desk| {
        let questions = desk.json(&["questions", "werk.dossier", "--json"]);
        let questions = questions.as_array().unwrap().clone();
        let question = questions.into_iter().find(|it| it["id"] == "PUR-04");
        question.unwrap()["answered"] == false
    };
    assert!(open(&desk));
    desk.done(&["answer", "werk.dossier", "PUR-04", "2"]);
    assert!(!open(&desk));
    // What comes back later and is no news does not open it again.
    let again = desk.done(&["merge", "werk.dossier", COPIES[1]]);
    assert!(again.starts_with("Er was niets nieuws"), "{again}");
    assert!(!open(&desk));
}

#[test]
fn what_was_done_in_a_members_copy_is_theirs_and_stays_so() {
    let desk = Desk::with_three_copies();
    let done_by = |file: &str| -> Vec<String> {
        let history = desk.history(file);
        let answers = history.iter().filter(|it| it["kind"] == "answer_recorded");
        answers
            .map(|it| it["who"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(done_by(COPIES[1]), [MEMBERS[1], MEMBERS[1]]);
    desk.done(&["merge", "werk.dossier", COPIES[0], COPIES[1], COPIES[2]]);
    desk.done(&["answer", "werk.dossier", "PUR-04", "2"]);
    let mut whose = done_by("werk.dossier");
    assert_eq!(whose.pop().as_deref(), Some("de commissie"));
    whose.sort_unstable();
    let mut expected = [MEMBERS, MEMBERS].concat();
    expected.sort_unstable();
    assert_eq!(whose, expected);

    // It stays theirs on another machine, and in a copy of the copy.
    fs::rename(desk.path(COPIES[2]), desk.path("elders.dossier")).unwrap();
    desk.done(&["copy", "elders.dossier", "--out", "nog-een.dossier"]);
    for file in ["elders.dossier", "nog-een.dossier"] {
        desk.done(&["answer", file, "REL-01", "1"]);
        assert_eq!(done_by(file).pop().as_deref(), Some(MEMBERS[2]));
    }
    // A copy for nobody in particular is the committee's.
    desk.done(&["copy", "werk.dossier", "--out", "samen.dossier"]);
    desk.done(&["answer", "samen.dossier", "REL-01", "3"]);
    assert_eq!(
        done_by("samen.dossier").pop().as_deref(),
        Some("de commissie")
    );

    let nobody = [
        "copy",
        "werk.dossier",
        "--out",
        "x.dossier",
        "--for",
        "Joost",
    ];
    assert!(desk.refused(&nobody).contains("Joost"));
    assert!(!desk.path("x.dossier").exists());
}

#[test]
fn a_merge_is_all_or_nothing_and_says_what_is_wrong() {
    let desk = Desk::with_three_copies();
    let before = desk.fingerprint("werk.dossier");
    desk.started("ander.dossier", "Fictief Callcenter B.V.");
    let other = desk.refused(&["merge", "werk.dossier", COPIES[0], "ander.dossier"]);
    assert!(other.contains("Fictief Callcenter B.V."), "{other}");
    let itself = desk.refused(&["merge", "werk.dossier", COPIES[0], "werk.dossier"]);
    assert!(itself.contains("werk.dossier is het dossier dat nu open is"));
    let mut bytes = fs::read(desk.path(COPIES[1])).unwrap();
    let page = bytes.len() / 4096 / 2 * 4096;
    bytes[page..page + 2048].fill(0x5a);
    fs::write(desk.path("stuk.dossier"), bytes).unwrap();
    let damaged = desk.refused(&["merge", "werk.dossier", COPIES[0], "stuk.dossier"]);
    assert!(
        damaged.contains("De kopie stuk.dossier is beschadigd"),
        "{damaged}"
    );
    fs::write(desk.path("notitie.dossier"), "geen dossier ".repeat(200)).unwrap();
    let foreign = desk.refused(&["merge", "werk.dossier", COPIES[0], "notitie.dossier"]);
    assert!(foreign.contains("notitie.dossier"), "{foreign}");
    desk.refused(&["merge", "werk.dossier", "nergens.dossier"]);
    assert_eq!(desk.fingerprint("werk.dossier"), before);
    // No backup for what was not done.
    let merges = desk.backups("werk.dossier");
    assert!(
        merges
            .iter()
            .all(|it| !it["id"].as_str().unwrap().contains("merge"))
    );
}

#[test]
fn without_a_backup_there_is_no_merge_but_there_is_work() {
    let desk = Desk::with_three_copies();
    let before = desk.fingerprint("werk.dossier");
    fs::write(desk.path("vol"), "geen map").unwrap();
    let refused = desk.with_backups_in("vol", &["merge", "werk.dossier", COPIES[0]]);
    assert_eq!(refused.status.code(), Some(1), "{refused:?}");
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(
        said.contains("geen reservekopie van werk.dossier"),
        "{said}"
    );
    assert_eq!(desk.fingerprint("werk.dossier"), before);

    let worked = desk.with_backups_in("vol", &["answer", "werk.dossier", "PUR-04", "2"]);
    assert!(worked.status.success(), "{worked:?}");
    let told = String::from_utf8(worked.stderr).unwrap();
    assert!(
        told.contains("Er is nu geen reservekopie gemaakt"),
        "{told}"
    );
    assert_ne!(desk.fingerprint("werk.dossier"), before);
}

#[test]
fn a_backup_is_made_on_the_day_and_before_a_merge_and_comes_back_beside_what_there_is() {
    let desk = Desk::with_three_copies();
    let before = desk.fingerprint("werk.dossier");
    desk.done(&["merge", "werk.dossier", COPIES[0]]);
    let after = desk.fingerprint("werk.dossier");
    let backups = desk.backups("werk.dossier");
    let why: Vec<&str> = backups
        .iter()
        .map(|it| it["why"].as_str().unwrap())
        .collect();
    assert_eq!(why[0], "voor het samenvoegen");
    assert!(why.contains(&"eerste werk van de dag"), "{why:?}");
    assert!(
        backups
            .iter()
            .all(|it| it["verified"] == true && it["problem"].is_null())
    );

    let refused = desk.refused(&["restore", "werk.dossier", "--out", "werk.dossier"]);
    assert!(refused.contains("Het is niet overschreven"), "{refused}");
    desk.done(&["restore", "werk.dossier", "--out", "terug.dossier"]);
    assert_eq!(desk.fingerprint("terug.dossier"), before);
    assert_eq!(desk.fingerprint("werk.dossier"), after);

    // By its name in the list, and when the dossier itself cannot be read any more.
    let name = backups[0]["id"].as_str().unwrap();
    desk.done(&["restore", "--from", name, "--out", "nog-eens.dossier"]);
    assert_eq!(desk.fingerprint("nog-eens.dossier"), before);
    desk.refused(&["restore", "--from", "nergens", "--out", "niets.dossier"]);
    fs::write(desk.path("werk.dossier"), "stuk".repeat(2000)).unwrap();
    desk.done(&["restore", "werk.dossier", "--out", "gered.dossier"]);
    assert_eq!(desk.fingerprint("gered.dossier"), before);
    desk.done(&["answer", "gered.dossier", "PUR-04", "1"]);
    desk.done(&["backup", "gered.dossier"]);
}

#[test]
fn undoing_lasts_and_can_be_undone() {
    let desk = Desk::new();
    desk.done(&["answer", "werk.dossier", "REL-01", "1"]);
    let one = desk.stands("werk.dossier");
    desk.done(&["answer", "werk.dossier", "REL-01", "3"]);
    let two = desk.stands("werk.dossier");
    assert_ne!(one, two);
    let answered = desk.history("werk.dossier").last().unwrap().clone();
    let number = answered["number"].to_string();
    desk.done(&["undo", "werk.dossier", &number]);
    assert_eq!(desk.stands("werk.dossier"), one);
    let history = desk.history("werk.dossier");
    let undo = history.last().unwrap();
    assert_eq!(undo["kind"], "undone");
    let undone = &history[history.len() - 2];
    assert_eq!(undone["undone_by"], undo["id"]);

    let again = desk.refused(&["undo", "werk.dossier", &number]);
    assert!(again.contains("Dit is al ongedaan gemaakt"), "{again}");
    let id = undo["id"].as_str().unwrap();
    desk.done(&["undo", "werk.dossier", &id[..12]]);
    assert_eq!(desk.stands("werk.dossier"), two);

    let never = desk.refused(&["undo", "werk.dossier", "1"]);
    assert!(
        never.contains("Dit kan niet ongedaan gemaakt worden: Dossier van"),
        "{never}"
    );
    let earlier = history
        .iter()
        .find(|it| it["kind"] == "answer_recorded")
        .unwrap();
    let replaced = desk.refused(&["undo", "werk.dossier", earlier["id"].as_str().unwrap()]);
    assert!(replaced.contains("zou nu niets veranderen"), "{replaced}");
    let assessed = history
        .iter()
        .find(|it| it["kind"] == "subject_added")
        .unwrap();
    let assessed = desk.refused(&["undo", "werk.dossier", &assessed["number"].to_string()]);
    assert!(
        assessed.contains("er is een zelfbeoordeling van Vraagbaak"),
        "{assessed}"
    );
    desk.refused(&["undo", "werk.dossier", "999"]);
    desk.refused(&["undo", "werk.dossier", "nergens-"]);

    // An assessment that was undone comes back with its questionnaire.
    let started = history
        .iter()
        .find(|it| it["kind"] == "assessment_started")
        .unwrap();
    desk.done(&["undo", "werk.dossier", &started["number"].to_string()]);
    desk.refused(&["scores", "werk.dossier"]);
    let last = desk.history("werk.dossier").last().unwrap()["number"].to_string();
    desk.done(&["undo", "werk.dossier", &last]);
    assert_eq!(desk.stands("werk.dossier"), two);
}

#[test]
fn an_export_of_what_was_imported_is_the_same_to_the_byte() {
    let desk = Desk(tempfile::tempdir().unwrap());
    desk.done(&["example", "werk.dossier"]);
    desk.done(&["export", "werk.dossier", "--out", "een.json"]);
    desk.done(&["import", "een.json", "--out", "nieuw.dossier"]);
    desk.done(&["export", "nieuw.dossier", "--out", "twee.json"]);
    let one = fs::read(desk.path("een.json")).unwrap();
    assert_eq!(one, fs::read(desk.path("twee.json")).unwrap());
    assert_eq!(
        desk.fingerprint("werk.dossier"),
        desk.fingerprint("nieuw.dossier")
    );
    assert_eq!(desk.stands("werk.dossier"), desk.stands("nieuw.dossier"));
    // Two copies of one dossier: what is done in either can be merged.
    desk.done(&[
        "answer",
        "nieuw.dossier",
        "PUR-04",
        "0",
        "--because",
        "Elders.",
    ]);
    let merged = desk.json(&["merge", "werk.dossier", "nieuw.dossier", "--json"]);
    assert_eq!(merged["added"], 1);

    desk.refused(&["export", "werk.dossier", "--out", "werk.dossier"]);
    desk.refused(&["import", "een.json", "--out", "werk.dossier"]);
    let altered = String::from_utf8(one)
        .unwrap()
        .replace("Vraagbaak", "Vraagbeek");
    fs::write(desk.path("anders.json"), altered).unwrap();
    let refused = desk.refused(&["import", "anders.json", "--out", "anders.dossier"]);
    assert!(
        refused.contains("anders.json is geen volledige export"),
        "{refused}"
    );
    assert!(!desk.path("anders.dossier").exists());
}

#[test]
fn a_file_of_an_older_form_is_backed_up_before_it_gets_the_new_one() {
    let desk = Desk(tempfile::tempdir().unwrap());
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("../dossier/tests/fixtures/v1.dossier");
    let golden = fs::read(golden).unwrap();
    fs::write(desk.path("oud.dossier"), &golden).unwrap();
    let before = desk.json(&["check", "oud.dossier", "--json"]);
    assert_eq!(before["version"], 1);

    fs::write(desk.path("vol"), "geen map").unwrap();
    let arguments = ["member", "add", "oud.dossier", "--name", "Ilse Fictief"];
    let refused = desk.with_backups_in("vol", &arguments);
    assert_eq!(refused.status.code(), Some(1), "{refused:?}");
    assert_eq!(fs::read(desk.path("oud.dossier")).unwrap(), golden);

    // The questionnaire in this file is one of the dossier's own tests, and no real one.
    let opened = desk.refused(&arguments);
    assert!(opened.contains("De vragenlijst"), "{opened}");
    assert_ne!(desk.json(&["check", "oud.dossier", "--json"])["version"], 1);
    let backups = desk.backups("oud.dossier");
    let migration = backups
        .iter()
        .find(|it| it["why"] == "voor een nieuwe bestandsvorm" && it["verified"] == true);
    let name = migration.unwrap()["id"].as_str().unwrap();
    let kept = desk.json(&["check", &format!("reserve/{name}"), "--json"]);
    assert_eq!(kept["version"], 1);
    assert_eq!(kept["fingerprint"], before["fingerprint"]);
    desk.done(&["restore", "--from", name, "--out", "terug.dossier"]);
    assert_eq!(
        desk.fingerprint("terug.dossier"),
        before["fingerprint"]["root"]
    );
}

#[test]
fn what_is_sound_in_a_damaged_dossier_is_rescued() {
    let desk = Desk(tempfile::tempdir().unwrap());
    desk.done(&["example", "werk.dossier"]);
    let whole = desk.fingerprint("werk.dossier");
    let mut bytes = fs::read(desk.path("werk.dossier")).unwrap();
    let words = b"Vraagbaak";
    let at = bytes
        .windows(words.len())
        .position(|it| it == words)
        .unwrap();
    bytes[at] = b'W';
    fs::write(desk.path("stuk.dossier"), &bytes).unwrap();
    let damaged = desk.refused(&["answer", "stuk.dossier", "PUR-04", "1"]);
    assert!(damaged.contains("red uit dit bestand"), "{damaged}");
    let said = desk.done(&["rescue", "stuk.dossier", "--out", "gered.dossier"]);
    assert!(said.contains("woorden verloren"), "{said}");
    assert_eq!(fs::read(desk.path("stuk.dossier")).unwrap(), bytes);
    assert_ne!(desk.fingerprint("gered.dossier"), whole);
    // A sound copy brings the words back.
    let merged = desk.json(&["merge", "gered.dossier", "werk.dossier", "--json"]);
    assert_ne!(merged["recovered"], 0);
    desk.refused(&["rescue", "stuk.dossier", "--out", "werk.dossier"]);
}

#[test]
fn no_other_file_takes_the_place_of_a_dossier() {
    let desk = Desk(tempfile::tempdir().unwrap());
    desk.done(&["example", "werk.dossier"]);
    desk.done(&["example", "ander.dossier"]);
    for over in ["werk.dossier", "./werk.dossier", "ander.dossier"] {
        let refused = desk.refused(&["report", "werk.dossier", "--out", over]);
        assert!(refused.contains("Het is niet overschreven"), "{refused}");
    }
    desk.fingerprint("werk.dossier");
    desk.fingerprint("ander.dossier");
    // Another file of the person's own is replaced, as dialogs ask.
    fs::write(desk.path("rapport.pdf"), "vorige keer").unwrap();
    desk.done(&["report", "werk.dossier", "--out", "rapport.pdf"]);
    assert!(
        fs::read(desk.path("rapport.pdf"))
            .unwrap()
            .starts_with(b"%PDF")
    );
}

#[test]
fn a_cut_tail_shows_against_a_backup_and_a_check_says_what_it_was_held_against() {
    let desk = Desk::new();
    let in_english = |file: &str| {
        let checked = desk.run(&["check", file, "--language", "en"]);
        let said = String::from_utf8(checked.stdout).unwrap();
        (checked.status.code(), said)
    };
    // Nothing to compare with, and nothing but one's word for it that this is all.
    fs::remove_dir_all(desk.path("reserve")).ok();
    let (code, said) = in_english("werk.dossier");
    assert_eq!(code, Some(0));
    assert!(said.contains("no backup and no signed report"), "{said}");
    assert!(said.contains("nobody can see it"), "{said}");
    let tail = &desk.json(&["check", "werk.dossier", "--json"])["tail"];
    assert_eq!(
        (&tail["cut"], &tail["backups"]),
        (&false.into(), &serde_json::json!([]))
    );

    // What somebody puts aside and later puts back ends where it was put aside.
    let earlier = fs::read(desk.path("werk.dossier")).unwrap();
    desk.done(&["answer", "werk.dossier", "PUR-01", "yes"]);
    desk.done(&["answer", "werk.dossier", "PUR-02", "yes"]);
    desk.done(&["backup", "werk.dossier"]);
    let (code, said) = in_english("werk.dossier");
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("Compared with 2 backups"), "{said}");
    let whole = fs::read(desk.path("werk.dossier")).unwrap();
    fs::write(desk.path("werk.dossier"), &earlier).unwrap();
    let (code, said) = in_english("werk.dossier");
    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains("holds 2 changes that were made in this file"),
        "{said}"
    );
    let checked = desk.run(&["check", "werk.dossier", "--json"]);
    let checked: Json = serde_json::from_slice(&checked.stdout).unwrap();
    assert_eq!(
        (&checked["sound"], &checked["tail"]["cut"]),
        (&false.into(), &true.into())
    );
    // The backup itself ends where it was made, and is no less sound for that.
    for backup in desk.backups("werk.dossier") {
        desk.done(&[
            "check",
            &format!("reserve/{}", backup["id"].as_str().unwrap()),
        ]);
    }
    // Merging the backup, as is said, brings back what is missing.
    let latest = desk.backups("werk.dossier")[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    desk.done(&["merge", "werk.dossier", &format!("reserve/{latest}")]);
    assert_eq!(in_english("werk.dossier").0, Some(0));

    // A copy that never had it is not called cut off.
    fs::write(desk.path("werk.dossier"), &whole).unwrap();
    desk.done(&["copy", "werk.dossier", "--out", "thuis.dossier"]);
    desk.done(&["answer", "werk.dossier", "PUR-05", "yes"]);
    desk.done(&["backup", "werk.dossier"]);
    let (code, said) = in_english("thuis.dossier");
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("made in another copy"), "{said}");
}
