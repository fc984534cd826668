//! The questionnaires: those that are published with the program, and those that somebody wrote.

use std::borrow::Cow;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use questionnaire::{Questionnaire, parse};

use crate::complaints;

use crate::files::{name_of, read_regular, unreadable};
use crate::problem::{Fact, Problem};

/// The media type under which a dossier keeps a questionnaire.
pub(crate) const MEDIA_TYPE: &str = "application/json";
/// The name of a questionnaire in one document.
pub(crate) const WHOLE: &str = "questionnaire.json";

/// A questionnaire with the document that a dossier keeps.
#[derive(Debug, Clone)]
pub(crate) struct Instrument {
    pub(crate) questionnaire: Questionnaire,
    /// Its canonical JSON.
    pub(crate) document: Vec<u8>,
    /// SHA-256 of the document.
    pub(crate) digest: String,
}

static PUBLISHED: LazyLock<Vec<Instrument>> = LazyLock::new(|| {
    questionnaire::published()
        .iter()
        .map(|published| Instrument::new(published.questionnaire().clone()))
        .collect()
});

impl Instrument {
    fn new(questionnaire: Questionnaire) -> Self {
        let document = questionnaire.assembled().into_bytes();
        Self {
            digest: questionnaire::digest_of(&document),
            document,
            questionnaire,
        }
    }
}

/// The questionnaires published with the program, the latest edition of each first.
pub(crate) fn published() -> &'static [Instrument] {
    &PUBLISHED
}

/// The published questionnaire with this digest.
pub(crate) fn with_digest(digest: &str) -> Option<&'static Instrument> {
    published()
        .iter()
        .find(|instrument| instrument.digest == digest)
}

/// The published questionnaire that is meant by `id@version`, in which the version may be the
/// edition (`1.0`) or in full.
pub(crate) fn find(reference: &str) -> Result<&'static Instrument, Problem> {
    let meant = |instrument: &&Instrument| {
        let questionnaire = &instrument.questionnaire;
        reference == questionnaire.name()
            || reference == format!("{}@{}", questionnaire.id, questionnaire.version)
    };
    published().iter().find(meant).ok_or_else(|| {
        let known: Vec<String> = published()
            .iter()
            .map(|instrument| instrument.questionnaire.name())
            .collect();
        Fact::UnknownQuestionnaire {
            given: crate::files::label(reference),
            known: known.join(", "),
        }
        .about("questionnaire")
    })
}

/// The published questionnaire of this name or, where there is none, the one at this place.
pub(crate) fn find_or_load(given: &str) -> Result<Cow<'static, Instrument>, Problem> {
    match find(given) {
        Ok(instrument) => Ok(Cow::Borrowed(instrument)),
        Err(_) if Path::new(given).exists() => load(Path::new(given)).map(Cow::Owned),
        Err(unknown) => Err(unknown),
    }
}

/// Reads a questionnaire from a file that holds all of it, or from a folder as it is published:
/// `questionnaire.json`, `references.json`, `glossary.json` and a folder `sections`.
pub(crate) fn load(path: &Path) -> Result<Instrument, Problem> {
    let limit = parse::LARGEST_SIZE as u64;
    let read = |file: &Path| read_regular(file, limit, "5 MB");
    let about = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    let mut files = Vec::new();
    if about.is_dir() {
        for name in [WHOLE, "references.json", "glossary.json"] {
            let file = path.join(name);
            if file.exists() {
                files.push((name.to_owned(), read(&file)?));
            }
        }
        let sections = path.join("sections");
        if let Ok(entries) = fs::read_dir(&sections) {
            let mut names: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
            names.sort();
            for file in names {
                let name = format!("sections/{}", name_of(&file));
                files.push((name, read(&file)?));
            }
        }
    } else {
        files.push((name_of(path), read(path)?));
    }
    read_files(&name_of(path), &files)
}

/// Reads a questionnaire from its files.
pub(crate) fn read_files(name: &str, files: &[(String, Vec<u8>)]) -> Result<Instrument, Problem> {
    let sources: Vec<parse::Source<'_>> = files
        .iter()
        .map(|(name, bytes)| parse::Source { name, bytes })
        .collect();
    parse::parse(&sources)
        .map(Instrument::new)
        .map_err(|complaints| {
            let count = complaints.len() as u64;
            Problem::from(Fact::QuestionnaireRefused {
                name: name.to_owned(),
                count,
            })
            .with_details(complaints.iter().map(complaints::detail))
        })
}
