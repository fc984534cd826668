//! What came of it: the committee's advice, the decision, and what the members think of
//! both.

use std::collections::BTreeSet;

use assessment::advice::{Course, Trigger};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::PositionsData;
use crate::private::Private;

/// What came of an assessment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConclusionData {
    /// The advice that holds; several when they contradict each other.
    pub advice: Vec<AdviceData>,
    /// What the members think of it.
    pub positions: PositionsData,
    /// The decision that holds; several when they contradict each other.
    pub decisions: Vec<DecisionData>,
    /// What the members think of the report as a whole.
    pub on_report: PositionsData,
}

/// An advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AdviceData {
    /// On which day it was given.
    pub date: Date,
    /// What it comes down to.
    pub course: Course,
    /// Why.
    pub because: Private<String>,
    /// What has to be so first.
    pub conditions: Vec<ConditionData>,
    /// The interests that clashed.
    pub interests: Vec<InterestData>,
    /// How they were weighed against each other.
    pub weighing: Private<String>,
    /// When to look again.
    pub review_on: Option<Date>,
    /// What asks for a new look before that day.
    pub review_when: BTreeSet<Trigger>,
}

/// A condition of an advice or a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConditionData {
    /// What has to be so.
    pub text: String,
    /// Who sees to it, where that was said.
    pub owner: Option<Private<String>>,
    /// By when.
    pub due: Option<Date>,
}

/// An interest that clashed with others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InterestData {
    /// Whose.
    pub of: String,
    /// What it is.
    pub text: Private<String>,
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DecisionData {
    /// Who decided.
    pub owner: Private<String>,
    /// Their function.
    pub function: String,
    /// On which day.
    pub date: Date,
    /// What it comes down to.
    pub course: Course,
    /// Whether it departs from the advice.
    pub departs: bool,
    /// Why.
    pub because: Private<String>,
    /// What has to be so first.
    pub conditions: Vec<ConditionData>,
    /// What is done with the risks that stay.
    pub residual_risks: Vec<ResidualRiskData>,
}

/// What is done with a risk that stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResidualRiskData {
    /// The mark of the risk; nothing when it was dropped since.
    pub risk: Option<String>,
    /// Whether it is taken; refused otherwise.
    pub accepted: bool,
    /// Why.
    pub because: Private<String>,
}
