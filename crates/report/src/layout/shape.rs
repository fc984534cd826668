//! From words to glyphs. Each word is shaped once per style and kept: line breaking only adds up widths.
//!
//! A character that no face has is written out as `[U+1F9FF]`, so that nobody mistakes a box for content.

use super::fonts::{Face, Fonts, ShapingFonts};
use super::glyphs::{Shaped, Word};
use super::syllables::Syllables;
use harfrust::{
    Buffer, BufferFlags, ClusterLevel, Direction, Feature, Script, ShapeOptions, ShapePlan, Tag,
    shape,
};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Which letters, before size and colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Style {
    pub(crate) family: Family,
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    /// Figures of equal width, for columns of numbers.
    pub(crate) tabular: bool,
}

/// A family of faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Family {
    Serif,
    Sans,
    Mono,
}

impl Style {
    fn face(self) -> Face {
        match (self.family, self.bold, self.italic) {
            (Family::Serif, false, false) => Face::Serif,
            (Family::Serif, true, false) => Face::SerifBold,
            (Family::Serif, false, true) => Face::SerifItalic,
            (Family::Serif, true, true) => Face::SerifBoldItalic,
            (Family::Sans, false, false) => Face::Sans,
            (Family::Sans, true, false) => Face::SansBold,
            (Family::Sans, false, true) => Face::SansItalic,
            (Family::Sans, true, true) => Face::SansBoldItalic,
            (Family::Mono, ..) => Face::Mono,
        }
    }
}

/// Shapes words and remembers them.
pub(crate) struct Shaper<'f> {
    opened: &'f Fonts,
    fonts: ShapingFonts<'f>,
    /// How text of a face is shaped, by whether its figures are of equal width, its direction and its script.
    plans: BTreeMap<(Face, bool, bool, Option<Script>), ShapePlan>,
    words: FxHashMap<(Style, bool), FxHashMap<Box<str>, Word>>,
    shaped: Shaped,
    pub(super) syllables: Syllables,
    buffer: Option<Buffer>,
}

impl<'f> Shaper<'f> {
    pub(crate) fn new(opened: &'f Fonts) -> Self {
        Self {
            opened,
            fonts: ShapingFonts::new(opened),
            plans: BTreeMap::new(),
            words: FxHashMap::default(),
            shaped: Shaped::default(),
            syllables: Syllables::default(),
            buffer: None,
        }
    }

    /// What was shaped so far.
    pub(crate) fn shaped(&self) -> &Shaped {
        &self.shaped
    }

    pub(crate) fn shaped_mut(&mut self) -> &mut Shaped {
        &mut self.shaped
    }

    /// What was shaped, to keep it.
    pub(crate) fn into_shaped(self) -> Shaped {
        self.shaped
    }

    /// A word in one direction.
    pub(crate) fn word(&mut self, text: &str, style: Style, rightwards: bool) -> Word {
        if let Some(word) = self
            .words
            .get(&(style, rightwards))
            .and_then(|words| words.get(text))
        {
            return *word;
        }
        let word = self.shape(text, style, rightwards);
        self.words
            .entry((style, rightwards))
            .or_default()
            .insert(text.into(), word);
        word
    }

    /// The same glyphs, each as wide as this in thousandths of the type size.
    pub(super) fn set_apart(&mut self, word: Word, advance: f32) -> Word {
        self.shaped.changed(word, |glyph| glyph.advance = advance)
    }

    /// The width of a text in points.
    pub(crate) fn width(&mut self, text: &str, style: Style, size: f32) -> f32 {
        let word = self.word(text, style, true);
        self.shaped.width(word) * size / 1000.0
    }

    /// The width of a glyph by the font itself, in thousandths of the type size.
    pub(crate) fn advance(&self, face: Face, glyph: u16) -> i64 {
        self.fonts.get(face).map_or(0, |font| {
            i64::from(font.default_glyph_h_advance(u32::from(glyph).into()))
        })
    }

    fn shape(&mut self, text: &str, style: Style, rightwards: bool) -> Word {
        let mut parts = self.parts(text, style);
        if !rightwards {
            parts.reverse();
        }
        let begin = self.shaped.count();
        for part in parts {
            match part {
                Part::Known { face, start, text } => {
                    self.shape_part(text, start, face, style, rightwards);
                }
                Part::Unknown { character, start } => {
                    let name = format!("[U+{:04X}]", u32::from(character));
                    let from = self.shaped.count();
                    self.shape_part(&name, 0, Face::Sans, style, true);
                    self.shaped.name(from, character, start);
                }
            }
        }
        self.shaped.since(begin)
    }

    /// Cuts a word where the face changes. Marks and joiners stay with the letter before them.
    fn parts<'t>(&self, text: &'t str, style: Style) -> Vec<Part<'t>> {
        let preferred = style.face();
        let mut parts: Vec<Part<'t>> = Vec::new();
        for (start, character) in text.char_indices() {
            let end = start + character.len_utf8();
            if let Some(Part::Known {
                face,
                start: from,
                text: part,
            }) = parts.last_mut()
            {
                let stays = is_ignorable(character)
                    || (*face == preferred || is_mark(character))
                        && self.fonts.has(*face, character);
                if stays
                    || (*face != preferred
                        && self.fonts.face_with(preferred, character) == Some(*face))
                {
                    *part = text.get(*from..end).unwrap_or_default();
                    continue;
                }
            }
            if is_ignorable(character) {
                continue;
            }
            parts.push(match self.fonts.face_with(preferred, character) {
                Some(face) => Part::Known {
                    face,
                    start,
                    text: text.get(start..end).unwrap_or_default(),
                },
                None => Part::Unknown { character, start },
            });
        }
        parts
    }

    fn shape_part(&mut self, text: &str, start: usize, face: Face, style: Style, rightwards: bool) {
        let (Some(font), Some(opened)) = (self.fonts.get(face), self.opened.get(face)) else {
            return;
        };
        let mut buffer = self.buffer.take().unwrap_or_default();
        buffer.reset();
        buffer.push_str(text);
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
        buffer.set_cluster_level(ClusterLevel::MonotoneCharacters);
        buffer.guess_segment_properties();
        let direction = if rightwards {
            Direction::LeftToRight
        } else {
            Direction::RightToLeft
        };
        buffer.set_direction(direction);
        let features: &[Feature] = if style.tabular {
            &[Feature::new(Tag::new(b"tnum"), 1, ..)]
        } else {
            &[]
        };
        let script = buffer.script();
        let plan = self
            .plans
            .entry((face, style.tabular, rightwards, script))
            .or_insert_with(|| {
                ShapePlan::new(opened, direction, script, buffer.language(), features)
            });
        let options = ShapeOptions::new().plan(Some(plan)).features(features);
        if shape(font, &mut buffer, options).is_ok() {
            self.shaped.push(&buffer, text, start, face);
        }
        self.buffer = Some(buffer);
    }
}

/// A piece of a word in one face, or a character that none has.
enum Part<'t> {
    Known {
        face: Face,
        start: usize,
        text: &'t str,
    },
    Unknown {
        character: char,
        start: usize,
    },
}

/// Characters that shape others and draw nothing: joiners, variation selectors, direction marks.
pub(crate) fn is_ignorable(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Marks that sit on the letter before them.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{1f3fb}'..='\u{1f3ff}')
}
