//! From blocks to pages: a typographic grid on A4, shaped and hyphenated text, tables that break, charts as vectors.
//!
//! Knows fonts, lengths and the structure tree; knows no PDF. Everything is computed from the document and the settings alone,
//! so that the same document gives the same pages.

mod breaking;
mod flow;
mod fonts;
mod glyphs;
mod look;
mod page;
mod pages;
mod shape;
mod structure;
mod syllables;
mod text;

pub use fonts::FontDamaged;
pub(crate) use fonts::{FACES, Face, Fonts, Metrics};
pub(crate) use glyphs::{Characters, Glyph, Shaped};
pub(crate) use page::{Bookmark, Item, PAGE, Page, Place, Rectangle, Target, Text, hundredths};
pub(crate) use shape::{Shaper, is_ignorable};
pub(crate) use structure::{Kind, Node, NodeId, Numbering, Scope, Structure};

use crate::charts::{Colour, Drawing, Shape};
use crate::document::{Alignment, Document};
use look::{BOTTOM, LEFT, Look, TOP, WIDTH};
use std::collections::BTreeMap;
use text::{Content, Run, Setting};

/// What stands at the head and the foot of every page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RunningText {
    /// Above, at the left.
    pub head_left: String,
    /// Above, at the right.
    pub head_right: String,
    /// Below, at the left.
    pub foot_left: String,
    /// Below, at the right; `{page}` and `{pages}` become numbers, as in `Pagina {page} van {pages}`.
    pub foot_right: String,
}

/// A document on its pages.
pub(crate) struct Layout {
    pub(crate) pages: Vec<Page>,
    pub(crate) structure: Structure,
    pub(crate) places: BTreeMap<String, Place>,
    pub(crate) bookmarks: Vec<Bookmark>,
    /// The page that the signature fields belong to, and their parent in the structure.
    pub(crate) signatures: (usize, NodeId),
}

/// The charts of a document in a given width, for an edition that has no pages. Every text gets `room` times the width that it
/// has in the faces of the report, so that it also fits in the faces of another program.
///
/// # Errors
/// [`FontDamaged`] if the program itself is damaged.
pub fn drawings(
    document: &Document,
    width: f32,
    room: f32,
) -> Result<BTreeMap<String, Drawing>, FontDamaged> {
    let fonts = Fonts::open()?;
    let mut shaper = Shaper::new(&fonts);
    let mut measure = |text: &str, size: f32, bold: bool| {
        shaper.width(text, Look::HEAD.plain(bold).style, size) * room
    };
    Ok(document
        .figures
        .iter()
        .map(|(name, figure)| {
            let drawing = figure.draw(width, &mut measure);
            (name.clone(), drawing.accented(document.accent))
        })
        .collect())
}

/// How often page numbers may move what they stand in before they are taken as they are.
const PASSES: usize = 4;

/// Lays out a document.
pub(crate) fn lay_out(
    shaper: &mut Shaper<'_>,
    document: &Document,
    running: &RunningText,
) -> Layout {
    let mut numbers = BTreeMap::new();
    let mut pass = 1;
    let (paginated, structure) = loop {
        let mut structure = Structure::new();
        let strips = flow::lay_out(shaper, &mut structure, document, &numbers);
        let names_pages = strips.names_pages;
        let paginated = pages::paginate(strips);
        let found: BTreeMap<String, usize> = paginated
            .places
            .iter()
            .map(|(place, at)| (place.clone(), at.page + 1))
            .collect();
        if !names_pages || found == numbers || pass == PASSES {
            break (paginated, structure);
        }
        numbers = found;
        pass += 1;
    };
    let pages::Paginated {
        mut pages,
        bare,
        places,
        bookmarks,
        signatures,
    } = paginated;
    let count = pages.len();
    for (number, page) in pages.iter_mut().enumerate() {
        for item in &mut page.items {
            if let Item::PageNumber {
                to,
                x,
                y,
                size,
                node,
            } = item
            {
                let number = places.get(to).map_or(0, |place| place.page + 1).to_string();
                let look = Look {
                    size: *size,
                    ..Look::RUNNING.coloured(Colour::INK)
                };
                *item = one_line(shaper, &number, look, *x, Alignment::Right, *y, Some(*node));
            }
        }
        if !bare.contains(&number) {
            page.items
                .extend(running_text(shaper, running, number + 1, count));
        }
    }
    let signatures = signatures.unwrap_or((count.saturating_sub(1), structure.root()));
    Layout {
        pages,
        structure,
        places,
        bookmarks,
        signatures,
    }
}

fn running_text(
    shaper: &mut Shaper<'_>,
    running: &RunningText,
    page: usize,
    pages: usize,
) -> Vec<Item> {
    let right = LEFT + WIDTH;
    let (above, below) = (TOP - 36.0, BOTTOM + 34.0);
    let number = running
        .foot_right
        .replace("{page}", &page.to_string())
        .replace("{pages}", &pages.to_string());
    let rule = Shape::line(
        &[(LEFT, above + 7.0), (right, above + 7.0)],
        Colour::RULE,
        0.5,
    );
    let mut items = vec![Item::Shape {
        shape: rule,
        node: None,
    }];
    for (text, x, alignment, y) in [
        (&running.head_left, LEFT, Alignment::Left, above),
        (&running.head_right, right, Alignment::Right, above),
        (&running.foot_left, LEFT, Alignment::Left, below),
        (&number, right, Alignment::Right, below),
    ] {
        if !text.is_empty() {
            let text = shortened(shaper, text, WIDTH * 0.56);
            items.push(one_line(
                shaper,
                &text,
                Look::RUNNING,
                x,
                alignment,
                y,
                None,
            ));
        }
    }
    items
}

/// A text that fits in the running head: cut, with an ellipsis, if it must be.
fn shortened(shaper: &mut Shaper<'_>, text: &str, width: f32) -> String {
    let look = Look::RUNNING;
    if shaper.width(text, look.style, look.size) <= width {
        return text.to_owned();
    }
    let mut shorter = String::new();
    for word in text.split_inclusive(' ') {
        if shaper.width(&format!("{shorter}{word}…"), look.style, look.size) > width {
            break;
        }
        shorter.push_str(word);
    }
    format!("{}…", shorter.trim_end())
}

/// A line of text with its base line at `y`.
fn one_line(
    shaper: &mut Shaper<'_>,
    text: &str,
    look: Look,
    x: f32,
    alignment: Alignment,
    y: f32,
    node: Option<NodeId>,
) -> Item {
    let width = shaper.width(text, look.style, look.size);
    let run = Run {
        content: Content::Words(text.to_owned()),
        style: look.style,
        size: look.size,
        colour: look.colour,
        node,
        hyphenation: None,
        spares_hyphens: true,
        target: None,
    };
    let x = if alignment == Alignment::Right {
        x - width
    } else {
        x
    };
    let setting = Setting {
        x,
        width: f32::INFINITY,
        leading: 0.0,
        fill: look.fill,
        alignment: Alignment::Left,
    };
    let lines = text::set(shaper, &[run], setting);
    let item = lines.into_iter().flat_map(|line| line.items).next();
    item.map_or(Item::Place(NodeId::ROOT), |item| {
        item.moved(0.0, y - text::base_line(look.size, 0.0))
    })
}
