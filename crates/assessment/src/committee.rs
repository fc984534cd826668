//! Who accounts for what: the organisation, its ethics committee and the AI
//! applications that the committee assesses.

use std::borrow::Cow;
use std::collections::BTreeSet;

use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The organisation that accounts for its use of AI.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Organisation {
    /// Its name, never empty.
    pub name: String,
    /// Its line of business.
    pub sector: String,
    /// What it does, in a few sentences.
    pub description: String,
    /// Where people can reach it about this report.
    pub contact: String,
}

/// What the committee is and may do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Committee {
    /// Who asked it to judge what, with which authority.
    pub mandate: String,
    /// When the mandate was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mandated_on: Option<Date>,
    /// Who gave the mandate.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub mandated_by: String,
    /// Whether that may be read by everybody: a board or a function, or somebody who does not mind.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub mandated_by_public: bool,
    /// How many have to be there to decide.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quorum: Option<Quorum>,
    /// What makes it free to say what it finds.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub independence: String,
}

/// How many of the deciding members have to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Quorum {
    /// So many members.
    Members(u16),
    /// This share of the members or more.
    AtLeast(Share),
    /// More than this share of the members.
    MoreThan(Share),
}

impl Quorum {
    /// How many of `deciding` members have to be there. Never none: nobody is no
    /// quorum.
    pub fn needed(self, deciding: usize) -> usize {
        let of = |share: Share| deciding * usize::from(share.part);
        match self {
            Quorum::Members(members) => usize::from(members),
            Quorum::AtLeast(share) => of(share).div_ceil(usize::from(share.of)),
            Quorum::MoreThan(share) => of(share) / usize::from(share.of) + 1,
        }
        .max(1)
    }
}

/// A part of a whole: two thirds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "UncheckedShare")]
pub struct Share {
    part: u16,
    of: u16,
}

/// What is no part of a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{part}/{of} is not a part of a whole")]
pub struct NotAShare {
    /// The part that was named.
    pub part: u16,
    /// The whole that was named.
    pub of: u16,
}

impl Share {
    /// `part` of every `of`.
    ///
    /// # Errors
    /// When that is nothing, more than all, or of nothing.
    pub fn new(part: u16, of: u16) -> Result<Self, NotAShare> {
        if part == 0 || part > of {
            Err(NotAShare { part, of })
        } else {
            Ok(Share { part, of })
        }
    }

    /// The part.
    pub fn part(self) -> u16 {
        self.part
    }

    /// The whole.
    pub fn of(self) -> u16 {
        self.of
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct UncheckedShare {
    part: u16,
    of: u16,
}

impl TryFrom<UncheckedShare> for Share {
    type Error = NotAShare;

    fn try_from(share: UncheckedShare) -> Result<Self, NotAShare> {
        Share::new(share.part, share.of)
    }
}

/// Somebody who takes part in the committee's work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Full name as it is to be printed.
    pub name: String,
    /// Their part in the meetings.
    pub role: Role,
    /// What they know about.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub expertise: String,
    /// Whose interests they bring in, where they speak for somebody.
    #[serde(default, skip_serializing_if = "Interests::is_empty")]
    pub speaks_for: Interests,
    /// The first day of their term, where one was agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day of their term, where one was agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

impl Member {
    /// Somebody of whom no more is known.
    pub fn new(name: impl Into<String>, role: Role) -> Self {
        Member {
            name: name.into(),
            role,
            expertise: String::new(),
            speaks_for: Interests::default(),
            from: None,
            until: None,
        }
    }
}

/// A member's part in the meetings.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Leads the committee and signs first.
    Chair,
    /// Guides the conversation.
    Facilitator,
    /// Writes down what is said.
    Secretary,
    /// Takes part and decides.
    Member,
    /// Takes part, does not decide.
    Guest,
}

impl Role {
    /// Whether somebody with this part decides along with the others: scores, takes
    /// positions and counts for the quorum.
    pub fn decides(self) -> bool {
        self != Role::Guest
    }
}

/// Whose interest somebody brings in.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum SpeaksFor {
    /// Customers or citizens.
    Customers,
    /// The people who work there.
    Employees,
    /// Privacy and data protection.
    Privacy,
    /// The law.
    Law,
    /// Technology.
    Technology,
    /// The board.
    Board,
}

/// Whose interests somebody brings in. One is written as a word, several as a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Interests(BTreeSet<SpeaksFor>);

impl Interests {
    /// Whether they speak for nobody in particular.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whom they speak for, always in the same order.
    pub fn iter(&self) -> impl Iterator<Item = SpeaksFor> {
        self.0.iter().copied()
    }
}

impl FromIterator<SpeaksFor> for Interests {
    fn from_iter<I: IntoIterator<Item = SpeaksFor>>(whom: I) -> Self {
        Interests(whom.into_iter().collect())
    }
}

impl JsonSchema for Interests {
    fn schema_name() -> Cow<'static, str> {
        "Interests".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<SpeaksFor>();
        json_schema!({
            "description": "One as a word, several as a list, none as null.",
            "anyOf": [one, { "type": "array", "items": one, "minItems": 2 }, { "type": "null" }],
        })
    }
}

impl Serialize for Interests {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.0.first(), self.0.len()) {
            (Some(whom), 1) => whom.serialize(serializer),
            (Some(_), _) => self.0.serialize(serializer),
            (None, _) => serializer.serialize_none(),
        }
    }
}

impl<'de> Deserialize<'de> for Interests {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            One(SpeaksFor),
            Several(BTreeSet<SpeaksFor>),
        }
        Ok(match Option::<Written>::deserialize(deserializer)? {
            None => Interests::default(),
            Some(Written::One(whom)) => Interests::from_iter([whom]),
            Some(Written::Several(whom)) => Interests(whom),
        })
    }
}

/// An AI application: what is assessed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Subject {
    /// What it is called, never empty.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// How it works and where it is used.
    pub description: String,
    /// Who made or delivers it.
    pub supplier: String,
    /// Since when it is used, as people say it: a date, a month, "not live yet".
    pub in_use_since: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads_and_writes(json: &str, speaks_for: &[SpeaksFor]) {
        let member: Member = serde_json::from_str(json).unwrap();
        assert_eq!(member.speaks_for.iter().collect::<Vec<_>>(), speaks_for);
        assert_eq!(serde_json::to_string(&member).unwrap(), json);
    }

    #[test]
    fn a_member_is_written_as_before_until_there_is_more_to_say() {
        reads_and_writes(r#"{"name":"Zoë","role":"guest"}"#, &[]);
        reads_and_writes(
            r#"{"name":"Zoë","role":"chair","expertise":"recht","speaks_for":"law"}"#,
            &[SpeaksFor::Law],
        );
        reads_and_writes(
            r#"{"name":"Zoë","role":"member","speaks_for":["customers","law"],"from":"2026-01-01"}"#,
            &[SpeaksFor::Customers, SpeaksFor::Law],
        );
        let committee: Committee = serde_json::from_str(r#"{"mandate":"advies"}"#).unwrap();
        let json = serde_json::to_string(&committee).unwrap();
        assert_eq!(json, r#"{"mandate":"advies"}"#);
    }

    #[track_caller]
    fn quorum(json: &str, needed: [(usize, usize); 3]) {
        let quorum: Quorum = serde_json::from_str(json).unwrap();
        assert_eq!(needed.map(|(of, _)| (of, quorum.needed(of))), needed);
    }

    #[test]
    fn a_quorum_is_a_number_or_a_share_of_the_deciding_members() {
        quorum(r#"{"members":3}"#, [(5, 3), (2, 3), (0, 3)]);
        let two_thirds = r#"{"at_least":{"part":2,"of":3}}"#;
        quorum(two_thirds, [(6, 4), (5, 4), (0, 1)]);
        let more_than_half = r#"{"more_than":{"part":1,"of":2}}"#;
        quorum(more_than_half, [(6, 4), (5, 3), (1, 1)]);
        for share in ["0,\"of\":3", "3,\"of\":2", "0,\"of\":0"] {
            let json = format!(r#"{{"at_least":{{"part":{share}}}}}"#);
            assert!(serde_json::from_str::<Quorum>(&json).is_err(), "{json}");
        }
    }
}
