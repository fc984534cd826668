//! Several members sign one report: what they declared beforehand, the order, what comes back from
//! elsewhere; and what attackers make of the files.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod attacks;
mod declared;
mod desk;
mod previewed;
mod received;
