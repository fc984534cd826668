//! Copies of an open dossier: for somebody to work in, and as a backup.
//!
//! Made by SQLite page by page, verified as a whole, and given their name last: a
//! copy that has its name is complete and sound.

use std::fs::File;
use std::path::Path;

use assessment::{MemberId, Moment};
use jiff::civil::DateTime;
use rusqlite::backup;
use rusqlite::{Connection, OpenFlags};

use super::Dossier;
use crate::at::At;
use crate::backup::{self as backups, Backup, Occasion};
use crate::check::check;
use crate::connection::{Mode, OpenFile, companions};
use crate::entropy::Entropy;
use crate::error::DossierError;
use crate::file::{self, Overwrite, Readers};
use crate::home;
use crate::leftovers;
use crate::secret::Key;
use crate::settings;

/// How many pages are copied in one go.
const PAGES: i32 = 256;

impl Dossier {
    /// Makes a complete copy at `path` that somebody can work in on another machine,
    /// to be [merged](Self::merge) later; gives the mark by which it is
    /// [known](Self::handed_out_as) then. It writes under a name of its own, and it is
    /// [made for](Self::made_for) the member that is given, or else for whom this one
    /// was made. It is encrypted when this one is, with the same passphrase.
    ///
    /// # Errors
    /// [`DossierError::AlreadyExists`] when anything is at `path`; it is left alone.
    pub fn hand_out(
        &self,
        path: &Path,
        member: Option<MemberId>,
        entropy: &mut dyn Entropy,
    ) -> Result<String, DossierError> {
        let mut mark = String::new();
        self.copy(path, |copy| {
            let open = OpenFile::new(copy, Mode::Write, self.key.as_ref())?;
            home::leave(open.connection(), copy, entropy)?;
            mark = home::mark_copy(open.connection(), copy, entropy)?;
            member.map_or(Ok(()), |it| home::make_for(open.connection(), copy, it))
        })?;
        Ok(mark)
    }

    /// Writes all of this dossier to `path`, as when a backup is put back: open that
    /// [to read](Self::open_to_read) and copy it to where it is wanted. It writes under
    /// a name of its own, and stays the copy that it was.
    ///
    /// # Errors
    /// [`DossierError::AlreadyExists`] when anything is at `path`; it is left alone.
    pub fn copy_to(&self, path: &Path, entropy: &mut dyn Entropy) -> Result<(), DossierError> {
        self.copy(path, |copy| {
            let open = OpenFile::new(copy, Mode::Write, self.key.as_ref())?;
            home::leave(open.connection(), copy, entropy)
        })
    }

    /// Makes a backup in `folder`, which is made if need be, under a name that says
    /// of which dossier it is and when it was made; then takes away the older ones
    /// of this dossier that [need not be kept](crate::to_keep).
    ///
    /// # Errors
    /// When there is no sound new backup. No older one is gone then.
    pub fn backup_now(
        &self,
        folder: &Path,
        at: Moment,
        occasion: Occasion,
    ) -> Result<Backup, DossierError> {
        let folder = file::absolute(folder)?;
        file::make_folder(&folder).map_err(|error| DossierError::from_io(&folder, error))?;
        let made = self.write_backup(&folder, at.civil(), occasion)?;
        backups::thin(&folder, &made)?;
        leftovers::take_away_old(&folder, &made.path);
        Ok(made)
    }

    /// Makes a backup in `folder` unless there is one of the same day already.
    ///
    /// # Errors
    /// Like [`backup_now`](Self::backup_now).
    pub fn ensure_daily(&self, folder: &Path, at: Moment) -> Result<Option<Backup>, DossierError> {
        let id = self.id();
        let made = backups::backups(folder)?.into_iter().any(|backup| {
            Some(backup.dossier) == id.map(backups::mark) && backup.at.date() == at.date()
        });
        if made {
            return Ok(None);
        }
        self.backup_now(folder, at, Occasion::Daily).map(Some)
    }

    fn write_backup(
        &self,
        folder: &Path,
        at: DateTime,
        occasion: Occasion,
    ) -> Result<Backup, DossierError> {
        let mut made = Backup {
            path: folder.to_owned(),
            name: backups::name_of(&self.path),
            occasion: Some(occasion),
            dossier: self.id().map(backups::mark).unwrap_or_default(),
            at,
            number: 1,
            bytes: 0,
        };
        made.number = backups::next_number(folder, &made)?;
        let last = made.number.saturating_add(100);
        loop {
            made.path = folder.join(made.file_name());
            match self.copy(&made.path, |_| Ok(())) {
                Err(DossierError::AlreadyExists { .. }) if made.number < last => made.number += 1,
                Err(error) => return Err(error),
                Ok(()) => {
                    made.bytes = file::regular_file(&made.path)?.len();
                    return Ok(made);
                }
            }
        }
    }

    /// Writes a copy to `path`, with `finish` done to it before it is verified.
    fn copy(
        &self,
        path: &Path,
        finish: impl FnOnce(&Path) -> Result<(), DossierError>,
    ) -> Result<(), DossierError> {
        let path = file::absolute(path)?;
        // A journal that is left of another file would be taken for the copy's.
        for taken in companions(&path).into_iter().chain([path.clone()]) {
            if taken.symlink_metadata().is_ok() {
                return Err(DossierError::AlreadyExists { path: taken });
            }
        }
        let mark = self.id().map(backups::mark);
        let beside =
            file::file_beside(&path, mark.as_deref(), Readers::Of(&self.path))?.into_temp_path();
        let copied = pages(self.open_file()?.connection(), &beside, self.key.as_ref())
            .map_err(|error| DossierError::from_sqlite(&beside, &error))
            .and_then(|()| finish(&beside))
            .and_then(|()| {
                let found = check(At::like(&beside, self))?;
                if !found.sound || found.fingerprint != self.fingerprint() {
                    return Err(DossierError::Damaged {
                        path: beside.to_path_buf(),
                        findings: found.findings,
                    });
                }
                let file = File::options().write(true).open(&beside);
                file.and_then(|file| file.sync_all())
                    .map_err(|error| DossierError::from_io(&beside, error))
            });
        copied.map_err(|error| error.at(&path))?;
        file::put_in_place(beside, &path, Overwrite::Refuse)
    }
}

/// Copies every page of `source`, which has this `key`, into the empty file at `path`.
fn pages(source: &Connection, path: &Path, key: Option<&Key>) -> rusqlite::Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut copy = Connection::open_with_flags(path, flags)?;
    settings::unlock(&copy, key.map(Key::to_pragma).as_ref())?;
    let backup = backup::Backup::new(source, &mut copy)?;
    loop {
        match backup.step(PAGES)? {
            backup::StepResult::Done => break,
            backup::StepResult::More => {}
            // Nobody else has the new file, and this connection is the one that writes the old.
            _ => return Err(rusqlite::Error::InvalidQuery),
        }
    }
    drop(backup);
    copy.close().map_err(|(_, error)| error)
}
