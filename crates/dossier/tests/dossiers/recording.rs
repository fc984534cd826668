//! What was recorded is there, and stays there.

use std::io::Cursor;

use assessment::{Change, Event, Evidence, State};
use dossier::{Dossier, DossierError, Quantity};

use crate::builder::{
    Counting, Desk, Dry, everything, holder, kinds_there_are, member, organisation, stamp,
};

#[test]
fn a_new_dossier_begins_with_its_organisation_and_stands_alone() {
    let mut desk = Desk::empty();
    let dossier = desk.create().unwrap();
    let [first] = dossier.events() else {
        panic!("one event")
    };
    assert_eq!((first.seq, first.lamport), (1, 1));
    let Some(Change::DossierStarted {
        organisation: started,
        ..
    }) = &first.change
    else {
        panic!("not a start")
    };
    assert_eq!(*started, organisation());
    assert_eq!(dossier.replica().0.len(), 32);
    drop(dossier);
    assert_eq!(desk.names(), ["Webwinkel 100% #1?.dossier"]);
}

#[test]
fn nothing_that_exists_is_overwritten_by_a_new_dossier() {
    let mut desk = Desk::empty();
    std::fs::write(&desk.path, "brief").unwrap();
    assert!(matches!(
        desk.create(),
        Err(DossierError::AlreadyExists { .. })
    ));
    assert_eq!(desk.bytes(), b"brief");
    assert_eq!(desk.names().len(), 1);
}

#[test]
fn every_kind_of_change_is_read_back_as_it_was_recorded() {
    let mut desk = Desk::new();
    let mut dossier = desk.open();
    let done = everything(&mut dossier, &mut desk.entropy);
    let events = dossier.events().to_vec();
    let fingerprint = dossier.fingerprint();
    let kinds: std::collections::BTreeSet<&str> = done.iter().map(Change::kind).collect();
    let missing: Vec<String> = kinds_there_are()
        .into_iter()
        .filter(|kind| !kinds.contains(kind.as_str()))
        .collect();
    // Every dossier begins with the first, and only a rescue finds that words were lost.
    assert_eq!(missing, ["dossier_started", "lost"]);
    drop(dossier);

    let dossier = desk.open();
    assert_eq!(dossier.events(), events);
    assert_eq!(dossier.fingerprint(), fingerprint);
    let read: Vec<Change> = dossier.events()[1..]
        .iter()
        .filter_map(|e| e.change.clone())
        .collect();
    assert_eq!(read, done);
    assert_eq!(
        State::from_events(dossier.events()),
        State::from_events(&events)
    );
}

#[test]
fn the_same_acts_with_the_same_entropy_give_the_same_events() {
    let events = || {
        let mut desk = Desk::new();
        let mut dossier = desk.open();
        everything(&mut dossier, &mut desk.entropy);
        dossier.events().to_vec()
    };
    assert_eq!(events(), events());
}

#[test]
fn of_an_act_everything_is_recorded_or_nothing() {
    let mut desk = Desk::new();
    let mut dossier = desk.open();
    let before: Vec<Event> = dossier.events().to_vec();
    let refused = dossier.act(stamp(), &mut desk.entropy, |act| {
        act.store_blob(&mut Cursor::new(b"bewijs"), "text/plain")?;
        act.record(Change::MemberJoined(member("Zoë")))?;
        Err::<(), _>(DossierError::BlobChanging)
    });
    assert!(matches!(refused, Err(DossierError::BlobChanging)));
    assert_eq!(dossier.events(), before);
    dossier
        .record(
            vec![Change::MemberJoined(member("Bram"))],
            stamp(),
            &mut desk.entropy,
        )
        .unwrap();
    assert_eq!(dossier.events().len(), before.len() + 1);
    drop(dossier);
    assert_eq!(desk.open().events().len(), before.len() + 1);
}

#[test]
fn without_random_bytes_nothing_is_recorded() {
    let desk = Desk::new();
    let mut dossier = desk.open();
    let joined = || vec![Change::MemberJoined(member("Zoë"))];
    let refused = dossier.record(joined(), stamp(), &mut Dry);
    assert!(matches!(refused, Err(DossierError::NoEntropy(_))));
    assert_eq!(dossier.events().len(), 1);
    dossier
        .record(joined(), stamp(), &mut Counting(1000))
        .unwrap();
}

#[test]
fn words_that_could_not_be_read_back_are_not_written() {
    let mut desk = Desk::new();
    let mut dossier = desk.open();
    let endless = Change::MemberJoined(member(&"ë".repeat(1 << 20)));
    let refused = dossier.record(vec![endless], stamp(), &mut desk.entropy);
    assert!(matches!(
        refused,
        Err(DossierError::TooLarge {
            what: Quantity::Words,
            ..
        })
    ));
    assert_eq!(dossier.events().len(), 1);
}

#[test]
fn evidence_needs_its_file_and_a_file_needs_its_event() {
    let mut desk = Desk::full();
    let mut dossier = desk.open();
    let mut lacking = dossier
        .events()
        .iter()
        .find_map(|event| match &event.change {
            Some(change @ Change::EvidenceAttached { .. }) => Some(change.clone()),
            _ => None,
        })
        .unwrap();
    if let Change::EvidenceAttached {
        evidence: Evidence { sha256, .. },
        ..
    } = &mut lacking
    {
        *sha256 = "0".repeat(64);
    }
    let refused = dossier.record(vec![lacking], stamp(), &mut desk.entropy);
    assert!(matches!(refused, Err(DossierError::NoSuchBlob { .. })));

    let refused: Result<_, DossierError> = dossier.act(stamp(), &mut desk.entropy, |act| {
        act.store_blob(&mut Cursor::new(b"los"), "text/plain")
    });
    assert!(matches!(refused, Err(DossierError::BlobUnnamed { .. })));
    drop(dossier);
    desk.open();
}

#[test]
fn a_dossier_that_is_open_to_read_refuses_to_write() {
    let mut desk = Desk::new();
    let mut dossier = Dossier::open_to_read(&desk.path).unwrap();
    let joined = vec![Change::MemberJoined(member("Zoë"))];
    let refused = dossier.record(joined, stamp(), &mut desk.entropy);
    assert!(matches!(refused, Err(DossierError::ReadOnly { .. })));
    assert!(dossier.is_read_only());
    assert!(Dossier::open(&desk.path, &holder()).is_ok());
}

#[test]
fn an_act_in_which_a_step_failed_is_not_saved_even_if_nobody_minds() {
    let mut desk = Desk::new();
    let mut dossier = desk.open();
    let endless = || Change::MemberJoined(member(&"x".repeat(2 << 20)));
    let refused: Result<(), DossierError> = dossier.act(stamp(), &mut desk.entropy, |act| {
        act.record(Change::MemberJoined(member("Zoë")))?;
        let _ = act.record(endless());
        Ok(())
    });
    assert!(matches!(refused, Err(DossierError::Spoiled)), "{refused:?}");
    assert_eq!(dossier.events().len(), 1);
    drop(dossier);
    assert_eq!(desk.open().events().len(), 1);
}
