//! A report in a form that is not the PDF: to publish, to edit, to count with.

use forms::Form;

use crate::Application;
use crate::files::label;
use crate::problem::{Fact, Problem};
use crate::report_page::{EditionData, data, edition_of};
use crate::typed;
use crate::view::{ExportReport, FilePurpose, ReportExported};

impl Application {
    /// Writes the report on an assessment as it stands in another form. The file appears whole or not at all.
    ///
    /// # Errors
    /// When there is no such assessment or form, or the file cannot be written.
    pub fn export_report(&mut self, input: ExportReport) -> Result<ReportExported, Problem> {
        let to = self.files.path(&input.to, &[FilePurpose::ReportForm])?;
        let form: Form = input.form.parse().map_err(|_| unknown(&input.form))?;
        let assessed = self.assessed(&input.assessment)?;
        let (edition, redaction) =
            edition_of(&assessed, &input.edition, input.withhold.as_deref())?;
        // Nobody signs what is not the PDF.
        let full = data(&assessed, typed::language(&input.language)?, &[])?;
        let made = EditionData::of(full, edition, &redaction)?;
        let names_left = made.warning(self.words())?;
        let bytes = forms::write(form, &made.data).map_err(|error| Problem::fault(&error))?;
        self.write_over(&to, &bytes)?;
        Ok(ReportExported {
            file: self.grant(&to, FilePurpose::ReportForm),
            size: self.words().size(bytes.len() as u64),
            names_left,
        })
    }
}

fn unknown(given: &str) -> Problem {
    Fact::UnknownWord {
        given: label(given),
        allowed: Form::ALL.map(Form::word).join(", "),
    }
    .about("form")
}
