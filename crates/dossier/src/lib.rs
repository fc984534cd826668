//! The dossier: one SQLite file that holds the work of one organisation's ethics
//! committee, never loses what was recorded and never hides a change.
//!
//! Everything a person does is an [`Event`](assessment::Event); there is nothing
//! in the file that could disagree with the history. [`Dossier::act`] writes what
//! belongs together in one transaction, and what it wrote counts once it returns.
//! [`Dossier::open`] verifies every chain and every word before anything is
//! believed. `docs/dossier-format.md` describes the file for whoever has to read
//! it without this program.
//!
//! This is the only crate that knows SQL. It reads no clock and draws no random
//! numbers: moments come with a [`Stamp`], randomness from an [`Entropy`]. What
//! the events add up to is the business of the `assessment` crate.

mod act;
mod ancestry;
mod at;
mod backup;
mod blob;
mod chain;
mod check;
mod connection;
mod destruction;
pub(crate) mod dossier;
mod entropy;
mod erase;
mod error;
mod file;
mod finding;
mod fingerprint;
mod former;
mod history;
mod home;
mod import;
mod leftovers;
mod lock;
mod look;
mod rescue;
mod row;
mod schema;
mod secret;
mod settings;

pub use act::{Act, Stamp};
pub use ancestry::Fork;
pub use at::At;
pub use backup::{Backup, Occasion, backups, to_keep};
pub use blob::{BlobRef, MAX_BLOB};
pub use check::{Check, check};
pub use destruction::{Destruction, Doomed, destroy_backup, hash_backup};
pub use dossier::Dossier;
pub use dossier::merging::{Conflict, Merged};
pub use dossier::sealing::{RewrittenBackups, Sealed};
pub use entropy::Entropy;
pub use error::{CannotErase, DossierError, FileKind, Foreign, Quantity};
pub use file::{Overwrite, write_file_atomically, write_private_file};
pub use finding::Finding;
pub use fingerprint::{Fingerprint, Head};
pub use import::{EXPORT_SCHEMA, import};
pub use lock::Holder;
pub use rescue::{Rescued, rescue};
pub use schema::VERSION;
pub use secret::{LONGEST_PASSPHRASE, NewPassphrase, RecoveryCode, SHORTEST_PASSPHRASE, Secret};
pub use settings::Setting;
