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

    /// The SHA-256 of the assembled questionnaire.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(self.assembled().as_bytes()).into()
    }

    /// The digest in hexadecimal, lower case.
    #[must_use]
    pub fn digest_hex(&self) -> String {
        hex::encode(self.digest())
    }
}
