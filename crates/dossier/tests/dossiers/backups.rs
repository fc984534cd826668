//! Backups, copies and the end of a dossier.

use std::fs;

use assessment::{Change, Moment};
use dossier::{Destruction, Dossier, DossierError, Occasion, backups, check};
use sha2::{Digest, Sha256};

use crate::builder::{Desk, holder, member, names, stamp};

fn at(text: &str) -> Moment {
    text.parse().unwrap()
}

#[test]
fn a_backup_is_a_sound_dossier_that_is_found_again() {
    let mut desk = Desk::full();
    let folder = desk.folder.path().join("reserve").join("kopieën");
    let mut dossier = desk.open();
    assert!(backups(&folder).unwrap().is_empty());
    let made = dossier
        .backup_now(&folder, stamp().at, Occasion::Asked)
        .unwrap();
    assert_eq!(backups(&folder).unwrap(), std::slice::from_ref(&made));
    assert_eq!(
        check(&made.path).unwrap().fingerprint,
        dossier.fingerprint()
    );
    assert!(dossier.id().unwrap().to_string().starts_with(&made.dossier));
    // In the same second there can be another.
    dossier
        .record(
            vec![Change::MemberJoined(member("Later"))],
            stamp(),
            &mut desk.entropy,
        )
        .unwrap();
    let second = dossier
        .backup_now(&folder, stamp().at, Occasion::Asked)
        .unwrap();
    assert_eq!(backups(&folder).unwrap(), [second.clone(), made.clone()]);
    assert_eq!(
        check(&second.path).unwrap().fingerprint,
        dossier.fingerprint()
    );

    // To put one back never overwrites, and gives a copy with a name of its own.
    let back = Dossier::open_to_read(&made.path).unwrap();
    let refused = back.copy_to(&desk.path, &mut desk.entropy);
    assert!(matches!(refused, Err(DossierError::AlreadyExists { .. })));
    let restored = desk.folder.path().join("terug.dossier");
    back.copy_to(&restored, &mut desk.entropy).unwrap();
    let restored = Dossier::open(&restored, &holder()).unwrap();
    assert_eq!(restored.events(), back.events());
    assert_ne!(restored.replica(), dossier.replica());
    dossier
        .record(
            vec![Change::MemberJoined(member("Nog"))],
            stamp(),
            &mut desk.entropy,
        )
        .unwrap();
}

#[test]
fn one_backup_is_made_on_a_day_of_work() {
    let desk = Desk::full();
    let folder = desk.folder.path().join("reserve");
    let dossier = desk.open();
    let morning = at("2026-11-21T09:00:00+01:00");
    assert!(dossier.ensure_daily(&folder, morning).unwrap().is_some());
    let evening = at("2026-11-21T23:00:00+01:00");
    assert!(dossier.ensure_daily(&folder, evening).unwrap().is_none());
    let tomorrow = at("2026-11-22T00:01:00+01:00");
    assert!(dossier.ensure_daily(&folder, tomorrow).unwrap().is_some());
    // Another dossier has days of its own.
    let other = desk.folder.path().join("ander.dossier");
    let entropy = &mut crate::builder::Counting(7_000_000);
    let organisation = crate::builder::organisation();
    let language = questionnaire::Language::Nl;
    let other =
        Dossier::create(&other, organisation, language, stamp(), entropy, &holder()).unwrap();
    assert!(other.ensure_daily(&folder, tomorrow).unwrap().is_some());
    assert_eq!(backups(&folder).unwrap().len(), 3);
}

#[test]
fn older_backups_are_thinned_and_other_files_left_alone() {
    let desk = Desk::new();
    let folder = desk.folder.path().join("reserve");
    let dossier = desk.open();
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("notitie.txt"), "van mij").unwrap();
    for day in 1..=28 {
        let made = dossier.backup_now(
            &folder,
            at(&format!("2026-02-{day:02}T09:00:00+01:00")),
            Occasion::Asked,
        );
        assert!(made.unwrap().path.exists());
    }
    let kept: Vec<i8> = backups(&folder)
        .unwrap()
        .iter()
        .map(|it| it.at.day())
        .collect();
    assert_eq!(
        kept,
        [28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 8, 1]
    );
    assert!(folder.join("notitie.txt").exists());
    // With a clock that went back the new one is still kept.
    let late = dossier
        .backup_now(&folder, at("2026-02-03T09:00:00+01:00"), Occasion::Asked)
        .unwrap();
    assert!(late.path.exists());
}

#[test]
fn of_the_same_second_the_later_backup_is_the_newer() {
    let desk = Desk::new();
    let folder = desk.folder.path().join("reserve");
    let dossier = desk.open();
    // By their names alone they would stand in the order of the alphabet.
    for occasion in [Occasion::Daily, Occasion::Asked, Occasion::Merge] {
        dossier.backup_now(&folder, stamp().at, occasion).unwrap();
    }
    let newest_first: Vec<_> = backups(&folder)
        .unwrap()
        .iter()
        .map(|it| it.occasion)
        .collect();
    assert_eq!(
        newest_first,
        [
            Some(Occasion::Merge),
            Some(Occasion::Asked),
            Some(Occasion::Daily)
        ]
    );
}

#[test]
fn where_no_backup_can_be_made_no_older_one_goes() {
    let desk = Desk::new();
    let folder = desk.folder.path().join("reserve");
    let dossier = desk.open();
    let made = dossier
        .backup_now(&folder, at("2026-01-01T09:00:00+01:00"), Occasion::Asked)
        .unwrap();
    let file = desk.folder.path().join("bestand");
    fs::write(&file, "x").unwrap();
    assert!(
        dossier
            .backup_now(&file, stamp().at, Occasion::Asked)
            .is_err()
    );
    assert_eq!(backups(&folder).unwrap(), [made]);
    assert_eq!(names(&folder).len(), 1);
}

/// Writes over the dossier; what is left then is the mark.
fn marked(desk: &Desk) -> Vec<u8> {
    let mut destruction = Destruction::of(&desk.path, &holder()).unwrap();
    let certificate = desk.folder.path().join("bewijs.txt");
    destruction.write_over(&certificate).unwrap();
    drop(destruction);
    desk.bytes()
}

#[test]
fn a_destruction_that_was_cut_off_is_told_of_and_finished_from_any_moment() {
    let desk = Desk::full();
    let whole = desk.bytes();
    let id = desk.open().id();
    let over = marked(&desk);
    assert_eq!(over.len(), whole.len());
    assert!(over[512..].iter().all(|byte| *byte == 0));
    for zeros in [512, 513, 4096, 5000, whole.len()] {
        let half = [&over[..zeros], &whole[zeros..]].concat();
        fs::write(&desk.path, half).unwrap();
        for refused in [
            Dossier::open(&desk.path, &holder()).map(drop),
            Dossier::open_to_read(&desk.path).map(drop),
            check(&desk.path).map(drop),
            Destruction::of(&desk.path, &holder()).map(drop),
        ] {
            let told = matches!(refused, Err(DossierError::DestructionBegun { .. }));
            assert!(told, "{refused:?}");
        }
        let mut destruction = Destruction::resume(&desk.path, &holder()).unwrap();
        let doomed = destruction.doomed();
        assert_eq!(Some(doomed.dossier), id);
        assert_eq!(doomed.sha256, hex::encode(Sha256::digest(&whole)));
        let certificate = doomed.certificate.clone().unwrap();
        assert!(certificate.ends_with("bewijs.txt"));
        destruction.write_over(&certificate).unwrap();
        assert!(desk.bytes() == over);
        destruction.finish().unwrap();
        assert!(desk.names().is_empty());
    }
}

#[test]
fn nothing_but_a_marked_file_is_taken_for_one_that_goes() {
    let desk = Desk::full();
    let whole = desk.bytes();
    let is_refused = || {
        let refused = Destruction::resume(&desk.path, &holder());
        matches!(refused, Err(DossierError::NotADossier { .. }))
    };
    assert!(is_refused());
    assert!(desk.bytes() == whole);
    // The beginning of the mark alone is not one.
    fs::write(
        &desk.path,
        [b"Verantwoord-end\n".as_slice(), &whole[16..]].concat(),
    )
    .unwrap();
    assert!(is_refused());
    // Nor is one that somebody put on another file.
    fs::write(&desk.path, &whole).unwrap();
    let mut longer = marked(&desk);
    longer.push(0);
    fs::write(&desk.path, longer).unwrap();
    assert!(is_refused());
}

#[test]
fn a_mark_has_room_for_a_long_path_or_leaves_it_out() {
    let desk = Desk::full();
    let mut destruction = Destruction::of(&desk.path, &holder()).unwrap();
    let far = desk
        .folder
        .path()
        .join("map/".repeat(200))
        .join("bewijs.txt");
    destruction.write_over(&far).unwrap();
    drop(destruction);
    let destruction = Destruction::resume(&desk.path, &holder()).unwrap();
    assert_eq!(destruction.doomed().certificate, None);
}

#[test]
fn a_dossier_is_destroyed_and_it_is_told_what_it_was() {
    let desk = Desk::full();
    let bytes = desk.bytes();
    let dossier = desk.open();
    let id = dossier.id();
    let refused = Destruction::of(&desk.path, &holder());
    assert!(matches!(refused, Err(DossierError::LockedBy { .. })));
    drop(dossier);
    assert!(desk.bytes() == bytes);
    let mut destruction = Destruction::of(&desk.path, &holder()).unwrap();
    assert!(desk.bytes() == bytes && !destruction.is_marked());
    let doomed = destruction.doomed();
    assert_eq!(Some(doomed.dossier), id);
    assert_eq!(doomed.sha256, hex::encode(Sha256::digest(&bytes)));
    assert_eq!(doomed.bytes, bytes.len() as u64);
    destruction
        .write_over(&desk.folder.path().join("bewijs.txt"))
        .unwrap();
    destruction.finish().unwrap();
    assert!(desk.names().is_empty());
}
