//! Reports, identities, signatures and verification.

use application::view::{
    CreateIdentity, FilePurpose, MakeReport, SignReport, VerificationPage, VerifyReport,
};
use messages::catalogue;

use super::{Context, passphrase};
use crate::arguments::{Certificate, NewIdentity, Report, Sign, Verify};
use crate::failure::{DONE, Failure, REFUSED, UNKNOWN_SIGNER};

/// Makes a report, in the language that was asked for or else in that of the committee.
pub(super) fn make(context: &mut Context<'_>, report: Report) -> Result<u8, Failure> {
    context.look(&report.file)?;
    let assessment = context.assessment(report.assessment.as_deref())?.assessment;
    let language = match &context.language {
        Some(language) => language.clone(),
        None => context.application.committee_language()?,
    };
    let to = context.application.grant(&report.out, FilePurpose::Report);
    let made = context.application.make_report(MakeReport {
        assessment,
        language,
        signers: report.signer,
        to: to.handle,
    })?;
    let texts = catalogue(context.application.language());
    let signers = messages::list(texts.language(), &made.signers);
    context.say(
        "cli-done-report",
        &[
            ("file", report.out.display().to_string().into()),
            ("pages", made.pages.into()),
            ("size", made.size.into()),
            ("signers", signers.into()),
        ],
    )?;
    Ok(DONE)
}

pub(super) fn new_identity(context: &mut Context<'_>, new: NewIdentity) -> Result<u8, Failure> {
    let passphrase = passphrase(context, new.passphrase_file.as_deref(), true)?;
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
    let passphrase = passphrase(context, of.passphrase_file.as_deref(), false)?;
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
    let passphrase = passphrase(context, sign.passphrase_file.as_deref(), false)?;
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
    context.say(
        "cli-done-sign",
        &[
            ("file", sign.out.display().to_string().into()),
            ("name", sign.name.into()),
        ],
    )?;
    if !signed.missing.is_empty() {
        missing(context, &signed.missing)?;
    }
    Ok(DONE)
}

pub(super) fn verify(context: &mut Context<'_>, verify: &Verify) -> Result<u8, Failure> {
    if let Some(dossier) = &verify.dossier {
        context.look(dossier)?;
    }
    let application = &mut context.application;
    let input = VerifyReport {
        file: application
            .grant(&verify.report, FilePurpose::OpenReport)
            .handle,
        trust: verify
            .trust
            .iter()
            .map(|path| application.grant(path, FilePurpose::Certificate).handle)
            .collect(),
    };
    let verdict = if verify.json {
        let figures = application.verification(&input)?;
        context.output.json(&figures)?;
        figures.verdict.to_owned()
    } else {
        let page = application.verify_report(input)?;
        say_verified(context, &page)?;
        page.verdict
    };
    Ok(match verdict.as_str() {
        "intact" => DONE,
        "intact-unknown-signer" => UNKNOWN_SIGNER,
        _ => REFUSED,
    })
}

fn say_verified(context: &Context<'_>, page: &VerificationPage) -> Result<(), Failure> {
    let output = context.output;
    output.line(&page.headline)?;
    output.line(&page.meaning)?;
    for signature in &page.signatures {
        output.line("")?;
        output.line(&format!("{} ({})", signature.name, signature.role))?;
        output.line(&format!("  {}", signature.reason))?;
        output.line(&format!("  {}", signature.time))?;
        output.line(&format!("  SHA-256 {}", signature.fingerprint))?;
        output.line(&format!("  {}", signature.trust))?;
    }
    if !page.signatures.is_empty() {
        output.line("")?;
    }
    if !page.missing.is_empty() {
        missing(context, &page.missing)?;
    }
    if page.verdict != "unreadable" {
        output.line(&page.data)?;
    }
    if let Some(fingerprint) = &page.fingerprint {
        context.say("cli-fingerprint", &[("fingerprint", fingerprint.into())])?;
    }
    if let Some(since) = &page.since {
        output.line(since)?;
    }
    for finding in &page.findings {
        output.line(&format!("- {finding}"))?;
    }
    Ok(())
}

fn missing(context: &Context<'_>, names: &[String]) -> Result<(), Failure> {
    let names = messages::list(context.application.language(), names);
    context.say("cli-not-signed-yet", &[("names", names.into())])
}
