//! The committee at work: who sits on it, its sessions, silent scores, positions, comments.
//!
//! What a member voted is in none of these before the reveal.

mod committee;
mod positions;
mod rounds;
mod sessions;

pub use committee::*;
pub use positions::*;
pub use rounds::*;
pub use sessions::*;
