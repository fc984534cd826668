//! What stands apart from the running text: frames, the verdict, rows of large numbers.

use super::{Column, Flow, Frame, Slab, beside, stacked};
use crate::charts::{Colour, Shape};
use crate::document::{Callout, KeyFigure, Role, Verdict};
use crate::layout::look::{GUTTER, INDENT, Look};
use crate::layout::page::Item;
use crate::layout::structure::Kind;

const INSET: f32 = 15.0;
const PADDING: f32 = 9.5;
/// More key figures than this go on in another row.
const IN_A_ROW: usize = 4;

impl Flow<'_, '_> {
    pub(super) fn callout(&mut self, callout: &Callout, column: &Column) {
        let (x, width) = (column.x, column.width);
        let node = self.node(column, Kind::Div, callout.language.as_ref());
        let inner = column
            .inside(node, callout.language.as_ref())
            .indented(INSET);
        let inner = Column {
            width: inner.width - INSET,
            ..inner
        };
        let mut slabs = self.apart(|flow| {
            if let Some(title) = &callout.title {
                let look = Look::heading(4).with_space(0.0);
                let title_node = flow.structure.add(node, Kind::P);
                let runs = [flow.words(title, look, title_node)];
                for mut slab in flow.lines(&runs, look, &inner) {
                    slab.keep = true;
                    flow.push(slab);
                }
            }
            flow.blocks(
                &callout.blocks,
                &Column {
                    in_cell: false,
                    ..inner
                },
            );
        });
        if let (Some(first), Some(_)) = (slabs.get_mut(1), &callout.title) {
            first.before = first.before.min(2.5);
        }
        let frame = Frame {
            x,
            width,
            ground: callout.tone.ground(),
            bar: callout.tone.colour(),
        };
        self.framed(frame, slabs);
    }

    pub(super) fn verdict(&mut self, verdict: &Verdict, column: &Column) {
        let (x, width) = column.wide();
        let node = self.structure.add(column.node, Kind::Div);
        let word = self.structure.add(node, Kind::P);
        let look = Look {
            size: 16.0,
            leading: 21.0,
            ..Look::heading(3)
        };
        let left = x + INSET;
        let here = Column {
            x: left + 27.0,
            width: INDENT + 10.0,
            margin: None,
            ..column.inside(word, None)
        };
        let runs = [self.words(&verdict.word, look, word)];
        let (height, mut items) = stacked(self.lines(&runs, look, &here));
        items.push(Item::Shape {
            shape: Shape::marker(verdict.tone, left + 10.0, 10.5, 9.5),
            node: None,
        });
        let text_x = left + 27.0 + INDENT + 10.0 + GUTTER;
        let inner = Column {
            x: text_x,
            width: x + width - INSET - text_x,
            margin: None,
            ..column.inside(node, None)
        };
        let mut slabs = self.apart(|flow| flow.blocks(&verdict.blocks, &inner));
        for slab in slabs.iter_mut().take(1) {
            slab.items = std::mem::take(&mut slab.items)
                .into_iter()
                .map(|item| item.moved(0.0, 3.0))
                .collect();
            slab.height += 3.0;
        }
        beside(height, items, &mut slabs);
        let frame = Frame {
            x,
            width,
            ground: verdict.tone.ground(),
            bar: verdict.tone.colour(),
        };
        self.framed(frame, slabs);
    }

    /// Adds slabs on a ground, with space above and below that stays with them.
    fn framed(&mut self, frame: Frame, slabs: Vec<Slab>) {
        self.strips.frames.push(frame);
        let number = Some(self.strips.frames.len() - 1);
        let padding = |before, height, keep| Slab {
            before,
            height,
            keep,
            frame: number,
            ..Slab::default()
        };
        self.push(padding(11.0, PADDING, true));
        let last = slabs.len().saturating_sub(1);
        for (at, mut slab) in slabs.into_iter().enumerate() {
            slab.frame = number;
            slab.keep |= at == last;
            if at == 0 {
                slab.before = 0.0;
            }
            self.push(slab);
        }
        self.push(padding(0.0, PADDING, false));
        self.push(Slab {
            before: 4.0,
            ..Slab::default()
        });
    }

    pub(super) fn key_figures(&mut self, figures: &[KeyFigure], column: &Column) {
        let (x, width) = column.wide();
        let group = self.structure.add(column.node, Kind::Div);
        for (number, row) in figures.chunks(IN_A_ROW).enumerate() {
            let count = row.len().max(2) as f32;
            let each = (width - GUTTER * (count - 1.0)) / count;
            let mut slab = Slab {
                before: if number == 0 { 13.0 } else { 10.0 },
                ..Slab::default()
            };
            for (at, figure) in row.iter().enumerate() {
                let left = x + at as f32 * (each + GUTTER);
                let shape =
                    Shape::line(&[(left, 0.0), (left + each, 0.0)], figure.tone.edge(), 1.2);
                slab.items.push(Item::Shape { shape, node: None });
                let node = self.structure.add(group, Kind::P);
                let here = Column {
                    x: left,
                    width: each,
                    margin: None,
                    ..column.inside(node, None)
                };
                let mut runs = vec![self.words(&format!("{} ", figure.value), Look::FIGURE, node)];
                if let Some(note) = &figure.note {
                    runs.push(self.words(
                        &format!("{note} "),
                        Look::paragraph(Role::Caption),
                        node,
                    ));
                }
                let mut slabs = self.lines(&runs, Look::FIGURE, &here);
                let look = Look::LABEL.coloured(Colour::INK).with_space(0.0);
                let label = [self.words(&figure.label, look, node)];
                slabs.extend(self.lines(&label, look, &here));
                let (height, items) = stacked(slabs);
                slab.items
                    .extend(items.into_iter().map(|item| item.moved(0.0, 3.0)));
                slab.height = slab.height.max(height + 3.0);
            }
            self.push(slab);
        }
        self.push(Slab {
            before: 5.0,
            ..Slab::default()
        });
    }
}
