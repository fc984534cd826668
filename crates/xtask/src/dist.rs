//! What people install: the installer for the system this runs on, made by Tauri's own program, and beside it the verifier for
//! whoever was only sent a report.

use std::fs;

use anyhow::{Context as _, Result, ensure};

use crate::terminal::{built_as, cargo, heading, program, run, say, target};
use crate::tidy::VERIFIER;
use crate::{interface, packages};

/// Tauri's program comes from npm when it is needed: only who makes an installer needs it.
const TAURI: &str = "--package=@tauri-apps/cli@2.12.5";

/// Small before quick.
const PROFILE: &str = "verifier";

/// What the verifier may weigh: it goes along with a report by mail.
const LARGEST_VERIFIER: u64 = 10_000_000;

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
    verifier()?;
    say(&format!(
        "The installers are in {}.",
        target().join("release/bundle").display()
    ));
    Ok(())
}

/// Builds the verifier, optimised, and puts it beside the installers. Refuses one that has grown too large: here, because nothing
/// else builds it as people get it.
pub(crate) fn verifier() -> Result<()> {
    heading("The verifier");
    let build = ["build", "--profile", PROFILE, "--package", VERIFIER];
    run(&mut cargo(&build))?;
    let built = built_as(PROFILE, VERIFIER);
    let size = fs::metadata(&built)
        .with_context(|| built.display().to_string())?
        .len();
    say(&format!("{VERIFIER} has {:.1} MB.", size as f64 / 1e6));
    ensure!(
        size <= LARGEST_VERIFIER,
        "{VERIFIER} may have {} MB",
        LARGEST_VERIFIER / 1_000_000
    );
    let folder = target().join("release/bundle/verify");
    fs::create_dir_all(&folder)?;
    let (system, machine) = (std::env::consts::OS, std::env::consts::ARCH);
    let name = format!(
        "{VERIFIER}-{system}-{machine}{}",
        std::env::consts::EXE_SUFFIX
    );
    fs::copy(built, folder.join(name))?;
    Ok(())
}
