//! A questionnaire as one document, and the fingerprint of that document.
//!
//! The document is canonical JSON (RFC 8785), so that the same questionnaire has the same digest
//! however its files were laid out. A dossier keeps both: the document to read, the digest to prove.

use sha2::{Digest, Sha256};

use crate::Questionnaire;

impl Questionnaire {
    /// The questionnaire as a single JSON document, which [`crate::parse()`] reads too.
    #[must_use]
    pub fn assembled(&self) -> String {
        #[expect(
            clippy::expect_used,
            reason = "no map has keys other than text, and no number is infinite"
        )]
        serde_json_canonicalizer::to_string(self).expect("a questionnaire is JSON")
    }

    /// The SHA-256 of the assembled questionnaire, in hexadecimal, lower case.
    #[must_use]
    pub fn digest_hex(&self) -> String {
        digest_of(self.assembled().as_bytes())
    }
}

/// The digest of a questionnaire that was [assembled](Questionnaire::assembled) before.
#[must_use]
pub fn digest_of(document: &[u8]) -> String {
    hex::encode(Sha256::digest(document))
}
