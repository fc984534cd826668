//! Charts: what a chart shows, as data, and its drawing, as vectors.
//!
//! Every text on a chart is given by the caller, in the language of the report and with the number format of that language, so
//! that drawing knows no locale. Colour never carries a meaning alone: a [`Tone`] is also a shape and, in the text, a word.

mod bars;
mod differences;
mod drawing;
mod matrix;
mod radar;
mod timeline;
mod trend;

pub use drawing::{Anchor, Colour, Drawing, Label, Measure, PathPoint, Shape, Stroke};

use std::fmt;

/// What a mark, a status or a verdict means for the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Tone {
    /// Says something, judges nothing.
    #[default]
    Neutral,
    /// In order: green, a disc.
    Positive,
    /// Needs attention: amber, a triangle.
    Caution,
    /// Not in order: red, a square standing on its point.
    Critical,
}

impl Tone {
    /// Every tone with its word in the markup.
    pub const ALL: [(&'static str, Self); 4] = [
        ("neutral", Self::Neutral),
        ("positive", Self::Positive),
        ("caution", Self::Caution),
        ("critical", Self::Critical),
    ];
}

impl fmt::Display for Tone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = Self::ALL
            .iter()
            .find(|(_, tone)| tone == self)
            .map_or("", |(word, _)| word);
        f.write_str(word)
    }
}

/// A chart of the report. The markup places it by its name and gives the alternative text.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Figure {
    /// One value from 0 to 100 per axis, drawn as a polygon.
    Radar(Radar),
    /// One horizontal bar from 0 to 100 per row.
    Bars(Bars),
    /// Moments along a line.
    Timeline(Timeline),
    /// Things by two grades each.
    Matrix(Matrix),
    /// How scores lie apart, question by question.
    Differences(Differences),
    /// A score over time.
    Trend(Trend),
}

impl Figure {
    /// Draws the chart in a given width; the height follows.
    #[must_use]
    pub fn draw(&self, width: f32, measure: &mut Measure<'_>) -> Drawing {
        match self {
            Self::Radar(radar) => radar::draw(radar, width, measure),
            Self::Bars(bars) => bars::draw(bars, width, measure),
            Self::Timeline(timeline) => timeline::draw(timeline, width, measure),
            Self::Matrix(matrix) => matrix::draw(matrix, width, measure),
            Self::Differences(map) => differences::draw(map, width, measure),
            Self::Trend(trend) => trend::draw(trend, width, measure),
        }
    }
}

/// A value from 0 to 100 as it is drawn and as it is written.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// What decides the length; values outside 0–100 are drawn at the border.
    pub value: f64,
    /// The same number as text, such as `62,5`.
    pub shown: String,
}

/// A radar chart; three axes at least, seven in the report.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Radar {
    /// Clockwise from the top.
    pub axes: Vec<Axis>,
}

/// One axis of a radar chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// What stands at the end of the axis.
    pub label: String,
    /// `None` is a gap in the polygon and an open ring on the axis: never the same as zero.
    pub score: Option<Score>,
}

/// Horizontal bars, one per theme.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bars {
    /// From top to bottom.
    pub rows: Vec<Bar>,
    /// Thin lines at these values from 0 to 100, such as the limits of the verdict.
    pub marks: Vec<f64>,
    /// What is written where a row has no score, such as `te weinig vragen`.
    pub without_score: String,
}

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What stands left of the bar.
    pub label: String,
    /// `None` draws an empty, dashed track with the text for rows without a score.
    pub score: Option<Score>,
    /// Colours the bar; its shape stands before the number, unless it is neutral.
    pub tone: Tone,
}

/// Moments along a line, in the order given.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Timeline {
    /// From early to late.
    pub moments: Vec<Moment>,
}

/// One moment of a timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    /// When, as text, such as `2 augustus 2026`.
    pub when: String,
    /// Where on the line: days since any fixed day; only differences count.
    pub day: i32,
    /// What happens.
    pub label: String,
    /// The shape on the line.
    pub mark: Mark,
    /// Its colour, and the form of what is done.
    pub tone: Tone,
}

/// What a moment is, by its shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Something that is over: a full shape.
    Done,
    /// Something that is to be done: a ring.
    Open,
    /// The day of the report: a line across.
    Now,
}

/// Things by two grades each, such as risks by likelihood and impact, before and after.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Matrix {
    /// What grows to the right.
    pub across: String,
    /// What grows upwards.
    pub down: String,
    /// The highest grade first; in each row the lowest grade first.
    pub rows: Vec<Vec<MatrixCell>>,
}

/// What stands at two grades.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MatrixCell {
    /// As things are: drawn bold.
    pub before: Vec<String>,
    /// Afterwards: drawn in brackets.
    pub after: Vec<String>,
}

/// How scores lie apart: each question on its own scale, from the lowest answer to the highest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Differences {
    /// What stands above the left end of the scales.
    pub lowest: String,
    /// What stands above their right end.
    pub highest: String,
    /// From top to bottom.
    pub rows: Vec<Difference>,
}

/// How the scores on one question lie apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// What stands left of the scale.
    pub label: String,
    /// How many chose each answer, from the lowest to the highest.
    pub votes: Vec<u32>,
    /// What stands right of the scale, such as the agreement as text.
    pub shown: String,
}

/// A score at moments in the order given.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Trend {
    /// From early to late.
    pub points: Vec<TrendPoint>,
    /// What is written where there is no score.
    pub without_score: String,
}

/// A score at one moment.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendPoint {
    /// When, as text.
    pub when: String,
    /// `None` is an open ring and a gap in the line: never the same as zero.
    pub score: Option<Score>,
    /// The shape on the line.
    pub tone: Tone,
}
