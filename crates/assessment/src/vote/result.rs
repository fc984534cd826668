//! What a revealed round shows: how the votes spread, where the middle is, how far
//! they agree, who speaks first.
//!
//! Only members with a say count. Names appear only where the round promised so. The
//! committee's answer is not made of the votes: it is recorded apart.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use questionnaire::{AnswerForm, Question, QuestionId, Questionnaire, Value};
use serde::Serialize;

use super::agreement::Agreement;
use super::{Ballot, Round, Scale};
use crate::event::{AssessmentId, MemberId, RoundId};
use crate::state::State;

/// What the votes on one question show.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QuestionResult {
    /// The question.
    pub question: QuestionId,
    /// How many chose each answer, in order from least to most. Empty where the
    /// question is answered in words.
    pub steps: Vec<Step>,
    /// Whether the steps are a scale, so that there is a middle and a distance.
    pub ordered: bool,
    /// How many could not say.
    pub cannot_say: u32,
    /// How many think that the question does not apply.
    pub not_applicable: u32,
    /// How many votes are still locked.
    pub locked: u32,
    /// The middle vote, as places in `steps`; two when there is an even number.
    pub median: Option<(usize, usize)>,
    /// How many steps the highest vote lies above the lowest.
    pub spread: usize,
    /// How far the votes agree.
    pub agreement: Option<Agreement>,
    /// Who voted what and why, in the order of the members; empty when names are not
    /// shown.
    pub named: Vec<NamedVote>,
    /// What was said with the votes, in no order that leads back to who said it.
    /// Empty when names are shown: it is with the names then.
    pub because: Vec<Ballot>,
    /// Who voted lowest or highest where the votes differ; empty when names are not
    /// shown.
    pub speak_first: Vec<MemberId>,
    /// Who decides and did not vote in time, in the order of the members.
    pub missing: Vec<MemberId>,
    /// Those of them whose vote came too late.
    pub too_late: Vec<MemberId>,
}

/// One answer, and how many chose it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    /// The answer; of a band of numbers its least.
    pub value: Value,
    /// How many.
    pub votes: u32,
}

/// A vote with the name of the voter.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NamedVote {
    /// Who.
    pub member: MemberId,
    /// What and why; nothing while it is locked.
    pub ballot: Option<Ballot>,
    /// Its place in the steps, if it has one.
    pub step: Option<usize>,
}

/// What each question of a round shows, in the order of the round. Nothing before the
/// reveal.
pub fn results(
    questionnaire: &Questionnaire,
    state: &State,
    assessment: AssessmentId,
    round: RoundId,
) -> Option<Vec<QuestionResult>> {
    let rounds = &state.assessments.get(&assessment)?.rounds;
    let revealed = rounds.get(&round)?;
    let day = revealed.revealed.as_ref()?.at.date();
    let deciding = state.deciding_members(assessment, day);
    let mut seen = BTreeSet::new();
    revealed
        .round
        .questions
        .iter()
        .filter(|id| seen.insert(*id))
        .map(|id| {
            let scale = steps(questionnaire.question(id), revealed.round.scale);
            let votes: Vec<NamedVote> = revealed
                .revealed_votes(id)?
                .into_iter()
                .filter(|vote| state.has_a_say(assessment, vote.member))
                .map(|vote| NamedVote {
                    member: vote.member,
                    ballot: vote.ballot.cloned(),
                    step: vote.ballot.and_then(|ballot| scale.place(&ballot.value)),
                })
                .collect();
            let missing: Vec<MemberId> = deciding
                .iter()
                .copied()
                .filter(|member| votes.iter().all(|vote| vote.member != *member))
                .collect();
            let late = revealed.came_too_late(id);
            let too_late = missing.iter().copied().filter(|it| late.contains(it));
            let too_late = too_late.collect();
            let ordered_as = |member: &MemberId| state.members.get(member).map(|it| it.order);
            let mut votes = votes;
            votes.sort_by_key(|vote| ordered_as(&vote.member));
            let shown = shown(id, &revealed.round, scale, votes);
            Some(QuestionResult {
                missing,
                too_late,
                ..shown
            })
        })
        .collect()
}

/// The questions in the order in which to talk about them: first where the votes
/// agree least, then where they lie furthest apart; as they stand where it is equal.
pub fn talk_first(results: &[QuestionResult]) -> Vec<&QuestionId> {
    let mut order: Vec<&QuestionResult> = results.iter().collect();
    order.sort_by_key(|result| {
        let without_measure = if result.spread == 0 { 100 } else { 0 };
        let agreement = result
            .agreement
            .map_or(without_measure, Agreement::hundredths);
        (agreement, Reverse(result.spread))
    });
    order.into_iter().map(|result| &result.question).collect()
}

fn shown(
    question: &QuestionId,
    round: &Round,
    scale: Steps,
    votes: Vec<NamedVote>,
) -> QuestionResult {
    let mut steps: Vec<Step> = scale
        .values
        .into_iter()
        .map(|value| Step { value, votes: 0 })
        .collect();
    let mut places: Vec<usize> = votes.iter().filter_map(|vote| vote.step).collect();
    places.sort_unstable();
    for place in &places {
        if let Some(step) = steps.get_mut(*place) {
            step.votes += 1;
        }
    }
    let how_many = |value: Option<&Value>| {
        let votes = votes.iter().filter(|vote| {
            let given = vote.ballot.as_ref().map(|ballot| &ballot.value);
            given == value
        });
        u32::try_from(votes.count()).unwrap_or(u32::MAX)
    };
    let (lowest, highest) = (places.first().copied(), places.last().copied());
    let spread = match (scale.ordered, lowest, highest) {
        (true, Some(lowest), Some(highest)) => highest - lowest,
        _ => 0,
    };
    let middle = |at: usize| places.get(at).copied();
    let median = match places.len().checked_sub(1) {
        Some(last) if scale.ordered => middle(last / 2).zip(middle(last.div_ceil(2))),
        _ => None,
    };
    let counts: Vec<u32> = steps.iter().map(|step| step.votes).collect();
    let extreme =
        |vote: &&NamedVote| vote.step.is_some() && (vote.step == lowest || vote.step == highest);
    let speak_first = if round.names_shown && spread > 0 {
        votes
            .iter()
            .filter(extreme)
            .map(|vote| vote.member)
            .collect()
    } else {
        Vec::new()
    };
    let mut because: Vec<Ballot> = votes
        .iter()
        .filter_map(|vote| vote.ballot.clone())
        .filter(|ballot| !round.names_shown && !ballot.because.is_empty())
        .collect();
    because.sort_by(|one, other| (&one.value, &one.because).cmp(&(&other.value, &other.because)));
    QuestionResult {
        question: question.clone(),
        ordered: scale.ordered,
        cannot_say: how_many(Some(&Value::NotYetKnown)),
        not_applicable: how_many(Some(&Value::NotApplicable)),
        locked: how_many(None),
        median,
        spread,
        agreement: Agreement::of(&counts).filter(|_| scale.ordered),
        steps,
        because,
        speak_first,
        named: if round.names_shown { votes } else { Vec::new() },
        missing: Vec::new(),
        too_late: Vec::new(),
    }
}

/// The answers that votes are counted by.
struct Steps {
    values: Vec<Value>,
    /// Where each value is the least of a band of numbers.
    bands: bool,
    ordered: bool,
}

impl Steps {
    fn place(&self, value: &Value) -> Option<usize> {
        match value {
            Value::Number(number) if self.bands => {
                // The bands cover every number, so the one it is in begins highest.
                let begins = |it: &Value| match it {
                    Value::Number(begin) if begin <= number => Some(*begin),
                    _ => None,
                };
                let places = self.values.iter().enumerate();
                let within = places.filter_map(|(place, it)| Some((begins(it)?, place)));
                within.max().map(|(_, place)| place)
            }
            value => self.values.iter().position(|it| it == value),
        }
    }
}

fn steps(question: Option<&Question>, scale: Scale) -> Steps {
    let values = |values: Vec<Value>, bands, ordered| Steps {
        values,
        bands,
        ordered,
    };
    let Some(question) = question.filter(|_| scale == Scale::Answers) else {
        let grades = match scale {
            Scale::OneToFive => (1..=5).map(Value::Number).collect(),
            Scale::Answers => Vec::new(),
        };
        return values(grades, false, scale == Scale::OneToFive);
    };
    let form = &question.answer;
    let by_worth = |mut given: Vec<Value>| {
        given.sort_by_key(|value| form.worth(value));
        given
    };
    let choices = || {
        let all = question.choices().into_iter();
        all.map(Value::Choice).collect::<Vec<_>>()
    };
    match form {
        AnswerForm::Maturity { .. } => {
            let levels = (0..=Value::HIGHEST_LEVEL).map(Value::Level);
            values(levels.collect(), false, true)
        }
        AnswerForm::YesPartlyNo { .. } | AnswerForm::SingleChoice { .. } => {
            values(by_worth(choices()), false, true)
        }
        AnswerForm::Number { bands, .. } => {
            let least = bands.iter().map(|band| Value::Number(band.min)).collect();
            values(by_worth(least), true, true)
        }
        AnswerForm::ProfileChoice { .. } => values(choices(), false, false),
        AnswerForm::ProfileChoices { .. } | AnswerForm::FreeText { .. } => {
            values(Vec::new(), false, false)
        }
    }
}
