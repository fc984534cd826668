//! The rules of an assessment: from events to the state they add up to, and from
//! the state to scores, legal gaps and a verdict.
//!
//! This crate is pure. It opens no file, reads no clock and draws no random
//! number: moments and identities come in with the events. Whoever has the same
//! events computes the same state, in whatever order they arrived.

pub mod advice;
pub mod agenda;
pub mod answer;
pub mod change;
pub mod committee;
pub mod comparison;
pub mod copies;
pub mod deliberation;
pub mod event;
pub mod finding;
pub mod history;
pub mod moment;
pub mod outcome;
pub mod progress;
pub mod report_style;
pub mod session;
pub mod standing;
pub mod state;
pub mod undo;
pub mod vote;
mod waiting;

pub use answer::{Answer, Certainty, Evidence};
pub use change::{Area, Change};
pub use committee::{
    Committee, Interests, Member, Organisation, Quorum, Role, Share, SpeaksFor, Subject,
};
pub use event::{
    ActionId, Actor, AssessmentId, CommentId, CopyId, Event, EventId, EvidenceId, FindingId, Head,
    MeasureId, MemberId, OpinionId, ParkedId, Pinned, ReplicaId, RiskId, RoundId, SessionId,
    SubjectId, TakeHomeId, VoteId,
};
pub use moment::Moment;
pub use state::{AsOf, AssessmentState, Current, RecordedAnswer, Retention, State};
pub use undo::CannotUndo;
