//! What is not a dossier of this version is refused, and left as it was.

use std::fs;
use std::path::Path;
use std::process::Command;

use sha2::{Digest, Sha256};

use dossier::{Dossier, DossierError, FileKind, Finding, Foreign, check};

use crate::builder::{Desk, holder, names};

/// Every way of opening must give the same refusal, and leave every byte alone.
#[track_caller]
fn refused(path: &Path, expected: impl Fn(&DossierError) -> bool) {
    let folder = path.parent().unwrap();
    let seen = || {
        let content = fs::symlink_metadata(path)
            .ok()
            .filter(fs::Metadata::is_file);
        (
            names(folder),
            content.map(|meta| (fs::read(path).unwrap(), meta.modified().unwrap())),
        )
    };
    let before = seen();
    for error in [
        Dossier::open(path, &holder()).err(),
        Dossier::open_to_read(path).err(),
        check(path).err(),
    ] {
        let error = error.expect("was opened");
        assert!(expected(&error), "{error:?}");
        assert!(
            error
                .to_string()
                .contains(path.file_name().unwrap().to_str().unwrap())
        );
    }
    assert!(before == seen(), "something was written");
}

#[test]
fn nothing_is_not_found() {
    let desk = Desk::empty();
    refused(&desk.path, |error| {
        matches!(error, DossierError::NotFound { .. })
    });
}

#[test]
fn a_folder_is_named_as_one() {
    let desk = Desk::empty();
    fs::create_dir(&desk.path).unwrap();
    refused(&desk.path, |error| {
        matches!(
            error,
            DossierError::NotAFile {
                kind: FileKind::Folder,
                ..
            }
        )
    });
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_waited_for() {
    let desk = Desk::empty();
    assert!(
        Command::new("mkfifo")
            .arg(&desk.path)
            .status()
            .unwrap()
            .success()
    );
    refused(&desk.path, |error| {
        matches!(
            error,
            DossierError::NotAFile {
                kind: FileKind::Device,
                ..
            }
        )
    });
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed() {
    let desk = Desk::new();
    let link = desk.folder.path().join("link.dossier");
    for target in [desk.path.clone(), "nowhere".into(), link.clone()] {
        std::os::unix::fs::symlink(target, &link).unwrap();
        refused(&link, |error| {
            matches!(
                error,
                DossierError::NotAFile {
                    kind: FileKind::Link,
                    ..
                }
            )
        });
        fs::remove_file(&link).unwrap();
    }
}

#[test]
fn a_file_that_is_something_else_is_no_dossier() {
    let desk = Desk::empty();
    let other = |reason: Foreign| move |error: &DossierError| matches!(error, DossierError::NotADossier { reason: found, .. } if *found == reason);
    fs::write(&desk.path, "").unwrap();
    refused(&desk.path, other(Foreign::Empty));
    for content in [
        vec![b'a'],
        b"Geachte commissie,\n".repeat(500),
        vec![0; 100_000],
    ] {
        fs::write(&desk.path, content).unwrap();
        refused(&desk.path, other(Foreign::NotADatabase));
    }
}

#[test]
fn a_database_of_another_program_is_no_dossier() {
    for journal in ["delete", "wal"] {
        let desk = Desk::empty();
        desk.tamper(&format!(
            "pragma journal_mode = {journal}; create table note (text); pragma application_id = 77;"
        ));
        refused(&desk.path, |error| {
            let reason = Foreign::OtherProgram { application_id: 77 };
            matches!(error, DossierError::NotADossier { reason: found, .. } if *found == reason)
        });
    }
}

#[test]
fn a_file_of_a_newer_program_is_refused_untouched() {
    let desk = Desk::full();
    desk.tamper("create table chart (x); pragma user_version = 4");
    refused(&desk.path, |error| {
        matches!(
            error,
            DossierError::TooNew {
                version: 4,
                supported: 3,
                ..
            }
        )
    });
}

#[test]
fn an_event_of_a_newer_program_is_refused_untouched() {
    // The chain holds: somebody who knows more wrote this.
    let desk = Desk::new();
    append_by_the_documentation(&desk, "poem_recited", r#"{"title":"Herfst"}"#);
    refused(
        &desk.path,
        |error| matches!(error, DossierError::UnknownEventKind { kind, .. } if kind == "poem_recited"),
    );
}

#[test]
fn what_does_not_belong_in_a_dossier_is_found_before_it_can_do_anything() {
    for (smuggled, found) in [
        ("create table extra (x)", "extra"),
        ("create view extra as select 1", "extra"),
        ("create index extra on event (at)", "extra"),
        (
            "create trigger extra after insert on event begin delete from event; end",
            "extra",
        ),
        (
            "drop view member; create view member as select 'iemand' as name",
            "member",
        ),
        ("alter table payload add column note text", "payload"),
        ("analyze", "sqlite_stat1"),
    ] {
        let desk = Desk::full();
        desk.tamper(smuggled);
        let before = desk.bytes();
        for error in [
            Dossier::open(&desk.path, &holder()).unwrap_err(),
            Dossier::open_to_read(&desk.path).unwrap_err(),
        ] {
            let DossierError::Damaged { findings, .. } = error else {
                panic!("{error:?}")
            };
            let name = found.to_owned();
            assert!(
                findings.contains(&Finding::UnexpectedDefinition { name }),
                "{findings:?}"
            );
        }
        assert!(!check(&desk.path).unwrap().sound);
        assert!(desk.bytes() == before, "{smuggled}: the file was changed");
    }
    let desk = Desk::full();
    desk.tamper("drop view history");
    let DossierError::Damaged { findings, .. } = Dossier::open_to_read(&desk.path).unwrap_err()
    else {
        panic!("was opened")
    };
    assert_eq!(
        findings,
        [Finding::MissingDefinition {
            name: "history".to_owned()
        }]
    );
}

#[test]
fn a_dossier_turned_into_a_kind_with_more_files_is_brought_back_to_one() {
    let desk = Desk::full();
    desk.tamper("pragma journal_mode = wal");
    let before = desk.bytes();
    let events = Dossier::open_to_read(&desk.path).unwrap().events().len();
    assert!(check(&desk.path).unwrap().sound);
    assert!(desk.bytes() == before && desk.names().len() == 1);

    assert_eq!(desk.open().events().len(), events);
    assert!(desk.bytes() != before && desk.names().len() == 1);
    assert_eq!(
        Dossier::open_to_read(&desk.path).unwrap().events().len(),
        events
    );
}

#[test]
fn the_settings_on_which_it_all_rests_are_in_force() {
    let desk = Desk::new();
    let dossier = desk.open();
    let in_force = |name: &str| {
        let setting = dossier
            .settings()
            .iter()
            .find(|setting| setting.name == name);
        setting.map(|setting| setting.value.as_str())
    };
    assert_eq!(in_force("journal_mode"), Some("delete"));
    assert_eq!(in_force("synchronous"), Some("3"));
    assert_eq!(in_force("fullfsync"), Some("1"));
    assert_eq!(in_force("locking_mode"), Some("exclusive"));
    assert_eq!(in_force("trusted_schema"), Some("0"));
    assert_eq!(in_force("foreign_keys"), Some("1"));
    assert_eq!(in_force("secure_delete"), Some("1"));
    assert_eq!(in_force("mmap_size"), Some("0"));
}

#[test]
fn the_bundled_sqlite_is_one_without_the_corruption_bug() {
    assert!(
        rusqlite::version_number() >= 3_051_003,
        "{}",
        rusqlite::version()
    );
}

#[test]
fn looking_writes_nothing_at_all() {
    let desk = Desk::full();
    let seen = || {
        (
            desk.names(),
            desk.bytes(),
            fs::metadata(&desk.path).unwrap().modified().unwrap(),
        )
    };
    let before = seen();
    let dossier = Dossier::open_to_read(&desk.path).unwrap();
    assert!(dossier.events().len() > 15);
    assert!(seen() == before);
    assert!(check(&desk.path).unwrap().sound);
    drop(dossier);
    assert!(seen() == before);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_can_be_looked_at() {
    use std::os::unix::fs::PermissionsExt;

    let desk = Desk::full();
    let folder = desk.folder.path();
    let allow = |file: u32, dir: u32| {
        fs::set_permissions(&desk.path, fs::Permissions::from_mode(file)).unwrap();
        fs::set_permissions(folder, fs::Permissions::from_mode(dir)).unwrap();
    };
    allow(0o444, 0o555);
    let looked = Dossier::open_to_read(&desk.path).map(|dossier| dossier.events().len());
    let opened = Dossier::open(&desk.path, &holder()).map(drop);
    allow(0o644, 0o755);
    assert!(looked.unwrap() > 15);
    // The superuser may write everywhere.
    assert!(
        matches!(opened, Err(DossierError::ReadOnly { .. }) | Ok(())),
        "{opened:?}"
    );
}

#[test]
fn an_event_written_by_the_documentation_alone_is_accepted() {
    let desk = Desk::new();
    append_by_the_documentation(&desk, "committee_described", r#"{"mandate":"Advies"}"#);
    assert_eq!(desk.open().events().len(), 2);
    append_by_the_documentation(&desk, "committee_described", r#"{"mandaat":"Advies"}"#);
    refused_as_meaningless(&desk);
}

#[track_caller]
fn refused_as_meaningless(desk: &Desk) {
    let Err(DossierError::Damaged { findings, .. }) = Dossier::open(&desk.path, &holder()) else {
        panic!("was opened")
    };
    assert!(
        matches!(findings[..], [Finding::WordsMeaningless { .. }]),
        "{findings:?}"
    );
}

/// Adds an event to the first chain with nothing but SHA-256 and the format's
/// description at hand.
fn append_by_the_documentation(desk: &Desk, kind: &str, body: &str) {
    let sha256 = |parts: &[&[u8]]| hex::encode(Sha256::digest(parts.concat()));
    let connection = rusqlite::Connection::open(&desk.path).unwrap();
    let (replica, seq, lamport, prev): (String, u64, u64, String) = connection
        .query_row(
            "select replica, seq, lamport, hash from event order by seq desc",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
        )
        .unwrap();
    let (seq, lamport, at) = (seq + 1, lamport + 1, "2027-03-01T10:00:00+01:00");
    let salt = [5; 16];
    let payload = format!(r#"{{"body":{body},"kind":"{kind}"}}"#);
    let commitment = sha256(&[b"verantwoord/payload/1\0", &salt, payload.as_bytes()]);
    let header = format!(
        r#"{{"actor":"committee","at":"{at}","commitment":"{commitment}","kind":"{kind}","lamport":{lamport},"prev":"{prev}","replica":"{replica}","seq":{seq}}}"#
    );
    let hash = sha256(&[b"verantwoord/event/1\0", header.as_bytes()]);
    let event = (
        &replica,
        seq,
        lamport,
        at,
        "committee",
        kind,
        &commitment,
        &prev,
        &hash,
    );
    connection
        .execute(
            "insert into event values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            event,
        )
        .unwrap();
    let payload = (&hash, hex::encode(salt), body);
    connection
        .execute("insert into payload values (?, ?, ?)", payload)
        .unwrap();
}
