//! Why nothing can be said about a file, as a person can use it: what happened and what to do.
//!
//! The texts are those of the same problems in `locales/*/problems.ftl`.

use messages::{Argument, Language, catalogue};

use crate::in_words::Detail;

/// Why nothing can be said about a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.what(Language::En))]
#[expect(missing_docs, reason = "each field stands in the text that shows it")]
pub enum Refusal {
    /// There is nothing at that place.
    FileMissing { name: String },
    /// A folder, a device, a pipe or a link to one.
    NotAFile { name: String },
    /// The system does not let the program read it.
    FileUnreadable { name: String, reason: String },
    /// More than the program takes.
    FileTooLarge { name: String, limit: String },
    /// Not a certificate.
    CertificateUnreadable { name: String },
    /// Not a report as it was made or signed; what was found says why.
    ReportNotSound { name: String, found: Vec<Detail> },
    /// Not something that was made known of a report.
    NotADisclosure { name: String },
    /// A fault of the program, with its cause.
    Fault { cause: String },
}

impl Refusal {
    /// A fault with its cause.
    #[must_use]
    pub fn fault(cause: &dyn std::fmt::Display) -> Self {
        Self::Fault {
            cause: cause.to_string(),
        }
    }

    /// The code, for programs; it never changes.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::FileMissing { .. } => "file-missing",
            Self::NotAFile { .. } => "not-a-file",
            Self::FileUnreadable { .. } => "file-unreadable",
            Self::FileTooLarge { .. } => "file-too-large",
            Self::CertificateUnreadable { .. } => "certificate-unreadable",
            Self::ReportNotSound { .. } => "report-not-sound",
            Self::NotADisclosure { .. } => "not-a-disclosure",
            Self::Fault { .. } => "fault",
        }
    }

    /// What happened, as a sentence.
    #[must_use]
    pub fn what(&self, language: Language) -> String {
        self.text(language, "what")
    }

    /// Particulars, one a line.
    #[must_use]
    pub fn details(&self, language: Language) -> Vec<&str> {
        match self {
            Self::ReportNotSound { found, .. } => found.iter().map(|it| it.get(language)).collect(),
            _ => Vec::new(),
        }
    }

    /// What to do, as a sentence.
    #[must_use]
    pub fn remedy(&self, language: Language) -> String {
        self.text(language, "remedy")
    }

    fn text(&self, language: Language, part: &str) -> String {
        let key = format!("problem-{}.{part}", self.code());
        catalogue(language).format(&key, &self.arguments())
    }

    fn arguments(&self) -> Vec<(&'static str, Argument<'static>)> {
        match self {
            Self::FileMissing { name }
            | Self::NotAFile { name }
            | Self::CertificateUnreadable { name }
            | Self::ReportNotSound { name, .. }
            | Self::NotADisclosure { name } => vec![("name", name.clone().into())],
            Self::FileUnreadable { name, reason } => vec![
                ("name", name.clone().into()),
                ("reason", reason.clone().into()),
            ],
            Self::FileTooLarge { name, limit } => vec![
                ("name", name.clone().into()),
                ("limit", limit.clone().into()),
            ],
            Self::Fault { cause } => vec![("number", number_of(cause).into())],
        }
    }
}

/// A short number for the cause of a fault, the same wherever it happens.
#[must_use]
pub fn number_of(cause: &str) -> String {
    // FNV-1a: a short name for a long text, not a safeguard.
    let number = cause.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    format!("{number:08x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_says_in_both_languages_what_happened_and_what_to_do() {
        let name = || "rapport.pdf".to_owned();
        let all = [
            Refusal::FileMissing { name: name() },
            Refusal::NotAFile { name: name() },
            Refusal::FileUnreadable {
                name: name(),
                reason: "permission denied".to_owned(),
            },
            Refusal::FileTooLarge {
                name: name(),
                limit: "1 MB".to_owned(),
            },
            Refusal::CertificateUnreadable { name: name() },
            Refusal::ReportNotSound {
                name: name(),
                found: Vec::new(),
            },
            Refusal::NotADisclosure { name: name() },
            Refusal::Fault { cause: name() },
        ];
        for refusal in all {
            for language in Language::ALL {
                for part in ["what", "remedy"] {
                    let key = format!("problem-{}.{part}", refusal.code());
                    let used = catalogue(language).variables(&key).unwrap();
                    let given = refusal.arguments();
                    for variable in used {
                        assert!(given.iter().any(|(name, _)| *name == *variable), "{key}");
                    }
                    assert!(!refusal.text(language, part).is_empty(), "{key}");
                }
            }
        }
    }
}
