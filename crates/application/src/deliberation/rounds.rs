//! The pages of silent scores: who voted, never what; and what the votes show after the reveal.

use assessment::state::RoundState;
use assessment::vote::result::{QuestionResult, results, talk_first};
use assessment::vote::{Ballot, Scale};
use assessment::{MemberId, RoundId};
use jiff::civil::Date;
use questionnaire::{AnswerForm as Form, Question, QuestionId, Value};

use super::known;
use crate::assessed::Assessed;
use crate::problem::{Fact, Problem};
use crate::question_page::input_of;
use crate::view::*;
use crate::words::WordList;
use crate::{Application, count};

pub(super) const SCALES: WordList<Scale> = WordList(&[
    ("answers", Scale::Answers),
    ("one_to_five", Scale::OneToFive),
]);

impl Application {
    /// The rounds of silent scores of an assessment, the latest first.
    ///
    /// # Errors
    /// When there is no such assessment.
    pub fn rounds_page(&mut self, input: OneAssessment) -> Result<RoundsPage, Problem> {
        let today = self.surroundings.now().date();
        let assessed = self.assessed(&input.assessment)?;
        let mut rounds = summaries(&assessed, today, |_| true);
        rounds.reverse();
        Ok(RoundsPage {
            assessment: assessed.id.to_string(),
            subject: assessed.subject_name(),
            rounds,
        })
    }

    /// One round of silent scores.
    ///
    /// # Errors
    /// When there is no such round.
    pub fn round_page(&mut self, input: OneRound) -> Result<RoundPage, Problem> {
        let today = self.surroundings.now().date();
        let assessed = self.assessed(&input.assessment)?;
        let (id, round) = assessed.round(&input.round)?;
        let words = assessed.words;
        let whole = assessed.open.state();
        let results = results(assessed.questionnaire, whole, assessed.id, id);
        let questions = round.round.questions.iter();
        let questions = questions.filter_map(|id| assessed.questionnaire.question(id));
        Ok(RoundPage {
            id: id.to_string(),
            assessment: assessed.id.to_string(),
            session: round.round.session.map(|id| id.to_string()),
            names_shown: round.round.names_shown,
            scale: SCALES.word(round.round.scale).to_owned(),
            opened: words.moment(round.opened),
            revealed: round.revealed.as_ref().map(|it| words.moment(it.at)),
            talk_first: results.as_deref().map(talk_first).map_or(Vec::new(), |it| {
                it.into_iter().map(ToString::to_string).collect()
            }),
            questions: questions
                .map(|question| RoundQuestion {
                    question: assessed.question_link(question),
                    input: ballot_input(&assessed, question, round.round.scale),
                    voted: count(round.voters(&question.id).len()),
                    result: results
                        .iter()
                        .flatten()
                        .find(|result| result.question == question.id)
                        .map(|result| Shown::of(&assessed, question, round).result(result)),
                })
                .collect(),
            working_as: assessed.open.working_as().map(|id| id.to_string()),
            voters: voters(&assessed, round, today),
            measure: words.text("round-measure"),
        })
    }
}

impl<'a> Assessed<'a> {
    pub(super) fn round(&self, given: &str) -> Result<(RoundId, &'a RoundState), Problem> {
        known(&self.state.rounds, given, |given| {
            Fact::UnknownRound { given }.about("round")
        })
    }
}

/// The rounds that are wanted, in the order they were opened.
pub(super) fn summaries(
    assessed: &Assessed<'_>,
    today: Date,
    wanted: impl Fn(&RoundState) -> bool,
) -> Vec<RoundSummary> {
    let rounds = assessed.state.rounds.iter();
    let mut rounds: Vec<_> = rounds.filter(|(_, round)| wanted(round)).collect();
    rounds.sort_by_key(|(_, round)| round.order);
    rounds
        .into_iter()
        .map(|(id, round)| {
            let voters = voters(assessed, round, today);
            let deciding = voters.iter().filter(|it| it.aside.is_none());
            RoundSummary {
                id: id.to_string(),
                questions: ids(&round.round.questions),
                opened: assessed.words.moment(round.opened),
                revealed: round
                    .revealed
                    .as_ref()
                    .map(|it| assessed.words.moment(it.at)),
                voted: count(deciding.clone().filter(|it| it.complete).count()),
                deciding: count(deciding.count()),
            }
        })
        .collect()
}

fn ids(questions: &[QuestionId]) -> Vec<String> {
    questions.iter().map(ToString::to_string).collect()
}

/// Who decides on the day of the reveal, or today, and who would if they did not stand aside.
fn voters(assessed: &Assessed<'_>, round: &RoundState, today: Date) -> Vec<VoterView> {
    let day = round.revealed.as_ref().map_or(today, |it| it.at.date());
    let whole = assessed.open.state();
    let members = whole.members.iter();
    let mut members: Vec<_> = members
        .filter(|(_, member)| member.serves_on(day) && member.member.role.decides())
        .collect();
    members.sort_by_key(|(_, member)| member.order);
    let locked = round.locked();
    members
        .into_iter()
        .map(|(id, member)| {
            let questions = round.round.questions.iter();
            let voted: Vec<String> = questions
                .filter(|question| round.voters(question).contains(id))
                .map(ToString::to_string)
                .collect();
            VoterView {
                member: id.to_string(),
                name: member.member.name.clone(),
                complete: voted.len() == round.round.questions.len(),
                voted,
                locked: count(locked.iter().filter(|it| it.member == *id).count()),
                aside: assessed.aside(*id),
            }
        })
        .collect()
}

/// How a question is voted on.
fn ballot_input(assessed: &Assessed<'_>, question: &Question, scale: Scale) -> QuestionInput {
    match scale {
        Scale::Answers => input_of(assessed, question),
        Scale::OneToFive => QuestionInput::Single {
            options: (1..=5)
                .map(|grade: u8| OptionView {
                    value: grade.to_string(),
                    label: assessed.words.text(&format!("round-grade-{grade}")),
                    descriptor: None,
                })
                .collect(),
        },
    }
}

/// What the votes on a question of a round show, in words.
struct Shown<'a> {
    assessed: &'a Assessed<'a>,
    question: &'a Question,
    scale: Scale,
}

impl<'a> Shown<'a> {
    fn of(assessed: &'a Assessed<'a>, question: &'a Question, round: &RoundState) -> Self {
        Self {
            assessed,
            question,
            scale: round.round.scale,
        }
    }

    fn result(&self, result: &QuestionResult) -> RoundResult {
        let assessed = self.assessed;
        let label = |place: usize| result.steps.get(place).map(|it| self.step(&it.value));
        let median = result.median.and_then(|(low, high)| {
            let (low, high) = (label(low)?, label(high)?);
            Some(if low == high {
                low
            } else {
                format!("{low} – {high}")
            })
        });
        let agreement = result.agreement.map(|it| it.hundredths());
        let agreement_label = agreement.map(|it| self.hundredths(it));
        let person = |member: &MemberId| assessed.name(*member);
        let votes: u32 = result.steps.iter().map(|step| step.votes).sum();
        let votes = votes + result.cannot_say + result.not_applicable + result.locked;
        RoundResult {
            text: self.sentence(votes, median.as_deref(), agreement_label.as_deref()),
            steps: result
                .steps
                .iter()
                .map(|step| StepView {
                    value: step.value.written(),
                    label: self.step(&step.value),
                    votes: step.votes,
                })
                .collect(),
            ordered: result.ordered,
            cannot_say: result.cannot_say,
            not_applicable: result.not_applicable,
            locked: result.locked,
            median,
            spread: count(result.spread),
            agreement,
            agreement_label,
            named: result
                .named
                .iter()
                .map(|vote| NamedVoteView {
                    name: person(&vote.member),
                    label: vote.ballot.as_ref().map(|it| self.value(&it.value)),
                    because: vote
                        .ballot
                        .as_ref()
                        .map(|it| it.because.clone())
                        .unwrap_or_default(),
                    step: vote.step.map(count),
                })
                .collect(),
            because: result.because.iter().map(|it| self.ballot(it)).collect(),
            speak_first: result.speak_first.iter().map(person).collect(),
            missing: result.missing.iter().map(person).collect(),
            too_late: result.too_late.iter().map(person).collect(),
        }
    }

    fn sentence(&self, votes: u32, median: Option<&str>, agreement: Option<&str>) -> String {
        let words = self.assessed.words;
        let mut sentence = words.format("round-votes", &[("votes", u64::from(votes).into())]);
        for (key, told) in [("round-median", median), ("round-agreement", agreement)] {
            if let Some(told) = told {
                sentence.push(' ');
                sentence.push_str(&words.format(key, &[("told", told.into())]));
            }
        }
        sentence
    }

    fn ballot(&self, ballot: &Ballot) -> BallotView {
        BallotView {
            label: self.value(&ballot.value),
            because: ballot.because.clone(),
        }
    }

    /// A step of the scale; of a band of numbers, where it begins.
    fn step(&self, value: &Value) -> String {
        match (value, &self.question.answer) {
            (Value::Number(from), Form::Number { .. }) if self.scale == Scale::Answers => {
                let from = [("from", u64::from(*from).into())];
                self.assessed.words.format("round-band", &from)
            }
            _ => self.value(value),
        }
    }

    fn value(&self, value: &Value) -> String {
        match (self.scale, value) {
            (Scale::OneToFive, Value::Number(grade @ 1..=5)) => {
                self.assessed.words.text(&format!("round-grade-{grade}"))
            }
            _ => self.assessed.value_in_words(self.question, value),
        }
    }

    fn hundredths(&self, hundredths: i8) -> String {
        let sign = if hundredths < 0 { "−" } else { "" };
        let whole = hundredths.unsigned_abs();
        let written = format!("{sign}{}.{:02}", whole / 100, whole % 100);
        self.assessed.words.decimal(&written)
    }
}
