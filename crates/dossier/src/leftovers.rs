//! What is left of files that were being written when a program or the power failed.
//!
//! Nobody takes such a file for a whole one, but what it holds can be read: words that were erased since, or a dossier
//! that is encrypted by now. One that tells of which dossier it is goes at once when that dossier is erased in or
//! encrypted: if somebody is writing it at this moment, it would bring back what goes. Of the others nobody knows
//! whether they are being written, so they go when they are old.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::backup;
use crate::dossier::Dossier;
use crate::file;

/// Nothing is being written for longer than this.
const LONG_AGO: Duration = Duration::from_secs(3600);

impl Dossier {
    /// Takes away what is left, in the folder of this dossier and in that of its backups, of files that were not
    /// written to their end, and writes over it; gives those that are still there. There is
    /// no clock here: `now` is a file that was written a moment ago.
    pub fn take_away_leftovers(&self, backups: &Path, now: &Path) -> Vec<PathBuf> {
        let mark = self.id().map(backup::mark);
        let beside = self.path().parent();
        let folders = beside.into_iter().chain(Some(backups));
        let now = written(now);
        let mut found: Vec<PathBuf> = folders.flat_map(parts).collect();
        found.sort();
        found.dedup();
        found.retain(|part| {
            let is_ours = mark
                .as_deref()
                .is_some_and(|mark| file::is_part_of(part, mark));
            let goes = is_ours || is_old(part, now);
            !(goes && file::wipe(part).is_ok())
        });
        found
    }
}

/// Takes away the old ones in `folder`, where a file was written at `now`.
pub(crate) fn take_away_old(folder: &Path, now: &Path) {
    let now = written(now);
    for part in parts(folder) {
        if is_old(&part, now) {
            // One that stays is tried again next time.
            let _ = file::wipe(&part);
        }
    }
}

/// The files in `folder` that were not written to their end.
fn parts(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    paths
        .filter(|path| file::is_part(path) && file::regular_file(path).is_ok())
        .collect()
}

fn is_old(part: &Path, now: Option<SystemTime>) -> bool {
    let age = now
        .zip(written(part))
        .and_then(|(now, then)| now.duration_since(then).ok());
    age.is_some_and(|age| age > LONG_AGO)
}

/// When the file at `path` was written last.
fn written(path: &Path) -> Option<SystemTime> {
    fs::symlink_metadata(path).ok()?.modified().ok()
}
