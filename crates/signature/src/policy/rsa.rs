//! RSA, as far as a public key goes: which keys count, and the two paddings.
//!
//! Nothing here touches a private key, so that the timing advisory of the `rsa` crate (RUSTSEC-2023-0071) does not apply.

use ::rsa::{
    BigUint, Pkcs1v15Sign, Pss, RsaPublicKey, pkcs1::RsaPssParams, traits::PublicKeyParts,
};
use der::{
    Any, Encode, Sequence,
    asn1::{AnyRef, UintRef},
};
use sha2::{Sha256, Sha384, Sha512};
use x509_cert::spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};

use super::{Hash, NotAllowed, RSA_PSS, RSA_SHA_256, RSA_SHA_384, RSA_SHA_512};

/// Smaller keys are too weak.
const SMALLEST: usize = 3072;
/// Larger keys only cost time.
const LARGEST: usize = 8192;

/// RFC 8017, appendix A.1.1.
#[derive(Sequence)]
struct Numbers<'a> {
    modulus: UintRef<'a>,
    exponent: UintRef<'a>,
}

/// Reads a key of an allowed size. A key that is bound to PSS may not restrict it further.
pub(super) fn read_key(info: &SubjectPublicKeyInfoOwned) -> Result<RsaPublicKey, NotAllowed> {
    let refused = |what: &str| NotAllowed(format!("{} {what}", info.algorithm.oid));
    let parameters = info.algorithm.parameters.as_ref().map(AnyRef::from);
    match parameters {
        None => {}
        Some(null) if null == AnyRef::NULL && info.algorithm.oid != RSA_PSS => {}
        Some(_) => return Err(refused("with parameters")),
    }
    let bytes = info.subject_public_key.as_bytes();
    let numbers = bytes.and_then(|bytes| <Numbers<'_> as der::Decode<'_>>::from_der(bytes).ok());
    let numbers = numbers.ok_or_else(|| refused("malformed"))?;
    let key = RsaPublicKey::new_with_max_size(
        BigUint::from_bytes_be(numbers.modulus.as_bytes()),
        BigUint::from_bytes_be(numbers.exponent.as_bytes()),
        LARGEST,
    );
    let key = key.map_err(|_| refused("malformed"))?;
    match key.n().bits() {
        bits if bits < SMALLEST => Err(refused(&format!("of {bits} bits"))),
        _ => Ok(key),
    }
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

    pub(super) fn verify(self, key: &RsaPublicKey, message: &[u8], signature: &[u8]) -> bool {
        let (Self::Pss(hash) | Self::Older(hash)) = self;
        let digest = hash.of(&[message]);
        let verified = match self {
            Self::Pss(Hash::Sha256) => {
                key.verify(Pss::new_with_salt::<Sha256>(32), &digest, signature)
            }
            Self::Pss(Hash::Sha384) => {
                key.verify(Pss::new_with_salt::<Sha384>(48), &digest, signature)
            }
            Self::Pss(Hash::Sha512) => {
                key.verify(Pss::new_with_salt::<Sha512>(64), &digest, signature)
            }
            Self::Older(Hash::Sha256) => {
                key.verify(Pkcs1v15Sign::new::<Sha256>(), &digest, signature)
            }
            Self::Older(Hash::Sha384) => {
                key.verify(Pkcs1v15Sign::new::<Sha384>(), &digest, signature)
            }
            Self::Older(Hash::Sha512) => {
                key.verify(Pkcs1v15Sign::new::<Sha512>(), &digest, signature)
            }
        };
        verified.is_ok()
    }
}

/// The algorithm with which this program signs where the key is RSA.
pub(crate) fn pss_with_sha_256() -> der::Result<AlgorithmIdentifierOwned> {
    let length = u8::try_from(Hash::Sha256.length())?;
    Ok(AlgorithmIdentifierOwned {
        oid: RSA_PSS,
        parameters: Some(Any::encode_from(&RsaPssParams::new::<Sha256>(length))?),
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
