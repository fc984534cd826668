//! Each question by itself: intake describes, assessment judges, and every answer has its worth.

use super::Checker;
use crate::parse::bands;
use crate::parse::complaint::{Cause, Named};
use crate::parse::place::Path;
use crate::{AnswerForm, Obligation, Question, QuestionKind};

impl Checker<'_> {
    pub(super) fn check_questions(&mut self) {
        let first_section = self
            .questionnaire
            .sections
            .first()
            .map_or(0, |section| section.questions.len());
        for (number, (path, question)) in self.questions.clone().into_iter().enumerate() {
            // Without its form a question is neither intake nor assessment.
            if path.then("answer").lies_in(self.mended) {
                continue;
            }
            let intake = question.kind() == QuestionKind::Intake;
            if intake != (number < first_section) {
                self.complain(
                    path.then("answer").then("type"),
                    Cause::WrongSection {
                        question: question.id.to_string(),
                    },
                );
            }
            if intake {
                self.check_intake(&path, question)
            } else {
                self.check_assessment(&path, question)
            }
            self.check_answer(&path.then("answer"), question);
        }
    }

    fn check_intake(&mut self, path: &Path, question: &Question) {
        let only_describes = |field| Cause::IntakeOnlyDescribes {
            question: question.id.to_string(),
            field,
        };
        if question.weight > 0 {
            self.complain(path.then("weight"), only_describes("weight"));
        }
        if !question.promises.is_empty() {
            self.complain(path.then("promises"), only_describes("promises"));
        }
        if question.obligation != Obligation::Info {
            self.complain(path.then("obligation"), only_describes("obligation"));
        }
    }

    fn check_assessment(&mut self, path: &Path, question: &Question) {
        let needs = |field| Cause::AssessmentNeeds {
            question: question.id.to_string(),
            field,
        };
        if question.example.is_none() {
            self.complain(path.clone(), needs("example"));
        }
        if question.first_step.is_none() {
            self.complain(path.clone(), needs("first_step"));
        }
        if question.obligation == Obligation::Info {
            self.complain(path.then("obligation"), needs("obligation"));
        }
        if question.legal_duty().is_some() && matches!(question.answer, AnswerForm::FreeText { .. })
        {
            self.complain(
                path.then("obligation"),
                Cause::DutyWithoutScore {
                    question: question.id.to_string(),
                },
            );
        }
    }

    fn check_answer(&mut self, path: &Path, question: &Question) {
        let choices = path.then("choices");
        let value = |index: usize| choices.then(index).then("value");
        match &question.answer {
            AnswerForm::ProfileChoice { choices: all }
            | AnswerForm::ProfileChoices { choices: all } => {
                self.unique(
                    Named::Choice,
                    all.iter()
                        .enumerate()
                        .map(|(i, choice)| (value(i), choice.value.as_str())),
                );
            }
            AnswerForm::SingleChoice { choices: all } => self.unique(
                Named::Choice,
                all.iter()
                    .enumerate()
                    .map(|(i, choice)| (value(i), choice.value.as_str())),
            ),
            AnswerForm::Number { bands, .. } if !path.then("bands").holds_one_of(self.mended) => {
                for (index, cause) in bands::check(bands) {
                    self.complain(path.then("bands").then(index), cause);
                }
            }
            AnswerForm::Number { .. }
            | AnswerForm::Maturity { .. }
            | AnswerForm::YesPartlyNo { .. }
            | AnswerForm::FreeText { .. } => {}
        }
    }
}
