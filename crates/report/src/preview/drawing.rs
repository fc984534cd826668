//! A page as an SVG, drawn from the same items and with the same numbers as the content of the PDF.

use crate::artwork::Artwork;
use crate::charts::{Colour, PathPoint, Shape};
use crate::document::Document;
use crate::layout::{Face, Fonts, Item, PAGE, Page, Rectangle, Shaped, Shaper, Text, hundredths};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What all pages of a document share in how they look.
pub(super) struct Look {
    accent: Option<Colour>,
    logo: Option<Artwork>,
}

impl Look {
    pub(super) fn of(document: &Document) -> Self {
        Self {
            accent: document.accent,
            logo: document.logo.clone(),
        }
    }
}

/// Draws a page.
pub(super) fn draw(page: &Page, shaped: &Shaped, fonts: &Fonts, look: &Look) -> String {
    let mut sheet = Sheet {
        shaper: Shaper::new(fonts),
        shaped,
        fonts,
        accent: look.accent,
        outlines: BTreeMap::new(),
        marks: String::new(),
    };
    for item in &page.items {
        match item {
            Item::Text(text) => sheet.text(text),
            Item::Shape { shape, .. } => sheet.shape(shape),
            Item::Logo { rectangle, .. } => {
                if let Some(logo) = &look.logo {
                    sheet.logo(logo, *rectangle);
                }
            }
            Item::Place(_) | Item::Link { .. } | Item::PageNumber { .. } | Item::Bounds { .. } => {}
        }
    }
    sheet.finish()
}

/// What is being drawn.
struct Sheet<'f> {
    shaper: Shaper<'f>,
    shaped: &'f Shaped,
    fonts: &'f Fonts,
    accent: Option<Colour>,
    /// The outlines of the glyphs that the page uses; nothing for those that draw nothing.
    outlines: BTreeMap<(Face, u16), String>,
    marks: String,
}

impl Sheet<'_> {
    fn text(&mut self, text: &Text) {
        let mut x = text.x;
        // The PDF says the hyphen apart, and so places it apart.
        let (words, hyphen) = text.without_soft_hyphen(self.shaped);
        for glyphs in Text::strings(&words).chain(Text::strings(hyphen.as_slice())) {
            let Some(first) = glyphs.first() else {
                continue;
            };
            let (left, base) = text.start(first, x);
            let _ = write!(
                self.marks,
                "<g fill=\"{}\" transform=\"matrix({scale} 0 0 -{scale} {left} {})\">",
                written(text.colour.accented(self.accent)),
                Short(PAGE.1 - base),
                scale = Short(text.size / 1000.0),
            );
            let mut pen = 0.0;
            let shaper = &self.shaper;
            let advance = |face, id| shaper.advance(face, id) as f32;
            for (before, glyph) in Text::corrections(glyphs, |it| advance(it.face, it.id)) {
                pen -= before;
                let outline = self
                    .outlines
                    .entry((glyph.face, glyph.id))
                    .or_insert_with(|| self.fonts.outline(glyph.face, glyph.id));
                if !outline.is_empty() {
                    let name = Name(glyph.face, glyph.id);
                    let _ = write!(self.marks, "<use href=\"#{name}\" x=\"{}\"/>", Short(pen));
                }
                pen += advance(glyph.face, glyph.id);
            }
            self.marks.push_str("</g>");
            x += glyphs.iter().map(|glyph| glyph.advance).sum::<f32>() * text.size / 1000.0;
        }
    }

    fn shape(&mut self, shape: &Shape) {
        self.marks.push_str("<path d=\"");
        path(&mut self.marks, &shape.path, |y| {
            PAGE.1 - hundredths(PAGE.1 - y)
        });
        if shape.closed {
            self.marks.push('Z');
        }
        // A line that is not closed has no inside.
        let fill = shape.fill.filter(|_| shape.closed);
        let fill = fill.map_or("none".to_owned(), |fill| {
            written(fill.accented(self.accent))
        });
        let _ = write!(self.marks, "\" fill=\"{fill}\"");
        if let Some(stroke) = &shape.stroke {
            let _ = write!(
                self.marks,
                " stroke=\"{}\" stroke-width=\"{}\"",
                written(stroke.colour.accented(self.accent)),
                stroke.width
            );
            if stroke.dashed {
                self.marks.push_str(" stroke-dasharray=\"2\"");
            }
        }
        self.marks.push_str("/>");
    }

    /// Draws the logo as large as the rectangle. Nothing of it leaves that.
    fn logo(&mut self, logo: &Artwork, at: Rectangle) {
        let place = format!(
            "x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" preserveAspectRatio=\"none\"",
            Short(at.x),
            Short(at.y),
            Short(at.width),
            Short(at.height)
        );
        match logo {
            Artwork::Picture(picture) => {
                let png = BASE64_STANDARD.encode(&picture.png);
                let _ = write!(
                    self.marks,
                    "<image {place} href=\"data:image/png;base64,{png}\"/>"
                );
            }
            Artwork::Outlines(outlines) => {
                let (width, height) = (outlines.width, outlines.height);
                let _ = write!(self.marks, "<svg {place} viewBox=\"0 0 {width} {height}\">");
                for area in &outlines.areas {
                    self.marks.push_str("<path d=\"");
                    for outline in &area.outlines {
                        path(&mut self.marks, outline, |y| y);
                        self.marks.push('Z');
                    }
                    let rule = if area.even_odd { "evenodd" } else { "nonzero" };
                    let fill = written(area.fill);
                    let _ = write!(self.marks, "\" fill=\"{fill}\" fill-rule=\"{rule}\"/>");
                }
                self.marks.push_str("</svg>");
            }
        }
    }

    fn finish(self) -> String {
        let (width, height) = PAGE;
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}pt\" height=\"{height}pt\" \
             viewBox=\"0 0 {width} {height}\" stroke-miterlimit=\"10\"><defs>"
        );
        for ((face, glyph), outline) in &self.outlines {
            if !outline.is_empty() {
                let name = Name(*face, *glyph);
                let _ = write!(svg, "<path id=\"{name}\" d=\"{outline}\"/>");
            }
        }
        let paper = written(Colour::PAPER);
        let _ = write!(
            svg,
            "</defs><path fill=\"{paper}\" d=\"M0 0H{width}V{height}H0Z\"/>{}</svg>",
            self.marks
        );
        svg
    }
}

/// Writes the points of a path: three in a row, of which two are handles, are a curve.
fn path(marks: &mut String, points: &[PathPoint], down: impl Fn(f32) -> f32) {
    let mut handles = 0;
    for (at, point) in points.iter().enumerate() {
        let command = match (at, point.is_handle, handles) {
            (0, ..) => "M",
            (_, true, 0) => "C",
            (_, false, 0) => "L",
            _ => " ",
        };
        handles = if point.is_handle { handles + 1 } else { 0 };
        let (x, y) = (hundredths(point.x), Short(down(point.y)));
        let _ = write!(marks, "{command}{x} {y}");
    }
}

/// How a glyph is called inside one picture.
struct Name(Face, u16);

impl std::fmt::Display for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self(face, glyph) = self;
        write!(f, "g{}-{glyph}", *face as u8)
    }
}

/// A number without the noise of single precision.
struct Short(f32);

impl std::fmt::Display for Short {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let rounded = (f64::from(self.0) * 1e5).round() / 1e5;
        write!(f, "{rounded}")
    }
}

fn written(Colour(red, green, blue): Colour) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}
