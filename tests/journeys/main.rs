//! Journeys through the built programs, as a committee makes them.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a journey fails by panicking"
)]

mod authorities;
mod card;
mod command_line;
mod editions;
mod erasing;
#[path = "../../crates/token/tests/in_software/mod.rs"]
mod in_software;
mod interruption;
mod keyboard;
mod languages;
mod main_job;
mod office;
mod own_sections;
mod preview;
mod room;
mod schemas;
mod security;
mod sharing;
mod workshop;
