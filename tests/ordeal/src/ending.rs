//! The end of a dossier: once its destruction was begun, what is there and what is certified must agree.

use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};

use crate::deed::{CERTIFICATE, Deed};
use crate::program::{HOME, Programs, Ran, run};
use crate::scene::DOSSIER;

/// Whether a destruction was begun in `here`: from then on there may be no dossier any more.
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
        !(is_certified && is_there && is_readable(here)?),
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
    if !is_there {
        ensure!(is_certified, "the dossier is gone and nobody certifies it");
        return Ok(());
    }
    // Whether it is whole or not, the same once more ends it.
    let checked = run(programs.verantwoord(here, &["check", DOSSIER]), "")?;
    ensure!(
        checked.code == Some(0) || checked.err.contains("vernietiging"),
        "nobody is told what it is: {}",
        checked.err
    );
    programs.done(here, &Deed::Destroy.arguments())?;
    let certificate = fs::read_to_string(here.join(CERTIFICATE))?;
    ensure!(
        certificate.contains("\"progress\": \"done\"") && !here.join(DOSSIER).exists(),
        "it is not destroyed"
    );
    ensure!(
        !has_backups(&here.join(HOME))?,
        "its backups are not destroyed"
    );
    Ok(())
}

/// Whether anything of the dossier is left in its file.
fn is_readable(here: &Path) -> Result<bool> {
    let bytes = fs::read(here.join(DOSSIER))?;
    let mut rest = bytes.iter().skip(512);
    Ok(rest.any(|byte| *byte != 0))
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
