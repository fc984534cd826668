//! Checking what was made known later of what an edition of a report withholds.

use std::path::Path;

use messages::Language;
use report::ReportData;
use report::edition::{Disclosure, place_of, read_disclosure};
use report::private::fingerprint;
use report::wording::size;
use serde::Serialize;

use crate::examination::sound_data_of;
use crate::file::{name_of, read_regular};
use crate::refusal::Refusal;

/// What a disclosure may weigh.
const LARGEST_DISCLOSURE: u64 = 10_000_000;

/// What a disclosure turns out to be, for programs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DisclosureFigures {
    /// Whether this is what the report withholds or says.
    pub original: bool,
    /// Where in the data of the report, as a JSON pointer.
    pub place: Option<String>,
    /// Which question it is about, with its text, if it is about one.
    pub question: Option<String>,
    /// What is made known.
    pub value: serde_json::Value,
}

/// Checks what was made known against an edition. Whether that edition is signed, and by whom, is for
/// [`Examination`](crate::Examination).
///
/// # Errors
/// When a file cannot be read as what it should be.
pub fn disclosed(
    report: &Path,
    disclosure: &Path,
    language: Language,
) -> Result<DisclosureFigures, Refusal> {
    let data = sound_data_of(report, language)?;
    let limit = size(LARGEST_DISCLOSURE, language);
    let json = read_regular(disclosure, LARGEST_DISCLOSURE, &limit)?;
    let disclosure: Disclosure = read_disclosure(&json).map_err(|_| Refusal::NotADisclosure {
        name: name_of(disclosure),
    })?;
    let fault = |error| Refusal::fault(&error);
    let same = disclosure.fingerprint == fingerprint(&data).map_err(fault)?;
    let place = match same {
        true => place_of(&data, &disclosure).map_err(fault)?,
        false => None,
    };
    Ok(DisclosureFigures {
        original: place.is_some(),
        question: place.as_deref().and_then(|place| question_at(&data, place)),
        place,
        value: disclosure.value,
    })
}

/// The question that a place in the data belongs to.
fn question_at(data: &ReportData, place: &str) -> Option<String> {
    let mut steps = place.strip_prefix("/sections/")?.split('/');
    let section = data.sections.get(steps.next()?.parse::<usize>().ok()?)?;
    let (_, at) = (steps.next()?, steps.next()?);
    let question = section.questions.get(at.parse::<usize>().ok()?)?;
    Some(format!("{} {}", question.id, question.text))
}
