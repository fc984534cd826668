//! A fingerprint binds the past, and tells what came since.

use assessment::Change;
use dossier::{DossierError, Fingerprint};

use crate::builder::{Desk, member, stamp};

#[test]
fn a_fingerprint_can_be_computed_again_whatever_came_since() {
    let mut desk = Desk::full();
    let mut dossier = desk.open();
    let signed = dossier.fingerprint();
    assert_eq!(signed.events, dossier.events().len() as u64);
    assert!(dossier.since(&signed.heads).unwrap().is_empty());

    let later = vec![
        Change::MemberJoined(member("Later")),
        Change::MemberJoined(member("Nog later")),
    ];
    let recorded = dossier.record(later, stamp(), &mut desk.entropy).unwrap();
    assert_ne!(dossier.fingerprint().root, signed.root);
    assert_eq!(dossier.fingerprint_of(&signed.heads).unwrap(), signed);
    let since: Vec<_> = dossier
        .since(&signed.heads)
        .unwrap()
        .into_iter()
        .cloned()
        .collect();
    assert_eq!(since, recorded);
}

#[test]
fn a_head_of_another_dossier_is_unknown() {
    let dossier = Desk::full();
    let mut heads = dossier.open().fingerprint().heads;
    heads[0].hash = assessment::EventId::new([9; 32]);
    let unknown = dossier.open().fingerprint_of(&heads);
    assert!(matches!(unknown, Err(DossierError::UnknownHead { .. })));
}

#[test]
fn a_fingerprint_survives_being_written_down() {
    let fingerprint = Desk::full().open().fingerprint();
    let written = serde_json::to_string(&fingerprint).unwrap();
    assert_eq!(
        serde_json::from_str::<Fingerprint>(&written).unwrap(),
        fingerprint
    );
}
