//! The full check of a dossier: everything that opening verifies, and besides it
//! every index, every page and the content of every kept file.
//!
//! A check writes nothing and repairs nothing.

use std::path::Path;

use assessment::ReplicaId;
use serde::Serialize;

use crate::blob;
use crate::connection::{self, Mode, Setting};
use crate::dossier::{Open, read_at_once};
use crate::error::DossierError;
use crate::file;
use crate::finding::Finding;
use crate::fingerprint::{self, Fingerprint};
use crate::history::History;

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Check {
    /// Whether everything is as it was written.
    pub sound: bool,
    /// What is not.
    pub findings: Vec<Finding>,
    /// The version of the format.
    pub version: u32,
    /// How many events hold.
    pub events: u64,
    /// Whose chains there are.
    pub replicas: Vec<ReplicaId>,
    /// The fingerprint of the events that hold.
    pub fingerprint: Fingerprint,
    /// The settings of SQLite with which it was read; the same are in force when a
    /// dossier is written.
    pub pragmas: Vec<Setting>,
    /// The version of SQLite.
    pub sqlite: &'static str,
}

/// What is run besides the verification of the history.
const INTEGRITY_CHECK: &str = "pragma integrity_check(100)";
/// How often to look at a dossier that somebody else is writing at this moment.
const LOOKS: u32 = 5;

/// Checks the dossier at `path`.
///
/// # Errors
/// Damage is not an error but a finding. An error says why there was nothing to
/// check: not a dossier, too new, interrupted halfway a change.
pub fn check(path: &Path) -> Result<Check, DossierError> {
    let path = file::absolute(path)?;
    let refused = match look(&path, Mode::Check) {
        Err(refused @ (DossierError::LockedBy { .. } | DossierError::Interrupted { .. })) => {
            refused
        }
        other => return other,
    };
    let mut last = Err(refused);
    for _ in 0..LOOKS {
        match look(&path, Mode::Snapshot) {
            Ok(check) if check.sound => return Ok(check),
            // Half of an interrupted change is no damage.
            Ok(_) if matches!(last, Err(DossierError::Interrupted { .. })) => {}
            other => last = other,
        }
    }
    last
}

fn look(path: &Path, mode: Mode) -> Result<Check, DossierError> {
    match look_deeply(path, mode) {
        Err(DossierError::Damaged { findings, .. }) => {
            Ok(report(0, Vec::new(), History::default(), findings))
        }
        other => other,
    }
}

fn look_deeply(path: &Path, mode: Mode) -> Result<Check, DossierError> {
    let version = connection::version(path)?;
    let (open, settings) = Open::new(path, mode)?;
    let mut history = read_at_once(open.get(), path, version, mode, INTEGRITY_CHECK)?;
    let mut findings = std::mem::take(&mut history.findings).into_vec();
    if findings.is_empty() {
        match blob::changed(open.get()).map_err(|error| connection::from_sqlite(path, mode, &error))
        {
            Ok(changed) => findings.extend(changed),
            Err(DossierError::Damaged {
                findings: damage, ..
            }) => findings.extend(damage),
            Err(other) => return Err(other),
        }
    }
    Ok(report(version, settings, history, findings))
}

fn report(version: u32, pragmas: Vec<Setting>, history: History, findings: Vec<Finding>) -> Check {
    let fingerprint = fingerprint::of(&history.events);
    Check {
        sound: findings.is_empty(),
        findings,
        version,
        events: fingerprint.events,
        replicas: fingerprint
            .heads
            .iter()
            .map(|head| head.replica.clone())
            .collect(),
        fingerprint,
        pragmas,
        sqlite: rusqlite::version(),
    }
}
