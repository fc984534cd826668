//! The verification of a report, as a terminal shows it: the words, the JSON and the exit code.
//!
//! Whoever verifies on the command line gets these, whichever program does it. What is verified, and
//! the verdict, is `application`'s; nothing is decided here.

use std::path::{Path, PathBuf};

use application::view::{FilePurpose, VerificationPage, VerifyReport};
use application::{Application, DisclosureFigures, Fact, Kind, Problem};
use messages::{Argument, Language, catalogue};

/// Done, and in order.
pub const DONE: u8 = 0;
/// Refused, or not in order.
pub const REFUSED: u8 = 1;
/// Wrongly called, or not a file that can be read as what it should be.
pub const UNUSABLE: u8 = 2;
/// Intact, but a signer is unknown.
pub const UNKNOWN_SIGNER: u8 = 3;
/// The machine or another program stood in the way.
pub const PREVENTED: u8 = 4;
/// A fault of the program.
pub const FAULT: u8 = 5;

/// What a verification has to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Lines for a person, or JSON for a program.
    pub text: String,
    /// The exit code that goes with it.
    pub code: u8,
}

/// What is to be verified, and how it is told.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The report.
    pub report: &'a Path,
    /// The certificates that are trusted.
    pub trust: &'a [PathBuf],
    /// What was made known of what the report leaves out.
    pub disclosure: Option<&'a Path>,
    /// Whether a program asks.
    pub json: bool,
}

/// Verifies the report against certificates that are trusted.
///
/// # Errors
/// When a file cannot be read, or a certificate is none.
pub fn verify(application: &mut Application, asked: Question<'_>) -> Result<Verified, Problem> {
    let mut verified = verify_report(application, asked)?;
    let (Some(path), DONE | UNKNOWN_SIGNER) = (asked.disclosure, verified.code) else {
        return Ok(verified);
    };
    let disclosed = application.disclosed(asked.report, path)?;
    if asked.json {
        let fault = |error: serde_json::Error| application.fault(&error.to_string());
        let mut all: serde_json::Map<String, serde_json::Value> =
            serde_json::from_str(&verified.text).map_err(fault)?;
        let value = serde_json::to_value(&disclosed).map_err(fault)?;
        all.insert("disclosure".to_owned(), value);
        verified.text = serde_json::to_string_pretty(&all).map_err(fault)?;
    } else {
        let lines = disclosure_in_lines(&disclosed, application.language());
        verified.text = format!("{}\n\n{lines}", verified.text);
    }
    if !disclosed.original {
        verified.code = REFUSED;
    }
    Ok(verified)
}

/// Whether it is the original and of what, and the thing itself.
fn disclosure_in_lines(disclosed: &DisclosureFigures, language: Language) -> String {
    let texts = catalogue(language);
    let Some(place) = &disclosed.place else {
        return texts.text("cli-disclosure-other");
    };
    let mut lines = vec![texts.format("cli-disclosure-original", &[("place", place.into())])];
    lines.extend(disclosed.question.clone());
    lines.push(match &disclosed.value {
        serde_json::Value::String(text) => text.clone(),
        value => serde_json::to_string_pretty(value).unwrap_or_default(),
    });
    lines.join("\n")
}

fn verify_report(application: &mut Application, asked: Question<'_>) -> Result<Verified, Problem> {
    let Question {
        report,
        trust,
        json,
        ..
    } = asked;
    let input = VerifyReport {
        file: application.grant(report, FilePurpose::OpenReport).handle,
        trust: trust
            .iter()
            .map(|path| application.grant(path, FilePurpose::Certificate).handle)
            .collect(),
    };
    let (text, verdict) = if json {
        let figures = application.verification(&input)?;
        let text = serde_json::to_string_pretty(&figures)
            .map_err(|error| application.fault(&error.to_string()))?;
        (text, figures.verdict.to_owned())
    } else {
        let page = application.verify_report(input)?;
        (in_lines(&page, application.language()), page.verdict)
    };
    let code = match verdict.as_str() {
        "intact" => DONE,
        "intact-unknown-signer" => UNKNOWN_SIGNER,
        _ => REFUSED,
    };
    Ok(Verified { text, code })
}

/// The verdict first, then who signed, who did not, and what was found.
fn in_lines(page: &VerificationPage, language: Language) -> String {
    let said =
        |key: &str, arguments: &[(&str, Argument<'_>)]| catalogue(language).format(key, arguments);
    let mut lines = vec![page.headline.clone(), page.meaning.clone()];
    for signature in &page.signatures {
        lines.extend([
            String::new(),
            format!("{} ({})", signature.name, signature.role),
            format!("  {}", signature.reason),
            format!("  {}", signature.time),
            format!("  SHA-256 {}", signature.fingerprint),
            format!("  {}", signature.trust),
        ]);
    }
    if !page.signatures.is_empty() {
        lines.push(String::new());
    }
    if !page.missing.is_empty() {
        let names = messages::list(language, &page.missing);
        lines.push(said("cli-not-signed-yet", &[("names", names.into())]));
    }
    if !page.refused.is_empty() {
        let names = messages::list(language, &page.refused);
        lines.push(said("cli-refuses-to-sign", &[("names", names.into())]));
    }
    lines.extend(page.quorum.clone());
    if page.verdict != "unreadable" {
        lines.push(page.data.clone());
    }
    if let Some(fingerprint) = &page.fingerprint {
        lines.push(said(
            "cli-fingerprint",
            &[("fingerprint", fingerprint.into())],
        ));
    }
    lines.extend(page.since.clone());
    lines.extend(page.findings.iter().map(|finding| format!("- {finding}")));
    lines.join("\n")
}

/// A problem on a terminal: what happened, the particulars, and what to do.
#[must_use]
pub fn explained(problem: &Problem, language: Language) -> String {
    let mut lines = vec![problem.what(language)];
    let details = problem.details.iter();
    lines.extend(details.map(|detail| format!("  {}", detail.text(language))));
    lines.push(problem.remedy(language));
    if let (Kind::Fault, Some(cause)) = (problem.fact.kind(), &problem.cause) {
        // There is no log without a window; whoever reports the number has this line.
        lines.push(format!("({cause})"));
    }
    lines.join("\n")
}

/// The exit code of a problem.
#[must_use]
pub fn code(problem: &Problem) -> u8 {
    match &problem.fact {
        Fact::NotADossier { .. }
        | Fact::DossierNewer { .. }
        | Fact::DossierFromLaterProgram { .. }
        | Fact::DestructionBegun { .. }
        | Fact::NotAFile { .. }
        | Fact::NotAReport { .. } => UNUSABLE,
        Fact::FileMissing { .. }
        | Fact::FileExists { .. }
        | Fact::FileUnreadable { .. }
        | Fact::FileUnwritable { .. }
        | Fact::FileChanging
        | Fact::DossierInUse { .. }
        | Fact::DossierBusy { .. }
        | Fact::DossierInterrupted { .. }
        | Fact::DossierReadOnly { .. }
        | Fact::DiskFull { .. }
        | Fact::CertificateUnfinished { .. }
        | Fact::NotSaved { .. } => PREVENTED,
        fact if fact.kind() == Kind::Fault => FAULT,
        _ => REFUSED,
    }
}
