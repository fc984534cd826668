//! What no schema can say: that ids exist and are used once, that flags are set before they are
//! asked for, that every question can be reached, that intake and assessment keep apart.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use super::MOST_QUESTIONS;
use super::bands;
use super::complaint::{Cause, Named, Path};
use super::conditions::Reachability;
use crate::{AnswerForm, Condition, Flag, Obligation, Question, QuestionKind, Questionnaire};

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
) -> Vec<(Path, Cause)> {
    let mut checker = Checker::of(questionnaire, declared, mended);
    if checker.questions.len() > MOST_QUESTIONS {
        let path = checker
            .questions
            .get(MOST_QUESTIONS)
            .map(|(path, _)| path.clone())
            .unwrap_or_default();
        return vec![(
            path,
            Cause::TooManyQuestions {
                limit: MOST_QUESTIONS,
            },
        )];
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
    causes: Vec<(Path, Cause)>,
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
            causes: Vec::new(),
        }
    }

    fn complain(&mut self, path: Path, cause: Cause) {
        self.causes.push((path, cause));
    }

    /// Every id is used once. An empty id stands where the shape was mended.
    fn unique<'i>(&mut self, named: Named, ids: impl Iterator<Item = (Path, &'i str)>) {
        let mut seen = BTreeSet::new();
        for (path, id) in ids {
            if !id.is_empty() && !seen.insert(id) {
                self.complain(
                    path,
                    Cause::DuplicateId {
                        named,
                        id: id.to_owned(),
                    },
                );
            }
        }
    }

    fn check_ids(&mut self) {
        let it = self.questionnaire;
        let list = |field: &str| Path::default().then(field);
        let id = |list: &Path, item: usize| list.then(item).then("id");

        let questions: Vec<_> = self
            .questions
            .iter()
            .map(|(path, question)| (path.then("id"), question.id.as_str()))
            .collect();
        self.unique(Named::Question, questions.into_iter());
        let at = list("sections");
        self.unique(
            Named::Section,
            it.sections
                .iter()
                .enumerate()
                .map(|(i, x)| (id(&at, i), x.id.as_str())),
        );
        let at = list("references");
        self.unique(
            Named::Reference,
            it.references
                .iter()
                .enumerate()
                .map(|(i, x)| (id(&at, i), x.id.as_str())),
        );
        let at = list("roles");
        self.unique(
            Named::Role,
            it.roles
                .iter()
                .enumerate()
                .map(|(i, x)| (id(&at, i), x.id.as_str())),
        );
        let at = list("duty_holders");
        self.unique(
            Named::DutyHolder,
            it.duty_holders
                .iter()
                .enumerate()
                .map(|(i, x)| (id(&at, i), x.id.as_str())),
        );
        let at = list("scoring").then("rules");
        self.unique(
            Named::Rule,
            it.scoring
                .rules
                .iter()
                .enumerate()
                .map(|(i, x)| (id(&at, i), x.id.as_str())),
        );
        let at = list("derived_flags");
        self.unique(
            Named::DerivedFlag,
            it.derived_flags
                .iter()
                .enumerate()
                .map(|(i, x)| (at.then(i).then("flag"), x.flag.as_str())),
        );
        let at = list("promises");
        let numbers: Vec<_> = it
            .promises
            .iter()
            .map(|promise| promise.nr.to_string())
            .collect();
        self.unique(
            Named::Promise,
            numbers
                .iter()
                .enumerate()
                .map(|(i, nr)| (at.then(i).then("nr"), nr.as_str())),
        );
    }

    /// Every item of a list of ids exists and is there once.
    fn pointers<'i>(
        &mut self,
        list: &Path,
        named: Named,
        ids: impl Iterator<Item = &'i str>,
        known: &BTreeSet<&str>,
    ) {
        let mut seen = BTreeSet::new();
        for (item, id) in ids.enumerate().filter(|(_, id)| !id.is_empty()) {
            if !known.contains(id) {
                self.complain(
                    list.then(item),
                    Cause::UnknownId {
                        named,
                        id: id.to_owned(),
                    },
                );
            } else if !seen.insert(id) {
                self.complain(
                    list.then(item),
                    Cause::Repeated {
                        item: id.to_owned(),
                    },
                );
            }
        }
    }

    fn check_pointers(&mut self) {
        let it = self.questionnaire;
        let references: BTreeSet<_> = it
            .references
            .iter()
            .map(|reference| reference.id.as_str())
            .collect();
        let roles: BTreeSet<_> = it.roles.iter().map(|role| role.id.as_str()).collect();
        let holders: BTreeSet<_> = it
            .duty_holders
            .iter()
            .map(|holder| holder.id.as_str())
            .collect();
        let sections: BTreeSet<_> = it
            .sections
            .iter()
            .map(|section| section.id.as_str())
            .collect();
        let questions: BTreeSet<_> = it
            .questions()
            .map(|question| question.id.as_str())
            .collect();
        let promises: BTreeSet<_> = it
            .promises
            .iter()
            .map(|promise| promise.nr.to_string())
            .collect();
        let promises: BTreeSet<_> = promises.iter().map(String::as_str).collect();

        for (path, question) in self.questions.clone() {
            let at = path.then("references");
            self.pointers(
                &at,
                Named::Reference,
                question.references.iter().map(AsRef::as_ref),
                &references,
            );
            let at = path.then("suggested_roles");
            self.pointers(
                &at,
                Named::Role,
                question.suggested_roles.iter().map(AsRef::as_ref),
                &roles,
            );
            let numbers: Vec<_> = question.promises.iter().map(ToString::to_string).collect();
            let at = path.then("promises");
            self.pointers(
                &at,
                Named::Promise,
                numbers.iter().map(String::as_str),
                &promises,
            );
            if let Some(duty) = question.legal_duty() {
                let at = path.then("obligation").then("must").then("holders");
                self.pointers(
                    &at,
                    Named::DutyHolder,
                    duty.holders.iter().map(AsRef::as_ref),
                    &holders,
                );
            }
        }
        let at = Path::default().then("quick_scan").then("questions");
        self.pointers(
            &at,
            Named::Question,
            it.quick_scan.questions.iter().map(AsRef::as_ref),
            &questions,
        );
        for (item, watch) in it.watch.iter().enumerate() {
            let at = Path::default().then("watch").then(item).then("sections");
            self.pointers(
                &at,
                Named::Section,
                watch.sections.iter().map(AsRef::as_ref),
                &sections,
            );
        }
    }

    fn check_questions(&mut self) {
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

    fn check_flags(&mut self) {
        let mut intake = 0;
        let mut used = BTreeSet::new();
        for (path, question) in self.questions.clone() {
            // An intake question sees the flags of earlier intake, an assessment question sees all.
            let before = match question.kind() {
                QuestionKind::Intake => Some(Setter::Intake(intake)),
                QuestionKind::Assessment => None,
            };
            if let Some(condition) = &question.condition {
                self.check_condition(condition, &path.then("condition"), before);
                used.extend(condition.flags());
            }
            if let Some(only_if) = question.legal_duty().and_then(|duty| duty.only_if.as_ref()) {
                self.check_condition(
                    only_if,
                    &path.then("obligation").then("must").then("only_if"),
                    None,
                );
                used.extend(only_if.flags());
            }
            intake += usize::from(question.kind() == QuestionKind::Intake);
        }
        let list = Path::default().then("derived_flags");
        let cycles = self.cycles();
        for (number, derived) in self.questionnaire.derived_flags.iter().enumerate() {
            let path = list.then(number);
            if matches!(
                self.setters.get(derived.flag.as_str()),
                Some(Setter::Intake(_))
            ) {
                self.complain(
                    path.then("flag"),
                    Cause::FlagSetTwice {
                        flag: derived.flag.to_string(),
                    },
                );
            }
            let cycle = cycles.iter().find(|cycle| cycle.contains(&number));
            match cycle {
                Some(cycle) if cycle.first() == Some(&number) => {
                    let flags = cycle
                        .iter()
                        .filter_map(|&member| self.questionnaire.derived_flags.get(member))
                        .map(|derived| derived.flag.to_string())
                        .collect();
                    self.complain(path.then("when"), Cause::FlagCycle { flags });
                }
                Some(_) => {}
                None => self.check_condition(
                    &derived.when,
                    &path.then("when"),
                    Some(Setter::Derived(number)),
                ),
            }
        }
        let list = Path::default().then("informational_flags");
        let mut seen = BTreeSet::new();
        for (item, flag) in self.questionnaire.informational_flags.iter().enumerate() {
            let name = flag.to_string();
            if !self.is_known(flag) {
                self.complain(list.then(item), Cause::UnknownFlag { flag: name });
            } else if used.contains(flag) {
                self.complain(list.then(item), Cause::FlagInUse { flag: name });
            } else if !seen.insert(flag) {
                self.complain(list.then(item), Cause::Repeated { item: name });
            }
        }
    }

    fn is_known(&self, flag: &Flag) -> bool {
        flag.as_str().is_empty()
            || self.setters.contains_key(flag.as_str())
            || self.declared.contains(flag.as_str())
    }

    /// Every flag of a condition is set, and set before `before` where that is given.
    fn check_condition(&mut self, condition: &Condition, path: &Path, before: Option<Setter>) {
        match condition {
            Condition::Flag(flag) => {
                let path = path.then("flag");
                let name = flag.to_string();
                match (self.setters.get(flag.as_str()), before) {
                    (Some(setter), Some(before)) if *setter >= before => {
                        self.complain(path, Cause::FlagSetLater { flag: name });
                    }
                    (None, _) if !self.is_known(flag) => {
                        self.complain(path, Cause::UnknownFlag { flag: name });
                    }
                    _ => {}
                }
            }
            Condition::All(parts) => self.check_parts(parts, &path.then("all"), before),
            Condition::Any(parts) => self.check_parts(parts, &path.then("any"), before),
            Condition::Not(part) => self.check_condition(part, &path.then("not"), before),
        }
    }

    fn check_parts(&mut self, parts: &[Condition], path: &Path, before: Option<Setter>) {
        for (item, part) in parts.iter().enumerate() {
            self.check_condition(part, &path.then(item), before);
        }
    }

    /// The derived flags that depend on themselves, one group for each knot of cycles.
    fn cycles(&self) -> Vec<Vec<usize>> {
        let flags = &self.questionnaire.derived_flags;
        let number = |flag: &&Flag| match self.setters.get(flag.as_str()) {
            Some(Setter::Derived(number)) => Some(*number),
            _ => None,
        };
        let needs: Vec<BTreeSet<usize>> = flags
            .iter()
            .map(|derived| derived.when.flags().iter().filter_map(number).collect())
            .collect();
        // What is left after taking away, again and again, flags that need nothing that is left and
        // flags that nothing left needs, lies on cycles or between them.
        let mut left: BTreeSet<usize> = (0..flags.len()).collect();
        loop {
            let needed: BTreeSet<usize> = left
                .iter()
                .filter_map(|&flag| needs.get(flag))
                .flatten()
                .copied()
                .collect();
            let kept: BTreeSet<usize> = left
                .iter()
                .copied()
                .filter(|flag| needed.contains(flag))
                .filter(|&flag| {
                    needs
                        .get(flag)
                        .is_some_and(|needs| !needs.is_disjoint(&left))
                })
                .collect();
            if kept == left {
                break;
            }
            left = kept;
        }
        let mut groups = Vec::new();
        while let Some(&first) = left.first() {
            let mut group = BTreeSet::from([first]);
            loop {
                let joined = left.iter().copied().find(|flag| {
                    let touches =
                        |a: usize, b: usize| needs.get(a).is_some_and(|needs| needs.contains(&b));
                    !group.contains(flag)
                        && group
                            .iter()
                            .any(|&member| touches(member, *flag) || touches(*flag, member))
                });
                match joined {
                    Some(flag) => group.insert(flag),
                    None => break,
                };
            }
            left.retain(|flag| !group.contains(flag));
            groups.push(group.into_iter().collect());
        }
        groups
    }

    fn check_reachability(&mut self) {
        let mut reachability = Reachability::of(self.questionnaire);
        let list = Path::default().then("derived_flags");
        for (number, derived) in self.questionnaire.derived_flags.iter().enumerate() {
            if self.is_set_in_full(&derived.when) && !reachability.can_hold(&[&derived.when]) {
                self.complain(
                    list.then(number).then("when"),
                    Cause::NeverSet {
                        flag: derived.flag.to_string(),
                    },
                );
            }
        }
        for (path, question) in self.questions.clone() {
            let id = || question.id.to_string();
            let condition = question
                .condition
                .as_ref()
                .filter(|condition| self.is_set_in_full(condition));
            if let Some(condition) = condition
                && !reachability.can_hold(&[condition])
            {
                self.complain(path.then("condition"), Cause::NeverAsked { question: id() });
                continue;
            }
            if let Some(only_if) = question.legal_duty().and_then(|duty| duty.only_if.as_ref())
                && self.is_set_in_full(only_if)
                && !reachability
                    .can_hold(&condition.into_iter().chain([only_if]).collect::<Vec<_>>())
            {
                self.complain(
                    path.then("obligation").then("must").then("only_if"),
                    Cause::NeverBinding { question: id() },
                );
            }
        }
    }

    /// Whether each flag of the condition is set somewhere; if not, that is the complaint.
    fn is_set_in_full(&self, condition: &Condition) -> bool {
        condition
            .flags()
            .iter()
            .all(|flag| self.setters.contains_key(flag.as_str()))
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
