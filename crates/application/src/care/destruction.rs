//! The end of a dossier: it is destroyed, and a certificate says what it was.
//!
//! The certificate stands before anything goes; without it nothing is destroyed. It then says that the
//! destruction was begun. When dossier and backups are written over it is written once more, and only
//! then does the file of the dossier go, of which nothing is left by then but a mark. So whoever is cut
//! off in between finds either a whole dossier or the mark, and can go on from there.

use std::fs;
use std::path::Path;

use assessment::Moment;
use dossier::{
    At, Backup, Destruction, Doomed, Holder, Overwrite, backups, destroy_backup, hash_backup,
    write_file_atomically,
};

use super::certificate::{Certified, CertifiedBackup, Progress};
use super::remains;
use crate::Application;
use crate::files::name_of;
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
    /// again and there is no certificate; or its destruction was begun, and can be finished.
    pub fn destroy_dossier(&mut self, input: DestroyDossier) -> Result<Destroyed, Problem> {
        let to = self
            .files
            .path(&input.certificate, &[FilePurpose::DestructionCertificate])?;
        let (open, surroundings) = self.open_and_surroundings()?;
        let path = open.path().to_owned();
        if open.is_read_only() {
            let name = name_of(&path);
            return Err(Fact::DossierReadOnly { name }.into());
        }
        if !is_same_name(&input.organisation, &open.state().organisation.name) {
            return Err(Fact::OrganisationDiffers.about("organisation"));
        }
        let folder = surroundings.backups.clone();
        let backups = remains::of(open, folder.as_deref())?;
        let stamp = stamp(surroundings);
        let holder = holder(surroundings, stamp.at);
        let secret = open.dossier().opener();
        let at = At::with(&path, secret.as_ref());
        let by = at_machine(&holder.user, &holder.host);
        let mut certified = certified(open, &backups, stamp.at, by);
        certified.with_backups = input.backups;
        let leftovers = folder.filter(|_| input.backups).unwrap_or_default();
        open.dossier().take_away_leftovers(&leftovers, &path);

        // The file is let go of before it is destroyed: its lock is our own.
        self.shut();
        let begun = self.begin(at, &holder, &mut certified, &to);
        let destruction = begun.map_err(|problem| self.not_destroyed(at, problem))?;
        self.finish(destruction, certified, &to, &holder)
    }

    /// Finishes a destruction that was cut off. The certificate is the one that was begun; where it is
    /// not at its place any more, it is made anew at the place that is given, of what is still known.
    ///
    /// # Errors
    /// When the file is not a dossier of which the destruction was begun, when it is not known where
    /// the certificate is or it cannot be written, and when the file cannot be taken away.
    pub fn finish_destruction(&mut self, input: FinishDestruction) -> Result<Destroyed, Problem> {
        let path = self.files.path(&input.file, &[FilePurpose::OpenDossier])?;
        let chosen = match &input.certificate {
            Some(given) => {
                let purposes = [FilePurpose::DestructionCertificate];
                Some(self.files.path(given, &purposes)?)
            }
            None => None,
        };
        let stamp = stamp(&mut self.surroundings);
        let holder = holder(&self.surroundings, stamp.at);
        let destruction = Destruction::resume(&path, &holder)?;
        let doomed = destruction.doomed();
        let certificate = |at: &Path| Some((Certified::of_mark(at, doomed)?, at.to_owned()));
        let found = chosen.as_deref().and_then(certificate);
        // What the mark says counts only where a certificate of this very dossier is.
        let found = found.or_else(|| doomed.certificate.as_deref().and_then(certificate));
        let (certified, to) = match (found, chosen) {
            (Some(found), _) => found,
            (None, Some(to)) => {
                let by = at_machine(&holder.user, &holder.host);
                let certified = certified_by_mark(name_of(&path), doomed, stamp.at, by);
                let text = certified.text(self.words());
                write_file_atomically(&to, text.as_bytes(), Overwrite::Refuse)?;
                (certified, to)
            }
            (None, None) => {
                let name = name_of(&path);
                return Err(Fact::CertificateNotFound { name }.about("certificate"));
            }
        };
        self.let_go_of(&path);
        self.finish(destruction, certified, &to, &holder)
    }

    /// Writes the certificate, and then over the dossier. When that fails and the dossier is still
    /// whole, the certificate goes again.
    fn begin(
        &mut self,
        at: At<'_>,
        holder: &Holder,
        certified: &mut Certified,
        to: &Path,
    ) -> Result<Destruction, Problem> {
        let mut destruction = Destruction::of(at, holder)?;
        let doomed = destruction.doomed();
        certified.bytes = doomed.bytes;
        certified.sha256 = Some(doomed.sha256.clone());
        // One that was begun before for this dossier says no more than this one does.
        let overwrite = match Certified::begun(to, &certified.dossier) {
            Some(_) => Overwrite::Replace,
            None => Overwrite::Refuse,
        };
        write_file_atomically(to, certified.text(self.words()).as_bytes(), overwrite)?;
        if let Err(error) = destruction.write_over(to) {
            if destruction.is_marked() {
                let name = certified.file.clone();
                let cause = Some(error.to_string());
                let fact = Fact::DestructionBegun { name };
                return Err(Problem {
                    cause,
                    ..fact.into()
                });
            }
            let _ = fs::remove_file(to);
            return Err(error.into());
        }
        Ok(destruction)
    }

    /// Does what is left to do once the certificate stands and the file has the mark.
    fn finish(
        &mut self,
        mut destruction: Destruction,
        mut certified: Certified,
        to: &Path,
        holder: &Holder,
    ) -> Result<Destroyed, Problem> {
        let words = self.words();
        destruction.write_over(to)?;
        let doomed = destruction.doomed();
        certified.progress = Progress::Done;
        certified.bytes = doomed.bytes;
        certified.sha256 = Some(doomed.sha256.clone());
        let folder = self.surroundings.backups.as_deref();
        let there = folder.and_then(|folder| backups(folder).ok());
        if let Some(there) = there.filter(|_| certified.with_backups) {
            // One that is not there any more is gone, unless this is another machine.
            let is_here = certified.by == at_machine(&holder.user, &holder.host);
            for certified in &mut certified.backups {
                let mut there = there.iter();
                let found = there.find(|backup| name_of(&backup.path) == certified.file);
                certified.destroyed = match found {
                    Some(backup) => destroy_backup(backup, holder).is_ok(),
                    None => is_here,
                };
            }
        }
        self.memory.forget(destruction.path());
        let certificate = self.grant(to, FilePurpose::DestructionCertificate);
        let named = |key: &str, name: &str| words.format(key, &[("name", name.into())]);
        write_file_atomically(to, certified.text(words).as_bytes(), Overwrite::Replace).map_err(
            |error| Problem {
                cause: Some(error.to_string()),
                ..Fact::CertificateUnfinished {
                    name: certificate.name.clone(),
                    dossier: certified.file.clone(),
                }
                .into()
            },
        )?;
        destruction.finish()?;

        let mut what = vec![named("care-destroyed", &certified.file)];
        for backup in &certified.backups {
            let key = if backup.destroyed {
                "care-destroyed-backup"
            } else {
                "care-backup-stays"
            };
            what.push(named(key, &backup.file));
        }
        what.push(named("care-certificate-written", &certificate.name));
        what.extend(remains::out_of_reach_of_destruction(words));
        Ok(Destroyed {
            what,
            certificate,
            changed: self.announced(vec![Topic::Dossier]),
        })
    }

    /// What is left to do when a dossier could not be destroyed: as long as it is whole, it is open
    /// again.
    fn not_destroyed(&mut self, at: At<'_>, problem: Problem) -> Problem {
        self.open = Open::to_work(at, &mut self.surroundings).ok();
        problem
    }
}

fn certified(open: &Open, backups: &[Backup], at: Moment, by: String) -> Certified {
    let fingerprint = open.fingerprint();
    let dossier = open.dossier().id();
    Certified {
        progress: Progress::Begun,
        file: name_of(open.path()),
        organisation: open.state().organisation.name.clone(),
        dossier: dossier.map(|id| id.to_string()).unwrap_or_default(),
        fingerprint: fingerprint.root,
        events: fingerprint.events,
        bytes: 0,
        sha256: None,
        first: open.events().first().map(|event| event.at),
        last: open.last_saved(),
        at,
        by,
        program: program(),
        with_backups: false,
        backups: backups
            .iter()
            .map(|backup| CertifiedBackup {
                file: name_of(&backup.path),
                bytes: backup.bytes,
                sha256: hash_backup(backup),
                destroyed: false,
            })
            .collect(),
    }
}

/// What a certificate can still say when the one that was begun is lost.
fn certified_by_mark(file: String, doomed: &Doomed, at: Moment, by: String) -> Certified {
    Certified {
        progress: Progress::Begun,
        file,
        organisation: String::new(),
        dossier: doomed.dossier.to_string(),
        fingerprint: String::new(),
        events: 0,
        bytes: doomed.bytes,
        sha256: Some(doomed.sha256.clone()),
        first: None,
        last: None,
        at,
        by,
        program: program(),
        with_backups: false,
        backups: Vec::new(),
    }
}

fn program() -> String {
    concat!("Verantwoord ", env!("CARGO_PKG_VERSION")).to_owned()
}

/// Whether somebody typed this name; white space counts for nothing.
fn is_same_name(typed: &str, name: &str) -> bool {
    typed.split_whitespace().eq(name.split_whitespace())
}
