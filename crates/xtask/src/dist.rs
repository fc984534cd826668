//! The installer for the system this runs on, made by Tauri's own program.

use anyhow::{Result, ensure};

use crate::terminal::{heading, program, root, run, say, target};
use crate::{interface, packages};

/// Builds the installer, optimised: a .deb on Linux, what `tauri.conf.json` says elsewhere.
pub(crate) fn dist() -> Result<()> {
    heading("What is needed");
    packages::ensure(&[packages::TO_BUILD])?;
    interface::install()?;
    heading("The installer");
    let tauri =
        root()
            .join("ui/node_modules/.bin")
            .join(if cfg!(windows) { "tauri.cmd" } else { "tauri" });
    ensure!(
        tauri.exists(),
        "the package @tauri-apps/cli is not among the packages of ui/"
    );
    let bundles: &[&str] = if cfg!(target_os = "linux") {
        &["--bundles", "deb"]
    } else {
        &[]
    };
    run(program(tauri, &[&["build"], bundles].concat()).current_dir(root().join("src-tauri")))?;
    say(&format!(
        "The installer is in {}.",
        target().join("release/bundle").display()
    ));
    Ok(())
}
