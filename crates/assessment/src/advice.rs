//! What comes of an assessment: voices from outside, the committee's advice, and the
//! decision of the person who answers for it.
//!
//! The committee advises and the accountable owner decides. Where the two differ, both
//! stand.

use std::collections::BTreeSet;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::event::{EventId, RiskId};
use crate::session::Owner;

/// What somebody outside the committee thinks, or why they were not asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opinion {
    /// Who they are.
    pub of: Outsider,
    /// Their name or that of their organisation.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Whether they were asked.
    pub asked: bool,
    /// Why they were asked, or why not.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub because: String,
    /// What they said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// When they said it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
}

/// Who gives an opinion from outside.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Outsider {
    /// The data protection officer.
    DataProtectionOfficer,
    /// The works council.
    WorksCouncil,
    /// Customers, or those who speak for them.
    Customers,
    /// Somebody else.
    Other,
}

impl Outsider {
    /// Those whom every assessment asks, or says why not.
    pub const EXPECTED: [Outsider; 3] = [
        Outsider::DataProtectionOfficer,
        Outsider::WorksCouncil,
        Outsider::Customers,
    ];
}

/// What an advice or a decision comes down to.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Course {
    /// Start, or go on.
    Go,
    /// Start or go on under conditions.
    GoIf,
    /// Do not start.
    NoGo,
    /// Stop what runs.
    Stop,
}

/// What the committee advises.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advice {
    /// What it comes down to.
    pub course: Course,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub because: String,
    /// What has to be so first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Condition>,
    /// The interests that clashed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interests: Vec<Interest>,
    /// How they were weighed against each other.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub weighing: String,
    /// When to look again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_on: Option<Date>,
    /// What asks for a new look before that day.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub review_when: BTreeSet<Trigger>,
}

/// A condition of an advice or a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// What has to be so.
    pub text: String,
    /// Who sees to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
}

/// One of the interests that clashed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interest {
    /// Whose.
    pub of: String,
    /// What it is.
    pub text: String,
}

/// What asks for a new look at an application.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Trigger {
    /// Another model, or another version of it.
    ModelChange,
    /// Another supplier.
    SupplierChange,
    /// Used for something else.
    PurposeChange,
    /// Something went wrong.
    Incident,
    /// Something else, in words.
    Other(String),
}

/// What the accountable owner decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Who decides, by name.
    pub owner: String,
    /// Their function.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub function: String,
    /// On which day.
    pub date: Date,
    /// What it comes down to.
    pub course: Course,
    /// The advice that was decided on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advice: Option<EventId>,
    /// Why, above all where it departs from the advice.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub because: String,
    /// What has to be so first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Condition>,
    /// What is done with the risks that stay.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub residual_risks: Vec<ResidualRisk>,
}

/// What the accountable owner does with a risk that stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResidualRisk {
    /// Which risk.
    pub risk: RiskId,
    /// Whether it is taken; refused otherwise.
    pub accepted: bool,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub because: String,
}

impl Decision {
    /// Whether it departs from an advice: it comes down to something else, or it leaves out or
    /// loosens one of the conditions. To add conditions is no departure.
    pub fn departs_from(&self, advice: &Advice) -> bool {
        let kept = |advised: &Condition| self.conditions.iter().any(|it| it.keeps(advised));
        self.course != advice.course || !advice.conditions.iter().all(kept)
    }
}

impl Condition {
    /// Whether this says at least what was advised: the same in the same words, by the same owner
    /// and no later, as far as the advice named them.
    fn keeps(&self, advised: &Condition) -> bool {
        let in_time = |by: Date| self.due.is_some_and(|due| due <= by);
        self.text == advised.text
            && (advised.owner.is_none() || self.owner == advised.owner)
            && advised.due.is_none_or(in_time)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn condition(text: &str, due: Option<&str>) -> Condition {
        Condition {
            text: text.to_owned(),
            owner: None,
            due: due.map(|due| due.parse().unwrap()),
        }
    }

    #[track_caller]
    fn check(course: Course, conditions: Vec<Condition>, departs: bool) {
        let advice = Advice {
            course: Course::GoIf,
            because: String::new(),
            conditions: vec![condition("voorleestest", Some("2026-12-31"))],
            interests: Vec::new(),
            weighing: String::new(),
            review_on: None,
            review_when: BTreeSet::new(),
        };
        let decision = Decision {
            owner: "Fenna Voorbeeld".to_owned(),
            function: String::new(),
            date: "2026-11-21".parse().unwrap(),
            course,
            advice: None,
            because: String::new(),
            conditions,
            residual_risks: Vec::new(),
        };
        assert_eq!(decision.departs_from(&advice), departs);
    }

    #[test]
    fn a_decision_departs_when_a_condition_is_left_out_or_loosened_and_not_when_one_is_added() {
        let kept = condition("voorleestest", Some("2026-12-31"));
        let sooner = condition("voorleestest", Some("2026-12-01"));
        let later = condition("voorleestest", Some("2027-06-30"));
        let more = condition("belknop op elke pagina", None);
        check(Course::GoIf, vec![kept.clone()], false);
        check(Course::GoIf, vec![sooner, more.clone()], false);
        check(Course::Go, vec![kept], true);
        check(Course::GoIf, vec![later], true);
        check(Course::GoIf, vec![condition("voorleestest", None)], true);
        check(Course::GoIf, vec![more], true);
    }
}
