//! Action items, and opinions from outside.

use std::path::PathBuf;

use application::Fact;
use application::view::{
    ActionForm, ActionsOf, AttachDocument, DropOpinion, FilePurpose, OneAssessment, OpinionForm,
    OpinionsPage, OwnerForm, PlanAction, ProgressAction, RecordOpinion, ReviseAction,
    ReviseOpinion,
};

use super::{meant, short};
use crate::arguments::follow_up::commands::{Action, Opinion};
use crate::arguments::follow_up::{ListActions, Said};
use crate::commands::Context;
use crate::failure::{DONE, Failure};

pub(crate) fn action(context: &mut Context<'_>, command: Action) -> Result<u8, Failure> {
    let changed = match command {
        Action::List(list) => return self::list(context, &list),
        Action::Add(add) => {
            let assessment = context.open_of(&add.of)?;
            let page = context.findings(&assessment)?;
            let ids = || page.findings.iter().map(|it| it.id.as_str());
            let findings = add.findings.iter().map(|given| meant(given, ids()));
            let made = context.application.plan_action(PlanAction {
                assessment,
                form: ActionForm {
                    text: add.text,
                    owner: OwnerForm::Named { name: add.owner },
                    due: add.due,
                    question: add.question,
                    findings: findings.collect(),
                },
            })?;
            return context.made(&made);
        }
        Action::Revise(revise) => {
            context.open(&revise.file)?;
            let (action, mut form) = action_meant(context, &revise.item)?;
            form.text = revise.text.unwrap_or(form.text);
            form.due = revise.due.or(form.due);
            if let Some(name) = revise.owner {
                form.owner = OwnerForm::Named { name };
            }
            context
                .application
                .revise_action(ReviseAction { action, form })?
        }
        Action::Progress(progress) => {
            context.open(&progress.file)?;
            let (action, _) = action_meant(context, &progress.item)?;
            let proof = progress.proof.iter();
            let proof = proof.map(|path| {
                let file = context.application.grant(path, FilePurpose::Evidence);
                file.handle
            });
            let proof = proof.collect();
            context.application.progress_action(ProgressAction {
                action,
                status: progress.status,
                note: progress.note,
                proof,
            })?
        }
    };
    context.saved(&changed)
}

/// The action item that is meant, of whatever assessment, with what it says.
fn action_meant(context: &mut Context<'_>, given: &str) -> Result<(String, ActionForm), Failure> {
    let everything = ActionsOf { assessment: None };
    let page = context.application.actions_page(everything)?;
    let action = meant(given, page.actions.iter().map(|it| it.id.as_str()));
    let held = page.actions.into_iter().find(|it| it.id == action);
    let form = held.map(|it| it.form).ok_or_else(|| Fact::UnknownAction {
        given: given.to_owned(),
    })?;
    Ok((action, form))
}

fn list(context: &mut Context<'_>, list: &ListActions) -> Result<u8, Failure> {
    let assessment = if list.all {
        context.look(&list.of.file)?;
        None
    } else {
        Some(context.look_of(&list.of)?)
    };
    let page = context.application.actions_page(ActionsOf { assessment })?;
    if list.json {
        context.output.json(&page)?;
        return Ok(DONE);
    }
    for action in &page.actions {
        let mark = match (action.closed, action.overdue) {
            (true, _) => 'x',
            (false, true) => '!',
            (false, false) => ' ',
        };
        let due = action.due_text.as_deref().unwrap_or("-");
        context.output.line(&format!(
            "[{mark}] {}  {}  ({}, {due}, {})",
            short(&action.id),
            action.form.text,
            action.owner_label,
            action.status_label
        ))?;
        if let Some(from) = &action.carried_over {
            context.output.line(&format!("      {from}"))?;
        }
    }
    let counts = [("open", page.open.into()), ("overdue", page.overdue.into())];
    context.say("cli-actions-open", &counts)?;
    Ok(DONE)
}

pub(crate) fn opinion(context: &mut Context<'_>, command: Opinion) -> Result<u8, Failure> {
    match command {
        Opinion::List(list) => {
            let assessment = context.look_of(&list.of)?;
            let page = page(context, assessment)?;
            if list.json {
                context.output.json(&page)?;
                return Ok(DONE);
            }
            show(context, &page)
        }
        Opinion::Add(add) => {
            let assessment = context.open_of(&add.of)?;
            let form = OpinionForm {
                of: add.outsider,
                asked: true,
                ..OpinionForm::default()
            };
            let form = written(form, &add.said);
            let recorded = RecordOpinion { assessment, form };
            let made = context.application.record_opinion(recorded)?;
            let id = made.subject.clone().unwrap_or_default();
            attach(context, &id, &add.said.document)?;
            context.made(&made)
        }
        Opinion::Revise(revise) => {
            let assessment = context.open_of(&revise.of)?;
            let page = page(context, assessment)?;
            let opinion = meant(&revise.item, page.opinions.iter().map(|it| it.id.as_str()));
            let held = page.opinions.into_iter().find(|it| it.id == opinion);
            let form = written(held.map(|it| it.form).unwrap_or_default(), &revise.said);
            let anew = ReviseOpinion {
                opinion: opinion.clone(),
                form,
            };
            let changed = context.application.revise_opinion(anew)?;
            attach(context, &opinion, &revise.said.document)?;
            context.saved(&changed)
        }
        Opinion::Drop(drop) => {
            let assessment = context.open_of(&drop.of)?;
            let page = page(context, assessment)?;
            let changed = context.application.drop_opinion(DropOpinion {
                opinion: meant(&drop.item, page.opinions.iter().map(|it| it.id.as_str())),
                reason: drop.reason,
            })?;
            context.saved(&changed)
        }
    }
}

/// The opinion with what was said; what was not mentioned stays.
fn written(held: OpinionForm, said: &Said) -> OpinionForm {
    OpinionForm {
        of: held.of,
        name: said.name.clone().unwrap_or(held.name),
        asked: held.asked && !said.not_asked,
        because: said.because.clone().unwrap_or(held.because),
        text: said.text.clone().unwrap_or(held.text),
        date: said.date.clone().or(held.date),
    }
}

fn attach(context: &mut Context<'_>, opinion: &str, paths: &[PathBuf]) -> Result<(), Failure> {
    for path in paths {
        let file = context.application.grant(path, FilePurpose::Evidence);
        context.application.attach_document(AttachDocument {
            action: None,
            opinion: Some(opinion.to_owned()),
            file: file.handle,
        })?;
    }
    Ok(())
}

fn page(context: &mut Context<'_>, assessment: String) -> Result<OpinionsPage, Failure> {
    let assessment = OneAssessment { assessment };
    Ok(context.application.opinions_page(assessment)?)
}

fn show(context: &Context<'_>, page: &OpinionsPage) -> Result<u8, Failure> {
    for opinion in &page.opinions {
        let form = &opinion.form;
        let who = match form.name.as_str() {
            "" => opinion.of_label.clone(),
            name => format!("{name} ({})", opinion.of_label),
        };
        context.output.line(&format!(
            "{}  {who}: {}",
            short(&opinion.id),
            opinion.asked_label
        ))?;
        for text in [&form.because, &form.text] {
            for line in text.lines() {
                context.output.line(&format!("          {line}"))?;
            }
        }
    }
    for expected in page.expected.iter().filter(|expected| !expected.settled) {
        let name = [("name", expected.label.clone().into())];
        context.say("follow-up-missing-opinion", &name)?;
    }
    Ok(DONE)
}
