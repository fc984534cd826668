//! Everything a dossier holds, taken out as JSON and put in again: for other programs, and for the day
//! on which this one is no longer there.

use std::fs::File;

use dossier::DossierError;

use crate::Application;
use crate::deliberation;
use crate::files::{name_of, open_regular};
use crate::open::Open;
use crate::problem::{Fact, Problem};
use crate::view::*;

impl Application {
    /// Writes everything the dossier holds to a new file, as JSON.
    ///
    /// # Errors
    /// When something stands at that place, nothing can be written there, or votes that nobody may see yet
    /// would stand in it.
    pub fn export_dossier(&mut self, input: OneFile) -> Result<Changed, Problem> {
        let to = self.files.path(&input.file, &[FilePurpose::Export])?;
        let open = self.open()?;
        deliberation::no_open_votes_wait(open)?;
        open.dossier().export_to(&to)?;
        Ok(self.told(self.words().format(
            "keeping-exported",
            &[
                ("name", name_of(&to).into()),
                ("count", self.open()?.state().events.into()),
            ],
        )))
    }

    /// Makes a dossier of an export, with all of its history, and opens it.
    ///
    /// # Errors
    /// When the file is no complete export, or something stands at the place of the dossier.
    pub fn import_dossier(&mut self, input: ImportDossier) -> Result<Changed, Problem> {
        let from = self.files.path(&input.from, &[FilePurpose::OpenExport])?;
        let to = self.files.path(&input.file, &[FilePurpose::NewDossier])?;
        let mut json: File = open_regular(&from, u64::MAX, "")?;
        let entropy = self.surroundings.entropy.as_mut();
        dossier::import(&mut json, &to, entropy).map_err(|error| match error {
            DossierError::NotAnExport { .. } => Problem {
                cause: Some(error.to_string()),
                ..Fact::NotAnExport {
                    name: name_of(&from),
                }
                .about("from")
            },
            DossierError::Damaged { findings, .. } => Fact::NotAnExport {
                name: name_of(&from),
            }
            .about("from")
            .with_details(findings.iter().map(crate::damage::detail)),
            other => other.into(),
        })?;
        let open = Open::to_work((&to).into(), &mut self.surroundings)?;
        Ok(self.take_up(open))
    }
}
