//! Which algorithms count, and until when.
//!
//! The table follows the ETSI ESI Cryptographic Suites, edition 1.5.1 of 2024-10-13 (ETSI TS 119 312 V1.5.1, in the machine-readable
//! form that the European Commission's DSS validates with). That edition recommends every row here and gives none an end. RSA is
//! left out: the Rust implementation has an open timing advisory (RUSTSEC-2023-0071), and nothing that this program makes needs it.

use der::{Decode, asn1::AnyRef};
use ecdsa::signature::hazmat::PrehashVerifier;
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use sha2::{Digest, Sha256, Sha384, Sha512};
use x509_cert::spki::{AlgorithmIdentifierOwned, ObjectIdentifier, SubjectPublicKeyInfoOwned};

/// SHA-256.
pub(crate) const SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
/// SHA-384.
pub(crate) const SHA_384: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.2");
/// SHA-512.
pub(crate) const SHA_512: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.3");
/// ECDSA with SHA-256.
pub(crate) const ECDSA_SHA_256: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");
/// ECDSA with SHA-384.
pub(crate) const ECDSA_SHA_384: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.3");
/// ECDSA with SHA-512.
pub(crate) const ECDSA_SHA_512: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.4");

const EC_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const CURVE_P256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7");
const CURVE_P384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.132.0.34");

/// One algorithm that counts.
struct Row {
    algorithm: ObjectIdentifier,
    /// The first day on which it counts no more.
    end: Option<Date>,
}

const TABLE: [Row; 8] = [
    Row {
        algorithm: SHA_256,
        end: None,
    },
    Row {
        algorithm: SHA_384,
        end: None,
    },
    Row {
        algorithm: SHA_512,
        end: None,
    },
    Row {
        algorithm: ECDSA_SHA_256,
        end: None,
    },
    Row {
        algorithm: ECDSA_SHA_384,
        end: None,
    },
    Row {
        algorithm: ECDSA_SHA_512,
        end: None,
    },
    Row {
        algorithm: CURVE_P256,
        end: None,
    },
    Row {
        algorithm: CURVE_P384,
        end: None,
    },
];

/// Whether an algorithm counts at a time.
pub(crate) fn check(algorithm: ObjectIdentifier, at: Timestamp) -> Result<(), NotAllowed> {
    check_in(&TABLE, algorithm, at)
}

fn check_in(table: &[Row], algorithm: ObjectIdentifier, at: Timestamp) -> Result<(), NotAllowed> {
    let day = at.to_zoned(TimeZone::UTC).date();
    let row = table.iter().find(|row| row.algorithm == algorithm);
    match row {
        Some(row) if row.end.is_none_or(|end| day < end) => Ok(()),
        _ => Err(NotAllowed(algorithm.to_string())),
    }
}

/// A hash function of the policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hash {
    Sha256,
    Sha384,
    Sha512,
}

impl Hash {
    pub(crate) fn of(self, parts: &[&[u8]]) -> Vec<u8> {
        fn digest<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
            parts
                .iter()
                .fold(D::new(), |digest, part| digest.chain_update(part))
                .finalize()
                .to_vec()
        }
        match self {
            Self::Sha256 => digest::<Sha256>(parts),
            Self::Sha384 => digest::<Sha384>(parts),
            Self::Sha512 => digest::<Sha512>(parts),
        }
    }

    /// The hash function that an algorithm identifier names; parameters are absent or NULL.
    pub(crate) fn named(algorithm: &AlgorithmIdentifierOwned) -> Result<Self, NotAllowed> {
        let plain = algorithm
            .parameters
            .as_ref()
            .is_none_or(|parameters| AnyRef::from(parameters) == AnyRef::NULL);
        match algorithm.oid {
            SHA_256 if plain => Ok(Self::Sha256),
            SHA_384 if plain => Ok(Self::Sha384),
            SHA_512 if plain => Ok(Self::Sha512),
            other => Err(NotAllowed(other.to_string())),
        }
    }
}

/// An algorithm, a curve or a key that the policy does not know; the text is its object identifier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NotAllowed(pub(crate) String);

/// Why a signature does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    NotAllowed(String),
    Wrong,
}

impl From<NotAllowed> for Refusal {
    fn from(NotAllowed(text): NotAllowed) -> Self {
        Self::NotAllowed(text)
    }
}

/// A public key of a kind that the policy knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PublicKey {
    P256(p256::ecdsa::VerifyingKey),
    P384(p384::ecdsa::VerifyingKey),
}

impl PublicKey {
    /// The curve.
    pub(crate) fn algorithm(&self) -> ObjectIdentifier {
        match self {
            Self::P256(_) => CURVE_P256,
            Self::P384(_) => CURVE_P384,
        }
    }

    pub(crate) fn read(info: &SubjectPublicKeyInfoOwned) -> Result<Self, NotAllowed> {
        let not_allowed = |oid: ObjectIdentifier| NotAllowed(oid.to_string());
        if info.algorithm.oid != EC_KEY {
            return Err(not_allowed(info.algorithm.oid));
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
    let hash = match algorithm.oid {
        ECDSA_SHA_256 => Hash::Sha256,
        ECDSA_SHA_384 => Hash::Sha384,
        ECDSA_SHA_512 => Hash::Sha512,
        other => return Err(Refusal::NotAllowed(other.to_string())),
    };
    if algorithm.parameters.is_some() {
        return Err(Refusal::NotAllowed(format!(
            "{} with parameters",
            algorithm.oid
        )));
    }
    let digest = hash.of(&[message]);
    let right = match key {
        PublicKey::P256(key) => p256::ecdsa::DerSignature::from_der(signature)
            .is_ok_and(|signature| key.verify_prehash(&digest, &signature).is_ok()),
        PublicKey::P384(key) => p384::ecdsa::DerSignature::from_der(signature)
            .is_ok_and(|signature| key.verify_prehash(&digest, &signature).is_ok()),
    };
    if right { Ok(()) } else { Err(Refusal::Wrong) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_algorithm_counts_until_the_day_before_its_end() {
        let table = [Row {
            algorithm: SHA_256,
            end: Some(jiff::civil::date(2029, 1, 1)),
        }];
        let check = |time: &str| check_in(&table, SHA_256, time.parse().unwrap());
        assert_eq!(check("2028-12-31T23:59:59Z"), Ok(()));
        assert_eq!(
            check("2029-01-01T00:00:00Z"),
            Err(NotAllowed(SHA_256.to_string()))
        );
        assert!(check_in(&table, SHA_384, Timestamp::UNIX_EPOCH).is_err());
    }
}
