//! Whether a condition can ever hold.
//!
//! A search over the choices of intake: a flag holds when a choice that sets it is taken, one
//! question with one choice takes at most one, and an exclusive choice stands alone. Whether an
//! intake question is itself asked is left out of account, and a search that takes too long counts
//! as reachable; so every complaint is true, but not every unreachable question is found.

use std::collections::BTreeMap;

use crate::{AnswerForm, Condition, Flag, Questionnaire};

/// How many steps one search takes before it gives up.
const PATIENCE: usize = 10_000;
/// How many steps all searches in a questionnaire take together.
const PATIENCE_IN_ALL: usize = 4_000_000;
/// How deep a search follows conditions of conditions.
const DEEPEST: usize = 256;

/// A choice by its question and its place there.
type Place = (usize, usize);

/// What sets each flag.
pub(super) struct Reachability<'q> {
    /// The choices of intake, as groups of one question each.
    questions: Vec<Choices>,
    setters: BTreeMap<&'q Flag, Vec<Place>>,
    derived: BTreeMap<&'q Flag, &'q Condition>,
    patience: usize,
}

struct Choices {
    only_one: bool,
    /// For each choice whether it excludes the others.
    exclusive: Vec<bool>,
}

impl<'q> Reachability<'q> {
    pub(super) fn of(questionnaire: &'q Questionnaire) -> Self {
        let mut questions = Vec::new();
        let mut setters: BTreeMap<&Flag, Vec<Place>> = BTreeMap::new();
        for question in questionnaire.questions() {
            let (only_one, choices) = match &question.answer {
                AnswerForm::ProfileChoice { choices } => (true, choices),
                AnswerForm::ProfileChoices { choices } => (false, choices),
                _ => continue,
            };
            for (index, choice) in choices.iter().enumerate() {
                for flag in &choice.flags {
                    setters
                        .entry(flag)
                        .or_default()
                        .push((questions.len(), index));
                }
            }
            let exclusive = choices.iter().map(|choice| choice.exclusive).collect();
            questions.push(Choices {
                only_one,
                exclusive,
            });
        }
        let derived = questionnaire
            .derived_flags
            .iter()
            .map(|flag| (&flag.flag, &flag.when))
            .collect();
        Self {
            questions,
            setters,
            derived,
            patience: PATIENCE_IN_ALL,
        }
    }

    /// Whether some answers to intake may make all `conditions` hold.
    pub(super) fn can_hold(&mut self, conditions: &[&Condition]) -> bool {
        let patience = PATIENCE.min(self.patience);
        let mut search = Search {
            known: self,
            taken: BTreeMap::new(),
            patience,
        };
        let can_hold = search.can_hold(conditions);
        let spent = patience - search.patience;
        self.patience -= spent;
        can_hold
    }
}

/// A partial answer to intake: the choices that are decided, taken or not.
struct Search<'r, 'q> {
    known: &'r Reachability<'q>,
    taken: BTreeMap<Place, bool>,
    patience: usize,
}

/// The truth of a condition under a partial answer; an undecided one names a choice to decide next.
enum Truth {
    Holds,
    Fails,
    Depends(Place),
    /// The search ran out of patience, or a flag depends on itself.
    Unknowable,
}

impl Search<'_, '_> {
    fn can_hold(&mut self, conditions: &[&Condition]) -> bool {
        let place = match self.all(conditions.iter().copied(), 0) {
            Truth::Holds | Truth::Unknowable => return true,
            Truth::Fails => return false,
            Truth::Depends(place) => place,
        };
        for take in [true, false] {
            let before = self.taken.clone();
            self.decide(place, take);
            if self.can_hold(conditions) {
                return true;
            }
            self.taken = before;
        }
        false
    }

    /// Takes a choice or leaves it, with what follows for the others of its question.
    fn decide(&mut self, (question, choice): Place, take: bool) {
        self.taken.insert((question, choice), take);
        let Some(Choices {
            only_one,
            exclusive,
        }) = self.known.questions.get(question)
        else {
            return;
        };
        if !take {
            return;
        }
        self.patience = self.patience.saturating_sub(exclusive.len());
        let alone = *only_one || exclusive.get(choice) == Some(&true);
        for (other, exclusive) in exclusive.iter().enumerate() {
            if other != choice && (alone || *exclusive) {
                self.taken.insert((question, other), false);
            }
        }
    }

    fn truth(&mut self, condition: &Condition, depth: usize) -> Truth {
        if self.patience == 0 || depth > DEEPEST {
            return Truth::Unknowable;
        }
        self.patience -= 1;
        match condition {
            Condition::Flag(flag) => self.flag(flag, depth),
            Condition::All(parts) => self.all(parts.iter(), depth),
            Condition::Any(parts) => {
                let mut depends = Truth::Fails;
                for part in parts {
                    match self.truth(part, depth + 1) {
                        Truth::Holds => return Truth::Holds,
                        Truth::Fails => {}
                        Truth::Unknowable => depends = Truth::Unknowable,
                        Truth::Depends(place) => {
                            if matches!(depends, Truth::Fails) {
                                depends = Truth::Depends(place);
                            }
                        }
                    }
                }
                depends
            }
            Condition::Not(part) => match self.truth(part, depth + 1) {
                Truth::Holds => Truth::Fails,
                Truth::Fails => Truth::Holds,
                other => other,
            },
        }
    }

    fn all<'c>(&mut self, parts: impl Iterator<Item = &'c Condition>, depth: usize) -> Truth {
        let mut depends = Truth::Holds;
        for part in parts {
            match self.truth(part, depth + 1) {
                Truth::Holds => {}
                Truth::Fails => return Truth::Fails,
                Truth::Unknowable => depends = Truth::Unknowable,
                Truth::Depends(place) => {
                    if matches!(depends, Truth::Holds) {
                        depends = Truth::Depends(place);
                    }
                }
            }
        }
        depends
    }

    fn flag(&mut self, flag: &Flag, depth: usize) -> Truth {
        if let Some(&when) = self.known.derived.get(flag) {
            return self.truth(when, depth + 1);
        }
        let setters = self.known.setters.get(flag).map_or(&[][..], Vec::as_slice);
        self.patience = self.patience.saturating_sub(setters.len());
        let mut depends = Truth::Fails;
        for place in setters {
            match self.taken.get(place) {
                Some(true) => return Truth::Holds,
                Some(false) => {}
                None => depends = Truth::Depends(*place),
            }
        }
        depends
    }
}
