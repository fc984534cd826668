//! Which event follows which: the chains, and the places where one name was used
//! by two copies.
//!
//! A chain that splits is called a fork. It comes about when a copy of the file is
//! put in the place of the original, or a whole machine is copied, so that two
//! copies write under one name. Both branches hold and both are kept; nobody's
//! words are the wrong ones.

use std::collections::{BTreeMap, BTreeSet};

use assessment::{Event, EventId, ReplicaId};
use serde::Serialize;

use crate::fingerprint::{Head, head};

/// Each event with the one before it in its chain.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ancestry(BTreeMap<EventId, EventId>);

/// A chain that splits: two copies have written under one name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fork {
    /// The name under which they wrote.
    pub replica: ReplicaId,
    /// The last place that the branches have in common; 0 for none.
    pub after: u64,
    /// The ends of the branches.
    pub heads: Vec<Head>,
}

impl Ancestry {
    /// Takes in that `event` follows `before`.
    pub(crate) fn add(&mut self, event: EventId, before: Option<EventId>) {
        if let Some(before) = before {
            self.0.insert(event, before);
        }
    }

    /// The events at `heads`, and all before them in their chains.
    pub(crate) fn up_to<'a>(
        &self,
        heads: impl IntoIterator<Item = &'a EventId>,
    ) -> BTreeSet<EventId> {
        let mut within = BTreeSet::new();
        for head in heads {
            let mut next = Some(*head);
            while let Some(event) = next.filter(|event| within.insert(*event)) {
                next = self.0.get(&event).copied();
            }
        }
        within
    }

    /// The last event of every chain and branch among `events`, in order of replica.
    pub(crate) fn heads<'a>(&self, events: impl IntoIterator<Item = &'a Event>) -> Vec<Head> {
        let events: Vec<&Event> = events.into_iter().collect();
        let followed: BTreeSet<&EventId> = events
            .iter()
            .filter_map(|event| self.0.get(&event.id))
            .collect();
        let mut heads: Vec<Head> = events
            .iter()
            .filter(|event| !followed.contains(&event.id))
            .map(|event| head(event))
            .collect();
        heads.sort();
        heads
    }

    /// The chains that split.
    pub(crate) fn forks(&self, events: &[Event]) -> Vec<Fork> {
        let mut heads: BTreeMap<ReplicaId, Vec<Head>> = BTreeMap::new();
        for head in self.heads(events) {
            heads.entry(head.replica.clone()).or_default().push(head);
        }
        let mut places = BTreeSet::new();
        let mut twice: BTreeMap<&ReplicaId, u64> = BTreeMap::new();
        for event in events {
            if !places.insert((&event.replica, event.seq)) {
                let first = twice.entry(&event.replica).or_insert(event.seq);
                *first = event.seq.min(*first);
            }
        }
        heads
            .into_iter()
            .filter_map(|(replica, heads)| {
                let after = twice.get(&replica)?.saturating_sub(1);
                Some(Fork {
                    replica,
                    after,
                    heads,
                })
            })
            .collect()
    }
}
