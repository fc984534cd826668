//! Attacks on the cryptographic message. The PDF around it is faultless.

use cms::{
    cert::CertificateChoices,
    content_info::{CmsVersion, ContentInfo},
    signed_data::{SignedData, SignerInfo, SignerInfos},
};
use der::{
    Any, Decode, Encode,
    asn1::{ObjectIdentifier, OctetString, SetOfVec},
};
use x509_cert::{attr::Attribute, spki::AlgorithmIdentifierOwned};

use super::{
    attacks::refused,
    forging::{Forgery, Message, Target},
    people::{Made, Person, oid, person},
    reports::{ANNA, BRAM, Form, both, certificates, report},
};
use crate::{Code, Signer, Verdict, message, verify};

const CONTENT_TYPE: &str = "1.2.840.113549.1.9.3";
const MESSAGE_DIGEST: &str = "1.2.840.113549.1.9.4";
const SIGNING_TIME: &str = "1.2.840.113549.1.9.5";
const SIGNING_CERTIFICATE: &str = "1.2.840.113549.1.9.16.2.47";
const SHA_1: &str = "1.3.14.3.2.26";

/// The report signed by Anna with a message of the attacker's making.
fn forged(message: Message<'_>, signer: &Person) -> Vec<u8> {
    let pdf = report(Form::Table, &[ANNA, BRAM]);
    let target = Target::of(&pdf);
    Forgery {
        message,
        ..Forgery::honest(&target, ANNA, true)
    }
    .append(&pdf, &target, signer)
}

#[test]
fn no_message_is_longer_than_was_foretold() {
    let issuer = person(&"Uitgever ".repeat(20));
    let large = Made {
        curve_384: true,
        ..Made::new(ANNA)
    };
    let somebody = super::rsa::somebody();
    let signers: Vec<Box<dyn Signer>> = vec![
        Box::new(person(ANNA)),
        Box::new(large.make()),
        Box::new(Made::new(ANNA).issued_by(&issuer).make()),
    ];
    let rsa = somebody.map(|one| Box::new(one) as Box<dyn Signer>);
    for signer in signers.into_iter().chain(rsa) {
        let message = message::make(&[b"report"], &*signer).unwrap();
        assert!(message.len() <= message::longest(&*signer));
    }
}

#[track_caller]
fn check(code: Code, change: impl Fn(&mut SignedData, &Person)) {
    let message = |parts: &[&[u8]], signer: &Person| {
        let made = message::make(parts, signer).unwrap();
        let content = ContentInfo::from_der(&made).unwrap();
        let mut signed_data: SignedData = content.content.decode_as().unwrap();
        change(&mut signed_data, signer);
        let content = Any::encode_from(&signed_data).unwrap();
        ContentInfo {
            content_type: content_info_type(),
            content,
        }
        .to_der()
        .unwrap()
    };
    refused(&forged(Box::new(message), &person(ANNA)), code);
}

fn content_info_type() -> ObjectIdentifier {
    oid("1.2.840.113549.1.7.2")
}

/// Changes the one signer info.
fn info(signed_data: &mut SignedData, change: impl FnOnce(&mut SignerInfo)) {
    let mut info = signed_data.signer_infos.0.as_slice()[0].clone();
    change(&mut info);
    signed_data.signer_infos = SignerInfos(SetOfVec::try_from(vec![info]).unwrap());
}

/// Changes the signed attributes and signs them again.
fn attributes(
    signed_data: &mut SignedData,
    signer: &Person,
    change: impl FnOnce(&mut Vec<Attribute>),
) {
    info(signed_data, |info| {
        let mut attributes = info.signed_attrs.take().unwrap().into_vec();
        change(&mut attributes);
        let attributes = SetOfVec::try_from(attributes).unwrap();
        info.signature =
            OctetString::new(signer.sign(&attributes.to_der().unwrap()).unwrap()).unwrap();
        info.signed_attrs = Some(attributes);
    });
}

fn attribute(kind: &str, value: Any) -> Attribute {
    Attribute {
        oid: oid(kind),
        values: SetOfVec::try_from(vec![value]).unwrap(),
    }
}

fn octets(bytes: &[u8]) -> Any {
    Any::encode_from(&OctetString::new(bytes).unwrap()).unwrap()
}

#[test]
fn an_honest_message_is_accepted() {
    let pdf = forged(
        Box::new(|parts, signer| message::make(parts, signer).unwrap()),
        &person(ANNA),
    );
    assert_eq!(verify(&pdf, &both()).verdict, Verdict::Intact);
}

#[test]
fn attributes_other_than_the_three_are_refused() {
    for kind in [CONTENT_TYPE, MESSAGE_DIGEST, SIGNING_CERTIFICATE] {
        check(Code::SignedAttributes, |data, signer| {
            attributes(data, signer, |all| all.retain(|one| one.oid != oid(kind)));
        });
        check(Code::SignedAttributes, |data, signer| {
            attributes(data, signer, |all| {
                let mut twice = all.iter().find(|one| one.oid == oid(kind)).unwrap().clone();
                let other = octets(b"another value");
                twice.values.insert(other).unwrap();
                all.retain(|one| one.oid != oid(kind));
                all.push(twice);
            });
        });
        check(Code::SignedAttributes, |data, signer| {
            attributes(data, signer, |all| {
                all.retain(|one| one.oid != oid(kind));
                all.push(attribute(kind, Any::null()));
            });
        });
    }
    check(Code::SignedAttributes, |data, signer| {
        let time = Any::encode_from(
            &der::asn1::UtcTime::from_unix_duration(std::time::Duration::ZERO).unwrap(),
        );
        attributes(data, signer, |all| {
            all.push(attribute(SIGNING_TIME, time.unwrap()))
        });
    });
    check(Code::SignedAttributes, |data, signer| {
        attributes(data, signer, |all| {
            all.retain(|one| one.oid != oid(CONTENT_TYPE));
            all.push(attribute(
                CONTENT_TYPE,
                Any::encode_from(&content_info_type()).unwrap(),
            ));
        });
    });
    check(Code::SignedAttributes, |data, _| {
        info(data, |info| info.signed_attrs = None)
    });
}

#[test]
fn another_digest_is_refused() {
    check(Code::DigestDiffers, |data, signer| {
        attributes(data, signer, |all| {
            all.retain(|one| one.oid != oid(MESSAGE_DIGEST));
            all.push(attribute(MESSAGE_DIGEST, octets(&[0; 32])));
        });
    });
}

#[test]
fn a_signature_of_another_key_is_refused() {
    check(Code::SignatureInvalid, |data, _| {
        attributes(data, &person(BRAM), |_| {})
    });
    check(Code::SignatureInvalid, |data, _| {
        info(data, |info| {
            info.signature = OctetString::new(b"0".as_slice()).unwrap()
        });
    });
    check(Code::SignatureInvalid, |data, _| {
        info(data, |info| {
            info.signature = OctetString::new(hex::decode("3006020100020100").unwrap()).unwrap()
        });
    });
}

#[test]
fn a_certificate_put_in_the_place_of_the_signers_is_refused() {
    // The same issuer, serial number and key, but another subject: what the signature names does not tell them apart.
    let impostor = Made {
        years: ("2026-01-02T00:00:00Z", "2031-01-01T00:00:00Z"),
        ..Made::new(ANNA)
    }
    .make();
    check(Code::SigningCertificate, |data, _| {
        let choice = CertificateChoices::Certificate(impostor.certificate.parsed().clone());
        data.certificates.as_mut().unwrap().0 = SetOfVec::try_from(vec![choice]).unwrap();
    });
    check(Code::SigningCertificate, |data, _| {
        let choice = CertificateChoices::Certificate(impostor.certificate.parsed().clone());
        data.certificates
            .as_mut()
            .unwrap()
            .0
            .insert(choice)
            .unwrap();
    });
    check(Code::SigningCertificate, |data, _| data.certificates = None);
    check(Code::SigningCertificate, |data, _| {
        let choice = CertificateChoices::Certificate(person(BRAM).certificate.parsed().clone());
        data.certificates.as_mut().unwrap().0 = SetOfVec::try_from(vec![choice]).unwrap();
    });
}

#[test]
fn a_certificate_that_does_not_belong_is_refused() {
    check(Code::StrayCertificate, |data, _| {
        let choice = CertificateChoices::Certificate(person(BRAM).certificate.parsed().clone());
        data.certificates
            .as_mut()
            .unwrap()
            .0
            .insert(choice)
            .unwrap();
    });
}

#[test]
fn algorithms_outside_the_policy_are_refused() {
    let plain = |kind: &str| AlgorithmIdentifierOwned {
        oid: oid(kind),
        parameters: None,
    };
    check(Code::AlgorithmNotAllowed, |data, _| {
        data.digest_algorithms = SetOfVec::try_from(vec![plain(SHA_1)]).unwrap();
        info(data, |info| info.digest_alg = plain(SHA_1));
    });
    for kind in [
        "1.2.840.10045.4.1",
        "1.2.840.10045.4.3.3",
        "1.2.840.113549.1.1.11",
        "1.2.840.113549.1.1.10",
    ] {
        check(Code::AlgorithmNotAllowed, |data, _| {
            info(data, |info| info.signature_algorithm = plain(kind))
        });
    }
    check(Code::AlgorithmNotAllowed, |data, _| {
        info(data, |info| {
            info.signature_algorithm.parameters = Some(Any::null())
        });
    });
}

#[test]
fn a_message_of_another_form_is_refused() {
    let sha_512 = AlgorithmIdentifierOwned {
        oid: oid("2.16.840.1.101.3.4.2.3"),
        parameters: None,
    };
    check(Code::MessageMalformed, |data, _| {
        data.version = CmsVersion::V3
    });
    check(Code::MessageMalformed, |data, _| {
        info(data, |info| info.version = CmsVersion::V3)
    });
    check(Code::MessageMalformed, |data, _| {
        data.encap_content_info.econtent = Some(octets(b"own content"))
    });
    check(Code::MessageMalformed, |data, _| {
        data.encap_content_info.econtent_type = content_info_type()
    });
    check(Code::MessageMalformed, |data, _| {
        data.crls = Some(cms::revocation::RevocationInfoChoices(SetOfVec::new()))
    });
    check(Code::MessageMalformed, |data, _| {
        data.digest_algorithms = SetOfVec::new()
    });
    check(Code::MessageMalformed, |data, _| {
        data.digest_algorithms.insert(sha_512.clone()).unwrap()
    });
    check(Code::MessageMalformed, |data, _| {
        data.signer_infos = SignerInfos(SetOfVec::new())
    });
    check(Code::MessageMalformed, |data, _| {
        let mut second = data.signer_infos.0.as_slice()[0].clone();
        second.signature = OctetString::new(b"second".as_slice()).unwrap();
        data.signer_infos.0.insert(second).unwrap();
    });
    check(Code::MessageMalformed, |data, _| {
        info(data, |info| {
            info.unsigned_attrs =
                Some(SetOfVec::try_from(vec![attribute(SIGNING_TIME, Any::null())]).unwrap());
        });
    });
}

#[test]
fn bytes_after_the_message_are_refused() {
    let message: Message<'_> = Box::new(|parts, signer| {
        let mut made = message::make(parts, signer).unwrap();
        made.extend_from_slice(b"\0\0hidden");
        made
    });
    refused(&forged(message, &person(ANNA)), Code::MessageMalformed);
}

#[test]
fn a_message_that_is_not_der_is_refused() {
    // The outer length in more bytes than needed.
    let message: Message<'_> = Box::new(|parts, signer| {
        let made = message::make(parts, signer).unwrap();
        assert_eq!(made[..2], [0x30, 0x82]);
        [&[0x30, 0x83, 0], &made[2..]].concat()
    });
    refused(&forged(message, &person(ANNA)), Code::MessageMalformed);
}

#[test]
fn a_message_of_somebody_else_for_the_same_bytes_shows_who_signed() {
    let pdf = forged(
        Box::new(|parts, _| message::make(parts, &person(BRAM)).unwrap()),
        &person(ANNA),
    );
    let verification = verify(&pdf, &certificates(&[person(ANNA)]));
    assert_eq!(verification.verdict, Verdict::IntactUnknownSigner);
    assert_eq!(
        verification.signatures[0].subject,
        person(BRAM).certificate.subject()
    );
    assert!(
        verification
            .findings
            .iter()
            .any(|finding| finding.code == Code::CertificateName)
    );
}
