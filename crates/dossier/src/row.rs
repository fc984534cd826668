//! Rows as they stand in the file, read column by column.
//!
//! A column holds what it should hold or the row is not read: another type, bytes
//! that are not UTF-8, a number out of range. What the values mean together is
//! for `history` to judge.

use assessment::{Actor, Change, Event, EventId, Moment, ReplicaId};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row, named_params};

use crate::chain::{self, Header, MAX_NUMBER, SALT_LENGTH};

/// What an event says, before it is known to be what was said.
#[derive(Clone, Copy)]
pub(crate) struct Words<'r> {
    pub(crate) salt: [u8; SALT_LENGTH],
    pub(crate) body: &'r str,
}

/// A row of the history of which every column has the form it should have.
pub(crate) struct RawEvent<'r> {
    pub(crate) replica: &'r str,
    pub(crate) seq: u64,
    pub(crate) lamport: u64,
    pub(crate) at: &'r str,
    pub(crate) at_moment: Moment,
    pub(crate) actor: &'r str,
    pub(crate) actor_parsed: Actor,
    pub(crate) kind: &'r str,
    pub(crate) commitment: &'r str,
    pub(crate) prev: Option<EventId>,
    pub(crate) prev_text: Option<&'r str>,
    pub(crate) hash: EventId,
    pub(crate) words: Option<Words<'r>>,
}

/// A table and a column of it.
type Column = (&'static str, &'static str);

impl<'r> RawEvent<'r> {
    /// The row, or the column that is not of the form it should have.
    pub(crate) fn read(row: &'r Row<'_>) -> rusqlite::Result<Result<Self, Column>> {
        let has_words = whole_number(row, 9)? != Some(0);
        Self::read_columns(row, has_words)
    }

    /// The row without its words.
    pub(crate) fn read_header(row: &'r Row<'_>) -> rusqlite::Result<Result<Self, Column>> {
        Self::read_columns(row, false)
    }

    fn read_columns(row: &'r Row<'_>, has_words: bool) -> rusqlite::Result<Result<Self, Column>> {
        macro_rules! need {
            ($value:expr, $table:literal, $column:literal) => {
                match $value {
                    Some(value) => value,
                    None => return Ok(Err(($table, $column))),
                }
            };
        }
        let number = |value: Option<u64>| value.filter(|n| (1..=MAX_NUMBER).contains(n));
        let id = |text: Option<&str>| text.and_then(|text| text.parse::<EventId>().ok());

        let replica = need!(text(row, 0)?.filter(|t| is_replica(t)), "event", "replica");
        let seq = need!(number(whole_number(row, 1)?), "event", "seq");
        let lamport = need!(number(whole_number(row, 2)?), "event", "lamport");
        let at = need!(text(row, 3)?, "event", "at");
        let at_moment = need!(at.parse().ok(), "event", "at");
        let actor = need!(text(row, 4)?, "event", "actor");
        let actor_parsed = need!(chain::actor_of(actor), "event", "actor");
        let kind = need!(text(row, 5)?.filter(|t| chain::is_kind(t)), "event", "kind");
        let commitment = need!(text(row, 6)?, "event", "commitment");
        need!(id(Some(commitment)), "event", "commitment");
        let prev_text = match row.get_ref(7)? {
            ValueRef::Null => None,
            _ => Some(need!(text(row, 7)?, "event", "prev")),
        };
        let prev = match prev_text {
            None => None,
            text => Some(need!(id(text), "event", "prev")),
        };
        let hash = need!(id(text(row, 8)?), "event", "hash");
        let words = match has_words {
            false => None,
            true => {
                let mut salt = [0; SALT_LENGTH];
                let hexadecimal = need!(text(row, 10)?.filter(|t| is_hex(t)), "payload", "salt");
                need!(
                    hex::decode_to_slice(hexadecimal, &mut salt).ok(),
                    "payload",
                    "salt"
                );
                let body = need!(text(row, 11)?, "payload", "body");
                Some(Words { salt, body })
            }
        };
        Ok(Ok(RawEvent {
            replica,
            seq,
            lamport,
            at,
            at_moment,
            actor,
            actor_parsed,
            kind,
            commitment,
            prev,
            prev_text,
            hash,
            words,
        }))
    }

    /// The row by itself, with its words if they are wanted.
    pub(crate) fn owned(&self, with_words: bool) -> OwnedEvent {
        OwnedEvent {
            replica: self.replica.to_owned(),
            seq: self.seq,
            lamport: self.lamport,
            at: self.at_moment,
            actor: self.actor_parsed,
            kind: self.kind.to_owned(),
            commitment: self.commitment.to_owned(),
            prev: self.prev,
            hash: self.hash,
            words: self
                .words
                .filter(|_| with_words)
                .map(|words| (words.salt, words.body.to_owned())),
        }
    }

    /// Writes the row into another dossier, as far as it is not there.
    pub(crate) fn insert(&self, into: &Connection) -> rusqlite::Result<()> {
        let hash = self.hash.to_string();
        let row = named_params! {
            ":replica": self.replica, ":seq": self.seq, ":lamport": self.lamport, ":at": self.at,
            ":actor": self.actor, ":kind": self.kind, ":commitment": self.commitment,
            ":prev": self.prev_text, ":hash": hash,
        };
        let insert = concat!(
            include_str!("sql/insert_event.sql"),
            " on conflict do nothing"
        );
        into.prepare(insert)?.execute(row)?;
        if let Some(words) = self.words {
            let insert = "insert into payload (hash, salt, body) values (?1, ?2, ?3)
                          on conflict do nothing";
            let row = (hash, hex::encode(words.salt), words.body);
            into.prepare(insert)?.execute(row)?;
        }
        Ok(())
    }

    pub(crate) fn header(&self) -> Header<'_> {
        Header {
            actor: self.actor,
            at: self.at,
            commitment: self.commitment,
            kind: self.kind,
            lamport: self.lamport,
            prev: self.prev_text,
            replica: self.replica,
            seq: self.seq,
        }
    }
}

/// A row of the history that outlives its reading.
pub(crate) struct OwnedEvent {
    pub(crate) replica: String,
    pub(crate) seq: u64,
    pub(crate) lamport: u64,
    at: Moment,
    actor: Actor,
    pub(crate) kind: String,
    commitment: String,
    pub(crate) prev: Option<EventId>,
    hash: EventId,
    words: Option<([u8; SALT_LENGTH], String)>,
}

impl OwnedEvent {
    /// The event, which says `change`.
    pub(crate) fn event(&self, change: Option<Change>) -> Event {
        Event {
            id: self.hash,
            replica: ReplicaId(self.replica.clone()),
            seq: self.seq,
            lamport: self.lamport,
            at: self.at,
            actor: self.actor,
            change,
        }
    }

    /// Writes the row into another dossier, with its words if they are wanted.
    pub(crate) fn insert(&self, into: &Connection, with_words: bool) -> rusqlite::Result<()> {
        let (at, actor) = (self.at.to_string(), chain::actor_text(self.actor));
        let prev = self.prev.map(|prev| prev.to_string());
        let words = self.words.as_ref().filter(|_| with_words);
        let raw = RawEvent {
            replica: &self.replica,
            seq: self.seq,
            lamport: self.lamport,
            at: &at,
            at_moment: self.at,
            actor: &actor,
            actor_parsed: self.actor,
            kind: &self.kind,
            commitment: &self.commitment,
            prev: self.prev,
            prev_text: prev.as_deref(),
            hash: self.hash,
            words: words.map(|(salt, body)| Words { salt: *salt, body }),
        };
        raw.insert(into)
    }
}

/// Whether `text` has the form of a replica's identity: 32 lower-case digits.
pub(crate) fn is_replica(text: &str) -> bool {
    text.len() == 32 && is_hex(text)
}

fn is_hex(text: &str) -> bool {
    text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

/// The text in a column; `None` when it is something else or not UTF-8.
pub(crate) fn text<'r>(row: &'r Row<'_>, column: usize) -> rusqlite::Result<Option<&'r str>> {
    row.get_ref(column).map(|value| match value {
        ValueRef::Text(bytes) => std::str::from_utf8(bytes).ok(),
        _ => None,
    })
}

/// The whole number from 0 in a column; `None` when it is something else.
pub(crate) fn whole_number(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<u64>> {
    row.get_ref(column).map(|value| match value {
        ValueRef::Integer(number) => u64::try_from(number).ok(),
        _ => None,
    })
}
