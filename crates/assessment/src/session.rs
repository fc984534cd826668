//! Sessions: what a meeting of the committee is about, and what is said of it.
//!
//! Which agenda to propose, and whether enough members are there, is for
//! [`crate::agenda`] to say.

use jiff::civil::Date;
use questionnaire::QuestionId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::event::{ActionId, MemberId};

/// A meeting as it is planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// On which day.
    pub date: Date,
    /// Where. Empty when that was not said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// What it is about, in order. A topic that stands there twice counts once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agenda: Vec<AgendaItem>,
}

/// One item of an agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaItem {
    /// What it is about.
    pub topic: AgendaTopic,
    /// Its time box in minutes; 0 when it has none.
    #[serde(default)]
    pub minutes: u16,
}

/// What an agenda item is about. Minutes are kept by topic, so that they stay with it
/// when the agenda is put in another order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgendaTopic {
    /// Answers that contradict each other.
    Conflict(QuestionId),
    /// A duty that is not met.
    LegalGap(QuestionId),
    /// An answer on which the members differ.
    Contested(QuestionId),
    /// An action item that is due.
    ActionDue(ActionId),
    /// A question without an answer.
    OpenQuestion(QuestionId),
    /// Anything else, in words.
    Other(String),
}

impl AgendaTopic {
    /// The question that it is about.
    pub fn question(&self) -> Option<&QuestionId> {
        match self {
            AgendaTopic::Conflict(question)
            | AgendaTopic::LegalGap(question)
            | AgendaTopic::Contested(question)
            | AgendaTopic::OpenQuestion(question) => Some(question),
            AgendaTopic::ActionDue(_) | AgendaTopic::Other(_) => None,
        }
    }
}

/// Somebody's coming or going.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Movement {
    /// They came in.
    Came,
    /// They went away.
    Went,
    /// They had said that they would not come.
    Excused,
}

/// A question for somebody to find the answer to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakeHome {
    /// What is asked.
    pub text: String,
    /// Who is to find out.
    pub owner: Owner,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// Which question of the questionnaire it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<QuestionId>,
}

/// Who is to do something: a member, or somebody else by name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// A member of the committee.
    Member(MemberId),
    /// Somebody else, or a function.
    Named(String),
}
