//! The full check of a dossier: everything that opening verifies, and besides it
//! every index, every page and the content of every kept file.
//!
//! A check repairs nothing, and writes nothing but what undoes a change that was
//! cut off, as every opening does.

use std::cell::RefCell;
use std::path::Path;

use assessment::{Event, ReplicaId};
use serde::Serialize;

use crate::ancestry::{Ancestry, Fork};
use crate::blob;
use crate::connection::Mode;
use crate::error::DossierError;
use crate::file;
use crate::finding::Finding;
use crate::fingerprint::{self, Fingerprint};
use crate::look::{look, read};
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

/// Checks the dossier at `path`, also while somebody works in it.
///
/// # Errors
/// Damage is not an error but a finding. An error says why there was nothing to
/// check: not a dossier, too new, a change that is not complete.
pub fn check(path: &Path) -> Result<Check, DossierError> {
    let path = file::absolute(path)?;
    let unsound = RefCell::new(None);
    let seen = look(&path, || {
        let check = see(&path)?;
        if check.sound {
            return Ok(check);
        }
        let findings = check.findings.clone();
        unsound.replace(Some(check));
        Err(DossierError::Damaged {
            path: path.clone(),
            findings,
        })
    });
    match seen {
        Err(DossierError::Damaged { findings, .. }) => Ok(unsound
            .into_inner()
            .unwrap_or_else(|| report(0, Vec::new(), &[], &Ancestry::default(), findings))),
        seen => seen,
    }
}

fn see(path: &Path) -> Result<Check, DossierError> {
    let (open, version, history) = read(path, Mode::Look, INTEGRITY_CHECK)?;
    let mut findings = history.findings.into_vec();
    if findings.is_empty() {
        let changed = blob::changed(open.connection());
        findings = changed.map_err(|error| DossierError::from_sqlite(path, &error))?;
    }
    Ok(report(
        version,
        open.settings().to_vec(),
        &history.events,
        &history.ancestry,
        findings,
    ))
}

fn report(
    version: u32,
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
        events: fingerprint.events,
        replicas,
        forks: ancestry.forks(events),
        fingerprint,
        pragmas,
        sqlite: rusqlite::version(),
    }
}
