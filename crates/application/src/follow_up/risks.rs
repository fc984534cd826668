//! Risks: what may go wrong, how serious it is before the measures and after.

use std::collections::BTreeMap;

use assessment::finding::matrix::matrix;
use assessment::finding::{Grade, NotAGrade, Rating, Risk};
use assessment::state::{FollowUp, Register, standing};
use assessment::{Change, RiskId};

use super::links::Unknown;
use crate::assessed::Assessed;
use crate::problem::{Fact, Problem};
use crate::typed;
use crate::view::*;
use crate::{Application, count};

impl Application {
    /// Writes a risk down.
    ///
    /// # Errors
    /// When it says nothing, a grade is not one from 1 to 5, or it names a finding that does not stand.
    pub fn record_risk(&mut self, input: RecordRisk) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let risk = risk(&assessed, &input.form)?;
        let assessment = assessed.id;
        self.record_in(assessment, Change::RiskRecorded { assessment, risk })
    }

    /// Writes a risk anew.
    ///
    /// # Errors
    /// As for [`record_risk`](Self::record_risk), and when there is no such risk.
    pub fn revise_risk(&mut self, input: ReviseRisk) -> Result<Changed, Problem> {
        let (assessment, id, held) = self.written(register, &input.risk, Unknown::Risk)?;
        let assessed = self.assessed(&assessment.to_string())?;
        let now = risk(&assessed, &input.form)?;
        let differs = held.now != now;
        let change = Change::RiskRevised {
            assessment,
            risk: id,
            now,
        };
        self.record_if(differs, assessment, change)
    }

    /// Drops a risk, with the reason.
    ///
    /// # Errors
    /// When there is no such risk, or no reason.
    pub fn drop_risk(&mut self, input: DropRisk) -> Result<Changed, Problem> {
        let reason = typed::said(&input.reason, "reason")?;
        let (assessment, risk, _) = self.written(register, &input.risk, Unknown::Risk)?;
        let change = Change::RiskDropped {
            assessment,
            risk,
            reason,
        };
        self.record_in(assessment, change)
    }
}

fn register(held: &FollowUp) -> &Register<RiskId, Risk> {
    &held.risks
}

fn risk(assessed: &Assessed<'_>, form: &RiskForm) -> Result<Risk, Problem> {
    Ok(Risk {
        text: typed::said(&form.text, "text")?,
        for_whom: typed::line(&form.for_whom, "for_whom")?,
        findings: assessed.named_findings(&form.findings)?,
        before: rating(form.before, "before")?,
        after: form.after.map(|after| rating(after, "after")).transpose()?,
    })
}

fn rating(form: RatingForm, field: &'static str) -> Result<Rating, Problem> {
    let grade = |given: u8| {
        Grade::try_from(given).map_err(|NotAGrade(given)| {
            Fact::NotAGrade {
                given: u64::from(given),
            }
            .about(field)
        })
    };
    Ok(Rating {
        likelihood: grade(form.likelihood)?,
        impact: grade(form.impact)?,
    })
}

fn rating_form(rating: Rating) -> RatingForm {
    RatingForm {
        likelihood: rating.likelihood.get(),
        impact: rating.impact.get(),
    }
}

/// The risks that stand, in the order they were written down.
pub(super) fn views(assessed: &Assessed<'_>) -> Vec<RiskView> {
    let words = assessed.words;
    let measures = standing(&assessed.state.follow_up.measures);
    (1..)
        .zip(standing(&assessed.state.follow_up.risks))
        .map(|(number, (id, risk))| RiskView {
            id: id.to_string(),
            number: count(number),
            form: RiskForm {
                text: risk.now.text.clone(),
                for_whom: risk.now.for_whom.clone(),
                findings: risk.now.findings.iter().map(ToString::to_string).collect(),
                before: rating_form(risk.now.before),
                after: risk.now.after.map(rating_form),
            },
            before_label: words.rating(risk.now.before),
            after_label: risk.now.after.map(|after| words.rating(after)),
            findings: assessed.finding_texts(&risk.now.findings),
            measures: measures
                .iter()
                .filter(|(_, measure)| measure.now.risks.contains(&id))
                .map(|(_, measure)| measure.now.text.clone())
                .collect(),
        })
        .collect()
}

/// The matrix, with the numbers that the risks have in [`views`].
pub(super) fn matrix_view(assessed: &Assessed<'_>) -> RiskMatrix {
    let words = assessed.words;
    let risks = &assessed.state.follow_up.risks;
    let numbers: BTreeMap<RiskId, u32> = (1..)
        .zip(standing(risks))
        .map(|(number, (id, _))| (id, count(number)))
        .collect();
    let numbered = |ids: &[RiskId]| {
        ids.iter()
            .filter_map(|id| numbers.get(id).copied())
            .collect()
    };
    let rows = matrix(risks).rows.into_iter().map(|row| RiskRow {
        likelihood: row.likelihood.get(),
        label: words.grade("likelihood", row.likelihood.get()),
        cells: row
            .cells
            .iter()
            .map(|cell| RiskCell {
                impact: cell.impact.get(),
                label: words.grade("impact", cell.impact.get()),
                before: numbered(&cell.before),
                after: numbered(&cell.after),
            })
            .collect(),
    });
    RiskMatrix {
        rows: rows.collect(),
    }
}
