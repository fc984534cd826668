//! The editions of a report: the full one, one for the public that withholds what concerns only a few, and a summary.
//!
//! All come from the data of the full one, and all have the same fingerprint ([`mod@crate::private`]).

mod withholding;

use std::collections::BTreeSet;
use std::str::FromStr;

use questionnaire::QuestionId;
use serde::{Deserialize, Serialize};

use crate::data::ReportData;
use crate::private::{Class, Form, Private, commitment};

/// Which edition it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edition {
    /// With everything in it.
    #[default]
    Full,
    /// For a website, a works council, a supervisor: some things are withheld.
    Public,
    /// Two pages that stand alone.
    Summary,
}

impl Edition {
    /// Every edition.
    pub const ALL: [Self; 3] = [Self::Full, Self::Public, Self::Summary];

    /// Its word in the data and on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Public => "public",
            Self::Summary => "summary",
        }
    }
}

impl FromStr for Edition {
    type Err = NotARule;

    fn from_str(word: &str) -> Result<Self, NotARule> {
        Self::ALL
            .into_iter()
            .find(|edition| edition.word() == word)
            .ok_or(NotARule)
    }
}

/// What an edition withholds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Redaction {
    /// Everything of these classes.
    pub classes: BTreeSet<Class>,
    /// Everything about the answers to these questions.
    pub questions: BTreeSet<QuestionId>,
}

impl Redaction {
    /// What the public edition withholds unless something else is said: who the members are, what evidence is called, and
    /// whom to reach.
    #[must_use]
    pub fn usual() -> Self {
        Self {
            classes: BTreeSet::from([Class::Names, Class::Evidence, Class::Contact]),
            questions: BTreeSet::new(),
        }
    }

    /// Everything that can be withheld: what the summary does not show, it does not carry.
    #[must_use]
    pub fn everything() -> Self {
        Self {
            classes: Class::ALL.into_iter().map(|(_, class)| class).collect(),
            questions: BTreeSet::new(),
        }
    }
}

/// A word that is no edition, no class and no question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("nothing can be withheld by that name")]
pub struct NotARule;

impl FromStr for Redaction {
    type Err = NotARule;

    /// Reads `names,considerations,question:HUM-01`.
    fn from_str(rules: &str) -> Result<Self, NotARule> {
        let mut redaction = Self::default();
        for rule in rules.split(',').map(str::trim) {
            if let Some((_, class)) = Class::ALL.iter().find(|(word, _)| *word == rule) {
                redaction.classes.insert(*class);
            } else if let Some(question) = rule.strip_prefix("question:") {
                redaction.questions.insert(QuestionId::new(question));
            } else {
                return Err(NotARule);
            }
        }
        Ok(redaction)
    }
}

/// The data of an edition. What the rules withhold is not in it, but for its commitment.
///
/// # Errors
/// A value that JSON cannot hold; the rules compute none.
pub fn edition(
    full: &ReportData,
    edition: Edition,
    redaction: &Redaction,
) -> Result<ReportData, serde_json::Error> {
    let mut data = full.clone();
    data.edition = edition;
    let withholds = |class: Class| redaction.classes.contains(&class);
    if withholds(Class::Contact) {
        data.organisation.contact.withhold(Class::Contact)?;
    }
    withholding::withhold(&mut data, redaction)?;
    withhold_results(&mut data, &redaction.questions)?;
    Ok(data)
}

/// What the results say about these questions one by one. How many there are of each kind stays: the results are published.
fn withhold_results(
    data: &mut ReportData,
    questions: &BTreeSet<QuestionId>,
) -> Result<(), serde_json::Error> {
    let results = &mut data.results;
    let legal = &mut results.legal;
    for list in [
        &mut legal.open,
        &mut legal.partly,
        &mut legal.unknown,
        &mut legal.upcoming,
        &mut results.key_points,
        &mut results.open,
        &mut results.not_applicable,
        &mut results.thin_evidence,
    ] {
        for question in list {
            if question.shown().is_some_and(|id| questions.contains(id)) {
                question.withhold(Class::Answers)?;
            }
        }
    }
    for reason in &mut results.reasons {
        let about = reason.shown().and_then(|reason| reason.question.as_ref());
        if about.is_some_and(|id| questions.contains(id)) {
            reason.withhold(Class::Answers)?;
        }
    }
    Ok(())
}

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

/// Makes known what was answered to a question: from data that has it.
///
/// # Errors
/// A value that JSON cannot hold; the rules compute none.
pub fn disclose(
    data: &ReportData,
    question: &QuestionId,
) -> Result<Option<Disclosure>, serde_json::Error> {
    let given = data
        .sections
        .iter()
        .flat_map(|section| &section.questions)
        .find(|asked| asked.id == *question)
        .map(|asked| &asked.given);
    let Some(Private::Shown(given)) = given else {
        return Ok(None);
    };
    Ok(Some(Disclosure {
        format: DISCLOSURE.to_owned(),
        fingerprint: crate::private::fingerprint(data)?,
        salt: given.salt.clone(),
        value: serde_json::to_value(&given.value)?,
    }))
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
    let wanted = commitment(&disclosure.salt, &disclosure.value)?;
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
                Some(Form::Shown(salt, value)) if commitment(salt, value)? == wanted => {
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
