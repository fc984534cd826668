//! A drawing as a group of shapes in DrawingML: vectors that stay sharp and can be edited, without a picture in the file.

use std::fmt::Write as _;

use report::charts::{Anchor, Colour, Drawing, Label, Shape};

use crate::legible::escaped;

/// So many units of DrawingML are one point.
const UNIT: f32 = 12_700.0;

/// A run that holds the chart in its line of text. `number` is unique in the document.
pub(super) fn chart(drawing: &Drawing, number: usize, name: &str, alternative: &str) -> String {
    let (width, height) = (unit(drawing.width), unit(drawing.height));
    let mut shapes = String::new();
    for (at, shape) in drawing.shapes.iter().enumerate() {
        push_shape(&mut shapes, shape, at);
    }
    for (at, label) in drawing.labels.iter().enumerate() {
        push_label(&mut shapes, label, drawing, drawing.shapes.len() + at);
    }
    let (name, alternative) = (escaped(name), escaped(alternative));
    format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wpg\"><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
         <wp:extent cx=\"{width}\" cy=\"{height}\"/><wp:docPr id=\"{number}\" name=\"{name}\" descr=\"{alternative}\"/>\
         <wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\">\
         <wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/>\
         <a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"{width}\" cy=\"{height}\"/></a:xfrm></wpg:grpSpPr>{shapes}</wpg:wgp>\
         </a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:t>{alternative}</w:t></mc:Fallback>\
         </mc:AlternateContent></w:r>"
    )
}

pub(super) fn unit(length: f32) -> i64 {
    (length * UNIT).round() as i64
}

fn push_shape(xml: &mut String, shape: &Shape, number: usize) {
    let xs = || shape.path.iter().map(|point| point.x);
    let ys = || shape.path.iter().map(|point| point.y);
    let (left, top) = (xs().fold(f32::MAX, f32::min), ys().fold(f32::MAX, f32::min));
    let (right, bottom) = (xs().fold(f32::MIN, f32::max), ys().fold(f32::MIN, f32::max));
    // A shape without extent is not drawn.
    let (width, height) = (unit(right - left).max(1), unit(bottom - top).max(1));
    let at = |x: f32, y: f32| format!("<a:pt x=\"{}\" y=\"{}\"/>", unit(x - left), unit(y - top));
    let mut path = String::new();
    let mut handles = Vec::new();
    for (nth, point) in shape.path.iter().enumerate() {
        let here = at(point.x, point.y);
        if point.is_handle {
            handles.push(here);
        } else if nth == 0 {
            let _ = write!(path, "<a:moveTo>{here}</a:moveTo>");
        } else if handles.len() == 2 {
            let _ = write!(
                path,
                "<a:cubicBezTo>{}{here}</a:cubicBezTo>",
                handles.concat()
            );
            handles.clear();
        } else {
            let _ = write!(path, "<a:lnTo>{here}</a:lnTo>");
            handles.clear();
        }
    }
    if shape.closed {
        path.push_str("<a:close/>");
    }
    let fill = shape.fill.map_or("<a:noFill/>".to_owned(), solid);
    let line = match shape.stroke {
        None => "<a:ln><a:noFill/></a:ln>".to_owned(),
        Some(stroke) => format!(
            "<a:ln w=\"{}\">{}{}</a:ln>",
            unit(stroke.width),
            solid(stroke.colour),
            if stroke.dashed {
                "<a:prstDash val=\"sysDash\"/>"
            } else {
                ""
            }
        ),
    };
    let _ = write!(
        xml,
        "<wps:wsp><wps:cNvPr id=\"{}\" name=\"{}\"/><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x=\"{}\" y=\"{}\"/>\
         <a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm><a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>\
         <a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/><a:pathLst><a:path w=\"{width}\" h=\"{height}\">{path}</a:path></a:pathLst>\
         </a:custGeom>{fill}{line}</wps:spPr><wps:bodyPr/></wps:wsp>",
        number + 1,
        number + 1,
        unit(left),
        unit(top)
    );
}

/// A label in a box that reaches from its anchor as far as the drawing does.
fn push_label(xml: &mut String, label: &Label, drawing: &Drawing, number: usize) {
    let (left, right, justified) = match label.anchor {
        Anchor::Start => (label.x, drawing.width, "left"),
        Anchor::End => (0.0, label.x, "right"),
        Anchor::Middle => {
            let half = label.x.min(drawing.width - label.x);
            (label.x - half, label.x + half, "center")
        }
    };
    let height = label.size * 1.4;
    let top = label.y - label.size * 1.05;
    let bold = if label.bold { "<w:b/>" } else { "" };
    let _ = write!(
        xml,
        "<wps:wsp><wps:cNvPr id=\"{}\" name=\"{}\"/><wps:cNvSpPr txBox=\"1\"/><wps:spPr><a:xfrm><a:off x=\"{}\" y=\"{}\"/>\
         <a:ext cx=\"{}\" cy=\"{}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>\
         </wps:spPr><wps:txbx><w:txbxContent><w:p><w:pPr><w:pStyle w:val=\"ChartLabel\"/><w:jc w:val=\"{justified}\"/></w:pPr>\
         <w:r><w:rPr>{bold}<w:color w:val=\"{}\"/><w:sz w:val=\"{}\"/></w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>\
         </w:txbxContent></wps:txbx><wps:bodyPr wrap=\"none\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\"/></wps:wsp>",
        number + 1,
        number + 1,
        unit(left),
        unit(top),
        unit((right - left).max(1.0)),
        unit(height),
        hexadecimal(label.colour),
        (label.size * 2.0).round() as i64,
        escaped(&label.text)
    );
}

fn solid(colour: Colour) -> String {
    format!(
        "<a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill>",
        hexadecimal(colour)
    )
}

pub(super) fn hexadecimal(Colour(red, green, blue): Colour) -> String {
    format!("{red:02X}{green:02X}{blue:02X}")
}
