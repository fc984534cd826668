//! Writes objects, in one way only: keys in order, one space between tokens.

use std::io::Write;

use super::object::{Dictionary, Object};

/// Appends an object. Streams are not written here: no signature adds one except the cross-reference stream.
pub(crate) fn object(out: &mut Vec<u8>, value: &Object) {
    match value {
        Object::Null => out.extend_from_slice(b"null"),
        Object::Boolean(value) => out.extend_from_slice(value.to_string().as_bytes()),
        Object::Integer(value) => out.extend_from_slice(value.to_string().as_bytes()),
        Object::Real(digits) => out.extend_from_slice(digits),
        Object::Name(bytes) => name(out, bytes),
        Object::Text(value) => text(out, &value.bytes),
        Object::Array(items) => {
            out.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(b' ');
                }
                object(out, item);
            }
            out.push(b']');
        }
        Object::Dictionary(entries) => dictionary(out, entries),
        Object::Stream(stream) => dictionary(out, &stream.dictionary),
        Object::Reference(number) => out.extend_from_slice(format!("{number} 0 R").as_bytes()),
    }
}

/// Appends a dictionary.
pub(crate) fn dictionary(out: &mut Vec<u8>, entries: &Dictionary) {
    out.extend_from_slice(b"<<");
    for (key, value) in entries {
        name(out, key);
        out.push(b' ');
        object(out, value);
    }
    out.extend_from_slice(b">>");
}

fn name(out: &mut Vec<u8>, bytes: &[u8]) {
    out.push(b'/');
    for byte in bytes {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'+' | b':' | b'*') {
            out.push(*byte);
        } else {
            // Writing to memory does not fail.
            let _ = write!(out, "#{byte:02X}");
        }
    }
}

fn text(out: &mut Vec<u8>, bytes: &[u8]) {
    if bytes.iter().all(|byte| matches!(byte, b' '..=b'~')) {
        out.push(b'(');
        for byte in bytes {
            if matches!(byte, b'(' | b')' | b'\\') {
                out.push(b'\\');
            }
            out.push(*byte);
        }
        out.push(b')');
    } else {
        out.push(b'<');
        out.extend_from_slice(hex::encode(bytes).as_bytes());
        out.push(b'>');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::lexer::Lexer;

    #[test]
    fn what_was_read_is_written_with_the_same_meaning() {
        let source =
            b"<</A [1 -2.50 (a\\(b\\)\\\\) <FEFF00e9> /N#20ame 7 0 R true null]/B<</C(x)>>>>";
        let read = Lexer::new(source, 0).object().unwrap();
        let mut written = Vec::new();
        object(&mut written, &read);
        assert_eq!(Lexer::new(&written, 0).object().unwrap(), read);
    }
}
