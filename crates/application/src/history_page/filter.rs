//! What somebody looks for in a long history: of whom, and in which part of the work.
//!
//! Who took a position and chose not to be named is found under no name.

use std::collections::BTreeSet;

use assessment::history::Entry;
use assessment::{Actor, Area, Change};

use super::Place;
use crate::open::Open;
use crate::problem::Problem;
use crate::typed;
use crate::view::{HistoryOf, OptionView};
use crate::words::{WordList, Words};

const COMMITTEE: &str = "committee";

const AREAS: WordList<Area> = WordList(&[
    ("answers", Area::Answers),
    ("scores", Area::Scores),
    ("positions", Area::Positions),
    ("findings", Area::Findings),
    ("actions", Area::Actions),
    ("conclusion", Area::Conclusion),
    ("sessions", Area::Sessions),
    ("committee", Area::Committee),
    ("subjects", Area::Subjects),
    ("keeping", Area::Keeping),
]);

/// What is asked for.
pub(super) struct Filter<'a> {
    assessment: Option<&'a str>,
    question: Option<&'a str>,
    author: Option<&'a str>,
    area: Option<Area>,
}

impl<'a> Filter<'a> {
    /// # Errors
    /// When there is no such part of the work.
    pub(super) fn read(input: &'a HistoryOf) -> Result<Self, Problem> {
        let area = input.area.as_deref();
        Ok(Self {
            assessment: input.assessment.as_deref(),
            question: input.question.as_deref(),
            author: input.author.as_deref(),
            area: area
                .map(|word| typed::word(&AREAS, word, "area"))
                .transpose()?,
        })
    }

    /// Whether a place is the one asked for.
    pub(super) fn is_about(&self, place: &Place) -> bool {
        let assessment = place.assessment.map(|id| id.to_string());
        let question = place.question.as_ref().map(|id| id.as_str());
        (self.assessment.is_none() || self.assessment == assessment.as_deref())
            && (self.question.is_none() || self.question == question)
    }

    /// Whether an entry is by whom and of what is asked for.
    pub(super) fn lets_through(&self, open: &Open, entry: &Entry<'_>) -> bool {
        let author = || open.named_author(entry.event).map(written);
        (self.author.is_none() || self.author == author().as_deref())
            && (self.area.is_none() || self.area == Some(area(entry)))
    }
}

/// By whom and of what these entries are, to choose from.
pub(super) fn choices(
    open: &Open,
    words: Words,
    entries: &[Entry<'_>],
) -> (Vec<OptionView>, Vec<OptionView>) {
    let named = entries
        .iter()
        .filter_map(|entry| open.named_author(entry.event));
    let authors: BTreeSet<(String, String)> = named
        .map(|actor| (open.who(actor, words), written(actor)))
        .collect();
    let occurring: BTreeSet<Area> = entries.iter().map(area).collect();
    let choice = |value: String, label: String| OptionView {
        value,
        label,
        descriptor: None,
    };
    let areas = occurring.into_iter().map(|area| {
        let word = AREAS.word(area);
        choice(word.to_owned(), words.text(&format!("history-area-{word}")))
    });
    let authors = authors.into_iter().map(|(label, id)| choice(id, label));
    (authors.collect(), areas.collect())
}

/// What was erased is told among what was kept and what was not.
fn area(entry: &Entry<'_>) -> Area {
    entry
        .event
        .change
        .as_ref()
        .map_or(Area::Keeping, Change::area)
}

fn written(actor: Actor) -> String {
    match actor {
        Actor::Committee => COMMITTEE.to_owned(),
        Actor::Member(member) => member.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_the_work_has_a_word() {
        for area in Area::ALL {
            assert!(!AREAS.word(area).is_empty(), "{area:?}");
        }
    }
}
