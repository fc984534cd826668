//! Where the lines of a paragraph end: the breaks whose sum of ugliness over the whole paragraph is least, as Knuth and Plass
//! describe it. Knows widths, not words.

/// A piece of a paragraph as line breaking sees it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Item {
    /// Something that cannot be broken.
    Box(f64),
    /// Space between words: vanishes at a line end.
    Glue(f64),
    /// A place where a line may end at a cost; `hyphen` is the width that is added there.
    Break { cost: f64, hyphen: f64 },
}

/// How lines are filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fill {
    /// Spaces stretch and shrink until both edges are straight.
    Justified,
    /// Spaces keep their width; the far edge is free.
    Ragged,
}

/// A line: its items, and whether it ends in a hyphen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) from: usize,
    /// The break itself, or the end of the paragraph.
    pub(super) to: usize,
}

/// How far a space may grow and shrink, as shares of its width.
const STRETCH: f64 = 0.55;
pub(super) const SHRINK: f64 = 0.28;

/// Two hyphenated lines in a row look like a ladder.
const LADDER: f64 = 12_000.0;
/// A last line that is only the end of a word looks like a mistake.
const STUB: f64 = 40_000.0;
/// What each point costs by which a line is too full: the last resort.
const OVERFULL: f64 = 1.0e9;

/// A break that a line may begin after.
#[derive(Clone, Copy)]
struct Node {
    /// The first item after the break that is not glue.
    from: usize,
    /// The break itself.
    at: usize,
    before: Option<usize>,
}

/// What the search wants to know of a node that a line can still begin after.
#[derive(Clone, Copy)]
struct Active {
    node: usize,
    from: usize,
    width: f64,
    spaces: f64,
    demerits: f64,
    hyphenated: bool,
}

/// Breaks a paragraph. Every item but the glue at line ends is in exactly one line, in order.
pub(super) fn lines(items: &[Item], measure: f64, fill: Fill) -> Vec<Line> {
    let from = skip_glue(items, 0);
    let mut nodes = vec![Node {
        from,
        at: 0,
        before: None,
    }];
    let mut active = vec![Active {
        node: 0,
        from,
        width: 0.0,
        spaces: 0.0,
        demerits: 0.0,
        hyphenated: false,
    }];
    let (mut width, mut spaces) = (0.0_f64, 0.0_f64);
    let mut after_box = false;
    for (at, item) in items.iter().enumerate() {
        let (may_break, cost, hyphen) = match *item {
            Item::Box(box_width) => {
                width += box_width;
                after_box = true;
                (false, 0.0, 0.0)
            }
            Item::Glue(_) => (after_box, 0.0, 0.0),
            Item::Break { cost, hyphen } => (true, cost, hyphen),
        };
        if may_break {
            try_break(
                items,
                at,
                (width, spaces),
                (cost, hyphen),
                measure,
                fill,
                &mut nodes,
                &mut active,
            );
        }
        if let Item::Glue(glue) = *item {
            width += glue;
            spaces += glue;
            after_box = false;
        }
    }
    try_break(
        items,
        items.len(),
        (width, spaces),
        (0.0, 0.0),
        measure,
        fill,
        &mut nodes,
        &mut active,
    );
    trace(&nodes)
}

#[expect(
    clippy::too_many_arguments,
    reason = "the state of one step of the search, used nowhere else"
)]
fn try_break(
    items: &[Item],
    at: usize,
    (width, spaces): (f64, f64),
    (cost, hyphen): (f64, f64),
    measure: f64,
    fill: Fill,
    nodes: &mut Vec<Node>,
    active: &mut Vec<Active>,
) {
    let is_last = at == items.len();
    let hyphenated = hyphen > 0.0;
    let mut best: Option<(f64, usize)> = None;
    let mut overfull: Option<(f64, usize)> = None;
    active.retain(|node| {
        if node.from > at {
            return true;
        }
        let slack = measure - (width - node.width + hyphen);
        let room = spaces - node.spaces;
        let Some(badness) = badness(slack, room, measure, fill, is_last) else {
            let demerits = node.demerits - slack * OVERFULL;
            if overfull.is_none_or(|(least, _)| demerits < least) {
                overfull = Some((demerits, node.node));
            }
            return false;
        };
        let mut demerits = node.demerits + (10.0 + badness + cost).powi(2);
        if hyphenated && node.hyphenated {
            demerits += LADDER;
        }
        if is_last && node.hyphenated {
            demerits += STUB;
        }
        if best.is_none_or(|(least, _)| demerits < least) {
            best = Some((demerits, node.node));
        }
        true
    });
    let chosen = if active.is_empty() {
        best.or(overfull)
    } else {
        best
    };
    if let Some((demerits, before)) = chosen {
        let from = skip_glue(items, at);
        let skipped: f64 = items
            .get(at..from)
            .unwrap_or_default()
            .iter()
            .map(|item| {
                if let Item::Glue(glue) = item {
                    *glue
                } else {
                    0.0
                }
            })
            .sum();
        active.push(Active {
            node: nodes.len(),
            from,
            width: width + skipped,
            spaces: spaces + skipped,
            demerits,
            hyphenated,
        });
        nodes.push(Node {
            from,
            at,
            before: Some(before),
        });
    }
}

/// How ugly a line is, or `None` if it is too full.
fn badness(slack: f64, room: f64, measure: f64, fill: Fill, is_last: bool) -> Option<f64> {
    const TOLERANCE: f64 = 0.01;
    let shrink = if fill == Fill::Justified {
        room * SHRINK
    } else {
        0.0
    };
    if slack < -shrink - TOLERANCE {
        return None;
    }
    if is_last && slack >= 0.0 {
        return Some(0.0);
    }
    let ratio = match fill {
        Fill::Justified if slack < 0.0 => slack / shrink.max(TOLERANCE),
        Fill::Justified => slack / (room * STRETCH).max(TOLERANCE),
        Fill::Ragged => slack / (measure * 0.25),
    };
    Some((100.0 * ratio.abs().powi(3)).min(10_000.0))
}

fn skip_glue(items: &[Item], from: usize) -> usize {
    let rest = items.get(from..).unwrap_or_default();
    from + rest
        .iter()
        .position(|item| matches!(item, Item::Box(_)))
        .unwrap_or(rest.len())
}

fn trace(nodes: &[Node]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut current = nodes.last();
    while let Some(node) = current {
        let before = node.before.and_then(|index| nodes.get(index));
        if let Some(before) = before {
            lines.push(Line {
                from: before.from,
                to: node.at,
            });
        }
        current = before;
    }
    lines.reverse();
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn word(width: f64) -> Item {
        Item::Box(width)
    }

    #[test]
    fn the_whole_paragraph_decides_not_the_first_line() {
        // Filling the first line as far as it goes would leave the third word alone before one as wide as the line.
        let glue = Item::Glue(10.0);
        let items = [
            word(45.0),
            glue,
            word(45.0),
            glue,
            word(20.0),
            glue,
            word(95.0),
        ];
        let lines = lines(&items, 100.0, Fill::Ragged);
        let expected = [
            Line { from: 0, to: 1 },
            Line { from: 2, to: 5 },
            Line { from: 6, to: 7 },
        ];
        assert_eq!(lines, expected);
    }

    #[test]
    fn a_word_wider_than_the_measure_stands_alone() {
        let items = [
            word(10.0),
            Item::Glue(3.0),
            word(500.0),
            Item::Glue(3.0),
            word(10.0),
        ];
        let lines = lines(&items, 100.0, Fill::Justified);
        assert_eq!(lines.len(), 3);
    }

    #[test]
    fn a_hyphen_is_used_only_where_it_helps() {
        let hyphen = Item::Break {
            cost: 50.0,
            hyphen: 4.0,
        };
        let short = [word(30.0), Item::Glue(5.0), word(20.0), hyphen, word(20.0)];
        assert_eq!(lines(&short, 100.0, Fill::Justified).len(), 1);
        let long = [word(60.0), Item::Glue(5.0), word(30.0), hyphen, word(60.0)];
        assert_eq!(
            lines(&long, 100.0, Fill::Justified)[0],
            Line { from: 0, to: 3 }
        );
    }

    proptest! {
        #[test]
        fn no_box_is_lost_or_repeated(widths in prop::collection::vec((1.0_f64..160.0, 0..3_u8), 0..80), measure in 20.0_f64..120.0) {
            let mut items = Vec::new();
            for (width, then) in widths {
                items.push(word(width));
                match then {
                    0 => items.push(Item::Glue(3.0)),
                    1 => items.push(Item::Break { cost: 50.0, hyphen: 3.0 }),
                    _ => {}
                }
            }
            for fill in [Fill::Justified, Fill::Ragged] {
                let mut met = vec![0; items.len()];
                for line in lines(&items, measure, fill) {
                    met[line.from..line.to].iter_mut().for_each(|met| *met += 1);
                }
                for (item, met) in items.iter().zip(met) {
                    prop_assert!(!matches!(item, Item::Box(_)) || met == 1);
                }
            }
        }
    }
}
