//! The history: for each event what it is about, and what held before and after.
//!
//! Values are data; the words that a person reads are chosen elsewhere. An undo is
//! told like any other change: as what held before it and what holds since.

mod about;
mod held;

use questionnaire::QuestionId;

use crate::event::{AssessmentId, Event, EventId};
use crate::state::State;
use about::about;

pub use about::About;
pub use held::Held;

/// One event of the history.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry<'a> {
    /// Its place among all events, from 1.
    pub number: u64,
    /// The event.
    pub event: &'a Event,
    /// What it is about; `None` when its words were erased.
    pub about: Option<About>,
    /// What held before it; `None` when there was nothing yet.
    pub before: Option<Held>,
    /// What held after it; `None` when there is nothing any more.
    pub after: Option<Held>,
    /// The event by which it was undone, if it does not count now.
    pub undone_by: Option<EventId>,
    /// The event by which its words were erased.
    pub erased_by: Option<EventId>,
    /// Whether it counts only once its assessment, which was adopted without it, is reopened.
    pub waits: bool,
}

/// The history that `events` tell, in order of place.
pub fn history<'a>(events: impl IntoIterator<Item = &'a Event>) -> Vec<Entry<'a>> {
    let mut events: Vec<&Event> = events.into_iter().collect();
    events.sort_by(|a, b| a.place().cmp(&b.place()));
    events.dedup_by_key(|event| event.id);
    let now = State::from_events(events.iter().copied());
    let mut state = State::default();
    (1..)
        .zip(events)
        .map(|(number, event)| {
            let about = about(&now, event);
            let held = |state: &State| about.as_ref().and_then(|about| state.held(about));
            let before = held(&state);
            state.apply(event);
            let after = held(&state);
            Entry {
                number,
                event,
                before,
                after,
                undone_by: now.undone_by(event.id),
                erased_by: now.reach.erased(event.id),
                waits: now.waits(event.id),
                about,
            }
        })
        .collect()
}

/// The part of the history that is about one question: its answers, and what was
/// attached to it.
pub fn of_question<'a>(
    events: impl IntoIterator<Item = &'a Event>,
    assessment: AssessmentId,
    question: &QuestionId,
) -> Vec<Entry<'a>> {
    let mut history = history(events);
    history.retain(|entry| match &entry.about {
        Some(About::Question(of, named)) => *of == assessment && named == question,
        Some(About::Evidence(_)) => [&entry.before, &entry.after].into_iter().flatten().any(
            |held| matches!(held, Held::Evidence { assessment: of, question: named, .. } if *of == assessment && named == question),
        ),
        _ => false,
    });
    history
}
