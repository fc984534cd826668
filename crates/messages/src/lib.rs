//! Every text on screen, on paper and in the terminal, in every language the program speaks.
//!
//! The texts stand in `locales/<language>/*.ftl` ([Fluent](https://projectfluent.org)) and nowhere else. They are
//! checked and embedded when this crate is built: both languages have the same keys with the same variables, so
//! nothing can be missing from one language only. The interface reads the same files; [`typescript`] gives it the
//! keys as a type.
//!
//! Dates, numbers and lists are written by [`date`], [`number`] and their neighbours, from a small table of our own:
//! two languages with one calendar do not justify the megabytes of a locale library.
//!
//! This crate does not decide which language is used, does not know what a text is for, and holds no text of a
//! questionnaire: that is data of its own.

mod argument;
mod catalogue;
mod locale;
mod typescript;

pub use argument::Argument;
pub use catalogue::{Catalogue, catalogue, keys};
pub use locale::{Number, date, date_time, list, number};
pub use questionnaire::Language;
pub use typescript::typescript;
