//! The committee at work: members and interests, sessions, silent scores, positions, comments.

pub(super) mod committee;
pub(super) mod positions;
pub(super) mod rounds;
pub(super) mod sessions;

use application::view::Changed;

use super::Context;
use crate::arguments::deliberation::Of;
use crate::failure::{DONE, Failure};

impl Context<'_> {
    /// Opens a dossier to work in one of its assessments; gives the assessment.
    pub(super) fn open_of(&mut self, of: &Of) -> Result<String, Failure> {
        self.open(&of.file)?;
        Ok(self.assessment(of.assessment.as_deref())?.assessment)
    }

    /// Opens a dossier to look at one of its assessments; gives the assessment.
    pub(super) fn look_of(&mut self, of: &Of) -> Result<String, Failure> {
        self.look(&of.file)?;
        Ok(self.assessment(of.assessment.as_deref())?.assessment)
    }

    /// Says that something was saved, and what the person must know about it.
    pub(super) fn saved(&self, changed: &Changed) -> Result<u8, Failure> {
        self.notice(changed.notice.as_ref());
        self.say("cli-done-saved", &[("events", changed.events.into())])?;
        Ok(DONE)
    }
}
