//! The fingerprint: one hash over all events, by which two people can tell
//! whether they hold the same dossier.
//!
//! It is the Merkle tree hash of RFC 9162 (section 2.1.1) with SHA-256 over the
//! identities of the events in order of place: leaf `SHA-256(0x00 ‖ id)`, inner
//! node `SHA-256(0x01 ‖ left ‖ right)`, the left subtree being the largest full
//! one that leaves something on the right; SHA-256 of nothing for no events.
//! A fingerprint proves nothing by itself: it binds the past only once somebody
//! else holds it.

use std::fmt;

use assessment::{Event, EventId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use assessment::Head;

use crate::ancestry::Ancestry;

/// What a dossier held at one moment, in a few lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fingerprint {
    /// The root of the Merkle tree, 64 lower-case hexadecimal digits.
    pub root: String,
    /// How many events it covers.
    pub events: u64,
    /// The last event of every chain, by replica; several where a chain has
    /// [split](crate::Fork).
    pub heads: Vec<Head>,
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.root)
    }
}

/// The fingerprint of `events`, which stand in order of place.
pub(crate) fn of<'a>(
    events: impl IntoIterator<Item = &'a Event> + Clone,
    ancestry: &Ancestry,
) -> Fingerprint {
    let mut tree = Tree::default();
    for event in events.clone() {
        tree.push(&event.id);
    }
    Fingerprint {
        events: tree.leaves,
        root: hex::encode(tree.root()),
        heads: ancestry.heads(events),
    }
}

/// The place of `event` as the head of its chain.
pub(crate) fn head(event: &Event) -> Head {
    Head {
        replica: event.replica.clone(),
        seq: event.seq,
        hash: event.id,
    }
}

/// A Merkle tree that grows to the right: the roots of its full subtrees, with
/// the number of leaves of each, largest first.
#[derive(Default)]
struct Tree {
    leaves: u64,
    full: Vec<(u64, [u8; 32])>,
}

impl Tree {
    fn push(&mut self, id: &EventId) {
        self.leaves += 1;
        let leaf = Sha256::new().chain_update([0]).chain_update(id.as_bytes());
        let mut subtree = (1, leaf.finalize().into());
        while let Some((_, left)) = self.full.pop_if(|(leaves, _)| *leaves == subtree.0) {
            subtree = (subtree.0 * 2, inner(&left, &subtree.1));
        }
        self.full.push(subtree);
    }

    fn root(self) -> [u8; 32] {
        self.full
            .into_iter()
            .map(|(_, root)| root)
            .rev()
            .reduce(|right, left| inner(&left, &right))
            .unwrap_or_else(|| Sha256::digest([]).into())
    }
}

fn inner(left: &[u8; 32], right: &[u8; 32]) -> [u8; 32] {
    Sha256::new()
        .chain_update([1])
        .chain_update(left)
        .chain_update(right)
        .finalize()
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition of the standard, word for word.
    fn by_definition(leaves: &[EventId]) -> [u8; 32] {
        match leaves {
            [] => Sha256::digest([]).into(),
            [leaf] => Sha256::digest([&[0u8][..], leaf.as_bytes()].concat()).into(),
            several => {
                let split = several.len().next_power_of_two() / 2;
                let (left, right) = several.split_at(split);
                inner(&by_definition(left), &by_definition(right))
            }
        }
    }

    #[test]
    fn the_root_is_the_one_that_the_standard_defines_for_every_size() {
        for size in 0..70u8 {
            let leaves: Vec<EventId> = (0..size).map(|n| EventId::new([n; 32])).collect();
            let mut tree = Tree::default();
            leaves.iter().for_each(|leaf| tree.push(leaf));
            assert_eq!(tree.root(), by_definition(&leaves), "{size} leaves");
        }
    }

    #[test]
    fn no_events_have_the_hash_of_nothing() {
        let empty = of([], &Ancestry::default());
        assert_eq!(
            empty.root,
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
        assert_eq!((empty.events, empty.heads.len()), (0, 0));
    }
}
