//! Why a command did not do what was asked, and the exit code that says so.

use std::io;
use std::process::ExitCode;

use application::{Fact, Kind, Problem};
use clap::error::ErrorKind;
use messages::Language;

use crate::localise;
use crate::output::Output;

/// Done, and in order.
pub(crate) const DONE: u8 = 0;
/// Refused, or not in order.
pub(crate) const REFUSED: u8 = 1;
/// Wrongly called, or not a file that this program can read.
pub(crate) const UNUSABLE: u8 = 2;
/// Intact, but a signer is unknown.
pub(crate) const UNKNOWN_SIGNER: u8 = 3;
/// The machine or another program stood in the way.
pub(crate) const PREVENTED: u8 = 4;
/// A fault of this program.
const FAULT: u8 = 5;

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
                let shown = output.line(error.to_string().trim_end());
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
                    output.complain(&error.to_string());
                }
                PREVENTED
            }
        })
    }
}

/// What happened, the particulars, and what to do.
pub(crate) fn explained(problem: &Problem, language: Language) -> String {
    let mut text = problem.what(language);
    for detail in &problem.details {
        text.push_str("\n  ");
        text.push_str(detail.text(language));
    }
    text.push('\n');
    text.push_str(&problem.remedy(language));
    if let (Kind::Fault, Some(cause)) = (problem.fact.kind(), &problem.cause) {
        // There is no log without a window; whoever reports the number has this line.
        text.push_str(&format!("\n({cause})"));
    }
    text
}

/// The exit code of a problem.
pub(crate) fn code(problem: &Problem) -> u8 {
    match &problem.fact {
        Fact::NotADossier { .. }
        | Fact::DossierNewer { .. }
        | Fact::DossierFromLaterProgram { .. }
        | Fact::NotAFile { .. }
        | Fact::NotAReport { .. } => UNUSABLE,
        Fact::FileMissing { .. }
        | Fact::FileExists { .. }
        | Fact::FileUnreadable { .. }
        | Fact::FileUnwritable { .. }
        | Fact::FileChanging
        | Fact::DossierInUse { .. }
        | Fact::DossierBusy { .. }
        | Fact::DossierInterrupted { .. }
        | Fact::DossierReadOnly { .. }
        | Fact::DiskFull { .. }
        | Fact::NotSaved { .. } => PREVENTED,
        fact if fact.kind() == Kind::Fault => FAULT,
        _ => REFUSED,
    }
}
