//! Keys on cards and tokens: what is on them, and signing with one.
//!
//! The library that came with the card is loaded for one call, because the person chose it, and let go after it.

use std::path::PathBuf;

use assessment::Moment;
use signature::{KeyFault, Signer};
use token::{Library, OnToken, TokenFault, Tries};

use super::identities::why;
use super::key::{Key, Unfit};
use super::{Asked, validity};
use crate::Application;
use crate::files::{label, name_of};
use crate::problem::{Detail, Fact, Problem};
use crate::view::*;
use crate::words::Words;

/// So few characters of a fingerprint say nothing yet.
const SHORTEST_FINGERPRINT: usize = 8;

/// A certificate on a card or token, and what opens its key.
pub(super) struct Wanted {
    library: FileHandle,
    certificate: String,
    pin: Option<SecretText>,
    /// When it is asked for: its certificate has to be valid then.
    at: Moment,
}

impl Application {
    /// The certificates on the cards and tokens that a library knows. The library is remembered for next time.
    ///
    /// # Errors
    /// When it is no such library, or there is no card or no certificate on it.
    pub fn look_at_token(&mut self, input: OneFile) -> Result<TokenView, Problem> {
        let (library, path) = self.library(&input.file)?;
        let found = library
            .certificates()
            .map_err(|fault| problem(fault, &name_of(&path)))?;
        self.memory.used_token_library(&path);
        let now = self.surroundings.now();
        let words = self.words();
        Ok(TokenView {
            certificates: found.iter().map(|one| shown(words, one, now)).collect(),
            meaning: words.text("token-meaning"),
        })
    }

    /// The fingerprint of the certificate that is meant: by the first characters of its fingerprint, by its name, by what the token
    /// calls it, or as the only one that can sign.
    ///
    /// # Errors
    /// When there is no such certificate, or it is not clear which one is meant.
    pub fn token_certificate(
        &mut self,
        library: &FileHandle,
        named: Option<&str>,
    ) -> Result<TokenCertificate, Problem> {
        let view = self.look_at_token(OneFile {
            file: library.clone(),
        })?;
        let is_meant = |one: &TokenCertificate| match named {
            None => one.refused.is_none(),
            Some(named) => {
                let fingerprint = named.to_ascii_lowercase();
                let begins = fingerprint.len() >= SHORTEST_FINGERPRINT
                    && one.fingerprint.starts_with(&fingerprint);
                begins || one.label == named || one.name == named
            }
        };
        let mut all = view.certificates;
        let listed: Vec<Detail> = all
            .iter()
            .map(|one| Detail::Plain(format!("{}  {}", one.fingerprint, one.name)))
            .collect();
        all.retain(is_meant);
        let problem = match (all.pop(), all.is_empty(), named) {
            (Some(only), true, _) => return Ok(only),
            (None, _, Some(given)) => Fact::TokenCertificateUnknown {
                given: label(given),
            },
            _ => Fact::TokenCertificateUnclear,
        };
        Err(problem.about("certificate").with_details(listed))
    }

    /// Signs a report for one person with a key on a card or token, as
    /// [`sign_report`](Self::sign_report) does with one in a file. The PIN is given to the card only when everything else is right.
    ///
    /// # Errors
    /// As there, and when the card, its certificate or the PIN cannot be used.
    pub fn sign_with_token(&mut self, input: SignWithToken) -> Result<ReportSignedView, Problem> {
        let key = Key::OnToken(Wanted {
            library: input.library,
            certificate: input.certificate,
            pin: input.pin,
            at: self.surroundings.now(),
        });
        let asked = Asked {
            report: input.report,
            name: input.name,
            position: input.position,
            reason: input.reason,
            to: input.to,
        };
        self.sign(&asked, &key)
    }

    /// Makes a key on a card or token ready to sign.
    pub(super) fn unlock(&self, wanted: &Wanted) -> Result<Box<dyn Signer>, Problem> {
        let (library, path) = self.library(&wanted.library)?;
        let name = name_of(&path);
        let found = library
            .certificates()
            .map_err(|fault| problem(fault, &name))?;
        let one = found
            .into_iter()
            .find(|one| one.certificate.fingerprint().to_string() == wanted.certificate)
            .ok_or_else(|| {
                let given = label(&wanted.certificate);
                Fact::TokenCertificateUnknown { given }.about("certificate")
            })?;
        let called = called(&one);
        if let Some(why) = unfit(&one, wanted.at) {
            return Err(unusable(called, why));
        }
        let pin = wanted.pin.as_ref().map(SecretText::reveal);
        if !one.pin_on_reader && pin.is_none_or(str::is_empty) {
            return Err(Fact::TokenPinMissing.about("pin"));
        }
        let signer = library.unlock(one, pin).map_err(|fault| match fault {
            TokenFault::NoKey => Fact::TokenWithoutKey { name: called }.about("certificate"),
            fault => problem(fault, &name),
        })?;
        Ok(Box::new(signer))
    }

    fn library(&self, file: &FileHandle) -> Result<(Library, PathBuf), Problem> {
        let path = self.files.path(file, &[FilePurpose::TokenLibrary])?;
        let library = Library::load(&path).map_err(|fault| problem(fault, &name_of(&path)))?;
        Ok((library, path))
    }
}

impl Wanted {
    /// What went wrong while signing.
    pub(super) fn problem(&self, what: Unfit) -> Problem {
        match what {
            Unfit::Certificate(why) => unusable(label(&self.certificate), why),
            Unfit::Key(KeyFault::Gone) => Fact::TokenGone.about("library"),
            Unfit::Key(KeyFault::CalledOff) => Fact::TokenCalledOff.about("pin"),
            Unfit::Key(KeyFault::CannotSign(how)) => {
                Fact::TokenCannotSign { how }.about("certificate")
            }
            Unfit::Key(fault) => Fact::TokenFailed {
                reason: fault.to_string(),
            }
            .about("library"),
        }
    }
}

/// Whose certificate it is.
fn called(one: &OnToken) -> String {
    label(
        &one.certificate
            .name()
            .unwrap_or_else(|| one.certificate.subject()),
    )
}

fn unusable(name: String, why: Detail) -> Problem {
    Fact::TokenCertificateUnusable { name }
        .about("certificate")
        .with_details([why])
}

/// Why nobody can sign with this certificate now.
fn unfit(one: &OnToken, now: Moment) -> Option<Detail> {
    let certificate = &one.certificate;
    match certificate.scheme() {
        Err(refused) => Some(why(&refused)),
        Ok(_) if !certificate.allows_signing() => Some(Words::detail("identity-not-for-signing")),
        Ok(_) if !certificate.is_valid_at(now.timestamp()) => Some(validity(
            certificate.valid_from(),
            certificate.valid_until(),
            now,
        )),
        Ok(_) => None,
    }
}

fn shown(words: Words, one: &OnToken, now: Moment) -> TokenCertificate {
    let certificate = &one.certificate;
    let date = |at| words.date(Moment::new(at, now.offset()).date());
    TokenCertificate {
        fingerprint: certificate.fingerprint().to_string(),
        name: called(one),
        issuer: if certificate.is_self_issued() {
            words.text("token-issuer-itself")
        } else {
            label(&certificate.issuer_name())
        },
        subject: label(&certificate.subject()),
        label: label(&one.label),
        token: label(&one.token),
        kind: certificate.kind_of_key(),
        valid_from: date(certificate.valid_from()),
        valid_until: date(certificate.valid_until()),
        refused: unfit(one, now).map(|why| why.text(words.language).to_owned()),
        pin_on_reader: one.pin_on_reader,
        warning: left(one.tries).map(|key| words.text(key)),
    }
}

/// What there is to say about the times that the PIN may still be mistyped.
fn left(tries: Tries) -> Option<&'static str> {
    match tries {
        Tries::Few => Some("token-tries-few"),
        Tries::Last => Some("token-tries-last"),
        Tries::None => Some("token-tries-none"),
        Tries::Unsaid => None,
    }
}

fn problem(fault: TokenFault, library: &str) -> Problem {
    let name = || library.to_owned();
    match fault {
        TokenFault::LibraryMissing => Fact::FileMissing { name: name() }.about("library"),
        TokenFault::NotALibrary(_) => Fact::NotATokenLibrary { name: name() }.about("library"),
        TokenFault::LibraryFailed(reason) => Fact::TokenLibraryFailed {
            name: name(),
            reason,
        }
        .about("library"),
        TokenFault::NoToken => Fact::NoToken.about("library"),
        TokenFault::NoCertificate | TokenFault::NoKey => {
            Fact::TokenWithoutCertificate.about("library")
        }
        TokenFault::PinWrong(tries) => Fact::TokenPinWrong
            .about("pin")
            .with_details(left(tries).map(Words::detail)),
        TokenFault::PinLocked => Fact::TokenPinLocked.about("pin"),
        TokenFault::PinToChange => Fact::TokenPinToChange.about("pin"),
        TokenFault::CalledOff => Fact::TokenCalledOff.about("pin"),
        TokenFault::Gone => Fact::TokenGone.about("library"),
        other => Fact::TokenFailed {
            reason: other.to_string(),
        }
        .about("library"),
    }
}
