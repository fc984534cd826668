//! What a chart looks like: shapes and labels in points, y down from the top left corner. Knows no page and no font file:
//! the PDF and an SVG are made from the same drawing.

use super::Tone;

/// An opaque colour in sRGB. Tints are blended beforehand: nothing in a report is transparent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// Text.
    pub const INK: Self = Self(0x1c, 0x21, 0x28);
    /// Text of less weight; still 7:1 on white.
    pub const MUTED: Self = Self(0x4d, 0x56, 0x61);
    /// Rules.
    pub const RULE: Self = Self(0xc4, 0xcb, 0xd3);
    /// The ground of frames and the tracks of bars.
    pub const GROUND: Self = Self(0xf1, 0xf4, 0xf7);
    /// Headings, links, data.
    pub const ACCENT: Self = Self(0x15, 0x4a, 0x6d);
    /// The area of a radar chart.
    pub const ACCENT_TINT: Self = Self(0xd5, 0xe2, 0xec);
    /// Paper.
    pub const PAPER: Self = Self(0xff, 0xff, 0xff);

    /// Reads `#154a6d`.
    #[must_use]
    pub fn written(hex: &str) -> Option<Self> {
        let digits = hex.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|it| it.is_ascii_hexdigit()) {
            return None;
        }
        let number = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Self(red, green, blue))
    }

    /// How it stands out on white paper, from 1 to 21, as WCAG 2.2 computes it.
    #[must_use]
    pub fn contrast_on_paper(self) -> f64 {
        let linear = |part: u8| {
            let share = f64::from(part) / 255.0;
            if share <= 0.04045 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        };
        let Self(red, green, blue) = self;
        let luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
        1.05 / (luminance + 0.05)
    }

    /// The same in a document with an accent of its own: what is drawn in ours is drawn in that.
    #[must_use]
    pub fn accented(self, accent: Option<Self>) -> Self {
        match accent {
            Some(accent) if self == Self::ACCENT => accent,
            Some(Self(red, green, blue)) if self == Self::ACCENT_TINT => {
                let tint = |part: u8| 255 - (255 - part) / 5;
                Self(tint(red), tint(green), tint(blue))
            }
            _ => self,
        }
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self(red, green, blue) = self;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Tone {
    /// The colour of its shape. The four differ in lightness, so that they hold in greyscale and for colour-blind readers.
    #[must_use]
    pub fn colour(self) -> Colour {
        match self {
            Self::Neutral => Colour(0x5d, 0x6b, 0x7a),
            Self::Positive => Colour(0x2b, 0x86, 0x6c),
            Self::Caution => Colour(0xe3, 0x9a, 0x1f),
            Self::Critical => Colour(0x96, 0x1f, 0x2f),
        }
    }

    /// The colour of an edge that carries this tone; a neutral one is the accent.
    #[must_use]
    pub fn edge(self) -> Colour {
        if self == Self::Neutral {
            Colour::ACCENT
        } else {
            self.colour()
        }
    }

    /// The ground of a frame in this tone.
    #[must_use]
    pub fn ground(self) -> Colour {
        match self {
            Self::Neutral => Colour::GROUND,
            Self::Positive => Colour(0xeb, 0xf5, 0xf1),
            Self::Caution => Colour(0xfd, 0xf5, 0xe4),
            Self::Critical => Colour(0xfa, 0xee, 0xef),
        }
    }
}

/// A point of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PathPoint {
    /// From the left.
    pub x: f32,
    /// From the top.
    pub y: f32,
    /// Two handles followed by a point make a cubic curve.
    pub is_handle: bool,
}

/// A line around or through something.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub colour: Colour,
    /// Its width.
    pub width: f32,
    /// Whether it is broken.
    pub dashed: bool,
}

/// A filled area, a line, or both.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// The first point is a point, never a handle.
    pub path: Vec<PathPoint>,
    /// Whether the last point is joined to the first.
    pub closed: bool,
    /// What fills it.
    pub fill: Option<Colour>,
    /// What draws its outline.
    pub stroke: Option<Stroke>,
}

impl Shape {
    /// A straight line through some points.
    #[must_use]
    pub fn line(points: &[(f32, f32)], colour: Colour, width: f32) -> Self {
        Self {
            path: points
                .iter()
                .map(|&(x, y)| PathPoint {
                    x,
                    y,
                    is_handle: false,
                })
                .collect(),
            closed: false,
            fill: None,
            stroke: Some(Stroke {
                colour,
                width,
                dashed: false,
            }),
        }
    }

    /// A filled polygon.
    #[must_use]
    pub fn area(points: &[(f32, f32)], fill: Colour) -> Self {
        Self {
            closed: true,
            fill: Some(fill),
            stroke: None,
            ..Self::line(points, fill, 0.0)
        }
    }

    /// A filled rectangle.
    #[must_use]
    pub fn rectangle(x: f32, y: f32, width: f32, height: f32, fill: Colour) -> Self {
        Self::area(
            &[
                (x, y),
                (x + width, y),
                (x + width, y + height),
                (x, y + height),
            ],
            fill,
        )
    }

    /// A filled disc.
    #[must_use]
    pub fn disc(x: f32, y: f32, radius: f32, fill: Colour) -> Self {
        /// How far the handles of a quarter of a circle stand from its ends.
        const HANDLE: f32 = 0.552_285;
        let quarter = [
            (1.0, 0.0),
            (1.0, HANDLE),
            (HANDLE, 1.0),
            (0.0, 1.0),
            (-HANDLE, 1.0),
            (-1.0, HANDLE),
            (-1.0, 0.0),
        ];
        let back = [
            (-1.0, -HANDLE),
            (-HANDLE, -1.0),
            (0.0, -1.0),
            (HANDLE, -1.0),
            (1.0, -HANDLE),
            (1.0, 0.0),
        ];
        let path = quarter
            .iter()
            .chain(&back)
            .enumerate()
            .map(|(at, (dx, dy))| PathPoint {
                x: x + dx * radius,
                y: y + dy * radius,
                is_handle: at % 3 != 0,
            })
            .collect();
        Self {
            path,
            closed: true,
            fill: Some(fill),
            stroke: None,
        }
    }

    /// The same shape with an outline.
    #[must_use]
    pub fn outlined(mut self, colour: Colour, width: f32) -> Self {
        self.stroke = Some(Stroke {
            colour,
            width,
            dashed: false,
        });
        self
    }

    /// The same shape with a broken outline.
    #[must_use]
    pub fn dashed(mut self) -> Self {
        if let Some(stroke) = &mut self.stroke {
            stroke.dashed = true;
        }
        self
    }

    /// The shape of a tone around a point: disc, triangle, square on its point; a flat bar for neutral.
    #[must_use]
    pub fn marker(tone: Tone, x: f32, y: f32, radius: f32) -> Self {
        let fill = tone.colour();
        let at = |dx: f32, dy: f32| (x + dx * radius, y + dy * radius);
        match tone {
            Tone::Neutral => Self::area(
                &[at(-0.9, -0.3), at(0.9, -0.3), at(0.9, 0.3), at(-0.9, 0.3)],
                fill,
            ),
            Tone::Positive => Self::disc(x, y, radius * 0.92, fill),
            Tone::Caution => Self::area(&[at(0.0, -1.0), at(1.05, 0.85), at(-1.05, 0.85)], fill),
            Tone::Critical => Self::area(
                &[at(0.0, -1.1), at(1.1, 0.0), at(0.0, 1.1), at(-1.1, 0.0)],
                fill,
            ),
        }
    }

    /// The same shape elsewhere.
    #[must_use]
    pub fn moved(mut self, dx: f32, dy: f32) -> Self {
        for point in &mut self.path {
            point.x += dx;
            point.y += dy;
        }
        self
    }
}

/// Which point of a label its position is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// A short text on a chart, in one line, in the sans-serif face.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// Where its anchor is.
    pub x: f32,
    /// Its base line.
    pub y: f32,
    /// Which point of it stands at `x`.
    pub anchor: Anchor,
    /// What it says.
    pub text: String,
    /// Type size.
    pub size: f32,
    /// Whether it is heavy.
    pub bold: bool,
    /// Its colour.
    pub colour: Colour,
}

/// A drawn chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawing {
    /// Of the whole.
    pub width: f32,
    /// Of the whole.
    pub height: f32,
    /// From back to front.
    pub shapes: Vec<Shape>,
    /// In reading order, above the shapes.
    pub labels: Vec<Label>,
}

impl Drawing {
    /// The same drawing in a document with an accent of its own.
    #[must_use]
    pub fn accented(mut self, accent: Option<Colour>) -> Self {
        for shape in &mut self.shapes {
            shape.fill = shape.fill.map(|fill| fill.accented(accent));
            if let Some(stroke) = &mut shape.stroke {
                stroke.colour = stroke.colour.accented(accent);
            }
        }
        for label in &mut self.labels {
            label.colour = label.colour.accented(accent);
        }
        self
    }

    /// The same drawing, no higher than this.
    #[must_use]
    pub fn at_most(mut self, height: f32) -> Self {
        if self.height > height {
            let share = height / self.height;
            for point in self.shapes.iter_mut().flat_map(|shape| &mut shape.path) {
                point.x *= share;
                point.y *= share;
            }
            for label in &mut self.labels {
                label.x *= share;
                label.y *= share;
                label.size *= share;
            }
            self.width *= share;
            self.height = height;
        }
        self
    }
}

/// How wide a text is at a size, plain or bold.
pub type Measure<'m> = dyn FnMut(&str, f32, bool) -> f32 + 'm;

/// Breaks a text at its spaces into lines of at most `width`; a word that is wider stands alone.
pub(super) fn wrapped(
    text: &str,
    width: f32,
    size: f32,
    bold: bool,
    measure: &mut Measure<'_>,
) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if measure(&format!("{line} {word}"), size, bold) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
