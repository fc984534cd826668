//! Keys that have no character, by the code points that WebDriver gives them.

/// A key on the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// To the next thing that takes focus.
    Tab,
    /// Back to the one before; hold it while pressing another.
    Shift,
    /// Held for the shortcuts.
    Alt,
    /// Held for the shortcuts.
    Control,
    /// Follows a link, presses a button.
    Enter,
    /// Ticks, chooses, presses.
    Space,
    /// The next of a group.
    Down,
    /// The one before.
    Up,
    /// The next screen, or the next question with Alt.
    PageDown,
    /// The previous.
    PageUp,
    /// The list of keys.
    F1,
    /// A key with a character.
    Of(char),
}

impl Key {
    pub(crate) fn code(self) -> char {
        match self {
            Self::Tab => '\u{e004}',
            Self::Enter => '\u{e007}',
            Self::Shift => '\u{e008}',
            Self::Control => '\u{e009}',
            Self::Alt => '\u{e00a}',
            Self::Space => '\u{e00d}',
            Self::PageUp => '\u{e00e}',
            Self::PageDown => '\u{e00f}',
            Self::Up => '\u{e013}',
            Self::Down => '\u{e015}',
            Self::F1 => '\u{e031}',
            Self::Of(character) => character,
        }
    }
}

/// Text as it is typed: a new line is the Enter key.
pub(crate) fn typed(text: &str) -> String {
    text.replace('\n', &Key::Enter.code().to_string())
}
