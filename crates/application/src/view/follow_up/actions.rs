//! Action items, and opinions from outside: what has an owner, a document, a date.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::input::inputs;
use super::super::{EvidenceView, FileHandle, OptionView, QuestionLink};

/// The action items of one assessment with those carried over to it, or of the whole dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ActionsPage {
    /// The AI application's name, when it is about one assessment.
    pub subject: Option<String>,
    /// The action items: carried over first, then in the order they were planned.
    pub actions: Vec<ActionView>,
    /// How many of them are not closed.
    pub open: u32,
    /// How many of those are past their date.
    pub overdue: u32,
    /// How many were carried over from earlier assessments.
    pub carried_over: u32,
    /// The members, who can own an action item: identity and name.
    pub members: Vec<OptionView>,
    /// How far an action item can be, in words.
    pub statuses: Vec<OptionView>,
    /// The questions that an action item can come from, when it is about one assessment.
    pub questions: Vec<QuestionLink>,
    /// The findings that it can answer, when it is about one assessment: identity and text.
    pub findings: Vec<OptionView>,
}

/// Who is to do something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum OwnerForm {
    /// A member of the committee.
    Member {
        /// Who.
        member: String,
    },
    /// Somebody else, or a function.
    Named {
        /// What they are called.
        name: String,
    },
}

/// An action item as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ActionForm {
    /// What is to be done.
    pub text: String,
    /// Who does it.
    pub owner: OwnerForm,
    /// By when: `2026-11-21`.
    pub due: Option<String>,
    /// The question that it comes from.
    pub question: Option<String>,
    /// The findings that it answers.
    pub findings: Vec<String>,
}

/// An action item, and how far it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ActionView {
    /// Identity.
    pub id: String,
    /// The assessment in which it was planned.
    pub assessment: String,
    /// The name of the AI application.
    pub subject: String,
    /// What it says.
    pub form: ActionForm,
    /// Who does it, by name.
    pub owner_label: String,
    /// By when, for reading.
    pub due_text: Option<String>,
    /// `open`, `under_way`, `done` or `dropped`.
    pub status: String,
    /// The same in words.
    pub status_label: String,
    /// Whether nothing more is expected.
    pub closed: bool,
    /// Whether its date has passed and it is not closed.
    pub overdue: bool,
    /// From which earlier assessment it was carried over, in words, if it was.
    pub carried_over: Option<String>,
    /// What was said of its progress, the latest first.
    pub progress: Vec<ProgressView>,
    /// All files that go with it.
    pub documents: Vec<EvidenceView>,
}

/// What was said of the progress of an action item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProgressView {
    /// When, for reading.
    pub at: String,
    /// Who wrote it down.
    pub who: String,
    /// How far it was, in words.
    pub status_label: String,
    /// What was done, or why it will not be done.
    pub note: String,
    /// The names of the files that show it.
    pub proof: Vec<String>,
}

/// The voices from outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OpinionsPage {
    /// The AI application's name.
    pub subject: String,
    /// Whose opinions every assessment asks for, or says why not.
    pub expected: Vec<ExpectedOpinion>,
    /// The opinions, in the order they were written down.
    pub opinions: Vec<OpinionView>,
    /// Who can give an opinion, in words.
    pub outsiders: Vec<OptionView>,
}

/// Somebody whose opinion is expected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ExpectedOpinion {
    /// `data_protection_officer`, `works_council` or `customers`.
    pub of: String,
    /// In words.
    pub label: String,
    /// Whether it is settled: they were asked, or it was said why not.
    pub settled: bool,
}

/// An opinion as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpinionForm {
    /// `data_protection_officer`, `works_council`, `customers` or `other`.
    pub of: String,
    /// Their name or that of their organisation.
    pub name: String,
    /// Whether they were asked.
    pub asked: bool,
    /// Why they were asked, or why not.
    pub because: String,
    /// What they said.
    pub text: String,
    /// When they said it: `2026-11-21`.
    pub date: Option<String>,
}

/// An opinion from outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OpinionView {
    /// Identity.
    pub id: String,
    /// What it says.
    pub form: OpinionForm,
    /// Who they are, in words.
    pub of_label: String,
    /// Asked or not, in words.
    pub asked_label: String,
    /// When they said it, for reading.
    pub date_text: Option<String>,
    /// The files that go with it.
    pub documents: Vec<EvidenceView>,
}

inputs! {
    /// The action items of one assessment, or of the whole dossier.
    ActionsOf {
        /// Which assessment.
        assessment: Option<String>,
    }
    /// An action item to plan.
    PlanAction {
        /// In which assessment.
        assessment: String,
        /// What it says.
        form: ActionForm,
    }
    /// An action item, anew.
    ReviseAction {
        /// Which one.
        action: String,
        /// What holds from now on.
        form: ActionForm,
    }
    /// How far an action item is.
    ProgressAction {
        /// Which one.
        action: String,
        /// `open`, `under_way`, `done` or `dropped`.
        status: String,
        /// What was done, or why it will not be done.
        note: String,
        /// The files that show it.
        proof: Vec<FileHandle>,
    }
    /// An opinion to write down.
    RecordOpinion {
        /// In which assessment.
        assessment: String,
        /// What it says.
        form: OpinionForm,
    }
    /// An opinion, anew.
    ReviseOpinion {
        /// Which one.
        opinion: String,
        /// What holds from now on.
        form: OpinionForm,
    }
    /// An opinion that no longer stands.
    DropOpinion {
        /// Which one.
        opinion: String,
        /// Why.
        reason: String,
    }
    /// A file to add to an action item or to an opinion: exactly one of the two.
    AttachDocument {
        /// To which action item.
        action: Option<String>,
        /// To which opinion.
        opinion: Option<String>,
        /// The file.
        file: FileHandle,
    }
}
