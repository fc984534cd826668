//! Cuts text into words and syllables, in the order in which it is read, and measures them.

use super::{Content, Run};
use crate::charts::Tone;
use crate::layout::breaking::{Fill, Item as BreakItem};
use crate::layout::glyphs::{Characters, Glyph, Word};
use crate::layout::shape::Shaper;
use unicode_bidi::{BidiInfo, Level};

/// Part of a word between two places where a line may break.
#[derive(Debug, Clone)]
pub(super) enum Piece {
    Glyphs {
        word: Word,
        run: usize,
        level: Level,
    },
    Space {
        run: usize,
        level: Level,
    },
    Marker {
        tone: Tone,
        run: usize,
    },
    /// A hyphen appears if the line ends here.
    Hyphen {
        run: usize,
    },
    /// A line may end here without a sign, at a cost.
    Opportunity(f32),
}

/// Stands in the text for what is no text.
pub(super) const OBJECT: char = '\u{fffc}';
/// What a hyphen at a line end costs: more where the edge is free anyway.
const HYPHEN_COST: f32 = 90.0;
const RAGGED_HYPHEN_COST: f32 = 300.0;
/// What a break inside a compound such as `e-mail` costs.
const PLAIN_COST: f32 = 20.0;
/// What breaking a word anywhere costs: only for words wider than the line.
const EMERGENCY_COST: f32 = 900.0;

/// Adds a text; characters that would break a line or draw nothing are made visible or plain.
pub(super) fn push_visible(text: &mut String, words: &str) {
    if words
        .chars()
        .all(|character| visible(character) == character)
    {
        text.push_str(words);
    } else {
        text.extend(words.chars().map(visible));
    }
}

fn visible(character: char) -> char {
    match character {
        OBJECT => '\u{fffd}',
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        other => other,
    }
}

/// The direction of each byte, or none if everything runs from left to right.
pub(super) fn levels(text: &str) -> (Vec<Level>, Level) {
    let is_plain = text.chars().all(|c| {
        u32::from(c) < 0x590
            || (0x2010..0x202a).contains(&u32::from(c))
            || (0x20a0..0x2c00).contains(&u32::from(c))
            || c == OBJECT
    });
    if is_plain {
        return (Vec::new(), Level::ltr());
    }
    let bidi = BidiInfo::new(text, None);
    let base = bidi
        .paragraphs
        .first()
        .map_or(Level::ltr(), |paragraph| paragraph.level);
    (bidi.levels, base)
}

/// Cuts the text of a stretch of runs; `owners` says where each run ends.
pub(super) fn pieces(
    shaper: &mut Shaper<'_>,
    runs: &[Run],
    text: &str,
    owners: &[(usize, usize)],
    levels: &[Level],
    measure: f32,
) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let level_at = |at: usize| levels.get(at).copied().unwrap_or(Level::ltr());
    let owner_at = |at: usize| {
        owners
            .get(owners.partition_point(|(end, _)| *end <= at))
            .copied()
            .unwrap_or((text.len(), 0))
    };
    let mut from = 0;
    for (end, _) in unicode_linebreak::linebreaks(text) {
        let segment = text.get(from..end).unwrap_or_default();
        let words = segment.trim_end_matches(' ');
        let (mut at, words_end) = (from, from + words.len());
        while at < words_end {
            let (run_end, run) = owner_at(at);
            let level = level_at(at);
            let level_end = if levels.is_empty() {
                words_end
            } else {
                (at..words_end)
                    .find(|next| level_at(*next) != level)
                    .unwrap_or(words_end)
            };
            let part_end = run_end.min(words_end).min(level_end);
            let part = text.get(at..part_end).unwrap_or_default();
            match runs.get(run) {
                Some(Run {
                    content: Content::Marker(tone),
                    ..
                }) => pieces.push(Piece::Marker { tone: *tone, run }),
                Some(owner) => push_word(shaper, owner, run, part, level, measure, &mut pieces),
                None => {}
            }
            at = part_end.max(at + 1);
        }
        for space in words_end..end {
            pieces.push(Piece::Space {
                run: owner_at(space).1,
                level: level_at(space),
            });
        }
        if words_end == end && end < text.len() {
            pieces.push(Piece::Opportunity(PLAIN_COST));
        }
        from = end;
    }
    pieces
}

/// Adds a word, cut where it may be hyphenated, and anywhere where it is wider than the line.
fn push_word(
    shaper: &mut Shaper<'_>,
    run: &Run,
    number: usize,
    text: &str,
    level: Level,
    measure: f32,
    pieces: &mut Vec<Piece>,
) {
    let word = shaper.word(text, run.style, level.is_ltr());
    let glyphs = |from, to| Piece::Glyphs {
        word: word.part(from, to),
        run: number,
        level,
    };
    let count = word.count();
    let too_wide = shaper.shaped().width(word) * run.size / 1000.0 > measure;
    let mut cuts: Vec<(usize, bool)> = Vec::new();
    if level.is_ltr() && (too_wide || !run.spares_hyphens) {
        let syllables = run.hyphenation.and_then(|it| shaper.syllables.of(text, it));
        let shaped = shaper.shaped().glyphs(word);
        cuts.extend(
            syllables
                .iter()
                .flat_map(|ends| ends.iter())
                .filter_map(|end| glyph_at(shaped, *end))
                .map(|at| (at, true)),
        );
    }
    if too_wide {
        let shaped = shaper.shaped().glyphs(word);
        let anywhere = (1..count).filter(|at| starts_cluster(shaped, *at));
        cuts.extend(anywhere.map(|at| (at, false)));
        // Of two at one place the hyphen comes first, and only the first is used.
        cuts.sort_unstable_by_key(|(at, with_hyphen)| (*at, !with_hyphen));
    }
    let mut from = 0;
    for (at, with_hyphen) in cuts {
        if at > from {
            pieces.push(glyphs(from, at));
            pieces.push(if with_hyphen {
                Piece::Hyphen { run: number }
            } else {
                Piece::Opportunity(EMERGENCY_COST)
            });
            from = at;
        }
    }
    pieces.push(glyphs(from, count));
}

fn starts_cluster(glyphs: &[Glyph], at: usize) -> bool {
    let start = |at: usize| glyphs.get(at).map(|glyph| glyph.start);
    start(at) != start(at.wrapping_sub(1))
        && glyphs
            .get(at)
            .is_some_and(|glyph| glyph.advance > 0.0 && glyph.characters != Characters::Elsewhere)
}

/// The first glyph of the character at a byte, unless a ligature has swallowed it.
fn glyph_at(glyphs: &[Glyph], byte: usize) -> Option<usize> {
    let at = glyphs.partition_point(|glyph| (glyph.start as usize) < byte);
    glyphs
        .get(at)
        .filter(|glyph| glyph.start as usize == byte)
        .map(|_| at)
}

/// What line breaking wants to know of pieces.
pub(super) fn measured(
    shaper: &mut Shaper<'_>,
    runs: &[Run],
    pieces: &[Piece],
    fill: Fill,
) -> Vec<BreakItem> {
    let size = |run: usize| runs.get(run).map_or(0.0, |run| run.size);
    let hyphen_cost = if fill == Fill::Justified {
        HYPHEN_COST
    } else {
        RAGGED_HYPHEN_COST
    };
    let (mut space, mut hyphen) = (Width::of(" "), Width::of("-"));
    let items = pieces.iter().map(|piece| match piece {
        Piece::Glyphs { word, run, .. } => BreakItem::Box(f64::from(
            shaper.shaped().width(*word) * size(*run) / 1000.0,
        )),
        Piece::Space { run, .. } => BreakItem::Glue(space.within(shaper, runs, *run)),
        Piece::Marker { run, .. } => BreakItem::Box(f64::from(size(*run) * 0.95)),
        Piece::Hyphen { run } => BreakItem::Break {
            cost: f64::from(hyphen_cost),
            hyphen: hyphen.within(shaper, runs, *run),
        },
        Piece::Opportunity(cost) => BreakItem::Break {
            cost: f64::from(*cost),
            hyphen: 0.0,
        },
    });
    items.collect()
}

/// The width of a character that most words are followed by: measured once for each run.
struct Width {
    character: &'static str,
    last: Option<(usize, f64)>,
}

impl Width {
    fn of(character: &'static str) -> Self {
        let last = None;
        Self { character, last }
    }

    fn within(&mut self, shaper: &mut Shaper<'_>, runs: &[Run], run: usize) -> f64 {
        match (self.last, runs.get(run)) {
            (Some((of, width)), _) if of == run => width,
            (_, None) => 0.0,
            (_, Some(owner)) => {
                let width = shaper.width(self.character, owner.style, owner.size);
                let width = f64::from(width);
                self.last = Some((run, width));
                width
            }
        }
    }
}
