//! The program `verantwoord`: everything that the window does, without a window.
//!
//! For scripts, tests and people who prefer a terminal. It decodes arguments, calls `application` and
//! writes what comes back; it decides nothing about assessments.
//!
//! Exit codes, the same for every command: 0 done and in order; 1 refused, or not in order; 2 wrongly
//! called, or not a file of this program that it can read; 3 intact, but a signer is unknown or the
//! pages could not be compared; 4 the machine or another program stood in the way; 5 a fault of this
//! program.

mod arguments;
mod commands;
mod failure;
mod localise;
mod output;

use std::panic;
use std::process::ExitCode;

use application::{Application, Problem, Surroundings};
use messages::Language;

use crate::failure::Failure;
use crate::output::Output;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    let language = localise::language_of(&arguments);
    let output = Output::new();
    // A panic is a fault like any other: told in the user's language, with an exit code of its own.
    panic::set_hook(Box::new(|_| {}));
    let done = panic::catch_unwind(|| match arguments::parse(arguments, language) {
        Ok(arguments) => {
            let application =
                Application::new(Surroundings::without_memory()).in_language(language);
            commands::run(arguments, application, &output)
        }
        Err(error) => Err(Failure::Usage(error)),
    });
    let done = done.unwrap_or_else(|payload| {
        let text = payload.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| payload.downcast_ref::<&str>().copied());
        Err(Problem::panicked(text.unwrap_or("no message")).into())
    });
    match done {
        Ok(code) => ExitCode::from(code),
        Err(failure) => failure.report(language, &output),
    }
}

/// The language when nothing is said: the questionnaire is Dutch first. The system's own setting is
/// left out on purpose, so that a script does the same on every machine.
const DEFAULT_LANGUAGE: Language = Language::Nl;
