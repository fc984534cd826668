//! Appends validation data (ETSI EN 319 142-1, section 5.4): certificates, revocation lists and answers as plain streams, a
//! dictionary that lists them, and the entry for it in the catalog. Nothing else.

use std::collections::BTreeMap;

use super::section::{next_identifier, write_section};
use crate::pdf::{Dictionary, Entries, File, Object, write};

/// The lists of the dictionary.
pub(crate) const CERTIFICATES: &str = "Certs";
pub(crate) const LISTS: &str = "CRLs";
pub(crate) const ANSWERS: &str = "OCSPs";

/// Appends these streams, each under its list, and returns the whole file.
pub(crate) fn append(pdf: &[u8], file: &File, items: &[(&str, &[u8])]) -> Option<Vec<u8>> {
    let last = file.last();
    let revision = file.revisions().last()?;
    let size = revision.trailer.entry("Size").and_then(Object::as_integer);
    let mut free = u32::try_from(size?).ok()?;
    let mut next = || {
        let number = free;
        free = free.checked_add(1)?;
        Some(number)
    };
    let (catalog_number, catalog) = file.catalog(last).ok()?;

    let mut changed: Vec<(u32, Dictionary)> = Vec::new();
    let (dictionary_number, mut dictionary) = match catalog.entry("DSS") {
        Some(existing) => {
            let dictionary = file.resolve(last, existing).as_dictionary()?.clone();
            (existing.as_reference()?, dictionary)
        }
        None => {
            let number = next()?;
            let mut catalog = catalog.clone();
            catalog.insert(b"DSS".to_vec(), Object::Reference(number));
            changed.push((catalog_number, catalog));
            (
                number,
                Dictionary::from([(b"Type".to_vec(), Object::name("DSS"))]),
            )
        }
    };
    let mut streams = Vec::new();
    for (list, bytes) in items {
        let number = next()?;
        streams.push((number, bytes));
        let list = BTreeMap::entry(&mut dictionary, list.as_bytes().to_vec())
            .or_insert_with(|| Object::Array(Vec::new()));
        let Object::Array(list) = list else {
            return None;
        };
        list.push(Object::Reference(number));
    }
    changed.push((dictionary_number, dictionary));
    changed.sort_by_key(|(number, _)| *number);

    let mut out = pdf.to_vec();
    out.push(b'\n');
    let mut offsets = Vec::new();
    for (number, dictionary) in &changed {
        offsets.push((*number, out.len()));
        super::write_dictionary(&mut out, *number, dictionary);
    }
    for (number, bytes) in streams {
        offsets.push((number, out.len()));
        write_stream(&mut out, number, bytes);
    }
    offsets.sort_unstable();
    let highest = offsets.last().map(|(number, _)| *number)?;
    // Numbers in use stay in use, also where this update only changes old objects.
    let highest = highest.max(free.checked_sub(1)?);
    let identifier = next_identifier(&revision.trailer, &out);
    write_section(&mut out, revision, &offsets, highest, identifier);
    Some(out)
}

fn write_stream(out: &mut Vec<u8>, number: u32, bytes: &[u8]) {
    let length = Object::Integer(i64::try_from(bytes.len()).unwrap_or(i64::MAX));
    let dictionary = Dictionary::from([(b"Length".to_vec(), length)]);
    out.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
    write::dictionary(out, &dictionary);
    out.extend_from_slice(b"\nstream\n");
    out.extend_from_slice(bytes);
    out.extend_from_slice(b"\nendstream\nendobj\n");
}
