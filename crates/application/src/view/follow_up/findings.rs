//! Findings, risks and measures.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::input::inputs;
use super::super::{OptionView, OwnerForm, PositionsView, QuestionLink};

/// The page of what was found: proposals, findings, risks, measures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FindingsPage {
    /// The AI application's name.
    pub subject: String,
    /// Findings that the answers point at, for the committee to make or to dismiss.
    pub proposals: Vec<ProposalView>,
    /// Proposals that the committee did not follow, with its reasons.
    pub dismissed: Vec<DismissedProposal>,
    /// The findings, in the order they were written down.
    pub findings: Vec<FindingView>,
    /// The risks, in the order they were written down.
    pub risks: Vec<RiskView>,
    /// The risks by likelihood and impact.
    pub matrix: RiskMatrix,
    /// The measures, in the order they were written down.
    pub measures: Vec<MeasureView>,
    /// The questions that a finding can rest on.
    pub questions: Vec<QuestionLink>,
    /// The members, to choose the owner of a measure from.
    pub members: Vec<OptionView>,
    /// The grades of likelihood, `1` to `5`, in words.
    pub likelihoods: Vec<OptionView>,
    /// The grades of impact, `1` to `5`, in words.
    pub impacts: Vec<OptionView>,
}

/// Which proposal: why it was made, and about which question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProposalRef {
    /// `legal_gap`, `missing_key_point` or `low_score`.
    pub cause: String,
    /// The question.
    pub question: String,
}

/// A finding that the answers point at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProposalView {
    /// Which one, to send along.
    pub proposal: ProposalRef,
    /// Why it is proposed, in words.
    pub cause_label: String,
    /// The question.
    pub question: QuestionLink,
    /// The answer in words.
    pub answer: String,
    /// A text to begin with.
    pub text: String,
    /// A first step that the questionnaire names.
    pub first_step: Option<String>,
}

/// A proposal that the committee did not follow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DismissedProposal {
    /// The event; undoing it brings the proposal back.
    pub event: String,
    /// Why it was proposed, in words.
    pub cause_label: String,
    /// The question.
    pub question: QuestionLink,
    /// Why it was not followed.
    pub reason: String,
    /// When, for reading.
    pub at: String,
}

/// A finding as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FindingForm {
    /// What is the matter.
    pub text: String,
    /// The questions that it rests on.
    pub questions: Vec<String>,
    /// The proposal that it is made of.
    pub proposal: Option<ProposalRef>,
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FindingView {
    /// Identity.
    pub id: String,
    /// Which one of the assessment it is, from 1.
    pub number: u32,
    /// What it says.
    pub form: FindingForm,
    /// The questions that it rests on.
    pub questions: Vec<QuestionLink>,
    /// Why it was proposed, in words, if it was.
    pub cause_label: Option<String>,
    /// When and by whom it was written down, for reading.
    pub recorded: String,
    /// What the members think of it.
    pub positions: PositionsView,
}

/// How serious a risk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RatingForm {
    /// How likely, 1 to 5.
    pub likelihood: u8,
    /// How bad, 1 to 5.
    pub impact: u8,
}

/// A risk as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RiskForm {
    /// What may go wrong.
    pub text: String,
    /// Who would feel it.
    pub for_whom: String,
    /// The findings that it comes from.
    pub findings: Vec<String>,
    /// How serious it is as things are.
    pub before: RatingForm,
    /// How serious it is once the measures are in place, where that was judged.
    pub after: Option<RatingForm>,
}

/// A risk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RiskView {
    /// Identity.
    pub id: String,
    /// Which one of the assessment it is, from 1; so it stands in the matrix.
    pub number: u32,
    /// What it says.
    pub form: RiskForm,
    /// How serious it is as things are, in words.
    pub before_label: String,
    /// How serious it is once the measures are in place, in words.
    pub after_label: Option<String>,
    /// The findings that it comes from, in words.
    pub findings: Vec<String>,
    /// The measures that lower it, in words.
    pub measures: Vec<String>,
}

/// The risks by likelihood and impact: the most likely row first, in each the least impact first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RiskMatrix {
    /// One row for each likelihood, from 5 to 1.
    pub rows: Vec<RiskRow>,
}

/// The risks of one likelihood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RiskRow {
    /// How likely, 1 to 5.
    pub likelihood: u8,
    /// In words.
    pub label: String,
    /// One cell for each impact, from 1 to 5.
    pub cells: Vec<RiskCell>,
}

/// The risks of one likelihood and impact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RiskCell {
    /// How bad, 1 to 5.
    pub impact: u8,
    /// In words.
    pub label: String,
    /// The numbers of the risks that stand here as things are.
    pub before: Vec<u32>,
    /// The numbers of those that stand here once the measures are in place.
    pub after: Vec<u32>,
}

/// A measure as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MeasureForm {
    /// What it is.
    pub text: String,
    /// The findings that it answers.
    pub findings: Vec<String>,
    /// The risks that it lowers.
    pub risks: Vec<String>,
    /// Who answers for it, where that was agreed.
    pub owner: Option<OwnerForm>,
    /// By when it is to be in place: `2026-11-21`.
    pub due: Option<String>,
    /// Since when it is in place: `2026-11-21`; nothing when it is not yet.
    pub in_place_since: Option<String>,
}

/// A measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MeasureView {
    /// Identity.
    pub id: String,
    /// Which one of the assessment it is, from 1.
    pub number: u32,
    /// What it says.
    pub form: MeasureForm,
    /// Who answers for it, by name.
    pub owner: Option<String>,
    /// Since when it is in place, by when it is to be, or that it is not yet, in words.
    pub in_place: String,
    /// Whether the day by which it was to be in place is over.
    pub overdue: bool,
    /// The findings that it answers, in words.
    pub findings: Vec<String>,
    /// The risks that it lowers, in words.
    pub risks: Vec<String>,
}

inputs! {
    /// A finding to write down.
    RecordFinding {
        /// In which assessment.
        assessment: String,
        /// What it says.
        form: FindingForm,
    }
    /// A finding, anew.
    ReviseFinding {
        /// Which one.
        finding: String,
        /// What holds from now on.
        form: FindingForm,
    }
    /// A finding that no longer stands.
    DropFinding {
        /// Which one.
        finding: String,
        /// Why.
        reason: String,
    }
    /// A proposal that the committee does not follow.
    DismissProposal {
        /// In which assessment.
        assessment: String,
        /// Which proposal.
        proposal: ProposalRef,
        /// Why.
        reason: String,
    }
    /// A risk to write down.
    RecordRisk {
        /// In which assessment.
        assessment: String,
        /// What it says.
        form: RiskForm,
    }
    /// A risk, anew.
    ReviseRisk {
        /// Which one.
        risk: String,
        /// What holds from now on.
        form: RiskForm,
    }
    /// A risk that is none after all.
    DropRisk {
        /// Which one.
        risk: String,
        /// Why.
        reason: String,
    }
    /// A measure to write down.
    RecordMeasure {
        /// In which assessment.
        assessment: String,
        /// What it says.
        form: MeasureForm,
    }
    /// A measure, anew.
    ReviseMeasure {
        /// Which one.
        measure: String,
        /// What holds from now on.
        form: MeasureForm,
    }
    /// A measure that was given up.
    DropMeasure {
        /// Which one.
        measure: String,
        /// Why.
        reason: String,
    }
}
