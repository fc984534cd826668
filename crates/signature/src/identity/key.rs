//! Private keys as they stand in a file (PKCS#8), and signing with them.

use der::Decode;
use ecdsa::signature::Signer as _;
use pkcs1::RsaPrivateKey;
use pkcs8::{DecodePrivateKey, PrivateKeyInfo};
use rsa::BoxedUint;

use super::KeyRefused;
use crate::{
    policy::{self, PublicKey},
    signer::KeyFault,
};

/// A private key that this program signs with. Each kind wipes itself from memory when it is dropped.
pub(super) enum Key {
    P256(p256::ecdsa::SigningKey),
    P384(p384::ecdsa::SigningKey),
    /// Blinded at each use: the duration of a signature tells nothing about the key.
    Rsa(Box<rsa::PrivateKey>),
}

impl Key {
    pub(super) fn read(pkcs8: &[u8]) -> Result<Self, KeyRefused> {
        if let Ok(key) = p256::ecdsa::SigningKey::from_pkcs8_der(pkcs8) {
            return Ok(Self::P256(key));
        }
        if let Ok(key) = p384::ecdsa::SigningKey::from_pkcs8_der(pkcs8) {
            return Ok(Self::P384(key));
        }
        let info = PrivateKeyInfo::from_der(pkcs8).map_err(|_| KeyRefused::NotAKeyFile)?;
        match info.algorithm.oid {
            policy::RSA_KEY | policy::RSA_PSS => read_rsa(&info),
            other => {
                let curve = info.algorithm.parameters_oid().unwrap_or(other);
                Err(KeyRefused::KindUnsupported(curve.to_string()))
            }
        }
    }

    pub(super) fn public(&self) -> PublicKey {
        match self {
            Self::P256(key) => PublicKey::P256(*key.verifying_key()),
            Self::P384(key) => PublicKey::P384(*key.verifying_key()),
            Self::Rsa(key) => PublicKey::Rsa(key.to_public_key()),
        }
    }

    /// The signature as it stands in a message. RSA draws its salt, and what it blinds itself with, from the system.
    pub(super) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, KeyFault> {
        let fault = |error: &dyn std::fmt::Display| KeyFault::Other(error.to_string());
        match self {
            Self::P256(key) => {
                let signature: p256::ecdsa::DerSignature =
                    key.try_sign(message).map_err(|error| fault(&error))?;
                Ok(signature.as_bytes().to_vec())
            }
            Self::P384(key) => {
                let signature: p384::ecdsa::DerSignature =
                    key.try_sign(message).map_err(|error| fault(&error))?;
                Ok(signature.as_bytes().to_vec())
            }
            Self::Rsa(key) => key
                .pss_sign::<rsa::sha2::Sha256>(message)
                .map_err(|error| fault(&error)),
        }
    }
}

fn read_rsa(info: &PrivateKeyInfo<'_>) -> Result<Key, KeyRefused> {
    let numbers = RsaPrivateKey::from_der(info.private_key).map_err(|_| KeyRefused::NotAKeyFile)?;
    let bits = policy::bit_length(numbers.modulus.as_bytes());
    if bits < *policy::RSA_SIZES.start() {
        return Err(KeyRefused::RsaTooShort { bits });
    }
    if bits > *policy::RSA_SIZES.end() || numbers.other_prime_infos.is_some() {
        return Err(KeyRefused::KindUnsupported(format!(
            "{} of {bits} bits",
            info.algorithm.oid
        )));
    }
    // The width of a secret number follows from the modulus, never from its own value.
    let width = u32::try_from(bits).map_err(|_| KeyRefused::NotAKeyFile)?;
    let secret = |number: der::asn1::UintRef<'_>, width| {
        BoxedUint::from_be_slice(number.as_bytes(), width).map_err(|_| KeyRefused::NotAKeyFile)
    };
    let half = width.div_ceil(2);
    let key = rsa::PrivateKey::from_components(
        BoxedUint::from_be_slice_vartime(numbers.modulus.as_bytes()),
        BoxedUint::from_be_slice_vartime(numbers.public_exponent.as_bytes()),
        secret(numbers.private_exponent, width)?,
        vec![secret(numbers.prime1, half)?, secret(numbers.prime2, half)?],
    );
    // Numbers that do not belong together would give the key away with the first signature.
    key.map(|key| Key::Rsa(Box::new(key)))
        .map_err(|_| KeyRefused::NotAKeyFile)
}
