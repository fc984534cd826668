//! Fonts in the PDF: only the glyphs that the document uses, with their widths and with the characters that they stand for.

use super::PdfFailed;
use crate::layout::{FACES, Face, FontDamaged, Fonts, Glyph, Item, Metrics, Page, Shaper};
use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};
use sha2::{Digest, Sha256};
use smol_str::SmolStr;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use subsetter::GlyphRemapper;

/// A glyph that draws no characters of its own stands for this.
const NOTHING: &str = "\u{200b}";

/// Flags of a font descriptor: characters outside the standard Latin set; a slanted face.
const SYMBOLIC: i64 = 4;
const ITALIC: i64 = 64;

/// The faces that a document uses, each in its own place.
pub(super) struct Embedded([Option<Used>; FACES]);

/// A face with the glyphs that are used.
struct Used {
    face: Face,
    /// By their numbers in the whole font. They keep their order in the reduced one.
    glyphs: Vec<Option<UsedGlyph>>,
    metrics: Metrics,
    subset: Vec<u8>,
}

struct UsedGlyph {
    /// In the reduced font.
    number: u16,
    /// The width by the font itself, in thousandths of the type size.
    advance: i64,
    /// The characters that it stands for wherever nothing else is said.
    text: SmolStr,
}

impl Embedded {
    /// Collects the glyphs on all pages and reduces the fonts to them.
    pub(super) fn of(
        pages: &[Page],
        fonts: &Fonts,
        shaper: &Shaper<'_>,
    ) -> Result<Self, PdfFailed> {
        let mut faces: BTreeMap<Face, Vec<Option<SmolStr>>> = BTreeMap::new();
        for item in pages.iter().flat_map(|page| &page.items) {
            let Item::Text(text) = item else { continue };
            for glyphs in text.glyphs.chunk_by(|a, b| a.face == b.face) {
                let Some(first) = glyphs.first() else {
                    continue;
                };
                let texts = faces.entry(first.face).or_default();
                glyphs.iter().for_each(|glyph| note(glyph, texts));
            }
        }
        let mut embedded = Self([const { None }; FACES]);
        for (face, texts) in faces {
            if let Some(place) = embedded.0.get_mut(face as usize) {
                *place = Some(Used::of(face, texts, fonts, shaper)?);
            }
        }
        Ok(embedded)
    }

    /// The number of a glyph in the reduced font.
    pub(super) fn glyph(&self, glyph: &Glyph) -> u16 {
        self.used(glyph).map_or(0, |used| used.number)
    }

    /// The width of a glyph by the font itself, in thousandths of the type size.
    pub(super) fn advance(&self, glyph: &Glyph) -> f32 {
        self.used(glyph).map_or(0.0, |used| used.advance as f32)
    }

    /// What extraction makes of a glyph where nothing else is said.
    pub(super) fn text(&self, glyph: &Glyph) -> &str {
        self.used(glyph).map_or("", |used| &used.text)
    }

    fn used(&self, glyph: &Glyph) -> Option<&UsedGlyph> {
        let face = self.0.get(glyph.face as usize)?.as_ref()?;
        face.glyphs.get(usize::from(glyph.id))?.as_ref()
    }

    /// The name of a face in the resources: by the face, never by the order of use.
    pub(super) fn resource(face: Face) -> String {
        format!("Face{:02}", face as u8)
    }

    /// Adds the fonts; gives the resources of all pages.
    pub(super) fn write(&self, pdf: &mut lopdf::Document) -> Dictionary {
        let mut fonts = Dictionary::new();
        for used in self.0.iter().flatten() {
            let font = used.write(pdf);
            fonts.set(Self::resource(used.face), font);
        }
        let fonts = pdf.add_object(fonts);
        dictionary! { "Font" => fonts }
    }
}

/// Keeps the most usual of the characters that a glyph stands for.
fn note(glyph: &Glyph, texts: &mut Vec<Option<SmolStr>>) {
    let at = usize::from(glyph.id);
    if texts.len() <= at {
        texts.resize(at + 1, None);
    }
    let Some(said) = texts.get_mut(at).map(Option::get_or_insert_default) else {
        return;
    };
    if !said.is_empty() && *said == glyph.text {
        return;
    }
    let text = plain(&glyph.text);
    if !text.is_empty() && (said.is_empty() || simpler(&text, said)) {
        *said = text;
    }
}

impl Used {
    fn of(
        face: Face,
        texts: Vec<Option<SmolStr>>,
        fonts: &Fonts,
        shaper: &Shaper<'_>,
    ) -> Result<Self, PdfFailed> {
        let are_used = (0..).zip(&texts).filter(|(_, text)| text.is_some());
        let numbers: Vec<u16> = are_used.map(|(old, _)| old).collect();
        let remapper = GlyphRemapper::new_from_glyphs_sorted(&numbers);
        let name = face.name();
        let subset = subsetter::subset(face.bytes(), 0, &remapper)
            .map_err(|cause| PdfFailed::Subset { face: name, cause })?;
        let metrics = fonts.metrics(face).ok_or(FontDamaged(name))?;
        // The first glyph of a font stands for what is missing and is in every reduced font too.
        let glyphs = (0..).zip(texts).map(|(old, text)| {
            Some(UsedGlyph {
                number: remapper.get(old)?,
                advance: shaper.advance(face, old),
                text: text.unwrap_or_default(),
            })
        });
        Ok(Self {
            face,
            glyphs: glyphs.collect(),
            metrics,
            subset,
        })
    }

    fn write(&self, pdf: &mut lopdf::Document) -> ObjectId {
        let metrics = self.metrics;
        let name = format!("{}+{}", self.tag(), self.face.name());
        let mut program = Stream::new(
            dictionary! { "Length1" => self.subset.len() as i64 },
            self.subset.clone(),
        );
        program.allows_compression = true;
        let program = pdf.add_object(program);
        let descriptor = pdf.add_object(dictionary! {
            "Type" => "FontDescriptor",
            "FontName" => name.as_str(),
            "Flags" => if metrics.italic_angle == 0 { SYMBOLIC } else { SYMBOLIC | ITALIC },
            "FontBBox" => metrics.bounds.map(Object::from).to_vec(),
            "ItalicAngle" => metrics.italic_angle,
            "Ascent" => metrics.ascent,
            "Descent" => metrics.descent,
            "CapHeight" => metrics.cap_height,
            "StemV" => 90,
            "FontFile2" => program,
        });
        let glyphs = self.glyphs.iter().flatten();
        let widths: Vec<Object> = glyphs.map(|glyph| glyph.advance.into()).collect();
        let descendant = pdf.add_object(dictionary! {
            "Type" => "Font",
            "Subtype" => "CIDFontType2",
            "BaseFont" => name.as_str(),
            "CIDSystemInfo" => dictionary! {
                "Registry" => Object::string_literal("Adobe"),
                "Ordering" => Object::string_literal("Identity"),
                "Supplement" => 0,
            },
            "FontDescriptor" => descriptor,
            "CIDToGIDMap" => "Identity",
            "DW" => 1000,
            "W" => vec![0.into(), Object::Array(widths)],
        });
        let to_unicode = pdf.add_object(Stream::new(
            Dictionary::new(),
            self.to_unicode().into_bytes(),
        ));
        pdf.add_object(dictionary! {
            "Type" => "Font",
            "Subtype" => "Type0",
            "BaseFont" => name.as_str(),
            "Encoding" => "Identity-H",
            "DescendantFonts" => vec![descendant.into()],
            "ToUnicode" => to_unicode,
        })
    }

    /// The six letters that mark a reduced font, from what is in it.
    fn tag(&self) -> String {
        Sha256::digest(&self.subset)
            .iter()
            .take(6)
            .map(|byte| char::from(b'A' + byte % 26))
            .collect()
    }

    fn to_unicode(&self) -> String {
        let mut map = String::from(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) \
             /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\n\
             endcodespacerange\n",
        );
        let glyphs = self.glyphs.iter().flatten();
        let entries: Vec<(u16, &str)> = glyphs
            .map(|glyph| match glyph.text.as_str() {
                "" => (glyph.number, NOTHING),
                text => (glyph.number, text),
            })
            .collect();
        for chunk in entries.chunks(100) {
            let _ = writeln!(map, "{} beginbfchar", chunk.len());
            for (glyph, text) in chunk {
                let _ = write!(map, "<{glyph:04X}> <");
                for unit in text.encode_utf16() {
                    let _ = write!(map, "{unit:04X}");
                }
                map.push_str(">\n");
            }
            map.push_str("endbfchar\n");
        }
        map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        map
    }
}

/// Characters without joiners, selectors and marks of direction, which belong to one place and not to the glyph.
fn plain(text: &str) -> SmolStr {
    text.chars()
        .filter(|character| !crate::layout::is_ignorable(*character))
        .collect()
}

/// Whether a text is the more usual one for a glyph that draws several: a space rather than a no-break space, `é` rather than
/// `e` with an accent.
fn simpler(text: &str, than: &str) -> bool {
    (text.chars().count(), text) < (than.chars().count(), than)
}
