//! A file as the sequence of its revisions, with every byte accounted for.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use super::{
    lexer::{Lexer, MOST_VALUES},
    object::{Dictionary, Entries, Object, Stream},
    xref::{self, Entry, Form, Section},
};
use crate::finding::{Code, Finding};

type Result<T> = std::result::Result<T, Finding>;

/// Larger files are refused unread, in bytes; a report has some megabytes.
pub const LARGEST_FILE: usize = 128 << 20;
/// All object streams of a file together are no larger than this when unpacked.
const MOST_UNPACKED: u64 = 64 << 20;

const VERSIONS: [&str; 5] = ["%PDF-1.4", "%PDF-1.5", "%PDF-1.6", "%PDF-1.7", "%PDF-2.0"];

/// A file that was read completely.
#[derive(Debug)]
pub(crate) struct File {
    /// The oldest first; there is at least one.
    revisions: Vec<Revision>,
    /// For each object the revisions that define or remove it, the oldest first.
    history: BTreeMap<u32, Vec<usize>>,
}

/// One revision: what it defines, and where it ends.
#[derive(Debug)]
pub(crate) struct Revision {
    pub(crate) objects: BTreeMap<u32, Located>,
    /// Objects that this revision declares free, object zero aside.
    pub(crate) removed: BTreeSet<u32>,
    pub(crate) trailer: Dictionary,
    pub(crate) form: Form,
    /// Where the cross-reference section starts.
    pub(crate) section: usize,
    /// The number of the cross-reference stream, in that form.
    pub(crate) section_object: Option<u32>,
    /// The first byte that is not of this revision or an earlier one.
    pub(crate) end: usize,
}

/// An object and where it stands.
#[derive(Debug)]
pub(crate) struct Located {
    pub(crate) value: Object,
    /// Absent for an object inside an object stream.
    pub(crate) span: Option<Range<usize>>,
}

impl File {
    /// Reads a whole file, or says at the first deviation what is wrong.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self> {
        if bytes.len() > LARGEST_FILE {
            return Err(Finding::new(Code::TooLarge).detail("file"));
        }
        let body = header(bytes)?;
        let sections = xref::sections(bytes)?;
        let mut file = Self {
            revisions: Vec::with_capacity(sections.len()),
            history: BTreeMap::new(),
        };
        let mut room = Room::default();
        let mut start = body;
        let mut sections = sections.into_iter().peekable();
        while let Some(section) = sections.next() {
            let (objects, removed) = objects(bytes, start, &section, &mut room)?;
            for number in objects.keys().chain(&removed) {
                let history = file.history.entry(*number).or_default();
                history.push(file.revisions.len());
            }
            let (end, next) = match sections.peek() {
                None => (end(bytes, section.mark)?, bytes.len()),
                Some(_) => boundary(bytes, section.mark)?,
            };
            start = next;
            file.revisions.push(Revision {
                objects,
                removed,
                trailer: section.trailer,
                form: section.form,
                section: section.at,
                section_object: section.own,
                end,
            });
            file.refuse_dangling_references()?;
        }
        Ok(file)
    }

    pub(crate) fn revisions(&self) -> &[Revision] {
        &self.revisions
    }

    /// The number of the last revision.
    pub(crate) fn last(&self) -> usize {
        self.revisions.len().saturating_sub(1)
    }

    /// The object of that number as it was in that revision.
    pub(crate) fn located(&self, revision: usize, number: u32) -> Option<&Located> {
        let history = self.history.get(&number)?;
        let later = history.partition_point(|changed| *changed <= revision);
        let latest = history.get(later.checked_sub(1)?)?;
        self.revisions.get(*latest)?.objects.get(&number)
    }

    /// The object itself where it is direct, what it refers to otherwise.
    pub(crate) fn resolve<'a>(&'a self, revision: usize, object: &'a Object) -> &'a Object {
        match object {
            Object::Reference(number) => match self.located(revision, *number) {
                // A reference to a reference means nothing and is never followed.
                Some(Located {
                    value: Object::Reference(_),
                    ..
                })
                | None => &Object::Null,
                Some(located) => &located.value,
            },
            direct => direct,
        }
    }

    /// The value under a key, resolved.
    pub(crate) fn entry<'a>(
        &'a self,
        revision: usize,
        dictionary: &'a Dictionary,
        key: &str,
    ) -> Option<&'a Object> {
        dictionary
            .entry(key)
            .map(|value| self.resolve(revision, value))
    }

    /// The catalog and its number.
    pub(crate) fn catalog(&self, revision: usize) -> Result<(u32, &Dictionary)> {
        let number = self
            .revisions
            .get(revision)
            .and_then(|revision| revision.trailer.entry("Root"))
            .and_then(Object::as_reference)
            .ok_or_else(|| Finding::new(Code::CrossReference).detail("Root"))?;
        match self.located(revision, number) {
            Some(Located {
                value: Object::Dictionary(catalog),
                ..
            }) if catalog.says("Type", "Catalog") => Ok((number, catalog)),
            _ => Err(Finding::new(Code::CrossReference).detail("Root")),
        }
    }

    fn refuse_dangling_references(&self) -> Result<()> {
        let Some(latest) = self.revisions.last() else {
            return Ok(());
        };
        let mut dangling = None;
        let mut check = |holder: u32, object: &Object| {
            if let Object::Reference(target) = object
                && self.located(self.last(), *target).is_none()
            {
                dangling.get_or_insert((holder, *target));
            }
        };
        for (number, located) in &latest.objects {
            located.value.walk(&mut |object| check(*number, object));
        }
        for value in latest.trailer.values() {
            value.walk(&mut |object| check(0, object));
        }
        match dangling {
            Some((holder, target)) => Err(Finding::new(Code::DanglingReference)
                .object(holder)
                .detail(format_args!("{target} 0 R"))),
            None => Ok(()),
        }
    }
}

/// `12 0 obj … endobj`; `length_of` finds the value of an indirect stream length.
pub(crate) fn indirect_object(
    lexer: &mut Lexer<'_>,
    length_of: &dyn Fn(u32) -> Option<i64>,
) -> Result<(u32, Object)> {
    let start = lexer.position();
    let number = lexer.number()?;
    lexer.take(" ")?;
    lexer.take("0")?;
    lexer.take(" ")?;
    lexer.take_keyword("obj")?;
    let number = u32::try_from(number)
        .map_err(|_| Finding::new(Code::Syntax).at(start).detail("object number"))?;
    let mut value = lexer.object()?;
    lexer.skip_space();
    if let Object::Dictionary(dictionary) = &value
        && lexer.takes("stream")
    {
        if !lexer.takes("\r\n") {
            lexer.take("\n")?;
        }
        let length = match dictionary.entry("Length") {
            Some(Object::Integer(length)) => Some(*length),
            Some(Object::Reference(target)) => length_of(*target),
            _ => None,
        };
        let length = length.and_then(|length| usize::try_from(length).ok());
        let length = length.ok_or_else(|| {
            Finding::new(Code::Syntax)
                .at(start)
                .object(number)
                .detail("stream length")
        })?;
        let data = lexer.take_bytes(length)?.to_vec();
        lexer.takes_line_end();
        lexer.take_keyword("endstream")?;
        lexer.skip_space();
        value = Object::Stream(Stream {
            dictionary: dictionary.clone(),
            data,
        });
    }
    lexer.take_keyword("endobj")?;
    Ok((number, value))
}

/// The header and the comment with high bytes that may follow it; returns where objects begin.
fn header(bytes: &[u8]) -> Result<usize> {
    let refused = || Finding::new(Code::NotAPdf);
    let mut lexer = Lexer::new(bytes, 0);
    if !VERSIONS.iter().any(|version| lexer.takes(version)) || !lexer.takes_line_end() {
        return Err(refused());
    }
    if lexer.takes("%") {
        let at = lexer.position();
        let length = bytes
            .iter()
            .skip(at)
            .take_while(|byte| !matches!(byte, b'\r' | b'\n'))
            .count();
        let comment = lexer.take_bytes(length)?;
        if length > 16 || !comment.iter().all(|byte| *byte >= 128) || !lexer.takes_line_end() {
            return Err(Finding::new(Code::UnaccountedBytes).at(at));
        }
    }
    Ok(lexer.position())
}

/// After the last revision: its line end, and nothing more. That the file names a section at its end does not make it the
/// section that stands there.
fn end(bytes: &[u8], mark: usize) -> Result<usize> {
    let mut lexer = Lexer::new(bytes, mark);
    lexer.takes_line_end();
    if lexer.position() == bytes.len() {
        Ok(bytes.len())
    } else {
        Err(Finding::new(Code::UnaccountedBytes).at(lexer.position()))
    }
}

/// Between two revisions: the line end of the older one, if it has one, and the line feed that starts the newer one.
fn boundary(bytes: &[u8], mark: usize) -> Result<(usize, usize)> {
    let space = bytes
        .iter()
        .skip(mark)
        .take_while(|byte| matches!(byte, b'\r' | b'\n'))
        .count();
    match bytes.get(mark..mark + space) {
        Some(b"\n") => Ok((mark, mark + 1)),
        Some(b"\n\n" | b"\r\n") => Ok((mark + 1, mark + 2)),
        Some(b"\r\n\n") => Ok((mark + 2, mark + 3)),
        _ => Err(Finding::new(Code::UnaccountedBytes).at(mark)),
    }
}

type Defined = (BTreeMap<u32, Located>, BTreeSet<u32>);

/// What may still be read of a file, all its revisions taken together.
struct Room {
    values: usize,
    unpacked: u64,
}

impl Default for Room {
    fn default() -> Self {
        Self {
            values: MOST_VALUES,
            unpacked: MOST_UNPACKED,
        }
    }
}

/// Reads the objects of one revision, which stand one after another from `start` to its cross-reference section.
fn objects(bytes: &[u8], start: usize, section: &Section, room: &mut Room) -> Result<Defined> {
    let mut places = BTreeMap::new();
    let mut removed = BTreeSet::new();
    for (number, entry) in &section.entries {
        match entry {
            Entry::Free if *number > 0 => {
                removed.insert(*number);
            }
            Entry::Free | Entry::Within { .. } => {}
            Entry::At(offset) if section.own == Some(*number) => {
                if *offset != section.at {
                    return Err(Finding::new(Code::ObjectMisplaced)
                        .object(*number)
                        .at(*offset));
                }
            }
            Entry::At(offset) => {
                if places.insert(*offset, *number).is_some() {
                    return Err(Finding::new(Code::ObjectMisplaced)
                        .object(*number)
                        .at(*offset));
                }
            }
        }
    }
    // Many streams may name one length; it is looked up once.
    let lengths = RefCell::new(BTreeMap::<u32, Option<i64>>::new());
    let length_of = |target: u32| {
        let mut lengths = lengths.borrow_mut();
        *lengths
            .entry(target)
            .or_insert_with(|| match section.entries.get(&target) {
                Some(Entry::At(offset)) => length_at(bytes, *offset, target),
                _ => None,
            })
    };
    let mut objects = BTreeMap::new();
    let mut lexer = Lexer::within(bytes, start, room.values);
    for (offset, number) in places {
        lexer.skip_space();
        if lexer.position() < offset {
            return Err(Finding::new(Code::UnaccountedBytes).at(lexer.position()));
        }
        if lexer.position() > offset {
            return Err(Finding::new(Code::ObjectMisplaced)
                .object(number)
                .at(offset));
        }
        let (written, value) =
            indirect_object(&mut lexer, &length_of).map_err(|finding| finding.object(number))?;
        if written != number {
            return Err(Finding::new(Code::ObjectMisplaced)
                .object(number)
                .at(offset));
        }
        objects.insert(
            number,
            Located {
                value,
                span: Some(offset..lexer.position()),
            },
        );
    }
    lexer.skip_space();
    if lexer.position() != section.at {
        return Err(Finding::new(Code::UnaccountedBytes).at(lexer.position()));
    }
    room.values = lexer.left();
    packed_objects(section, &mut objects, room)?;
    if section.own.is_some_and(|own| objects.contains_key(&own)) {
        return Err(Finding::new(Code::ObjectMisplaced).at(section.at));
    }
    Ok((objects, removed))
}

/// The length of a stream that stands in an object of its own, which is a number and nothing else.
fn length_at(bytes: &[u8], offset: usize, target: u32) -> Option<i64> {
    match indirect_object(&mut Lexer::within(bytes, offset, 1), &|_| None) {
        Ok((number, Object::Integer(length))) if number == target => Some(length),
        _ => None,
    }
}

/// Adds the objects inside object streams.
fn packed_objects(
    section: &Section,
    objects: &mut BTreeMap<u32, Located>,
    room: &mut Room,
) -> Result<()> {
    let mut expected: BTreeMap<(u32, usize), u32> = BTreeMap::new();
    for (number, entry) in &section.entries {
        if let Entry::Within { container, index } = entry {
            expected.insert((*container, *index), *number);
        }
    }
    let mut packed = Vec::new();
    for (container, located) in objects.iter() {
        let Object::Stream(stream) = &located.value else {
            continue;
        };
        if !stream.dictionary.says("Type", "ObjStm") {
            continue;
        }
        for (index, (number, value)) in packed_in(stream, room)
            .map_err(|f| f.object(*container))?
            .into_iter()
            .enumerate()
        {
            if expected.remove(&(*container, index)) != Some(number) {
                return Err(Finding::new(Code::ObjectMisplaced)
                    .object(number)
                    .detail("object stream"));
            }
            packed.push((number, value));
        }
    }
    if let Some(number) = expected.values().next() {
        return Err(Finding::new(Code::ObjectMisplaced)
            .object(*number)
            .detail("object stream"));
    }
    for (number, value) in packed {
        objects.insert(number, Located { value, span: None });
    }
    Ok(())
}

fn packed_in(stream: &Stream, room: &mut Room) -> Result<Vec<(u32, Object)>> {
    let malformed = || Finding::new(Code::Syntax).detail("object stream");
    let size = |key: &str| {
        let value = stream.dictionary.entry(key).and_then(Object::as_integer);
        value
            .and_then(|value| usize::try_from(value).ok())
            .ok_or_else(malformed)
    };
    if stream.dictionary.contains_key(b"Extends".as_slice()) {
        return Err(malformed());
    }
    let (count, first) = (size("N")?, size("First")?);
    let data = super::xref::unpack(stream)?;
    room.unpacked = room
        .unpacked
        .checked_sub(data.len() as u64)
        .ok_or_else(|| Finding::new(Code::TooLarge).detail("object streams"))?;
    let mut header = Lexer::new(&data, 0);
    let mut body = Lexer::within(&data, first, room.values);
    let mut objects = Vec::new();
    for _ in 0..count {
        header.skip_space();
        let number = u32::try_from(header.number()?).map_err(|_| malformed())?;
        header.skip_space();
        let offset = usize::try_from(header.number()?).map_err(|_| malformed())?;
        body.skip_space();
        if body.position() != first.saturating_add(offset) {
            return Err(malformed());
        }
        objects.push((number, body.object()?));
    }
    room.values = body.left();
    header.skip_space();
    body.skip_space();
    if header.position() > first || body.position() != data.len() {
        return Err(malformed());
    }
    Ok(objects)
}
