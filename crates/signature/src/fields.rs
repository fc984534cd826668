//! The signature fields that the report prepared: empty, off the page, one for each person who is expected to sign, and any number
//! for timestamps of the whole document.

use serde::Serialize;

use crate::{
    finding::{Code, Finding},
    pdf::{Dictionary, Entries, File, Object, text},
};

/// A signature field of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Field {
    /// The field's own name, such as `Signature1`.
    pub name: String,
    /// The person who is expected to sign here.
    pub signer: String,
    /// Whether there is something in it; not whether that is a good signature.
    pub filled: bool,
}

/// The signature fields of a report, in its own order; those for timestamps of the document aside.
///
/// # Errors
/// When the file cannot be read, or has other form fields than signature fields.
pub fn fields(pdf: &[u8]) -> Result<Vec<Field>, Finding> {
    let file = File::read(pdf)?;
    let prepared = prepared(&file, file.last())?;
    let people = prepared
        .into_iter()
        .filter(|field| !field.is_for_timestamp());
    Ok(people.map(Field::from).collect())
}

impl From<Prepared> for Field {
    fn from(prepared: Prepared) -> Self {
        Self {
            name: prepared.name,
            signer: prepared.signer,
            filled: prepared.signature.is_some(),
        }
    }
}

/// A field with the numbers of its objects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Prepared {
    pub(crate) name: String,
    pub(crate) signer: String,
    pub(crate) object: u32,
    /// The signature dictionary in it.
    pub(crate) signature: Option<u32>,
}

impl Prepared {
    /// Whether the report prepared the field for a timestamp of the whole document: `Timestamp1` and so on.
    pub(crate) fn is_for_timestamp(&self) -> bool {
        let number = self.name.strip_prefix("Timestamp");
        number.is_some_and(|number| {
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        })
    }
}

/// No report awaits more people and timestamps than this.
const MOST_FIELDS: usize = 128;

/// The field whose signature certifies the report: the first that awaits a person.
pub(crate) fn first(fields: &[Prepared]) -> Option<&Prepared> {
    fields.iter().find(|field| !field.is_for_timestamp())
}

/// The fields as they are in one revision.
pub(crate) fn prepared(file: &File, revision: usize) -> Result<Vec<Prepared>, Finding> {
    let (_, catalog) = file.catalog(revision)?;
    let Some(form) = file.entry(revision, catalog, "AcroForm") else {
        return Ok(Vec::new());
    };
    let unexpected = || Finding::new(Code::UnexpectedField);
    let form = form.as_dictionary().ok_or_else(unexpected)?;
    let fields = file
        .entry(revision, form, "Fields")
        .and_then(Object::as_array)
        .ok_or_else(unexpected)?;
    if fields.len() > MOST_FIELDS {
        return Err(Finding::new(Code::TooLarge).detail("fields"));
    }
    let mut prepared: Vec<Prepared> = Vec::with_capacity(fields.len());
    for field in fields {
        let number = field.as_reference().ok_or_else(unexpected)?;
        let one = one(file, revision, number).ok_or_else(|| unexpected().object(number))?;
        if prepared
            .iter()
            .any(|other| other.name == one.name || other.object == number)
        {
            return Err(unexpected().object(number).detail("field occurs twice"));
        }
        prepared.push(one);
    }
    Ok(prepared)
}

fn one(file: &File, revision: usize, number: u32) -> Option<Prepared> {
    let Object::Dictionary(field) = &file.located(revision, number)?.value else {
        return None;
    };
    let stands_alone =
        !field.contains_key(b"Kids".as_slice()) && !field.contains_key(b"Parent".as_slice());
    if !stands_alone || !field.says("FT", "Sig") || !field.says("Subtype", "Widget") {
        return None;
    }
    let signature = match field.entry("V") {
        None => None,
        Some(value) => Some(value.as_reference()?),
    };
    Some(Prepared {
        name: text_entry(field, "T")?,
        signer: text_entry(field, "TU")?,
        object: number,
        signature,
    })
}

/// The text under a key; it must be there, direct, and text.
pub(crate) fn text_entry(dictionary: &Dictionary, key: &str) -> Option<String> {
    text::decode(&dictionary.entry(key)?.as_text()?.bytes)
}
