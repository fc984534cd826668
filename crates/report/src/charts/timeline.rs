//! Moments along a line: the line shows the distances in time, the rows below say what happens.

use super::drawing::{Anchor, Colour, Drawing, Label, Measure, Shape, wrapped};
use super::{Mark, Moment, Timeline};

const SIZE: f32 = 8.5;
const SMALL: f32 = 7.0;
const LEADING: f32 = 11.0;
/// Numbers of moments that lie closer to one another stand together, as `4, 5`.
const CLOSE: f32 = 12.0;

pub(super) fn draw(timeline: &Timeline, width: f32, measure: &mut Measure<'_>) -> Drawing {
    let mut drawing = Drawing {
        width,
        ..Drawing::default()
    };
    let (first, last) = timeline
        .moments
        .iter()
        .fold((i32::MAX, i32::MIN), |(first, last), moment| {
            (first.min(moment.day), last.max(moment.day))
        });
    let days = (f64::from(last) - f64::from(first)).max(1.0);
    let (left, line_y, span) = (8.0, 12.0, width - 16.0);
    drawing.shapes.push(Shape::line(
        &[(0.0, line_y), (width, line_y)],
        Colour::MUTED,
        1.0,
    ));
    let when_width = timeline
        .moments
        .iter()
        .map(|moment| measure(&moment.when, SIZE, true))
        .fold(40.0, f32::max);
    let text_left = 40.0 + when_width;
    let mut y = line_y + 28.0;
    let mut numbers: Vec<(f32, String)> = Vec::new();
    for (at, moment) in timeline.moments.iter().enumerate() {
        let x = left + span * ((f64::from(moment.day) - f64::from(first)) / days) as f32;
        drawing
            .shapes
            .push(Shape::disc(x, line_y, 5.2, Colour::PAPER));
        drawing.shapes.push(mark(moment, x, line_y, 4.2));
        let number = (at + 1).to_string();
        drawing
            .labels
            .push(small(10.0, y, Anchor::End, number.clone()));
        match numbers.last_mut() {
            Some((before, together)) if x - *before < CLOSE => {
                *before = x;
                *together = format!("{together}, {number}");
            }
            _ => numbers.push((x, number)),
        }
        drawing.shapes.push(mark(moment, 20.0, y - 2.8, 3.2));
        drawing.labels.push(Label {
            x: 30.0,
            y,
            anchor: Anchor::Start,
            text: moment.when.clone(),
            size: SIZE,
            bold: true,
            colour: Colour::INK,
        });
        let lines = wrapped(&moment.label, width - text_left, SIZE, false, measure);
        let rows = lines.len().max(1) as f32;
        for (row, text) in lines.into_iter().enumerate() {
            let y = y + row as f32 * LEADING;
            drawing.labels.push(Label {
                x: text_left,
                y,
                anchor: Anchor::Start,
                text,
                size: SIZE,
                bold: false,
                colour: Colour::INK,
            });
        }
        y += rows * LEADING + 3.0;
    }
    for (x, text) in numbers {
        let x = x.min(width - measure(&text, SMALL, true) / 2.0);
        drawing
            .labels
            .push(small(x, line_y + 13.0, Anchor::Middle, text));
    }
    drawing.height = y - LEADING + 6.0;
    drawing
}

/// The shape of a moment.
fn mark(moment: &Moment, x: f32, y: f32, radius: f32) -> Shape {
    match moment.mark {
        Mark::Done => Shape::marker(moment.tone, x, y, radius),
        Mark::Open => {
            let ring = Shape::disc(x, y, radius - 0.6, Colour::PAPER);
            ring.outlined(moment.tone.edge(), 1.4)
        }
        Mark::Now => Shape::line(
            &[(x, y - radius - 1.0), (x, y + radius + 1.0)],
            Colour::INK,
            1.6,
        ),
    }
}

/// The number of a moment.
fn small(x: f32, y: f32, anchor: Anchor, text: String) -> Label {
    Label {
        x,
        y,
        anchor,
        text,
        size: SMALL,
        bold: true,
        colour: Colour::MUTED,
    }
}
