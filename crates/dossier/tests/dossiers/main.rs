//! Dossiers as a user meets them: made, opened, written, in use, damaged, and read
//! by a stranger.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test fails by panicking; the test of two programs speaks over its output"
)]

mod backups;
mod blobs;
mod builder;
mod committee_work;
mod damage;
mod encrypting;
mod erasing;
mod exporting;
mod fingerprints;
mod golden;
mod merging;
mod opening;
mod reading;
mod recording;
mod rescuing;
mod sharing;
mod size;
mod tampering;
