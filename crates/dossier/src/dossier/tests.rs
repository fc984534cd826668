//! Disks that fail, which only a test inside of the crate can bring about.

use assessment::{Actor, Committee};

use super::*;
use crate::history::MAX_EVENTS;
use crate::secret::NewPassphrase;

struct Counting(u8);

impl Entropy for Counting {
    fn fill(&mut self, bytes: &mut [u8]) -> io::Result<()> {
        self.0 += 1;
        bytes.fill(self.0);
        Ok(())
    }
}

fn stamp() -> Stamp {
    let at = "2026-11-21T14:32:05+01:00".parse().unwrap();
    Stamp {
        at,
        actor: Actor::Committee,
    }
}

fn holder() -> Holder {
    let text = || "voorbeeld".to_owned();
    Holder {
        user: text(),
        host: text(),
        pid: 1,
        program: text(),
        since: stamp().at,
    }
}

fn created(path: &Path, entropy: &mut dyn Entropy) -> Dossier {
    let organisation = Organisation::default();
    let started = Dossier::create(
        path,
        organisation,
        Language::Nl,
        stamp(),
        entropy,
        &holder(),
    );
    started.unwrap()
}

fn described(length: usize) -> Vec<Change> {
    vec![Change::CommitteeDescribed(Committee {
        mandate: "x".repeat(length),
        ..Committee::default()
    })]
}

/// Bytes that look random, as a key must.
struct Spread(u64);

impl Entropy for Spread {
    fn fill(&mut self, bytes: &mut [u8]) -> io::Result<()> {
        for byte in bytes {
            self.0 = self
                .0
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            *byte = (self.0 >> 56) as u8;
        }
        Ok(())
    }
}

#[test]
fn on_a_full_disk_nothing_is_saved_nothing_is_lost_and_it_can_be_tried_again() {
    goes_on_after_a_full_disk(false);
}

#[test]
fn on_a_full_disk_an_encrypted_one_loses_nothing_either() {
    goes_on_after_a_full_disk(true);
}

#[track_caller]
fn goes_on_after_a_full_disk(encrypted: bool) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vol.dossier");
    let entropy = &mut Counting(0);
    let mut dossier = created(&path, entropy);
    if encrypted {
        let words = NewPassphrase::new("Drie koeien eten gras").unwrap();
        let nowhere = folder.path().join("geen map");
        dossier.encrypt(&words, &nowhere, &mut Spread(7)).unwrap();
    }
    let opener = dossier.opener();
    dossier.record(described(100), stamp(), entropy).unwrap();
    let before = dossier.events().to_vec();

    // SQLite gives the same answer to a file that may not grow and a full disk.
    let full = |dossier: &Dossier| {
        let connection = dossier.open_file().unwrap().connection();
        let pages: u32 = connection
            .pragma_query_value(None, "page_count", |row| row.get(0))
            .unwrap();
        connection
            .pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))
            .unwrap();
    };
    for _ in 0..3 {
        full(&dossier);
        let failed = dossier.record(described(50_000), stamp(), entropy);
        assert!(
            matches!(failed, Err(DossierError::DiskFull { .. })),
            "{failed:?}"
        );
        assert_eq!(dossier.events(), before);
    }
    full(&dossier);
    let failed: Result<(), DossierError> = dossier.act(stamp(), entropy, |act| {
        act.store_blob(&mut io::Cursor::new(vec![1; 300_000]), "text/plain")
            .map(|_| ())
    });
    assert!(
        matches!(failed, Err(DossierError::DiskFull { .. })),
        "{failed:?}"
    );

    // There is room again.
    dossier.record(described(50_000), stamp(), entropy).unwrap();
    let events = dossier.events().to_vec();
    assert_eq!(events.len(), before.len() + 1);
    drop(dossier);
    let at = At::with(&path, opener.as_ref());
    assert_eq!(Dossier::open_to_read(at).unwrap().events(), events);
    let checked = crate::check(at).unwrap();
    assert!(checked.sound && checked.encrypted == encrypted);
}

#[test]
fn when_the_file_is_gone_what_was_read_stays_on_screen() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("stick.dossier");
    let entropy = &mut Counting(0);
    let mut dossier = created(&path, entropy);
    let before = dossier.events().to_vec();
    let away = folder.path().join("away");
    // A failed act makes the dossier look at the file again.
    let failed = dossier.act(stamp(), entropy, |_| {
        std::fs::rename(&path, &away).unwrap();
        Err::<(), _>(DossierError::BlobChanging)
    });
    assert!(failed.is_err());
    assert_eq!(dossier.events(), before);
    assert!(dossier.record(described(1), stamp(), entropy).is_err());
    assert_eq!(dossier.events(), before);
    assert!(!path.exists(), "a new file was made in its place");
    std::fs::rename(&away, &path).unwrap();
    dossier.record(described(1), stamp(), entropy).unwrap();
    assert_eq!(dossier.events().len(), before.len() + 1);
}

#[cfg(unix)]
#[test]
fn nothing_is_called_saved_that_went_into_a_file_that_nobody_will_find() {
    let folder = tempfile::tempdir().unwrap();
    let (path, other) = (
        folder.path().join("een.dossier"),
        folder.path().join("ander.dossier"),
    );
    let entropy = &mut Counting(0);
    let mut make = |path: &Path| {
        let organisation = Organisation::default();
        Dossier::create(
            path,
            organisation,
            Language::Nl,
            stamp(),
            entropy,
            &holder(),
        )
        .unwrap()
    };
    drop(make(&other));
    let mut dossier = make(&path);
    let before = dossier.events().to_vec();

    // A program that synchronises the folder puts another copy in its place.
    let replaced = dossier.act(stamp(), entropy, |act| {
        act.record(described(1).remove(0))?;
        std::fs::rename(&other, &path).unwrap();
        Ok::<_, DossierError>(())
    });
    assert!(
        matches!(replaced, Err(DossierError::Replaced { .. })),
        "{replaced:?}"
    );
    let replaced = dossier.record(described(1), stamp(), entropy);
    assert!(
        matches!(replaced, Err(DossierError::Replaced { .. })),
        "{replaced:?}"
    );
    assert_eq!(dossier.events(), before);
    drop(dossier);
    assert_eq!(Dossier::open_to_read(&path).unwrap().events().len(), 1);
}

#[test]
fn a_copy_that_counts_to_the_end_is_not_taken_in() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hier.dossier");
    let entropy = &mut Counting(0);
    let mut ours = created(&path, entropy);
    for (name, counted, taken) in [("ver", MAX_EVENTS, true), ("te-ver", MAX_EVENTS + 1, false)] {
        let path = folder.path().join(format!("{name}.dossier"));
        ours.hand_out(&path, None, entropy).unwrap();
        let mut theirs = Dossier::open(&path, &holder()).unwrap();
        theirs.tail.lamport = ours.tail.lamport + counted - 1;
        theirs.record(described(1), stamp(), entropy).unwrap();
        drop(theirs);
        let before = ours.events().to_vec();
        match ours.merge(&[path.as_path()]) {
            Ok(merged) => assert!(taken && merged.added.len() == 1),
            Err(error) => {
                assert!(!taken && matches!(error, DossierError::Damaged { .. }));
                assert_eq!(ours.events(), before);
            }
        }
        ours.record(described(2), stamp(), entropy).unwrap();
    }
}
