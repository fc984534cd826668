//! An act: everything that one deed of a user writes, in one transaction.
//!
//! Files and the events that name them go in together or not at all. What was
//! written counts only once the commit has returned; that is for
//! [`Dossier::act`](crate::Dossier::act) to say.

use std::collections::BTreeSet;
use std::io::{Read, Seek};
use std::path::Path;

use assessment::{Actor, Change, Event, EventId, Moment, ReplicaId};
use rusqlite::{Transaction, TransactionBehavior, named_params};

use crate::ancestry::Ancestry;
use crate::blob::{self, BlobRef, Named};
use crate::chain::{self, Header, MAX_NUMBER, SALT_LENGTH};
use crate::entropy::Entropy;
use crate::erase;
use crate::error::{DossierError, Quantity};
use crate::history::{MAX_ALL_WORDS, MAX_EVENTS, MAX_WORDS};
use crate::home::Home;

/// When something is done, and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// When, by the clock of this machine.
    pub at: Moment,
    /// Who does it.
    pub actor: Actor,
}

/// Where the next event goes.
#[derive(Debug, Clone)]
pub(crate) struct Tail {
    /// Whose chain is written.
    pub(crate) replica: ReplicaId,
    /// The last event of that chain: its place and its identity.
    pub(crate) last: Option<(u64, EventId)>,
    /// The place of the last event of all.
    pub(crate) lamport: u64,
    /// How many events there are.
    pub(crate) events: u64,
    /// How long their words are together, in bytes.
    pub(crate) words: u64,
}

/// What a deed has changed.
pub(crate) struct Done {
    pub(crate) recorded: Vec<Event>,
    /// The event that the first of them follows in its chain.
    pub(crate) after: Option<EventId>,
    /// The events of which the words were erased.
    pub(crate) erased: BTreeSet<EventId>,
    /// Where the next event goes.
    pub(crate) tail: Tail,
}

/// A deed in the course of being written.
pub struct Act<'d> {
    connection: &'d rusqlite::Connection,
    transaction: Transaction<'d>,
    path: &'d Path,
    stamp: Stamp,
    entropy: &'d mut dyn Entropy,
    tail: Tail,
    after: Option<EventId>,
    recorded: Vec<Event>,
    stored: Vec<(BlobRef, String)>,
    /// The events of which the words were erased.
    erased: BTreeSet<EventId>,
    /// Whether a step failed: what it left behind must not be committed.
    spoiled: bool,
}

impl<'d> Act<'d> {
    pub(crate) fn begin(
        connection: &'d rusqlite::Connection,
        path: &'d Path,
        stamp: Stamp,
        entropy: &'d mut dyn Entropy,
        tail: Tail,
    ) -> Result<Self, DossierError> {
        let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)
            .map_err(|error| DossierError::from_sqlite(path, &error))?;
        Ok(Act {
            connection,
            transaction,
            path,
            stamp,
            entropy,
            after: tail.last.map(|(_, id)| id),
            tail,
            recorded: Vec::new(),
            stored: Vec::new(),
            erased: BTreeSet::new(),
            spoiled: false,
        })
    }

    /// Stores a file, for an event of the same act to name. The same content is
    /// stored once, however often it comes.
    ///
    /// `source` is read from its beginning, twice.
    ///
    /// # Errors
    /// [`DossierError::TooLarge`] above [`MAX_BLOB`](crate::MAX_BLOB);
    /// [`DossierError::BlobChanging`] when the second reading gave something else.
    pub fn store_blob(
        &mut self,
        source: &mut (impl Read + Seek + ?Sized),
        media_type: &str,
    ) -> Result<BlobRef, DossierError> {
        self.step(|act| {
            let blob = blob::store(&act.transaction, act.path, source, media_type)?;
            act.stored.push((blob.clone(), media_type.to_owned()));
            Ok(blob)
        })
    }

    /// Writes one event; gives its identity, by which what it began is known.
    ///
    /// # Errors
    /// [`DossierError::NoSuchBlob`] when the change names a file that is not kept,
    /// [`DossierError::TooLarge`] when there is too much, and whatever the disk
    /// says.
    pub fn record(&mut self, change: Change) -> Result<EventId, DossierError> {
        self.step(|act| act.write(change))
    }

    /// Does one step. When it fails the whole act fails, even if whoever asked for
    /// the step does not mind.
    fn step<T>(
        &mut self,
        step: impl FnOnce(&mut Self) -> Result<T, DossierError>,
    ) -> Result<T, DossierError> {
        self.require_unspoiled()?;
        let done = step(self);
        self.spoiled = done.is_err();
        done
    }

    fn require_unspoiled(&self) -> Result<(), DossierError> {
        if self.spoiled {
            Err(DossierError::Spoiled)
        } else {
            Ok(())
        }
    }

    fn write(&mut self, change: Change) -> Result<EventId, DossierError> {
        let failed = |error| DossierError::from_sqlite(self.path, &error);
        let fault = |error| DossierError::fault(self.path, error);
        self.require_blobs(&change)?;
        let body = chain::body_of(&change).map_err(fault)?;
        self.require_room(body.len() as u64)?;
        if let Change::Erased { event, .. } = &change {
            self.tail.words -= erase::words(&self.transaction, self.path, *event)?;
            self.erased.insert(*event);
        }
        let mut salt = [0; SALT_LENGTH];
        self.entropy
            .fill(&mut salt)
            .map_err(DossierError::NoEntropy)?;

        let seq = self.tail.last.map_or(1, |(seq, _)| seq + 1);
        let lamport = self.tail.lamport + 1;
        let (at, actor) = (
            self.stamp.at.to_string(),
            chain::actor_text(self.stamp.actor),
        );
        let kind = change.kind();
        let commitment = chain::commitment(&salt, kind, &body);
        let prev = self.tail.last.map(|(_, hash)| hash.to_string());
        let replica = &self.tail.replica;
        let header = Header {
            actor: &actor,
            at: &at,
            commitment: &commitment,
            kind,
            lamport,
            prev: prev.as_deref(),
            replica: &replica.0,
            seq,
        };
        let id = header.hash().map_err(fault)?;
        let row = named_params! {
            ":replica": header.replica, ":seq": seq, ":lamport": lamport, ":at": at,
            ":actor": actor, ":kind": kind, ":commitment": commitment, ":prev": prev,
            ":hash": id.to_string(),
        };
        let insert = include_str!("sql/insert_event.sql");
        self.transaction.execute(insert, row).map_err(failed)?;
        let insert = "insert into payload (hash, salt, body) values (?1, ?2, ?3)";
        let row = (id.to_string(), hex::encode(salt), &body);
        self.transaction.execute(insert, row).map_err(failed)?;

        self.recorded.push(Event {
            id,
            replica: replica.clone(),
            seq,
            lamport,
            at: self.stamp.at,
            actor: self.stamp.actor,
            change: Some(change),
        });
        self.tail.last = Some((seq, id));
        self.tail.lamport = lamport;
        self.tail.events += 1;
        self.tail.words += body.len() as u64;
        Ok(id)
    }

    /// The connection in which the act takes place.
    pub(crate) fn connection(&self) -> &'d rusqlite::Connection {
        self.connection
    }

    /// Has the act write the chain of this place.
    pub(crate) fn settle(
        &mut self,
        home: &Home,
        history: (&[Event], &Ancestry),
    ) -> Result<(), DossierError> {
        self.step(|act| {
            let (replica, last) = home.settle(&act.transaction, act.path, history, act.entropy)?;
            act.after = last.map(|(_, id)| id);
            (act.tail.replica, act.tail.last) = (replica, last);
            Ok(())
        })
    }

    /// Commits what was added to the events `before`; gives what was done.
    pub(crate) fn commit(mut self, before: &[Event]) -> Result<Done, DossierError> {
        self.require_unspoiled()?;
        for event in &mut self.recorded {
            if self.erased.contains(&event.id) {
                event.change = None;
            }
        }
        if !self.erased.is_empty() {
            let kept = before
                .iter()
                .filter(|event| !self.erased.contains(&event.id));
            let kept = kept
                .chain(&self.recorded)
                .filter_map(|event| event.change.as_ref());
            blob::keep_only(&self.transaction, &Named::by(kept))
                .map_err(|error| DossierError::from_sqlite(self.path, &error))?;
        }
        let named = Named::by(
            self.recorded
                .iter()
                .filter_map(|event| event.change.as_ref()),
        );
        for (blob, media_type) in &self.stored {
            let fits = named
                .get(&blob.sha256)
                .is_some_and(|names| names.fit(blob.size, media_type));
            if !fits {
                return Err(DossierError::BlobUnnamed {
                    sha256: blob.sha256.clone(),
                });
            }
        }
        self.transaction
            .commit()
            .map_err(|error| DossierError::from_sqlite(self.path, &error))?;
        Ok(Done {
            recorded: self.recorded,
            after: self.after,
            erased: self.erased,
            tail: self.tail,
        })
    }

    fn require_blobs(&self, change: &Change) -> Result<(), DossierError> {
        for (sha256, names) in Named::by([change]).iter() {
            let found = blob::find(&self.transaction, sha256)
                .map_err(|error| DossierError::from_sqlite(self.path, &error))?;
            if !found.is_some_and(|(_, size, _)| names.fit_size(size)) {
                return Err(DossierError::NoSuchBlob {
                    sha256: sha256.clone(),
                });
            }
        }
        Ok(())
    }

    /// What cannot be read back must not be written.
    fn require_room(&self, words: u64) -> Result<(), DossierError> {
        let too_large = |what, limit| Err(DossierError::TooLarge { what, limit });
        if words > MAX_WORDS {
            too_large(Quantity::Words, MAX_WORDS)
        } else if self.tail.words + words > MAX_ALL_WORDS {
            too_large(Quantity::AllWords, MAX_ALL_WORDS)
        } else if self.tail.events >= MAX_EVENTS || self.tail.lamport >= MAX_NUMBER {
            too_large(Quantity::Events, MAX_EVENTS)
        } else {
            Ok(())
        }
    }
}
