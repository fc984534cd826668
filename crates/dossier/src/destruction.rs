//! Destruction: a dossier goes when its time has come, and a certificate says what
//! it was.

use std::fs::{self, File};
use std::io::{self, Read, Seek, Write};
use std::path::Path;

use assessment::{Actor, EventId, Moment};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::act::Stamp;
use crate::at::At;
use crate::backup::Backup;
use crate::connection::{Mode, companions};
use crate::dossier::Believed;
use crate::error::DossierError;
use crate::file;
use crate::fingerprint::{self, Fingerprint};
use crate::lock::{Holder, Lock};
use crate::look::{QUICK_CHECK, read};

/// What was destroyed, when and by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Certificate {
    /// The event with which the dossier began.
    pub dossier: Option<EventId>,
    /// What it held.
    pub fingerprint: Fingerprint,
    /// SHA-256 of the file, hexadecimal.
    pub sha256: String,
    /// Its length in bytes.
    pub bytes: u64,
    /// When it was destroyed.
    pub at: Moment,
    /// By whom.
    pub by: Actor,
}

/// Writes over the dossier `at` a path and takes it away, for good. Backups and other
/// copies are not touched. Disks that keep old versions of what is written, as most
/// of today do, may still hold its bytes.
///
/// # Errors
/// When somebody else works in it, or when it is no sound dossier, so that nothing
/// could be said of what it was. It is still there then, unless the disk failed
/// halfway.
pub fn destroy<'a>(
    at: impl Into<At<'a>>,
    holder: &Holder,
    stamp: Stamp,
) -> Result<Certificate, DossierError> {
    let (path, key) = at.into().examine()?;
    let lock = Lock::take(&path, holder)?;
    let believed = {
        let (_open, _, history) = read(&path, Mode::Write, key.as_ref(), QUICK_CHECK)?;
        Believed::from(&path, history)?
    };
    // SQLite is done with the file, so nothing is lost by opening it otherwise.
    let Gone { sha256, bytes } = take_away(&path)?;
    drop(lock);
    Ok(Certificate {
        dossier: believed.events.first().map(|event| event.id),
        fingerprint: fingerprint::of(&believed.events, &believed.ancestry),
        sha256,
        bytes,
        at: stamp.at,
        by: stamp.actor,
    })
}

/// A file that was written over and taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// SHA-256 of what it was, hexadecimal.
    pub sha256: String,
    /// Its length in bytes.
    pub bytes: u64,
}

/// Writes over a backup and takes it away, whether it is sound or not.
///
/// # Errors
/// When somebody has it open, or the disk does not let it go.
pub fn destroy_backup(backup: &Backup, holder: &Holder) -> Result<Gone, DossierError> {
    let path = file::absolute(&backup.path)?;
    file::regular_file(&path)?;
    let _lock = Lock::take(&path, holder)?;
    take_away(&path)
}

/// Writes over the file at `path` and takes it away, with what SQLite left beside it.
fn take_away(path: &Path) -> Result<Gone, DossierError> {
    let (sha256, bytes) = write_over(path).map_err(|error| DossierError::from_io(path, error))?;
    for companion in companions(path) {
        let _ = fs::remove_file(companion);
    }
    file::remove(path)?;
    Ok(Gone { sha256, bytes })
}

/// Writes zeros over the file; gives the hash and length of what was there.
fn write_over(path: &Path) -> io::Result<(String, u64)> {
    let mut file = File::options().read(true).write(true).open(path)?;
    let mut digest = Sha256::new();
    let mut buffer = vec![0; 64 << 10];
    let mut length = 0;
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            break;
        }
        digest.update(buffer.get(..read).unwrap_or_default());
        length += read as u64;
    }
    file.rewind()?;
    io::copy(&mut io::repeat(0).take(length), &mut file)?;
    file.flush()?;
    file.sync_all()?;
    Ok((hex::encode(digest.finalize()), length))
}
