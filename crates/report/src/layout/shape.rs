//! From words to glyphs. Each word is shaped once per style and kept: line breaking only adds up widths.
//!
//! A character that no face has is written out as `[U+1F9FF]`, so that nobody mistakes a box for content.

use super::fonts::{Face, Fonts, ShapingFonts};
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

/// A glyph with what it stands for. Lengths are thousandths of the type size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) face: Face,
    pub(crate) id: u16,
    pub(crate) advance: f32,
    pub(crate) dx: f32,
    pub(crate) dy: f32,
    /// The characters that it draws.
    pub(crate) characters: Characters,
    /// Where these characters begin in the word, in bytes.
    pub(crate) start: u32,
    /// A character that no face has and that this glyph helps to name.
    pub(crate) named: Option<char>,
}

/// The characters of a glyph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Characters {
    /// An earlier glyph draws them too.
    Elsewhere,
    One(char),
    /// Several, by their number among those of [`Shaped`].
    Several(u32),
}

/// A word that was shaped, or part of one: some neighbours among the glyphs of [`Shaped`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word {
    from: u32,
    to: u32,
}

impl Word {
    /// How many glyphs it has.
    pub(crate) fn count(self) -> usize {
        (self.to - self.from) as usize
    }

    /// Some of its glyphs.
    pub(crate) fn part(self, from: usize, to: usize) -> Self {
        let at = |glyph: usize| self.from + glyph.min(self.count()) as u32;
        Self {
            from: at(from),
            to: at(to.max(from)),
        }
    }
}

/// The glyphs of every word that was shaped. Each word is here once, however often it is set; its glyphs are in the order in
/// which the eye meets them from left to right.
#[derive(Debug, Default)]
pub(crate) struct Shaped {
    glyphs: Vec<Glyph>,
    several: Vec<Box<str>>,
    numbers: FxHashMap<Box<str>, u32>,
}

impl Shaped {
    /// The glyphs of a word.
    pub(crate) fn glyphs(&self, word: Word) -> &[Glyph] {
        self.glyphs
            .get(word.from as usize..word.to as usize)
            .unwrap_or_default()
    }

    /// Which glyphs some words have, by their places here.
    pub(crate) fn used(&self, words: impl IntoIterator<Item = Word>) -> Vec<bool> {
        let mut used = vec![false; self.glyphs.len()];
        for word in words {
            if let Some(glyphs) = used.get_mut(word.from as usize..word.to as usize) {
                glyphs.fill(true);
            }
        }
        used
    }

    /// The glyph at a place.
    pub(crate) fn glyph(&self, place: usize) -> Option<Glyph> {
        self.glyphs.get(place).copied()
    }

    /// The width of a word in thousandths of the type size.
    pub(crate) fn width(&self, word: Word) -> f32 {
        self.glyphs(word).iter().map(|glyph| glyph.advance).sum()
    }

    /// Adds what some characters say to a text.
    pub(crate) fn say(&self, characters: Characters, text: &mut String) {
        match characters {
            Characters::Elsewhere => {}
            Characters::One(character) => text.push(character),
            Characters::Several(number) => {
                let several = self.several.get(number as usize);
                text.push_str(several.map_or("", |several| &**several));
            }
        }
    }

    /// What glyphs say.
    pub(crate) fn said<'g>(&self, glyphs: impl IntoIterator<Item = &'g Glyph>) -> String {
        let mut text = String::new();
        for glyph in glyphs {
            self.say(glyph.characters, &mut text);
        }
        text
    }

    /// Keeps a text as the characters of a glyph.
    pub(crate) fn characters(&mut self, text: &str) -> Characters {
        let mut characters = text.chars();
        match (characters.next(), characters.next()) {
            (None, _) => Characters::Elsewhere,
            (Some(one), None) => Characters::One(one),
            (Some(_), Some(_)) => Characters::Several(match self.numbers.get(text) {
                Some(number) => *number,
                None => {
                    let number = narrow(self.several.len());
                    self.several.push(text.into());
                    self.numbers.insert(text.into(), number);
                    number
                }
            }),
        }
    }

    /// The glyphs from a place on.
    fn since(&self, from: usize) -> Word {
        Word {
            from: narrow(from),
            to: narrow(self.glyphs.len()),
        }
    }
}

/// Places in what was shaped: four thousand million glyphs are more than memory holds.
fn narrow(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
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
        let glyphs = &mut self.shaped.glyphs;
        let from = glyphs.len();
        glyphs.extend_from_within(word.from as usize..word.to as usize);
        for glyph in glyphs.iter_mut().skip(from) {
            glyph.advance = advance;
        }
        self.shaped.since(from)
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
        let begin = self.shaped.glyphs.len();
        for part in parts {
            match part {
                Part::Known { face, start, text } => {
                    self.shape_part(text, start, face, style, rightwards);
                }
                Part::Unknown { character, start } => {
                    let name = format!("[U+{:04X}]", u32::from(character));
                    let from = self.shaped.glyphs.len();
                    self.shape_part(&name, 0, Face::Sans, style, true);
                    for glyph in self.shaped.glyphs.iter_mut().skip(from) {
                        glyph.start = narrow(start);
                        glyph.named = Some(character);
                    }
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

impl Shaped {
    fn push(&mut self, buffer: &Buffer, text: &str, start: usize, face: Face) {
        let infos = buffer.glyph_infos();
        let mut starts: Vec<usize> = infos.iter().map(|info| info.cluster as usize).collect();
        starts.sort_unstable();
        starts.dedup();
        let mut before = None;
        for (info, position) in infos.iter().zip(buffer.glyph_positions()) {
            let cluster = info.cluster as usize;
            let next = starts.partition_point(|other| *other <= cluster);
            let end = starts.get(next).copied().unwrap_or(text.len());
            let is_first = before != Some(cluster);
            before = Some(cluster);
            let characters = if is_first {
                self.characters(text.get(cluster..end).unwrap_or_default())
            } else {
                Characters::Elsewhere
            };
            self.glyphs.push(Glyph {
                face,
                id: u16::try_from(info.glyph_id).unwrap_or(0),
                advance: position.x_advance as f32,
                dx: position.x_offset as f32,
                dy: position.y_offset as f32,
                characters,
                start: narrow(start + cluster),
                named: None,
            });
        }
    }
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
