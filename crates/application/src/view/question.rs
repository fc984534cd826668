//! One question with everything that helps to answer it, and what is sent back.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AnswerState, PositionsView, QuestionLink, SectionLink, ThreadView};

/// The page of one question.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct QuestionPage {
    /// Identity.
    pub id: String,
    /// The section it belongs to.
    pub section: SectionLink,
    /// Which of the questions asked in this section it is, from 1.
    pub number: u32,
    /// How many questions are asked in this section.
    pub of: u32,
    /// The section's introduction; shown with its first question.
    pub introduction: Option<String>,
    /// Whether it is an intake question, which sets the profile.
    pub intake: bool,
    /// The question.
    pub text: String,
    /// Why it matters.
    pub why: String,
    /// What to mind, if anything.
    pub note: Option<String>,
    /// The rule for answering, shown above a scale.
    pub answer_rule: Option<String>,
    /// How it is answered.
    pub input: QuestionInput,
    /// Whether *not applicable* can be answered.
    pub may_be_not_applicable: bool,
    /// Whether *not applicable* needs a named person, because it is a legal point.
    pub not_applicable_needs_name: bool,
    /// What counts as evidence.
    pub evidence_hints: Vec<String>,
    /// An example of good practice.
    pub example: Option<String>,
    /// A first step for those who are not there yet.
    pub first_step: Option<String>,
    /// Where the duty or norm comes from.
    pub references: Vec<ReferenceView>,
    /// The service promises it serves.
    pub promises: Vec<PromiseView>,
    /// Who had best be at the table, in words.
    pub suggested_roles: Vec<String>,
    /// How binding it is, here and now.
    pub obligation: ObligationView,
    /// How much it weighs in the scores; 0 when it is not scored.
    pub weight: u8,
    /// The current answer, if one holds.
    pub answer: Option<AnswerForm>,
    /// Where the question stands.
    pub state: AnswerState,
    /// When the answer was saved and by whom, for reading.
    pub saved: Option<String>,
    /// From which earlier assessment the answer was taken over, in words, while nobody looked at it
    /// since.
    pub taken_over: Option<String>,
    /// The answers that contradict each other, when they do.
    pub conflict: Vec<ConflictingAnswer>,
    /// The evidence attached.
    pub evidence: Vec<EvidenceView>,
    /// Earlier answers to this question, the latest first.
    pub earlier: Vec<EarlierAnswer>,
    /// What the members think of the answer.
    pub positions: PositionsView,
    /// The comments on the question, in the order in which they began.
    pub comments: Vec<ThreadView>,
    /// The question before it, across sections.
    pub previous: Option<QuestionLink>,
    /// The question after it, across sections; nothing at the very end.
    pub next: Option<QuestionLink>,
    /// Whether it is asked now. An answer to a question that is not asked is kept
    /// and ignored.
    pub asked: bool,
    /// The members, by name, to stand for an answer.
    pub members: Vec<String>,
    /// How many events the dossier had when this was read: what was saved since is newer.
    pub events: u64,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum QuestionInput {
    /// One of a few options: yes, partly, no; or options of its own.
    Single {
        /// The options, in order.
        options: Vec<OptionView>,
    },
    /// Any number of options.
    Multiple {
        /// The options, in order.
        options: Vec<OptionView>,
    },
    /// A level of maturity, 0 to 4.
    Maturity {
        /// The levels, in order; their values are `0` to `4`.
        options: Vec<OptionView>,
    },
    /// A whole number.
    Number {
        /// What is counted.
        unit: String,
        /// How to count.
        how: Option<String>,
    },
    /// A text.
    Text {
        /// What a good text holds.
        how: Option<String>,
    },
}

/// An option to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OptionView {
    /// Its value.
    pub value: String,
    /// Its words.
    pub label: String,
    /// What it looks like in practice.
    pub descriptor: Option<String>,
}

/// What is answered, as it goes to and fro.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum AnswerValue {
    /// One option, or a level of maturity.
    Choice {
        /// Its value.
        option: String,
    },
    /// Any number of options.
    Choices {
        /// Their values.
        options: Vec<String>,
    },
    /// A number, as typed.
    Number {
        /// What was typed.
        typed: String,
    },
    /// A text.
    Text {
        /// The text.
        text: String,
    },
    /// Not applicable; needs a consideration.
    NotApplicable,
    /// Not yet known; stays open.
    NotYetKnown,
}

/// An answer with all that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AnswerForm {
    /// What is answered.
    pub value: AnswerValue,
    /// Why.
    pub because: String,
    /// `known`, `assumed` or `unknown`.
    pub certainty: Option<String>,
    /// 0 no evidence, 1 stated orally, 2 document present, 3 checked.
    pub evidence_strength: Option<u8>,
    /// The person who stands for it, by name.
    pub by: Option<String>,
}

/// A reference with the status of its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReferenceView {
    /// Identity.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Law, norm, standard…, in words.
    pub kind: String,
    /// The address, as text: nothing is ever opened.
    pub url: Option<String>,
    /// Whether the source was seen, in part or not, in words.
    pub status: String,
    /// From when it applies, for reading.
    pub applies_from: Option<String>,
    /// What to mind.
    pub note: Option<String>,
}

/// A service promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PromiseView {
    /// 1 to 7.
    pub number: u8,
    /// Its text.
    pub text: String,
    /// Whether the text is the promise's own or a working translation, in words.
    pub status: String,
    /// Whether it is a working translation.
    pub working_translation: bool,
    /// A name of a few words, for charts.
    pub short: String,
}

/// How binding a question is, here and now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ObligationView {
    /// `must`, `upcoming`, `should`, `could` or `info`.
    pub level: String,
    /// In words.
    pub label: String,
    /// From when a duty applies, for reading, when it has a date.
    pub applies_from: Option<String>,
    /// Whose duty it is, in words.
    pub holders: Vec<String>,
}

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EvidenceView {
    /// Identity.
    pub id: String,
    /// What people call it.
    pub label: String,
    /// Its size, for reading.
    pub size: String,
    /// SHA-256, 64 hexadecimal digits.
    pub sha256: String,
    /// When it was attached, for reading.
    pub at: String,
}

/// One of several answers that contradict each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ConflictingAnswer {
    /// Who wrote it down and when, for reading.
    pub from: String,
    /// The answer.
    pub answer: AnswerForm,
    /// The answer in words.
    pub text: String,
}

/// An earlier answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EarlierAnswer {
    /// When, for reading.
    pub at: String,
    /// The answer in words.
    pub text: String,
    /// The consideration then.
    pub because: String,
}
