//! Reading the whole history of a dossier, and verifying it on the way: every
//! chain, every header, every word, and that every kept file is there.
//!
//! What is read here is not trusted. A row that is not as it should be becomes a
//! finding, and only what holds becomes an event. The content of kept files is
//! not read here; `check` does that.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use assessment::{Change, Event, EventId, ReplicaId};
use rusqlite::{Connection, named_params};

use crate::ancestry::Ancestry;
use crate::blob::Named;
use crate::chain::{self, Unreadable};
use crate::error::{DossierError, Quantity};
use crate::finding::{Finding, Findings};
use crate::row::{RawEvent, Words, is_replica, text, whole_number};
use crate::schema;

/// More events than any committee will write, and no more than memory holds.
pub(crate) const MAX_EVENTS: u64 = 200_000;
/// The longest words of one event, in bytes of canonical JSON.
pub(crate) const MAX_WORDS: u64 = 1 << 20;
/// The longest words of all events together, in bytes.
pub(crate) const MAX_ALL_WORDS: u64 = 96 << 20;

/// What was read.
#[derive(Debug, Default)]
pub(crate) struct History {
    /// The events that hold, in order of place.
    pub(crate) events: Vec<Event>,
    /// Whose chain this copy writes.
    pub(crate) replica: Option<ReplicaId>,
    /// Which event follows which.
    pub(crate) ancestry: Ancestry,
    /// The length of all words, in bytes.
    pub(crate) words: u64,
    /// What does not hold.
    pub(crate) findings: Findings,
    /// The first event of a kind that this program does not know.
    unknown: Option<(String, EventId)>,
}

impl History {
    /// Reads what the dossier at `path`, a file of `version`, holds.
    ///
    /// Findings are no error. An event of unknown kind is one, unless there are
    /// findings, which may well be the reason.
    pub(crate) fn read(
        connection: &Connection,
        path: &Path,
        version: u32,
        check: &str,
    ) -> Result<Self, DossierError> {
        let mut history = History::default();
        match history.read_all(connection, version, check) {
            Ok(()) => {}
            Err(Stop::TooLarge(what, limit)) => return Err(DossierError::TooLarge { what, limit }),
            Err(Stop::Sqlite(error)) => match DossierError::from_sqlite(path, &error) {
                DossierError::Damaged { findings, .. } => {
                    findings
                        .into_iter()
                        .for_each(|finding| history.findings.add(finding));
                }
                other => return Err(other),
            },
        }
        match history.unknown.take() {
            Some((kind, event)) if history.findings.is_empty() => {
                Err(DossierError::UnknownEventKind {
                    path: path.to_owned(),
                    kind,
                    event,
                })
            }
            _ => Ok(history),
        }
    }

    fn read_all(&mut self, connection: &Connection, version: u32, check: &str) -> Result<(), Stop> {
        schema::compare(connection, version, &mut self.findings)?;
        if !self.findings.is_empty() {
            // Not even a plain check is run on tables that could be anything.
            return Ok(());
        }
        self.check_storage(connection, check)?;
        self.read_events(connection)?;
        self.events.sort_by(|a, b| a.place().cmp(&b.place()));
        self.require_words();
        self.read_replica(connection)?;
        self.read_blobs(connection)
    }

    /// What SQLite finds when it looks over the pages and indexes of the file.
    fn check_storage(&mut self, connection: &Connection, check: &str) -> Result<(), Stop> {
        let mut select = connection.prepare(check)?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            match text(row, 0)? {
                Some("ok") => {}
                message => {
                    let message = message.unwrap_or("unreadable").to_owned();
                    self.findings.add(Finding::Storage { message });
                }
            }
        }
        Ok(())
    }

    fn read_events(&mut self, connection: &Connection) -> Result<(), Stop> {
        let mut select = connection.prepare(include_str!("sql/select_events.sql"))?;
        let mut rows = select.query(named_params! { ":longest": MAX_WORDS })?;
        let (mut number, mut with_words, mut first, mut starts) = (0, 0, 0, false);
        let mut chain: Option<Chain> = None;
        while let Some(row) = rows.next()? {
            number += 1;
            if number > MAX_EVENTS {
                return Err(Stop::TooLarge(Quantity::Events, MAX_EVENTS));
            }
            if self.findings.is_enough() {
                return Ok(());
            }
            let raw = match RawEvent::read(row)? {
                Ok(raw) => raw,
                Err((table, column)) => {
                    self.findings.add(Finding::UnreadableRow {
                        table,
                        row: number,
                        column,
                    });
                    chain = None;
                    continue;
                }
            };
            with_words += u64::from(raw.words.is_some());
            first += u64::from(raw.lamport == 1);
            starts |= raw.lamport == 1 && raw.kind == "dossier_started";
            self.words += raw.words.map_or(0, |words| words.body.len() as u64);
            if self.words > MAX_ALL_WORDS {
                return Err(Stop::TooLarge(Quantity::AllWords, MAX_ALL_WORDS));
            }
            chain = Some(self.take_in(&raw, chain));
        }
        if !starts || first > 1 {
            self.findings.add(Finding::NoBeginning);
        }
        let payloads: u64 =
            connection.query_row("select count(*) from payload", [], |r| r.get(0))?;
        if payloads > with_words {
            let count = payloads - with_words;
            self.findings.add(Finding::WordsWithoutEvent { count });
        }
        Ok(())
    }

    /// Verifies one event against those before it, and keeps it if it holds.
    fn take_in(&mut self, raw: &RawEvent<'_>, chain: Option<Chain>) -> Chain {
        let replica = ReplicaId(raw.replica.to_owned());
        let seq = raw.seq;
        let mut chain = chain
            .filter(|chain| chain.replica == replica)
            .unwrap_or_else(|| Chain::new(replica.clone()));
        let added = self.findings.added();
        match chain.go_to(seq) {
            Ok(()) => {
                let follows = match raw.prev {
                    None => seq == 1,
                    Some(prev) => chain
                        .before
                        .get(&prev)
                        .is_some_and(|lamport| raw.lamport > *lamport),
                };
                if !follows {
                    self.findings.add(Finding::ChainBroken {
                        replica: replica.clone(),
                        seq,
                    });
                }
            }
            Err(missing) => self.findings.add(Finding::EventMissing {
                replica: replica.clone(),
                seq: missing,
            }),
        }
        chain.here.insert(raw.hash, raw.lamport);
        if raw.header().hash().ok() != Some(raw.hash) {
            self.findings.add(Finding::EventChanged {
                replica: replica.clone(),
                seq,
            });
        }
        let change = raw.words.and_then(|words| self.understand(raw, words));
        if self.findings.added() == added {
            self.ancestry.add(raw.hash, raw.prev);
            self.events.push(Event {
                id: raw.hash,
                replica,
                seq,
                lamport: raw.lamport,
                at: raw.at_moment,
                actor: raw.actor_parsed,
                change,
            });
        }
        chain
    }

    /// Words are missing where another event says that they were erased or lost,
    /// and nowhere else.
    fn require_words(&mut self) {
        if self.unknown.is_some() {
            // What a later program says may well be that words were erased.
            return;
        }
        let erased: BTreeSet<EventId> = erased_by(&self.events).collect();
        let lost: BTreeSet<EventId> = lost_by(&self.events).collect();
        for event in &self.events {
            match &event.change {
                None if !erased.contains(&event.id) && !lost.contains(&event.id) => {
                    self.findings.add(Finding::WordsMissing {
                        replica: event.replica.clone(),
                        seq: event.seq,
                    })
                }
                Some(change)
                    if erased.contains(&event.id) && Change::is_erasable(change.kind()) =>
                {
                    self.findings
                        .add(Finding::WordsNotErased { event: event.id });
                }
                _ => {}
            }
        }
    }

    fn understand(&mut self, raw: &RawEvent<'_>, words: Words<'_>) -> Option<Change> {
        if chain::commitment(&words.salt, raw.kind, words.body) != raw.commitment {
            let replica = ReplicaId(raw.replica.to_owned());
            self.findings.add(Finding::WordsChanged {
                replica,
                seq: raw.seq,
            });
            return None;
        }
        match chain::change_of(raw.kind, words.body) {
            Ok(change) => Some(change),
            Err(Unreadable::UnknownKind) => {
                self.unknown
                    .get_or_insert_with(|| (raw.kind.to_owned(), raw.hash));
                None
            }
            Err(Unreadable::Malformed(reason)) => {
                self.findings.add(Finding::WordsMeaningless {
                    event: raw.hash,
                    reason,
                });
                None
            }
        }
    }

    fn read_replica(&mut self, connection: &Connection) -> Result<(), Stop> {
        let mut select = connection.prepare("select value from meta where name = 'replica'")?;
        let mut rows = select.query([])?;
        self.replica = match rows.next()? {
            Some(row) => text(row, 0)?
                .filter(|text| is_replica(text))
                .map(|text| ReplicaId(text.to_owned())),
            None => None,
        };
        if self.replica.is_none() {
            self.findings.add(Finding::NoReplica);
        }
        Ok(())
    }

    fn read_blobs(&mut self, connection: &Connection) -> Result<(), Stop> {
        let mut named = Named::by(self.events.iter().filter_map(|event| event.change.as_ref()));
        let mut select = connection.prepare(include_str!("sql/select_blobs.sql"))?;
        let mut rows = select.query([])?;
        let mut number = 0;
        while let Some(row) = rows.next()? {
            number += 1;
            if self.findings.is_enough() {
                return Ok(());
            }
            let mut unreadable = |column| {
                self.findings.add(Finding::UnreadableRow {
                    table: "blob",
                    row: number,
                    column,
                });
            };
            let Some(sha256) = text(row, 0)?.filter(|t| t.parse::<EventId>().is_ok()) else {
                unreadable("sha256");
                continue;
            };
            let Some(size) = whole_number(row, 1)? else {
                unreadable("size");
                continue;
            };
            let Some(media_type) = text(row, 2)? else {
                unreadable("media_type");
                continue;
            };
            let sha256 = sha256.to_owned();
            match named.remove(&sha256) {
                None => self.findings.add(Finding::BlobUnnamed { sha256 }),
                Some(names) if whole_number(row, 3)? != Some(1) || !names.fit(size, media_type) => {
                    self.findings.add(Finding::BlobChanged { sha256 });
                }
                Some(_) => {}
            }
        }
        for sha256 in named.into_hashes() {
            self.findings.add(Finding::BlobMissing { sha256 });
        }
        Ok(())
    }
}

/// The events of which `events` say that they were erased.
pub(crate) fn erased_by<'a>(
    events: impl IntoIterator<Item = &'a Event>,
) -> impl Iterator<Item = EventId> {
    events.into_iter().filter_map(|event| match event.change {
        Some(Change::Erased { event, .. }) => Some(event),
        _ => None,
    })
}

/// The events of which `events` say that their words were lost.
pub(crate) fn lost_by<'a>(
    events: impl IntoIterator<Item = &'a Event>,
) -> impl Iterator<Item = EventId> {
    events.into_iter().filter_map(|event| match event.change {
        Some(Change::Lost { event }) => Some(event),
        _ => None,
    })
}

/// A chain as far as it was read. Events stand at one place of it side by side
/// where it has split.
struct Chain {
    replica: ReplicaId,
    /// The place reached.
    seq: u64,
    /// The events there, each with its `lamport`.
    here: BTreeMap<EventId, u64>,
    /// The events at the place before it.
    before: BTreeMap<EventId, u64>,
}

impl Chain {
    fn new(replica: ReplicaId) -> Self {
        Chain {
            replica,
            seq: 0,
            here: BTreeMap::new(),
            before: BTreeMap::new(),
        }
    }

    /// Goes on to the place `seq`, or tells the first place that has no event.
    fn go_to(&mut self, seq: u64) -> Result<(), u64> {
        let next = self.seq + 1;
        if seq == self.seq {
            return Ok(());
        }
        self.before = std::mem::take(&mut self.here);
        self.seq = seq;
        if seq == next {
            return Ok(());
        }
        self.before.clear();
        Err(next)
    }
}

/// Why reading ended early.
enum Stop {
    Sqlite(rusqlite::Error),
    TooLarge(Quantity, u64),
}

impl From<rusqlite::Error> for Stop {
    fn from(error: rusqlite::Error) -> Self {
        Stop::Sqlite(error)
    }
}
