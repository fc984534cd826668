//! How things look: the grid of the page, and size, leading and space of each kind of text.

use super::breaking::Fill;
use super::shape::{Family, Style};
use crate::charts::Colour;
use crate::document::Role;

/// The left edge of the page's content: headings, labels, tables.
pub(super) const LEFT: f32 = 62.0;
/// The width of the page's content.
pub(super) const WIDTH: f32 = 471.0;
/// How far running text is indented, so that its lines hold some 70 characters; labels stand in the margin that this leaves.
pub(super) const INDENT: f32 = 116.0;
/// The space between a label in the margin and the text beside it.
pub(super) const GUTTER: f32 = 14.0;
/// Where content begins and ends on a page.
pub(super) const TOP: f32 = 88.0;
/// The lower end of content.
pub(super) const BOTTOM: f32 = 766.0;
/// The space between two paragraphs.
pub(super) const BETWEEN: f32 = 6.5;

/// Type of one kind.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub(super) style: Style,
    pub(super) size: f32,
    pub(super) leading: f32,
    pub(super) colour: Colour,
    pub(super) before: f32,
    pub(super) fill: Fill,
    /// Whether only words wider than the line are hyphenated.
    pub(super) spares_hyphens: bool,
}

impl Look {
    pub(super) const fn new(family: Family, bold: bool, size: f32, leading: f32) -> Self {
        let style = Style {
            family,
            bold,
            italic: false,
            tabular: false,
        };
        Self {
            style,
            size,
            leading,
            colour: Colour::INK,
            before: BETWEEN,
            fill: Fill::Ragged,
            spares_hyphens: false,
        }
    }

    const fn muted(mut self) -> Self {
        self.colour = Colour::MUTED;
        self
    }

    pub(super) const fn coloured(mut self, colour: Colour) -> Self {
        self.colour = colour;
        self
    }

    pub(super) const fn with_space(mut self, before: f32) -> Self {
        self.before = before;
        self
    }

    /// The same, with hyphens only where a word does not fit.
    pub(super) const fn sparing_hyphens(mut self) -> Self {
        self.spares_hyphens = true;
        self
    }

    /// The same, plain or bold.
    pub(super) const fn plain(mut self, bold: bool) -> Self {
        self.style.bold = bold;
        self
    }

    /// Small labels beside or above text.
    pub(super) const LABEL: Self = Self::new(Family::Sans, true, 8.6, 12.0)
        .muted()
        .sparing_hyphens();
    /// Heads of tables.
    pub(super) const HEAD: Self = Self::new(Family::Sans, true, 8.6, 11.4);
    /// Running heads and feet.
    pub(super) const RUNNING: Self = Self::new(Family::Sans, false, 8.0, 11.0).muted();
    /// Large numbers.
    pub(super) const FIGURE: Self =
        Self::new(Family::Serif, true, 23.0, 28.0).coloured(Colour::ACCENT);

    /// A paragraph in the main column.
    pub(super) fn paragraph(role: Role) -> Self {
        match role {
            Role::Body | Role::Quote => Self {
                fill: Fill::Justified,
                ..Self::new(Family::Serif, false, 10.1, 14.2)
            },
            Role::Lead => Self::new(Family::Serif, false, 12.4, 17.6).with_space(8.0),
            Role::Note => Self::new(Family::Sans, false, 9.0, 12.8),
            Role::Caption => Self::new(Family::Sans, false, 8.6, 11.8)
                .muted()
                .with_space(5.0),
            Role::Small => Self::new(Family::Sans, false, 8.0, 11.0)
                .muted()
                .with_space(3.5),
            Role::Label => Self::LABEL.with_space(9.0),
            Role::Choice => Self::new(Family::Sans, true, 10.5, 14.0)
                .with_space(8.0)
                .sparing_hyphens(),
            Role::Sources => Self::new(Family::Sans, false, 8.0, 11.0)
                .muted()
                .with_space(8.0),
        }
    }

    /// A paragraph in a cell.
    pub(super) fn in_cell(role: Role) -> Self {
        let look = match role {
            Role::Body | Role::Quote | Role::Lead | Role::Note => {
                Self::new(Family::Sans, false, 8.9, 12.2)
            }
            Role::Caption | Role::Small | Role::Sources => {
                Self::new(Family::Sans, false, 7.8, 10.4).muted()
            }
            Role::Label | Role::Choice => Self::LABEL,
        };
        look.with_space(3.0)
    }

    /// A heading; the space before it belongs to it.
    pub(super) fn heading(level: u8) -> Self {
        let look = match level {
            1 => Self::new(Family::Serif, true, 24.0, 29.0)
                .coloured(Colour::ACCENT)
                .with_space(34.0),
            2 => Self::new(Family::Serif, true, 15.5, 20.0)
                .coloured(Colour::ACCENT)
                .with_space(26.0),
            3 => Self::new(Family::Sans, true, 11.0, 14.8).with_space(20.0),
            _ => Self::new(Family::Sans, true, 9.6, 13.4).with_space(13.0),
        };
        look.sparing_hyphens()
    }

    /// The space between a heading and what follows.
    pub(super) fn after_heading(level: u8) -> f32 {
        match level {
            1 => 12.0,
            2 => 6.0,
            3 => 2.5,
            _ => 1.0,
        }
    }
}
