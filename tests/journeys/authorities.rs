//! What only others can give, by the exchange of files: a certificate of an authority, timestamps, validation data. And how
//! many can sign.

use std::path::PathBuf;

use journeys::Workshop;
use serde_json::Value as Json;

const NOOR: &str = "Noor Voorbeeld";
const ILSE: &str = "Ilse Fictief";
const DOSSIER: &str = "voorbeeld.dossier";

/// A report on its way, and what has to hold at each step.
struct Journey<'w> {
    workshop: &'w Workshop,
    trusted: Vec<PathBuf>,
    pdf: String,
}

impl Journey<'_> {
    /// Carries out a command that writes the report anew.
    #[track_caller]
    fn step(&mut self, command: &[&str], options: &[&str], to: &str) {
        let words = [command, &[self.pdf.as_str(), "--out", to], options].concat();
        self.workshop.done(&words);
        self.pdf = to.to_owned();
    }

    /// Signs, as somebody who has that identity.
    #[track_caller]
    fn sign(&mut self, name: &str, identity: &str, to: &str) {
        let who = ["--name", name, "--identity", identity];
        let secret = ["--passphrase-file", "wachtwoordzin"];
        self.step(&["sign"], &[&who[..], &secret].concat(), to);
    }

    /// Our verifier finds nothing to remark; returns the level of each signature.
    #[track_caller]
    fn levels(&self) -> Vec<String> {
        let trust = self.trusted.iter().map(|path| path.to_str().unwrap());
        let mut words = vec!["verify", &self.pdf, "--json"];
        words.extend(trust.flat_map(|path| ["--trust", path]));
        let output = self.workshop.run(&words);
        let found: Json = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(found["verdict"], "intact", "{found:#}");
        assert_eq!(found["findings"].as_array().unwrap().len(), 0, "{found:#}");
        assert_eq!(found["data"], "equal");
        let signatures = found["signatures"].as_array().unwrap();
        let level = |one: &Json| one["level"].as_str().unwrap().to_owned();
        signatures.iter().map(level).collect()
    }

    /// Everybody else is content too.
    #[track_caller]
    fn agreed(&self, signatures: usize) {
        let (opinions, pdf) = (self.workshop.opinions(), self.workshop.path(&self.pdf));
        opinions.signed_by(&pdf, &self.trusted[..signatures]);
        opinions.messages(&pdf, &self.trusted);
    }
}

#[test]
fn a_report_climbs_to_the_highest_level_by_files_and_others_agree_at_each_step() {
    let Some(workshop) = Workshop::open("authorities") else {
        return;
    };
    let authority = workshop.authority(NOOR);
    let (ilse, certificate) = workshop.identity(ILSE);
    workshop.done(&["example", DOSSIER]);
    let signers = ["--signer", NOOR, "--signer", ILSE];
    workshop.done(&[&["report", DOSSIER, "--out", "rapport.pdf"], &signers[..]].concat());
    let mut journey = Journey {
        workshop: &workshop,
        trusted: vec![authority.root(), certificate],
        pdf: "rapport.pdf".to_owned(),
    };
    // The question goes to somebody with a network, and the answer comes back.
    let stamp = |journey: &mut Journey<'_>, options: &[&str], to: &str| {
        let question = format!("{to}.tsq");
        let ask = ["timestamp", "request", &journey.pdf, "--out", &question];
        workshop.done(&[&ask[..], options].concat());
        let answer = authority.timestamp(&workshop.path(&question));
        let answered = ["--answer", answer.to_str().unwrap(), "--request", &question];
        journey.step(&["timestamp", "embed"], &answered, to);
    };

    let identity = authority.identity();
    journey.sign(NOOR, identity.to_str().unwrap(), "noor.pdf");
    assert_eq!(journey.levels(), ["B-B"]);
    journey.agreed(1);
    stamp(&mut journey, &[], "noor-t.pdf");
    assert_eq!(journey.levels(), ["B-T"]);
    journey.agreed(1);

    journey.sign(ILSE, &ilse, "ilse.pdf");
    assert_eq!(journey.levels(), ["B-T", "B-B"]);
    stamp(&mut journey, &[], "ilse-t.pdf");
    assert_eq!(journey.levels(), ["B-T", "B-T"]);
    journey.agreed(2);

    let (between, list) = (authority.between(), authority.list());
    let answer = authority.answer();
    let said = [
        "--chain",
        between.to_str().unwrap(),
        "--crl",
        list.to_str().unwrap(),
    ];
    let said = [&said[..], &["--ocsp", answer.to_str().unwrap()]].concat();
    journey.step(&["validation", "add"], &said, "lt.pdf");
    assert_eq!(journey.levels(), ["B-LT", "B-LT"]);
    // The data stands behind the last signature, so that pdfsig calls no part the whole document any more.
    let (opinions, with_data) = (workshop.opinions(), workshop.path(&journey.pdf));
    opinions.messages(&with_data, &journey.trusted);
    let without_data = workshop.path("ilse-t.pdf");
    opinions.holds_for_long(&without_data, &journey.trusted, false);
    opinions.holds_for_long(&with_data, &journey.trusted, true);

    stamp(&mut journey, &["--whole"], "lta.pdf");
    assert_eq!(journey.levels(), ["B-LTA", "B-LTA"]);
    let (opinions, last) = (workshop.opinions(), workshop.path(&journey.pdf));
    opinions.messages(&last, &journey.trusted);
    opinions.holds_for_long(&last, &journey.trusted, true);
    opinions.conforms(&last, 3);
}

#[test]
fn an_answer_to_another_question_is_not_embedded() {
    let Some(workshop) = Workshop::open("another-answer") else {
        return;
    };
    let authority = workshop.authority(NOOR);
    workshop.done(&["example", DOSSIER]);
    workshop.done(&["report", DOSSIER, "--out", "rapport.pdf", "--signer", NOOR]);
    let mut journey = Journey {
        workshop: &workshop,
        trusted: vec![authority.root()],
        pdf: "rapport.pdf".to_owned(),
    };
    let identity = authority.identity();
    journey.sign(NOOR, identity.to_str().unwrap(), "een.pdf");
    journey.pdf = "rapport.pdf".to_owned();
    journey.sign(NOOR, identity.to_str().unwrap(), "twee.pdf");
    workshop.done(&["timestamp", "request", "een.pdf", "--out", "een.tsq"]);
    let answer = authority.timestamp(&workshop.path("een.tsq"));
    let embed = [
        "timestamp",
        "embed",
        "twee.pdf",
        "--out",
        "niet.pdf",
        "--answer",
    ];
    let refused = workshop.run(&[&embed[..], &[answer.to_str().unwrap()]].concat());
    assert_eq!(refused.status.code(), Some(1), "{refused:?}");
    assert!(!workshop.path("niet.pdf").exists());
}

#[test]
fn ten_sign_one_after_the_other_and_others_agree() {
    let Some(workshop) = Workshop::open("ten-signers") else {
        return;
    };
    workshop.done(&["example", DOSSIER]);
    let names: Vec<String> = (1..=10)
        .map(|number| format!("Lid {number} Voorbeeld"))
        .collect();
    let mut report = vec![
        "report",
        DOSSIER,
        "--out",
        "rapport.pdf",
        "--edition",
        "summary",
    ];
    report.extend(names.iter().flat_map(|name| ["--signer", name]));
    workshop.done(&report);
    let mut journey = Journey {
        workshop: &workshop,
        trusted: Vec::new(),
        pdf: "rapport.pdf".to_owned(),
    };
    for (number, name) in (1..).zip(&names) {
        let (key, certificate) = workshop.identity(name);
        journey.trusted.push(certificate);
        journey.sign(name, &key, &format!("{number}.pdf"));
        assert_eq!(journey.levels(), vec!["B-B"; number]);
        // One and two are what other journeys are about.
        if number == 4 || number == names.len() {
            journey.agreed(number);
            workshop
                .opinions()
                .conforms(&workshop.path(&journey.pdf), number);
        }
    }
}
