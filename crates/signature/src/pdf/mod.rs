//! The PDF file format as far as signatures need it, read strictly.
//!
//! Lenient readers repair what they do not understand, each in its own way, and so one file can show two documents.
//! This one reads only files of the form that report writers make: every byte belongs to the header, an object, a cross-reference
//! section or a line end; every entry leads to its object; every reference to something. It draws nothing.

pub(crate) mod file;
pub(crate) mod lexer;
pub(crate) mod object;
pub(crate) mod text;
pub(crate) mod write;
mod xref;

pub(crate) use file::File;
pub use file::LARGEST_FILE;
pub(crate) use object::{Dictionary, Entries, Object};
pub(crate) use xref::Form;
