//! What follows from the answers and what comes of it: findings, risks, measures, actions, opinions,
//! advice and decision, where an assessment stands, and how several lie to each other.
//!
//! The rules are those of the `assessment` crate. Here is what a person may leave out and what not,
//! and every value in words.

mod actions;
mod advice;
mod comparison;
mod decision;
mod findings;
mod links;
mod measures;
mod missing;
mod opinions;
mod owners;
mod quick_scan;
mod risks;
mod standing;
mod terms;

pub(crate) use standing::{standing_view, status_of};
