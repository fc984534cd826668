//! Keeping a dossier safe: undoing, copies and merging, backups, exports, rescue.

use std::path::Path;

use application::Fact;
use application::view::{
    Changed, ConflictView, FilePurpose, GiveUpCopy, HandOutCopy, ImportDossier, MergeDone,
    MergeFiles, MergedFile, Nothing, OneEvent, RescueDossier, RestoreBackup, WaitingView,
};
use serde::Serialize;

use super::Context;
use crate::arguments::{
    Backup, Backups, Copied, Copies, Export, Import, Merge, Rescue, Restore, Undo,
};
use crate::failure::{DONE, Failure};

pub(super) fn undo(context: &mut Context<'_>, undo: &Undo) -> Result<u8, Failure> {
    context.open(&undo.file)?;
    let event = context.application.event_meant(&undo.event)?;
    let changed = context.application.undo(OneEvent { event })?;
    context.notice(changed.notice.as_ref());
    context.say("cli-done-undo", &[("events", changed.events.into())])?;
    Ok(DONE)
}

/// What a merge brought, for programs.
#[derive(Serialize)]
struct MergeFigures<'a> {
    added: u64,
    recovered: u64,
    erased: u64,
    from: &'a [MergedFile],
    returned: &'a [String],
    conflicts: &'a [ConflictView],
    waiting: &'a [WaitingView],
    forks: &'a [String],
    events: u64,
}

pub(super) fn merge(context: &mut Context<'_>, merge: &Merge) -> Result<u8, Failure> {
    context.open(&merge.file)?;
    let files: Vec<_> = merge
        .others
        .iter()
        .map(|other| context.file(other, FilePurpose::ReceivedDossier).file)
        .collect();
    let done = context.application.merge(MergeFiles {
        files,
        passphrase: None,
    })?;
    if merge.json {
        context.output.json(&MergeFigures {
            added: done.added,
            recovered: done.recovered,
            erased: done.erased,
            from: &done.from,
            returned: &done.returned,
            conflicts: &done.conflicts,
            waiting: &done.waiting,
            forks: &done.forks,
            events: done.changed.events,
        })?;
    } else {
        say_merged(context, &done)?;
    }
    Ok(DONE)
}

fn say_merged(context: &Context<'_>, done: &MergeDone) -> Result<(), Failure> {
    let output = context.output;
    said(context, &done.changed)?;
    for file in &done.from {
        let particulars = [
            ("name", file.file.as_str().into()),
            ("count", file.events.into()),
            ("who", file.authors.join(", ").into()),
        ];
        context.say("cli-merged-file", &particulars)?;
    }
    for conflict in &done.conflicts {
        output.line(&format!("! {}  {}", conflict.question, conflict.label))?;
        for version in &conflict.versions {
            output.line(&format!(
                "  - {} ({}, {}): {}",
                version.who, version.place, version.at, version.value
            ))?;
            for line in version.because.lines() {
                output.line(&format!("    {line}"))?;
            }
        }
    }
    for waiting in &done.waiting {
        output.line(&format!("! {}: {}", waiting.subject, waiting.words))?;
    }
    for line in done.forks.iter().chain(&done.backup) {
        output.line(line)?;
    }
    Ok(())
}

pub(super) fn copy(context: &mut Context<'_>, copied: &Copied) -> Result<u8, Failure> {
    // Whoever cannot write in it can still take a copy, which nobody writes down then.
    match context.open(&copied.file) {
        Err(Failure::Problem(problem))
            if matches!(
                problem.fact,
                Fact::DossierInUse { .. } | Fact::DossierBusy { .. } | Fact::DossierReadOnly { .. }
            ) =>
        {
            context.look(&copied.file)?;
        }
        opened => opened?,
    }
    let file = context.file(&copied.out, FilePurpose::HandOutCopy).file;
    let application = &mut context.application;
    let member = copied.member.as_deref();
    let member = member
        .map(|name| application.member_meant(name))
        .transpose()?;
    let changed = application.hand_out_copy(HandOutCopy { file, member })?;
    said(context, &changed)
}

/// Who has a copy, or that one will not come back.
pub(super) fn copies(context: &mut Context<'_>, copies: Copies) -> Result<u8, Failure> {
    if let (Some(given), Some(reason)) = (&copies.give_up, copies.reason) {
        context.open(&copies.file)?;
        let copy = context.application.copy_meant(given)?;
        context
            .application
            .give_up_copy(GiveUpCopy { copy, reason })?;
    } else {
        context.look(&copies.file)?;
    }
    let page = context.application.copies_page(Nothing {})?;
    if copies.json {
        context.output.json(&page.copies)?;
        return Ok(DONE);
    }
    if page.copies.is_empty() {
        context.say("cli-copies-none", &[])?;
    }
    for copy in page.copies {
        let id = copy.id.get(..8).unwrap_or(&copy.id);
        let mark = if copy.out { '!' } else { ' ' };
        let who = copy.who.unwrap_or_else(|| "-".to_owned());
        context.output.line(&format!(
            "{mark} {id}  {}  {who}  {}  {}",
            copy.at, copy.file, copy.standing
        ))?;
    }
    Ok(DONE)
}

pub(super) fn backups(context: &mut Context<'_>, backups: &Backups) -> Result<u8, Failure> {
    let found = context.with_passphrase(|application| application.backups_of(&backups.file))?;
    if backups.json {
        context.output.json(&found)?;
        return Ok(DONE);
    }
    for backup in found {
        let told = match (backup.problem, backup.events) {
            (Some(problem), _) => problem,
            (None, events) => format!("{}, {}", events.unwrap_or_default(), backup.why),
        };
        context
            .output
            .line(&format!("{}  {}  {told}", backup.id, backup.size))?;
    }
    Ok(DONE)
}

pub(super) fn backup(context: &mut Context<'_>, backup: &Backup) -> Result<u8, Failure> {
    context.look(&backup.file)?;
    let changed = context.application.back_up_now(Nothing {})?;
    said(context, &changed)
}

/// Puts back the backup that is named, by its place or by its name in the list, or else the latest of
/// a dossier.
pub(super) fn restore(context: &mut Context<'_>, restore: &Restore) -> Result<u8, Failure> {
    let changed = context.with_passphrase(|application| {
        let from = match (&restore.file, &restore.from) {
            (Some(file), _) => application.latest_backup_of(file)?,
            (None, from) => from.clone().unwrap_or_default(),
        };
        if is_named_only(&from) {
            let backup = from.to_string_lossy().into_owned();
            let file = application
                .grant(&restore.out, FilePurpose::NewDossier)
                .handle;
            application.restore_backup(RestoreBackup { backup, file })
        } else {
            application.put_back(&from, &restore.out)
        }
    })?;
    said(context, &changed)
}

/// Whether this is a name in the list of backups and no place of a file.
fn is_named_only(from: &Path) -> bool {
    from.components().count() == 1 && !from.exists()
}

pub(super) fn export(context: &mut Context<'_>, export: &Export) -> Result<u8, Failure> {
    context.look(&export.file)?;
    let to = context.file(&export.out, FilePurpose::Export);
    let changed = context.application.export_dossier(to)?;
    said(context, &changed)
}

pub(super) fn import(context: &mut Context<'_>, import: &Import) -> Result<u8, Failure> {
    let from = context.file(&import.from, FilePurpose::OpenExport).file;
    let file = context.file(&import.out, FilePurpose::NewDossier).file;
    let changed = context
        .application
        .import_dossier(ImportDossier { from, file })?;
    context.notice(changed.notice.as_ref());
    context.say(
        "cli-done-import",
        &[
            ("file", import.out.display().to_string().into()),
            ("events", changed.events.into()),
        ],
    )?;
    Ok(DONE)
}

pub(super) fn rescue(context: &mut Context<'_>, rescue: &Rescue) -> Result<u8, Failure> {
    let from = context.file(&rescue.file, FilePurpose::OpenDossier).file;
    let file = context.file(&rescue.out, FilePurpose::NewDossier).file;
    let done = context.with_passphrase(|application| {
        application.rescue_dossier(RescueDossier {
            from: from.clone(),
            file: file.clone(),
            passphrase: None,
        })
    })?;
    said(context, &done.changed)?;
    for line in &done.words {
        context.output.line(line)?;
    }
    Ok(DONE)
}

/// Says in a sentence what was done.
fn said(context: &Context<'_>, changed: &Changed) -> Result<u8, Failure> {
    if let Some(notice) = &changed.notice {
        context.output.line(notice)?;
    }
    Ok(DONE)
}
