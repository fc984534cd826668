//! The markup as a tree of elements and text, with the line of each. Knows no vocabulary: [`super::parse`] does.

use super::Flaw;
use super::parse::Complaint;
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

/// Deeper nesting is refused, so that no template can exhaust the stack.
const DEEPEST: usize = 64;

/// An element with everything in it.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) children: Vec<Node>,
    pub(super) line: usize,
}

/// What can stand inside an element.
#[derive(Debug)]
pub(super) enum Node {
    Element(Element),
    Text(String, usize),
}

/// Reads one root element. The first thing that is not well-formed ends the reading.
pub(super) fn read(markup: &str) -> Result<Element, Complaint> {
    let mut reader = Reader::from_str(markup);
    // An empty element is a start and an end.
    reader.config_mut().expand_empty_elements = true;
    let mut lines = Lines {
        markup,
        offset: 0,
        line: 1,
    };
    let mut open: Vec<Element> = Vec::new();
    let mut root = None;
    loop {
        let line = lines.at(reader.buffer_position());
        let event = reader.read_event().map_err(|error| {
            Complaint::new(
                lines.at(reader.error_position()),
                Flaw::new("markup-not-well-formed").with("error", error),
            )
        })?;
        match event {
            Event::Start(start) => {
                if root.is_some() || open.len() >= DEEPEST {
                    let what = if root.is_some() {
                        "markup-two-roots"
                    } else {
                        "markup-too-deep"
                    };
                    return Err(Complaint::new(line, what));
                }
                open.push(element(&start, line)?);
            }
            Event::End(_) => {
                if let Some(closed) = open.pop() {
                    match open.last_mut() {
                        Some(parent) => parent.children.push(Node::Element(closed)),
                        None => root = Some(closed),
                    }
                }
            }
            Event::Text(text) => push_text(&mut open, &text.into_inner(), line)?,
            Event::GeneralRef(reference) => {
                let written = format!("&{};", reference.into_inner());
                let text = unescape(&written).map_err(|_| {
                    Complaint::new(
                        line,
                        Flaw::new("markup-unknown-character").with("written", &written),
                    )
                })?;
                push_text(&mut open, &text, line)?;
            }
            Event::CData(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::Empty(_) => {
                return Err(Complaint::new(line, "markup-not-allowed"));
            }
            Event::Comment(_) => {}
            Event::Eof => break,
        }
    }
    match (open.pop(), root) {
        (Some(unclosed), _) => Err(Complaint::new(
            unclosed.line,
            Flaw::new("markup-not-closed").with("name", unclosed.name),
        )),
        (None, Some(root)) => Ok(root),
        (None, None) => Err(Complaint::new(1, "markup-no-document")),
    }
}

fn element(start: &BytesStart<'_>, line: usize) -> Result<Element, Complaint> {
    let name = start.name().into_inner().to_owned();
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let broken = |error: String| {
            let what = Flaw::new("markup-broken-attribute");
            Complaint::new(line, what.with("name", &name).with("error", error))
        };
        let attribute = attribute.map_err(|error| broken(error.to_string()))?;
        let value = unescape(&attribute.value).map_err(|error| broken(error.to_string()))?;
        attributes.push((attribute.key.into_inner().to_owned(), value.into_owned()));
    }
    Ok(Element {
        name,
        attributes,
        children: Vec::new(),
        line,
    })
}

/// Adds text to the innermost open element, joining what references have cut apart.
fn push_text(open: &mut [Element], text: &str, line: usize) -> Result<(), Complaint> {
    let Some(parent) = open.last_mut() else {
        return if super::whitespace::is_blank(text.trim_start_matches('\u{feff}')) {
            Ok(())
        } else {
            Err(Complaint::new(line, "markup-text-outside"))
        };
    };
    match parent.children.last_mut() {
        Some(Node::Text(before, _)) => before.push_str(text),
        _ => parent.children.push(Node::Text(text.to_owned(), line)),
    }
    Ok(())
}

/// Counts lines from the last place asked for, so that the whole document is walked once.
struct Lines<'a> {
    markup: &'a str,
    offset: usize,
    line: usize,
}

impl Lines<'_> {
    fn at(&mut self, position: u64) -> usize {
        let position = usize::try_from(position)
            .unwrap_or(usize::MAX)
            .min(self.markup.len());
        let walked = self
            .markup
            .as_bytes()
            .get(self.offset..position)
            .unwrap_or_default();
        self.line += walked.iter().filter(|byte| **byte == b'\n').count();
        self.offset = self.offset.max(position);
        self.line
    }
}
