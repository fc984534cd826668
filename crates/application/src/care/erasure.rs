//! Erasing words for good: from the file, from memory and from the backups that the program keeps.
//!
//! That something was done, when and by whom stays, and why its words are gone. What others hold is
//! beyond the reach of any program, and is said every time.

use std::collections::BTreeSet;
use std::path::Path;

use assessment::EventId;

use super::preview::cannot;
use super::remains::{self, InBackups};
use super::typed_words::repeats;
use crate::open::Open;
use crate::problem::{Fact, Problem};
use crate::typed;
use crate::view::*;
use crate::words::Words;
use crate::{Application, count};

impl Application {
    /// Erases the words of events for good, here and in the backups.
    ///
    /// # Errors
    /// When one of them cannot be erased, when no reason is given, or when the reason repeats what is to
    /// be erased. Nothing is erased then.
    pub fn erase(&mut self, input: Erase) -> Result<Erased, Problem> {
        let reason = typed::name(&input.reason, "reason")?;
        let (open, surroundings) = self.open_and_surroundings()?;
        let events = erasable(open, &input.events)?;
        let house = &open.state().organisation.name;
        for event in open.events().iter().filter(|it| events.contains(&it.id)) {
            let change = event.change.as_ref();
            if change.is_some_and(|it| repeats(&reason, it, house)) {
                return Err(Fact::ReasonRepeats.about("reason"));
            }
        }
        let events: Vec<EventId> = events.into_iter().collect();
        open.erase(surroundings, &events, &reason)?;
        self.erased(events.len())
    }

    /// Does once more what an erasure could not finish: writes the file anew, and takes every word that
    /// was erased in it out of its backups, also out of one that was put back since.
    ///
    /// # Errors
    /// When no dossier is open that can be written.
    pub fn finish_erasing(&mut self, _: Nothing) -> Result<Erased, Problem> {
        let open = self.open.as_mut().ok_or(Fact::NoDossierOpen)?;
        open.dossier_mut().compact()?;
        self.erased(0)
    }

    /// Cleans the backups and tells what became of `events` events.
    fn erased(&mut self, events: usize) -> Result<Erased, Problem> {
        let folder = self.surroundings.backups.clone();
        let words = self.words();
        let (open, surroundings) = self.open_and_surroundings()?;
        if !open.dossier().is_compact() {
            // There may be room by now. If not, it is said.
            let _ = open.dossier_mut().compact();
        }
        let done = remains::erase_in_backups(open, folder.as_deref(), surroundings);
        let is_compact = open.dossier().is_compact();
        let lines = told(words, events, is_compact, &done, folder.as_deref());
        let mut topics = vec![Topic::Committee, Topic::Subjects, Topic::Care];
        topics.extend(open.state().assessments.keys().map(|id| Topic::Assessment {
            assessment: id.to_string(),
        }));
        Ok(Erased {
            events: count(events),
            backups_rewritten: done.rewritten,
            backups_removed: crate::count(done.removed.len()),
            complete: is_compact && done.is_complete(),
            lines,
            changed: self.announced(topics),
        })
    }
}

/// The events that are named, all of which can be erased.
fn erasable(open: &Open, named: &[String]) -> Result<BTreeSet<EventId>, Problem> {
    let mut events = BTreeSet::new();
    for given in named {
        let event = open.event(given)?;
        if let Some(key) = cannot(open, event.id) {
            return Err(Fact::NotErasable {
                number: open.number(event.id),
            }
            .about("events")
            .with_details([Words::detail(key)]));
        }
        events.insert(event.id);
    }
    if events.is_empty() {
        return Err(Fact::NothingToErase.about("events"));
    }
    Ok(events)
}

fn told(
    words: Words,
    events: usize,
    is_compact: bool,
    done: &InBackups,
    folder: Option<&Path>,
) -> Vec<String> {
    let count = |key: &str, count: u32| words.format(key, &[("count", count.into())]);
    let mut lines = Vec::new();
    if events > 0 {
        lines.push(count("care-erased", crate::count(events)));
    }
    if !is_compact {
        lines.push(words.text("care-not-compact"));
    }
    lines.push(count("care-backups-rewritten", done.rewritten));
    for (key, names) in [
        ("care-backup-removed", &done.removed),
        ("care-backup-left", &done.left),
        ("care-unfinished-left", &done.unfinished),
    ] {
        let named = |name: &String| words.format(key, &[("name", name.into())]);
        lines.extend(names.iter().map(named));
    }
    if done.unread {
        lines.push(remains::unread(words, folder));
    }
    lines.extend(remains::out_of_reach(words));
    lines
}
