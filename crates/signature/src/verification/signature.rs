//! One signature: its dictionary, the bytes that it covers, and its message.

use jiff::{Timestamp, tz::Offset};

use super::{SignatureFinding, judgement::Standing, revisions::Filling};
use crate::{
    fields::text_entry,
    finding::{Code, Finding},
    message::{self, Checked},
    pdf::{Dictionary, Entries, File, Object, text},
    timestamp::Token,
    update::{POSITION, ROLE, certification},
};

const KEYS: [&str; 11] = [
    "ByteRange",
    "Contents",
    "Filter",
    "M",
    "Name",
    POSITION,
    "Reason",
    "Reference",
    ROLE,
    "SubFilter",
    "Type",
];

const KIND: (&str, &str) = ("Sig", "ETSI.CAdES.detached");
const TIMESTAMP_KEYS: [&str; 5] = ["ByteRange", "Contents", "Filter", "SubFilter", "Type"];
const TIMESTAMP_KIND: (&str, &str) = ("DocTimeStamp", "ETSI.RFC3161");

/// A signature that is right in itself.
pub(crate) struct Statement {
    pub(crate) name: String,
    role: Option<String>,
    position: Option<String>,
    reason: Option<String>,
    pub(crate) time: Timestamp,
    offset: Offset,
    pub(crate) message: Checked,
}

impl Statement {
    pub(crate) fn into_finding(
        self,
        filling: &Filling,
        covers_whole_file: bool,
        standing: Standing,
    ) -> SignatureFinding {
        let certificate = self.message.certificate;
        SignatureFinding {
            field: filling.field.name.clone(),
            name: self.name,
            role: self.role,
            position: self.position,
            reason: self.reason,
            time: self.time,
            offset_seconds: self.offset.seconds(),
            fingerprint: certificate.fingerprint(),
            subject: certificate.subject(),
            certificate,
            level: standing.level,
            timestamp: standing.timestamp,
            trusted: standing.trusted,
            covers_whole_file,
            certification: filling.revision == 1,
        }
    }
}

/// Checks the timestamp of the document that fills a field.
pub(crate) fn check_timestamp(
    pdf: &[u8],
    file: &File,
    filling: &Filling,
) -> Result<Token, Finding> {
    let dictionary = dictionary(file, filling)?;
    check_entries(dictionary, filling, &TIMESTAMP_KEYS, TIMESTAMP_KIND)
        .map_err(|finding| finding.object(filling.signature))?;
    let (before, contents, after) = covered(pdf, dictionary, filling.end)?;
    Token::check(message::without_padding(contents)?, &[before, after])
}

fn dictionary<'a>(file: &'a File, filling: &Filling) -> Result<&'a Dictionary, Finding> {
    let located = file.located(filling.revision, filling.signature);
    match located.map(|located| (&located.value, &located.span)) {
        Some((Object::Dictionary(dictionary), Some(_))) => Ok(dictionary),
        _ => Err(Finding::new(Code::SignatureEntry)
            .object(filling.signature)
            .detail("not a dictionary of its own")),
    }
}

/// Checks the signature that fills a field.
pub(crate) fn check(pdf: &[u8], file: &File, filling: &Filling) -> Result<Statement, Finding> {
    let entry = |what: &str| {
        Finding::new(Code::SignatureEntry)
            .object(filling.signature)
            .detail(what)
    };
    let dictionary = dictionary(file, filling)?;
    check_entries(dictionary, filling, &KEYS, KIND)
        .map_err(|finding| finding.object(filling.signature))?;
    let (before, contents, after) = covered(pdf, dictionary, filling.end)?;
    let text = |key: &str| match dictionary.entry(key) {
        None => Ok(None),
        Some(_) => text_entry(dictionary, key)
            .map(Some)
            .ok_or_else(|| entry(key)),
    };
    let name = text("Name")?.ok_or_else(|| entry("Name"))?;
    if name != filling.field.signer {
        return Err(Finding::new(Code::NameNotExpected).detail(name));
    }
    let time = dictionary
        .entry("M")
        .and_then(Object::as_text)
        .and_then(|time| text::decode_time(&time.bytes));
    let (time, offset) = time.ok_or_else(|| entry("M"))?;
    let (role, position, reason) = (text(ROLE)?, text(POSITION)?, text("Reason")?);
    let message = message::check(contents, &[before, after], time)?;
    Ok(Statement {
        name,
        role,
        position,
        reason,
        time,
        offset,
        message,
    })
}

fn check_entries(
    dictionary: &Dictionary,
    filling: &Filling,
    keys: &[&str],
    (kind, form): (&str, &str),
) -> Result<(), Finding> {
    if let Some(key) = dictionary
        .keys()
        .find(|key| !keys.iter().any(|known| known.as_bytes() == key.as_slice()))
    {
        return Err(Finding::new(Code::SignatureEntry).detail(String::from_utf8_lossy(key)));
    }
    let mut direct = true;
    dictionary
        .values()
        .for_each(|value| value.walk(&mut |object| direct &= object.as_reference().is_none()));
    if !direct {
        return Err(Finding::new(Code::SignatureEntry).detail("an entry elsewhere"));
    }
    for (key, value) in [
        ("Type", kind),
        ("Filter", "Adobe.PPKLite"),
        ("SubFilter", form),
    ] {
        if !dictionary.says(key, value) {
            return Err(Finding::new(Code::SignatureKind).detail(key));
        }
    }
    let expected = (filling.revision == 1).then(certification);
    if dictionary.entry("Reference") != expected.as_ref() {
        return Err(Finding::new(Code::Certification));
    }
    Ok(())
}

type Covered<'a> = (&'a [u8], &'a [u8], &'a [u8]);

/// The bytes before the contents, the contents themselves and the bytes after them, when the byte range says just that.
fn covered<'a>(
    pdf: &'a [u8],
    dictionary: &'a Dictionary,
    end: usize,
) -> Result<Covered<'a>, Finding> {
    let malformed = || Finding::new(Code::ByteRangeMalformed);
    let contents = dictionary.entry("Contents").and_then(Object::as_text);
    let contents =
        contents.ok_or_else(|| Finding::new(Code::ContentsMalformed).detail("missing"))?;
    let range = dictionary
        .entry("ByteRange")
        .and_then(Object::as_array)
        .ok_or_else(malformed)?;
    let numbers: Option<Vec<usize>> = range
        .iter()
        .map(|one| usize::try_from(one.as_integer()?).ok())
        .collect();
    let Some(&[start, before, from, length]) = numbers.as_deref() else {
        return Err(malformed());
    };
    let span = &contents.span;
    if start != 0 || before != span.start || from != span.end {
        return Err(Finding::new(Code::ByteRangeGap)
            .at(span.start)
            .detail(format_args!("[{start} {before} {from} {length}]")));
    }
    if from.checked_add(length) != Some(end) {
        return Err(Finding::new(Code::ByteRangeEnd)
            .at(end)
            .detail(format_args!("[{start} {before} {from} {length}]")));
    }
    let (Some(head), Some(hole), Some(tail)) =
        (pdf.get(..before), pdf.get(before..from), pdf.get(from..end))
    else {
        return Err(malformed());
    };
    // One way of writing the same bytes, so that nothing in the file can change unnoticed.
    let plain = match hole {
        [b'<', digits @ .., b'>'] => digits
            .iter()
            .all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')),
        _ => false,
    };
    if !plain {
        return Err(Finding::new(Code::ContentsMalformed).at(span.start));
    }
    Ok((head, &contents.bytes, tail))
}
