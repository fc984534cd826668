//! Writing to the terminal. A pipe that was closed at the other end is no fault and no panic: there is
//! nobody left to write to.

use std::io::{self, Write};

use serde::Serialize;
use verantwoord_verify::printable;

use crate::failure::Failure;

/// Where results go: standard output. Problems go to standard error.
pub(crate) struct Output(());

impl Output {
    pub(crate) fn new() -> Self {
        Self(())
    }

    /// Writes a line and sees to it that it has gone out. Nothing that somebody typed moves the cursor.
    pub(crate) fn line(&self, text: &str) -> Result<(), Failure> {
        write(&printable(text))
    }

    /// Writes what was made fit for a terminal, or for a program, elsewhere.
    pub(crate) fn ready(&self, text: &str) -> Result<(), Failure> {
        write(text)
    }

    /// Writes data for programs.
    pub(crate) fn json(&self, data: &impl Serialize) -> Result<(), Failure> {
        let text =
            serde_json::to_string_pretty(data).map_err(|error| Failure::Output(error.into()))?;
        self.ready(&text)
    }

    /// Says something that went wrong. If even that cannot be said, the exit code remains.
    pub(crate) fn complain(&self, text: &str) {
        let mut err = io::stderr().lock();
        let _ = writeln!(err, "{}", printable(text.trim_end()));
    }
}

fn write(line: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")
        .and_then(|()| out.flush())
        .map_err(Failure::Output)
}
