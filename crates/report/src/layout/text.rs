//! From running text to lines: cuts text into words and syllables, has them shaped, breaks the lines and places the glyphs.

mod pieces;
mod placing;

use super::breaking::{self, Fill};
use super::page::{Item, Target};
use super::shape::{Shaper, Style};
use super::structure::NodeId;
use crate::charts::{Colour, Tone};
use crate::document::Alignment;
use hypher::Lang;
use pieces::OBJECT;

/// A stretch of text in one style.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) content: Content,
    pub(super) style: Style,
    pub(super) size: f32,
    pub(super) colour: Colour,
    pub(super) node: Option<NodeId>,
    pub(super) hyphenation: Option<Lang>,
    /// Whether only words wider than the line are hyphenated, as in headings.
    pub(super) spares_hyphens: bool,
    pub(super) target: Option<Target>,
}

/// What a run holds.
#[derive(Debug, Clone)]
pub(super) enum Content {
    Words(String),
    /// The shape before a status word.
    Marker(Tone),
    Break,
}

/// How lines are set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    pub(super) x: f32,
    pub(super) width: f32,
    pub(super) leading: f32,
    pub(super) fill: Fill,
    pub(super) alignment: Alignment,
}

/// A line of items, placed from the top of the line.
#[derive(Debug, Clone, Default)]
pub(super) struct SetLine {
    pub(super) items: Vec<Item>,
}

/// Sets a paragraph. There is a line for every break that the text asks for, even in an empty run.
pub(super) fn set(shaper: &mut Shaper<'_>, runs: &[Run], setting: Setting) -> Vec<SetLine> {
    let mut lines = Vec::new();
    let mut from = 0;
    for (at, run) in runs.iter().enumerate() {
        if matches!(run.content, Content::Break) {
            set_stretch(shaper, runs, from..at, setting, &mut lines);
            from = at + 1;
        }
    }
    set_stretch(shaper, runs, from..runs.len(), setting, &mut lines);
    lines
}

/// Sets the runs between two forced line breaks.
fn set_stretch(
    shaper: &mut Shaper<'_>,
    runs: &[Run],
    range: std::ops::Range<usize>,
    setting: Setting,
    lines: &mut Vec<SetLine>,
) {
    let mut text = String::new();
    let mut owners: Vec<(usize, usize)> = Vec::new();
    for (at, run) in runs.iter().enumerate().take(range.end).skip(range.start) {
        match &run.content {
            Content::Words(words) => pieces::push_visible(&mut text, words),
            Content::Marker(_) => text.push(OBJECT),
            Content::Break => {}
        }
        owners.push((text.len(), at));
    }
    if text.is_empty() {
        lines.push(SetLine::default());
        return;
    }
    let (levels, base) = pieces::levels(&text);
    let pieces = pieces::pieces(shaper, runs, &text, &owners, &levels, setting.width);
    let items = pieces::measured(shaper, runs, &pieces, setting.fill);
    let broken = breaking::lines(&items, f64::from(setting.width), setting.fill);
    let last = broken.len().saturating_sub(1);
    for (number, line) in broken.into_iter().enumerate() {
        lines.push(placing::place(
            shaper,
            runs,
            &pieces,
            &items,
            line,
            setting,
            base,
            number == last,
        ));
    }
}

/// Where the base line stands in a line of some height.
pub(super) fn base_line(size: f32, leading: f32) -> f32 {
    leading / 2.0 + size * 0.335
}
