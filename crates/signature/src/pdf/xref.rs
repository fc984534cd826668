//! Cross-reference sections, as tables and as streams.

use std::{collections::BTreeMap, io::Read};

use flate2::read::ZlibDecoder;

use super::{
    lexer::Lexer,
    object::{Dictionary, Entries, Object, Stream},
};
use crate::finding::{Code, Finding};

type Result<T> = std::result::Result<T, Finding>;

/// The form of a cross-reference section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Table,
    Stream,
}

/// Where an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    Free,
    At(usize),
    Within { container: u32, index: usize },
}

/// One cross-reference section with its trailer.
#[derive(Debug)]
pub(crate) struct Section {
    /// Where it starts.
    pub(crate) at: usize,
    /// Where the file may go on after `%%EOF`.
    pub(crate) mark: usize,
    pub(crate) form: Form,
    /// The number of the stream's own object.
    pub(crate) own: Option<u32>,
    pub(crate) entries: BTreeMap<u32, Entry>,
    pub(crate) trailer: Dictionary,
}

/// No file has more objects than this, each counted as often as it was written.
const MOST_OBJECTS: usize = 2_000_000;
/// No file was updated more often than this.
const MOST_SECTIONS: usize = 256;
/// No object stream or cross-reference stream is larger than this when unpacked.
const LARGEST_STREAM: u64 = 16 << 20;
/// Nothing packs better than this on the whole; what does is made to exhaust memory.
const BEST_RATIO: u64 = 40;

/// No file numbers more objects, the free ones with them (ISO 32000-1, annex C.2).
const LARGEST_SIZE: i64 = 8_388_607;

const TRAILER_KEYS: [&str; 5] = ["ID", "Info", "Prev", "Root", "Size"];
const STREAM_KEYS: [&str; 6] = ["DecodeParms", "Filter", "Index", "Length", "Type", "W"];

/// All sections, the oldest first.
pub(crate) fn sections(bytes: &[u8]) -> Result<Vec<Section>> {
    let mut sections = Vec::new();
    let mut left = MOST_OBJECTS;
    let mut next = Some(last_section(bytes)?);
    while let Some(at) = next {
        if sections.len() == MOST_SECTIONS {
            return Err(Finding::new(Code::TooLarge).detail("updates"));
        }
        let section = section(bytes, at, left).map_err(|finding| finding.at(at))?;
        left -= section.entries.len();
        next = match section.trailer.entry("Prev") {
            None => None,
            Some(Object::Integer(previous)) => match usize::try_from(*previous) {
                Ok(previous) if previous < at => Some(previous),
                _ => return Err(wrong(at, "Prev does not lead back")),
            },
            Some(_) => return Err(wrong(at, "Prev")),
        };
        sections.push(section);
    }
    sections.reverse();
    Ok(sections)
}

/// A stream's bytes, unpacked.
pub(crate) fn unpack(stream: &Stream) -> Result<Vec<u8>> {
    if stream.dictionary.contains_key(b"DecodeParms".as_slice()) {
        return Err(Finding::new(Code::UnknownFilter).detail("DecodeParms"));
    }
    match stream.dictionary.entry("Filter") {
        None => Ok(stream.data.clone()),
        Some(filter) if filter.is_name("FlateDecode") => {
            let mut unpacked = Vec::new();
            let most = LARGEST_STREAM.min(BEST_RATIO * stream.data.len() as u64 + 4096);
            match ZlibDecoder::new(stream.data.as_slice())
                .take(most + 1)
                .read_to_end(&mut unpacked)
            {
                Ok(length) if length as u64 <= most => Ok(unpacked),
                Ok(_) => Err(Finding::new(Code::TooLarge).detail("stream")),
                Err(error) => Err(Finding::new(Code::UnknownFilter).detail(error)),
            }
        }
        Some(_) => Err(Finding::new(Code::UnknownFilter).detail("Filter")),
    }
}

/// The offset that the end of the file names.
fn last_section(bytes: &[u8]) -> Result<usize> {
    const LONGEST_TAIL: usize = 64;
    const WORD: &[u8] = b"startxref";
    let from = bytes.len().saturating_sub(LONGEST_TAIL);
    let tail = bytes.get(from..).unwrap_or_default();
    let missing = || Finding::new(Code::EndMissing).at(bytes.len());
    let start = tail
        .windows(WORD.len())
        .rposition(|window| window == WORD)
        .ok_or_else(missing)?;
    let mut lexer = Lexer::new(bytes, from + start);
    let offset = closing(&mut lexer).map_err(|_| missing())?;
    lexer.takes_line_end();
    if lexer.position() == bytes.len() {
        Ok(offset)
    } else {
        Err(missing())
    }
}

/// `startxref`, an offset and `%%EOF`, each on its line.
fn closing(lexer: &mut Lexer<'_>) -> Result<usize> {
    lexer.take("startxref")?;
    lexer.takes_line_end();
    let offset = lexer.number()?;
    lexer.takes_line_end();
    lexer.take("%%EOF")?;
    usize::try_from(offset).map_err(|_| Finding::new(Code::EndMissing))
}

fn section(bytes: &[u8], at: usize, left: usize) -> Result<Section> {
    let mut lexer = Lexer::new(bytes, at);
    let (form, own, entries, trailer) = if lexer.takes("xref") {
        let (entries, trailer) = table(&mut lexer, left)?;
        (Form::Table, None, entries, trailer)
    } else {
        let (own, stream) = stream_object(&mut lexer)?;
        let entries = stream_entries(&stream, left)?;
        (Form::Stream, Some(own), entries, stream.dictionary)
    };
    check_trailer(form, &trailer)?;
    let size = trailer
        .entry("Size")
        .and_then(Object::as_integer)
        .unwrap_or_default();
    if size > LARGEST_SIZE {
        return Err(wrong(at, "Size"));
    }
    let highest = entries.keys().next_back().copied().max(own);
    if highest.is_some_and(|highest| i64::from(highest) >= size) {
        return Err(wrong(at, "Size"));
    }
    lexer.skip_space();
    let named = closing(&mut lexer)?;
    if named != at {
        return Err(wrong(at, "startxref names another place"));
    }
    Ok(Section {
        at,
        mark: lexer.position(),
        form,
        own,
        entries,
        trailer,
    })
}

fn check_trailer(form: Form, trailer: &Dictionary) -> Result<()> {
    if trailer.contains_key(b"Encrypt".as_slice()) {
        return Err(Finding::new(Code::Encrypted));
    }
    if trailer.contains_key(b"XRefStm".as_slice()) {
        return Err(Finding::new(Code::HybridFile));
    }
    let known = |key: &[u8]| {
        let within = |keys: &[&str]| keys.iter().any(|known| known.as_bytes() == key);
        within(&TRAILER_KEYS) || (form == Form::Stream && within(&STREAM_KEYS))
    };
    match trailer.keys().find(|key| !known(key)) {
        Some(key) => Err(Finding::new(Code::CrossReference).detail(String::from_utf8_lossy(key))),
        None => Ok(()),
    }
}

fn table(lexer: &mut Lexer<'_>, left: usize) -> Result<(BTreeMap<u32, Entry>, Dictionary)> {
    let mut entries = BTreeMap::new();
    if !lexer.takes(" \n") && !lexer.takes_line_end() {
        return Err(wrong(lexer.position(), "line end"));
    }
    while !lexer.takes("trailer") {
        let first = lexer.number()?;
        lexer.take(" ")?;
        let count = lexer.number()?;
        if !lexer.takes(" \n") && !lexer.takes_line_end() {
            return Err(wrong(lexer.position(), "line end"));
        }
        for number in first..first.saturating_add(count) {
            let at = lexer.position();
            let entry =
                table_entry(lexer.take_bytes(20)?).ok_or_else(|| wrong(at, "table entry"))?;
            insert(&mut entries, number, entry, left)?;
        }
    }
    let trailer = lexer.object()?;
    match trailer {
        Object::Dictionary(trailer) => Ok((entries, trailer)),
        _ => Err(wrong(lexer.position(), "trailer")),
    }
}

/// `0000000015 00000 n` and two bytes of line end.
fn table_entry(line: &[u8]) -> Option<Entry> {
    let decimal = |range| -> Option<usize> {
        let digits: &[u8] = line.get(range)?;
        digits.iter().all(u8::is_ascii_digit).then_some(())?;
        std::str::from_utf8(digits).ok()?.parse().ok()
    };
    let offset = decimal(0..10)?;
    let generation = decimal(11..16)?;
    let ends_well = matches!(line.get(18..20), Some(b" \n" | b" \r" | b"\r\n"));
    match (line.get(10), line.get(16), line.get(17)) {
        (Some(b' '), Some(b' '), Some(b'n')) if ends_well && generation == 0 && offset > 0 => {
            Some(Entry::At(offset))
        }
        (Some(b' '), Some(b' '), Some(b'f')) if ends_well => Some(Entry::Free),
        _ => None,
    }
}

fn insert(
    entries: &mut BTreeMap<u32, Entry>,
    number: u64,
    entry: Entry,
    left: usize,
) -> Result<()> {
    let number = u32::try_from(number)
        .map_err(|_| Finding::new(Code::CrossReference).detail("object number"))?;
    if entries.len() >= left {
        return Err(Finding::new(Code::TooLarge).detail("objects"));
    }
    match entries.insert(number, entry) {
        Some(_) => Err(Finding::new(Code::CrossReference)
            .object(number)
            .detail("entry occurs twice")),
        None if number == 0 && entry != Entry::Free => Err(Finding::new(Code::CrossReference)
            .object(0)
            .detail("object zero")),
        None => Ok(()),
    }
}

fn stream_object(lexer: &mut Lexer<'_>) -> Result<(u32, Stream)> {
    match super::file::indirect_object(lexer, &|_| None)? {
        (number, Object::Stream(stream)) if stream.dictionary.says("Type", "XRef") => {
            Ok((number, stream))
        }
        _ => Err(wrong(lexer.position(), "no cross-reference stream")),
    }
}

fn stream_entries(stream: &Stream, left: usize) -> Result<BTreeMap<u32, Entry>> {
    let malformed = |what| Finding::new(Code::CrossReference).detail(what);
    let sizes = |key: &str| -> Option<Vec<u64>> {
        let items = stream.dictionary.entry(key)?.as_array()?;
        items
            .iter()
            .map(|item| u64::try_from(item.as_integer()?).ok())
            .collect()
    };
    let widths = sizes("W").ok_or_else(|| malformed("W"))?;
    let &[kind, second, third] = widths.as_slice() else {
        return Err(malformed("W"));
    };
    if kind != 1 || second > 8 || third > 8 {
        return Err(malformed("W"));
    }
    let size = stream
        .dictionary
        .entry("Size")
        .and_then(Object::as_integer)
        .and_then(|size| u64::try_from(size).ok());
    let index = match stream.dictionary.entry("Index") {
        Some(_) => sizes("Index").ok_or_else(|| malformed("Index"))?,
        None => vec![0, size.ok_or_else(|| malformed("Size"))?],
    };
    let data = unpack(stream)?;
    let mut rest = data.as_slice();
    let mut column = |width: u64| -> Option<u64> {
        let (field, after) = rest.split_at_checked(usize::try_from(width).ok()?)?;
        rest = after;
        Some(
            field
                .iter()
                .fold(0, |value, byte| value << 8 | u64::from(*byte)),
        )
    };
    let mut entries = BTreeMap::new();
    for run in index.chunks(2) {
        let &[first, count] = run else {
            return Err(malformed("Index"));
        };
        for number in first..first.saturating_add(count) {
            let (Some(kind), Some(second), Some(third)) =
                (column(kind), column(second), column(third))
            else {
                return Err(malformed("too few entries"));
            };
            let place = || usize::try_from(second).map_err(|_| malformed("offset"));
            let entry = match (kind, third) {
                (0, _) => Entry::Free,
                (1, 0) if second > 0 => Entry::At(place()?),
                (2, _) => Entry::Within {
                    container: u32::try_from(second).map_err(|_| malformed("container"))?,
                    index: usize::try_from(third).map_err(|_| malformed("index"))?,
                },
                _ => {
                    return Err(
                        malformed("entry").object(u32::try_from(number).unwrap_or_default())
                    );
                }
            };
            insert(&mut entries, number, entry, left)?;
        }
    }
    if rest.is_empty() {
        Ok(entries)
    } else {
        Err(malformed("too many entries"))
    }
}

fn wrong(at: usize, what: &str) -> Finding {
    Finding::new(Code::CrossReference).at(at).detail(what)
}
