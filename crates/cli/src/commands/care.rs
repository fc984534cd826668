//! Taking care of a dossier: how it was, erasing words, how long it is kept, and its end.

use application::Fact;
use application::view::{
    AsItWas, ChooseRetention, DestroyDossier, Erase, EraseOf, Erased, ErasurePreview, FilePurpose,
    FinishDestruction, Nothing, OneFile, PastPage, PastQuestion,
};
use messages::catalogue;

use super::Context;
use crate::arguments::care;
use crate::failure::{DONE, Failure, PREVENTED};

/// An assessment as it was, when a moment was named.
pub(super) fn as_it_was(
    context: &mut Context<'_>,
    history: &care::History,
    moment: &str,
) -> Result<u8, Failure> {
    context.look(&history.file)?;
    let assessment = context
        .assessment(history.assessment.as_deref())?
        .assessment;
    let is_date = moment.contains('-');
    let event = match is_date {
        true => None,
        false => Some(context.application.event_meant(moment)?),
    };
    let page = context.application.as_it_was(AsItWas {
        assessment,
        event,
        date: is_date.then(|| moment.to_owned()),
    })?;
    if history.json {
        context.output.json(&page)?;
    } else {
        say_past(context, &page)?;
    }
    Ok(DONE)
}

fn say_past(context: &Context<'_>, page: &PastPage) -> Result<(), Failure> {
    let output = context.output;
    output.line(&format!("{}: {}", page.subject, page.moment))?;
    if let Some(change) = &page.change {
        output.line(change)?;
    }
    context.say(
        "cli-past-answered",
        &[
            ("answered", page.answered.into()),
            ("asked", page.asked.into()),
            ("changed", page.changed_since.into()),
        ],
    )?;
    for section in &page.sections {
        output.line(&section.title)?;
        for question in &section.questions {
            say_question(context, question)?;
        }
    }
    output.line(&page.note)
}

fn say_question(context: &Context<'_>, question: &PastQuestion) -> Result<(), Failure> {
    let texts = catalogue(context.application.language());
    let mut line = format!("  {}  {}", question.question, question.label);
    if question.answers.is_empty() {
        line.push_str(&format!(" ({})", texts.text("cli-past-open")));
    }
    if question.changed_since {
        line.push_str(&format!(" [{}]", texts.text("cli-past-changed")));
    }
    context.output.line(&line)?;
    for answer in &question.answers {
        let who = format!("{}, {}", answer.who, answer.at);
        context
            .output
            .line(&format!("       {} ({who})", answer.value))?;
        for line in answer.because.lines() {
            context.output.line(&format!("       {line}"))?;
        }
    }
    Ok(())
}

pub(super) fn erase(context: &mut Context<'_>, erase: care::Erase) -> Result<u8, Failure> {
    if erase.preview {
        context.look(&erase.file)?;
    } else {
        context.open(&erase.file)?;
    }
    let mut events = Vec::new();
    for given in &erase.event {
        events.push(context.application.event_meant(given)?);
    }
    let mut previews = Vec::new();
    if let Some(name) = &erase.member {
        let member = context.application.member_meant(name)?;
        let preview = context.application.erasure_preview(EraseOf {
            member: Some(member),
            event: None,
        })?;
        let sure = preview.events.iter().filter(|it| it.erasable && it.sure);
        events.extend(sure.map(|event| event.id.clone()));
        previews.push(preview);
    }
    if erase.preview {
        for event in &erase.event {
            let event = context.application.event_meant(event)?;
            previews.push(context.application.erasure_preview(EraseOf {
                member: None,
                event: Some(event),
            })?);
        }
        return preview(context, &erase, &previews);
    }
    let wanted = !erase.event.is_empty() || erase.member.is_some();
    let erased = match (wanted, erase.reason) {
        (false, None) => context.application.finish_erasing(Nothing {})?,
        (_, reason) => context.application.erase(Erase {
            events,
            reason: reason.unwrap_or_default(),
        })?,
    };
    if erase.json {
        context.output.json(&erased)?;
    } else {
        say_erased(context, &erased)?;
        for preview in &previews {
            say_preview(context, preview, true)?;
        }
    }
    Ok(if erased.complete { DONE } else { PREVENTED })
}

fn preview(
    context: &Context<'_>,
    erase: &care::Erase,
    previews: &[ErasurePreview],
) -> Result<u8, Failure> {
    if previews.is_empty() {
        return Err(Fact::NothingToErase.into());
    }
    if erase.json {
        context.output.json(&previews)?;
        return Ok(DONE);
    }
    for preview in previews {
        say_preview(context, preview, false)?;
        for line in &preview.consequences {
            context.output.line(&format!("- {line}"))?;
        }
    }
    Ok(DONE)
}

/// The changes of a preview; only those that stay after an erasure.
fn say_preview(
    context: &Context<'_>,
    preview: &ErasurePreview,
    only_staying: bool,
) -> Result<(), Failure> {
    for event in &preview.events {
        let goes = event.erasable && event.sure;
        if only_staying && goes {
            continue;
        }
        let mark = if goes { 'x' } else { ' ' };
        context.output.line(&format!(
            "[{mark}] {:>5}  {}  {}",
            event.number, event.at, event.what
        ))?;
        for line in [&event.why, &event.becomes] {
            context.output.line(&format!("           {line}"))?;
        }
    }
    Ok(())
}

fn say_erased(context: &Context<'_>, erased: &Erased) -> Result<(), Failure> {
    context.notice(erased.changed.notice.as_ref());
    erased
        .lines
        .iter()
        .try_for_each(|line| context.output.line(line))
}

/// Chooses how long a dossier is kept, or shows it.
pub(super) fn retention(
    context: &mut Context<'_>,
    retention: care::Retention,
) -> Result<u8, Failure> {
    match (retention.until, retention.reason) {
        (Some(until), Some(reason)) => {
            context.open(&retention.file)?;
            let chosen = ChooseRetention { until, reason };
            context.application.choose_retention(chosen)?;
        }
        _ => context.look(&retention.file)?,
    }
    let page = context.application.care_page(Nothing {})?;
    if retention.json {
        context.output.json(&page.retention)?;
    } else {
        match &page.retention {
            None => context.say("cli-not-kept-until", &[])?,
            Some(kept) => context.say(
                "cli-kept-until",
                &[
                    ("until", kept.until.as_str().into()),
                    ("reason", kept.reason.as_str().into()),
                ],
            )?,
        }
        context.notice(page.reminder.as_ref());
    }
    Ok(DONE)
}

pub(super) fn destroy(context: &mut Context<'_>, destroy: care::Destroy) -> Result<u8, Failure> {
    let OneFile { file: certificate } =
        context.file(&destroy.certificate, FilePurpose::DestructionCertificate);
    let destroyed = match context.open(&destroy.file) {
        Ok(()) => context.application.destroy_dossier(DestroyDossier {
            organisation: destroy.organisation,
            certificate,
            backups: !destroy.keep_backups,
        })?,
        Err(Failure::Problem(problem)) if problem.code() == "destruction-begun" => {
            let OneFile { file } = context.file(&destroy.file, FilePurpose::OpenDossier);
            let certificate = Some(certificate);
            let finish = FinishDestruction { file, certificate };
            context.application.finish_destruction(finish)?
        }
        Err(failure) => return Err(failure),
    };
    destroyed
        .what
        .iter()
        .try_for_each(|line| context.output.line(line))?;
    Ok(DONE)
}
