//! Ids are used once, and whatever points at one finds it.

use std::collections::BTreeSet;

use super::Checker;
use crate::parse::complaint::{Cause, Named};
use crate::parse::place::Path;

impl Checker<'_> {
    /// Every id is used once. An empty id stands where the shape was mended.
    pub(super) fn unique<'i>(&mut self, named: Named, ids: impl Iterator<Item = (Path, &'i str)>) {
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

    pub(super) fn check_ids(&mut self) {
        fn ids<'i, T>(items: &'i [T], id: impl Fn(&'i T) -> &'i str) -> Vec<&'i str> {
            items.iter().map(id).collect()
        }
        let it = self.questionnaire;
        let root = Path::default();
        let numbers: Vec<String> = it
            .promises
            .iter()
            .map(|promise| promise.nr.to_string())
            .collect();
        let lists = [
            (
                Named::Section,
                root.then("sections"),
                "id",
                ids(&it.sections, |x| x.id.as_str()),
            ),
            (
                Named::Reference,
                root.then("references"),
                "id",
                ids(&it.references, |x| x.id.as_str()),
            ),
            (
                Named::Role,
                root.then("roles"),
                "id",
                ids(&it.roles, |x| x.id.as_str()),
            ),
            (
                Named::DutyHolder,
                root.then("duty_holders"),
                "id",
                ids(&it.duty_holders, |x| x.id.as_str()),
            ),
            (
                Named::Rule,
                root.then("scoring").then("rules"),
                "id",
                ids(&it.scoring.rules, |x| x.id.as_str()),
            ),
            (
                Named::DerivedFlag,
                root.then("derived_flags"),
                "flag",
                ids(&it.derived_flags, |x| x.flag.as_str()),
            ),
            (
                Named::Promise,
                root.then("promises"),
                "nr",
                ids(&numbers, String::as_str),
            ),
        ];
        for (named, list, field, ids) in lists {
            let ids = ids.into_iter().enumerate();
            self.unique(
                named,
                ids.map(|(item, id)| (list.then(item).then(field), id)),
            );
        }
        // Across sections a question is known by one id only.
        let questions: Vec<_> = self
            .questions
            .iter()
            .map(|(path, question)| (path.then("id"), question.id.as_str()))
            .collect();
        self.unique(Named::Question, questions.into_iter());
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

    pub(super) fn check_pointers(&mut self) {
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
}
