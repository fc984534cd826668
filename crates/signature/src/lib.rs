//! Signatures on PDF reports: made, verified, and the keys for them.
//!
//! This crate knows PDF bytes, not assessments. It signs with PAdES (ETSI EN 319 142-1), one signature per prepared field, and
//! verifies strictly: it reads only files of the form that the report writer makes, accounts for every byte, and refuses rather than
//! warns. It asks no network and reads no clock; the caller gives the time, the randomness and the trusted certificates. Only a
//! signature with an RSA key draws for itself: its salt, from the system.
//!
//! Start with [`sign`], [`verify`] and [`Identity`]: they make and check level B-B. [`timestamp_request`] and [`embed_timestamp`]
//! lead to B-T, [`add_validation_data`] to B-LT, and a timestamp in a field that the report prepared for it to B-LTA. What others
//! must provide for these comes as files.

mod certificate;
mod fields;
mod finding;
#[cfg(fuzzing)]
pub mod fuzzing;
mod identity;
mod locked;
mod message;
mod pdf;
mod policy;
mod revocation;
mod scheme;
mod signer;
mod signing;
#[cfg(test)]
mod tests;
mod timestamp;
mod update;
mod validation;
mod verification;

pub use certificate::{Certificate, Fingerprint, NotACertificate};
pub use fields::{Field, fields};
pub use finding::{Code, Effect, Finding};
pub use identity::{Identity, IdentityFault, KeyRefused, NewIdentity};
pub use locked::{NotLocked, NotUnlocked, lock, unlock};
pub use pdf::LARGEST_FILE;
pub use rand_core::{CryptoRngCore, OsRng};
pub use scheme::Scheme;
pub use signer::{KeyFault, Signer};
pub use signing::{SignRefused, Signing, SigningTime, may_sign, sign};
pub use timestamp::{
    Nonce, TimestampRefused, awaiting_timestamp, embed_timestamp, timestamp_request,
};
pub use validation::{ValidationData, ValidationRefused, add_validation_data};
pub use verification::{Level, SignatureFinding, TimestampFinding, Verdict, Verification, verify};
