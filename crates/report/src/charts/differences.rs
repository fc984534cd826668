//! How scores lie apart, question by question: a line from the lowest answer to the highest,
//! and on it a disc for each answer that was chosen, with the number of who chose it inside.

use super::Differences;
use super::drawing::{Anchor, Colour, Drawing, Label, Measure, Shape, wrapped};

const SIZE: f32 = 8.5;
const LEADING: f32 = 10.5;
const SMALL: f32 = 7.0;
/// Of the disc for one vote, and of the largest.
const RADII: (f32, f32) = (4.6, 8.6);

pub(super) fn draw(map: &Differences, width: f32, measure: &mut Measure<'_>) -> Drawing {
    let label_width = width * 0.44;
    let value_width = map
        .rows
        .iter()
        .map(|row| measure(&row.shown, SIZE, true))
        .fold(30.0, f32::max)
        + 14.0;
    let left = label_width + 14.0 + RADII.1;
    let right = width - value_width - RADII.1;
    let mut drawing = Drawing {
        width,
        ..Drawing::default()
    };
    let label = |x, y, anchor, text: &str, size, bold, colour| Label {
        x,
        y,
        anchor,
        text: text.to_owned(),
        size,
        bold,
        colour,
    };
    for (x, anchor, text) in [
        (left - RADII.1, Anchor::Start, &map.lowest),
        (right + RADII.1, Anchor::End, &map.highest),
    ] {
        let small = label(x, SMALL + 1.0, anchor, text, SMALL, false, Colour::MUTED);
        drawing.labels.push(small);
    }
    let most = map.rows.iter().flat_map(|row| &row.votes).max();
    let most = most.copied().unwrap_or(0).max(2) as f32;
    let mut y = SMALL + 6.0;
    for row in &map.rows {
        let lines = wrapped(&row.label, label_width, SIZE, false, measure);
        let height = (lines.len().max(1) as f32 * LEADING).max(2.0 * RADII.1) + 4.0;
        let middle = y + height / 2.0;
        let first = middle - (lines.len() as f32 - 1.0) * LEADING / 2.0 + SIZE * 0.33;
        for (at, text) in lines.iter().enumerate() {
            let y = first + at as f32 * LEADING;
            let line = label(0.0, y, Anchor::Start, text, SIZE, false, Colour::INK);
            drawing.labels.push(line);
        }
        let track = [(left, middle), (right, middle)];
        drawing.shapes.push(Shape::line(&track, Colour::RULE, 0.8));
        let last = row.votes.len().saturating_sub(1).max(1) as f32;
        let place = |step: usize| left + (right - left) * step as f32 / last;
        let chosen = || {
            row.votes
                .iter()
                .enumerate()
                .filter(|(_, votes)| **votes > 0)
        };
        if let (Some((from, _)), Some((to, _))) = (chosen().next(), chosen().next_back()) {
            let apart = [(place(from), middle), (place(to), middle)];
            drawing
                .shapes
                .push(Shape::line(&apart, Colour::ACCENT, 2.0));
        }
        for (step, votes) in row.votes.iter().enumerate() {
            let x = place(step);
            if *votes == 0 {
                let tick = [(x, middle - 2.5), (x, middle + 2.5)];
                drawing.shapes.push(Shape::line(&tick, Colour::RULE, 0.8));
                continue;
            }
            let share = (*votes as f32 - 1.0) / (most - 1.0);
            let radius = RADII.0 + (RADII.1 - RADII.0) * share;
            drawing
                .shapes
                .push(Shape::disc(x, middle, radius, Colour::ACCENT).outlined(Colour::PAPER, 0.8));
            let count = votes.to_string();
            let y = middle + SMALL * 0.35;
            drawing.labels.push(label(
                x,
                y,
                Anchor::Middle,
                &count,
                SMALL,
                true,
                Colour::PAPER,
            ));
        }
        let y_shown = middle + SIZE * 0.33;
        drawing.labels.push(label(
            width,
            y_shown,
            Anchor::End,
            &row.shown,
            SIZE,
            true,
            Colour::INK,
        ));
        y += height;
    }
    drawing.height = y + 2.0;
    drawing
}
