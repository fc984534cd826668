//! Slabs, and how they are put on and beside one another.

use crate::charts::{Colour, Shape};
use crate::layout::page::{Bookmark, Item};
use crate::layout::structure::NodeId;

/// A strip of a page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Slab {
    /// Space above, which vanishes at the top of a page.
    pub(crate) before: f32,
    pub(crate) height: f32,
    /// Placed from the left edge of the page and the top of the slab.
    pub(crate) items: Vec<Item>,
    /// Whether the next slab must stand on the same page.
    pub(crate) keep: bool,
    pub(crate) new_page: bool,
    /// The frame that it stands in.
    pub(crate) frame: Option<usize>,
    /// The table head that is repeated above it at the top of a page.
    pub(crate) head: Option<usize>,
    pub(crate) places: Vec<String>,
    pub(crate) bookmark: Option<Bookmark>,
    /// Whether its page has no running head and foot.
    pub(crate) bare: bool,
    /// Whether the signature fields belong here.
    pub(crate) signatures: Option<NodeId>,
}

/// The ground behind slabs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    pub(crate) x: f32,
    pub(crate) width: f32,
    pub(crate) ground: Colour,
    pub(crate) bar: Colour,
}

/// Everything that pages are made of.
#[derive(Debug, Default)]
pub(crate) struct Strips {
    pub(crate) slabs: Vec<Slab>,
    pub(crate) frames: Vec<Frame>,
    pub(crate) heads: Vec<Vec<Slab>>,
    /// Whether the text names a page somewhere.
    pub(crate) names_pages: bool,
}

/// The ground and the bar of a frame over some height.
pub(crate) fn grounds(frame: &Frame, y: f32, height: f32) -> [Item; 2] {
    let ground = Shape::rectangle(frame.x, y, frame.width, height, frame.ground);
    let bar = Shape::rectangle(frame.x, y, 3.0, height, frame.bar);
    [ground, bar].map(|shape| Item::Shape { shape, node: None })
}

/// The height of slabs that stand on one another, and their items from the top of the first.
pub(crate) fn stacked(slabs: Vec<Slab>) -> (f32, Vec<Item>) {
    let mut height = 0.0;
    let mut items = Vec::new();
    for (at, slab) in slabs.into_iter().enumerate() {
        if at > 0 {
            height += slab.before;
        }
        items.extend(slab.items.into_iter().map(|item| item.moved(0.0, height)));
        height += slab.height;
    }
    (height, items)
}

/// Labels higher than this stand above what they label, where they can be cut.
const TALLEST: f32 = 300.0;

/// Puts items beside slabs, at the top of the first, and keeps as many slabs together as the items are high.
pub(crate) fn beside(height: f32, items: Vec<Item>, slabs: &mut Vec<Slab>) {
    if slabs.is_empty() {
        slabs.push(Slab::default());
    }
    if height > TALLEST {
        slabs.insert(
            0,
            Slab {
                height,
                items,
                ..Slab::default()
            },
        );
        return;
    }
    let mut covered = 0.0;
    let count = slabs.len();
    for (at, slab) in slabs.iter_mut().enumerate() {
        covered += slab.height + if at > 0 { slab.before } else { 0.0 };
        if covered >= height {
            break;
        }
        if at + 1 == count {
            slab.height += height - covered;
        } else {
            slab.keep = true;
        }
    }
    if let Some(first) = slabs.first_mut() {
        first.items.splice(0..0, items);
    }
}
