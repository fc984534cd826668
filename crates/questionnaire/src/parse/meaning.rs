//! What no schema can say: that ids exist and are used once, that flags are set before they are
//! asked for, that every question can be reached, that intake and assessment keep apart.

mod flags;
mod ids;
mod questions;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use super::MOST_QUESTIONS;
use super::complaint::Cause;
use super::place::{Causes, Path};
use crate::{AnswerForm, Flag, Question, QuestionKind, Questionnaire};

/// Every flag that `content` says is set, well-formed or not, so that a broken question does not
/// make the flags it sets unknown.
pub(super) fn declared_flags(content: &Json) -> BTreeSet<String> {
    let mut declared = BTreeSet::new();
    let mut waiting = vec![content];
    while let Some(value) = waiting.pop() {
        match value {
            Json::Object(fields) => {
                let flags = fields
                    .get("flags")
                    .and_then(Json::as_array)
                    .into_iter()
                    .flatten();
                let derived = fields.get("when").and_then(|_| fields.get("flag"));
                declared.extend(
                    flags
                        .chain(derived)
                        .filter_map(Json::as_str)
                        .map(str::to_owned),
                );
                waiting.extend(fields.values());
            }
            Json::Array(items) => waiting.extend(items),
            _ => {}
        }
    }
    declared
}

/// Checks the meaning of a questionnaire whose shape is right or mended.
pub(super) fn check(
    questionnaire: &Questionnaire,
    declared: &BTreeSet<String>,
    mended: &BTreeSet<Path>,
) -> Causes {
    let mut checker = Checker::of(questionnaire, declared, mended);
    if checker.questions.len() > MOST_QUESTIONS {
        let path = checker
            .questions
            .get(MOST_QUESTIONS)
            .map(|(path, _)| path.clone())
            .unwrap_or_default();
        checker.complain(
            path,
            Cause::TooManyQuestions {
                limit: MOST_QUESTIONS,
            },
        );
        return checker.causes;
    }
    checker.check_ids();
    checker.check_pointers();
    checker.check_questions();
    checker.check_flags();
    checker.check_reachability();
    checker.causes
}

/// When a flag is set.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Setter {
    /// By the intake question with this number.
    Intake(usize),
    /// By the derived flag with this number.
    Derived(usize),
}

struct Checker<'q> {
    questionnaire: &'q Questionnaire,
    questions: Vec<(Path, &'q Question)>,
    /// The first setter of each flag.
    setters: BTreeMap<&'q str, Setter>,
    declared: &'q BTreeSet<String>,
    mended: &'q BTreeSet<Path>,
    causes: Causes,
}

impl<'q> Checker<'q> {
    fn of(
        questionnaire: &'q Questionnaire,
        declared: &'q BTreeSet<String>,
        mended: &'q BTreeSet<Path>,
    ) -> Self {
        let mut questions = Vec::new();
        let sections = Path::default().then("sections");
        for (s, section) in questionnaire.sections.iter().enumerate() {
            for (q, question) in section.questions.iter().enumerate() {
                questions.push((sections.then(s).then("questions").then(q), question));
            }
        }
        let mut setters = BTreeMap::new();
        let intake = questions
            .iter()
            .filter(|(_, question)| question.kind() == QuestionKind::Intake);
        for (number, (_, question)) in intake.enumerate() {
            for flag in flags_of(question) {
                setters
                    .entry(flag.as_str())
                    .or_insert(Setter::Intake(number));
            }
        }
        for (number, derived) in questionnaire.derived_flags.iter().enumerate() {
            setters
                .entry(derived.flag.as_str())
                .or_insert(Setter::Derived(number));
        }
        Self {
            questionnaire,
            questions,
            setters,
            declared,
            mended,
            causes: Causes::default(),
        }
    }

    fn complain(&mut self, path: Path, cause: Cause) {
        self.causes.add(path, cause);
    }
}

fn flags_of(question: &Question) -> impl Iterator<Item = &Flag> {
    let choices = match &question.answer {
        AnswerForm::ProfileChoice { choices } | AnswerForm::ProfileChoices { choices } => {
            choices.as_slice()
        }
        _ => &[],
    };
    choices.iter().flat_map(|choice| &choice.flags)
}
