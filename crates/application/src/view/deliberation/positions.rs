//! What members say of what was written down: positions and comments.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::view::input::inputs;

/// What a position is taken on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum MatterForm {
    /// The answer that holds.
    Answer {
        /// To which question.
        question: String,
    },
    /// A finding.
    Finding {
        /// Which one.
        finding: String,
    },
    /// The committee's advice.
    Advice,
    /// The report as a whole.
    Report,
}

/// The positions on one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PositionsView {
    /// On what.
    pub on: MatterForm,
    /// On it as it stands, in the order of the members.
    pub standing: Vec<PositionView>,
    /// On an earlier form of it, oldest first.
    pub earlier: Vec<PositionView>,
    /// Who took a position on an earlier form and none on what stands.
    pub to_ask_again: Vec<MemberName>,
    /// Who has a say and took no position on what stands, those to ask again included.
    pub not_yet: Vec<MemberName>,
    /// Who stands aside.
    pub aside: Vec<MemberName>,
    /// Whether somebody differs from what stands.
    pub contested: bool,
    /// Whether there is something to take a position on.
    pub open: bool,
}

/// A member, by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MemberName {
    /// Who.
    pub member: String,
    /// Their name.
    pub name: String,
}

/// A position of a member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PositionView {
    /// Whose.
    pub member: String,
    /// Their name. Outside of the committee it is shown only when `named` says so.
    pub name: String,
    /// `agree`, `reservation`, `dissent`, `abstain` or `refuse`.
    pub position: String,
    /// In words.
    pub label: String,
    /// Why.
    pub reason: String,
    /// Whether the report gives their name with it: their own choice.
    pub named: bool,
    /// When, for reading.
    pub at: String,
}

/// A comment with all that was answered to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ThreadView {
    /// The comment that began it.
    pub comment: CommentView,
    /// The answers, oldest first.
    pub replies: Vec<CommentView>,
}

/// A comment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CommentView {
    /// Identity.
    pub id: String,
    /// What is said.
    pub text: String,
    /// Who says it, by name; the committee when nobody is named.
    pub by: String,
    /// When, and whether it was revised, for reading.
    pub at: String,
    /// Since when it is resolved, for reading.
    pub resolved: Option<String>,
    /// Whether it goes into the report.
    pub in_report: bool,
}

inputs! {
    /// The positions on something.
    PositionsOn {
        /// Of which assessment.
        assessment: String,
        /// On what.
        on: MatterForm,
    }
    /// A position to take, or another one.
    TakePosition {
        /// Of which assessment.
        assessment: String,
        /// On what.
        on: MatterForm,
        /// Who.
        member: String,
        /// `agree`, `reservation`, `dissent` or `abstain`; `refuse` of the report only.
        position: String,
        /// Why; needed for all but agreeing and abstaining.
        reason: String,
        /// Whether the report gives their name with it.
        named: bool,
    }
    /// A position to withdraw.
    WithdrawPosition {
        /// Of which assessment.
        assessment: String,
        /// On what.
        on: MatterForm,
        /// Whose.
        member: String,
    }
    /// A comment to make.
    MakeComment {
        /// Of which assessment.
        assessment: String,
        /// On which question.
        question: String,
        /// What is said.
        text: String,
        /// The member who says it; nobody when it is the committee's.
        by: Option<String>,
        /// The comment that it answers.
        reply_to: Option<String>,
        /// Whether it goes into the report.
        in_report: bool,
    }
    /// A comment.
    OneComment {
        /// Of which assessment.
        assessment: String,
        /// Which one.
        comment: String,
    }
    /// A comment, worded anew.
    ReviseComment {
        /// Of which assessment.
        assessment: String,
        /// Which one.
        comment: String,
        /// How it reads from now on.
        text: String,
    }
    /// A comment to choose into the report, or out of it.
    ChooseComment {
        /// Of which assessment.
        assessment: String,
        /// Which one.
        comment: String,
        /// Whether it goes into the report.
        in_report: bool,
    }
}
