//! The headings of a document, for the lists of contents of the forms that have one.

use report::document::{Block, Heading, plain_text};

/// The headings of a document, from first to last.
pub(crate) fn headings(blocks: &[Block]) -> Vec<&Heading> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Heading(heading) => found.push(heading),
            Block::Section(section) => found.extend(headings(&section.blocks)),
            _ => {}
        }
    }
    found
}

/// A heading as it is named elsewhere: its number and its words.
pub(crate) fn named(heading: &Heading) -> String {
    let words = plain_text(&heading.content);
    match &heading.number {
        Some(number) => format!("{number} {words}"),
        None => words,
    }
}
