//! The rules of an assessment: from events to the state they add up to, and from
//! the state to scores, legal gaps and a verdict.
//!
//! This crate is pure. It opens no file, reads no clock and draws no random
//! number: moments and identities come in with the events. Whoever has the same
//! events computes the same state, in whatever order they arrived.

pub mod answer;
pub mod change;
pub mod committee;
pub mod event;
pub mod history;
pub mod moment;
pub mod outcome;
pub mod progress;
pub mod state;
pub mod undo;

pub use answer::{Answer, Certainty, Evidence};
pub use change::Change;
pub use committee::{
    Committee, Interests, Member, Organisation, Quorum, Role, Share, SpeaksFor, Subject,
};
pub use event::{
    Actor, AssessmentId, Event, EventId, EvidenceId, MemberId, Pinned, ReplicaId, SubjectId,
};
pub use moment::Moment;
pub use state::{AsOf, AssessmentState, Current, RecordedAnswer, Retention, State};
pub use undo::CannotUndo;
