//! Changes: what a person can do, each with the words that it takes.
//!
//! What the words mean stands with their concept: an answer in [`crate::answer`], a
//! session in [`crate::session`], and so on. What becomes of them is the state's.

use jiff::civil::Date;
use questionnaire::{Language, QuestionId, SectionId};
use serde::{Deserialize, Serialize};

use crate::answer::{Answer, Evidence};
use crate::committee::{Committee, Member, Organisation, Subject};
use crate::event::{AssessmentId, EventId, EvidenceId, MemberId, Pinned, SubjectId};

/// What was done. The name of the variant is the event's `kind` in the file, and
/// the content its payload.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    tag = "kind",
    content = "body",
    rename_all = "snake_case",
    deny_unknown_fields
)]
#[non_exhaustive]
pub enum Change {
    /// The dossier was made. Always the first event of a dossier.
    DossierStarted {
        /// Whose dossier it is.
        organisation: Organisation,
        /// The language the committee works in.
        language: Language,
    },
    /// The organisation's particulars were written anew.
    OrganisationDescribed(Organisation),
    /// The committee's particulars were written anew.
    CommitteeDescribed(Committee),
    /// Somebody joined the committee.
    MemberJoined(Member),
    /// A member's particulars were written anew.
    MemberRevised {
        /// Who.
        member: MemberId,
        /// What holds from now on.
        now: Member,
    },
    /// Somebody left the committee.
    MemberLeft {
        /// Who.
        member: MemberId,
    },
    /// A member said to have an interest of their own in an application, and stands
    /// aside from scores, positions and decisions about it.
    ConflictOfInterestDeclared {
        /// In which application.
        subject: SubjectId,
        /// Who.
        member: MemberId,
        /// What binds them.
        reason: String,
    },
    /// The interest is no more.
    ConflictOfInterestEnded {
        /// In which application.
        subject: SubjectId,
        /// Whose.
        member: MemberId,
    },
    /// An AI application was added.
    SubjectAdded(Subject),
    /// An AI application's particulars were written anew.
    SubjectRevised {
        /// Which one.
        subject: SubjectId,
        /// What holds from now on.
        now: Subject,
    },
    /// An assessment of an application was started.
    AssessmentStarted {
        /// What is assessed.
        subject: SubjectId,
        /// With which questionnaire.
        questionnaire: Pinned,
        /// The date that decides which dated duties apply.
        date: Date,
        /// What falls inside this assessment and what does not.
        scope: String,
    },
    /// The date or the scope of an assessment was written anew.
    AssessmentRevised {
        /// Which one.
        assessment: AssessmentId,
        /// The date that decides which dated duties apply.
        date: Date,
        /// What falls inside this assessment and what does not.
        scope: String,
    },
    /// A question was answered.
    AnswerRecorded {
        /// In which assessment.
        assessment: AssessmentId,
        /// Which question.
        question: QuestionId,
        /// The answer.
        answer: Answer,
        /// The answers that this one replaces.
        based_on: Vec<EventId>,
    },
    /// A question was left open again.
    AnswerWithdrawn {
        /// In which assessment.
        assessment: AssessmentId,
        /// Which question.
        question: QuestionId,
        /// The answers that no longer hold.
        based_on: Vec<EventId>,
    },
    /// A file was added to an answer.
    EvidenceAttached {
        /// In which assessment.
        assessment: AssessmentId,
        /// To which question.
        question: QuestionId,
        /// The file.
        evidence: Evidence,
    },
    /// A file no longer counts as evidence. Its bytes stay in the dossier.
    EvidenceDetached {
        /// Which piece of evidence.
        evidence: EvidenceId,
    },
    /// The committee declared a section complete.
    SectionCompleted {
        /// In which assessment.
        assessment: AssessmentId,
        /// Which section.
        section: SectionId,
    },
    /// The committee took up a completed section again.
    SectionReopened {
        /// In which assessment.
        assessment: AssessmentId,
        /// Which section.
        section: SectionId,
    },
    /// A report with one more signature was kept.
    ReportSigned {
        /// Of which assessment.
        assessment: AssessmentId,
        /// SHA-256 of the whole signed file, hexadecimal: its name in the dossier.
        sha256: String,
        /// The dossier's fingerprint when the report was made, hexadecimal.
        fingerprint: String,
        /// How many events the dossier had then.
        events: u64,
        /// The language of the report.
        language: Language,
        /// Who signed it so far, in order.
        signers: Vec<String>,
    },
    /// An earlier event no longer counts; of an event of this kind: the event that
    /// it undid counts again.
    Undone {
        /// Which event.
        event: EventId,
    },
    /// The words of an earlier event, and the files that only it named, were
    /// erased for good. That it took place stays.
    Erased {
        /// Which event.
        event: EventId,
        /// Why, without repeating what was erased.
        reason: String,
    },
    /// The words of an earlier event were not found in a damaged file. They count
    /// again where a sound copy still has them.
    Lost {
        /// Which event.
        event: EventId,
    },
    /// The organisation chose how long it keeps the dossier.
    RetentionChosen {
        /// The last day on which it is kept.
        until: Date,
        /// Why until then.
        reason: String,
    },
}

impl Change {
    /// The name of the variant, as the file keeps it.
    pub fn kind(&self) -> &'static str {
        match self {
            Change::DossierStarted { .. } => "dossier_started",
            Change::OrganisationDescribed(_) => "organisation_described",
            Change::CommitteeDescribed(_) => "committee_described",
            Change::MemberJoined(_) => "member_joined",
            Change::MemberRevised { .. } => "member_revised",
            Change::MemberLeft { .. } => "member_left",
            Change::ConflictOfInterestDeclared { .. } => "conflict_of_interest_declared",
            Change::ConflictOfInterestEnded { .. } => "conflict_of_interest_ended",
            Change::SubjectAdded(_) => "subject_added",
            Change::SubjectRevised { .. } => "subject_revised",
            Change::AssessmentStarted { .. } => "assessment_started",
            Change::AssessmentRevised { .. } => "assessment_revised",
            Change::AnswerRecorded { .. } => "answer_recorded",
            Change::AnswerWithdrawn { .. } => "answer_withdrawn",
            Change::EvidenceAttached { .. } => "evidence_attached",
            Change::EvidenceDetached { .. } => "evidence_detached",
            Change::SectionCompleted { .. } => "section_completed",
            Change::SectionReopened { .. } => "section_reopened",
            Change::ReportSigned { .. } => "report_signed",
            Change::Undone { .. } => "undone",
            Change::Erased { .. } => "erased",
            Change::Lost { .. } => "lost",
            Change::RetentionChosen { .. } => "retention_chosen",
        }
    }

    /// Whether the words of a change of this kind may be erased. Not those on which
    /// the others rest, nor what was signed, nor what says what was undone or erased.
    pub fn is_erasable(kind: &str) -> bool {
        !matches!(
            kind,
            "dossier_started"
                | "assessment_started"
                | "report_signed"
                | "undone"
                | "erased"
                | "lost"
        )
    }

    /// The assessment that this change belongs to, if it belongs to one that is
    /// named in it.
    pub fn assessment(&self) -> Option<AssessmentId> {
        match self {
            Change::AssessmentRevised { assessment, .. }
            | Change::AnswerRecorded { assessment, .. }
            | Change::AnswerWithdrawn { assessment, .. }
            | Change::EvidenceAttached { assessment, .. }
            | Change::SectionCompleted { assessment, .. }
            | Change::SectionReopened { assessment, .. }
            | Change::ReportSigned { assessment, .. } => Some(*assessment),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_is_the_tag_that_serde_writes() {
        let change = Change::MemberLeft {
            member: MemberId(EventId::new([7; 32])),
        };
        let json = serde_json::to_value(&change).unwrap();
        assert_eq!(json["kind"], change.kind());
        assert_eq!(json["body"]["member"], "07".repeat(32));
        assert_eq!(serde_json::from_value::<Change>(json).unwrap(), change);
    }
}
