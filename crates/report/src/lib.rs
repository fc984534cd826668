//! From the state of an assessment to a tagged PDF, and back to the data inside it.
//!
//! The way is: state → [`compose`] → [`data::ReportData`] → templates → [`mod@document`]
//! → layout → PDF. It is deterministic: the same data gives the same bytes, on every
//! machine. This crate knows no keys: it prepares empty signature fields and
//! leaves signing to `signature`.

pub mod artwork;
pub mod charts;
pub mod data;
pub mod document;
pub mod edition;
pub mod layout;
pub mod pdf;
pub mod preview;
pub mod private;
pub mod wording;

mod compare;
mod compose;
mod figures;
mod render;
mod schema;
mod summary;
mod template;

pub use compare::{Comparison, attached_data, compare};
pub use compose::{NoSuchAssessment, Sources, compose};
pub use data::{ReportData, canonical, read};
pub use render::{ATTACHMENT, render};
pub use schema::schema;
pub use template::own::{Broken, LONGEST, SECTIONS, check_section};
pub use template::{broken_sections, document};

/// The report could not be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RenderFailed {
    /// A template of the program is broken.
    #[error("the template of the report is broken: {0}")]
    Template(String),
    /// The templates wrote something that is not a document.
    #[error("the template of the report wrote what is not a document:\n{0}")]
    Markup(#[from] document::MarkupError),
    /// The pages could not be put into a file.
    #[error(transparent)]
    Pdf(#[from] pdf::PdfFailed),
    /// The logo in the data is none that this program made.
    #[error(transparent)]
    Logo(#[from] artwork::LogoDamaged),
    /// The data could not be written as JSON.
    #[error("the data of the report could not be written")]
    Data(#[from] serde_json::Error),
}
