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
use crate::backup::{self as backups, Backup};
use crate::blob;
use crate::check::check;
use crate::connection::{Mode, OpenFile, companions, salt_of};
use crate::entropy::Entropy;
use crate::error::DossierError;
use crate::file::{self, Readers};
use crate::finding::Finding;
use crate::former;
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
    /// Files that were not written to their end and are still there: they may hold what
    /// was readable.
    pub unfinished: Vec<PathBuf>,
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
    /// backups in `folder`. What opened them before opens them no longer. Whoever is cut
    /// off in between finishes it with [`encrypt_backups`](Self::encrypt_backups).
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
        let unfinished = self.put_under(Some(key), |dossier, part| {
            dossier.take_away_leftovers(folder, part)
        })?;
        let backups = RewrittenBackups {
            unfinished,
            ..self.encrypt_backups(folder, None)
        };
        Ok(Sealed { code, backups })
    }

    /// Writes the backups in `folder` without encryption, and then the dossier.
    ///
    /// # Errors
    /// Like [`encrypt`](Self::encrypt).
    pub fn decrypt(&mut self, folder: &Path) -> Result<RewrittenBackups, DossierError> {
        self.require_writable()?;
        // In this order whoever is cut off has an encrypted dossier and backups that are
        // encrypted again at its next opening.
        let backups = self.bring_along(folder, None, None);
        if let Err(error) = self.put_under(None, |_, _| ()) {
            self.encrypt_backups(folder, None);
            return Err(error);
        }
        Ok(backups)
    }

    /// Puts the backups in `folder` under the key of the dossier if it is encrypted and
    /// they are not, or are under a former one: whoever encrypted it may have been cut
    /// off. `former` opens those of which this dossier does not know the key.
    pub fn encrypt_backups(&self, folder: &Path, former: Option<&Secret>) -> RewrittenBackups {
        if !self.is_encrypted() {
            return RewrittenBackups::default();
        }
        let done = self.bring_along(folder, self.key(), former);
        // Which keys are needed is known where all backups are.
        let needed = done.left.iter().map(|(path, _)| salt_of(path).ok());
        if let Some(needed) = needed.collect()
            && folder.is_dir()
            && !self.is_read_only()
            && let Ok(open) = self.open_file()
        {
            // What is remembered for too long is forgotten the next time.
            let _ = former::forget_but(open.connection(), &needed);
        }
        done
    }

    /// Whether a backup is encrypted like this dossier, or not at all.
    pub fn opens(&self, backup: &Backup) -> bool {
        At::like(&backup.path, self).examine().is_ok()
    }

    /// Replaces the file by one under `key`; gives what came of what is done `before` that,
    /// when the new one is written.
    fn put_under<T>(
        &mut self,
        key: Option<Key>,
        before: impl FnOnce(&Self, &Path) -> T,
    ) -> Result<T, DossierError> {
        self.require_writable()?;
        let path = self.path.clone();
        let part = part_of(&path)?;
        let former = self.key.as_ref().filter(|_| key.is_some());
        self.write_anew(&part, key.as_ref(), former)
            .map_err(|error| error.at(&path))?;
        let done = before(self, &part);
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
            .and_then(|()| file::put_over(part, &path));
        if replaced.is_ok() {
            self.key = key;
        }
        // If it cannot be read now, it is tried again before the next act.
        let _ = self.open_again();
        replaced.map(|()| done)
    }

    /// Writes all that is in this dossier into the empty file at `part`, and makes sure
    /// that it is there. What is written remembers the keys from before where there is a
    /// `former` one.
    fn write_anew(
        &self,
        part: &Path,
        key: Option<&Key>,
        former: Option<&Key>,
    ) -> Result<(), DossierError> {
        let failed = |error| DossierError::from_sqlite(part, &error);
        let open = OpenFile::new(part, Mode::Write, key)?;
        schema::migrate(open.connection(), part, 0)?;
        let transaction = open.connection().unchecked_transaction().map_err(failed)?;
        self.copy_rows(&transaction, part)?;
        match former {
            Some(former) => former::remember(&transaction, former),
            None => former::forget(&transaction),
        }
        .map_err(failed)?;
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
            blob::copy(into, part, &self.path, &mut content, &media_type)?;
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

    /// Puts the backups of this dossier in `folder` under `key`.
    fn bring_along(
        &self,
        folder: &Path,
        key: Option<&Key>,
        former: Option<&Secret>,
    ) -> RewrittenBackups {
        let mut done = RewrittenBackups::default();
        let found = match backups::backups(folder) {
            Ok(found) => found,
            Err(error) => {
                done.left.push((folder.to_owned(), error));
                return done;
            }
        };
        let mark = self.id().map(backups::mark);
        let known = self.open_file().map(|open| former::all(open.connection()));
        let known: Vec<Key> = known.ok().and_then(Result::ok).unwrap_or_default();
        for backup in found {
            if Some(&backup.dossier) != mark.as_ref() {
                continue;
            }
            let path = backup.path;
            let openers = self.key.iter().chain(&known);
            let openers = openers
                .map(|key| At::opened_by(&path, Some(key)))
                .chain([At::with(&path, former)]);
            match bring_one_along(&path, openers, key, mark.as_deref()) {
                Ok(true) => done.rewritten.push(path),
                Ok(false) => {}
                Err(error) => done.left.push((path, error)),
            }
        }
        done
    }
}

/// Puts the backup at `path` under `key`, opened by one of `openers`, unless it is; gives
/// whether it was written anew.
fn bring_one_along<'a>(
    path: &Path,
    openers: impl Iterator<Item = At<'a>>,
    key: Option<&Key>,
    mark: Option<&str>,
) -> Result<bool, DossierError> {
    let mut refused = DossierError::Encrypted {
        path: path.to_owned(),
    };
    for at in openers {
        let theirs = match at.examine() {
            Ok((_, theirs)) if theirs.as_ref() == key => return Ok(false),
            Ok((_, theirs)) => Dossier::open_to_read(At::opened_by(path, theirs.as_ref()))?,
            Err(error) => {
                refused = error;
                continue;
            }
        };
        let part = file::file_beside(path, mark, Readers::Of(path))?.into_temp_path();
        theirs
            .write_anew(&part, key, None)
            .map_err(|error| error.at(path))?;
        drop(theirs);
        require_alone(path)?;
        file::put_over(part, path)?;
        return Ok(true);
    }
    Err(refused)
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
