//! Which algorithms count, and until when.
//!
//! The table follows the ETSI ESI Cryptographic Suites, edition 1.5.1 of 2024-10-13 (ETSI TS 119 312 V1.5.1, in the machine-readable
//! form that the European Commission's DSS validates with). That edition recommends every row here; only RSA in the older padding
//! (PKCS#1 v1.5) ends on 2029-01-01, and no person signs with it here: it counts for authorities and for what they issue.

mod key;
mod rsa;

pub(crate) use key::{PublicKey, verify};
pub(crate) use rsa::{RSA_SIZES, bit_length, bits, pss_with_sha_256};

use der::asn1::AnyRef;
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use sha2::{Digest, Sha256, Sha384, Sha512};
use x509_cert::spki::{AlgorithmIdentifierOwned, ObjectIdentifier};

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

/// RSA with the padding PSS; the hash function is in its parameters.
pub(crate) const RSA_PSS: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.10");
/// An RSA key; as a signature algorithm, RSA with the older padding and the hash function that stands beside it.
pub(crate) const RSA_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
/// RSA with the older padding and SHA-256.
pub(crate) const RSA_SHA_256: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11");
/// RSA with the older padding and SHA-384.
pub(crate) const RSA_SHA_384: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.12");
/// RSA with the older padding and SHA-512.
pub(crate) const RSA_SHA_512: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.13");

const EC_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const CURVE_P256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7");
const CURVE_P384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.132.0.34");

/// One algorithm that counts.
struct Row {
    algorithm: ObjectIdentifier,
    /// The first day on which it counts no more.
    end: Option<Date>,
}

const TABLE: [Row; 13] = [
    always(SHA_256),
    always(SHA_384),
    always(SHA_512),
    always(ECDSA_SHA_256),
    always(ECDSA_SHA_384),
    always(ECDSA_SHA_512),
    always(CURVE_P256),
    always(CURVE_P384),
    // Of 3072 bits at least: smaller keys are not read.
    always(RSA_KEY),
    always(RSA_PSS),
    until_2029(RSA_SHA_256),
    until_2029(RSA_SHA_384),
    until_2029(RSA_SHA_512),
];

const fn always(algorithm: ObjectIdentifier) -> Row {
    Row {
        algorithm,
        end: None,
    }
}

const fn until_2029(algorithm: ObjectIdentifier) -> Row {
    Row {
        algorithm,
        end: Some(jiff::civil::date(2029, 1, 1)),
    }
}

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

    /// Its name in a message.
    pub(crate) fn algorithm(self) -> ObjectIdentifier {
        match self {
            Self::Sha256 => SHA_256,
            Self::Sha384 => SHA_384,
            Self::Sha512 => SHA_512,
        }
    }

    /// How many bytes it gives.
    pub(crate) fn length(self) -> usize {
        match self {
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
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

    #[test]
    fn the_older_padding_of_rsa_counts_until_2029() {
        let at = |time: &str| time.parse().unwrap();
        assert_eq!(check(RSA_SHA_256, at("2028-12-31T23:59:59Z")), Ok(()));
        assert!(check(RSA_SHA_256, at("2029-01-01T00:00:00Z")).is_err());
        assert_eq!(check(RSA_PSS, at("2031-01-01T00:00:00Z")), Ok(()));
    }
}
