//! The positions that people take, as words for programs and for people.

use assessment::deliberation::Position;
use messages::{Language, catalogue};

/// The words that stand for the values of a type, in files, in forms and on the command line.
#[derive(Debug)]
pub struct WordList<T: 'static>(pub &'static [(&'static str, T)]);

impl<T: Copy + PartialEq> WordList<T> {
    /// The word for a value.
    pub fn word(&self, value: T) -> &'static str {
        self.0
            .iter()
            .find(|(_, candidate)| *candidate == value)
            .map_or("", |(word, _)| word)
    }

    /// The value that a word stands for.
    #[must_use]
    pub fn read(&self, word: &str) -> Option<T> {
        self.0
            .iter()
            .find(|(candidate, _)| *candidate == word)
            .map(|(_, value)| *value)
    }

    /// All words, for a person who wrote another one.
    #[must_use]
    pub fn words(&self) -> String {
        let words: Vec<&str> = self.0.iter().map(|(word, _)| *word).collect();
        words.join(", ")
    }
}

/// What somebody makes of a matter.
pub const STANDS: WordList<Position> = WordList(&[
    ("agree", Position::Agree),
    ("reservation", Position::AgreeWithReservation),
    ("dissent", Position::Dissent),
    ("abstain", Position::Abstain),
    ("refuse", Position::Refuse),
]);

/// What somebody can sign with: whoever refuses does not sign.
pub const POSITIONS: WordList<Position> = WordList(&[
    ("agree", Position::Agree),
    ("reservation", Position::AgreeWithReservation),
    ("dissent", Position::Dissent),
    ("abstain", Position::Abstain),
]);

/// A position for people.
#[must_use]
pub fn position(position: Position, language: Language) -> String {
    catalogue(language).text(&format!("application-position-{}", STANDS.word(position)))
}

/// A position as it stands in a signature: by itself, and before a reason.
pub(crate) fn stated(stated: Position, language: Language) -> (String, String) {
    let bare = position(stated, language);
    let before_reason = format!("{bare}: ");
    (bare, before_reason)
}

/// What stands in a signature for people to read: the position in words, and why.
#[must_use]
pub fn sentence(language: Language, position: Position, reason: &str) -> String {
    let (bare, before_reason) = stated(position, language);
    if reason.is_empty() {
        bare
    } else {
        format!("{before_reason}{reason}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_is_read_is_the_word_that_is_written() {
        for (word, position) in STANDS.0 {
            assert_eq!(STANDS.read(word), Some(*position));
            assert_eq!(STANDS.word(*position), *word);
        }
        assert_eq!(POSITIONS.read("refuse"), None);
        assert_eq!(STANDS.read("Agree"), None);
    }
}
