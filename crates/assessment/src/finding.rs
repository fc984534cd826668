//! What follows from the answers: findings, risks, measures and action items.
//!
//! Which findings to propose is for [`proposal`] to say, and how risks lie to each
//! other for [`matrix`]; that a proposal becomes a
//! finding is for the committee.

pub mod matrix;
pub mod proposal;

use std::collections::BTreeSet;

use jiff::civil::Date;
use questionnaire::QuestionId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::event::{ActionId, EvidenceId, FindingId, OpinionId, RiskId};
use crate::session::Owner;

/// What the committee found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// What is the matter, in a sentence or a few.
    pub text: String,
    /// The questions that it rests on.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub questions: BTreeSet<QuestionId>,
    /// The proposal that it was made of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Cause>,
}

/// Why a finding is proposed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// A duty is not met, or not entirely.
    LegalGap(QuestionId),
    /// Nothing is in place where it weighs heaviest.
    MissingKeyPoint(QuestionId),
    /// Little is in place.
    LowScore(QuestionId),
}

impl Cause {
    /// The question of which the answer says so.
    pub fn question(&self) -> &QuestionId {
        match self {
            Cause::LegalGap(question)
            | Cause::MissingKeyPoint(question)
            | Cause::LowScore(question) => question,
        }
    }
}

/// What may go wrong, and for whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Risk {
    /// What may go wrong.
    pub text: String,
    /// Who would feel it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub for_whom: String,
    /// The findings that it comes from.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub findings: BTreeSet<FindingId>,
    /// How serious it is as things are.
    pub before: Rating,
    /// How serious it is once the measures are in place, where that was judged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Rating>,
}

/// How serious a risk is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct Rating {
    /// How likely it is.
    pub likelihood: Grade,
    /// How bad it would be.
    pub impact: Grade,
}

impl Rating {
    /// Likelihood times impact: 1 to 25. For putting risks in order, not for adding up.
    pub fn product(self) -> u8 {
        self.likelihood.0 * self.impact.0
    }
}

/// A grade from 1, lowest, to 5, highest.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(try_from = "u8", into = "u8")]
pub struct Grade(u8);

/// A number that is no grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} is not a grade from 1 to 5")]
pub struct NotAGrade(pub u8);

impl Grade {
    /// The highest grade.
    pub const HIGHEST: u8 = 5;

    /// All grades, lowest first.
    pub fn all() -> impl DoubleEndedIterator<Item = Grade> {
        (1..=Self::HIGHEST).map(Grade)
    }

    /// The number.
    pub fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Grade {
    type Error = NotAGrade;

    fn try_from(grade: u8) -> Result<Self, NotAGrade> {
        if (1..=Self::HIGHEST).contains(&grade) {
            Ok(Grade(grade))
        } else {
            Err(NotAGrade(grade))
        }
    }
}

impl From<Grade> for u8 {
    fn from(grade: Grade) -> u8 {
        grade.0
    }
}

/// Something that is put in place against what was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// What it is.
    pub text: String,
    /// The findings that it answers.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub findings: BTreeSet<FindingId>,
    /// The risks that it lowers.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub risks: BTreeSet<RiskId>,
    /// Who answers for it, where that was agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
    /// By when it is to be in place, where that was agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// Since when it is in place; not yet when nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_place_since: Option<Date>,
}

/// Something that somebody will do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionItem {
    /// What is to be done.
    pub text: String,
    /// Who does it.
    pub owner: Owner,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// The question that it comes from, as with an answer that is not yet known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<QuestionId>,
    /// The findings that it answers.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub findings: BTreeSet<FindingId>,
}

/// How far an action item is.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ActionStatus {
    /// Nothing was done yet.
    #[default]
    Open,
    /// Somebody is at it.
    UnderWay,
    /// It is done.
    Done,
    /// It will not be done.
    Dropped,
}

impl ActionStatus {
    /// Whether nothing more is expected.
    pub fn is_closed(self) -> bool {
        matches!(self, ActionStatus::Done | ActionStatus::Dropped)
    }
}

/// What was said of the progress of an action item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    /// How far it is.
    pub status: ActionStatus,
    /// What was done, or why it will not be done.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The files that show it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub proof: BTreeSet<EvidenceId>,
}

/// To what a file was added, other than to an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentOf {
    /// To an action item.
    Action(ActionId),
    /// To an opinion from outside.
    Opinion(OpinionId),
}
