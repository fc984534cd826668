//! Fonts in the PDF: only the glyphs that the document uses, with their widths and with the characters that they stand for.

use super::PdfFailed;
use crate::layout::{Face, FontDamaged, Fonts, Glyph, Item, Metrics, Page, Shaper};
use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use subsetter::GlyphRemapper;

/// A glyph that draws no characters of its own stands for this.
const NOTHING: &str = "\u{200b}";

/// Flags of a font descriptor: characters outside the standard Latin set; a slanted face.
const SYMBOLIC: i64 = 4;
const ITALIC: i64 = 64;

/// The faces that a document uses.
pub(super) struct Embedded(BTreeMap<Face, Used>);

/// A face with the glyphs that are used.
struct Used {
    remapper: GlyphRemapper,
    /// The characters that each glyph stands for wherever nothing else is said.
    texts: BTreeMap<u16, String>,
    /// The widths of the glyphs by the font itself, in thousandths of the type size.
    advances: BTreeMap<u16, i64>,
    metrics: Metrics,
    subset: Vec<u8>,
}

impl Embedded {
    /// Collects the glyphs on all pages and reduces the fonts to them.
    pub(super) fn of(
        pages: &[Page],
        fonts: &Fonts,
        shaper: &Shaper<'_>,
    ) -> Result<Self, PdfFailed> {
        let mut texts: BTreeMap<Face, BTreeMap<u16, String>> = BTreeMap::new();
        for item in pages.iter().flat_map(|page| &page.items) {
            let Item::Text(text) = item else { continue };
            for glyph in &text.glyphs {
                let said = texts
                    .entry(glyph.face)
                    .or_default()
                    .entry(glyph.id)
                    .or_default();
                if !said.is_empty() && **said == *glyph.text {
                    continue;
                }
                let text = plain(&glyph.text);
                if !text.is_empty() && (said.is_empty() || simpler(&text, said)) {
                    *said = text;
                }
            }
        }
        let used = texts.into_iter().map(|(face, texts)| {
            let remapper =
                GlyphRemapper::new_from_glyphs_sorted(&texts.keys().copied().collect::<Vec<_>>());
            let subset = subsetter::subset(face.bytes(), 0, &remapper).map_err(|cause| {
                PdfFailed::Subset {
                    face: face.name(),
                    cause,
                }
            })?;
            let metrics = fonts.metrics(face).ok_or(FontDamaged(face.name()))?;
            let advances = remapper
                .remapped_gids()
                .map(|old| (old, shaper.advance(face, old)))
                .collect();
            Ok((
                face,
                Used {
                    remapper,
                    texts,
                    advances,
                    metrics,
                    subset,
                },
            ))
        });
        Ok(Self(used.collect::<Result<_, PdfFailed>>()?))
    }

    /// The number of a glyph in the reduced font.
    pub(super) fn glyph(&self, glyph: &Glyph) -> u16 {
        self.0
            .get(&glyph.face)
            .and_then(|used| used.remapper.get(glyph.id))
            .unwrap_or(0)
    }

    /// The width of a glyph by the font itself, in thousandths of the type size.
    pub(super) fn advance(&self, glyph: &Glyph) -> f32 {
        self.0
            .get(&glyph.face)
            .and_then(|used| used.advances.get(&glyph.id))
            .map_or(0.0, |advance| *advance as f32)
    }

    /// What extraction makes of a glyph where nothing else is said.
    pub(super) fn text(&self, glyph: &Glyph) -> &str {
        self.0
            .get(&glyph.face)
            .and_then(|used| used.texts.get(&glyph.id))
            .map_or("", String::as_str)
    }

    /// The name of a face in the resources: by the face, never by the order of use.
    pub(super) fn resource(face: Face) -> String {
        format!("Face{:02}", face as u8)
    }

    /// Adds the fonts; gives the resources of all pages.
    pub(super) fn write(&self, pdf: &mut lopdf::Document) -> Dictionary {
        let mut fonts = Dictionary::new();
        for (face, used) in &self.0 {
            let font = used.write(*face, pdf);
            fonts.set(Self::resource(*face), font);
        }
        let fonts = pdf.add_object(fonts);
        dictionary! { "Font" => fonts }
    }
}

impl Used {
    fn write(&self, face: Face, pdf: &mut lopdf::Document) -> ObjectId {
        let metrics = self.metrics;
        let name = format!("{}+{}", self.tag(), face.name());
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
        let widths: Vec<Object> = self
            .remapper
            .remapped_gids()
            .filter_map(|old| self.advances.get(&old).copied())
            .map(Object::from)
            .collect();
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
        let entries: Vec<(u16, &str)> = self
            .texts
            .iter()
            .filter_map(|(old, text)| {
                Some((
                    self.remapper.get(*old)?,
                    if text.is_empty() { NOTHING } else { text },
                ))
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
fn plain(text: &str) -> String {
    text.chars()
        .filter(|character| !crate::layout::is_ignorable(*character))
        .collect()
}

/// Whether a text is the more usual one for a glyph that draws several: a space rather than a no-break space, `é` rather than
/// `e` with an accent.
fn simpler(text: &str, than: &str) -> bool {
    (text.chars().count(), text) < (than.chars().count(), than)
}
