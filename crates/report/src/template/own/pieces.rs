//! A template cut into what it writes as it stands and its tags, as Tera cuts it.
//!
//! What may stand in a tag is told here and not left to Tera, which would let through whatever a next version of it can
//! do. Where the two could disagree about where a tag ends, the template is refused: no brace stands in a tag, also not in a
//! text between quotes.

use super::{FILTERS, Refused};
use crate::document::Flaw;

/// A part of a template.
pub(super) enum Piece<'t> {
    /// What is written as it stands, and what is written nowhere: `{# … #}`.
    Text(&'t str),
    Comment(&'t str),
    /// `{{ … }}` or `{% … %}`; without its end, which is two bytes and, if the white space behind it goes, a hyphen.
    Tag {
        begin: &'t str,
        trims: bool,
        end: &'static str,
    },
}

/// A part of a tag.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Token<'t> {
    Word(&'t str),
    Text,
    Sign(char),
}

/// The words that begin a `{% … %}`.
const STATEMENTS: [&str; 8] = [
    "break", "continue", "elif", "else", "endfor", "endif", "for", "if",
];
/// The words that something in brackets may come after without being a call.
const OPERATORS: [&str; 9] = ["and", "elif", "else", "for", "if", "in", "is", "not", "or"];

/// Cuts a template, and holds its tags to what they may do.
pub(super) fn pieces(text: &str) -> Result<Vec<Piece<'_>>, Refused> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, from)) = split(rest) {
        pieces.push(Piece::Text(before));
        let cut = if from.starts_with("{#") {
            comment(from)
        } else {
            tag(from)
        };
        let (piece, after) = cut.map_err(|cause| Refused {
            line: Some(1 + text.matches('\n').count() - from.matches('\n').count()),
            cause,
        })?;
        pieces.push(piece);
        rest = after;
    }
    pieces.push(Piece::Text(rest));
    Ok(pieces)
}

/// What stands before the first tag or comment, and the rest.
fn split(text: &str) -> Option<(&str, &str)> {
    let braces = text.match_indices('{');
    let opens = |at: &usize| matches!(text.as_bytes().get(at + 1), Some(b'{' | b'%' | b'#'));
    text.split_at_checked(braces.map(|(at, _)| at).find(opens)?)
}

/// The comment at the beginning of a text, and what comes after.
fn comment(text: &str) -> Result<(Piece<'_>, &str), Flaw> {
    let inside = text.get(2..).unwrap_or_default();
    // A hyphen belongs to the beginning, also before a `#}`.
    let inside = inside.strip_prefix('-').unwrap_or(inside);
    let (_, after) = inside.split_once("#}").ok_or("own-comment-not-closed")?;
    let whole = text.get(..text.len() - after.len()).unwrap_or_default();
    Ok((Piece::Comment(whole), after))
}

/// The tag at the beginning of a text, and what comes after.
fn tag(text: &str) -> Result<(Piece<'_>, &str), Flaw> {
    let is_statement = text.starts_with("{%");
    let end = if is_statement { "%}" } else { "}}" };
    let inside = text.get(2..).unwrap_or_default();
    let inside = inside.strip_prefix('-').unwrap_or(inside);
    let (tokens, after) = tokens(inside, end)?;
    allowed(&tokens, is_statement)?;
    let length = text.len() - after.len() - end.len();
    let tag = text.get(..length).unwrap_or_default();
    let trimmed = tag.strip_suffix('-');
    let piece = Piece::Tag {
        begin: trimmed.unwrap_or(tag),
        trims: trimmed.is_some(),
        end,
    };
    Ok((piece, after))
}

/// The tokens of a tag up to its end, and what comes after.
fn tokens<'t>(inside: &'t str, end: &str) -> Result<(Vec<Token<'t>>, &'t str), &'static str> {
    let mut tokens = Vec::new();
    let mut rest = inside;
    loop {
        if let Some(after) = rest.strip_prefix(end) {
            return Ok((tokens, after));
        }
        let Some(first) = rest.chars().next() else {
            return Err("own-tag-not-closed");
        };
        let length = match first {
            '"' | '\'' | '`' => {
                tokens.push(Token::Text);
                text_length(rest, first)?
            }
            '{' | '}' => return Err("own-brace-in-tag"),
            _ if is_of_word(first) => {
                let length = rest.find(|it| !is_of_word(it)).unwrap_or(rest.len());
                tokens.push(Token::Word(rest.get(..length).unwrap_or_default()));
                length
            }
            _ => {
                if !first.is_whitespace() {
                    tokens.push(Token::Sign(first));
                }
                first.len_utf8()
            }
        };
        rest = rest.get(length..).unwrap_or_default();
    }
}

fn is_of_word(character: char) -> bool {
    character == '_' || character.is_alphanumeric()
}

/// How long a text between quotes is, with its quotes.
fn text_length(text: &str, quote: char) -> Result<usize, &'static str> {
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '{' | '}' => return Err("own-brace-in-text"),
            _ if character == quote => return Ok(at + 1),
            _ => {}
        }
    }
    Err("own-text-not-closed")
}

/// Whether a tag does nothing but what it may; otherwise what.
fn allowed(tokens: &[Token<'_>], is_statement: bool) -> Result<(), Flaw> {
    match tokens.first() {
        Some(Token::Word(word)) if is_statement && !STATEMENTS.contains(word) => {
            return Err(Flaw::new("own-not-a-statement").with("word", word));
        }
        Some(Token::Word(_)) => {}
        Some(Token::Sign('<')) => return Err("own-no-component".into()),
        _ if is_statement => return Err("own-tag-without-word".into()),
        _ => {}
    }
    let at = |place: Option<usize>| place.and_then(|place| tokens.get(place)).copied();
    for (place, token) in tokens.iter().enumerate() {
        let Token::Word(word) = token else { continue };
        let before = at(place.checked_sub(1));
        let is_called = at(place.checked_add(1)) == Some(Token::Sign('('));
        let is_tested = before == Some(Token::Word("is"))
            || before == Some(Token::Word("not"))
                && at(place.checked_sub(2)) == Some(Token::Word("is"));
        if before == Some(Token::Sign('|')) {
            if !FILTERS.contains(word) {
                return Err(Flaw::new("own-not-a-filter").with("word", word));
            }
        } else if *word == "for" && !(is_statement && place == 0) {
            return Err("own-loop-in-expression".into());
        } else if is_called && !is_tested && *word != "t" && !OPERATORS.contains(word) {
            return Err(Flaw::new("own-not-a-function").with("word", word));
        }
    }
    Ok(())
}
