//! Looks in every object of every revision for what no report contains: whatever acts, hides, moves or reaches outside.

use std::{cell::RefCell, collections::BTreeSet};

use crate::{
    fields::Prepared,
    finding::{Code, Finding},
    pdf::{Dictionary, Entries, File, Object},
};

/// Keys that make a document do something, or look different in another program.
const ACTIVE_KEYS: [&str; 15] = [
    "AA",
    "AlternatePresentations",
    "Alternates",
    "Collection",
    "JS",
    "JavaScript",
    "NeedAppearances",
    "NeedsRendering",
    "OPI",
    "OpenAction",
    "Renditions",
    "Requirements",
    "RichMediaContent",
    "RichMediaSettings",
    "XFA",
];
const LAYER_KEYS: [&str; 3] = ["OC", "OCGs", "OCProperties"];
const LAYER_TYPES: [&str; 2] = ["OCG", "OCMD"];
/// Kinds of action other than going to a place in the document or to an address on the web.
const ACTIONS: [&str; 17] = [
    "GoTo3DView",
    "GoToE",
    "GoToR",
    "Hide",
    "ImportData",
    "JavaScript",
    "Launch",
    "Movie",
    "Named",
    "Rendition",
    "ResetForm",
    "RichMediaExecute",
    "SetOCGState",
    "Sound",
    "SubmitForm",
    "Thread",
    "Trans",
];
const QUIET_ACTIONS: [&str; 2] = ["GoTo", "URI"];
const QUIET_ADDRESSES: [&[u8]; 3] = [b"https://", b"http://", b"mailto:"];
const OUTSIDE_KEYS: [&str; 4] = ["F", "FDecodeParms", "FFilter", "Ref"];
/// The form in which the report carries its own data.
const DATA_TYPE: &str = "application/json";

/// After so many findings nothing more is looked for: nobody reads them, and a hostile file has millions.
pub(super) const MOST_FINDINGS: usize = 1_000;
/// A report has one file; an attacker who lists more is not waited for.
const MOST_FILES: usize = 16;

/// Lists everything in the file that no report contains.
pub(crate) fn check(file: &File, fields: &[Prepared]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let fields: BTreeSet<u32> = fields.iter().map(|field| field.object).collect();
    for (number, revision) in file.revisions().iter().enumerate() {
        let annotated = RefCell::default();
        for (object, located) in &revision.objects {
            if findings.len() > MOST_FINDINGS {
                findings.truncate(MOST_FINDINGS);
                return findings;
            }
            let examined = Examined {
                file,
                revision: number,
                fields: &fields,
                annotated: &annotated,
                object: *object,
            };
            located.value.walk(&mut |inner| {
                if let Some(dictionary) = inner.as_dictionary() {
                    let found = examined.dictionary(
                        dictionary,
                        inner,
                        std::ptr::eq(inner, &raw const located.value),
                    );
                    findings.extend(found.map(|finding| finding.object(*object)));
                }
            });
        }
    }
    findings
}

struct Examined<'a> {
    file: &'a File,
    revision: usize,
    /// The objects of the prepared fields.
    fields: &'a BTreeSet<u32>,
    /// Lists of annotations that were looked at: any number of pages may name the same one.
    annotated: &'a RefCell<BTreeSet<u32>>,
    object: u32,
}

impl Examined<'_> {
    /// The first thing in one dictionary that no report contains. `whole` tells that it is the indirect object itself.
    fn dictionary(&self, dictionary: &Dictionary, object: &Object, whole: bool) -> Option<Finding> {
        let kind = |key: &str| {
            dictionary
                .entry(key)
                .and_then(Object::as_name)
                .unwrap_or_default()
        };
        if let Some(key) = has_key(dictionary, &ACTIVE_KEYS) {
            return Some(Finding::new(Code::ActiveContent).detail(key));
        }
        if let Some(action) = self.action(dictionary) {
            return Some(Finding::new(Code::ActiveContent).detail(action));
        }
        let layer = has_key(dictionary, &LAYER_KEYS).or_else(|| named(kind("Type"), &LAYER_TYPES));
        if let Some(layer) = layer {
            return Some(Finding::new(Code::OptionalContent).detail(layer));
        }
        if let Object::Stream(_) = object {
            if let Some(key) = has_key(dictionary, &OUTSIDE_KEYS) {
                return Some(Finding::new(Code::ExternalContent).detail(key));
            }
            if dictionary.says("Subtype", "PS") || dictionary.says("Subtype2", "PS") {
                return Some(Finding::new(Code::ActiveContent).detail("PS"));
            }
        }
        let prepared = whole && self.fields.contains(&self.object);
        if dictionary.contains_key(b"FT".as_slice()) && !prepared {
            return Some(Finding::new(Code::UnexpectedField));
        }
        if dictionary.says("Type", "Annot") && !is_plain_link(dictionary) && !prepared {
            return Some(unexpected_annotation(kind("Subtype")));
        }
        self.annotations(dictionary)
            .or_else(|| self.attachment(dictionary))
    }

    /// The name of an action that a report does not have.
    fn action(&self, dictionary: &Dictionary) -> Option<String> {
        let kind = dictionary.entry("S").and_then(Object::as_name);
        if let Some(kind) = kind
            && (named(kind, &ACTIONS).is_some()
                || (dictionary.says("Type", "Action") && named(kind, &QUIET_ACTIONS).is_none()))
            && !dictionary.says("Type", "StructElem")
        {
            return Some(String::from_utf8_lossy(kind).into_owned());
        }
        if dictionary.says("S", "URI") {
            let address = dictionary.entry("URI").and_then(Object::as_text);
            let address = address.map_or([].as_slice(), |address| &address.bytes);
            if !QUIET_ADDRESSES
                .iter()
                .any(|quiet| address.starts_with(quiet))
            {
                return Some(String::from_utf8_lossy(address).into_owned());
            }
        }
        let action = self
            .file
            .entry(self.revision, dictionary, "A")?
            .as_dictionary()?;
        let kind = self
            .file
            .entry(self.revision, action, "S")?
            .as_name()
            .unwrap_or_default();
        named(kind, &QUIET_ACTIONS)
            .is_none()
            .then(|| String::from_utf8_lossy(kind).into_owned())
    }

    /// An entry of `/Annots` that is neither a link nor a prepared field.
    fn annotations(&self, dictionary: &Dictionary) -> Option<Finding> {
        let annotations = dictionary.entry("Annots")?;
        if let Some(list) = annotations.as_reference()
            && !self.annotated.borrow_mut().insert(list)
        {
            return None;
        }
        let annotations = self.file.resolve(self.revision, annotations);
        let Some(annotations) = annotations.as_array() else {
            return Some(unexpected_annotation(b"Annots"));
        };
        for annotation in annotations {
            let number = annotation.as_reference();
            let prepared = number.is_some_and(|number| self.fields.contains(&number));
            let value = self.file.resolve(self.revision, annotation).as_dictionary();
            let is_link = value.is_some_and(is_plain_link);
            if !prepared && !is_link {
                let kind = value
                    .and_then(|value| value.entry("Subtype"))
                    .and_then(Object::as_name);
                return Some(unexpected_annotation(kind.unwrap_or_default()));
            }
        }
        None
    }

    /// An embedded file other than the data that belongs to the report as a whole.
    fn attachment(&self, dictionary: &Dictionary) -> Option<Finding> {
        let unexpected = |what: &str| Some(Finding::new(Code::UnexpectedAttachment).detail(what));
        if dictionary.says("Type", "EmbeddedFile") && !dictionary.says("Subtype", DATA_TYPE) {
            return unexpected("type");
        }
        let Some(files) = dictionary.entry("EF")?.as_dictionary() else {
            return unexpected("EF");
        };
        let is_data = |file: &Object| {
            let file = self.file.resolve(self.revision, file).as_dictionary();
            file.is_some_and(|file| {
                file.says("Type", "EmbeddedFile") && file.says("Subtype", DATA_TYPE)
            })
        };
        if !files.values().all(is_data) {
            return unexpected("type");
        }
        let associated = self
            .file
            .catalog(self.revision)
            .ok()
            .and_then(|(_, catalog)| self.file.entry(self.revision, catalog, "AF")?.as_array());
        let associated = associated.unwrap_or_default();
        if associated.len() > MOST_FILES {
            return unexpected("more than one");
        }
        let listed = associated
            .iter()
            .any(|one| one.as_reference() == Some(self.object));
        if listed && dictionary.says("AFRelationship", "Source") {
            None
        } else {
            unexpected("not the report's data")
        }
    }
}

/// Whether this is a link that draws nothing: one with a picture could cover what stands under it.
fn is_plain_link(dictionary: &Dictionary) -> bool {
    dictionary.says("Subtype", "Link") && !dictionary.contains_key(b"AP".as_slice())
}

fn unexpected_annotation(kind: &[u8]) -> Finding {
    Finding::new(Code::UnexpectedAnnotation).detail(String::from_utf8_lossy(kind))
}

fn has_key(dictionary: &Dictionary, keys: &[&'static str]) -> Option<&'static str> {
    keys.iter()
        .find(|key| dictionary.contains_key(key.as_bytes()))
        .copied()
}

fn named(name: &[u8], names: &[&'static str]) -> Option<&'static str> {
    names.iter().find(|known| known.as_bytes() == name).copied()
}
