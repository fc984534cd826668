//! Answering questions.
//!
//! Whether a value answers its question is for the questionnaire to say. Here are the rules around
//! it: what *not applicable* needs, that the same answer given again is no change, and that an
//! answer to a question that is not asked now is kept and ignored.

use assessment::{Answer, Change, Current};
use questionnaire::{EvidenceStrength, Question, Value, ValueRefused};

use crate::Application;
use crate::assessed::Assessed;
use crate::files::label;
use crate::problem::{Fact, Problem};
use crate::typed;
use crate::view::*;
use crate::words::CERTAINTIES;

impl Application {
    /// Records an answer. The same answer given again changes nothing.
    ///
    /// # Errors
    /// When the value does not answer the question, or *not applicable* lacks its reason or name.
    pub fn record_answer(&mut self, input: RecordAnswer) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let question = assessed.question(&input.question)?;
        let value = value(question, &input.answer.value)?;
        let answer = answer(&assessed, question, value, &input.answer)?;
        self.answer_with(&input.assessment, &input.question, answer)
    }

    /// Records an answer whose value is written as on the command line: an option, several separated
    /// by commas, a level, a whole number or text; `na` and `not-yet-known` are always understood.
    ///
    /// # Errors
    /// As for [`record_answer`](Self::record_answer).
    pub fn record_written_answer(
        &mut self,
        assessment: &str,
        question: &str,
        written: &WrittenAnswer,
    ) -> Result<Changed, Problem> {
        let assessed = self.assessed(assessment)?;
        let asked = assessed.question(question)?;
        let value = asked
            .read_value(&written.value.replace("\r\n", "\n"))
            .map_err(refused)?;
        let form = AnswerForm {
            value: AnswerValue::NotYetKnown,
            because: written.because.clone(),
            certainty: written.certainty.clone(),
            evidence_strength: written.evidence_strength,
            by: written.by.clone(),
        };
        let answer = answer(&assessed, asked, value, &form)?;
        self.answer_with(assessment, question, answer)
    }

    fn answer_with(
        &mut self,
        assessment: &str,
        question: &str,
        answer: Answer,
    ) -> Result<Changed, Problem> {
        let assessed = self.assessed(assessment)?;
        let question = assessed.question(question)?;
        let asked = assessed.is_asked(&question.id);
        let notice = (!asked).then(|| assessed.words.text("application-not-asked"));
        let same = match assessed.state.current(&question.id) {
            // Several that say the same become one as soon as somebody says it once more.
            // What was taken over is looked at as soon as somebody says it themselves.
            Current::Answered(recorded) => {
                recorded.answer == answer && recorded.taken_over_from.is_none()
            }
            Current::Open | Current::Conflict(_) => false,
        };
        let change = Change::AnswerRecorded {
            assessment: assessed.id,
            question: question.id.clone(),
            answer,
            based_on: assessed.state.replaced_by_next(&question.id),
            taken_over_from: None,
        };
        let topic = Topic::Assessment {
            assessment: assessed.id.to_string(),
        };
        let mut changed = if same {
            self.changed(Vec::new())
        } else {
            self.record(change, vec![topic])?
        };
        changed.notice = notice.or(changed.notice);
        Ok(changed)
    }

    /// Leaves a question open again. What was answered stays in the history.
    ///
    /// # Errors
    /// When there is no answer to withdraw.
    pub fn withdraw_answer(&mut self, input: OneQuestion) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let question = assessed.question(&input.question)?;
        let based_on = assessed.state.replaced_by_next(&question.id);
        if based_on.is_empty() {
            return Err(Fact::NothingToWithdraw.about("question"));
        }
        let change = Change::AnswerWithdrawn {
            assessment: assessed.id,
            question: question.id.clone(),
            based_on,
        };
        let topic = Topic::Assessment {
            assessment: assessed.id.to_string(),
        };
        self.record(change, vec![topic])
    }
}

/// An answer as it is written on the command line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WrittenAnswer {
    /// The value.
    pub value: String,
    /// Why.
    pub because: String,
    /// `known`, `assumed` or `unknown`.
    pub certainty: Option<String>,
    /// 0 to 3.
    pub evidence_strength: Option<u8>,
    /// Who stands for it.
    pub by: Option<String>,
}

/// The value that a form holds, if it answers the question.
pub(crate) fn value(question: &Question, form: &AnswerValue) -> Result<Value, Problem> {
    let value = match form {
        AnswerValue::NotApplicable => Value::NotApplicable,
        AnswerValue::NotYetKnown => Value::NotYetKnown,
        AnswerValue::Choices { options } => Value::Choices(options.iter().cloned().collect()),
        AnswerValue::Text { text } => Value::Text(text.replace("\r\n", "\n")),
        // What looks like one of the two words that are always understood is an option here.
        AnswerValue::Choice { option: written } | AnswerValue::Number { typed: written } => {
            match question.read_value(written).map_err(refused)? {
                Value::NotApplicable | Value::NotYetKnown => Value::Choice(written.clone()),
                value => value,
            }
        }
    };
    question.accepts(&value).map_err(refused)?;
    Ok(value)
}

fn answer(
    assessed: &Assessed<'_>,
    question: &Question,
    value: Value,
    form: &AnswerForm,
) -> Result<Answer, Problem> {
    let because = typed::paragraphs(&form.because, "because")?;
    let by = typed::line(form.by.as_deref().unwrap_or_default(), "by")?;
    let by = (!by.is_empty()).then_some(by);
    if value == Value::NotApplicable {
        if because.is_empty() {
            return Err(Fact::ReasonNeeded.about("because"));
        }
        if by.is_none() && assessed.is_legal_point(question) {
            return Err(Fact::NameNeeded.about("by"));
        }
    }
    let certainty = form
        .certainty
        .as_deref()
        .filter(|word| !word.is_empty())
        .map(|word| typed::word(&CERTAINTIES, word, "certainty"))
        .transpose()?;
    let evidence_strength = form
        .evidence_strength
        .map(|level| {
            EvidenceStrength::ALL
                .into_iter()
                .find(|strength| strength.level() == level)
                .ok_or_else(|| {
                    Fact::UnknownWord {
                        given: level.to_string(),
                        allowed: "0, 1, 2, 3".to_owned(),
                    }
                    .about("evidence_strength")
                })
        })
        .transpose()?;
    Ok(Answer {
        value,
        because,
        certainty,
        evidence_strength,
        by,
    })
}

fn refused(refused: ValueRefused) -> Problem {
    let fact = match refused {
        ValueRefused::UnknownChoice { given, choices } => Fact::UnknownOption {
            given: label(&given),
            allowed: choices.join(", "),
        },
        ValueRefused::NothingChosen { choices } => Fact::NothingChosen {
            allowed: choices.join(", "),
        },
        ValueRefused::Exclusive { choice } => Fact::ExclusiveOption { option: choice },
        ValueRefused::NotALevel { given } => Fact::NotALevel {
            given: label(&given),
        },
        ValueRefused::NotANumber { given, largest } => Fact::NotANumber {
            given: label(&given),
            largest: u64::from(largest),
        },
        ValueRefused::EmptyText => Fact::TextEmpty,
        ValueRefused::TextTooLong { length, limit } => Fact::TextTooLong {
            length: length as u64,
            limit: limit as u64,
        },
        ValueRefused::ControlCharacter {
            code_point,
            position,
        } => Fact::ControlCharacter {
            character: format!("U+{code_point:04X}"),
            position: position as u64,
        },
        ValueRefused::ProfileAlwaysApplies => Fact::ProfileAlwaysApplies,
        ValueRefused::WrongType { expected } => Fact::WrongType {
            expected: expected.to_owned(),
        },
        other => return Problem::fault(&other),
    };
    fact.about("value")
}

#[cfg(test)]
mod tests {
    use assessment::AssessmentId;

    use super::*;
    use crate::Surroundings;

    /// Two answers given without knowledge of each other, as two copies of a dossier bring them.
    fn with_conflict() -> (tempfile::TempDir, Application, OneQuestion) {
        let folder = tempfile::tempdir().unwrap();
        let surroundings = Surroundings::predictable(1_795_251_600, None);
        let mut application = Application::new(surroundings);
        application
            .example(&folder.path().join("voorbeeld.dossier"))
            .unwrap();
        let assessment = application.assessment_meant(None).unwrap();
        let id: AssessmentId = assessment.parse().unwrap();
        let question = OneQuestion {
            assessment,
            question: "PUR-04".to_owned(),
        };
        application.withdraw_answer(question.clone()).unwrap();
        let (open, surroundings) = application.open_and_surroundings().unwrap();
        for level in [1, 3] {
            let change = Change::AnswerRecorded {
                assessment: id,
                question: "PUR-04".into(),
                answer: Answer::new(Value::Level(level)),
                based_on: Vec::new(),
                taken_over_from: None,
            };
            open.record(surroundings, change).unwrap();
        }
        (folder, application, question)
    }

    #[test]
    fn contradicting_answers_are_shown_and_never_resolved_by_chance() {
        let (_folder, mut application, question) = with_conflict();
        let one = OneAssessment {
            assessment: question.assessment.clone(),
        };
        let page = application.question_page(question.clone()).unwrap();
        assert_eq!(
            (page.state, page.conflict.len()),
            (AnswerState::Conflict, 2)
        );
        assert!(page.answer.is_none());
        let tasks = application.assessment_page(one.clone()).unwrap();
        assert_eq!(tasks.conflicts.len(), 1);
        assert_eq!(tasks.next.as_deref(), Some("PUR-04"));
        let report = application.report_page(one.clone()).unwrap();
        let target = MissingPlace::Question {
            question: "PUR-04".to_owned(),
        };
        assert!(
            report
                .standing
                .missing
                .iter()
                .any(|missing| missing.place == target)
        );
        let scores = application.scores(&one).unwrap();
        assert!(scores.provisional && scores.answered == scores.asked - 1);
    }

    #[test]
    fn an_answer_replaces_all_that_contradict_each_other() {
        let (_folder, mut application, question) = with_conflict();
        let record = RecordAnswer {
            assessment: question.assessment.clone(),
            question: question.question.clone(),
            answer: application
                .question_page(question.clone())
                .unwrap()
                .conflict[1]
                .answer
                .clone(),
        };
        application.record_answer(record).unwrap();
        let page = application.question_page(question).unwrap();
        assert_eq!(page.state, AnswerState::Answered);
        assert!(page.conflict.is_empty());
        assert_eq!(page.earlier.len(), 3);
    }
}
