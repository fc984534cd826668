//! Undoing what was done, by a new event that names it. Nothing disappears from the history.

use assessment::history::{Entry, history};
use assessment::{CannotUndo, Change, Event, EventId};

use crate::Application;
use crate::files::label;
use crate::history_page::{sentence, topics_of};
use crate::open::Open;
use crate::problem::{Fact, Problem};
use crate::view::*;
use crate::words::Words;

impl Application {
    /// Undoes something that was done, whenever that was. Undoing an undo has the first count again.
    ///
    /// # Errors
    /// When there is no such event, when it is never undone, or when undoing it would change nothing.
    pub fn undo(&mut self, input: OneEvent) -> Result<Changed, Problem> {
        let id = self.can_undo(&input.event)?;
        let open = self.open()?;
        let entries = history(open.events());
        let topics = entries
            .iter()
            .find(|entry| entry.event.id == id)
            .map(topics_of)
            .unwrap_or_default();
        self.record(Change::Undone { event: id }, topics)
    }

    /// What undoing an event is called, if it can be undone and would make a difference. The history
    /// offers it without having asked, since it takes a fold of everything.
    ///
    /// # Errors
    /// As for [`undo`](Self::undo).
    pub fn undo_offer(&mut self, input: OneEvent) -> Result<UndoOffer, Problem> {
        let id = self.can_undo(&input.event)?;
        Ok(called(self.words(), event(self.open()?, id)))
    }

    fn can_undo(&self, given: &str) -> Result<EventId, Problem> {
        let open = self.open()?;
        let unknown = || {
            Fact::UnknownEvent {
                given: label(given),
            }
            .about("event")
        };
        let id: EventId = given.parse().map_err(|_| unknown())?;
        open.is_open_to(&Change::Undone { event: id })?;
        let can = open.state().can_undo(id);
        can.map(|()| id).map_err(|refusal| match refusal {
            CannotUndo::NoSuchEvent => unknown(),
            refusal => refused(open, self.words(), id, refusal),
        })
    }

    /// The event that is meant: by its number in the history, or by the first characters of its
    /// identity, eight or more.
    ///
    /// # Errors
    /// When there is none, or more than one.
    pub fn event_meant(&self, given: &str) -> Result<String, Problem> {
        let events = self.open()?.events();
        let unknown = || {
            Fact::UnknownEvent {
                given: label(given),
            }
            .about("event")
        };
        if given.len() < 8 {
            let number: usize = given.parse().map_err(|_| unknown())?;
            let event = number.checked_sub(1).and_then(|place| events.get(place));
            return event.map(|event| event.id.to_string()).ok_or_else(unknown);
        }
        let mut meant = events
            .iter()
            .map(|event| event.id.to_string())
            .filter(|id| id.starts_with(given));
        let found = meant.next().ok_or_else(unknown)?;
        match meant.next() {
            Some(_) => Err(Fact::SeveralEvents {
                given: label(given),
            }
            .about("event")),
            None => Ok(found),
        }
    }
}

/// What undoing an event is called, where nothing forbids it. Whether it would make a difference is
/// asked when somebody wants it.
pub(crate) fn offer(open: &Open, words: Words, entry: &Entry<'_>) -> Option<UndoOffer> {
    let undo = Change::Undone {
        event: entry.event.id,
    };
    let can = !open.is_read_only()
        && open.is_open_to(&undo).is_ok()
        && open.state().open_to_undo(entry.event.id).is_ok();
    can.then(|| called(words, Some(entry.event)))
}

fn called(words: Words, event: Option<&Event>) -> UndoOffer {
    let key = match event.and_then(|event| event.change.as_ref()) {
        Some(Change::Undone { .. }) => "keeping-redo",
        _ => "keeping-undo",
    };
    UndoOffer {
        label: words.text(key),
    }
}

/// Why an event can never be undone any more, where that is so.
pub(crate) fn why_not(open: &Open, words: Words, entry: &Entry<'_>) -> Option<String> {
    let id = entry.event.id;
    let refusal = open.state().open_to_undo(id).err()?;
    // That it was undone, by whom and when, stands there anyway.
    let tells = !matches!(refusal, CannotUndo::AlreadyUndone { .. });
    let why = || {
        let problem = refused(open, words, id, refusal);
        let [what, remedy] = [problem.what(words.language), problem.remedy(words.language)];
        format!("{what} {remedy}")
    };
    tells.then(why)
}

/// When and by whom an event was undone.
pub(crate) fn undone(open: &Open, words: Words, entry: &Entry<'_>) -> Option<String> {
    let by = event(open, entry.undone_by?)?;
    let particulars = [
        ("at", words.moment(by.at).into()),
        ("who", open.author(by, words).into()),
    ];
    Some(words.format("keeping-undone", &particulars))
}

fn event(open: &Open, id: EventId) -> Option<&Event> {
    open.events().iter().find(|event| event.id == id)
}

/// Why an event is not undone, with what there is to tell.
fn refused(open: &Open, words: Words, id: EventId, refusal: CannotUndo) -> Problem {
    let at = |id| {
        event(open, id)
            .map(|event| words.moment(event.at))
            .unwrap_or_default()
    };
    let what = event(open, id)
        .map(|event| sentence(open, words, event))
        .unwrap_or_default();
    let fact = match refusal {
        CannotUndo::Never => Fact::NeverUndone { what },
        CannotUndo::Erased => Fact::UndoErased,
        CannotUndo::Signed { report } => Fact::UndoSigned { at: at(report) },
        CannotUndo::AlreadyUndone { by } => Fact::UndoneBefore { at: at(by) },
        CannotUndo::Assessed { assessment } => {
            let state = open.state();
            let subject = state.assessments.get(&assessment);
            let subject = subject.and_then(|assessment| state.subjects.get(&assessment.subject));
            Fact::UndoAssessed {
                name: subject.map(|it| it.name.clone()).unwrap_or_default(),
            }
        }
        CannotUndo::Revealed { reveal } => Fact::UndoRevealed { at: at(reveal) },
        CannotUndo::ChangesNothing => Fact::UndoChangesNothing { what },
        other => return Problem::fault(&other),
    };
    fact.about("event")
}
