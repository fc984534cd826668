//! The value of an answer: read from text, checked against its question, scored.
//!
//! A value says what was answered, not by whom, why or how surely; that belongs to the assessment.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{AnswerForm, ProfileChoice, Question, Score};

/// What was answered.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// One choice: `yes`, `weighed`.
    Choice(String),
    /// One or more choices.
    Choices(BTreeSet<String>),
    /// A level of maturity, 0 to 4.
    Level(u8),
    /// A whole number.
    Number(u32),
    /// Text.
    Text(String),
    /// The question does not apply; the reason belongs to the answer.
    NotApplicable,
    /// Nobody knows yet; counts as open.
    NotYetKnown,
}

impl Value {
    /// *Yes*.
    pub const YES: &'static str = "yes";
    /// *Partly*.
    pub const PARTLY: &'static str = "partly";
    /// *No*.
    pub const NO: &'static str = "no";
    /// *Not applicable*, as written.
    pub const NOT_APPLICABLE: &'static str = "na";
    /// *Not yet known*, as written.
    pub const NOT_YET_KNOWN: &'static str = "not-yet-known";
    /// The largest number that can be answered.
    pub const LARGEST_NUMBER: u32 = 9_999;
    /// The longest text that can be answered, in characters.
    pub const LONGEST_TEXT: usize = 20_000;
    /// The highest level of maturity.
    pub const HIGHEST_LEVEL: u8 = 4;

    /// The value in the form that [`Question::read_value`] reads.
    #[must_use]
    pub fn written(&self) -> String {
        match self {
            Self::Choice(value) | Self::Text(value) => value.clone(),
            Self::Choices(values) => values
                .iter()
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join(","),
            Self::Level(level) => level.to_string(),
            Self::Number(number) => number.to_string(),
            Self::NotApplicable => Self::NOT_APPLICABLE.to_owned(),
            Self::NotYetKnown => Self::NOT_YET_KNOWN.to_owned(),
        }
    }

    /// Whether the question stays open with this value.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::NotYetKnown)
    }
}

/// Why a value does not answer a question. Carries what a message needs to say what would.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ValueRefused {
    /// The question has no such choice.
    #[error("no choice {given:?}: choose from {}", choices.join(", "))]
    UnknownChoice {
        /// What was given.
        given: String,
        /// What can be chosen.
        choices: Vec<String>,
    },
    /// Nothing was chosen.
    #[error("nothing was chosen: choose from {}", choices.join(", "))]
    NothingChosen {
        /// What can be chosen.
        choices: Vec<String>,
    },
    /// A choice that excludes the others was combined with them.
    #[error("{choice} cannot be combined with another choice")]
    Exclusive {
        /// The excluding choice.
        choice: String,
    },
    /// Not a level from 0 to 4.
    #[error("{given:?} is not a level from 0 to 4")]
    NotALevel {
        /// What was given.
        given: String,
    },
    /// Not a whole number in range.
    #[error("{given:?} is not a whole number from 0 to {largest}")]
    NotANumber {
        /// What was given.
        given: String,
        /// The largest number allowed.
        largest: u32,
    },
    /// A text without a visible character.
    #[error("the text is empty")]
    EmptyText,
    /// A text beyond the limit.
    #[error("the text has {length} characters; the limit is {limit}")]
    TextTooLong {
        /// Its length in characters.
        length: usize,
        /// The limit in characters.
        limit: usize,
    },
    /// A control character other than newline or tab.
    #[error("the text holds the control character U+{code_point:04X} at character {position}")]
    ControlCharacter {
        /// The character's code point.
        code_point: u32,
        /// Its place, counted in characters from 1.
        position: usize,
    },
    /// A question of the profile cannot be *not applicable*: what is asked depends on it.
    #[error("a question of the profile cannot be answered with not applicable")]
    ProfileAlwaysApplies,
    /// A value of another type of answer.
    #[error("the question takes an answer of type {expected}")]
    WrongType {
        /// The type that the question takes.
        expected: &'static str,
    },
}

impl Question {
    /// Reads a value written as text: a choice, several separated by commas, a level, a whole
    /// number, or text; `na` and `not-yet-known` are understood everywhere.
    ///
    /// # Errors
    /// When the text does not answer this question.
    pub fn read_value(&self, written: &str) -> Result<Value, ValueRefused> {
        let trimmed = written.trim();
        let value = match trimmed {
            Value::NOT_APPLICABLE => Value::NotApplicable,
            Value::NOT_YET_KNOWN => Value::NotYetKnown,
            _ => match &self.answer {
                AnswerForm::ProfileChoice { .. }
                | AnswerForm::YesPartlyNo { .. }
                | AnswerForm::SingleChoice { .. } => Value::Choice(trimmed.to_owned()),
                AnswerForm::ProfileChoices { .. } => Value::Choices(
                    trimmed
                        .split(',')
                        .map(str::trim)
                        .filter(|choice| !choice.is_empty())
                        .map(str::to_owned)
                        .collect(),
                ),
                AnswerForm::Maturity { .. } => Value::Level(
                    whole_number(trimmed)
                        .and_then(|level| u8::try_from(level).ok())
                        .ok_or_else(|| ValueRefused::NotALevel {
                            given: trimmed.to_owned(),
                        })?,
                ),
                AnswerForm::Number { .. } => {
                    Value::Number(whole_number(trimmed).ok_or_else(|| {
                        ValueRefused::NotANumber {
                            given: trimmed.to_owned(),
                            largest: Value::LARGEST_NUMBER,
                        }
                    })?)
                }
                AnswerForm::FreeText { .. } => Value::Text(written.to_owned()),
            },
        };
        self.accepts(&value)?;
        Ok(value)
    }

    /// Whether `value` answers this question.
    ///
    /// # Errors
    /// When it does not, with the reason.
    pub fn accepts(&self, value: &Value) -> Result<(), ValueRefused> {
        match (&self.answer, value) {
            (_, Value::NotYetKnown) => Ok(()),
            (
                AnswerForm::ProfileChoice { .. } | AnswerForm::ProfileChoices { .. },
                Value::NotApplicable,
            ) => Err(ValueRefused::ProfileAlwaysApplies),
            (_, Value::NotApplicable) => Ok(()),
            (
                AnswerForm::ProfileChoice { .. }
                | AnswerForm::YesPartlyNo { .. }
                | AnswerForm::SingleChoice { .. },
                Value::Choice(value),
            ) => self.has_choice(value),
            (AnswerForm::ProfileChoices { choices }, Value::Choices(values)) => {
                self.accepts_choices(choices, values)
            }
            (AnswerForm::Maturity { .. }, Value::Level(level)) => {
                if *level <= Value::HIGHEST_LEVEL {
                    Ok(())
                } else {
                    Err(ValueRefused::NotALevel {
                        given: level.to_string(),
                    })
                }
            }
            (AnswerForm::Number { .. }, Value::Number(number)) => {
                if *number <= Value::LARGEST_NUMBER {
                    Ok(())
                } else {
                    Err(ValueRefused::NotANumber {
                        given: number.to_string(),
                        largest: Value::LARGEST_NUMBER,
                    })
                }
            }
            (AnswerForm::FreeText { .. }, Value::Text(text)) => accepts_text(text),
            _ => Err(ValueRefused::WrongType {
                expected: self.answer.type_name(),
            }),
        }
    }

    /// The values that can be chosen, in order; for maturity the levels, and nothing for numbers
    /// and text.
    #[must_use]
    pub fn choices(&self) -> Vec<String> {
        match &self.answer {
            AnswerForm::ProfileChoice { choices } | AnswerForm::ProfileChoices { choices } => {
                choices.iter().map(|choice| choice.value.clone()).collect()
            }
            AnswerForm::SingleChoice { choices } => {
                choices.iter().map(|choice| choice.value.clone()).collect()
            }
            AnswerForm::YesPartlyNo { .. } => [Value::YES, Value::PARTLY, Value::NO]
                .map(str::to_owned)
                .into(),
            AnswerForm::Maturity { .. } => (0..=Value::HIGHEST_LEVEL)
                .map(|level| level.to_string())
                .collect(),
            AnswerForm::Number { .. } | AnswerForm::FreeText { .. } => Vec::new(),
        }
    }

    /// What `value` adds to a score: nothing when the question is not scored, when the value leaves
    /// it open or out of account, or when the value does not answer it.
    #[must_use]
    pub fn score(&self, value: &Value) -> Option<Score> {
        if self.is_scored() {
            self.answer.worth(value)
        } else {
            None
        }
    }

    fn has_choice(&self, value: &str) -> Result<(), ValueRefused> {
        let choices = self.choices();
        if value.is_empty() {
            Err(ValueRefused::NothingChosen { choices })
        } else if choices.iter().any(|choice| choice == value) {
            Ok(())
        } else {
            Err(ValueRefused::UnknownChoice {
                given: value.to_owned(),
                choices,
            })
        }
    }

    fn accepts_choices(
        &self,
        choices: &[ProfileChoice],
        values: &BTreeSet<String>,
    ) -> Result<(), ValueRefused> {
        if values.is_empty() {
            return Err(ValueRefused::NothingChosen {
                choices: self.choices(),
            });
        }
        for value in values {
            self.has_choice(value)?;
        }
        match choices
            .iter()
            .find(|choice| choice.exclusive && values.contains(&choice.value))
        {
            Some(choice) if values.len() > 1 => Err(ValueRefused::Exclusive {
                choice: choice.value.clone(),
            }),
            _ => Ok(()),
        }
    }
}

impl AnswerForm {
    /// What `value` is worth, whatever the weight of its question: nothing for open, inapplicable
    /// and unscorable values.
    #[must_use]
    pub fn worth(&self, value: &Value) -> Option<Score> {
        match (self, value) {
            (Self::Maturity { .. }, Value::Level(level)) if *level <= Value::HIGHEST_LEVEL => {
                let quarter = Score::STEPS / u16::from(Value::HIGHEST_LEVEL);
                Score::from_ten_thousandths(u16::from(*level) * quarter)
            }
            (Self::YesPartlyNo { .. }, Value::Choice(choice)) => match choice.as_str() {
                Value::YES => Some(Score::ONE),
                Value::PARTLY => Some(Score::HALF),
                Value::NO => Some(Score::ZERO),
                _ => None,
            },
            (Self::SingleChoice { choices }, Value::Choice(value)) => choices
                .iter()
                .find(|choice| choice.value == *value)
                .map(|choice| choice.score),
            (Self::Number { bands, .. }, Value::Number(number)) => bands
                .iter()
                .find(|band| band.contains(*number))
                .map(|band| band.score),
            _ => None,
        }
    }
}

/// A whole number in plain digits: no sign, no separators.
fn whole_number(written: &str) -> Option<u32> {
    let digits = !written.is_empty() && written.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| written.parse().ok()).flatten()
}

fn accepts_text(text: &str) -> Result<(), ValueRefused> {
    let length = text.chars().count();
    if length > Value::LONGEST_TEXT {
        return Err(ValueRefused::TextTooLong {
            length,
            limit: Value::LONGEST_TEXT,
        });
    }
    let control = text
        .chars()
        .enumerate()
        .find(|(_, c)| c.is_control() && !matches!(c, '\n' | '\t'));
    if let Some((before, character)) = control {
        return Err(ValueRefused::ControlCharacter {
            code_point: u32::from(character),
            position: before + 1,
        });
    }
    if text.trim().is_empty() {
        Err(ValueRefused::EmptyText)
    } else {
        Ok(())
    }
}
