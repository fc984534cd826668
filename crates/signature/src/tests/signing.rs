//! The way things should go, and what is refused before anything is signed.

use jiff::tz::Offset;

use super::{
    people::{Made, noon, person, signing},
    reports::{ANNA, BRAM, FORMS, Form, both, certificates, put, report, report_with, signed},
};
use crate::{Code, Field, SignRefused, Signing, SigningTime, Verdict, fields, sign, verify};

#[test]
fn one_to_ten_people_sign_a_report_of_any_form() {
    let names: Vec<String> = (1..=10).map(|number| format!("Lid {number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let people: Vec<_> = names.iter().map(|name| person(name)).collect();
    let trust = certificates(&people);
    for form in FORMS {
        let base = report(form, &names);
        let mut pdf = base.clone();
        for (index, who) in people.iter().enumerate() {
            pdf = sign(&pdf, &signing(names[index]), who).unwrap();
            let verification = verify(&pdf, &trust);
            assert_eq!(
                verification.verdict,
                Verdict::Intact,
                "{form:?} {:?}",
                verification.findings
            );
            assert_eq!(verification.findings, []);
            assert_eq!(verification.signatures.len(), index + 1);
            assert_eq!(verification.missing.len(), names.len() - index - 1);
            assert_eq!(&pdf[verification.base.unwrap()], base.as_slice());
            let whole: Vec<bool> = verification
                .signatures
                .iter()
                .map(|one| one.covers_whole_file)
                .collect();
            assert_eq!(
                whole,
                (0..=index).map(|one| one == index).collect::<Vec<_>>()
            );
            let certifies = verification
                .signatures
                .iter()
                .filter(|one| one.certification)
                .count();
            assert!(certifies == 1 && verification.signatures[0].certification);
        }
    }
}

#[test]
fn a_signature_says_who_when_and_in_which_position() {
    let verification = verify(&signed(Form::Table, &[ANNA]), &both());
    let [signature] = verification.signatures.as_slice() else {
        panic!("one signature")
    };
    assert_eq!(signature.field, "Signature1");
    assert_eq!(signature.name, ANNA);
    assert_eq!(signature.role.as_deref(), Some("voorzitter"));
    assert_eq!(signature.position.as_deref(), Some("reservation"));
    assert_eq!(
        signature.reason.as_deref(),
        Some("Akkoord met voorbehoud: eerst meten, dan opschalen")
    );
    assert_eq!((signature.time, signature.offset_seconds), (noon(), 3600));
    assert_eq!(
        signature.fingerprint,
        person(ANNA).certificate.fingerprint()
    );
    assert_eq!(signature.subject, format!("CN={ANNA}"));
    assert!(signature.trusted && signature.certification && signature.covers_whole_file);
    let missing = Field {
        name: "Signature2".to_owned(),
        signer: BRAM.to_owned(),
        filled: false,
    };
    assert_eq!(verification.missing, [missing]);
}

#[test]
fn signing_twice_with_the_same_key_gives_the_same_bytes() {
    assert_eq!(
        signed(Form::Table, &[ANNA, BRAM]),
        signed(Form::Table, &[ANNA, BRAM])
    );
}

#[test]
fn role_position_and_reason_may_be_absent() {
    let bare = Signing {
        role: None,
        position: None,
        reason: None,
        ..signing(ANNA)
    };
    let pdf = sign(&report(Form::Stream, &[ANNA]), &bare, &person(ANNA)).unwrap();
    let [signature] = &verify(&pdf, &both()).signatures[..] else {
        panic!("one signature")
    };
    assert_eq!(
        (&signature.role, &signature.position, &signature.reason),
        (&None, &None, &None)
    );
}

#[test]
fn a_p384_key_signs_with_sha_384() {
    let who = Made {
        curve_384: true,
        ..Made::new(ANNA)
    }
    .make();
    let pdf = sign(&report(Form::Table, &[ANNA]), &signing(ANNA), &who).unwrap();
    assert_eq!(verify(&pdf, &certificates(&[who])).verdict, Verdict::Intact);
}

#[test]
fn the_identifier_keeps_its_first_half_and_follows_the_content() {
    let pdf = signed(Form::Table, &[ANNA]);
    let text = String::from_utf8_lossy(&pdf);
    let identifiers: Vec<&str> = text
        .match_indices("/ID")
        .map(|(at, _)| &text[at..at + 80])
        .collect();
    assert_eq!(identifiers.len(), 2);
    let first = "07".repeat(16);
    assert!(
        identifiers
            .iter()
            .all(|identifier| identifier.contains(&first))
    );
    assert_eq!(identifiers[1].matches(&first).count(), 1);
}

#[test]
fn a_form_without_flags_or_inside_the_catalog_gets_its_flags() {
    let apart = report_with(Form::Table, &[ANNA], |document, parts| {
        put(document, parts.form, "SigFlags", 1)
    });
    let inside = report_with(Form::Table, &[ANNA], |document, parts| {
        let form = document.objects.remove(&parts.form).unwrap();
        put(document, parts.catalog, "AcroForm", form);
    });
    for pdf in [apart, inside] {
        let signed = sign(&pdf, &signing(ANNA), &person(ANNA)).unwrap();
        assert_eq!(verify(&signed, &both()).verdict, Verdict::Intact);
    }
}

#[test]
fn fields_tell_whom_they_await() {
    let pdf = signed(Form::Packed, &[ANNA]);
    let fields = fields(&pdf).unwrap();
    let seen: Vec<_> = fields
        .iter()
        .map(|field| (field.name.as_str(), field.signer.as_str(), field.filled))
        .collect();
    assert_eq!(
        seen,
        [("Signature1", ANNA, true), ("Signature2", BRAM, false)]
    );
}

#[test]
fn an_unsigned_report_is_unsigned_and_awaits_everyone() {
    let verification = verify(&report(Form::Table, &[ANNA, BRAM]), &[]);
    assert_eq!(verification.verdict, Verdict::Unsigned);
    assert_eq!(verification.missing.len(), 2);
    assert_eq!(verification.findings, []);
}

#[test]
fn other_files_are_unreadable() {
    for bytes in [
        b"".as_slice(),
        b"%PDF-1.7\n",
        b"PK\x03\x04",
        b"%PDF-1.7\nstartxref\n0\n%%EOF\n",
    ] {
        assert_eq!(verify(bytes, &[]).verdict, Verdict::Unreadable);
    }
}

#[test]
fn who_is_not_awaited_cannot_sign() {
    let pdf = report(Form::Table, &[ANNA, BRAM]);
    let refused = sign(&pdf, &signing("Cato Smit"), &person("Cato Smit"));
    let awaited = vec![ANNA.to_owned(), BRAM.to_owned()];
    assert_eq!(
        refused,
        Err(SignRefused::NotExpected {
            name: "Cato Smit".to_owned(),
            awaited
        })
    );
}

#[test]
fn nobody_signs_in_the_field_of_somebody_else() {
    let pdf = report(Form::Table, &[ANNA, BRAM]);
    let elsewhere = Signing {
        field: Some("Signature2".to_owned()),
        ..signing(ANNA)
    };
    assert!(matches!(
        sign(&pdf, &elsewhere, &person(ANNA)),
        Err(SignRefused::NotExpected { .. })
    ));
}

#[test]
fn nobody_signs_twice() {
    let refused = sign(&signed(Form::Table, &[ANNA]), &signing(ANNA), &person(ANNA));
    assert_eq!(
        refused,
        Err(SignRefused::AlreadySigned {
            field: "Signature1".to_owned()
        })
    );
}

#[test]
fn two_people_of_one_name_are_told_apart_by_field() {
    let pdf = report(Form::Table, &[ANNA, ANNA]);
    assert!(matches!(
        sign(&pdf, &signing(ANNA), &person(ANNA)),
        Err(SignRefused::Ambiguous { .. })
    ));
    let in_field = |field: &str| Signing {
        field: Some(field.to_owned()),
        ..signing(ANNA)
    };
    let pdf = sign(&pdf, &in_field("Signature1"), &person(ANNA)).unwrap();
    let pdf = sign(&pdf, &in_field("Signature2"), &person(ANNA)).unwrap();
    let fields: Vec<_> = verify(&pdf, &both())
        .signatures
        .into_iter()
        .map(|signature| signature.field)
        .collect();
    assert_eq!(fields, ["Signature1", "Signature2"]);
}

#[test]
fn nobody_signs_before_whoever_certifies() {
    let pdf = report(Form::Table, &[ANNA, BRAM]);
    let expected = SignRefused::NotFirst {
        name: BRAM.to_owned(),
        first: ANNA.to_owned(),
    };
    assert_eq!(sign(&pdf, &signing(BRAM), &person(BRAM)), Err(expected));
}

#[test]
fn an_expired_certificate_does_not_sign() {
    let late = SigningTime {
        at: "2031-01-01T00:00:01Z".parse().unwrap(),
        offset: Offset::UTC,
    };
    let late = Signing {
        time: late,
        ..signing(ANNA)
    };
    let refused = sign(&report(Form::Table, &[ANNA]), &late, &person(ANNA));
    assert!(matches!(
        refused,
        Err(SignRefused::CertificateNotValid { .. })
    ));
}

#[test]
fn an_altered_file_is_not_signed() {
    let mut pdf = signed(Form::Table, &[ANNA]);
    let at = pdf
        .windows(5)
        .position(|window| window == b"amber")
        .unwrap();
    pdf[at..at + 5].copy_from_slice(b"green");
    let Err(SignRefused::FileNotSound(findings)) = sign(&pdf, &signing(BRAM), &person(BRAM)) else {
        panic!("refused")
    };
    assert_eq!(findings[0].code, Code::DigestDiffers);
}

#[test]
fn a_key_that_fails_makes_no_file() {
    struct Removed(crate::Certificate);
    impl crate::Signer for Removed {
        fn certificate(&self) -> &crate::Certificate {
            &self.0
        }
        fn issuers(&self) -> &[crate::Certificate] {
            &[]
        }
        fn sign(&self, _: &[u8]) -> Result<Vec<u8>, crate::KeyFault> {
            Err(crate::KeyFault::Gone)
        }
    }
    let refused = sign(
        &report(Form::Table, &[ANNA]),
        &signing(ANNA),
        &Removed(person(ANNA).certificate),
    );
    assert_eq!(refused, Err(SignRefused::Key(crate::KeyFault::Gone)));
}

#[test]
fn a_signature_that_does_not_verify_is_not_handed_out() {
    struct Liar(crate::Certificate);
    impl crate::Signer for Liar {
        fn certificate(&self) -> &crate::Certificate {
            &self.0
        }
        fn issuers(&self) -> &[crate::Certificate] {
            &[]
        }
        fn sign(&self, message: &[u8]) -> Result<Vec<u8>, crate::KeyFault> {
            person(BRAM).sign(message)
        }
    }
    let refused = sign(
        &report(Form::Table, &[ANNA]),
        &signing(ANNA),
        &Liar(person(ANNA).certificate),
    );
    let Err(SignRefused::OwnResult(findings)) = refused else {
        panic!("refused")
    };
    assert_eq!(findings[0].code, Code::SignatureInvalid);
}

#[test]
fn codes_are_distinct_and_fit_for_programs() {
    let codes: std::collections::BTreeSet<&str> = Code::all().map(Code::as_str).collect();
    assert_eq!(codes.len(), Code::all().count());
    assert!(codes.iter().all(|code| {
        code.bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
    }));
}

#[test]
fn what_was_found_is_plain_data_for_programs() {
    let verification = verify(&signed(Form::Table, &[ANNA]), &[]);
    let json = serde_json::to_value(&verification).unwrap();
    assert_eq!(json["verdict"], "intact-unknown-signer");
    assert_eq!(json["signatures"][0]["name"], ANNA);
    assert_eq!(json["signatures"][0]["time"], "2026-03-04T12:00:00Z");
    assert_eq!(json["signatures"][0]["level"], "B-B");
    assert_eq!(
        json["signatures"][0]["fingerprint"],
        person(ANNA).certificate.fingerprint().to_string()
    );
    assert_eq!(json["missing"][0]["signer"], BRAM);
    assert_eq!(json["findings"][0]["code"], "signer-unknown");
    assert_eq!(json["findings"][0]["field"], "Signature1");
}
