//! Horizontal bars from 0 to 100, one per row, with the number at the right.

use super::drawing::{Anchor, Colour, Drawing, Label, Measure, Shape, wrapped};
use super::{Bars, Tone};

const SIZE: f32 = 8.5;
const LEADING: f32 = 10.5;
const SMALL: f32 = 7.0;
const BAR: f32 = 7.0;

pub(super) fn draw(bars: &Bars, width: f32, measure: &mut Measure<'_>) -> Drawing {
    let label_width = width * 0.40;
    let value_width = bars
        .rows
        .iter()
        .filter_map(|row| row.score.as_ref())
        .map(|score| measure(&score.shown, SIZE, true))
        .fold(30.0, f32::max)
        + 16.0;
    let (left, track) = (label_width + 14.0, width - label_width - 14.0 - value_width);
    let mut drawing = Drawing {
        width,
        ..Drawing::default()
    };
    let mut y = 4.0;
    for row in &bars.rows {
        let lines = wrapped(&row.label, label_width, SIZE, false, measure);
        let height = (lines.len().max(1) as f32 * LEADING).max(BAR) + 5.0;
        let middle = y + height / 2.0;
        let first = middle - (lines.len() as f32 - 1.0) * LEADING / 2.0 + SIZE * 0.33;
        for (at, text) in lines.into_iter().enumerate() {
            let y = first + at as f32 * LEADING;
            drawing.labels.push(Label {
                x: 0.0,
                y,
                anchor: Anchor::Start,
                text,
                size: SIZE,
                bold: false,
                colour: Colour::INK,
            });
        }
        let top = middle - BAR / 2.0;
        match &row.score {
            Some(score) => {
                let share = (score.value.clamp(0.0, 100.0) / 100.0) as f32;
                let fill = row.tone.edge();
                drawing
                    .shapes
                    .push(Shape::rectangle(left, top, track, BAR, Colour::GROUND));
                if share > 0.0 {
                    let length = (track * share).max(0.8);
                    drawing
                        .shapes
                        .push(Shape::rectangle(left, top, length, BAR, fill));
                }
                if row.tone != Tone::Neutral {
                    drawing
                        .shapes
                        .push(Shape::marker(row.tone, left + track + 8.0, middle, 3.2));
                }
                let label = Label {
                    x: width,
                    y: middle + SIZE * 0.33,
                    anchor: Anchor::End,
                    text: score.shown.clone(),
                    size: SIZE,
                    bold: true,
                    colour: Colour::INK,
                };
                drawing.labels.push(label);
            }
            None => {
                let text = bars.without_score.clone();
                let end = left + measure(&text, SMALL, false) + 6.0;
                let line =
                    Shape::line(&[(end, middle), (left + track, middle)], Colour::MUTED, 0.6);
                drawing.shapes.push(line.dashed());
                drawing
                    .labels
                    .push(small(left, middle + 2.4, Anchor::Start, text));
            }
        }
        y += height;
    }
    for mark in &bars.marks {
        let x = left + track * (mark.clamp(0.0, 100.0) / 100.0) as f32;
        drawing
            .shapes
            .push(Shape::line(&[(x, 2.0), (x, y + 2.0)], Colour::MUTED, 0.6).dashed());
        drawing
            .labels
            .push(small(x, y + 9.5, Anchor::Middle, format!("{mark:.0}")));
    }
    drawing.height = y + if bars.marks.is_empty() { 2.0 } else { 13.0 };
    drawing
}

/// A label of the scale or in place of a bar.
fn small(x: f32, y: f32, anchor: Anchor, text: String) -> Label {
    Label {
        x,
        y,
        anchor,
        text,
        size: SMALL,
        bold: false,
        colour: Colour::MUTED,
    }
}
