//! Whether the pages of a report are what the data inside it says.
//!
//! The data is complete, and the same data gives the same bytes. So the pages are
//! made again and the result is compared with the file as it was before the first
//! signature, byte by byte. There is nothing left that could differ unseen.

use std::io::Read;

use lopdf::{Dictionary, Document, Object};

use crate::data::{MADE_BY, ReportData, read};
use crate::render::{ATTACHMENT, render};

/// The largest data that is looked at, in bytes.
const LARGEST_DATA: u64 = 50_000_000;

/// What became of the comparison.
#[derive(Debug, Clone, PartialEq)]
pub enum Comparison {
    /// The pages are exactly what the data says.
    Equal(Box<ReportData>),
    /// They are not, or the data is not what a report carries.
    Different(Option<Box<ReportData>>),
    /// Another version of the program made the report, and may have drawn the same
    /// data differently: nothing is known.
    OtherVersion(Box<ReportData>),
    /// There is no data inside.
    Absent,
}

impl Comparison {
    /// The data, where there is any that can be read.
    #[must_use]
    pub fn data(&self) -> Option<&ReportData> {
        match self {
            Self::Equal(data) | Self::OtherVersion(data) => Some(data),
            Self::Different(data) => data.as_deref(),
            Self::Absent => None,
        }
    }
}

/// Compares. `unsigned` is the file as it was before the first signature: what
/// follows it is for `signature` to judge.
#[must_use]
pub fn compare(unsigned: &[u8]) -> Comparison {
    let Some(json) = attached_data(unsigned) else {
        return Comparison::Absent;
    };
    let Ok(data) = read(&json) else {
        return Comparison::Different(None);
    };
    let data = Box::new(data);
    match render(&data) {
        Ok(bytes) if bytes == unsigned => Comparison::Equal(data),
        _ if data.made_by != MADE_BY => Comparison::OtherVersion(data),
        _ => Comparison::Different(Some(data)),
    }
}

/// The data inside a report, without any judgement on it.
#[must_use]
pub fn attached_data(pdf: &[u8]) -> Option<Vec<u8>> {
    let document = Document::load_mem(pdf).ok()?;
    let files = resolve(&document, document.catalog().ok()?.get(b"AF").ok()?)?
        .as_array()
        .ok()?;
    let specification = files
        .iter()
        .filter_map(|file| resolve(&document, file)?.as_dict().ok())
        .find(|file| is_named(file, ATTACHMENT))?;
    let embedded = resolve(&document, specification.get(b"EF").ok()?)?
        .as_dict()
        .ok()?;
    let stream = resolve(&document, embedded.get(b"F").ok()?)?
        .as_stream()
        .ok()?;
    match stream.filters() {
        Ok(filters) if filters == [b"FlateDecode".as_slice()] => inflate(&stream.content),
        Err(_) => Some(stream.content.clone()),
        Ok(_) => None,
    }
}

/// Inflates, unless a small stream turns out to hold far too much.
fn inflate(compressed: &[u8]) -> Option<Vec<u8>> {
    let mut data = Vec::new();
    let read = flate2::read::ZlibDecoder::new(compressed)
        .take(LARGEST_DATA + 1)
        .read_to_end(&mut data)
        .ok()?;
    (u64::try_from(read).ok()? <= LARGEST_DATA).then_some(data)
}

fn resolve<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Object> {
    document.dereference(object).ok().map(|(_, object)| object)
}

fn is_named(file: &Dictionary, name: &str) -> bool {
    file.get(b"F")
        .and_then(Object::as_str)
        .is_ok_and(|found| found == name.as_bytes())
}
