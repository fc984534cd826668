//! People with keys, made from their names, so that every run signs the same.

use der::{Encode, asn1::ObjectIdentifier};
use ecdsa::signature::Signer as _;
use jiff::{Timestamp, tz::Offset};
use rand_chacha::{ChaCha8Rng, rand_core::SeedableRng};
use sha2::{Digest, Sha256};
use x509_cert::{
    builder::{Builder, CertificateBuilder, Profile},
    name::Name,
    serial_number::SerialNumber,
    spki::SubjectPublicKeyInfoOwned,
    time::{Time, Validity},
};

use crate::{Certificate, KeyFault, Signer, Signing, SigningTime};

/// The time at which everybody signs, unless a test says otherwise.
pub(super) fn noon() -> Timestamp {
    "2026-03-04T12:00:00Z".parse().unwrap()
}

/// What somebody signs with.
pub(super) fn signing(name: &str) -> Signing {
    Signing {
        field: None,
        name: name.to_owned(),
        role: Some("voorzitter".to_owned()),
        position: Some("reservation".to_owned()),
        reason: Some("Akkoord met voorbehoud: eerst meten, dan opschalen".to_owned()),
        time: SigningTime {
            at: noon(),
            offset: Offset::from_hours(1).unwrap(),
        },
    }
}

#[derive(Clone)]
enum Key {
    P256(p256::ecdsa::SigningKey),
    P384(p384::ecdsa::SigningKey),
}

/// Somebody who signs.
#[derive(Clone)]
pub(super) struct Person {
    key: Key,
    pub(super) certificate: Certificate,
    pub(super) issuers: Vec<Certificate>,
}

impl Signer for Person {
    fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    fn issuers(&self) -> &[Certificate] {
        &self.issuers
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, KeyFault> {
        Ok(match &self.key {
            Key::P256(key) => p256::ecdsa::Signature::to_der(&key.sign(message))
                .as_bytes()
                .to_vec(),
            Key::P384(key) => p384::ecdsa::Signature::to_der(&key.sign(message))
                .as_bytes()
                .to_vec(),
        })
    }
}

/// A self-signed person, valid from 2026 until 2031.
pub(super) fn person(name: &str) -> Person {
    Made::new(name).make()
}

/// How a certificate is made.
pub(super) struct Made<'a> {
    pub(super) name: &'a str,
    /// What the key is made from.
    pub(super) seed: String,
    pub(super) curve_384: bool,
    pub(super) issuer: Option<&'a Person>,
    pub(super) profile: Profile,
    pub(super) years: (&'a str, &'a str),
    /// A critical extension that nobody knows.
    pub(super) critical: Option<&'a str>,
    /// Whether it may sign timestamps, and nothing else.
    pub(super) for_timestamps: bool,
}

impl<'a> Made<'a> {
    pub(super) fn new(name: &'a str) -> Self {
        Self {
            name,
            seed: name.to_owned(),
            curve_384: false,
            issuer: None,
            profile: Profile::Manual { issuer: None },
            years: ("2026-01-01T00:00:00Z", "2031-01-01T00:00:00Z"),
            critical: None,
            for_timestamps: false,
        }
    }

    pub(super) fn issued_by(self, issuer: &'a Person) -> Self {
        let issuer_name = issuer.certificate.parsed().tbs_certificate.subject.clone();
        let profile = Profile::Leaf {
            issuer: issuer_name,
            enable_key_agreement: false,
            enable_key_encipherment: false,
            include_subject_key_identifier: true,
        };
        Self {
            issuer: Some(issuer),
            profile,
            ..self
        }
    }

    pub(super) fn make(self) -> Person {
        let mut rng = ChaCha8Rng::from_seed(Sha256::digest(self.seed.as_bytes()).into());
        let (key, public) = if self.curve_384 {
            let key = p384::ecdsa::SigningKey::random(&mut rng);
            let public = SubjectPublicKeyInfoOwned::from_key(*key.verifying_key()).unwrap();
            (Key::P384(key), public)
        } else {
            let key = p256::ecdsa::SigningKey::random(&mut rng);
            let public = SubjectPublicKeyInfoOwned::from_key(*key.verifying_key()).unwrap();
            (Key::P256(key), public)
        };
        let time = |text: &str| {
            let at: Timestamp = text.parse().unwrap();
            let since = std::time::Duration::from_secs(at.as_second().try_into().unwrap());
            Time::UtcTime(der::asn1::UtcTime::from_unix_duration(since).unwrap())
        };
        let validity = Validity {
            not_before: time(self.years.0),
            not_after: time(self.years.1),
        };
        let subject: Name = format!("CN={}", self.name).parse().unwrap();
        let serial = SerialNumber::new(&Sha256::digest(self.name)[..8]).unwrap();
        let signing_key = self.issuer.map_or(&key, |issuer| &issuer.key);
        macro_rules! build {
            ($issuer:expr, $signature:ty) => {{
                let mut builder = CertificateBuilder::new(
                    self.profile,
                    serial,
                    validity,
                    subject,
                    public,
                    $issuer,
                )
                .unwrap();
                if let Some(kind) = self.critical {
                    builder.add_extension(&Unheard(oid(kind))).unwrap();
                }
                if self.for_timestamps {
                    builder.add_extension(&TimestampsOnly).unwrap();
                }
                builder.build::<$signature>().unwrap().to_der()
            }};
        }
        let der = match signing_key {
            Key::P256(issuer) => build!(issuer, p256::ecdsa::DerSignature),
            Key::P384(issuer) => build!(issuer, p384::ecdsa::DerSignature),
        };
        let issuers = self.issuer.map(|issuer| {
            let is_root = issuer.certificate.is_issued_by(&issuer.certificate);
            let nearest = (!is_root).then(|| issuer.certificate.clone());
            nearest
                .into_iter()
                .chain(issuer.issuers.iter().cloned())
                .collect()
        });
        let certificate = Certificate::from_der(&der.unwrap()).unwrap();
        Person {
            key,
            certificate,
            issuers: issuers.unwrap_or_default(),
        }
    }
}

/// An object identifier.
pub(super) fn oid(text: &str) -> ObjectIdentifier {
    ObjectIdentifier::new(text).unwrap()
}

/// The critical extended key usage of timestamping authorities.
struct TimestampsOnly;

impl der::Encode for TimestampsOnly {
    fn encoded_len(&self) -> der::Result<der::Length> {
        vec![oid("1.3.6.1.5.5.7.3.8")].encoded_len()
    }

    fn encode(&self, encoder: &mut impl der::Writer) -> der::Result<()> {
        vec![oid("1.3.6.1.5.5.7.3.8")].encode(encoder)
    }
}

impl der::oid::AssociatedOid for TimestampsOnly {
    const OID: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.37");
}

impl x509_cert::ext::AsExtension for TimestampsOnly {
    fn critical(&self, _: &Name, _: &[x509_cert::ext::Extension]) -> bool {
        true
    }
}

/// A critical extension without content.
struct Unheard(ObjectIdentifier);

impl der::Encode for Unheard {
    fn encoded_len(&self) -> der::Result<der::Length> {
        der::asn1::Null.encoded_len()
    }

    fn encode(&self, encoder: &mut impl der::Writer) -> der::Result<()> {
        der::asn1::Null.encode(encoder)
    }
}

impl der::oid::AssociatedOid for Unheard {
    const OID: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.3.4");
}

impl x509_cert::ext::AsExtension for Unheard {
    fn critical(&self, _: &Name, _: &[x509_cert::ext::Extension]) -> bool {
        true
    }

    fn to_extension(
        &self,
        subject: &Name,
        extensions: &[x509_cert::ext::Extension],
    ) -> der::Result<x509_cert::ext::Extension> {
        let extn_value = der::asn1::OctetString::new(self.to_der()?)?;
        let critical = self.critical(subject, extensions);
        Ok(x509_cert::ext::Extension {
            extn_id: self.0,
            critical,
            extn_value,
        })
    }
}
