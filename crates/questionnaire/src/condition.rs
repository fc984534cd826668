//! When a question is asked: a small tree over flags.
//!
//! Conditions see flags only, never answers, dates or scores, so that what is asked follows from
//! the profile of the application alone. `null` in the file means *always*; it is an absent
//! condition in Rust.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Flag;

/// A condition on the flags of an assessment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(deny_unknown_fields)]
pub enum Condition {
    /// Holds when the flag is set.
    Flag(Flag),
    /// Holds when all of these hold; an empty list holds.
    All(Vec<Condition>),
    /// Holds when at least one of these holds; an empty list does not hold.
    Any(Vec<Condition>),
    /// Holds when this does not.
    Not(Box<Condition>),
}

impl Condition {
    /// Whether the condition holds for `flags`.
    #[must_use]
    pub fn holds(&self, flags: &BTreeSet<Flag>) -> bool {
        self.holds_where(&|flag| flags.contains(flag))
    }

    /// Whether the condition holds when `set` tells which flags are set.
    pub(crate) fn holds_where(&self, set: &impl Fn(&Flag) -> bool) -> bool {
        match self {
            Self::Flag(flag) => set(flag),
            Self::All(parts) => parts.iter().all(|part| part.holds_where(set)),
            Self::Any(parts) => parts.iter().any(|part| part.holds_where(set)),
            Self::Not(part) => !part.holds_where(set),
        }
    }

    /// The flags that the condition looks at.
    #[must_use]
    pub fn flags(&self) -> BTreeSet<&Flag> {
        let mut flags = BTreeSet::new();
        self.collect_flags(&mut flags);
        flags
    }

    fn collect_flags<'a>(&'a self, flags: &mut BTreeSet<&'a Flag>) {
        match self {
            Self::Flag(flag) => {
                flags.insert(flag);
            }
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.collect_flags(flags);
                }
            }
            Self::Not(part) => part.collect_flags(flags),
        }
    }
}
