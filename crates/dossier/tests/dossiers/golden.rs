//! Files of every published format say to this program what they said to the
//! program that made them.

use std::fs;
use std::path::{Path, PathBuf};

use assessment::{Actor, AssessmentState, Change, State};
use dossier::{At, Dossier, NewPassphrase, Secret, Stamp, check, rescue};
use serde_json::{Value, json};

use crate::builder::{Desk, holder, kinds_there_are, member, stamp};
use crate::encrypting::Spread;

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
    let copies = state.copies.values();
    let copies: Vec<_> = copies
        .map(|it| json!({ "copy": it.copy, "at": it.at, "out": it.is_out() }))
        .collect();
    let changes: Vec<_> = dossier
        .events()
        .iter()
        .map(|it| (it.actor, &it.change))
        .collect();
    json!({
        "changes": changes,
        "work": state.assessments.values().map(work).collect::<Vec<_>>(),
        "fingerprint": dossier.fingerprint(),
        "organisation": state.organisation,
        "committee": state.committee,
        "members": members,
        "subjects": state.subjects.values().collect::<Vec<_>>(),
        "assessments": assessments,
        "copies": copies,
    })
}

/// What a person would say of the committee's work.
fn work(state: &AssessmentState) -> Value {
    let sessions = state.sessions.sessions.values();
    let sessions: Vec<_> = sessions
        .map(|it| (&it.session, it.started, it.ended))
        .collect();
    let votes = state.rounds.values().map(|round| {
        let votes = round.round.questions.iter();
        let votes = votes.map(|question| (question, round.voters(question)));
        (&round.round, votes.collect(), round.revealed.is_some())
    });
    let votes: Vec<(_, Vec<_>, _)> = votes.collect();
    let positions = state.deliberation.positions.iter();
    let positions: Vec<_> = positions
        .flat_map(|(on, taken)| taken.iter().map(move |(who, it)| (on, who, &it.statement)))
        .collect();
    let comments = state.deliberation.comments.values();
    let comments: Vec<_> = comments.map(|it| (&it.question, &it.comment)).collect();
    let follow_up = &state.follow_up;
    let findings = follow_up.findings.values();
    let findings: Vec<_> = findings.map(|it| (&it.now, it.dropped.is_some())).collect();
    let actions = follow_up.actions.values();
    let actions: Vec<_> = actions.map(|it| (&it.planned.now, it.status())).collect();
    let documents = follow_up.documents.values();
    let documents: Vec<_> = documents.map(|it| (it.of, &it.evidence)).collect();
    let conclusion = &state.conclusion;
    let advice: Vec<_> = conclusion.advice.iter().map(|it| &it.said).collect();
    let decisions: Vec<_> = conclusion.decisions.iter().map(|it| &it.said).collect();
    json!({
        "sessions": sessions,
        "votes": votes,
        "positions": positions,
        "comments": comments,
        "findings": findings,
        "actions": actions,
        "documents": documents,
        "advice": advice,
        "decisions": decisions,
        "closed": conclusion.closed.is_some(),
    })
}

#[test]
#[ignore = "makes the file of a new format, once, before it is published"]
fn the_file_of_this_format_is_made() {
    let mut desk = Desk::full();
    // One thing more, by a member; and what only a rescue says: words that were lost.
    let mut dossier = desk.open();
    let state = State::from_events(dossier.events());
    let theirs = Stamp {
        actor: Actor::Member(state.current_members()[0].0),
        ..stamp()
    };
    let told = ["Iemand", "Niemand"].map(|name| Change::MemberJoined(member(name)));
    let told = dossier.record(told.to_vec(), theirs, &mut desk.entropy);
    let lost = told.unwrap()[1].id;
    drop(dossier);
    desk.tamper(&format!("delete from payload where hash = '{lost}'"));
    let made = desk.folder.path().join("gemaakt.dossier");
    rescue(&desk.path, &made, &[], stamp(), &mut desk.entropy).unwrap();
    let version = check(&made).unwrap().version;
    fs::copy(&made, fixture(&format!("v{version}.dossier"))).unwrap();
    let said = said(&Dossier::open_to_read(&made).unwrap());
    let text = serde_json::to_string_pretty(&said).unwrap();
    fs::write(fixture(&format!("v{version}.json")), text + "\n").unwrap();
}

/// The files of this format: the second has the kinds that were added to it since.
const OF_THIS_FORMAT: [&str; 2] = ["v3", "v3-copies"];

#[test]
#[ignore = "makes a second file of this format, once, for kinds that were added to it"]
fn the_file_of_kinds_added_since_is_made() {
    let desk = Desk::full();
    fs::copy(&desk.path, fixture("v3-copies.dossier")).unwrap();
    let said = said(&Dossier::open_to_read(&desk.path).unwrap());
    let text = serde_json::to_string_pretty(&said).unwrap();
    fs::write(fixture("v3-copies.json"), text + "\n").unwrap();
}

#[test]
fn the_files_of_this_format_say_something_of_every_kind() {
    let said = OF_THIS_FORMAT.map(|name| {
        let said = fs::read(fixture(&format!("{name}.json"))).unwrap();
        serde_json::from_slice::<Value>(&said).unwrap()
    });
    let changes = said.iter().flat_map(|it| it["changes"].as_array().unwrap());
    let changes: Vec<_> = changes.collect();
    for kind in kinds_there_are() {
        let is_there = changes.iter().any(|it| it[1]["kind"] == *kind);
        assert!(is_there, "{kind}");
    }
}

/// What an older program wrote down of its file; it did not know what to say of everything.
#[track_caller]
fn agree(expected: &Value, dossier: &Dossier) {
    let said = said(dossier);
    for (what, expected) in expected.as_object().unwrap() {
        assert_eq!(&said[what], expected, "{what}");
    }
}

#[test]
fn every_published_format_says_what_it_said() {
    for version in ["v1", "v2"].into_iter().chain(OF_THIS_FORMAT) {
        let expected = fs::read(fixture(&format!("{version}.json"))).unwrap();
        let expected: Value = serde_json::from_slice(&expected).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("oud.dossier");
        fs::copy(fixture(&format!("{version}.dossier")), &path).unwrap();
        let before = fs::read(&path).unwrap();

        assert!(check(&path).unwrap().sound, "{version}");
        agree(&expected, &Dossier::open_to_read(&path).unwrap());
        assert_eq!(
            fs::read(&path).unwrap(),
            before,
            "looking changed {version}"
        );

        // To work in it brings it to today's format, and changes nothing it says.
        agree(&expected, &Dossier::open(&path, &holder()).unwrap());
        let now = check(&path).unwrap();
        assert!(now.sound, "{version}");
        assert_eq!(now.version, dossier::VERSION);
        agree(&expected, &Dossier::open(&path, &holder()).unwrap());
    }
}

#[test]
#[ignore = "encrypts the file of a format, once, before it is published"]
fn the_encrypted_file_of_this_format_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("geheim.dossier");
    fs::copy(fixture("v3.dossier"), &path).unwrap();
    let mut dossier = Dossier::open(&path, &holder()).unwrap();
    let passphrase = NewPassphrase::new(PASSPHRASE).unwrap();
    let sealed = dossier
        .encrypt(&passphrase, &folder.path().join("nergens"), &mut Spread(3))
        .unwrap();
    drop(dossier);
    fs::copy(&path, fixture("v3-encrypted.dossier")).unwrap();
    let code = format!("{}\n", *sealed.code.to_text());
    fs::write(fixture("v3-encrypted.code"), code).unwrap();
}

const PASSPHRASE: &str = "Een zin die iedereen mag weten";

#[test]
fn an_encrypted_file_opens_as_it_did_with_passphrase_and_code() {
    let expected = fs::read(fixture("v3.json")).unwrap();
    let expected: Value = serde_json::from_slice(&expected).unwrap();
    let code = fs::read_to_string(fixture("v3-encrypted.code")).unwrap();
    for secret in [PASSPHRASE, &code] {
        let secret = Secret::read(secret).unwrap();
        let file = fixture("v3-encrypted.dossier");
        let dossier = Dossier::open_to_read(At::with(&file, Some(&secret))).unwrap();
        assert!(dossier.is_encrypted());
        agree(&expected, &dossier);
    }
}
