//! The committee: its mandate, its members, who stands aside.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::view::MemberForm;
use crate::view::input::inputs;

/// The page of the committee.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct CommitteePage {
    /// What it is and may do.
    pub form: CommitteeForm,
    /// The rule for a quorum, in words.
    pub quorum_label: String,
    /// How many members have to be there today; nothing without a rule.
    pub quorum_needed: Option<u32>,
    /// How many members decide today.
    pub deciding: u32,
    /// Who is a member, in the order they joined.
    pub members: Vec<CommitteeMember>,
    /// Who was one.
    pub left: Vec<CommitteeMember>,
    /// For each AI application, who stands aside.
    pub subjects: Vec<SubjectInterests>,
}

/// What a committee is and may do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CommitteeForm {
    /// Who asked it to judge what, with which authority.
    pub mandate: String,
    /// On which day: `2026-11-21`.
    pub mandated_on: Option<String>,
    /// Who gave the mandate.
    pub mandated_by: String,
    /// Whether that also stands in the edition of a report for the public.
    pub mandated_by_public: bool,
    /// How many have to be there to decide.
    pub quorum: QuorumForm,
    /// What makes it free to say what it finds.
    pub independence: String,
}

/// How many of the deciding members have to be there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum QuorumForm {
    /// No rule: somebody is enough.
    #[default]
    None,
    /// So many members.
    Members {
        /// How many.
        members: u16,
    },
    /// This part of the members or more: two thirds.
    AtLeast {
        /// The part.
        part: u16,
        /// Of how many.
        of: u16,
    },
    /// More than this part of the members: more than half.
    MoreThan {
        /// The part.
        part: u16,
        /// Of how many.
        of: u16,
    },
}

/// Somebody on the committee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CommitteeMember {
    /// Identity.
    pub id: String,
    /// Particulars.
    pub form: MemberForm,
    /// The role in words.
    pub role_label: String,
    /// Whom they speak for, in words.
    pub speaks_for_labels: Vec<String>,
    /// Their term, in words; empty when none was agreed.
    pub term: String,
    /// Whether they serve today.
    pub serving: bool,
    /// Whether they decide: score, take positions, count for the quorum.
    pub decides: bool,
    /// When they left, for reading.
    pub left: Option<String>,
}

/// Who stands aside from everything about an AI application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SubjectInterests {
    /// Which application.
    pub subject: String,
    /// Its name.
    pub name: String,
    /// Who stands aside.
    pub aside: Vec<InterestView>,
}

/// An interest of a member's own in an AI application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InterestView {
    /// Whose.
    pub member: String,
    /// Their name.
    pub name: String,
    /// What binds them.
    pub reason: String,
    /// When it was declared, for reading.
    pub at: String,
}

inputs! {
    /// What the committee is and may do, anew.
    DescribeCommittee {
        /// What holds from now on.
        form: CommitteeForm,
    }
    /// An interest of a member's own in an AI application, from which they stand aside.
    DeclareInterest {
        /// In which application.
        subject: String,
        /// Who.
        member: String,
        /// What binds them.
        reason: String,
    }
    /// An interest that is no more.
    EndInterest {
        /// In which application.
        subject: String,
        /// Whose.
        member: String,
    }
}
