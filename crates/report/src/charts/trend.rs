//! A score over time: points at equal distances, in the order given, with a line between neighbours
//! that both have a score.

use super::Trend;
use super::drawing::{Anchor, Colour, Drawing, Label, Measure, Shape, wrapped};

const SIZE: f32 = 8.5;
const LEADING: f32 = 10.5;
const SMALL: f32 = 7.0;
/// Of the area from 0 to 100.
const HEIGHT: f32 = 110.0;
const TOP: f32 = 18.0;

pub(super) fn draw(trend: &Trend, width: f32, measure: &mut Measure<'_>) -> Drawing {
    let mut drawing = Drawing {
        width,
        ..Drawing::default()
    };
    let label = |x, y, anchor, text: String, size, bold, colour| Label {
        x,
        y,
        anchor,
        text,
        size,
        bold,
        colour,
    };
    let bottom = TOP + HEIGHT;
    let left = 24.0;
    let at = |value: f64| bottom - HEIGHT * (value.clamp(0.0, 100.0) / 100.0) as f32;
    for mark in [0.0, 50.0, 100.0] {
        let y = at(mark);
        let line = [(left, y), (width, y)];
        drawing.shapes.push(Shape::line(&line, Colour::RULE, 0.6));
        let (x, y) = (left - 6.0, y + SMALL * 0.35);
        let text = format!("{mark:.0}");
        drawing
            .labels
            .push(label(x, y, Anchor::End, text, SMALL, false, Colour::MUTED));
    }
    let column = (width - left) / trend.points.len().max(1) as f32;
    let place = |at: usize| left + column * (at as f32 + 0.5);
    let scored: Vec<Option<(f32, f32)>> = trend
        .points
        .iter()
        .enumerate()
        .map(|(index, point)| Some((place(index), at(point.score.as_ref()?.value))))
        .collect();
    for pair in scored.windows(2) {
        if let [Some(from), Some(to)] = pair {
            drawing
                .shapes
                .push(Shape::line(&[*from, *to], Colour::ACCENT, 1.4));
        }
    }
    let mut lowest = bottom;
    for (index, point) in trend.points.iter().enumerate() {
        let x = place(index);
        match (&point.score, scored.get(index).copied().flatten()) {
            (Some(score), Some((x, y))) => {
                let ground = Shape::disc(x, y, 5.4, Colour::PAPER);
                drawing.shapes.push(ground);
                drawing.shapes.push(Shape::marker(point.tone, x, y, 4.4));
                let text = score.shown.clone();
                drawing.labels.push(label(
                    x,
                    y - 8.0,
                    Anchor::Middle,
                    text,
                    SIZE,
                    true,
                    Colour::INK,
                ));
            }
            _ => {
                let ring = Shape::disc(x, bottom, 3.6, Colour::PAPER);
                drawing.shapes.push(ring.outlined(Colour::MUTED, 0.8));
                let text = trend.without_score.clone();
                let y = bottom - 8.0;
                drawing.labels.push(label(
                    x,
                    y,
                    Anchor::Middle,
                    text,
                    SMALL,
                    false,
                    Colour::MUTED,
                ));
            }
        }
        let lines = wrapped(&point.when, column - 6.0, SIZE, false, measure);
        for (line, text) in lines.into_iter().enumerate() {
            let y = bottom + 14.0 + line as f32 * LEADING;
            lowest = lowest.max(y);
            drawing
                .labels
                .push(label(x, y, Anchor::Middle, text, SIZE, false, Colour::INK));
        }
    }
    drawing.height = lowest + 4.0;
    drawing
}
