//! Reports and their verification.

use application::Wanted;
use application::view::{ExportReport, FilePurpose, MakeEdition, MakeReport, VerifyReport};
use messages::catalogue;
use verantwoord_verify::Verified;

use super::Context;
use crate::arguments::Export;
use crate::arguments::reports::{Disclose, Report, Verify};
use crate::failure::{DONE, Failure};

/// Makes a report, in the language that was asked for or else in that of the committee.
pub(super) fn make(context: &mut Context<'_>, report: Report) -> Result<u8, Failure> {
    context.look(&report.file)?;
    let assessment = context.assessment(report.assessment.as_deref())?.assessment;
    let language = language_of_report(context)?;
    for section in context.application.own_sections()? {
        context.notice(section.broken.as_ref());
    }
    let to = context.application.grant(&report.out, FilePurpose::Report);
    let made = context.application.make_edition(MakeEdition {
        report: MakeReport {
            assessment,
            language,
            signers: report.signer,
            to: to.handle,
        },
        edition: report.edition,
        withhold: report.redact,
    })?;
    context.notice(made.names_left.as_ref());
    let texts = catalogue(context.application.language());
    let signers = messages::list(texts.language(), &made.signers);
    let key = if made.signers.is_empty() {
        "cli-done-report-unsigned"
    } else {
        "cli-done-report"
    };
    context.say(
        key,
        &[
            ("file", report.out.display().to_string().into()),
            ("pages", made.pages.into()),
            ("size", made.size.into()),
            ("signers", signers.into()),
        ],
    )?;
    Ok(DONE)
}

/// Writes the report in another form.
pub(super) fn export(
    context: &mut Context<'_>,
    export: Export,
    form: String,
) -> Result<u8, Failure> {
    context.look(&export.file)?;
    let assessment = context.assessment(export.assessment.as_deref())?.assessment;
    let language = language_of_report(context)?;
    let to = context
        .application
        .grant(&export.out, FilePurpose::ReportForm);
    let written = context.application.export_report(ExportReport {
        assessment,
        language,
        form,
        edition: export.edition,
        withhold: export.redact,
        to: to.handle,
    })?;
    context.notice(written.names_left.as_ref());
    context.say(
        "cli-done-export",
        &[
            ("file", export.out.display().to_string().into()),
            ("size", written.size.into()),
        ],
    )?;
    Ok(DONE)
}

/// The language that was asked for, or else that of the committee.
fn language_of_report(context: &Context<'_>) -> Result<String, Failure> {
    Ok(match &context.language {
        Some(language) => language.clone(),
        None => context.application.committee_language()?,
    })
}

pub(super) fn verify(context: &mut Context<'_>, verify: &Verify) -> Result<u8, Failure> {
    if let Some(dossier) = &verify.dossier {
        context.look(dossier)?;
    }
    let application = &mut context.application;
    let file = application.grant(&verify.report, FilePurpose::OpenReport);
    let trust = verify.trust.iter();
    let trust = trust.map(|path| application.grant(path, FilePurpose::Certificate).handle);
    let input = VerifyReport {
        trust: trust.collect(),
        file: file.handle,
    };
    let mut verified = if verify.json {
        Verified::as_figures(application.verification(&input)?)
    } else {
        let found = application.verification_here(&input)?;
        let since = found.since.as_deref();
        Verified::in_lines(&found.words, since, application.language())
    };
    if let Some(disclosure) = verify.disclosure.as_ref().filter(|_| verified.is_intact()) {
        let disclosed = application.disclosed(&verify.report, disclosure)?;
        verified = verified.with(disclosed);
    }
    let fault = |error: serde_json::Error| application.fault(&error.to_string());
    let text = verified.text().map_err(fault)?;
    context.output.ready(&text)?;
    Ok(verified.code)
}

/// Makes known what a report says at one place, for those who have an edition without it.
pub(super) fn disclose(context: &mut Context<'_>, disclose: &Disclose) -> Result<u8, Failure> {
    let wanted = match (&disclose.field, &disclose.question) {
        (Some(place), _) => Wanted::Place(place),
        (None, question) => Wanted::Question {
            question: question.as_deref().unwrap_or_default(),
            withhold: disclose.redact.as_deref(),
        },
    };
    let application = &context.application;
    application.disclose(&disclose.report, wanted, &disclose.out)?;
    let file = disclose.out.display().to_string();
    context.say("cli-done-disclose", &[("file", file.into())])?;
    Ok(DONE)
}

/// Who has not signed, if anybody.
pub(super) fn missing(context: &Context<'_>, names: &[String]) -> Result<(), Failure> {
    if names.is_empty() {
        return Ok(());
    }
    let names = messages::list(context.application.language(), names);
    context.say("cli-not-signed-yet", &[("names", names.into())])
}
