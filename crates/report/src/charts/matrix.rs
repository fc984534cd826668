//! A matrix of two grades: a cell for each pair, with the marks of what stands there. No
//! cell has a colour: which are too much is for the reader to say.

use super::Matrix;
use super::drawing::{Anchor, Colour, Drawing, Label, Measure, Shape, wrapped};

const SIZE: f32 = 8.5;
const LEADING: f32 = 10.5;
const CELL: f32 = 26.0;
const MARGIN: f32 = 16.0;

pub(super) fn draw(matrix: &Matrix, width: f32, measure: &mut Measure<'_>) -> Drawing {
    let mut drawing = Drawing {
        width,
        ..Drawing::default()
    };
    let columns = matrix.rows.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let column = (width - MARGIN) / columns as f32;
    let label = |x: f32, y: f32, anchor: Anchor, text: String, bold: bool, colour: Colour| Label {
        x,
        y,
        anchor,
        text,
        size: SIZE,
        bold,
        colour,
    };
    let mut labels = vec![label(
        0.0,
        SIZE,
        Anchor::Start,
        format!("{} ↑", matrix.down),
        false,
        Colour::MUTED,
    )];
    let mut y = LEADING + 4.0;
    for (at, row) in matrix.rows.iter().enumerate() {
        let cells: Vec<(Vec<String>, Vec<String>)> = row
            .iter()
            .map(|cell| {
                let after: Vec<String> = cell.after.iter().map(|it| format!("({it})")).collect();
                let mut lines = |marks: &[String], bold| {
                    wrapped(&marks.join(" "), column - 8.0, SIZE, bold, measure)
                };
                (lines(&cell.before, true), lines(&after, false))
            })
            .collect();
        let lines = cells
            .iter()
            .map(|(before, after)| before.len() + after.len());
        let height = (lines.max().unwrap_or(0) as f32 * LEADING + 6.0).max(CELL);
        let grade = (matrix.rows.len() - at).to_string();
        let middle = y + height / 2.0 + SIZE * 0.33;
        labels.push(label(
            0.0,
            middle,
            Anchor::Start,
            grade,
            false,
            Colour::MUTED,
        ));
        for (place, (before, after)) in cells.into_iter().enumerate() {
            let left = MARGIN + place as f32 * column;
            let cell = Shape::rectangle(left, y, column, height, Colour::PAPER);
            drawing.shapes.push(cell.outlined(Colour::RULE, 0.6));
            let lines = before.into_iter().map(|text| (text, true));
            let lines = lines.chain(after.into_iter().map(|text| (text, false)));
            for (line, (text, bold)) in lines.enumerate() {
                let y = y + 3.0 + SIZE + line as f32 * LEADING;
                labels.push(label(left + 4.0, y, Anchor::Start, text, bold, Colour::INK));
            }
        }
        y += height;
    }
    for place in 0..columns {
        let middle = MARGIN + (place as f32 + 0.5) * column;
        let grade = (place + 1).to_string();
        let y = y + LEADING;
        labels.push(label(
            middle,
            y,
            Anchor::Middle,
            grade,
            false,
            Colour::MUTED,
        ));
    }
    let across = format!("{} →", matrix.across);
    labels.push(label(
        width,
        y + 2.0 * LEADING,
        Anchor::End,
        across,
        false,
        Colour::MUTED,
    ));
    drawing.labels = labels;
    drawing.height = y + 2.0 * LEADING + 3.0;
    drawing
}
