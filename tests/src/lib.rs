//! What the journeys in `journeys/` are told with: the built programs, a person at the real window, and the opinions
//! of validators that others made.
//!
//! Nothing here knows how the programs work inside. The window is found by the words that a person reads or hears;
//! the command line is used as its contract says.
//!
//! `cargo xtask test` sets `VERANTWOORD_DESKTOP`, `VERANTWOORD_CLI` and `VERANTWOORD_VALIDATORS`. Without them a
//! journey says that it is skipped; with them, everything that is missing is a failure.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    reason = "a journey fails by panicking, and says so when it is skipped"
)]

mod authority;
mod driver;
mod example;
mod keys;
mod opinions;
mod patience;
mod question;
mod window;
mod wire;
mod workshop;

pub use authority::Authority;
pub use example::{Answer, example_answers, instrument_label};
pub use keys::Key;
pub use opinions::{Grey, Opinions, Text};
pub use patience::until;
pub use question::Question;
pub use window::Window;
pub use workshop::{PASSPHRASE, Workshop, acknowledged};
