//! Making known later what an edition of a report withheld, and checking what was made known.

use std::path::Path;

use questionnaire::QuestionId;
use report::ReportData;
use report::edition::{Edition, NotDisclosed, disclose, disclose_at};
use verification::DisclosureFigures;

use crate::Application;
use crate::files::{LARGEST_REPORT, label, name_of, read_regular};
use crate::problem::{Fact, Problem};
use crate::report_page::edition;
use crate::verifying::sound_data;

/// What is to be made known.
#[derive(Debug, Clone, Copy)]
pub enum Wanted<'a> {
    /// What was answered to a question. What the rules name inside it stays withheld; without rules,
    /// what the public edition usually withholds.
    Question {
        /// Which.
        question: &'a str,
        /// As for the public edition.
        withhold: Option<&'a str>,
    },
    /// What stands at a place in the data, a JSON pointer.
    Place(&'a str),
}

impl Application {
    /// Writes to a file what a report that has it says somewhere, so that whoever has an edition without
    /// it can check that it is the original.
    ///
    /// # Errors
    /// When the report is altered or does not have it, or a file cannot be read or written.
    pub fn disclose(&self, report: &Path, wanted: Wanted<'_>, to: &Path) -> Result<(), Problem> {
        let data = self.data_of(report)?;
        let disclosed = match wanted {
            Wanted::Question { question, withhold } => {
                let (_, redaction) = edition(Edition::Public.word(), withhold)?;
                let public = report::edition::edition(&data, Edition::Public, &redaction)
                    .map_err(|error| Problem::fault(&error))?;
                disclose(&public, &QuestionId::new(question))
            }
            Wanted::Place(place) => disclose_at(&data, place),
        };
        let disclosure = disclosed.map_err(|error| match error {
            NotDisclosed::NoSuchQuestion(id) => Fact::UnknownQuestion {
                given: label(id.as_str()),
            }
            .about("question"),
            NotDisclosed::NothingThere(place) => Fact::NothingToDisclose {
                given: label(&place),
            }
            .about("field"),
            NotDisclosed::Withheld => Fact::WithheldHereToo {
                name: name_of(report),
            }
            .into(),
            error => Problem::fault(&error),
        })?;
        let json =
            serde_json::to_vec_pretty(&disclosure).map_err(|error| Problem::fault(&error))?;
        self.write_over(to, &json)
    }

    /// Checks what was made known against an edition. Whether that edition is sound is for
    /// [`verify_report`](Self::verify_report).
    ///
    /// # Errors
    /// When a file cannot be read as what it should be.
    pub fn disclosed(
        &self,
        report: &Path,
        disclosure: &Path,
    ) -> Result<DisclosureFigures, Problem> {
        Ok(verification::disclosed(report, disclosure, self.language)?)
    }

    fn data_of(&self, report: &Path) -> Result<ReportData, Problem> {
        let pdf = read_regular(report, LARGEST_REPORT, &self.words().size(LARGEST_REPORT))?;
        sound_data(&pdf, &name_of(report))
    }
}
