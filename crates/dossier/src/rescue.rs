//! Rescue: what is sound in a damaged dossier goes into a new one.
//!
//! The damaged file is read without a lock and not changed. An event is sound when
//! its header is what its hash says and its chain leads back to the beginning. Where
//! only its words, or a file that it names, did not survive, the event is kept and
//! another says that its words were lost; a sound copy that is merged later brings
//! them back. What follows a missing link cannot be told from something made up. It
//! is not put in the new dossier, but given to whoever asked.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::path::Path;

use assessment::{Change, Event, EventId};
use rusqlite::{Connection, MAIN_DB, ToSql, named_params};

use crate::act::{Act, Stamp, Tail};
use crate::at::At;
use crate::blob::{self, Named};
use crate::chain;
use crate::check::check;
use crate::connection::{Mode, OpenFile, companions, is_half_changed, undo_half_change};
use crate::entropy::Entropy;
use crate::error::DossierError;
use crate::file::{self, Overwrite, Readers};
use crate::finding::Finding;
use crate::history::{MAX_ALL_WORDS, MAX_EVENTS, MAX_WORDS, erased_by, lost_by};
use crate::home;
use crate::row::{OwnedEvent, RawEvent};
use crate::schema;
use crate::secret::Key;

/// What a rescue brought.
#[derive(Debug, Clone, PartialEq)]
pub struct Rescued {
    /// How many events are in the new dossier with their words.
    pub kept: u64,
    /// The events that are there without their words.
    pub lost: Vec<EventId>,
    /// What could be read but has no place that can be proven, in order of place. It
    /// is not in the new dossier.
    pub left_out: Vec<Event>,
}

/// Writes what is sound in the dossier `at` a path into a new one at `to`, encrypted
/// like it. `known`
/// are files that the dossier may have kept and that are at hand, such as the
/// questionnaires that come with the program.
///
/// # Errors
/// [`DossierError::Damaged`] when not even the beginning is left,
/// [`DossierError::AlreadyExists`] when anything is at `to`.
pub fn rescue<'a>(
    at: impl Into<At<'a>>,
    to: &Path,
    known: &[&[u8]],
    stamp: Stamp,
    entropy: &mut dyn Entropy,
) -> Result<Rescued, DossierError> {
    let to = file::absolute(to)?;
    for taken in companions(&to).into_iter().chain([to.clone()]) {
        if taken.symlink_metadata().is_ok() {
            return Err(DossierError::AlreadyExists { path: taken });
        }
    }
    let (path, key) = at.into().examine()?;
    let key = key.as_ref();
    if is_half_changed(&path)? && undo_half_change(&path, key).is_err() {
        return Err(DossierError::HalfChanged { path });
    }
    let open = || OpenFile::new(&path, Mode::Look, key);
    let mut found = Found::default();
    found.read(&open, &path)?;
    let beside = file::file_beside(&to, None, Readers::Of(&path))?.into_temp_path();
    let rescued = write(&beside, key, found, &open, known, stamp, entropy)
        .and_then(|rescued| {
            let check = check(At::opened_by(&beside, key))?;
            if check.sound {
                Ok(rescued)
            } else {
                Err(DossierError::Damaged {
                    path: path.clone(),
                    findings: check.findings,
                })
            }
        })
        .map_err(|error| error.at(&to))?;
    file::put_in_place(beside, &to, Overwrite::Refuse)?;
    Ok(rescued)
}

/// Opens the damaged dossier, once more.
type Reopen<'f> = &'f dyn Fn() -> Result<OpenFile, DossierError>;

/// What could be read of a damaged dossier, event by event.
#[derive(Default)]
struct Found {
    events: BTreeMap<EventId, (OwnedEvent, Option<Change>)>,
    words: u64,
}

impl Found {
    /// Reads what can be read: all at once, or where that breaks off the headers
    /// alone.
    fn read(&mut self, open: Reopen<'_>, path: &Path) -> Result<(), DossierError> {
        let whole = include_str!("sql/select_events.sql");
        let headers = include_str!("sql/select_headers.sql");
        let from = open()?;
        let longest = named_params! { ":longest": MAX_WORDS };
        let mut read = self.read_with(from.connection(), whole, longest);
        if matches!(read, Ok(false)) {
            read = self.read_with(open()?.connection(), headers, longest);
            if from.is_encrypted() {
                self.read_one_by_one(open)?;
            }
        }
        match read {
            Err(error) if self.events.is_empty() => {
                Err(match DossierError::from_sqlite(path, &error) {
                    // Such as a view that somebody put in the place of a table.
                    DossierError::Fault { path, message } => DossierError::Damaged {
                        path,
                        findings: vec![Finding::Storage { message }],
                    },
                    error => error,
                })
            }
            _ => Ok(()),
        }
    }

    /// Reads the words that are not known yet, of each event by itself. A page of an encrypted file that is not
    /// as it was written takes the whole connection with it.
    fn read_one_by_one(&mut self, open: Reopen<'_>) -> Result<(), DossierError> {
        let one = include_str!("sql/select_event.sql");
        let unknown = self
            .events
            .iter()
            .filter(|(_, (_, change))| change.is_none());
        let ids: Vec<String> = unknown.map(|(id, _)| id.to_string()).collect();
        let mut from = open()?;
        for id in &ids {
            let row = named_params! { ":longest": MAX_WORDS, ":hash": id };
            if !matches!(self.read_with(from.connection(), one, row), Ok(true)) {
                from = open()?;
            }
        }
        Ok(())
    }

    /// Whether it came to an end.
    fn read_with(
        &mut self,
        from: &Connection,
        select: &str,
        parameters: &[(&str, &dyn ToSql)],
    ) -> rusqlite::Result<bool> {
        let mut select = from.prepare(select)?;
        let mut rows = select.query(parameters)?;
        loop {
            let row = match rows.next() {
                Ok(Some(row)) => row,
                Ok(None) => return Ok(true),
                Err(_) => return Ok(false),
            };
            if self.events.len() as u64 >= MAX_EVENTS {
                return Ok(true);
            }
            let raw = match RawEvent::read(row)? {
                Ok(raw) => raw,
                // A header can be sound where the words beside it are not even text.
                Err(("payload", _)) => match RawEvent::read_header(row)? {
                    Ok(raw) => raw,
                    Err(_) => continue,
                },
                Err(_) => continue,
            };
            if raw.header().hash().ok() != Some(raw.hash) {
                continue;
            }
            // What was read before the connection broke is not read, or counted, again.
            let known = self.events.get(&raw.hash);
            if known.is_some_and(|(_, change)| change.is_some()) {
                continue;
            }
            let words = raw.words.filter(|words| {
                self.words + words.body.len() as u64 <= MAX_ALL_WORDS
                    && chain::commitment(&words.salt, raw.kind, words.body) == raw.commitment
            });
            let change = words.and_then(|words| chain::change_of(raw.kind, words.body).ok());
            self.words += words.map_or(0, |words| words.body.len() as u64);
            let event = raw.owned(change.is_some());
            self.events.insert(raw.hash, (event, change));
        }
    }

    /// Those whose chain leads back to its beginning, and the others.
    #[expect(clippy::type_complexity, reason = "two parts of the same")]
    fn in_chains(
        self,
    ) -> (
        BTreeMap<EventId, (OwnedEvent, Option<Change>)>,
        Vec<(OwnedEvent, Option<Change>)>,
    ) {
        let mut all: Vec<_> = self.events.into_iter().collect();
        all.sort_by(|(_, (a, _)), (_, (b, _))| (&a.replica, a.seq).cmp(&(&b.replica, b.seq)));
        let (mut sound, mut others) = (BTreeMap::new(), Vec::new());
        for (id, (event, change)) in all {
            let follows = match &event.prev {
                None => event.seq == 1,
                Some(prev) => sound
                    .get(prev)
                    .is_some_and(|(before, _): &(OwnedEvent, _)| {
                        before.replica == event.replica
                            && before.seq + 1 == event.seq
                            && before.lamport < event.lamport
                    }),
            };
            if follows {
                sound.insert(id, (event, change));
            } else {
                others.push((event, change));
            }
        }
        (sound, others)
    }
}

fn write(
    path: &Path,
    key: Option<&Key>,
    found: Found,
    damaged: Reopen<'_>,
    known: &[&[u8]],
    stamp: Stamp,
    entropy: &mut dyn Entropy,
) -> Result<Rescued, DossierError> {
    let failed = |error| DossierError::from_sqlite(path, &error);
    let (mut sound, others) = found.in_chains();
    let begins = |event: &OwnedEvent| event.lamport == 1 && event.kind == "dossier_started";
    if !sound.values().any(|(event, _)| begins(event)) {
        return Err(DossierError::Damaged {
            path: path.to_owned(),
            findings: vec![Finding::NoBeginning],
        });
    }
    let open = OpenFile::new(path, Mode::Write, key)?;
    schema::migrate(open.connection(), path, 0)?;
    let replica = home::draw(entropy)?;
    let tail = Tail {
        last: None,
        lamport: sound
            .values()
            .map(|(event, _)| event.lamport)
            .max()
            .unwrap_or(0),
        events: sound.len() as u64,
        words: 0,
        replica: replica.clone(),
    };
    let mut act = Act::begin(open.connection(), path, stamp, entropy, tail)?;
    let into = act.connection();

    // The files first: an event whose file is gone has lost its words.
    for (sha256, names) in
        Named::by(sound.values().filter_map(|(_, change)| change.as_ref())).iter()
    {
        let Some(media_type) = names.media_type() else {
            continue;
        };
        let damaged = damaged()?;
        let rescued = kept_file(damaged.connection(), sha256).unwrap_or(None);
        if let Some(row) = rescued {
            let mut content = damaged
                .connection()
                .blob_open(MAIN_DB, c"blob", c"content", row, true)
                .map_err(failed)?;
            blob::store(into, path, &mut content, media_type)?;
        } else if let Some(content) = known.iter().find(|it| blob::hash(it) == *sha256) {
            blob::store(into, path, &mut Cursor::new(content), media_type)?;
        }
    }
    for (_, change) in sound.values_mut() {
        let mut is_kept = true;
        for (sha256, names) in Named::by(change.as_ref()).iter() {
            let kept = blob::find(into, sha256).map_err(failed)?;
            is_kept &= kept.is_some_and(|(_, size, _)| names.fit_size(size));
        }
        if !is_kept {
            *change = None;
        }
    }
    let events: Vec<Event> = sound
        .values()
        .map(|(event, change)| event.event(change.clone()))
        .collect();
    for (event, change) in sound.values() {
        event.insert(into, change.is_some()).map_err(failed)?;
    }
    blob::keep_only(
        into,
        &Named::by(events.iter().filter_map(|it| it.change.as_ref())),
    )
    .map_err(failed)?;
    into.execute(
        "insert into meta (name, value) values ('replica', ?1)",
        [&replica.0],
    )
    .map_err(failed)?;
    // Where not even this can be read, it is a copy of nobody in particular.
    if let Ok(Some(member)) = home::made_for(damaged()?.connection()) {
        home::make_for(into, path, member)?;
    }

    let explained: BTreeSet<EventId> = erased_by(&events).chain(lost_by(&events)).collect();
    let mut lost: Vec<&Event> = events
        .iter()
        .filter(|event| event.change.is_none() && !explained.contains(&event.id))
        .collect();
    lost.sort_by(|a, b| a.place().cmp(&b.place()));
    let lost: Vec<EventId> = lost.into_iter().map(|event| event.id).collect();
    for event in &lost {
        act.record(Change::Lost { event: *event })?;
    }
    act.commit(&events)?;
    let mut left_out: Vec<Event> = others
        .into_iter()
        .map(|(event, change)| event.event(change))
        .collect();
    left_out.sort_by(|a, b| a.place().cmp(&b.place()));
    Ok(Rescued {
        kept: events.iter().filter(|event| event.change.is_some()).count() as u64,
        lost,
        left_out,
    })
}

/// The row of a kept file that is what its hash says.
fn kept_file(connection: &Connection, sha256: &str) -> rusqlite::Result<Option<i64>> {
    let Some((row, ..)) = blob::find(connection, sha256)? else {
        return Ok(None);
    };
    Ok((blob::content_hash(connection, row)? == sha256).then_some(row))
}
