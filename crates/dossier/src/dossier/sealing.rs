//! Sealing: a dossier and its backups are written anew, encrypted, under another
//! passphrase, or plain again.
//!
//! Never in place: a complete file is written beside the old one, verified, and then
//! takes its name. So whenever program or power fails, the whole old or the whole new
//! file is there. What was readable is written over as far as a disk lets anybody do
//! that. Copies that others have, exports and reports are beyond reach.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, MAIN_DB, named_params};
use tempfile::TempPath;

use super::Dossier;
use crate::at::At;
use crate::backup as backups;
use crate::blob;
use crate::check::check;
use crate::connection::{Mode, OpenFile, companions};
use crate::entropy::Entropy;
use crate::error::DossierError;
use crate::file;
use crate::finding::Finding;
use crate::history::MAX_WORDS;
use crate::row::RawEvent;
use crate::schema;
use crate::secret::{Key, NewPassphrase, RecoveryCode, Secret};

/// A dossier was encrypted.
#[derive(Debug)]
pub struct Sealed {
    /// What opens it without the passphrase. It is kept nowhere.
    pub code: RecoveryCode,
    /// What became of its backups.
    pub backups: RewrittenBackups,
}

/// What became of the backups of a dossier that was encrypted or decrypted.
#[derive(Debug, Default)]
pub struct RewrittenBackups {
    /// Those that were written anew.
    pub rewritten: Vec<PathBuf>,
    /// Those that could not be: they are as they were, readable or under a passphrase
    /// from before.
    pub left: Vec<(PathBuf, DossierError)>,
}

impl Dossier {
    /// Whether it is encrypted.
    pub fn is_encrypted(&self) -> bool {
        self.key.is_some()
    }

    /// Whether it is encrypted and `secret` opens it.
    pub fn opens_with(&self, secret: &Secret) -> bool {
        self.key.as_ref().is_some_and(|key| key.is_of(secret))
    }

    /// What opens it and its backups and copies, when it is encrypted.
    pub fn opener(&self) -> Option<Secret> {
        self.key.as_ref().map(Secret::of)
    }

    /// Encrypts the dossier, or gives an encrypted one another passphrase, and then its
    /// backups in `folder`. What opened them before opens them no longer.
    ///
    /// # Errors
    /// When the new file could not be written and verified. The dossier is as it was
    /// then. A backup that cannot be rewritten is no error, but told.
    pub fn encrypt(
        &mut self,
        passphrase: &NewPassphrase,
        folder: &Path,
        entropy: &mut dyn Entropy,
    ) -> Result<Sealed, DossierError> {
        let key = passphrase.new_key(entropy)?;
        let code = key.code();
        let former = self.key.clone();
        self.put_under(Some(key))?;
        let backups = self.bring_along(folder, former.as_ref());
        Ok(Sealed { code, backups })
    }

    /// Writes the dossier without encryption, and then its backups in `folder`.
    ///
    /// # Errors
    /// Like [`encrypt`](Self::encrypt).
    pub fn decrypt(&mut self, folder: &Path) -> Result<RewrittenBackups, DossierError> {
        let former = self.key.clone();
        self.put_under(None)?;
        Ok(self.bring_along(folder, former.as_ref()))
    }

    /// Encrypts the backups in `folder` that are still readable although the dossier is
    /// encrypted: whoever encrypted it may have been cut off.
    pub fn encrypt_backups(&self, folder: &Path) -> RewrittenBackups {
        if self.is_encrypted() {
            self.bring_along(folder, None)
        } else {
            RewrittenBackups::default()
        }
    }

    /// Replaces the file by one under `key`.
    fn put_under(&mut self, key: Option<Key>) -> Result<(), DossierError> {
        self.require_writable()?;
        let path = self.path.clone();
        let part = part_of(&path)?;
        self.write_anew(&part, key.as_ref())
            .map_err(|error| error.at(&path))?;
        let identity = file::identity(&path);
        self.open_file()?.require_in_place(&path)?;
        // From here until it is opened again only the lock beside it keeps others out.
        self.open = None;
        let replaced = require_alone(&path)
            .and_then(|()| {
                if file::identity(&path) == identity {
                    Ok(())
                } else {
                    Err(DossierError::Replaced { path: path.clone() })
                }
            })
            .and_then(|()| {
                sweep(&path, &part);
                file::put_over(part, &path)
            });
        if replaced.is_ok() {
            self.key = key;
        }
        // If it cannot be read now, it is tried again before the next act.
        let _ = self.open_again();
        replaced
    }

    /// Writes all that is in this dossier into the empty file at `part`, and makes sure
    /// that it is there.
    fn write_anew(&self, part: &Path, key: Option<&Key>) -> Result<(), DossierError> {
        let failed = |error| DossierError::from_sqlite(part, &error);
        let open = OpenFile::new(part, Mode::Write, key)?;
        schema::migrate(open.connection(), part, 0)?;
        let transaction = open.connection().unchecked_transaction().map_err(failed)?;
        self.copy_rows(&transaction, part)?;
        transaction.commit().map_err(failed)?;
        drop(open);
        let found = check(At::opened_by(part, key))?;
        if !found.sound || found.fingerprint != self.fingerprint() {
            return Err(DossierError::Damaged {
                path: part.to_owned(),
                findings: found.findings,
            });
        }
        let file = File::options().write(true).open(part);
        file.and_then(|file| file.sync_all())
            .map_err(|error| DossierError::from_io(part, error))
    }

    fn copy_rows(&self, into: &Connection, part: &Path) -> Result<(), DossierError> {
        let from = self.open_file()?.connection();
        let unreadable = |error| DossierError::from_sqlite(&self.path, &error);
        let failed = |error| DossierError::from_sqlite(part, &error);
        let mut select = from
            .prepare(include_str!("../sql/select_events.sql"))
            .map_err(unreadable)?;
        let mut rows = select
            .query(named_params! { ":longest": MAX_WORDS })
            .map_err(unreadable)?;
        while let Some(row) = rows.next().map_err(unreadable)? {
            let raw = RawEvent::read(row).map_err(unreadable)?;
            let raw = raw.map_err(|(table, column)| DossierError::Damaged {
                path: self.path.clone(),
                findings: vec![Finding::UnreadableRow {
                    table,
                    row: 0,
                    column,
                }],
            })?;
            raw.insert(into).map_err(failed)?;
        }
        let mut select = from
            .prepare("select rowid, media_type from blob order by rowid")
            .map_err(unreadable)?;
        let mut rows = select.query([]).map_err(unreadable)?;
        while let Some(row) = rows.next().map_err(unreadable)? {
            let (row, media_type): (i64, String) = row.try_into().map_err(unreadable)?;
            let mut content = from
                .blob_open(MAIN_DB, c"blob", c"content", row, true)
                .map_err(unreadable)?;
            blob::store(into, part, &mut content, &media_type)?;
        }
        let mut select = from
            .prepare("select name, value from meta")
            .map_err(unreadable)?;
        let mut rows = select.query([]).map_err(unreadable)?;
        while let Some(row) = rows.next().map_err(unreadable)? {
            let (name, value): (String, String) = row.try_into().map_err(unreadable)?;
            into.execute(
                "insert into meta (name, value) values (?1, ?2)",
                [name, value],
            )
            .map_err(failed)?;
        }
        Ok(())
    }

    /// Puts the backups of this dossier in `folder` under its key. Those that are not
    /// plain are under the `former` one.
    fn bring_along(&self, folder: &Path, former: Option<&Key>) -> RewrittenBackups {
        let mut done = RewrittenBackups::default();
        let found = match backups::backups(folder) {
            Ok(found) => found,
            Err(error) => {
                done.left.push((folder.to_owned(), error));
                return done;
            }
        };
        let mark = self.id().map(backups::mark);
        for backup in found
            .into_iter()
            .filter(|it| Some(&it.dossier) == mark.as_ref())
        {
            match self.bring_one_along(&backup.path, former) {
                Ok(true) => done.rewritten.push(backup.path),
                Ok(false) => {}
                Err(error) => done.left.push((backup.path, error)),
            }
        }
        done
    }

    /// Whether the backup at `path` had to be written anew.
    fn bring_one_along(&self, path: &Path, former: Option<&Key>) -> Result<bool, DossierError> {
        let is_along = At::like(path, self)
            .examine()
            .is_ok_and(|(_, key)| key == self.key);
        if is_along {
            return Ok(false);
        }
        let theirs = Dossier::open_to_read(At::opened_by(path, former))?;
        let part = file::file_beside(path)?.into_temp_path();
        theirs
            .write_anew(&part, self.key())
            .map_err(|error| error.at(path))?;
        drop(theirs);
        require_alone(path)?;
        sweep(path, &part);
        file::put_over(part, path)?;
        Ok(true)
    }
}

/// A journal that is left of the old file would be taken for the new one's.
fn require_alone(path: &Path) -> Result<(), DossierError> {
    let journal = |path: &PathBuf| path.symlink_metadata().is_ok();
    if companions(path).iter().any(journal) {
        return Err(DossierError::HalfChanged {
            path: path.to_owned(),
        });
    }
    Ok(())
}

/// Where the dossier at `path` is written anew. Only who has its lock writes there, so
/// that what a program leaves that was cut off can be known and taken away.
fn part_path(path: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".verantwoord-part");
    path.with_file_name(name)
}

/// An empty file in which the dossier at `path` is written anew, for the same people to
/// read; gone when dropped.
fn part_of(path: &Path) -> Result<TempPath, DossierError> {
    let failed = |error| DossierError::from_io(path, error);
    tidy(path);
    let part = part_path(path);
    File::create_new(&part).map_err(failed)?;
    let temporary = TempPath::try_from_path(&part).map_err(failed)?;
    #[cfg(unix)]
    fs::metadata(path)
        .and_then(|metadata| fs::set_permissions(&part, metadata.permissions()))
        .map_err(failed)?;
    Ok(temporary)
}

/// Takes away what is left of writing the dossier at `path` anew when that was cut off.
/// Whoever calls this has its lock.
pub(crate) fn tidy(path: &Path) {
    let part = part_path(path);
    for left in companions(&part).into_iter().chain([part]) {
        if file::regular_file(&left).is_ok() {
            // What cannot be taken away is in the way, and is told then.
            let _ = fs::remove_file(left);
        }
    }
}

/// Takes away what was left in the folder of `path` longer ago when the writing of some
/// other file was cut off. It may hold what is encrypted now. `part` tells what time it is.
fn sweep(path: &Path, part: &Path) {
    const LONG_AGO: std::time::Duration = std::time::Duration::from_secs(3600);
    let written = |path: &Path| {
        file::regular_file(path).and_then(|it| {
            it.modified()
                .map_err(|error| DossierError::from_io(path, error))
        })
    };
    let (Ok(now), Some(Ok(entries))) = (written(part), path.parent().map(fs::read_dir)) else {
        return;
    };
    for left in entries.flatten().map(|entry| entry.path()) {
        let is_old = || {
            let age = written(&left).map(|then| now.duration_since(then).unwrap_or_default());
            age.is_ok_and(|age| age > LONG_AGO)
        };
        if file::is_part(&left) && is_old() {
            let _ = fs::remove_file(left);
        }
    }
}
