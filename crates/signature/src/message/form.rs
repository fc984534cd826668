//! What every signed message has in common: its encoding, its certificates, its attributes.

use cms::{
    cert::CertificateChoices,
    content_info::ContentInfo,
    signed_data::{SignedData, SignerIdentifier, SignerInfo},
};
use der::{
    Any, Decode, Encode, Header, Reader, SliceReader,
    asn1::{ObjectIdentifier, SetOfVec},
};
use x509_cert::{attr::Attribute, ext::pkix::name::GeneralName};

use super::{ID_SIGNED_DATA, SIGNING_CERTIFICATE_V2, SigningCertificateV2};
use crate::{
    certificate::Certificate,
    finding::{Code, Finding},
    policy::{self, Hash},
};

/// The message in a hole of fixed size that was filled up with zeros.
pub(crate) fn without_padding(contents: &[u8]) -> Result<&[u8], Finding> {
    let length = message_length(contents).map_err(|_| malformed("length"))?;
    let (message, padding) = contents
        .split_at_checked(length)
        .ok_or_else(|| malformed("length"))?;
    if padding.iter().any(|byte| *byte != 0) {
        return Err(malformed("bytes after the message"));
    }
    Ok(message)
}

/// Reads signed data and insists on DER: what is written again must be what was read.
pub(crate) fn decode(message: &[u8]) -> Result<SignedData, String> {
    let content = ContentInfo::from_der(message).map_err(|error| error.to_string())?;
    if content.content_type != ID_SIGNED_DATA {
        return Err("no signed data".to_owned());
    }
    let signed_data: SignedData = content
        .content
        .decode_as()
        .map_err(|error| error.to_string())?;
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
        Err("not DER".to_owned())
    }
}

fn message_length(contents: &[u8]) -> der::Result<usize> {
    let mut reader = SliceReader::new(contents)?;
    let header = Header::decode(&mut reader)?;
    usize::try_from((reader.position() + header.length)?)
}

/// The signer's certificate, and the others that came along.
pub(crate) fn certificates(
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

/// Attributes of which each stands alone and has one value.
pub(crate) struct Single<'a>(pub(crate) &'a SetOfVec<Attribute>);

impl Single<'_> {
    /// The one value of the one attribute of that kind.
    pub(crate) fn value<T>(&self, oid: ObjectIdentifier) -> Result<T, String>
    where
        T: for<'a> der::Choice<'a> + for<'a> der::DecodeValue<'a>,
    {
        let mut found = self.0.iter().filter(|attribute| attribute.oid == oid);
        let (Some(attribute), None) = (found.next(), found.next()) else {
            return Err(oid.to_string());
        };
        match attribute.values.as_slice() {
            [value] => value.decode_as().map_err(|_| oid.to_string()),
            _ => Err(oid.to_string()),
        }
    }
}

/// Which certificate was signed along.
pub(crate) fn signing_certificate(set: &Single<'_>) -> Result<SigningCertificateV2, String> {
    set.value(SIGNING_CERTIFICATE_V2)
}

/// Whether the certificate that was signed along is this one.
pub(crate) fn check_signing_certificate(
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
pub(crate) fn attributes_der(set: &SetOfVec<Attribute>) -> Result<Vec<u8>, Finding> {
    set.to_der().map_err(|_| wrong_attributes("encoding"))
}

pub(crate) fn malformed(what: &str) -> Finding {
    Finding::new(Code::MessageMalformed).detail(what)
}

pub(crate) fn wrong_attributes(what: &str) -> Finding {
    Finding::new(Code::SignedAttributes).detail(what)
}

pub(crate) fn not_allowed(policy::NotAllowed(what): policy::NotAllowed) -> Finding {
    Finding::new(Code::AlgorithmNotAllowed).detail(what)
}
