//! Side panels: glossary, service promises, sources, what is expected to change.

use serde::Serialize;
use ts_rs::TS;

use super::{PromiseView, ReferenceView};

/// A term and its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GlossaryEntry {
    /// The term.
    pub term: String,
    /// What it means.
    pub definition: String,
    /// Other words for it.
    pub also: Vec<String>,
}

/// The page about the instrument itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InstrumentPage {
    /// Its title.
    pub title: String,
    /// Its version.
    pub version: String,
    /// Its status: a draft, no legal advice, not endorsed.
    pub status: String,
    /// Up to when the law was looked at.
    pub law_as_of: String,
    /// SHA-256 of its content.
    pub digest: String,
    /// The service promises.
    pub promises: Vec<PromiseView>,
    /// What must be said about the Dutch texts of the promises.
    pub promises_note: String,
    /// The references.
    pub references: Vec<ReferenceView>,
    /// What is expected to change.
    pub watch: Vec<WatchView>,
    /// Notes on the content.
    pub notes: Vec<String>,
}

/// Something that is expected to change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WatchView {
    /// What.
    pub item: String,
    /// When.
    pub expected: String,
    /// Which sections it touches, in words.
    pub affects: Vec<String>,
}
