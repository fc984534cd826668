//! Making dossiers, describing organisation and committee, starting assessments.

use std::path::Path;

use application::Problem;
use application::view::{
    AddMember, AddSubject, DescribeCommittee, DescribeOrganisation, FilePurpose, MemberForm,
    NewDossier, Nothing, StartAssessment, SubjectForm,
};

use super::Context;
use crate::arguments::{AddMember as AddArguments, Assess, Describe, Example, ListMembers, New};
use crate::failure::{DONE, Failure};

pub(super) fn new(context: &mut Context<'_>, new: &New) -> Result<u8, Failure> {
    let file = context.file(&new.file, FilePurpose::NewDossier).file;
    let language = context.language.clone().unwrap_or_else(|| "nl".to_owned());
    context.application.new_dossier(NewDossier {
        file,
        organisation: new.organisation.clone(),
        language,
    })?;
    context.say("cli-done-new", &[("file", shown(&new.file).into())])?;
    Ok(DONE)
}

pub(super) fn example(context: &mut Context<'_>, example: &Example) -> Result<u8, Failure> {
    context.application.example(&example.file)?;
    context.say("cli-done-new", &[("file", shown(&example.file).into())])?;
    Ok(DONE)
}

pub(super) fn add_member(context: &mut Context<'_>, add: AddArguments) -> Result<u8, Failure> {
    context.open(&add.file)?;
    let name = add.name.clone();
    context.application.add_member(AddMember {
        form: MemberForm {
            name: add.name,
            role: add.role,
            expertise: add.expertise,
            speaks_for: add.speaks_for,
            from: add.from,
            until: add.until,
        },
    })?;
    context.say("cli-done-member", &[("name", name.trim().into())])?;
    Ok(DONE)
}

pub(super) fn list_members(context: &mut Context<'_>, list: &ListMembers) -> Result<u8, Failure> {
    context.look(&list.file)?;
    let page = context.application.dossier_page(Nothing {})?;
    if list.json {
        let members: Vec<&MemberForm> = page.members.iter().map(|member| &member.form).collect();
        context.output.json(&members)?;
        return Ok(DONE);
    }
    for member in &page.members {
        let line = match &member.speaks_for_label {
            Some(whom) => format!("{} ({}, {whom})", member.form.name, member.role_label),
            None => format!("{} ({})", member.form.name, member.role_label),
        };
        context.output.line(&line)?;
    }
    Ok(DONE)
}

/// Writes down what was given and leaves the rest as it is.
pub(super) fn describe(context: &mut Context<'_>, describe: Describe) -> Result<u8, Failure> {
    context.open(&describe.file)?;
    let mut form = context.application.dossier_page(Nothing {})?.organisation;
    form.name = describe.organisation.unwrap_or(form.name);
    form.sector = describe.sector.unwrap_or(form.sector);
    form.description = describe.description.unwrap_or(form.description);
    form.contact = describe.contact.unwrap_or(form.contact);
    context
        .application
        .describe_organisation(DescribeOrganisation { form })?;
    if let Some(mandate) = describe.mandate {
        let mut form = context.application.committee_page(Nothing {})?.form;
        form.mandate = mandate;
        context
            .application
            .describe_committee(DescribeCommittee { form })?;
    }
    context.say("cli-done-describe", &[])?;
    Ok(DONE)
}

/// Starts an assessment; an application of that name is assessed again rather than added twice.
pub(super) fn assess(context: &mut Context<'_>, assess: &Assess) -> Result<u8, Failure> {
    context.open(&assess.file)?;
    let application = &mut context.application;
    let name = assess.subject.trim();
    let page = application.dossier_page(Nothing {})?;
    let known = page
        .subjects
        .into_iter()
        .find(|subject| subject.form.name == name);
    let published = application.questionnaires(Nothing {})?;
    let reference = match (&assess.questionnaire, published.first()) {
        (Some(given), _) => given.clone(),
        (None, Some(first)) => first.reference.clone(),
        (None, None) => String::new(),
    };
    let mut input = StartAssessment {
        subject: String::new(),
        date: match &assess.date {
            Some(date) => date.clone(),
            None => application.today(),
        },
        scope: assess.scope.clone(),
        questionnaire: reference,
    };
    // What would be refused is refused before the application is added.
    application.require_startable(&input)?;
    input.subject = match known {
        Some(subject) => subject.id,
        None => added(application.add_subject(AddSubject {
            form: SubjectForm {
                name: name.to_owned(),
                ..SubjectForm::default()
            },
        }))?,
    };
    let started = added(application.start_assessment_from(&input))?;
    context.say("cli-done-assess", &[("assessment", started.into())])?;
    Ok(DONE)
}

fn added(changed: Result<application::view::Changed, Problem>) -> Result<String, Failure> {
    Ok(changed?.subject.unwrap_or_default())
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
