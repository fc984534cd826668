//! The history: everything that was done, as sentences in the user's language, with what held before
//! and since.

mod committee_work;
mod described;
mod filter;

use assessment::history::{About, Entry, Held, history};
use assessment::{AssessmentId, Change};
use questionnaire::QuestionId;
use serde::Serialize;

use crate::Application;
use crate::care;
use crate::keeping;
use crate::open::Open;
use crate::problem::Problem;
use crate::view::*;
use crate::words::Words;
use described::content;
pub(crate) use described::{sentence, which};
use filter::Filter;

const MOST: u32 = 200;

/// An entry of the history, for programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HistoryFigures {
    /// The identity of the event.
    pub id: String,
    /// Its number, from 1.
    pub number: u64,
    /// When, in RFC 3339.
    pub at: String,
    /// Who.
    pub who: String,
    /// The kind of change; `words_gone` when its words were erased.
    pub kind: &'static str,
    /// The assessment that it is about.
    pub assessment: Option<String>,
    /// The question that it is about.
    pub question: Option<String>,
    /// What was done, as a sentence.
    pub what: String,
    /// What held before, in words.
    pub before: Option<String>,
    /// What holds since, in words.
    pub after: Option<String>,
    /// The identity of the event by which it was undone, if it does not count now.
    pub undone_by: Option<String>,
    /// Whether it counts only once its assessment, which was adopted without it, is reopened.
    pub waits: bool,
}

impl Application {
    /// A page of the history, the latest first.
    ///
    /// # Errors
    /// When no dossier is open.
    pub fn history_page(&mut self, input: HistoryOf) -> Result<HistoryPage, Problem> {
        let words = self.words();
        let open = self.open()?;
        let skip = usize::try_from(input.skip).unwrap_or(usize::MAX);
        let take = usize::try_from(input.take.min(MOST)).unwrap_or(usize::MAX);
        let filter = Filter::read(&input)?;
        let mut entries = history(open.events());
        entries.retain(|entry| filter.is_about(&Place::of(entry)));
        let (authors, areas) = filter::choices(open, words, &entries);
        entries.retain(|entry| filter.lets_through(open, entry));
        Ok(HistoryPage {
            authors,
            areas,
            total: entries.len() as u64,
            entries: entries
                .iter()
                .rev()
                .skip(skip)
                .take(take)
                .map(|entry| HistoryEntry {
                    undo: keeping::offer(open, words, entry),
                    not_undone: keeping::why_not(open, words, entry),
                    ..view(open, words, entry)
                })
                .collect(),
            meaning: words.text("application-history-meaning"),
        })
    }

    /// The whole history, the earliest first.
    ///
    /// # Errors
    /// When no dossier is open.
    pub fn history(&self) -> Result<Vec<HistoryFigures>, Problem> {
        let words = self.words();
        let open = self.open()?;
        let figures = |entry: Entry<'_>| {
            let view = view(open, words, &entry);
            HistoryFigures {
                id: view.id,
                undone_by: entry.undone_by.map(|id| id.to_string()),
                waits: entry.waits,
                number: view.number,
                at: entry.event.at.to_string(),
                who: view.who,
                kind: entry
                    .event
                    .change
                    .as_ref()
                    .map_or("words_gone", Change::kind),
                assessment: view.assessment,
                question: view.question,
                what: view.what,
                before: view.before,
                after: view.after,
            }
        };
        Ok(history(open.events()).into_iter().map(figures).collect())
    }
}

/// An entry for reading, without whether it can be undone.
fn view(open: &Open, words: Words, entry: &Entry<'_>) -> HistoryEntry {
    let place = Place::of(entry);
    let held = |held: &Option<Held>| {
        let held = held.as_ref()?;
        content(open, words, &place, held)
    };
    let assessments = &open.state().assessments;
    let latest_before = || {
        let begun = assessments
            .iter()
            .filter(|(_, it)| it.order <= entry.number);
        begun.max_by_key(|(_, it)| it.order).map(|(id, _)| *id)
    };
    let assessment = place
        .assessment
        .filter(|id| assessments.contains_key(id))
        .or_else(latest_before);
    HistoryEntry {
        id: entry.event.id.to_string(),
        number: entry.number,
        at: words.moment(entry.event.at),
        who: open.author(entry.event, words),
        what: sentence(open, words, entry.event),
        before: held(&entry.before),
        after: held(&entry.after),
        assessment: place.assessment.map(|id| id.to_string()),
        question: place.question.map(|id| id.to_string()),
        undo: None,
        not_undone: None,
        undone_by: keeping::undone(open, words, entry),
        waits: entry.waits.then(|| words.text("history-waits")),
        erased: entry.erased_by.is_some(),
        erasable: care::is_erasable(open, entry.event),
        as_it_was: assessment.map(|id| id.to_string()),
    }
}

/// What a window may be showing of what an entry is about.
pub(crate) fn topics_of(entry: &Entry<'_>) -> Vec<Topic> {
    let mut topics = vec![match &entry.about {
        Some(About::Report(_)) => Topic::Reports,
        Some(About::Subject(_) | About::Assessment(_)) => Topic::Subjects,
        _ => Topic::Committee,
    }];
    topics.extend(Place::of(entry).assessment.map(|id| Topic::Assessment {
        assessment: id.to_string(),
    }));
    topics
}

/// Where an entry leads to.
#[derive(Default)]
struct Place {
    assessment: Option<AssessmentId>,
    question: Option<QuestionId>,
}

impl Place {
    fn of(entry: &Entry<'_>) -> Self {
        let change = entry.event.change.as_ref();
        let (assessment, question) = match &entry.about {
            Some(About::Question(id, question)) => (Some(*id), Some(question.clone())),
            Some(About::Assessment(id) | About::Section(id, _)) => (Some(*id), None),
            Some(About::Evidence(_)) => match entry.after.as_ref().or(entry.before.as_ref()) {
                Some(Held::Evidence {
                    assessment,
                    question,
                    ..
                }) => (Some(*assessment), Some(question.clone())),
                _ => (None, None),
            },
            _ => (change.and_then(Change::assessment), None),
        };
        Self {
            assessment,
            question,
        }
    }
}
