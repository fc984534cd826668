//! The installer for the system this runs on, made by Tauri's own program.

use anyhow::Result;

use crate::terminal::{heading, program, run, say, target};
use crate::{interface, packages};

/// Tauri's program comes from npm when it is needed: only who makes an installer needs it.
const TAURI: &str = "--package=@tauri-apps/cli@2.12.5";

/// Builds installers, optimised: the kinds asked for, or a .deb on Linux and the system's own kind elsewhere.
pub(crate) fn dist(kinds: Option<&str>) -> Result<()> {
    heading("What is needed");
    packages::ensure(&[packages::TO_BUILD])?;
    interface::install()?;
    heading("The installer");
    let kinds = kinds.unwrap_or(match std::env::consts::OS {
        "windows" => "nsis",
        "macos" => "dmg",
        _ => "deb",
    });
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    run(&mut program(
        npm,
        &[
            "exec",
            "--yes",
            TAURI,
            "--",
            "tauri",
            "build",
            "--bundles",
            kinds,
        ],
    ))?;
    say(&format!(
        "The installers are in {}.",
        target().join("release/bundle").display()
    ));
    Ok(())
}
