//! Reports, identities, signatures and verification.

use application::Wanted;
use application::view::{
    CreateIdentity, ExportReport, FilePurpose, MakeEdition, MakeReport, SignReport,
};
use messages::catalogue;

use super::{Context, Secret, secret};
use crate::arguments::Export;
use crate::arguments::reports::{Certificate, Disclose, NewIdentity, Report, Sign, Verify};
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

pub(super) fn new_identity(context: &mut Context<'_>, new: NewIdentity) -> Result<u8, Failure> {
    let passphrase = secret(
        context,
        new.passphrase_file.as_deref(),
        Secret::NewPassphrase,
    )?;
    let to = context
        .application
        .grant(&new.out, FilePurpose::NewIdentity);
    let made = context.application.create_identity(CreateIdentity {
        name: new.name,
        passphrase,
        to: to.handle,
    })?;
    context.say(
        "cli-done-identity",
        &[
            ("file", new.out.display().to_string().into()),
            ("name", made.name.into()),
            ("fingerprint", made.fingerprint.into()),
            ("until", made.valid_until.into()),
        ],
    )?;
    context.output.line(&made.meaning)?;
    Ok(DONE)
}

pub(super) fn certificate(context: &mut Context<'_>, of: &Certificate) -> Result<u8, Failure> {
    let passphrase = secret(context, of.passphrase_file.as_deref(), Secret::Passphrase)?;
    let identity = context
        .application
        .grant(&of.identity, FilePurpose::OpenIdentity);
    let application = &context.application;
    match &of.out {
        Some(path) => application.save_certificate(&identity.handle, &passphrase, path)?,
        None => {
            let pem = application.certificate(&identity.handle, &passphrase)?;
            context.output.line(pem.trim_end())?;
        }
    }
    Ok(DONE)
}

pub(super) fn sign(context: &mut Context<'_>, sign: Sign) -> Result<u8, Failure> {
    if let Some(dossier) = &sign.dossier {
        context.open(dossier)?;
    }
    let passphrase = secret(context, sign.passphrase_file.as_deref(), Secret::Passphrase)?;
    let application = &mut context.application;
    let report = application.grant(&sign.report, FilePurpose::OpenReport);
    let identity = application.grant(&sign.identity, FilePurpose::OpenIdentity);
    let to = application.grant(&sign.out, FilePurpose::SignedReport);
    let signed = application.sign_report(SignReport {
        report: report.handle,
        name: sign.name.clone(),
        position: sign.position,
        reason: sign.reason,
        identity: identity.handle,
        passphrase,
        to: to.handle,
    })?;
    context.notice(signed.notice.as_ref());
    context.say(
        "cli-done-sign",
        &[
            ("file", sign.out.display().to_string().into()),
            ("name", sign.name.into()),
        ],
    )?;
    missing(context, &signed.missing)?;
    Ok(DONE)
}

pub(super) fn verify(context: &mut Context<'_>, verify: &Verify) -> Result<u8, Failure> {
    if let Some(dossier) = &verify.dossier {
        context.look(dossier)?;
    }
    let verified = verantwoord_verify::verify(
        &mut context.application,
        verantwoord_verify::Question {
            report: &verify.report,
            trust: &verify.trust,
            disclosure: verify.disclosure.as_deref(),
            json: verify.json,
        },
    )?;
    context.output.line(&verified.text)?;
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
