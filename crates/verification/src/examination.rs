//! The judgement: the signatures on a file and the data in it, taken together.

use std::path::{Path, PathBuf};

use messages::Language;
use report::{Comparison, ReportData};
use signature::{Certificate, Verification};

use crate::file::{label, name_of, read_certificate, read_report};
use crate::refusal::Refusal;
use crate::statements::{Contradiction, contradictions};
use crate::verdict::Verdict;

/// Everything that is known of a file.
#[derive(Debug)]
pub struct Examination {
    pub(crate) verification: Verification,
    pub(crate) verdict: Verdict,
    pub(crate) data: Comparison,
    pub(crate) contradictions: Vec<Contradiction>,
}

impl Examination {
    /// Examines a report against certificates that are trusted.
    #[must_use]
    pub fn of(pdf: &[u8], trust: &[Certificate]) -> Self {
        let verification = signature::verify(pdf, trust);
        let unsigned = verification.base.clone().and_then(|base| pdf.get(base));
        let data = match unsigned {
            Some(unsigned) => report::compare(unsigned),
            // What the strict reader refuses is not handed to one that repairs, and that knows no limits.
            None if verification.verdict == signature::Verdict::Altered => {
                Comparison::Different(None)
            }
            None => Comparison::Absent,
        };
        let mut found: Vec<Contradiction> = Vec::new();
        let signed = matches!(
            verification.verdict,
            signature::Verdict::Intact | signature::Verdict::IntactUnknownSigner
        );
        match &data {
            // Good signatures under pages that say something else than the data prove nothing.
            Comparison::Different(_) => {
                found.push(Contradiction::of_file("data-different", signed));
            }
            Comparison::OtherVersion(_) => {
                found.push(Contradiction::of_file("data-other-version", false));
            }
            Comparison::Absent if signed => {
                found.push(Contradiction::of_file("data-absent", false));
            }
            _ => {}
        }
        for signature in &verification.signatures {
            found.extend(contradictions(signature, data.data()));
        }
        let verdict = Verdict::of(&verification, &data, &found);
        Self {
            verification,
            verdict,
            data,
            contradictions: found,
        }
    }

    /// Examines the report in a file against the certificates in others; the language is that of a
    /// refusal.
    ///
    /// # Errors
    /// When a file cannot be read, or a certificate is none.
    pub fn of_file(report: &Path, trust: &[PathBuf], language: Language) -> Result<Self, Refusal> {
        let trust = trust.iter().map(|path| read_certificate(path, language));
        let trust: Vec<Certificate> = trust.collect::<Result<_, _>>()?;
        Ok(Self::of(&read_report(report, language)?, &trust))
    }

    /// The data of a report that is as it was made or signed; the name is for whoever is told that it
    /// is not.
    ///
    /// # Errors
    /// When the report is not sound.
    pub fn sound_data(self, name: &str) -> Result<ReportData, Refusal> {
        match self.data {
            Comparison::Equal(data) | Comparison::OtherVersion(data) if self.verdict.is_sound() => {
                Ok(*data)
            }
            _ => Err(Refusal::ReportNotSound {
                name: name.to_owned(),
                found: self.details(),
            }),
        }
    }

    /// The data in the file, where there is any that can be read.
    #[must_use]
    pub fn data(&self) -> Option<&ReportData> {
        self.data.data()
    }

    pub(crate) fn verdict_word(&self) -> &'static str {
        self.verdict.word()
    }

    /// Whether the pages are what the data says: `equal`, `different`, `unknown-version` when another
    /// version of the program made them, or `absent`.
    pub(crate) fn data_word(&self) -> &'static str {
        match self.data {
            Comparison::Equal(_) => "equal",
            Comparison::Different(_) => "different",
            Comparison::OtherVersion(_) => "unknown-version",
            Comparison::Absent => "absent",
        }
    }

    pub(crate) fn missing(&self) -> Vec<String> {
        let missing = self.verification.missing.iter();
        missing.map(|field| label(&field.signer)).collect()
    }
}

/// The data of the report in a file, if it is as it was made or signed.
pub(crate) fn sound_data_of(report: &Path, language: Language) -> Result<ReportData, Refusal> {
    let pdf = read_report(report, language)?;
    Examination::of(&pdf, &[]).sound_data(&name_of(report))
}

/// Who declared in the report that they refuse to sign.
#[must_use]
pub fn refusing(data: &ReportData) -> Vec<String> {
    let signers = data.signers.iter();
    let refusing = signers.filter(|signer| signer.field.is_none());
    refusing.map(|signer| label(&signer.name)).collect()
}
