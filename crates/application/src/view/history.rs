//! The history: everything that was done, as sentences.

use serde::Serialize;
use ts_rs::TS;

use super::OptionView;

/// A page of the history, the latest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HistoryPage {
    /// The entries.
    pub entries: Vec<HistoryEntry>,
    /// How many there are in all.
    pub total: u64,
    /// Who did any of it, whatever else is asked for: a member by identity, or `committee`.
    pub authors: Vec<OptionView>,
    /// The parts of the work that any of it belongs to, whatever else is asked for.
    pub areas: Vec<OptionView>,
    /// What the history proves and what it does not.
    pub meaning: String,
}

/// Something that was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HistoryEntry {
    /// Identity of the event.
    pub id: String,
    /// Its number, from 1.
    pub number: u64,
    /// When, for reading.
    pub at: String,
    /// Who.
    pub who: String,
    /// What, as a sentence.
    pub what: String,
    /// What held before, in words.
    pub before: Option<String>,
    /// What holds since, in words.
    pub after: Option<String>,
    /// The assessment it is about.
    pub assessment: Option<String>,
    /// The question it is about.
    pub question: Option<String>,
    /// Whether its words were erased.
    pub erased: bool,
    /// Whether its words can be erased.
    pub erasable: bool,
    /// The assessment to show as it was after this: the one it is about, or else the latest begun
    /// before it.
    pub as_it_was: Option<String>,
    /// What undoing it is called; nothing when that is forbidden. Whether it would make a difference
    /// is asked with `undo_offer`.
    pub undo: Option<UndoOffer>,
    /// Why undoing it is forbidden, in words, where that is for good.
    pub not_undone: Option<String>,
    /// When and by whom it was undone, in words, if it does not count now.
    pub undone_by: Option<String>,
    /// That it does not count yet, and why, in words.
    pub waits: Option<String>,
}

/// Something that can be undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UndoOffer {
    /// What doing so is called.
    pub label: String,
}
