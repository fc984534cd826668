//! Merging: what others did in their copies becomes part of this one.
//!
//! It is the union of events, so it gives the same in any order and any number of
//! times. Every other file is opened like one from a stranger, and the result is
//! verified as a whole before it counts. What contradicts each other is told, never
//! decided.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use assessment::{AssessmentId, Change, Event, EventId, RecordedAnswer, ReplicaId, State};
use questionnaire::QuestionId;
use rusqlite::{Connection, MAIN_DB, Transaction, TransactionBehavior, named_params};

use super::{Believed, Dossier};
use crate::ancestry::Fork;
use crate::at::At;
use crate::blob::{self, Named};
use crate::error::{DossierError, Quantity};
use crate::file;
use crate::finding::Finding;
use crate::history::{History, MAX_EVENTS, MAX_WORDS, erased_by};
use crate::look::QUICK_CHECK;
use crate::row::RawEvent;
use crate::schema;

/// What a merge brought.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Merged {
    /// The events that were not here before, in order of place.
    pub added: Vec<EventId>,
    /// The events that had words here and have none any more: somebody erased them.
    pub erased: Vec<EventId>,
    /// The events that had no words here and have them again: they had been lost.
    pub recovered: Vec<EventId>,
    /// The copies of which there was nothing here before.
    pub replicas: Vec<ReplicaId>,
    /// All questions that now have answers which contradict each other, also those
    /// that had before.
    pub conflicts: Vec<Conflict>,
    /// The chains that were found to have split: somebody works, or worked, on a
    /// copy under the name of another.
    pub forks: Vec<Fork>,
}

/// A question with answers that contradict each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// In which assessment.
    pub assessment: AssessmentId,
    /// Which question.
    pub question: QuestionId,
    /// The answers, each with who gave it and when.
    pub answers: Vec<RecordedAnswer>,
}

impl Dossier {
    /// Takes in what was done in `others`, copies of this dossier. One that is encrypted
    /// like this one opens without being given anything. All of it is
    /// saved once this returns, and nothing of it when it fails; the other files are
    /// not changed.
    ///
    /// What was erased in any of them is erased in the result. So keep a backup.
    ///
    /// # Errors
    /// [`DossierError::OtherDossier`] for a file that is no copy of this one; for a
    /// file that is damaged or cannot be opened what
    /// [`open_to_read`](Self::open_to_read) says of it.
    pub fn merge<'a, A>(&mut self, others: &'a [A]) -> Result<Merged, DossierError>
    where
        A: Copy + Into<At<'a>>,
    {
        self.require_writable()?;
        let others: Vec<At<'a>> = others.iter().map(|other| (*other).into()).collect();
        let merged = self.merge_all(&others);
        if merged.is_err() {
            // As after a failed act: the file says what is saved.
            let _ = self.open_again();
        }
        merged
    }

    fn merge_all(&mut self, others: &[At<'_>]) -> Result<Merged, DossierError> {
        let failed = |error| DossierError::from_sqlite(&self.path, &error);
        let open = self.open_file()?;
        let transaction =
            Transaction::new_unchecked(open.connection(), TransactionBehavior::Immediate)
                .map_err(failed)?;
        let mut union = Union::new(&self.events);
        for other in others {
            let at = other.or_opened_by(self.key());
            let other = file::absolute(at.path())?;
            // A second connection to the open file would cost it its locks.
            let itself = file::identity(&other);
            if other == self.path || (itself.is_some() && itself == file::identity(&self.path)) {
                continue;
            }
            let theirs = Dossier::open_to_read(at)?;
            if theirs.id() != self.id() {
                return Err(DossierError::OtherDossier { path: other });
            }
            self.require_within_reach(&theirs)?;
            union.take_in(&transaction, &self.path, &theirs)?;
        }
        union.erase(&transaction).map_err(failed)?;
        if union.is_unchanged() {
            return Ok(self.merged(Merged::default(), &self.forks()));
        }
        let history = History::read(&transaction, &self.path, schema::VERSION, QUICK_CHECK)?;
        let believed = Believed::from(&self.path, history)?;
        transaction.commit().map_err(failed)?;
        open.require_in_place(&self.path)?;

        let forks = self.forks();
        let mut merged = Merged {
            erased: union.erased.into_iter().collect(),
            recovered: union.recovered.into_iter().collect(),
            ..Merged::default()
        };
        let replicas: BTreeSet<&ReplicaId> = self.events.iter().map(|it| &it.replica).collect();
        let mut added_by = BTreeSet::new();
        for event in &believed.events {
            if union.added.contains(&event.id) {
                merged.added.push(event.id);
                if !replicas.contains(&event.replica) {
                    added_by.insert(event.replica.clone());
                }
            }
        }
        merged.replicas = added_by.into_iter().collect();
        let Believed {
            events,
            ancestry,
            tail,
        } = believed;
        (self.events, self.ancestry, self.tail) = (events, ancestry, tail);
        self.at_home = self.is_at_home()?;
        if !merged.erased.is_empty() {
            self.compact = false;
            let _ = self.compact();
        }
        Ok(self.merged(merged, &forks))
    }

    /// Refuses a copy that counts further than any copy can have come. Each event counts one further than all before
    /// it; one that skips to the end would leave no number for what comes after.
    fn require_within_reach(&self, theirs: &Dossier) -> Result<(), DossierError> {
        let furthest = self.tail.lamport.saturating_add(MAX_EVENTS);
        match theirs.events.iter().find(|it| it.lamport > furthest) {
            None => Ok(()),
            Some(event) => Err(damaged(
                &theirs.path,
                vec![Finding::ChainBroken {
                    replica: event.replica.clone(),
                    seq: event.seq,
                }],
            )),
        }
    }

    /// Adds to `merged` what there is to say about the result.
    fn merged(&self, mut merged: Merged, forks_before: &[Fork]) -> Merged {
        merged.forks = self.forks();
        merged.forks.retain(|fork| !forks_before.contains(fork));
        merged.conflicts = State::from_events(&self.events)
            .assessments_in_order()
            .into_iter()
            .flat_map(|(assessment, state)| {
                let conflict = move |question: &QuestionId| Conflict {
                    assessment,
                    question: question.clone(),
                    answers: state.answers.get(question).cloned().unwrap_or_default(),
                };
                state
                    .conflicts()
                    .into_iter()
                    .map(conflict)
                    .collect::<Vec<_>>()
            })
            .collect();
        merged
    }
}

/// The events of several copies, while they come together.
struct Union {
    /// Each event with what it says, as far as anybody has its words.
    events: BTreeMap<EventId, Option<Change>>,
    erasures: BTreeSet<EventId>,
    added: BTreeSet<EventId>,
    recovered: BTreeSet<EventId>,
    erased: BTreeSet<EventId>,
}

impl Union {
    fn new(events: &[Event]) -> Self {
        Union {
            events: events.iter().map(|it| (it.id, it.change.clone())).collect(),
            erasures: erased_by(events).collect(),
            added: BTreeSet::new(),
            recovered: BTreeSet::new(),
            erased: BTreeSet::new(),
        }
    }

    fn is_unchanged(&self) -> bool {
        self.added.is_empty() && self.recovered.is_empty() && self.erased.is_empty()
    }

    /// Copies what `theirs` has and nobody had so far into the file at `path`.
    fn take_in(
        &mut self,
        into: &Connection,
        path: &Path,
        theirs: &Dossier,
    ) -> Result<(), DossierError> {
        let failed = |error| DossierError::from_sqlite(path, &error);
        let unreadable = |error| DossierError::from_sqlite(theirs.path(), &error);
        let from = theirs.open_file()?.connection();
        let findings = blob::changed(from).map_err(unreadable)?;
        if !findings.is_empty() {
            return Err(damaged(theirs.path(), findings));
        }
        self.erasures.extend(erased_by(theirs.events()));
        for event in theirs.events() {
            match self.events.get(&event.id) {
                None => {
                    self.added.insert(event.id);
                }
                Some(None) if event.change.is_some() && !self.erasures.contains(&event.id) => {
                    self.recovered.insert(event.id);
                }
                Some(_) => continue,
            }
            self.events.insert(event.id, event.change.clone());
        }
        if self.events.len() as u64 > MAX_EVENTS {
            return Err(DossierError::TooLarge {
                what: Quantity::Events,
                limit: MAX_EVENTS,
            });
        }

        let mut select = from
            .prepare(include_str!("../sql/select_events.sql"))
            .map_err(unreadable)?;
        let mut rows = select
            .query(named_params! { ":longest": MAX_WORDS })
            .map_err(unreadable)?;
        while let Some(row) = rows.next().map_err(unreadable)? {
            let raw = RawEvent::read(row).map_err(unreadable)?;
            let raw = raw.map_err(|(table, column)| {
                let finding = Finding::UnreadableRow {
                    table,
                    row: 0,
                    column,
                };
                damaged(theirs.path(), vec![finding])
            })?;
            let is_erased = self.erasures.contains(&raw.hash) && Change::is_erasable(raw.kind);
            let raw = RawEvent {
                words: raw.words.filter(|_| !is_erased),
                ..raw
            };
            raw.insert(into).map_err(failed)?;
        }
        let mut select = from
            .prepare("select rowid, sha256, media_type from blob")
            .map_err(unreadable)?;
        let mut rows = select.query([]).map_err(unreadable)?;
        while let Some(row) = rows.next().map_err(unreadable)? {
            let (row, sha256, media_type): (i64, String, String) =
                row.try_into().map_err(unreadable)?;
            if blob::find(into, &sha256).map_err(failed)?.is_none() {
                let mut content = from
                    .blob_open(MAIN_DB, c"blob", c"content", row, true)
                    .map_err(unreadable)?;
                blob::copy(into, path, theirs.path(), &mut content, &media_type)?;
            }
        }
        Ok(())
    }

    /// Erases what anybody has erased, and the files that nobody names any more.
    fn erase(&mut self, into: &Connection) -> rusqlite::Result<()> {
        for event in &self.erasures {
            let Some(change) = self.events.get_mut(event) else {
                continue;
            };
            if change
                .as_ref()
                .is_some_and(|change| Change::is_erasable(change.kind()))
            {
                *change = None;
                if !self.added.contains(event) {
                    self.erased.insert(*event);
                }
                self.recovered.remove(event);
                into.execute("delete from payload where hash = ?1", [event.to_string()])?;
            }
        }
        if self.is_unchanged() {
            return Ok(());
        }
        blob::keep_only(into, &Named::by(self.events.values().flatten()))
    }
}

fn damaged(path: &Path, findings: Vec<Finding>) -> DossierError {
    DossierError::Damaged {
        path: path.to_owned(),
        findings,
    }
}
