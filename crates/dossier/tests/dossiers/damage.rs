//! Bad disks: flipped bits, lost ends, pages in the wrong place.

use std::fs;
use std::sync::LazyLock;

use assessment::{Change, Event, Evidence};
use dossier::{At, Dossier, Secret, check};
use proptest::prelude::*;

use crate::builder::Desk;
use crate::encrypting::{CODE, ENCRYPTED};

/// A dossier with something of every kind, its bytes and its events.
static SOUND: LazyLock<(Vec<u8>, Vec<Event>)> = LazyLock::new(|| {
    let desk = Desk::full();
    let events = desk.open().events().to_vec();
    (desk.bytes(), events)
});

/// The files that the sound dossier keeps.
static KEPT: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| kept_files(At::from(&Desk::full().path)));

fn kept_files(at: At<'_>) -> Vec<Vec<u8>> {
    let dossier = Dossier::open_to_read(at).unwrap();
    let mut files = Vec::new();
    for event in dossier.events() {
        let (Some(Change::EvidenceAttached {
            evidence: Evidence { sha256, .. },
            ..
        })
        | Some(Change::ReportSigned { sha256, .. })) = &event.change
        else {
            continue;
        };
        let mut content = Vec::new();
        dossier.read_blob(sha256, &mut content).unwrap();
        files.push(content);
    }
    assert_eq!(files.len(), 3);
    files
}

/// A damaged dossier is refused, or it says the same as before, also to who has what opens it.
fn nothing_is_said_that_was_not_said(
    bytes: &[u8],
    secret: Option<&Secret>,
) -> Result<(), TestCaseError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("beschadigd.dossier");
    fs::write(&path, bytes).unwrap();
    let at = At::with(&path, secret);
    if let Ok(dossier) = Dossier::open_to_read(at) {
        prop_assert_eq!(dossier.events(), &SOUND.1[..]);
    }
    if let Ok(check) = check(at) {
        prop_assert!(check.sound || !check.findings.is_empty());
        // What the check calls sound is the same to the last byte of the last file.
        if check.sound {
            prop_assert_eq!(check.events, SOUND.1.len() as u64);
            prop_assert!(kept_files(at) == *KEPT, "a kept file changed");
        }
    }
    prop_assert!(fs::read(&path).unwrap() == bytes, "something was written");
    prop_assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    Ok(())
}

fn exchange_pages(bytes: &mut [u8], one: usize, other: usize) {
    for offset in 0..4096 {
        bytes.swap(one / 4096 * 4096 + offset, other / 4096 * 4096 + offset);
    }
}

fn place() -> impl Strategy<Value = usize> {
    0..SOUND.0.len()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_flipped_bit_changes_what_is_said(place in place(), bit in 0..8u8) {
        let mut bytes = SOUND.0.clone();
        bytes[place] ^= 1u8 << bit;
        nothing_is_said_that_was_not_said(&bytes, None)?;
    }

    #[test]
    fn no_lost_end_changes_what_is_said(end in place()) {
        nothing_is_said_that_was_not_said(&SOUND.0[..end], None)?;
    }

    #[test]
    fn no_exchanged_pages_change_what_is_said(one in place(), other in place()) {
        let mut bytes = SOUND.0.clone();
        exchange_pages(&mut bytes, one, other);
        nothing_is_said_that_was_not_said(&bytes, None)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_damage_changes_what_an_encrypted_one_says(
        damage in 0..3u8,
        one in any::<prop::sample::Index>(),
        other in any::<prop::sample::Index>(),
        bit in 0..8u8,
    ) {
        let mut bytes = ENCRYPTED.0.clone();
        let (one, other) = (one.index(bytes.len()), other.index(bytes.len()));
        match damage {
            0 => bytes[one] ^= 1u8 << bit,
            1 => bytes.truncate(one),
            _ => exchange_pages(&mut bytes, one, other),
        }
        nothing_is_said_that_was_not_said(&bytes, Some(&CODE))?;
    }
}

/// Every place where the words of an answer stand in the file is covered.
#[test]
fn no_byte_of_an_answer_can_change_unseen() {
    let (bytes, _) = &*SOUND;
    let words = "Klanten kunnen altijd".as_bytes();
    let places: Vec<usize> = (0..bytes.len() - words.len())
        .filter(|at| bytes[*at..].starts_with(words))
        .collect();
    assert!(!places.is_empty());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("beschadigd.dossier");
    for place in places.iter().flat_map(|place| *place..place + words.len()) {
        let mut damaged = bytes.clone();
        damaged[place] ^= 1;
        fs::write(&path, damaged).unwrap();
        assert!(Dossier::open_to_read(&path).is_err(), "byte {place}");
        assert!(!check(&path).unwrap().sound);
    }
}
