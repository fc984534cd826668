//! Where random bytes come from: from the caller, so that this crate gives the
//! same file for the same input.

use std::io;

/// A source of random bytes that nobody can predict.
///
/// Salts keep erased words from being guessed, and a replica's identity must
/// never be drawn twice: outside of tests only the operating system's source
/// will do.
pub trait Entropy {
    /// Fills `bytes`.
    ///
    /// # Errors
    /// When the source has nothing to give; nothing is recorded then.
    fn fill(&mut self, bytes: &mut [u8]) -> io::Result<()>;
}
