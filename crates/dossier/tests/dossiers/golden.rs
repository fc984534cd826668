//! Files of every published format say to this program what they said to the
//! program that made them.

use std::fs;
use std::path::{Path, PathBuf};

use assessment::State;
use dossier::{Dossier, check};
use serde_json::{Value, json};

use crate::builder::{Desk, holder};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name)
}

/// What a person would say of the dossier, as JSON.
fn said(dossier: &Dossier) -> Value {
    let state = State::from_events(dossier.events());
    let members: Vec<Value> = state
        .members
        .values()
        .map(|it| json!({ "member": it.member, "joined": it.joined, "left": it.left }))
        .collect();
    let assessments: Vec<Value> = state
        .assessments_in_order()
        .into_iter()
        .map(|(id, it)| {
            let answers: Vec<Value> = it
                .answers
                .iter()
                .flat_map(|(question, answers)| {
                    answers
                        .iter()
                        .map(move |one| json!({ "question": question, "answer": one.answer, "at": one.at }))
                })
                .collect();
            let evidence: Vec<&assessment::Evidence> =
                it.evidence.iter().map(|one| &one.evidence).collect();
            let reports: Vec<&str> = it.reports.iter().map(|one| one.sha256.as_str()).collect();
            json!({
                "id": id, "questionnaire": it.questionnaire, "date": it.date, "scope": it.scope,
                "answers": answers, "evidence": evidence, "completed": it.completed, "reports": reports,
            })
        })
        .collect();
    json!({
        "fingerprint": dossier.fingerprint(),
        "organisation": state.organisation,
        "committee": state.committee,
        "members": members,
        "subjects": state.subjects.values().collect::<Vec<_>>(),
        "assessments": assessments,
    })
}

#[test]
#[ignore = "makes the file of a new format, once, before it is published"]
fn the_file_of_this_format_is_made() {
    let desk = Desk::full();
    let version = check(&desk.path).unwrap().version;
    fs::copy(&desk.path, fixture(&format!("v{version}.dossier"))).unwrap();
    let said = said(&Dossier::open_to_read(&desk.path).unwrap());
    let text = serde_json::to_string_pretty(&said).unwrap();
    fs::write(fixture(&format!("v{version}.json")), text + "\n").unwrap();
}

#[test]
fn every_published_format_says_what_it_said() {
    for version in ["v1", "v2"] {
        let expected: Value =
            serde_json::from_slice(&fs::read(fixture(&format!("{version}.json"))).unwrap())
                .unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("oud.dossier");
        fs::copy(fixture(&format!("{version}.dossier")), &path).unwrap();
        let before = fs::read(&path).unwrap();

        assert!(check(&path).unwrap().sound, "{version}");
        assert_eq!(
            said(&Dossier::open_to_read(&path).unwrap()),
            expected,
            "{version}"
        );
        assert_eq!(
            fs::read(&path).unwrap(),
            before,
            "looking changed {version}"
        );

        // To work in it brings it to today's format, and changes nothing it says.
        assert_eq!(
            said(&Dossier::open(&path, &holder()).unwrap()),
            expected,
            "{version}"
        );
        assert!(check(&path).unwrap().sound, "{version}");
        assert_eq!(
            said(&Dossier::open(&path, &holder()).unwrap()),
            expected,
            "{version}"
        );
    }
}
