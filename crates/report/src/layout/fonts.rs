//! The typefaces: which there are, and which one has a character. Knows nothing of sizes and lines.

use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, SvgSink};
use std::cell::OnceCell;
use std::io::Read as _;
use std::sync::OnceLock;

use flate2::read::DeflateDecoder;
use harfrust::{Font, ShaperFont};

/// A typeface that is part of the program. Its place here is its name in the PDF: no counter, no order of use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Face {
    Serif,
    SerifBold,
    SerifItalic,
    SerifBoldItalic,
    Sans,
    SansBold,
    SansItalic,
    SansBoldItalic,
    Mono,
    NotoSans,
    Hebrew,
    Arabic,
    Emoji,
    Symbols,
    MoreSymbols,
    Math,
}

/// How many faces there are.
pub(crate) const FACES: usize = Face::Math as usize + 1;

impl Face {
    /// All of them, each at its place.
    pub(crate) const ALL: [Self; FACES] = [
        Self::Serif,
        Self::SerifBold,
        Self::SerifItalic,
        Self::SerifBoldItalic,
        Self::Sans,
        Self::SansBold,
        Self::SansItalic,
        Self::SansBoldItalic,
        Self::Mono,
        Self::NotoSans,
        Self::Hebrew,
        Self::Arabic,
        Self::Emoji,
        Self::Symbols,
        Self::MoreSymbols,
        Self::Math,
    ];

    /// Asked in this order for a character that the chosen face lacks.
    const FALLBACKS: [Self; 9] = [
        Self::Serif,
        Self::Sans,
        Self::NotoSans,
        Self::Hebrew,
        Self::Arabic,
        Self::Emoji,
        Self::Symbols,
        Self::MoreSymbols,
        Self::Math,
    ];

    /// The PostScript name.
    pub(crate) fn name(self) -> &'static str {
        self.file().0
    }

    /// The font file. Where it is packed, it is unpacked when it is first asked for: most documents need few faces.
    pub(crate) fn bytes(self) -> &'static [u8] {
        static UNPACKED: [OnceLock<Vec<u8>>; FACES] = [const { OnceLock::new() }; FACES];
        let (_, file) = self.file();
        if let Some(plain) = file.strip_prefix(b"plain ") {
            return plain;
        }
        let packed = file.strip_prefix(b"packed").unwrap_or_default();
        UNPACKED
            .get(self as usize)
            .map_or(&[], |kept| kept.get_or_init(|| unpacked(packed)))
    }

    fn file(self) -> (&'static str, &'static [u8]) {
        macro_rules! font {
            ($name:literal) => {
                (
                    $name,
                    include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".font")),
                )
            };
        }
        match self {
            Self::Serif => font!("SourceSerif4-Regular"),
            Self::SerifBold => font!("SourceSerif4-Semibold"),
            Self::SerifItalic => font!("SourceSerif4-Italic"),
            Self::SerifBoldItalic => font!("SourceSerif4-SemiboldItalic"),
            Self::Sans => font!("SourceSans3-Regular"),
            Self::SansBold => font!("SourceSans3-Semibold"),
            Self::SansItalic => font!("SourceSans3-Italic"),
            Self::SansBoldItalic => font!("SourceSans3-SemiboldItalic"),
            Self::Mono => font!("SourceCodePro-Regular"),
            Self::NotoSans => font!("NotoSans-Regular"),
            Self::Hebrew => font!("NotoSerifHebrew-Regular"),
            Self::Arabic => font!("Amiri-Regular"),
            Self::Emoji => font!("NotoEmoji-Regular"),
            Self::Symbols => font!("NotoSansSymbols-Regular"),
            Self::MoreSymbols => font!("NotoSansSymbols2-Regular"),
            Self::Math => font!("NotoSansMath-Regular"),
        }
    }
}

/// The fonts of the program could not be read: the program itself is damaged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the font {0} of this program cannot be read")]
pub struct FontDamaged(pub &'static str);

/// A font file; nothing where the program is damaged.
fn unpacked(packed: &[u8]) -> Vec<u8> {
    // None is packed to less than a quarter.
    let mut bytes = Vec::with_capacity(4 * packed.len());
    match DeflateDecoder::new(packed).read_to_end(&mut bytes) {
        Ok(_) => bytes,
        Err(_) => Vec::new(),
    }
}

/// All faces, each opened when it is first asked for.
pub(crate) struct Fonts([OnceLock<Option<Font>>; FACES]);

impl Fonts {
    /// Without the face that names what no other face has, nothing can be drawn.
    pub(crate) fn open() -> Result<Self, FontDamaged> {
        let fonts = Self([const { OnceLock::new() }; FACES]);
        match fonts.get(Face::Sans) {
            Some(_) => Ok(fonts),
            None => Err(FontDamaged(Face::Sans.name())),
        }
    }

    /// A face, unless it is damaged.
    pub(super) fn get(&self, face: Face) -> Option<&Font> {
        let kept = self.0.get(face as usize)?;
        kept.get_or_init(|| Font::new(face.bytes(), 0)).as_ref()
    }
}

/// The same faces, ready for shaping in thousandths of the type size.
pub(super) struct ShapingFonts<'f> {
    opened: &'f Fonts,
    ready: [OnceCell<Option<ShaperFont<'f, 'static>>>; FACES],
}

impl<'f> ShapingFonts<'f> {
    pub(super) fn new(opened: &'f Fonts) -> Self {
        Self {
            opened,
            ready: [const { OnceCell::new() }; FACES],
        }
    }

    /// A face, unless it is damaged.
    pub(super) fn get(&self, face: Face) -> Option<&ShaperFont<'f, 'static>> {
        let font = || Some(ShaperFont::new(self.opened.get(face)?).with_scale(1000));
        self.ready.get(face as usize)?.get_or_init(font).as_ref()
    }

    /// The first face that has a character: the preferred one, then the fallbacks.
    pub(super) fn face_with(&self, preferred: Face, character: char) -> Option<Face> {
        std::iter::once(preferred)
            .chain(Face::FALLBACKS)
            .find(|face| self.has(*face, character))
    }

    /// Whether a face has a character. A control has none, even where a face keeps an empty glyph for it: it is named
    /// instead.
    pub(super) fn has(&self, face: Face, character: char) -> bool {
        !character.is_control()
            && self.get(face).is_some_and(|font| {
                font.default_nominal_glyph(u32::from(character))
                    .is_some_and(|glyph| glyph.to_u32() != 0)
            })
    }
}

/// What a PDF wants to know of a face, in thousandths of the type size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Metrics {
    pub(crate) bounds: [i64; 4],
    pub(crate) ascent: i64,
    pub(crate) descent: i64,
    pub(crate) cap_height: i64,
    pub(crate) italic_angle: i64,
}

impl Fonts {
    pub(crate) fn metrics(&self, face: Face) -> Option<Metrics> {
        let font = self.get(face)?;
        let metrics = font.metrics();
        let units = f64::from(metrics.units_per_em);
        let scaled = |length: f64| (length * 1000.0 / units).round() as i64;
        let line = metrics.hhea_line;
        let angle = font
            .style_metrics()
            .italic_angle
            .map_or(0.0, |angle| angle.to_f64());
        Some(Metrics {
            bounds: [
                scaled(metrics.bounds.x_min.to_f64()),
                scaled(metrics.bounds.y_min.to_f64()),
                scaled(metrics.bounds.x_max.to_f64()),
                scaled(metrics.bounds.y_max.to_f64()),
            ],
            ascent: line.map_or(0, |line| scaled(line.ascender.to_f64())),
            descent: line.map_or(0, |line| scaled(line.descender.to_f64())),
            cap_height: metrics
                .cap_height
                .map_or(700, |height| scaled(height.to_f64())),
            italic_angle: angle.round() as i64,
        })
    }
}

impl Fonts {
    /// The outline of a glyph as the data of an SVG path, in thousandths of the type size, y up; empty for a space.
    pub(crate) fn outline(&self, face: Face, glyph: u16) -> String {
        let mut path = SvgSink::new();
        let outline = self
            .get(face)
            .and_then(|font| font.outline_glyphs().get(u32::from(glyph).into()));
        if let Some(outline) = outline {
            let options = DrawOptions::new().with_ppem(Some(1000.0));
            // The fonts are the program's own: a glyph that cannot be drawn is one that no PDF can embed either.
            let _ = outline.draw(&options, DrawMemory::Scratch, &mut path);
        }
        path.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_is_whole() {
        let fonts = Fonts::open().expect("the program is not damaged");
        for (place, face) in Face::ALL.into_iter().enumerate() {
            assert_eq!(face as usize, place);
            assert!(fonts.metrics(face).is_some(), "{}", face.name());
        }
    }
}
