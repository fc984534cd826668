//! The narrow seam behind which keys live: files here, cards and tokens elsewhere.

use crate::certificate::Certificate;

/// The key could not be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KeyFault {
    /// What held the key is gone: a card was taken out.
    #[error("the key is gone")]
    Gone,
    /// What holds the key was told not to sign after all.
    #[error("the signing was called off")]
    CalledOff,
    /// What holds the key cannot sign in the way that a report needs.
    #[error("the key cannot sign with {0}")]
    CannotSign(String),
    /// Anything else.
    #[error("the key could not be used: {0}")]
    Other(String),
}

/// Whoever holds a key and can sign with it.
///
/// The key of the certificate decides how; [`Certificate::scheme`] tells.
pub trait Signer {
    /// The certificate of the key.
    fn certificate(&self) -> &Certificate;

    /// The certificates of its issuers, the nearest first; empty for a self-signed one.
    fn issuers(&self) -> &[Certificate];

    /// Signs a message; the answer is the signature as it stands in a message: DER for ECDSA, plain bytes for RSA.
    ///
    /// # Errors
    /// When the key refuses, for instance because a card was taken out.
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, KeyFault>;
}
