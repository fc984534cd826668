//! Fonts in the PDF: only the glyphs that the document uses, with their widths and with the characters that they stand for.

use super::PdfFailed;
use crate::layout::{
    Characters, FACES, Face, FontDamaged, Fonts, Glyph, Item, Metrics, Page, Shaped, Shaper,
};
use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use subsetter::GlyphRemapper;

/// A glyph that draws no characters of its own stands for this.
const NOTHING: char = '\u{200b}';

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
    /// The same in a literal string.
    written: String,
    /// The width by the font itself, in thousandths of the type size.
    advance: i64,
    /// What it stands for wherever nothing else is said.
    characters: Characters,
}

impl Embedded {
    /// Collects the glyphs on all pages and reduces the fonts to them.
    pub(super) fn of(
        pages: &[Page],
        fonts: &Fonts,
        shaper: &mut Shaper<'_>,
    ) -> Result<Self, PdfFailed> {
        let items = pages.iter().flat_map(|page| &page.items);
        let words = items.flat_map(|item| match item {
            Item::Text(text) => text.words.as_slice(),
            _ => &[],
        });
        let used = shaper.shaped().used(words.copied());
        let mut faces = [const { Vec::new() }; FACES];
        for (place, _) in used.into_iter().enumerate().filter(|(_, used)| *used) {
            if let Some(glyph) = shaper.shaped().glyph(place)
                && let Some(noted) = faces.get_mut(glyph.face as usize)
            {
                note(shaper.shaped_mut(), glyph, noted);
            }
        }
        let mut embedded = Self([const { None }; FACES]);
        for ((place, noted), face) in embedded.0.iter_mut().zip(faces).zip(Face::ALL) {
            if !noted.is_empty() {
                *place = Some(Used::of(face, noted, fonts, shaper)?);
            }
        }
        Ok(embedded)
    }

    /// A glyph as it stands in a literal string.
    pub(super) fn written(&self, glyph: &Glyph) -> &str {
        self.used(glyph).map_or("\0\0", |used| &used.written)
    }

    /// The width of a glyph by the font itself, in thousandths of the type size.
    pub(super) fn advance(&self, glyph: &Glyph) -> f32 {
        self.used(glyph).map_or(0.0, |used| used.advance as f32)
    }

    /// What extraction makes of a glyph where nothing else is said.
    pub(super) fn characters(&self, glyph: &Glyph) -> Characters {
        self.used(glyph)
            .map_or(Characters::Elsewhere, |used| used.characters)
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
    pub(super) fn write(&self, pdf: &mut lopdf::Document, shaped: &Shaped) -> Dictionary {
        let mut fonts = Dictionary::new();
        for used in self.0.iter().flatten() {
            let font = used.write(pdf, shaped);
            fonts.set(Self::resource(used.face), font);
        }
        let fonts = pdf.add_object(fonts);
        dictionary! { "Font" => fonts }
    }
}

/// Keeps the most usual of the characters that a glyph stands for.
fn note(shaped: &mut Shaped, glyph: Glyph, noted: &mut Vec<Option<Characters>>) {
    let at = usize::from(glyph.id);
    if noted.len() <= at {
        noted.resize(at + 1, None);
    }
    let Some(said) = noted.get_mut(at) else {
        return;
    };
    let before = *said.get_or_insert(Characters::Elsewhere);
    if before == glyph.characters {
        return;
    }
    let now = plain(shaped, glyph.characters);
    let is_first = before == Characters::Elsewhere;
    if now != Characters::Elsewhere && (is_first || simpler(shaped, now, before)) {
        *said = Some(now);
    }
}

/// The two bytes of a glyph in a literal string (ISO 32000-1, 7.3.4.2).
fn literal(number: u16) -> String {
    let mut written = String::new();
    for byte in number.to_be_bytes() {
        match byte {
            b'(' | b')' | b'\\' => written.extend(['\\', char::from(byte)]),
            // A line break would be read as another.
            b'\r' => written.push_str("\\r"),
            0x80.. => {
                let _ = write!(written, "\\{byte:03o}");
            }
            _ => written.push(char::from(byte)),
        }
    }
    written
}

impl Used {
    fn of(
        face: Face,
        noted: Vec<Option<Characters>>,
        fonts: &Fonts,
        shaper: &Shaper<'_>,
    ) -> Result<Self, PdfFailed> {
        let are_used = (0..).zip(&noted).filter(|(_, noted)| noted.is_some());
        let numbers: Vec<u16> = are_used.map(|(old, _)| old).collect();
        let remapper = GlyphRemapper::new_from_glyphs_sorted(&numbers);
        let name = face.name();
        let subset = subsetter::subset(face.bytes(), 0, &remapper)
            .map_err(|cause| PdfFailed::Subset { face: name, cause })?;
        let metrics = fonts.metrics(face).ok_or(FontDamaged(name))?;
        // The first glyph of a font stands for what is missing and is in every reduced font too.
        let glyphs = (0..).zip(noted).map(|(old, noted)| {
            let number = remapper.get(old)?;
            Some(UsedGlyph {
                number,
                written: literal(number),
                advance: shaper.advance(face, old),
                characters: noted.unwrap_or(Characters::Elsewhere),
            })
        });
        Ok(Self {
            face,
            glyphs: glyphs.collect(),
            metrics,
            subset,
        })
    }

    fn write(&self, pdf: &mut lopdf::Document, shaped: &Shaped) -> ObjectId {
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
            self.to_unicode(shaped).into_bytes(),
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

    fn to_unicode(&self, shaped: &Shaped) -> String {
        let mut map = String::from(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) \
             /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\n\
             endcodespacerange\n",
        );
        let glyphs = self.glyphs.iter().flatten();
        let entries: Vec<(u16, String)> = glyphs
            .map(|glyph| {
                let mut text = shaped.text(glyph.characters);
                if text.is_empty() {
                    text.push(NOTHING);
                }
                (glyph.number, text)
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
fn plain(shaped: &mut Shaped, characters: Characters) -> Characters {
    let mut text = shaped.text(characters);
    text.retain(|character| !crate::layout::is_ignorable(character));
    shaped.characters(&text)
}

/// Whether characters are the more usual ones for a glyph that draws several: a space rather than a no-break space, `é`
/// rather than `e` with an accent.
fn simpler(shaped: &Shaped, characters: Characters, than: Characters) -> bool {
    let weighed = |characters| {
        let text = shaped.text(characters);
        (text.chars().count(), text)
    };
    weighed(characters) < weighed(than)
}
