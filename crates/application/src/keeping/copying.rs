//! Copies for members to work on at home.

use assessment::Actor;

use crate::Application;
use crate::files::name_of;
use crate::problem::Problem;
use crate::view::*;

impl Application {
    /// Makes a copy of the dossier that is open, for somebody to work on elsewhere and to be merged
    /// when it comes back. It writes under a name of its own; what is done in the copy for a member is
    /// recorded as theirs.
    ///
    /// # Errors
    /// When there is no such member, something stands at that place or nothing can be written there.
    pub fn hand_out_copy(&mut self, input: HandOutCopy) -> Result<Changed, Problem> {
        let to = self.files.path(&input.file, &[FilePurpose::HandOutCopy])?;
        let member = input.member.as_deref();
        let member = member.map(|given| self.member(given)).transpose()?;
        let words = self.words();
        let (open, surroundings) = self.open_and_surroundings()?;
        open.dossier()
            .copy_for(&to, member, surroundings.entropy.as_mut())?;
        let name = ("name", name_of(&to).into());
        let notice = match member {
            None => words.format("keeping-copied", &[name]),
            Some(member) => {
                let who = open.who(Actor::Member(member), words);
                words.format("keeping-copied-for", &[name, ("who", who.into())])
            }
        };
        Ok(self.told(notice))
    }
}
