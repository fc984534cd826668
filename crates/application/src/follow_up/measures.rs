//! Measures: what is put in place against what was found.

use assessment::finding::Measure;
use assessment::state::{FollowUp, Register, standing};
use assessment::{Change, MeasureId};

use super::links::{Unknown, date_or_none};
use crate::assessed::Assessed;
use crate::problem::Problem;
use crate::typed;
use crate::view::*;
use crate::{Application, count};

impl Application {
    /// Writes a measure down.
    ///
    /// # Errors
    /// When it says nothing, its date is none, or it names a finding or a risk that does not stand.
    pub fn record_measure(&mut self, input: RecordMeasure) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let measure = measure(&assessed, &input.form)?;
        let assessment = assessed.id;
        let change = Change::MeasureRecorded {
            assessment,
            measure,
        };
        self.record_in(assessment, change)
    }

    /// Writes a measure anew.
    ///
    /// # Errors
    /// As for [`record_measure`](Self::record_measure), and when there is no such measure.
    pub fn revise_measure(&mut self, input: ReviseMeasure) -> Result<Changed, Problem> {
        let (assessment, id, held) = self.written(register, &input.measure, Unknown::Measure)?;
        let assessed = self.assessed(&assessment.to_string())?;
        let now = measure(&assessed, &input.form)?;
        let differs = held.now != now;
        let change = Change::MeasureRevised {
            assessment,
            measure: id,
            now,
        };
        self.record_if(differs, assessment, change)
    }

    /// Gives a measure up, with the reason.
    ///
    /// # Errors
    /// When there is no such measure, or no reason.
    pub fn drop_measure(&mut self, input: DropMeasure) -> Result<Changed, Problem> {
        let reason = typed::said(&input.reason, "reason")?;
        let (assessment, measure, _) = self.written(register, &input.measure, Unknown::Measure)?;
        let change = Change::MeasureDropped {
            assessment,
            measure,
            reason,
        };
        self.record_in(assessment, change)
    }
}

fn register(held: &FollowUp) -> &Register<MeasureId, Measure> {
    &held.measures
}

fn measure(assessed: &Assessed<'_>, form: &MeasureForm) -> Result<Measure, Problem> {
    Ok(Measure {
        text: typed::said(&form.text, "text")?,
        findings: assessed.named_findings(&form.findings)?,
        risks: assessed.named_risks(&form.risks)?,
        in_place_since: date_or_none(form.in_place_since.as_deref(), "in_place_since")?,
    })
}

/// The measures that stand, in the order they were written down.
pub(super) fn views(assessed: &Assessed<'_>) -> Vec<MeasureView> {
    let words = assessed.words;
    (1..)
        .zip(standing(&assessed.state.follow_up.measures))
        .map(|(number, (id, measure))| {
            let measure = &measure.now;
            MeasureView {
                id: id.to_string(),
                number: count(number),
                form: MeasureForm {
                    text: measure.text.clone(),
                    findings: measure.findings.iter().map(ToString::to_string).collect(),
                    risks: measure.risks.iter().map(ToString::to_string).collect(),
                    in_place_since: measure.in_place_since.map(|date| date.to_string()),
                },
                in_place: match measure.in_place_since {
                    Some(since) => {
                        let since = [("date", words.date(since).into())];
                        words.format("follow-up-measure-since", &since)
                    }
                    None => words.text("follow-up-measure-not-yet"),
                },
                findings: assessed.finding_texts(&measure.findings),
                risks: assessed.risk_texts(&measure.risks),
            }
        })
        .collect()
}
