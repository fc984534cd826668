//! Verification: what a report proves by itself, and whether the dossier has moved on since.

use std::path::PathBuf;

use verification::{
    Detail, Examination, FindingFigures, Refusal, VerificationFigures, VerificationInWords,
};

use crate::Application;
use crate::files::label;
use crate::problem::{self, Fact, Problem};
use crate::report_page::{is_of, since};
use crate::view::*;

use report::ReportData;
use signature::Finding;

pub(crate) use verification::refusing;

/// A verification in words, with what the dossier that is open has to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerificationHere {
    /// What the report proves by itself.
    pub words: VerificationInWords,
    /// Whether the open dossier has moved on since; nothing when no dossier is open.
    pub since: Option<String>,
}

impl Application {
    /// Verifies a report against certificates that the person trusts.
    ///
    /// # Errors
    /// When a file cannot be read, or a certificate is none.
    pub fn verify_report(&mut self, input: VerifyReport) -> Result<VerificationPage, Problem> {
        let VerificationHere { words, since } = self.verification_here(&input)?;
        let path = self.verified_path(&input)?;
        let signatures = words.signatures.into_iter();
        Ok(VerificationPage {
            file: self.grant(path, FilePurpose::OpenReport),
            verdict: words.verdict.to_owned(),
            headline: words.headline,
            meaning: words.meaning,
            signatures: signatures
                .map(|signature| SignatureView {
                    name: signature.name,
                    role: signature.role,
                    position: signature.position,
                    reason: signature.reason,
                    time: signature.time,
                    fingerprint: signature.fingerprint,
                    trust: signature.trust,
                    trusted: signature.trusted,
                })
                .collect(),
            missing: words.missing,
            refused: words.refused,
            quorum: words.quorum,
            data: words.data,
            data_verdict: words.data_verdict.to_owned(),
            findings: words.findings,
            fingerprint: words.fingerprint,
            since,
        })
    }

    /// Verifies a report as [`verify_report`](Self::verify_report) does, for a terminal.
    ///
    /// # Errors
    /// When a file cannot be read, or a certificate is none.
    pub fn verification_here(&self, input: &VerifyReport) -> Result<VerificationHere, Problem> {
        let examined = self.examined(input)?;
        let words = self.words();
        Ok(VerificationHere {
            words: examined.in_words(self.language),
            since: self.open.as_ref().and_then(|open| {
                let data = examined.data()?;
                Some(match is_of(open, data) {
                    Some(_) => since(open, words, &data.dossier),
                    None => words.text("finding-dossier-unrelated"),
                })
            }),
        })
    }

    /// Verifies a report as [`verify_report`](Self::verify_report) does, in a form for programs.
    ///
    /// # Errors
    /// When a file cannot be read, or a certificate is none.
    pub fn verification(&self, input: &VerifyReport) -> Result<VerificationFigures, Problem> {
        let examined = self.examined(input)?;
        let mut figures = examined.figures(self.language);
        if let (Some(open), Some(data)) = (&self.open, examined.data()) {
            let code = match is_of(open, data) {
                None => Some("dossier-unrelated"),
                Some(_) if open.heads(&data.dossier).is_none() => Some("dossier-state-unknown"),
                Some(_) => None,
            };
            figures.findings.extend(code.map(|code| FindingFigures {
                code: code.to_owned(),
                text: verification::finding(code, self.language),
            }));
        }
        Ok(figures)
    }

    fn examined(&self, input: &VerifyReport) -> Result<Examination, Problem> {
        let trust: Result<Vec<PathBuf>, Problem> = input
            .trust
            .iter()
            .map(|handle| self.files.path(handle, &[FilePurpose::Certificate]))
            .collect();
        let report = self.verified_path(input)?;
        Ok(Examination::of_file(&report, &trust?, self.language)?)
    }

    fn verified_path(&self, input: &VerifyReport) -> Result<PathBuf, Problem> {
        let purposes = [FilePurpose::OpenReport, FilePurpose::SignedReport];
        self.files.path(&input.file, &purposes)
    }
}

/// Refuses a report that is not fit to be signed.
pub(crate) fn require_sound(pdf: &[u8], name: &str) -> Result<(), Problem> {
    match sound_data(pdf, name) {
        Ok(_) => Ok(()),
        Err(problem) => Err(Problem {
            fact: Fact::ReportAltered {
                name: name.to_owned(),
            },
            ..problem
        }),
    }
}

/// The data of a report of which the pages can be made again: it is as it was made or signed, by this version.
pub(crate) fn pages_data(pdf: &[u8], name: &str) -> Result<ReportData, Problem> {
    let data = sound_data(pdf, name)?;
    if data.made_by != report::data::MADE_BY {
        return Err(Fact::ReportOfOtherVersion {
            name: name.to_owned(),
            version: label(&data.made_by),
        }
        .into());
    }
    Ok(data)
}

/// The data of a report that is as it was made or signed.
pub(crate) fn sound_data(pdf: &[u8], name: &str) -> Result<ReportData, Problem> {
    Ok(Examination::of(pdf, &[]).sound_data(name)?)
}

/// A finding as a particular of a problem.
pub(crate) fn detail(finding: &Finding) -> problem::Detail {
    localised(verification::detail(finding))
}

fn localised(Detail { nl, en }: Detail) -> problem::Detail {
    problem::Detail::Localised { nl, en }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::FileMissing { name } => Fact::FileMissing { name }.into(),
            Refusal::NotAFile { name } => Fact::NotAFile { name }.into(),
            Refusal::FileUnreadable { name, reason } => {
                Fact::FileUnreadable { name, reason }.into()
            }
            Refusal::FileTooLarge { name, limit } => Fact::FileTooLarge { name, limit }.into(),
            Refusal::CertificateUnreadable { name } => {
                Fact::CertificateUnreadable { name }.about("trust")
            }
            Refusal::ReportNotSound { name, found } => Self::from(Fact::ReportNotSound { name })
                .with_details(found.into_iter().map(localised)),
            Refusal::NotADisclosure { name } => Fact::NotADisclosure { name }.about("disclosure"),
            Refusal::Fault { cause } => Self::fault_saying(cause),
        }
    }
}
