//! The committee's advice: what it comes down to, under which conditions, and how it was weighed.

use std::collections::BTreeSet;

use assessment::Change;
use assessment::advice::{Advice, Condition, Course, Interest, Trigger};
use assessment::state::Given;

use super::links::{date_or_none, written_down};
use super::missing::{missing_point, required_for_advice};
use super::owners::{members, owner_form, owner_name};
use super::terms::{COURSES, TRIGGERS, trigger_word};
use super::{decision, risks, standing};
use crate::Application;
use crate::assessed::Assessed;
use crate::problem::{Fact, Problem};
use crate::typed;
use crate::view::*;

impl Application {
    /// Advice and decision.
    ///
    /// # Errors
    /// When there is no such assessment.
    pub fn advice_page(&mut self, input: OneAssessment) -> Result<AdvicePage, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let words = assessed.words;
        let conclusion = &assessed.state.conclusion;
        let (advice, decision) = (conclusion.advice(), conclusion.decision());
        let missing = standing::standing_of(&assessed)?.missing;
        let missing = missing
            .iter()
            .filter(|missing| required_for_advice(missing));
        let in_conflict = |holds: bool, several: usize| !holds && several > 1;
        Ok(AdvicePage {
            subject: assessed.subject_name(),
            advice: advice.map(|given| advice_view(&assessed, given)),
            advice_conflict: conclusion
                .advice
                .iter()
                .filter(|_| in_conflict(advice.is_some(), conclusion.advice.len()))
                .map(|given| advice_view(&assessed, given))
                .collect(),
            decision: decision.map(|taken| decision::decision_view(&assessed, taken)),
            decision_conflict: conclusion
                .decisions
                .iter()
                .filter(|_| in_conflict(decision.is_some(), conclusion.decisions.len()))
                .map(|taken| decision::decision_view(&assessed, taken))
                .collect(),
            departs: (advice.zip(decision)).filter(|_| conclusion.departs()).map(
                |(advice, decision)| {
                    if advice.said.course == decision.said.course {
                        return words.text("follow-up-departs-conditions");
                    }
                    let arguments = [
                        ("advice", words.course(advice.said.course).into()),
                        ("decision", words.course(decision.said.course).into()),
                    ];
                    words.format("follow-up-departs", &arguments)
                },
            ),
            risks: risks::views(&assessed),
            courses: words.choices("course", COURSES.0.iter().map(|(word, _)| *word)),
            triggers: words.choices("trigger", TRIGGERS.iter().map(|(word, _)| *word)),
            members: members(assessed.open),
            missing: missing
                .map(|missing| missing_point(&assessed, missing))
                .collect(),
        })
    }

    /// Gives an advice. It takes the place of the one before, and of all that contradict each other.
    ///
    /// # Errors
    /// When it gives no reason, or makes it depend on conditions and names none.
    pub fn give_advice(&mut self, input: GiveAdvice) -> Result<Changed, Problem> {
        let advice = self.advice(&input.form)?;
        let assessed = self.assessed(&input.assessment)?;
        let (assessment, conclusion) = (assessed.id, &assessed.state.conclusion);
        let same = conclusion.advice().is_some_and(|held| held.said == advice);
        let based_on = conclusion.advice.iter().map(|held| held.event).collect();
        let change = Change::AdviceGiven {
            assessment,
            advice,
            based_on,
        };
        self.record_if(!same, assessment, change)
    }

    /// Takes the advice back.
    ///
    /// # Errors
    /// When there is none.
    pub fn withdraw_advice(&mut self, input: OneAssessment) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let held = assessed.state.conclusion.advice.iter();
        let based_on: Vec<_> = held.map(|held| held.event).collect();
        if based_on.is_empty() {
            return Err(Fact::NoAdvice.into());
        }
        let assessment = assessed.id;
        let change = Change::AdviceWithdrawn {
            assessment,
            based_on,
        };
        self.record_in(assessment, change)
    }

    fn advice(&self, form: &AdviceForm) -> Result<Advice, Problem> {
        let course = typed::word(&COURSES, &form.course, "course")?;
        let conditions = self.conditions(&form.conditions)?;
        require_conditions(course, &conditions)?;
        let interest = |form: &InterestForm| {
            Ok(Interest {
                of: typed::name(&form.of, "interests")?,
                text: typed::said(&form.text, "interests")?,
            })
        };
        let interests: Result<Vec<_>, Problem> = form.interests.iter().map(interest).collect();
        let interests = interests?;
        let weighing = typed::paragraphs(&form.weighing, "weighing")?;
        if !interests.is_empty() && weighing.is_empty() {
            return Err(Fact::WeighingNeeded.about("weighing"));
        }
        Ok(Advice {
            course,
            because: typed::said(&form.because, "because")?,
            conditions,
            interests,
            weighing,
            review_on: date_or_none(form.review_on.as_deref(), "review_on")?,
            review_when: triggers(&form.review_when)?,
        })
    }

    pub(super) fn conditions(&self, forms: &[ConditionForm]) -> Result<Vec<Condition>, Problem> {
        let condition = |form: &ConditionForm| {
            let owner = form.owner.as_ref().map(|owner| self.owner(owner));
            Ok(Condition {
                text: typed::said(&form.text, "conditions")?,
                owner: owner.transpose()?,
                due: date_or_none(form.due.as_deref(), "conditions")?,
            })
        };
        forms.iter().map(condition).collect()
    }
}

/// Whoever goes under conditions names them.
pub(super) fn require_conditions(course: Course, conditions: &[Condition]) -> Result<(), Problem> {
    if course == Course::GoIf && conditions.is_empty() {
        return Err(Fact::ConditionsNeeded.about("conditions"));
    }
    Ok(())
}

fn triggers(given: &[String]) -> Result<BTreeSet<Trigger>, Problem> {
    let trigger = |given: &String| {
        let known = TRIGGERS.iter().find(|(word, _)| *word == given.trim());
        Ok(match known {
            Some((_, trigger)) => trigger.clone(),
            None => Trigger::Other(typed::name(given, "review_when")?),
        })
    };
    given.iter().map(trigger).collect()
}

fn advice_view(assessed: &Assessed<'_>, given: &Given<Advice>) -> AdviceView {
    let (words, said) = (assessed.words, &given.said);
    AdviceView {
        event: given.event.to_string(),
        form: AdviceForm {
            course: COURSES.word(said.course).to_owned(),
            because: said.because.clone(),
            conditions: said.conditions.iter().map(condition_form).collect(),
            interests: said
                .interests
                .iter()
                .map(|interest| InterestForm {
                    of: interest.of.clone(),
                    text: interest.text.clone(),
                })
                .collect(),
            weighing: said.weighing.clone(),
            review_on: said.review_on.map(|date| date.to_string()),
            review_when: said.review_when.iter().map(trigger_word).collect(),
        },
        course_label: words.course(said.course),
        conditions: condition_views(assessed, &said.conditions),
        review_on_text: said.review_on.map(|date| words.date(date)),
        review_when_labels: said
            .review_when
            .iter()
            .map(|trigger| words.trigger(trigger))
            .collect(),
        given: written_down(assessed.open, words, given.at, given.actor),
    }
}

pub(super) fn condition_form(condition: &Condition) -> ConditionForm {
    ConditionForm {
        text: condition.text.clone(),
        owner: condition.owner.as_ref().map(owner_form),
        due: condition.due.map(|date| date.to_string()),
    }
}

pub(super) fn condition_views(
    assessed: &Assessed<'_>,
    conditions: &[Condition],
) -> Vec<ConditionView> {
    let (open, words) = (assessed.open, assessed.words);
    let view = |condition: &Condition| ConditionView {
        text: condition.text.clone(),
        owner: condition
            .owner
            .as_ref()
            .map(|owner| owner_name(open, words, owner)),
        due: condition.due.map(|date| words.date(date)),
    };
    conditions.iter().map(view).collect()
}
