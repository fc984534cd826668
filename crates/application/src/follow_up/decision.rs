//! The decision of the person who answers for the application.
//!
//! The committee advises, the owner decides. A decision that departs from the advice says why, and
//! whoever lets an application run says of every risk that stays whether it is taken.

use assessment::Change;
use assessment::advice::{Course, Decision, ResidualRisk};
use assessment::state::{Given, standing};

use super::advice::{condition_form, condition_views, require_conditions};
use super::links::{Unknown, written_down};
use super::terms::COURSES;
use crate::Application;
use crate::assessed::Assessed;
use crate::problem::{Detail, Fact, Problem};
use crate::typed;
use crate::view::*;

impl Application {
    /// Writes down what the accountable owner decided. It takes the place of the decision before.
    ///
    /// # Errors
    /// When there is no one advice to decide on, the decision departs from it without a reason, names
    /// no conditions though it depends on them, or leaves a risk that stays out.
    pub fn take_decision(&mut self, input: TakeDecision) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let conclusion = &assessed.state.conclusion;
        let Some(advice) = conclusion.advice() else {
            return Err(if conclusion.advice.is_empty() {
                Fact::NoAdvice.into()
            } else {
                Fact::AdviceContradicts.into()
            });
        };
        let form = &input.form;
        let course = typed::word(&COURSES, &form.course, "course")?;
        let because = typed::paragraphs(&form.because, "because")?;
        let conditions = self.conditions(&form.conditions)?;
        require_conditions(course, &conditions)?;
        let mut decision = Decision {
            owner: typed::name(&form.owner, "owner")?,
            function: typed::line(&form.function, "function")?,
            date: typed::date(&form.date, "date")?,
            course,
            advice: Some(advice.event),
            because,
            conditions,
            residual_risks: Vec::new(),
        };
        if decision.because.is_empty() && decision.departs_from(&advice.said) {
            let words = assessed.words;
            return Err(Fact::DepartsWithoutReason {
                advice: words.course(advice.said.course),
            }
            .about("because"));
        }
        decision.residual_risks = residual_risks(&assessed, course, &form.residual_risks)?;
        let held = conclusion.decision();
        let same = held.is_some_and(|held| held.said == decision);
        let based_on = conclusion.decisions.iter().map(|held| held.event).collect();
        let assessment = assessed.id;
        let change = Change::DecisionTaken {
            assessment,
            decision,
            based_on,
        };
        self.record_if(!same, assessment, change)
    }
}

fn residual_risks(
    assessed: &Assessed<'_>,
    course: Course,
    forms: &[ResidualRiskForm],
) -> Result<Vec<ResidualRisk>, Problem> {
    let stand = standing(&assessed.state.follow_up.risks);
    let mut residual: Vec<ResidualRisk> = Vec::new();
    for form in forms {
        let found = stand.iter().find(|(id, _)| id.to_string() == form.risk);
        let (risk, recorded) = found.ok_or_else(|| Unknown::Risk.refuse(&form.risk))?;
        let because = typed::paragraphs(&form.because, "residual_risks")?;
        if !form.accepted && because.is_empty() {
            return Err(Fact::WhyRiskRefused {
                risk: recorded.now.text.clone(),
            }
            .about("residual_risks"));
        }
        residual.retain(|earlier| earlier.risk != *risk);
        residual.push(ResidualRisk {
            risk: *risk,
            accepted: form.accepted,
            because,
        });
    }
    let runs = matches!(course, Course::Go | Course::GoIf);
    let left_out: Vec<Detail> = stand
        .iter()
        .filter(|(id, _)| residual.iter().all(|told| told.risk != *id))
        .map(|(_, risk)| Detail::Plain(risk.now.text.clone()))
        .collect();
    if runs && !left_out.is_empty() {
        let count = left_out.len() as u64;
        return Err(Fact::RisksLeftOut { count }
            .about("residual_risks")
            .with_details(left_out));
    }
    Ok(residual)
}

pub(super) fn decision_view(assessed: &Assessed<'_>, taken: &Given<Decision>) -> DecisionView {
    let (words, said) = (assessed.words, &taken.said);
    let advice = assessed.state.conclusion.advice().map(|given| given.event);
    DecisionView {
        event: taken.event.to_string(),
        form: DecisionForm {
            owner: said.owner.clone(),
            function: said.function.clone(),
            date: said.date.to_string(),
            course: COURSES.word(said.course).to_owned(),
            because: said.because.clone(),
            conditions: said.conditions.iter().map(condition_form).collect(),
            residual_risks: said
                .residual_risks
                .iter()
                .map(|residual| ResidualRiskForm {
                    risk: residual.risk.to_string(),
                    accepted: residual.accepted,
                    because: residual.because.clone(),
                })
                .collect(),
        },
        course_label: words.course(said.course),
        date_text: words.date(said.date),
        conditions: condition_views(assessed, &said.conditions),
        residual_risks: said
            .residual_risks
            .iter()
            .filter_map(|residual| {
                let risk = assessed.state.follow_up.risks.get(&residual.risk)?;
                let key = if residual.accepted {
                    "accepted"
                } else {
                    "refused"
                };
                Some(ResidualRiskView {
                    text: risk.now.text.clone(),
                    accepted: residual.accepted,
                    label: words.term("risk", key),
                    because: residual.because.clone(),
                })
            })
            .collect(),
        on_earlier_advice: advice.is_some() && said.advice != advice,
        taken: written_down(assessed.open, words, taken.at, taken.actor),
    }
}
