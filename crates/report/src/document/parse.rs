//! From markup to blocks, strictly: whatever the vocabulary does not know is a complaint with its line.
//!
//! All complaints of a document that is well-formed are collected, so that the author of a template sees them at once.

mod block;
mod inline;
mod table;

use super::markup::{self, Element};
use super::{Document, Flaw, Language};
use crate::charts::{Figure, Tone};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Something in the markup that the vocabulary does not allow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// Counted from 1, in the output of the template.
    pub line: usize,
    /// What is wrong, for the author of a template.
    pub what: Flaw,
}

impl Complaint {
    pub(super) fn new(line: usize, what: impl Into<Flaw>) -> Self {
        Self {
            line,
            what: what.into(),
        }
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

/// The markup is not a document: every reason with its line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .complaints.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct MarkupError {
    /// At least one, ordered by line.
    pub complaints: Vec<Complaint>,
}

/// Reads the output of a template. `figures` are the charts that it may place with `<figure ref="…">`.
///
/// # Errors
/// [`MarkupError`] with everything that the vocabulary does not allow.
pub fn parse(markup: &str, figures: BTreeMap<String, Figure>) -> Result<Document, MarkupError> {
    let root = markup::read(markup).map_err(|complaint| MarkupError {
        complaints: vec![complaint],
    })?;
    let mut parser = Parser {
        figures,
        ..Parser::default()
    };
    let [tag] = parser.attributes(&root, ["lang"]);
    let language = match (root.name.as_str(), tag.and_then(Language::new)) {
        ("document", Some(language)) => Some(language),
        ("document", None) => {
            parser.complain(root.line, "markup-document-language");
            None
        }
        (other, _) => {
            parser.complain(
                root.line,
                Flaw::new("markup-other-root").with("name", other),
            );
            None
        }
    };
    let blocks = parser.blocks(&root, block::Place::Document);
    parser.check_targets();
    let Parser {
        mut complaints,
        figures,
        ..
    } = parser;
    match (language, complaints.is_empty()) {
        (Some(language), true) => Ok(Document {
            language,
            blocks,
            figures,
            accent: None,
            logo: None,
        }),
        _ => {
            complaints.sort_by_key(|complaint| complaint.line);
            Err(MarkupError { complaints })
        }
    }
}

/// What the parser knows beyond the element at hand.
#[derive(Default)]
struct Parser {
    figures: BTreeMap<String, Figure>,
    complaints: Vec<Complaint>,
    ids: BTreeSet<String>,
    /// Every id that something refers to, with the line of the reference.
    targets: Vec<(String, usize)>,
    heading_level: u8,
    has_signature_fields: bool,
}

impl Parser {
    fn complain(&mut self, line: usize, what: impl Into<Flaw>) {
        self.complaints.push(Complaint::new(line, what));
    }

    /// The values of the known attributes, in their order; anything else is a complaint.
    fn attributes<'e, const N: usize>(
        &mut self,
        element: &'e Element,
        known: [&str; N],
    ) -> [Option<&'e str>; N] {
        for (name, _) in &element.attributes {
            if !known.contains(&name.as_str()) {
                self.complain(
                    element.line,
                    Flaw::new("markup-unknown-attribute")
                        .with("name", &element.name)
                        .with("attribute", name),
                );
            }
        }
        known.map(|wanted| {
            element
                .attributes
                .iter()
                .find(|(name, _)| name == wanted)
                .map(|(_, value)| value.as_str())
        })
    }

    /// An attribute that must be there and say something.
    fn required(&mut self, element: &Element, name: &str, value: Option<&str>) -> String {
        let value = value.unwrap_or_default().trim();
        if value.is_empty() {
            self.complain(
                element.line,
                Flaw::new("markup-needs")
                    .with("name", &element.name)
                    .with("what", name),
            );
        }
        value.to_owned()
    }

    fn language(&mut self, element: &Element, tag: Option<&str>) -> Option<Language> {
        let language = tag.and_then(Language::new);
        if let (Some(tag), None) = (tag, &language) {
            self.complain(
                element.line,
                Flaw::new("markup-language-tag").with("tag", tag),
            );
        }
        language
    }

    fn tone(&mut self, element: &Element, word: Option<&str>) -> Tone {
        self.one_of(element, "tone", word, &Tone::ALL)
            .unwrap_or_default()
    }

    fn one_of<T: Copy>(
        &mut self,
        element: &Element,
        name: &str,
        word: Option<&str>,
        known: &[(&str, T)],
    ) -> Option<T> {
        let word = word?;
        let found = known
            .iter()
            .find(|(known, _)| *known == word)
            .map(|(_, value)| *value);
        if found.is_none() {
            let known = known
                .iter()
                .map(|(known, _)| *known)
                .collect::<Vec<_>>()
                .join(", ");
            self.complain(
                element.line,
                Flaw::new("markup-unknown-word")
                    .with("name", &element.name)
                    .with("attribute", name)
                    .with("word", word)
                    .with("known", known),
            );
        }
        found
    }

    fn id(&mut self, element: &Element, id: Option<&str>) -> Option<String> {
        let id = id?;
        if id.is_empty() || id.chars().any(char::is_whitespace) {
            self.complain(element.line, "markup-id-spaces");
        } else if !self.ids.insert(id.to_owned()) {
            self.complain(element.line, Flaw::new("markup-id-twice").with("id", id));
        }
        Some(id.to_owned())
    }

    fn target(&mut self, element: &Element, to: Option<&str>) -> String {
        let to = self.required(element, "to", to);
        self.targets.push((to.clone(), element.line));
        to
    }

    fn check_targets(&mut self) {
        for (to, line) in std::mem::take(&mut self.targets) {
            if !to.is_empty() && !self.ids.contains(&to) {
                self.complain(line, Flaw::new("markup-no-target").with("id", to));
            }
        }
    }
}

/// That an element cannot stand in another.
fn misplaced(element: &Element, parent: &Element) -> Flaw {
    Flaw::new("markup-misplaced-in")
        .with("name", &element.name)
        .with("parent", &parent.name)
}
