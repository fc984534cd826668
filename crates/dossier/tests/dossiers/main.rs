//! Dossiers as a user meets them: made, opened, written, damaged, in use.

mod builder;
mod recording;
