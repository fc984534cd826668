//! A dossier that is open: what it holds, and the one door through which it
//! changes.
//!
//! The events in memory are those that were read and verified at opening, and
//! those that were recorded since; nothing is in memory that is not in the file.

use std::io::Write;
use std::path::{Path, PathBuf};

use assessment::{Change, Event, Organisation, ReplicaId};
use questionnaire::Language;
use rusqlite::Connection;

use crate::act::{Act, Stamp, Tail};
use crate::blob;
use crate::connection::{self, Mode, Setting};
use crate::entropy::Entropy;
use crate::error::DossierError;
use crate::file::{self, Overwrite};
use crate::fingerprint::{self, Fingerprint, Head};
use crate::history::History;
use crate::lock::{self, Holder, Lock};
use crate::schema;

/// How often to look at a dossier that somebody else is writing at this moment.
const LOOKS: u32 = 5;

/// An open dossier.
#[derive(Debug)]
pub struct Dossier {
    path: PathBuf,
    /// None when the last write failed and the file could not be read again yet.
    open: Option<Open>,
    events: Vec<Event>,
    tail: Tail,
    settings: Vec<Setting>,
    /// None when it was opened to read. Let go of after the connection.
    lock: Option<Lock>,
}

/// A connection that is closed tidily.
#[derive(Debug)]
pub(crate) struct Open {
    connection: Connection,
    mode: Mode,
}

impl Dossier {
    /// Makes a new dossier at `path` and opens it.
    ///
    /// The file appears under its name only when it is complete and on disk.
    ///
    /// # Errors
    /// [`DossierError::AlreadyExists`] when anything is at `path`; it is left
    /// alone.
    pub fn create(
        path: &Path,
        organisation: Organisation,
        language: Language,
        stamp: Stamp,
        entropy: &mut dyn Entropy,
        holder: &Holder,
    ) -> Result<Self, DossierError> {
        let path = file::absolute(path)?;
        if path.symlink_metadata().is_ok() {
            return Err(DossierError::AlreadyExists { path });
        }
        // The descriptor is closed before SQLite comes: see `file`.
        let beside = file::file_beside(&path)?.into_temp_path();
        let mut replica = [0; 16];
        entropy
            .fill(&mut replica)
            .map_err(DossierError::NoEntropy)?;
        let tail = Tail {
            replica: ReplicaId(hex::encode(replica)),
            last: None,
            lamport: 0,
            events: 0,
            words: 0,
        };
        write_first(
            &beside,
            tail,
            Change::DossierStarted {
                organisation,
                language,
            },
            stamp,
            entropy,
        )
        .map_err(|error| error.at(&path))?;
        file::put_in_place(beside, &path, Overwrite::Refuse)?;
        Self::open(&path, holder)
    }

    /// Opens the dossier at `path` to work in it, and verifies all of its history.
    ///
    /// # Errors
    /// [`DossierError::LockedBy`] when somebody else works in it: they may still
    /// [look](Self::open_to_read). For anything but a sound dossier of a known
    /// version an error says what it is, and not a byte was written.
    pub fn open(path: &Path, holder: &Holder) -> Result<Self, DossierError> {
        let path = file::absolute(path)?;
        let version = connection::version(&path)?;
        let lock = Lock::take(&path, holder)?;
        let (open, settings) = Open::new(&path, Mode::Write)?;
        let history = History::read(open.get(), &path, version, QUICK_CHECK)?;
        if version < schema::VERSION {
            schema::migrate(open.get(), &path, version)?;
        }
        Self::with(path, open, settings, history, Some(lock))
    }

    /// Opens the dossier at `path` to look at it, also while somebody else works
    /// in it and also where nothing can be written. Not a byte is written.
    ///
    /// What is seen is what was there at this moment, verified like at
    /// [`open`](Self::open).
    ///
    /// # Errors
    /// Like [`open`](Self::open). [`DossierError::LockedBy`] only when somebody
    /// writes so much that no look succeeds;
    /// [`DossierError::Interrupted`] when the last change was cut off halfway, and
    /// must first be undone by opening the dossier where it can be written.
    pub fn open_to_read(path: &Path) -> Result<Self, DossierError> {
        let path = file::absolute(path)?;
        let version = connection::version(&path)?;
        let refused = match Self::look(&path, version, Mode::Read) {
            Err(refused @ (DossierError::LockedBy { .. } | DossierError::Interrupted { .. })) => {
                refused
            }
            other => return other,
        };
        for _ in 0..LOOKS {
            if let Ok(dossier) = Self::look(&path, version, Mode::Snapshot) {
                return Ok(dossier);
            }
        }
        Err(match refused {
            DossierError::LockedBy { path, .. } => {
                let holder = lock::holder_of(&path);
                DossierError::LockedBy { path, holder }
            }
            other => other,
        })
    }

    fn look(path: &Path, version: u32, mode: Mode) -> Result<Self, DossierError> {
        let (open, settings) = Open::new(path, mode)?;
        let history = read_at_once(open.get(), path, version, mode, QUICK_CHECK)?;
        Self::with(path.to_owned(), open, settings, history, None)
    }

    fn with(
        path: PathBuf,
        open: Open,
        settings: Vec<Setting>,
        history: History,
        lock: Option<Lock>,
    ) -> Result<Self, DossierError> {
        let (events, tail) = believed(&path, history)?;
        Ok(Dossier {
            path,
            open: Some(open),
            events,
            tail,
            settings,
            lock,
        })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it was opened to read only.
    pub fn is_read_only(&self) -> bool {
        self.lock.is_none()
    }

    /// Everything that was done, in order of place.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Whose chain this copy of the dossier writes.
    pub fn replica(&self) -> &ReplicaId {
        &self.tail.replica
    }

    /// The settings of SQLite on which durability and safety rest, as in force.
    pub fn settings(&self) -> &[Setting] {
        &self.settings
    }

    /// Records `changes`, all or none. They are saved once this returns.
    ///
    /// # Errors
    /// Like [`act`](Self::act).
    pub fn record(
        &mut self,
        changes: Vec<Change>,
        stamp: Stamp,
        entropy: &mut dyn Entropy,
    ) -> Result<Vec<Event>, DossierError> {
        let before = self.events.len();
        self.act(stamp, entropy, |act| {
            changes
                .into_iter()
                .try_for_each(|change| act.record(change).map(|_| ()))
        })?;
        Ok(self.events.get(before..).unwrap_or_default().to_vec())
    }

    /// Does what `deed` does, in one transaction: all of it is saved once this
    /// returns, and nothing of it when it fails.
    ///
    /// # Errors
    /// What `deed` returns, or why it could not be saved. What was recorded before
    /// is still there, in the file and in [`events`](Self::events), and the same
    /// can be tried again. When a disk fails in the very moment of saving, nobody
    /// can tell whether the change came through: it is then reported as not saved,
    /// and is in `events` if it turns out to be in the file.
    pub fn act<T, E: From<DossierError>>(
        &mut self,
        stamp: Stamp,
        entropy: &mut dyn Entropy,
        deed: impl FnOnce(&mut Act<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        if self.lock.is_none() {
            return Err(DossierError::ReadOnly {
                path: self.path.clone(),
            }
            .into());
        }
        if self.open.is_none() {
            self.open_again()?;
        }
        let path = self.path.clone();
        let tail = self.tail.clone();
        let connection = self.connection()?;
        let done = Act::begin(connection, &path, stamp, entropy, tail)
            .map_err(E::from)
            .and_then(|mut act| {
                let value = deed(&mut act)?;
                let (recorded, tail) = act.commit()?;
                Ok((value, recorded, tail))
            });
        match done {
            Ok((value, recorded, tail)) => {
                self.events.extend(recorded);
                self.tail = tail;
                Ok(value)
            }
            Err(error) => {
                // Whatever the reason was, the file says what is saved.
                if let Err(_later) = self.open_again() {
                    self.open = None;
                }
                Err(error)
            }
        }
    }

    /// Closes the file, opens it again and takes over what it says.
    fn open_again(&mut self) -> Result<(), DossierError> {
        self.open = None;
        let (open, settings) = Open::new(&self.path, Mode::Write)?;
        let history = History::read(open.get(), &self.path, schema::VERSION, QUICK_CHECK)?;
        let (events, tail) = believed(&self.path, history)?;
        (self.open, self.settings) = (Some(open), settings);
        (self.events, self.tail) = (events, tail);
        Ok(())
    }

    /// Writes the kept file with this hash to `out`; gives its length in bytes.
    /// Nothing is written before all of it is known to be as it was stored.
    ///
    /// # Errors
    /// [`DossierError::NoSuchBlob`] when there is no such file,
    /// [`DossierError::Damaged`] when it is not what it was,
    /// [`DossierError::OtherFile`] when `out` takes no more.
    pub fn read_blob(&self, sha256: &str, out: &mut dyn Write) -> Result<u64, DossierError> {
        blob::read(self.connection()?, &self.path, sha256, out)
    }

    /// What the dossier holds now, in one hash.
    pub fn fingerprint(&self) -> Fingerprint {
        fingerprint::of(&self.events)
    }

    /// What the dossier held when its chains ended at `heads`: the fingerprint of
    /// a report that was signed then, whatever came later or was merged since.
    ///
    /// # Errors
    /// [`DossierError::UnknownHead`] when a head is not in this dossier.
    pub fn fingerprint_of(&self, heads: &[Head]) -> Result<Fingerprint, DossierError> {
        self.require_heads(heads)?;
        Ok(fingerprint::of(
            self.events.iter().filter(|event| is_within(event, heads)),
        ))
    }

    /// The events that are here and were not when the chains ended at `heads`.
    ///
    /// # Errors
    /// [`DossierError::UnknownHead`] when a head is not in this dossier.
    pub fn since<'a>(&'a self, heads: &[Head]) -> Result<Vec<&'a Event>, DossierError> {
        self.require_heads(heads)?;
        Ok(self
            .events
            .iter()
            .filter(|event| !is_within(event, heads))
            .collect())
    }

    fn require_heads(&self, heads: &[Head]) -> Result<(), DossierError> {
        let missing = heads.iter().find(|head| {
            !self
                .events
                .iter()
                .any(|event| fingerprint::head(event) == **head)
        });
        match missing {
            Some(head) => Err(DossierError::UnknownHead {
                head: Box::new(head.clone()),
            }),
            None => Ok(()),
        }
    }

    fn connection(&self) -> Result<&Connection, DossierError> {
        let open = self.open.as_ref();
        open.map(Open::get)
            .ok_or_else(|| DossierError::Interrupted {
                path: self.path.clone(),
            })
    }
}

/// What is run at opening: pages and types, without comparing indexes.
pub(crate) const QUICK_CHECK: &str = "pragma quick_check(20)";

/// Writes a file that holds the tables, the copy's identity and the first event.
fn write_first(
    path: &Path,
    tail: Tail,
    first: Change,
    stamp: Stamp,
    entropy: &mut dyn Entropy,
) -> Result<(), DossierError> {
    let failed = |error| DossierError::from_sqlite(path, &error);
    let (open, _) = Open::new(path, Mode::Write)?;
    schema::migrate(open.get(), path, 0)?;
    let insert = "insert into meta (name, value) values ('replica', ?1)";
    open.get()
        .execute(insert, [&tail.replica.0])
        .map_err(failed)?;
    let mut act = Act::begin(open.get(), path, stamp, entropy, tail)?;
    act.record(first)?;
    act.commit().map(|_| ())
}

/// Reads all of a history in one transaction, so that nobody writes between.
pub(crate) fn read_at_once(
    connection: &Connection,
    path: &Path,
    version: u32,
    mode: Mode,
    check: &str,
) -> Result<History, DossierError> {
    let failed = |error| connection::from_sqlite(path, mode, &error);
    let transaction = connection.unchecked_transaction().map_err(failed)?;
    // A transaction begins with the first reading.
    let first = transaction.query_row("select count(*) from sqlite_schema", [], |_| Ok(()));
    match first.map_err(failed) {
        Ok(()) | Err(DossierError::Damaged { .. }) => {}
        Err(other) => return Err(other),
    }
    let history = History::read(&transaction, path, version, check)?;
    transaction.commit().map_err(failed)?;
    Ok(history)
}

/// The events of a history without findings.
fn believed(path: &Path, history: History) -> Result<(Vec<Event>, Tail), DossierError> {
    let History {
        events,
        replica,
        words,
        findings,
        ..
    } = history;
    let Some(replica) = replica.filter(|_| findings.is_empty()) else {
        let findings = findings.into_vec();
        return Err(DossierError::Damaged {
            path: path.to_owned(),
            findings,
        });
    };
    let last = events.iter().rev().find(|event| event.replica == replica);
    let tail = Tail {
        last: last.map(|event| (event.seq, event.id)),
        lamport: events.last().map_or(0, |event| event.lamport),
        events: events.len() as u64,
        words,
        replica,
    };
    Ok((events, tail))
}

/// Whether `event` was there when the chains ended at `heads`.
fn is_within(event: &Event, heads: &[Head]) -> bool {
    heads
        .iter()
        .any(|head| head.replica == event.replica && event.seq <= head.seq)
}

impl Open {
    pub(crate) fn new(path: &Path, mode: Mode) -> Result<(Self, Vec<Setting>), DossierError> {
        let open = Open {
            connection: connection::open(path, mode)?,
            mode,
        };
        let settings = connection::settle(&open.connection, path, mode)?;
        Ok((open, settings))
    }

    pub(crate) fn get(&self) -> &Connection {
        &self.connection
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        if self.mode == Mode::Write {
            connection::tidy(&self.connection);
        }
    }
}
