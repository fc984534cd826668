//! Timestamps (RFC 3161): asked for and received as files, so that the program itself needs no network.
//!
//! A signature is timestamped while it is the last one: every later signature covers it as it is then. A field that the report
//! prepared for it takes a timestamp of the whole document.

mod embedding;
mod exchange;
mod token;

pub use embedding::{TimestampRefused, awaiting_timestamp, embed_timestamp, timestamp_request};
pub use exchange::Nonce;
pub(crate) use token::Token;
