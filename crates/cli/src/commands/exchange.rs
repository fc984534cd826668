//! What goes round as files: reports that others signed, timestamps, and what authorities say of
//! certificates.

use application::view::{
    AddValidation as Addition, EmbedTimestamp as Answered, FilePurpose, OneFile, ReportSignedView,
    RequestTimestamp as Question,
};

use super::Context;
use super::reports::missing;
use crate::arguments::reports::{AddValidation, EmbedTimestamp, Receive, RequestTimestamp};
use crate::failure::{DONE, Failure};

/// Joins a report that was signed elsewhere to its dossier.
pub(super) fn receive(context: &mut Context<'_>, receive: &Receive) -> Result<u8, Failure> {
    context.open(&receive.file)?;
    let application = &mut context.application;
    let report = application.grant(&receive.report, FilePurpose::OpenReport);
    let received = application.receive_report(OneFile {
        file: report.handle,
    })?;
    context.notice(received.notice.as_ref());
    let names = messages::list(context.application.language(), &received.signed);
    context.say(
        "cli-done-receive",
        &[
            ("file", receive.report.display().to_string().into()),
            ("names", names.into()),
        ],
    )?;
    missing(context, &received.missing)?;
    context.output.line(&received.since)?;
    Ok(DONE)
}

/// Writes the question for a timestamp, and says what to do with it.
pub(super) fn request(
    context: &mut Context<'_>,
    request: &RequestTimestamp,
) -> Result<u8, Failure> {
    let application = &mut context.application;
    let report = application.grant(&request.report, FilePurpose::OpenReport);
    let to = application.grant(&request.out, FilePurpose::TimestampRequest);
    let requested = application.request_timestamp(Question {
        report: report.handle,
        whole: request.whole,
        to: to.handle,
    })?;
    let key = if requested.whole {
        "cli-done-timestamp-request-whole"
    } else {
        "cli-done-timestamp-request"
    };
    context.say(key, &[("file", request.out.display().to_string().into())])?;
    for (number, step) in (1..).zip(&requested.steps) {
        context.output.line(&format!("{number}. {step}"))?;
    }
    Ok(DONE)
}

/// Puts the answer into the report.
pub(super) fn embed(context: &mut Context<'_>, embed: &EmbedTimestamp) -> Result<u8, Failure> {
    if let Some(dossier) = &embed.dossier {
        context.open(dossier)?;
    }
    let application = &mut context.application;
    let report = application.grant(&embed.report, FilePurpose::OpenReport);
    let answer = application.grant(&embed.answer, FilePurpose::TimestampAnswer);
    let request = embed.request.as_ref().map(|path| {
        application
            .grant(path, FilePurpose::TimestampRequest)
            .handle
    });
    let to = application.grant(&embed.out, FilePurpose::SignedReport);
    let done = application.embed_timestamp(Answered {
        report: report.handle,
        answer: answer.handle,
        request,
        to: to.handle,
    })?;
    say_done(context, "cli-done-timestamp-embed", &embed.out, &done)
}

/// Adds certificates, revocation lists and OCSP answers.
pub(super) fn validate(context: &mut Context<'_>, add: &AddValidation) -> Result<u8, Failure> {
    if let Some(dossier) = &add.dossier {
        context.open(dossier)?;
    }
    let application = &mut context.application;
    let report = application.grant(&add.report, FilePurpose::OpenReport);
    let given = add.chain.iter().chain(&add.crl).chain(&add.ocsp);
    let files = given
        .map(|path| application.grant(path, FilePurpose::Validation).handle)
        .collect();
    let to = application.grant(&add.out, FilePurpose::SignedReport);
    let done = application.add_validation(Addition {
        report: report.handle,
        files,
        to: to.handle,
    })?;
    say_done(context, "cli-done-validation-add", &add.out, &done)
}

fn say_done(
    context: &Context<'_>,
    key: &str,
    out: &std::path::Path,
    done: &ReportSignedView,
) -> Result<u8, Failure> {
    context.notice(done.notice.as_ref());
    context.say(key, &[("file", out.display().to_string().into())])?;
    Ok(DONE)
}
