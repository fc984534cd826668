//! In which line of a template something is. Tera says so for what is badly written; what goes
//! wrong later is found by its name, or by marks in what the template writes.

use std::fmt::Write as _;

use super::NAME;

/// The first line with a word in it, inside a tag where possible.
pub(super) fn line_with(text: &str, word: &str) -> Option<usize> {
    let mut lines = text.lines().zip(1..);
    let tagged = |line: &str| line.contains("{%") || line.contains("{{");
    let found = lines
        .clone()
        .find(|(line, _)| tagged(line) && line.contains(word));
    found
        .or_else(|| lines.find(|(line, _)| line.contains(word)))
        .map(|(_, number)| number)
}

/// Tera points at the place as ` --> 3:5`.
pub(super) fn line_in_syntax_error(cause: &str) -> Option<usize> {
    let (_, place) = cause.split_once("--> ")?;
    place.split(':').next()?.trim().parse().ok()
}

pub(super) fn last_line(cause: &str) -> String {
    let mut lines = cause.lines().map(str::trim);
    let last = lines.rfind(|line| !line.is_empty());
    last.unwrap_or(cause).trim_start_matches("= ").to_owned()
}

/// Tera names what it stumbled over in quotes, and not where.
pub(super) fn line_of_name(text: &str, cause: &str) -> Option<usize> {
    let quoted = cause.split(['`', '\'']).skip(1).step_by(2);
    let names = quoted.filter(|name| *name != NAME && !name.is_empty());
    names
        .map(|name| name.split_once('.').map_or(name, |(_, rest)| rest))
        .find_map(|name| line_with(text, name))
}

/// Without the name that nobody gave it.
pub(super) fn told(cause: &str) -> String {
    let rest = cause.strip_prefix(&format!("Failed to render '{NAME}': "));
    rest.unwrap_or(cause)
        .replace(&format!(" while rendering '{NAME}'"), "")
}

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
    let (mut rest, mut line, mut closing) = (text, 1, None);
    while let Some(character) = rest.chars().next() {
        match closing {
            None => {
                let opened = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")];
                let opened = opened.into_iter().find(|(open, _)| rest.starts_with(open));
                closing = opened.map(|(_, close)| close);
            }
            Some(close) if rest.starts_with(close) => {
                marked.push_str(close);
                rest = rest.get(close.len()..).unwrap_or_default();
                closing = None;
                continue;
            }
            Some(_) => {}
        }
        marked.push(character);
        if character == '\n' {
            line += 1;
            if closing.is_none() {
                // Writing to a string cannot fail.
                let _ = write!(marked, "{MARK}{line}{MARK_END}");
            }
        }
        rest = rest.get(character.len_utf8()..).unwrap_or_default();
    }
    marked
}
