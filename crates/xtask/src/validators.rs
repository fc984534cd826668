//! The validators from the Python world, in a folder of their own under `target/`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};

use crate::terminal::{program, root, run, say, target};

const REQUIREMENTS: &str = "tests/validators/requirements.txt";

/// The folder with the validators' programs.
pub(crate) fn programs() -> PathBuf {
    target().join("validators/bin")
}

/// Installs the validators at their pinned versions, once for each change of the list.
pub(crate) fn install() -> Result<()> {
    let wanted = fs::read_to_string(root().join(REQUIREMENTS)).context(REQUIREMENTS)?;
    let place = target().join("validators");
    // Written last, so half an installation is done again.
    let installed = place.join("installed-requirements.txt");
    if fs::read_to_string(&installed).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    say("Validators for PDF/UA, PDF/A and signatures, in a folder of their own.");
    run(program("python3", &["-m", "venv", "--clear"]).arg(&place))?;
    let pip = programs().join("pip");
    run(&mut program(
        pip,
        &[
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--requirement",
            REQUIREMENTS,
        ],
    ))?;
    fs::write(installed, wanted)?;
    Ok(())
}
