//! Several assessments of one application side by side: what changed, and how it goes.
//!
//! Questionnaires may differ: questions are matched by their identity, which a
//! published questionnaire never gives to another question.

use std::collections::BTreeSet;

use jiff::civil::Date;
use questionnaire::{QuestionId, Questionnaire, Score, Value};
use serde::Serialize;

use crate::event::{ActionId, AssessmentId};
use crate::outcome::{Colour, Outcome, ShownScore};
use crate::state::{ActionState, AssessmentState, Current, RecordedAnswer, State};

/// An assessment with what it adds up to.
#[derive(Debug, Clone, Copy)]
pub struct Assessed<'a> {
    /// Which one.
    pub id: AssessmentId,
    /// By which questionnaire.
    pub questionnaire: &'a Questionnaire,
    /// Its state.
    pub state: &'a AssessmentState,
    /// What its answers add up to.
    pub outcome: &'a Outcome,
}

/// What changed from an earlier assessment to a later one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// Every question that either asks, in the order of the later questionnaire and
    /// after those what only the earlier one asked.
    pub questions: Vec<QuestionChange>,
    /// Every promise of either, by number.
    pub promises: Vec<PromiseChange>,
    /// The total.
    pub total: ScoreChange,
    /// The legal gaps that were open and are not any more.
    pub gaps_closed: Vec<QuestionId>,
    /// The legal gaps that were not open and are now.
    pub gaps_opened: Vec<QuestionId>,
}

/// What changed for a question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QuestionChange {
    /// Which.
    pub question: QuestionId,
    /// How.
    pub change: Direction,
    /// What was answered; nothing when it was open or not asked.
    pub before: Option<Value>,
    /// What is answered.
    pub after: Option<Value>,
    /// What the earlier answer was worth.
    pub score_before: Option<Score>,
    /// What the later answer is worth.
    pub score_after: Option<Score>,
    /// Whether the later answer was taken over and not looked at since.
    pub taken_over: bool,
}

/// In which direction something changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// The answers are the same.
    Same,
    /// The later answer is worth more.
    Better,
    /// The later answer is worth less.
    Worse,
    /// They differ, and neither is worth more.
    Otherwise,
    /// It is answered now and was not.
    Answered,
    /// It was answered and is not now.
    Opened,
    /// Only the later assessment asks it.
    New,
    /// Only the earlier assessment asked it.
    Gone,
}

/// What changed for a promise.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PromiseChange {
    /// Its number.
    pub promise: u8,
    /// The scores.
    #[serde(flatten)]
    pub scores: ScoreChange,
}

/// A score then and now; nothing where too few questions applied to show one.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ScoreChange {
    /// Then.
    pub before: Option<ShownScore>,
    /// Now.
    pub after: Option<ShownScore>,
}

/// One assessment in a trend.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TrendPoint {
    /// Which.
    pub assessment: AssessmentId,
    /// Its date.
    pub date: Date,
    /// Its colour.
    pub colour: Colour,
    /// Its total.
    pub total: Option<ShownScore>,
    /// The score of each promise, by number.
    pub promises: Vec<(u8, Option<ShownScore>)>,
    /// How many legal gaps were open.
    pub open_gaps: usize,
}

/// What changed from `earlier` to `later`.
pub fn compare(earlier: &Assessed<'_>, later: &Assessed<'_>) -> Comparison {
    let numbers: BTreeSet<u8> = [earlier, later]
        .iter()
        .flat_map(|it| it.outcome.promises.iter().map(|promise| promise.promise))
        .collect();
    let promises = numbers.into_iter().map(|promise| PromiseChange {
        promise,
        scores: ScoreChange {
            before: promise_score(earlier.outcome, promise),
            after: promise_score(later.outcome, promise),
        },
    });
    let gaps = |of: &Assessed<'_>| -> BTreeSet<QuestionId> {
        let open = of.outcome.legal.open();
        open.map(|point| point.question.clone()).collect()
    };
    let (before, after) = (gaps(earlier), gaps(later));
    Comparison {
        questions: questions(earlier, later),
        promises: promises.collect(),
        total: ScoreChange {
            before: earlier.outcome.total.score,
            after: later.outcome.total.score,
        },
        gaps_closed: before.difference(&after).cloned().collect(),
        gaps_opened: after.difference(&before).cloned().collect(),
    }
}

/// How assessments of one application go, in the order of their dates.
pub fn trend(assessments: &[Assessed<'_>]) -> Vec<TrendPoint> {
    let mut points: Vec<_> = assessments.iter().collect();
    points.sort_by_key(|it| (it.state.date, it.state.order));
    points
        .into_iter()
        .map(|it| TrendPoint {
            assessment: it.id,
            date: it.state.date,
            colour: it.outcome.verdict.colour,
            total: it.outcome.total.score,
            promises: it
                .outcome
                .promises
                .iter()
                .map(|promise| (promise.promise, promise.tally.score))
                .collect(),
            open_gaps: it.outcome.legal.open().count(),
        })
        .collect()
}

/// The action items of an application that were closed since an assessment of it was
/// started, each with the assessment that it comes from, in the order they were
/// closed.
pub fn closed_since(
    state: &State,
    earlier: AssessmentId,
) -> Vec<(AssessmentId, ActionId, &ActionState)> {
    let Some(since) = state.assessments.get(&earlier) else {
        return Vec::new();
    };
    let mut closed: Vec<_> = state
        .assessments
        .iter()
        .filter(|(_, held)| held.subject == since.subject)
        .flat_map(|(id, held)| {
            let actions = held.follow_up.actions.iter();
            actions.map(|(action, state)| (*id, *action, state))
        })
        .filter(|(_, _, action)| action.closed().is_some_and(|at| at >= since.started))
        .collect();
    closed.sort_by_key(|(_, action, state)| (state.closed(), *action));
    closed
}

/// The answers of `earlier` with which `later` could begin: to questions that it asks
/// and has no answer to yet, where its questionnaire still accepts them.
pub fn to_take_over<'a>(
    earlier: &Assessed<'a>,
    later: &Assessed<'_>,
) -> Vec<(QuestionId, &'a RecordedAnswer)> {
    let asked = later.outcome.intake.iter().chain(&later.outcome.asked);
    asked
        .filter(|id| matches!(later.state.current(id), Current::Open))
        .filter_map(|id| {
            let question = later.questionnaire.question(id)?;
            let recorded = answer(earlier, id)?;
            let value = &recorded.answer.value;
            (!value.is_open() && question.accepts(value).is_ok()).then(|| (id.clone(), recorded))
        })
        .collect()
}

fn promise_score(outcome: &Outcome, number: u8) -> Option<ShownScore> {
    let promise = outcome.promises.iter().find(|it| it.promise == number)?;
    promise.tally.score
}

fn questions(earlier: &Assessed<'_>, later: &Assessed<'_>) -> Vec<QuestionChange> {
    let asked = |of: &Assessed<'_>| -> Vec<QuestionId> {
        let outcome = of.outcome;
        outcome
            .intake
            .iter()
            .chain(&outcome.asked)
            .cloned()
            .collect()
    };
    let mut all = asked(later);
    let gone = asked(earlier).into_iter();
    all.extend(gone.filter(|id| !later.outcome.is_asked(id)));
    all.into_iter()
        .map(|question| {
            let (was, is) = (side(earlier, &question), side(later, &question));
            let taken_over = later.outcome.is_asked(&question)
                && answer(later, &question).is_some_and(|it| it.taken_over_from.is_some());
            QuestionChange {
                change: direction(&was, &is),
                before: was.value,
                after: is.value,
                score_before: was.score,
                score_after: is.score,
                taken_over,
                question,
            }
        })
        .collect()
}

/// A question in one assessment.
struct Side {
    asked: bool,
    value: Option<Value>,
    score: Option<Score>,
}

fn side(of: &Assessed<'_>, question: &QuestionId) -> Side {
    let asked = of.outcome.is_asked(question);
    let recorded = answer(of, question).filter(|_| asked);
    let value = recorded.map(|recorded| &recorded.answer.value);
    let value = value.filter(|value| !value.is_open());
    let form = of.questionnaire.question(question);
    Side {
        asked,
        score: form.zip(value).and_then(|(form, value)| form.score(value)),
        value: value.cloned(),
    }
}

fn answer<'a>(of: &Assessed<'a>, question: &QuestionId) -> Option<&'a RecordedAnswer> {
    match of.state.current(question) {
        Current::Answered(recorded) => Some(recorded),
        Current::Open | Current::Conflict(_) => None,
    }
}

fn direction(was: &Side, is: &Side) -> Direction {
    match (was.asked, is.asked) {
        (false, _) => return Direction::New,
        (true, false) => return Direction::Gone,
        (true, true) => {}
    }
    match (&was.value, &is.value) {
        (None, Some(_)) => Direction::Answered,
        (Some(_), None) => Direction::Opened,
        (was, is) if was == is => Direction::Same,
        _ => match (was.score, is.score) {
            (Some(was), Some(is)) if is > was => Direction::Better,
            (Some(was), Some(is)) if is < was => Direction::Worse,
            _ => Direction::Otherwise,
        },
    }
}
