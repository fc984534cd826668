//! Public keys of the kinds that the policy knows, and the one place where signatures are verified with them.

use der::Decode;
use ecdsa::signature::hazmat::PrehashVerifier;
use x509_cert::spki::{AlgorithmIdentifierOwned, ObjectIdentifier, SubjectPublicKeyInfoOwned};

use super::{
    CURVE_P256, CURVE_P384, EC_KEY, ECDSA_SHA_256, ECDSA_SHA_384, ECDSA_SHA_512, Hash, NotAllowed,
    RSA_KEY, RSA_PSS, RSA_SHA_256, RSA_SHA_384, RSA_SHA_512, Refusal, rsa,
};

/// A public key of a kind that the policy knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PublicKey {
    P256(p256::ecdsa::VerifyingKey),
    P384(p384::ecdsa::VerifyingKey),
    Rsa(::rsa::PublicKey),
}

impl PublicKey {
    /// The curve, or RSA.
    pub(crate) fn algorithm(&self) -> ObjectIdentifier {
        match self {
            Self::P256(_) => CURVE_P256,
            Self::P384(_) => CURVE_P384,
            Self::Rsa(_) => RSA_KEY,
        }
    }

    pub(crate) fn read(info: &SubjectPublicKeyInfoOwned) -> Result<Self, NotAllowed> {
        let not_allowed = |oid: ObjectIdentifier| NotAllowed(oid.to_string());
        match info.algorithm.oid {
            EC_KEY => {}
            RSA_KEY | RSA_PSS => return rsa::read_key(info).map(Self::Rsa),
            other => return Err(not_allowed(other)),
        }
        let curve = info
            .algorithm
            .parameters
            .as_ref()
            .and_then(|parameters| parameters.decode_as().ok());
        let curve: ObjectIdentifier = curve.ok_or_else(|| not_allowed(EC_KEY))?;
        let point = info
            .subject_public_key
            .as_bytes()
            .ok_or_else(|| not_allowed(curve))?;
        match curve {
            CURVE_P256 => p256::ecdsa::VerifyingKey::from_sec1_bytes(point)
                .map(Self::P256)
                .ok(),
            CURVE_P384 => p384::ecdsa::VerifyingKey::from_sec1_bytes(point)
                .map(Self::P384)
                .ok(),
            _ => None,
        }
        .ok_or_else(|| not_allowed(curve))
    }
}

/// Verifies a signature over `message`.
pub(crate) fn verify(
    key: &PublicKey,
    algorithm: &AlgorithmIdentifierOwned,
    message: &[u8],
    signature: &[u8],
) -> Result<(), Refusal> {
    let ecdsa = |hash: Hash| match (key, &algorithm.parameters) {
        (PublicKey::P256(key), None) => {
            let signature = p256::ecdsa::DerSignature::from_der(signature);
            Ok(signature.is_ok_and(|one| key.verify_prehash(&hash.of(&[message]), &one).is_ok()))
        }
        (PublicKey::P384(key), None) => {
            let signature = p384::ecdsa::DerSignature::from_der(signature);
            Ok(signature.is_ok_and(|one| key.verify_prehash(&hash.of(&[message]), &one).is_ok()))
        }
        (PublicKey::Rsa(_), None) => Ok(false),
        (_, Some(_)) => Err(NotAllowed(format!("{} with parameters", algorithm.oid))),
    };
    let right = match (algorithm.oid, key) {
        (ECDSA_SHA_256, _) => ecdsa(Hash::Sha256)?,
        (ECDSA_SHA_384, _) => ecdsa(Hash::Sha384)?,
        (ECDSA_SHA_512, _) => ecdsa(Hash::Sha512)?,
        (RSA_PSS | RSA_SHA_256 | RSA_SHA_384 | RSA_SHA_512, PublicKey::Rsa(key)) => {
            rsa::Padding::named(algorithm)?.verify(key, message, signature)
        }
        (RSA_PSS | RSA_SHA_256 | RSA_SHA_384 | RSA_SHA_512, _) => false,
        (other, _) => return Err(Refusal::NotAllowed(other.to_string())),
    };
    if right { Ok(()) } else { Err(Refusal::Wrong) }
}
