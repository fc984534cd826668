//! From the state of an assessment to a tagged PDF.

pub mod charts;
pub mod document;
