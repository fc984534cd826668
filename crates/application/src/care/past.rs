//! An assessment as it was: after a change, or at the end of a day by the clocks of those who worked.
//!
//! It is the fold of the events up to then. What was erased since is not shown, because nobody has it.

use assessment::state::AssessmentState;
use assessment::{Answer, AsOf, State};
use questionnaire::{Question, QuestionId};

use crate::assessed::Assessed;
use crate::files::label;
use crate::history_page::{sentence, which};
use crate::open::Open;
use crate::problem::{Fact, Problem};
use crate::typed;
use crate::view::*;
use crate::words::Words;
use crate::{Application, count};

/// A moment of the past.
struct Past {
    state: State,
    /// In words.
    moment: String,
    /// The change after which it was so.
    change: Option<String>,
    /// How many events before it have no words any more.
    gone: usize,
}

impl Application {
    /// An assessment as it was after an event or at the end of a date.
    ///
    /// # Errors
    /// When there is no such assessment or event, the date is none, neither or both were named, or the
    /// assessment had not begun then.
    pub fn as_it_was(&mut self, input: AsItWas) -> Result<PastPage, Problem> {
        let words = self.words();
        let now = self.assessed(&input.assessment)?;
        let open = now.open;
        let past = match (&input.event, &input.date) {
            (Some(event), None) => after_event(open, words, event)?,
            (None, Some(date)) => at_end_of(open, words, date)?,
            _ => return Err(Fact::MomentMissing.about("date")),
        };
        if !past.state.assessments.contains_key(&now.id) {
            return Err(Fact::NotBegunThen {
                moment: past.moment,
            }
            .about(if input.event.is_some() {
                "event"
            } else {
                "date"
            }));
        }
        let then = Assessed::of(open, &past.state, now.id, words)?;
        let mut changed_since = 0;
        let mut sections = Vec::new();
        for section in &then.questionnaire.sections {
            let questions: Vec<PastQuestion> = section
                .questions
                .iter()
                .filter(|question| then.is_asked(&question.id))
                .map(|question| past_question(&then, now.state, question))
                .collect();
            changed_since += questions.iter().filter(|it| it.changed_since).count();
            if !questions.is_empty() {
                sections.push(PastSection {
                    section: section.id.to_string(),
                    title: words.of(&section.title),
                    questions,
                });
            }
        }
        let (asked, answered) = then.asked_and_settled();
        Ok(PastPage {
            assessment: then.id.to_string(),
            subject: then.subject_name(),
            moment: past.moment,
            change: past.change,
            sections,
            asked,
            answered,
            changed_since: count(changed_since),
            note: words.format("care-past-note", &[("count", past.gone.into())]),
        })
    }
}

fn after_event(open: &Open, words: Words, given: &str) -> Result<Past, Problem> {
    let event = open.event(given)?;
    let state = State::as_of(open.events(), AsOf::Event(event.id)).ok_or_else(|| {
        Problem::from(Fact::UnknownEvent {
            given: label(given),
        })
    })?;
    let before = open
        .events()
        .iter()
        .filter(|it| it.place() <= event.place());
    Ok(Past {
        state,
        moment: words.format(
            "care-past-after",
            &[("change", which(open, words, &event.id).into())],
        ),
        change: Some(sentence(open, words, event)),
        gone: before.filter(|it| it.change.is_none()).count(),
    })
}

/// Going by the wall clock of whoever did it: a day ends when it ends there.
fn at_end_of(open: &Open, words: Words, given: &str) -> Result<Past, Problem> {
    let date = typed::date(given, "date")?;
    let before = || open.events().iter().filter(|it| it.at.date() <= date);
    Ok(Past {
        state: State::from_events(before()),
        moment: words.format("care-past-date", &[("date", words.date(date).into())]),
        change: None,
        gone: before().filter(|it| it.change.is_none()).count(),
    })
}

fn past_question(then: &Assessed<'_>, now: &AssessmentState, question: &Question) -> PastQuestion {
    let words = then.words;
    let held = then.state.answers.get(&question.id);
    PastQuestion {
        question: question.id.to_string(),
        label: words.of(&question.text),
        state: then.answer_state(&question.id),
        answers: held
            .into_iter()
            .flatten()
            .map(|recorded| PastAnswer {
                value: then.value_in_words(question, &recorded.answer.value),
                because: recorded.answer.because.clone(),
                who: then.open.who(recorded.actor, words),
                at: words.moment(recorded.at),
            })
            .collect(),
        evidence: count(then.state.evidence_for(&question.id).count()),
        changed_since: answers(then.state, &question.id) != answers(now, &question.id),
    }
}

fn answers<'a>(state: &'a AssessmentState, question: &QuestionId) -> Vec<&'a Answer> {
    let held = state.answers.get(question).into_iter().flatten();
    held.map(|recorded| &recorded.answer).collect()
}
