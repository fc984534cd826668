//! Erased words are gone for good, and that they are is seen.

use std::fs;

use assessment::{Change, EventId, State};
use dossier::{CannotErase, Dossier, DossierError, Finding, check};

use crate::builder::{Desk, Steps, answer, holder, member, stamp};

fn event_of(dossier: &Dossier, kind: &str) -> EventId {
    let of_kind = |change: &Change| change.kind() == kind;
    let found = dossier
        .events()
        .iter()
        .find(|event| event.change.as_ref().is_some_and(of_kind));
    found.unwrap().id
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes
        .windows(words.len())
        .any(|window| window == words.as_bytes())
}

#[test]
fn erased_words_are_in_no_byte_of_the_file_nor_of_its_journal() {
    let mut desk = Desk::full();
    let mut dossier = desk.open();
    // Enough to have rows moved from page to page.
    let name = "Geheimzinnige Naam";
    let mut erased = Vec::new();
    for n in 0..40 {
        let changes = vec![
            Change::MemberJoined(member(&format!("{name} {n} {}", "x".repeat(n * 40)))),
            Change::MemberJoined(member("Bram de Vries")),
        ];
        erased.push(dossier.record(changes, stamp(), &mut desk.entropy).unwrap()[0].id);
    }
    let before = dossier.fingerprint();
    drop(dossier);
    assert!(holds(&desk.bytes(), name));

    let mut dossier = desk.open();
    let recorded = dossier
        .erase(&erased, "op verzoek", stamp(), &mut desk.entropy)
        .unwrap();
    assert!(dossier.is_compact());
    // A copy, since reading the file that is open would drop its locks.
    for file in fs::read_dir(desk.folder.path()).unwrap() {
        let file = file.unwrap().path();
        if file != desk.path {
            assert!(
                !holds(&fs::read(&file).unwrap(), name),
                "{}",
                file.display()
            );
        }
    }
    assert_eq!(dossier.fingerprint_of(&before.heads).unwrap(), before);
    let events = dossier.events().to_vec();
    drop(dossier);
    assert!(!holds(&desk.bytes(), name));

    assert!(check(&desk.path).unwrap().sound);
    let dossier = desk.open();
    assert_eq!(dossier.events(), events);
    let state = State::from_events(dossier.events());
    assert_eq!(
        state.erased_by(erased[0]),
        Some((recorded[0].id, "op verzoek"))
    );
    assert!(
        dossier
            .events()
            .iter()
            .any(|event| event.id == erased[0] && event.change.is_none())
    );
}

#[test]
fn a_file_goes_when_nothing_names_it_any_more_and_not_before() {
    let mut desk = Desk::full();
    let mut dossier = desk.open();
    let assessment = assessment::AssessmentId(event_of(&dossier, "assessment_started"));
    let mut done = Vec::new();
    let mut steps = Steps {
        dossier: &mut dossier,
        entropy: &mut desk.entropy,
        done: &mut done,
    };
    let content = b"Bewijs dat niemand meer mag zien";
    let mut attach = |media_type: &str| {
        steps.keep(content, media_type, |sha256, size| {
            Change::EvidenceAttached {
                assessment,
                question: "HUM-01".into(),
                evidence: assessment::Evidence {
                    label: "Bewijs".to_owned(),
                    sha256,
                    size,
                    media_type: media_type.to_owned(),
                },
            }
        })
    };
    let (first, second) = (attach("text/plain"), attach("text/markdown"));
    let text = std::str::from_utf8(content).unwrap();
    dossier
        .erase(&[first], "op verzoek", stamp(), &mut desk.entropy)
        .unwrap();
    drop(dossier);
    assert!(check(&desk.path).unwrap().sound);
    assert!(holds(&desk.bytes(), text));
    let mut dossier = desk.open();
    dossier
        .erase(&[second], "op verzoek", stamp(), &mut desk.entropy)
        .unwrap();
    drop(dossier);
    assert!(check(&desk.path).unwrap().sound);
    assert!(!holds(&desk.bytes(), text));
}

#[test]
fn what_others_rest_on_or_was_signed_is_not_erased_and_nothing_of_the_act_is() {
    let mut desk = Desk::full();
    let mut dossier = desk.open();
    let answer = event_of(&dossier, "answer_recorded");
    let before = dossier.events().to_vec();
    for kind in ["dossier_started", "assessment_started", "report_signed"] {
        let events = [answer, event_of(&dossier, kind)];
        let refused = dossier.erase(&events, "", stamp(), &mut desk.entropy);
        assert!(
            matches!(refused, Err(DossierError::CannotErase { event, reason: CannotErase::Never }) if event == events[1]),
            "{kind}: {refused:?}"
        );
    }
    let nobody = EventId::new([9; 32]);
    let refused = dossier.erase(&[nobody], "", stamp(), &mut desk.entropy);
    assert!(matches!(
        refused,
        Err(DossierError::CannotErase {
            reason: CannotErase::NoSuchEvent,
            ..
        })
    ));
    assert_eq!(dossier.events(), before);
    dossier
        .erase(&[answer], "", stamp(), &mut desk.entropy)
        .unwrap();
    let again = dossier.erase(&[answer], "", stamp(), &mut desk.entropy);
    assert!(matches!(
        again,
        Err(DossierError::CannotErase {
            reason: CannotErase::AlreadyErased,
            ..
        })
    ));
}

#[test]
fn words_that_are_gone_without_an_erasure_are_missed() {
    let desk = Desk::full();
    desk.tamper("delete from payload where hash = (select hash from event where seq = 12)");
    let Err(DossierError::Damaged { findings, .. }) = Dossier::open(&desk.path, &holder()) else {
        panic!("unseen")
    };
    assert!(
        matches!(findings[..], [Finding::WordsMissing { seq: 12, .. }]),
        "{findings:?}"
    );
}

#[test]
fn an_erasure_that_left_the_words_is_found() {
    let mut desk = Desk::new();
    let mut dossier = desk.open();
    let changes = vec![Change::MemberJoined(member("Zoë"))];
    let joined = dossier.record(changes, stamp(), &mut desk.entropy).unwrap()[0].id;
    drop(dossier);
    desk.tamper("create temp table a as select * from payload");
    let kept = desk.folder.path().join("kept");
    fs::copy(&desk.path, &kept).unwrap();
    let mut dossier = desk.open();
    dossier
        .erase(&[joined], "", stamp(), &mut desk.entropy)
        .unwrap();
    drop(dossier);
    let kept = kept.display();
    desk.tamper(&format!(
        "attach '{kept}' as kept;
         insert into payload select * from kept.payload where hash = '{joined}'"
    ));
    let Err(DossierError::Damaged { findings, .. }) = Dossier::open_to_read(&desk.path) else {
        panic!("unseen")
    };
    assert_eq!(findings, [Finding::WordsNotErased { event: joined }]);
}

#[test]
fn an_erased_answer_says_nothing_and_its_question_is_open() {
    let mut desk = Desk::full();
    let mut dossier = desk.open();
    let assessment = assessment::AssessmentId(event_of(&dossier, "assessment_started"));
    let recorded = Change::AnswerRecorded {
        assessment,
        question: "HUM-05".into(),
        answer: answer("Een naam"),
        based_on: vec![],
        taken_over_from: None,
    };
    let id = dossier
        .record(vec![recorded], stamp(), &mut desk.entropy)
        .unwrap()[0]
        .id;
    dossier
        .erase(&[id], "op verzoek", stamp(), &mut desk.entropy)
        .unwrap();
    let state = State::from_events(dossier.events());
    assert!(
        !state.assessments[&assessment]
            .answers
            .contains_key("HUM-05")
    );
}
