//! One assessment: the task list and the check page of a section.

use serde::Serialize;
use ts_rs::TS;

use super::StandingView;

/// The task list: home of an assessment.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct AssessmentPage {
    /// Identity.
    pub id: String,
    /// The AI application's name.
    pub subject: String,
    /// The date that decides which dated duties apply: `2026-11-21`.
    pub date: String,
    /// The same, for reading.
    pub date_text: String,
    /// What falls inside and what does not.
    pub scope: String,
    /// The questionnaire's title and version.
    pub questionnaire: String,
    /// Whether the questionnaire is a draft and what it is not.
    pub questionnaire_status: String,
    /// The sections, in order.
    pub sections: Vec<SectionTask>,
    /// Questions asked now.
    pub asked: u32,
    /// Of which settled.
    pub answered: u32,
    /// The first question still open, to go on with.
    pub next: Option<String>,
    /// Questions whose answers contradict each other.
    pub conflicts: Vec<QuestionLink>,
    /// What the profile switched on, in words.
    pub profile: Vec<String>,
    /// How many answers are kept whose question is not asked now.
    pub kept_aside: u32,
    /// Where it stands, and what it lacks.
    pub standing: StandingView,
}

/// A section as a task.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SectionTask {
    /// Identity.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Questions asked now.
    pub asked: u32,
    /// Of which settled.
    pub answered: u32,
    /// Where it stands.
    pub status: SectionStatusView,
    /// The first open question, else the first.
    pub first: Option<String>,
}

/// Where a section stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SectionStatusView {
    /// Nothing of it is asked.
    NotAsked,
    /// Nothing is answered yet.
    NotStarted,
    /// Some questions are answered.
    InProgress,
    /// All are answered, not yet declared complete.
    AllAnswered,
    /// Declared complete.
    Completed,
    /// Declared complete, yet questions are open.
    ToReview,
}

/// A question to go to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuestionLink {
    /// Identity.
    pub id: String,
    /// The question.
    pub text: String,
    /// The section it belongs to.
    pub section: String,
}

/// The check page of a section: its introduction and every question with its
/// answer.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SectionPage {
    /// Identity.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is about and why.
    pub introduction: String,
    /// The questions asked now, in order.
    pub questions: Vec<SectionRow>,
    /// Where it stands.
    pub status: SectionStatusView,
    /// The section before it that has questions.
    pub previous: Option<SectionLink>,
    /// The section after it that has questions.
    pub next: Option<SectionLink>,
}

/// A section to go to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SectionLink {
    /// Identity.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// A question on the check page.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SectionRow {
    /// Identity.
    pub id: String,
    /// The question.
    pub text: String,
    /// The answer in words, if there is one.
    pub answer: Option<String>,
    /// The consideration.
    pub because: String,
    /// How sure, in words.
    pub certainty: Option<String>,
    /// How many pieces of evidence there are.
    pub evidence: u32,
    /// Where it stands.
    pub state: AnswerState,
    /// Whether it is a legal point that counts here and now.
    pub legal: bool,
}

/// Where a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AnswerState {
    /// No answer.
    Open,
    /// Answered *not yet known*: still open.
    NotYetKnown,
    /// Answered.
    Answered,
    /// Answered *not applicable*.
    NotApplicable,
    /// Answers contradict each other.
    Conflict,
}
