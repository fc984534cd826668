//! What is sound in a damaged dossier is saved, and the rest is named.

use std::path::PathBuf;

use assessment::{Change, EventId, State};
use dossier::{Dossier, DossierError, Rescued, check, rescue};
use proptest::prelude::*;

use crate::builder::{Counting, Desk, stamp};

fn rescued(desk: &Desk, known: &[&[u8]]) -> Result<(PathBuf, Rescued), DossierError> {
    let to = desk.folder.path().join("gered.dossier");
    let before = desk.bytes();
    let rescued = rescue(&desk.path, &to, known, stamp(), &mut Counting(8_000_000));
    assert!(desk.bytes() == before, "the damaged file was changed");
    let rescued = rescued?;
    assert!(check(&to).unwrap().sound);
    Ok((to, rescued))
}

fn event(desk: &Desk, seq: u64) -> EventId {
    let dossier = Dossier::open_to_read(&desk.path).unwrap();
    dossier
        .events()
        .iter()
        .find(|event| event.seq == seq)
        .unwrap()
        .id
}

#[test]
fn lost_words_leave_a_place_and_come_back_from_a_sound_copy() {
    let desk = Desk::full();
    let sound = desk.folder.path().join("kopie.dossier");
    Dossier::open_to_read(&desk.path)
        .unwrap()
        .hand_out(&sound, None, &mut Counting(1))
        .unwrap();
    let (whole, lost) = (Desk::full().open().events().to_vec(), event(&desk, 6));
    desk.tamper(&format!(
        "update payload set body = '{{}}' where hash = '{lost}'"
    ));
    let (path, rescued) = rescued(&desk, &[]).unwrap();
    assert_eq!(rescued.lost, [lost]);
    assert!(rescued.left_out.is_empty());
    assert_eq!(
        rescued.kept,
        whole.len() as u64 - 2,
        "one was erased, one is lost"
    );
    let mut dossier = Dossier::open(&path, &crate::builder::holder()).unwrap();
    let last = dossier.events().last().unwrap();
    assert_eq!(last.change, Some(Change::Lost { event: lost }));

    let merged = dossier.merge(&[&sound]).unwrap();
    assert_eq!(merged.recovered, [lost]);
    let here: Vec<_> = dossier.events()[..whole.len()].to_vec();
    assert_eq!(here, whole);
    drop(dossier);
    assert!(check(&path).unwrap().sound);
}

#[test]
fn what_follows_a_missing_link_is_given_but_not_believed() {
    let desk = Desk::full();
    let whole = desk.open().events().to_vec();
    let missing = event(&desk, 18);
    desk.tamper(&format!(
        "delete from payload where hash = '{missing}'; delete from event where hash = '{missing}'"
    ));
    let (path, rescued) = rescued(&desk, &[]).unwrap();
    let dossier = Dossier::open_to_read(&path).unwrap();
    assert_eq!(dossier.events()[..17], whole[..17]);
    assert_eq!(rescued.left_out, whole[18..]);
}

#[test]
fn a_questionnaire_that_is_at_hand_saves_its_assessment() {
    let damage =
        "update blob set content = zeroblob(length(content)) where media_type = 'application/json'";
    let questionnaire: &[u8] = br#"{"id":"customer-contact-ai"}"#;
    for (known, assessments) in [(&[questionnaire][..], 1), (&[], 0)] {
        let desk = Desk::full();
        desk.tamper(damage);
        let (path, rescued) = rescued(&desk, known).unwrap();
        let dossier = Dossier::open_to_read(&path).unwrap();
        let state = State::from_events(dossier.events());
        assert_eq!(state.assessments.len(), assessments);
        assert_eq!(rescued.lost.len(), 1 - assessments);
    }
}

#[test]
fn without_its_beginning_nothing_is_a_dossier() {
    let desk = Desk::full();
    desk.tamper("delete from payload; delete from event where seq = 1");
    let refused = rescued(&desk, &[]);
    assert!(
        matches!(refused, Err(DossierError::Damaged { .. })),
        "{refused:?}"
    );
    assert_eq!(desk.names().len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_was_damaged_nothing_is_rescued_that_was_not_said(
        places in prop::collection::vec((100..90_000usize, 0..8u8), 1..4),
    ) {
        let whole = Desk::full();
        let said = Dossier::open_to_read(&whole.path).unwrap().events().to_vec();
        let desk = Desk::full();
        let mut bytes = desk.bytes();
        let length = bytes.len();
        for (place, bit) in places {
            bytes[100 + place % (length - 100)] ^= 1 << bit;
        }
        std::fs::write(&desk.path, bytes).unwrap();
        if let Ok((path, _)) = rescued(&desk, &[]) {
            let dossier = Dossier::open_to_read(&path).unwrap();
            for event in dossier.events() {
                if matches!(event.change, Some(Change::Lost { .. })) {
                    continue;
                }
                let original = said.iter().find(|it| it.id == event.id).unwrap();
                prop_assert!(event.change.is_none() || event.change == original.change);
            }
        }
    }
}
