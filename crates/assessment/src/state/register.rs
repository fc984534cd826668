//! What is written down, revised and dropped again: findings, risks, measures,
//! opinions.
//!
//! Where two wrote the same thing anew without knowing of each other, the last in
//! order of place holds, and the history has both.

use std::collections::BTreeMap;

use crate::event::{Actor, Event};
use crate::moment::Moment;

/// Something that was written down.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded<T> {
    /// What it says now.
    pub now: T,
    /// When it was first written down.
    pub at: Moment,
    /// Who wrote it down.
    pub actor: Actor,
    /// When it was dropped and why, if it was.
    pub dropped: Option<Dropped>,
    /// Its place among all events: things are listed in this order.
    pub order: u64,
    /// The place of the event that wrote it as it is now.
    pub revised: u64,
}

/// When something was dropped, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// When.
    pub at: Moment,
    /// Why.
    pub reason: String,
}

/// Things of one kind.
pub type Register<K, T> = BTreeMap<K, Recorded<T>>;

impl<T> Recorded<T> {
    pub(super) fn new(now: T, event: &Event, order: u64) -> Self {
        Recorded {
            now,
            at: event.at,
            actor: event.actor,
            dropped: None,
            order,
            revised: order,
        }
    }

    pub(super) fn revise(&mut self, now: T, order: u64) {
        self.now = now;
        self.revised = order;
    }

    pub(super) fn drop(&mut self, event: &Event, reason: &str) {
        self.dropped = Some(Dropped {
            at: event.at,
            reason: reason.to_owned(),
        });
    }
}

/// What of `register` was not dropped, in the order it was written down.
pub fn standing<K: Copy + Ord, T>(register: &Register<K, T>) -> Vec<(K, &Recorded<T>)> {
    let mut standing: Vec<_> = register
        .iter()
        .filter(|(_, recorded)| recorded.dropped.is_none())
        .map(|(id, recorded)| (*id, recorded))
        .collect();
    standing.sort_by_key(|(_, recorded)| recorded.order);
    standing
}
