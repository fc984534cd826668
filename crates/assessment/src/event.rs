//! Events: everything a person does, once. The state is what they add up to.
//!
//! An event has a header, which is never changed or deleted, and a [`Change`],
//! the words themselves, which can be erased for good: the header then stays and
//! shows that something was said here, when and by whom. How events are hashed,
//! chained and stored is the business of the `dossier` crate.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::change::Change;
use crate::moment::Moment;

/// The identity of an event: the SHA-256 hash of its header.
///
/// What an event begins (a member, an application, an assessment, a piece of
/// evidence) is known by the same identity for as long as it exists.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId([u8; 32]);

/// A text that is not an identity: 64 lower-case hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an identity of 64 hexadecimal digits")]
pub struct NotAnId(pub String);

impl EventId {
    /// The identity with this hash.
    pub const fn new(hash: [u8; 32]) -> Self {
        EventId(hash)
    }

    /// The hash.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The first eight digits: enough for a person to tell two apart.
    pub fn short(&self) -> String {
        let mut text = self.to_string();
        text.truncate(8);
        text
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EventId({})", self.short())
    }
}

impl FromStr for EventId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let refused = || NotAnId(text.to_owned());
        if text.len() != 64 {
            return Err(refused());
        }
        let mut hash = [0u8; 32];
        for (byte, digits) in hash.iter_mut().zip(text.as_bytes().chunks(2)) {
            let digits = std::str::from_utf8(digits).map_err(|_| refused())?;
            if digits
                .bytes()
                .any(|d| !matches!(d, b'0'..=b'9' | b'a'..=b'f'))
            {
                return Err(refused());
            }
            *byte = u8::from_str_radix(digits, 16).map_err(|_| refused())?;
        }
        Ok(EventId(hash))
    }
}

impl JsonSchema for EventId {
    fn schema_name() -> Cow<'static, str> {
        "EventId".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A SHA-256, hexadecimal.",
            "type": "string",
            "pattern": "^[0-9a-f]{64}$",
        })
    }
}

impl Serialize for EventId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for EventId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

macro_rules! identities {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub EventId);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                text.parse().map($name)
            }
        }
    )*};
}

identities! {
    /// A member of the committee, by the event that had them join.
    MemberId;
    /// An AI application, by the event that added it.
    SubjectId;
    /// An assessment, by the event that started it.
    AssessmentId;
    /// A piece of evidence, by the event that attached it.
    EvidenceId;
    /// A session, by the event that planned it.
    SessionId;
    /// A point in the parking lot, by the event that put it there.
    ParkedId;
    /// A question taken home, by the event that asked it.
    TakeHomeId;
    /// A round of silent scores, by the event that opened it.
    RoundId;
    /// A member's silent score, by the event that cast it.
    VoteId;
    /// A comment, by the event that made it.
    CommentId;
    /// A finding, by the event that recorded it.
    FindingId;
    /// A risk, by the event that recorded it.
    RiskId;
    /// A measure, by the event that recorded it.
    MeasureId;
    /// An action item, by the event that planned it.
    ActionId;
    /// An opinion from outside, by the event that recorded it.
    OpinionId;
    /// A copy that was handed out, by the event that wrote it down.
    CopyId;
}

/// One copy of a dossier on one machine: 16 random bytes, as 32 hexadecimal
/// digits. Each replica writes a chain of its own.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct ReplicaId(pub String);

/// The last event of one replica's chain, at some moment.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Whose chain.
    pub replica: ReplicaId,
    /// The place of the event in the chain, from 1.
    pub seq: u64,
    /// The identity of the event.
    pub hash: EventId,
}

/// Who did it. A header can never be erased, so it holds no name: a member's
/// identity, or nothing when the committee as a whole was at work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// The committee, around one screen.
    Committee,
    /// One member.
    Member(MemberId),
}

/// Something that was done.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Its identity.
    pub id: EventId,
    /// The copy of the dossier in which it was written.
    pub replica: ReplicaId,
    /// Its place in that replica's chain, from 1.
    pub seq: u64,
    /// Its place among the events of all replicas; ties go by replica, then `seq`.
    pub lamport: u64,
    /// When, by the clock of the machine that wrote it.
    pub at: Moment,
    /// Who did it.
    pub actor: Actor,
    /// What was done; `None` when the words have been erased.
    pub change: Option<Change>,
}

impl Event {
    /// What events are ordered by, the same on every machine. The identity tells
    /// apart what two copies under one name wrote at the same place.
    pub fn place(&self) -> (u64, &ReplicaId, u64, EventId) {
        (self.lamport, &self.replica, self.seq, self.id)
    }
}

/// A questionnaire at one version, with the digest of its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pinned {
    /// Which questionnaire.
    pub id: String,
    /// Which version of it.
    pub version: String,
    /// SHA-256 of its canonical JSON, hexadecimal.
    pub digest: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_is_read_as_it_is_written_and_in_no_other_form() {
        let id = EventId::new([0xab; 32]);
        assert_eq!(id.to_string().parse::<EventId>().unwrap(), id);
        assert!("AB".repeat(32).parse::<EventId>().is_err());
        assert!("ab".repeat(31).parse::<EventId>().is_err());
        assert!("é".repeat(32).parse::<EventId>().is_err());
        assert!("+a".repeat(32).parse::<EventId>().is_err());
    }
}
