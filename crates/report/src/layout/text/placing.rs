//! Places the pieces of a line: fills it, orders it for the eye, joins what belongs together, marks links.

use super::pieces::Piece;
use super::{Run, SetLine, Setting, base_line};
use crate::charts::{Shape, Tone};
use crate::document::Alignment;
use crate::layout::breaking::{self, Fill, Item as BreakItem, SHRINK};
use crate::layout::glyphs::{Shaped, Word};
use crate::layout::page::{Item, Rectangle, Text};
use crate::layout::shape::Shaper;
use unicode_bidi::{BidiInfo, Level};

/// How much of its width a space may grow at most.
const WIDEST: f64 = 1.6;

/// Places a line. Its items are in the order in which they are read.
#[expect(
    clippy::too_many_arguments,
    reason = "everything that one line depends on, used nowhere else"
)]
pub(super) fn place(
    shaper: &mut Shaper<'_>,
    runs: &[Run],
    pieces: &[Piece],
    items: &[BreakItem],
    line: breaking::Line,
    setting: Setting,
    base: Level,
    is_last: bool,
) -> SetLine {
    let natural: f64 = (line.from..line.to)
        .filter_map(|at| items.get(at))
        .map(|item| match item {
            BreakItem::Box(width) | BreakItem::Glue(width) => *width,
            BreakItem::Break { .. } => 0.0,
        })
        .sum();
    let spaces: f64 = (line.from..line.to)
        .filter_map(|at| items.get(at))
        .map(|item| {
            if let BreakItem::Glue(width) = item {
                *width
            } else {
                0.0
            }
        })
        .sum();
    let hyphen = match items.get(line.to) {
        Some(BreakItem::Break { hyphen, .. }) => *hyphen,
        _ => 0.0,
    };
    let slack = f64::from(setting.width) - natural - hyphen;
    let may_stretch = setting.fill == Fill::Justified && spaces > 0.0 && (!is_last || slack < 0.0);
    // A line that could only be filled with gaping spaces keeps a free edge.
    let stretch = if may_stretch && slack / spaces < WIDEST {
        (slack / spaces).max(-SHRINK)
    } else {
        0.0
    };
    let free = (slack - stretch * spaces).max(0.0) as f32;
    let start = match (setting.alignment, base.is_rtl()) {
        (Alignment::Left, false) | (Alignment::Right, true) => 0.0,
        (Alignment::Centre, _) => free / 2.0,
        (Alignment::Right, false) | (Alignment::Left, true) => free,
    };
    let mut space = Space::default();
    let mut words: Vec<Placed> = Vec::with_capacity(line.to - line.from + 1);
    for at in line.from..line.to {
        let (Some(piece), Some(item)) = (pieces.get(at), items.get(at)) else {
            continue;
        };
        match (piece, item) {
            (Piece::Glyphs { word, run, level }, BreakItem::Box(width)) => {
                words.push(Placed {
                    run: *run,
                    level: *level,
                    width: *width as f32,
                    x: 0.0,
                    what: What::Word(*word),
                });
            }
            (Piece::Space { run, level }, BreakItem::Glue(width)) => {
                let Some(owner) = runs.get(*run) else {
                    continue;
                };
                let wide = (*width * (1.0 + stretch)) as f32;
                words.push(Placed {
                    run: *run,
                    level: *level,
                    width: wide,
                    x: 0.0,
                    what: What::Word(space.wide(shaper, *run, owner, wide)),
                });
            }
            (Piece::Marker { tone, run }, BreakItem::Box(width)) => {
                words.push(Placed {
                    run: *run,
                    level: base,
                    width: *width as f32,
                    x: 0.0,
                    what: What::Marker(*tone),
                });
            }
            _ => {}
        }
    }
    match pieces.get(line.to) {
        Some(Piece::Hyphen { run }) => {
            if let Some(style) = runs.get(*run).map(|run| run.style) {
                words.push(Placed {
                    run: *run,
                    level: base,
                    width: hyphen as f32,
                    x: 0.0,
                    what: What::Hyphen(shaper.word("-", style, true)),
                });
            }
        }
        // A real space at the end, else extraction joins the last word to the first of the next line.
        Some(Piece::Space { run, level }) => {
            if let Some(owner) = runs.get(*run) {
                words.push(Placed {
                    run: *run,
                    level: *level,
                    width: 0.0,
                    x: 0.0,
                    what: What::Word(space.wide(shaper, *run, owner, 0.0)),
                });
            }
        }
        _ => {}
    }
    in_visual_order(&mut words, setting.x + start);
    SetLine {
        items: draw(shaper.shaped(), words, runs, setting.leading),
    }
}

struct Placed {
    run: usize,
    level: Level,
    width: f32,
    x: f32,
    what: What,
}

enum What {
    Word(Word),
    Hyphen(Word),
    Marker(Tone),
}

/// The space of a line: the same all along it, but where the run changes.
#[derive(Default)]
struct Space(Option<(usize, f32, Word)>);

impl Space {
    fn wide(&mut self, shaper: &mut Shaper<'_>, number: usize, run: &Run, width: f32) -> Word {
        match self.0 {
            Some((of, wide, space)) if (of, wide) == (number, width) => space,
            _ => {
                let space = shaper.word(" ", run.style, true).part(0, 1);
                let advance = width * 1000.0 / run.size;
                let space = shaper.set_apart(space, advance);
                self.0 = Some((number, width, space));
                space
            }
        }
    }
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
fn draw(shaped: &Shaped, words: Vec<Placed>, runs: &[Run], leading: f32) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut links: Vec<(Rectangle, usize, String)> = Vec::new();
    let mut end: Option<(usize, f32)> = None;
    let mut to_come = words.len();
    for word in words {
        let Some(run) = runs.get(word.run) else {
            continue;
        };
        let y = base_line(run.size, leading);
        let follows = word.level.is_ltr()
            && end.is_some_and(|(of, x)| of == word.run && (x - word.x).abs() < 0.01);
        end = word
            .level
            .is_ltr()
            .then_some((word.run, word.x + word.width));
        to_come -= 1;
        let (set, soft) = match word.what {
            What::Word(set) => (set, false),
            What::Hyphen(set) => (set, true),
            What::Marker(tone) => {
                let (x, radius) = (word.x + run.size * 0.36, run.size * 0.32);
                items.push(Item::Shape {
                    shape: Shape::marker(tone, x, y - run.size * 0.31, radius),
                    node: None,
                });
                end = None;
                continue;
            }
        };
        if run.target.is_some() {
            let text = shaped.said(shaped.glyphs(set));
            let area = Rectangle {
                x: word.x,
                y: 1.0,
                width: word.width,
                height: leading - 1.0,
            };
            match links.last_mut() {
                Some((before, of, words))
                    if *of == word.run && (before.x + before.width - area.x).abs() < 0.01 =>
                {
                    before.width += area.width;
                    words.push_str(&text);
                }
                _ => links.push((area, word.run, text)),
            }
        }
        match items.last_mut() {
            Some(Item::Text(text)) if follows => {
                text.words.push(set);
                text.ends_in_soft_hyphen = soft;
            }
            _ => {
                let mut first = Vec::with_capacity(to_come + 1);
                first.push(set);
                items.push(Item::Text(Text {
                    x: word.x,
                    y,
                    size: run.size,
                    colour: run.colour,
                    words: first,
                    node: run.node,
                    ends_in_soft_hyphen: soft,
                }));
            }
        }
    }
    for (rectangle, of, words) in links {
        let Some(Run {
            target: Some(target),
            node: Some(node),
            colour,
            size,
            ..
        }) = runs.get(of)
        else {
            continue;
        };
        let (y, width) = (base_line(*size, leading) + 1.6, rectangle.width);
        items.push(Item::Shape {
            shape: Shape::line(&[(rectangle.x, y), (rectangle.x + width, y)], *colour, 0.35),
            node: None,
        });
        items.push(Item::Link {
            rectangle,
            target: target.clone(),
            words,
            node: *node,
        });
    }
    items
}
