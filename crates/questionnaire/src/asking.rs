//! What is asked: intake sets flags, derived flags follow, and conditions choose the questions.
//!
//! Everything here depends on the answers to intake alone, and on the order of the questionnaire
//! rather than the order of answering.

use std::collections::BTreeSet;

use crate::{AnswerForm, Flag, Question, QuestionId, QuestionKind, Questionnaire, Value};

/// The flags of an assessment, apart by origin.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Flags {
    /// Set by the answers to intake.
    pub intake: BTreeSet<Flag>,
    /// Following from those, in the order of the questionnaire.
    pub derived: Vec<Flag>,
}

impl Flags {
    /// All flags together.
    #[must_use]
    pub fn all(&self) -> BTreeSet<Flag> {
        self.intake.iter().chain(&self.derived).cloned().collect()
    }
}

impl Question {
    /// Whether the question is asked when these flags are set.
    #[must_use]
    pub fn is_asked(&self, flags: &BTreeSet<Flag>) -> bool {
        self.condition
            .as_ref()
            .is_none_or(|condition| condition.holds(flags))
    }

    /// The flags that `value` sets; none unless this is an intake question.
    pub fn flags_set_by<'a>(&'a self, value: &'a Value) -> impl Iterator<Item = &'a Flag> {
        let choices = match &self.answer {
            AnswerForm::ProfileChoice { choices } | AnswerForm::ProfileChoices { choices } => {
                choices.as_slice()
            }
            _ => &[],
        };
        choices
            .iter()
            .filter(move |choice| match value {
                Value::Choice(chosen) => *chosen == choice.value,
                Value::Choices(chosen) => chosen.contains(&choice.value),
                _ => false,
            })
            .flat_map(|choice| &choice.flags)
    }
}

impl Questionnaire {
    /// The flags that follow from the answers, apart by origin. Intake questions that are not asked
    /// themselves set nothing.
    pub fn flags_by_origin<'a>(
        &self,
        answer_to: impl Fn(&QuestionId) -> Option<&'a Value>,
    ) -> Flags {
        self.take_intake(answer_to).0
    }

    /// All flags that follow from the answers.
    pub fn flags<'a>(
        &self,
        answer_to: impl Fn(&QuestionId) -> Option<&'a Value>,
    ) -> BTreeSet<Flag> {
        self.flags_by_origin(answer_to).all()
    }

    /// The questions that are asked, intake first, in the order of the questionnaire.
    pub fn asked<'a>(
        &self,
        answer_to: impl Fn(&QuestionId) -> Option<&'a Value>,
    ) -> Vec<&Question> {
        let (flags, mut asked) = self.take_intake(answer_to);
        let flags = flags.all();
        asked.extend(
            self.questions()
                .filter(|question| question.kind() == QuestionKind::Assessment)
                .filter(|question| question.is_asked(&flags)),
        );
        asked
    }

    /// Goes through intake in order: each question is asked or not by the flags set before it.
    fn take_intake<'a>(
        &self,
        answer_to: impl Fn(&QuestionId) -> Option<&'a Value>,
    ) -> (Flags, Vec<&Question>) {
        let mut asked = Vec::new();
        let mut set = BTreeSet::new();
        for question in self
            .questions()
            .filter(|question| question.kind() == QuestionKind::Intake)
        {
            if question.is_asked(&set) {
                asked.push(question);
                if let Some(value) = answer_to(&question.id) {
                    set.extend(question.flags_set_by(value).cloned().collect::<Vec<_>>());
                }
            }
        }
        let intake = set.clone();
        let mut derived = Vec::new();
        for candidate in &self.derived_flags {
            if candidate.when.holds(&set) && set.insert(candidate.flag.clone()) {
                derived.push(candidate.flag.clone());
            }
        }
        (Flags { intake, derived }, asked)
    }
}
