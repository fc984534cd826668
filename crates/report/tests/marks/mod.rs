//! What is drawn on a page, in order, read back from a PDF and from a picture: each glyph by its outline and place, each
//! shape by its points and colours. Two lists that are alike are two pages that look alike.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use harfrust::Font;
use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, SvgSink};
use lopdf::{Document as Pdf, Object, ObjectId};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

/// Height of A4 in points.
const HEIGHT: f64 = 841.89;

/// Something drawn. Lengths are points from the lower left corner.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Mark {
    Glyph {
        outline: String,
        x: f64,
        y: f64,
        size: f64,
        fill: [u8; 3],
    },
    Shape {
        /// Commands with their points.
        path: Vec<(char, f64, f64)>,
        closed: bool,
        fill: Option<[u8; 3]>,
        /// Colour, width, and whether it is dashed.
        stroke: Option<([u8; 3], f64, bool)>,
    },
}

impl Mark {
    /// Whether two marks are the same to the eye: within a twentieth of a point, which is less than what a PDF rounds off in a
    /// line.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        const NEAR: f64 = 0.05;
        match (self, other) {
            (
                Self::Glyph {
                    outline,
                    x,
                    y,
                    size,
                    fill,
                },
                Self::Glyph {
                    outline: o,
                    x: ox,
                    y: oy,
                    size: os,
                    fill: of,
                },
            ) => {
                outline == o
                    && fill == of
                    && (x - ox).abs() < NEAR
                    && (y - oy).abs() < NEAR
                    && (size - os).abs() < 1e-3
            }
            (
                Self::Shape {
                    path,
                    closed,
                    fill,
                    stroke,
                },
                Self::Shape {
                    path: p,
                    closed: c,
                    fill: f,
                    stroke: s,
                },
            ) => {
                let width = |stroke: &Option<([u8; 3], f64, bool)>| stroke.map_or(0.0, |it| it.1);
                let rest = |stroke: &Option<([u8; 3], f64, bool)>| stroke.map(|it| (it.0, it.2));
                path.len() == p.len()
                    && closed == c
                    && fill == f
                    && rest(stroke) == rest(s)
                    && (width(stroke) - width(s)).abs() < 1e-3
                    && path.iter().zip(p).all(|(a, b)| {
                        a.0 == b.0 && (a.1 - b.1).abs() < NEAR && (a.2 - b.2).abs() < NEAR
                    })
            }
            _ => false,
        }
    }
}

/// A font inside a PDF: the outline and the width of each of its glyphs.
pub(crate) struct Embedded(Vec<(String, f64)>);

/// The fonts of a document by their names, which all of its pages share.
pub(crate) fn fonts(pdf: &Pdf, page: ObjectId) -> BTreeMap<Vec<u8>, Embedded> {
    let fonts = pdf.get_page_fonts(page).expect("fonts").into_iter();
    fonts
        .map(|(name, font)| (name, embedded(pdf, font)))
        .collect()
}

/// What a page of a PDF draws, by its content and its embedded fonts.
pub(crate) fn of_pdf(pdf: &Pdf, page: ObjectId, fonts: &BTreeMap<Vec<u8>, Embedded>) -> Vec<Mark> {
    let content = pdf.get_and_decode_page_content(page).expect("content");
    let mut marks = Vec::new();
    let (mut font, mut size, mut at) = (Vec::new(), 0.0, (0.0, 0.0));
    let (mut fill, mut stroke, mut width, mut dashed) = ([0; 3], [0; 3], 1.0, false);
    let mut path: Vec<(char, f64, f64)> = Vec::new();
    let mut closed = false;
    for operation in content.operations {
        let operands = &operation.operands;
        let number = |at: usize| f64::from(operands[at].as_float().expect("a number"));
        let colour = || [number(0), number(1), number(2)].map(|part| (part * 255.0).round() as u8);
        match operation.operator.as_str() {
            "Tf" => {
                font = operands[0].as_name().expect("a name").to_vec();
                size = number(1);
            }
            "BT" => at = (0.0, 0.0),
            "Td" => at = (at.0 + number(0), at.1 + number(1)),
            "rg" => fill = colour(),
            "RG" => stroke = colour(),
            "w" => width = number(0),
            "d" => dashed = !operands[0].as_array().expect("an array").is_empty(),
            "TJ" => {
                let font = &fonts[&font];
                let mut x = at.0;
                for item in operands[0].as_array().expect("an array") {
                    let Object::String(bytes, _) = item else {
                        x -= f64::from(item.as_float().expect("a number")) * size / 1000.0;
                        continue;
                    };
                    for pair in bytes.chunks(2) {
                        let glyph = u16::from_be_bytes([pair[0], pair[1]]);
                        let (outline, width) = &font.0[usize::from(glyph)];
                        if !outline.is_empty() {
                            marks.push(Mark::Glyph {
                                outline: outline.clone(),
                                x,
                                y: at.1,
                                size,
                                fill,
                            });
                        }
                        x += width * size / 1000.0;
                    }
                }
            }
            "m" => path.push(('M', number(0), number(1))),
            "l" => path.push(('L', number(0), number(1))),
            "c" => path.extend([
                ('C', number(0), number(1)),
                (' ', number(2), number(3)),
                (' ', number(4), number(5)),
            ]),
            "h" => closed = true,
            paint @ ("f" | "S" | "s" | "B" | "b") => {
                let fills = matches!(paint, "f" | "B" | "b");
                let strokes = matches!(paint, "S" | "s" | "B" | "b");
                marks.push(Mark::Shape {
                    path: std::mem::take(&mut path),
                    closed: closed || fills || matches!(paint, "s" | "b"),
                    fill: fills.then_some(fill),
                    stroke: strokes.then_some((stroke, width, dashed)),
                });
                closed = false;
            }
            "ET" | "BDC" | "BMC" | "EMC" | "q" | "Q" => {}
            other => panic!("the tests do not know {other}"),
        }
    }
    marks
}

fn embedded(pdf: &Pdf, font: &lopdf::Dictionary) -> Embedded {
    let follow = |object: &Object| pdf.dereference(object).expect("an object").1.clone();
    let descendants = follow(font.get(b"DescendantFonts").expect("descendants"));
    let descendant = follow(&descendants.as_array().expect("an array")[0]);
    let descendant = descendant.as_dict().expect("a font");
    let widths = follow(descendant.get(b"W").expect("widths"));
    let widths = follow(&widths.as_array().expect("an array")[1]);
    let widths = widths.as_array().expect("an array").iter();
    let descriptor = follow(descendant.get(b"FontDescriptor").expect("a descriptor"));
    let program = follow(
        descriptor
            .as_dict()
            .expect("a descriptor")
            .get(b"FontFile2")
            .expect("a program"),
    );
    let program = program
        .as_stream()
        .expect("a stream")
        .get_plain_content()
        .expect("plain");
    let font = Font::new(program, 0).expect("a font");
    let glyphs = widths.enumerate().map(|(glyph, width)| {
        let mut path = SvgSink::new();
        let outlines = font.outline_glyphs();
        let outline = outlines
            .get(u32::try_from(glyph).expect("few").into())
            .expect("a glyph");
        let options = DrawOptions::new().with_ppem(Some(1000.0));
        let drawn = outline.draw(&options, DrawMemory::Scratch, &mut path);
        drawn.expect("drawn");
        (path.into(), f64::from(width.as_float().expect("a number")))
    });
    Embedded(glyphs.collect())
}

/// What a picture draws, but for the paper.
pub(crate) fn of_picture(svg: &str) -> Vec<Mark> {
    let mut reader = Reader::from_str(svg);
    let mut outlines = BTreeMap::new();
    let mut marks = Vec::new();
    let mut group = (String::new(), String::new());
    let mut is_paper = true;
    loop {
        match reader.read_event().expect("right XML") {
            Event::Start(element) if element.name().as_ref() == "g" => {
                group = (value(&element, "fill"), value(&element, "transform"));
            }
            Event::Empty(element) if element.name().as_ref() == "use" => {
                let matrix: Vec<f64> = group
                    .1
                    .trim_start_matches("matrix(")
                    .trim_end_matches(')')
                    .split(' ')
                    .map(|part| part.parse().expect("a number"))
                    .collect();
                assert_eq!((matrix[1], matrix[2], matrix[3]), (0.0, 0.0, -matrix[0]));
                let name = value(&element, "href");
                let outline: &String = &outlines[name.trim_start_matches('#')];
                let x: f64 = value(&element, "x").parse().expect("a number");
                marks.push(Mark::Glyph {
                    outline: outline.clone(),
                    x: matrix[4] + x * matrix[0],
                    y: HEIGHT - matrix[5],
                    size: matrix[0] * 1000.0,
                    fill: colour(&group.0).expect("a colour"),
                });
            }
            Event::Empty(element) if element.name().as_ref() == "path" => {
                let id = value(&element, "id");
                if !id.is_empty() {
                    outlines.insert(id, value(&element, "d"));
                } else if !std::mem::take(&mut is_paper) {
                    marks.push(shape(&element));
                }
            }
            Event::Eof => return marks,
            _ => {}
        }
    }
}

fn shape(element: &BytesStart<'_>) -> Mark {
    let data = value(element, "d");
    let closed = data.ends_with('Z');
    let numbers = data.trim_end_matches('Z').replace(['M', 'L', 'C'], " ");
    let numbers: Vec<f64> = numbers
        .split_whitespace()
        .map(|part| part.parse().expect("a number"))
        .collect();
    let mut commands = Vec::new();
    for command in data.chars().filter(|it| matches!(it, 'M' | 'L' | 'C')) {
        commands.push(command);
        if command == 'C' {
            commands.extend([' ', ' ']);
        }
    }
    assert_eq!(commands.len() * 2, numbers.len(), "{data}");
    let path = commands.into_iter().zip(numbers.chunks(2));
    let width = value(element, "stroke-width").parse().unwrap_or(0.0);
    let dashed = !value(element, "stroke-dasharray").is_empty();
    Mark::Shape {
        path: path
            .map(|(command, at)| (command, at[0], HEIGHT - at[1]))
            .collect(),
        closed,
        fill: colour(&value(element, "fill")),
        stroke: colour(&value(element, "stroke")).map(|colour| (colour, width, dashed)),
    }
}

fn value(element: &BytesStart<'_>, name: &str) -> String {
    let found = element.try_get_attribute(name).expect("right XML");
    found.map_or(String::new(), |found| found.value.into_owned())
}

fn colour(written: &str) -> Option<[u8; 3]> {
    let digits = written.strip_prefix('#')?;
    let number = u32::from_str_radix(digits, 16)
        .expect("a colour")
        .to_be_bytes();
    Some([number[1], number[2], number[3]])
}
