//! Where words may be hyphenated. Each is looked at once per language and kept.

use hypher::Lang;
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// Shorter words are not hyphenated.
const SHORTEST_HYPHENATED: usize = 6;
/// Neither piece of a hyphenated word has fewer letters.
const FEWEST_LETTERS: usize = 3;

/// The words that were met.
#[derive(Default)]
pub(super) struct Syllables(FxHashMap<Lang, FxHashMap<Box<str>, Rc<[usize]>>>);

impl Syllables {
    /// Where the syllables of a word end, in bytes; nothing for one that is too short.
    pub(super) fn of(&mut self, word: &str, language: Lang) -> Option<Rc<[usize]>> {
        if word.len() < SHORTEST_HYPHENATED {
            return None;
        }
        let known = self.0.entry(language).or_default();
        if let Some(ends) = known.get(word) {
            return Some(Rc::clone(ends));
        }
        let ends: Rc<[usize]> = ends(word, language).into();
        known.insert(word.into(), Rc::clone(&ends));
        Some(ends)
    }
}

/// Marks around the word are not counted.
fn ends(text: &str, language: Lang) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut from = 0;
    for part in text.split(|c: char| !c.is_alphabetic()) {
        if part.chars().count() >= SHORTEST_HYPHENATED {
            let mut at = 0;
            for syllable in hypher::hyphenate(part, language) {
                at += syllable.len();
                let letters = |piece: Option<&str>| piece.map_or(0, |piece| piece.chars().count());
                if letters(part.get(..at)).min(letters(part.get(at..))) >= FEWEST_LETTERS {
                    ends.push(from + at);
                }
            }
        }
        from += part.len();
        from += text
            .get(from..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
    }
    ends
}
