//! Tables: every row has as many cells as the table has columns.

use super::block::Place;
use super::{Parser, misplaced};
use crate::document::markup::{Element, Node};
use crate::document::whitespace::is_blank;
use crate::document::{Alignment, Cell, Column, Flaw, Flow, Table};

/// More columns than this cannot be read on a page.
const MOST_COLUMNS: usize = 12;

const ALIGNMENTS: [(&str, Alignment); 3] = [
    ("left", Alignment::Left),
    ("centre", Alignment::Centre),
    ("right", Alignment::Right),
];

impl Parser {
    pub(super) fn table(&mut self, element: &Element) -> Table {
        let [widths, alignments] = self.attributes(element, ["widths", "align"]);
        let mut table = Table {
            caption: Vec::new(),
            columns: Vec::new(),
            head: Vec::new(),
            body: Vec::new(),
        };
        for part in self.elements(element) {
            match part.name.as_str() {
                "caption" => {
                    let [] = self.attributes(part, []);
                    table.caption = self.inlines(part);
                }
                "thead" => table.head.extend(self.rows(part, true)),
                "tbody" => table.body.extend(self.rows(part, false)),
                _ => self.complain(part.line, misplaced(part, element)),
            }
        }
        let width = table
            .head
            .iter()
            .chain(&table.body)
            .map(Vec::len)
            .max()
            .unwrap_or(0);
        if width == 0 || width > MOST_COLUMNS {
            self.complain(
                element.line,
                Flaw::new("markup-columns")
                    .with("most", MOST_COLUMNS)
                    .with("count", width),
            );
        }
        if table
            .head
            .iter()
            .chain(&table.body)
            .any(|row| row.len() != width)
        {
            self.complain(element.line, "markup-rows-differ");
        }
        table.columns = self.columns(element, widths, alignments, width);
        table
    }

    fn columns(
        &mut self,
        element: &Element,
        widths: Option<&str>,
        alignments: Option<&str>,
        width: usize,
    ) -> Vec<Column> {
        let mut columns = vec![
            Column {
                share: 1.0,
                alignment: Alignment::Left
            };
            width
        ];
        if let Some(widths) = widths {
            let shares: Vec<f32> = widths
                .split_whitespace()
                .filter_map(|share| share.parse().ok())
                .filter(|share: &f32| share.is_finite() && *share > 0.0)
                .collect();
            if shares.len() != width || widths.split_whitespace().count() != width {
                self.complain(
                    element.line,
                    Flaw::new("markup-widths").with("count", width),
                );
            }
            for (column, share) in columns.iter_mut().zip(shares) {
                column.share = share;
            }
        }
        if let Some(alignments) = alignments {
            if alignments.split_whitespace().count() != width {
                self.complain(
                    element.line,
                    Flaw::new("markup-alignments").with("count", width),
                );
            }
            for (column, word) in columns.iter_mut().zip(alignments.split_whitespace()) {
                column.alignment = self
                    .one_of(element, "align", Some(word), &ALIGNMENTS)
                    .unwrap_or_default();
            }
        }
        columns
    }

    fn rows(&mut self, part: &Element, in_head: bool) -> Vec<Vec<Cell>> {
        let [] = self.attributes(part, []);
        self.elements(part)
            .into_iter()
            .filter_map(|row| {
                if row.name != "tr" {
                    self.complain(row.line, misplaced(row, part));
                    return None;
                }
                let [] = self.attributes(row, []);
                Some(self.cells(row, in_head))
            })
            .collect()
    }

    fn cells(&mut self, row: &Element, in_head: bool) -> Vec<Cell> {
        self.elements(row)
            .into_iter()
            .filter_map(|cell| {
                let is_head = cell.name == "th";
                if !is_head && (cell.name != "td" || in_head) {
                    self.complain(cell.line, misplaced(cell, row));
                    return None;
                }
                let [tag] = self.attributes(cell, ["lang"]);
                let language = self.language(cell, tag);
                Some(Cell {
                    is_head,
                    flow: Flow {
                        language,
                        blocks: self.flow(cell, Place::Cell),
                    },
                })
            })
            .collect()
    }

    /// The elements inside an element that holds no text of its own.
    pub(super) fn elements<'e>(&mut self, element: &'e Element) -> Vec<&'e Element> {
        let mut elements = Vec::new();
        for node in &element.children {
            match node {
                Node::Element(child) => elements.push(child),
                Node::Text(text, line) if !is_blank(text) => {
                    let shown: String = text.trim().chars().take(30).collect();
                    self.complain(
                        *line,
                        Flaw::new("markup-only-elements")
                            .with("name", &element.name)
                            .with("text", shown),
                    );
                }
                Node::Text(..) => {}
            }
        }
        elements
    }
}
