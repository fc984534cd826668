//! What the window shows and what it sends: plain data, already in the user's
//! language, decided here so that the interface decides nothing.
//!
//! Every type here becomes a TypeScript type in `ui/src/generated`. Identities,
//! dates and moments are text. Texts from the questionnaire are in the language
//! of the interface; texts that people typed are as they typed them.

mod assessment;
mod care;
mod deliberation;
mod dossier;
mod follow_up;
mod history;
mod input;
mod keeping;
mod question;
mod reference;
mod report;
mod results;
mod room;
mod secret_text;
mod start;
mod style;

pub use assessment::*;
pub use care::*;
pub use deliberation::*;
pub use dossier::*;
pub use follow_up::*;
pub use history::*;
pub use input::*;
pub use keeping::*;
pub use question::*;
pub use reference::*;
pub use report::*;
pub use results::*;
pub use room::*;
pub use secret_text::*;
pub use start::*;
pub use style::*;
