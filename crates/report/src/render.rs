//! From the data of a report to a PDF that carries that data.

use messages::catalogue;

use crate::data::{ReportData, canonical};
use crate::layout::RunningText;
use crate::pdf::{self, Attachment, Settings, SignatureField};
use crate::{RenderFailed, template, wording};

/// The name of the data inside the PDF.
pub const ATTACHMENT: &str = "assessment.json";

/// How many timestamps of the whole document there is room for: a first one, and renewals of it in later years.
const TIMESTAMPS: usize = 4;

/// Makes the PDF: one empty signature field per signer, the data inside.
///
/// # Errors
/// [`RenderFailed`]; never because of what people typed.
pub fn render(data: &ReportData) -> Result<Vec<u8>, RenderFailed> {
    let texts = catalogue(data.language);
    let title = format!("{} – {}", texts.text("report-title"), data.subject.name);
    let settings = Settings {
        subject: data.subject.name.clone(),
        organisation: data.organisation_name().to_owned(),
        created: data.as_of.timestamp(),
        running: running(data),
        attachment: Some(Attachment {
            name: ATTACHMENT.to_owned(),
            mime: "application/json".to_owned(),
            description: texts.text("report-attachment"),
            bytes: canonical(data)?,
        }),
        signature_fields: fields(data, &texts.text("report-timestamp")),
        title,
    };
    Ok(pdf::render(&template::document(data)?, &settings)?)
}

/// What stands at the head and the foot of every page.
pub(crate) fn running(data: &ReportData) -> RunningText {
    let texts = catalogue(data.language);
    RunningText {
        head_left: data.organisation_name().to_owned(),
        head_right: texts.text(wording::running_head(data.edition)),
        foot_left: data.subject.name.clone(),
        foot_right: texts.format(
            "report-page",
            &[("page", "{page}".into()), ("pages", "{pages}".into())],
        ),
    }
}

/// A field for each who signs, in order, and behind them those for timestamps. All have to be there from the beginning:
/// whoever adds a field later breaks the first signature.
fn fields(data: &ReportData, timestamp: &str) -> Vec<SignatureField> {
    let people = data.signers.iter().filter_map(|signer| {
        Some(SignatureField {
            name: signer.field.clone()?,
            signer: signer.name.clone(),
        })
    });
    let mut fields: Vec<SignatureField> = people.collect();
    if !fields.is_empty() {
        fields.extend((1..=TIMESTAMPS).map(|number| SignatureField {
            name: format!("Timestamp{number}"),
            signer: format!("{timestamp} {number}"),
        }));
    }
    fields
}
