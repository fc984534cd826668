//! The questionnaires that come with the program.
//!
//! Their files are built in, so that the program needs nothing beside itself. Other questionnaires
//! are parsed by whoever holds their files.

use std::sync::LazyLock;

use serde_json::{Map, Value as Json};

use crate::{Questionnaire, Source};

macro_rules! sources {
    ($edition:literal: $($file:literal),+ $(,)?) => {
        &[$(Source {
            name: $file,
            bytes: include_bytes!(concat!("../../../questionnaires/", $edition, "/", $file)),
        }),+]
    };
}

/// A questionnaire that comes with the program.
#[derive(Debug)]
pub struct Published {
    sources: &'static [Source<'static>],
    questionnaire: LazyLock<Questionnaire>,
}

impl Published {
    /// The questionnaire.
    #[must_use]
    pub fn questionnaire(&self) -> &Questionnaire {
        &self.questionnaire
    }

    /// Its files, as they are in the project.
    #[must_use]
    pub const fn sources(&self) -> &'static [Source<'static>] {
        self.sources
    }
}

const CUSTOMER_CONTACT_AI_1_0: &[Source<'static>] = sources!("customer-contact-ai/1.0":
    "questionnaire.json",
    "references.json",
    "glossary.json",
    "sections/profile.json",
    "sections/purpose.json",
    "sections/human_access.json",
    "sections/transparency.json",
    "sections/reliability.json",
    "sections/equality.json",
    "sections/data_governance.json",
    "sections/privacy.json",
    "sections/accessibility.json",
    "sections/employees.json",
    "sections/feedback.json",
    "sections/ecology.json",
    "sections/supply_labour.json",
    "sections/governance.json",
    "sections/complaints.json",
    "sections/monitoring.json",
    "sections/procurement.json",
    "sections/sector.json",
);

static PUBLISHED: [Published; 1] = [Published {
    sources: CUSTOMER_CONTACT_AI_1_0,
    questionnaire: LazyLock::new(|| built_in(CUSTOMER_CONTACT_AI_1_0)),
}];

/// All built-in questionnaires, the newest edition of each first. The first of all is the one that a
/// new assessment uses unless another is asked for.
#[must_use]
pub fn published() -> &'static [Published] {
    &PUBLISHED
}

impl Questionnaire {
    /// The built-in questionnaire with this name: `customer-contact-ai@1.0`, or with the full version
    /// `customer-contact-ai@1.0.0-draft`.
    #[must_use]
    pub fn built_in(name: &str) -> Option<&'static Self> {
        let (id, version) = name.split_once('@')?;
        published()
            .iter()
            .map(Published::questionnaire)
            .find(|questionnaire| {
                questionnaire.id.as_str() == id
                    && (questionnaire.edition() == version || questionnaire.version == version)
            })
    }
}

/// Puts a built-in questionnaire together without checking it: the program is started too often to check
/// each time what is a part of it, and a test compares the outcome with that of [`parse()`](crate::parse()).
#[expect(
    clippy::panic,
    reason = "the files are part of the program, and a test parses each of them"
)]
fn built_in(sources: &[Source<'static>]) -> Questionnaire {
    assemble(sources).unwrap_or_else(|error| panic!("a built-in questionnaire is broken: {error}"))
}

fn assemble(sources: &[Source<'static>]) -> serde_json::Result<Questionnaire> {
    let mut whole = Map::new();
    let mut sections = Vec::new();
    for source in sources {
        let content = serde_json::from_slice::<Map<String, Json>>(source.bytes)?;
        if source.name.starts_with("sections/") {
            sections.push(Json::Object(content));
        } else {
            whole.extend(content);
        }
    }
    whole.insert("sections".to_owned(), Json::Array(sections));
    serde_json::from_value(Json::Object(whole))
}
