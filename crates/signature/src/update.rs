//! Appends one signature to a file as an incremental update, in the form that the file has.
//!
//! What is added: the field with `/V`, the signature dictionary, for the first signature the catalog with `/Perms` (and, where the
//! report did not prepare it, `/SigFlags`), and the cross-reference section. Nothing else.

use std::ops::Range;

use sha2::{Digest, Sha256};

use crate::{
    message,
    pdf::{Dictionary, Entries, File, Form, Object, text, write},
    signer::{KeyFault, Signer},
    signing::SignRefused,
};

/// Bytes reserved for the message, so that a timestamp fits in later.
const RESERVED: usize = 16 * 1024;
/// Digits reserved for each number of the byte range.
const RANGE_DIGITS: usize = 10;

/// The keys of our own in the signature dictionary.
pub(crate) const ROLE: &str = "VER_Role";
pub(crate) const POSITION: &str = "VER_Position";

/// What goes into the field.
pub(crate) struct Filling<'a> {
    pub(crate) object: u32,
    /// The first signature certifies.
    pub(crate) first: bool,
    pub(crate) name: &'a str,
    pub(crate) role: Option<&'a str>,
    pub(crate) position: Option<&'a str>,
    pub(crate) reason: Option<&'a str>,
    pub(crate) time: String,
}

/// Appends the signature and returns the whole file.
pub(crate) fn append(
    pdf: &[u8],
    file: &File,
    filling: &Filling<'_>,
    signer: &dyn Signer,
) -> Result<Vec<u8>, SignRefused> {
    let last = file.last();
    let unfit = || SignRefused::FileNotSound(Vec::new());
    let revision = file.revisions().last().ok_or_else(unfit)?;
    let size = revision.trailer.entry("Size").and_then(Object::as_integer);
    let signature = size
        .and_then(|size| u32::try_from(size).ok())
        .ok_or_else(unfit)?;

    let mut changed = vec![(
        filling.object,
        filled_field(file, filling.object, signature).ok_or_else(unfit)?,
    )];
    if filling.first {
        changed.extend(certified_catalog(file, last, signature).ok_or_else(unfit)?);
    }
    changed.sort_by_key(|(number, _)| *number);

    let mut out = pdf.to_vec();
    out.push(b'\n');
    let mut offsets = Vec::new();
    for (number, dictionary) in &changed {
        offsets.push((*number, out.len()));
        out.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
        write::dictionary(&mut out, dictionary);
        out.extend_from_slice(b"\nendobj\n");
    }
    offsets.push((signature, out.len()));
    let holes = write_signature(&mut out, signature, filling);

    let identifier = next_identifier(&revision.trailer, &out);
    write_section(&mut out, revision, &offsets, signature, identifier);
    fill_holes(&mut out, &holes, signer).map_err(SignRefused::Key)?;
    Ok(out)
}

/// The places in the file that are filled last.
struct Holes {
    range: Range<usize>,
    /// The contents, delimiters included.
    contents: Range<usize>,
}

fn filled_field(file: &File, field: u32, signature: u32) -> Option<Dictionary> {
    let mut field = file
        .located(file.last(), field)?
        .value
        .as_dictionary()?
        .clone();
    field.insert(b"V".to_vec(), Object::Reference(signature));
    Some(field)
}

/// The catalog with the permissions, and the form where it stands apart and lacks its flags.
fn certified_catalog(file: &File, last: usize, signature: u32) -> Option<Vec<(u32, Dictionary)>> {
    let (number, catalog) = file.catalog(last).ok()?;
    let mut catalog = catalog.clone();
    let permissions = Dictionary::from([(b"DocMDP".to_vec(), Object::Reference(signature))]);
    catalog.insert(b"Perms".to_vec(), Object::Dictionary(permissions));
    let mut changed = Vec::new();
    match catalog.entry("AcroForm")?.clone() {
        Object::Reference(form) => {
            let mut dictionary = file.located(last, form)?.value.as_dictionary()?.clone();
            if dictionary.insert(b"SigFlags".to_vec(), Object::Integer(3))
                != Some(Object::Integer(3))
            {
                changed.push((form, dictionary));
            }
        }
        Object::Dictionary(mut form) => {
            form.insert(b"SigFlags".to_vec(), Object::Integer(3));
            catalog.insert(b"AcroForm".to_vec(), Object::Dictionary(form));
        }
        _ => return None,
    }
    changed.push((number, catalog));
    Some(changed)
}

fn write_signature(out: &mut Vec<u8>, number: u32, filling: &Filling<'_>) -> Holes {
    let mut entries = Dictionary::from([
        (b"Type".to_vec(), Object::name("Sig")),
        (b"Filter".to_vec(), Object::name("Adobe.PPKLite")),
        (b"SubFilter".to_vec(), Object::name("ETSI.CAdES.detached")),
        (b"Name".to_vec(), Object::text(text::encode(filling.name))),
        (b"M".to_vec(), Object::text(filling.time.as_bytes())),
    ]);
    for (key, value) in [
        (ROLE, filling.role),
        (POSITION, filling.position),
        ("Reason", filling.reason),
    ] {
        if let Some(value) = value {
            entries.insert(key.as_bytes().to_vec(), Object::text(text::encode(value)));
        }
    }
    if filling.first {
        entries.insert(b"Reference".to_vec(), certification());
    }
    out.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
    write::dictionary(out, &entries);
    // Room for what is known last, inside the dictionary that was just closed.
    out.truncate(out.len() - 2);
    out.extend_from_slice(b"/ByteRange ");
    let range = out.len()..out.len() + "[0   ]".len() + 3 * RANGE_DIGITS;
    out.resize(range.end, b' ');
    out.extend_from_slice(b"/Contents ");
    let contents = out.len()..out.len() + 2 * RESERVED + 2;
    out.push(b'<');
    out.resize(contents.end - 1, b'0');
    out.extend_from_slice(b">>>\nendobj\n");
    Holes { range, contents }
}

/// The entry that makes a signature a certification which allows filling the prepared fields, and nothing else.
pub(crate) fn certification() -> Object {
    let parameters = Dictionary::from([
        (b"Type".to_vec(), Object::name("TransformParams")),
        (b"P".to_vec(), Object::Integer(2)),
        (b"V".to_vec(), Object::name("1.2")),
    ]);
    Object::Array(vec![Object::Dictionary(Dictionary::from([
        (b"Type".to_vec(), Object::name("SigRef")),
        (b"TransformMethod".to_vec(), Object::name("DocMDP")),
        (b"TransformParams".to_vec(), Object::Dictionary(parameters)),
    ]))])
}

/// The file's identifier: the first half stays, the second follows from the content.
fn next_identifier(trailer: &Dictionary, content: &[u8]) -> Option<Object> {
    let first = trailer.entry("ID")?.as_array()?.first()?.clone();
    let second = Sha256::digest(content)
        .iter()
        .take(16)
        .copied()
        .collect::<Vec<u8>>();
    Some(Object::Array(vec![first, Object::text(second)]))
}

fn write_section(
    out: &mut Vec<u8>,
    previous: &crate::pdf::file::Revision,
    offsets: &[(u32, usize)],
    signature: u32,
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
            trailer.insert(b"Size".to_vec(), Object::Integer(i64::from(signature) + 1));
            out.extend_from_slice(b"xref\n");
            for (number, offset) in offsets {
                out.extend_from_slice(format!("{number} 1\n{offset:010} 00000 n \n").as_bytes());
            }
            out.extend_from_slice(b"trailer\n");
            write::dictionary(out, &trailer);
        }
        Form::Stream => {
            let own = signature.saturating_add(1);
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

fn fill_holes(out: &mut [u8], holes: &Holes, signer: &dyn Signer) -> Result<(), KeyFault> {
    let too_large = || KeyFault("the signature is larger than the room for it".to_owned());
    let (start, end) = (holes.contents.start, holes.contents.end);
    let range = format!("[0 {start} {end} {}]", out.len() - end);
    put(out, &holes.range, range.as_bytes()).ok_or_else(too_large)?;
    let (Some(before), Some(after)) = (out.get(..start), out.get(end..)) else {
        return Err(too_large());
    };
    let message = message::make(&[before, after], signer)?;
    put(out, &(start + 1..end - 1), hex::encode(message).as_bytes()).ok_or_else(too_large)
}

fn put(out: &mut [u8], place: &Range<usize>, bytes: &[u8]) -> Option<()> {
    out.get_mut(place.clone())?
        .get_mut(..bytes.len())?
        .copy_from_slice(bytes);
    Some(())
}
