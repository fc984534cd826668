//! The cryptographic message inside a signature: made and checked as PAdES B-B wants it (ETSI EN 319 142-1, ETSI EN 319 122-1).
//!
//! Exactly one signer, exactly three signed attributes, no unsigned ones. No signing-time: PAdES keeps the time in the signature
//! dictionary, which is signed as well.

use cms::{
    cert::{CertificateChoices, IssuerAndSerialNumber},
    content_info::{CmsVersion, ContentInfo},
    signed_data::{
        CertificateSet, EncapsulatedContentInfo, SignedData, SignerIdentifier, SignerInfo,
        SignerInfos,
    },
};
use der::{
    Any, Decode, Encode, Header, Reader, Sequence, SliceReader,
    asn1::{ObjectIdentifier, OctetString, SetOfVec},
};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use x509_cert::{
    attr::Attribute, ext::pkix::name::GeneralName, serial_number::SerialNumber,
    spki::AlgorithmIdentifierOwned,
};

use crate::{
    certificate::Certificate,
    finding::{Code, Finding},
    policy::{self, Hash, PublicKey, Refusal},
    signer::{KeyFault, Signer},
};

const ID_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const ID_SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
const SIGNING_CERTIFICATE_V2: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");

/// No message with validation data for one signature is larger.
const LARGEST_MESSAGE: usize = 1 << 16;

/// RFC 5035. The hash algorithm is SHA-256 where it is absent.
#[derive(Sequence)]
struct SigningCertificateV2 {
    certificates: Vec<CertificateId>,
}

#[derive(Sequence)]
struct CertificateId {
    #[asn1(optional = "true")]
    algorithm: Option<AlgorithmIdentifierOwned>,
    hash: OctetString,
    #[asn1(optional = "true")]
    issuer: Option<IssuerSerial>,
}

#[derive(Sequence)]
struct IssuerSerial {
    issuer: Vec<GeneralName>,
    serial: SerialNumber,
}

/// Makes the message for a detached content, given as the parts that are signed one after another.
pub(crate) fn make(parts: &[&[u8]], signer: &dyn Signer) -> Result<Vec<u8>, KeyFault> {
    let certificate = signer.certificate();
    let (hash, digest_algorithm, signature_algorithm) = match certificate.public_key() {
        Ok(PublicKey::P256(_)) => (Hash::Sha256, policy::SHA_256, policy::ECDSA_SHA_256),
        Ok(PublicKey::P384(_)) => (Hash::Sha384, policy::SHA_384, policy::ECDSA_SHA_384),
        Err(policy::NotAllowed(what)) => return Err(KeyFault(what)),
    };
    let attributes = signed_attributes(&hash.of(parts), certificate).map_err(fault)?;
    let signature = signer.sign(&attributes.to_der().map_err(fault)?)?;
    let plain = |oid| AlgorithmIdentifierOwned {
        oid,
        parameters: None,
    };
    let message = || -> der::Result<Vec<u8>> {
        let tbs = &certificate.parsed().tbs_certificate;
        let info = SignerInfo {
            version: CmsVersion::V1,
            sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
                issuer: tbs.issuer.clone(),
                serial_number: tbs.serial_number.clone(),
            }),
            digest_alg: plain(digest_algorithm),
            signed_attrs: Some(attributes),
            signature_algorithm: plain(signature_algorithm),
            signature: OctetString::new(signature)?,
            unsigned_attrs: None,
        };
        let certificates = std::iter::once(certificate).chain(signer.issuers());
        let certificates =
            certificates.map(|one| CertificateChoices::Certificate(one.parsed().clone()));
        let signed_data = SignedData {
            version: CmsVersion::V1,
            digest_algorithms: SetOfVec::try_from(vec![plain(digest_algorithm)])?,
            encap_content_info: EncapsulatedContentInfo {
                econtent_type: ID_DATA,
                econtent: None,
            },
            certificates: Some(CertificateSet(SetOfVec::from_iter(certificates)?)),
            crls: None,
            signer_infos: SignerInfos(SetOfVec::try_from(vec![info])?),
        };
        ContentInfo {
            content_type: ID_SIGNED_DATA,
            content: Any::encode_from(&signed_data)?,
        }
        .to_der()
    };
    message().map_err(fault)
}

fn fault(error: der::Error) -> KeyFault {
    KeyFault(error.to_string())
}

fn signed_attributes(digest: &[u8], certificate: &Certificate) -> der::Result<SetOfVec<Attribute>> {
    fn attribute<T: der::Tagged + der::EncodeValue>(
        oid: ObjectIdentifier,
        value: &T,
    ) -> der::Result<Attribute> {
        Ok(Attribute {
            oid,
            values: SetOfVec::try_from(vec![Any::encode_from(value)?])?,
        })
    }
    let hash = OctetString::new(Sha256::digest(certificate.der()).as_slice())?;
    let signing_certificate = SigningCertificateV2 {
        certificates: vec![CertificateId {
            algorithm: None,
            hash,
            issuer: None,
        }],
    };
    SetOfVec::try_from(vec![
        attribute(CONTENT_TYPE, &ID_DATA)?,
        attribute(MESSAGE_DIGEST, &OctetString::new(digest)?)?,
        attribute(SIGNING_CERTIFICATE_V2, &signing_certificate)?,
    ])
}

/// Who signed, when everything in the message is right.
#[derive(Debug)]
pub(crate) struct Checked {
    pub(crate) certificate: Certificate,
    /// The certificates that came along, other than the signer's.
    pub(crate) others: Vec<Certificate>,
}

/// Checks a message against the parts that it should sign, by the policy for the time at which it was made.
pub(crate) fn check(contents: &[u8], parts: &[&[u8]], at: Timestamp) -> Result<Checked, Finding> {
    let signed_data = read(contents)?;
    let [info] = signed_data.signer_infos.0.as_slice() else {
        return Err(malformed("not one signer"));
    };
    check_form(&signed_data, info)?;

    let (certificate, others) = certificates(&signed_data, info)?;
    let hash = Hash::named(&info.digest_alg).map_err(not_allowed)?;
    let attributes = info
        .signed_attrs
        .as_ref()
        .ok_or_else(|| attributes("none"))?;
    check_attributes(attributes, &hash.of(parts), &certificate)?;

    let key = certificate.public_key().map_err(not_allowed)?;
    let expected = match hash {
        Hash::Sha256 => policy::ECDSA_SHA_256,
        Hash::Sha384 => policy::ECDSA_SHA_384,
        Hash::Sha512 => policy::ECDSA_SHA_512,
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
    let length = message_length(contents).map_err(|_| malformed("length"))?;
    let (message, padding) = contents
        .split_at_checked(length)
        .ok_or_else(|| malformed("length"))?;
    if padding.iter().any(|byte| *byte != 0) {
        return Err(malformed("bytes after the message"));
    }
    let content = ContentInfo::from_der(message).map_err(|error| malformed(&error.to_string()))?;
    if content.content_type != ID_SIGNED_DATA {
        return Err(malformed("no signed data"));
    }
    let signed_data: SignedData = content
        .content
        .decode_as()
        .map_err(|error| malformed(&error.to_string()))?;
    let again = Any::encode_from(&signed_data).and_then(|content| {
        ContentInfo {
            content_type: ID_SIGNED_DATA,
            content,
        }
        .to_der()
    });
    if again.as_deref() == Ok(message) {
        Ok(signed_data)
    } else {
        Err(malformed("not DER"))
    }
}

fn message_length(contents: &[u8]) -> der::Result<usize> {
    let mut reader = SliceReader::new(contents)?;
    let header = Header::decode(&mut reader)?;
    usize::try_from((reader.position() + header.length)?)
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
    if info.unsigned_attrs.is_some() {
        return Err(malformed("unsigned attributes"));
    }
    Ok(())
}

fn certificates(
    signed_data: &SignedData,
    info: &SignerInfo,
) -> Result<(Certificate, Vec<Certificate>), Finding> {
    let missing = |why: &str| Finding::new(Code::SigningCertificate).detail(why);
    let SignerIdentifier::IssuerAndSerialNumber(id) = &info.sid else {
        return Err(missing("named by its key only"));
    };
    let set = signed_data
        .certificates
        .as_ref()
        .ok_or_else(|| missing("no certificates"))?;
    let mut own = Vec::new();
    let mut others = Vec::new();
    for choice in set.0.iter() {
        let CertificateChoices::Certificate(parsed) = choice else {
            return Err(malformed("certificate format"));
        };
        let der = parsed.to_der().map_err(|_| malformed("certificate"))?;
        let certificate = Certificate::from_der(&der).map_err(|_| malformed("certificate"))?;
        let tbs = &parsed.tbs_certificate;
        let is_own = tbs.issuer == id.issuer && tbs.serial_number == id.serial_number;
        if is_own {
            own.push(certificate)
        } else {
            others.push(certificate)
        }
    }
    let mut own = own.into_iter();
    match (own.next(), own.next()) {
        (Some(certificate), None) => Ok((certificate, others)),
        (None, _) => Err(missing("not among the certificates")),
        (Some(_), Some(_)) => Err(missing("two certificates with one serial number")),
    }
}

fn check_attributes(
    set: &SetOfVec<Attribute>,
    digest: &[u8],
    certificate: &Certificate,
) -> Result<(), Finding> {
    if set.len() != 3 {
        return Err(attributes("not three"));
    }
    let only = |oid: ObjectIdentifier| -> Result<&Any, Finding> {
        let mut found = set.iter().filter(|attribute| attribute.oid == oid);
        let (Some(attribute), None) = (found.next(), found.next()) else {
            return Err(attributes(&oid.to_string()));
        };
        match attribute.values.as_slice() {
            [value] => Ok(value),
            _ => Err(attributes(&oid.to_string())),
        }
    };
    let content_type: ObjectIdentifier = only(CONTENT_TYPE)?
        .decode_as()
        .map_err(|_| attributes("content type"))?;
    if content_type != ID_DATA {
        return Err(attributes("content type"));
    }
    let signed: SigningCertificateV2 = only(SIGNING_CERTIFICATE_V2)?
        .decode_as()
        .map_err(|_| attributes("signing certificate"))?;
    check_signing_certificate(&signed, certificate)?;
    let message_digest: OctetString = only(MESSAGE_DIGEST)?
        .decode_as()
        .map_err(|_| attributes("message digest"))?;
    if message_digest.as_bytes() == digest {
        Ok(())
    } else {
        Err(Finding::new(Code::DigestDiffers))
    }
}

fn check_signing_certificate(
    signed: &SigningCertificateV2,
    certificate: &Certificate,
) -> Result<(), Finding> {
    let differs = || Finding::new(Code::SigningCertificate).detail("another one was signed");
    let id = signed.certificates.first().ok_or_else(differs)?;
    let hash = match &id.algorithm {
        None => Hash::Sha256,
        Some(algorithm) => Hash::named(algorithm).map_err(not_allowed)?,
    };
    let tbs = &certificate.parsed().tbs_certificate;
    let issuer_fits = id.issuer.as_ref().is_none_or(|issuer| {
        let named = matches!(issuer.issuer.as_slice(), [GeneralName::DirectoryName(name)] if *name == tbs.issuer);
        named && issuer.serial == tbs.serial_number
    });
    if issuer_fits && id.hash.as_bytes() == hash.of(&[certificate.der()]) {
        Ok(())
    } else {
        Err(differs())
    }
}

/// What the signature signs: the attributes as a SET OF.
fn attributes_der(set: &SetOfVec<Attribute>) -> Result<Vec<u8>, Finding> {
    set.to_der().map_err(|_| attributes("encoding"))
}

fn malformed(what: &str) -> Finding {
    Finding::new(Code::MessageMalformed).detail(what)
}

fn attributes(what: &str) -> Finding {
    Finding::new(Code::SignedAttributes).detail(what)
}

fn not_allowed(policy::NotAllowed(what): policy::NotAllowed) -> Finding {
    Finding::new(Code::AlgorithmNotAllowed).detail(what)
}
