//! How the product's programs are built: in one way only, so that nothing is built twice.

use anyhow::Result;

use crate::terminal::{built, cargo, run};

/// What the tests' build of the whole workspace switches on: the interface inside the desktop program instead of a
/// server for development, files chosen by a list instead of by a dialog that no test can operate, and the program
/// that writes the generated files. All of them belong to crates at the end of the line, so dependencies stay as built.
pub(crate) const FEATURES: &str =
    "verantwoord-desktop/custom-protocol,verantwoord-desktop/journey,xtask/codegen";

/// Builds the desktop program and the command line.
pub(crate) fn build_programs() -> Result<()> {
    let packages = [
        "build",
        "--package",
        "verantwoord-desktop",
        "--package",
        "verantwoord",
    ];
    run(&mut cargo(
        &[
            packages.as_slice(),
            &["--features", "verantwoord-desktop/custom-protocol"],
        ]
        .concat(),
    ))
}

/// Writes the generated files, or checks them.
pub(crate) fn codegen(arguments: &[&str]) -> Result<()> {
    let program = [
        "run",
        "--quiet",
        "--package",
        "xtask",
        "--features",
        "codegen",
        "--bin",
        "codegen",
        "--",
    ];
    run(&mut cargo(&[program.as_slice(), arguments].concat()))
}

/// Checks the generated files with the program that a build of the whole workspace has left.
pub(crate) fn check_generated_files() -> Result<()> {
    run(crate::terminal::program(built("codegen"), &["--check"]).env_remove("RUST_BACKTRACE"))
}
