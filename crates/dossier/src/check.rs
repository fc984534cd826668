//! The full check of a dossier: everything that opening verifies, and besides it
//! every index, every page and the content of every kept file.
//!
//! A check repairs nothing, and writes nothing but what undoes a change that was
//! cut off, as every opening does.

use std::cell::RefCell;
use std::path::Path;

use assessment::{Event, ReplicaId};
use rusqlite::Connection;
use serde::Serialize;

use crate::ancestry::{Ancestry, Fork};
use crate::at::At;
use crate::blob;
use crate::connection::Mode;
use crate::error::DossierError;
use crate::finding::Finding;
use crate::fingerprint::{self, Fingerprint};
use crate::look::{look, read};
use crate::secret::Key;
use crate::settings::Setting;

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
    /// Whether it is encrypted.
    pub encrypted: bool,
    /// How many events hold.
    pub events: u64,
    /// Whose chains there are.
    pub replicas: Vec<ReplicaId>,
    /// The chains that split because two copies wrote under one name. No damage:
    /// both branches hold.
    pub forks: Vec<Fork>,
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

/// Checks the dossier `at` a path, also while somebody works in it.
///
/// # Errors
/// Damage is not an error but a finding. An error says why there was nothing to
/// check: not a dossier, too new, encrypted, a change that is not complete.
pub fn check<'a>(at: impl Into<At<'a>>) -> Result<Check, DossierError> {
    let unsound = RefCell::new(None);
    let seen = look(at.into(), |path, key| {
        let check = see(path, key)?;
        if check.sound {
            return Ok(check);
        }
        let findings = check.findings.clone();
        unsound.replace(Some(check));
        Err(DossierError::Damaged {
            path: path.to_owned(),
            findings,
        })
    });
    match seen {
        Err(DossierError::Damaged { findings, .. }) => {
            Ok(unsound.into_inner().unwrap_or_else(|| {
                report((0, false), Vec::new(), &[], &Ancestry::default(), findings)
            }))
        }
        seen => seen,
    }
}

fn see(path: &Path, key: Option<&Key>) -> Result<Check, DossierError> {
    let failed = |error| DossierError::from_sqlite(path, &error);
    let (open, version, history) = read(path, Mode::Look, key, INTEGRITY_CHECK)?;
    let mut findings = history.findings.into_vec();
    if findings.is_empty() {
        findings = blob::changed(open.connection()).map_err(failed)?;
    }
    if findings.is_empty() && open.is_encrypted() {
        findings = forged_pages(open.connection()).map_err(failed)?;
    }
    Ok(report(
        (version, open.is_encrypted()),
        open.settings().to_vec(),
        &history.events,
        &history.ancestry,
        findings,
    ))
}

/// The pages of an encrypted file that are not as they were written, also those that
/// hold nothing at the moment.
fn forged_pages(connection: &Connection) -> rusqlite::Result<Vec<Finding>> {
    let mut check = connection.prepare("pragma cipher_integrity_check")?;
    let pages = check.query_map([], |row| row.get(0))?;
    pages
        .take(100)
        .map(|message| Ok(Finding::Storage { message: message? }))
        .collect()
}

fn report(
    (version, encrypted): (u32, bool),
    pragmas: Vec<Setting>,
    events: &[Event],
    ancestry: &Ancestry,
    findings: Vec<Finding>,
) -> Check {
    let fingerprint = fingerprint::of(events, ancestry);
    let mut replicas: Vec<ReplicaId> = fingerprint
        .heads
        .iter()
        .map(|head| head.replica.clone())
        .collect();
    replicas.dedup();
    Check {
        sound: findings.is_empty(),
        findings,
        version,
        encrypted,
        events: fingerprint.events,
        replicas,
        forks: ancestry.forks(events),
        fingerprint,
        pragmas,
        sqlite: rusqlite::version(),
    }
}
