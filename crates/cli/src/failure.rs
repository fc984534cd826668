//! Why a command did not do what was asked, and the exit code that says so.

use std::io;
use std::process::ExitCode;

use application::{Fact, Problem};
use clap::error::ErrorKind;
use messages::{Language, catalogue};

pub(crate) use verantwoord_verify::{DONE, PREVENTED, REFUSED, UNUSABLE, code, explained};

use crate::localise;
use crate::output::Output;

/// Why a command did not do what was asked.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The arguments, or a request for help, which clap treats alike.
    Usage(clap::Error),
    /// A problem that the application explains.
    Problem(Problem),
    /// Standard output takes nothing more.
    Output(io::Error),
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<Fact> for Failure {
    fn from(fact: Fact) -> Self {
        Self::Problem(fact.into())
    }
}

impl Failure {
    /// Says what happened and what to do, and gives the exit code.
    pub(crate) fn report(&self, language: Language, output: &Output) -> ExitCode {
        ExitCode::from(match self {
            Self::Usage(error)
                if matches!(
                    error.kind(),
                    ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
                ) =>
            {
                let shown = output.line(localise::help(error, language).trim_end());
                if shown.is_ok() { DONE } else { PREVENTED }
            }
            Self::Usage(error) => {
                output.complain(&localise::complaint(error, language));
                UNUSABLE
            }
            Self::Problem(problem) => {
                output.complain(&explained(problem, language));
                code(problem)
            }
            Self::Output(error) => {
                if error.kind() != io::ErrorKind::BrokenPipe {
                    output.complain(&catalogue(language).text("cli-output-refused"));
                }
                PREVENTED
            }
        })
    }
}
