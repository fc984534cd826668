//! What an edition may withhold, and how a withheld value stays provable.
//!
//! Such a value stands in the data beside a salt of its own. An edition that withholds it has in its place the commitment: a
//! hash over salt and value. Nobody can guess a value from its commitment, whoever is given value and salt later can check that
//! they are the original, and [`fingerprint`] is the same for all editions, because it sees nothing but commitments. The idea
//! is that of selective disclosure for web tokens (RFC 9901), on canonical JSON and in place.
//!
//! This module hashes what is there. It does not choose what is withheld: that is for [`crate::edition`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::data::ReportData;

/// A value that an edition may withhold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Private<T> {
    /// The value is there.
    Shown(Shown<T>),
    /// Its commitment is there.
    Withheld(Withheld),
}

/// A value with its salt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shown<T> {
    /// 16 bytes that nobody can guess, hexadecimal.
    pub salt: String,
    /// The value.
    pub value: T,
}

/// What stands in place of a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Withheld {
    /// SHA-256 over salt and value, hexadecimal.
    pub commitment: String,
    /// Why it is not there.
    pub class: Class,
}

/// Why something is withheld.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// It tells who somebody is.
    Names,
    /// It is what the committee considered.
    Considerations,
    /// It is an answer with all that belongs to it.
    Answers,
    /// It is what a piece of evidence is called.
    Evidence,
    /// It is how somebody inside the organisation is reached.
    Contact,
}

impl Class {
    /// Every class with its word in the data and on the command line.
    pub const ALL: [(&'static str, Self); 5] = [
        ("names", Self::Names),
        ("considerations", Self::Considerations),
        ("answers", Self::Answers),
        ("evidence", Self::Evidence),
        ("contact", Self::Contact),
    ];

    /// Its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(_, class)| *class == self)
            .map_or("", |(word, _)| word)
    }
}

impl<T> Private<T> {
    /// The value, unless it is withheld.
    #[must_use]
    pub fn shown(&self) -> Option<&T> {
        match self {
            Self::Shown(shown) => Some(&shown.value),
            Self::Withheld(_) => None,
        }
    }

    /// The value to change, unless it is withheld.
    pub fn shown_mut(&mut self) -> Option<&mut T> {
        match self {
            Self::Shown(shown) => Some(&mut shown.value),
            Self::Withheld(_) => None,
        }
    }
}

impl<T: Serialize> Private<T> {
    /// Puts the commitment in place of the value, if it is there.
    ///
    /// # Errors
    /// A value that JSON cannot hold; the rules compute none.
    pub fn withhold(&mut self, class: Class) -> Result<(), serde_json::Error> {
        if let Self::Shown(shown) = self {
            let commitment = commitment(&shown.salt, serde_json::to_value(&shown.value)?)?;
            *self = Self::Withheld(Withheld { commitment, class });
        }
        Ok(())
    }
}

/// Draws the salts of one report from a secret that only the holders of the dossier have. The same dossier gives the same
/// salts, so that its report has the same bytes; without the secret they are random.
#[derive(Debug)]
pub(crate) struct Salts {
    secret: [u8; 32],
    drawn: u64,
}

impl Salts {
    /// For a report in one language: a value that reads otherwise in the other language has another salt there.
    pub(crate) fn new(secret: &[u8; 32], language: &str) -> Self {
        let secret = Sha256::new()
            .chain_update(b"verantwoord-report-salts/1\0")
            .chain_update(secret)
            .chain_update(language)
            .finalize();
        Self {
            secret: secret.into(),
            drawn: 0,
        }
    }

    /// The value beside the next salt.
    pub(crate) fn seal<T>(&mut self, value: T) -> Private<T> {
        self.drawn += 1;
        let drawn = Sha256::new()
            .chain_update(self.secret)
            .chain_update(self.drawn.to_be_bytes())
            .finalize();
        Private::Shown(Shown {
            salt: hex::encode(drawn.get(..16).unwrap_or_default()),
            value,
        })
    }
}

/// SHA-256 over the canonical JSON of `[salt, value]`. Values inside that may be withheld themselves stand there as their
/// commitments, so that it makes no difference whether they are.
pub fn commitment(salt: &str, mut value: Value) -> Result<String, serde_json::Error> {
    mask(&mut value)?;
    hash(&json!([salt, value]))
}

/// The fingerprint of what a report says: SHA-256 over its canonical JSON with a commitment in place of every value that an
/// edition may withhold. The same for all editions of one state in one language. Which edition it is, who signs it and which
/// program drew it do not count.
///
/// # Errors
/// A value that JSON cannot hold; the rules compute none.
pub fn fingerprint(data: &ReportData) -> Result<String, serde_json::Error> {
    let mut data = serde_json::to_value(data)?;
    if let Value::Object(fields) = &mut data {
        for field in ["edition", "made_by", "signers"] {
            fields.remove(field);
        }
    }
    mask(&mut data)?;
    hash(&data)
}

/// Puts the commitment in place of everything that may be withheld.
fn mask(value: &mut Value) -> Result<(), serde_json::Error> {
    let fields = match value {
        Value::Array(items) => return items.iter_mut().try_for_each(mask),
        Value::Object(fields) => fields,
        _ => return Ok(()),
    };
    let commitment = match Form::of(fields) {
        None => return fields.values_mut().try_for_each(mask),
        Some(Form::Shown(salt, _)) => {
            let salt = salt.to_owned();
            let value = fields.get_mut("value").map(Value::take);
            commitment(&salt, value.unwrap_or_default())?
        }
        Some(Form::Withheld(commitment)) => commitment.to_owned(),
    };
    *value = json!({ "commitment": commitment });
    Ok(())
}

/// What an object is that stands for a [`Private`] value. No other object of the data has these two fields and no more.
pub(crate) enum Form<'a> {
    Shown(&'a str, &'a Value),
    Withheld(&'a str),
}

impl<'a> Form<'a> {
    pub(crate) fn of(fields: &'a Map<String, Value>) -> Option<Self> {
        let text = |name: &str| fields.get(name).and_then(Value::as_str);
        if fields.len() != 2 {
            return None;
        }
        match (
            text("salt"),
            fields.get("value"),
            text("commitment"),
            fields.get("class"),
        ) {
            (Some(salt), Some(value), None, None) => Some(Self::Shown(salt, value)),
            (None, None, Some(commitment), Some(_)) => Some(Self::Withheld(commitment)),
            _ => None,
        }
    }
}

fn hash(value: &Value) -> Result<String, serde_json::Error> {
    let canonical = serde_json_canonicalizer::to_vec(value)?;
    Ok(hex::encode(Sha256::digest(canonical)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed(words: &str) -> Private<String> {
        Salts::new(&[7; 32], "nl").seal(words.to_owned())
    }

    #[test]
    fn a_commitment_is_that_of_the_value_and_of_no_other() {
        let mut value = sealed("Noor Voorbeeld");
        let Private::Shown(shown) = value.clone() else {
            unreachable!("it was just sealed")
        };
        value.withhold(Class::Names).unwrap();
        let Private::Withheld(withheld) = &value else {
            unreachable!("it was just withheld")
        };
        let of = |words: &str| commitment(&shown.salt, json!(words)).unwrap();
        assert_eq!(withheld.commitment, of("Noor Voorbeeld"));
        assert_ne!(withheld.commitment, of("Ilse Fictief"));
        assert!(!serde_json::to_string(&value).unwrap().contains("Noor"));
    }

    #[test]
    fn a_commitment_can_be_computed_by_hand() {
        // printf '["00112233445566778899aabbccddeeff","Noor"]' | sha256sum
        assert_eq!(
            commitment("00112233445566778899aabbccddeeff", json!("Noor")).unwrap(),
            "6ed4fc1217e47886b1d940e212eb81ce481d0e671db5dc079dd5e402271bdbfd"
        );
    }

    #[test]
    fn what_is_inside_may_be_withheld_before_or_after() {
        let inner = |withheld: bool| {
            let mut inner = sealed("overweging");
            if withheld {
                inner.withhold(Class::Considerations).unwrap();
            }
            let mut outer = Salts::new(&[8; 32], "nl").seal(vec![inner]);
            outer.withhold(Class::Answers).unwrap();
            outer
        };
        assert_eq!(inner(false), inner(true));
    }

    #[test]
    fn no_salt_is_drawn_twice_and_another_secret_draws_others() {
        let mut salts = Salts::new(&[7; 32], "nl");
        let (one, two) = (salts.seal(()), salts.seal(()));
        assert_ne!(one, two);
        assert_eq!(one, Salts::new(&[7; 32], "nl").seal(()));
        assert_ne!(one, Salts::new(&[8; 32], "nl").seal(()));
        assert_ne!(one, Salts::new(&[7; 32], "en").seal(()));
    }
}
