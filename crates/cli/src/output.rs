//! Writing to the terminal. A pipe that was closed at the other end is no fault and no panic: there is
//! nobody left to write to.

use std::io::{self, Write};

use serde::Serialize;

use crate::failure::Failure;

/// Where results go: standard output. Problems go to standard error.
pub(crate) struct Output(());

impl Output {
    pub(crate) fn new() -> Self {
        Self(())
    }

    /// Writes a line and sees to it that it has gone out.
    pub(crate) fn line(&self, text: &str) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        writeln!(out, "{text}")
            .and_then(|()| out.flush())
            .map_err(Failure::Output)
    }

    /// Writes data for programs.
    pub(crate) fn json(&self, data: &impl Serialize) -> Result<(), Failure> {
        let text =
            serde_json::to_string_pretty(data).map_err(|error| Failure::Output(error.into()))?;
        self.line(&text)
    }

    /// Says something that went wrong. If even that cannot be said, the exit code remains.
    pub(crate) fn complain(&self, text: &str) {
        let mut err = io::stderr().lock();
        let _ = writeln!(err, "{}", text.trim_end());
    }
}
