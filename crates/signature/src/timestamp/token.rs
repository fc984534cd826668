//! The token: a message of a timestamping authority that says when it saw a hash.

use cms::{
    content_info::CmsVersion,
    signed_data::{SignedData, SignerInfo},
};
use der::{
    Any, Decode, Sequence, Tag, Tagged,
    asn1::{Int, ObjectIdentifier, OctetString},
};
use jiff::Timestamp;
use x509_cert::{
    ext::{Extensions, pkix::name::GeneralName},
    spki::AlgorithmIdentifierOwned,
};

use crate::{
    certificate::Certificate,
    finding::{Code, Finding},
    message::{
        self, CONTENT_TYPE, MESSAGE_DIGEST, Single, attributes_der, check_signing_certificate,
        signing_certificate,
    },
    policy::{self, Hash, Refusal},
};

/// The detail where a token stands for other bytes.
const OTHER_IMPRINT: &str = "imprint of something else";

const TST_INFO: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.1.4");

/// A hash and how it was made.
#[derive(Clone, Debug, PartialEq, Eq, Sequence)]
pub(super) struct Imprint {
    pub(super) algorithm: AlgorithmIdentifierOwned,
    pub(super) hash: OctetString,
}

/// RFC 3161, section 2.4.2.
#[derive(Sequence)]
struct Statement {
    version: u8,
    policy: ObjectIdentifier,
    imprint: Imprint,
    serial: Int,
    /// A GeneralizedTime that may have fractions of a second.
    time: Any,
    #[asn1(optional = "true")]
    accuracy: Option<Accuracy>,
    #[asn1(default = "Default::default")]
    ordering: bool,
    #[asn1(optional = "true")]
    nonce: Option<Int>,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    authority: Option<GeneralName>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", optional = "true")]
    extensions: Option<Extensions>,
}

#[derive(Sequence)]
struct Accuracy {
    #[asn1(optional = "true")]
    seconds: Option<Int>,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", optional = "true")]
    millis: Option<Int>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", optional = "true")]
    micros: Option<Int>,
}

/// A token that is right in itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// When the authority saw the hash.
    pub(crate) time: Timestamp,
    pub(super) nonce: Option<Vec<u8>>,
    /// The authority's certificate.
    pub(crate) certificate: Certificate,
    /// The certificates that came along, other than the authority's.
    pub(crate) others: Vec<Certificate>,
}

impl Token {
    /// Checks a token against the bytes that it should stand for, given as parts that follow one another.
    pub(crate) fn check(der: &[u8], parts: &[&[u8]]) -> Result<Self, Finding> {
        let signed_data = message::decode(der).map_err(|what| invalid(&what))?;
        let [info] = signed_data.signer_infos.0.as_slice() else {
            return Err(invalid("not one signer"));
        };
        check_form(&signed_data, info)?;
        let content = content(&signed_data)?;
        let statement =
            Statement::from_der(&content).map_err(|error| invalid(&error.to_string()))?;
        let time = check_statement(&statement, parts)?;
        let (certificate, others) = message::certificates(&signed_data, info).map_err(as_detail)?;
        check_certificate(&certificate, time)?;
        check_signature(info, &content, &certificate, time)?;
        Ok(Self {
            time,
            nonce: statement.nonce.map(|nonce| nonce.as_bytes().to_vec()),
            certificate,
            others,
        })
    }
}

fn check_form(signed_data: &SignedData, info: &SignerInfo) -> Result<(), Finding> {
    let [digest] = signed_data.digest_algorithms.as_slice() else {
        return Err(invalid("digest algorithms"));
    };
    let plain = signed_data.version == CmsVersion::V3
        && info.version == CmsVersion::V1
        && digest.oid == info.digest_alg.oid
        && signed_data.crls.is_none()
        && info.unsigned_attrs.is_none();
    if plain { Ok(()) } else { Err(invalid("form")) }
}

fn content(signed_data: &SignedData) -> Result<Vec<u8>, Finding> {
    let encapsulated = &signed_data.encap_content_info;
    if encapsulated.econtent_type != TST_INFO {
        return Err(invalid("content type"));
    }
    let content: Option<OctetString> = encapsulated
        .econtent
        .as_ref()
        .and_then(|content| content.decode_as().ok());
    content
        .map(OctetString::into_bytes)
        .ok_or_else(|| invalid("no content"))
}

fn check_statement(statement: &Statement, parts: &[&[u8]]) -> Result<Timestamp, Finding> {
    if statement.version != 1 {
        return Err(invalid("version"));
    }
    let critical = statement
        .extensions
        .iter()
        .flatten()
        .any(|one| one.critical);
    if critical {
        return Err(invalid("critical extension"));
    }
    let time = time(&statement.time).ok_or_else(|| invalid("time"))?;
    let hash = Hash::named(&statement.imprint.algorithm).map_err(not_allowed)?;
    policy::check(statement.imprint.algorithm.oid, time).map_err(not_allowed)?;
    if statement.imprint.hash.as_bytes() == hash.of(parts) {
        Ok(time)
    } else {
        Err(invalid(OTHER_IMPRINT))
    }
}

/// `20260304120000.5Z`.
fn time(value: &Any) -> Option<Timestamp> {
    if value.tag() != Tag::GeneralizedTime {
        return None;
    }
    let text = std::str::from_utf8(value.value()).ok()?.strip_suffix('Z')?;
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() != 14 || !digits(whole) || !digits(fraction) || fraction.len() > 9 {
        return None;
    }
    let part = |range| whole.get(range);
    let (year, month, day) = (part(0..4)?, part(4..6)?, part(6..8)?);
    let (hour, minute, second) = (part(8..10)?, part(10..12)?, part(12..14)?);
    format!("{year}-{month}-{day}T{hour}:{minute}:{second}.{fraction}Z")
        .parse()
        .ok()
}

/// The certificate is for timestamps and nothing else, says so as a rule that must be understood, and was valid.
fn check_certificate(certificate: &Certificate, time: Timestamp) -> Result<(), Finding> {
    if !certificate.is_for_timestamps_only() || !certificate.is_understood() {
        return Err(invalid("certificate not for timestamps"));
    }
    if !certificate.is_valid_at(time) {
        return Err(invalid("certificate not valid"));
    }
    Ok(())
}

fn check_signature(
    info: &SignerInfo,
    content: &[u8],
    certificate: &Certificate,
    time: Timestamp,
) -> Result<(), Finding> {
    let hash = Hash::named(&info.digest_alg).map_err(not_allowed)?;
    let attributes = info
        .signed_attrs
        .as_ref()
        .ok_or_else(|| invalid("attributes"))?;
    let set = Single(attributes);
    let wrong = |what: String| invalid(&what);
    let content_type: ObjectIdentifier = set.value(CONTENT_TYPE).map_err(wrong)?;
    let digest: OctetString = set.value(MESSAGE_DIGEST).map_err(wrong)?;
    if content_type != TST_INFO || digest.as_bytes() != hash.of(&[content]) {
        return Err(invalid("digest"));
    }
    let signed =
        signing_certificate(&set).map_err(|_| invalid("signing-certificate-v2 (RFC 5816)"))?;
    check_signing_certificate(&signed, certificate).map_err(as_detail)?;

    let key = certificate.public_key().map_err(not_allowed)?;
    let algorithm = algorithm(info, hash);
    for used in [info.digest_alg.oid, algorithm.oid, key.algorithm()] {
        policy::check(used, time).map_err(not_allowed)?;
    }
    let signed = attributes_der(attributes).map_err(as_detail)?;
    match policy::verify(&key, &algorithm, &signed, info.signature.as_bytes()) {
        Ok(()) => Ok(()),
        Err(Refusal::Wrong) => Err(invalid("signature")),
        Err(Refusal::NotAllowed(what)) => Err(not_allowed(policy::NotAllowed(what))),
    }
}

/// How the token was signed. A message may name RSA alone and leave the hash function to its digest algorithm (RFC 3370).
fn algorithm(info: &SignerInfo, hash: Hash) -> AlgorithmIdentifierOwned {
    let mut algorithm = info.signature_algorithm.clone();
    if algorithm.oid == policy::RSA_KEY {
        algorithm.oid = match hash {
            Hash::Sha256 => policy::RSA_SHA_256,
            Hash::Sha384 => policy::RSA_SHA_384,
            Hash::Sha512 => policy::RSA_SHA_512,
        };
    }
    algorithm
}

/// Whether this is the finding of a token that is for other bytes.
pub(super) fn is_of_something_else(finding: &Finding) -> bool {
    finding.code == Code::TimestampInvalid && finding.detail == OTHER_IMPRINT
}

pub(super) fn invalid(what: &str) -> Finding {
    Finding::new(Code::TimestampInvalid).detail(what)
}

fn not_allowed(policy::NotAllowed(what): policy::NotAllowed) -> Finding {
    invalid(&what)
}

/// A finding of a part of the token, as a finding of the token.
fn as_detail(finding: Finding) -> Finding {
    invalid(&finding.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Timestamp> {
        time(&Any::new(Tag::GeneralizedTime, text.as_bytes()).unwrap())
    }

    #[test]
    fn times_may_have_fractions_and_nothing_else() {
        let half: Timestamp = "2026-03-04T12:00:00.5Z".parse().unwrap();
        assert_eq!(read("20260304120000.5Z"), Some(half));
        assert_eq!(
            read("20260304120000Z"),
            Some("2026-03-04T12:00:00Z".parse().unwrap())
        );
        for text in [
            "202603041200Z",
            "20260304120000",
            "20260304120000+0100",
            "20260304120000.Z",
            "20261304120000Z",
            "20260304120000.5.5Z",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
