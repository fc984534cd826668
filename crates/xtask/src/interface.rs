//! The interface in `ui/`: its packages, its checks, its build.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context as _, Result, ensure};

use crate::terminal::{output, program, root, run, say};

/// What the packages of `ui/` want.
const NODE: &str = "Node 20.19, 22.13, 24 or newer";

/// Whether the packages of `ui/` take this version of Node, such as `v20.19.4`.
fn is_node_that_will_do(version: &str) -> bool {
    let mut parts = version.trim_start_matches('v').split('.');
    let mut part = || parts.next().and_then(|part| part.parse::<u32>().ok());
    match (part(), part()) {
        (Some(20), Some(minor)) => minor >= 19,
        (Some(22), Some(minor)) => minor >= 13,
        (Some(major), _) => major >= 24,
        _ => false,
    }
}

/// Installs the packages of `ui/` when they are missing or older than the lock file.
pub(crate) fn install() -> Result<()> {
    let version = output(&mut program("node", &["--version"]))
        .with_context(|| format!("the interface is built with {NODE}; please install it"))?;
    ensure!(
        is_node_that_will_do(version.trim()),
        "Node {} will not do: please install {NODE}",
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_versions_of_node_are_those_of_the_packages() {
        for version in ["v20.19.0", "v22.13.1", "v24.0.0", "v26.1.0"] {
            assert!(is_node_that_will_do(version), "{version}");
        }
        for version in [
            "v18.20.0", "v20.18.3", "v21.7.0", "v22.12.0", "v23.11.0", "",
        ] {
            assert!(!is_node_that_will_do(version), "{version}");
        }
    }
}
