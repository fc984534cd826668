//! Hostile texts: questionnaires, answers and certificates.

use anyhow::{Result, ensure};

use super::{Case, Kind, Sound, Thing};
use crate::scene::{DOSSIER, Scene};

/// A sound questionnaire in one document: the one that the scene's dossier keeps.
pub(super) fn questionnaire(scene: &Scene) -> Result<Vec<u8>> {
    let database = rusqlite::Connection::open(scene.path(DOSSIER))?;
    let select = "select content from blob where media_type = 'application/json'";
    let bytes: Vec<u8> = database.query_row(select, [], |row| row.get(0))?;
    ensure!(!bytes.is_empty(), "the dossier keeps no questionnaire");
    Ok(bytes)
}

pub(super) fn cases(sound: &Sound) -> Vec<Case> {
    let mut cases = documents(Kind::Questionnaire, &sound.questionnaire);
    cases.extend(documents(Kind::Export, &sound.export));
    let export = String::from_utf8_lossy(&sound.export);
    for (name, what, with) in [
        ("an event twice", "\"seq\":2", "\"seq\":1"),
        ("an event from below zero", "\"seq\":2", "\"seq\":-2"),
        (
            "a kind that nobody knows",
            "\"member_joined\"",
            "\"member_exploded\"",
        ),
        ("other words under the same hash", "Voorbeeld", "Ander"),
        ("a later format", "\"format\":", "\"format\":9"),
    ] {
        let spaced = what.replacen(':', ": ", 1);
        let changed = match export.contains(what) {
            true => export.replacen(what, with, 1),
            false => export.replacen(&spaced, with, 1),
        };
        if changed != export {
            cases.push(Case::refused(name, Kind::Export, changed));
        }
    }
    let answer = |because: &str| {
        format!("{{\"question\":\"PUR-01\",\"value\":\"yes\",\"because\":\"{because}\"}}\n")
    };
    let lines: Vec<(&str, Vec<u8>)> = vec![
        ("a line without end", vec![b'a'; 3 << 20]),
        ("deep answers", format!("{}\n", "[".repeat(500_000)).into()),
        (
            "an answer that is not UTF-8",
            b"{\"question\":\"PUR-01\",\"value\":\"\xff\"}\n".to_vec(),
        ),
        ("a lone surrogate", answer("\\ud800").into()),
        ("control characters", answer("\\u0000\\u0007\\u009b").into()),
        (
            "a very long consideration",
            answer(&"a".repeat(900_000)).into(),
        ),
        (
            "a question from nowhere",
            b"{\"question\":\"../../x\",\"value\":\"yes\"}\n".to_vec(),
        ),
    ];
    for (name, bytes) in lines {
        cases.push(Case::refused(name, Kind::Answers, bytes));
    }
    for (name, bytes) in certificates() {
        cases.push(Case::refused(name, Kind::Certificate, bytes));
    }
    cases
}

/// A document in JSON, and everything that it is not.
fn documents(kind: Kind, sound: &[u8]) -> Vec<Case> {
    let text = String::from_utf8_lossy(sound).into_owned();
    let inside = |addition: &str| format!("{addition}{}", text.strip_prefix('{').unwrap_or(&text));
    let wide = |bytes: fn(u16) -> [u8; 2], mark: [u8; 2]| {
        let units = text.encode_utf16().flat_map(bytes);
        mark.into_iter().chain(units).collect::<Vec<u8>>()
    };
    let deep = |open: &str, close: &str, depth: usize| {
        format!("{}{}", open.repeat(depth), close.repeat(depth))
    };
    let texts: Vec<(&str, Vec<u8>)> = vec![
        ("deep lists", deep("[", "]", 500_000).into()),
        ("deep objects", deep("{\"a\":", "}", 200_000).into()),
        ("deep lists that never end", "[".repeat(2_000_000).into()),
        (
            "an unknown deep field",
            inside(&format!("{{\"x\":{},", deep("[", "]", 5_000))).into(),
        ),
        (
            "six megabytes",
            inside(&format!("{{\"x\":\"{}\",", "a".repeat(6 << 20))).into(),
        ),
        (
            "a million empty lists",
            format!("[{}[]]", "[],".repeat(1_000_000)).into(),
        ),
        (
            "the same keys twice",
            inside("{\"id\":\"twee\",\"id\":\"drie\",").into(),
        ),
        (
            "UTF-16, low byte first",
            wide(u16::to_le_bytes, [0xff, 0xfe]),
        ),
        (
            "UTF-16, high byte first",
            wide(u16::to_be_bytes, [0xfe, 0xff]),
        ),
        ("a lone surrogate", inside("{\"x\":\"\\ud800\",").into()),
        (
            "surrogates the wrong way round",
            inside("{\"x\":\"\\udc00\\ud800\",").into(),
        ),
        (
            "a surrogate in UTF-8",
            [b"{\"x\":\"\xed\xa0\x80\"," as &[u8], text.as_bytes()].concat(),
        ),
        (
            "an overlong byte",
            [b"{\"x\":\"\xc0\xaf\"," as &[u8], text.as_bytes()].concat(),
        ),
        ("zero bytes within", text.replace(':', ":\0").into()),
        ("a number without end", inside("{\"x\":1e999999999,").into()),
        (
            "a number of a million digits",
            inside(&format!("{{\"x\":{},", "9".repeat(1_000_000))).into(),
        ),
        ("null", "null".into()),
        ("a text", "\"vragenlijst\"".into()),
        ("two documents", format!("{text}{text}").into()),
        (
            "half a document",
            text.chars().take(text.len() / 2).collect::<String>().into(),
        ),
    ];
    let mut cases: Vec<Case> = texts
        .into_iter()
        .map(|(name, bytes)| Case::refused(name, kind, bytes))
        .collect();
    let marked = format!("\u{feff}{text}");
    cases.push(Case {
        name: "a byte order mark".to_owned(),
        kind,
        thing: Thing::Bytes(marked.into()),
        refused: false,
    });
    cases
}

fn certificates() -> Vec<(&'static str, Vec<u8>)> {
    let pem =
        |body: &str| format!("-----BEGIN CERTIFICATE-----\n{body}\n-----END CERTIFICATE-----\n");
    vec![
        ("no certificate", b"niets".to_vec()),
        ("an empty certificate", pem("").into()),
        (
            "a certificate of rubbish",
            pem(&"QUJD".repeat(100_000)).into(),
        ),
        (
            "a certificate that claims gigabytes",
            pem("MIR/////").into(),
        ),
        ("many empty certificates", pem("").repeat(20_000).into()),
    ]
}
