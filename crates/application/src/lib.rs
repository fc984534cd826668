//! One function for each thing a user can do, the same for the window and the
//! command line.
//!
//! This crate joins the pure rules, the dossier, the report and the signature. It
//! knows no window and prints nothing: it answers with values and with
//! [`Problem`]s, in the user's language.

mod calls;
pub mod view;
