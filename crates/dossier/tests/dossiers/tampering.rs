//! Nothing that was said can be changed unseen.

use dossier::{Dossier, DossierError, Finding, check};

use crate::builder::{Desk, holder};

/// The findings that every way of opening agrees on.
#[track_caller]
fn findings_after(sql: &str) -> Vec<Finding> {
    let desk = Desk::full();
    desk.tamper(sql);
    let before = desk.bytes();
    let Err(DossierError::Damaged { findings, .. }) = Dossier::open(&desk.path, &holder()) else {
        panic!("unseen: {sql}")
    };
    let Err(DossierError::Damaged {
        findings: looked, ..
    }) = Dossier::open_to_read(&desk.path)
    else {
        panic!("unseen in a look: {sql}")
    };
    assert_eq!(findings, looked);
    let check = check(&desk.path).unwrap();
    assert!(!check.sound && !check.findings.is_empty());
    assert!(desk.bytes() == before, "{sql}: opening changed the file");
    assert_eq!(desk.names().len(), 1);
    findings
}

#[test]
fn every_column_of_every_event_is_covered() {
    for change in [
        "replica = 'ffffffffffffffffffffffffffffffff'",
        "seq = 70",
        "lamport = 70",
        "at = '2026-11-21T14:32:06+01:00'",
        "at = '2026-11-21T13:32:05+00:00'",
        "actor = hash",
        "kind = 'section_completed'",
        "commitment = hash",
        "prev = hash",
        "prev = null",
        "hash = commitment",
    ] {
        // One at the beginning, one in the middle and one at the end of the chain.
        for seq in [1, 7, 20] {
            if (seq, change) == (1, "prev = null") {
                continue;
            }
            findings_after(&format!("update event set {change} where seq = {seq}"));
        }
    }
}

#[test]
fn changed_words_are_found_wherever_they_stand() {
    for change in [
        "body = replace(body, 'Zoë', 'Zoé')",
        "body = body || ' '",
        "body = '{}'",
        "body = 'null'",
        "body = ''",
        "body = cast(x'7b22ff227d' as text)",
        "body = replace(hex(zeroblob(600000)), '0', 'a')",
        "salt = '00000000000000000000000000000000'",
        "salt = upper(salt)",
        "salt = ''",
        "salt = 'é'",
    ] {
        let sql = format!(
            "update payload set {change} where hash = (select hash from event where seq = 6)"
        );
        findings_after(&sql);
    }
    // Words that somebody else said.
    findings_after(
        "create temp table a as select * from payload where hash = (select hash from event where seq = 4);
         update payload set (salt, body) = (select salt, body from a)
         where hash = (select hash from event where seq = 5);",
    );
}

#[test]
fn an_event_taken_out_of_the_middle_is_missed() {
    let findings = findings_after(
        "delete from payload where hash = (select hash from event where seq = 7);
         delete from event where seq = 7;",
    );
    assert!(
        matches!(findings.as_slice(), [Finding::EventMissing { seq: 7, .. }]),
        "{findings:?}"
    );
}

#[test]
fn events_cannot_be_renumbered_over_a_gap() {
    findings_after(
        "delete from payload where hash = (select hash from event where seq = 7);
         delete from event where seq = 7;
         update event set seq = seq - 1, lamport = lamport - 1 where seq > 7;",
    );
}

#[test]
fn two_events_cannot_change_places() {
    findings_after(
        "update event set seq = 1000, lamport = 1000 where seq = 4;
         update event set seq = 4, lamport = 4 where seq = 5;
         update event set seq = 5, lamport = 5 where seq = 1000;",
    );
}

#[test]
fn the_beginning_cannot_be_cut_off() {
    findings_after("delete from payload; delete from event");
    findings_after(
        "delete from payload where hash = (select hash from event where seq = 1);
         delete from event where seq = 1;",
    );
}

#[test]
fn words_without_an_event_are_found() {
    let findings = findings_after(
        "insert into payload values ('00', '00000000000000000000000000000000', '{}')",
    );
    assert!(
        findings.contains(&Finding::WordsWithoutEvent { count: 1 }),
        "{findings:?}"
    );
}

#[test]
fn a_copy_without_identity_is_found() {
    assert_eq!(findings_after("delete from meta"), [Finding::NoReplica]);
    assert_eq!(
        findings_after("update meta set value = 'x'"),
        [Finding::NoReplica]
    );
}

#[test]
fn kept_files_are_held_against_the_events_that_name_them() {
    let is = |findings: Vec<Finding>, of: fn(&Finding) -> bool| {
        assert!(findings.iter().all(of), "{findings:?}");
    };
    let changed = |finding: &Finding| matches!(finding, Finding::BlobChanged { .. });
    is(findings_after("update blob set size = size + 1"), changed);
    is(
        findings_after("update blob set media_type = 'text/html'"),
        changed,
    );
    is(findings_after("update blob set content = x''"), changed);
    is(findings_after("delete from blob"), |finding| {
        matches!(finding, Finding::BlobMissing { .. })
    });
    is(
        findings_after(
            "insert into blob values (replace(hex(zeroblob(32)), '00', 'ab'), 1, 'text/plain', x'00')",
        ),
        |finding| matches!(finding, Finding::BlobUnnamed { .. }),
    );
}

#[test]
fn changed_content_of_a_kept_file_is_found_by_the_check_and_never_given_out() {
    let desk = Desk::full();
    desk.tamper("update blob set content = cast(zeroblob(size) as blob)");
    let check = check(&desk.path).unwrap();
    assert!(!check.sound);
    let Some(Finding::BlobChanged { sha256 }) = check.findings.first() else {
        panic!("{:?}", check.findings)
    };
    let mut out = Vec::new();
    let refused = desk.open().read_blob(sha256, &mut out);
    assert!(matches!(refused, Err(DossierError::Damaged { .. })));
    assert!(out.is_empty());
}

#[test]
fn values_of_the_wrong_type_are_found() {
    for (table, change) in [
        ("event", "seq = 'zes' where seq = 6"),
        ("event", "at = 5"),
        ("payload", "body = x'7b7d'"),
    ] {
        let desk = Desk::full();
        desk.tamper(
            "pragma writable_schema = on;
             update sqlite_schema set sql = replace(sql, ' strict', '') where type = 'table';",
        );
        desk.tamper(&format!("update {table} set {change}"));
        desk.tamper(
            "pragma writable_schema = on;
             update sqlite_schema set sql = sql || ' strict' where type = 'table';",
        );
        let refused = Dossier::open_to_read(&desk.path);
        assert!(
            matches!(refused, Err(DossierError::Damaged { .. })),
            "{change}: {refused:?}"
        );
    }
}

#[test]
fn a_cut_tail_shows_only_against_a_fingerprint_that_somebody_holds() {
    let desk = Desk::full();
    let signed = desk.open().fingerprint();
    desk.tamper(
        "delete from payload where hash = (select hash from event order by seq desc limit 1);
         delete from event where seq = (select max(seq) from event);",
    );
    // What is left is a dossier as it once was: nothing in it is wrong.
    let dossier = desk.open();
    assert_eq!(dossier.events().len() as u64, signed.events - 1);
    let missing = dossier.fingerprint_of(&signed.heads);
    assert!(matches!(missing, Err(DossierError::UnknownHead { .. })));
}
