//! A workshop through the real program: five members, from silent scores, one of them cast at home, to
//! positions; and that nobody sees a score before the reveal.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::{Value as Json, json};

const MEMBERS: [&str; 5] = ["Zoë", "Bram", "Noor", "Sem", "Fenna"];
/// What is said with each vote: to be seen nowhere before the reveal.
const WORDS: &str = "kwartelei";

struct Desk(tempfile::TempDir);

impl Desk {
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

    /// Runs a command that must be refused; gives what it said.
    #[track_caller]
    fn refused(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {output:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    fn score(&self, file: &str, member: &str, level: &str, secret: &[&str]) {
        let vote = ["score", file, member, "PUR-04", level, "--because", WORDS];
        self.done(&[&vote[..], secret].concat());
    }

    /// A committee of five with an assessment, and a PIN for each.
    fn with_committee() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        let organisation = ["--organisation", "Voorbeeld Webwinkel B.V."];
        desk.done(&[&["new", "werk.dossier"][..], &organisation].concat());
        for (place, name) in MEMBERS.iter().enumerate() {
            let whom = if place == 0 { "customers,law" } else { "board" };
            let member = ["--name", *name, "--speaks-for", whom];
            desk.done(&[&["member", "add", "werk.dossier"][..], &member].concat());
            fs::write(desk.path(&format!("{place}.pin")), format!("471{place}\n")).unwrap();
        }
        desk.done(&["assess", "werk.dossier", "--subject", "Vraagbaak"]);
        desk
    }
}

#[test]
fn a_workshop_goes_from_silent_scores_to_positions() {
    let desk = Desk::with_committee();
    let mandated = [
        "--mandated-by",
        "De directie",
        "--mandated-on",
        "2026-02-02",
    ];
    let agreed = ["committee", "werk.dossier", "--quorum", ">1/2"];
    desk.done(&[&agreed[..], &mandated].concat());
    let told = desk.done(&agreed[..2]);
    assert!(told.contains("De directie, 2 februari 2026"), "{told}");
    let plan = ["--topic", "PUR-04=15", "--topic", "Rondvraag=5"];
    desk.done(&[&["session", "plan", "werk.dossier"][..], &plan].concat());
    desk.done(&["session", "start", "werk.dossier"]);
    for name in &MEMBERS[..2] {
        let told = desk.done(&["session", "attend", "werk.dossier", name]);
        assert!(told.contains("niet gehaald"), "{told}");
    }
    let told = desk.done(&["session", "attend", "werk.dossier", MEMBERS[2]]);
    assert!(told.contains("Het quorum is gehaald"), "{told}");
    desk.done(&["session", "take-up", "werk.dossier", "PUR-04"]);

    desk.done(&["round", "open", "werk.dossier", "PUR-04", "--named"]);
    // Fenna votes at home, on a copy that knows whose it is.
    let copy = ["copy", "werk.dossier", "--out", "fenna.dossier"];
    desk.done(&[&copy[..], &["--for", "Fenna"]].concat());
    let vote = ["PUR-04", "4", "--because", WORDS, "--pin-file", "4.pin"];
    desk.done(&[&["score", "fenna.dossier"], &vote[..]].concat());
    let told = desk.refused(&[&["score", "werk.dossier"], &vote[..]].concat());
    assert!(told.contains("Van wie deze score is"), "{told}");
    for (place, level) in ["0", "3", "3", "2"].iter().enumerate() {
        let pin = format!("{place}.pin");
        desk.score("werk.dossier", MEMBERS[place], level, &["--pin-file", &pin]);
    }
    // Nobody votes anew in another's name; whoever does so under their own code has one vote.
    let anew = ["score", "werk.dossier", "Bram", "PUR-04", "0"];
    let pin = |file: &'static str| [&anew[..], &["--pin-file", file]].concat();
    assert!(desk.refused(&pin("2.pin")).contains("pincode"));
    let without = [&anew[..], &["--without-pin"]].concat();
    assert!(desk.refused(&without).contains("pincode"));
    desk.done(&["merge", "werk.dossier", "fenna.dossier"]);

    // The program tells who voted, and nothing that it writes tells what.
    let round = desk.json(&["round", "show", "werk.dossier", "--json"]);
    assert_eq!(round["questions"][0]["voted"], 5);
    assert_eq!(round["questions"][0]["result"], Json::Null);
    desk.done(&["export", "werk.dossier", "--out", "export.json"]);
    let history = desk.json(&["history", "werk.dossier", "--json"]);
    let entries = history.as_array().unwrap();
    let votes: Vec<&Json> = entries
        .iter()
        .filter(|entry| entry["kind"] == "vote_cast")
        .collect();
    assert_eq!(votes.len(), 5);
    for vote in &votes {
        assert_eq!(
            (&vote["before"], &vote["after"]),
            (&Json::Null, &Json::Null)
        );
    }
    for told in [
        desk.done(&["history", "werk.dossier"]),
        history.to_string(),
        desk.done(&["history", "werk.dossier", "--as-of", "2999-01-01", "--json"]),
        desk.done(&["round", "show", "werk.dossier"]),
        desk.done(&["comment", "list", "werk.dossier", "PUR-04", "--json"]),
        fs::read_to_string(desk.path("export.json")).unwrap(),
        String::from_utf8_lossy(&fs::read(desk.path("werk.dossier")).unwrap()).into_owned(),
    ] {
        assert!(!told.contains(WORDS), "{told}");
    }

    // A wrong code reveals nothing; without Sem's code his vote stays shut.
    let wrong = ["reveal", "werk.dossier", "--pin-file", "Zoë=1.pin"];
    assert!(desk.refused(&wrong).contains("pincode"));
    let pins: Vec<String> = [(0, "Zoë"), (1, "Bram"), (2, "Noor"), (4, "Fenna")]
        .iter()
        .map(|(place, name)| format!("{name}={place}.pin"))
        .collect();
    let mut reveal = vec!["reveal", "werk.dossier", "--json"];
    for pin in &pins {
        reveal.extend(["--pin-file", pin]);
    }
    let output = desk.run(&reveal);
    assert!(output.status.success(), "{output:?}");
    assert!(String::from_utf8(output.stderr).unwrap().contains("Sem"));
    let page: Json = serde_json::from_slice(&output.stdout).unwrap();
    let result = &page["questions"][0]["result"];
    assert_eq!(result["locked"], 1);
    assert_eq!(result["spread"], 4);
    assert_eq!(result["speak_first"], json!(["Zoë", "Fenna"]));
    let later = [
        "reveal",
        "werk.dossier",
        "--json",
        "--pin-file",
        "Sem=3.pin",
    ];
    let page = desk.json(&later);
    let result = &page["questions"][0]["result"];
    let counted: Vec<&Json> = result["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| &step["votes"])
        .collect();
    assert_eq!(json!(counted), json!([1, 0, 1, 2, 1]));
    assert_eq!(result["locked"], 0);
    assert_eq!(result["named"][0]["because"], WORDS);
    let late = [
        "score",
        "werk.dossier",
        "Sem",
        "PUR-04",
        "0",
        "--without-pin",
    ];
    assert!(desk.refused(&late).contains("onthuld"));

    // The committee answers; two differ, and are asked again once the answer is revised.
    desk.done(&["answer", "werk.dossier", "PUR-04", "3"]);
    let position = |stance: &[&str]| {
        let on = ["position", "werk.dossier", "PUR-04"];
        desk.done(&[&on[..], stance].concat())
    };
    position(&["Bram", "agree"]);
    position(&[
        "Zoë",
        "dissent",
        "--reason",
        "Er is geen test.",
        "--unnamed",
    ]);
    position(&["Noor", "reservation", "--reason", "Mits getest."]);
    desk.refused(&["position", "werk.dossier", "PUR-04", "Sem", "dissent"]);
    let before = desk.json(&["position", "werk.dossier", "PUR-04", "--json"]);
    assert_eq!(before["standing"].as_array().unwrap().len(), 3);
    assert_eq!(
        (&before["contested"], &before["standing"][0]["named"]),
        (&json!(true), &json!(false))
    );
    desk.done(&["answer", "werk.dossier", "PUR-04", "2"]);
    let after = desk.json(&["position", "werk.dossier", "PUR-04", "--json"]);
    assert_eq!(after["standing"], json!([]));
    assert_eq!(after["earlier"].as_array().unwrap().len(), 3);
    let again = after["to_ask_again"].as_array().unwrap();
    let names: Vec<&Json> = again.iter().map(|person| &person["name"]).collect();
    assert_eq!(json!(names), json!(["Zoë", "Bram", "Noor"]));
    let agenda = desk.json(&["session", "agenda", "werk.dossier", "--json"]);
    assert!(agenda["minutes"].as_u64().unwrap() > 0);

    let minutes = ["--topic", "Rondvraag"];
    let written = ["session", "minutes", "werk.dossier", "Niets meer."];
    desk.done(&[&written[..], &minutes].concat());
    desk.done(&["session", "park", "werk.dossier", "De spraaklijn"]);
    let ask = ["Hoe vaak is er getest?", "--owner", "De datawetenschapper"];
    desk.done(&[&["session", "ask", "werk.dossier"][..], &ask].concat());
    desk.done(&["session", "end", "werk.dossier"]);
    let session = desk.json(&["session", "show", "werk.dossier", "--json"]);
    assert_eq!(session["state"], "ended");
    assert_eq!(session["parked"][0]["text"], "De spraaklijn");
    assert_eq!(session["take_home"][0]["owner"], "De datawetenschapper");
    assert_eq!(session["agenda"][1]["written"], "Niets meer.");
    assert_eq!(desk.run(&["check", "werk.dossier"]).status.code(), Some(0));
}

#[test]
fn what_a_session_left_is_settled_and_its_plan_is_written_anew() {
    let desk = Desk::with_committee();
    let file = "werk.dossier";
    let plan = [
        "--date",
        "2026-11-20",
        "--place",
        "Zaal 3",
        "--topic",
        "PUR-04=10",
    ];
    desk.done(&[&["session", "plan", file][..], &plan].concat());
    let topics = ["--topic", "PUR-04=15", "--topic", "Rondvraag=5"];
    desk.done(
        &[
            &["session", "revise", file, "--date", "2026-11-21"][..],
            &topics,
        ]
        .concat(),
    );
    let session = desk.json(&["session", "show", file, "--json"]);
    assert_eq!(session["form"]["date"], "2026-11-21");
    assert_eq!(
        session["form"]["place"], "Zaal 3",
        "what was not named stays"
    );
    assert_eq!(session["minutes_planned"], 20);

    desk.done(&["session", "start", file]);
    desk.done(&["session", "take-up", file, "PUR-04"]);
    let closed = desk.done(&["session", "close-topic", file, "PUR-04"]);
    let again = desk.done(&["session", "close-topic", file, "PUR-04"]);
    assert_eq!(again, closed, "what is closed is not closed once more");
    let session = desk.json(&["session", "show", file, "--json"]);
    assert_eq!(session["on_the_table"], Json::Null);
    assert_eq!(session["agenda"][0]["done"], true);

    desk.done(&["session", "park", file, "De spraaklijn"]);
    for (asked, owner) in [
        ("Hoe vaak is er getest?", "De bouwer"),
        ("Wie belt terug?", "Zoë"),
    ] {
        desk.done(&["session", "ask", file, asked, "--owner", owner]);
    }
    let listed = desk.done(&["session", "list", file]);
    let named = listed
        .lines()
        .find(|line| line.ends_with("Wie belt terug?"));
    let short = named.unwrap().split_whitespace().next().unwrap();
    desk.refused(&["session", "take-out", file, "Een ander punt", "Weg"]);
    desk.done(&["session", "take-out", file, "De spraaklijn", "Volgend jaar"]);
    desk.done(&[
        "session",
        "answer",
        file,
        "Hoe vaak is er getest?",
        "Drie keer.",
    ]);
    desk.done(&[
        "session",
        "drop",
        file,
        short,
        "--reason",
        "Dat is nu duidelijk.",
    ]);
    let left = desk.json(&["session", "list", file, "--json"]);
    assert_eq!(left["parked"][0]["outcome"], "Volgend jaar");
    let settled = left["take_home"].as_array().unwrap();
    let of = |field: &str| settled.iter().find_map(|it| it[field].as_str());
    assert_eq!(of("answer"), Some("Drie keer."));
    assert_eq!(of("dropped"), Some("Dat is nu duidelijk."));
    let listed = desk.done(&["session", "list", file]);
    assert!(
        !listed.contains("spraaklijn") && !listed.contains("belt terug"),
        "{listed}"
    );
}

#[test]
fn who_stands_aside_is_refused_and_says_so_in_both_languages() {
    let desk = Desk::with_committee();
    let interest = ["Bram", "--subject", "Vraagbaak"];
    let declare = ["interest", "declare", "werk.dossier"];
    let reason = ["--reason", "Aandelen in de leverancier."];
    desk.done(&[&declare[..], &interest, &reason].concat());
    desk.done(&["round", "open", "werk.dossier", "PUR-04"]);
    desk.done(&["answer", "werk.dossier", "PUR-04", "3"]);
    let score = [
        "score",
        "werk.dossier",
        "Bram",
        "PUR-04",
        "3",
        "--without-pin",
    ];
    assert!(desk.refused(&score).contains("eigen belang bij Vraagbaak"));
    let english = [&["--language", "en"][..], &score].concat();
    assert!(
        desk.refused(&english)
            .contains("interest of their own in Vraagbaak")
    );
    let position = ["position", "werk.dossier", "PUR-04", "Bram", "agree"];
    assert!(desk.refused(&position).contains("eigen belang"));
    desk.done(&[&["interest", "end", "werk.dossier"][..], &interest].concat());
    desk.done(&position);
    desk.done(&score);
}

#[test]
fn votes_without_a_code_keep_an_export_back_until_the_reveal() {
    let desk = Desk::with_committee();
    desk.done(&["round", "open", "werk.dossier", "PUR-04"]);
    desk.score("werk.dossier", "Noor", "1", &["--without-pin"]);
    let export = ["export", "werk.dossier", "--out", "export.json"];
    assert!(desk.refused(&export).contains("pincode"));
    assert!(!desk.path("export.json").exists());
    desk.done(&["reveal", "werk.dossier"]);
    desk.done(&export);
    // What was revealed cannot be taken back, and that is told as a refusal.
    let history = desk.json(&["history", "werk.dossier", "--json"]);
    let entries = history.as_array().or_else(|| history["entries"].as_array());
    let vote = entries
        .unwrap()
        .iter()
        .find(|entry| entry["kind"] == "vote_cast")
        .unwrap();
    let undo = ["undo", "werk.dossier", vote["id"].as_str().unwrap()];
    assert!(desk.refused(&undo).contains("onthuld"));
    // This round shows no names, so the reveal tells what was said and not by whom.
    let page = desk.json(&["round", "show", "werk.dossier", "--json"]);
    let result = &page["questions"][0]["result"];
    assert_eq!(
        (&result["named"], &result["speak_first"]),
        (&json!([]), &json!([]))
    );
    assert_eq!(result["because"][0]["because"], WORDS);
}

#[test]
fn comments_form_threads_that_are_resolved_and_chosen() {
    let desk = Desk::with_committee();
    let add = ["comment", "add", "werk.dossier", "PUR-04"];
    let told = desk.done(&[&add[..], &["Klopt dit?", "--member", "Noor"]].concat());
    let first = told.trim().rsplit(' ').next().unwrap().to_owned();
    desk.done(&[&add[..], &["Ja.", "--reply-to", &first, "--in-report"]].concat());
    desk.done(&[
        "comment",
        "revise",
        "werk.dossier",
        &first,
        "Klopt dit wel?",
    ]);
    desk.done(&["comment", "resolve", "werk.dossier", &first]);
    desk.done(&["comment", "choose", "werk.dossier", &first]);
    let threads = desk.json(&["comment", "list", "werk.dossier", "PUR-04", "--json"]);
    assert_eq!(threads.as_array().unwrap().len(), 1);
    let (comment, reply) = (&threads[0]["comment"], &threads[0]["replies"][0]);
    assert_eq!(
        (&comment["by"], &comment["text"]),
        (&json!("Noor"), &json!("Klopt dit wel?"))
    );
    assert!(comment["resolved"].is_string() && comment["in_report"] == true);
    assert_eq!(
        (&reply["text"], &reply["in_report"]),
        (&json!("Ja."), &json!(true))
    );
}

#[test]
fn members_have_a_term_and_leave() {
    let desk = Desk::with_committee();
    let term = ["Sem", "--until", "2020-12-31", "--speaks-for", "privacy"];
    desk.done(&[&["member", "revise", "werk.dossier"][..], &term].concat());
    desk.done(&["member", "leave", "werk.dossier", "Fenna"]);
    let page = desk.json(&["committee", "werk.dossier", "--json"]);
    assert_eq!(
        (&page["deciding"], &page["left"][0]["form"]["name"]),
        (&json!(3), &json!("Fenna"))
    );
    assert_eq!(page["members"][0]["form"]["speaks_for"], "customers,law");
    let sem = &page["members"][3];
    assert_eq!(
        (&sem["serving"], &sem["form"]["until"]),
        (&json!(false), &json!("2020-12-31"))
    );
    desk.done(&["round", "open", "werk.dossier", "PUR-04"]);
    let score = [
        "score",
        "werk.dossier",
        "Sem",
        "PUR-04",
        "3",
        "--without-pin",
    ];
    assert!(desk.refused(&score).contains("geen lid"));
}
