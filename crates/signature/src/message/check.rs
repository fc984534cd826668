//! Checks a message against what it should sign.

use cms::{
    content_info::{CmsVersion, ContentInfo},
    signed_data::{SignedData, SignerInfo, SignerInfos},
};
use der::{
    Any, Decode, Encode,
    asn1::{ObjectIdentifier, OctetString, SetOfVec},
};
use jiff::Timestamp;
use x509_cert::attr::Attribute;

use super::{
    CONTENT_TYPE, ID_DATA, ID_SIGNED_DATA, MESSAGE_DIGEST, Single, TIMESTAMP_TOKEN, attributes_der,
    certificates, check_signing_certificate, decode,
    form::{malformed, not_allowed, without_padding, wrong_attributes},
    signing_certificate,
};
use crate::{
    certificate::Certificate,
    finding::{Code, Finding},
    policy::{self, Hash, PublicKey, Refusal},
    timestamp::Token,
};

/// No message with a timestamp for one signature is larger.
const LARGEST_MESSAGE: usize = 1 << 16;

/// Who signed, when everything in the message is right.
#[derive(Debug)]
pub(crate) struct Checked {
    pub(crate) certificate: Certificate,
    /// The certificates that came along, other than the signer's.
    pub(crate) others: Vec<Certificate>,
    /// The proof that the signature existed at a time.
    pub(crate) timestamp: Option<Token>,
}

/// Checks a message against the parts that it should sign, by the policy for the time at which it was made.
pub(crate) fn check(contents: &[u8], parts: &[&[u8]], at: Timestamp) -> Result<Checked, Finding> {
    let signed_data = read(contents)?;
    let info = only_signer(&signed_data)?;
    check_form(&signed_data, info)?;

    let (certificate, others) = certificates(&signed_data, info)?;
    let hash = Hash::named(&info.digest_alg).map_err(not_allowed)?;
    let attributes = info
        .signed_attrs
        .as_ref()
        .ok_or_else(|| wrong_attributes("none"))?;
    check_attributes(attributes, &hash.of(parts), &certificate)?;

    let key = certificate.public_key().map_err(not_allowed)?;
    let expected = match (&key, hash) {
        (PublicKey::Rsa(_), _) => policy::RSA_PSS,
        (_, Hash::Sha256) => policy::ECDSA_SHA_256,
        (_, Hash::Sha384) => policy::ECDSA_SHA_384,
        (_, Hash::Sha512) => policy::ECDSA_SHA_512,
    };
    if info.signature_algorithm.oid != expected {
        return Err(not_allowed(policy::NotAllowed(
            info.signature_algorithm.oid.to_string(),
        )));
    }
    for algorithm in [
        info.digest_alg.oid,
        info.signature_algorithm.oid,
        key.algorithm(),
    ] {
        policy::check(algorithm, at).map_err(not_allowed)?;
    }
    let signed = attributes_der(attributes)?;
    match policy::verify(
        &key,
        &info.signature_algorithm,
        &signed,
        info.signature.as_bytes(),
    ) {
        Ok(()) => Ok(Checked {
            certificate,
            others,
            timestamp: timestamp(info)?,
        }),
        Err(Refusal::Wrong) => Err(Finding::new(Code::SignatureInvalid)),
        Err(Refusal::NotAllowed(what)) => Err(not_allowed(policy::NotAllowed(what))),
    }
}

/// Reads the message and insists on DER: what is written again must be what was read.
fn read(contents: &[u8]) -> Result<SignedData, Finding> {
    if contents.len() > LARGEST_MESSAGE {
        return Err(Finding::new(Code::TooLarge).detail("signature"));
    }
    let message = without_padding(contents)?;
    decode(message).map_err(|what| malformed(&what))
}

fn only_signer(signed_data: &SignedData) -> Result<&SignerInfo, Finding> {
    match signed_data.signer_infos.0.as_slice() {
        [info] => Ok(info),
        _ => Err(malformed("not one signer")),
    }
}

fn check_form(signed_data: &SignedData, info: &SignerInfo) -> Result<(), Finding> {
    let encapsulated = &signed_data.encap_content_info;
    if signed_data.version != CmsVersion::V1 || info.version != CmsVersion::V1 {
        return Err(malformed("version"));
    }
    if encapsulated.econtent_type != ID_DATA || encapsulated.econtent.is_some() {
        return Err(malformed("content"));
    }
    if signed_data.crls.is_some() {
        return Err(malformed("revocation lists"));
    }
    if signed_data.digest_algorithms.as_slice() != [info.digest_alg.clone()] {
        return Err(malformed("digest algorithms"));
    }
    Ok(())
}

fn check_attributes(
    set: &SetOfVec<Attribute>,
    digest: &[u8],
    certificate: &Certificate,
) -> Result<(), Finding> {
    if set.len() != 3 {
        return Err(wrong_attributes("not three"));
    }
    let set = Single(set);
    let wrong = |what: String| wrong_attributes(&what);
    let content_type: ObjectIdentifier = set.value(CONTENT_TYPE).map_err(wrong)?;
    if content_type != ID_DATA {
        return Err(wrong_attributes("content type"));
    }
    let signed = signing_certificate(&set).map_err(wrong)?;
    check_signing_certificate(&signed, certificate)?;
    let message_digest: OctetString = set.value(MESSAGE_DIGEST).map_err(wrong)?;
    if message_digest.as_bytes() == digest {
        Ok(())
    } else {
        Err(Finding::new(Code::DigestDiffers))
    }
}

/// The timestamp, where there is one. No other unsigned attribute is known.
fn timestamp(info: &SignerInfo) -> Result<Option<Token>, Finding> {
    let Some(set) = &info.unsigned_attrs else {
        return Ok(None);
    };
    if set.len() != 1 {
        return Err(malformed("unsigned attributes"));
    }
    let token: Any = Single(set)
        .value(TIMESTAMP_TOKEN)
        .map_err(|_| malformed("unsigned attributes"))?;
    let token = token.to_der().map_err(|_| malformed("timestamp"))?;
    Token::check(&token, &[info.signature.as_bytes()]).map(Some)
}

/// The signature itself: what a timestamp is asked for. Nothing where the message has a timestamp.
pub(crate) fn signature_value(contents: &[u8]) -> Result<Option<Vec<u8>>, Finding> {
    let signed_data = read(contents)?;
    let info = only_signer(&signed_data)?;
    let is_bare = info.unsigned_attrs.is_none();
    Ok(is_bare.then(|| info.signature.as_bytes().to_vec()))
}

/// The message with a timestamp in it.
pub(crate) fn with_timestamp(contents: &[u8], token: &[u8]) -> Result<Vec<u8>, Finding> {
    let mut signed_data = read(contents)?;
    let mut info = only_signer(&signed_data)?.clone();
    let message = || -> der::Result<Vec<u8>> {
        let attribute = Attribute {
            oid: TIMESTAMP_TOKEN,
            values: SetOfVec::try_from(vec![Any::from_der(token)?])?,
        };
        info.unsigned_attrs = Some(SetOfVec::try_from(vec![attribute])?);
        signed_data.signer_infos = SignerInfos(SetOfVec::try_from(vec![info])?);
        ContentInfo {
            content_type: ID_SIGNED_DATA,
            content: Any::encode_from(&signed_data)?,
        }
        .to_der()
    };
    message().map_err(|error| malformed(&error.to_string()))
}
