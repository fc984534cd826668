//! Keys on smart cards and tokens, through the library that came with them (PKCS#11).
//!
//! The key stays on the card: what is to be signed goes there, and the signature comes back. This crate knows no PDF and does no
//! cryptography of its own; hashes and the forms of signatures are those of the `signature` crate. It keeps no PIN longer than the
//! signing takes.
//!
//! A library of PKCS#11 is a program of somebody else that runs inside this one, with all its rights. It is only ever loaded
//! because a person chose it.

mod fault;
mod library;
mod on_token;
mod signing;

pub use fault::{TokenFault, Tries};
pub use library::Library;
pub use on_token::OnToken;
pub use signing::TokenSigner;
