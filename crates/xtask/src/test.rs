//! Everything that has to hold, in an order that builds each thing once.
//!
//! The bundle comes before the build, because the desktop program embeds it. The build takes all packages, targets
//! and features at once, so that the tests, the generated files and the end-to-end journeys use the same artefacts;
//! a narrower build would resolve other features and compile much of the tree again.

use anyhow::{Result, ensure};

use crate::commands::{FEATURES, check_generated_files};
use crate::steps::{Step, carry_out};
use crate::terminal::{built, cargo, program, run, say};
use crate::{interface, packages, tidy, validators};

const STEPS: &[Step] = &[
    Step {
        name: "packages",
        what: "what is needed from the operating system",
        needs: &[],
        action: || packages::ensure(&[packages::TO_BUILD, packages::TO_SHOW, packages::TO_TEST]),
    },
    Step {
        name: "validators",
        what: "checkers of PDF and signatures by others",
        needs: &["packages"],
        action: validators::install,
    },
    Step {
        name: "format",
        what: "Rust is formatted",
        needs: &[],
        action: || run(&mut cargo(&["fmt", "--all", "--check"])),
    },
    Step {
        name: "tidy",
        what: "the rules of ARCHITECTURE.md",
        needs: &[],
        action: tidy::tidy,
    },
    Step {
        name: "bundle",
        what: "the packages of ui/, and its pages as the window gets them",
        needs: &[],
        action: || interface::install().and_then(|()| interface::build()),
    },
    Step {
        name: "interface",
        what: "format, lints, types and tests of ui/",
        needs: &["bundle"],
        action: interface,
    },
    Step {
        name: "pages",
        what: "every page in both languages, at both sizes, by keyboard and to axe",
        needs: &["packages", "bundle"],
        action: || interface::script("test:pages"),
    },
    Step {
        name: "build",
        what: "all programs and tests, once",
        needs: &["packages", "bundle"],
        action: || workspace(&["build", "--all-targets"]),
    },
    Step {
        name: "generated",
        what: "generated files are up to date",
        needs: &["build"],
        action: check_generated_files,
    },
    Step {
        name: "clippy",
        what: "lints, where a warning is an error",
        needs: &["packages", "bundle"],
        action: || {
            run(&mut cargo(&[
                "clippy",
                "--workspace",
                "--all-targets",
                "--features",
                FEATURES,
                "--",
                "-D",
                "warnings",
            ]))
        },
    },
    Step {
        name: "tests",
        what: "all tests, and the journeys through the real window",
        needs: &["build", "validators"],
        action: tests,
    },
];

/// Carries out all steps, or one with what it needs.
pub(crate) fn test(only: Option<&str>) -> Result<()> {
    ensure!(
        cfg!(target_os = "linux"),
        "the tests operate the window through WebKitGTK and need Linux"
    );
    carry_out(STEPS, only)
}

fn workspace(arguments: &[&str]) -> Result<()> {
    run(&mut cargo(
        &[arguments, &["--workspace", "--features", FEATURES]].concat(),
    ))
}

/// All checks of the interface, also when an earlier one fails: they say different things.
fn interface() -> Result<()> {
    let mut failed = vec![];
    for script in ["format:check", "lint", "check", "test"] {
        if interface::script(script).is_err() {
            failed.push(script);
        }
    }
    ensure!(
        failed.is_empty(),
        "npm run {} failed",
        failed.join(", npm run ")
    );
    Ok(())
}

/// The tests of the whole workspace, with a virtual display and told where the programs are.
fn tests() -> Result<()> {
    say("The journeys use a virtual display; nothing appears on this screen.");
    let display = ["--auto-servernum", "--server-args=-screen 0 1280x900x24"];
    run(program("xvfb-run", &display)
        .arg(cargo(&[]).get_program())
        .args([
            "test",
            "--workspace",
            "--features",
            FEATURES,
            "--no-fail-fast",
        ])
        .env("VERANTWOORD_DESKTOP", built("verantwoord-desktop"))
        .env("VERANTWOORD_CLI", built("verantwoord"))
        .env("VERANTWOORD_VALIDATORS", validators::programs())
        // Without a graphics card this only costs time.
        .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1"))
}
