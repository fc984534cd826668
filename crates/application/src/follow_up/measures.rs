//! Measures: what is put in place against what was found.

use assessment::finding::Measure;
use assessment::state::{FollowUp, Register, standing};
use assessment::{AssessmentId, Change, MeasureId};
use jiff::civil::Date;

use super::links::{Unknown, date_or_none};
use super::owners::{owner_form, owner_name};
use crate::assessed::Assessed;
use crate::problem::Problem;
use crate::typed;
use crate::view::*;
use crate::words::Words;
use crate::{Application, count};

impl Application {
    /// Writes a measure down.
    ///
    /// # Errors
    /// When it says nothing, a date is none, its owner has no name, or it names a finding or a risk
    /// that does not stand.
    pub fn record_measure(&mut self, input: RecordMeasure) -> Result<Changed, Problem> {
        let assessment = self.assessed(&input.assessment)?.id;
        let measure = self.measure(assessment, &input.form)?;
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
        let now = self.measure(assessment, &input.form)?;
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

    fn measure(&self, assessment: AssessmentId, form: &MeasureForm) -> Result<Measure, Problem> {
        let assessed = self.assessed(&assessment.to_string())?;
        let owner = form.owner.as_ref().map(|owner| self.owner(owner));
        Ok(Measure {
            text: typed::said(&form.text, "text")?,
            findings: assessed.named_findings(&form.findings)?,
            risks: assessed.named_risks(&form.risks)?,
            owner: owner.transpose()?,
            due: date_or_none(form.due.as_deref(), "due")?,
            in_place_since: date_or_none(form.in_place_since.as_deref(), "in_place_since")?,
        })
    }
}

fn register(held: &FollowUp) -> &Register<MeasureId, Measure> {
    &held.measures
}

/// The measures that stand, in the order they were written down.
pub(super) fn views(assessed: &Assessed<'_>, today: Date) -> Vec<MeasureView> {
    let (open, words) = (assessed.open, assessed.words);
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
                    owner: measure.owner.as_ref().map(owner_form),
                    due: measure.due.map(|date| date.to_string()),
                    in_place_since: measure.in_place_since.map(|date| date.to_string()),
                },
                owner: measure.owner.as_ref().map(|it| owner_name(open, words, it)),
                in_place: in_place(words, measure),
                overdue: measure.in_place_since.is_none()
                    && measure.due.is_some_and(|due| due < today),
                findings: assessed.finding_texts(&measure.findings),
                risks: assessed.risk_texts(&measure.risks),
            }
        })
        .collect()
}

fn in_place(words: Words, measure: &Measure) -> String {
    let on = |key: &str, date: Date| words.format(key, &[("date", words.date(date).into())]);
    match (measure.in_place_since, measure.due) {
        (Some(since), _) => on("follow-up-measure-since", since),
        (None, Some(due)) => on("follow-up-measure-due", due),
        (None, None) => words.text("follow-up-measure-not-yet"),
    }
}
