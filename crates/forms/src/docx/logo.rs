//! The logo in a text to edit: a picture in the file. Outlines are drawn first, in dots fine enough for print: word processors
//! disagree on how outlines within outlines are filled.

use report::artwork::{Area, Artwork, Outlines};
use report::charts::Colour;
use tiny_skia::{Color, FillRule, Paint, Path, PathBuilder, Pixmap, Transform};

use super::chart::unit;
use crate::legible::escaped;

/// The name of the picture among the parts.
pub(super) const PART: &str = "media/logo.png";

/// The room for it, in points.
const ROOM: (f32, f32) = (190.0, 54.0);

/// Dots for each point: 400 to the inch.
const DOTS: f32 = 400.0 / 72.0;

/// A run that holds the picture in its line of text. `number` is unique in the document.
pub(super) fn run(logo: &Artwork, number: usize, alternative: &str) -> String {
    let (width, height) = logo.fitted(ROOM.0, ROOM.1);
    let (width, height) = (unit(width), unit(height));
    let alternative = escaped(alternative);
    format!(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" cy=\"{height}\"/>\
         <wp:docPr id=\"{number}\" name=\"logo\" descr=\"{alternative}\"/><wp:cNvGraphicFramePr/><a:graphic>\
         <a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">\
         <pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr>\
         <pic:cNvPr id=\"{number}\" name=\"logo\" descr=\"{alternative}\"/><pic:cNvPicPr/></pic:nvPicPr>\
         <pic:blipFill><a:blip r:embed=\"logo\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
         <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>\
         </w:drawing></w:r>"
    )
}

/// The logo as a PNG; nothing if there is no room in memory for it.
pub(super) fn png(logo: &Artwork) -> Option<Vec<u8>> {
    match logo {
        Artwork::Picture(picture) => Some(picture.png.clone()),
        Artwork::Outlines(outlines) => {
            let (width, _) = logo.fitted(ROOM.0, ROOM.1);
            drawn(outlines, width * DOTS / outlines.width)
        }
    }
}

fn drawn(outlines: &Outlines, scale: f32) -> Option<Vec<u8>> {
    let side = |length: f32| (length * scale).ceil().max(1.0) as u32;
    let mut dots = Pixmap::new(side(outlines.width), side(outlines.height))?;
    dots.fill(Color::WHITE);
    for area in &outlines.areas {
        let Some(path) = path(area) else { continue };
        let Colour(red, green, blue) = area.fill;
        let mut paint = Paint::default();
        paint.set_color_rgba8(red, green, blue, 0xff);
        let rule = if area.even_odd {
            FillRule::EvenOdd
        } else {
            FillRule::Winding
        };
        dots.fill_path(
            &path,
            &paint,
            rule,
            Transform::from_scale(scale, scale),
            None,
        );
    }
    dots.encode_png().ok()
}

fn path(area: &Area) -> Option<Path> {
    let mut path = PathBuilder::new();
    for outline in &area.outlines {
        let mut handles = Vec::new();
        for (at, point) in outline.iter().enumerate() {
            if point.is_handle {
                handles.push(point);
                continue;
            }
            match handles.as_slice() {
                _ if at == 0 => path.move_to(point.x, point.y),
                [one, two] => path.cubic_to(one.x, one.y, two.x, two.y, point.x, point.y),
                _ => path.line_to(point.x, point.y),
            }
            handles.clear();
        }
        path.close();
    }
    path.finish()
}
