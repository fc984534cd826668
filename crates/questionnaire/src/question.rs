//! One question and the ways in which it can be answered.
//!
//! The form of an answer carries what belongs to it and nothing else: a scored choice has a score
//! and a descriptor, a choice of the profile sets flags, a number has bands. Whether a question is
//! intake or assessment follows from its form, so the two cannot contradict each other.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Condition, DutyHolderId, Flag, Localised, QuestionId, ReferenceId, RoleId, Score};

/// A question as published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Question {
    /// Its id, never reused for another question.
    pub id: QuestionId,
    /// The question itself.
    pub text: Localised,
    /// Why it matters.
    pub why: Localised,
    /// What to keep in mind while answering, if anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Localised>,
    /// How it is answered.
    pub answer: AnswerForm,
    /// What counts as evidence.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence_hints: Vec<Localised>,
    /// What a good answer looked like at a fictional organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<Localised>,
    /// What to do first when the answer falls short.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_step: Option<Localised>,
    /// What the question rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<ReferenceId>,
    /// The numbers of the service promises it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub promises: Vec<u8>,
    /// Roles that are well placed to help answer it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suggested_roles: Vec<RoleId>,
    /// How binding it is.
    pub obligation: Obligation,
    /// How heavily it counts, 0 to 3; 0 is never scored.
    #[schemars(range(min = 0, max = 3))]
    pub weight: u8,
    /// When it is asked; absent means always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
}

impl Question {
    /// Whether the question describes the application or judges it.
    #[must_use]
    pub const fn kind(&self) -> QuestionKind {
        self.answer.kind()
    }

    /// Whether its answer counts towards a score.
    #[must_use]
    pub const fn is_scored(&self) -> bool {
        self.weight > 0
            && matches!(self.kind(), QuestionKind::Assessment)
            && !matches!(self.answer, AnswerForm::FreeText { .. })
    }

    /// The legal duty that the question asks about, if it does.
    #[must_use]
    pub const fn legal_duty(&self) -> Option<&LegalDuty> {
        match &self.obligation {
            Obligation::Must(duty) => Some(duty),
            Obligation::Should | Obligation::Could | Obligation::Info => None,
        }
    }
}

/// What a question is for.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    /// Describes the application; its answers set flags.
    Intake,
    /// Judges the application; its answers are scored or printed.
    Assessment,
}

impl QuestionKind {
    /// The kind as written on the command line and in exports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Intake => "intake",
            Self::Assessment => "assessment",
        }
    }
}

/// How binding a question is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(deny_unknown_fields)]
pub enum Obligation {
    /// The law demands it: an answer that falls short is a legal gap.
    Must(LegalDuty),
    /// The norm of a supervisor, a sector code or a standard.
    Should,
    /// Good practice.
    Could,
    /// It only describes the application.
    Info,
}

impl Obligation {
    /// The level without the duty behind it.
    #[must_use]
    pub const fn level(&self) -> ObligationLevel {
        match self {
            Self::Must(_) => ObligationLevel::Must,
            Self::Should => ObligationLevel::Should,
            Self::Could => ObligationLevel::Could,
            Self::Info => ObligationLevel::Info,
        }
    }
}

/// How binding a question is, as a bare word.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ObligationLevel {
    /// The law.
    Must,
    /// A norm.
    Should,
    /// Good practice.
    Could,
    /// Profile.
    Info,
}

/// A duty in law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct LegalDuty {
    /// When the duty exists at all; where it does not, the question counts as *should*. Absent means
    /// wherever the question is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_if: Option<Condition>,
    /// The first day on which the duty applies; before it, falling short is an upcoming gap. Absent
    /// means that it applies already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub applies_from: Option<Date>,
    /// Whom it binds.
    #[schemars(length(min = 1))]
    pub holders: Vec<DutyHolderId>,
}

/// How a question is answered. *Not yet known* is always possible; *not applicable*, with a reason,
/// wherever the answer is scored or written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[schemars(deny_unknown_fields)]
pub enum AnswerForm {
    /// Intake: one choice, which sets its flags.
    ProfileChoice {
        /// What can be chosen.
        #[schemars(length(min = 1, max = 100))]
        choices: Vec<ProfileChoice>,
    },
    /// Intake: one or more choices, each of which sets its flags.
    ProfileChoices {
        /// What can be chosen.
        #[schemars(length(min = 1, max = 100))]
        choices: Vec<ProfileChoice>,
    },
    /// A level from 0 to 4, worth a quarter each.
    Maturity {
        /// What each level looks like in practice, from 0 to 4.
        levels: [Localised; 5],
    },
    /// Yes, partly or no: worth 1, a half and 0.
    #[serde(rename = "yes_partly_no")]
    YesPartlyNo {
        /// What *yes* looks like in practice.
        yes: Localised,
        /// What *partly* looks like.
        partly: Localised,
        /// What *no* looks like.
        no: Localised,
        /// When *not applicable* is the right answer, where that needs explaining.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        not_applicable: Option<Localised>,
    },
    /// One of several choices, each with its score.
    SingleChoice {
        /// What can be chosen, worst first.
        #[schemars(length(min = 1, max = 100))]
        choices: Vec<ScoredChoice>,
    },
    /// A whole number, scored by the band it falls in.
    Number {
        /// What is counted.
        unit: Localised,
        /// The bands, together covering every number from 0.
        #[schemars(length(min = 1, max = 100))]
        bands: Vec<Band>,
        /// How to count, so that two committees count alike.
        how: Localised,
    },
    /// Text: not scored, and printed in full.
    FreeText {
        /// What the text should contain.
        how: Localised,
    },
}

impl AnswerForm {
    /// Whether the form belongs to intake or to the assessment.
    #[must_use]
    pub const fn kind(&self) -> QuestionKind {
        match self {
            Self::ProfileChoice { .. } | Self::ProfileChoices { .. } => QuestionKind::Intake,
            Self::Maturity { .. }
            | Self::YesPartlyNo { .. }
            | Self::SingleChoice { .. }
            | Self::Number { .. }
            | Self::FreeText { .. } => QuestionKind::Assessment,
        }
    }

    /// The type of answer as the command line and exports name it.
    #[must_use]
    pub const fn type_name(&self) -> &'static str {
        match self {
            Self::ProfileChoice { .. } | Self::SingleChoice { .. } => "single_choice",
            Self::ProfileChoices { .. } => "multiple_choice",
            Self::Maturity { .. } => "maturity",
            Self::YesPartlyNo { .. } => "yes_partly_no_na",
            Self::Number { .. } => "number",
            Self::FreeText { .. } => "free_text",
        }
    }
}

/// A choice of an intake question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ProfileChoice {
    /// What is recorded.
    #[schemars(regex(pattern = r"^[a-z][a-z0-9_]*$"))]
    pub value: String,
    /// What is shown.
    pub label: Localised,
    /// The flags that it sets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<Flag>,
    /// Whether it excludes every other choice, as *none of these* does.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub exclusive: bool,
}

/// A choice of an assessment question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ScoredChoice {
    /// What is recorded.
    #[schemars(regex(pattern = r"^[a-z][a-z0-9_]*$"))]
    pub value: String,
    /// What is shown.
    pub label: Localised,
    /// What it is worth.
    pub score: Score,
    /// What it looks like in practice.
    pub descriptor: Localised,
}

/// A range of numbers with one score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Band {
    /// The smallest number in the band.
    pub min: u32,
    /// The largest number in the band; absent for the last band, which has no end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u32>,
    /// What a number in the band is worth.
    pub score: Score,
}

impl Band {
    /// Whether `number` lies in the band.
    #[must_use]
    pub fn contains(&self, number: u32) -> bool {
        self.min <= number && self.max.is_none_or(|max| number <= max)
    }
}
