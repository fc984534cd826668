//! Identities, in files and on cards, and signing with them.

use std::path::Path;

use application::view::{
    CreateIdentity, FilePurpose, ReportSignedView, SignReport, SignWithToken, TokenCertificate,
};

use super::reports::missing;
use super::{Context, Secret, secret};
use crate::arguments::reports::{Certificate, NewIdentity, Sign, Token};
use crate::failure::{DONE, Failure};

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
        Some(path) => application.save_certificate(&identity.handle, passphrase.reveal(), path)?,
        None => {
            let pem = application.certificate(&identity.handle, passphrase.reveal())?;
            context.output.line(pem.trim_end())?;
        }
    }
    Ok(DONE)
}

/// Shows the certificates on the cards and tokens that a library knows.
pub(super) fn token(context: &mut Context<'_>, token: &Token) -> Result<u8, Failure> {
    let library = context.file(&token.module, FilePurpose::TokenLibrary);
    let view = context.application.look_at_token(library)?;
    if token.json {
        context.output.json(&view.certificates)?;
        return Ok(DONE);
    }
    for certificate in view.certificates {
        shown(context, certificate)?;
    }
    context.output.line(&view.meaning)?;
    Ok(DONE)
}

fn shown(context: &Context<'_>, certificate: TokenCertificate) -> Result<(), Failure> {
    context.output.line(&certificate.fingerprint)?;
    context.say(
        "cli-token-certificate",
        &[
            ("name", certificate.name.into()),
            ("issuer", certificate.issuer.into()),
            ("token", certificate.token.into()),
            ("label", certificate.label.into()),
            ("kind", certificate.kind.into()),
            ("from", certificate.valid_from.into()),
            ("until", certificate.valid_until.into()),
        ],
    )?;
    for remark in [certificate.refused, certificate.warning].iter().flatten() {
        context.output.line(&format!("  {remark}"))?;
    }
    Ok(())
}

/// Signs a report, with a key in a file or on a card.
pub(super) fn sign(context: &mut Context<'_>, sign: Sign) -> Result<u8, Failure> {
    if let Some(dossier) = &sign.dossier {
        context.open(dossier)?;
    }
    let (out, name) = (sign.out.clone(), sign.name.clone());
    let signed = match sign.token_module.clone() {
        Some(library) => with_token(context, sign, &library)?,
        None => with_file(context, sign)?,
    };
    context.notice(signed.notice.as_ref());
    let file = out.display().to_string();
    context.say(
        "cli-done-sign",
        &[("file", file.into()), ("name", name.into())],
    )?;
    missing(context, &signed.missing)?;
    Ok(DONE)
}

fn with_file(context: &mut Context<'_>, sign: Sign) -> Result<ReportSignedView, Failure> {
    let passphrase = secret(context, sign.passphrase_file.as_deref(), Secret::Passphrase)?;
    let application = &mut context.application;
    let report = application.grant(&sign.report, FilePurpose::OpenReport);
    let identity = application.grant(sign.identity.unwrap_or_default(), FilePurpose::OpenIdentity);
    let to = application.grant(&sign.out, FilePurpose::SignedReport);
    Ok(application.sign_report(SignReport {
        report: report.handle,
        name: sign.name,
        position: sign.position,
        reason: sign.reason,
        identity: identity.handle,
        passphrase,
        to: to.handle,
    })?)
}

fn with_token(
    context: &mut Context<'_>,
    sign: Sign,
    library: &Path,
) -> Result<ReportSignedView, Failure> {
    let library = context.file(library, FilePurpose::TokenLibrary).file;
    let wanted = sign.token_certificate.as_deref();
    let certificate = context.application.token_certificate(&library, wanted)?;
    let pin = if certificate.pin_on_reader {
        None
    } else {
        Some(secret(context, sign.pin_file.as_deref(), Secret::TokenPin)?)
    };
    let application = &mut context.application;
    let report = application.grant(&sign.report, FilePurpose::OpenReport);
    let to = application.grant(&sign.out, FilePurpose::SignedReport);
    Ok(application.sign_with_token(SignWithToken {
        report: report.handle,
        name: sign.name,
        position: sign.position,
        reason: sign.reason,
        library,
        certificate: certificate.fingerprint,
        pin,
        to: to.handle,
    })?)
}
