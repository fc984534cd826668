//! Backups: made without being asked, listed, and put back beside what there is.
//!
//! Before a dossier changes as a whole there has to be a backup, or the change is refused. The one of
//! each day of work is made on the side: when it fails the work goes on, and the person is told.

use std::path::{Path, PathBuf};

use assessment::{Moment, State};
use dossier::{At, Backup, Dossier, DossierError, Occasion, Secret, backups};

use crate::Application;
use crate::files::{label, name_of};
use crate::open::{Open, whole};
use crate::problem::{Detail, Fact, Problem};
use crate::surroundings::Surroundings;
use crate::view::*;
use crate::words::Words;

/// The backups in a folder, newest first.
///
/// # Errors
/// When it cannot be read.
pub(crate) fn backups_in(folder: &Path) -> Result<Vec<Backup>, Problem> {
    backups(folder).map_err(|error| Problem {
        cause: Some(error.to_string()),
        ..Fact::BackupsUnreadable {
            folder: folder.display().to_string(),
        }
        .into()
    })
}

impl Application {
    /// The backups of the dossier that is open; of all dossiers when none is. Each is read, and its
    /// history verified.
    ///
    /// # Errors
    /// When the folder of the backups cannot be read.
    pub fn backups_page(&mut self, _: Nothing) -> Result<BackupsPage, Problem> {
        let words = self.words();
        let folder = self.surroundings.backups.clone();
        let secret = self.secret(None)?;
        let mut found = match &folder {
            Some(folder) => backups_in(folder)?,
            None => Vec::new(),
        };
        let dossier = self.open.as_ref().map(Open::dossier);
        if let Some(dossier) = dossier {
            found.retain(|backup| is_of(backup, dossier));
        }
        Ok(BackupsPage {
            folder: folder.map(|folder| label(&folder.to_string_lossy())),
            backups: found
                .iter()
                .map(|backup| view(backup, dossier, secret.as_ref(), words))
                .collect(),
            explanation: words.text("keeping-backups-explained"),
            can_back_up: self.open.is_some() && self.surroundings.backups.is_some(),
        })
    }

    /// Makes a backup of the dossier that is open.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn back_up_now(&mut self, _: Nothing) -> Result<Changed, Problem> {
        let now = self.surroundings.now();
        let made = make(
            self.open()?.dossier(),
            &self.surroundings,
            now,
            Occasion::Asked,
        )?;
        Ok(self.told(
            self.words()
                .format("keeping-backed-up", &[("name", name_of(&made.path).into())]),
        ))
    }

    /// Puts a backup back as a new file, which is not opened. What there is stays as it is. The
    /// subject of what is answered is the handle of the new file.
    ///
    /// # Errors
    /// When there is no such backup, when it is not sound, or when something stands at that place.
    pub fn restore_backup(&mut self, input: RestoreBackup) -> Result<Changed, Problem> {
        let to = self.files.path(&input.file, &[FilePurpose::NewDossier])?;
        let known = match &self.surroundings.backups {
            Some(folder) => backups_in(folder)?,
            None => Vec::new(),
        };
        let backup = known
            .into_iter()
            .find(|backup| id(backup) == input.backup)
            .ok_or_else(|| {
                Fact::UnknownBackup {
                    given: label(&input.backup),
                }
                .about("backup")
            })?;
        self.put_back(&backup.path, &to)
    }

    /// Puts the backup at `path` back as a new file at `to`.
    ///
    /// # Errors
    /// As for [`restore_backup`](Self::restore_backup).
    pub fn put_back(&mut self, path: &Path, to: &Path) -> Result<Changed, Problem> {
        let secret = self.secret(None)?;
        let at = At::with(path, secret.as_ref());
        let backup = whole(at, &mut self.surroundings, Dossier::open_to_read)?;
        backup.copy_to(to, self.surroundings.entropy.as_mut())?;
        let file = self.grant(to, FilePurpose::OpenDossier);
        let notice = self.words().format(
            "keeping-restored",
            &[("name", file.name.into()), ("folder", file.folder.into())],
        );
        Ok(Changed {
            subject: Some(file.handle.0),
            ..self.told(notice)
        })
    }

    /// The backups of the dossier at `path`, the latest first; by its name where it cannot be read.
    ///
    /// # Errors
    /// When the folder of the backups cannot be read.
    pub fn backups_of(&mut self, path: &Path) -> Result<Vec<BackupView>, Problem> {
        let words = self.words();
        let (dossier, found) = self.find_backups_of(path)?;
        let secret = self.secret(None)?;
        Ok(found
            .iter()
            .map(|backup| view(backup, dossier.as_ref(), secret.as_ref(), words))
            .collect())
    }

    /// Where the latest backup of the dossier at `path` is.
    ///
    /// # Errors
    /// When there is none.
    pub fn latest_backup_of(&mut self, path: &Path) -> Result<PathBuf, Problem> {
        let (_, found) = self.find_backups_of(path)?;
        let found = found.into_iter().next();
        found.map(|backup| backup.path).ok_or_else(|| {
            Fact::NoBackup {
                name: name_of(path),
            }
            .into()
        })
    }

    /// The dossier at `path`, if it can be read, and its backups.
    fn find_backups_of(&mut self, path: &Path) -> Result<(Option<Dossier>, Vec<Backup>), Problem> {
        let Some(folder) = self.surroundings.backups.clone() else {
            return Ok((None, Vec::new()));
        };
        let secret = self.secret(None)?;
        let at = At::with(path, secret.as_ref());
        let read = whole(at, &mut self.surroundings, Dossier::open_to_read).ok();
        let mut found = backups_in(&folder)?;
        found.retain(|backup| match &read {
            Some(dossier) => is_of(backup, dossier),
            None => backup.is_named_after(path),
        });
        Ok((read, found))
    }

    /// That there is no backup of this day, and why, as a sentence.
    pub(crate) fn not_backed_up(&self, problem: &Problem) -> String {
        let reason = problem.what(self.language);
        self.words()
            .format("keeping-not-backed-up", &[("reason", reason.into())])
    }
}

/// Makes a backup that has to be there before something else is done.
pub(crate) fn make(
    dossier: &Dossier,
    surroundings: &Surroundings,
    now: Moment,
    occasion: Occasion,
) -> Result<Backup, Problem> {
    let folder = place(surroundings)?;
    dossier
        .backup_now(folder, now, occasion)
        .map_err(|error| Problem {
            cause: Some(error.to_string()),
            ..Problem::from(Fact::BackupNotMade {
                name: name_of(dossier.path()),
            })
            .with_details([reason(folder, error)])
        })
}

/// Makes the backup of this day, unless there is one.
pub(crate) fn ensure_daily(
    dossier: &Dossier,
    surroundings: &Surroundings,
    now: Moment,
) -> Result<(), Problem> {
    let folder = place(surroundings)?;
    let made = dossier.ensure_daily(folder, now);
    made.map(drop).map_err(|error| not_written(folder, error))
}

fn place(surroundings: &Surroundings) -> Result<&Path, Problem> {
    let folder = surroundings.backups.as_deref();
    folder.ok_or_else(|| Fact::NoPlaceForBackups.into())
}

/// Why a backup could not be written, in words about the folder of the backups.
fn not_written(folder: &Path, error: DossierError) -> Problem {
    use DossierError as E;
    match error {
        E::ReadOnly { .. } | E::Io { .. } | E::AlreadyExists { .. } | E::NotFound { .. } => {
            Fact::FileUnwritable {
                name: label(&folder.to_string_lossy()),
                reason: error.to_string(),
            }
            .into()
        }
        other => other.into(),
    }
}

fn reason(folder: &Path, error: DossierError) -> Detail {
    let problem = not_written(folder, error);
    Detail::Localised {
        nl: problem.what(messages::Language::Nl),
        en: problem.what(messages::Language::En),
    }
}

pub(crate) fn is_of(backup: &Backup, dossier: &Dossier) -> bool {
    let id = dossier.id().map(|id| id.to_string());
    id.is_some_and(|id| id.starts_with(&backup.dossier))
}

fn id(backup: &Backup) -> String {
    name_of(&backup.path)
}

/// A backup as it is shown: read with what opens its dossier, or else with `secret`.
fn view(
    backup: &Backup,
    dossier: Option<&Dossier>,
    secret: Option<&Secret>,
    words: Words,
) -> BackupView {
    let mut read = match dossier {
        Some(dossier) => Dossier::open_to_read(At::like(&backup.path, dossier)),
        None => Dossier::open_to_read(At::with(&backup.path, secret)),
    };
    let of_other_passphrase = matches!(
        (&read, dossier),
        (Err(DossierError::Encrypted { .. }), Some(_))
    );
    if of_other_passphrase && secret.is_some() {
        // What was given may be the passphrase of this backup.
        read = Dossier::open_to_read(At::with(&backup.path, secret));
    }
    let sound = read.as_ref().ok();
    let state = sound.map(|dossier| State::from_events(dossier.events()));
    let last = sound.and_then(|dossier| dossier.events().last());
    let occasion = backup.occasion.map_or("unknown", Occasion::word);
    BackupView {
        id: id(backup),
        dossier: label(&backup.name),
        at: words.civil(backup.at),
        why: words.text(&format!("keeping-backup-{occasion}")),
        events: state.as_ref().map(|state| state.events),
        organisation: state.map(|state| state.organisation.name),
        size: words.size(backup.bytes),
        last_saved: last.map(|event| words.moment(event.at)),
        verified: sound.is_some(),
        problem: match read.err() {
            Some(_) if of_other_passphrase => Some(words.text("keeping-opens-with-former")),
            error => error.map(|error| Problem::from(error).what(words.language)),
        },
    }
}
