//! The report in every other form that people ask for: a page to publish, a text to edit, tables to count with.
//!
//! All are made from the data of a report. HTML, DOCX and Markdown come from the same blocks as the PDF, so that they cannot
//! drift from it; XLSX and CSV from the same data as rows. The same data gives the same bytes. None of these forms can be
//! signed or verified: that is for the PDF. What people typed is text in every form, never markup, a formula or a script.
//!
//! This crate is apart from `report` so that what verifies a report needs none of it.

mod docx;
mod html;
mod legible;
mod markdown;
mod outline;
mod svg;
mod tables;
mod xlsx;

use std::fmt;
use std::str::FromStr;

use report::layout::FontDamaged;
use report::{RenderFailed, ReportData};

/// A form that is not the PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One page that needs nothing beside itself.
    Html,
    /// A text to edit, with real styles.
    Docx,
    /// Tables to count with.
    Xlsx,
    /// The answers, one per row, for other programs.
    Csv,
    /// The data itself, as the PDF carries it.
    Json,
    /// A text in light markup.
    Markdown,
}

impl Form {
    /// Every form.
    pub const ALL: [Self; 6] = [
        Self::Html,
        Self::Docx,
        Self::Xlsx,
        Self::Csv,
        Self::Json,
        Self::Markdown,
    ];

    /// Its word on the command line, which is also how its files end.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Markdown => "md",
        }
    }
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// There is no form of that name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there is no such form")]
pub struct NoSuchForm;

impl FromStr for Form {
    type Err = NoSuchForm;

    fn from_str(word: &str) -> Result<Self, NoSuchForm> {
        Self::ALL
            .into_iter()
            .find(|form| form.word() == word)
            .ok_or(NoSuchForm)
    }
}

/// The form could not be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FormFailed {
    /// The data makes no document.
    #[error(transparent)]
    Document(#[from] RenderFailed),
    /// The program itself is damaged.
    #[error(transparent)]
    Font(#[from] FontDamaged),
    /// The data could not be written as JSON.
    #[error("the data could not be written")]
    Data(#[from] serde_json::Error),
    /// The tables could not be put into a workbook.
    #[error("the workbook could not be put together")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The parts could not be put into one file.
    #[error("the file could not be put together")]
    Package(#[from] zip::result::ZipError),
    /// The bytes could not be written.
    #[error("the file could not be written")]
    Writing(#[from] std::io::Error),
}

/// Writes a report in one of its forms.
///
/// # Errors
/// [`FormFailed`] if the program itself is damaged; never because of what people typed.
pub fn write(form: Form, data: &ReportData) -> Result<Vec<u8>, FormFailed> {
    Ok(match form {
        Form::Html => html::write(data)?.into_bytes(),
        Form::Docx => docx::write(data)?,
        Form::Xlsx => xlsx::write(data)?,
        Form::Csv => tables::csv(data).into_bytes(),
        Form::Json => report::canonical(data)?,
        Form::Markdown => markdown::write(data)?.into_bytes(),
    })
}
