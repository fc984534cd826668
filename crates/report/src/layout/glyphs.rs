//! Glyphs that were shaped, each word once: lines and pages hold words, which are places here.

use super::fonts::Face;
use harfrust::Buffer;
use rustc_hash::FxHashMap;

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
    fn say(&self, characters: Characters, text: &mut String) {
        match characters {
            Characters::Elsewhere => {}
            Characters::One(character) => text.push(character),
            Characters::Several(number) => {
                let several = self.several.get(number as usize);
                text.push_str(several.map_or("", |several| &**several));
            }
        }
    }

    /// What some characters say.
    pub(crate) fn text(&self, characters: Characters) -> String {
        let mut text = String::new();
        self.say(characters, &mut text);
        text
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

    /// Adds what was shaped of a text in one face, which begins somewhere in its word.
    pub(super) fn push(&mut self, buffer: &Buffer, text: &str, start: usize, face: Face) {
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

    /// Says of all glyphs from a place on that they name a character, which stands somewhere in its word.
    pub(super) fn name(&mut self, from: usize, character: char, start: usize) {
        for glyph in self.glyphs.iter_mut().skip(from) {
            glyph.start = narrow(start);
            glyph.named = Some(character);
        }
    }

    /// Adds the glyphs of a word again, changed.
    pub(super) fn changed(&mut self, word: Word, change: impl Fn(&mut Glyph)) -> Word {
        let from = self.count();
        for place in word.from..word.to {
            if let Some(mut glyph) = self.glyph(place as usize) {
                change(&mut glyph);
                self.glyphs.push(glyph);
            }
        }
        self.since(from)
    }

    /// How many glyphs there are; a place is below this number.
    pub(super) fn count(&self) -> usize {
        self.glyphs.len()
    }

    /// The glyphs from a place on.
    pub(super) fn since(&self, from: usize) -> Word {
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
