//! What a dossier must survive, in full: hours, where the tests take a minute.

use anyhow::{Result, bail};

use crate::packages;
use crate::terminal::{built_as, cargo, program, run};

/// Quick, with every assertion on.
const PROFILE: &str = "ordeal";

/// Builds the program and runs its campaigns, or one of them, in full or as long as asked for.
pub(crate) fn ordeal(arguments: &[&str]) -> Result<()> {
    let mut passed_on = Vec::new();
    let mut rest = arguments;
    while let [name, value, more @ ..] = rest {
        match *name {
            "--only" => passed_on.push(*value),
            "--cycles" | "--seed" | "--first" | "--jobs" | "--out" => {
                passed_on.extend([*name, *value])
            }
            other => bail!("`{other}` is not understood"),
        }
        rest = more;
    }
    if let [alone] = rest {
        bail!("`{alone}` needs a value, or is not understood");
    }
    packages::ensure(&[packages::TO_TEST])?;
    let programs = ["--package", "verantwoord", "--package", "ordeal"];
    run(&mut cargo(
        &[&["build", "--profile", PROFILE], &programs[..]].concat(),
    ))?;
    let [ordeal, verantwoord] = ["ordeal", "verantwoord"].map(|name| built_as(PROFILE, name));
    run(program(ordeal, &passed_on).env("VERANTWOORD_CLI", verantwoord))
}
