//! A drawing as SVG inside another document: shapes and labels, with a title and a description for who does not see them.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use report::artwork::{Area, Artwork};
use report::charts::{Anchor, Colour, Drawing, PathPoint, Shape, Tone};

use crate::legible::escaped;

/// What names and describes a chart; `id` is unique in the document.
pub(crate) struct Words<'a> {
    pub(crate) id: &'a str,
    pub(crate) title: &'a str,
    pub(crate) description: &'a str,
}

/// A chart.
pub(crate) fn chart(drawing: &Drawing, words: &Words<'_>) -> String {
    let Words {
        id,
        title,
        description,
    } = words;
    let (width, height) = (drawing.width, drawing.height);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"{id}-title {id}-description\" \
         viewBox=\"0 0 {width:.2} {height:.2}\">\n<title id=\"{id}-title\">{}</title>\n<desc id=\"{id}-description\">{}</desc>\n",
        escaped(title),
        escaped(description)
    );
    for shape in &drawing.shapes {
        push_shape(&mut svg, shape);
    }
    for label in &drawing.labels {
        let anchor = match label.anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let weight = if label.bold {
            " font-weight=\"600\""
        } else {
            ""
        };
        let _ = writeln!(
            svg,
            "<text x=\"{:.2}\" y=\"{:.2}\" text-anchor=\"{anchor}\" font-size=\"{:.2}\"{weight} fill=\"{}\">{}</text>",
            label.x,
            label.y,
            label.size,
            colour(label.colour),
            escaped(&label.text)
        );
    }
    svg.push_str("</svg>");
    svg
}

/// The shape of a tone beside its word; the word says the same, so nobody is told twice.
pub(crate) fn marker(tone: Tone) -> String {
    let mut svg =
        "<svg class=\"marker\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\">"
            .to_owned();
    push_shape(&mut svg, &Shape::marker(tone, 12.0, 12.0, 10.0));
    svg.push_str("</svg>");
    svg
}

/// The room for the logo, in pixels at its natural size.
const LOGO: (f32, f32) = (260.0, 72.0);

/// The logo: outlines as SVG, a picture as an image that stands in the page itself.
pub(crate) fn logo(logo: &Artwork, alternative: &str) -> String {
    let alternative = escaped(alternative);
    let (width, height) = logo.fitted(LOGO.0, LOGO.1);
    let size = format!("width=\"{width:.0}\" height=\"{height:.0}\"");
    match logo {
        Artwork::Picture(picture) => format!(
            "<img src=\"data:image/png;base64,{}\" {size} alt=\"{alternative}\">",
            BASE64_STANDARD.encode(&picture.png),
        ),
        Artwork::Outlines(outlines) => {
            let mut svg = format!(
                "<svg role=\"img\" aria-label=\"{alternative}\" {size} viewBox=\"0 0 {} {}\">\n",
                outlines.width, outlines.height
            );
            outlines
                .areas
                .iter()
                .for_each(|area| push_area(&mut svg, area));
            svg.push_str("</svg>");
            svg
        }
    }
}

fn push_area(svg: &mut String, area: &Area) {
    svg.push_str("<path d=\"");
    for outline in &area.outlines {
        push_path(svg, outline);
        svg.push('Z');
    }
    let rule = if area.even_odd {
        " fill-rule=\"evenodd\""
    } else {
        ""
    };
    let _ = writeln!(svg, "\"{rule} fill=\"{}\"/>", colour(area.fill));
}

fn push_shape(svg: &mut String, shape: &Shape) {
    svg.push_str("<path d=\"");
    push_path(svg, &shape.path);
    if shape.closed {
        svg.push('Z');
    }
    push_look(svg, shape);
}

fn push_path(svg: &mut String, path: &[PathPoint]) {
    let mut points = path.iter();
    if let Some(first) = points.next() {
        let _ = write!(svg, "M{:.2} {:.2}", first.x, first.y);
    }
    let mut handles = Vec::new();
    for point in points {
        if point.is_handle {
            handles.push(point);
            continue;
        }
        match handles.as_slice() {
            [one, two] => {
                let _ = write!(
                    svg,
                    "C{:.2} {:.2} {:.2} {:.2} {:.2} {:.2}",
                    one.x, one.y, two.x, two.y, point.x, point.y
                );
            }
            _ => {
                let _ = write!(svg, "L{:.2} {:.2}", point.x, point.y);
            }
        }
        handles.clear();
    }
}

fn push_look(svg: &mut String, shape: &Shape) {
    let fill = shape.fill.map_or("none".to_owned(), colour);
    let _ = write!(svg, "\" fill=\"{fill}\"");
    if let Some(stroke) = shape.stroke {
        let _ = write!(
            svg,
            " stroke=\"{}\" stroke-width=\"{:.2}\"",
            colour(stroke.colour),
            stroke.width
        );
        if stroke.dashed {
            svg.push_str(" stroke-dasharray=\"2 2\"");
        }
    }
    svg.push_str("/>\n");
}

/// As `#154a6d`.
pub(crate) fn colour(Colour(red, green, blue): Colour) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}
