//! What follows from the answers, through the real program: findings to a decision, where an assessment
//! stands, and the next assessment beside it.

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

const FILE: &str = "werk.dossier";

struct Desk(tempfile::TempDir);

impl Desk {
    /// The example with its answers.
    fn with_example() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        desk.done(&["example", FILE]);
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

    /// Makes something and gives its identity.
    #[track_caller]
    fn made(&self, arguments: &[&str]) -> String {
        let told = self.done(arguments);
        told.trim().rsplit(' ').next().unwrap().to_owned()
    }

    /// Has one member sign a report, which the dossier keeps.
    fn sign(&self) {
        self.sign_for(&["Noor Voorbeeld"]);
    }

    /// Has the first of some who are expected to sign do so.
    fn sign_for(&self, signers: &[&str]) {
        let name = signers[0];
        fs::write(self.path("zin.txt"), "vijf gele fietsen op het dak\n").unwrap();
        let secret = ["--passphrase-file", "zin.txt"];
        if !self.path("noor.p12").exists() {
            let new = ["identity", "new", "--name", name, "--out", "noor.p12"];
            self.done(&[&new[..], &secret].concat());
        }
        let expected: Vec<&str> = signers.iter().flat_map(|name| ["--signer", name]).collect();
        self.done(&[&["report", FILE, "--out", "rapport.pdf"], &expected[..]].concat());
        let sign = [
            "sign",
            "rapport.pdf",
            "--identity",
            "noor.p12",
            "--name",
            name,
        ];
        let to = ["--out", "getekend.pdf", "--dossier", FILE];
        self.done(&[&sign[..], &to, &secret].concat());
    }
}

#[test]
fn findings_lead_to_a_decision_that_says_why_it_departs() {
    let desk = Desk::with_example();
    let before = desk.json(&["finding", "list", FILE, "--json"]);
    let already = before["findings"].as_array().unwrap().len();
    let proposals = before["proposals"].as_array().unwrap();
    assert!(!proposals.is_empty());
    let question = proposals[0]["proposal"]["question"].as_str().unwrap();
    let finding = desk.made(&["finding", "adopt", FILE, question]);
    assert!(
        desk.refused(&["finding", "adopt", FILE, question])
            .contains(question)
    );
    let other = desk.made(&[
        "finding",
        "add",
        FILE,
        "Niemand oefent de noodstop.",
        "--question",
        "PUR-04",
    ]);
    let reworded = [
        "finding",
        "revise",
        FILE,
        &other[..8],
        "--text",
        "De noodstop is niet geoefend.",
    ];
    desk.done(&reworded);
    let positions = ["position", FILE, &other[..8]];
    assert!(desk.done(&positions).contains("nog geen standpunten"));
    desk.done(&[&positions[..], &["Noor Voorbeeld", "agree"]].concat());
    let told = desk.done(&positions);
    assert!(told.contains("Noor Voorbeeld: Akkoord"), "{told}");
    let page = desk.json(&["finding", "list", FILE, "--json"]);
    let findings = page["findings"].as_array().unwrap();
    assert_eq!(findings.len(), already + 2);
    assert_eq!(findings[already]["form"]["proposal"]["question"], question);
    assert_eq!(
        findings[already + 1]["form"]["text"],
        "De noodstop is niet geoefend."
    );
    if let Some(next) = page["proposals"].as_array().unwrap().first() {
        let next = next["proposal"]["question"].as_str().unwrap();
        desk.done(&["finding", "dismiss", FILE, next, "--reason", "Al opgelost."]);
        let page = desk.json(&["finding", "list", FILE, "--json"]);
        let dismissed = page["dismissed"].as_array().unwrap();
        assert!(
            dismissed
                .iter()
                .any(|it| it["question"]["id"] == next && it["reason"] == "Al opgelost.")
        );
    }

    let risk = [
        "risk",
        "add",
        FILE,
        "Een klant krijgt een verkeerd antwoord.",
    ];
    desk.refused(&[&risk[..], &["--before", "6x1"]].concat());
    let about = [
        "--before",
        "4x3",
        "--finding",
        &finding[..8],
        "--for-whom",
        "klanten",
    ];
    let risk = desk.made(&[&risk[..], &about].concat());
    desk.done(&["risk", "revise", FILE, &risk[..8], "--after", "2x3"]);
    let listed = desk.json(&["risk", "list", FILE, "--json"]);
    let risks = listed[0].as_array().unwrap();
    let number = risks.last().unwrap()["number"].clone();
    assert_eq!(
        risks.last().unwrap()["findings"].as_array().unwrap().len(),
        1
    );
    let cell =
        |likelihood: usize, impact: usize| &listed[1]["rows"][5 - likelihood]["cells"][impact - 1];
    assert!(cell(4, 3)["before"].as_array().unwrap().contains(&number));
    assert!(cell(2, 3)["after"].as_array().unwrap().contains(&number));
    let measure = [
        "measure",
        "add",
        FILE,
        "Elke week steekproeven.",
        "--risk",
        &risk[..8],
        "--owner",
        "Karim Denkbeeld",
        "--due",
        "2020-02-01",
    ];
    desk.done(&measure);
    let last = |desk: &Desk| {
        let listed = desk.json(&["measure", "list", FILE, "--json"]);
        listed.as_array().unwrap().last().unwrap().clone()
    };
    let measure = last(&desk);
    assert_eq!(measure["form"]["owner"]["kind"], "member");
    assert_eq!(measure["owner"], "Karim Denkbeeld");
    assert_eq!(measure["overdue"], true);
    let measure = measure["id"].as_str().unwrap();
    let revise = ["measure", "revise", FILE, &measure[..8]];
    desk.done(
        &[
            &revise[..],
            &["--owner", "De leverancier", "--since", "2020-01-15"],
        ]
        .concat(),
    );
    let measure = last(&desk);
    assert_eq!(measure["owner"], "De leverancier");
    assert_eq!(measure["form"]["due"], "2020-02-01");
    assert_eq!(measure["overdue"], false);

    let action = ["action", "add", FILE, "Oefen de noodstop."];
    let when = ["--owner", "Karim Denkbeeld", "--due", "2020-01-01"];
    let action = desk.made(&[&action[..], &when].concat());
    let late = |desk: &Desk| {
        desk.json(&["action", "list", FILE, "--json"])["overdue"]
            .as_u64()
            .unwrap()
    };
    let overdue = late(&desk);
    assert!(overdue >= 1);
    let progress = ["action", "progress", FILE, &action[..8]];
    assert!(
        desk.refused(&[&progress[..], &["dropped"]].concat())
            .contains("reden")
    );
    fs::write(desk.path("oefening.txt"), "Geslaagd.").unwrap();
    let shown = [
        "done",
        "--note",
        "Geoefend op 3 maart.",
        "--proof",
        "oefening.txt",
    ];
    desk.done(&[&progress[..], &shown].concat());
    assert_eq!(late(&desk), overdue - 1);
    let page = desk.json(&["action", "list", FILE, "--all", "--json"]);
    let actions = page["actions"].as_array().unwrap();
    let done = actions
        .iter()
        .find(|it| it["id"] == action.as_str())
        .unwrap();
    assert_eq!(done["form"]["owner"]["kind"], "member");
    assert_eq!(done["progress"][0]["proof"], json!(["oefening.txt"]));

    let opinion = ["opinion", "add", FILE, "works_council", "--not-asked"];
    assert!(desk.refused(&opinion).contains("waarom"));
    desk.done(
        &[
            &opinion[..],
            &["--because", "De raad vergadert pas in maart."],
        ]
        .concat(),
    );

    assert!(
        desk.refused(&["advise", FILE, "go_if", "--because", "Nuttig."])
            .contains("voorwaarde")
    );
    let advice = [
        "advise",
        FILE,
        "go_if",
        "--because",
        "Nuttig.",
        "--condition",
        "Eerst oefenen.",
    ];
    let weighed = ["--interest", "klanten=snel geholpen worden"];
    assert!(
        desk.refused(&[&advice[..], &weighed].concat())
            .contains("afgewogen")
    );
    let weighed = [
        &weighed[..],
        &["--weighing", "Juistheid gaat voor snelheid."],
    ]
    .concat();
    desk.done(
        &[
            &advice[..],
            &weighed,
            &["--review-on", "2027-05-01", "--review-when", "incident"],
        ]
        .concat(),
    );
    let decide = ["decide", FILE, "go", "--owner", "Femke Bedacht"];
    assert!(desk.refused(&decide).contains("wijkt af"));
    let decide = [&decide[..], &["--because", "De oefening is gedaan."]].concat();
    assert!(
        desk.refused(&decide)
            .contains("Een klant krijgt een verkeerd antwoord.")
    );
    let all: Vec<String> = (1..=risks.len()).map(|number| number.to_string()).collect();
    let accept: Vec<&str> = all.iter().flat_map(|number| ["--accept", number]).collect();
    desk.done(&[&decide[..], &accept].concat());
    let page = desk.json(&["--language", "en", "advise", FILE, "--json"]);
    assert!(
        page["departs"].as_str().unwrap().contains("departs"),
        "{page}"
    );
    assert_eq!(
        page["decision"]["residual_risks"].as_array().unwrap().len(),
        risks.len()
    );
    assert_eq!(page["advice"]["form"]["review_when"], json!(["incident"]));
}

#[test]
fn what_was_signed_stays_and_whoever_works_on_is_told() {
    let desk = Desk::with_example();
    let status = |desk: &Desk| desk.json(&["status", FILE, "--json"]);
    assert!(
        desk.refused(&["adopt", FILE, "--by", "De directie"])
            .contains("ondertekend")
    );
    assert!(
        desk.refused(&["reopen", FILE, "--reason", "Zomaar."])
            .contains("heropend")
    );
    desk.sign();
    let signed = status(&desk);
    assert_eq!(signed["status"], "signed");
    assert!(signed["since"].as_str().unwrap().contains("Noor Voorbeeld"));
    assert_eq!(signed["missing"], json!([]));
    desk.done(&["adopt", FILE, "--by", "De directie", "--date", "2026-12-01"]);
    assert!(
        status(&desk)["since"]
            .as_str()
            .unwrap()
            .contains("De directie")
    );

    // What the organisation adopted takes no more work, and an undo is work.
    let answer = ["answer", FILE, "PUR-04", "1", "--because", "Toch anders."];
    for refused in [&answer[..], &["undo", FILE, "60"]] {
        assert!(desk.refused(refused).contains("Heropen de zelfbeoordeling"));
    }
    desk.done(&["reopen", FILE, "--reason", "Er kwam een ander model."]);
    desk.done(&answer);
    desk.sign();

    // Work on what was only signed opens it again, and says so.
    let output = desk.run(&["answer", FILE, "PUR-04", "2", "--because", "Nog eens."]);
    assert!(output.status.success());
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("weer open"), "{told}");
    let open = status(&desk);
    assert!(matches!(
        open["status"].as_str(),
        Some("concept" | "ready_to_sign")
    ));
    assert!(
        open["reopened"].as_str().unwrap().contains("PUR-04"),
        "{open}"
    );
    assert!(!open["since_signed"].as_array().unwrap().is_empty());

    desk.done(&["withdraw", FILE, "--reason", "Wij stoppen met de chatbot."]);
    let withdrawn = status(&desk);
    assert_eq!(withdrawn["status"], "withdrawn");
    assert!(
        withdrawn["since"]
            .as_str()
            .unwrap()
            .contains("Wij stoppen met de chatbot.")
    );
    desk.refused(&["withdraw", FILE, "--reason", "Nog eens."]);
    desk.done(&["reopen", FILE, "--reason", "De chatbot komt terug."]);
    let again = status(&desk);
    assert!(
        again["reopened"]
            .as_str()
            .unwrap()
            .contains("De chatbot komt terug.")
    );
    let places = again["missing"].as_array().unwrap();
    assert!(places.iter().all(|it| it["place"]["kind"].is_string()));
}

#[test]
fn whoever_adopts_without_all_signatures_says_why() {
    let desk = Desk::with_example();
    desk.sign_for(&["Noor Voorbeeld", "Ilse Fictief"]);
    let adopt = ["adopt", FILE, "--by", "De directie"];
    assert!(desk.refused(&adopt).contains("Ilse Fictief"));
    let status = desk.json(&["status", FILE, "--json"]);
    assert_eq!(status["awaited"], json!(["Ilse Fictief"]));
    desk.done(&[&adopt[..], &["--because", "Ilse is met verlof."]].concat());
    let status = desk.json(&["status", FILE, "--json"]);
    assert!(status["since"].as_str().unwrap().contains("met verlof"));
}

#[test]
fn conditions_name_who_sees_to_them_and_an_action_item_is_written_anew() {
    let desk = Desk::with_example();
    let advise = ["advise", FILE, "go_if", "--because", "Bijna klaar."];
    let conditions = ["--condition", "Voorleestest", "--condition", "Belknop"];
    let nobody = [&advise[..], &conditions, &["--condition-owner", "3=Noor"]].concat();
    assert!(desk.refused(&nobody).contains("3=Noor"));
    let who = ["--condition-owner", "2=Team web"];
    let when = ["--condition-due", "1=2027-01-15"];
    desk.done(&[&advise[..], &conditions, &who, &when].concat());
    let page = desk.json(&["advise", FILE, "--json"]);
    let written = &page["advice"]["form"]["conditions"];
    assert_eq!(written[0]["due"], "2027-01-15");
    assert_eq!(written[1]["owner"]["name"], "Team web");

    let add = [
        "action",
        "add",
        FILE,
        "Meet de wachttijd.",
        "--owner",
        "Ans",
    ];
    let action = desk.made(&add);
    let revise = ["action", "revise", FILE, &action[..8]];
    desk.done(&[&revise[..], &["--due", "2027-02-01"]].concat());
    desk.refused(&["action", "revise", FILE, "ffffffff"]);
    let page = desk.json(&["action", "list", FILE, "--json"]);
    let actions = page["actions"].as_array().unwrap();
    let held = actions
        .iter()
        .find(|it| it["id"] == action.as_str())
        .unwrap();
    assert_eq!(held["form"]["due"], "2027-02-01");
    assert_eq!(held["form"]["text"], "Meet de wachttijd.");
}

#[test]
fn the_next_assessment_begins_with_what_the_last_one_left() {
    let desk = Desk::with_example();
    let action = [
        "action",
        "add",
        FILE,
        "Meet de wachttijd.",
        "--owner",
        "Het klantenpanel",
    ];
    let action = desk.made(&action);
    desk.done(&[
        "assess",
        FILE,
        "--subject",
        "Vraagbaak",
        "--date",
        "2027-11-21",
    ]);
    let assessments = desk.json(&["assessments", FILE, "--json"]);
    let [first, second] = [0, 1].map(|place| assessments[place]["id"].as_str().unwrap());
    assert_eq!(assessments[1]["answered"], 0);

    let list = ["action", "list", FILE, "--assessment", second, "--json"];
    let page = desk.json(&list);
    let carried = page["actions"].as_array().unwrap();
    assert!(
        carried
            .iter()
            .any(|it| it["id"] == action.as_str() && it["carried_over"].is_string())
    );

    desk.refused(&["take-over", FILE, "--from", first, "--to", first]);
    desk.done(&["take-over", FILE, "--from", first, "--to", second]);
    let now = desk.json(&["assessments", FILE, "--json"]);
    assert_eq!(
        now[1]["answered"], now[0]["answered"],
        "the profile has the rest asked, and it is taken over too"
    );
    let taken = |desk: &Desk| {
        let page = desk.json(&["compare", FILE, "--json"]);
        let questions = page["questions"].as_array().unwrap().clone();
        questions
            .into_iter()
            .find(|it| it["question"]["id"] == "PUR-04")
            .unwrap()
    };
    assert_eq!(
        (&taken(&desk)["taken_over"], &taken(&desk)["change"]),
        (&json!(true), &json!("same"))
    );

    // To say the same oneself is to have looked at it.
    let export = desk.json(&["questions", FILE, "--assessment", second, "--json"]);
    assert!(
        export
            .as_array()
            .unwrap()
            .iter()
            .any(|it| it["id"] == "PUR-04" && it["answered"] == true)
    );
    desk.done(&["answer", FILE, "PUR-04", "0", "--assessment", second]);
    assert_eq!(taken(&desk)["taken_over"], false);
    let page = desk.json(&["compare", FILE, first, second, "--json"]);
    assert_eq!(page["assessments"].as_array().unwrap().len(), 2);
    assert_eq!(page["total"]["values"].as_array().unwrap().len(), 2);
    desk.done(&[
        "action",
        "progress",
        FILE,
        &action[..8],
        "done",
        "--note",
        "Gemeten.",
    ]);
    let page = desk.json(&["compare", FILE, "--json"]);
    let closed = page["actions_closed"].as_array().unwrap();
    assert!(closed.iter().any(|it| it["id"] == action.as_str()));
    assert!(desk.refused(&["compare", FILE, first]).contains("twee"));

    let scan = desk.json(&["quick-scan", FILE, "--assessment", second, "--json"]);
    assert!(scan["asked"].as_u64().unwrap() >= 10);
    assert_eq!(scan["asked"], scan["settled"]);
    let english = desk.done(&[
        "--language",
        "en",
        "quick-scan",
        FILE,
        "--assessment",
        second,
    ]);
    assert!(english.contains("All questions of the quick scan are answered."));
}
