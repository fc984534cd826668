//! A verification in a fixed form, for programs.

use assessment::Moment;
use jiff::tz::Offset;
use messages::Language;
use serde::Serialize;
use signature::{Level, SignatureFinding};

use crate::examination::Examination;

/// A verification in a fixed form, for programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VerificationFigures {
    /// `intact`, `intact-unknown-signer`, `intact-not-compared`, `altered`, `unsigned` or `unreadable`.
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
    /// The fingerprint of the content, which all editions of it share.
    pub content: Option<String>,
    /// Which edition it is.
    pub edition: Option<&'static str>,
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
    /// The sentence for people: the position in words, and why.
    pub reason: Option<String>,
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

impl Examination {
    /// What was found, for programs.
    #[must_use]
    pub fn figures(&self, language: Language) -> VerificationFigures {
        let signatures = self.verification.signatures.iter();
        VerificationFigures {
            verdict: self.verdict_word(),
            signatures: signatures
                .map(|signature| SignatureFigures {
                    name: signature.name.clone(),
                    role: signature.role.clone(),
                    position: signature.position.clone(),
                    reason: signature.reason.clone(),
                    time: moment(signature).to_string(),
                    fingerprint: signature.fingerprint.to_string(),
                    level: signature.level,
                    trusted: signature.trusted,
                })
                .collect(),
            missing: self.missing(),
            findings: self.findings(language),
            data: self.data_word(),
            fingerprint: self.data().map(|data| data.dossier.fingerprint.clone()),
            content: self
                .data()
                .and_then(|data| report::private::fingerprint(data).ok()),
            edition: self.data().map(|data| data.edition.word()),
        }
    }
}

/// When a signature was made, by its signer's clock.
pub(crate) fn moment(signature: &SignatureFinding) -> Moment {
    let offset = Offset::from_seconds(signature.offset_seconds).unwrap_or(Offset::UTC);
    Moment::new(signature.time, offset)
}
