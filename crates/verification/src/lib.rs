//! What a report proves: who signed it, whether every byte is covered, and whether the pages say what
//! the data in the file says.
//!
//! A stranger has the PDF and nothing else, so this crate knows no dossier and no settings. It reads
//! the files it is told to read, judges, and answers in words and as figures for programs. What a
//! dossier has to say about a report is for `application`, which builds on this.

mod disclosure;
mod examination;
mod figures;
mod file;
mod in_words;
mod positions;
mod refusal;
mod statements;
mod verdict;

pub use disclosure::{DisclosureFigures, disclosed};
pub use examination::{Examination, refusing};
pub use figures::{FindingFigures, SignatureFigures, VerificationFigures};
pub use file::{
    LARGEST_REPORT, label, name_of, open_regular, printable, read_certificate, read_regular,
};
pub use in_words::{Detail, SignatureInWords, VerificationInWords, detail, finding};
pub use positions::{POSITIONS, STANDS, WordList, position, sentence};
pub use refusal::{Refusal, number_of};
