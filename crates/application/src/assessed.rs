//! One assessment with everything that is needed to show it: its state, its questionnaire, what its
//! answers add up to, and the words of the user's language.

use std::collections::BTreeSet;

use assessment::outcome::{Outcome, evaluate};
use assessment::progress::{SectionProgress, SectionStatus, progress};
use assessment::state::AssessmentState;
use assessment::{Answer, AssessmentId, Current, State};
use questionnaire::{
    EvidenceStrength, Question, QuestionId, QuestionKind, Questionnaire, Section, SectionId, Value,
};

use crate::count;
use crate::files::label;
use crate::open::Open;
use crate::problem::{Fact, Problem};
use crate::view::{
    AnswerForm, AnswerState, AnswerValue, QuestionLink, SectionLink, SectionStatusView,
};
use crate::words::{CERTAINTIES, Words};

/// An assessment as it stands.
pub(crate) struct Assessed<'a> {
    pub(crate) id: AssessmentId,
    pub(crate) open: &'a Open,
    /// The state of the whole dossier that it is part of: of now, or of an earlier moment.
    whole: &'a State,
    pub(crate) state: &'a AssessmentState,
    pub(crate) questionnaire: &'a Questionnaire,
    pub(crate) outcome: Outcome,
    pub(crate) words: Words,
    asked: Vec<&'a Question>,
}

impl<'a> Assessed<'a> {
    pub(crate) fn new(open: &'a Open, id: AssessmentId, words: Words) -> Result<Self, Problem> {
        Self::of(open, open.state(), id, words)
    }

    /// The assessment as it stands in a state of the dossier that is open.
    pub(crate) fn of(
        open: &'a Open,
        whole: &'a State,
        id: AssessmentId,
        words: Words,
    ) -> Result<Self, Problem> {
        let state = whole.assessments.get(&id).ok_or_else(|| {
            Fact::UnknownAssessment {
                given: id.to_string(),
            }
            .about("assessment")
        })?;
        let questionnaire = open.questionnaire(&state.questionnaire)?;
        let outcome = evaluate(questionnaire, &state.judged(), state.date);
        let on: BTreeSet<&QuestionId> = outcome.intake.iter().chain(&outcome.asked).collect();
        let asked = questionnaire
            .questions()
            .filter(|question| on.contains(&question.id))
            .collect();
        Ok(Self {
            id,
            open,
            whole,
            state,
            questionnaire,
            outcome,
            words,
            asked,
        })
    }

    /// The questions asked now, in order, intake first.
    pub(crate) fn asked(&self) -> &[&'a Question] {
        &self.asked
    }

    pub(crate) fn is_asked(&self, id: &QuestionId) -> bool {
        self.asked.iter().any(|question| question.id == *id)
    }

    /// Whether a question that is asked has an answer that settles it.
    pub(crate) fn is_settled(&self, id: &QuestionId) -> bool {
        match self.state.current(id) {
            Current::Answered(recorded) => !recorded.answer.value.is_open(),
            Current::Open | Current::Conflict(_) => false,
        }
    }

    pub(crate) fn asked_and_settled(&self) -> (u32, u32) {
        let settled = self
            .asked
            .iter()
            .filter(|question| self.is_settled(&question.id));
        (count(self.asked.len()), count(settled.count()))
    }

    /// The first question that is open, after `after` where one is given.
    pub(crate) fn first_open(&self) -> Option<&'a Question> {
        self.asked
            .iter()
            .copied()
            .find(|question| !self.is_settled(&question.id))
    }

    pub(crate) fn question(&self, given: &str) -> Result<&'a Question, Problem> {
        self.questionnaire
            .question(&QuestionId::new(given))
            .ok_or_else(|| {
                Fact::UnknownQuestion {
                    given: label(given),
                }
                .about("question")
            })
    }

    pub(crate) fn section(&self, given: &str) -> Result<&'a Section, Problem> {
        self.questionnaire
            .section(&SectionId::new(given))
            .ok_or_else(|| {
                Fact::UnknownSection {
                    given: label(given),
                }
                .about("section")
            })
    }

    pub(crate) fn title_and_version(&self) -> String {
        format!(
            "{} {}",
            self.words.of(&self.questionnaire.title),
            self.questionnaire.version
        )
    }

    pub(crate) fn subject_name(&self) -> String {
        self.whole
            .subjects
            .get(&self.state.subject)
            .map(|subject| subject.name.clone())
            .unwrap_or_default()
    }

    /// The answer that holds for a question, if one does.
    pub(crate) fn answer(&self, id: &QuestionId) -> Option<&'a Answer> {
        match self.state.current(id) {
            Current::Answered(recorded) => Some(&recorded.answer),
            Current::Open | Current::Conflict(_) => None,
        }
    }

    /// The answer that holds, in words.
    pub(crate) fn answer_in_words(&self, question: &Question) -> Option<String> {
        self.answer(&question.id)
            .map(|answer| self.value_in_words(question, &answer.value))
    }

    pub(crate) fn value_in_words(&self, question: &Question, value: &Value) -> String {
        self.words.value(self.questionnaire, question, value)
    }

    pub(crate) fn answer_state(&self, id: &QuestionId) -> AnswerState {
        match self.state.current(id) {
            Current::Open => AnswerState::Open,
            Current::Conflict(_) => AnswerState::Conflict,
            Current::Answered(recorded) => match recorded.answer.value {
                Value::NotYetKnown => AnswerState::NotYetKnown,
                Value::NotApplicable => AnswerState::NotApplicable,
                _ => AnswerState::Answered,
            },
        }
    }

    pub(crate) fn question_link(&self, question: &Question) -> QuestionLink {
        let section = self.questionnaire.section_of(&question.id);
        QuestionLink {
            id: question.id.to_string(),
            text: self.words.of(&question.text),
            section: section
                .map(|section| self.words.of(&section.title))
                .unwrap_or_default(),
        }
    }

    pub(crate) fn section_link(&self, section: &Section) -> SectionLink {
        SectionLink {
            id: section.id.to_string(),
            title: self.words.of(&section.title),
        }
    }

    /// The progress of every section.
    pub(crate) fn progress(&self) -> Vec<SectionProgress> {
        progress(self.questionnaire, self.state, &self.outcome)
    }

    /// Whether a question is a legal point where it is asked, whatever is answered: a duty that
    /// binds this application, in force or dated.
    pub(crate) fn is_legal_point(&self, question: &Question) -> bool {
        let mut flags: BTreeSet<_> = self.outcome.intake_flags.clone();
        flags.extend(self.outcome.derived_flags.iter().cloned());
        self.is_asked(&question.id)
            && question.legal_duty().is_some_and(|duty| {
                duty.only_if
                    .as_ref()
                    .is_none_or(|condition| condition.holds(&flags))
            })
    }

    /// `must`, `upcoming`, `should`, `could` or `info`: how binding a question is here and now.
    pub(crate) fn obligation_level(&self, question: &Question) -> &'static str {
        use questionnaire::ObligationLevel::{Could, Info, Must, Should};
        match question.obligation.level() {
            Must if !self.is_legal_point(question) => "should",
            Must => {
                let starts = question.legal_duty().and_then(|duty| duty.applies_from);
                if starts.is_some_and(|from| from > self.state.date) {
                    "upcoming"
                } else {
                    "must"
                }
            }
            Should => "should",
            Could => "could",
            Info => "info",
        }
    }

    /// The names of the derived and intake flags in words, as far as they have any.
    pub(crate) fn profile_in_words(&self) -> Vec<String> {
        let chosen = self
            .questionnaire
            .questions()
            .filter(|question| question.kind() == QuestionKind::Intake)
            .filter(|question| self.is_asked(&question.id))
            .filter_map(|question| {
                let answer = self.answer(&question.id)?;
                let sets_flags = question.flags_set_by(&answer.value).next().is_some();
                sets_flags.then(|| self.value_in_words(question, &answer.value))
            });
        let derived = self
            .questionnaire
            .derived_flags
            .iter()
            .filter(|flag| self.outcome.derived_flags.contains(&flag.flag))
            .map(|flag| self.words.of(&flag.label));
        chosen.chain(derived).collect()
    }
}

/// A section's standing as the window shows it.
pub(crate) fn status_view(status: SectionStatus) -> SectionStatusView {
    match status {
        SectionStatus::NotAsked => SectionStatusView::NotAsked,
        SectionStatus::NotStarted => SectionStatusView::NotStarted,
        SectionStatus::InProgress => SectionStatusView::InProgress,
        SectionStatus::AllAnswered => SectionStatusView::AllAnswered,
        SectionStatus::Completed => SectionStatusView::Completed,
        SectionStatus::ToReview => SectionStatusView::ToReview,
    }
}

/// An answer as it goes to the window.
pub(crate) fn answer_form(answer: &Answer) -> AnswerForm {
    AnswerForm {
        value: match &answer.value {
            Value::Choice(option) => AnswerValue::Choice {
                option: option.clone(),
            },
            Value::Level(level) => AnswerValue::Choice {
                option: level.to_string(),
            },
            Value::Choices(options) => AnswerValue::Choices {
                options: options.iter().cloned().collect(),
            },
            Value::Number(number) => AnswerValue::Number {
                typed: number.to_string(),
            },
            Value::Text(text) => AnswerValue::Text { text: text.clone() },
            Value::NotApplicable => AnswerValue::NotApplicable,
            Value::NotYetKnown => AnswerValue::NotYetKnown,
        },
        because: answer.because.clone(),
        certainty: answer
            .certainty
            .map(|certainty| CERTAINTIES.word(certainty).to_owned()),
        evidence_strength: answer.evidence_strength.map(EvidenceStrength::level),
        by: answer.by.clone(),
    }
}
