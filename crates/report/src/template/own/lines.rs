//! In which line of a template something is that is wrong with what it wrote.

use std::fmt::Write as _;

use super::pieces::{Piece, pieces};

/// Where a line of what a template wrote comes from: the line of the template.
///
/// `mark` writes the template again with the number of each line where the line begins.
pub(in crate::template) fn line_of_output(marked: &str, line: usize) -> Option<usize> {
    let before = marked.lines().take(line).collect::<Vec<_>>();
    before.iter().rev().find_map(|line| {
        let (_, rest) = line.rsplit_once(MARK)?;
        rest.split(MARK_END).next()?.parse().ok()
    })
}

const MARK: char = '\u{f8f0}';
const MARK_END: char = '\u{f8f1}';

/// The template with the number of each line that begins outside a tag.
pub(in crate::template) fn marked(text: &str) -> String {
    let mut marked = format!("{MARK}1{MARK_END}");
    let mut line = 1;
    // One that is refused has written nothing.
    for piece in pieces(text).unwrap_or_default() {
        match piece {
            Piece::Text(text) => {
                for part in text.split_inclusive('\n') {
                    marked.push_str(part);
                    if part.ends_with('\n') {
                        line += 1;
                        // Writing to a string cannot fail.
                        let _ = write!(marked, "{MARK}{line}{MARK_END}");
                    }
                }
            }
            Piece::Comment(text) => line += text.matches('\n').count(),
            Piece::Tag { begin, trims, end } => {
                line += begin.matches('\n').count();
                marked.extend([begin, if trims { "-" } else { "" }, end]);
            }
        }
    }
    marked
}
