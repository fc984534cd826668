//! Taking care of a dossier: how long it is kept, whose words are erased, how it was before, and how
//! it ends.

mod care_page;
mod certificate;
mod destruction;
mod erasure;
mod past;
mod preview;
mod remains;
mod retention;
mod typed_words;

pub(crate) use preview::is_erasable;
pub(crate) use retention::reminder;
