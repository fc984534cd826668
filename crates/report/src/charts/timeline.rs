//! Moments along a line: the line shows the distances in time, the rows below say what happens.

use super::Timeline;
use super::drawing::{Anchor, Colour, Drawing, Label, Measure, Shape, wrapped};

const SIZE: f32 = 8.5;
const LEADING: f32 = 11.0;

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
    for (at, moment) in timeline.moments.iter().enumerate() {
        let x = left + span * ((f64::from(moment.day) - f64::from(first)) / days) as f32;
        drawing
            .shapes
            .push(Shape::disc(x, line_y, 5.2, Colour::PAPER));
        drawing
            .shapes
            .push(Shape::marker(moment.tone, x, line_y, 4.2));
        let number = (at + 1).to_string();
        let small = |x, y, anchor| Label {
            x,
            y,
            anchor,
            text: number.clone(),
            size: 7.0,
            bold: true,
            colour: Colour::MUTED,
        };
        drawing.labels.push(small(x, line_y + 13.0, Anchor::Middle));
        drawing.labels.push(small(10.0, y, Anchor::End));
        drawing
            .shapes
            .push(Shape::marker(moment.tone, 20.0, y - 2.8, 3.2));
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
    drawing.height = y - LEADING + 6.0;
    drawing
}
