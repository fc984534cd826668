//! From several files to the one document that they describe, without losing whose line is whose.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::complaint::Cause;
use super::document::Document;
use super::place::{Causes, Complaints, Path};

/// The part that a file plays, told by its name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Questionnaire,
    References,
    Glossary,
    Section,
}

impl Part {
    fn of(name: &str) -> Option<Self> {
        let mut names = name.rsplit(['/', '\\']);
        match (names.next(), names.next()) {
            (_, Some("sections")) => Some(Self::Section),
            (Some("questionnaire.json"), _) => Some(Self::Questionnaire),
            (Some("references.json"), _) => Some(Self::References),
            (Some("glossary.json"), _) => Some(Self::Glossary),
            _ => None,
        }
    }
}

/// The assembled questionnaire, and where each part of it came from.
pub(super) struct Assembly<'d, 'a> {
    /// The assembled questionnaire.
    pub(super) content: Json,
    main: &'d Document<'a>,
    /// Whether every file could be read.
    complete: bool,
    /// Parts of the content that stand in a file of their own: where they are in the content, and
    /// where in which file.
    elsewhere: Vec<(Path, &'d Document<'a>, Path)>,
}

impl<'d, 'a> Assembly<'d, 'a> {
    /// Puts the documents together; `sources` is the number of files that were given, readable or
    /// not.
    pub(super) fn of(
        documents: &'d [Document<'a>],
        sources: usize,
        complaints: &mut Complaints,
    ) -> Option<Self> {
        let parts: Vec<_> = documents
            .iter()
            .map(|document| {
                (
                    if sources == 1 {
                        Some(Part::Questionnaire)
                    } else {
                        Part::of(document.name)
                    },
                    document,
                )
            })
            .collect();
        let mut taken = BTreeSet::new();
        for (part, document) in &parts {
            let expected = match part {
                Some(Part::Section) => true,
                Some(part) => taken.insert(*part as u8),
                None => false,
            };
            if !expected {
                complaints.add(document.file, 0, Path::default(), Cause::UnexpectedFile);
            }
        }
        let first = |wanted: Part| {
            parts
                .iter()
                .find(|(part, _)| *part == Some(wanted))
                .map(|(_, document)| *document)
        };
        let main = first(Part::Questionnaire)?;
        let sections: Vec<_> = parts
            .iter()
            .filter(|(part, _)| *part == Some(Part::Section))
            .map(|(_, document)| *document)
            .collect();

        let mut assembly = Self {
            content: main.content.clone(),
            main,
            complete: documents.len() == sources,
            elsewhere: Vec::new(),
        };
        if !assembly.complete
            && let Json::Object(fields) = &mut assembly.content
        {
            // What an unreadable file may hold is not missing.
            for (field, part) in [
                ("references", Part::References),
                ("glossary", Part::Glossary),
            ] {
                if first(part).is_none() {
                    fields
                        .entry(field)
                        .or_insert_with(|| Json::Array(Vec::new()));
                }
            }
        }
        assembly.take_list("references", first(Part::References), complaints);
        assembly.take_list("glossary", first(Part::Glossary), complaints);
        assembly.take_sections(&sections, complaints);
        Some(assembly)
    }

    /// Where `path` in the assembled content stands: the document, and the path in it.
    pub(super) fn origin(&self, path: &Path) -> (&'d Document<'a>, Path) {
        for (here, document, there) in &self.elsewhere {
            if let Some(rest) = path.0.strip_prefix(here.0.as_slice()) {
                return (
                    document,
                    Path(there.0.iter().chain(rest).cloned().collect()),
                );
            }
        }
        (self.main, path.clone())
    }

    /// Makes complaints of `causes` about the content, as far as they are to be kept.
    pub(super) fn complain(
        &self,
        complaints: &mut Complaints,
        causes: Causes,
        keep: impl Fn(&Path, &Cause) -> bool,
    ) {
        for (path, cause) in causes
            .found
            .into_iter()
            .filter(|(path, cause)| keep(path, cause))
        {
            let (document, path) = self.origin(&path);
            complaints.add(document.file, document.offset_of(&path), path, cause);
        }
    }

    /// Takes the list `field` from its own file, which holds it as its only field.
    fn take_list(
        &mut self,
        field: &str,
        from: Option<&'d Document<'a>>,
        complaints: &mut Complaints,
    ) {
        let Some(document) = from else { return };
        let Json::Object(content) = &mut self.content else {
            return;
        };
        if content.contains_key(field) {
            let path = Path::default().then(field);
            let cause = Cause::DuplicateField {
                field: field.to_owned(),
            };
            complaints.add(self.main.file, self.main.offset_of(&path), path, cause);
        }
        let mut list = None;
        if let Json::Object(fields) = &document.content {
            for (name, value) in fields {
                if name == field {
                    list = Some(value.clone());
                } else {
                    let path = Path::default().then(name.as_str());
                    let cause = Cause::UnknownField {
                        field: name.clone(),
                        possible: vec![field.to_owned()],
                    };
                    complaints.add(document.file, document.offset_of(&path), path, cause);
                }
            }
        }
        let path = Path::default().then(field);
        if let Some(list) = list {
            content.insert(field.to_owned(), list);
        } else {
            content.insert(field.to_owned(), Json::Array(Vec::new()));
            let cause = Cause::MissingField {
                field: field.to_owned(),
            };
            complaints.add(document.file, 0, Path::default(), cause);
        }
        self.elsewhere.push((path.clone(), document, path));
    }

    /// Puts the sections in the place of their ids. A section that stands there itself stays.
    fn take_sections(&mut self, files: &[&'d Document<'a>], complaints: &mut Complaints) {
        let list = Path::default().then("sections");
        let mut used = BTreeSet::new();
        let mut assembled = Vec::new();
        if let Some(Json::Array(sections)) = self.content.get_mut("sections") {
            for (item, section) in std::mem::take(sections).into_iter().enumerate() {
                let Json::String(id) = &section else {
                    assembled.push((section, self.main, list.then(item)));
                    continue;
                };
                let holds = |document: &&&Document<'_>| section_id(document) == Some(id.as_str());
                if let Some(document) = files.iter().find(holds) {
                    if used.insert(document.file) {
                        assembled.push((document.content.clone(), document, Path::default()));
                    } else {
                        let path = list.then(item);
                        let cause = Cause::Repeated { item: id.clone() };
                        complaints.add(self.main.file, self.main.offset_of(&path), path, cause);
                    }
                } else if self.complete {
                    let path = list.then(item);
                    let cause = Cause::MissingSection {
                        section: id.clone(),
                    };
                    complaints.add(self.main.file, self.main.offset_of(&path), path, cause);
                }
            }
        }
        for document in files
            .iter()
            .filter(|document| !used.contains(&document.file))
        {
            let section = section_id(document).unwrap_or_default().to_owned();
            complaints.add(
                document.file,
                0,
                Path::default(),
                Cause::UnlistedSection { section },
            );
        }
        let mut sections = Vec::new();
        for (item, (section, document, there)) in assembled.into_iter().enumerate() {
            sections.push(section);
            self.elsewhere.push((list.then(item), document, there));
        }
        if let Some(place) = self
            .content
            .get_mut("sections")
            .filter(|place| place.is_array())
        {
            *place = Json::Array(sections);
        }
    }
}

fn section_id<'s>(document: &'s Document<'_>) -> Option<&'s str> {
    document.content.get("id").and_then(Json::as_str)
}
