//! What members declared stands on the page, in the data and in the signature alike.

use application::view::*;
use signature::{Identity, OsRng, Signing, SigningTime};

use crate::desk::{Desk, MEMBERS, code, codes};

const REASON: &str = "Eerst meten, dan opschalen.";

#[test]
fn everybody_signs_with_what_they_declared_and_the_chair_first() {
    let [chair, second, _, third, _] = MEMBERS;
    let mut desk = Desk::new();
    desk.declares(chair, "agree", "");
    desk.declares(second, "dissent", REASON);
    desk.declares(third, "refuse", "Ik kon het bewijs niet inzien.");
    // Named last, the chair certifies all the same; whoever refuses has no field.
    let report = desk.report("full", &[second, third, chair], "rapport.pdf");
    let page = desk
        .application
        .signing_page(OneFile {
            file: report.clone(),
        })
        .unwrap();
    let expected: Vec<_> = page
        .expected
        .iter()
        .map(|it| (it.name.as_str(), it.position.as_deref()))
        .collect();
    assert_eq!(
        expected,
        [(chair, Some("agree")), (second, Some("dissent"))]
    );
    assert_eq!(page.expected[1].reason.as_deref(), Some(REASON));
    assert_eq!(page.refused, [third]);
    assert!(page.first.unwrap().contains(chair));

    let early = desk.sign(&report, second, None, "te-vroeg.pdf");
    assert_eq!(code(early), "signs-first");
    assert!(!desk.path("te-vroeg.pdf").exists());
    let refusing = desk.sign(&report, third, Some("agree"), "toch.pdf");
    assert_eq!(code(refusing), "signer-refuses");

    let once = desk.sign(&report, chair, None, "een.pdf").unwrap();
    assert!(once.kept);
    let other = desk.sign(&once.file.handle, second, Some("agree"), "anders.pdf");
    assert_eq!(code(other), "other-than-declared");
    let identity = desk.identity(second);
    let other = desk.sign_with(
        &once.file.handle,
        second,
        (None, "Om een andere reden."),
        identity,
        "anders.pdf",
    );
    assert_eq!(code(other), "other-than-declared");
    desk.sign(&once.file.handle, second, None, "twee.pdf")
        .unwrap();

    let found = desk.verify("twee.pdf", &[chair, second]);
    assert_eq!(
        (found.verdict, found.data, codes(&found).as_slice()),
        ("intact", "equal", &[][..])
    );
    assert_eq!(found.signatures[1].position.as_deref(), Some("dissent"));
    assert_eq!(found.missing, [""; 0]);
    let file = desk.chosen("twee.pdf", FilePurpose::OpenReport);
    let trust = Vec::new();
    let page = desk
        .application
        .verify_report(VerifyReport { file, trust })
        .unwrap();
    assert_eq!(page.refused, [third]);
    assert_eq!(page.signatures[1].reason, format!("Niet akkoord: {REASON}"));

    // Who signs the next report with another key is seen to do so.
    let next = desk.report("full", &[chair], "volgend.pdf");
    let impostor = desk.identity_in(chair, "ander.p12");
    let signed = desk.sign_with(&next, chair, (None, ""), impostor, "volgend-getekend.pdf");
    assert!(signed.unwrap().notice.is_some());
    let found = desk.verify("volgend-getekend.pdf", &[chair]);
    assert_eq!(found.verdict, "intact-unknown-signer");
    assert!(codes(&found).contains(&"certificate-not-expected"));
}

#[test]
fn a_signature_that_says_something_else_than_was_declared_is_an_alteration() {
    let chair = MEMBERS[0];
    let mut desk = Desk::new();
    desk.declares(chair, "dissent", REASON);
    desk.report("full", &[chair], "rapport.pdf");
    let now: jiff::Timestamp = "2026-11-21T10:00:00Z".parse().unwrap();
    let new = signature::NewIdentity {
        name: chair,
        valid_from: now,
    };
    let file = Identity::create(&new, "geheim", &mut OsRng).unwrap();
    let identity = Identity::open(&file, "geheim").unwrap();
    let statement = |position: &str, reason: &str| Signing {
        field: None,
        name: chair.to_owned(),
        role: Some("voorzitter".to_owned()),
        position: Some(position.to_owned()),
        reason: Some(reason.to_owned()),
        time: SigningTime {
            at: now,
            offset: jiff::tz::Offset::UTC,
        },
    };
    for (position, reason, expected) in [
        ("agree", "Akkoord", "position-not-declared"),
        (
            "dissent",
            "Niet akkoord: om iets anders",
            "reason-not-declared",
        ),
        ("dissent", "Akkoord", "reason-contradicts-position"),
        ("maybe", "Misschien", "position-unknown"),
    ] {
        let signed = signature::sign(
            &desk.read("rapport.pdf"),
            &statement(position, reason),
            &identity,
        );
        std::fs::write(desk.path("vals.pdf"), signed.unwrap()).unwrap();
        let found = desk.verify("vals.pdf", &[]);
        assert_eq!(found.verdict, "altered", "{expected}");
        assert!(codes(&found).contains(&expected), "{:?}", found.findings);
    }
}
