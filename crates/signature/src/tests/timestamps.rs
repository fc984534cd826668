//! Timestamps of signatures: asked for, answered and embedded; and every answer that is not one.

use super::{
    authority::{Answer, attribute, authority},
    forging::position,
    people::{Made, Person, person, signing},
    reports::{ANNA, BRAM, FORMS, Form, both, signed},
};
use crate::{
    Certificate, Code, Level, Nonce, TimestampRefused, Verdict, embed_timestamp, sign,
    timestamp_request, verify,
};

fn nonce() -> Nonce {
    use rand_chacha::{ChaCha8Rng, rand_core::SeedableRng};
    Nonce::random(&mut ChaCha8Rng::from_seed([3; 32]))
}

fn request(pdf: &[u8], field: &str) -> Vec<u8> {
    timestamp_request(pdf, field, nonce()).unwrap()
}

/// Anna's signature with a timestamp.
pub(super) fn stamped(form: Form) -> Vec<u8> {
    let pdf = signed(form, &[ANNA]);
    let answer = Answer::default().to(&request(&pdf, "Signature1"), &authority());
    embed_timestamp(&pdf, "Signature1", &answer, Some(nonce())).unwrap()
}

fn trust() -> Vec<Certificate> {
    let mut trust = both();
    trust.push(authority().certificate);
    trust
}

#[test]
fn a_timestamp_lifts_a_signature_to_the_next_level() {
    for form in FORMS {
        let verification = verify(&stamped(form), &trust());
        assert_eq!(verification.verdict, Verdict::Intact);
        assert_eq!(verification.findings, [], "{form:?}");
        let [signature] = verification.signatures.as_slice() else {
            panic!("one signature")
        };
        assert_eq!(signature.level, Level::Timestamped);
        let timestamp = signature.timestamp.as_ref().unwrap();
        assert_eq!(timestamp.time.to_string(), "2026-03-04T12:15:00Z");
        assert_eq!(timestamp.authority, "CN=Tijdstempeldienst Voorbeeld");
        assert!(timestamp.trusted && signature.trusted);
    }
}

#[test]
fn only_the_room_in_the_contents_changes() {
    let before = signed(Form::Table, &[ANNA]);
    let after = stamped(Form::Table);
    assert_eq!(before.len(), after.len());
    let start = position(
        &before,
        b"/Contents <",
        verify(&before, &[]).base.unwrap().end,
    );
    let end = position(&before, b">", start);
    assert_eq!(before[..start], after[..start]);
    assert_eq!(before[end..], after[end..]);
    assert_ne!(before, after);
}

/// Tokens of known authorities have 4 to 7 kB.
#[test]
fn there_is_room_for_a_large_token_whatever_a_signer_brings() {
    let below = |name: &str, issuers: usize| {
        (0..issuers).fold(person(name), |issuer, number| {
            Made::new(&format!("{name} {number}"))
                .issued_by(&issuer)
                .make()
        })
    };
    let issuer = below(&"Tijdstempelwortel ".repeat(30), 4);
    let authority = Made {
        for_timestamps: true,
        ..Made::new("Tijdstempeldienst").issued_by(&issuer)
    }
    .make();
    for (name, issuers) in [("Uitgever ", 0), (&*"Uitgever ".repeat(200), 6)] {
        let issuer = below(name, issuers);
        let signer = Made::new(ANNA).issued_by(&issuer).make();
        let pdf = super::reports::report(Form::Packed, &[ANNA]);
        let pdf = sign(&pdf, &signing(ANNA), &signer).unwrap();
        let answer = Answer::default().to(&request(&pdf, "Signature1"), &authority);
        assert!((7000..8192).contains(&answer.len()), "{}", answer.len());
        let pdf = embed_timestamp(&pdf, "Signature1", &answer, None).unwrap();
        let level = verify(&pdf, &[]).signatures[0].level;
        assert_eq!(level, Level::Timestamped, "{issuers}");
    }
}

#[test]
fn others_sign_after_a_timestamp_and_get_their_own() {
    let pdf = sign(&stamped(Form::Packed), &signing(BRAM), &person(BRAM)).unwrap();
    let answer = Answer::default().to(&request(&pdf, "Signature2"), &authority());
    let pdf = embed_timestamp(&pdf, "Signature2", &answer, None).unwrap();
    let verification = verify(&pdf, &trust());
    assert_eq!(verification.findings, []);
    let levels: Vec<_> = verification
        .signatures
        .iter()
        .map(|one| one.level)
        .collect();
    assert_eq!(levels, [Level::Timestamped, Level::Timestamped]);
}

#[test]
fn an_authority_that_nobody_trusts_proves_no_time() {
    let verification = verify(&stamped(Form::Table), &both());
    assert_eq!(verification.verdict, Verdict::Intact);
    assert_eq!(verification.findings[0].code, Code::TimestampUntrusted);
    let timestamp = verification.signatures[0].timestamp.as_ref().unwrap();
    assert!(!timestamp.trusted);
}

#[test]
fn a_stated_time_after_the_timestamp_is_told() {
    let pdf = signed(Form::Table, &[ANNA]);
    let early = Answer {
        time: "20260304115959.25Z",
        ..Answer::default()
    };
    let answer = early.to(&request(&pdf, "Signature1"), &authority());
    let pdf = embed_timestamp(&pdf, "Signature1", &answer, None).unwrap();
    let codes: Vec<_> = verify(&pdf, &trust())
        .findings
        .iter()
        .map(|one| one.code)
        .collect();
    assert_eq!(codes, [Code::TimeContradicted]);
}

#[test]
fn a_trusted_timestamp_and_not_the_stated_time_decides_on_validity() {
    let expiring = Made {
        years: ("2026-01-01T00:00:00Z", "2026-03-04T12:10:00Z"),
        ..Made::new(ANNA)
    }
    .make();
    let pdf = super::reports::report(Form::Table, &[ANNA]);
    let pdf = sign(&pdf, &signing(ANNA), &expiring).unwrap();
    let answer = Answer::default().to(&request(&pdf, "Signature1"), &authority());
    let pdf = embed_timestamp(&pdf, "Signature1", &answer, None).unwrap();
    let trust = [expiring.certificate, authority().certificate];
    let verification = verify(&pdf, &trust);
    assert_eq!(verification.verdict, Verdict::IntactUnknownSigner);
    assert_eq!(verification.findings[0].code, Code::CertificateNotValid);
}

#[test]
fn a_timestamp_is_refused_where_it_cannot_stand() {
    let both = signed(Form::Table, &[ANNA, BRAM]);
    let refused = |pdf: &[u8], field: &str| timestamp_request(pdf, field, nonce()).unwrap_err();
    assert!(matches!(
        refused(&both, "Signature1"),
        TimestampRefused::NotLast { later, .. } if later == "Signature2"
    ));
    assert!(matches!(
        refused(&both, "Signature9"),
        TimestampRefused::NoSuchField { .. }
    ));
    assert!(matches!(
        refused(&signed(Form::Table, &[ANNA]), "Signature2"),
        TimestampRefused::NotSigned { .. }
    ));
    assert!(matches!(
        refused(&stamped(Form::Stream), "Signature1"),
        TimestampRefused::AlreadyTimestamped { .. }
    ));
    assert!(matches!(
        refused(
            &super::forging::replaced(&both, "Signature2", "Signature3"),
            "Signature1"
        ),
        TimestampRefused::FileNotSound(_)
    ));
}

/// What becomes of an answer to a request for Anna's signature.
fn answered(answer: &Answer, authority: &Person) -> TimestampRefused {
    let pdf = signed(Form::Table, &[ANNA]);
    let answer = answer.to(&request(&pdf, "Signature1"), authority);
    embed_timestamp(&pdf, "Signature1", &answer, Some(nonce())).unwrap_err()
}

#[test]
fn answers_that_are_wrong_are_refused() {
    let refused = Answer {
        status: 2,
        ..Answer::default()
    };
    assert!(matches!(
        answered(&refused, &authority()),
        TimestampRefused::NotGranted { status: 2, .. }
    ));
    let of_something_else = Answer {
        imprint: Some(vec![0; 32]),
        ..Answer::default()
    };
    assert_eq!(
        answered(&of_something_else, &authority()),
        TimestampRefused::OtherImprint
    );
    for (answer, why) in [
        (
            Answer {
                signs_well: false,
                ..Answer::default()
            },
            "signature",
        ),
        (
            Answer {
                time: "20320304121500Z",
                ..Answer::default()
            },
            "certificate not valid",
        ),
        (
            Answer {
                attributes: |set| drop(set.pop()),
                ..Answer::default()
            },
            "signing-certificate-v2 (RFC 5816)",
        ),
        (
            Answer {
                attributes: |set| set.swap_remove(1).values = Default::default(),
                ..Answer::default()
            },
            "1.2.840.113549.1.9.4",
        ),
    ] {
        let TimestampRefused::TokenInvalid(finding) = answered(&answer, &authority()) else {
            panic!("{why}")
        };
        assert_eq!(
            (finding.code, finding.detail.as_str()),
            (Code::TimestampInvalid, why)
        );
    }
}

#[test]
fn certificates_for_other_things_make_no_timestamps() {
    let TimestampRefused::TokenInvalid(finding) = answered(&Answer::default(), &person(BRAM))
    else {
        panic!("refused")
    };
    assert_eq!(finding.detail, "certificate not for timestamps");
}

#[test]
fn certificates_for_timestamps_sign_no_reports() {
    let pdf = super::reports::report(Form::Table, &["Tijdstempeldienst Voorbeeld"]);
    let refused = sign(&pdf, &signing("Tijdstempeldienst Voorbeeld"), &authority());
    assert!(matches!(
        refused,
        Err(crate::SignRefused::CertificateNotFit(_))
    ));
}

#[test]
fn an_answer_to_another_question_is_refused() {
    let pdf = signed(Form::Table, &[ANNA]);
    let answer = Answer::default().to(&request(&pdf, "Signature1"), &authority());
    let other = {
        use rand_chacha::{ChaCha8Rng, rand_core::SeedableRng};
        Nonce::random(&mut ChaCha8Rng::from_seed([4; 32]))
    };
    assert_eq!(
        embed_timestamp(&pdf, "Signature1", &answer, Some(other)),
        Err(TimestampRefused::OtherNonce)
    );
    assert!(matches!(
        embed_timestamp(&signed(Form::Stream, &[ANNA]), "Signature1", &answer, None),
        Err(TimestampRefused::OtherImprint)
    ));
    assert!(matches!(
        embed_timestamp(&pdf, "Signature1", b"<html>", None),
        Err(TimestampRefused::NotAnAnswer(_))
    ));
}

#[test]
fn certificates_that_do_not_belong_to_the_authority_are_refused() {
    let stray = Answer {
        stray: vec![person(BRAM).certificate],
        ..Answer::default()
    };
    assert!(matches!(
        answered(&stray, &authority()),
        TimestampRefused::OwnResult(findings) if findings[0].code == Code::TimestampInvalid
    ));
}

#[test]
fn other_unsigned_attributes_are_refused() {
    use cms::{
        content_info::ContentInfo,
        signed_data::{SignedData, SignerInfos},
    };
    use der::{Any, Decode, Encode, asn1::SetOfVec};
    let pdf = stamped(Form::Table);
    let start = position(&pdf, b"/Contents <", verify(&pdf, &[]).base.unwrap().end) + 11;
    let end = position(&pdf, b">", start);
    let contents = hex::decode(&pdf[start..end]).unwrap();
    let unknown = attribute("1.2.3.4", &[5, 0]);
    for keep in [true, false] {
        let changed = || -> der::Result<Vec<u8>> {
            let length = contents.iter().rposition(|byte| *byte != 0).unwrap() + 1;
            let mut content = (length..contents.len())
                .find_map(|length| ContentInfo::from_der(&contents[..length]).ok())
                .unwrap();
            let mut data: SignedData = content.content.decode_as()?;
            let mut info = data.signer_infos.0.as_slice()[0].clone();
            let mut set = info.unsigned_attrs.take().unwrap().into_vec();
            set.retain(|_| keep);
            set.push(unknown.clone());
            info.unsigned_attrs = Some(SetOfVec::try_from(set)?);
            data.signer_infos = SignerInfos(SetOfVec::try_from(vec![info])?);
            content.content = Any::encode_from(&data)?;
            content.to_der()
        };
        let mut message = changed().unwrap();
        message.resize(contents.len(), 0);
        let mut forged = pdf.clone();
        forged[start..end].copy_from_slice(hex::encode(message).as_bytes());
        let verification = verify(&forged, &trust());
        assert_eq!(verification.verdict, Verdict::Altered);
        assert_eq!(verification.findings[0].code, Code::MessageMalformed);
    }
}

#[test]
fn every_flipped_bit_of_a_timestamp_is_refused() {
    let pdf = stamped(Form::Table);
    let start = position(&pdf, b"/Contents <", verify(&pdf, &[]).base.unwrap().end) + 11;
    let end = position(&pdf, &[b'0'; 64], start);
    for at in (start..end).step_by(11) {
        let mut changed = pdf.clone();
        changed[at] = if changed[at] == b'0' { b'1' } else { b'0' };
        assert_eq!(verify(&changed, &trust()).verdict, Verdict::Altered, "{at}");
    }
}
