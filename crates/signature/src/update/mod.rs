//! Appends one signature to a file as an incremental update, in the form that the file has; or a timestamp of the document, or
//! validation data.
//!
//! What a signature adds: the field with `/V`, the signature dictionary, for the first signature the catalog with `/Perms` (and, where the
//! report did not prepare it, `/SigFlags`), and the cross-reference section. Nothing else.

mod section;
pub(crate) mod validation;

use std::ops::Range;

use section::{next_identifier, write_section};

use crate::{
    message,
    pdf::{Dictionary, Entries, File, Object, text, write},
    signer::{KeyFault, Signer},
    signing::SignRefused,
};

/// Bytes that a signature leaves for a timestamp which is put into it later. Tokens are 4 to 7 kB with the certificates of their
/// authority; what common software leaves for the signature and its timestamp together is 9 to 12 kB.
const TIMESTAMP_IN_SIGNATURE: usize = 8 * 1024;
/// Bytes for a timestamp of the document: there is one, and it has to hold for longest.
const TIMESTAMP_OF_DOCUMENT: usize = 16 * 1024;
/// Digits reserved for each number of the byte range.
const RANGE_DIGITS: usize = 10;

/// The keys of our own in the signature dictionary.
pub(crate) const ROLE: &str = "VER_Role";
pub(crate) const POSITION: &str = "VER_Position";

/// What goes into the field.
pub(crate) struct Filling<'a> {
    pub(crate) object: u32,
    pub(crate) content: Content<'a>,
}

/// Who or what speaks in the field.
pub(crate) enum Content<'a> {
    /// A person.
    Signature {
        /// The first signature certifies.
        first: bool,
        name: &'a str,
        role: Option<&'a str>,
        position: Option<&'a str>,
        reason: Option<&'a str>,
        time: String,
        /// How many bytes the message has at most.
        longest: usize,
    },
    /// A timestamp of the whole document.
    Timestamp,
}

impl Content<'_> {
    /// Bytes to reserve.
    fn room(&self) -> usize {
        match self {
            Self::Signature { longest, .. } => longest + TIMESTAMP_IN_SIGNATURE,
            Self::Timestamp => TIMESTAMP_OF_DOCUMENT,
        }
    }
}

/// A file with a field filled but for the contents.
pub(crate) struct Draft {
    pub(crate) bytes: Vec<u8>,
    /// The place of the contents, delimiters included.
    pub(crate) hole: Range<usize>,
}

/// Fills the field with everything but the message. The same input gives the same bytes.
pub(crate) fn draft(pdf: &[u8], file: &File, filling: &Filling<'_>) -> Option<Draft> {
    let last = file.last();
    let revision = file.revisions().last()?;
    let size = revision.trailer.entry("Size").and_then(Object::as_integer);
    let signature = u32::try_from(size?).ok()?;

    let field = filled_field(file, filling.object, signature)?;
    let mut changed = vec![(filling.object, field)];
    if let Content::Signature { first: true, .. } = filling.content {
        changed.extend(certified_catalog(file, last, signature)?);
    }
    changed.sort_by_key(|(number, _)| *number);

    let mut out = pdf.to_vec();
    out.push(b'\n');
    let mut offsets = Vec::new();
    for (number, dictionary) in &changed {
        offsets.push((*number, out.len()));
        write_dictionary(&mut out, *number, dictionary);
    }
    offsets.push((signature, out.len()));
    let holes = write_signature(&mut out, signature, &filling.content);

    let identifier = next_identifier(&revision.trailer, &out);
    write_section(&mut out, revision, &offsets, signature, identifier);
    let (start, end) = (holes.contents.start, holes.contents.end);
    let range = format!("[0 {start} {end} {}]", out.len() - end);
    put(&mut out, &holes.range, range.as_bytes())?;
    Some(Draft {
        bytes: out,
        hole: holes.contents,
    })
}

impl Draft {
    /// The parts that the message is made for.
    pub(crate) fn covered(&self) -> Option<[&[u8]; 2]> {
        let before = self.bytes.get(..self.hole.start)?;
        Some([before, self.bytes.get(self.hole.end..)?])
    }

    /// The whole file with the message in it, or nothing where the message is too large.
    pub(crate) fn with(mut self, message: &[u8]) -> Option<Vec<u8>> {
        let hole = self.hole.start + 1..self.hole.end - 1;
        put(&mut self.bytes, &hole, hex::encode(message).as_bytes())?;
        Some(self.bytes)
    }
}

/// Appends a person's signature and returns the whole file.
pub(crate) fn append(
    pdf: &[u8],
    file: &File,
    filling: &Filling<'_>,
    signer: &dyn Signer,
) -> Result<Vec<u8>, SignRefused> {
    let unfit = || SignRefused::FileNotSound(Vec::new());
    let draft = draft(pdf, file, filling).ok_or_else(unfit)?;
    let message = message::make(&draft.covered().ok_or_else(unfit)?, signer)?;
    let too_large = || KeyFault::Other("the signature is larger than the room for it".to_owned());
    Ok(draft.with(&message).ok_or_else(too_large)?)
}

/// The places in the file that are filled last.
struct Holes {
    range: Range<usize>,
    /// The contents, delimiters included.
    contents: Range<usize>,
}

fn write_dictionary(out: &mut Vec<u8>, number: u32, dictionary: &Dictionary) {
    out.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
    write::dictionary(out, dictionary);
    out.extend_from_slice(b"\nendobj\n");
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

fn entries(content: &Content<'_>) -> Dictionary {
    let mut entries = Dictionary::from([(b"Filter".to_vec(), Object::name("Adobe.PPKLite"))]);
    let mut put = |key: &str, value| entries.insert(key.as_bytes().to_vec(), value);
    match content {
        Content::Timestamp => {
            put("Type", Object::name("DocTimeStamp"));
            put("SubFilter", Object::name("ETSI.RFC3161"));
        }
        Content::Signature {
            first,
            name,
            role,
            position,
            reason,
            time,
            longest: _,
        } => {
            put("Type", Object::name("Sig"));
            put("SubFilter", Object::name("ETSI.CAdES.detached"));
            put("Name", Object::text(text::encode(name)));
            put("M", Object::text(time.as_bytes()));
            for (key, value) in [(ROLE, role), (POSITION, position), ("Reason", reason)] {
                if let Some(value) = value {
                    put(key, Object::text(text::encode(value)));
                }
            }
            if *first {
                put("Reference", certification());
            }
        }
    }
    entries
}

fn write_signature(out: &mut Vec<u8>, number: u32, content: &Content<'_>) -> Holes {
    let entries = entries(content);
    out.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
    write::dictionary(out, &entries);
    // Room for what is known last, inside the dictionary that was just closed.
    out.truncate(out.len() - 2);
    out.extend_from_slice(b"/ByteRange ");
    let range = out.len()..out.len() + "[0   ]".len() + 3 * RANGE_DIGITS;
    out.resize(range.end, b' ');
    out.extend_from_slice(b"/Contents ");
    let contents = out.len()..out.len() + 2 * content.room() + 2;
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

fn put(out: &mut [u8], place: &Range<usize>, bytes: &[u8]) -> Option<()> {
    out.get_mut(place.clone())?
        .get_mut(..bytes.len())?
        .copy_from_slice(bytes);
    Some(())
}
