//! What the members said: silent scores, positions, comments.
//!
//! Who chose not to be named is not in the data: not by name, and not by an order
//! that leads back to them.

use std::collections::BTreeMap;

use assessment::Moment;
use assessment::deliberation::Position;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::private::Private;

/// What the members think of an answer, a finding, the advice or the report.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PositionsData {
    /// How many took which position.
    pub tally: BTreeMap<Position, u32>,
    /// Those that differ or give a reason. The named ones come first, in the order
    /// of the members; the others in an order that says nothing.
    pub voiced: Vec<PositionData>,
    /// Those that differed from what stood there before, in the same order.
    pub earlier: Vec<PositionData>,
}

/// A position.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PositionData {
    /// What somebody thinks.
    pub position: Position,
    /// Why.
    pub reason: Private<String>,
    /// Who; nothing when they chose not to be named.
    pub by: Option<Private<String>>,
}

/// What a revealed round of silent scores showed on a question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoundData {
    /// On which day it was revealed.
    pub revealed: Date,
    /// How many chose each answer, from least to most. Nothing where the question is
    /// answered in words.
    pub steps: Vec<StepData>,
    /// How many could not say.
    pub cannot_say: u32,
    /// How many think that the question does not apply.
    pub not_applicable: u32,
    /// How many scores stayed locked.
    pub locked: u32,
    /// How many members decide and did not score in time.
    pub missing: u32,
    /// The answer in the middle, in words; two when there is an even number.
    pub median: Vec<String>,
    /// How many steps the highest score lies above the lowest.
    pub spread: u32,
    /// Van der Eijk's measure of agreement, from −1 to 1, where it can be computed.
    pub agreement: Option<f64>,
    /// What was said with the scores. With names: every score. Without: only what has
    /// a reason, in an order that says nothing.
    pub said: Vec<BallotData>,
}

/// An answer, and how many chose it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StepData {
    /// The answer in words.
    pub label: String,
    /// How many.
    pub votes: u32,
}

/// What somebody scored, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BallotData {
    /// Who; nothing when the round shows no names.
    pub by: Option<Private<String>>,
    /// The answer in words; nothing while it is locked.
    pub label: Option<String>,
    /// Why.
    pub because: Private<String>,
}

/// A comment that was chosen into the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CommentData {
    /// What it says.
    pub text: Private<String>,
    /// Who says it; nothing when it is the committee's.
    pub by: Option<Private<String>>,
    /// Whether it answers another.
    pub reply: bool,
    /// When it was made.
    pub at: Moment,
}
