//! The dossier: organisation, committee, AI applications, assessments.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The page of an open dossier.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DossierPage {
    /// The file's name.
    pub file: String,
    /// The folder the file is in.
    pub folder: String,
    /// Whether it can only be looked at, and why, in words.
    pub read_only: Option<String>,
    /// That this is the copy of a member, and so whose everything is that is done in it, in words.
    pub working_as: Option<String>,
    /// That the last day on which it is kept is near or has passed, in words.
    pub reminder: Option<String>,
    /// Whose dossier it is.
    pub organisation: OrganisationForm,
    /// What the committee may do.
    pub mandate: String,
    /// The members, in the order they joined.
    pub members: Vec<MemberView>,
    /// The AI applications with their assessments.
    pub subjects: Vec<SubjectView>,
    /// How many events the dossier has.
    pub events: u64,
    /// The dossier's fingerprint: 64 hexadecimal digits.
    pub fingerprint: String,
    /// When something was last saved, as text for reading.
    pub saved: String,
}

/// The organisation's particulars.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OrganisationForm {
    /// Its name.
    pub name: String,
    /// Its line of business.
    pub sector: String,
    /// What it does.
    pub description: String,
    /// Where people can reach it about this report.
    pub contact: String,
}

/// A member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MemberView {
    /// Identity.
    pub id: String,
    /// Particulars.
    pub form: MemberForm,
    /// The role in words.
    pub role_label: String,
    /// Whom they speak for, in words.
    pub speaks_for_label: Option<String>,
}

/// A member's particulars.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MemberForm {
    /// Full name.
    pub name: String,
    /// `chair`, `facilitator`, `secretary`, `member` or `guest`.
    pub role: String,
    /// What they know about.
    pub expertise: String,
    /// `customers`, `employees`, `privacy`, `law`, `technology` or `board`; several with commas between
    /// them.
    pub speaks_for: Option<String>,
    /// The first day of their term: `2026-01-01`.
    pub from: Option<String>,
    /// The last day of their term.
    pub until: Option<String>,
}

/// An AI application.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SubjectView {
    /// Identity.
    pub id: String,
    /// Particulars.
    pub form: SubjectForm,
    /// Its assessments, the latest first.
    pub assessments: Vec<AssessmentSummary>,
}

/// An AI application's particulars.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SubjectForm {
    /// What it is called.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// How it works and where it is used.
    pub description: String,
    /// Who made or delivers it.
    pub supplier: String,
    /// Since when it is used.
    pub in_use_since: String,
}

/// An assessment in a list.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct AssessmentSummary {
    /// Identity.
    pub id: String,
    /// The date that decides which dated duties apply, for reading.
    pub date: String,
    /// The questionnaire's title and version.
    pub questionnaire: String,
    /// Questions asked now.
    pub asked: u32,
    /// Of which settled.
    pub answered: u32,
    /// How many signed reports there are.
    pub signed_reports: u32,
    /// Where it stands: `concept`, `ready_to_sign`, `signed`, `adopted` or `withdrawn`.
    pub status: String,
    /// The same in words.
    pub status_label: String,
}

/// A questionnaire that an assessment can be started with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuestionnaireChoice {
    /// `id@version`, to send along.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// Its version.
    pub version: String,
    /// What kind of text it is: draft, not legal advice, not endorsed.
    pub status: String,
    /// Up to when the law was looked at.
    pub law_as_of: String,
    /// How many questions it holds at most.
    pub questions: u32,
}
