//! What a page says, as the structure tree tells it: headings, paragraphs, items of lists, rows of tables, figures by their
//! alternative text.

use crate::layout::{Item, Kind, Node, NodeId, Page, Shaped, Structure, Text};

/// Something that a page says. A passage that began on an earlier page goes on here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Passage {
    /// A heading.
    Heading {
        /// From 1 to 4.
        level: u8,
        /// What it says.
        text: String,
        /// Its language where it is another than the report's.
        language: Option<String>,
    },
    /// A paragraph, a label, a caption.
    Paragraph {
        /// What it says.
        text: String,
        /// Its language where it is another than the report's.
        language: Option<String>,
    },
    /// An item of a list, with its mark.
    Item {
        /// What it says; its paragraphs are lines.
        text: String,
        /// Its language where it is another than the report's.
        language: Option<String>,
    },
    /// A row of a table.
    Row {
        /// Which table, among those of the document.
        table: usize,
        /// From the first to the last column.
        cells: Vec<Cell>,
    },
    /// A chart.
    Figure {
        /// What it shows.
        alternative: String,
    },
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Whether it heads a row or a column.
    pub heads: bool,
    /// What it says; its paragraphs are lines.
    pub text: String,
    /// Its language where it is another than the report's.
    pub language: Option<String>,
}

/// Reads a page.
pub(super) fn read(page: &Page, structure: &Structure, shaped: &Shaped) -> Vec<Passage> {
    let mut reader = Reader {
        structure,
        passages: Vec::new(),
        last: None,
        row: None,
    };
    for item in &page.items {
        match item {
            Item::Text(text) => {
                if let Some(node) = text.node {
                    reader.say(node, &said(text, shaped));
                }
            }
            Item::Shape {
                node: Some(node), ..
            }
            | Item::Logo {
                node: Some(node), ..
            }
            | Item::Place(node) => reader.say(*node, ""),
            _ => {}
        }
    }
    reader.finish()
}

struct Reader<'s> {
    structure: &'s Structure,
    passages: Vec<Passage>,
    /// What the last words belong to: the passage or the cell, and the paragraph inside it.
    last: Option<(NodeId, NodeId)>,
    /// The row that is being filled.
    row: Option<NodeId>,
}

impl Reader<'_> {
    fn say(&mut self, node: NodeId, words: &str) {
        let structure = self.structure;
        let chain = chain(structure, node);
        let find = |wanted: fn(Kind) -> bool| {
            let found = chain.iter().find(|(_, node)| wanted(node.kind));
            found.map(|(id, node)| (*id, node.kind))
        };
        let inner = find(is_block).map_or(node, |(id, _)| id);
        let cell = find(|kind| matches!(kind, Kind::TD | Kind::TH(_)));
        let item = find(|kind| matches!(kind, Kind::LI | Kind::TocItem));
        let figure = chain.iter().find(|(_, node)| node.kind == Kind::Figure);
        let outer = cell.or(item).map_or(inner, |(id, _)| id);
        if let Some((id, figure)) = figure {
            if self.last.replace((*id, *id)) != Some((*id, *id)) {
                let alternative = figure.alternative.clone().unwrap_or_default();
                self.passages.push(Passage::Figure { alternative });
            }
            return;
        }
        if cell.is_none() && words.is_empty() {
            return;
        }
        let (before, last) = (self.last.replace((outer, inner)), (outer, inner));
        if before.is_some_and(|(same, _)| same == outer) {
            if let Some(text) = self.passages.last_mut().and_then(text_of) {
                // A label and what it labels stand in one line, paragraphs do not.
                let is_label =
                    |id: NodeId| structure.node(id).is_some_and(|it| it.kind == Kind::Lbl);
                if before != Some(last) {
                    let follows_label = before.is_some_and(|(_, inner)| is_label(inner));
                    text.truncate(text.trim_end().len());
                    text.push(if follows_label { ' ' } else { '\n' });
                }
                text.push_str(words);
            }
            return;
        }
        let text = words.to_owned();
        let language = chain.iter().find_map(|(_, node)| node.language.clone());
        match (cell, item) {
            (Some((_, kind)), _) => {
                let cell = Cell {
                    heads: matches!(kind, Kind::TH(_)),
                    text,
                    language,
                };
                let row = find(|kind| kind == Kind::TR).map(|(id, _)| id);
                match self.passages.last_mut() {
                    Some(Passage::Row { cells, .. }) if self.row == row => cells.push(cell),
                    _ => {
                        let table = find(|kind| kind == Kind::Table);
                        self.row = row;
                        self.passages.push(Passage::Row {
                            table: table.map_or(0, |(id, _)| id.place()),
                            cells: vec![cell],
                        });
                    }
                }
            }
            (None, Some(_)) => self.passages.push(Passage::Item { text, language }),
            (None, None) => self.passages.push(match find(is_block) {
                Some((_, Kind::H(level))) => Passage::Heading {
                    level,
                    text,
                    language,
                },
                _ => Passage::Paragraph { text, language },
            }),
        }
    }

    fn finish(mut self) -> Vec<Passage> {
        for passage in &mut self.passages {
            if let Passage::Row { cells, .. } = passage {
                cells.iter_mut().for_each(|cell| trim(&mut cell.text));
            } else if let Some(text) = text_of(passage) {
                trim(text);
            }
        }
        self.passages
    }
}

/// The node and what it stands in, from the inside.
fn chain(structure: &Structure, node: NodeId) -> Vec<(NodeId, &Node)> {
    let mut chain = Vec::new();
    let mut current = Some(node);
    while let Some(id) = current {
        let Some(node) = structure.node(id) else {
            break;
        };
        chain.push((id, node));
        current = node.parent;
    }
    chain
}

fn is_block(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::H(_)
            | Kind::P
            | Kind::Title
            | Kind::Caption
            | Kind::Lbl
            | Kind::LBody
            | Kind::TD
            | Kind::TH(_)
            | Kind::Code
    )
}

/// Where further words of a passage go: into the last cell of a row.
fn text_of(passage: &mut Passage) -> Option<&mut String> {
    match passage {
        Passage::Heading { text, .. }
        | Passage::Paragraph { text, .. }
        | Passage::Item { text, .. } => Some(text),
        Passage::Row { cells, .. } => cells.last_mut().map(|cell| &mut cell.text),
        Passage::Figure { .. } => None,
    }
}

fn trim(text: &mut String) {
    text.truncate(text.trim_end().len());
}

/// The words of a line. A hyphen that only the line end asked for is none.
fn said(text: &Text, shaped: &Shaped) -> String {
    let (glyphs, _) = text.without_soft_hyphen(shaped);
    // What runs from right to left stands by itself, in the order of the eye.
    let turns = |is: fn(u32, u32) -> bool| {
        let mut pairs = glyphs.windows(2);
        pairs.any(|pair| matches!(pair, [a, b] if is(a.start, b.start)))
    };
    if turns(|a, b| a > b) && !turns(|a, b| a < b) {
        shaped.said(glyphs.iter().rev())
    } else {
        shaped.said(&glyphs)
    }
}
