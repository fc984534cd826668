//! From the items of a page to the operations of printpdf, each inside marked content: an element of the structure, or an artifact.

use super::fonts::Embedded;
use super::logo;
use super::tags::Tags;
use crate::charts::{Colour, Shape, Stroke};
use crate::document::Document;
use crate::layout::{
    Characters, Glyph, Item, NodeId, PAGE, Page, Shaped, Text, hundredths, is_ignorable,
};
use printpdf::{
    Color, DictItem, FontId, Line, LineDashPattern, LinePoint, Op, PaintMode, PdfFontHandle, Point,
    Polygon, PolygonRing, Pt, Rgb, WindingOrder,
};
use std::collections::BTreeMap;

/// Draws a page and notes in the tags what belongs to which element.
pub(super) fn draw(
    page: &Page,
    number: usize,
    document: &Document,
    fonts: &Embedded,
    shaped: &Shaped,
    tags: &mut Tags<'_>,
) -> Vec<Op> {
    let mut pen = Pen {
        ops: Vec::new(),
        accent: document.accent,
        fonts,
        shaped,
        open: None,
        section: None,
        fill: None,
        stroke: None,
        font: None,
    };
    let mut rest = page.items.as_slice();
    while let Some((item, after)) = rest.split_first() {
        if let Some(node) = drawn_for(item) {
            pen.mark(node, number, tags, is_only_text(rest, node));
        }
        rest = after;
        match item {
            Item::Text(text) => pen.text(text),
            Item::Shape { shape, .. } => pen.shape(shape),
            Item::Logo { rectangle, .. } => {
                if let Some(artwork) = &document.logo {
                    pen.end_section();
                    pen.ops.extend(logo::draw(artwork, *rectangle));
                }
            }
            Item::Place(node) => tags.place(*node),
            Item::Link {
                rectangle,
                target,
                words,
                node,
            } => tags.link(*node, number, *rectangle, target, words),
            Item::Bounds { rectangle, node } => tags.bound(*node, *rectangle),
            Item::PageNumber { .. } => {}
        }
    }
    pen.close();
    pen.end_section();
    pen.ops
}

/// What an item that leaves a mark on the page belongs to: an element, or none where it is an artifact.
fn drawn_for(item: &Item) -> Option<Option<NodeId>> {
    match item {
        Item::Text(Text { node, .. }) | Item::Shape { node, .. } | Item::Logo { node, .. } => {
            Some(*node)
        }
        Item::Place(_) | Item::Link { .. } | Item::Bounds { .. } | Item::PageNumber { .. } => None,
    }
}

/// Whether the marked content that begins here has nothing but text in it.
fn is_only_text(items: &[Item], node: Option<NodeId>) -> bool {
    let drawn = items
        .iter()
        .filter_map(|item| drawn_for(item).map(|node| (node, item)));
    let mut together = drawn.take_while(|(owner, _)| *owner == node);
    together.all(|(_, item)| matches!(item, Item::Text(_)))
}

/// Text that is being shown: from the beginning to the end of a text object.
struct Section {
    /// Whether it stands around marked content, one or more, or inside of one: neither may be cut by the other.
    is_around: bool,
    /// Where the string before began. The next one is found from there: a page has one line below the other.
    at: (f32, f32),
}

/// What is being drawn.
struct Pen<'e> {
    ops: Vec<Op>,
    /// The document's own.
    accent: Option<Colour>,
    fonts: &'e Embedded,
    shaped: &'e Shaped,
    /// The marked content that is open: an element, or an artifact.
    open: Option<Option<NodeId>>,
    section: Option<Section>,
    fill: Option<Colour>,
    stroke: Option<Stroke>,
    font: Option<(crate::layout::Face, f32)>,
}

impl Pen<'_> {
    /// Opens marked content unless it is open already.
    fn mark(&mut self, node: Option<NodeId>, page: usize, tags: &mut Tags<'_>, is_only_text: bool) {
        if self.open == Some(node) {
            return;
        }
        self.close();
        if is_only_text {
            self.begin_section(true);
        } else {
            self.end_section();
        }
        self.open = Some(node);
        self.ops.push(match node {
            Some(node) => {
                let (tag, number) = tags.mark(node, page);
                let map = BTreeMap::from([("MCID".to_owned(), DictItem::Int(number))]);
                Op::BeginMarkedContentWithProperties {
                    tag,
                    properties: DictItem::Dict { map },
                }
            }
            None => Op::BeginMarkedContent {
                tag: "Artifact".to_owned(),
            },
        });
    }

    fn close(&mut self) {
        if let Some(Section {
            is_around: false, ..
        }) = self.section
        {
            self.end_section();
        }
        if self.open.take().is_some() {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn begin_section(&mut self, is_around: bool) {
        if self.section.is_none() {
            self.ops.push(Op::StartTextSection);
            self.section = Some(Section {
                is_around,
                at: (0.0, 0.0),
            });
        }
    }

    fn end_section(&mut self) {
        if self.section.take().is_some() {
            self.ops.push(Op::EndTextSection);
        }
    }

    /// Moves to where a string begins.
    fn go_to(&mut self, (x, y): (f32, f32)) {
        let Some(section) = &mut self.section else {
            return;
        };
        let before = std::mem::replace(&mut section.at, (x, y));
        let pos = Point {
            x: Pt(hundredths(x - before.0)),
            y: Pt(hundredths(y - before.1)),
        };
        self.ops.push(Op::SetTextCursor { pos });
    }

    fn fill(&mut self, colour: Colour) {
        if self.fill != Some(colour) {
            self.fill = Some(colour);
            let col = rgb(colour.accented(self.accent));
            self.ops.push(Op::SetFillColor { col });
        }
    }

    fn stroke(&mut self, stroke: Stroke) {
        let before = self.stroke.replace(stroke);
        if before.map(|before| before.colour) != Some(stroke.colour) {
            let col = rgb(stroke.colour.accented(self.accent));
            self.ops.push(Op::SetOutlineColor { col });
        }
        if before.map(|before| before.width) != Some(stroke.width) {
            let pt = Pt(stroke.width);
            self.ops.push(Op::SetOutlineThickness { pt });
        }
        // A page begins with unbroken lines.
        if before.is_some_and(|before| before.dashed) != stroke.dashed {
            let dash = if stroke.dashed {
                LineDashPattern::new(0.0, &[2.0, 2.0])
            } else {
                LineDashPattern::solid()
            };
            self.ops.push(Op::SetLineDashPattern { dash });
        }
    }

    fn text(&mut self, text: &Text) {
        self.begin_section(false);
        self.fill(text.colour);
        let mut x = text.x;
        let glyphs = text.glyphs(self.shaped);
        let mut rest = glyphs.as_slice();
        while let Some(span) = Span::first(rest, self.shaped, self.fonts, text.ends_in_soft_hyphen)
        {
            let (glyphs, after) = rest.split_at_checked(span.length).unwrap_or((rest, &[]));
            rest = after;
            if let Some(said) = &span.said {
                let map = BTreeMap::from([(
                    "ActualText".to_owned(),
                    DictItem::String {
                        data: utf16(said),
                        literal: false,
                    },
                )]);
                self.ops.push(Op::BeginMarkedContentWithProperties {
                    tag: "Span".to_owned(),
                    properties: DictItem::Dict { map },
                });
            }
            for group in Text::strings(glyphs) {
                self.glyphs(group, x, text);
                x += group.iter().map(|glyph| glyph.advance).sum::<f32>() * text.size / 1000.0;
            }
            if span.said.is_some() {
                self.ops.push(Op::EndMarkedContent);
            }
        }
    }

    /// Shows glyphs of one face on one height. What shaping wants to differ from the widths of the font becomes an offset.
    fn glyphs(&mut self, glyphs: &[Glyph], x: f32, text: &Text) {
        let Some(first) = glyphs.first() else { return };
        if self.font != Some((first.face, text.size)) {
            self.font = Some((first.face, text.size));
            let font = PdfFontHandle::External(FontId(Embedded::resource(first.face)));
            self.ops.push(Op::SetFont {
                font,
                size: Pt(text.size),
            });
        }
        self.go_to(text.start(first, x));
        // printpdf has no words for strings with offsets. It hands on what it has no words for as it stands, and so the
        // operand goes along with its operator.
        let mut shown = String::with_capacity(4 * glyphs.len() + 8);
        shown.push('[');
        // One string per stretch without an offset: a string per glyph makes the file a third larger.
        let mut is_open = false;
        for (before, glyph) in Text::corrections(glyphs, |glyph| self.fonts.advance(glyph)) {
            if before != 0.0 {
                if is_open {
                    shown.push(')');
                }
                shown.push_str(itoa::Buffer::new().format(before as i64));
                is_open = false;
            }
            if !is_open {
                shown.push('(');
                is_open = true;
            }
            shown.push_str(self.fonts.written(glyph));
        }
        shown.push_str(if is_open { ")]TJ" } else { "]TJ" });
        self.ops.push(Op::Unknown {
            key: shown,
            value: Vec::new(),
        });
    }

    fn shape(&mut self, shape: &Shape) {
        self.end_section();
        if let Some(stroke) = shape.stroke {
            self.stroke(stroke);
        }
        if let Some(fill) = shape.fill {
            self.fill(fill);
        }
        let points: Vec<LinePoint> = shape
            .path
            .iter()
            .map(|point| LinePoint {
                p: Point {
                    x: Pt(hundredths(point.x)),
                    y: Pt(hundredths(PAGE.1 - point.y)),
                },
                bezier: point.is_handle,
            })
            .collect();
        let mode = match (shape.fill, shape.stroke) {
            (Some(_), Some(_)) => PaintMode::FillStroke,
            (Some(_), None) => PaintMode::Fill,
            (None, _) => PaintMode::Stroke,
        };
        self.ops.push(if shape.closed {
            let rings = vec![PolygonRing { points }];
            Op::DrawPolygon {
                polygon: Polygon {
                    rings,
                    mode,
                    winding_order: WindingOrder::NonZero,
                },
            }
        } else {
            Op::DrawLine {
                line: Line {
                    points,
                    is_closed: false,
                },
            }
        });
    }
}

/// Glyphs at the beginning of a line that are extracted in one way.
struct Span {
    length: usize,
    /// What they say, where the glyphs themselves say something else.
    said: Option<String>,
}

impl Span {
    fn first(
        glyphs: &[Glyph],
        shaped: &Shaped,
        fonts: &Embedded,
        ends_in_soft_hyphen: bool,
    ) -> Option<Self> {
        let first = glyphs.first()?;
        if let Some(character) = first.named {
            let length = glyphs
                .iter()
                .take_while(|glyph| glyph.named == first.named && glyph.start == first.start)
                .count();
            let said = may_be_said(character).then(|| character.to_string());
            return Some(Self { length, said });
        }
        let is_soft_hyphen = |at: usize| ends_in_soft_hyphen && at + 1 == glyphs.len();
        if is_soft_hyphen(0) {
            return Some(Self {
                length: 1,
                said: Some("\u{ad}".to_owned()),
            });
        }
        if says(glyphs, 0, fonts) {
            let length = (0..glyphs.len())
                .take_while(|at| {
                    says(glyphs, *at, fonts)
                        && !is_soft_hyphen(*at)
                        && glyphs.get(*at).is_some_and(|glyph| glyph.named.is_none())
                })
                .count();
            return Some(Self { length, said: None });
        }
        let followers = glyphs
            .iter()
            .skip(1)
            .take_while(|glyph| glyph.characters == Characters::Elsewhere && glyph.named.is_none())
            .count();
        Some(Self {
            length: 1 + followers,
            said: Some(shaped.said([first])),
        })
    }
}

/// Whether a glyph and those that belong to it are extracted as what they stand for.
fn says(glyphs: &[Glyph], at: usize, fonts: &Embedded) -> bool {
    let (Some(glyph), next) = (glyphs.get(at), glyphs.get(at + 1)) else {
        return false;
    };
    glyph.characters != Characters::Elsewhere
        && glyph.characters == fonts.characters(glyph)
        && next.is_none_or(|next| next.characters != Characters::Elsewhere || next.named.is_some())
}

/// Characters that may stand in `ActualText`: no controls, none that mean something only between two parties, none that do
/// not exist.
fn may_be_said(character: char) -> bool {
    let code = u32::from(character);
    let is_private = matches!(code, 0xe000..=0xf8ff | 0xf_0000..);
    let exists = code & 0xfffe != 0xfffe && !(0xfdd0..=0xfdef).contains(&code);
    !character.is_control() && !is_private && exists && !is_ignorable(character)
}

fn utf16(text: &str) -> Vec<u8> {
    [0xfeff]
        .into_iter()
        .chain(text.encode_utf16())
        .flat_map(u16::to_be_bytes)
        .collect()
}

pub(super) fn rgb(Colour(r, g, b): Colour) -> Color {
    let share = |part: u8| (f32::from(part) / 255.0 * 1000.0).round() / 1000.0;
    Color::Rgb(Rgb {
        r: share(r),
        g: share(g),
        b: share(b),
        icc_profile: None,
    })
}
