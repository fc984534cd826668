//! The logo on a page: outlines as filled paths, a picture as an image that all pages share. Its lines go into the file as
//! the PNG has them, so that nothing here decodes or compresses a picture.

use lopdf::{Dictionary, Stream, dictionary};
use printpdf::matrix::CurTransMat;
use printpdf::{DictItem, LinePoint, Op, PaintMode, Point, Polygon, PolygonRing, Pt, WindingOrder};

use super::content::rgb;
use crate::artwork::{Area, Artwork};
use crate::document::Document;
use crate::layout::{Item, PAGE, Page, Rectangle};

/// The name of the picture in the resources.
const NAME: &str = "Logo";

/// Draws the logo. Nothing of it leaves the rectangle, and nothing of it lasts.
pub(super) fn draw(artwork: &Artwork, area: Rectangle) -> Vec<Op> {
    let bottom = PAGE.1 - area.y - area.height;
    let mut ops = vec![Op::SaveGraphicsState];
    match artwork {
        Artwork::Picture(_) => {
            ops.push(transformed([
                area.width,
                0.0,
                0.0,
                area.height,
                area.x,
                bottom,
            ]));
            ops.push(operator(
                "Do",
                vec![DictItem::Name(NAME.as_bytes().to_vec())],
            ));
        }
        Artwork::Outlines(outlines) => {
            let scale = area.width / outlines.width;
            let top = PAGE.1 - area.y;
            // In the units of the outlines, whose y runs down.
            ops.push(transformed([scale, 0.0, 0.0, -scale, area.x, top]));
            let frame = [0.0, 0.0, outlines.width, outlines.height];
            ops.push(operator("re", frame.map(DictItem::Real).to_vec()));
            ops.push(operator("W", Vec::new()));
            ops.push(operator("n", Vec::new()));
            ops.extend(outlines.areas.iter().flat_map(filled));
        }
    }
    ops.push(Op::RestoreGraphicsState);
    ops
}

fn filled(area: &Area) -> [Op; 2] {
    let rings = area
        .outlines
        .iter()
        .map(|outline| PolygonRing {
            points: outline
                .iter()
                .map(|point| LinePoint {
                    p: Point {
                        x: Pt(point.x),
                        y: Pt(point.y),
                    },
                    bezier: point.is_handle,
                })
                .collect(),
        })
        .collect();
    let winding_order = if area.even_odd {
        WindingOrder::EvenOdd
    } else {
        WindingOrder::NonZero
    };
    [
        Op::SetFillColor {
            col: rgb(area.fill),
        },
        Op::DrawPolygon {
            polygon: Polygon {
                rings,
                mode: PaintMode::Fill,
                winding_order,
            },
        },
    ]
}

fn transformed(matrix: [f32; 6]) -> Op {
    // As exact as a reader needs it for units that are hundredths of a point; the same on every machine.
    let matrix = matrix.map(|number| (number * 1e6).round() / 1e6);
    Op::SetTransformationMatrix {
        matrix: CurTransMat::Raw(matrix),
    }
}

fn operator(key: &str, value: Vec<DictItem>) -> Op {
    Op::Unknown {
        key: key.to_owned(),
        value,
    }
}

/// Whether a page shows the logo.
pub(super) fn is_shown(pages: &[Page]) -> bool {
    let mut items = pages.iter().flat_map(|page| &page.items);
    items.any(|item| matches!(item, Item::Logo { .. }))
}

/// Adds the picture to the resources, if the document has one.
pub(super) fn write(pdf: &mut lopdf::Document, document: &Document, resources: &mut Dictionary) {
    let Some(Artwork::Picture(picture)) = &document.logo else {
        return;
    };
    let mut image = Stream::new(
        dictionary! {
            "Type" => "XObject",
            "Subtype" => "Image",
            "Width" => i64::from(picture.width),
            "Height" => i64::from(picture.height),
            "ColorSpace" => "DeviceRGB",
            "BitsPerComponent" => 8,
            "Filter" => "FlateDecode",
            // Each line says in which of the ways of PNG it is written.
            "DecodeParms" => dictionary! {
                "Predictor" => 15,
                "Colors" => 3,
                "BitsPerComponent" => 8,
                "Columns" => i64::from(picture.width),
            },
        },
        picture.lines().to_vec(),
    );
    image.allows_compression = false;
    let image = pdf.add_object(image);
    resources.set("XObject", dictionary! { NAME => image });
}
