//! The committee at work: who sits on it, its sessions, silent scores, positions and comments.
//!
//! Whether somebody has a say, what a reveal shows and to what a position applies by now is for
//! `assessment` to say. Here are the refusals, and what becomes of what was typed.

mod agenda;
mod comments;
mod committee;
mod for_later;
mod meant;
mod meetings;
mod positions;
mod rounds;
mod sessions;
mod topics;
mod votes;

use std::collections::BTreeMap;
use std::str::FromStr;

use assessment::{Actor, MemberId};
use jiff::civil::Date;

use crate::assessed::Assessed;
use crate::files::label;
use crate::problem::{Fact, Problem};
use crate::view::{MemberName, Topic};

pub(crate) use comments::threads;
pub(crate) use committee::{term, term_of};
pub(crate) use positions::{on_answer, on_finding};
pub(crate) use votes::no_open_votes_wait;

/// What an identity names.
fn known<'a, Id: FromStr + Ord + Copy, T>(
    all: &'a BTreeMap<Id, T>,
    given: &str,
    unknown: impl FnOnce(String) -> Problem,
) -> Result<(Id, &'a T), Problem> {
    let id = given.trim().parse::<Id>().ok();
    id.and_then(|id| Some((id, all.get(&id)?)))
        .ok_or_else(|| unknown(label(given)))
}

fn unknown_member(given: String) -> Problem {
    Fact::UnknownMember { given }.about("member")
}

impl Assessed<'_> {
    /// The member who speaks, if what they say counts here.
    ///
    /// # Errors
    /// When there is no such member, they stand aside from this application, have no say, or do not
    /// serve on that day.
    fn voice(&self, given: &str, day: Date) -> Result<MemberId, Problem> {
        let state = self.open.state();
        let (id, member) = known(&state.members, given, unknown_member)?;
        let name = member.member.name.clone();
        if state.stands_aside(self.id, id).is_some() {
            let subject = self.subject_name();
            return Err(Fact::StandsAside { name, subject }.about("member"));
        }
        if !state.has_a_say(self.id, id) {
            return Err(Fact::HasNoSay { name }.about("member"));
        }
        if !member.serves_on(day) {
            return Err(Fact::NotServing { name }.about("member"));
        }
        Ok(id)
    }

    fn name(&self, member: MemberId) -> String {
        self.open.who(Actor::Member(member), self.words)
    }

    fn names(&self, members: &[MemberId]) -> Vec<String> {
        members.iter().map(|member| self.name(*member)).collect()
    }

    fn person(&self, member: MemberId) -> MemberName {
        MemberName {
            member: member.to_string(),
            name: self.name(member),
        }
    }

    /// Why a member stands aside, if they do.
    fn aside(&self, member: MemberId) -> Option<String> {
        let conflict = self.open.state().stands_aside(self.id, member)?;
        Some(conflict.reason.clone())
    }

    /// What a window may be showing of this assessment.
    fn topic(&self) -> Vec<Topic> {
        vec![Topic::Assessment {
            assessment: self.id.to_string(),
        }]
    }
}
