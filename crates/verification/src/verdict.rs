//! The verdict on a report: that on its signatures, and what its data adds to it.

use report::Comparison;
use signature::{Code, Finding, Verification};

use crate::statements::Contradiction;

/// What is to be thought of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Nothing changed, the pages say what the data says, and every signer is known.
    Intact,
    /// The same, but who a signer is, is not known.
    IntactUnknownSigner,
    /// Nothing changed since it was signed. Whether the pages say what the data says is not known, whoever signed: the
    /// file itself says which version made it, so that a maker could choose not to be compared.
    IntactNotCompared,
    /// Not what was signed, or not signed as it should have been.
    Altered,
    /// Nobody signed.
    Unsigned,
    /// No PDF that can be read.
    Unreadable,
}

impl Verdict {
    #[cfg(test)]
    pub(crate) const ALL: [Self; 6] = [
        Self::Intact,
        Self::IntactUnknownSigner,
        Self::IntactNotCompared,
        Self::Altered,
        Self::Unsigned,
        Self::Unreadable,
    ];

    pub(crate) fn of(
        verification: &Verification,
        data: &Comparison,
        found: &[Contradiction],
    ) -> Self {
        if found.iter().any(|one| one.alters) {
            return Self::Altered;
        }
        let is_known = |one: &Contradiction| one.code != "certificate-not-expected";
        let is_theirs =
            |one: &Finding| !matches!(one.code, Code::CertificateName | Code::CertificateShared);
        match verification.verdict {
            signature::Verdict::Altered => Self::Altered,
            signature::Verdict::Unsigned => Self::Unsigned,
            signature::Verdict::Unreadable => Self::Unreadable,
            _ if !matches!(data, Comparison::Equal(_)) => Self::IntactNotCompared,
            // A trusted key under somebody else's name does not tell who signed.
            signature::Verdict::Intact
                if found.iter().all(is_known) && verification.findings.iter().all(is_theirs) =>
            {
                Self::Intact
            }
            signature::Verdict::Intact | signature::Verdict::IntactUnknownSigner => {
                Self::IntactUnknownSigner
            }
        }
    }

    /// Whether nothing changed since it was made or signed.
    pub(crate) fn is_sound(self) -> bool {
        !matches!(self, Self::Altered | Self::Unreadable)
    }

    /// Its name for programs.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Intact => "intact",
            Self::IntactUnknownSigner => "intact-unknown-signer",
            Self::IntactNotCompared => "intact-not-compared",
            Self::Altered => "altered",
            Self::Unsigned => "unsigned",
            Self::Unreadable => "unreadable",
        }
    }
}
