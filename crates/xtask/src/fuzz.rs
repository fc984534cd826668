//! Fuzzing of everything that reads bytes of strangers, guided by what the bytes reach.
//!
//! The targets have the form that `cargo fuzz` knows. This needs neither that program nor a nightly compiler: what it adds are
//! sanitizers for unsafe code, of which there is none here.

use std::fs;

use anyhow::{Context as _, Result, ensure};

use crate::terminal::{heading, program, root, run, say};

const FOLDER: &str = "crates/signature/fuzz";

/// Lets the fuzzer see which way through the program an input takes.
const COVERAGE: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1";

/// More memory than this, or more seconds for one input, is a finding.
const MEMORY: &str = "-rss_limit_mb=2048";
const SECONDS: &str = "-timeout=20";

/// Builds the targets and runs one of them, or all, each for so many seconds.
pub(crate) fn fuzz(target: Option<&str>, seconds: &str) -> Result<()> {
    seconds.parse::<u32>().context("the number of seconds")?;
    let folder = root().join(FOLDER);
    let mut targets = Vec::new();
    for entry in fs::read_dir(folder.join("targets"))? {
        let name = entry?
            .path()
            .file_stem()
            .map(|name| name.to_string_lossy().into_owned());
        targets.extend(name);
    }
    targets.sort();
    if let Some(target) = target {
        ensure!(
            targets.iter().any(|known| known == target),
            "there is no target `{target}`; there are: {}",
            targets.join(", ")
        );
        targets.retain(|known| known == target);
    }
    heading("The targets, built to be watched");
    let host = host()?;
    let build = ["build", "--release", "--bins", "--target", &host];
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    run(program(cargo, &build)
        .current_dir(&folder)
        .env("RUSTFLAGS", COVERAGE)
        .env("CARGO_TARGET_DIR", folder.join("target")))?;
    for target in targets {
        heading(&target);
        let corpus = folder.join("target/corpus").join(&target);
        let found = folder.join("target/found").join(&target);
        for place in [&corpus, &found] {
            fs::create_dir_all(place)?;
        }
        let built = folder
            .join("target")
            .join(&host)
            .join("release")
            .join(&target);
        let mut watch = program(built, &[MEMORY, SECONDS, "-print_final_stats=1"]);
        watch.arg(format!("-max_total_time={seconds}"));
        watch.arg(format!("-artifact_prefix={}/", found.display()));
        watch.arg(&corpus);
        let seeds = folder.join("seeds").join(&target);
        if seeds.is_dir() {
            watch.arg(seeds);
        }
        run(&mut watch)?;
    }
    say("Nothing was found that panics, takes too long or takes too much memory.");
    Ok(())
}

/// The system that this compiler builds for. Naming it keeps the flags away from what runs while building.
fn host() -> Result<String> {
    let told = crate::terminal::output(&mut program("rustc", &["--version", "--verbose"]))?;
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host
        .context("rustc does not say what it builds for")?
        .to_owned())
}
