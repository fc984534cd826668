//! Copies that were handed out: who has one, and whether it came back.
//!
//! A copy carries a mark that was drawn for it; where it is taken in again, the mark tells which one
//! it was. That it came back does not mean that nobody works in it any more.

use serde::{Deserialize, Serialize};

use crate::event::{Actor, CopyId, MemberId};
use crate::moment::Moment;
use crate::state::State;

/// A copy that was handed out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandedOut {
    /// The mark that it carries.
    pub mark: String,
    /// For whom; nobody in particular when none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<MemberId>,
    /// The name of its file.
    pub file: String,
}

/// A copy, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyState {
    /// The copy.
    pub copy: HandedOut,
    /// When it was handed out.
    pub at: Moment,
    /// Who handed it out.
    pub actor: Actor,
    /// When it was taken in for the first time, if it was.
    pub taken_in: Option<Moment>,
    /// That it will not come back, if somebody said so.
    pub given_up: Option<GivenUp>,
    /// Its place among all events: copies are listed in this order.
    pub order: u64,
}

/// That a copy will not come back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenUp {
    /// When that was said.
    pub at: Moment,
    /// Why.
    pub reason: String,
}

impl CopyState {
    /// Whether it was neither taken in nor given up.
    pub fn is_out(&self) -> bool {
        self.taken_in.is_none() && self.given_up.is_none()
    }
}

impl State {
    /// The copies in the order in which they were handed out.
    pub fn copies_in_order(&self) -> Vec<(CopyId, &CopyState)> {
        let mut copies: Vec<_> = self.copies.iter().map(|(id, copy)| (*id, copy)).collect();
        copies.sort_by_key(|(_, copy)| copy.order);
        copies
    }

    /// The copies that carry one of these marks and are out, or were given up.
    pub fn copies_marked(&self, marks: &[String]) -> Vec<CopyId> {
        let copies = self.copies_in_order().into_iter();
        copies
            .filter(|(_, state)| state.taken_in.is_none() && marks.contains(&state.copy.mark))
            .map(|(id, _)| id)
            .collect()
    }
}
