//! Events: everything a person does, once. The state is what they add up to.
//!
//! An event has a header, which is never changed or deleted, and a [`Change`],
//! the words themselves, which can be erased for good: the header then stays and
//! shows that something was said here, when and by whom. How events are hashed,
//! chained and stored is the business of the `dossier` crate.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use questionnaire::{Language, QuestionId, SectionId};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::answer::{Answer, Evidence};
use crate::committee::{Committee, Member, Organisation, Subject};
use crate::moment::Moment;

/// The identity of an event: the SHA-256 hash of its header.
///
/// What an event begins (a member, an application, an assessment, a piece of
/// evidence) is known by the same identity for as long as it exists.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId([u8; 32]);

/// A text that is not an identity: 64 lower-case hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an identity of 64 hexadecimal digits")]
pub struct NotAnId(pub String);

impl EventId {
    /// The identity with this hash.
    pub const fn new(hash: [u8; 32]) -> Self {
        EventId(hash)
    }

    /// The hash.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The first eight digits: enough for a person to tell two apart.
    pub fn short(&self) -> String {
        let mut text = self.to_string();
        text.truncate(8);
        text
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EventId({})", self.short())
    }
}

impl FromStr for EventId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let refused = || NotAnId(text.to_owned());
        if text.len() != 64 {
            return Err(refused());
        }
        let mut hash = [0u8; 32];
        for (byte, digits) in hash.iter_mut().zip(text.as_bytes().chunks(2)) {
            let digits = std::str::from_utf8(digits).map_err(|_| refused())?;
            if digits
                .bytes()
                .any(|d| !matches!(d, b'0'..=b'9' | b'a'..=b'f'))
            {
                return Err(refused());
            }
            *byte = u8::from_str_radix(digits, 16).map_err(|_| refused())?;
        }
        Ok(EventId(hash))
    }
}

impl Serialize for EventId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for EventId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

macro_rules! identities {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub EventId);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                text.parse().map($name)
            }
        }
    )*};
}

identities! {
    /// A member of the committee, by the event that had them join.
    MemberId;
    /// An AI application, by the event that added it.
    SubjectId;
    /// An assessment, by the event that started it.
    AssessmentId;
    /// A piece of evidence, by the event that attached it.
    EvidenceId;
}

/// One copy of a dossier on one machine: 16 random bytes, as 32 hexadecimal
/// digits. Each replica writes a chain of its own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ReplicaId(pub String);

/// Who did it. A header can never be erased, so it holds no name: a member's
/// identity, or nothing when the committee as a whole was at work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// The committee, around one screen.
    Committee,
    /// One member.
    Member(MemberId),
}

/// Something that was done.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Its identity.
    pub id: EventId,
    /// The copy of the dossier in which it was written.
    pub replica: ReplicaId,
    /// Its place in that replica's chain, from 1.
    pub seq: u64,
    /// Its place among the events of all replicas; ties go by replica, then `seq`.
    pub lamport: u64,
    /// When, by the clock of the machine that wrote it.
    pub at: Moment,
    /// Who did it.
    pub actor: Actor,
    /// What was done; `None` when the words have been erased.
    pub change: Option<Change>,
}

impl Event {
    /// What events are ordered by, the same on every machine. The identity tells
    /// apart what two copies under one name wrote at the same place.
    pub fn place(&self) -> (u64, &ReplicaId, u64, EventId) {
        (self.lamport, &self.replica, self.seq, self.id)
    }
}

/// A questionnaire at one version, with the digest of its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pinned {
    /// Which questionnaire.
    pub id: String,
    /// Which version of it.
    pub version: String,
    /// SHA-256 of its canonical JSON, hexadecimal.
    pub digest: String,
}

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

    #[test]
    fn an_identity_is_read_as_it_is_written_and_in_no_other_form() {
        let id = EventId::new([0xab; 32]);
        assert_eq!(id.to_string().parse::<EventId>().unwrap(), id);
        assert!("AB".repeat(32).parse::<EventId>().is_err());
        assert!("ab".repeat(31).parse::<EventId>().is_err());
        assert!("é".repeat(32).parse::<EventId>().is_err());
        assert!("+a".repeat(32).parse::<EventId>().is_err());
    }
}
