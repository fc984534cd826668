//! The project's own commands: `cargo xtask run`, `test`, `bench`, `ordeal`, `fuzz`, `codegen`, `tidy` and `dist`.
//!
//! They need Rust, Node and, on Debian and its relatives, apt; whatever else is missing they install, saying what and
//! why. This program knows nothing of the product and builds in seconds; what has to be generated from the product's
//! own types is the business of the second program of this crate, `codegen`.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this is a program for the terminal"
)]

mod bench;
mod commands;
mod display;
mod dist;
mod fuzz;
mod interface;
mod ordeal;
mod packages;
mod run;
mod steps;
mod terminal;
mod test;
mod tidy;
mod validators;

use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
cargo xtask <command>

  run [-- ARGUMENTS]    build the desktop program and open it; `-- --example` opens it with an example dossier.
                        Without a display: the main job without a window, and a picture of the window
  test [--only STEP]    everything that has to hold, from formatting to the end-to-end tests in the real window
  bench                 what it costs: time, memory and size, as one table of ratios
  ordeal [--only NAME] [--cycles N] [--seed N] [--first N] [--jobs N] [--out FILE]
                        what a dossier must survive (kills, power cuts, failing disks, ...), in full: hours
  fuzz [TARGET] [--seconds N]
                        what strangers' bytes could do to the reader of signatures, guided by coverage: one minute a target
  codegen [--check]     write the generated files, or only say which are out of date
  tidy                  the rules of ARCHITECTURE.md as far as a program can check them
  dist [--bundles LIST] the installer for this system, and the verifier, which must stay under 10 MB
  dist --verifier       the verifier alone
";

fn main() -> ExitCode {
    match command(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command(arguments: &[String]) -> Result<()> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["run", "--", for_the_program @ ..] | ["run", for_the_program @ ..] => {
            run::run(for_the_program)
        }
        ["test"] => test::test(None),
        ["test", "--only", step] => test::test(Some(step)),
        ["bench"] => bench::bench(),
        ["ordeal", which @ ..] => ordeal::ordeal(which),
        ["fuzz"] => fuzz::fuzz(None, "60"),
        ["fuzz", target] => fuzz::fuzz(Some(target), "60"),
        ["fuzz", "--seconds", seconds] => fuzz::fuzz(None, seconds),
        ["fuzz", target, "--seconds", seconds] => fuzz::fuzz(Some(target), seconds),
        ["codegen"] => commands::codegen(&[]),
        ["codegen", "--check"] => commands::codegen(&["--check"]),
        ["tidy"] => tidy::tidy(),
        ["dist"] => dist::dist(None),
        ["dist", "--verifier"] => dist::verifier(),
        ["dist", "--bundles", kinds] => dist::dist(Some(kinds)),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => bail!("`{}` is not a command\n\n{HELP}", words.join(" ")),
    }
}
