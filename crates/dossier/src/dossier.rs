//! A dossier that is open: what it holds, and the one door through which it
//! changes.
//!
//! The events in memory are those that were read and verified at opening, and
//! those that were recorded since; nothing is in memory that is not in the file.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::act::{Act, Stamp, Tail};
use crate::blob;
use crate::connection::{Mode, OpenFile, examine};
use crate::entropy::Entropy;
use crate::error::DossierError;
use crate::file::{self, Overwrite};
use crate::fingerprint::{self, Fingerprint, Head};
use crate::history::History;
use crate::lock::{Holder, Lock};
use crate::look::{QUICK_CHECK, look, read};
use crate::schema;
use crate::settings::Setting;
use assessment::{Change, Event, Organisation, ReplicaId};
use questionnaire::Language;

/// An open dossier.
#[derive(Debug)]
pub struct Dossier {
    path: PathBuf,
    /// None when the last write failed and the file could not be read again yet.
    open: Option<OpenFile>,
    events: Vec<Event>,
    tail: Tail,
    /// None when it was opened to read. Let go of after the connection.
    lock: Option<Lock>,
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
        examine(&path)?;
        let lock = Lock::take(&path, holder)?;
        let (open, version, history) = read(&path, Mode::Write, QUICK_CHECK)?;
        let (events, tail) = believed(&path, history)?;
        if version < schema::VERSION {
            schema::migrate(open.connection(), &path, version)?;
        }
        Ok(Dossier {
            path,
            open: Some(open),
            events,
            tail,
            lock: Some(lock),
        })
    }

    /// Opens the dossier at `path` to look at it, also while somebody else works
    /// in it and also where nothing can be written.
    ///
    /// What is seen is what was there at this moment, verified like at
    /// [`open`](Self::open). Not a byte is written, unless a change was cut off:
    /// that is undone first where it can be.
    ///
    /// # Errors
    /// Like [`open`](Self::open), but never [`DossierError::LockedBy`];
    /// [`DossierError::HalfChanged`] when a change was cut off and cannot be undone
    /// here, or when somebody has been writing all the while.
    pub fn open_to_read(path: &Path) -> Result<Self, DossierError> {
        let path = file::absolute(path)?;
        look(&path, || {
            let (open, _, history) = read(&path, Mode::Look, QUICK_CHECK)?;
            let (events, tail) = believed(&path, history)?;
            Ok(Dossier {
                path: path.clone(),
                open: Some(open),
                events,
                tail,
                lock: None,
            })
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
        self.open.as_ref().map_or(&[], OpenFile::settings)
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
        let open = self.open_file()?;
        open.require_in_place(&path)?;
        let done = Act::begin(open.connection(), &path, stamp, entropy, tail)
            .map_err(E::from)
            .and_then(|mut act| {
                let value = deed(&mut act)?;
                let (recorded, tail) = act.commit()?;
                open.require_in_place(&path)?;
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
                // If it cannot be read now, it is tried again before the next act.
                let _ = self.open_again();
                Err(error)
            }
        }
    }

    /// Closes the file, opens it again and takes over what it says.
    fn open_again(&mut self) -> Result<(), DossierError> {
        self.open = None;
        let (open, _, history) = read(&self.path, Mode::Write, QUICK_CHECK)?;
        let (events, tail) = believed(&self.path, history)?;
        if !events.starts_with(&self.events) {
            return Err(DossierError::Replaced {
                path: self.path.clone(),
            });
        }
        (self.events, self.tail) = (events, tail);
        self.open = Some(open);
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
        blob::read(self.open_file()?.connection(), &self.path, sha256, out)
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

    fn open_file(&self) -> Result<&OpenFile, DossierError> {
        self.open.as_ref().ok_or_else(|| DossierError::Io {
            path: self.path.clone(),
            source: io::ErrorKind::NotConnected.into(),
        })
    }
}

/// Writes a file that holds the tables, the copy's identity and the first event.
fn write_first(
    path: &Path,
    tail: Tail,
    first: Change,
    stamp: Stamp,
    entropy: &mut dyn Entropy,
) -> Result<(), DossierError> {
    let failed = |error| DossierError::from_sqlite(path, &error);
    let open = OpenFile::new(path, Mode::Write)?;
    schema::migrate(open.connection(), path, 0)?;
    let insert = "insert into meta (name, value) values ('replica', ?1)";
    open.connection()
        .execute(insert, [&tail.replica.0])
        .map_err(failed)?;
    let mut act = Act::begin(open.connection(), path, stamp, entropy, tail)?;
    act.record(first)?;
    act.commit().map(|_| ())
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

#[cfg(test)]
mod tests;
