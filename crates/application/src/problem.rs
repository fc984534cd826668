//! What went wrong, as a person can use it: what happened and what to do.
//!
//! There are three kinds and they are never mixed. A *refusal* is expected: something cannot be done
//! as asked, and the text says how it can. *Complaints* are about a file that somebody wrote, all of
//! them at once. A *fault* is ours: its technical cause goes to the log under a short number, and the
//! person sees the number. The texts stand in `locales/*/problems.ftl`, two for each code.

use std::error::Error;
use std::fmt;

use messages::{Language, catalogue};

pub use crate::fact::{Fact, Kind};
use crate::view::ProblemView;

/// A problem with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What happened.
    pub fact: Fact,
    /// The input that it is about, by its name in the call.
    pub field: Option<&'static str>,
    /// Particulars, one a line.
    pub details: Vec<Detail>,
    /// The technical cause, for the log; not for a person.
    pub cause: Option<String>,
}

/// A particular of a problem: a text in the user's language, or one that is the same in every.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// Each language its own.
    Localised {
        /// Dutch.
        nl: String,
        /// English.
        en: String,
    },
    /// The same everywhere: a name, a place in a file.
    Plain(String),
}

impl Detail {
    /// The text in a language.
    #[must_use]
    pub fn text(&self, language: Language) -> &str {
        match (self, language) {
            (Self::Localised { nl, .. }, Language::Nl) => nl,
            (Self::Localised { en, .. }, Language::En) => en,
            (Self::Plain(text), _) => text,
        }
    }
}

impl From<Fact> for Problem {
    fn from(fact: Fact) -> Self {
        Self {
            fact,
            field: None,
            details: Vec::new(),
            cause: None,
        }
    }
}

impl Fact {
    /// The problem that this is about one input of the call.
    #[must_use]
    pub fn about(self, field: &'static str) -> Problem {
        Problem {
            field: Some(field),
            ..self.into()
        }
    }
}

impl Problem {
    /// The fault that a panic is, caught at the border of the program with what it said.
    #[must_use]
    pub fn panicked(message: &str) -> Self {
        Self::fault_saying(format!("panic: {message}"))
    }

    /// A fault with its technical cause. The number is made from the cause, so that the same fault
    /// has the same number wherever it happens.
    pub(crate) fn fault(cause: &(dyn Error + 'static)) -> Self {
        let mut chain = cause.to_string();
        let mut source = cause.source();
        while let Some(deeper) = source {
            chain.push_str(": ");
            chain.push_str(&deeper.to_string());
            source = deeper.source();
        }
        Self::fault_saying(chain)
    }

    /// A fault that is described in words.
    pub(crate) fn fault_saying(cause: impl Into<String>) -> Self {
        let cause = cause.into();
        let number = verification::number_of(&cause);
        Self {
            cause: Some(cause),
            ..Fact::Unexpected { number }.into()
        }
    }

    pub(crate) fn with_details(mut self, details: impl IntoIterator<Item = Detail>) -> Self {
        self.details.extend(details);
        self
    }

    /// The code, for programs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.fact.code()
    }

    /// What happened, as a sentence.
    #[must_use]
    pub fn what(&self, language: Language) -> String {
        self.text(language, "what")
    }

    /// What to do, as a sentence.
    #[must_use]
    pub fn remedy(&self, language: Language) -> String {
        self.text(language, "remedy")
    }

    /// The problem as the window shows it.
    #[must_use]
    pub fn view(&self, language: Language) -> ProblemView {
        ProblemView {
            code: self.code().to_owned(),
            what: self.what(language),
            remedy: self.remedy(language),
            field: self.field.map(str::to_owned),
            details: self
                .details
                .iter()
                .map(|detail| detail.text(language).to_owned())
                .collect(),
        }
    }

    fn text(&self, language: Language, part: &str) -> String {
        let key = format!("problem-{}.{part}", self.code());
        catalogue(language).format(&key, &self.fact.arguments())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what(Language::En))?;
        match &self.cause {
            Some(cause) => write!(f, " ({cause})"),
            None => Ok(()),
        }
    }
}

impl Error for Problem {}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_code_says_in_both_languages_what_happened_and_what_to_do() {
        for language in Language::ALL {
            let texts = catalogue(language);
            for (code, particulars) in Fact::ALL {
                let particulars: BTreeSet<_> = particulars.iter().copied().collect();
                for part in ["what", "remedy"] {
                    let key = format!("problem-{code}.{part}");
                    let used = texts.variables(&key).unwrap_or_else(|| panic!("{key}"));
                    for variable in used {
                        assert!(particulars.contains(variable), "{key} wants {variable}");
                    }
                }
            }
        }
    }

    #[test]
    fn no_text_speaks_of_a_problem_that_does_not_exist() {
        let codes: BTreeSet<_> = Fact::ALL.iter().map(|(code, _)| *code).collect();
        for (key, _) in messages::keys() {
            if let Some(code) = key
                .strip_prefix("problem-")
                .and_then(|key| key.split('.').next())
            {
                assert!(codes.contains(code), "{key}");
            }
        }
    }

    #[test]
    fn a_fault_keeps_its_cause_from_the_person_and_its_number_for_both() {
        let fault = Problem::fault_saying("disk I/O error 778");
        let view = fault.view(Language::Nl);
        let Fact::Unexpected { number } = &fault.fact else {
            panic!("{fault:?}");
        };
        assert!(view.what.contains(number) && !view.what.contains("778"));
        assert_eq!(fault, Problem::fault_saying("disk I/O error 778"));
        assert_ne!(fault.fact, Problem::fault_saying("another").fact);
    }
}
