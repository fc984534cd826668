//! What later events say about earlier ones: which no longer count, which were
//! erased, and which can no longer be undone because somebody signed for them.
//!
//! An undo says of one event that it does not count; an undo of an undo says that
//! it does, and so on. Where several were said of the same event, perhaps by two
//! members who did not know of each other, the last one in order of place counts.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::change::Change;
use crate::event::{Actor, AssessmentId, Event, EventId, ReplicaId, SubjectId};
use crate::state::State;
use crate::waiting::Waiting;

/// Why an event cannot be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CannotUndo {
    /// There is no such event.
    #[error("there is no such event")]
    NoSuchEvent,
    /// Nothing of its kind is ever undone: the beginning of the dossier, a signed
    /// report, a reveal, an erasure.
    #[error("an event of this kind is never undone")]
    Never,
    /// Its words were erased, so there is nothing that could be taken back.
    #[error("its words were erased")]
    Erased,
    /// It began an assessment of which a report was signed.
    #[error("a report of it was signed")]
    Signed {
        /// The event that kept the report.
        report: EventId,
    },
    /// It opened a round of silent scores that was revealed, or is a vote in one.
    #[error("it was revealed")]
    Revealed {
        /// The event that revealed it.
        reveal: EventId,
    },
    /// It does not count already. To have it count again, undo that event.
    #[error("it was undone before")]
    AlreadyUndone {
        /// By which event.
        by: EventId,
    },
    /// It added an application of which there is an assessment.
    #[error("there is an assessment of it")]
    Assessed {
        /// The first such assessment.
        assessment: AssessmentId,
    },
    /// Later events took its place, so that undoing it would change nothing now.
    #[error("undoing it would change nothing")]
    ChangesNothing,
}

/// What later events say about earlier ones.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Reach {
    /// The last word on each event of which something was said.
    said: BTreeMap<EventId, Said>,
    /// What each undo says, and of which event that is no undo itself.
    undos: BTreeMap<EventId, (EventId, bool)>,
    erased: BTreeMap<EventId, EventId>,
    signed: BTreeMap<AssessmentId, EventId>,
    /// The rounds that were revealed and the votes that this showed, by which event.
    revealed: BTreeMap<EventId, EventId>,
    /// What counts for nothing until its assessment is reopened.
    pub(crate) waiting: Waiting,
}

/// Whether an event counts, and which event says so.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Said {
    counts: bool,
    by: EventId,
}

impl Reach {
    /// What is said in `past`, which stands in order of place.
    pub(crate) fn of(past: &[Arc<Event>]) -> Self {
        let reach = Reach::without(past, Waiting::default());
        let waiting = Waiting::of(past, |event| reach.counts(event));
        if waiting.is_empty() {
            Reach { waiting, ..reach }
        } else {
            // What waits says nothing of other events either.
            Reach::without(past, waiting)
        }
    }

    fn without(past: &[Arc<Event>], waiting: Waiting) -> Self {
        let heard = || past.iter().filter(|event| !waiting.contains(event.id));
        let mut reach = Reach::default();
        for event in heard() {
            match &event.change {
                Some(Change::ReportSigned { assessment, .. }) => {
                    reach.signed.entry(*assessment).or_insert(event.id);
                }
                Some(Change::RoundRevealed { round, votes, .. }) => {
                    for shown in votes.iter().map(|vote| vote.0).chain([round.0]) {
                        reach.revealed.entry(shown).or_insert(event.id);
                    }
                }
                _ => {}
            }
        }
        let mut before: BTreeMap<EventId, &Event> = BTreeMap::new();
        for event in heard() {
            reach.hear(event, &before);
            before.insert(event.id, event);
        }
        Reach { waiting, ..reach }
    }

    /// An event can only speak of those before it.
    fn hear(&mut self, event: &Event, before: &BTreeMap<EventId, &Event>) {
        match &event.change {
            Some(Change::Erased { event: named, .. }) => {
                let erasable = before.get(named).is_some_and(|named| {
                    named
                        .change
                        .as_ref()
                        .is_none_or(|change| Change::is_erasable(change.kind()))
                });
                if erasable {
                    self.erased.entry(*named).or_insert(event.id);
                }
            }
            Some(Change::Undone { event: named }) if before.contains_key(named) => {
                let (subject, counts) = match self.undos.get(named) {
                    Some((subject, counts)) => (*subject, !counts),
                    None => (*named, false),
                };
                self.undos.insert(event.id, (subject, counts));
                let change = before.get(&subject).and_then(|it| it.change.as_ref());
                if change.is_some_and(|change| self.refusal(subject, change).is_none()) {
                    let by = event.id;
                    self.said.insert(subject, Said { counts, by });
                }
            }
            _ => {}
        }
    }

    /// Why nothing that is said of this event is heard.
    fn refusal(&self, id: EventId, change: &Change) -> Option<CannotUndo> {
        match change {
            Change::DossierStarted { .. }
            | Change::ReportSigned { .. }
            | Change::RoundRevealed { .. }
            | Change::Erased { .. }
            | Change::Lost { .. } => Some(CannotUndo::Never),
            Change::AssessmentStarted { .. } => self
                .signed(AssessmentId(id))
                .map(|report| CannotUndo::Signed { report }),
            Change::RoundOpened { .. } | Change::VoteCast { .. } => self
                .revealed
                .get(&id)
                .map(|reveal| CannotUndo::Revealed { reveal: *reveal }),
            _ => None,
        }
    }

    /// Whether the words of this event count.
    pub(crate) fn counts(&self, id: EventId) -> bool {
        let open = self.undone(id).is_none() && !self.erased.contains_key(&id);
        open && !self.waiting.contains(id)
    }

    /// The event by which this one was undone.
    pub(crate) fn undone(&self, id: EventId) -> Option<EventId> {
        match self.undos.get(&id) {
            // An undo was undone when another has the last word and says otherwise.
            Some((subject, counts)) => {
                let last = self.said.get(subject)?;
                (last.counts != *counts).then_some(last.by)
            }
            None => {
                let last = self.said.get(&id)?;
                (!last.counts).then_some(last.by)
            }
        }
    }

    /// Of which event this undo says whether it counts; nothing of any other event.
    pub(crate) fn says(&self, id: EventId) -> Option<(EventId, bool)> {
        self.undos.get(&id).copied()
    }

    /// Whether an event counts by the last word on it, and which event says so.
    pub(crate) fn last_word(&self, id: EventId) -> Option<(bool, EventId)> {
        self.said.get(&id).map(|said| (said.counts, said.by))
    }

    /// The event by which the words of this one were erased.
    pub(crate) fn erased(&self, id: EventId) -> Option<EventId> {
        self.erased.get(&id).copied()
    }

    /// The event that kept the first signed report of this assessment.
    pub(crate) fn signed(&self, id: AssessmentId) -> Option<EventId> {
        self.signed.get(&id).copied()
    }

    /// The event of which this undo says something; any other event itself.
    pub(crate) fn subject(&self, id: EventId) -> EventId {
        self.undos.get(&id).map_or(id, |(subject, _)| *subject)
    }
}

impl State {
    /// Whether an event can be undone: recording [`Change::Undone`] with it would
    /// have an effect. It takes one more fold.
    ///
    /// # Errors
    /// Why it cannot, or why it would make no difference.
    pub fn can_undo(&self, id: EventId) -> Result<(), CannotUndo> {
        self.open_to_undo(id)?;
        if self.with_undone(id).says_the_same(self) {
            return Err(CannotUndo::ChangesNothing);
        }
        Ok(())
    }

    /// Whether nothing forbids undoing an event, without asking what difference that would
    /// make: for a long list, where a fold for each line is too much.
    ///
    /// # Errors
    /// Why it cannot be undone; never [`CannotUndo::ChangesNothing`].
    pub fn open_to_undo(&self, id: EventId) -> Result<(), CannotUndo> {
        self.find(id).ok_or(CannotUndo::NoSuchEvent)?;
        let subject = self
            .find(self.reach.subject(id))
            .ok_or(CannotUndo::NoSuchEvent)?;
        if self.reach.erased(subject.id).is_some() {
            return Err(CannotUndo::Erased);
        }
        let change = subject.change.as_ref().ok_or(CannotUndo::Erased)?;
        if let Some(refusal) = self.reach.refusal(subject.id, change) {
            return Err(refusal);
        }
        if let Some(by) = self.reach.undone(id) {
            return Err(CannotUndo::AlreadyUndone { by });
        }
        if let Change::SubjectAdded(_) = change
            && self.reach.counts(subject.id)
            && let Some(assessment) = self.first_assessment_of(SubjectId(subject.id))
        {
            return Err(CannotUndo::Assessed { assessment });
        }
        Ok(())
    }

    /// The event by which this one was undone, if it does not count now. To have it
    /// count again, undo that event.
    pub fn undone_by(&self, id: EventId) -> Option<EventId> {
        self.reach.undone(id)
    }

    /// The event by which the words of this one were erased, and why.
    pub fn erased_by(&self, id: EventId) -> Option<(EventId, &str)> {
        let by = self.reach.erased(id)?;
        match &self.find(by)?.change {
            Some(Change::Erased { reason, .. }) => Some((by, reason)),
            _ => None,
        }
    }

    /// What there would be once somebody undid an event after everything that is known.
    fn with_undone(&self, id: EventId) -> State {
        let Some(last) = self.past.last() else {
            return self.clone();
        };
        let undo = Event {
            id: EventId::new([0; 32]),
            // No adoption knows this copy, so none covers it.
            replica: ReplicaId(String::new()),
            seq: 1,
            lamport: last.lamport.saturating_add(1),
            at: last.at,
            actor: Actor::Committee,
            change: Some(Change::Undone { event: id }),
        };
        let past = self.past.iter().cloned();
        State::folded(past.chain([Arc::new(undo)]).collect())
    }

    fn says_the_same(&self, other: &State) -> bool {
        let bare = |state: &State| State {
            events: 0,
            past: Vec::new(),
            reach: Reach::default(),
            ..state.clone()
        };
        bare(self) == bare(other)
    }

    pub(crate) fn find(&self, id: EventId) -> Option<&Event> {
        self.past
            .iter()
            .find(|event| event.id == id)
            .map(|event| &**event)
    }

    fn first_assessment_of(&self, subject: SubjectId) -> Option<AssessmentId> {
        self.assessments_in_order()
            .into_iter()
            .find(|(_, assessment)| assessment.subject == subject)
            .map(|(id, _)| id)
    }
}
