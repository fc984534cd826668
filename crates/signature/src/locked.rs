//! Words locked under a personal code: what a member votes stays shut until they open it themselves.
//!
//! A code is short, so guessing is made dear: scrypt turns it into a key, and AES-256-CBC locks the words (PBES2, RFC 8018, in
//! the ASN.1 form of RFC 5208, as hexadecimal). That keeps a look into the file, an export or another program out. It does not keep
//! out somebody who has the file, a computer and the patience to try every code of four digits. Whether the words that come out
//! are those that went in is for the caller to check: here a wrong code mostly, not always, fails.

use der::{Decode, Encode, Sequence, asn1::OctetString};
use pkcs5::{pbes2, scrypt};
use rand_core::CryptoRngCore;
use x509_cert::spki::AlgorithmIdentifierOwned;
use zeroize::Zeroizing;

/// What one guess costs: 32 MiB and about a tenth of a second.
const LOG_N: u8 = 15;
const R: u32 = 8;
const P: u32 = 1;
/// Words are filled up to a multiple of this, so that their length tells nothing.
const BLOCK: usize = 512;
/// Nothing longer was locked here.
const LONGEST: usize = 1 << 20;

/// Words that were locked.
#[derive(Sequence)]
struct Locked {
    algorithm: AlgorithmIdentifierOwned,
    words: OctetString,
}

/// Why words were not locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the words could not be locked")]
pub struct NotLocked;

/// Why words were not unlocked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotUnlocked {
    /// Not something that was locked here.
    #[error("these are no locked words")]
    NotLockedHere,
    /// Another code.
    #[error("the code is wrong")]
    WrongCode,
}

/// Locks words under a code.
///
/// # Errors
/// When the words hold a zero byte or are too long.
pub fn lock(words: &str, code: &str, rng: &mut impl CryptoRngCore) -> Result<String, NotLocked> {
    if words.len() > LONGEST || words.contains('\0') {
        return Err(NotLocked);
    }
    let (mut salt, mut iv) = ([0_u8; 16], [0_u8; 16]);
    rng.fill_bytes(&mut salt);
    rng.fill_bytes(&mut iv);
    let mut filled = Zeroizing::new(words.as_bytes().to_vec());
    filled.resize(words.len().next_multiple_of(BLOCK), 0);
    let cost = scrypt::Params::new(LOG_N, R, P, 32).map_err(|_| NotLocked)?;
    let parameters =
        pbes2::Parameters::scrypt_aes256cbc(cost, &salt, &iv).map_err(|_| NotLocked)?;
    let encrypted = parameters.encrypt(code, &filled).map_err(|_| NotLocked)?;
    let algorithm = pkcs5::EncryptionScheme::from(parameters)
        .to_der()
        .and_then(|der| AlgorithmIdentifierOwned::from_der(&der));
    let locked = Locked {
        algorithm: algorithm.map_err(|_| NotLocked)?,
        words: OctetString::new(encrypted).map_err(|_| NotLocked)?,
    };
    Ok(hex::encode(locked.to_der().map_err(|_| NotLocked)?))
}

/// Unlocks words.
///
/// # Errors
/// When they were not locked here, or under another code.
pub fn unlock(locked: &str, code: &str) -> Result<String, NotUnlocked> {
    let not_ours = |_| NotUnlocked::NotLockedHere;
    if locked.len() > 4 * LONGEST {
        return Err(NotUnlocked::NotLockedHere);
    }
    let der = hex::decode(locked).map_err(|_| NotUnlocked::NotLockedHere)?;
    let locked = Locked::from_der(&der).map_err(not_ours)?;
    let algorithm = locked.algorithm.to_der().map_err(not_ours)?;
    let scheme = pkcs5::EncryptionScheme::from_der(&algorithm).map_err(not_ours)?;
    let parameters = scheme.pbes2().ok_or(NotUnlocked::NotLockedHere)?;
    // A file decides nothing about what it costs to read it.
    let priced = parameters.kdf.scrypt().is_some_and(|cost| {
        (cost.cost_parameter, cost.block_size, cost.parallelization) == (1 << LOG_N, 8, 1)
    });
    if !priced {
        return Err(NotUnlocked::NotLockedHere);
    }
    let words = parameters.decrypt(code, locked.words.as_bytes());
    let words = Zeroizing::new(words.map_err(|_| NotUnlocked::WrongCode)?);
    let text = std::str::from_utf8(&words).map_err(|_| NotUnlocked::WrongCode)?;
    Ok(text.trim_end_matches('\0').to_owned())
}

#[cfg(test)]
mod tests {
    use rand_core::SeedableRng;

    use super::*;

    fn locked(words: &str) -> String {
        let mut rng = rand_chacha::ChaCha20Rng::seed_from_u64(7);
        lock(words, "4711", &mut rng).unwrap()
    }

    #[test]
    fn words_come_out_under_the_code_that_locked_them_and_no_other() {
        let locked = locked("niveau 3, want geen enkele test");
        assert_eq!(
            unlock(&locked, "4711").unwrap(),
            "niveau 3, want geen enkele test"
        );
        let other = unlock(&locked, "4712");
        assert!(!matches!(other, Ok(text) if text.contains("niveau")));
    }

    #[test]
    fn neither_words_nor_their_length_show() {
        let (short, long) = (locked("ja"), locked("gedeeltelijk, met veel uitleg"));
        assert_eq!(short.len(), long.len());
        assert!(!long.contains(&hex::encode("gedeeltelijk")));
    }

    #[test]
    fn a_file_that_asks_for_a_dear_key_is_refused_before_it_costs_anything() {
        let parameters = pbes2::Parameters::scrypt_aes256cbc(
            scrypt::Params::new(30, 8, 1, 32).unwrap(),
            &[1; 16],
            &[2; 16],
        )
        .unwrap();
        let algorithm = pkcs5::EncryptionScheme::from(parameters).to_der().unwrap();
        let dear = Locked {
            algorithm: AlgorithmIdentifierOwned::from_der(&algorithm).unwrap(),
            words: OctetString::new([0; 16]).unwrap(),
        };
        let dear = hex::encode(dear.to_der().unwrap());
        for refused in [dear.as_str(), "", "zz", "3000"] {
            assert_eq!(unlock(refused, "4711"), Err(NotUnlocked::NotLockedHere));
        }
    }
}
