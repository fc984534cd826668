//! Keeping a dossier safe: backups, undoing, copies for members and merging them, exports, and what to
//! do with a damaged file.

pub(crate) mod backups;
pub(crate) mod copying;
mod encryption;
mod exchange;
mod merging;
mod rescuing;
pub(crate) mod tail;
mod undoing;

pub(crate) use encryption::encryption;
pub(crate) use merging::told;
pub(crate) use undoing::{offer, undone, why_not};
