//! Where words remain after they were erased in the dossier: in its backups, of which the program
//! knows, and in what others hold, which it cannot reach.

use std::collections::BTreeMap;
use std::path::Path;

use assessment::EventId;
use dossier::{At, Backup, Dossier, DossierError, check, destroy_backup};

use crate::files::name_of;
use crate::keeping::backups::{backups_in, is_of};
use crate::open::{Open, holder, stamp};
use crate::problem::Problem;
use crate::surroundings::Surroundings;
use crate::words::Words;

/// What became of the backups.
#[derive(Debug, Default)]
pub(super) struct InBackups {
    /// How many were rewritten without the words.
    pub(super) rewritten: u32,
    /// Those that were removed because they could not be rewritten, by name.
    pub(super) removed: Vec<String>,
    /// Those that could not be reached, by name.
    pub(super) left: Vec<String>,
    /// Whether their folder could not be read: nobody knows what is in there.
    pub(super) unread: bool,
    /// Files that were not written to their end and are still there, by name.
    pub(super) unfinished: Vec<String>,
}

impl InBackups {
    /// Whether no erased word is left where the program could reach it.
    pub(super) fn is_complete(&self) -> bool {
        self.left.is_empty() && !self.unread && self.unfinished.is_empty()
    }
}

/// The backups of the dossier that is open.
///
/// # Errors
/// When their folder cannot be read.
pub(super) fn of(open: &Open, folder: Option<&Path>) -> Result<Vec<Backup>, Problem> {
    let mut found = folder.map(backups_in).transpose()?.unwrap_or_default();
    found.retain(|backup| is_of(backup, open.dossier()));
    Ok(found)
}

/// Those of them that what opens the dossier does not open, by name: nobody can take anything out of them.
pub(super) fn not_opened(open: &Open, backups: &[Backup]) -> Vec<String> {
    let closed = backups.iter().filter(|it| !open.dossier().opens(it));
    closed.map(|backup| name_of(&backup.path)).collect()
}

/// Takes every word that was erased in the dossier out of its backups, and away what was left half-written. A backup
/// from which nobody can take anything is removed; one that only now cannot be rewritten is left, and told.
pub(super) fn erase_in_backups(
    open: &Open,
    folder: Option<&Path>,
    surroundings: &mut Surroundings,
) -> InBackups {
    let mut erased: BTreeMap<EventId, String> = BTreeMap::new();
    for event in open.events() {
        if let Some((_, reason)) = open.state().erased_by(event.id) {
            erased.insert(event.id, reason.to_owned());
        }
    }
    let mut done = InBackups::default();
    if erased.is_empty() {
        return done;
    }
    let folder_or_none = folder.unwrap_or(Path::new(""));
    let unfinished = open
        .dossier()
        .take_away_leftovers(folder_or_none, open.path());
    done.unfinished = unfinished.iter().map(|path| name_of(path)).collect();
    let backups = of(open, folder).unwrap_or_else(|_| {
        done.unread = true;
        Vec::new()
    });
    for backup in backups {
        match rewrite(
            At::like(&backup.path, open.dossier()),
            &erased,
            surroundings,
        ) {
            Ok(true) => done.rewritten += 1,
            Ok(false) => {}
            Err(error) if !is_lost(&error) => done.left.push(name_of(&backup.path)),
            Err(_) => {
                let now = surroundings.now();
                match destroy_backup(&backup, &holder(surroundings, now)) {
                    Ok(_) => done.removed.push(name_of(&backup.path)),
                    Err(_) => done.left.push(name_of(&backup.path)),
                }
            }
        }
    }
    done
}

/// Whether a file that is refused so will never be read again.
fn is_lost(error: &DossierError) -> bool {
    matches!(
        error,
        DossierError::Damaged { .. }
            | DossierError::DestructionBegun { .. }
            | DossierError::Encrypted { .. }
            | DossierError::NotADossier { .. }
            | DossierError::WrongSecret { .. }
    )
}

/// Erases in a backup what was erased in the dossier; tells whether anything of it was there.
fn rewrite(
    at: At<'_>,
    erased: &BTreeMap<EventId, String>,
    surroundings: &mut Surroundings,
) -> Result<bool, DossierError> {
    let now = surroundings.now();
    let mut backup = Dossier::open(at, &holder(surroundings, now))?;
    let mut by_reason: BTreeMap<&str, Vec<EventId>> = BTreeMap::new();
    for event in backup.events().iter().filter(|it| it.change.is_some()) {
        if let Some(reason) = erased.get(&event.id) {
            by_reason.entry(reason).or_default().push(event.id);
        }
    }
    if by_reason.is_empty() {
        return Ok(false);
    }
    for (reason, events) in by_reason {
        let stamp = stamp(surroundings);
        backup.erase(&events, reason, stamp, surroundings.entropy.as_mut())?;
    }
    if !backup.is_compact() {
        backup.compact()?;
    }
    let path = backup.path().to_owned();
    drop(backup);
    let found = check(at)?;
    if found.sound {
        Ok(true)
    } else {
        Err(DossierError::Damaged {
            path,
            findings: found.findings,
        })
    }
}

/// That the folder with backups could not be read, in words.
pub(super) fn unread(words: Words, folder: Option<&Path>) -> String {
    let folder = folder.unwrap_or(Path::new("")).display().to_string();
    words.format("care-backups-unread", &[("folder", folder.into())])
}

/// What no program can reach, in words.
pub(super) fn out_of_reach(words: Words) -> [String; 3] {
    ["care-others-copies", "care-inside-files", "care-disk"].map(|key| words.text(key))
}

/// The same, after a destruction.
pub(super) fn out_of_reach_of_destruction(words: Words) -> [String; 2] {
    ["care-others-copies", "care-disk"].map(|key| words.text(key))
}
