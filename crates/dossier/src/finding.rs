//! Findings: what is wrong in a damaged dossier, each with its place.
//!
//! A finding says what is not as it was written, never why: bad disks and bad
//! intentions leave the same traces.

use assessment::{EventId, ReplicaId};
use serde::Serialize;

/// Findings are collected up to this number: enough to see what is the matter.
const ENOUGH: usize = 100;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "finding", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Finding {
    /// SQLite itself cannot read the file as it should be.
    #[error("{message}")]
    Storage {
        /// What SQLite says.
        message: String,
    },
    /// A table, view, index or trigger that does not belong in a dossier, or has
    /// another definition than it should.
    #[error("`{name}` does not belong in a dossier")]
    UnexpectedDefinition {
        /// Its name.
        name: String,
    },
    /// A table or view is not there.
    #[error("`{name}` is missing")]
    MissingDefinition {
        /// Its name.
        name: String,
    },
    /// A row cannot be read: a column has the wrong type, is not UTF-8 or is not
    /// of the form it should have.
    #[error("`{column}` of row {row} of `{table}` cannot be read")]
    UnreadableRow {
        /// The table.
        table: &'static str,
        /// Which row, counted in the order of reading, from 1.
        row: u64,
        /// The column.
        column: &'static str,
    },
    /// An event between others of its chain is not there.
    #[error("event {seq} of {} is missing", .replica.0)]
    EventMissing {
        /// Whose chain.
        replica: ReplicaId,
        /// Its place in the chain.
        seq: u64,
    },
    /// The header of an event is not what its hash says.
    #[error("event {seq} of {} was changed", .replica.0)]
    EventChanged {
        /// Whose chain.
        replica: ReplicaId,
        /// Its place in the chain.
        seq: u64,
    },
    /// An event does not follow from the one before it.
    #[error("event {seq} of {} does not follow from the one before it", .replica.0)]
    ChainBroken {
        /// Whose chain.
        replica: ReplicaId,
        /// Its place in the chain.
        seq: u64,
    },
    /// What was said is not what the event committed to.
    #[error("the words of event {seq} of {} were changed", .replica.0)]
    WordsChanged {
        /// Whose chain.
        replica: ReplicaId,
        /// Its place in the chain.
        seq: u64,
    },
    /// What was said is what the event committed to, but is not a change that this
    /// program understands.
    #[error("the words of event {event} cannot be understood: {reason}")]
    WordsMeaningless {
        /// The event.
        event: EventId,
        /// What is wrong with them.
        reason: String,
    },
    /// What was said is not there, and no other event says that it was erased.
    #[error("the words of event {seq} of {} are missing", .replica.0)]
    WordsMissing {
        /// Whose chain.
        replica: ReplicaId,
        /// Its place in the chain.
        seq: u64,
    },
    /// What was said is there, though another event says that it was erased.
    #[error("the words of event {event} should have been erased")]
    WordsNotErased {
        /// The event.
        event: EventId,
    },
    /// Words that belong to no event.
    #[error("there are words that belong to no event ({count})")]
    WordsWithoutEvent {
        /// How many.
        count: u64,
    },
    /// The event with which every dossier begins is not there.
    #[error("the first event is missing")]
    NoBeginning,
    /// The file does not say whose chain this copy writes.
    #[error("this copy of the dossier has no identity")]
    NoReplica,
    /// A file that an event names is not there.
    #[error("the file {sha256} is missing")]
    BlobMissing {
        /// The hash of the file.
        sha256: String,
    },
    /// A kept file is not as the events say.
    #[error("the file {sha256} was changed")]
    BlobChanged {
        /// The hash of the file.
        sha256: String,
    },
    /// A kept file that no event names.
    #[error("the file {sha256} belongs to no event")]
    BlobUnnamed {
        /// The hash of the file.
        sha256: String,
    },
}

/// A list of findings that stays short.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    kept: Vec<Finding>,
    added: usize,
}

impl Findings {
    /// Adds `finding`, unless it is there already or there are enough.
    pub(crate) fn add(&mut self, finding: Finding) {
        self.added += 1;
        if !self.is_enough() && !self.kept.contains(&finding) {
            self.kept.push(finding);
        }
    }

    /// How often something was added.
    pub(crate) fn added(&self) -> usize {
        self.added
    }

    /// Whether looking for more serves no purpose.
    pub(crate) fn is_enough(&self) -> bool {
        self.kept.len() >= ENOUGH
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    pub(crate) fn into_vec(self) -> Vec<Finding> {
        self.kept
    }
}
