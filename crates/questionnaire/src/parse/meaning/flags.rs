//! Flags are set before they are asked for, derived without going round in circles, and every
//! condition can hold.

use std::collections::BTreeSet;

use super::{Checker, Setter};
use crate::parse::complaint::Cause;
use crate::parse::conditions::Reachability;
use crate::parse::place::Path;
use crate::{Condition, Flag, QuestionKind};

impl Checker<'_> {
    pub(super) fn check_flags(&mut self) {
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

    pub(super) fn check_reachability(&mut self) {
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
