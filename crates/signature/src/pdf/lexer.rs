//! Reads objects from bytes, strictly: what a report writer would not write is refused, not repaired.
//!
//! Comments inside objects, duplicate keys, unbalanced delimiters, names that stand for a NUL byte and generation numbers
//! other than zero are all refused. Streams are the business of [`super::file`], which knows where they may stand.

use super::object::{Dictionary, Object, Text};
use crate::finding::{Code, Finding};

type Result<T> = std::result::Result<T, Finding>;

/// Nothing in a report nests deeper; the bound keeps hostile files from exhausting the stack.
const DEEPEST: usize = 64;

/// No report holds more values than this, all revisions and everything inside arrays and dictionaries counted; the bound keeps
/// hostile files from exhausting memory, of which a value takes many times the two bytes that it may be written in.
pub(crate) const MOST_VALUES: usize = 4_000_000;

/// A position in bytes, moving forward.
#[derive(Clone)]
pub(crate) struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
    /// How many values may still be read.
    left: usize,
}

impl<'a> Lexer<'a> {
    pub(crate) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self::within(bytes, at, MOST_VALUES)
    }

    /// A lexer that reads so many values and no more.
    pub(crate) fn within(bytes: &'a [u8], at: usize, left: usize) -> Self {
        Self { bytes, at, left }
    }

    /// How many values may still be read.
    pub(crate) fn left(&self) -> usize {
        self.left
    }

    pub(crate) fn position(&self) -> usize {
        self.at
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn wrong<T>(&self, expected: &str) -> Result<T> {
        Err(Finding::new(Code::Syntax)
            .at(self.at)
            .detail(format_args!("expected {expected}")))
    }

    pub(crate) fn skip_space(&mut self) {
        while self.peek().is_some_and(is_space) {
            self.at += 1;
        }
    }

    /// Takes exactly this text, if it comes next.
    pub(crate) fn takes(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text.as_bytes());
        if found {
            self.at += text.len();
        }
        found
    }

    /// Takes exactly this text, or refuses.
    pub(crate) fn take(&mut self, text: &str) -> Result<()> {
        if self.takes(text) {
            Ok(())
        } else {
            self.wrong(text)
        }
    }

    /// Takes a keyword that is followed by a delimiter or the end.
    pub(crate) fn take_keyword(&mut self, word: &str) -> Result<()> {
        self.take(word)?;
        match self.peek() {
            Some(byte) if is_regular(byte) => self.wrong("the end of a word"),
            _ => Ok(()),
        }
    }

    /// Takes one end of line: CR LF, LF or CR.
    pub(crate) fn takes_line_end(&mut self) -> bool {
        self.takes("\r\n") || self.takes("\n") || self.takes("\r")
    }

    /// Takes a plain decimal number without sign; at most ten digits, as the format has it.
    pub(crate) fn number(&mut self) -> Result<u64> {
        let digits = self
            .rest()
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let text = self
            .rest()
            .get(..digits)
            .and_then(|digits| std::str::from_utf8(digits).ok());
        match text
            .filter(|text| text.len() <= 10)
            .and_then(|text| text.parse().ok())
        {
            Some(value) => {
                self.at += digits;
                Ok(value)
            }
            None => self.wrong("a number"),
        }
    }

    /// Takes `count` bytes as they are.
    pub(crate) fn take_bytes(&mut self, count: usize) -> Result<&'a [u8]> {
        match self.rest().get(..count) {
            Some(bytes) => {
                self.at += count;
                Ok(bytes)
            }
            None => self.wrong("more bytes"),
        }
    }

    /// Takes one object; a stream's dictionary comes out as a dictionary.
    pub(crate) fn object(&mut self) -> Result<Object> {
        self.nested(0)
    }

    fn nested(&mut self, depth: usize) -> Result<Object> {
        if depth > DEEPEST {
            return Err(Finding::new(Code::TooLarge).at(self.at).detail("nesting"));
        }
        let Some(left) = self.left.checked_sub(1) else {
            return Err(Finding::new(Code::TooLarge).at(self.at).detail("values"));
        };
        self.left = left;
        self.skip_space();
        match self.peek() {
            Some(b'/') => self.name().map(Object::Name),
            Some(b'(') => self.literal_text(),
            Some(b'[') => self.array(depth),
            Some(b'<') if self.rest().starts_with(b"<<") => {
                self.dictionary(depth).map(Object::Dictionary)
            }
            Some(b'<') => self.hex_text(),
            Some(b'0'..=b'9' | b'+' | b'-' | b'.') => self.number_or_reference(),
            Some(b't') => self.take_keyword("true").map(|()| Object::Boolean(true)),
            Some(b'f') => self.take_keyword("false").map(|()| Object::Boolean(false)),
            Some(b'n') => self.take_keyword("null").map(|()| Object::Null),
            _ => self.wrong("an object"),
        }
    }

    fn array(&mut self, depth: usize) -> Result<Object> {
        self.take("[")?;
        let mut items = Vec::new();
        loop {
            self.skip_space();
            if self.takes("]") {
                return Ok(Object::Array(items));
            }
            items.push(self.nested(depth + 1)?);
        }
    }

    fn dictionary(&mut self, depth: usize) -> Result<Dictionary> {
        self.take("<<")?;
        let mut entries = Dictionary::new();
        loop {
            self.skip_space();
            if self.takes(">>") {
                return Ok(entries);
            }
            let at = self.at;
            let key = self.name()?;
            let value = self.nested(depth + 1)?;
            if entries.insert(key, value).is_some() {
                return Err(Finding::new(Code::Syntax).at(at).detail("key occurs twice"));
            }
        }
    }

    fn name(&mut self) -> Result<Vec<u8>> {
        self.take("/")?;
        let mut name = Vec::new();
        while let Some(byte) = self.peek().filter(|byte| is_regular(*byte)) {
            self.at += 1;
            if byte == b'#' {
                match (self.hex_digit(), self.hex_digit()) {
                    (Some(high), Some(low)) if high | low != 0 => name.push(high << 4 | low),
                    _ => return self.wrong("two hexadecimal digits"),
                }
            } else {
                name.push(byte);
            }
        }
        Ok(name)
    }

    fn hex_digit(&mut self) -> Option<u8> {
        let digit = char::from(self.peek()?).to_digit(16)?;
        self.at += 1;
        u8::try_from(digit).ok()
    }

    fn hex_text(&mut self) -> Result<Object> {
        let start = self.at;
        self.take("<")?;
        let mut bytes = Vec::new();
        loop {
            self.skip_space();
            if self.takes(">") {
                return Ok(Object::Text(Text {
                    bytes,
                    span: start..self.at,
                }));
            }
            let Some(high) = self.hex_digit() else {
                return self.wrong("a hexadecimal digit");
            };
            self.skip_space();
            // The format lets a last lone digit stand for two; that is no way to write a signature or a name.
            let Some(low) = self.hex_digit() else {
                return self.wrong("a hexadecimal digit");
            };
            bytes.push(high << 4 | low);
        }
    }

    fn literal_text(&mut self) -> Result<Object> {
        let start = self.at;
        self.take("(")?;
        let mut bytes = Vec::new();
        let mut open = 1_usize;
        loop {
            let Some(byte) = self.peek() else {
                return self.wrong(")");
            };
            self.at += 1;
            match byte {
                b'\\' => self.escape(&mut bytes)?,
                b'(' => {
                    open += 1;
                    bytes.push(byte);
                }
                b')' => {
                    open -= 1;
                    if open == 0 {
                        return Ok(Object::Text(Text {
                            bytes,
                            span: start..self.at,
                        }));
                    }
                    bytes.push(byte);
                }
                b'\r' => {
                    self.takes("\n");
                    bytes.push(b'\n');
                }
                _ => bytes.push(byte),
            }
        }
    }

    fn escape(&mut self, bytes: &mut Vec<u8>) -> Result<()> {
        if self.takes_line_end() {
            return Ok(());
        }
        let Some(byte) = self.peek() else {
            return self.wrong("an escaped character");
        };
        if matches!(byte, b'0'..=b'7') {
            let mut value = 0_u32;
            for _ in 0..3 {
                let Some(digit) = self.peek().and_then(|byte| char::from(byte).to_digit(8)) else {
                    break;
                };
                value = value * 8 + digit;
                self.at += 1;
            }
            match u8::try_from(value) {
                Ok(value) => bytes.push(value),
                Err(_) => return self.wrong("an octal number below 400"),
            }
            return Ok(());
        }
        self.at += 1;
        bytes.push(match byte {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            b'(' | b')' | b'\\' => byte,
            _ => return self.wrong("an escape of the format"),
        });
        Ok(())
    }

    fn number_or_reference(&mut self) -> Result<Object> {
        let mut ahead = self.clone();
        if let Some(number) = ahead.reference() {
            self.at = ahead.at;
            return Ok(Object::Reference(number));
        }
        let start = self.at;
        let length = self
            .rest()
            .iter()
            .take_while(|byte| is_regular(**byte))
            .count();
        let text = self.take_bytes(length)?;
        let unsigned = text
            .strip_prefix(b"+")
            .or_else(|| text.strip_prefix(b"-"))
            .unwrap_or(text);
        let points = unsigned.iter().filter(|byte| **byte == b'.').count();
        let digits = unsigned.iter().filter(|byte| byte.is_ascii_digit()).count();
        self.at = start;
        if digits == 0 || digits + points != unsigned.len() || points > 1 {
            return self.wrong("a number");
        }
        let number = if points == 1 {
            Some(Object::Real(text.to_vec()))
        } else {
            std::str::from_utf8(text)
                .ok()
                .and_then(|text| text.parse().ok())
                .map(Object::Integer)
        };
        match number {
            Some(number) => {
                self.at = start + length;
                Ok(number)
            }
            None => self.wrong("a number"),
        }
    }

    /// `12 0 R`, or nothing.
    fn reference(&mut self) -> Option<u32> {
        let number = self.number().ok()?;
        self.takes_space()?;
        if self.number().ok()? != 0 {
            return None;
        }
        self.takes_space()?;
        self.take_keyword("R").ok()?;
        u32::try_from(number).ok()
    }

    fn takes_space(&mut self) -> Option<()> {
        let before = self.at;
        self.skip_space();
        (self.at > before).then_some(())
    }
}

pub(crate) fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte)
        && !matches!(
            byte,
            b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
        )
}
