//! The questions that were asked, and what the committee made of each.

use assessment::Moment;
use jiff::civil::Date;
use questionnaire::{ObligationLevel, QuestionId, ReferenceId, SectionId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CommentData, PositionsData, RoundData};
use crate::private::Private;

/// A section with the questions that were asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SectionData {
    /// Its identity.
    pub id: SectionId,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub introduction: String,
    /// Whether its questions describe the application rather than judge it.
    pub intake: bool,
    /// The questions asked, in order.
    pub questions: Vec<QuestionData>,
}

/// A question that was asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionData {
    /// Its identity.
    pub id: QuestionId,
    /// The question.
    pub text: String,
    /// How binding it is, here and on this date.
    pub obligation: ObligationLevel,
    /// From when its duty applies, where it is a duty with a date.
    pub applies_from: Option<Date>,
    /// Whose duty it is.
    pub duty_holders: Vec<String>,
    /// How much it weighs.
    pub weight: u8,
    /// What it rests on.
    pub references: Vec<ReferenceId>,
    /// The service promises that it serves.
    pub promises: Vec<u8>,
    /// A first step for who is not there yet.
    pub first_step: String,
    /// What the committee made of it.
    pub given: Private<GivenData>,
}

/// What the committee made of a question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GivenData {
    /// Where the question stands.
    pub standing: Standing,
    /// The answer that holds; several when they contradict each other.
    pub answers: Vec<AnswerData>,
    /// The evidence.
    pub evidence: Vec<EvidenceData>,
    /// What the members think of the answer that holds.
    pub positions: PositionsData,
    /// What the silent scores showed, round by round. Nothing of a round that was not
    /// revealed.
    pub rounds: Vec<RoundData>,
    /// The comments that were chosen into the report.
    pub comments: Vec<CommentData>,
}

/// Where a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Not answered.
    Open,
    /// Answered *not yet known*: still open.
    NotYetKnown,
    /// Answered in ways that contradict each other: still open.
    Conflict,
    /// Set aside, with a reason.
    NotApplicable,
    /// Answered; not scored.
    Answered,
    /// Answered with full worth.
    Full,
    /// Answered with part of the worth.
    Partial,
    /// Answered with no worth.
    Zero,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerData {
    /// The value as it is written on the command line.
    pub value: String,
    /// The value in words; for a text, nothing.
    pub label: String,
    /// The text, where the question asks for one.
    pub text: String,
    /// The consideration.
    pub because: Private<String>,
    /// `known`, `assumed` or `unknown`.
    pub certainty: Option<assessment::Certainty>,
    /// The strength of the evidence, 0 to 3.
    pub evidence_strength: Option<u8>,
    /// The same in words.
    pub evidence_strength_label: Option<String>,
    /// Who stands for it.
    pub by: Private<Option<String>>,
    /// When it was written down.
    pub at: Moment,
}

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EvidenceData {
    /// What people call it.
    pub label: Private<String>,
    /// SHA-256, hexadecimal.
    pub sha256: String,
    /// Length in bytes.
    pub size: u64,
    /// Media type.
    pub media_type: String,
}

impl QuestionData {
    /// The answers, unless they are withheld.
    #[must_use]
    pub fn answers(&self) -> &[AnswerData] {
        self.given.shown().map_or(&[], |given| &given.answers)
    }

    /// The evidence, unless it is withheld.
    #[must_use]
    pub fn evidence(&self) -> &[EvidenceData] {
        self.given.shown().map_or(&[], |given| &given.evidence)
    }
}
