//! A drawing as SVG inside another document: shapes and labels, with a title and a description for who does not see them.

use std::fmt::Write as _;

use report::charts::{Anchor, Colour, Drawing, Shape, Tone};

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

fn push_shape(svg: &mut String, shape: &Shape) {
    svg.push_str("<path d=\"");
    let mut points = shape.path.iter();
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
    if shape.closed {
        svg.push('Z');
    }
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
