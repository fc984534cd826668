//! The cryptographic message inside a signature: made and checked as PAdES B-B wants it (ETSI EN 319 142-1, ETSI EN 319 122-1).
//!
//! Exactly one signer, exactly three signed attributes, no unsigned ones but a timestamp. No signing-time: PAdES keeps the time in
//! the signature dictionary, which is signed as well.

mod check;
mod form;

pub(crate) use check::{Checked, check, signature_value, with_timestamp};
pub(crate) use form::{
    Single, attributes_der, certificates, check_signing_certificate, decode, signing_certificate,
    without_padding,
};

use cms::{
    cert::{CertificateChoices, IssuerAndSerialNumber},
    content_info::{CmsVersion, ContentInfo},
    signed_data::{
        CertificateSet, EncapsulatedContentInfo, SignedData, SignerIdentifier, SignerInfo,
        SignerInfos,
    },
};
use der::{
    Any, Encode, Sequence,
    asn1::{ObjectIdentifier, OctetString, SetOfVec},
};
use sha2::{Digest, Sha256};
use x509_cert::{
    attr::Attribute, ext::pkix::name::GeneralName, serial_number::SerialNumber,
    spki::AlgorithmIdentifierOwned,
};

use crate::{
    certificate::Certificate,
    signer::{KeyFault, Signer},
};

pub(crate) const ID_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
pub(crate) const ID_SIGNED_DATA: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
pub(crate) const CONTENT_TYPE: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
pub(crate) const MESSAGE_DIGEST: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
pub(crate) const SIGNING_CERTIFICATE_V2: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
/// The attribute that holds a timestamp of the signature.
const TIMESTAMP_TOKEN: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.14");

/// RFC 5035. The hash algorithm is SHA-256 where it is absent.
#[derive(Sequence)]
pub(crate) struct SigningCertificateV2 {
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
    let plain = |oid| AlgorithmIdentifierOwned {
        oid,
        parameters: None,
    };
    let scheme = certificate
        .scheme()
        .map_err(|refused| KeyFault::CannotSign(refused.to_string()))?;
    let digest_algorithm = scheme.hash().algorithm();
    let signature_algorithm = scheme.algorithm().map_err(fault)?;
    let attributes = signed_attributes(&scheme.hash().of(parts), certificate).map_err(fault)?;
    let signature = signer.sign(&attributes.to_der().map_err(fault)?)?;
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
            signature_algorithm,
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

/// What a message of this signer has at most in bytes: the certificates; the issuer's name and the signature, neither of them longer
/// than the certificate, which holds that name and the key; and less than half a kilobyte around them.
pub(crate) fn longest(signer: &dyn Signer) -> usize {
    let issuers = signer.issuers().iter();
    let issuers: usize = issuers.map(|issuer| issuer.der().len()).sum();
    3 * signer.certificate().der().len() + issuers + 512
}

fn fault(error: der::Error) -> KeyFault {
    KeyFault::Other(error.to_string())
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
