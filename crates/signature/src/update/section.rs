//! The end of an update: its cross-reference section, in the form that the file has, and its trailer.

use sha2::{Digest, Sha256};

use crate::pdf::{Dictionary, Entries, Form, Object, file::Revision, write};

/// The file's identifier: the first half stays, the second follows from the content.
pub(super) fn next_identifier(trailer: &Dictionary, content: &[u8]) -> Option<Object> {
    let first = trailer.entry("ID")?.as_array()?.first()?.clone();
    let second = Sha256::digest(content)
        .iter()
        .take(16)
        .copied()
        .collect::<Vec<u8>>();
    Some(Object::Array(vec![first, Object::text(second)]))
}

/// Appends the cross-reference section in the form of the one before; `highest` is the highest number in use.
pub(super) fn write_section(
    out: &mut Vec<u8>,
    previous: &Revision,
    offsets: &[(u32, usize)],
    highest: u32,
    identifier: Option<Object>,
) {
    let mut trailer = Dictionary::new();
    for key in ["Root", "Info"] {
        if let Some(value) = previous.trailer.entry(key) {
            trailer.insert(key.as_bytes().to_vec(), value.clone());
        }
    }
    if let Some(identifier) = identifier {
        trailer.insert(b"ID".to_vec(), identifier);
    }
    let integer = |value: usize| Object::Integer(i64::try_from(value).unwrap_or(i64::MAX));
    trailer.insert(b"Prev".to_vec(), integer(previous.section));
    let at = out.len();
    match previous.form {
        Form::Table => {
            trailer.insert(b"Size".to_vec(), Object::Integer(i64::from(highest) + 1));
            out.extend_from_slice(b"xref\n");
            for (number, offset) in offsets {
                out.extend_from_slice(format!("{number} 1\n{offset:010} 00000 n \n").as_bytes());
            }
            out.extend_from_slice(b"trailer\n");
            write::dictionary(out, &trailer);
        }
        Form::Stream => {
            let own = highest.saturating_add(1);
            let mut entries = offsets.to_vec();
            entries.push((own, at));
            let index = entries
                .iter()
                .flat_map(|(number, _)| [Object::Integer(i64::from(*number)), Object::Integer(1)]);
            trailer.insert(b"Type".to_vec(), Object::name("XRef"));
            trailer.insert(b"Index".to_vec(), Object::Array(index.collect()));
            trailer.insert(
                b"W".to_vec(),
                Object::Array([1, 8, 1].map(Object::Integer).to_vec()),
            );
            trailer.insert(b"Size".to_vec(), Object::Integer(i64::from(own) + 1));
            trailer.insert(b"Length".to_vec(), integer(entries.len() * 10));
            out.extend_from_slice(format!("{own} 0 obj\n").as_bytes());
            write::dictionary(out, &trailer);
            out.extend_from_slice(b"\nstream\n");
            for (_, offset) in entries {
                out.push(1);
                out.extend_from_slice(&(offset as u64).to_be_bytes());
                out.push(0);
            }
            out.extend_from_slice(b"\nendstream\nendobj");
        }
    }
    out.extend_from_slice(format!("\nstartxref\n{at}\n%%EOF\n").as_bytes());
}
