//! The advice, the decision, and how an assessment was closed.
//!
//! As with answers: an advice or a decision that nobody replaced holds, and where two
//! hold they were given without knowledge of each other.

use jiff::civil::Date;

use crate::advice::{Advice, Decision};
use crate::change::Change;
use crate::event::{Actor, AssessmentId, Event, EventId};
use crate::moment::Moment;
use crate::state::{AssessmentState, State};

/// What came of an assessment.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Conclusion {
    /// The advice that nobody has replaced. More than one is a conflict.
    pub advice: Vec<Given<Advice>>,
    /// The decision that nobody has replaced. More than one is a conflict.
    pub decisions: Vec<Given<Decision>>,
    /// How it was closed, if it was and was not reopened.
    pub closed: Option<Closing>,
    /// When and why it was reopened, oldest first.
    pub reopened: Vec<Reopening>,
}

/// Something that was said once and holds until it is replaced.
#[derive(Debug, Clone, PartialEq)]
pub struct Given<T> {
    /// The event.
    pub event: EventId,
    /// When.
    pub at: Moment,
    /// Who wrote it down.
    pub actor: Actor,
    /// What was said.
    pub said: T,
}

/// How an assessment was closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Closing {
    /// The organisation made it its own.
    Adopted {
        /// The event.
        event: EventId,
        /// On which day.
        date: Date,
        /// By whom.
        by: String,
        /// Why, although not everybody signed who was expected to.
        because: String,
    },
    /// It no longer counts.
    Withdrawn {
        /// The event.
        event: EventId,
        /// When.
        at: Moment,
        /// Why.
        reason: String,
    },
}

/// That an assessment was taken up again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reopening {
    /// The event.
    pub event: EventId,
    /// When.
    pub at: Moment,
    /// Why.
    pub reason: String,
    /// Its place among all events.
    pub order: u64,
}

impl Conclusion {
    /// The advice, if one holds.
    pub fn advice(&self) -> Option<&Given<Advice>> {
        only(&self.advice)
    }

    /// The decision, if one holds.
    pub fn decision(&self) -> Option<&Given<Decision>> {
        only(&self.decisions)
    }

    /// Whether the decision departs from the advice that holds.
    pub fn departs(&self) -> bool {
        match (self.advice(), self.decision()) {
            (Some(advice), Some(decision)) => decision.said.departs_from(&advice.said),
            _ => false,
        }
    }

    pub(super) fn apply(&mut self, event: &Event, change: &Change, order: u64) {
        match change {
            Change::AdviceGiven {
                advice, based_on, ..
            } => {
                self.advice.retain(|it| !based_on.contains(&it.event));
                self.advice.push(Given::new(event, advice));
            }
            Change::AdviceWithdrawn { based_on, .. } => {
                self.advice.retain(|it| !based_on.contains(&it.event));
            }
            Change::DecisionTaken {
                decision, based_on, ..
            } => {
                self.decisions.retain(|it| !based_on.contains(&it.event));
                self.decisions.push(Given::new(event, decision));
            }
            Change::AssessmentAdopted {
                date, by, because, ..
            } => {
                self.closed = Some(Closing::Adopted {
                    event: event.id,
                    date: *date,
                    by: by.clone(),
                    because: because.clone(),
                });
            }
            Change::AssessmentWithdrawn { reason, .. } => {
                self.closed = Some(Closing::Withdrawn {
                    event: event.id,
                    at: event.at,
                    reason: reason.clone(),
                });
            }
            Change::AssessmentReopened { reason, .. } => {
                self.closed = None;
                self.reopened.push(Reopening {
                    event: event.id,
                    at: event.at,
                    reason: reason.clone(),
                    order,
                });
            }
            _ => {}
        }
    }
}

impl<T: Clone> Given<T> {
    fn new(event: &Event, said: &T) -> Self {
        Given {
            event: event.id,
            at: event.at,
            actor: event.actor,
            said: said.clone(),
        }
    }
}

/// The one that holds. Several that say the very same count as one.
fn only<T: PartialEq>(given: &[Given<T>]) -> Option<&Given<T>> {
    let (first, rest) = given.split_first()?;
    rest.iter()
        .all(|other| other.said == first.said)
        .then_some(first)
}

impl State {
    /// The assessments of the same application before this one, by their dates. Those that
    /// were withdrawn no longer count.
    pub fn earlier(&self, than: AssessmentId) -> Vec<(AssessmentId, &AssessmentState)> {
        let Some(later) = self.assessments.get(&than) else {
            return Vec::new();
        };
        let place = |state: &AssessmentState| (state.date, state.order);
        let withdrawn = |state: &AssessmentState| {
            matches!(state.conclusion.closed, Some(Closing::Withdrawn { .. }))
        };
        let mut earlier: Vec<_> = self
            .assessments
            .iter()
            .filter(|(_, state)| state.subject == later.subject && place(state) < place(later))
            .filter(|(_, state)| !withdrawn(state))
            .map(|(id, state)| (*id, state))
            .collect();
        earlier.sort_by_key(|(_, state)| place(state));
        earlier
    }
}
