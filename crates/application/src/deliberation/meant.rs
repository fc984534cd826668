//! What somebody means on the command line: a session by its day or identity, a round by its identity, an
//! AI application by its name, or else the one that lies at hand.

use super::known;
use crate::Application;
use crate::files::label;
use crate::problem::{Fact, Problem};

/// The fewest characters of an identity that name something.
const FEWEST: usize = 4;

impl Application {
    /// The session that is meant: by its day or the first characters of its identity, or else the one that
    /// goes on, or else the first that has not begun.
    ///
    /// # Errors
    /// When there is none, or the name fits several.
    pub fn session_meant(&self, assessment: &str, named: Option<&str>) -> Result<String, Problem> {
        let assessed = self.assessed(assessment)?;
        let all = assessed.state.sessions.in_order();
        let unknown = |given: &str| {
            let given = label(given);
            Fact::UnknownSession { given }.about("session")
        };
        let Some(named) = named else {
            let running = all.iter().find(|(_, it)| it.is_running());
            let next = all.iter().find(|(_, it)| it.started.is_none());
            let meant = running.or(next).or(all.last());
            return meant
                .map(|(id, _)| id.to_string())
                .ok_or_else(|| unknown(""));
        };
        let mut fitting = all.iter().filter(|(id, session)| {
            session.session.date.to_string() == named
                || (named.len() >= FEWEST && id.to_string().starts_with(named))
        });
        match (fitting.next(), fitting.next()) {
            (Some((id, _)), None) => Ok(id.to_string()),
            _ => Err(unknown(named)),
        }
    }

    /// The round that is meant: by the first characters of its identity, or else the latest.
    ///
    /// # Errors
    /// When there is none, or the name fits several.
    pub fn round_meant(&self, assessment: &str, named: Option<&str>) -> Result<String, Problem> {
        let assessed = self.assessed(assessment)?;
        let rounds = &assessed.state.rounds;
        let unknown = |given: &str| {
            let given = label(given);
            Fact::UnknownRound { given }.about("round")
        };
        let Some(named) = named else {
            let latest = rounds.iter().max_by_key(|(_, round)| round.order);
            return latest
                .map(|(id, _)| id.to_string())
                .ok_or_else(|| unknown(""));
        };
        let fits = |id: &str| named.len() >= FEWEST && id.starts_with(named);
        let ids = rounds.keys().map(ToString::to_string);
        let mut fitting = ids.filter(|id| fits(id));
        match (fitting.next(), fitting.next()) {
            (Some(id), None) => Ok(id),
            _ => Err(unknown(named)),
        }
    }

    /// The AI application of this name, or with this identity.
    ///
    /// # Errors
    /// When there is none.
    pub fn subject_meant(&self, named: &str) -> Result<String, Problem> {
        let subjects = self.open()?.subjects_in_order();
        let found = subjects.iter().find(|(_, it)| it.name == named.trim());
        if let Some((id, _)) = found {
            return Ok(id.to_string());
        }
        let all = &self.open()?.state().subjects;
        let unknown = |given| Fact::UnknownSubject { given }.about("subject");
        Ok(known(all, named, unknown)?.0.to_string())
    }
}
