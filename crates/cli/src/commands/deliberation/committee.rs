//! The committee: what it may do, who sits on it, who stands aside.

use application::Fact;
use application::view::{
    self, CommitteeForm, CommitteePage, DescribeCommittee, Nothing, QuorumForm,
};

use super::Context;
use crate::arguments::deliberation::{
    Committee, DeclareInterest, EndInterest, InterestCommand, OneMember, ReviseMember,
};
use crate::failure::{DONE, Failure};

/// Writes down what was given and leaves the rest as it is; shows the committee when nothing was.
pub(crate) fn committee(context: &mut Context<'_>, asked: Committee) -> Result<u8, Failure> {
    let given = [
        &asked.mandate,
        &asked.mandated_on,
        &asked.mandated_by,
        &asked.mandated_by_public,
        &asked.quorum,
        &asked.independence,
    ];
    if given.iter().all(|given| given.is_none()) {
        context.look(&asked.file)?;
        let page = context.application.committee_page(Nothing {})?;
        if asked.json {
            context.output.json(&page)?;
            return Ok(DONE);
        }
        return show(context, &page);
    }
    context.open(&asked.file)?;
    let now = context.application.committee_page(Nothing {})?.form;
    let form = CommitteeForm {
        mandate: asked.mandate.unwrap_or(now.mandate),
        mandated_on: asked.mandated_on.or(now.mandated_on),
        mandated_by: asked.mandated_by.unwrap_or(now.mandated_by),
        mandated_by_public: match &asked.mandated_by_public {
            Some(given) => yes_or_no(given)?,
            None => now.mandated_by_public,
        },
        quorum: match &asked.quorum {
            Some(given) => quorum(given)?,
            None => now.quorum,
        },
        independence: asked.independence.unwrap_or(now.independence),
    };
    let changed = context
        .application
        .describe_committee(DescribeCommittee { form })?;
    context.saved(&changed)
}

fn show(context: &Context<'_>, page: &CommitteePage) -> Result<u8, Failure> {
    let output = context.output;
    for text in [&page.form.mandate, &page.form.independence] {
        for line in text.lines() {
            output.line(line)?;
        }
    }
    let form = &page.form;
    if !form.mandated_by.is_empty() || form.mandated_on.is_some() {
        let on = form.mandated_on.as_deref().map(|on| {
            let language = context.application.language();
            on.parse()
                .map_or_else(|_| on.to_owned(), |date| messages::date(language, date))
        });
        let by = Some(form.mandated_by.clone()).filter(|by| !by.is_empty());
        let told: Vec<String> = by.into_iter().chain(on).collect();
        context.say("cli-mandated", &[("told", told.join(", ").into())])?;
    }
    context.say(
        "cli-quorum",
        &[("quorum", page.quorum_label.as_str().into())],
    )?;
    for member in &page.members {
        let term = match member.term.as_str() {
            "" => String::new(),
            term => format!(", {term}"),
        };
        output.line(&format!(
            "{} ({}{term})",
            member.form.name, member.role_label
        ))?;
    }
    for subject in &page.subjects {
        for aside in &subject.aside {
            let told = [
                ("name", aside.name.as_str().into()),
                ("subject", subject.name.as_str().into()),
                ("reason", aside.reason.as_str().into()),
            ];
            context.say("cli-aside", &told)?;
        }
    }
    Ok(DONE)
}

fn yes_or_no(given: &str) -> Result<bool, Failure> {
    match given.trim() {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(Fact::UnknownWord {
            given: given.to_owned(),
            allowed: "yes, no".to_owned(),
        }
        .about("mandated_by_public")
        .into()),
    }
}

/// `3`, `2/3`, `>1/2` or `none`.
fn quorum(given: &str) -> Result<QuorumForm, Failure> {
    let malformed = || {
        Failure::from(
            Fact::UnknownWord {
                given: given.to_owned(),
                allowed: "3, 2/3, >1/2, none".to_owned(),
            }
            .about("quorum"),
        )
    };
    let number = |text: &str| text.trim().parse::<u16>().map_err(|_| malformed());
    let given = given.trim();
    if given == "none" {
        return Ok(QuorumForm::None);
    }
    let (more, share) = match given.strip_prefix('>') {
        Some(share) => (true, share),
        None => (false, given),
    };
    match (share.split_once('/'), more) {
        (None, false) => Ok(QuorumForm::Members {
            members: number(share)?,
        }),
        (None, true) => Err(malformed()),
        (Some((part, of)), false) => Ok(QuorumForm::AtLeast {
            part: number(part)?,
            of: number(of)?,
        }),
        (Some((part, of)), true) => Ok(QuorumForm::MoreThan {
            part: number(part)?,
            of: number(of)?,
        }),
    }
}

pub(crate) fn revise_member(context: &mut Context<'_>, asked: ReviseMember) -> Result<u8, Failure> {
    context.open(&asked.file)?;
    let member = context.application.member_meant(&asked.member)?;
    let page = context.application.committee_page(Nothing {})?;
    let mut all = page.members.into_iter().chain(page.left);
    let mut form = all
        .find(|known| known.id == member)
        .map(|known| known.form)
        .unwrap_or_default();
    form.name = asked.name.unwrap_or(form.name);
    form.role = asked.role.unwrap_or(form.role);
    form.expertise = asked.expertise.unwrap_or(form.expertise);
    form.speaks_for = asked.speaks_for.or(form.speaks_for);
    form.from = asked.from.or(form.from);
    form.until = asked.until.or(form.until);
    let changed = context
        .application
        .revise_member(view::ReviseMember { member, form })?;
    context.saved(&changed)
}

pub(crate) fn leave(context: &mut Context<'_>, asked: &OneMember) -> Result<u8, Failure> {
    context.open(&asked.file)?;
    let member = context.application.member_meant(&asked.member)?;
    let changed = context
        .application
        .remove_member(view::OneMember { member })?;
    context.saved(&changed)
}

pub(crate) fn interest(context: &mut Context<'_>, command: InterestCommand) -> Result<u8, Failure> {
    let changed = match command {
        InterestCommand::Declare(DeclareInterest {
            file,
            member,
            subject,
            reason,
        }) => {
            context.open(&file)?;
            let application = &mut context.application;
            let member = application.member_meant(&member)?;
            let subject = application.subject_meant(&subject)?;
            application.declare_interest(view::DeclareInterest {
                subject,
                member,
                reason,
            })?
        }
        InterestCommand::End(EndInterest {
            file,
            member,
            subject,
        }) => {
            context.open(&file)?;
            let application = &mut context.application;
            let member = application.member_meant(&member)?;
            let subject = application.subject_meant(&subject)?;
            application.end_interest(view::EndInterest { subject, member })?
        }
    };
    context.saved(&changed)
}
