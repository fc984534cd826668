//! Copies for members to work on at home: handing one out, who has one, and that it came back.
//!
//! Where a copy was handed out, the dossier says so; where it is merged, that it came back. Nobody can
//! know that a copy is lost: somebody has to say it.

use std::fs;

use assessment::copies::{CopyState, HandedOut};
use assessment::{Actor, Change, CopyId};

use crate::Application;
use crate::files::{label, name_of};
use crate::open::Open;
use crate::problem::{Fact, Problem};
use crate::typed;
use crate::view::*;
use crate::words::Words;

impl Application {
    /// Makes a copy of the dossier that is open, for somebody to work on elsewhere and to be merged
    /// when it comes back, and writes down who has it. It writes under a name of its own; what is done
    /// in the copy for a member is recorded as theirs.
    ///
    /// # Errors
    /// When there is no such member, something stands at that place or nothing can be written there;
    /// then there is no copy. Where the dossier is only looked at, nothing is written down, and that is
    /// told.
    pub fn hand_out_copy(&mut self, input: HandOutCopy) -> Result<Changed, Problem> {
        let to = self.files.path(&input.file, &[FilePurpose::HandOutCopy])?;
        let member = input.member.as_deref();
        let member = member.map(|given| self.member(given)).transpose()?;
        let words = self.words();
        let (open, surroundings) = self.open_and_surroundings()?;
        let entropy = surroundings.entropy.as_mut();
        let mark = open.dossier().hand_out(&to, member, entropy)?;
        let named = ("name", name_of(&to).into());
        let notice = match member {
            None => words.format("keeping-copied", &[named]),
            Some(member) => {
                let who = open.who(Actor::Member(member), words);
                words.format("keeping-copied-for", &[named, ("who", who.into())])
            }
        };
        if open.is_read_only() {
            let unnoted = words.text("keeping-copy-not-noted");
            return Ok(self.told(format!("{notice} {unnoted}")));
        }
        let file = name_of(&to);
        let handed_out = Change::CopyHandedOut(HandedOut { mark, member, file });
        match self.record(handed_out, vec![Topic::Care]) {
            Ok(changed) => Ok(Changed {
                notice: Some(notice),
                ..changed
            }),
            Err(problem) => {
                // Nobody has it yet, and nobody would know of it.
                let _ = fs::remove_file(&to);
                Err(problem)
            }
        }
    }

    /// The copies that were handed out, those that are out first.
    ///
    /// # Errors
    /// When no dossier is open.
    pub fn copies_page(&mut self, _: Nothing) -> Result<CopiesPage, Problem> {
        let words = self.words();
        let open = self.open()?;
        let mut copies: Vec<_> = open.state().copies_in_order();
        copies.reverse();
        copies.sort_by_key(|(_, copy)| !copy.is_out());
        Ok(CopiesPage {
            copies: copies
                .into_iter()
                .map(|(id, copy)| view(open, words, id, copy))
                .collect(),
        })
    }

    /// Writes down that a copy will not come back, and why. Where it comes back all the same, it is
    /// taken in like any other.
    ///
    /// # Errors
    /// When there is no such copy, it is not out, or no reason is given.
    pub fn give_up_copy(&mut self, input: GiveUpCopy) -> Result<Changed, Problem> {
        let reason = typed::said(&input.reason, "reason")?;
        let open = self.open()?;
        let unknown = || unknown(&input.copy);
        let copy: CopyId = input.copy.parse().map_err(|_| unknown())?;
        let state = open.state().copies.get(&copy).ok_or_else(unknown)?;
        if !state.is_out() {
            let name = state.copy.file.clone();
            return Err(Fact::CopyNotOut { name }.about("copy"));
        }
        self.record(Change::CopyGivenUp { copy, reason }, vec![Topic::Care])
    }

    /// The copy that is meant: by the first characters of its identity, or by the name of its file. Of
    /// several, one that is out comes first, and then the earliest.
    ///
    /// # Errors
    /// When there is none.
    pub fn copy_meant(&self, given: &str) -> Result<String, Problem> {
        let meant = |(id, copy): &(CopyId, &CopyState)| {
            copy.copy.file == given || (given.len() >= 8 && id.to_string().starts_with(given))
        };
        let copies = self.open()?.state().copies_in_order().into_iter();
        match copies.filter(meant).min_by_key(|(_, copy)| !copy.is_out()) {
            Some((id, _)) => Ok(id.to_string()),
            None => Err(unknown(given)),
        }
    }

    /// Writes down that the copies with these marks came back; tells which.
    pub(super) fn take_copies_in(&mut self, marks: &[String]) -> Result<Vec<String>, Problem> {
        let words = self.words();
        let (open, surroundings) = self.open_and_surroundings()?;
        let mut told = Vec::new();
        let back = open.state().copies_marked(marks);
        for id in &back {
            if let Some(state) = open.state().copies.get(id) {
                told.push(came_back(open, words, state));
            }
        }
        if !back.is_empty() {
            open.act(surroundings, |act| {
                back.iter().try_for_each(|copy| {
                    let copy = *copy;
                    act.record(Change::CopyTakenIn { copy }).map(drop)
                })
            })?;
        }
        Ok(told)
    }
}

fn unknown(given: &str) -> Problem {
    let given = label(given);
    Fact::UnknownCopy { given }.about("copy")
}

fn view(open: &Open, words: Words, id: CopyId, state: &CopyState) -> CopyView {
    CopyView {
        id: id.to_string(),
        file: state.copy.file.clone(),
        who: state
            .copy
            .member
            .map(|member| open.who(Actor::Member(member), words)),
        at: words.moment(state.at),
        by: open.who(state.actor, words),
        out: state.is_out(),
        standing: standing(words, state),
    }
}

/// Where a copy is, in words.
pub(crate) fn standing(words: Words, state: &CopyState) -> String {
    match (state.taken_in, &state.given_up) {
        (Some(at), _) => words.format("keeping-copy-back", &[("at", words.moment(at).into())]),
        (None, Some(given_up)) => words.format(
            "keeping-copy-given-up",
            &[
                ("at", words.moment(given_up.at).into()),
                ("reason", given_up.reason.as_str().into()),
            ],
        ),
        (None, None) => words.text("keeping-copy-out"),
    }
}

/// That a copy has not come back, in words.
pub(crate) fn not_back(open: &Open, words: Words, state: &CopyState) -> String {
    about(
        open,
        words,
        state,
        "keeping-copy-of-not-back",
        "keeping-copy-not-back",
    )
}

fn came_back(open: &Open, words: Words, state: &CopyState) -> String {
    about(
        open,
        words,
        state,
        "keeping-copy-of-came-back",
        "keeping-copy-came-back",
    )
}

fn about(open: &Open, words: Words, state: &CopyState, of: &str, of_nobody: &str) -> String {
    let file = ("name", state.copy.file.as_str().into());
    let date = ("date", words.date(state.at.date()).into());
    match state.copy.member {
        Some(member) => {
            let who = open.who(Actor::Member(member), words);
            words.format(of, &[file, date, ("who", who.into())])
        }
        None => words.format(of_nobody, &[file, date]),
    }
}
