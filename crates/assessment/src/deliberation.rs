//! What members say of what was written down: positions, and comments.
//!
//! A minority is kept: a position stays with what it was taken on, also when that was
//! replaced since.

use questionnaire::QuestionId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::event::{CommentId, EventId, FindingId, MemberId};

/// What a position is taken on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Matter {
    /// An answer, by the event that recorded it.
    Answer {
        /// To which question.
        question: QuestionId,
        /// The event.
        event: EventId,
    },
    /// A finding.
    Finding(FindingId),
    /// The committee's advice, by the event that gave it.
    Advice(EventId),
    /// The report as a whole.
    Report,
}

/// What a member thinks of it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Position {
    /// As it stands.
    Agree,
    /// As it stands, with a remark.
    AgreeWithReservation,
    /// Not as it stands.
    Dissent,
    /// No position.
    Abstain,
    /// Will not sign: of the report only.
    Refuse,
}

impl Position {
    /// Whether it can be taken on a matter: to refuse is to refuse to sign, and only a
    /// report is signed.
    pub fn fits(self, on: &Matter) -> bool {
        self != Position::Refuse || *on == Matter::Report
    }

    /// Whether it says nothing without a reason.
    pub fn needs_reason(self) -> bool {
        matches!(
            self,
            Position::AgreeWithReservation | Position::Dissent | Position::Refuse
        )
    }

    /// Whether it is printed beside what the majority says.
    pub fn differs(self) -> bool {
        self.needs_reason()
    }
}

/// A position in the member's own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// What they think.
    pub position: Position,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Whether the report gives their name with it: their own choice.
    pub named: bool,
}

/// A remark on a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comment {
    /// What is said.
    pub text: String,
    /// Who says it; nobody when it is the committee's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<MemberId>,
    /// The comment that it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<CommentId>,
    /// Whether it goes into the report.
    #[serde(default)]
    pub in_report: bool,
}
