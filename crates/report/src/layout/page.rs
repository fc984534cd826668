//! Pages and what is drawn on them, in points from the top left corner.

use super::glyphs::{Glyph, Shaped, Word};
use super::structure::NodeId;
use crate::charts::{Colour, Shape};

/// A sheet of A4.
pub(crate) const PAGE: (f32, f32) = (595.276, 841.89);

/// Something drawn. Without a node it is an artifact: assistive technology skips it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Item {
    /// Glyphs on a base line.
    Text(Text),
    /// A rule, a ground, a part of a chart.
    Shape { shape: Shape, node: Option<NodeId> },
    /// The logo of the document, as large as the rectangle.
    Logo {
        rectangle: Rectangle,
        node: Option<NodeId>,
    },
    /// Draws nothing: gives an element without content, such as an empty cell, its place.
    Place(NodeId),
    /// A rectangle that leads elsewhere.
    Link {
        rectangle: Rectangle,
        target: Target,
        words: String,
        node: NodeId,
    },
    /// A number that is known once all pages are made, right aligned at `x`.
    PageNumber {
        to: String,
        x: f32,
        y: f32,
        size: f32,
        node: NodeId,
    },
    /// Where a figure stands, for its bounding box.
    Bounds { rectangle: Rectangle, node: NodeId },
}

/// Glyphs on a base line, set one after the other.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Text {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) size: f32,
    pub(crate) colour: Colour,
    pub(crate) words: Vec<Word>,
    pub(crate) node: Option<NodeId>,
    /// The last glyph is a hyphen that the text does not have.
    pub(crate) ends_in_soft_hyphen: bool,
}

/// An area of a page.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Rectangle {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Target {
    /// An `id` of the document.
    Place(String),
    /// An address outside.
    Address(String),
}

/// A finished page.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Page {
    /// In reading order.
    pub(crate) items: Vec<Item>,
}

/// A heading for the bookmarks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bookmark {
    pub(crate) level: u8,
    pub(crate) title: String,
    pub(crate) place: String,
}

/// A place that links lead to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Place {
    /// Counted from 0.
    pub(crate) page: usize,
    pub(crate) y: f32,
}

/// Positions are exact to a hundredth of a point: the file is smaller and the same on every machine.
pub(crate) fn hundredths(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

impl Text {
    /// Its glyphs one after the other.
    pub(crate) fn glyphs(&self, shaped: &Shaped) -> Vec<Glyph> {
        let mut glyphs = Vec::with_capacity(self.words.iter().map(|word| word.count()).sum());
        for word in &self.words {
            glyphs.extend_from_slice(shaped.glyphs(*word));
        }
        glyphs
    }

    /// In points.
    pub(crate) fn width(&self, shaped: &Shaped) -> f32 {
        let glyphs = self.words.iter().flat_map(|word| shaped.glyphs(*word));
        glyphs.map(|glyph| glyph.advance).sum::<f32>() * self.size / 1000.0
    }

    /// The glyphs without the hyphen that the text does not have, and that hyphen: it is said otherwise than it is drawn.
    pub(crate) fn without_soft_hyphen(&self, shaped: &Shaped) -> (Vec<Glyph>, Option<Glyph>) {
        let mut glyphs = self.glyphs(shaped);
        let hyphen = if self.ends_in_soft_hyphen {
            glyphs.pop()
        } else {
            None
        };
        (glyphs, hyphen)
    }

    /// Glyphs cut where the face or the height changes: what a PDF shows with one operator.
    pub(crate) fn strings(glyphs: &[Glyph]) -> impl Iterator<Item = &[Glyph]> {
        glyphs.chunk_by(|a, b| a.face == b.face && a.dy == 0.0 && b.dy == 0.0)
    }

    /// Where the pen stands for a string that begins with this glyph at `x`, in points from the lower left corner.
    pub(crate) fn start(&self, first: &Glyph, x: f32) -> (f32, f32) {
        let y = PAGE.1 - self.y + first.dy * self.size / 1000.0;
        (hundredths(x), hundredths(y))
    }

    /// How far the pen goes back before each glyph of a string, in whole thousandths of the type size: what shaping wants to
    /// differ from the widths of the font, which `advance` knows. Every form of a page is drawn by these numbers.
    pub(crate) fn corrections(
        glyphs: &[Glyph],
        advance: impl Fn(&Glyph) -> f32,
    ) -> impl Iterator<Item = (f32, &Glyph)> {
        let mut offset = 0.0;
        // Most are nothing; rounding that is what takes the time.
        let round = |length: f32| if length == 0.0 { 0.0 } else { length.round() };
        glyphs.iter().map(move |glyph| {
            let before = offset - round(glyph.dx);
            offset = round(advance(glyph) - glyph.advance + glyph.dx);
            (before, glyph)
        })
    }
}

impl Item {
    /// The same item elsewhere.
    pub(crate) fn moved(mut self, dx: f32, dy: f32) -> Self {
        match &mut self {
            Self::Text(text) => {
                text.x += dx;
                text.y += dy;
            }
            Self::Shape { shape, .. } => {
                for point in &mut shape.path {
                    point.x += dx;
                    point.y += dy;
                }
            }
            Self::Link { rectangle, .. }
            | Self::Bounds { rectangle, .. }
            | Self::Logo { rectangle, .. } => {
                rectangle.x += dx;
                rectangle.y += dy;
            }
            Self::PageNumber { x, y, .. } => {
                *x += dx;
                *y += dy;
            }
            Self::Place(_) => {}
        }
        self
    }

    /// Where the item begins, from the top.
    pub(crate) fn top(&self) -> f32 {
        match self {
            Self::Text(text) => text.y - text.size,
            Self::Shape { shape, .. } => shape
                .path
                .iter()
                .map(|point| point.y)
                .fold(f32::MAX, f32::min),
            Self::Link { rectangle, .. }
            | Self::Bounds { rectangle, .. }
            | Self::Logo { rectangle, .. } => rectangle.y,
            Self::PageNumber { y, size, .. } => y - size,
            Self::Place(_) => 0.0,
        }
    }

    /// The same marks as an artifact, for repeated heads; what is no mark is left out.
    pub(crate) fn into_artifact(self) -> Option<Self> {
        match self {
            Self::Text(text) => Some(Self::Text(Text { node: None, ..text })),
            Self::Shape { shape, .. } => Some(Self::Shape { shape, node: None }),
            Self::Logo { rectangle, .. } => Some(Self::Logo {
                rectangle,
                node: None,
            }),
            Self::Place(_) | Self::Link { .. } | Self::PageNumber { .. } | Self::Bounds { .. } => {
                None
            }
        }
    }
}
