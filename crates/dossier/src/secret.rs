//! What opens an encrypted dossier: a passphrase, or the recovery code that was shown
//! when it was chosen.
//!
//! The cipher is SQLCipher's, and so is the way from a passphrase to its key. That way
//! is walked here once for each opening, with the same function, because SQLCipher
//! does not tell the key, and the key is what the recovery code writes out: there is
//! one key, and no second lock that somebody could forget to change.

use std::fmt;
use std::io;
use std::str::FromStr;

use pbkdf2::pbkdf2_hmac;
use sha2::{Digest, Sha256, Sha512};
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, Zeroizing};

use crate::entropy::Entropy;
use crate::error::DossierError;

/// The shortest passphrase that can be chosen, in characters. It is all that protects
/// a file that somebody can try to open as often as they like.
pub const SHORTEST_PASSPHRASE: usize = 15;
/// The longest passphrase that is taken, in bytes: more was not meant as one.
pub const LONGEST_PASSPHRASE: usize = 1024;

/// How often SQLCipher 4 hashes a passphrase.
const ROUNDS: u32 = 256_000;
/// How often a salt is drawn until it looks like one: the first does but for one time in 65,000.
const ATTEMPTS: u32 = 16;
const KEY: usize = 32;
pub(crate) const SALT: usize = 16;
/// How many digits of a recovery code stand together.
const GROUP: usize = 4;
const DIGITS: usize = KEY * 2 + GROUP;
const CODE_DOMAIN: &[u8] = b"verantwoord/recovery-code/1\0";

/// What somebody gives to open an encrypted dossier. It is written over when dropped.
#[derive(Clone)]
pub struct Secret(Kind);

#[derive(Clone)]
enum Kind {
    /// The words that were chosen.
    Passphrase(Zeroizing<String>),
    /// The code that was shown once.
    Code(RecoveryCode),
    /// The key of one dossier, which is open.
    Key(Key),
}

impl Secret {
    /// What `text` is: a recovery code when it looks like one, otherwise a passphrase.
    ///
    /// # Errors
    /// [`DossierError::CodeMistyped`] for what looks like a recovery code and is none.
    pub fn read(text: &str) -> Result<Self, DossierError> {
        match digits_of_code(text) {
            Some(_) => text.parse().map(|code| Secret(Kind::Code(code))),
            None => Ok(Secret::passphrase(text)),
        }
    }

    /// The same letters give the same key, however a keyboard composes their accents.
    fn passphrase(text: &str) -> Self {
        Secret(Kind::Passphrase(Zeroizing::new(text.nfc().collect())))
    }

    /// What opens a dossier that has this key.
    pub(crate) fn of(key: &Key) -> Self {
        Secret(Kind::Key(key.clone()))
    }

    /// The key of the file that begins with `salt`; none when this is for another.
    pub(crate) fn key(&self, salt: [u8; SALT]) -> Option<Key> {
        let mut key = Zeroizing::new([0; KEY]);
        match &self.0 {
            Kind::Passphrase(text) => {
                pbkdf2_hmac::<Sha512>(text.as_bytes(), &salt, ROUNDS, key.as_mut());
            }
            Kind::Code(code) => key.copy_from_slice(code.0.as_ref()),
            Kind::Key(key) => return Some(key.clone()).filter(|key| key.salt == salt),
        }
        Some(Key { key, salt })
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

/// A passphrase for a dossier that is about to be encrypted.
pub struct NewPassphrase(Secret);

impl NewPassphrase {
    /// Takes any text that is long enough: length is what makes it hard to guess.
    ///
    /// # Errors
    /// [`DossierError::PassphraseLength`] when it is too short, or far too long, or
    /// looks like a recovery code and would be taken for one.
    pub fn new(text: &str) -> Result<Self, DossierError> {
        let fits = text.chars().count() >= SHORTEST_PASSPHRASE && text.len() <= LONGEST_PASSPHRASE;
        if !fits || digits_of_code(text).is_some() {
            return Err(DossierError::PassphraseLength {
                shortest: SHORTEST_PASSPHRASE,
                longest: LONGEST_PASSPHRASE,
            });
        }
        Ok(NewPassphrase(Secret::passphrase(text)))
    }

    /// A key that no other file has.
    pub(crate) fn new_key(&self, entropy: &mut dyn Entropy) -> Result<Key, DossierError> {
        for _ in 0..ATTEMPTS {
            let mut salt = [0; SALT];
            entropy.fill(&mut salt).map_err(DossierError::NoEntropy)?;
            if looks_encrypted(&salt)
                && let Some(key) = self.0.key(salt)
            {
                return Ok(key);
            }
        }
        Err(DossierError::NoEntropy(io::Error::other(
            "what was drawn does not look random",
        )))
    }
}

impl fmt::Debug for NewPassphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NewPassphrase(..)")
    }
}

/// The key of a dossier, written so that it can be copied by hand: 16 groups of four
/// hexadecimal digits, and one more that tells a mistake.
#[derive(Clone)]
pub struct RecoveryCode(Zeroizing<[u8; KEY]>);

impl RecoveryCode {
    /// The code as it is shown.
    pub fn to_text(&self) -> Zeroizing<String> {
        let digits = Zeroizing::new(hex::encode(self.0.as_ref()));
        let mut text = Zeroizing::new(String::with_capacity(DIGITS * 2));
        for (number, digit) in digits.chars().chain(self.check().chars()).enumerate() {
            if number > 0 && number % GROUP == 0 {
                text.push('-');
            }
            text.push(digit);
        }
        text
    }

    fn check(&self) -> String {
        let digest = Sha256::new().chain_update(CODE_DOMAIN);
        let mut check = hex::encode(digest.chain_update(self.0.as_ref()).finalize());
        check.truncate(GROUP);
        check
    }
}

impl FromStr for RecoveryCode {
    type Err = DossierError;

    fn from_str(text: &str) -> Result<Self, DossierError> {
        let digits = digits_of_code(text).ok_or(DossierError::CodeMistyped)?;
        let (key, check) = digits
            .split_at_checked(KEY * 2)
            .ok_or(DossierError::CodeMistyped)?;
        let mut code = RecoveryCode(Zeroizing::new([0; KEY]));
        hex::decode_to_slice(key, code.0.as_mut()).map_err(|_| DossierError::CodeMistyped)?;
        if check == code.check() {
            Ok(code)
        } else {
            Err(DossierError::CodeMistyped)
        }
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(..)")
    }
}

/// The digits of what somebody meant as a recovery code: there is nothing else in it,
/// and about as many of them as there should be.
fn digits_of_code(text: &str) -> Option<Zeroizing<String>> {
    let mut digits = Zeroizing::new(String::with_capacity(text.len()));
    for letter in text.chars() {
        match letter {
            '-' | '\u{2013}' => {}
            blank if blank.is_whitespace() => {}
            digit if digit.is_ascii_hexdigit() => digits.push(digit.to_ascii_lowercase()),
            _ => return None,
        }
    }
    let about = DIGITS - 2 * GROUP..=DIGITS + 2 * GROUP;
    about.contains(&digits.len()).then_some(digits)
}

/// A key in the words of SQLCipher: `x'…'`.
pub(crate) type Words = Zeroizing<String>;

/// The key of one dossier with its backups and copies, and the salt with which their
/// files begin. It is written over when dropped.
#[derive(Clone)]
pub(crate) struct Key {
    key: Zeroizing<[u8; KEY]>,
    salt: [u8; SALT],
}

impl Key {
    /// A key with which nothing can be read, but a file's salt can be asked for.
    pub(crate) fn none() -> Words {
        Zeroizing::new(format!("x'{}'", "0".repeat(KEY * 2)))
    }

    /// The key in the words of SQLCipher.
    pub(crate) fn to_pragma(&self) -> Words {
        let mut key = hex::encode(self.key.as_ref());
        let words = Zeroizing::new(format!("x'{key}{}'", hex::encode(self.salt)));
        key.zeroize();
        words
    }

    /// The key without its salt, in hexadecimal digits.
    pub(crate) fn digits(&self) -> Words {
        Zeroizing::new(hex::encode(self.key.as_ref()))
    }

    /// The key that was written in digits, and its salt; none when they are no digits.
    pub(crate) fn from_digits(key: &str, salt: &str) -> Option<Self> {
        let mut read = Key {
            key: Zeroizing::new([0; KEY]),
            salt: [0; SALT],
        };
        hex::decode_to_slice(key, read.key.as_mut()).ok()?;
        hex::decode_to_slice(salt, &mut read.salt).ok()?;
        Some(read)
    }

    pub(crate) fn salt(&self) -> &[u8; SALT] {
        &self.salt
    }

    pub(crate) fn code(&self) -> RecoveryCode {
        RecoveryCode(self.key.clone())
    }

    /// Whether this is what `secret` stands for.
    pub(crate) fn is_of(&self, secret: &Secret) -> bool {
        // One of the two was typed by whoever is sitting here, so there is nobody to
        // learn anything from how long this takes.
        secret.key(self.salt).as_ref() == Some(self)
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        (&self.key, &self.salt) == (&other.key, &other.salt)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(..)")
    }
}

/// Whether what a file begins with can be the salt of an encrypted dossier: it is
/// neither text nor mostly one byte. Salts that do not look so are not used.
pub(crate) fn looks_encrypted(head: &[u8; SALT]) -> bool {
    let distinct: std::collections::BTreeSet<&u8> = head.iter().collect();
    !head.is_ascii() && distinct.len() >= SALT / 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> Key {
        let mut salt = [0; SALT];
        hex::decode_to_slice("000102030405060708090a0b0c0d0eff", &mut salt).unwrap();
        Secret::read("Drie koeien eten gras")
            .unwrap()
            .key(salt)
            .unwrap()
    }

    #[test]
    fn a_recovery_code_is_read_however_it_was_copied() {
        let code = key().code().to_text();
        assert_eq!(code.split('-').count(), 17);
        for text in [
            code.to_string(),
            code.to_uppercase(),
            code.replace('-', " "),
            code.replace('-', ""),
            format!("  {}\n", code.replacen('-', "\n", 8)),
        ] {
            let read = Secret::read(&text).unwrap();
            assert!(key().is_of(&read), "{text}");
        }
    }

    #[test]
    fn a_mistake_in_a_recovery_code_is_found() {
        let code = key().code().to_text();
        for place in 0..code.len() {
            let mut letters: Vec<char> = code.chars().collect();
            match letters[place] {
                '-' => continue,
                'a' => letters[place] = 'b',
                _ => letters[place] = 'a',
            }
            let text: String = letters.into_iter().collect();
            let read = Secret::read(&text);
            assert!(
                text == *code || matches!(read, Err(DossierError::CodeMistyped)),
                "{text}"
            );
        }
        for text in [&code[1..], &format!("{}0", *code), &code[..code.len() - 4]] {
            let read = Secret::read(text);
            assert!(matches!(read, Err(DossierError::CodeMistyped)), "{text}");
        }
    }

    #[test]
    fn any_words_make_a_passphrase_when_there_are_enough() {
        for text in ["vijftien tekens", "aaaaaaaaaaaaaaa", "één ëën ïïn öön"] {
            NewPassphrase::new(text).unwrap();
        }
        for text in [
            "",
            "veertien teken",
            "ééééééé",
            &"x".repeat(LONGEST_PASSPHRASE + 1),
            &key().code().to_text(),
        ] {
            let refused = NewPassphrase::new(text);
            assert!(matches!(
                refused,
                Err(DossierError::PassphraseLength { .. })
            ));
        }
    }

    #[test]
    fn accents_are_the_same_however_they_are_composed() {
        let (one, two) = (
            Secret::read("caf\u{e9} de zwaan"),
            Secret::read("cafe\u{301} de zwaan"),
        );
        assert!(one.unwrap().key([1; SALT]) == two.unwrap().key([1; SALT]));
    }

    #[test]
    fn nothing_secret_is_printed() {
        let secrets = format!("{:?} {:?}", key(), key().code());
        assert_eq!(secrets, "Key(..) RecoveryCode(..)");
        let passphrase = Secret::read("Drie koeien eten gras").unwrap();
        assert_eq!(format!("{passphrase:?}"), "Secret(..)");
    }

    #[test]
    fn text_and_zeros_do_not_look_encrypted() {
        assert!(!looks_encrypted(b"SQLite format 3\0"));
        assert!(!looks_encrypted(b"Geachte commissi"));
        assert!(!looks_encrypted(&[0; SALT]));
        assert!(!looks_encrypted(&[0xff; SALT]));
        assert!(looks_encrypted(key().salt()));
    }
}
