//! Charts: what is missing is never drawn as zero, nothing written is lost, no meaning hangs on colour alone.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod engine_sample;

use report::charts::{Axis, Colour, Drawing, Figure, Radar, Score, Shape, Tone};

/// Letters of half an em.
fn drawn(figure: &Figure) -> Drawing {
    figure.draw(470.0, &mut |text, size, _| {
        text.chars().count() as f32 * size / 2.0
    })
}

fn radar(values: &[Option<f64>]) -> Drawing {
    let axis = |(at, value): (usize, &Option<f64>)| Axis {
        label: format!("as {at}"),
        score: value.map(|value| Score {
            value,
            shown: format!("{value}"),
        }),
    };
    drawn(&Figure::Radar(Radar {
        axes: values.iter().enumerate().map(axis).collect(),
    }))
}

/// The lines between neighbouring scores.
fn sides(drawing: &Drawing) -> usize {
    let is_side = |shape: &&Shape| {
        shape
            .stroke
            .is_some_and(|stroke| stroke.colour == Colour::ACCENT)
    };
    drawing.shapes.iter().filter(is_side).count()
}

#[test]
fn a_missing_score_is_a_gap_and_not_zero() {
    let all = [Some(80.0); 7];
    let mut one_missing = all;
    one_missing[3] = None;
    let mut one_zero = all;
    one_zero[3] = Some(0.0);
    assert_eq!(sides(&radar(&all)), 7);
    assert_eq!(sides(&radar(&one_zero)), 7);
    assert_eq!(
        sides(&radar(&one_missing)),
        5,
        "both sides at the missing score are left out"
    );
}

#[test]
fn an_assessment_without_a_score_breaks_the_line_and_is_not_zero() {
    let figures = engine_sample::figures();
    let drawing = drawn(&figures["trend"]);
    assert_eq!(sides(&drawing), 2, "between 2028 and 2030");
    let written = |text: &str| drawing.labels.iter().any(|label| label.text == text);
    assert!(written("te weinig vragen") && written("0"));
}

#[test]
fn an_answer_that_nobody_chose_has_no_disc() {
    let figures = engine_sample::figures();
    let drawing = drawn(&figures["differences"]);
    let inside = drawing
        .labels
        .iter()
        .filter(|label| label.colour == Colour::PAPER);
    let votes: Vec<&str> = inside.map(|label| label.text.as_str()).collect();
    assert_eq!(votes, ["3", "4", "1", "12", "9", "1"]);
}

#[test]
fn everything_written_on_a_chart_is_drawn_inside_it() {
    for (name, figure) in engine_sample::figures() {
        let drawing = drawn(&figure);
        let written = drawing
            .labels
            .iter()
            .map(|label| label.text.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        let expected: Vec<String> = match &figure {
            Figure::Radar(radar) => radar.axes.iter().map(|axis| axis.label.clone()).collect(),
            Figure::Bars(bars) => bars.rows.iter().map(|row| row.label.clone()).collect(),
            Figure::Timeline(timeline) => timeline
                .moments
                .iter()
                .map(|moment| moment.label.clone())
                .collect(),
            Figure::Differences(map) => map
                .rows
                .iter()
                .flat_map(|row| row.label.split(' ').chain([row.shown.as_str()]))
                .map(str::to_owned)
                .collect(),
            Figure::Trend(trend) => {
                let points = trend.points.iter();
                points.map(|point| point.when.clone()).collect()
            }
            _ => Vec::new(),
        };
        for label in expected {
            assert!(written.contains(&label), "{name}: “{label}” is lost");
        }
        for label in &drawing.labels {
            assert!(
                label.y > 0.0 && label.y <= drawing.height,
                "{name}: “{}” at {}",
                label.text,
                label.y
            );
        }
        for point in drawing.shapes.iter().flat_map(|shape| &shape.path) {
            assert!(
                (-1.0..=drawing.width + 1.0).contains(&point.x),
                "{name}: {}",
                point.x
            );
            assert!(
                (-1.0..=drawing.height + 1.0).contains(&point.y),
                "{name}: {}",
                point.y
            );
        }
    }
}

#[test]
fn tones_differ_in_shape_and_in_lightness() {
    let tones = [Tone::Positive, Tone::Caution, Tone::Critical];
    let lightness =
        |Colour(r, g, b): Colour| 0.3 * f32::from(r) + 0.59 * f32::from(g) + 0.11 * f32::from(b);
    for (at, tone) in tones.into_iter().enumerate() {
        for other in tones.into_iter().skip(at + 1) {
            let apart = (lightness(tone.colour()) - lightness(other.colour())).abs();
            assert!(apart > 30.0, "{tone} and {other} are {apart} apart in grey");
            assert_ne!(
                Shape::marker(tone, 0.0, 0.0, 1.0).path.len(),
                Shape::marker(other, 0.0, 0.0, 1.0).path.len()
            );
        }
    }
}
