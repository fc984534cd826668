//! Charts: drawn as vectors, with their alternative text and a caption.

use super::{Column, Flow, Slab};
use crate::charts::{Anchor, Drawing};
use crate::document::{Alignment, FigureReference, Role};
use crate::layout::look::{BOTTOM, Look, TOP};
use crate::layout::page::{Item, Rectangle};
use crate::layout::structure::{Kind, NodeId};
use crate::layout::text::{self, Setting};

impl Flow<'_, '_> {
    pub(super) fn figure(&mut self, figure: &FigureReference, column: &Column) {
        let Some(data) = self.document.figures.get(&figure.name) else {
            return;
        };
        let (x, width) = column.wide();
        let group = self.structure.add(column.node, Kind::Div);
        let node = self.structure.add(group, Kind::Figure);
        self.structure
            .set_alternative(node, figure.alternative.clone());
        let shaper = &mut *self.shaper;
        let drawing = data.draw(width, &mut |text, size, bold| {
            shaper.width(text, Look::HEAD.plain(bold).style, size)
        });
        // Leaves room for a caption.
        let drawing = drawing.at_most(BOTTOM - TOP - 60.0);
        let height = drawing.height;
        let mut items = self.drawn(drawing, node);
        let rectangle = Rectangle {
            x: 0.0,
            y: 0.0,
            width,
            height,
        };
        items.push(Item::Bounds { rectangle, node });
        let items = items.into_iter().map(|item| item.moved(x, 0.0)).collect();
        self.push(Slab {
            before: 10.0,
            height: height + 2.0,
            items,
            keep: !figure.caption.is_empty(),
            ..Slab::default()
        });
        if !figure.caption.is_empty() {
            let look = Look::paragraph(Role::Caption);
            let here = Column {
                x,
                width,
                node: self.structure.add(group, Kind::Caption),
                ..column.clone()
            };
            let runs = self.runs(&figure.caption, look, &here);
            let slabs = self.lines(&runs, look, &here);
            slabs.into_iter().for_each(|slab| self.push(slab));
        }
    }

    /// The shapes and labels of a drawing.
    fn drawn(&mut self, drawing: Drawing, node: NodeId) -> Vec<Item> {
        let mut items: Vec<Item> = drawing
            .shapes
            .into_iter()
            .map(|shape| Item::Shape {
                shape,
                node: Some(node),
            })
            .collect();
        for label in drawing.labels {
            let look = Look {
                size: label.size,
                ..Look::HEAD.plain(label.bold).coloured(label.colour)
            };
            let width = self.shaper.width(&label.text, look.style, label.size);
            let x = match label.anchor {
                Anchor::Start => label.x,
                Anchor::Middle => label.x - width / 2.0,
                Anchor::End => label.x - width,
            };
            let run = self.words(&format!("{} ", label.text), look, node);
            let here = Setting {
                x,
                width: f32::INFINITY,
                leading: 0.0,
                fill: look.fill,
                alignment: Alignment::Left,
            };
            let base = text::base_line(label.size, 0.0);
            let lines = text::set(self.shaper, &[run], here);
            items.extend(
                lines
                    .into_iter()
                    .flat_map(|line| line.items)
                    .map(|item| item.moved(0.0, label.y - base)),
            );
        }
        items
    }
}
