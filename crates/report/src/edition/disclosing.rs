//! Making known later what an edition withheld: whoever has the edition can check that it is the original.

use questionnaire::QuestionId;
use serde::{Deserialize, Serialize};

use crate::data::ReportData;
use crate::private::{Form, commitment, fingerprint};

/// A withheld value that is made known later: whoever has the edition without it can check that it is the original.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disclosure {
    /// Always `verantwoord-disclosure/1`.
    pub format: String,
    /// The fingerprint of the report that it is from.
    pub fingerprint: String,
    /// The salt of the value.
    pub salt: String,
    /// The value.
    pub value: serde_json::Value,
}

/// The form of a disclosure.
pub const DISCLOSURE: &str = "verantwoord-disclosure/1";

/// Nothing can be made known.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum NotDisclosed {
    /// No question of that identity was asked.
    #[error("no question {0} was asked")]
    NoSuchQuestion(QuestionId),
    /// What stands there is not a value that can be withheld.
    #[error("at {0} stands nothing that can be withheld")]
    NothingThere(String),
    /// The report does not have the value itself.
    #[error("the report withholds it too")]
    Withheld,
    /// The data could not be written.
    #[error("the data could not be written")]
    Data(#[from] serde_json::Error),
}

/// Makes known what was answered to a question: from data that has it. What the data withholds inside stays withheld.
///
/// # Errors
/// [`NotDisclosed`].
pub fn disclose(data: &ReportData, question: &QuestionId) -> Result<Disclosure, NotDisclosed> {
    let asked = data.sections.iter().enumerate().find_map(|(at, section)| {
        let place = section
            .questions
            .iter()
            .position(|asked| asked.id == *question)?;
        Some(format!("/sections/{at}/questions/{place}/given"))
    });
    let place = asked.ok_or_else(|| NotDisclosed::NoSuchQuestion(question.clone()))?;
    disclose_at(data, &place)
}

/// Makes known what stands at a place, a JSON pointer (RFC 6901) such as `/members/0/name`.
///
/// # Errors
/// [`NotDisclosed`].
pub fn disclose_at(data: &ReportData, place: &str) -> Result<Disclosure, NotDisclosed> {
    let all = serde_json::to_value(data)?;
    let nothing = || NotDisclosed::NothingThere(place.to_owned());
    let fields = all.pointer(place).and_then(serde_json::Value::as_object);
    match fields.and_then(Form::of).ok_or_else(nothing)? {
        Form::Withheld(_) => Err(NotDisclosed::Withheld),
        Form::Shown(salt, value) => Ok(Disclosure {
            format: DISCLOSURE.to_owned(),
            fingerprint: fingerprint(data)?,
            salt: salt.to_owned(),
            value: value.clone(),
        }),
    }
}

/// Reads a disclosure.
///
/// # Errors
/// Where it is none.
pub fn read_disclosure(json: &[u8]) -> Result<Disclosure, serde_json::Error> {
    use serde::de::Error;

    let disclosure: Disclosure = serde_json::from_slice(json)?;
    if disclosure.format == DISCLOSURE {
        Ok(disclosure)
    } else {
        Err(Error::custom(format!(
            "the format is {}",
            disclosure.format
        )))
    }
}

/// Whether a disclosure is what stood where an edition has a commitment: the place of that commitment, as a JSON pointer
/// (RFC 6901).
///
/// # Errors
/// A value that JSON cannot hold.
pub fn place_of(
    data: &ReportData,
    disclosure: &Disclosure,
) -> Result<Option<String>, serde_json::Error> {
    let wanted = commitment(&disclosure.salt, disclosure.value.clone())?;
    find(&serde_json::to_value(data)?, &wanted, String::new())
}

fn find(
    value: &serde_json::Value,
    wanted: &str,
    place: String,
) -> Result<Option<String>, serde_json::Error> {
    use serde_json::Value;

    match value {
        Value::Object(fields) => {
            let inner = match Form::of(fields) {
                Some(Form::Withheld(found)) if found == wanted => return Ok(Some(place)),
                Some(Form::Shown(salt, value)) if commitment(salt, value.clone())? == wanted => {
                    return Ok(Some(place));
                }
                _ => fields,
            };
            for (name, field) in inner {
                if let Some(found) = find(field, wanted, format!("{place}/{name}"))? {
                    return Ok(Some(found));
                }
            }
            Ok(None)
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                if let Some(found) = find(item, wanted, format!("{place}/{at}"))? {
                    return Ok(Some(found));
                }
            }
            Ok(None)
        }
        _ => Ok(None),
    }
}
