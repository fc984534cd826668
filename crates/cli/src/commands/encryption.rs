//! Encrypting a dossier, decrypting it, and changing its passphrase.

use application::view::{
    ChangePassphrase, Changed, Decrypt as DecryptInput, Encrypt as EncryptInput, Encrypted,
};
use serde::Serialize;

use super::{Context, Secret, secret};
use crate::arguments::{Decrypt, Encrypt, Passphrase};
use crate::failure::{DONE, Failure};

/// What was encrypted, for programs.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct EncryptedFigures<'a> {
    recovery_code: &'a str,
    files: &'a [String],
}

pub(super) fn encrypt(context: &mut Context<'_>, encrypt: &Encrypt) -> Result<u8, Failure> {
    // What was given is for the file that is made. It opens one that has it already, which is refused.
    let given = context.passphrase_file.clone();
    context.open(&encrypt.file)?;
    let passphrase = secret(context, given.as_deref(), Secret::NewPassphrase)?;
    let done = context
        .application
        .encrypt_dossier(EncryptInput { passphrase })?;
    told(context, &done, encrypt.json)
}

pub(super) fn change(context: &mut Context<'_>, change: &Passphrase) -> Result<u8, Failure> {
    let given = context.passphrase_file.clone();
    let current = secret(context, given.as_deref(), Secret::Passphrase)?;
    context.application.give_passphrase(current.reveal())?;
    context.open(&change.file)?;
    if let Some(former) = &change.former_passphrase_file {
        let former = secret(context, Some(former), Secret::Passphrase)?;
        let changed = context.application.bring_backups_along(former.reveal())?;
        return notice(context, &changed);
    }
    let new = secret(
        context,
        change.new_passphrase_file.as_deref(),
        Secret::NewPassphrase,
    )?;
    let done = context
        .application
        .change_passphrase(ChangePassphrase { current, new })?;
    told(context, &done, change.json)
}

pub(super) fn decrypt(context: &mut Context<'_>, decrypt: &Decrypt) -> Result<u8, Failure> {
    let given = context.passphrase_file.clone();
    let passphrase = secret(context, given.as_deref(), Secret::Passphrase)?;
    context.application.give_passphrase(passphrase.reveal())?;
    context.open(&decrypt.file)?;
    let changed = context
        .application
        .decrypt_dossier(DecryptInput { passphrase })?;
    notice(context, &changed)
}

fn notice(context: &Context<'_>, changed: &Changed) -> Result<u8, Failure> {
    if let Some(line) = &changed.notice {
        context.output.line(line)?;
    }
    Ok(DONE)
}

fn told(context: &Context<'_>, done: &Encrypted, json: bool) -> Result<u8, Failure> {
    if json {
        context.output.json(&EncryptedFigures {
            recovery_code: done.recovery_code.reveal(),
            files: &done.files,
        })?;
        return Ok(DONE);
    }
    for line in &done.files {
        context.output.line(line)?;
    }
    context.say("cli-recovery-code", &[])?;
    context.output.line(done.recovery_code.reveal())?;
    Ok(DONE)
}
