//! Text that every form can hold. XML and HTML know no control characters; dropping them would change what was typed, so
//! each is named as in the PDF: `[U+0007]`.

use std::borrow::Cow;
use std::fmt::Write as _;

/// The text with a name in place of each character that no form can hold.
pub(crate) fn legible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unspeakable) {
        return Cow::Borrowed(text);
    }
    let mut named = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        if is_unspeakable(character) {
            let _ = write!(named, "[U+{:04X}]", u32::from(character));
        } else {
            named.push(character);
        }
    }
    Cow::Owned(named)
}

/// Controls but tab and line ends, and what Unicode says is no character.
fn is_unspeakable(character: char) -> bool {
    let code = u32::from(character);
    let is_control = character.is_control() && !matches!(character, '\t' | '\n' | '\r');
    is_control || code & 0xfffe == 0xfffe || (0xfdd0..=0xfdef).contains(&code)
}

/// Legible, and escaped for the text and the attributes of XML and HTML.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for character in legible(text).chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_no_form_holds_are_named_and_others_stay() {
        assert_eq!(legible("een\u{7}twee\tdrie\n"), "een[U+0007]twee\tdrie\n");
        assert_eq!(legible("\u{ffff}\u{85}"), "[U+FFFF][U+0085]");
        assert!(matches!(legible("héél gewoon 🙂 שלום"), Cow::Borrowed(_)));
    }

    #[test]
    fn nothing_that_was_typed_is_markup() {
        assert_eq!(
            escaped("<a href='\"'>&"),
            "&lt;a href=&#39;&quot;&#39;&gt;&amp;"
        );
    }
}
