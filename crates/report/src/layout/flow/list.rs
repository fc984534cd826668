//! Lists and definitions: a label beside blocks.

use super::{Column, Flow, Slab, beside, stacked};
use crate::document::{Definition, List, Role};
use crate::layout::look::{GUTTER, INDENT, Look};
use crate::layout::page::Item;
use crate::layout::structure::{Kind, Numbering};
use crate::layout::text::base_line;

/// An entry of terms that is no higher than this stands on one page.
const SHORT: f32 = 110.0;
/// The space between two entries of one paragraph, and between entries of several, which need more to be told apart.
const BETWEEN_LINES: f32 = 4.5;
const BETWEEN_ENTRIES: f32 = 8.5;

impl Flow<'_, '_> {
    pub(super) fn list(&mut self, list: &List, column: &Column) {
        let node = self.structure.add(column.node, Kind::L);
        let numbering = if list.first_number.is_some() {
            Numbering::Decimal
        } else {
            Numbering::Disc
        };
        self.structure.set_numbering(node, numbering);
        let look = column.look(Role::Body);
        let indent = match list.first_number {
            Some(first) => {
                let last = first as usize + list.items.len();
                self.shaper
                    .width(&format!("{last}. "), look.style, look.size)
                    + 4.0
            }
            None => 13.0,
        };
        for (at, item) in list.items.iter().enumerate() {
            let language = item.language.as_ref();
            let entry = self.node(&column.inside(node, None), Kind::LI, language);
            let label = self.structure.add(entry, Kind::Lbl);
            let body = self.structure.add(entry, Kind::LBody);
            let mark = list.first_number.map_or_else(
                || "• ".to_owned(),
                |first| format!("{}. ", first as usize + at),
            );
            let runs = [self.words(&mark, look, label)];
            let lines = self.lines(
                &runs,
                look,
                &Column {
                    width: indent + 20.0,
                    ..column.inside(label, None)
                },
            );
            let (height, mut items) = stacked(lines);
            let inner = column.inside(body, language).indented(indent);
            let mut slabs = self.apart(|flow| flow.flow(item, &inner));
            items.push(Item::Place(body));
            beside(height, items, &mut slabs);
            self.join(
                slabs,
                match list.items.get(at.wrapping_sub(1)) {
                    None => look.before,
                    Some(above) if above.blocks.len() > 1 => BETWEEN_ENTRIES,
                    Some(_) => look.before.min(3.0),
                },
            );
        }
    }

    pub(super) fn definitions(&mut self, definitions: &[Definition], column: &Column) {
        let node = self.structure.add(column.node, Kind::L);
        self.structure.set_numbering(node, Numbering::None);
        let body_look = column.look(Role::Body);
        let look = Look::LABEL;
        // In the main column the terms stand in the margin.
        let (left, width, inset) = match column.margin {
            Some(margin) => (margin, INDENT - GUTTER, 0.0),
            None => (
                column.x,
                (column.width * 0.32).min(INDENT) - GUTTER,
                (column.width * 0.32).min(INDENT),
            ),
        };
        // Both columns stand on the same base line.
        let drop =
            base_line(body_look.size, body_look.leading) - base_line(look.size, look.leading);
        for (at, definition) in definitions.iter().enumerate() {
            let language = definition.description.language.as_ref();
            let entry = self.structure.add(node, Kind::LI);
            let term = self.structure.add(entry, Kind::Lbl);
            let body = self.node(&column.inside(entry, None), Kind::LBody, language);
            let here = Column {
                x: left,
                width,
                ..column.inside(term, None)
            };
            let runs = self.runs(&definition.term, look, &here);
            let (height, items) = stacked(self.lines(&runs, look, &here));
            let mut items: Vec<Item> = items
                .into_iter()
                .map(|item| item.moved(0.0, drop))
                .collect();
            let inner = column.inside(body, language).indented(inset);
            let mut slabs = self.apart(|flow| flow.flow(&definition.description, &inner));
            items.push(Item::Place(body));
            beside(height + drop, items, &mut slabs);
            let whole: f32 = slabs.iter().map(|slab| slab.before + slab.height).sum();
            if whole < SHORT {
                // The last entry does not stand alone on a page.
                let is_last_but_one = at + 2 == definitions.len();
                let bound = slabs.len() - usize::from(!is_last_but_one);
                slabs
                    .iter_mut()
                    .take(bound)
                    .for_each(|slab| slab.keep = true);
            }
            self.pending_places.extend(definition.id.clone());
            let above = definitions.get(at.wrapping_sub(1));
            let before = match above.map(|above| above.description.blocks.len()) {
                None => body_look.before,
                Some(0 | 1) => BETWEEN_LINES,
                Some(_) => BETWEEN_ENTRIES,
            };
            self.join(slabs, before);
        }
    }

    /// Adds slabs that were laid out apart, with a space of its own before the first.
    pub(super) fn join(&mut self, slabs: Vec<Slab>, before: f32) {
        for (at, slab) in slabs.into_iter().enumerate() {
            self.push(if at == 0 {
                Slab { before, ..slab }
            } else {
                slab
            });
        }
    }
}
