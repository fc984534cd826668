//! A verification in a fixed form, for programs.

use serde::Serialize;
use signature::Level;

use super::{data_word, findings, in_words, missing, moment, verdict_word};
use crate::Application;
use crate::problem::Problem;
use crate::report_page::is_of;
use crate::view::VerifyReport;

/// A verification in a fixed form, for programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VerificationFigures {
    /// `intact`, `intact-unknown-signer`, `altered`, `unsigned` or `unreadable`.
    pub verdict: &'static str,
    /// The signatures, in the order in which they were made.
    pub signatures: Vec<SignatureFigures>,
    /// The names of those who were expected and have not signed.
    pub missing: Vec<String>,
    /// What speaks against the file, and what is worth telling.
    pub findings: Vec<FindingFigures>,
    /// `equal`, `different`, `unknown-version` or `absent`.
    pub data: &'static str,
    /// The fingerprint of the dossier that the report was made from.
    pub fingerprint: Option<String>,
}

/// A signature, for programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SignatureFigures {
    /// The name that it states.
    pub name: String,
    /// The role that it states, in the language of the report.
    pub role: Option<String>,
    /// `agree`, `reservation`, `dissent` or `abstain`.
    pub position: Option<String>,
    /// When, by the signer's clock.
    pub time: String,
    /// SHA-256 of the certificate.
    pub fingerprint: String,
    /// The level of PAdES that it reaches: `B-B`.
    pub level: Level,
    /// Whether the certificate is trusted.
    pub trusted: bool,
}

/// A finding, for programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FindingFigures {
    /// Its code.
    pub code: String,
    /// The same in words.
    pub text: String,
}

impl Application {
    /// Verifies a report as [`verify_report`](Self::verify_report) does, in a form for programs.
    ///
    /// # Errors
    /// When a file cannot be read, or a certificate is none.
    pub fn verification(&mut self, input: &VerifyReport) -> Result<VerificationFigures, Problem> {
        let (examined, _) = self.examine(input)?;
        let data = examined.data.data();
        let mut findings = findings(&examined, self.language);
        if let (Some(open), Some(data)) = (&self.open, data) {
            let code = match is_of(open, data) {
                None => Some("dossier-unrelated"),
                Some(_) if open.heads(&data.dossier).is_none() => Some("dossier-state-unknown"),
                Some(_) => None,
            };
            findings.extend(code.map(|code| FindingFigures {
                code: code.to_owned(),
                text: in_words(code, self.language),
            }));
        }
        Ok(VerificationFigures {
            verdict: verdict_word(examined.verdict),
            signatures: examined
                .verification
                .signatures
                .iter()
                .map(|signature| SignatureFigures {
                    name: signature.name.clone(),
                    role: signature.role.clone(),
                    position: signature.position.clone(),
                    time: moment(signature).to_string(),
                    fingerprint: signature.fingerprint.to_string(),
                    level: signature.level,
                    trusted: signature.trusted,
                })
                .collect(),
            missing: missing(&examined),
            findings,
            data: data_word(&examined.data),
            fingerprint: data.map(|data| data.dossier.fingerprint.clone()),
        })
    }
}
