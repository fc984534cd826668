//! Builds the program that measures, with optimisation, and lets it print its table.

use anyhow::Result;

use crate::terminal::{cargo, heading, run, say, target};
use crate::validators;

/// Measures the product; next to pyHanko where the tests have installed it, and next to the typesetters of
/// `tests/validators/typesetters.txt` where somebody did as that file says.
pub(crate) fn bench() -> Result<()> {
    heading("Measuring");
    say(
        "A build with optimisation first, then some hundred processes one after the other: this takes minutes.",
    );
    say("Leave the machine alone meanwhile.");
    let mut measure = cargo(&["run", "--release", "--package", "bench"]);
    measure.arg("--");
    let others = [
        ("--pyhanko", validators::programs().join("pyhanko")),
        ("--typesetters", target().join("typesetters/bin/python")),
    ];
    for (option, program) in others {
        if program.is_file() {
            measure.arg(option).arg(program);
        }
    }
    run(&mut measure)
}
