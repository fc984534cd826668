//! Copies for members to work on at home.

use crate::Application;
use crate::files::name_of;
use crate::problem::Problem;
use crate::view::*;

impl Application {
    /// Makes a copy of the dossier that is open, for somebody to work on elsewhere and to be merged
    /// when it comes back. It writes under a name of its own.
    ///
    /// # Errors
    /// When something stands at that place or nothing can be written there.
    pub fn hand_out_copy(&mut self, input: OneFile) -> Result<Changed, Problem> {
        let to = self.files.path(&input.file, &[FilePurpose::HandOutCopy])?;
        let (open, surroundings) = self.open_and_surroundings()?;
        open.dossier()
            .copy_for(&to, surroundings.entropy.as_mut())?;
        let name = name_of(&to);
        Ok(self.told(
            self.words()
                .format("keeping-copied", &[("name", name.into())]),
        ))
    }
}
