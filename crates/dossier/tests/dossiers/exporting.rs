//! What goes out as JSON comes back as it was.

use std::fs;
use std::io::Read;

use assessment::Change;
use dossier::{Dossier, DossierError, EXPORT_SCHEMA, check, import};
use proptest::prelude::*;
use serde_json::Value;

use crate::builder::{Counting, Desk, member, stamp};

fn export(dossier: &Dossier) -> Vec<u8> {
    let mut json = Vec::new();
    dossier.export(&mut json).unwrap();
    json
}

fn imported(desk: &Desk, json: &[u8]) -> Result<Dossier, DossierError> {
    let path = desk.folder.path().join("terug.dossier");
    import(&mut &*json, &path, &mut Counting(9_000_000))?;
    assert!(check(&path)?.sound);
    Dossier::open_to_read(&path)
}

#[test]
fn an_export_is_canonical_and_comes_back_equal_to_the_byte() {
    let mut desk = Desk::full();
    let mut dossier = desk.open();
    // A file of several pieces.
    let content = vec![0xa5; (48 << 10) * 2 + 5];
    dossier
        .act(stamp(), &mut desk.entropy, |act| {
            let blob = act.store_blob(&mut std::io::Cursor::new(&content), "image/png")?;
            act.record(Change::EvidenceAttached {
                assessment: assessment::AssessmentId(assessment::EventId::new([1; 32])),
                question: "HUM-01".into(),
                evidence: assessment::Evidence {
                    label: "\u{202e}gnp.<script>".to_owned(),
                    sha256: blob.sha256,
                    size: blob.size,
                    media_type: "image/png".to_owned(),
                },
            })
        })
        .map_err(|error: DossierError| error)
        .unwrap();
    let json = export(&dossier);
    let value: Value = serde_json::from_slice(&json).unwrap();
    assert!(
        serde_json_canonicalizer::to_vec(&value).unwrap() == json,
        "not canonical"
    );
    let back = imported(&desk, &json).unwrap();
    assert_eq!(back.events(), dossier.events());
    assert_eq!(back.fingerprint(), dossier.fingerprint());
    assert_ne!(back.replica(), dossier.replica());
    assert!(export(&back) == json);
    let refused = import(&mut &*json, &desk.path, &mut desk.entropy);
    assert!(matches!(refused, Err(DossierError::AlreadyExists { .. })));
}

#[test]
fn the_schema_names_what_an_export_has() {
    let schema: Value = serde_json::from_str(EXPORT_SCHEMA).unwrap();
    let json: Value = serde_json::from_slice(&export(&Desk::full().open())).unwrap();
    let keys = |value: &Value| {
        value
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect::<Vec<_>>()
    };
    let named = |at: &str| keys(schema.pointer(&format!("{at}/properties")).unwrap());
    let sorted = |mut keys: Vec<String>| {
        keys.sort();
        keys
    };
    assert_eq!(sorted(named("")), keys(&json));
    assert_eq!(
        sorted(named("/properties/events/items")),
        keys(&json["events"][0])
    );
    assert_eq!(
        sorted(named("/properties/blobs/items")),
        keys(&json["blobs"][0])
    );
    let words = "/properties/events/items/properties/words/anyOf/0";
    assert_eq!(sorted(named(words)), keys(&json["events"][0]["words"]));
}

#[test]
fn what_is_no_export_or_does_not_hold_leaves_nothing_behind() {
    let desk = Desk::full();
    let json = String::from_utf8(export(&desk.open())).unwrap();
    let with = |from: &str, to: &str| {
        let changed = json.replacen(from, to, 1);
        assert_ne!(changed, json, "{from}");
        changed.into_bytes()
    };
    let bom = [&b"\xef\xbb\xbf"[..], json.as_bytes()].concat();
    let utf16: Vec<u8> = json.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let deep = [json.as_bytes(), &b"["[..]].concat();
    for no_export in [
        Vec::new(),
        b"{}".to_vec(),
        b"[".repeat(100_000),
        bom,
        utf16,
        deep,
        json.as_bytes()[..json.len() / 2].to_vec(),
        with(r#""version":1"#, r#""version":2"#),
        with("verantwoord/dossier", "iets/anders"),
        with(r#""seq":1,"#, r#""seq":1,"seq":1,"#),
        with(r#""seq":1,"#, r#""seq":-1,"#),
        with(r#""seq":1,"#, r#""seq":1,"vreemd":1,"#),
        with(r#""lamport":2"#, r#""lamport":1e99"#),
        with("Voorbeeld", "\\ud800"),
        with(r#"{"blobs":["#, r#"{"events":[],"blobs":["#),
        with(r#""size":"#, r#""size":1"#),
        with(r#""content":[""#, r#""content":["*"#),
    ] {
        let refused = imported(&desk, &no_export);
        assert!(
            matches!(refused, Err(DossierError::NotAnExport { .. })),
            "{refused:?}: {:.80}",
            String::from_utf8_lossy(&no_export)
        );
    }
    for damaged in [
        with("Zoë", "Zoé"),
        with(r#""lamport":2"#, r#""lamport":3"#),
        with(r#""actor":"committee""#, r#""actor":"iemand""#),
    ] {
        let refused = imported(&desk, &damaged);
        assert!(
            matches!(refused, Err(DossierError::Damaged { .. })),
            "{refused:?}"
        );
    }
    assert_eq!(desk.names().len(), 1);
}

#[test]
fn an_endless_document_is_given_up_in_time() {
    let desk = Desk::new();
    let path = desk.folder.path().join("terug.dossier");
    let mut endless = br#"{"events":[{"actor":""#.chain(std::io::repeat(b'a'));
    let refused = import(&mut endless, &path, &mut Counting::default());
    assert!(
        matches!(refused, Err(DossierError::NotAnExport { .. })),
        "{refused:?}"
    );
    let mut blank = br#"{"events":["#.chain(std::io::repeat(b' '));
    let refused = import(&mut blank, &path, &mut Counting::default());
    assert!(
        matches!(refused, Err(DossierError::NotAnExport { .. })),
        "{refused:?}"
    );
    assert!(fs::metadata(&path).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn whatever_is_typed_comes_back(texts in prop::collection::vec(any::<String>(), 1..5)) {
        let mut desk = Desk::new();
        let mut dossier = desk.open();
        let joined = texts.iter().map(|text| Change::MemberJoined(member(text))).collect();
        dossier.record(joined, stamp(), &mut desk.entropy).unwrap();
        let json = export(&dossier);
        let back = imported(&desk, &json).unwrap();
        prop_assert_eq!(back.events(), dossier.events());
        prop_assert!(export(&back) == json);
    }
}
