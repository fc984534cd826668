//! Who is to do something: a member, or somebody else by name.

use assessment::Member;
use assessment::session::Owner;

use super::terms::choice;
use crate::Application;
use crate::open::Open;
use crate::problem::Problem;
use crate::typed;
use crate::view::{OptionView, OwnerForm};
use crate::words::Words;

impl Application {
    /// Who is meant. A name that is a member's means the member.
    pub(super) fn owner(&self, form: &OwnerForm) -> Result<Owner, Problem> {
        match form {
            OwnerForm::Member { member } => Ok(Owner::Member(self.member(member)?)),
            OwnerForm::Named { name } => {
                let name = typed::name(name, "owner")?;
                let members = self.open()?.state().current_members();
                let mut named = members.into_iter().filter(|(_, it)| it.name == name);
                Ok(match (named.next(), named.next()) {
                    (Some((member, _)), None) => Owner::Member(member),
                    _ => Owner::Named(name),
                })
            }
        }
    }
}

pub(super) fn owner_form(owner: &Owner) -> OwnerForm {
    match owner {
        Owner::Member(member) => OwnerForm::Member {
            member: member.to_string(),
        },
        Owner::Named(name) => OwnerForm::Named { name: name.clone() },
    }
}

pub(super) fn owner_name(open: &Open, words: Words, owner: &Owner) -> String {
    match owner {
        Owner::Member(member) => open.who(assessment::Actor::Member(*member), words),
        Owner::Named(name) => name.clone(),
    }
}

/// The members, to choose an owner from.
pub(super) fn members(open: &Open) -> Vec<OptionView> {
    let members = open.state().current_members().into_iter();
    let choose =
        |(id, member): (assessment::MemberId, &Member)| choice(id.to_string(), member.name.clone());
    members.map(choose).collect()
}
