//! The radar chart: a polygon over the axes, with a gap where there is no score.

use super::drawing::{Anchor, Colour, Drawing, Label, Measure, PathPoint, Shape, Stroke, wrapped};
use super::{Axis, Radar};
use std::f32::consts::TAU;

const SIZE: f32 = 8.5;
const LEADING: f32 = 10.5;

pub(super) fn draw(radar: &Radar, width: f32, measure: &mut Measure<'_>) -> Drawing {
    let radius = (width * 0.235).min(112.0);
    let label_width = (width / 2.0 - radius * 0.95 - 22.0).max(60.0);
    let (x, y) = (width / 2.0, radius + 42.0);
    let count = radar.axes.len().max(1);
    let at = |axis: usize, share: f32| {
        let angle = TAU * axis as f32 / count as f32;
        (
            x + radius * share * angle.sin(),
            y - radius * share * angle.cos(),
        )
    };
    let mut drawing = Drawing {
        width,
        height: 2.0 * radius + 70.0,
        ..Drawing::default()
    };

    let ring = |share: f32| (0..count).map(|axis| at(axis, share)).collect::<Vec<_>>();
    drawing
        .shapes
        .push(Shape::area(&ring(1.0), Colour::GROUND).outlined(Colour::RULE, 0.6));
    let scores: Vec<Option<(f32, f32)>> = radar
        .axes
        .iter()
        .enumerate()
        .map(|(axis, Axis { score, .. })| {
            score
                .as_ref()
                .map(|score| at(axis, (score.value.clamp(0.0, 100.0) / 100.0) as f32))
        })
        .collect();
    for area in areas(&scores, (x, y)) {
        drawing.shapes.push(Shape::area(&area, Colour::ACCENT_TINT));
    }
    for share in [0.25, 0.5, 0.75] {
        drawing
            .shapes
            .push(outline(&ring(share), Colour::RULE, 0.4));
    }
    for axis in 0..count {
        drawing
            .shapes
            .push(Shape::line(&[(x, y), at(axis, 1.0)], Colour::RULE, 0.4));
    }
    for (axis, from) in scores.iter().enumerate() {
        let to = scores.get((axis + 1) % count).copied().flatten();
        if let (Some(from), Some(to)) = (*from, to) {
            drawing
                .shapes
                .push(Shape::line(&[from, to], Colour::ACCENT, 1.4));
        }
    }
    for (axis, score) in scores.iter().enumerate() {
        drawing.shapes.push(match score {
            Some((x, y)) => Shape::disc(*x, *y, 2.6, Colour::ACCENT),
            None => {
                let (x, y) = at(axis, 1.0);
                Shape::disc(x, y, 2.8, Colour::PAPER).outlined(Colour::MUTED, 0.9)
            }
        });
    }
    for (share, text) in [(0.5, "50"), (1.0, "100")] {
        let (x, y) = at(0, share);
        drawing.labels.push(Label {
            x: x + 3.5,
            y: y + 8.0,
            ..scale_label(text)
        });
    }
    for (axis, Axis { label, score }) in radar.axes.iter().enumerate() {
        label_axis(
            &mut drawing,
            at(axis, 1.0),
            (x, y),
            label,
            score.as_ref().map_or("–", |score| &score.shown),
            label_width,
            measure,
        );
    }
    drawing
}

fn scale_label(text: &str) -> Label {
    let colour = Colour::MUTED;
    Label {
        x: 0.0,
        y: 0.0,
        anchor: Anchor::Start,
        text: text.to_owned(),
        size: 6.5,
        bold: false,
        colour,
    }
}

fn label_axis(
    drawing: &mut Drawing,
    end: (f32, f32),
    centre: (f32, f32),
    label: &str,
    shown: &str,
    width: f32,
    measure: &mut Measure<'_>,
) {
    let lines = wrapped(label, width, SIZE, false, measure);
    let (dx, dy) = (end.0 - centre.0, end.1 - centre.1);
    let length = dx.hypot(dy).max(1.0);
    let (out_x, out_y) = (dx / length, dy / length);
    let anchor = match out_x {
        _ if out_x.abs() < 0.2 => Anchor::Middle,
        _ if out_x > 0.0 => Anchor::Start,
        _ => Anchor::End,
    };
    let height = (lines.len() as f32 + 1.0) * LEADING;
    // The block of lines touches a circle around the chart with the side that faces the centre.
    let top = end.1 + out_y * 12.0 - height * (1.0 - out_y) / 2.0;
    let x = end.0 + out_x * 10.0;
    let rows = lines
        .into_iter()
        .map(|line| (line, false, Colour::INK))
        .chain([(shown.to_owned(), true, Colour::ACCENT)]);
    for (row, (text, bold, colour)) in rows.enumerate() {
        let y = top + LEADING * (row as f32 + 0.8);
        drawing.labels.push(Label {
            x,
            y,
            anchor,
            text,
            size: SIZE,
            bold,
            colour,
        });
    }
}

/// The polygons under neighbouring scores: the whole figure when nothing is missing, else one triangle per pair of neighbours.
fn areas(scores: &[Option<(f32, f32)>], centre: (f32, f32)) -> Vec<Vec<(f32, f32)>> {
    let known: Vec<(f32, f32)> = scores.iter().copied().flatten().collect();
    if known.len() == scores.len() {
        return vec![known];
    }
    let next = scores.iter().cycle().skip(1);
    scores
        .iter()
        .zip(next)
        .filter_map(|(from, to)| Some(vec![centre, (*from)?, (*to)?]))
        .collect()
}

fn outline(points: &[(f32, f32)], colour: Colour, width: f32) -> Shape {
    let path = points
        .iter()
        .map(|&(x, y)| PathPoint {
            x,
            y,
            is_handle: false,
        })
        .collect();
    Shape {
        path,
        closed: true,
        fill: None,
        stroke: Some(Stroke {
            colour,
            width,
            dashed: false,
        }),
    }
}
