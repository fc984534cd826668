//! Why a command did not do what was asked, and the exit code that says so.

use std::io;
use std::process::ExitCode;

use application::{Fact, Kind, Problem};
use clap::error::ErrorKind;
use messages::{Language, catalogue};

use verantwoord_verify::FAULT;
pub(crate) use verantwoord_verify::{DONE, PREVENTED, REFUSED, UNUSABLE};

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

/// A problem on a terminal: what happened, the particulars, and what to do.
pub(crate) fn explained(problem: &Problem, language: Language) -> String {
    let mut lines = vec![problem.what(language)];
    let details = problem.details.iter();
    lines.extend(details.map(|detail| format!("  {}", detail.text(language))));
    lines.push(problem.remedy(language));
    if let (Kind::Fault, Some(cause)) = (problem.fact.kind(), &problem.cause) {
        // There is no log without a window; whoever reports the number has this line.
        lines.push(format!("({cause})"));
    }
    lines.join("\n")
}

/// The exit code of a problem.
pub(crate) fn code(problem: &Problem) -> u8 {
    match &problem.fact {
        Fact::NotADossier { .. }
        | Fact::DossierNewer { .. }
        | Fact::DossierFromLaterProgram { .. }
        | Fact::DestructionBegun { .. }
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
        | Fact::CertificateUnfinished { .. }
        | Fact::NotSaved { .. } => PREVENTED,
        fact if fact.kind() == Kind::Fault => FAULT,
        _ => REFUSED,
    }
}
