//! Work that waits: it came in from a copy for an assessment that the organisation had adopted
//! without knowing of it.
//!
//! What was adopted is what the dossier held then, so the adoption says where the chains ended.
//! Work that lies beyond is kept like everything else and counts for nothing until somebody
//! reopens the assessment; then all of it counts. Which work waits follows from the events alone,
//! so it is the same in every copy. An adoption that does not say where the chains ended has
//! nothing wait for it: work that comes after it opens the assessment again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::change::Change;
use crate::event::{AssessmentId, Event, EventId, Head};
use crate::state::State;

/// What waits, and for which assessments.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Waiting {
    /// The assessments that were adopted, where that says what it covers.
    adopted: BTreeSet<AssessmentId>,
    events: BTreeMap<EventId, AssessmentId>,
}

impl Waiting {
    /// What waits of `past`, in which `counts` says which events do.
    pub(crate) fn of(past: &[Arc<Event>], counts: impl Fn(EventId) -> bool) -> Self {
        let mut adopted: BTreeMap<AssessmentId, &[Head]> = BTreeMap::new();
        for event in past {
            match &event.change {
                Some(Change::AssessmentAdopted {
                    assessment, heads, ..
                }) if counts(event.id) => {
                    adopted.insert(*assessment, heads);
                }
                Some(Change::AssessmentReopened { assessment, .. }) if counts(event.id) => {
                    adopted.remove(assessment);
                }
                _ => {}
            }
        }
        adopted.retain(|_, heads| !heads.is_empty());
        let mut waiting = Waiting::default();
        if adopted.is_empty() {
            return waiting;
        }
        let events = by_identity(past);
        for event in past {
            let waits_for = event.change.as_ref().and_then(|change| {
                let assessment = concerned(change, &events)?;
                let heads = adopted.get(&assessment)?;
                (is_work(change, &events) && !reaches(heads, event)).then_some(assessment)
            });
            if let Some(assessment) = waits_for {
                waiting.events.insert(event.id, assessment);
            }
        }
        waiting.adopted = adopted.into_keys().collect();
        waiting
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    pub(crate) fn contains(&self, event: EventId) -> bool {
        self.events.contains_key(&event)
    }

    /// Whether `change` may have other work wait, or wait itself.
    pub(crate) fn is_touched_by(&self, change: &Change) -> bool {
        match change {
            Change::AssessmentAdopted { .. } | Change::AssessmentReopened { .. } => true,
            Change::EvidenceDetached { .. } => !self.adopted.is_empty(),
            other => {
                let assessment = other.assessment();
                assessment.is_some_and(|id| self.adopted.contains(&id))
                    && !other.goes_on_after_adoption()
            }
        }
    }
}

impl State {
    /// What came in for this assessment after it was adopted without it, and counts for nothing
    /// until the assessment is reopened; in order of place.
    pub fn waiting(&self, assessment: AssessmentId) -> Vec<EventId> {
        let waiting = &self.reach.waiting.events;
        let past = self.past.iter().map(|event| event.id);
        past.filter(|event| waiting.get(event) == Some(&assessment))
            .collect()
    }

    /// Whether this event waits for its assessment to be reopened.
    pub fn waits(&self, event: EventId) -> bool {
        self.reach.waiting.contains(event)
    }
}

/// Whether chains that ended at `heads` hold this event.
pub(crate) fn reaches(heads: &[Head], event: &Event) -> bool {
    let mut heads = heads.iter();
    heads.any(|head| head.replica == event.replica && head.seq >= event.seq)
}

pub(crate) fn by_identity(past: &[Arc<Event>]) -> BTreeMap<EventId, &Event> {
    past.iter().map(|event| (event.id, &**event)).collect()
}

/// Whether an assessment that was adopted takes this only once it is reopened.
fn is_work(change: &Change, events: &BTreeMap<EventId, &Event>) -> bool {
    meant(change, events).is_some_and(|change| {
        let adopts = matches!(change, Change::AssessmentAdopted { .. });
        !adopts && !change.goes_on_after_adoption()
    })
}

/// The change that is done or, however often that was said, undone.
pub(crate) fn meant<'c>(
    change: &'c Change,
    events: &BTreeMap<EventId, &'c Event>,
) -> Option<&'c Change> {
    match change {
        Change::Undone { event } => meant(events.get(event)?.change.as_ref()?, events),
        other => Some(other),
    }
}

/// The assessment of which a change says something, also where it does not name it.
pub(crate) fn concerned(
    change: &Change,
    events: &BTreeMap<EventId, &Event>,
) -> Option<AssessmentId> {
    let of = |id: &EventId| events.get(id)?.change.as_ref();
    match change {
        Change::EvidenceDetached { evidence } => of(&evidence.0)?.assessment(),
        Change::Undone { event } => match of(event)? {
            undone @ Change::Undone { .. } => concerned(undone, events),
            Change::EvidenceDetached { evidence } => of(&evidence.0)?.assessment(),
            other => other.assessment(),
        },
        other => other.assessment(),
    }
}
