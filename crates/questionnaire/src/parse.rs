//! From files to a questionnaire, or to everything that is wrong with them.
//!
//! Two layers. The *shape* of the files is what the JSON Schema of the types says: fields, types,
//! words and ranges. Their *meaning* is what no schema can say: that an id exists, that a flag is
//! set before it is asked for, that bands leave no gap. The shape check mends what it complains
//! about, so that meaning is always checked on a whole questionnaire and one run reports
//! everything.
//!
//! This module reads no files; whoever has the bytes hands them over under their names.

mod assembly;
mod bands;
mod complaint;
mod conditions;
mod document;
mod meaning;
mod place;
mod shape;

use std::sync::LazyLock;

use serde_json::Value as Json;

use crate::Questionnaire;
use assembly::Assembly;
use document::Document;
use place::{Causes, Complaints, Path};

pub use complaint::{Cause, Complaint, Named};

/// The largest size of all files together, in bytes.
pub const LARGEST_SIZE: usize = 5_000_000;
/// The deepest nesting of lists and objects.
pub const DEEPEST_NESTING: usize = 32;
/// The most questions.
pub const MOST_QUESTIONS: usize = 2_000;
/// The longest text in bytes.
pub const LONGEST_TEXT: usize = 20_000;
/// The longest field name in bytes.
pub const LONGEST_NAME: usize = 200;
/// The most values in one file.
pub const MOST_VALUES: usize = 250_000;
/// How many complaints are reported; after that it is only said that there are more.
pub const MOST_COMPLAINTS: usize = 1_000;

static SCHEMA: LazyLock<Json> = LazyLock::new(crate::schema);

/// A file of a questionnaire.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Its name, for complaints and to know its part: `questionnaire.json`, `references.json`,
    /// `glossary.json`, or anything in a folder `sections`.
    pub name: &'a str,
    /// Its content.
    pub bytes: &'a [u8],
}

/// Reads a questionnaire from its files, or from the single document that
/// [`Questionnaire::assembled`] writes.
///
/// # Errors
/// With every complaint about the files, each with its place, in the order of the files.
pub fn parse(sources: &[Source<'_>]) -> Result<Questionnaire, Vec<Complaint>> {
    let mut complaints = Complaints::default();
    let documents = Document::read_all(sources, &mut complaints);
    let questionnaire = read(sources.len(), &documents, &mut complaints);
    match questionnaire {
        Some(questionnaire) if complaints.is_empty() => Ok(questionnaire),
        _ => {
            let files: Vec<_> = sources
                .iter()
                .map(|source| (source.name, document::countable_text(source.bytes)))
                .collect();
            Err(complaints.placed(&files))
        }
    }
}

/// Reads the questionnaire, mended where complaints say so.
fn read(
    sources: usize,
    documents: &[Document<'_>],
    complaints: &mut Complaints,
) -> Option<Questionnaire> {
    let all_readable = documents.len() == sources;
    let Some(mut assembly) = Assembly::of(documents, sources, complaints) else {
        if all_readable {
            complaints.add(0, 0, Path::default(), Cause::NoQuestionnaire);
        }
        return None;
    };
    let declared = meaning::declared_flags(&assembly.content);
    let shape = shape::check(&SCHEMA, &mut assembly.content);
    let hopeless = shape.causes.is_full();
    assembly.complain(complaints, shape.causes, |_, _| true);
    if hopeless {
        return None;
    }
    let content = std::mem::take(&mut assembly.content);
    let questionnaire = match serde_json::from_value::<Questionnaire>(content) {
        Ok(questionnaire) => questionnaire,
        // The schema promises what the types need, so this is a gap in the schema: still no panic.
        Err(error) => {
            let mut causes = Causes::default();
            causes.add(
                Path::default(),
                Cause::Syntax {
                    message: error.to_string(),
                },
            );
            assembly.complain(complaints, causes, |_, _| true);
            return None;
        }
    };
    let causes = meaning::check(&questionnaire, &declared, &shape.mended);
    assembly.complain(complaints, causes, |path, cause| {
        // What an unreadable file may hold is not missing.
        let may_be_there = !all_readable && cause.says_something_is_missing();
        !may_be_there && !path.lies_in(&shape.mended)
    });
    Some(questionnaire)
}
