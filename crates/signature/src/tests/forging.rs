//! Tools of an attacker: updates with any objects, and signatures over anything.

use super::people::Person;
use crate::{
    message,
    pdf::{Dictionary, Entries, File, Object, write},
};

/// An update in table form that nobody agreed to.
pub(super) struct Update {
    pub(super) objects: Vec<(u32, Vec<u8>)>,
    pub(super) removed: Vec<u32>,
    /// Entries to add to the trailer, or to replace in it.
    pub(super) trailer: Vec<(&'static str, Object)>,
}

impl Update {
    pub(super) fn of(objects: impl IntoIterator<Item = (u32, String)>) -> Self {
        let objects = objects
            .into_iter()
            .map(|(number, body)| (number, body.into_bytes()))
            .collect();
        Self {
            objects,
            removed: Vec::new(),
            trailer: Vec::new(),
        }
    }

    pub(super) fn append(&self, pdf: &[u8]) -> Vec<u8> {
        let file = File::read(pdf).unwrap();
        let last = file.revisions().last().unwrap();
        let mut out = pdf.to_vec();
        out.push(b'\n');
        let mut entries = String::new();
        for (number, body) in &self.objects {
            entries += &format!("{number} 1\n{:010} 00000 n \n", out.len());
            out.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
            out.extend_from_slice(body);
            out.extend_from_slice(b"\nendobj\n");
        }
        for number in &self.removed {
            entries += &format!("{number} 1\n0000000000 00001 f \n");
        }
        let size = last.trailer.entry("Size").unwrap().as_integer().unwrap();
        let highest = self
            .objects
            .iter()
            .map(|(number, _)| i64::from(*number) + 1)
            .max()
            .unwrap_or(0);
        let mut trailer = last.trailer.clone();
        trailer.insert(
            b"Prev".to_vec(),
            Object::Integer(last.section.try_into().unwrap()),
        );
        trailer.insert(b"Size".to_vec(), Object::Integer(size.max(highest)));
        for (key, value) in &self.trailer {
            trailer.insert(key.as_bytes().to_vec(), value.clone());
        }
        let at = out.len();
        out.extend_from_slice(format!("xref\n{entries}trailer\n").as_bytes());
        write::dictionary(&mut out, &trailer);
        out.extend_from_slice(format!("\nstartxref\n{at}\n%%EOF\n").as_bytes());
        out
    }
}

/// What is known of a file that someone wants to sign falsely.
pub(super) struct Target {
    pub(super) catalog: u32,
    pub(super) field: u32,
    /// The number that a signature would get.
    pub(super) free: u32,
    catalog_entries: Dictionary,
    field_entries: Dictionary,
}

impl Target {
    /// The first empty field.
    pub(super) fn of(pdf: &[u8]) -> Self {
        Self::with(pdf, |field| field.signature.is_none())
    }

    /// The field of that name.
    pub(super) fn of_field(pdf: &[u8], name: &str) -> Self {
        Self::with(pdf, |field| field.name == name)
    }

    fn with(pdf: &[u8], is_meant: impl Fn(&crate::fields::Prepared) -> bool) -> Self {
        let file = File::read(pdf).unwrap();
        let last = file.last();
        let (catalog, entries) = file.catalog(last).unwrap();
        let fields = crate::fields::prepared(&file, last).unwrap();
        let field = fields.iter().find(|field| is_meant(field)).unwrap().object;
        let size = file
            .revisions()
            .last()
            .unwrap()
            .trailer
            .entry("Size")
            .unwrap()
            .as_integer()
            .unwrap();
        Self {
            catalog,
            field,
            free: size.try_into().unwrap(),
            catalog_entries: entries.clone(),
            field_entries: file
                .located(last, field)
                .unwrap()
                .value
                .as_dictionary()
                .unwrap()
                .clone(),
        }
    }

    /// The field with its signature.
    pub(super) fn filled_field(&self) -> (u32, String) {
        (
            self.field,
            with(&self.field_entries, &[("V", Object::Reference(self.free))]),
        )
    }

    /// The catalog with its permissions.
    pub(super) fn certified_catalog(&self) -> (u32, String) {
        let permissions = Dictionary::from([(b"DocMDP".to_vec(), Object::Reference(self.free))]);
        (
            self.catalog,
            with(
                &self.catalog_entries,
                &[("Perms", Object::Dictionary(permissions))],
            ),
        )
    }

    /// The catalog with something else.
    pub(super) fn catalog_with(&self, key: &'static str, value: Object) -> (u32, String) {
        (self.catalog, with(&self.catalog_entries, &[(key, value)]))
    }
}

pub(super) fn with(entries: &Dictionary, more: &[(&'static str, Object)]) -> String {
    let mut entries = entries.clone();
    for (key, value) in more {
        entries.insert(key.as_bytes().to_vec(), value.clone());
    }
    let mut out = Vec::new();
    write::dictionary(&mut out, &entries);
    String::from_utf8(out).unwrap()
}

/// A certification as this program makes it.
pub(super) const CERTIFICATION: &str = "/Reference [<</Type /SigRef/TransformMethod /DocMDP\
    /TransformParams <</Type /TransformParams/P 2/V /1.2>>>>]";

/// A signature that is cryptographically right, around a dictionary and a range of the attacker's choice.
pub(super) struct Forgery<'a> {
    pub(super) name: &'a str,
    /// Further entries of the dictionary.
    pub(super) entries: String,
    /// Objects beside the signature.
    pub(super) objects: Vec<(u32, String)>,
    /// From the place of the contents and the length of the file to the four numbers.
    pub(super) range: fn(std::ops::Range<usize>, usize) -> [usize; 4],
    /// Changes the message; it is given the bytes that the range covers.
    pub(super) message: Message<'a>,
}

/// Makes a message over parts.
pub(super) type Message<'a> = Box<dyn Fn(&[&[u8]], &Person) -> Vec<u8> + 'a>;

impl<'a> Forgery<'a> {
    /// What this program would make for the first empty field.
    pub(super) fn honest(target: &Target, name: &'a str, first: bool) -> Self {
        let mut objects = vec![target.filled_field()];
        if first {
            objects.push(target.certified_catalog());
        }
        Self {
            name,
            entries: if first {
                CERTIFICATION.to_owned()
            } else {
                String::new()
            },
            objects,
            range: |contents, length| [0, contents.start, contents.end, length - contents.end],
            message: Box::new(|parts, signer| message::make(parts, signer).unwrap()),
        }
    }

    pub(super) fn append(&self, pdf: &[u8], target: &Target, signer: &Person) -> Vec<u8> {
        const ROOM: usize = 4000;
        let mut dictionary = b"<</Type /Sig/Filter /Adobe.PPKLite/SubFilter /ETSI.CAdES.detached/M (D:20260304130000+01'00')/Name ".to_vec();
        write::object(
            &mut dictionary,
            &Object::text(crate::pdf::text::encode(self.name)),
        );
        dictionary.extend_from_slice(self.entries.as_bytes());
        let range = format!("/ByteRange {}", " ".repeat(60));
        dictionary
            .extend_from_slice(format!("{range}/Contents <{}>>>", "0".repeat(ROOM)).as_bytes());
        let mut update = Update::of(self.objects.clone());
        update.objects.push((target.free, dictionary));
        let mut out = update.append(pdf);
        let place = position(&out, range.as_bytes(), pdf.len()) + "/ByteRange ".len();
        let start = position(&out, b"/Contents <", place) + "/Contents ".len();
        let contents = start..start + ROOM + 2;
        let [a, b, c, d] = (self.range)(contents.clone(), out.len());
        let text = format!("[{a} {b} {c} {d}]");
        out[place..place + text.len()].copy_from_slice(text.as_bytes());
        let message = (self.message)(&[&out[a..b], &out[c..c + d]], signer);
        let digits = hex::encode(message);
        out[start + 1..start + 1 + digits.len()].copy_from_slice(digits.as_bytes());
        out
    }
}

/// Where something stands, from a place on.
#[track_caller]
pub(super) fn position(bytes: &[u8], text: &[u8], from: usize) -> usize {
    from + bytes[from..]
        .windows(text.len())
        .position(|window| window == text)
        .expect("the text is there")
}

/// The file with the last occurrence of a text replaced by one of the same length.
#[track_caller]
pub(super) fn replaced(pdf: &[u8], old: &str, new: &str) -> Vec<u8> {
    assert!(new.len() <= old.len());
    let new = format!("{new:width$}", width = old.len());
    let at = pdf
        .windows(old.len())
        .rposition(|window| window == old.as_bytes())
        .expect("the text is there");
    let mut out = pdf.to_vec();
    out[at..at + old.len()].copy_from_slice(new.as_bytes());
    out
}
