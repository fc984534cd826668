//! From B-B to B-LTA with an infrastructure of openssl's making, and what pyHanko says of the files.

use std::fs;

use tempfile::TempDir;

use super::{
    others::{found, pyhanko, run},
    people::{person, signing},
    pki::Pki,
    reports::{ANNA, BRAM, FORMS, Form, put, report_with, signed},
};
use crate::{
    Code, Level, TimestampRefused, ValidationData, ValidationRefused, Verdict, Verification,
    add_validation_data, sign, verify,
};

/// A report that awaits Anna, Bram and a timestamp of the document.
fn report(form: Form) -> Vec<u8> {
    report_with(form, &[ANNA, BRAM, "Tijdstempel"], |document, parts| {
        put(
            document,
            parts.fields[2],
            "T",
            lopdf::Object::string_literal("Timestamp1"),
        );
    })
}

fn data(files: &[&[u8]]) -> ValidationData {
    let mut data = ValidationData::default();
    for file in files {
        data.add(file).unwrap();
    }
    data
}

#[track_caller]
fn level(pdf: &[u8], pki: &Pki) -> Level {
    let verification = verify(pdf, std::slice::from_ref(&pki.root));
    assert_eq!(
        verification.verdict,
        Verdict::Intact,
        "{:?}",
        verification.findings
    );
    assert_eq!(codes(&verification), []);
    verification.signatures[0].level
}

fn codes(verification: &Verification) -> Vec<Code> {
    verification.findings.iter().map(|one| one.code).collect()
}

#[test]
fn a_report_climbs_to_the_highest_level() {
    let Some(pki) = Pki::found() else { return };
    for form in FORMS {
        let stamped = pki.stamped(&report(form));
        assert_eq!(level(&stamped, &pki), Level::Timestamped);
        let with_list = add_validation_data(&stamped, &data(&[&pki.list()])).unwrap();
        assert_eq!(level(&with_list, &pki), Level::LongTerm, "{form:?}");
        let archived = pki.stamp(&with_list, "Timestamp1");
        assert_eq!(level(&archived, &pki), Level::Archived, "{form:?}");
        let verification = verify(&archived, std::slice::from_ref(&pki.root));
        assert!(verification.timestamps[0].trusted);
        assert_eq!(verification.missing.len(), 1);
        let fields: Vec<_> = crate::fields(&archived).unwrap();
        assert_eq!(fields.len(), 2);
    }
}

#[test]
fn answers_about_each_certificate_do_as_well_as_a_list() {
    let Some(pki) = Pki::found() else { return };
    let stamped = pki.stamped(&report(Form::Table));
    let about_anna = data(&[&pki.answer("anna")]);
    let half = add_validation_data(&stamped, &about_anna).unwrap();
    let verification = verify(&half, std::slice::from_ref(&pki.root));
    assert_eq!(verification.verdict, Verdict::Intact);
    assert_eq!(codes(&verification), [Code::RevocationUnknown]);
    assert_eq!(verification.signatures[0].level, Level::Timestamped);
    assert_eq!(
        add_validation_data(&half, &about_anna),
        Err(ValidationRefused::Nothing)
    );
    let whole = add_validation_data(&half, &data(&[&pki.answer("tsa")])).unwrap();
    assert_eq!(level(&whole, &pki), Level::LongTerm);
}

#[test]
fn a_list_speaks_only_for_the_certificates_that_it_is_for() {
    let Some(pki) = Pki::found() else { return };
    let stamped = pki.stamped(&report(Form::Table));
    for (scope, speaks) in [
        ("place", true),
        ("people", true),
        ("elsewhere", false),
        ("authorities", false),
        ("reasons", false),
        ("indirect", false),
    ] {
        let pdf = add_validation_data(&stamped, &data(&[&pki.list_for(scope)])).unwrap();
        let verification = verify(&pdf, std::slice::from_ref(&pki.root));
        assert_eq!(verification.verdict, Verdict::Intact, "{scope}");
        let expected = if speaks {
            Level::LongTerm
        } else {
            Level::Timestamped
        };
        assert_eq!(verification.signatures[0].level, expected, "{scope}");
    }
    // Whatever it is for, a revocation counts.
    pki.revoke("anna");
    let pdf = add_validation_data(&stamped, &data(&[&pki.list_for("elsewhere")])).unwrap();
    let verification = verify(&pdf, &[crate::Signer::certificate(&pki.anna()).clone()]);
    assert!(codes(&verification).contains(&Code::CertificateRevoked));
}

#[test]
fn a_signature_made_before_the_revocation_stands() {
    let Some(pki) = Pki::found() else { return };
    let stamped = pki.stamped(&report(Form::Table));
    // Lists know whole seconds only, of a clock that may be a tick of the system behind ours.
    let made = verify(&stamped, &[]).signatures[0]
        .timestamp
        .as_ref()
        .unwrap()
        .time;
    let next = (made.as_second() + 1) * 1000;
    while jiff::Timestamp::now().as_millisecond() < next + 100 {
        std::thread::yield_now();
    }
    pki.revoke("anna");
    for evidence in [pki.list(), pki.answer("anna")] {
        let later = add_validation_data(&stamped, &data(&[&evidence])).unwrap();
        let verification = verify(&later, std::slice::from_ref(&pki.root));
        assert_eq!(
            verification.verdict,
            Verdict::Intact,
            "{:?}",
            verification.findings
        );
    }
    // Without a trusted clock the revoked key may have signed at any time.
    let later = add_validation_data(&stamped, &data(&[&pki.list()])).unwrap();
    let verification = verify(&later, &[crate::Signer::certificate(&pki.anna()).clone()]);
    assert_eq!(verification.verdict, Verdict::IntactUnknownSigner);
    assert!(codes(&verification).contains(&Code::CertificateRevoked));
}

#[test]
fn a_signature_made_after_the_revocation_is_nobodys() {
    let Some(pki) = Pki::found() else { return };
    pki.revoke("anna");
    let stamped = pki.stamped(&report(Form::Packed));
    for evidence in [pki.list(), pki.answer("anna")] {
        let pdf = add_validation_data(&stamped, &data(&[&evidence])).unwrap();
        let verification = verify(&pdf, std::slice::from_ref(&pki.root));
        assert_eq!(verification.verdict, Verdict::IntactUnknownSigner);
        assert!(codes(&verification).contains(&Code::CertificateRevoked));
        assert!(!verification.signatures[0].trusted);
    }
}

#[test]
fn who_did_not_issue_a_certificate_cannot_revoke_it() {
    let Some(stranger) = Pki::found() else { return };
    let anna = person(ANNA);
    let pdf = signed(Form::Packed, &[ANNA]);
    let twin = stranger.twin(&anna.certificate, "person");
    stranger.revoke("twin");
    let against = data(&[&twin, stranger.root.der(), &stranger.list()]);
    let pdf = add_validation_data(&pdf, &against).unwrap();
    let verification = verify(&pdf, &[anna.certificate]);
    assert_eq!(verification.verdict, Verdict::Intact);
    assert_eq!(codes(&verification), []);
}

#[test]
fn a_revocation_is_not_hidden_by_another_certificate_of_the_issuer() {
    let (Some(pki), Some(stranger)) = (Pki::found(), Pki::found()) else {
        return;
    };
    let anna = pki.anna_alone();
    let pdf = sign(&report(Form::Packed), &signing(ANNA), &anna).unwrap();
    pki.revoke("anna");
    let twin = stranger.twin(&pki.root, "person");
    let twin_first = data(&[&twin, stranger.root.der(), pki.root.der(), &pki.list()]);
    let pdf = add_validation_data(&pdf, &twin_first).unwrap();
    let certificate = crate::Signer::certificate(&anna).clone();
    for trust in [
        &[certificate.clone()][..],
        &[certificate, pki.root.clone()],
        std::slice::from_ref(&pki.root),
    ] {
        let verification = verify(&pdf, trust);
        assert_eq!(verification.verdict, Verdict::IntactUnknownSigner);
        assert!(codes(&verification).contains(&Code::CertificateRevoked));
    }
}

#[test]
fn a_timestamp_of_a_revoked_authority_proves_no_time() {
    let Some(pki) = Pki::found() else { return };
    let stamped = pki.stamped(&report(Form::Table));
    pki.revoke("tsa");
    let pdf = add_validation_data(&stamped, &data(&[&pki.list()])).unwrap();
    let verification = verify(&pdf, std::slice::from_ref(&pki.root));
    assert!(codes(&verification).contains(&Code::TimestampUntrusted));
    assert!(
        !verification.signatures[0]
            .timestamp
            .as_ref()
            .unwrap()
            .trusted
    );
}

#[test]
fn the_document_is_stamped_once_and_only_where_somebody_signed() {
    let Some(pki) = Pki::found() else { return };
    let nonce = crate::Nonce::random(&mut crate::OsRng);
    assert_eq!(
        crate::timestamp_request(&report(Form::Table), "Timestamp1", nonce),
        Err(TimestampRefused::NotSigned {
            field: "Timestamp1".to_owned()
        })
    );
    let pdf = pki.stamp(&pki.stamped(&report(Form::Table)), "Timestamp1");
    assert!(matches!(
        crate::timestamp_request(&pdf, "Timestamp1", nonce),
        Err(TimestampRefused::AlreadyTimestamped { .. })
    ));
    assert!(matches!(
        crate::timestamp_request(&pdf, "Signature1", nonce),
        Err(TimestampRefused::NotLast { .. })
    ));
}

#[test]
fn pyhanko_agrees_at_each_level() {
    if !found(&pyhanko(), "--version") {
        return;
    }
    let Some(pki) = Pki::found() else { return };
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("root.pem"), pki.root.pem()).unwrap();
    let stamped = pki.stamped(&report(Form::Stream));
    let long_term = add_validation_data(&stamped, &data(&[&pki.list()])).unwrap();
    let archived = pki.stamp(&long_term, "Timestamp1");
    let archived = add_validation_data(&archived, &data(&[&pki.answer("tsa")])).unwrap();
    let ask = |command: &str, options: &[&str], pdf: &[u8]| {
        fs::write(folder.path().join("r.pdf"), pdf).unwrap();
        let ask = [
            "sign",
            command,
            "--pretty-print",
            "--trust-replace",
            "--trust",
            "root.pem",
        ];
        let (success, text) = run(&pyhanko(), &folder, &[&ask, options, &["r.pdf"]].concat());
        (
            success && text.contains("The signature is judged VALID"),
            text,
        )
    };
    let (valid, text) = ask("validate", &["--no-revocation-check"], &stamped);
    assert!(
        valid && text.contains("The TSA certificate is trusted"),
        "{text}"
    );
    // What it asks for is in the file only once the validation data is.
    let (valid, text) = ask("adesverify", &[], &stamped);
    assert!(
        !valid && text.contains("no revocation information"),
        "{text}"
    );
    for pdf in [&long_term, &archived] {
        let (valid, text) = ask("adesverify", &[], pdf);
        assert!(valid, "{text}");
    }
}
