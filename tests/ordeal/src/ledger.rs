//! The ledger: which answers were given, which of them the program called saved, and whether those are there.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use assessment::{Change, Event};
use serde::Deserialize;
use serde_json::json;

use crate::chance::Chance;
use crate::program::Programs;

/// Questions that are always asked, with answers to them.
const QUESTIONS: [(&str, &str); 5] = [
    ("PUR-01", "yes"),
    ("PUR-02", "partly"),
    ("PUR-04", "3"),
    ("PUR-05", "no"),
    ("REL-01", "2"),
];

/// An answer that was given, told from all others by its words.
#[derive(Debug, Clone)]
struct Given {
    question: &'static str,
    words: String,
}

/// The answers that were given to one dossier, in order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ledger {
    /// How many events there were before the first answer.
    before: u64,
    given: Vec<Given>,
    /// The answers that are known to be there or were called saved: their number among the events, and which.
    saved: Vec<(u64, usize)>,
    /// How many were called saved before the last were given.
    saved_before: usize,
}

/// What is read of an entry in `history --json`.
#[derive(Deserialize)]
struct Entry {
    number: u64,
    kind: String,
    question: Option<String>,
    after: Option<String>,
}

impl Ledger {
    /// The ledger of a dossier that has so many events and no answers of ours.
    pub(crate) fn after(before: u64) -> Self {
        Ledger {
            before,
            ..Ledger::default()
        }
    }

    /// Makes up `number` answers; gives the lines that the program takes.
    pub(crate) fn give(&mut self, chance: &mut Chance, number: usize) -> String {
        let mut lines = String::new();
        self.saved_before = self.saved.len();
        for _ in 0..number {
            let (question, value) = *chance.one_of(&QUESTIONS).unwrap_or(&("PUR-01", "yes"));
            let mut words = format!(
                "overweging {} van {:016x}:",
                self.given.len(),
                chance.next()
            );
            // Most answers fit in a page of the file, some need several.
            let most = if chance.one_in(4) { 1500 } else { 30 };
            for _ in 0..chance.below(most) {
                words.push_str(" één");
            }
            let line = json!({ "question": question, "value": value, "because": words });
            let _ = writeln!(lines, "{line}");
            self.given.push(Given { question, words });
        }
        lines
    }

    /// How many answers are called saved.
    pub(crate) fn acknowledged(&self) -> u64 {
        self.saved.len() as u64
    }

    /// How many answers were given.
    pub(crate) fn len(&self) -> usize {
        self.given.len()
    }

    /// Notes what the program wrote about the answers from the one with place `from`: which it saved, on standard
    /// output, and which it refused, on standard error.
    pub(crate) fn note(&mut self, from: usize, out: &str, err: &str) -> Result<()> {
        let refused: Vec<usize> = err
            .lines()
            .filter_map(|line| line.strip_prefix("ERR ")?.split(' ').next()?.parse().ok())
            .map(|line: usize| from + line - 1)
            .collect();
        let mut places = (from..self.given.len()).filter(|place| !refused.contains(place));
        for line in out.lines() {
            let number = line
                .strip_prefix("ACK ")
                .and_then(|number| number.parse().ok())
                .with_context(|| format!("`{line}` is no acknowledgement"))?;
            let place = places.next().context("more was saved than was said")?;
            self.saved.push((number, place));
        }
        Ok(())
    }

    /// How many answers were called saved once the program had written so much about the last of them.
    pub(crate) fn acknowledged_after(&self, written: &str) -> u64 {
        (self.saved_before + written.lines().count()) as u64
    }

    /// Forgets what was called saved after the program had written so much about the last answers.
    pub(crate) fn keep_acknowledged_in(&mut self, written: &str) -> Result<()> {
        self.saved
            .truncate(usize::try_from(self.acknowledged_after(written))?);
        Ok(())
    }

    /// Whether everything that was called saved is in the history that the program shows, and nothing that was
    /// never said.
    pub(crate) fn compare(&self, programs: &Programs, folder: &Path, dossier: &str) -> Result<()> {
        let history = programs.done(folder, &["history", dossier, "--json"])?;
        let history: Vec<Entry> = serde_json::from_str(&history)?;
        let found = history
            .iter()
            .filter(|entry| entry.kind == "answer_recorded");
        let found = found.map(|entry| {
            let question = entry.question.as_deref().unwrap_or_default();
            let after = entry.after.as_deref().unwrap_or_default();
            let words = after.split_once('\n').map_or("", |(_, words)| words);
            (entry.number, question, words)
        });
        self.hold_against(&found.collect::<Vec<_>>())
    }

    /// The same for events that were read from a dossier; `acknowledged` says how many answers were called saved.
    pub(crate) fn compare_events(&self, events: &[Event], acknowledged: usize) -> Result<()> {
        let found: Vec<_> = (1..)
            .zip(events)
            .filter_map(|(number, event)| match event.change.as_ref()? {
                Change::AnswerRecorded {
                    question, answer, ..
                } => Some((number, question.as_str(), answer.because.as_str())),
                _ => None,
            })
            .collect();
        let mut then = self.clone();
        then.saved.truncate(acknowledged);
        then.hold_against(&found)
    }

    fn hold_against(&self, found: &[(u64, &str, &str)]) -> Result<()> {
        for (number, place) in &self.saved {
            let given = self.given.get(*place).context("an answer nobody gave")?;
            let there = found.iter().find(|(there, _, _)| there == number);
            ensure!(
                there.is_some_and(|(_, question, words)| (*question, *words)
                    == (given.question, given.words.as_str())),
                "answer {place} was acknowledged as event {number} and is not there"
            );
        }
        let ours = found.iter().filter(|(number, _, words)| {
            *number > self.before && !words.starts_with(crate::scene::AT_HOME)
        });
        let mut given = self.given.iter();
        for (number, _, words) in ours {
            ensure!(
                given.any(|given| given.words == *words),
                "event {number} is not one of the answers in the order in which they were given"
            );
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ledger() -> Ledger {
        let mut ledger = Ledger::after(3);
        ledger.give(&mut Chance::of(1, 1), 3);
        ledger.note(0, "ACK 4\nACK 5\n", "").unwrap();
        ledger
    }

    /// What a history would hold of the answers in these places.
    fn history<'a>(ledger: &'a Ledger, places: &[usize]) -> Vec<(u64, &'a str, &'a str)> {
        let given = places.iter().map(|place| &ledger.given[*place]);
        (4..)
            .zip(given)
            .map(|(number, given)| (number, given.question, given.words.as_str()))
            .collect()
    }

    #[test]
    fn what_was_saved_must_be_there_and_one_more_may_be() {
        let ledger = ledger();
        for places in [&[0, 1][..], &[0, 1, 2]] {
            ledger.hold_against(&history(&ledger, places)).unwrap();
        }
    }

    #[test]
    fn what_is_gone_exchanged_or_there_twice_is_noticed() {
        let ledger = ledger();
        for places in [&[0][..], &[1, 0], &[0, 2], &[0, 1, 0], &[]] {
            assert!(
                ledger.hold_against(&history(&ledger, places)).is_err(),
                "{places:?}"
            );
        }
    }
}
