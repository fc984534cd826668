//! The committee's advice and the decision of the person who answers for it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::input::inputs;
use super::super::{MissingPoint, OptionView, OwnerForm, RiskView};

/// The page of advice and decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AdvicePage {
    /// The AI application's name.
    pub subject: String,
    /// The advice that holds, if one does.
    pub advice: Option<AdviceView>,
    /// The pieces of advice that contradict each other, when they do.
    pub advice_conflict: Vec<AdviceView>,
    /// The decision that holds, if one does.
    pub decision: Option<DecisionView>,
    /// The decisions that contradict each other, when they do.
    pub decision_conflict: Vec<DecisionView>,
    /// Whether the decision departs from the advice, in words, if it does.
    pub departs: Option<String>,
    /// The risks that stay, for the decision to accept or refuse.
    pub risks: Vec<RiskView>,
    /// What an advice can come down to, in words.
    pub courses: Vec<OptionView>,
    /// What can ask for a new look, in words; anything else is typed.
    pub triggers: Vec<OptionView>,
    /// The members, who can own a condition: identity and name.
    pub members: Vec<OptionView>,
    /// What is missing for the advice to be signed.
    pub missing: Vec<MissingPoint>,
}

/// A condition as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConditionForm {
    /// What has to be so.
    pub text: String,
    /// Who sees to it.
    pub owner: Option<OwnerForm>,
    /// By when: `2026-11-21`.
    pub due: Option<String>,
}

/// One of the interests that clashed, as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InterestForm {
    /// Whose.
    pub of: String,
    /// What it is.
    pub text: String,
}

/// An advice as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AdviceForm {
    /// `go`, `go_if`, `no_go` or `stop`.
    pub course: String,
    /// Why.
    pub because: String,
    /// What has to be so first.
    pub conditions: Vec<ConditionForm>,
    /// The interests that clashed.
    pub interests: Vec<InterestForm>,
    /// How they were weighed against each other.
    pub weighing: String,
    /// When to look again: `2026-11-21`.
    pub review_on: Option<String>,
    /// What asks for a new look before that day: `model_change`, `supplier_change`,
    /// `purpose_change`, `incident`, or anything else in words.
    pub review_when: Vec<String>,
}

/// A condition for reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ConditionView {
    /// What has to be so.
    pub text: String,
    /// Who sees to it, by name.
    pub owner: Option<String>,
    /// By when, for reading.
    pub due: Option<String>,
}

/// An advice that was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AdviceView {
    /// The event, on which positions are taken.
    pub event: String,
    /// What it says.
    pub form: AdviceForm,
    /// What it comes down to, in words.
    pub course_label: String,
    /// The conditions, for reading.
    pub conditions: Vec<ConditionView>,
    /// When to look again, for reading.
    pub review_on_text: Option<String>,
    /// What asks for a new look, in words.
    pub review_when_labels: Vec<String>,
    /// When and by whom it was written down, for reading.
    pub given: String,
}

/// What is done with a risk that stays, as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ResidualRiskForm {
    /// Which risk.
    pub risk: String,
    /// Whether it is taken; refused otherwise.
    pub accepted: bool,
    /// Why.
    pub because: String,
}

/// A decision as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DecisionForm {
    /// Who decides, by name.
    pub owner: String,
    /// Their function.
    pub function: String,
    /// On which day: `2026-11-21`.
    pub date: String,
    /// `go`, `go_if`, `no_go` or `stop`.
    pub course: String,
    /// Why; required where it departs from the advice.
    pub because: String,
    /// What has to be so first.
    pub conditions: Vec<ConditionForm>,
    /// What is done with the risks that stay.
    pub residual_risks: Vec<ResidualRiskForm>,
}

/// What is done with a risk that stays, for reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ResidualRiskView {
    /// The risk.
    pub text: String,
    /// Whether it is taken.
    pub accepted: bool,
    /// Taken or refused, in words.
    pub label: String,
    /// Why.
    pub because: String,
}

/// A decision that was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DecisionView {
    /// The event.
    pub event: String,
    /// What it says.
    pub form: DecisionForm,
    /// What it comes down to, in words.
    pub course_label: String,
    /// On which day, for reading.
    pub date_text: String,
    /// The conditions, for reading.
    pub conditions: Vec<ConditionView>,
    /// What is done with the risks that stay, for reading.
    pub residual_risks: Vec<ResidualRiskView>,
    /// Whether another advice was given since, on which it was not decided.
    pub on_earlier_advice: bool,
    /// When and by whom it was written down, for reading.
    pub taken: String,
}

inputs! {
    /// An advice to give.
    GiveAdvice {
        /// In which assessment.
        assessment: String,
        /// What it says.
        form: AdviceForm,
    }
    /// A decision to write down.
    TakeDecision {
        /// In which assessment.
        assessment: String,
        /// What it says.
        form: DecisionForm,
    }
}
