//! Who accounts for what: the organisation, its ethics committee and the AI
//! applications that the committee assesses.

use serde::{Deserialize, Serialize};

/// The organisation that accounts for its use of AI.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Organisation {
    /// Its name, never empty.
    pub name: String,
    /// Its line of business.
    pub sector: String,
    /// What it does, in a few sentences.
    pub description: String,
    /// Where people can reach it about this report.
    pub contact: String,
}

/// What the committee is and may do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Committee {
    /// Who asked it to judge what, with which authority.
    pub mandate: String,
}

/// Somebody who takes part in the committee's work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Full name as it is to be printed.
    pub name: String,
    /// Their part in the meetings.
    pub role: Role,
    /// What they know about.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub expertise: String,
    /// Whose interest they bring in, where they speak for somebody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaks_for: Option<SpeaksFor>,
}

/// A member's part in the meetings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Leads the committee and signs first.
    Chair,
    /// Guides the conversation.
    Facilitator,
    /// Writes down what is said.
    Secretary,
    /// Takes part and decides.
    Member,
    /// Takes part, does not decide.
    Guest,
}

/// Whose interest somebody brings in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpeaksFor {
    /// Customers or citizens.
    Customers,
    /// The people who work there.
    Employees,
    /// Privacy and data protection.
    Privacy,
    /// The law.
    Law,
    /// Technology.
    Technology,
    /// The board.
    Board,
}

/// An AI application: what is assessed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Subject {
    /// What it is called, never empty.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// How it works and where it is used.
    pub description: String,
    /// Who made or delivers it.
    pub supplier: String,
    /// Since when it is used, as people say it: a date, a month, "not live yet".
    pub in_use_since: String,
}
