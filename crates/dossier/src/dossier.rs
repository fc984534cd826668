//! A dossier that is open: what it holds, and the one door through which it
//! changes.
//!
//! The events in memory are those that were read and verified at opening, and
//! those that were recorded since; nothing is in memory that is not in the file.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::act::{Act, Done, Stamp, Tail};
use crate::ancestry::{Ancestry, Fork};
use crate::at::At;
use crate::blob;
use crate::connection::{Mode, OpenFile};
use crate::entropy::Entropy;
use crate::erase;
use crate::error::DossierError;
use crate::file::{self, Overwrite, Readers};
use crate::fingerprint::{self, Fingerprint, Head};
use crate::history::History;
use crate::home::{self, Home};
use crate::lock::{Holder, Lock};
use crate::look::{QUICK_CHECK, look, read};
use crate::schema;
use crate::secret::Key;
use crate::settings::Setting;
use assessment::{Change, Event, EventId, MemberId, Organisation, ReplicaId};
use questionnaire::Language;
use sha2::{Digest, Sha256};

/// An open dossier.
#[derive(Debug)]
pub struct Dossier {
    path: PathBuf,
    /// None when the last write failed and the file could not be read again yet.
    open: Option<OpenFile>,
    /// None when it is not encrypted.
    key: Option<Key>,
    /// The version of the format.
    version: u32,
    /// For whom this copy was made.
    made_for: Option<MemberId>,
    /// The mark with which it was handed out.
    handed_out_as: Option<String>,
    events: Vec<Event>,
    ancestry: Ancestry,
    tail: Tail,
    /// Whether the chain that is written is the one of this place.
    at_home: bool,
    /// Whether nothing is left of erased words.
    compact: bool,
    /// None when it was opened to read. Let go of after the connection.
    lock: Option<(Home, Lock)>,
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
        let beside = file::file_beside(&path, None, Readers::AsUsual)?.into_temp_path();
        let tail = Tail {
            replica: home::draw(entropy)?,
            last: None,
            lamport: 0,
            events: 0,
            words: 0,
        };
        let at_home = |first| Home::new(Some(first), holder, &path);
        write_first(
            &beside,
            tail,
            at_home,
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

    /// Opens the dossier `at` a path to work in it, and verifies all of its history.
    ///
    /// # Errors
    /// [`DossierError::LockedBy`] when somebody else works in it: they may still
    /// [look](Self::open_to_read). [`DossierError::Encrypted`] and
    /// [`DossierError::WrongSecret`] when something else must be given to open it. For
    /// anything but a sound dossier of a known
    /// version an error says what it is, and not a byte was written.
    pub fn open<'a>(at: impl Into<At<'a>>, holder: &Holder) -> Result<Self, DossierError> {
        Self::open_after(at, holder, |_| Ok(()))
    }

    /// Opens the dossier `at` a path like [`open`](Self::open). Where the file has an
    /// older form, `before_migration` sees it first, to [keep a
    /// backup](Self::backup_now); when that fails, the form stays as it was.
    ///
    /// # Errors
    /// Like [`open`](Self::open), or what `before_migration` returns.
    pub fn open_after<'a, E: From<DossierError>>(
        at: impl Into<At<'a>>,
        holder: &Holder,
        before_migration: impl FnOnce(&Self) -> Result<(), E>,
    ) -> Result<Self, E> {
        let (path, key) = at.into().examine()?;
        let lock = Lock::take(&path, holder)?;
        sealing::tidy(&path);
        let (open, version, history) = read(&path, Mode::Write, key.as_ref(), QUICK_CHECK)?;
        let Believed {
            events,
            ancestry,
            tail,
        } = Believed::from(&path, history)?;
        let home = Home::new(events.first().map(|event| event.id), holder, &path);
        let (made_for, handed_out_as) = copy_of(&open, &path)?;
        let mut dossier = Dossier {
            path,
            open: Some(open),
            key,
            version,
            made_for,
            handed_out_as,
            events,
            ancestry,
            tail,
            at_home: false,
            compact: true,
            lock: Some((home, lock)),
        };
        if version < schema::VERSION {
            before_migration(&dossier)?;
            schema::migrate(dossier.open_file()?.connection(), &dossier.path, version)?;
            dossier.version = schema::VERSION;
        }
        dossier.at_home = dossier.is_at_home()?;
        Ok(dossier)
    }

    /// Opens the dossier `at` a path to look at it, also while somebody else works
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
    pub fn open_to_read<'a>(at: impl Into<At<'a>>) -> Result<Self, DossierError> {
        look(at.into(), |path, key| {
            let (open, version, history) = read(path, Mode::Look, key, QUICK_CHECK)?;
            let Believed {
                events,
                ancestry,
                tail,
            } = Believed::from(path, history)?;
            let (made_for, handed_out_as) = copy_of(&open, path)?;
            Ok(Dossier {
                path: path.to_owned(),
                open: Some(open),
                key: key.cloned(),
                version,
                made_for,
                handed_out_as,
                events,
                ancestry,
                tail,
                at_home: false,
                compact: true,
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

    /// The version of the format that the file has. When it was opened to read, it
    /// can be lower than [`VERSION`](crate::VERSION): opening it to work in it would
    /// change that.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// Everything that was done, in order of place.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// By which a dossier is known wherever it is: the event with which it began.
    pub fn id(&self) -> Option<EventId> {
        self.events.first().map(|event| event.id)
    }

    /// The chains that split because two copies wrote under one name. Both branches
    /// hold; it is worth a warning, since somebody works on a copy without knowing.
    pub fn forks(&self) -> Vec<Fork> {
        self.ancestry.forks(&self.events)
    }

    /// Whose chain this copy of the dossier wrote last. It writes another after it
    /// was opened at a place where it was not written before.
    pub fn replica(&self) -> &ReplicaId {
        &self.tail.replica
    }

    /// The member for whom this copy was made, if it was made for one: what is done in
    /// it is theirs, and whoever stamps it should say so.
    pub fn made_for(&self) -> Option<MemberId> {
        self.made_for
    }

    /// The mark with which this copy was [handed out](Self::hand_out), if it was.
    pub fn handed_out_as(&self) -> Option<&str> {
        self.handed_out_as.as_deref()
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
        self.require_writable()?;
        let path = self.path.clone();
        let tail = self.tail.clone();
        let away = self
            .lock
            .as_ref()
            .filter(|_| !self.at_home)
            .map(|(home, _)| home);
        let open = self.open_file()?;
        let done = Act::begin(open.connection(), &path, stamp, entropy, tail)
            .map_err(E::from)
            .and_then(|mut act| {
                if let Some(home) = away {
                    act.settle(home, (&self.events, &self.ancestry))?;
                }
                let value = deed(&mut act)?;
                let done = act.commit(&self.events)?;
                open.require_in_place(&path)?;
                Ok((value, done))
            });
        match done {
            Ok((value, done)) => {
                self.take_over(done);
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

    /// Takes over what was committed.
    fn take_over(&mut self, done: Done) {
        let mut before = done.after;
        for event in &done.recorded {
            self.ancestry.add(event.id, before);
            before = Some(event.id);
        }
        self.events.extend(done.recorded);
        self.tail = done.tail;
        self.at_home = true;
        if done.erased.is_empty() {
            return;
        }
        for event in &mut self.events {
            if done.erased.contains(&event.id) {
                event.change = None;
            }
        }
        // The words are gone from the history; what is left of them in between the
        // others goes too, now or when it is tried again.
        self.compact = false;
        let _ = self.compact();
    }

    /// Erases the words of `events` for good, and the files that only they name;
    /// gives the events that say so. What was said in other copies, backups and
    /// exports of this dossier is not touched.
    ///
    /// # Errors
    /// [`DossierError::CannotErase`] when one of them cannot be erased; then none is.
    pub fn erase(
        &mut self,
        events: &[EventId],
        reason: &str,
        stamp: Stamp,
        entropy: &mut dyn Entropy,
    ) -> Result<Vec<Event>, DossierError> {
        let erased = |event: &EventId| Change::Erased {
            event: *event,
            reason: reason.to_owned(),
        };
        self.record(events.iter().map(erased).collect(), stamp, entropy)
    }

    /// Whether nothing is left of erased words anywhere in the file. After an
    /// erasure it is not when there was no room to write the file anew.
    pub fn is_compact(&self) -> bool {
        self.compact
    }

    /// Writes the file anew, without what is left of erased words in between the
    /// others.
    ///
    /// # Errors
    /// When there is no room for it. Nothing is lost, and it can be tried again.
    pub fn compact(&mut self) -> Result<(), DossierError> {
        self.require_writable()?;
        let through_files = self.key.is_none();
        erase::compact(self.open_file()?.connection(), through_files)
            .map_err(|error| DossierError::from_sqlite(&self.path, &error))?;
        self.compact = true;
        Ok(())
    }

    /// Makes sure that the file is open to write and is still the one at its path.
    fn require_writable(&mut self) -> Result<(), DossierError> {
        if self.lock.is_none() {
            return Err(DossierError::ReadOnly {
                path: self.path.clone(),
            });
        }
        if self.open.is_none() {
            self.open_again()?;
        }
        self.open_file()?.require_in_place(&self.path)
    }

    /// Whether the chain that this file says it writes is the one of this place.
    fn is_at_home(&self) -> Result<bool, DossierError> {
        let Some((home, _)) = &self.lock else {
            return Ok(false);
        };
        let known = home
            .replica(self.open_file()?.connection())
            .map_err(|error| DossierError::from_sqlite(&self.path, &error))?;
        let split = self
            .forks()
            .iter()
            .any(|fork| fork.replica == self.tail.replica);
        Ok(!split && known.as_ref() == Some(&self.tail.replica))
    }

    /// Closes the file, opens it again and takes over what it says.
    fn open_again(&mut self) -> Result<(), DossierError> {
        self.open = None;
        let (open, _, history) = read(&self.path, Mode::Write, self.key.as_ref(), QUICK_CHECK)?;
        let Believed {
            events,
            ancestry,
            tail,
        } = Believed::from(&self.path, history)?;
        let mut now = events.iter();
        if !self
            .events
            .iter()
            .all(|event| now.any(|other| other.id == event.id))
        {
            return Err(DossierError::Replaced {
                path: self.path.clone(),
            });
        }
        (self.events, self.ancestry, self.tail) = (events, ancestry, tail);
        self.open = Some(open);
        self.at_home = self.is_at_home()?;
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
        fingerprint::of(&self.events, &self.ancestry)
    }

    /// What nobody can know who does not have the dossier: a hash over the salts of
    /// its events. It changes with every event, and is the same in every copy.
    ///
    /// # Errors
    /// [`DossierError`] when the file cannot be read.
    pub fn secret(&self) -> Result<[u8; 32], DossierError> {
        let failed = |error| DossierError::from_sqlite(self.path(), &error);
        let connection = self.open_file()?.connection();
        let mut select = connection
            .prepare("select salt from payload order by hash")
            .map_err(failed)?;
        let mut rows = select.query([]).map_err(failed)?;
        let mut secret = Sha256::new_with_prefix(b"verantwoord-secret/1\0");
        while let Some(row) = rows.next().map_err(failed)? {
            secret.update(row.get::<_, String>("salt").map_err(failed)?);
        }
        Ok(secret.finalize().into())
    }

    /// What the dossier held when its chains ended at `heads`: the fingerprint of
    /// a report that was signed then, whatever came later or was merged since.
    ///
    /// # Errors
    /// [`DossierError::UnknownHead`] when a head is not in this dossier.
    pub fn fingerprint_of(&self, heads: &[Head]) -> Result<Fingerprint, DossierError> {
        let within = self.within(heads)?;
        let events = self
            .events
            .iter()
            .filter(|event| within.contains(&event.id));
        Ok(fingerprint::of(events, &self.ancestry))
    }

    /// The events that are here and were not when the chains ended at `heads`.
    ///
    /// # Errors
    /// [`DossierError::UnknownHead`] when a head is not in this dossier.
    pub fn since<'a>(&'a self, heads: &[Head]) -> Result<Vec<&'a Event>, DossierError> {
        let within = self.within(heads)?;
        Ok(self
            .events
            .iter()
            .filter(|event| !within.contains(&event.id))
            .collect())
    }

    /// The events that were there when the chains ended at `heads`.
    fn within(&self, heads: &[Head]) -> Result<BTreeSet<EventId>, DossierError> {
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
            None => Ok(self.ancestry.up_to(heads.iter().map(|head| &head.hash))),
        }
    }

    pub(crate) fn key(&self) -> Option<&Key> {
        self.key.as_ref()
    }

    pub(crate) fn open_file(&self) -> Result<&OpenFile, DossierError> {
        self.open.as_ref().ok_or_else(|| DossierError::Io {
            path: self.path.clone(),
            source: io::ErrorKind::NotConnected.into(),
        })
    }
}

/// For whom a file is a copy, and the mark with which it was handed out.
fn copy_of(
    open: &OpenFile,
    path: &Path,
) -> Result<(Option<MemberId>, Option<String>), DossierError> {
    let made_for = home::made_for(open.connection());
    made_for
        .and_then(|made_for| Ok((made_for, home::handed_out_as(open.connection())?)))
        .map_err(|error| DossierError::from_sqlite(path, &error))
}

/// Writes a file that holds the tables, the copy's identity and the first event.
fn write_first(
    path: &Path,
    tail: Tail,
    home: impl FnOnce(EventId) -> Home,
    first: Change,
    stamp: Stamp,
    entropy: &mut dyn Entropy,
) -> Result<(), DossierError> {
    let failed = |error| DossierError::from_sqlite(path, &error);
    let open = OpenFile::new(path, Mode::Write, None)?;
    schema::migrate(open.connection(), path, 0)?;
    let replica = tail.replica.clone();
    let mut act = Act::begin(open.connection(), path, stamp, entropy, tail)?;
    let first = act.record(first)?;
    act.commit(&[])?;
    home(first)
        .take(open.connection(), &replica)
        .map_err(failed)
}

/// A history without findings.
pub(crate) struct Believed {
    pub(crate) events: Vec<Event>,
    pub(crate) ancestry: Ancestry,
    pub(crate) tail: Tail,
}

impl Believed {
    pub(crate) fn from(path: &Path, history: History) -> Result<Self, DossierError> {
        let History {
            events,
            ancestry,
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
        Ok(Believed {
            events,
            ancestry,
            tail,
        })
    }
}

mod copying;
mod exporting;
pub(crate) mod merging;
pub(crate) mod sealing;
#[cfg(test)]
mod tests;
