//! Hostile dossiers: databases of others, of later, and with something smuggled in.

use std::fs;

use anyhow::Result;
use rusqlite::Connection;

use super::{Case, Kind, Sound, Thing};
use crate::chance::Chance;
use crate::cycle;
use crate::scene::DOSSIER;

/// What is done to a sound dossier with a database program.
const SMUGGLED: [(&str, &str); 16] = [
    ("another program's", "pragma application_id = 252006673"),
    ("no program's", "pragma application_id = 0"),
    ("a later version", "pragma user_version = 2000000"),
    ("a version below zero", "pragma user_version = -1"),
    (
        "a trigger",
        "create trigger t after insert on event begin delete from payload; end",
    ),
    (
        "a view that never ends",
        "drop view history; create view history as with recursive n(x) as (select 1 union all select x + 1 from n) \
         select x as number, x as at, x as actor, x as kind, x as body, x as hash, x as replica, x as seq, \
         x as lamport from n",
    ),
    (
        "a view in the place of a table",
        "alter table event rename to other; create view event as select * from other",
    ),
    ("a table more", "create table more (x)"),
    ("an index more", "create index more on payload (body)"),
    ("a table less", "drop table meta"),
    (
        "a row of 30 MB",
        "update payload set body = hex(zeroblob(15000000)) where rowid = (select min(rowid) from payload)",
    ),
    (
        "words that are not UTF-8",
        "update payload set body = cast(x'7b22ff22' as text)",
    ),
    (
        "names that are not UTF-8",
        "update event set actor = cast(x'fffe' as text)",
    ),
    (
        "an expression that calls functions",
        "create index more on payload (abs(length(hash)))",
    ),
    (
        "deep words",
        "update payload set body = replace(hex(zeroblob(500000)), '0', '[')",
    ),
    (
        "a numbering that jumps",
        "update event set seq = 9007199254740993 where seq = (select max(seq) from event)",
    ),
];

pub(super) fn cases(sound: &Sound) -> Result<Vec<Case>> {
    let bytes = fs::read(sound.scene.path(DOSSIER))?;
    let mut cases = Vec::new();
    for (name, sql) in SMUGGLED {
        let folder = cycle::folder()?;
        let path = folder.path().join("a");
        fs::write(&path, &bytes)?;
        let database = Connection::open(&path)?;
        database.execute_batch(sql)?;
        drop(database);
        cases.push(Case::refused(name, Kind::Dossier, fs::read(path)?));
    }
    // The schema itself, written over.
    let folder = cycle::folder()?;
    let path = folder.path().join("a");
    fs::write(&path, &bytes)?;
    let database = Connection::open(&path)?;
    database.execute_batch(
        "pragma writable_schema = on; update sqlite_schema set sql = 'create table event (x' where name = 'event'",
    )?;
    drop(database);
    cases.push(Case::refused(
        "a schema that is no SQL",
        Kind::Dossier,
        fs::read(path)?,
    ));
    for (name, at, with) in [
        ("a log that was never written", 18, &[2, 2][..]),
        ("pages of 64 kB", 16, &[0, 1]),
        ("pages of 512 bytes", 16, &[2, 0]),
        ("all of each page set aside", 20, &[255]),
        (
            "a list of free pages that bites its tail",
            32,
            &[0, 0, 0, 2, 0, 0, 0, 200],
        ),
        ("UTF-16", 56, &[0, 0, 0, 2]),
        ("a later file format", 18, &[9, 9]),
    ] {
        let mut changed = bytes.clone();
        if let Some(place) = changed.get_mut(at..at + with.len()) {
            place.copy_from_slice(with);
        }
        // The list of free pages matters to nobody who reads.
        let mut case = Case::refused(name, Kind::Dossier, changed);
        case.refused = at != 32 && at != 18;
        cases.push(case);
    }
    for length in [1, 99, 511, 512, 4096] {
        let first = bytes.get(..length).unwrap_or_default();
        cases.push(Case::refused(
            &format!("the first {length} bytes"),
            Kind::Dossier,
            first,
        ));
    }
    // What a destruction leaves that was cut off, with a certificate where it must not be written.
    let mark = |words: &str| [b"Verantwoord-end\n".as_slice(), words.as_bytes()].concat();
    let other = format!(
        r#"{{"dossier":"{}","sha256":"{}","bytes":1,"certificate":"{DOSSIER}"}}"#,
        "5a".repeat(32),
        "5a".repeat(32)
    );
    for words in ["", "{", "[".repeat(400).as_str(), other.as_str()] {
        let mut marked = mark(words);
        marked.resize(bytes.len(), 0);
        let name = format!("a mark that says {words:.8}");
        cases.push(Case::refused(&name, Kind::Dossier, marked));
    }
    let endings = ["-journal", "-wal", "-shm"];
    for ending in endings {
        for (what, thing) in [
            ("a pipe", Thing::Pipe),
            ("a folder", Thing::Folder),
            ("a link to an endless device", Thing::Link("/dev/zero")),
            ("rubbish", Thing::Bytes(Chance::of(6, 6).bytes(50_000))),
        ] {
            cases.push(Case {
                name: format!("{what} as {ending}"),
                kind: Kind::Dossier,
                thing: Thing::Beside(bytes.clone(), ending, Box::new(thing)),
                refused: false,
            });
        }
    }
    Ok(cases)
}
