//! Builds the program that measures, with optimisation, and lets it print its table.

use anyhow::Result;

use crate::terminal::{cargo, heading, run, say};
use crate::validators;

/// Measures the product; next to pyHanko where the tests have installed it.
pub(crate) fn bench() -> Result<()> {
    heading("Measuring");
    say(
        "A build with optimisation first, then some hundred processes one after the other: this takes minutes.",
    );
    say("Leave the machine alone meanwhile.");
    let mut measure = cargo(&["run", "--release", "--package", "bench"]);
    let pyhanko = validators::programs().join("pyhanko");
    if pyhanko.is_file() {
        measure.args(["--", "--pyhanko"]).arg(pyhanko);
    }
    run(&mut measure)
}
