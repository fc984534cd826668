//! Whom to trust.

use x509_cert::builder::Profile;

use super::{
    forging::{Forgery, Target},
    others::Openssl,
    people::{Made, Person, person, signing},
    pki::read,
    reports::{ANNA, BRAM, Form, both, certificates, report, signed},
};
use crate::{Certificate, Code, Verdict, sign, verify};

fn authority(name: &str) -> Person {
    authority_made(name).make()
}

fn authority_made(name: &str) -> Made<'_> {
    Made {
        profile: Profile::Root,
        ..Made::new(name)
    }
}

fn below<'a>(name: &'a str, issuer: &'a Person, path_len_constraint: Option<u8>) -> Made<'a> {
    let profile = Profile::SubCA {
        issuer: issuer.certificate.parsed().tbs_certificate.subject.clone(),
        path_len_constraint,
    };
    Made {
        issuer: Some(issuer),
        profile,
        ..Made::new(name)
    }
}

fn signed_by(signer: &Person) -> Vec<u8> {
    sign(&report(Form::Table, &[ANNA]), &signing(ANNA), signer).unwrap()
}

#[track_caller]
fn check(signer: &Person, trust: &[Certificate], verdict: Verdict) {
    let verification = verify(&signed_by(signer), trust);
    assert_eq!(verification.verdict, verdict, "{:?}", verification.findings);
    assert_eq!(
        verification.signatures[0].trusted,
        verdict == Verdict::Intact
    );
}

#[test]
fn an_impostor_with_the_same_name_is_unknown() {
    let impostor = Made {
        seed: "somebody else".to_owned(),
        ..Made::new(ANNA)
    }
    .make();
    check(
        &impostor,
        &certificates(&[person(ANNA)]),
        Verdict::IntactUnknownSigner,
    );
    check(
        &person(ANNA),
        &certificates(&[person(ANNA)]),
        Verdict::Intact,
    );
}

#[test]
fn without_trust_nobody_is_known() {
    let verification = verify(&signed(Form::Table, &[ANNA, BRAM]), &[]);
    assert_eq!(verification.verdict, Verdict::IntactUnknownSigner);
    let codes: Vec<Code> = verification
        .findings
        .iter()
        .map(|finding| finding.code)
        .collect();
    assert_eq!(codes, [Code::SignerUnknown, Code::SignerUnknown]);
}

#[test]
fn one_unknown_signer_among_known_ones_is_told() {
    let verification = verify(
        &signed(Form::Table, &[ANNA, BRAM]),
        &certificates(&[person(ANNA)]),
    );
    assert_eq!(verification.verdict, Verdict::IntactUnknownSigner);
    assert_eq!(
        verification
            .signatures
            .iter()
            .map(|one| one.trusted)
            .collect::<Vec<_>>(),
        [true, false]
    );
    assert_eq!(
        verification.findings[0].field.as_deref(),
        Some("Signature2")
    );
}

#[test]
fn a_chain_to_a_trusted_authority_is_trusted() {
    let root = authority("Wortel");
    let office = below("Uitgever", &root, Some(0)).make();
    let anna = Made::new(ANNA).issued_by(&office).make();
    assert!(anna.issuers.contains(&office.certificate));
    check(
        &anna,
        &certificates(std::slice::from_ref(&root)),
        Verdict::Intact,
    );
    check(
        &anna,
        &certificates(std::slice::from_ref(&office)),
        Verdict::Intact,
    );
    check(
        &anna,
        &certificates(std::slice::from_ref(&anna)),
        Verdict::Intact,
    );
    check(
        &anna,
        &certificates(&[authority("Andere wortel")]),
        Verdict::IntactUnknownSigner,
    );
    let namesake = Made {
        seed: "other".to_owned(),
        profile: Profile::Root,
        ..Made::new("Wortel")
    }
    .make();
    check(
        &anna,
        &certificates(&[namesake]),
        Verdict::IntactUnknownSigner,
    );
}

#[test]
fn a_chain_of_another_curve_is_trusted() {
    let root = Made {
        curve_384: true,
        profile: Profile::Root,
        ..Made::new("Wortel")
    }
    .make();
    check(
        &Made::new(ANNA).issued_by(&root).make(),
        &certificates(std::slice::from_ref(&root)),
        Verdict::Intact,
    );
}

#[test]
fn who_may_not_issue_certificates_vouches_for_nobody() {
    let bram = person(BRAM);
    check(
        &Made::new(ANNA).issued_by(&bram).make(),
        &certificates(std::slice::from_ref(&bram)),
        Verdict::IntactUnknownSigner,
    );
}

#[test]
fn a_chain_longer_than_its_authority_allows_is_not_trusted() {
    let root = authority("Wortel");
    let office = below("Uitgever", &root, Some(0)).make();
    let desk = below("Loket", &office, None).make();
    let anna = Made::new(ANNA).issued_by(&desk).make();
    check(&anna, &certificates(&[root]), Verdict::IntactUnknownSigner);
    check(&anna, &certificates(&[desk]), Verdict::Intact);
}

#[test]
fn an_authority_that_was_not_valid_vouches_for_nobody() {
    let years = ("2020-01-01T00:00:00Z", "2025-01-01T00:00:00Z");
    let root = Made {
        years,
        profile: Profile::Root,
        ..Made::new("Wortel")
    }
    .make();
    check(
        &Made::new(ANNA).issued_by(&root).make(),
        &certificates(std::slice::from_ref(&root)),
        Verdict::IntactUnknownSigner,
    );
}

#[test]
fn a_certificate_that_was_not_valid_at_the_stated_time_is_not_trusted() {
    let old = Made {
        years: ("2020-01-01T00:00:00Z", "2025-01-01T00:00:00Z"),
        ..Made::new(ANNA)
    }
    .make();
    let pdf = report(Form::Table, &[ANNA]);
    let target = Target::of(&pdf);
    let pdf = Forgery::honest(&target, ANNA, true).append(&pdf, &target, &old);
    let verification = verify(&pdf, &certificates(&[old]));
    assert_eq!(verification.verdict, Verdict::IntactUnknownSigner);
    assert_eq!(verification.findings[0].code, Code::CertificateNotValid);
}

#[test]
fn a_certificate_for_issuing_does_not_sign_documents() {
    let root = authority(ANNA);
    let pdf = report(Form::Table, &[ANNA]);
    assert!(sign(&pdf, &signing(ANNA), &root).is_err());
    let target = Target::of(&pdf);
    let pdf = Forgery::honest(&target, ANNA, true).append(&pdf, &target, &root);
    let verification = verify(&pdf, &certificates(&[root]));
    assert_eq!(verification.verdict, Verdict::IntactUnknownSigner);
    assert_eq!(verification.findings[0].code, Code::CertificateUsage);
}

#[test]
fn a_certificate_of_a_machine_signs_no_documents() {
    let Some(openssl) = Openssl::found() else {
        return;
    };
    for (purposes, fit) in [
        ("serverAuth", false),
        ("critical,codeSigning", false),
        ("OCSPSigning", false),
        ("timeStamping", false),
        ("emailProtection", true),
        ("serverAuth,clientAuth", true),
        ("critical,1.3.6.1.5.5.7.3.36", true),
    ] {
        let purposes = format!("extendedKeyUsage={purposes}");
        let make = [
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-keyout",
            "one.key",
            "-subj",
            "/CN=Anna",
            "-addext",
            "keyUsage=digitalSignature",
            "-addext",
            &purposes,
            "-out",
            "one.pem",
        ];
        openssl.run(&make, &[]).unwrap();
        let one = Certificate::from_pem_or_der(&read(&openssl, "one.pem")).unwrap();
        assert_eq!(one.allows_signing(), fit, "{purposes}");
    }
}

#[test]
fn one_certificate_for_two_people_and_a_name_that_differs_are_told() {
    let pdf = sign(&signed(Form::Table, &[ANNA]), &signing(BRAM), &person(ANNA)).unwrap();
    let verification = verify(&pdf, &both());
    assert_eq!(verification.verdict, Verdict::Intact);
    let codes: Vec<Code> = verification
        .findings
        .iter()
        .map(|finding| finding.code)
        .collect();
    assert_eq!(codes, [Code::CertificateName, Code::CertificateShared]);
}

#[test]
fn certificates_are_read_in_both_forms() {
    let certificate = person(ANNA).certificate;
    assert_eq!(
        Certificate::from_pem_or_der(certificate.pem().as_bytes()),
        Ok(certificate.clone())
    );
    assert_eq!(
        Certificate::from_pem_or_der(certificate.der()),
        Ok(certificate.clone())
    );
    assert!(
        Certificate::from_pem_or_der(
            b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
        )
        .is_err()
    );
    assert!(Certificate::from_der(&[certificate.der(), b"\0"].concat()).is_err());
    assert_eq!(certificate.name().as_deref(), Some(ANNA));
    assert_eq!(certificate.valid_from().to_string(), "2026-01-01T00:00:00Z");
}

#[test]
fn an_issuer_with_a_rule_that_is_not_understood_is_not_trusted() {
    let root = Made {
        seed: "constrained".to_owned(),
        ..authority_made("Wortel")
    }
    .make();
    let strict = Made {
        critical: Some("2.5.29.30"),
        ..below("Uitgever", &root, None)
    }
    .make();
    let anna = Made::new(ANNA).issued_by(&strict).make();
    check(
        &anna,
        &certificates(std::slice::from_ref(&root)),
        Verdict::IntactUnknownSigner,
    );
    let anna = Made {
        critical: Some("1.2.3.4"),
        ..Made::new(ANNA).issued_by(&root)
    }
    .make();
    check(
        &anna,
        &certificates(std::slice::from_ref(&root)),
        Verdict::IntactUnknownSigner,
    );
    check(
        &anna,
        &certificates(std::slice::from_ref(&anna)),
        Verdict::Intact,
    );
}
