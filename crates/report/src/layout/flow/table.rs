//! Tables: rows are slabs. The head is repeated on every page; a row is cut only if it is longer than a page, and then loses nothing.

use super::{Column, Flow, Slab};
use crate::charts::{Colour, Shape};
use crate::document::{Cell, Role, Table};
use crate::layout::look::{BOTTOM, Look, TOP};
use crate::layout::page::Item;
use crate::layout::structure::{Kind, NodeId, Scope};
use std::collections::VecDeque;

const PADDING: f32 = 4.2;
const GAP: f32 = 11.0;
/// How high the pieces are into which a row is cut that is longer than a page.
const PIECE: f32 = 90.0;

/// A cell that has been laid out.
struct Laid {
    slabs: VecDeque<Slab>,
    node: NodeId,
}

impl Flow<'_, '_> {
    pub(super) fn table(&mut self, table: &Table, column: &Column) {
        let (x, width) = column.wide();
        let node = self.structure.add(column.node, Kind::Table);
        if !table.caption.is_empty() {
            let look = Look::paragraph(Role::Label)
                .with_space(12.0)
                .coloured(Colour::INK);
            let here = Column {
                x,
                width,
                margin: None,
                node: self.structure.add(node, Kind::Caption),
                ..column.clone()
            };
            let runs = self.runs(&table.caption, look, &here);
            for mut slab in self.lines(&runs, look, &here) {
                slab.keep = true;
                self.push(slab);
            }
        }
        let columns = columns(table, x, width, column);
        let mut slabs = Vec::new();
        if !table.head.is_empty() {
            let part = self.structure.add(node, Kind::THead);
            for row in &table.head {
                slabs.extend(self.row(row, part, &columns, true));
            }
            rule(slabs.first_mut(), x, width, 0.0, Colour::INK, 1.0);
            let foot = slabs.last().map_or(0.0, |slab| slab.height);
            rule(slabs.last_mut(), x, width, foot, Colour::INK, 0.5);
        }
        let head = (!slabs.is_empty()).then(|| {
            self.strips.heads.push(slabs.clone());
            self.strips.heads.len() - 1
        });
        slabs.iter_mut().for_each(|slab| slab.keep = true);
        let first = slabs.len();
        let part = self.structure.add(node, Kind::TBody);
        for (at, row) in table.body.iter().enumerate() {
            let mut pieces = self.row(row, part, &columns, false);
            let (colour, thickness) = if at + 1 == table.body.len() {
                (Colour::INK, 0.7)
            } else {
                (Colour::RULE, 0.4)
            };
            let foot = pieces.last().map_or(0.0, |slab| slab.height);
            rule(pieces.last_mut(), x, width, foot, colour, thickness);
            pieces.iter_mut().for_each(|slab| slab.head = head);
            slabs.extend(pieces);
        }
        bind_ends(slabs.get_mut(first..).unwrap_or_default());
        self.join(slabs, if table.caption.is_empty() { 10.0 } else { 3.0 });
        // What follows a table keeps its distance.
        self.push(Slab {
            before: 5.0,
            ..Slab::default()
        });
    }

    /// Lays out a row: one slab, or several if it is longer than a page.
    fn row(&mut self, row: &[Cell], part: NodeId, columns: &[Column], in_head: bool) -> Vec<Slab> {
        let node = self.structure.add(part, Kind::TR);
        let mut cells: Vec<Laid> = Vec::new();
        for (cell, column) in row.iter().zip(columns) {
            let kind = match (cell.is_head, in_head) {
                (true, true) => Kind::TH(Scope::Column),
                (true, false) => Kind::TH(Scope::Row),
                (false, _) => Kind::TD,
            };
            let language = cell.flow.language.as_ref();
            let node = self.node(&column.inside(node, None), kind, language);
            let here = Column {
                bold: cell.is_head,
                ..column.inside(node, language)
            };
            let slabs = self.apart(|flow| flow.flow(&cell.flow, &here));
            cells.push(Laid {
                slabs: slabs.into(),
                node,
            });
        }
        let whole = cells
            .iter()
            .map(|cell| height(&cell.slabs))
            .fold(0.0, f32::max);
        let limit = if whole + 2.0 * PADDING > (BOTTOM - TOP) * 0.8 {
            PIECE
        } else {
            f32::INFINITY
        };
        let mut pieces: Vec<Slab> = Vec::new();
        while pieces.is_empty() || cells.iter().any(|cell| !cell.slabs.is_empty()) {
            let is_first = pieces.is_empty();
            let mut piece = Slab::default();
            for cell in &mut cells {
                piece.items.push(Item::Place(cell.node));
                cell.fill(
                    &mut piece,
                    if is_first { PADDING } else { 0.0 },
                    limit,
                    is_first,
                );
            }
            pieces.push(piece);
        }
        if let Some(last) = pieces.last_mut() {
            last.height += PADDING;
        }
        pieces
    }
}

impl Laid {
    /// Moves slabs of the cell into a piece of the row, as many as fit and at least one.
    fn fill(&mut self, piece: &mut Slab, top: f32, limit: f32, is_first_piece: bool) {
        let mut y = top;
        let mut is_first = true;
        while let Some(next) = self.slabs.front() {
            let before = if is_first && is_first_piece {
                0.0
            } else {
                next.before
            };
            if !is_first && y + before + next.height > limit {
                break;
            }
            let Some(next) = self.slabs.pop_front() else {
                break;
            };
            y += before;
            piece
                .items
                .extend(next.items.into_iter().map(|item| item.moved(0.0, y)));
            piece.places.extend(next.places);
            y += next.height;
            is_first = false;
        }
        piece.height = piece.height.max(y);
    }
}

/// Keeps the first two rows together and the last two, so that none stands alone under a head.
fn bind_ends(rows: &mut [Slab]) {
    let fit = |first: &Slab, second: &Slab| first.height + second.height < (BOTTOM - TOP) / 4.0;
    if let [first, second, ..] = rows
        && fit(first, second)
    {
        first.keep = true;
    }
    if let [.., before, last] = rows
        && fit(before, last)
    {
        before.keep = true;
    }
}

fn height(slabs: &VecDeque<Slab>) -> f32 {
    slabs.iter().map(|slab| slab.before + slab.height).sum()
}

fn columns(table: &Table, x: f32, width: f32, outer: &Column) -> Vec<Column> {
    let gaps = GAP * table.columns.len().saturating_sub(1) as f32;
    let shares: f32 = table.columns.iter().map(|column| column.share).sum();
    let mut left = x;
    table
        .columns
        .iter()
        .map(|column| {
            let width = ((width - gaps) * column.share / shares.max(f32::MIN_POSITIVE)).max(12.0);
            let here = Column {
                x: left,
                width,
                margin: None,
                in_cell: true,
                alignment: column.alignment,
                ..outer.clone()
            };
            left += width + GAP;
            here
        })
        .collect()
}

/// Draws a rule across a slab at some height, below everything else in it.
fn rule(slab: Option<&mut Slab>, x: f32, width: f32, y: f32, colour: Colour, thickness: f32) {
    if let Some(slab) = slab {
        let shape = Shape::line(&[(x, y), (x + width, y)], colour, thickness);
        slab.items.insert(0, Item::Shape { shape, node: None });
    }
}
