//! The interface in `ui/`: its packages, its checks, its build.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context as _, Result, ensure};

use crate::terminal::{output, program, root, run, say};

/// The oldest Node that is tested with.
const NODE: u32 = 20;

/// Installs the packages of `ui/` when they are missing or older than the lock file.
pub(crate) fn install() -> Result<()> {
    let version = output(&mut program("node", &["--version"])).with_context(|| {
        format!("the interface is built with Node {NODE} or newer; please install it")
    })?;
    let major = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|major| major.parse().ok());
    ensure!(
        major >= Some(NODE),
        "Node {} is too old: please install Node {NODE} or newer",
        version.trim()
    );
    let ui = root().join("ui");
    if is_current(&ui) {
        return Ok(());
    }
    say(
        "The packages of the interface are missing or old; npm installs them from package-lock.json.",
    );
    run(&mut npm(&["ci", "--no-audit", "--no-fund"]))
}

/// Builds `ui/dist`, which the desktop program embeds.
pub(crate) fn build() -> Result<()> {
    script("build")
}

/// Runs a script of `ui/package.json`.
pub(crate) fn script(name: &str) -> Result<()> {
    run(&mut npm(&["run", "--silent", name]))
}

fn npm(arguments: &[&str]) -> Command {
    let mut command = program(if cfg!(windows) { "npm.cmd" } else { "npm" }, arguments);
    command.current_dir(root().join("ui"));
    command
}

/// npm leaves a lock file of its own behind when it is done; half an installation has none.
fn is_current(ui: &Path) -> bool {
    let changed =
        |path: &str| -> Option<SystemTime> { fs::metadata(ui.join(path)).ok()?.modified().ok() };
    match (
        changed("node_modules/.package-lock.json"),
        changed("package-lock.json"),
    ) {
        (Some(installed), Some(wanted)) => installed >= wanted,
        _ => false,
    }
}
