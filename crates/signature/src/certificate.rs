//! Certificates: what they say, and whether one was issued by another.

use std::fmt;

use der::{Decode, Encode, EncodePem, pem::LineEnding};
use jiff::Timestamp;
use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};
use x509_cert::{
    attr::AttributeTypeAndValue,
    ext::pkix::{
        BasicConstraints, CrlDistributionPoints, ExtendedKeyUsage, KeyUsage,
        name::{DistributionPointName, GeneralName},
    },
    name::Name,
    spki::SubjectPublicKeyInfoOwned,
    time::Time,
};

use crate::policy::{self, PublicKey};

/// The SHA-256 of a certificate's DER form: what people compare to know whose certificate it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub [u8; 32]);

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Bytes that are not one certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not an X.509 certificate in PEM or DER form")]
pub struct NotACertificate;

/// An X.509 certificate.
#[derive(Clone, PartialEq, Eq)]
pub struct Certificate {
    parsed: x509_cert::Certificate,
    der: Vec<u8>,
}

impl Certificate {
    /// Reads a certificate in DER form.
    ///
    /// # Errors
    /// When the bytes are anything else, or more than one certificate.
    pub fn from_der(der: &[u8]) -> Result<Self, NotACertificate> {
        let parsed = x509_cert::Certificate::from_der(der).map_err(|_| NotACertificate)?;
        Ok(Self {
            parsed,
            der: der.to_vec(),
        })
    }

    /// Reads a certificate in PEM or DER form.
    ///
    /// # Errors
    /// When the bytes are anything else, or more than one certificate.
    pub fn from_pem_or_der(bytes: &[u8]) -> Result<Self, NotACertificate> {
        match der::pem::decode_vec(bytes) {
            Ok(("CERTIFICATE", der)) => Self::from_der(&der),
            Ok(_) => Err(NotACertificate),
            Err(_) => Self::from_der(bytes),
        }
    }

    /// The DER form.
    #[must_use]
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// The PEM form.
    #[must_use]
    pub fn pem(&self) -> String {
        self.parsed.to_pem(LineEnding::LF).unwrap_or_default()
    }

    /// The SHA-256 of the DER form.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint(Sha256::digest(&self.der).into())
    }

    /// The whole subject, as RFC 4514 writes it.
    #[must_use]
    pub fn subject(&self) -> String {
        self.parsed.tbs_certificate.subject.to_string()
    }

    /// The common name of the subject, where it has one.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        common_name(&self.parsed.tbs_certificate.subject)
    }

    /// The common name of the issuer, or else the whole of what it is called.
    #[must_use]
    pub fn issuer_name(&self) -> String {
        let issuer = &self.parsed.tbs_certificate.issuer;
        common_name(issuer).unwrap_or_else(|| issuer.to_string())
    }

    /// From when the certificate is valid.
    #[must_use]
    pub fn valid_from(&self) -> Timestamp {
        timestamp(&self.parsed.tbs_certificate.validity.not_before)
    }

    /// Until when the certificate is valid, that second included.
    #[must_use]
    pub fn valid_until(&self) -> Timestamp {
        timestamp(&self.parsed.tbs_certificate.validity.not_after)
    }

    /// Whether the certificate is valid at that time.
    #[must_use]
    pub fn is_valid_at(&self, time: Timestamp) -> bool {
        (self.valid_from()..=self.valid_until()).contains(&time)
    }

    /// Whether nothing in the certificate forbids signing documents with its key.
    #[must_use]
    pub fn allows_signing(&self) -> bool {
        self.signs_data() && self.is_for_documents()
    }

    /// Whether it is the certificate of an issuer of certificates.
    #[must_use]
    pub fn is_authority(&self) -> bool {
        let constraints = self.parsed.tbs_certificate.get::<BasicConstraints>();
        matches!(constraints, Ok(Some((_, constraints))) if constraints.ca)
    }

    /// Its issuers among other certificates, the nearest first, as far as their signatures can be verified.
    #[must_use]
    pub fn issuers_among(&self, mut others: Vec<Self>) -> Vec<Self> {
        let mut issuers: Vec<Self> = Vec::new();
        while let Some(index) = others
            .iter()
            .position(|one| issuers.last().unwrap_or(self).is_issued_by(one))
        {
            issuers.push(others.remove(index));
        }
        issuers
    }

    /// Whether the certificate is for signing timestamps, and by a rule that must be understood for nothing else.
    pub(crate) fn is_for_timestamps_only(&self) -> bool {
        let purposes = self.parsed.tbs_certificate.get::<ExtendedKeyUsage>();
        let only = matches!(&purposes, Ok(Some((true, ExtendedKeyUsage(list)))) if *list == [TIME_STAMPING]);
        only && self.signs_data()
    }

    /// Whether what it is for, where that is limited, can be a signature of a person under a document.
    fn is_for_documents(&self) -> bool {
        match self.parsed.tbs_certificate.get::<ExtendedKeyUsage>() {
            Ok(Some((_, ExtendedKeyUsage(purposes)))) => {
                purposes.iter().any(|purpose| OF_PEOPLE.contains(purpose))
            }
            Ok(None) => true,
            Err(_) => false,
        }
    }

    fn signs_data(&self) -> bool {
        match self.parsed.tbs_certificate.get::<KeyUsage>() {
            Ok(Some((_, usage))) => usage.digital_signature() || usage.non_repudiation(),
            Ok(None) => true,
            Err(_) => false,
        }
    }

    /// Whether the certificate may sign revocation lists.
    pub(crate) fn signs_lists(&self) -> bool {
        match self.parsed.tbs_certificate.get::<KeyUsage>() {
            Ok(Some((_, usage))) => usage.crl_sign(),
            Ok(None) => true,
            Err(_) => false,
        }
    }

    /// Where its issuer keeps whole lists of what it revoked for any reason.
    pub(crate) fn places_of_lists(&self) -> Vec<GeneralName> {
        let points = self.parsed.tbs_certificate.get::<CrlDistributionPoints>();
        let points = points.ok().flatten().map(|(_, points)| points.0);
        let whole = points
            .unwrap_or_default()
            .into_iter()
            .filter(|point| point.reasons.is_none() && point.crl_issuer.is_none());
        whole
            .filter_map(|point| match point.distribution_point? {
                DistributionPointName::FullName(names) => Some(names),
                DistributionPointName::NameRelativeToCRLIssuer(_) => None,
            })
            .flatten()
            .collect()
    }

    /// Whether its issuer appointed it to answer for certificates, and says that it need not be asked about itself.
    pub(crate) fn is_for_answers(&self) -> bool {
        let tbs = &self.parsed.tbs_certificate;
        let appointed = matches!(
            tbs.get::<ExtendedKeyUsage>(),
            Ok(Some((_, ExtendedKeyUsage(list)))) if list.contains(&OCSP_SIGNING)
        );
        let extensions = tbs.extensions.as_deref().unwrap_or_default();
        let final_word = extensions.iter().any(|one| one.extn_id == OCSP_NO_CHECK);
        appointed && final_word && self.signs_data() && self.is_understood()
    }

    /// Whether nobody stands above it: it was issued by its own key.
    #[must_use]
    pub fn is_self_issued(&self) -> bool {
        self.is_issued_by(self)
    }

    /// Whether the other is for the same name and the same key.
    pub(crate) fn is_same_subject(&self, other: &Self) -> bool {
        let (own, theirs) = (&self.parsed.tbs_certificate, &other.parsed.tbs_certificate);
        own.subject == theirs.subject
            && own.subject_public_key_info == theirs.subject_public_key_info
    }

    /// The algorithm with which the issuer signed this certificate.
    pub(crate) fn signature_algorithm(&self) -> der::oid::ObjectIdentifier {
        self.parsed.signature_algorithm.oid
    }

    /// Whether this certificate was issued by `issuer`, whose signature on it is right.
    #[must_use]
    pub fn is_issued_by(&self, issuer: &Self) -> bool {
        let (own, theirs) = (&self.parsed, &issuer.parsed);
        if own.tbs_certificate.issuer != theirs.tbs_certificate.subject
            || own.signature_algorithm != own.tbs_certificate.signature
        {
            return false;
        }
        let (Ok(key), Ok(signed), Some(signature)) = (
            issuer.public_key(),
            own.tbs_certificate.to_der(),
            own.signature.as_bytes(),
        ) else {
            return false;
        };
        policy::verify(&key, &own.signature_algorithm, &signed, signature).is_ok()
    }

    /// Whether this certificate may issue others with `below` certificates of issuers between them and it.
    pub(crate) fn may_issue(&self, below: usize) -> bool {
        let constraints = self.parsed.tbs_certificate.get::<BasicConstraints>();
        let authority = match constraints {
            Ok(Some((_, constraints))) => {
                let within = constraints
                    .path_len_constraint
                    .is_none_or(|most| below <= usize::from(most));
                constraints.ca && within
            }
            _ => false,
        };
        let may_sign = match self.parsed.tbs_certificate.get::<KeyUsage>() {
            Ok(Some((_, usage))) => usage.key_cert_sign(),
            Ok(None) => true,
            Err(_) => false,
        };
        authority && may_sign
    }

    /// Whether every rule that must be understood is understood here.
    pub(crate) fn is_understood(&self) -> bool {
        let extensions = self
            .parsed
            .tbs_certificate
            .extensions
            .as_deref()
            .unwrap_or_default();
        extensions
            .iter()
            .all(|extension| !extension.critical || UNDERSTOOD.contains(&extension.extn_id))
    }

    pub(crate) fn public_key(&self) -> Result<PublicKey, policy::NotAllowed> {
        PublicKey::read(self.key_info())
    }

    pub(crate) fn key_info(&self) -> &SubjectPublicKeyInfoOwned {
        &self.parsed.tbs_certificate.subject_public_key_info
    }

    pub(crate) fn parsed(&self) -> &x509_cert::Certificate {
        &self.parsed
    }
}

impl fmt::Debug for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Certificate({}, {})", self.subject(), self.fingerprint())
    }
}

/// Critical extensions that do not keep a certificate out: key usage and basic constraints are obeyed, the others restrict nothing
/// that this program does. Name constraints are not among them.
const UNDERSTOOD: [der::oid::ObjectIdentifier; 5] = [
    der::oid::db::rfc5280::ID_CE_KEY_USAGE,
    der::oid::db::rfc5280::ID_CE_BASIC_CONSTRAINTS,
    der::oid::db::rfc5280::ID_CE_EXT_KEY_USAGE,
    der::oid::db::rfc5280::ID_CE_CERTIFICATE_POLICIES,
    der::oid::db::rfc5280::ID_CE_SUBJECT_ALT_NAME,
];

const TIME_STAMPING: der::oid::ObjectIdentifier = der::oid::db::rfc5280::ID_KP_TIME_STAMPING;

/// The purposes under which people get certificates to sign with: any, e-mail, showing who one is, and documents by the
/// names of RFC 9336, Microsoft and Adobe. One for a server, for programs or for OCSP answers is nobody's signature.
const OF_PEOPLE: [der::oid::ObjectIdentifier; 6] = [
    der::oid::ObjectIdentifier::new_unwrap("2.5.29.37.0"),
    der::oid::ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.4"),
    der::oid::ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.2"),
    der::oid::ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.36"),
    der::oid::ObjectIdentifier::new_unwrap("1.3.6.1.4.1.311.10.3.12"),
    der::oid::ObjectIdentifier::new_unwrap("1.2.840.113583.1.1.5"),
];

const OCSP_SIGNING: der::oid::ObjectIdentifier = der::oid::db::rfc5280::ID_KP_OCSP_SIGNING;
const OCSP_NO_CHECK: der::oid::ObjectIdentifier = der::oid::db::rfc6960::ID_PKIX_OCSP_NOCHECK;

const COMMON_NAME: der::oid::ObjectIdentifier = der::oid::db::rfc4519::CN;

fn common_name(name: &Name) -> Option<String> {
    let parts = name.0.iter().flat_map(|part| part.0.iter());
    let mut names = parts.filter(|part| part.oid == COMMON_NAME);
    names.next_back().and_then(text_of)
}

fn text_of(part: &AttributeTypeAndValue) -> Option<String> {
    use der::{Tag, Tagged};
    match part.value.tag() {
        Tag::Utf8String | Tag::PrintableString | Tag::Ia5String => {
            std::str::from_utf8(part.value.value())
                .ok()
                .map(str::to_owned)
        }
        Tag::BmpString => {
            let units: Vec<u16> = part
                .value
                .value()
                .chunks(2)
                .filter_map(|pair| Some(u16::from_be_bytes(pair.try_into().ok()?)))
                .collect();
            String::from_utf16(&units).ok()
        }
        _ => None,
    }
}

/// A time of a certificate or of a revocation list.
pub(crate) fn timestamp(time: &Time) -> Timestamp {
    // Certificates end in the year 9999 at the latest, of which a timestamp lacks some hours.
    let seconds = i64::try_from(time.to_unix_duration().as_secs()).ok();
    seconds
        .and_then(|seconds| Timestamp::from_second(seconds).ok())
        .unwrap_or(Timestamp::MAX)
}
