//! The end of a dossier: it is destroyed, and a certificate says what it was.
//!
//! The certificate stands before anything goes; without it nothing is destroyed. It then says that the
//! destruction was begun, and is written once more when it is done, so that a machine that stops in
//! between leaves no certificate of something that did not happen.

use std::fs;
use std::path::Path;

use assessment::Moment;
use dossier::{At, Backup, Overwrite, destroy, destroy_backup, write_file_atomically};

use super::certificate::{Certified, CertifiedBackup, Progress};
use super::remains;
use crate::Application;
use crate::files::{name_of, unreadable};
use crate::open::{Open, at_machine, holder, stamp};
use crate::problem::{Fact, Problem};
use crate::view::*;

impl Application {
    /// Destroys the dossier that is open, and its backups when that is asked, after a certificate of it
    /// was written.
    ///
    /// # Errors
    /// When the name of the organisation is not the one that was typed, or the certificate cannot be
    /// written: then everything is still there. When the dossier itself cannot be destroyed, it is open
    /// again and there is no certificate.
    pub fn destroy_dossier(&mut self, input: DestroyDossier) -> Result<Destroyed, Problem> {
        let to = self
            .files
            .path(&input.certificate, &[FilePurpose::DestructionCertificate])?;
        let folder = self.surroundings.backups.clone();
        let words = self.words();
        let (open, surroundings) = self.open_and_surroundings()?;
        let path = open.path().to_owned();
        let name = name_of(&path);
        if open.is_read_only() {
            return Err(Fact::DossierReadOnly { name }.into());
        }
        if !is_same_name(&input.organisation, &open.state().organisation.name) {
            return Err(Fact::OrganisationDiffers.about("organisation"));
        }
        let backups = remains::of(open, folder.as_deref());
        let stamp = stamp(surroundings);
        let holder = holder(surroundings, stamp.at);
        let secret = open.dossier().opener();
        let at = At::with(&path, secret.as_ref());
        let by = at_machine(&holder.user, &holder.host);
        let mut certified = certified(open, &backups, stamp.at, by)?;
        write_file_atomically(&to, certified.text(words).as_bytes(), Overwrite::Refuse)?;

        let folder = folder.filter(|_| input.backups).unwrap_or_default();
        open.dossier().take_away_leftovers(&folder, &to);
        // The file is let go of before it is destroyed: its lock is our own.
        self.open = None;
        let destroyed = match destroy(at, &holder, stamp) {
            Ok(destroyed) => destroyed,
            Err(error) => return Err(self.not_destroyed(at, &to, error.into())),
        };
        certified.progress = Progress::Done;
        certified.bytes = destroyed.bytes;
        certified.sha256 = Some(destroyed.sha256);
        if input.backups {
            for (backup, certified) in backups.iter().zip(&mut certified.backups) {
                if let Ok(gone) = destroy_backup(backup, &holder) {
                    certified.destroyed = true;
                    certified.sha256 = Some(gone.sha256);
                }
            }
        }
        self.memory.forget(&path);
        let written =
            write_file_atomically(&to, certified.text(words).as_bytes(), Overwrite::Replace);

        let certificate = self.grant(&to, FilePurpose::DestructionCertificate);
        let named = |key: &str, name: &str| words.format(key, &[("name", name.into())]);
        let mut what = vec![named("care-destroyed", &name)];
        for backup in &certified.backups {
            let key = if backup.destroyed {
                "care-destroyed-backup"
            } else {
                "care-backup-stays"
            };
            what.push(named(key, &backup.file));
        }
        let key = match written {
            Ok(()) => "care-certificate-written",
            Err(_) => "care-certificate-unfinished",
        };
        what.push(named(key, &certificate.name));
        what.extend(remains::out_of_reach_of_destruction(words));
        Ok(Destroyed {
            what,
            certificate,
            changed: self.announced(vec![Topic::Dossier]),
        })
    }

    /// What is left to do when a dossier could not be destroyed: as long as it is whole, it is open
    /// again, and what would certify its end goes.
    fn not_destroyed(&mut self, at: At<'_>, certificate: &Path, problem: Problem) -> Problem {
        if let Ok(open) = Open::to_work(at, &mut self.surroundings) {
            self.open = Some(open);
            // If it stays, it says that the destruction was begun and no more.
            let _ = fs::remove_file(certificate);
        }
        problem
    }
}

fn certified(
    open: &Open,
    backups: &[Backup],
    at: Moment,
    by: String,
) -> Result<Certified, Problem> {
    let fingerprint = open.fingerprint();
    // Looked at from outside: reading it past SQLite would cost its locks.
    let about = fs::metadata(open.path()).map_err(|error| unreadable(open.path(), &error))?;
    Ok(Certified {
        progress: Progress::Begun,
        file: name_of(open.path()),
        organisation: open.state().organisation.name.clone(),
        dossier: open
            .dossier()
            .id()
            .map(|id| id.to_string())
            .unwrap_or_default(),
        fingerprint: fingerprint.root,
        events: fingerprint.events,
        bytes: about.len(),
        sha256: None,
        first: open.events().first().map(|event| event.at),
        last: open.last_saved(),
        at,
        by,
        program: concat!("Verantwoord ", env!("CARGO_PKG_VERSION")),
        backups: backups
            .iter()
            .map(|backup| CertifiedBackup {
                file: name_of(&backup.path),
                bytes: backup.bytes,
                sha256: None,
                destroyed: false,
            })
            .collect(),
    })
}

/// Whether somebody typed this name; white space counts for nothing.
fn is_same_name(typed: &str, name: &str) -> bool {
    typed.split_whitespace().eq(name.split_whitespace())
}
