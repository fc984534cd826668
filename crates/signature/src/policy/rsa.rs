//! RSA, as far as a public key goes: which keys count, and the two paddings.

use std::ops::RangeInclusive;

use ::rsa::{
    BoxedUint, PublicKey,
    sha2::{Sha256, Sha384, Sha512},
};
use der::{Any, Decode, Encode, asn1::AnyRef};
use pkcs1::{RsaPssParams, RsaPublicKey};
use x509_cert::spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};

use super::{Hash, NotAllowed, RSA_KEY, RSA_PSS, RSA_SHA_256, RSA_SHA_384, RSA_SHA_512};

/// How many bits a key may have: smaller ones are too weak, larger ones only cost time.
pub(crate) const RSA_SIZES: RangeInclusive<usize> = 3072..=8192;

/// Reads a key of an allowed size. A key that is bound to PSS may not restrict it further.
pub(super) fn read_key(info: &SubjectPublicKeyInfoOwned) -> Result<PublicKey, NotAllowed> {
    let refused = |what: &str| NotAllowed(format!("{} {what}", info.algorithm.oid));
    let parameters = info.algorithm.parameters.as_ref().map(AnyRef::from);
    match parameters {
        None => {}
        Some(null) if null == AnyRef::NULL && info.algorithm.oid != RSA_PSS => {}
        Some(_) => return Err(refused("with parameters")),
    }
    let bytes = info.subject_public_key.as_bytes();
    let numbers = bytes.and_then(|bytes| RsaPublicKey::from_der(bytes).ok());
    let numbers = numbers.ok_or_else(|| refused("malformed"))?;
    let bits = bit_length(numbers.modulus.as_bytes());
    if !RSA_SIZES.contains(&bits) {
        return Err(refused(&format!("of {bits} bits")));
    }
    PublicKey::new_with_size_limits(
        BoxedUint::from_be_slice_vartime(numbers.modulus.as_bytes()),
        BoxedUint::from_be_slice_vartime(numbers.public_exponent.as_bytes()),
        RSA_SIZES,
    )
    .map_err(|_| refused("malformed"))
}

/// How many bits an RSA key has, whether it counts or not; nothing for a key of another kind.
pub(crate) fn bits(info: &SubjectPublicKeyInfoOwned) -> Option<usize> {
    if !matches!(info.algorithm.oid, RSA_KEY | RSA_PSS) {
        return None;
    }
    let numbers = RsaPublicKey::from_der(info.subject_public_key.as_bytes()?).ok()?;
    Some(bit_length(numbers.modulus.as_bytes()))
}

/// How many bits a number has that is written without leading zero bytes.
pub(crate) fn bit_length(number: &[u8]) -> usize {
    let first = number.first().map_or(0, |first| first.leading_zeros());
    (number.len() * 8).saturating_sub(usize::try_from(first).unwrap_or(0))
}

/// How a message is laid out before RSA is applied to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Padding {
    Pss(Hash),
    Older(Hash),
}

impl Padding {
    /// The padding that an algorithm identifier names. PSS has one hash function throughout, and a salt as long as its result.
    pub(super) fn named(algorithm: &AlgorithmIdentifierOwned) -> Result<Self, NotAllowed> {
        let refused = || NotAllowed(format!("{} with parameters", algorithm.oid));
        let older = |hash| match algorithm.parameters.as_ref().map(AnyRef::from) {
            None => Ok(Self::Older(hash)),
            Some(null) if null == AnyRef::NULL => Ok(Self::Older(hash)),
            Some(_) => Err(refused()),
        };
        match algorithm.oid {
            RSA_PSS => pss_hash(algorithm).map(Self::Pss).ok_or_else(refused),
            RSA_SHA_256 => older(Hash::Sha256),
            RSA_SHA_384 => older(Hash::Sha384),
            RSA_SHA_512 => older(Hash::Sha512),
            other => Err(NotAllowed(other.to_string())),
        }
    }

    pub(super) fn verify(self, key: &PublicKey, message: &[u8], signature: &[u8]) -> bool {
        let (Self::Pss(hash) | Self::Older(hash)) = self;
        let digest = hash.of(&[message]);
        let verified = match self {
            Self::Pss(Hash::Sha256) => key.pss_verify_prehash::<Sha256>(&digest, signature),
            Self::Pss(Hash::Sha384) => key.pss_verify_prehash::<Sha384>(&digest, signature),
            Self::Pss(Hash::Sha512) => key.pss_verify_prehash::<Sha512>(&digest, signature),
            Self::Older(Hash::Sha256) => key.pkcs1v15_verify_prehash::<Sha256>(&digest, signature),
            Self::Older(Hash::Sha384) => key.pkcs1v15_verify_prehash::<Sha384>(&digest, signature),
            Self::Older(Hash::Sha512) => key.pkcs1v15_verify_prehash::<Sha512>(&digest, signature),
        };
        verified.is_ok()
    }
}

/// The algorithm with which this program signs where the key is RSA.
pub(crate) fn pss_with_sha_256() -> der::Result<AlgorithmIdentifierOwned> {
    let length = u8::try_from(Hash::Sha256.length())?;
    Ok(AlgorithmIdentifierOwned {
        oid: RSA_PSS,
        parameters: Some(Any::encode_from(&RsaPssParams::new::<sha2::Sha256>(
            length,
        ))?),
    })
}

fn pss_hash(algorithm: &AlgorithmIdentifierOwned) -> Option<Hash> {
    let der = algorithm.parameters.as_ref()?.to_der().ok()?;
    let parameters = RsaPssParams::try_from(der.as_slice()).ok()?;
    let owned = |oid| AlgorithmIdentifierOwned {
        oid,
        parameters: None,
    };
    let plain = |parameters: Option<AnyRef<'_>>| parameters.is_none_or(|one| one == AnyRef::NULL);
    let hash = Hash::named(&owned(parameters.hash.oid)).ok()?;
    let mask = parameters.mask_gen.parameters?;
    let consistent = parameters.mask_gen.oid == MASK_1
        && mask.oid == parameters.hash.oid
        && plain(mask.parameters)
        && plain(parameters.hash.parameters)
        && usize::from(parameters.salt_len) == hash.length();
    consistent.then_some(hash)
}

/// The mask generation function of RFC 8017.
const MASK_1: x509_cert::spki::ObjectIdentifier =
    x509_cert::spki::ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.8");
