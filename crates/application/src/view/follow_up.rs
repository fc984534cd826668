//! What follows from the answers and what comes of it: findings, actions, advice, where an
//! assessment stands, and how several lie to each other.

mod actions;
mod conclusion;
mod findings;
mod over_time;

pub use actions::*;
pub use conclusion::*;
pub use findings::*;
pub use over_time::*;
