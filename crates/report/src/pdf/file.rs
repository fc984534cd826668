//! The file as bytes. Thousands of small objects say what the text is; packed in object streams they take a tenth of the
//! room. What a stranger looks for with plain tools stays in sight: the catalogue, the pages, the attachment, the fields.

use super::PdfFailed;
use super::objects::Deflater;
use super::packed::Packed;
use lopdf::{Dictionary, Object};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// How many objects share a stream: a reader that wants one unpacks them all.
const TOGETHER: u8 = 200;

/// Where an object is.
enum Place {
    At(usize),
    Within { container: u32, index: u8 },
}

/// Writes the file; its identifier is a hash of everything in it.
pub(super) fn write(
    mut pdf: lopdf::Document,
    mut packed: Packed,
    deflater: &mut Deflater,
) -> Result<Vec<u8>, PdfFailed> {
    pdf.version = "1.7".to_owned();
    let root = pdf.trailer.get(b"Root")?.as_reference()?.0;
    pack(&mut pdf, &mut packed)?;
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes)?;
    let mut places = cut_table(&mut bytes);

    let mut number = pdf.max_id;
    let mut objects = packed.iter().peekable();
    while objects.peek().is_some() {
        number += 1;
        places.insert(number, Place::At(bytes.len()));
        let (mut table, mut content) = (String::new(), Vec::new());
        let mut count = 0;
        for (packed, object) in objects.by_ref().take(TOGETHER.into()) {
            let (container, index) = (number, count);
            places.insert(packed, Place::Within { container, index });
            let _ = write!(table, "{packed} {} ", content.len());
            content.extend_from_slice(object);
            count += 1;
        }
        let first = table.len();
        let content = deflater.deflated_text(&[table.as_bytes(), &content].concat())?;
        let length = content.len();
        let head = format!(
            "{number} 0 obj\n<</Type/ObjStm/N {count}/First {first}/Filter/FlateDecode/Length {length}>>"
        );
        push_stream(&mut bytes, &head, &content);
    }
    push_section(&mut bytes, &places, number + 1, root, deflater)?;
    Ok(bytes)
}

/// Takes out what goes into object streams.
fn pack(pdf: &mut lopdf::Document, packed: &mut Packed) -> Result<(), lopdf::Error> {
    for (id, object) in std::mem::take(&mut pdf.objects) {
        if is_packable(&object) {
            packed.push(id, object)?;
        } else {
            pdf.objects.insert(id, object);
        }
    }
    Ok(())
}

fn is_packable(object: &Object) -> bool {
    let is_in_sight = |fields: &Dictionary| {
        let kind = fields.get(b"Type").and_then(Object::as_name);
        let kind = kind.unwrap_or_default();
        let known: [&[u8]; 4] = [b"Catalog", b"Pages", b"Page", b"Filespec"];
        known.contains(&kind) || fields.has(b"FT")
    };
    match object {
        Object::Array(_) => true,
        Object::Dictionary(fields) => !is_in_sight(fields),
        _ => false,
    }
}

/// Cuts off the cross-reference table that lopdf wrote, and says what stood in it.
fn cut_table(bytes: &mut Vec<u8>) -> BTreeMap<u32, Place> {
    let start = bytes
        .windows(5)
        .rposition(|window| window == b"\nxref")
        .map_or(bytes.len(), |at| at + 1);
    let table = bytes.split_off(start);
    let mut places = BTreeMap::new();
    let mut number: u32 = 0;
    for line in String::from_utf8_lossy(&table).lines().skip(1) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            [first, _] => number = first.parse().unwrap_or_default(),
            [offset, _, kind] => {
                if let ("n", Ok(offset)) = (*kind, offset.parse()) {
                    places.insert(number, Place::At(offset));
                }
                number += 1;
            }
            _ => break,
        }
    }
    places
}

/// The cross-reference stream, which is the trailer too.
fn push_section(
    bytes: &mut Vec<u8>,
    places: &BTreeMap<u32, Place>,
    own: u32,
    root: u32,
    deflater: &mut Deflater,
) -> Result<(), PdfFailed> {
    let at = bytes.len();
    // As narrow as the largest offset; every number of an object is smaller.
    let width = (1..8).find(|width| at >> (8 * width) == 0).unwrap_or(8);
    let mut entries = Vec::new();
    for number in 0..=own {
        let (kind, second, third): (u8, usize, u8) = match places.get(&number) {
            _ if number == own => (1, at, 0),
            Some(Place::At(offset)) => (1, *offset, 0),
            Some(Place::Within { container, index }) => (2, *container as usize, *index),
            None => (0, 0, 0),
        };
        entries.push(kind);
        let second = (second as u64).to_be_bytes();
        entries.extend_from_slice(second.get(8 - width..).unwrap_or_default());
        entries.push(third);
    }
    let digest = Sha256::new()
        .chain_update(&*bytes)
        .chain_update(&entries)
        .finalize();
    let identifier = hex::encode_upper(digest.get(..16).unwrap_or_default());
    let packed = deflater.deflated(&entries)?;
    // A stream that ends in a carriage return has no clear end; the entries themselves end in a zero.
    let (filter, content) = if packed.last() == Some(&b'\r') {
        ("", entries)
    } else {
        ("/Filter/FlateDecode", packed)
    };
    let (size, length) = (u64::from(own) + 1, content.len());
    let head = format!(
        "{own} 0 obj\n<</Type/XRef/W[1 {width} 1]/Size {size}/Root {root} 0 R\
         /ID[<{identifier}><{identifier}>]{filter}/Length {length}>>"
    );
    push_stream(bytes, &head, &content);
    bytes.extend_from_slice(format!("startxref\n{at}\n%%EOF\n").as_bytes());
    Ok(())
}

fn push_stream(bytes: &mut Vec<u8>, head: &str, content: &[u8]) {
    bytes.extend_from_slice(head.as_bytes());
    bytes.extend_from_slice(b"stream\n");
    bytes.extend_from_slice(content);
    bytes.extend_from_slice(b"\nendstream\nendobj\n");
}
