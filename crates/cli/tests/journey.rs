//! The whole way on the command line, from a new dossier to a report that verifies, with a case whose
//! results were computed independently; and what becomes of it when the program is killed.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::{Value as Json, json};

struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_verantwoord"));
        command
            .args(arguments)
            .current_dir(self.0.path())
            .env("VERANTWOORD_BACKUPS", self.path("reserve"))
            .stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
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

    #[track_caller]
    fn code(&self, arguments: &[&str]) -> i32 {
        self.run(arguments).status.code().unwrap()
    }

    fn with_assessment() -> Self {
        let desk = Self::new();
        desk.done(&[
            "new",
            "werk.dossier",
            "--organisation",
            "Voorbeeld Webwinkel B.V.",
        ]);
        desk.done(&[
            "assess",
            "werk.dossier",
            "--subject",
            "Vraagbaak",
            "--date",
            "2026-11-21",
        ]);
        desk
    }

    fn answering(&self) -> Child {
        self.command(&["answer", "werk.dossier", "--stdin"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap()
    }
}

fn worked_cases() -> Json {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../assessment/tests/fixtures/worked-case.json");
    serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap()
}

/// A value as the command line takes it.
fn line(question: &str, value: &Json) -> String {
    let mut line = json!({ "question": question, "value": value });
    if value == "na" {
        line["because"] = json!("Dit speelt hier niet.");
        line["by"] = json!("Noor Voorbeeld");
    }
    format!("{line}\n")
}

#[test]
fn the_worked_cases_come_out_exactly() {
    let cases = worked_cases();
    for (name, case) in cases["cases"].as_object().unwrap() {
        let desk = Desk::with_assessment();
        let mut child = desk.answering();
        let mut input = child.stdin.take().unwrap();
        let mut answered = 0;
        for part in ["intake", "answers"] {
            for (question, value) in case[part].as_object().unwrap() {
                if value != "not_yet_known" {
                    input.write_all(line(question, value).as_bytes()).unwrap();
                    answered += 1;
                }
            }
        }
        drop(input);
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{name}: {output:?}");
        let acknowledged = String::from_utf8(output.stdout).unwrap();
        assert_eq!(acknowledged.lines().count(), answered);

        let expected = &case["expected"];
        let scores = desk.json(&["scores", "werk.dossier", "--json"]);
        assert_eq!(scores["asked"], expected["asked_count"], "{name}");
        let unanswered = expected["unanswered"].as_array().unwrap().len();
        let open = scores["asked"].as_u64().unwrap() - scores["answered"].as_u64().unwrap();
        assert_eq!(open as usize, unanswered, "{name}");
        assert_eq!(scores["verdict"], expected["verdict"], "{name}");
        assert_eq!(scores["provisional"], expected["provisional"], "{name}");
        assert_eq!(
            scores["keyPoints"], expected["missing_key_points"],
            "{name}"
        );
        for gap in ["open", "partly", "unknown", "upcoming"] {
            assert_eq!(
                scores["legal"][gap], expected["legal_gaps"][gap],
                "{name} {gap}"
            );
        }
        let shown = |tally: &Json| match tally["shown"] == true {
            true => tally["score"].clone(),
            false => Json::Null,
        };
        assert_eq!(
            scores["total"].as_f64(),
            shown(&expected["total"]).as_f64(),
            "{name}"
        );
        for part in ["themes", "promises"] {
            let expected: BTreeMap<String, Option<f64>> = expected[part]
                .as_object()
                .unwrap()
                .iter()
                .map(|(id, tally)| (id.clone(), shown(tally).as_f64()))
                .collect();
            for (id, score) in expected {
                assert_eq!(scores[part][&id].as_f64(), score, "{name} {part} {id}");
            }
        }
        let asked: Vec<Json> = desk
            .json(&["questions", "werk.dossier", "--json"])
            .as_array()
            .unwrap()
            .iter()
            .filter(|question| question["kind"] == "assessment")
            .map(|question| question["id"].clone())
            .collect();
        assert_eq!(json!(asked), expected["asked"], "{name}");
    }
}

#[test]
fn what_programs_read_has_the_promised_form() {
    let desk = Desk::with_assessment();
    let questions = desk.json(&["questions", "werk.dossier", "--json"]);
    assert_eq!(
        questions[0],
        json!({
            "id": "INT-01", "kind": "intake", "type": "single_choice",
            "options": questions[0]["options"], "answered": false,
        })
    );
    let of = |id: &str| {
        let all = questions.as_array().unwrap();
        all.iter()
            .find(|question| question["id"] == id)
            .unwrap()
            .clone()
    };
    assert_eq!(of("PUR-04")["options"], json!(["0", "1", "2", "3", "4"]));
    assert_eq!(of("PUR-04")["type"], "maturity");
    assert_eq!(of("PUR-01")["type"], "yes_partly_no_na");
    assert_eq!(of("MON-02")["options"], json!([]));
    let scores = desk.json(&["scores", "werk.dossier", "--json"]);
    let keys: Vec<&String> = scores.as_object().unwrap().keys().collect();
    assert_eq!(keys.len(), 9, "{keys:?}");
    assert_eq!(scores["promises"].as_object().unwrap().len(), 7);
    assert_eq!(scores["total"], 0.0);
    let history = desk.json(&["history", "werk.dossier", "--json"]);
    assert_eq!(history[0]["kind"], "dossier_started");
    let check = desk.json(&["check", "werk.dossier", "--json"]);
    assert_eq!(
        (&check["sound"], &check["events"]),
        (&json!(true), &json!(3))
    );
}

#[test]
fn a_report_is_signed_and_a_flipped_byte_is_refused() {
    let desk = Desk::new();
    desk.done(&["example", "voorbeeld.dossier"]);
    let report = [
        "report",
        "voorbeeld.dossier",
        "--out",
        "rapport.pdf",
        "--signer",
        "Karim Denkbeeld",
    ];
    desk.done(&report);
    let first = fs::read(desk.path("rapport.pdf")).unwrap();
    desk.done(&report);
    assert!(first == fs::read(desk.path("rapport.pdf")).unwrap());
    assert_eq!(desk.code(&["verify", "rapport.pdf"]), 1);

    fs::write(desk.path("zin.txt"), "vier losse woorden hier\n").unwrap();
    let with_passphrase =
        |arguments: &[&'static str]| [arguments, &["--passphrase-file", "zin.txt"]].concat();
    desk.done(&with_passphrase(&[
        "identity",
        "new",
        "--name",
        "Karim Denkbeeld",
        "--out",
        "noor.p12",
    ]));
    desk.done(&with_passphrase(&[
        "identity",
        "certificate",
        "noor.p12",
        "--out",
        "noor.pem",
    ]));
    let sign = with_passphrase(&[
        "sign",
        "rapport.pdf",
        "--identity",
        "noor.p12",
        "--name",
        "Karim Denkbeeld",
        "--position",
        "dissent",
        "--reason",
        "De voorleestest ontbreekt.",
        "--dossier",
        "voorbeeld.dossier",
        "--out",
        "ondertekend.pdf",
    ]);
    desk.done(&sign);
    assert_eq!(desk.code(&["verify", "ondertekend.pdf"]), 3);
    assert_eq!(
        desk.code(&["verify", "ondertekend.pdf", "--trust", "noor.pem"]),
        0
    );
    let verified = desk.json(&["verify", "ondertekend.pdf", "--trust", "noor.pem", "--json"]);
    assert_eq!(verified["verdict"], "intact");
    assert_eq!(verified["data"], "equal");
    assert_eq!(verified["missing"], json!([]));
    assert_eq!(verified["findings"], json!([]));
    let signature = &verified["signatures"][0];
    assert_eq!(signature["name"], "Karim Denkbeeld");
    assert_eq!(signature["position"], "dissent");
    assert_eq!(signature["level"], "B-B");
    assert_eq!(signature["trusted"], true);
    let history = desk.json(&["history", "voorbeeld.dossier", "--json"]);
    assert_eq!(
        history.as_array().unwrap().last().unwrap()["kind"],
        "report_signed"
    );
    assert_eq!(desk.code(&["check", "voorbeeld.dossier"]), 0);

    let signed = fs::read(desk.path("ondertekend.pdf")).unwrap();
    for place in [signed.len() / 3, signed.len() - 40] {
        let mut changed = signed.clone();
        changed[place] ^= 1;
        fs::write(desk.path("veranderd.pdf"), changed).unwrap();
        assert_eq!(
            desk.code(&["verify", "veranderd.pdf", "--trust", "noor.pem"]),
            1,
            "{place}"
        );
        let sign = with_passphrase(&[
            "sign",
            "veranderd.pdf",
            "--identity",
            "noor.p12",
            "--name",
            "Karim Denkbeeld",
            "--out",
            "nooit.pdf",
        ]);
        assert_ne!(desk.code(&sign), 0);
        assert!(!desk.path("nooit.pdf").exists());
    }
}

#[test]
fn nothing_acknowledged_is_lost_when_the_program_is_killed() {
    let desk = Desk::with_assessment();
    let mut lost = 0_u64;
    for round in 0..10_u64 {
        let mut child = desk.answering();
        let mut input = child.stdin.take().unwrap();
        let writer = std::thread::spawn(move || {
            // Different each time, so that each is an event; until the reader is gone.
            (0_u64..).all(|number| {
                let value = (round * 7 + number) % 9_000;
                input
                    .write_all(line("MON-02", &json!(value)).as_bytes())
                    .is_ok()
            })
        });
        let mut output = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut acknowledged = 0_u64;
        for _ in 0..=(round * 3) {
            let line = output.next().unwrap().unwrap();
            acknowledged = line.strip_prefix("ACK ").unwrap().parse().unwrap();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        for line in output.map_while(Result::ok) {
            acknowledged = line
                .strip_prefix("ACK ")
                .and_then(|n| n.parse().ok())
                .unwrap_or(acknowledged);
        }
        writer.join().unwrap();
        // Whatever comes first undoes what was cut off: a look in one round, a check in the next.
        if round % 2 == 0 {
            desk.done(&["scores", "werk.dossier"]);
        }
        let check = desk.json(&["check", "werk.dossier", "--json"]);
        let events = check["events"].as_u64().unwrap();
        assert_eq!(check["sound"], true);
        if events < acknowledged {
            lost += 1;
        }
    }
    assert_eq!(lost, 0);
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_panic() {
    let desk = Desk::new();
    desk.done(&["example", "voorbeeld.dossier"]);
    let mut child = desk
        .command(&["history", "voorbeeld.dossier"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(4));
    assert!(output.stderr.is_empty(), "{output:?}");
}

#[test]
fn while_somebody_is_at_work_others_look_and_do_not_write() {
    let desk = Desk::with_assessment();
    let mut child = desk.answering();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap()).lines();
    input
        .write_all(line("MON-02", &json!(1)).as_bytes())
        .unwrap();
    assert_eq!(output.next().unwrap().unwrap(), "ACK 4");
    let refused = desk.run(&["answer", "werk.dossier", "MON-02", "2"]);
    assert_eq!(refused.status.code(), Some(4));
    assert!(
        String::from_utf8(refused.stderr)
            .unwrap()
            .contains("in gebruik bij")
    );
    assert_eq!(desk.code(&["scores", "werk.dossier"]), 0);
    drop(input);
    assert!(child.wait().unwrap().success());
    assert_eq!(desk.code(&["answer", "werk.dossier", "MON-02", "2"]), 0);
}
