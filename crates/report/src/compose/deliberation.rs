//! What the members said. Who chose not to be named leaves no trace: not in a name and
//! not in an order.

use std::collections::BTreeMap;

use assessment::deliberation::{Matter, Position};
use assessment::state::{Positions, TakenPosition};
use assessment::vote::Scale;
use assessment::vote::result::{QuestionResult, results};
use assessment::{AssessmentState, MemberId};
use messages::catalogue;
use questionnaire::{AnswerForm, Question, QuestionId, Value};

use super::{Sources, count, name_of};
use crate::data::{BallotData, CommentData, PositionData, PositionsData, RoundData, StepData};
use crate::private::Salts;
use crate::wording;

/// What the members think of the answer that holds. Where none does, what they said of
/// earlier ones is kept all the same.
pub(super) fn on_answer(
    sources: &Sources<'_>,
    state: &AssessmentState,
    question: &QuestionId,
    salts: &mut Salts,
) -> PositionsData {
    let of_question =
        |on: &&Matter| matches!(on, Matter::Answer { question: of, .. } if of == question);
    let known = || state.deliberation.positions.keys().find(of_question);
    let on = state.matter_of(question).or_else(|| known().cloned());
    on.map(|on| positions(sources, &on, salts))
        .unwrap_or_default()
}

/// What the members think of a matter.
pub(super) fn positions(sources: &Sources<'_>, on: &Matter, salts: &mut Salts) -> PositionsData {
    let Positions {
        standing, earlier, ..
    } = sources.state.positions(sources.assessment, on);
    let mut tally: BTreeMap<Position, u32> = BTreeMap::new();
    for (_, taken) in &standing {
        *tally.entry(taken.statement.position).or_default() += 1;
    }
    let earlier = earlier
        .into_iter()
        .map(|(_, member, taken)| (member, taken));
    PositionsData {
        tally,
        voiced: voiced(sources, standing, salts),
        earlier: voiced(sources, earlier.collect(), salts),
    }
}

fn voiced(
    sources: &Sources<'_>,
    taken: Vec<(MemberId, &TakenPosition)>,
    salts: &mut Salts,
) -> Vec<PositionData> {
    let mut taken: Vec<_> = taken
        .into_iter()
        .map(|(member, taken)| (member, &taken.statement))
        .filter(|(_, said)| said.position.differs() || !said.reason.is_empty())
        .collect();
    // Those without a name stand behind, by what they said alone.
    let order = |member: &MemberId| sources.state.members.get(member).map(|state| state.order);
    taken.sort_by_key(|(member, said)| {
        let place = said.named.then(|| order(member));
        let words = (!said.named).then_some((said.position, &said.reason));
        (!said.named, place, words)
    });
    taken
        .into_iter()
        .map(|(member, said)| PositionData {
            position: said.position,
            reason: salts.seal(said.reason.clone()),
            by: said
                .named
                .then(|| salts.seal(name_of(sources.state, member))),
        })
        .collect()
}

/// What the silent scores on a question showed, in the order of the rounds.
pub(super) fn rounds(
    sources: &Sources<'_>,
    state: &AssessmentState,
    question: &Question,
    salts: &mut Salts,
) -> Vec<RoundData> {
    let mut rounds: Vec<_> = state.rounds.iter().collect();
    rounds.sort_by_key(|(_, round)| round.order);
    rounds
        .into_iter()
        .filter(|(_, held)| held.round.questions.contains(&question.id))
        .filter_map(|(id, held)| {
            let revealed = held.revealed.as_ref()?.at.date();
            let all = results(
                sources.questionnaire,
                sources.state,
                sources.assessment,
                *id,
            )?;
            let shown = all.into_iter().find(|it| it.question == question.id)?;
            let words = Words {
                sources,
                question,
                scale: held.round.scale,
            };
            Some(words.round(revealed, &shown, salts))
        })
        .collect()
}

/// How scores on a question are told.
struct Words<'a> {
    sources: &'a Sources<'a>,
    question: &'a Question,
    scale: Scale,
}

impl Words<'_> {
    fn round(
        &self,
        revealed: jiff::civil::Date,
        shown: &QuestionResult,
        salts: &mut Salts,
    ) -> RoundData {
        let label = |place: usize| shown.steps.get(place).map(|step| self.step(&step.value));
        let median = match shown.median {
            None => Vec::new(),
            Some((one, other)) if one == other => label(one).into_iter().collect(),
            Some((one, other)) => label(one).into_iter().chain(label(other)).collect(),
        };
        let named = shown.named.iter().map(|vote| BallotData {
            by: Some(salts.seal(name_of(self.sources.state, vote.member))),
            label: vote.ballot.as_ref().map(|ballot| self.value(&ballot.value)),
            because: salts.seal(
                vote.ballot
                    .as_ref()
                    .map(|ballot| ballot.because.clone())
                    .unwrap_or_default(),
            ),
        });
        let mut said: Vec<BallotData> = named.collect();
        said.extend(shown.because.iter().map(|ballot| BallotData {
            by: None,
            label: Some(self.value(&ballot.value)),
            because: salts.seal(ballot.because.clone()),
        }));
        RoundData {
            revealed,
            steps: shown
                .steps
                .iter()
                .map(|step| StepData {
                    label: self.step(&step.value),
                    votes: step.votes,
                })
                .collect(),
            cannot_say: shown.cannot_say,
            not_applicable: shown.not_applicable,
            locked: shown.locked,
            missing: count(shown.missing.len()),
            median,
            spread: count(shown.spread),
            agreement: shown
                .agreement
                .map(|agreement| f64::from(agreement.hundredths()) / 100.0),
            said,
        }
    }

    /// A step of the scale; of a band of numbers, where it begins.
    fn step(&self, value: &Value) -> String {
        match (value, &self.question.answer) {
            (Value::Number(from), AnswerForm::Number { .. }) if self.scale == Scale::Answers => {
                let from = messages::number(self.sources.language, *from);
                catalogue(self.sources.language).format("round-band", &[("from", from.into())])
            }
            _ => self.value(value),
        }
    }

    fn value(&self, value: &Value) -> String {
        let language = self.sources.language;
        match (self.scale, value) {
            (Scale::OneToFive, Value::Number(grade @ 1..=5)) => {
                catalogue(language).text(&format!("round-grade-{grade}"))
            }
            (_, Value::Text(text)) => text.clone(),
            _ => wording::answer(self.sources.questionnaire, self.question, value, language),
        }
    }
}

/// The comments on a question that were chosen into the report, thread by thread.
pub(super) fn comments(
    sources: &Sources<'_>,
    state: &AssessmentState,
    question: &QuestionId,
    salts: &mut Salts,
) -> Vec<CommentData> {
    let threads = state.deliberation.threads(question);
    let all = threads.iter().flat_map(|thread| {
        let replies = thread.replies.iter().map(|(_, reply)| (true, *reply));
        std::iter::once((false, thread.comment)).chain(replies)
    });
    all.filter(|(_, held)| held.comment.in_report)
        .map(|(reply, held)| CommentData {
            text: salts.seal(held.comment.text.clone()),
            by: held
                .comment
                .by
                .map(|member| salts.seal(name_of(sources.state, member))),
            reply,
            at: held.at,
        })
        .collect()
}
