//! What follows from the answers: findings, risks, measures, actions, and the voices
//! from outside.
//!
//! Findings, risks, measures and actions have a mark each (`F1`, `R1`, `M1`, `A1`), by
//! which the others name them. A mark is that of one report.

use std::collections::BTreeSet;

use assessment::advice::Outsider;
use assessment::finding::{ActionStatus, Rating};
use jiff::civil::Date;
use questionnaire::QuestionId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{EvidenceData, PositionsData};
use crate::private::Private;

/// What follows from the answers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FollowUpData {
    /// The findings.
    pub findings: Vec<Private<FindingData>>,
    /// The risks.
    pub risks: Vec<Private<RiskData>>,
    /// The measures.
    pub measures: Vec<Private<MeasureData>>,
    /// The action items: first those that were carried over and are not closed.
    pub actions: Vec<Private<ActionData>>,
    /// The voices from outside.
    pub opinions: Vec<OpinionData>,
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FindingData {
    /// Its mark.
    pub mark: String,
    /// What is the matter.
    pub text: String,
    /// The questions that it rests on.
    pub questions: BTreeSet<QuestionId>,
    /// What the members think of it.
    pub positions: PositionsData,
}

/// A risk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RiskData {
    /// Its mark.
    pub mark: String,
    /// What may go wrong.
    pub text: String,
    /// Who would feel it.
    pub for_whom: String,
    /// The findings that it comes from.
    pub findings: Vec<String>,
    /// How serious it is as things are.
    pub before: Rating,
    /// How serious it is with the measures, where that was judged.
    pub after: Option<Rating>,
}

/// A measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeasureData {
    /// Its mark.
    pub mark: String,
    /// What it is.
    pub text: String,
    /// The findings that it answers.
    pub findings: Vec<String>,
    /// The risks that it lowers.
    pub risks: Vec<String>,
    /// Who answers for it, where that was agreed.
    pub owner: Option<Private<String>>,
    /// By when it is to be in place, where that was agreed.
    pub due: Option<Date>,
    /// Since when it is in place; not yet when nothing is said.
    pub in_place_since: Option<Date>,
}

/// An action item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActionData {
    /// Its mark.
    pub mark: String,
    /// What is to be done.
    pub text: String,
    /// Who does it.
    pub owner: Private<String>,
    /// By when.
    pub due: Option<Date>,
    /// The question that it comes from.
    pub question: Option<QuestionId>,
    /// The findings that it answers.
    pub findings: Vec<String>,
    /// How far it is.
    pub status: ActionStatus,
    /// What was said last of its progress.
    pub note: Private<String>,
    /// The files that show it.
    pub proof: Vec<EvidenceData>,
    /// The date of the earlier assessment that it comes from, if it does.
    pub carried_over: Option<Date>,
}

/// A voice from outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionData {
    /// Whose.
    pub of: Outsider,
    /// Their name or that of their organisation.
    pub name: Private<String>,
    /// Whether they were asked.
    pub asked: bool,
    /// Why they were asked, or why not.
    pub because: Private<String>,
    /// What they said.
    pub text: Private<String>,
    /// When.
    pub date: Option<Date>,
    /// The files that go with it.
    pub documents: Vec<EvidenceData>,
}
