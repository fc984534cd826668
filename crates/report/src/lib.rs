//! From the state of an assessment to a tagged PDF, and back to the data inside it.
//!
//! The way is: state → [`compose`] → [`data::ReportData`] → templates → [`document`]
//! → layout → PDF. It is deterministic: the same data gives the same bytes, on every
//! machine. This crate knows no cryptography: it prepares empty signature fields and
//! leaves signing to `signature`.

pub mod charts;
pub mod data;
pub mod document;
pub mod layout;
pub mod pdf;
pub mod wording;

mod compose;
mod figures;
mod template;

pub use compose::{NoSuchAssessment, Sources, compose};
pub use data::{ReportData, canonical, read};
pub use template::document;

/// The report could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RenderFailed {
    /// A template of the program is broken.
    #[error("the template of the report is broken: {0}")]
    Template(String),
    /// The templates wrote something that is not a document.
    #[error("the template of the report wrote what is not a document:\n{0}")]
    Markup(#[from] document::MarkupError),
}
