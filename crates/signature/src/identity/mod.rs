//! A person's key and certificate, from a file with a passphrase.
//!
//! An identity that is made here is self-signed: it proves that the same key signed, and no more about who holds it than the person
//! who accepts its fingerprint knows.

mod key;
mod pkcs12;

use std::{fmt, time::Duration};

use der::{Encode, referenced::OwnedToRef};
use jiff::Timestamp;
use rand_core::CryptoRngCore;
use x509_cert::{
    builder::{Builder, CertificateBuilder, Profile},
    ext::pkix::{BasicConstraints, KeyUsage, KeyUsages, SubjectKeyIdentifier},
    name::{Name, RdnSequence, RelativeDistinguishedName},
    serial_number::SerialNumber,
    spki::SubjectPublicKeyInfoOwned,
    time::{Time, Validity},
};

use crate::{
    certificate::{Certificate, Fingerprint},
    signer::{KeyFault, Signer},
};
use key::Key;

/// Five years, leap days included.
const LIFETIME: Duration = Duration::from_secs((5 * 365 + 1) * 24 * 60 * 60);

/// Whom an identity is made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewIdentity<'a> {
    /// The person's name; it becomes the common name of the certificate.
    pub name: &'a str,
    /// From when the certificate is valid; it ends five years later.
    pub valid_from: Timestamp,
}

/// An identity could not be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IdentityFault {
    /// A name has 1 to 64 characters, and none of them controls a terminal.
    #[error("a name has 1 to 64 characters")]
    Name,
    /// An empty passphrase protects nothing.
    #[error("the passphrase is empty")]
    PassphraseEmpty,
    /// The format of key files cannot hold characters outside the basic multilingual plane.
    #[error("the passphrase has characters that key files cannot hold")]
    PassphraseCharacters,
    /// The time cannot stand in a certificate.
    #[error("the time is out of the range of certificates")]
    Time,
    /// The certificate or the file could not be written.
    #[error("the identity could not be made: {0}")]
    Encoding(String),
}

/// Why a key file was not opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KeyRefused {
    /// The bytes are no key file (PKCS#12), or a damaged one.
    #[error("this is not a PKCS#12 file, or it is damaged")]
    NotAKeyFile,
    /// The passphrase is wrong.
    #[error("the passphrase does not fit")]
    WrongPassphrase,
    /// The file is protected in a way that this program does not know.
    #[error("the file is protected in a way that is not supported: {0}")]
    ProtectionUnsupported(String),
    /// There is no private key in it.
    #[error("there is no private key in the file")]
    NoKey,
    /// There is more than one private key in it, and nothing says which is meant.
    #[error("there is more than one private key in the file")]
    SeveralKeys,
    /// There is no certificate in it that belongs to the key.
    #[error("there is no certificate in the file that belongs to the key")]
    NoCertificate,
    /// An RSA key that is too short to be safe: 3072 bits are the least.
    #[error("an RSA key of {bits} bits is too short")]
    RsaTooShort {
        /// Its size.
        bits: usize,
    },
    /// A key on another curve, or of another kind.
    #[error("a key of this kind cannot be used: {0}")]
    KindUnsupported(String),
    /// The certificate says that the key is for other things.
    #[error("the certificate is not for signing")]
    NotForSigning,
    /// The certificate was not valid at the time asked for.
    #[error("the certificate is valid from {from} until {until}")]
    NotValid {
        /// The beginning.
        from: Timestamp,
        /// The end.
        until: Timestamp,
    },
}

/// A key with its certificate, ready to sign. The key is wiped from memory when this is dropped.
pub struct Identity {
    key: Key,
    certificate: Certificate,
    issuers: Vec<Certificate>,
}

impl Identity {
    /// Makes a key and a self-signed certificate, and returns them as a PKCS#12 file under the passphrase.
    ///
    /// # Errors
    /// When the name, the passphrase or the time cannot be used.
    pub fn create(
        new: &NewIdentity<'_>,
        passphrase: &str,
        rng: &mut impl CryptoRngCore,
    ) -> Result<Vec<u8>, IdentityFault> {
        if passphrase.is_empty() {
            return Err(IdentityFault::PassphraseEmpty);
        }
        if !passphrase.chars().all(|c| u32::from(c) < 0x1_0000) {
            return Err(IdentityFault::PassphraseCharacters);
        }
        let key = p256::ecdsa::SigningKey::random(rng);
        let certificate = self_signed(new, &key, rng)?;
        pkcs12::write(&key, &certificate, new.name, passphrase, rng)
    }

    /// Opens a PKCS#12 file.
    ///
    /// # Errors
    /// See [`KeyRefused`]. Whether the certificate is valid now is for [`Identity::valid_at`] to say.
    pub fn open(file: &[u8], passphrase: &str) -> Result<Self, KeyRefused> {
        let contents = pkcs12::read(file, passphrase)?;
        let key = Key::read(&contents.key)?;
        let public = key.public();
        let mut certificates = contents.certificates;
        let own = certificates
            .iter()
            .position(|one| one.public_key().as_ref() == Ok(&public));
        let certificate = certificates.remove(own.ok_or(KeyRefused::NoCertificate)?);
        if !certificate.allows_signing() {
            return Err(KeyRefused::NotForSigning);
        }
        let issuers = certificate.issuers_among(certificates);
        Ok(Self {
            key,
            certificate,
            issuers,
        })
    }

    /// Says whether the certificate is valid at that time.
    ///
    /// # Errors
    /// [`KeyRefused::NotValid`] with the time from and until which it is.
    pub fn valid_at(&self, time: Timestamp) -> Result<(), KeyRefused> {
        if self.certificate.is_valid_at(time) {
            return Ok(());
        }
        Err(KeyRefused::NotValid {
            from: self.certificate.valid_from(),
            until: self.certificate.valid_until(),
        })
    }

    /// The SHA-256 of the certificate.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        self.certificate.fingerprint()
    }

    /// The whole subject of the certificate.
    #[must_use]
    pub fn subject(&self) -> String {
        self.certificate.subject()
    }

    /// The certificate in PEM form, for others to trust.
    #[must_use]
    pub fn certificate_pem(&self) -> String {
        self.certificate.pem()
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Identity({}, {})", self.subject(), self.fingerprint())
    }
}

impl Signer for Identity {
    fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    fn issuers(&self) -> &[Certificate] {
        &self.issuers
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, KeyFault> {
        self.key.sign(message)
    }
}

fn self_signed(
    new: &NewIdentity<'_>,
    key: &p256::ecdsa::SigningKey,
    rng: &mut impl CryptoRngCore,
) -> Result<Certificate, IdentityFault> {
    let mut serial = [0; 16];
    rng.fill_bytes(&mut serial);
    // Positive and of full length, so that no leading byte falls away.
    serial[0] = serial[0] & 0x3F | 0x40;
    let not_before = u64::try_from(new.valid_from.as_second()).map_err(|_| IdentityFault::Time)?;
    let time = |since: Duration| -> Result<Time, IdentityFault> {
        // RFC 5280: two-digit years through 2049.
        const YEAR_2050: u64 = 2_524_608_000;
        if since.as_secs() < YEAR_2050 {
            der::asn1::UtcTime::from_unix_duration(since)
                .map(Time::UtcTime)
                .map_err(|_| IdentityFault::Time)
        } else {
            der::asn1::GeneralizedTime::from_unix_duration(since)
                .map(Time::GeneralTime)
                .map_err(|_| IdentityFault::Time)
        }
    };
    let not_before = Duration::from_secs(not_before);
    let validity = Validity {
        not_before: time(not_before)?,
        not_after: time(not_before + LIFETIME)?,
    };
    let encoding = |error: x509_cert::builder::Error| IdentityFault::Encoding(error.to_string());
    let build = || -> Result<x509_cert::Certificate, x509_cert::builder::Error> {
        let public = SubjectPublicKeyInfoOwned::from_key(*key.verifying_key())?;
        let identifier = SubjectKeyIdentifier::try_from(public.owned_to_ref())?;
        let serial = SerialNumber::new(&serial)?;
        let name = subject(new.name)?;
        let profile = Profile::Manual { issuer: None };
        let mut builder = CertificateBuilder::new(profile, serial, validity, name, public, key)?;
        builder.add_extension(&identifier)?;
        builder.add_extension(&BasicConstraints {
            ca: false,
            path_len_constraint: None,
        })?;
        builder.add_extension(&KeyUsage(
            KeyUsages::DigitalSignature | KeyUsages::NonRepudiation,
        ))?;
        builder.build::<p256::ecdsa::DerSignature>()
    };
    if new.name.trim().is_empty()
        || new.name.chars().count() > 64
        || new.name.chars().any(char::is_control)
    {
        return Err(IdentityFault::Name);
    }
    let built = build().map_err(encoding)?;
    let der = built
        .to_der()
        .map_err(|error| IdentityFault::Encoding(error.to_string()))?;
    Certificate::from_der(&der).map_err(|error| IdentityFault::Encoding(error.to_string()))
}

/// A subject of one common name. Built from parts: the text form of names has characters with a meaning of their own.
fn subject(name: &str) -> der::Result<Name> {
    use der::{Any, Tag, asn1::SetOfVec};
    let value = Any::new(Tag::Utf8String, name.as_bytes())?;
    let part = x509_cert::attr::AttributeTypeAndValue {
        oid: der::oid::db::rfc4519::CN,
        value,
    };
    Ok(RdnSequence(vec![RelativeDistinguishedName(
        SetOfVec::try_from(vec![part])?,
    )]))
}
