//! One file: from bytes to JSON of which every value knows its place.
//!
//! Two parsers look at each file. `serde_json` judges what is JSON and yields the values;
//! `jsonc-parser` yields the places. Before either, depth and number of values are measured, because both parsers
//! descend once per level and take memory for every value.

use std::collections::BTreeSet;

use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use serde_json::Value as Json;

use super::complaint::Cause;
use super::place::{Complaints, Path, Step};
use super::{DEEPEST_NESTING, LARGEST_SIZE, LONGEST_NAME, LONGEST_TEXT, MOST_VALUES, Source};

/// A file that is JSON.
pub(super) struct Document<'a> {
    /// Its number among the sources.
    pub(super) file: usize,
    pub(super) name: &'a str,
    pub(super) content: Json,
    places: ast::Value<'a>,
}

impl<'a> Document<'a> {
    /// Reads the files that can be read, with complaints about the others.
    pub(super) fn read_all(sources: &[Source<'a>], complaints: &mut Complaints) -> Vec<Self> {
        let mut size = 0_usize;
        let mut documents = Vec::new();
        for (file, source) in sources.iter().enumerate() {
            size = size.saturating_add(source.bytes.len());
            if size > LARGEST_SIZE {
                complaints.add(
                    file,
                    0,
                    Path::default(),
                    Cause::TooLarge {
                        limit: LARGEST_SIZE,
                    },
                );
                break;
            }
            match Self::read(file, source, complaints) {
                Ok(document) => documents.push(document),
                Err((offset, cause)) => complaints.add(file, offset, Path::default(), cause),
            }
        }
        documents
    }

    fn read(
        file: usize,
        source: &Source<'a>,
        complaints: &mut Complaints,
    ) -> Result<Self, (usize, Cause)> {
        let text = readable_text(source.bytes)?;
        let marked = text.starts_with(BYTE_ORDER_MARK);
        if marked {
            complaints.add(file, 0, Path::default(), Cause::ByteOrderMark);
        }
        let start = if marked {
            BYTE_ORDER_MARK.len_utf8()
        } else {
            0
        };
        let json = text.get(start..).unwrap_or_default();
        measure(json).map_err(|(offset, cause)| (start + offset, cause))?;
        let content = serde_json::from_str(json).map_err(|error| {
            let offset = start + offset_of(json, error.line(), error.column());
            (offset, syntax_cause(&error))
        })?;
        let places = parse_to_ast(text, &CollectOptions::default(), &strict())
            .ok()
            .and_then(|parsed| parsed.value)
            .ok_or_else(|| {
                (
                    start,
                    Cause::Syntax {
                        message: "the places cannot be told".to_owned(),
                    },
                )
            })?;
        let document = Self {
            file,
            name: source.name,
            content,
            places,
        };
        document.look_at(&document.places, &Path::default(), complaints)?;
        Ok(document)
    }

    /// The offset of the value at `path`, or of the nearest value around it that exists. A field is
    /// found at its name.
    pub(super) fn offset_of(&self, path: &Path) -> usize {
        let mut value = &self.places;
        let mut offset = value.range().start;
        for step in &path.0 {
            let next = match (step, value) {
                (Step::Field(field), ast::Value::Object(object)) => object
                    .get(field)
                    .map(|property| (&property.value, property.range.start)),
                (Step::Item(item), ast::Value::Array(array)) => array
                    .elements
                    .get(*item)
                    .map(|element| (element, element.range().start)),
                _ => None,
            };
            let Some(found) = next else { break };
            (value, offset) = found;
        }
        offset
    }

    /// Looks for what JSON allows and this format does not: a field twice, names and texts without
    /// end.
    fn look_at(
        &self,
        value: &ast::Value<'_>,
        path: &Path,
        complaints: &mut Complaints,
    ) -> Result<(), (usize, Cause)> {
        match value {
            ast::Value::StringLit(text) if text.value.len() > LONGEST_TEXT => {
                let cause = Cause::TextTooLong {
                    limit: LONGEST_TEXT,
                };
                complaints.add(self.file, text.range.start, path.clone(), cause);
            }
            ast::Value::Object(object) => {
                let mut seen = BTreeSet::new();
                for property in &object.properties {
                    let field = property.name.as_str();
                    let start = property.range.start;
                    if field.len() > LONGEST_NAME {
                        return Err((
                            start,
                            Cause::NameTooLong {
                                limit: LONGEST_NAME,
                            },
                        ));
                    }
                    let path = path.then(field);
                    if !seen.insert(field) {
                        let cause = Cause::DuplicateField {
                            field: field.to_owned(),
                        };
                        complaints.add(self.file, start, path.clone(), cause);
                    }
                    self.look_at(&property.value, &path, complaints)?;
                }
            }
            ast::Value::Array(array) => {
                for (item, element) in array.elements.iter().enumerate() {
                    self.look_at(element, &path.then(item), complaints)?;
                }
            }
            _ => {}
        }
        Ok(())
    }
}

const BYTE_ORDER_MARK: char = '\u{feff}';

fn readable_text(bytes: &[u8]) -> Result<&str, (usize, Cause)> {
    // UTF-16 and UTF-32 show by their byte order mark or by a zero beside an ASCII character.
    let wide = matches!(
        bytes,
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, _, ..] | [_, 0, ..]
    );
    if wide {
        return Err((0, Cause::NotUtf8ButUtf16));
    }
    std::str::from_utf8(bytes).map_err(|error| (error.valid_up_to(), Cause::NotUtf8))
}

/// The text up to where it stops being UTF-8, to count lines in.
pub(super) fn countable_text(bytes: &[u8]) -> &str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => bytes
            .get(..error.valid_up_to())
            .and_then(|valid| std::str::from_utf8(valid).ok())
            .unwrap_or_default(),
    }
}

/// Measures nesting and the number of values, and fails at the offset where there is too much. Needs
/// no valid JSON.
fn measure(text: &str) -> Result<(), (usize, Cause)> {
    let mut depth = 0_usize;
    let mut values = 1_usize;
    let mut in_text = false;
    let mut escaped = false;
    for (offset, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            _ if in_text => {}
            b'{' | b'[' => {
                depth += 1;
                values += 1;
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            b',' => values += 1,
            _ => {}
        }
        if depth > DEEPEST_NESTING {
            return Err((
                offset,
                Cause::TooDeep {
                    limit: DEEPEST_NESTING,
                },
            ));
        }
        if values > MOST_VALUES {
            return Err((offset, Cause::TooManyValues { limit: MOST_VALUES }));
        }
    }
    Ok(())
}

/// The offset of a line and column as `serde_json` counts them: lines from 1, columns in bytes.
fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let line_start = match line {
        0 | 1 => 0,
        _ => text
            .match_indices('\n')
            .nth(line - 2)
            .map_or(text.len(), |(end, _)| end + 1),
    };
    let offset = (line_start + column.saturating_sub(1)).min(text.len());
    (0..=offset)
        .rev()
        .find(|&offset| text.is_char_boundary(offset))
        .unwrap_or(0)
}

fn syntax_cause(error: &serde_json::Error) -> Cause {
    let written = error.to_string();
    let message = written.split(" at line ").next().unwrap_or(&written);
    // The only two messages for a surrogate without its other half.
    if message.contains("surrogate") || message == "unexpected end of hex escape" {
        Cause::LoneSurrogate
    } else {
        Cause::Syntax {
            message: message.to_owned(),
        }
    }
}

fn strict() -> ParseOptions {
    ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    }
}
