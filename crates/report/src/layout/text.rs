//! From running text to lines: cuts text into words and syllables, has them shaped, breaks the lines and places the glyphs.

use super::breaking::{self, Fill, Item as BreakItem, SHRINK, STRETCH};
use super::page::{Item, Rectangle, Target, Text};
use super::shape::{Glyph, Shaper, Style, Word};
use super::structure::NodeId;
use crate::charts::{Colour, Shape, Tone};
use crate::document::Alignment;
use hypher::Lang;
use std::rc::Rc;
use unicode_bidi::{BidiInfo, Level};

/// A stretch of text in one style.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) content: Content,
    pub(super) style: Style,
    pub(super) size: f32,
    pub(super) colour: Colour,
    pub(super) node: Option<NodeId>,
    pub(super) hyphenation: Option<Lang>,
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

/// Part of a word between two places where a line may break.
#[derive(Debug, Clone)]
enum Piece {
    Glyphs { word: Rc<Word>, from: usize, to: usize, run: usize, level: Level },
    Space { run: usize, level: Level },
    Marker { tone: Tone, run: usize },
    /// A hyphen appears if the line ends here.
    Hyphen { run: usize },
    /// A line may end here without a sign, at a cost.
    Opportunity(f32),
}

const OBJECT: char = '\u{fffc}';
/// What a hyphen at a line end costs.
const HYPHEN_COST: f32 = 60.0;
/// What a break inside a compound such as `e-mail` costs.
const PLAIN_COST: f32 = 20.0;
/// What breaking a word anywhere costs: only for words wider than the line.
const EMERGENCY_COST: f32 = 900.0;
/// Shorter words are not hyphenated.
const SHORTEST_HYPHENATED: usize = 6;

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
fn set_stretch(shaper: &mut Shaper<'_>, runs: &[Run], range: std::ops::Range<usize>, setting: Setting, lines: &mut Vec<SetLine>) {
    let mut text = String::new();
    let mut owners: Vec<(usize, usize)> = Vec::new();
    for (at, run) in runs.iter().enumerate().take(range.end).skip(range.start) {
        match &run.content {
            Content::Words(words) => text.extend(words.chars().map(visible)),
            Content::Marker(_) => text.push(OBJECT),
            Content::Break => {}
        }
        owners.push((text.len(), at));
    }
    if text.is_empty() {
        lines.push(SetLine::default());
        return;
    }
    let (levels, base) = levels(&text);
    let pieces = pieces(shaper, runs, &text, &owners, &levels, setting.width);
    let items: Vec<BreakItem> = pieces.iter().map(|piece| measured(shaper, runs, piece)).collect();
    let broken = breaking::lines(&items, f64::from(setting.width), setting.fill);
    let last = broken.len().saturating_sub(1);
    for (number, line) in broken.into_iter().enumerate() {
        lines.push(place(shaper, runs, &pieces, &items, line, setting, base, number == last));
    }
}

/// Characters that would break a line or draw nothing are made visible or plain.
fn visible(character: char) -> char {
    match character {
        OBJECT => '\u{fffd}',
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        other => other,
    }
}

/// The direction of each byte, or none if everything runs from left to right.
fn levels(text: &str) -> (Vec<Level>, Level) {
    let is_plain = text.chars().all(|c| u32::from(c) < 0x590 || (0x2010..0x202a).contains(&u32::from(c)) || (0x20a0..0x2c00).contains(&u32::from(c)) || c == OBJECT);
    if is_plain {
        return (Vec::new(), Level::ltr());
    }
    let bidi = BidiInfo::new(text, None);
    let base = bidi.paragraphs.first().map_or(Level::ltr(), |paragraph| paragraph.level);
    (bidi.levels, base)
}

fn pieces(shaper: &mut Shaper<'_>, runs: &[Run], text: &str, owners: &[(usize, usize)], levels: &[Level], measure: f32) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let level_at = |at: usize| levels.get(at).copied().unwrap_or(Level::ltr());
    let owner_at = |at: usize| owners.get(owners.partition_point(|(end, _)| *end <= at)).copied().unwrap_or((text.len(), 0));
    let mut from = 0;
    for (end, _) in unicode_linebreak::linebreaks(text) {
        let segment = text.get(from..end).unwrap_or_default();
        let words = segment.trim_end_matches(' ');
        let (mut at, words_end) = (from, from + words.len());
        while at < words_end {
            let (run_end, run) = owner_at(at);
            let level = level_at(at);
            let level_end = (at..words_end).find(|next| level_at(*next) != level).unwrap_or(words_end);
            let part_end = run_end.min(words_end).min(level_end);
            let part = text.get(at..part_end).unwrap_or_default();
            match runs.get(run) {
                Some(Run { content: Content::Marker(tone), .. }) => pieces.push(Piece::Marker { tone: *tone, run }),
                Some(owner) => push_word(shaper, owner, run, part, level, measure, &mut pieces),
                None => {}
            }
            at = part_end.max(at + 1);
        }
        for space in words_end..end {
            pieces.push(Piece::Space { run: owner_at(space).1, level: level_at(space) });
        }
        if words_end == end && end < text.len() {
            pieces.push(Piece::Opportunity(PLAIN_COST));
        }
        from = end;
    }
    pieces
}

/// Adds a word, cut where it may be hyphenated, and anywhere where it is wider than the line.
fn push_word(shaper: &mut Shaper<'_>, run: &Run, number: usize, text: &str, level: Level, measure: f32, pieces: &mut Vec<Piece>) {
    let word = shaper.word(text, run.style, level.is_ltr());
    let glyphs = |from, to| Piece::Glyphs { word: Rc::clone(&word), from, to, run: number, level };
    let count = word.glyphs.len();
    let too_wide = word.width() * run.size / 1000.0 > measure;
    let mut cuts: Vec<(usize, bool)> = Vec::new();
    if level.is_ltr() {
        cuts.extend(syllable_ends(text, run.hyphenation).into_iter().filter_map(|end| glyph_at(&word, end)).map(|at| (at, true)));
    }
    if too_wide {
        let anywhere = (1..count).filter(|at| starts_cluster(&word, *at) && !cuts.iter().any(|(cut, _)| cut == at));
        let anywhere: Vec<_> = anywhere.map(|at| (at, false)).collect();
        cuts.extend(anywhere);
        cuts.sort_unstable();
    }
    let mut from = 0;
    for (at, with_hyphen) in cuts {
        if at > from {
            pieces.push(glyphs(from, at));
            pieces.push(if with_hyphen { Piece::Hyphen { run: number } } else { Piece::Opportunity(EMERGENCY_COST) });
            from = at;
        }
    }
    pieces.push(glyphs(from, count));
}

fn starts_cluster(word: &Word, at: usize) -> bool {
    let start = |at: usize| word.glyphs.get(at).map(|glyph| glyph.start);
    start(at) != start(at.wrapping_sub(1)) && word.glyphs.get(at).is_some_and(|glyph| glyph.advance > 0.0 && !glyph.text.is_empty())
}

/// The first glyph of the character at a byte, unless a ligature has swallowed it.
fn glyph_at(word: &Word, byte: usize) -> Option<usize> {
    let at = word.glyphs.partition_point(|glyph| glyph.start < byte);
    word.glyphs.get(at).filter(|glyph| glyph.start == byte).map(|_| at)
}

/// Where the syllables of a word end, in bytes. Marks around the word are not counted.
fn syllable_ends(text: &str, language: Option<Lang>) -> Vec<usize> {
    let Some(language) = language else { return Vec::new() };
    let mut ends = Vec::new();
    let mut from = 0;
    for part in text.split(|c: char| !c.is_alphabetic()) {
        if part.chars().count() >= SHORTEST_HYPHENATED {
            let mut at = from;
            for syllable in hypher::hyphenate(part, language) {
                at += syllable.len();
                if at < from + part.len() {
                    ends.push(at);
                }
            }
        }
        from += part.len();
        from += text.get(from..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
    ends
}

fn measured(shaper: &mut Shaper<'_>, runs: &[Run], piece: &Piece) -> BreakItem {
    let size = |run: usize| runs.get(run).map_or(0.0, |run| run.size);
    match piece {
        Piece::Glyphs { word, from, to, run, .. } => {
            let width: f32 = word.glyphs.get(*from..*to).unwrap_or_default().iter().map(|glyph| glyph.advance).sum();
            BreakItem::Box(f64::from(width * size(*run) / 1000.0))
        }
        Piece::Space { run, .. } => BreakItem::Glue(f64::from(character_width(shaper, runs, *run, " "))),
        Piece::Marker { run, .. } => BreakItem::Box(f64::from(size(*run) * 0.95)),
        Piece::Hyphen { run } => {
            BreakItem::Break { cost: f64::from(HYPHEN_COST), hyphen: f64::from(character_width(shaper, runs, *run, "-")) }
        }
        Piece::Opportunity(cost) => BreakItem::Break { cost: f64::from(*cost), hyphen: 0.0 },
    }
}

fn character_width(shaper: &mut Shaper<'_>, runs: &[Run], run: usize, character: &str) -> f32 {
    runs.get(run).map_or(0.0, |run| shaper.width(character, run.style, run.size))
}

#[expect(clippy::too_many_arguments, reason = "everything that one line depends on, used nowhere else")]
fn place(
    shaper: &mut Shaper<'_>,
    runs: &[Run],
    pieces: &[Piece],
    items: &[BreakItem],
    line: breaking::Line,
    setting: Setting,
    base: Level,
    is_last: bool,
) -> SetLine {
    let natural: f64 = (line.from..line.to).filter_map(|at| items.get(at)).map(|item| match item {
        BreakItem::Box(width) | BreakItem::Glue(width) => *width,
        BreakItem::Break { .. } => 0.0,
    }).sum();
    let spaces: f64 = (line.from..line.to).filter_map(|at| items.get(at)).map(|item| if let BreakItem::Glue(width) = item { *width } else { 0.0 }).sum();
    let hyphen = match items.get(line.to) {
        Some(BreakItem::Break { hyphen, .. }) => *hyphen,
        _ => 0.0,
    };
    let slack = f64::from(setting.width) - natural - hyphen;
    let may_stretch = setting.fill == Fill::Justified && spaces > 0.0 && (!is_last || slack < 0.0);
    let stretch = if may_stretch { (slack / spaces).clamp(-SHRINK, STRETCH * 4.0) } else { 0.0 };
    let free = (slack - stretch * spaces).max(0.0) as f32;
    let start = match (setting.alignment, base.is_rtl()) {
        (Alignment::Left, false) | (Alignment::Right, true) => 0.0,
        (Alignment::Centre, _) => free / 2.0,
        (Alignment::Right, false) | (Alignment::Left, true) => free,
    };
    let mut words: Vec<Placed> = Vec::new();
    for at in line.from..line.to {
        let (Some(piece), Some(item)) = (pieces.get(at), items.get(at)) else { continue };
        match (piece, item) {
            (Piece::Glyphs { word, from, to, run, level }, BreakItem::Box(width)) => {
                let glyphs = word.glyphs.get(*from..*to).unwrap_or_default().to_vec();
                words.push(Placed { run: *run, level: *level, width: *width as f32, x: 0.0, what: What::Glyphs(glyphs) });
            }
            (Piece::Space { run, level }, BreakItem::Glue(width)) => {
                let wide = (*width * (1.0 + stretch)) as f32;
                words.push(Placed { run: *run, level: *level, width: wide, x: 0.0, what: What::Glyphs(space(shaper, runs, *run, wide)) });
            }
            (Piece::Marker { tone, run }, BreakItem::Box(width)) => {
                words.push(Placed { run: *run, level: base, width: *width as f32, x: 0.0, what: What::Marker(*tone) });
            }
            _ => {}
        }
    }
    match pieces.get(line.to) {
        Some(Piece::Hyphen { run }) => {
            let glyphs = runs.get(*run).map(|run| shaper.word("-", run.style, true).glyphs.clone()).unwrap_or_default();
            words.push(Placed { run: *run, level: base, width: hyphen as f32, x: 0.0, what: What::Hyphen(glyphs) });
        }
        // A real space at the end, else extraction joins the last word to the first of the next line.
        Some(Piece::Space { run, level }) => {
            words.push(Placed { run: *run, level: *level, width: 0.0, x: 0.0, what: What::Glyphs(space(shaper, runs, *run, 0.0)) });
        }
        _ => {}
    }
    in_visual_order(&mut words, setting.x + start);
    SetLine { items: draw(words, runs, setting.leading) }
}

struct Placed {
    run: usize,
    level: Level,
    width: f32,
    x: f32,
    what: What,
}

enum What {
    Glyphs(Vec<Glyph>),
    Hyphen(Vec<Glyph>),
    Marker(Tone),
}

fn space(shaper: &mut Shaper<'_>, runs: &[Run], run: usize, width: f32) -> Vec<Glyph> {
    let Some(run) = runs.get(run) else { return Vec::new() };
    let mut glyphs = shaper.word(" ", run.style, true).glyphs.clone();
    if let Some(glyph) = glyphs.first_mut() {
        glyph.advance = width * 1000.0 / run.size;
    }
    glyphs
}

/// Gives every piece its x; the pieces stay in the order in which they are read.
fn in_visual_order(words: &mut [Placed], start: f32) {
    let levels: Vec<Level> = words.iter().map(|word| word.level).collect();
    let order = if levels.iter().any(|level| level.number() > 0) {
        BidiInfo::reorder_visual(&levels)
    } else {
        (0..words.len()).collect()
    };
    let mut x = start;
    for at in order {
        if let Some(word) = words.get_mut(at) {
            word.x = x;
            x += word.width;
        }
    }
}

/// Joins neighbouring pieces of one run and adds the areas and underlines of links.
fn draw(words: Vec<Placed>, runs: &[Run], leading: f32) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut links: Vec<(Rectangle, usize, String)> = Vec::new();
    let mut end: Option<(usize, f32)> = None;
    for word in words {
        let Some(run) = runs.get(word.run) else { continue };
        let y = base_line(run.size, leading);
        if let (Some(_), What::Glyphs(glyphs) | What::Hyphen(glyphs)) = (&run.target, &word.what) {
            let text: String = glyphs.iter().map(|glyph| &*glyph.text).collect();
            let area = Rectangle { x: word.x, y: 1.0, width: word.width, height: leading - 1.0 };
            match links.last_mut() {
                Some((before, of, words)) if *of == word.run && (before.x + before.width - area.x).abs() < 0.01 => {
                    before.width += area.width;
                    words.push_str(&text);
                }
                _ => links.push((area, word.run, text)),
            }
        }
        let follows = word.level.is_ltr() && end.is_some_and(|(of, x)| of == word.run && (x - word.x).abs() < 0.01);
        end = word.level.is_ltr().then_some((word.run, word.x + word.width));
        let soft = matches!(word.what, What::Hyphen(_));
        match word.what {
            What::Marker(tone) => {
                let (x, radius) = (word.x + run.size * 0.36, run.size * 0.32);
                items.push(Item::Shape { shape: Shape::marker(tone, x, y - run.size * 0.31, radius), node: None });
                end = None;
            }
            What::Glyphs(glyphs) | What::Hyphen(glyphs) => match items.last_mut() {
                Some(Item::Text(text)) if follows => {
                    text.glyphs.extend(glyphs);
                    text.ends_in_soft_hyphen = soft;
                }
                _ => items.push(Item::Text(Text {
                    x: word.x,
                    y,
                    size: run.size,
                    colour: run.colour,
                    glyphs,
                    node: run.node,
                    ends_in_soft_hyphen: soft,
                })),
            },
        }
    }
    for (rectangle, of, words) in links {
        let Some(Run { target: Some(target), node: Some(node), colour, size, .. }) = runs.get(of) else { continue };
        let (y, width) = (base_line(*size, leading) + 1.6, rectangle.width);
        items.push(Item::Shape { shape: Shape::line(&[(rectangle.x, y), (rectangle.x + width, y)], *colour, 0.35), node: None });
        items.push(Item::Link { rectangle, target: target.clone(), words, node: *node });
    }
    items
}

/// Where the base line stands in a line of some height.
pub(super) fn base_line(size: f32, leading: f32) -> f32 {
    leading / 2.0 + size * 0.335
}
