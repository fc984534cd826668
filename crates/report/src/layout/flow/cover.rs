//! The cover and the list of contents.

use super::{Column, Flow, Slab, heading_place, stacked};
use crate::charts::{Colour, Shape};
use crate::document::{Block, Contents, Cover, Heading, plain_text};
use crate::layout::look::{BOTTOM, INDENT, LEFT, Look, TOP, WIDTH};
use crate::layout::page::{Item, Rectangle, Target};
use crate::layout::shape::Family;
use crate::layout::structure::Kind;
use crate::layout::text::{Run, base_line};

impl Flow<'_, '_> {
    pub(super) fn cover(&mut self, cover: &Cover, column: &Column) {
        let node = self.structure.add(column.node, Kind::Sect);
        let page = Column {
            x: LEFT,
            width: WIDTH,
            margin: None,
            ..column.inside(node, None)
        };
        let mut items = Vec::new();
        let organisation = Look::new(Family::Sans, true, 11.5, 15.0).coloured(Colour::INK);
        let title = Look::new(Family::Serif, true, 35.0, 41.0).coloured(Colour::ACCENT);
        let subtitle = Look::new(Family::Serif, false, 16.0, 22.0);
        let rule = Shape::rectangle(LEFT, 0.0, 46.0, 4.0, Colour::ACCENT);
        items.push(Item::Shape {
            shape: rule,
            node: None,
        });
        let mut y = 14.0;
        for (words, look, kind, space) in [
            (&cover.organisation, organisation, Kind::P, 135.0),
            (&cover.title, title, Kind::Title, 14.0),
            (&cover.subtitle, subtitle, Kind::P, 0.0),
        ] {
            if !words.is_empty() {
                let here = page.inside(self.structure.add(node, kind), None);
                let runs = self.runs(
                    words,
                    look,
                    &Column {
                        width: WIDTH * 0.86,
                        ..here.clone()
                    },
                );
                let runs: Vec<_> = runs
                    .into_iter()
                    .map(|run| Run {
                        hyphenation: None,
                        ..run
                    })
                    .collect();
                let (height, set) = stacked(self.lines(
                    &runs,
                    look,
                    &Column {
                        width: WIDTH * 0.86,
                        ..here
                    },
                ));
                items.extend(set.into_iter().map(|item| item.moved(0.0, y)));
                y += height;
            }
            y += space;
        }
        let inner = Column {
            x: LEFT + INDENT,
            width: WIDTH - INDENT,
            margin: Some(LEFT),
            ..page
        };
        let foot = self.apart(|flow| flow.cover_foot(&cover.foot, &inner));
        let (height, set) = stacked(foot);
        let room = BOTTOM - TOP;
        let top = (room - height).max(y + 24.0);
        items.extend(set.into_iter().map(|item| item.moved(0.0, top)));
        self.push(Slab {
            height: room.max(top + height),
            items,
            bare: true,
            ..Slab::default()
        });
        self.starts_page = true;
    }

    fn cover_foot(&mut self, foot: &[Block], column: &Column) {
        let shape = Shape::line(&[(LEFT, 0.0), (LEFT + WIDTH, 0.0)], Colour::INK, 0.7);
        self.push(Slab {
            height: 9.0,
            items: vec![Item::Shape { shape, node: None }],
            ..Slab::default()
        });
        self.blocks(foot, column);
        self.ground_frames();
    }

    /// Draws the frames of slabs that are stacked outside the run of pages.
    fn ground_frames(&mut self) {
        for slab in &mut self.strips.slabs {
            let Some(frame) = slab
                .frame
                .take()
                .and_then(|frame| self.strips.frames.get(frame))
            else {
                continue;
            };
            let grounds = super::grounds(frame, -slab.before, slab.height + slab.before);
            slab.items.splice(0..0, grounds);
        }
    }

    pub(super) fn contents(&mut self, contents: &Contents, column: &Column) {
        self.starts_page = true;
        let node = self.structure.add(column.node, Kind::Toc);
        let page = Column {
            x: LEFT,
            width: WIDTH,
            margin: None,
            ..column.inside(node, None)
        };
        let look = Look::heading(1).with_space(0.0);
        let here = page.inside(self.structure.add(node, Kind::Caption), None);
        let runs = self.runs(&contents.title, look, &here);
        for mut slab in self.lines(&runs, look, &here) {
            slab.keep = true;
            self.push(slab);
        }
        let document = self.document;
        let mut headings = Vec::new();
        headings_of(&document.blocks, &mut headings);
        for (at, heading) in headings
            .into_iter()
            .enumerate()
            .filter(|(_, heading)| heading.level <= contents.depth)
        {
            let slabs = self.contents_entry(heading, &heading_place(at), &page);
            slabs.into_iter().for_each(|slab| self.push(slab));
        }
        self.starts_page = true;
    }

    fn contents_entry(&mut self, heading: &Heading, place: &str, page: &Column) -> Vec<Slab> {
        let is_main = heading.level == 1;
        let look = match heading.level {
            1 => Look::new(Family::Sans, true, 10.2, 15.0).with_space(9.0),
            2 => Look::new(Family::Sans, false, 9.6, 14.0).with_space(1.0),
            _ => Look::new(Family::Sans, false, 8.8, 12.6)
                .coloured(Colour::MUTED)
                .with_space(0.0),
        };
        let indent = f32::from(heading.level.saturating_sub(1)) * 16.0;
        let entry = self.structure.add(page.node, Kind::TocItem);
        let reference = self.structure.add(entry, Kind::Reference);
        let link = self.structure.add(reference, Kind::Link);
        let here = Column {
            x: page.x + indent,
            width: page.width - indent - 44.0,
            ..page.inside(link, heading.language.as_ref())
        };
        let number = heading
            .number
            .as_ref()
            .map(|number| format!("{number} \u{2002}"))
            .unwrap_or_default();
        // Only the words of the heading: links and languages in it have their place in the text.
        let title = plain_text(&heading.content);
        let runs = [self.words(&format!("{number}{title} "), look, link)];
        let mut slabs = self.lines(&runs, look, &here);
        let total: f32 = slabs.iter().map(|slab| slab.height).sum();
        let right = page.x + page.width;
        if let Some(last) = slabs.last_mut() {
            let y = base_line(look.size, look.leading);
            if !is_main {
                let end = last.items.iter().map(text_end).fold(here.x, f32::max);
                if right - 26.0 > end + 12.0 {
                    let leader = Shape::line(
                        &[(end + 6.0, y - 0.8), (right - 26.0, y - 0.8)],
                        Colour::RULE,
                        0.5,
                    );
                    last.items.push(Item::Shape {
                        shape: leader,
                        node: None,
                    });
                }
            }
            last.items.push(Item::PageNumber {
                to: place.to_owned(),
                x: right,
                y,
                size: look.size,
                node: link,
            });
        }
        if let Some(first) = slabs.first_mut() {
            let rectangle = Rectangle {
                x: here.x,
                y: 0.0,
                width: right - here.x,
                height: total,
            };
            first.items.push(Item::Link {
                rectangle,
                target: Target::Place(place.to_owned()),
                words: title,
                node: link,
            });
        }
        slabs.iter_mut().for_each(|slab| slab.keep = is_main);
        slabs
    }
}

fn text_end(item: &Item) -> f32 {
    match item {
        Item::Text(text) => {
            text.x + text.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>() * text.size / 1000.0
        }
        _ => 0.0,
    }
}

/// All headings in the order in which they are laid out.
fn headings_of<'d>(blocks: &'d [Block], headings: &mut Vec<&'d Heading>) {
    for block in blocks {
        match block {
            Block::Heading(heading) => headings.push(heading),
            Block::Section(section) => headings_of(&section.blocks, headings),
            _ => {}
        }
    }
}
