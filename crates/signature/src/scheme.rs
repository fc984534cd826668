//! How the key of a certificate signs, for whoever keeps that key elsewhere and has to know.

use std::fmt;

use x509_cert::spki::AlgorithmIdentifierOwned;

use crate::{
    certificate::Certificate,
    identity::KeyRefused,
    policy::{self, Hash, PublicKey},
    signer::KeyFault,
};

/// How a key signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Scheme {
    /// ECDSA on P-256 with SHA-256.
    EcdsaSha256,
    /// ECDSA on P-384 with SHA-384.
    EcdsaSha384,
    /// RSA with PSS: SHA-256 throughout, and a salt of 32 bytes.
    PssSha256,
}

impl Scheme {
    /// The hash of a message, which is what is signed.
    #[must_use]
    pub fn digest(self, message: &[u8]) -> Vec<u8> {
        self.hash().of(&[message])
    }

    /// A signature as tokens give it, in the form in which [`Signer::sign`] answers. For ECDSA, tokens give two numbers of the same
    /// length one after the other.
    ///
    /// # Errors
    /// When it is no such signature.
    pub fn encode(self, raw: Vec<u8>) -> Result<Vec<u8>, KeyFault> {
        let malformed = |_| KeyFault::Other("a signature of another form".to_owned());
        match self {
            Self::EcdsaSha256 => p256::ecdsa::Signature::from_slice(&raw)
                .map(|signature| signature.to_der().as_bytes().to_vec())
                .map_err(malformed),
            Self::EcdsaSha384 => p384::ecdsa::Signature::from_slice(&raw)
                .map(|signature| signature.to_der().as_bytes().to_vec())
                .map_err(malformed),
            Self::PssSha256 => Ok(raw),
        }
    }

    pub(crate) fn hash(self) -> Hash {
        match self {
            Self::EcdsaSha256 | Self::PssSha256 => Hash::Sha256,
            Self::EcdsaSha384 => Hash::Sha384,
        }
    }

    /// The algorithm as a message names it.
    pub(crate) fn algorithm(self) -> der::Result<AlgorithmIdentifierOwned> {
        let plain = |oid| AlgorithmIdentifierOwned {
            oid,
            parameters: None,
        };
        match self {
            Self::EcdsaSha256 => Ok(plain(policy::ECDSA_SHA_256)),
            Self::EcdsaSha384 => Ok(plain(policy::ECDSA_SHA_384)),
            Self::PssSha256 => policy::pss_with_sha_256(),
        }
    }
}

impl fmt::Display for Scheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::EcdsaSha256 => "ECDSA, P-256, SHA-256",
            Self::EcdsaSha384 => "ECDSA, P-384, SHA-384",
            Self::PssSha256 => "RSA-PSS, SHA-256",
        })
    }
}

impl Certificate {
    /// How its key signs.
    ///
    /// # Errors
    /// When this program does not sign with a key of this kind or size.
    pub fn scheme(&self) -> Result<Scheme, KeyRefused> {
        match self.public_key() {
            Ok(PublicKey::P256(_)) => Ok(Scheme::EcdsaSha256),
            Ok(PublicKey::P384(_)) => Ok(Scheme::EcdsaSha384),
            Ok(PublicKey::Rsa(_)) => Ok(Scheme::PssSha256),
            Err(policy::NotAllowed(what)) => Err(match policy::bits(self.key_info()) {
                Some(bits) if bits < *policy::RSA_SIZES.start() => KeyRefused::RsaTooShort { bits },
                _ => KeyRefused::KindUnsupported(what),
            }),
        }
    }

    /// What kind of key it has, in a few characters that are the same in every language.
    #[must_use]
    pub fn kind_of_key(&self) -> String {
        match (self.public_key(), policy::bits(self.key_info())) {
            (Ok(PublicKey::P256(_)), _) => "P-256".to_owned(),
            (Ok(PublicKey::P384(_)), _) => "P-384".to_owned(),
            (_, Some(bits)) => format!("RSA {bits}"),
            (_, None) => self.key_info().algorithm.oid.to_string(),
        }
    }
}
