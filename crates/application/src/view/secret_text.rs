//! What only one person knows, on its way from the keyboard to the lock that it opens.

use std::fmt;

use serde::de::{Deserializer, Error, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use ts_rs::{Config, TS};
use zeroize::Zeroizing;

/// The longest that is taken in. What is longer opens nothing.
const LONGEST: usize = 100_000;

/// A passphrase, a recovery code or a personal code: wiped from memory when it is dropped, shown by
/// nothing, and written out by nothing. Whoever needs the words says so with [`reveal`](Self::reveal).
#[derive(Clone, Default, PartialEq, Eq)]
pub struct SecretText(Zeroizing<String>);

impl SecretText {
    /// The words themselves. They are not to be kept anywhere.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Zeroizing<String>> for SecretText {
    fn from(words: Zeroizing<String>) -> Self {
        Self(words)
    }
}

impl From<String> for SecretText {
    fn from(words: String) -> Self {
        Self(Zeroizing::new(words))
    }
}

impl From<&str> for SecretText {
    fn from(words: &str) -> Self {
        Self(Zeroizing::new(words.to_owned()))
    }
}

impl fmt::Debug for SecretText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretText(..)")
    }
}

impl<'de> Deserialize<'de> for SecretText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;
        impl Visitor<'_> for Words {
            type Value = SecretText;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_str<E: Error>(self, words: &str) -> Result<SecretText, E> {
                if words.len() > LONGEST {
                    return Err(E::custom("a text that is too long"));
                }
                Ok(words.into())
            }

            // Whoever made this text of their own gives it away: it is wiped, not copied.
            fn visit_string<E: Error>(self, words: String) -> Result<SecretText, E> {
                let words = SecretText::from(words);
                if words.0.len() > LONGEST {
                    return Err(E::custom("a text that is too long"));
                }
                Ok(words)
            }
        }
        deserializer.deserialize_string(Words)
    }
}

/// A recovery code that a person gets to see, once: the one secret that goes the other way.
#[derive(Clone, PartialEq, Eq)]
pub struct ShownOnce(SecretText);

impl ShownOnce {
    pub(crate) fn new(words: Zeroizing<String>) -> Self {
        Self(words.into())
    }

    /// The words themselves, for showing.
    #[must_use]
    pub fn reveal(&self) -> &str {
        self.0.reveal()
    }
}

impl fmt::Debug for ShownOnce {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ShownOnce(..)")
    }
}

impl Serialize for ShownOnce {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.reveal())
    }
}

/// To the window both are a text like any other.
macro_rules! shown_as_text {
    ($($secret:ty),*) => {$(
        impl TS for $secret {
            type WithoutGenerics = Self;
            type OptionInnerType = Self;

            fn name(config: &Config) -> String {
                String::name(config)
            }

            fn inline(config: &Config) -> String {
                String::inline(config)
            }
        }
    )*};
}

shown_as_text!(SecretText, ShownOnce);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{ChangePassphrase, MemberPin, SignReport};

    const WORDS: &str = "vier losse woorden hier";

    #[test]
    fn nothing_that_is_printed_holds_a_secret() {
        let json = format!(r#"{{"current": "{WORDS}", "new": "{WORDS}"}}"#);
        let change: ChangePassphrase = serde_json::from_str(&json).unwrap();
        assert_eq!(change.current.reveal(), WORDS);
        let pin = MemberPin {
            member: "Zoë".to_owned(),
            pin: WORDS.into(),
        };
        let sign: SignReport = serde_json::from_str(&format!(
            r#"{{"report": "a", "name": "Zoë", "position": null, "reason": "", "identity": "b",
                 "passphrase": "{WORDS}", "to": "c"}}"#
        ))
        .unwrap();
        let shown = ShownOnce::new(Zeroizing::new(WORDS.to_owned()));
        for printed in [
            format!("{change:?}"),
            format!("{pin:#?}"),
            format!("{sign:?}"),
            format!("{shown:?}"),
        ] {
            assert!(!printed.contains("woorden"), "{printed}");
        }
        assert!(format!("{sign:?}").contains("Zoë"));
    }

    #[test]
    fn what_is_refused_does_not_stand_in_the_complaint() {
        let wrong = format!(r#"{{"current": "{WORDS}", "new": ["{WORDS}"]}}"#);
        let complaint = serde_json::from_str::<ChangePassphrase>(&wrong).unwrap_err();
        assert!(!complaint.to_string().contains("woorden"), "{complaint}");
        let long = format!(r#"{{"current": "{}", "new": ""}}"#, "x".repeat(LONGEST + 1));
        assert!(serde_json::from_str::<ChangePassphrase>(&long).is_err());
    }

    #[test]
    fn a_text_given_away_is_taken_and_not_copied() {
        let words = WORDS.to_owned();
        let place = words.as_ptr();
        let deserializer = serde::de::value::StringDeserializer::<serde_json::Error>::new(words);
        let secret = SecretText::deserialize(deserializer).unwrap();
        assert_eq!(secret.reveal().as_ptr(), place);
    }
}
