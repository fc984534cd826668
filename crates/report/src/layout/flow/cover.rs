//! The cover and the list of contents.

use super::{Column, Flow, Slab, heading_place};
use crate::charts::{Colour, Shape};
use crate::document::{Block, Contents, Cover, Heading, plain_text};
use crate::layout::glyphs::Shaped;
use crate::layout::look::{BOTTOM, INDENT, LEFT, Look, TOP, WIDTH};
use crate::layout::page::{Item, Rectangle, Target};
use crate::layout::shape::Family;
use crate::layout::structure::Kind;
use crate::layout::text::base_line;

/// The space between the logo and what stands below it on the cover.
const BELOW_LOGO: f32 = 26.0;

impl Flow<'_, '_> {
    /// The cover: title above, particulars at the foot of the page; over several pages if it must be.
    pub(super) fn cover(&mut self, cover: &Cover, column: &Column) {
        let node = self.structure.add(column.node, Kind::Sect);
        let page = Column {
            x: LEFT,
            width: WIDTH * 0.9,
            margin: None,
            ..column.inside(node, None)
        };
        let organisation = Look::new(Family::Sans, true, 11.5, 15.0).with_space(10.0);
        let subtitle = Look::new(Family::Serif, false, 16.0, 22.0).with_space(14.0);
        let title = self.title_look(&plain_text(&cover.title), page.width);
        let mut slabs = self.apart(|flow| {
            let taken = flow.logo_on_cover(cover.logo.as_deref(), &page);
            let below_logo = if taken > 0.0 { BELOW_LOGO } else { 0.0 };
            // The title stands where it stands without a logo.
            let title = title.with_space(title.before - taken - below_logo);
            let rule = Shape::rectangle(LEFT, 0.0, 46.0, 4.0, Colour::ACCENT);
            let items = vec![Item::Shape {
                shape: rule,
                node: None,
            }];
            flow.push(Slab {
                before: below_logo,
                height: 4.0,
                items,
                ..Slab::default()
            });
            for (words, look, kind) in [
                (&cover.organisation, organisation, Kind::P),
                (&cover.title, title, Kind::Title),
                (&cover.subtitle, subtitle, Kind::P),
            ] {
                let here = page.inside(flow.structure.add(node, kind), None);
                let runs = flow.runs(words, look.sparing_hyphens(), &here);
                if !runs.is_empty() {
                    let lines = flow.lines(&runs, look, &here);
                    lines.into_iter().for_each(|line| flow.push(line));
                }
            }
        });
        let inner = Column {
            x: LEFT + INDENT,
            width: WIDTH - INDENT,
            margin: Some(LEFT),
            ..page
        };
        let foot = self.apart(|flow| {
            let shape = Shape::line(&[(LEFT, 0.0), (LEFT + WIDTH, 0.0)], Colour::INK, 0.7);
            let items = vec![Item::Shape { shape, node: None }];
            flow.push(Slab {
                before: 24.0,
                height: 4.0,
                items,
                ..Slab::default()
            });
            flow.blocks(&cover.foot, &inner);
        });
        let height = |slabs: &[Slab]| {
            slabs
                .iter()
                .map(|slab| slab.before + slab.height)
                .sum::<f32>()
        };
        // The space above the first slab vanishes.
        // A point is left over, so that what the sums round away pushes nothing to a second page.
        let room = BOTTOM - TOP - height(&slabs) - height(&foot) - 1.0;
        slabs.push(Slab {
            height: room.max(0.0),
            ..Slab::default()
        });
        slabs.extend(foot);
        for slab in slabs {
            self.push(Slab { bare: true, ..slab });
        }
        self.starts_page = true;
    }

    /// The title as large as its longest word allows.
    fn title_look(&mut self, title: &str, width: f32) -> Look {
        const SIZES: [f32; 4] = [35.0, 31.0, 27.0, 23.0];
        let style = Look::heading(1).style;
        let fits = |size: &f32| {
            title
                .split_whitespace()
                .all(|word| self.shaper.width(word, style, *size) <= width)
        };
        let size = SIZES.into_iter().find(fits).unwrap_or(23.0);
        Look {
            size,
            leading: size * 1.17,
            ..Look::heading(1)
        }
        .with_space(135.0)
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
                let end = last
                    .items
                    .iter()
                    .map(|item| text_end(item, self.shaper.shaped()))
                    .fold(here.x, f32::max);
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

fn text_end(item: &Item, shaped: &Shaped) -> f32 {
    match item {
        Item::Text(text) => text.x + text.width(shaped),
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
