//! The end of a dossier: once its destruction was begun, what is there and what is certified must agree.

use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};

use crate::deed::{CERTIFICATE, Deed};
use crate::program::{HOME, Programs, Ran, run};
use crate::scene::DOSSIER;

/// Whether a destruction was begun in `here`: from then on there may be no dossier.
pub(crate) fn is_ending(deed: Deed, here: &Path) -> bool {
    deed == Deed::Destroy && here.join(CERTIFICATE).exists()
}

/// Whether the certificate of a destruction that was begun says what is there.
pub(crate) fn judge_ending(programs: &Programs, here: &Path, ran: &Ran) -> Result<()> {
    let certificate = fs::read_to_string(here.join(CERTIFICATE))?;
    let is_certified = certificate.contains("\"progress\": \"done\"");
    ensure!(
        is_certified || certificate.contains("\"progress\": \"begun\""),
        "half a certificate"
    );
    let is_there = here.join(DOSSIER).exists();
    ensure!(
        !(is_certified && is_there),
        "the end of a dossier that is there is certified"
    );
    let is_told = certificate.contains("\"destroyed\": false");
    ensure!(
        !is_certified || is_told || !has_backups(&here.join(HOME))?,
        "the end of backups that are there is certified"
    );
    ensure!(
        ran.code != Some(0) || !is_there,
        "the dossier was called destroyed and is there"
    );
    // As long as it is whole, it can be destroyed after all.
    if is_there && run(programs.verantwoord(here, &["check", DOSSIER]), "")?.code == Some(0) {
        fs::remove_file(here.join(CERTIFICATE))?;
        programs.done(here, &Deed::Destroy.arguments())?;
        ensure!(!here.join(DOSSIER).exists(), "it is not destroyed");
        ensure!(
            !has_backups(&here.join(HOME))?,
            "its backups are not destroyed"
        );
    }
    Ok(())
}

fn has_backups(folder: &Path) -> Result<bool> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let is_folder = entry.file_type()?.is_dir();
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".dossier") || is_folder && has_backups(&entry.path())? {
            return Ok(true);
        }
    }
    Ok(false)
}
