//! Assessments of one application side by side, and answers taken over from one to the next.

use std::collections::BTreeSet;

use assessment::comparison::{
    self, Comparison, Direction, QuestionChange, closed_since, compare, to_take_over,
};
use assessment::outcome::{Outcome, ShownScore, evaluate};
use assessment::{Change, EventId, RecordedAnswer};
use questionnaire::QuestionId;

use super::actions::action_view;
use super::links::topic;
use super::standing::status_of;
use crate::assessed::Assessed;
use crate::problem::{Fact, Problem};
use crate::question_page::promise_view;
use crate::view::*;
use crate::words::{WordList, Words};
use crate::{Application, count};

const DIRECTIONS: WordList<Direction> = WordList(&[
    ("same", Direction::Same),
    ("better", Direction::Better),
    ("worse", Direction::Worse),
    ("otherwise", Direction::Otherwise),
    ("answered", Direction::Answered),
    ("opened", Direction::Opened),
    ("new", Direction::New),
    ("gone", Direction::Gone),
]);

impl Application {
    /// Two or more assessments of one application side by side, by date; the first is compared with the
    /// last.
    ///
    /// # Errors
    /// When fewer than two are named, one does not exist, or they are not of one application.
    pub fn comparison_page(
        &mut self,
        input: CompareAssessments,
    ) -> Result<ComparisonPage, Problem> {
        let today = self.surroundings.now().date();
        let open = self.open()?;
        let named: BTreeSet<&String> = input.assessments.iter().collect();
        let all: Result<Vec<_>, _> = named.into_iter().map(|id| self.assessed(id)).collect();
        let mut all = all?;
        all.sort_by_key(|assessed| (assessed.state.date, assessed.state.order));
        let [first, .., last] = all.as_slice() else {
            return Err(Fact::TooFewToCompare.about("assessments"));
        };
        if all.iter().any(|it| it.state.subject != first.state.subject) {
            return Err(Fact::NotOneApplication.about("assessments"));
        }
        let words = last.words;
        let compared = compare(&first.compared(), &last.compared());
        let before_last = all.iter().rev().nth(1).unwrap_or(first);
        let carried_over = open.state().carried_over(last.id);
        Ok(ComparisonPage {
            subject: last.subject_name(),
            assessments: all.iter().map(assessment).collect::<Result<_, _>>()?,
            questions: questions(&all, last, &compared),
            promises: compared
                .promises
                .iter()
                .map(|promise| {
                    let number = promise.promise;
                    let known = all.iter().rev();
                    let mut known = known.filter_map(|it| it.questionnaire.promise(number));
                    let label = known.next().map(|it| promise_view(words, it).short);
                    score(
                        &all,
                        number.to_string(),
                        label.unwrap_or_default(),
                        |outcome| {
                            let mut promises = outcome.promises.iter();
                            promises.find(|it| it.promise == number)?.tally.score
                        },
                    )
                })
                .collect(),
            total: score(
                &all,
                "total".to_owned(),
                words.text("application-total"),
                |outcome| outcome.total.score,
            ),
            gaps_closed: first.links(&compared.gaps_closed),
            gaps_opened: last.links(&compared.gaps_opened),
            actions_closed: closed_since(open.state(), first.id)
                .into_iter()
                .map(|action| action_view(open, words, today, action, false))
                .collect(),
            actions_carried_over: count(carried_over.len()),
            to_take_over: count(taken_over(before_last, last).len()),
        })
    }

    /// Takes answers over from one assessment to another of the same application, as a starting point
    /// and marked so. A question that has an answer keeps it.
    ///
    /// # Errors
    /// When one does not exist, both are the same, or they are not of one application.
    pub fn take_over_answers(&mut self, input: TakeOverAnswers) -> Result<TakenOver, Problem> {
        let from = self.assessed(&input.from)?;
        let to = self.assessed(&input.to)?;
        if from.id == to.id {
            return Err(Fact::TooFewToCompare.about("from"));
        }
        if from.state.subject != to.state.subject {
            return Err(Fact::NotOneApplication.about("from"));
        }
        let assessment = to.id;
        let changes: Vec<Change> = taken_over(&from, &to)
            .into_iter()
            .map(|(question, event, recorded)| Change::AnswerRecorded {
                assessment,
                question,
                answer: recorded.answer.clone(),
                based_on: Vec::new(),
                taken_over_from: Some(event),
            })
            .collect();
        let answers = count(changes.len());
        let notice = changes.first().and_then(|change| self.unsettling(change));
        let changed = if changes.is_empty() {
            self.changed(Vec::new())
        } else {
            let (open, surroundings) = self.open_and_surroundings()?;
            open.act(surroundings, |act| {
                for change in changes {
                    act.record(change)?;
                }
                Ok(())
            })?;
            let mut changed = self.announced(vec![topic(assessment)]);
            changed.notice = notice.or(changed.notice);
            changed
        };
        Ok(TakenOver { answers, changed })
    }
}

impl Assessed<'_> {
    /// As the rules of comparison take it.
    pub(crate) fn compared(&self) -> comparison::Assessed<'_> {
        comparison::Assessed {
            id: self.id,
            questionnaire: self.questionnaire,
            state: self.state,
            outcome: &self.outcome,
        }
    }

    /// From which assessment the answer to a question was taken over, in words, if it was and nobody
    /// looked at it since.
    pub(crate) fn taken_over_from(&self, recorded: &RecordedAnswer) -> Option<String> {
        let from = recorded.taken_over_from?;
        let mut assessments = self.open.state().assessments.values();
        let origin = self.open.event(&from.to_string()).ok();
        let origin = origin.and_then(|event| event.change.as_ref()?.assessment());
        let held = match origin {
            Some(id) => self.open.state().assessments.get(&id),
            None => assessments.find(|held| {
                let mut answers = held.answers.values().flatten();
                answers.any(|answer| answer.event == from)
            }),
        };
        Some(match held {
            Some(held) => {
                let date = [("date", self.words.date(held.date).into())];
                self.words.format("follow-up-taken-over", &date)
            }
            None => self.words.text("follow-up-taken-over-somewhere"),
        })
    }
}

/// The answers to take over. An answer to a question of the profile can have others asked, so this
/// goes on until nothing is added.
fn taken_over(
    from: &Assessed<'_>,
    to: &Assessed<'_>,
) -> Vec<(QuestionId, EventId, RecordedAnswer)> {
    let earlier = from.compared();
    let mut state = to.state.clone();
    let mut outcome: Outcome = to.outcome.clone();
    let mut taken = Vec::new();
    loop {
        let later = comparison::Assessed {
            state: &state,
            outcome: &outcome,
            ..to.compared()
        };
        let more: Vec<(QuestionId, RecordedAnswer)> = to_take_over(&earlier, &later)
            .into_iter()
            .map(|(question, recorded)| (question, recorded.clone()))
            .collect();
        if more.is_empty() {
            return taken;
        }
        for (question, recorded) in more {
            let answers = state.answers.entry(question.clone()).or_default();
            answers.push(recorded.clone());
            taken.push((question, recorded.event, recorded));
        }
        outcome = evaluate(to.questionnaire, &state.judged(), state.date);
    }
}

fn assessment(assessed: &Assessed<'_>) -> Result<ComparedAssessment, Problem> {
    let words = assessed.words;
    let verdict = &assessed.outcome.verdict;
    let colour = verdict.colour.as_str();
    Ok(ComparedAssessment {
        id: assessed.id.to_string(),
        date: words.date(assessed.state.date),
        questionnaire: assessed.title_and_version(),
        colour: colour.to_owned(),
        colour_label: words.text(&format!("verdict-{colour}")),
        provisional: verdict.provisional,
        standing: status_of(assessed)?.1,
        open_gaps: count(assessed.outcome.legal.open().count()),
    })
}

fn questions(
    all: &[Assessed<'_>],
    last: &Assessed<'_>,
    compared: &Comparison,
) -> Vec<ComparedQuestion> {
    let words = last.words;
    let row = |change: &QuestionChange| {
        let id = &change.question;
        let mut known = all.iter().rev();
        let (asker, question) =
            known.find_map(|it| it.questionnaire.question(id).map(|question| (it, question)))?;
        let answer = |it: &Assessed<'_>| {
            let question = it.questionnaire.question(id).filter(|_| it.is_asked(id))?;
            let answer = it.answer_in_words(question);
            Some(answer.unwrap_or_else(|| words.text("application-open")))
        };
        let because = |it: &Assessed<'_>| {
            let answer = it.answer(id).filter(|_| it.is_asked(id));
            answer
                .map(|answer| answer.because.clone())
                .unwrap_or_default()
        };
        let word = DIRECTIONS.word(change.change);
        Some(ComparedQuestion {
            question: asker.question_link(question),
            change: word.to_owned(),
            change_label: words.term("change", word),
            answers: all.iter().map(answer).collect(),
            because: all.iter().map(because).collect(),
            taken_over: change.taken_over,
        })
    };
    compared.questions.iter().filter_map(row).collect()
}

fn score(
    all: &[Assessed<'_>],
    id: String,
    label: String,
    of: impl Fn(&Outcome) -> Option<ShownScore>,
) -> ComparedScore {
    let words = all.first().map(|first| first.words);
    let scores: Vec<Option<ShownScore>> = all.iter().map(|it| of(&it.outcome)).collect();
    let text = |score: &Option<ShownScore>| match (words, score) {
        (Some(words), Some(score)) => words.tenths(score.tenths()),
        (Some(words), None) => words.text("application-no-score"),
        (None, _) => String::new(),
    };
    let ends = scores.first().copied().flatten();
    let ends = ends.zip(scores.last().copied().flatten()).zip(words);
    ComparedScore {
        id,
        label,
        values: scores.iter().map(|it| it.map(ShownScore::value)).collect(),
        texts: scores.iter().map(text).collect(),
        difference: ends.map(|((first, last), words)| difference(words, first, last)),
    }
}

/// The difference between two scores as they are shown, with its sign.
fn difference(words: Words, first: ShownScore, last: ShownScore) -> String {
    let (first, last) = (first.tenths(), last.tenths());
    let sign = match last.cmp(&first) {
        std::cmp::Ordering::Less => "\u{2212}",
        std::cmp::Ordering::Equal => "",
        std::cmp::Ordering::Greater => "+",
    };
    format!("{sign}{}", words.tenths(last.abs_diff(first)))
}
