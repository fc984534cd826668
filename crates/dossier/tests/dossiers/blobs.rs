//! Kept files come out as they went in, once, and in pieces.

use std::fs;
use std::io::{self, Cursor, Read, Seek, SeekFrom};

use assessment::finding::DocumentOf;
use assessment::{ActionId, AssessmentId, Change, Evidence};
use dossier::{BlobRef, Dossier, DossierError, MAX_BLOB, NewPassphrase, Quantity};

use crate::builder::{Counting, Desk, holder, stamp};
use crate::encrypting::Spread;

fn attached(blob: &BlobRef, media_type: &str) -> Change {
    Change::EvidenceAttached {
        assessment: AssessmentId(assessment::EventId::new([1; 32])),
        question: "HUM-01".into(),
        evidence: Evidence {
            label: "bewijs".to_owned(),
            sha256: blob.sha256.clone(),
            size: blob.size,
            media_type: media_type.to_owned(),
        },
    }
}

fn keep(
    dossier: &mut Dossier,
    entropy: &mut Counting,
    source: &mut (impl Read + Seek),
    media_type: &str,
) -> Result<BlobRef, DossierError> {
    dossier.act(stamp(), entropy, |act| {
        let blob = act.store_blob(source, media_type)?;
        act.record(attached(&blob, media_type))?;
        Ok(blob)
    })
}

#[test]
fn a_file_that_goes_with_an_action_is_kept_like_evidence() {
    let mut desk = Desk::new();
    let mut dossier = desk.open();
    let id = assessment::EventId::new([1; 32]);
    let attached = |blob: &BlobRef| Change::DocumentAttached {
        assessment: AssessmentId(id),
        of: DocumentOf::Action(ActionId(id)),
        evidence: Evidence {
            label: "bewijs".to_owned(),
            sha256: blob.sha256.clone(),
            size: blob.size,
            media_type: "image/png".to_owned(),
        },
    };
    let blob = dossier.act(stamp(), &mut desk.entropy, |act| {
        let blob = act.store_blob(&mut Cursor::new(b"foto"), "image/png")?;
        act.record(attached(&blob))?;
        Ok::<_, DossierError>(blob)
    });
    let blob = blob.unwrap();
    let missing = BlobRef {
        sha256: "0".repeat(64),
        size: 4,
    };
    let refused = dossier.record(vec![attached(&missing)], stamp(), &mut desk.entropy);
    assert!(matches!(refused, Err(DossierError::NoSuchBlob { .. })));
    drop(dossier);
    let dossier = Dossier::open_to_read(&desk.path).unwrap();
    let mut out = Vec::new();
    dossier.read_blob(&blob.sha256, &mut out).unwrap();
    assert_eq!(out, b"foto");
    assert!(dossier::check(&desk.path).unwrap().sound);
}

#[test]
fn files_of_every_length_come_out_as_they_went_in() {
    let mut desk = Desk::new();
    let mut dossier = desk.open();
    let mut kept = Vec::new();
    for length in [0, 1, 65_535, 65_536, 65_537, 3_000_000] {
        let content: Vec<u8> = (0..length).map(|n: u32| (n % 251) as u8).collect();
        let mut source = Cursor::new(content.clone());
        let blob = keep(&mut dossier, &mut desk.entropy, &mut source, "image/png").unwrap();
        assert_eq!(blob.size, u64::from(length));
        kept.push((blob, content));
    }
    drop(dossier);
    let dossier = Dossier::open_to_read(&desk.path).unwrap();
    for (blob, content) in kept {
        let mut out = Vec::new();
        assert_eq!(
            dossier.read_blob(&blob.sha256, &mut out).unwrap(),
            blob.size
        );
        assert!(out == content);
    }
    let missing = dossier.read_blob(&"0".repeat(64), &mut Vec::new());
    assert!(matches!(missing, Err(DossierError::NoSuchBlob { .. })));
    assert!(dossier::check(&desk.path).unwrap().sound);
}

#[test]
fn the_same_content_is_kept_once_whatever_it_is_called() {
    let mut desk = Desk::new();
    let mut dossier = desk.open();
    let content = vec![7; 500_000];
    for media_type in ["text/plain", "text/markdown", "text/plain"] {
        let mut source = Cursor::new(&content);
        keep(&mut dossier, &mut desk.entropy, &mut source, media_type).unwrap();
    }
    drop(dossier);
    assert!(desk.bytes().len() < 700_000);
    assert_eq!(desk.open().events().len(), 4);
}

#[test]
fn what_is_too_large_is_refused_and_the_rest_stays() {
    let mut desk = Desk::new();
    let mut dossier = desk.open();
    let before = desk.bytes().len();
    let mut endless = Zeroes {
        at: 0,
        end: u64::MAX,
    };
    let refused = keep(&mut dossier, &mut desk.entropy, &mut endless, "image/png");
    assert!(matches!(
        refused,
        Err(DossierError::TooLarge {
            what: Quantity::Blob,
            limit: MAX_BLOB
        })
    ));
    drop(dossier);
    assert_eq!(desk.bytes().len(), before);
}

#[test]
fn a_source_that_changes_while_it_is_read_is_refused() {
    for ends in [[10, 9], [10, 11], [10, 70_000], [70_000, 10]] {
        let mut desk = Desk::new();
        let mut dossier = desk.open();
        let mut source = Growing {
            inner: Zeroes { at: 0, end: 0 },
            ends: ends.to_vec(),
        };
        let refused = keep(&mut dossier, &mut desk.entropy, &mut source, "image/png");
        assert!(
            matches!(refused, Err(DossierError::BlobChanging)),
            "{refused:?}"
        );
        assert_eq!(dossier.events().len(), 1);
        drop(dossier);
        desk.open();
    }
}

#[test]
fn a_source_that_cannot_be_read_is_told_apart_from_the_dossier() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("bad sector"))
        }
    }
    impl Seek for Broken {
        fn seek(&mut self, _: SeekFrom) -> io::Result<u64> {
            Ok(0)
        }
    }
    let mut desk = Desk::new();
    let mut dossier = desk.open();
    let refused = keep(&mut dossier, &mut desk.entropy, &mut Broken, "image/png");
    assert!(matches!(refused, Err(DossierError::OtherFile(_))));
}

struct Zeroes {
    at: u64,
    end: u64,
}

impl Read for Zeroes {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = (self.end - self.at).min(buffer.len() as u64);
        buffer[..length as usize].fill(0);
        self.at += length;
        Ok(length as usize)
    }
}

impl Seek for Zeroes {
    fn seek(&mut self, _: SeekFrom) -> io::Result<u64> {
        self.at = 0;
        Ok(0)
    }
}

/// A file that has another length each time it is read from the beginning.
struct Growing {
    inner: Zeroes,
    ends: Vec<u64>,
}

impl Read for Growing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.inner.read(buffer)
    }
}

impl Seek for Growing {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.end = self.ends.remove(0);
        self.inner.seek(to)
    }
}

#[test]
fn a_dossier_that_lost_its_end_is_told_of_as_damaged_when_it_is_encrypted() {
    let mut desk = Desk::new();
    let mut dossier = desk.open();
    let photo = vec![7; 300_000];
    keep(
        &mut dossier,
        &mut desk.entropy,
        &mut Cursor::new(photo),
        "image/png",
    )
    .unwrap();
    drop(dossier);
    let whole = desk.bytes();
    let elsewhere = desk.folder.path().join("geen map");
    let passphrase = NewPassphrase::new("Drie koeien eten gras").unwrap();
    for cut in [1, 1_000, 4_095, 40_000] {
        let left = &whole[..whole.len() - cut];
        fs::write(&desk.path, left).unwrap();
        let opened = Dossier::open(&desk.path, &holder());
        let seal = |mut it: Dossier| it.encrypt(&passphrase, &elsewhere, &mut Spread(7));
        let refused = opened.and_then(|it| seal(it).map(drop));
        let is_told = matches!(refused, Err(DossierError::Damaged { .. }));
        assert!(is_told, "{cut}: {refused:?}");
        assert!(desk.bytes() == left);
    }
}
