//! The editions of a report: the full one, one for the public that withholds what concerns only a few, and a summary.
//!
//! All come from the data of the full one, and all have the same fingerprint ([`mod@crate::private`]).

mod disclosing;
mod naming;
mod withholding;

use std::collections::BTreeSet;
use std::str::FromStr;

use questionnaire::QuestionId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::data::ReportData;
use crate::private::Class;

pub use naming::{NamePlace, names_left};

pub use disclosing::{
    DISCLOSURE, Disclosure, NotDisclosed, disclose, disclose_at, place_of, read_disclosure,
};

/// Which edition it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
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
