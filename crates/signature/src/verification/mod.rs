//! Verification: what a file proves, and what speaks against it.
//!
//! Strict on purpose. The rules are those of the reports that this program makes: one revision per signature, each filling one
//! prepared field and changing nothing else; timestamps in the room that a signature left or in a field of their own; and
//! revisions with validation data. Well-made signatures of other programs on other files may be refused here.

mod content;
mod judgement;
mod revisions;
mod signature;
mod trust;
mod validation;

use std::ops::Range;

use jiff::Timestamp;
use serde::Serialize;

use judgement::{Bench, Stamp};
use revisions::Filling;

use crate::{
    certificate::{Certificate, Fingerprint},
    fields::{self, Field, Prepared},
    finding::{Code, Effect, Finding},
    pdf::File,
};

/// The conclusion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Every signature is right, and every signer is trusted.
    Intact,
    /// Every signature is right, but of at least one signer it is not established who that is.
    IntactUnknownSigner,
    /// The file is not what was signed, or was not signed as it should have been.
    Altered,
    /// There is no signature.
    Unsigned,
    /// This is no PDF file that can be read.
    Unreadable,
}

/// Which level of PAdES a signature reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Level {
    /// The signature alone; the time is the signer's own statement.
    #[serde(rename = "B-B")]
    Basic,
    /// A timestamp proves that the signature existed at a time.
    #[serde(rename = "B-T")]
    Timestamped,
    /// Validation data in the file says of every certificate that it was not revoked.
    #[serde(rename = "B-LT")]
    LongTerm,
    /// A timestamp of the whole document covers the validation data.
    #[serde(rename = "B-LTA")]
    Archived,
}

/// The timestamp of a signature or of the whole document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TimestampFinding {
    /// When the authority saw it.
    pub time: Timestamp,
    /// The subject of the authority's certificate.
    pub authority: String,
    /// That certificate.
    pub fingerprint: Fingerprint,
    /// Whether the certificate is trusted, or was issued below one that is.
    pub trusted: bool,
}

/// One signature, as far as it could be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SignatureFinding {
    /// The field that it fills.
    pub field: String,
    /// The name that it states.
    pub name: String,
    /// The role that it states.
    pub role: Option<String>,
    /// The position that it states.
    pub position: Option<String>,
    /// The sentence that it states.
    pub reason: Option<String>,
    /// The time by the signer's clock.
    pub time: Timestamp,
    /// The distance to UTC where the signer was, in seconds.
    pub offset_seconds: i32,
    /// The certificate that it was made with.
    pub fingerprint: Fingerprint,
    /// The subject of that certificate.
    pub subject: String,
    /// The certificate itself, so that a person can pin it.
    #[serde(skip)]
    pub certificate: Certificate,
    /// The level.
    pub level: Level,
    /// The timestamp, at level B-T and above: its own, or the first later one of the whole document.
    pub timestamp: Option<TimestampFinding>,
    /// Whether the certificate is trusted, or was issued by one that is, and was valid at that time.
    pub trusted: bool,
    /// Whether it covers the file to its end; earlier signatures cover what was there when they were made.
    pub covers_whole_file: bool,
    /// Whether it certifies the document; the first signature does.
    pub certification: bool,
}

/// Everything that verification found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verification {
    /// The conclusion.
    pub verdict: Verdict,
    /// The signatures that are right in themselves, in the order in which they were made.
    pub signatures: Vec<SignatureFinding>,
    /// The timestamps of the whole document that are right in themselves, in the order in which they were made.
    pub timestamps: Vec<TimestampFinding>,
    /// The fields in which a signature is still expected.
    pub missing: Vec<Field>,
    /// What speaks against the file, and what is worth telling.
    pub findings: Vec<Finding>,
    /// The bytes of the report as it was before the first signature, for comparison with a report made anew.
    pub base: Option<Range<usize>>,
}

/// The validation data that a file holds, each item in DER form.
pub(crate) fn validation_data(file: &File) -> Vec<&[u8]> {
    validation::items(file).map(|(_, item)| item).collect()
}

/// Verifies a file against certificates that the caller trusts: those of signers, or of authorities that issue them.
#[must_use]
pub fn verify(pdf: &[u8], trust: &[Certificate]) -> Verification {
    match File::read(pdf).and_then(|file| Ok((fields::prepared(&file, file.last())?, file))) {
        Ok((fields, file)) => examine(pdf, &file, fields, trust),
        Err(finding) => {
            let verdict = if carries_signature(pdf) {
                Verdict::Altered
            } else {
                Verdict::Unreadable
            };
            Verification {
                verdict,
                signatures: Vec::new(),
                timestamps: Vec::new(),
                missing: Vec::new(),
                findings: vec![finding],
                base: None,
            }
        }
    }
}

fn examine(pdf: &[u8], file: &File, fields: Vec<Prepared>, trust: &[Certificate]) -> Verification {
    let mut findings = content::check(file, &fields);
    let updates = revisions::check(file, &mut findings);
    let evidence = validation::evidence(file);
    let bench = Bench {
        trust,
        evidence: evidence.as_ref(),
        additions: &updates.additions,
    };
    let mut report = |filling: &Filling, found: Vec<Finding>| {
        let found = found.into_iter();
        findings.extend(found.map(|finding| finding.field(&filling.field.name)));
    };
    let (of_document, of_people): (Vec<&Filling>, Vec<&Filling>) = updates
        .fillings
        .iter()
        .partition(|filling| filling.field.is_for_timestamp());
    if let (Some(filled), Some(awaited)) = (of_people.first(), fields::first(&fields))
        && filled.field.name != awaited.name
    {
        report(
            filled,
            vec![Finding::new(Code::FirstSigner).detail(&awaited.signer)],
        );
    }
    let mut stamps: Vec<Stamp> = Vec::new();
    for filling in of_document {
        let checked = signature::check_timestamp(pdf, file, filling);
        match checked.map(|token| bench.stamp(filling, &token)) {
            Ok((stamp, doubts)) => {
                report(filling, doubts);
                stamps.push(stamp);
            }
            Err(finding) => report(filling, vec![finding]),
        }
    }
    let mut signatures: Vec<SignatureFinding> = Vec::new();
    for filling in of_people {
        match signature::check(pdf, file, filling) {
            Ok(statement) => {
                let (standing, doubts) = bench.judge(filling, &statement, &stamps);
                report(filling, doubts);
                signatures.push(statement.into_finding(
                    filling,
                    pdf.len() == filling.end,
                    standing,
                ));
            }
            Err(finding) => report(filling, vec![finding]),
        }
    }
    compare_signatures(&signatures, &mut findings);
    let claims = fields.iter().any(|field| field.signature.is_some())
        || file.revisions().len() > 1
        || carries_signature(pdf);
    Verification {
        verdict: verdict(claims, &signatures, &findings),
        signatures,
        timestamps: stamps.into_iter().map(|stamp| stamp.finding).collect(),
        missing: fields
            .into_iter()
            .filter(|field| field.signature.is_none() && !field.is_for_timestamp())
            .map(Field::from)
            .collect(),
        findings,
        base: file.revisions().first().map(|first| 0..first.end),
    }
}

/// `claims` tells that the file was signed once, or changed after it was made: then whatever is wrong is an alteration.
fn verdict(claims: bool, signatures: &[SignatureFinding], findings: &[Finding]) -> Verdict {
    match findings.iter().map(|finding| finding.code.effect()).max() {
        Some(Effect::Malformed | Effect::Altered) if claims => Verdict::Altered,
        _ if signatures.is_empty() => Verdict::Unsigned,
        Some(Effect::Malformed | Effect::Altered) => Verdict::Altered,
        Some(Effect::Untrusted) => Verdict::IntactUnknownSigner,
        Some(Effect::Notice) | None => Verdict::Intact,
    }
}

/// What only shows when signatures are laid side by side.
fn compare_signatures(signatures: &[SignatureFinding], findings: &mut Vec<Finding>) {
    for (index, later) in signatures.iter().enumerate() {
        let before = signatures.get(..index).unwrap_or_default();
        if before
            .last()
            .is_some_and(|earlier| later.time < earlier.time)
        {
            findings.push(
                Finding::new(Code::TimesNotAscending)
                    .field(&later.field)
                    .detail(later.time),
            );
        }
        if let Some(other) = before
            .iter()
            .find(|one| one.fingerprint == later.fingerprint && one.name != later.name)
        {
            findings.push(
                Finding::new(Code::CertificateShared)
                    .field(&later.field)
                    .detail(&other.name),
            );
        }
    }
}

/// Whether a file was signed once: then it is a damaged signed file rather than some other file.
fn carries_signature(pdf: &[u8]) -> bool {
    const MARK: &[u8] = b"/ByteRange";
    pdf.windows(MARK.len()).any(|window| window == MARK)
}
