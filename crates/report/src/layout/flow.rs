//! From blocks to slabs: strips of a page that are never cut, each knowing what it must stay with. Slabs know no page.

mod cover;
mod figure;
mod inline;
mod list;
mod logo;
mod panel;
mod slab;
mod table;

pub(crate) use slab::{Frame, Slab, Strips, beside, grounds, stacked};

use super::breaking::Fill;
use super::look::{GUTTER, INDENT, LEFT, Look, WIDTH};
use super::page::{Bookmark, Item};
use super::shape::Shaper;
use super::structure::{Kind, NodeId, Structure};
use super::text::{self, SetLine, Setting};
use crate::charts::{Colour, Shape};
use crate::document::{Alignment, Block, Document, Heading, Language, Paragraph, Role, plain_text};
use std::collections::BTreeMap;

/// Columns narrower than this are never justified.
const NARROW: f32 = 300.0;

/// Where blocks are laid out.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub(super) x: f32,
    pub(super) width: f32,
    /// The left edge of the margin for labels, in the main column.
    pub(super) margin: Option<f32>,
    pub(super) in_cell: bool,
    pub(super) alignment: Alignment,
    pub(super) node: NodeId,
    pub(super) language: Language,
    pub(super) bold: bool,
    /// Whether the words of the only paragraph belong to the node itself, which saves an element in every cell.
    pub(super) is_direct: bool,
}

/// Lays out blocks.
pub(super) struct Flow<'a, 'f> {
    pub(super) shaper: &'a mut Shaper<'f>,
    pub(super) structure: &'a mut Structure,
    pub(super) document: &'a Document,
    /// The pages of places, as far as an earlier pass knows them.
    pub(super) numbers: &'a BTreeMap<String, usize>,
    pub(super) strips: Strips,
    pending_places: Vec<String>,
    starts_page: bool,
    headings: usize,
}

/// Lays out a document.
pub(super) fn lay_out(
    shaper: &mut Shaper<'_>,
    structure: &mut Structure,
    document: &Document,
    numbers: &BTreeMap<String, usize>,
) -> Strips {
    let column = Column {
        x: LEFT + INDENT,
        width: WIDTH - INDENT,
        margin: Some(LEFT),
        in_cell: false,
        alignment: Alignment::Left,
        node: structure.root(),
        language: document.language.clone(),
        bold: false,
        is_direct: false,
    };
    let mut flow = Flow {
        shaper,
        structure,
        document,
        numbers,
        strips: Strips::default(),
        pending_places: Vec::new(),
        starts_page: false,
        headings: 0,
    };
    flow.blocks(&document.blocks, &column);
    flow.strips
}

/// The name of a heading among the places: bookmarks and the list of contents lead to it whether it has an id or not.
fn heading_place(number: usize) -> String {
    format!("\u{1}{number}")
}

impl Flow<'_, '_> {
    pub(super) fn blocks(&mut self, blocks: &[Block], column: &Column) {
        for (at, block) in blocks.iter().enumerate() {
            let (before, after) = (blocks.get(at.wrapping_sub(1)), blocks.get(at + 1));
            let first = self.strips.slabs.len();
            self.block(block, column);
            self.bind(first, before, block, after);
        }
    }

    /// Keeps a block, whose slabs begin at `first`, on the page of its neighbour where one would be stranded without the
    /// other: a short introduction and what it introduces, particulars and the quotation they are of, sources and what
    /// rests on them.
    fn bind(&mut self, first: usize, before: Option<&Block>, block: &Block, after: Option<&Block>) {
        const SHORT: usize = 4;
        let Block::Paragraph(Paragraph { role, .. }) = block else {
            return;
        };
        let introduces = matches!(before, Some(Block::Heading(_)));
        let is_of_quote = *role == Role::Note
            && matches!(after, Some(Block::Paragraph(next)) if next.role == Role::Quote);
        let slabs = &mut self.strips.slabs;
        if after.is_some() && (introduces || is_of_quote) && slabs.len() <= first + SHORT {
            slabs
                .iter_mut()
                .skip(first)
                .for_each(|slab| slab.keep = true);
        }
        if before.is_some()
            && matches!(role, Role::Small | Role::Sources)
            && let Some(last) = first.checked_sub(1).and_then(|last| slabs.get_mut(last))
        {
            last.keep = true;
        }
    }

    /// The blocks of an item or a cell.
    fn flow(&mut self, flow: &crate::document::Flow, column: &Column) {
        let is_direct = match flow.blocks.as_slice() {
            [Block::Paragraph(only)] => only.role == Role::Body && only.language.is_none(),
            _ => false,
        };
        self.blocks(
            &flow.blocks,
            &Column {
                is_direct,
                ..column.clone()
            },
        );
    }

    fn block(&mut self, block: &Block, column: &Column) {
        match block {
            Block::Cover(cover) => self.cover(cover, column),
            Block::Contents(contents) => self.contents(contents, column),
            Block::Section(section) => {
                let node = self.node(column, Kind::Sect, section.language.as_ref());
                self.pending_places.extend(section.id.clone());
                self.starts_page |= section.on_new_page;
                self.blocks(
                    &section.blocks,
                    &column.inside(node, section.language.as_ref()),
                );
            }
            Block::Heading(heading) => self.heading(heading, column),
            Block::Paragraph(paragraph) => self.paragraph(paragraph, column),
            Block::List(list) => self.list(list, column),
            Block::Definitions(definitions) => self.definitions(definitions, column),
            Block::Table(table) => self.table(table, column),
            Block::Figure(figure) => self.figure(figure, column),
            Block::Logo(alternative) => self.logo(alternative, column),
            Block::Callout(callout) => self.callout(callout, column),
            Block::Verdict(verdict) => self.verdict(verdict, column),
            Block::KeyFigures(figures) => self.key_figures(figures, column),
            Block::SignatureFields => {
                let signatures = Some(column.node);
                self.push(Slab {
                    signatures,
                    ..Slab::default()
                });
            }
            Block::PageBreak => self.starts_page = true,
        }
    }

    /// Adds a node for something with a language of its own or none.
    fn node(&mut self, column: &Column, kind: Kind, language: Option<&Language>) -> NodeId {
        let node = self.structure.add(column.node, kind);
        self.structure
            .set_language(node, language.map(|language| language.tag().to_owned()));
        node
    }

    pub(super) fn push(&mut self, mut slab: Slab) {
        slab.places.append(&mut self.pending_places);
        slab.new_page |= std::mem::take(&mut self.starts_page);
        self.strips.slabs.push(slab);
    }

    /// The slabs of blocks that stand in a cell, an item or a frame; they have not joined the page yet.
    pub(super) fn apart(&mut self, lay_out: impl FnOnce(&mut Self)) -> Vec<Slab> {
        let before = std::mem::take(&mut self.strips.slabs);
        let (places, starts_page) = (
            std::mem::take(&mut self.pending_places),
            std::mem::take(&mut self.starts_page),
        );
        lay_out(self);
        self.pending_places = places;
        self.starts_page = starts_page;
        std::mem::replace(&mut self.strips.slabs, before)
    }

    /// Sets runs in a column; each line is a slab, and no line is left alone at the top or the foot of a page.
    pub(super) fn lines(&mut self, runs: &[text::Run], look: Look, column: &Column) -> Vec<Slab> {
        let setting = Setting {
            x: column.x,
            width: column.width,
            leading: look.leading,
            // Narrow columns have too few spaces to take up what is left.
            fill: if column.width < NARROW {
                Fill::Ragged
            } else {
                look.fill
            },
            alignment: column.alignment,
        };
        let lines = text::set(self.shaper, runs, setting);
        let count = lines.len();
        lines
            .into_iter()
            .enumerate()
            .map(|(at, SetLine { items })| Slab {
                before: if at == 0 { look.before } else { 0.0 },
                height: look.leading,
                items,
                keep: count > 1 && (at == 0 || at + 2 == count),
                ..Slab::default()
            })
            .collect()
    }

    fn heading(&mut self, heading: &Heading, column: &Column) {
        let look = Look::heading(heading.level);
        let node = self.node(column, Kind::H(heading.level), heading.language.as_ref());
        let hangs = heading.number.is_some() || heading.level > 2;
        let (x, width) = if hangs {
            (column.x, column.width)
        } else {
            (LEFT, WIDTH)
        };
        let here = Column {
            x,
            width,
            ..column.inside(node, heading.language.as_ref())
        };
        let runs = self.runs(&heading.content, look, &here);
        let mut slabs = self.lines(&runs, look, &here);
        if let (Some(number), Some(first)) = (&heading.number, slabs.first_mut()) {
            let runs = [self.words(&format!("{number} "), look.coloured(Colour::MUTED), node)];
            let margin = Column {
                x: LEFT,
                width: INDENT - GUTTER,
                ..here
            };
            let (height, items) = stacked(self.lines(&runs, look, &margin));
            first.height = first.height.max(height);
            first.items.splice(0..0, items);
        }
        let number = heading
            .number
            .as_ref()
            .map(|number| format!("{number} "))
            .unwrap_or_default();
        let place = heading_place(self.headings);
        self.headings += 1;
        self.pending_places.extend(heading.id.clone());
        self.pending_places.push(place.clone());
        let title = format!("{number}{}", plain_text(&heading.content));
        let mut bookmark = Some(Bookmark {
            level: heading.level,
            title,
            place,
        });
        let last = slabs.len().saturating_sub(1);
        for (at, mut slab) in slabs.into_iter().enumerate() {
            slab.keep = true;
            slab.bookmark = bookmark.take();
            if at == last {
                slab.height += Look::after_heading(heading.level);
            }
            self.push(slab);
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph, column: &Column) {
        let look = column.look(paragraph.role);
        let mut here = column.inside(column.node, paragraph.language.as_ref());
        let is_quote = paragraph.role == Role::Quote;
        if is_quote {
            here.node = self.structure.add(column.node, Kind::BlockQuote);
            here.x += 11.0;
            here.width -= 11.0;
        }
        if !column.is_direct {
            here.node = self.node(&here, Kind::P, paragraph.language.as_ref());
        }
        let runs = self.runs(&paragraph.content, look, &here);
        let slabs = self.lines(&runs, look, &here);
        let last = slabs.len().saturating_sub(1);
        for (at, mut slab) in slabs.into_iter().enumerate() {
            if is_quote {
                let (x, y) = (column.x + 1.0, slab.height);
                let shape = Shape::line(&[(x, 0.0), (x, y)], Colour::RULE, 2.0);
                slab.items.insert(0, Item::Shape { shape, node: None });
            }
            slab.keep |= matches!(paragraph.role, Role::Label | Role::Choice) && at == last;
            self.push(slab);
        }
    }
}

impl Column {
    /// The same column for the content of a node.
    pub(super) fn inside(&self, node: NodeId, language: Option<&Language>) -> Self {
        Self {
            node,
            language: language.unwrap_or(&self.language).clone(),
            ..self.clone()
        }
    }

    /// The same column, further in.
    fn indented(mut self, by: f32) -> Self {
        self.x += by;
        self.width -= by;
        self.margin = None;
        self
    }

    /// The full width where there is a margin for labels.
    pub(super) fn wide(&self) -> (f32, f32) {
        self.margin.map_or((self.x, self.width), |margin| {
            (margin, self.x + self.width - margin)
        })
    }

    pub(super) fn look(&self, role: Role) -> Look {
        let mut look = if self.in_cell {
            Look::in_cell(role)
        } else {
            Look::paragraph(role)
        };
        look.style.bold |= self.bold;
        look.style.tabular |= self.alignment == Alignment::Right;
        look
    }
}
