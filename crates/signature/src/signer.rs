//! The narrow seam behind which keys live: files here, tokens elsewhere.

use crate::certificate::Certificate;

/// The key could not be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the key could not be used: {0}")]
pub struct KeyFault(pub String);

/// Whoever holds a key and can sign with it.
///
/// The key of the certificate decides how: a P-256 key signs with ECDSA and SHA-256, a P-384 key with ECDSA and SHA-384, an RSA key
/// of 3072 bits or more with PSS, SHA-256 and a salt of 32 bytes.
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
