//! Programs that others made, measured like ours: from start to end, with everything that starting them takes.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};

use crate::typesetters::{self, TYPESETTERS, Typesetter};
use crate::usage::Usage;

/// What others made and is installed here.
#[derive(Default)]
pub(crate) struct Others {
    /// The program pyHanko.
    pub(crate) pyhanko: Option<PathBuf>,
    /// A Python that has typesetters, and which of them it has.
    pub(crate) typesetters: Option<(PathBuf, Vec<Typesetter>)>,
}

impl Others {
    /// Reads `--pyhanko PROGRAM` and `--typesetters PYTHON`.
    pub(crate) fn read(words: &[&str]) -> Result<Self> {
        let mut others = Self::default();
        for pair in words.chunks(2) {
            match pair {
                // A program may be a link to another, so it is not followed.
                ["--pyhanko", program] => others.pyhanko = Some(std::path::absolute(program)?),
                ["--typesetters", python] => {
                    let python = std::path::absolute(python)?;
                    let there = TYPESETTERS.into_iter().filter(|it| it.is_in(&python));
                    others.typesetters = Some((python.clone(), there.collect()));
                }
                _ => bail!("`{}` is not understood", pair.join(" ")),
            }
        }
        Ok(others)
    }
}

/// Runs a program to its end. Must be the only one that this process ever runs: the system adds all of them up.
pub(crate) fn run(program: &str, arguments: &[&str]) -> Result<Usage> {
    let start = Instant::now();
    let output = Command::new(program)
        .args(arguments)
        .output()
        .with_context(|| format!("{program} did not start"))?;
    let seconds = start.elapsed().as_secs_f64();
    if !output.status.success() {
        bail!(
            "{program} failed:\n{}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Usage::of_children(seconds)
}

/// How pyHanko validates a report with `signers` signatures, all of them trusted.
pub(crate) fn pyhanko_verifies(pyhanko: &Path, signers: usize) -> Vec<String> {
    let mut words = outside(
        pyhanko,
        &[
            "sign",
            "validate",
            "--no-revocation-check",
            "--trust-replace",
        ],
    );
    for signer in 1..=signers {
        words.extend(["--trust".to_owned(), format!("signer-{signer}.pem")]);
    }
    words.push(format!("signed-{signers}.pdf"));
    words
}

/// How pyHanko adds the last of `signers` signatures, in the same form as ours.
pub(crate) fn pyhanko_signs(pyhanko: &Path, signers: usize) -> Vec<String> {
    let mut words = outside(
        pyhanko,
        &[
            "sign",
            "addsig",
            "--use-pades",
            "--existing-only",
            "--field",
        ],
    );
    words.extend([
        format!("Signature{signers}"),
        "pkcs12".to_owned(),
        "--passfile".to_owned(),
        "passphrase.txt".to_owned(),
        format!("almost-{signers}.pdf"),
        format!("pyhanko-{signers}.pdf"),
        format!("signer-{signers}.p12"),
    ]);
    words
}

/// How a typesetter makes its report.
pub(crate) fn typesets(python: &Path, typesetter: &Typesetter) -> Vec<String> {
    let fonts = typesetters::fonts().display().to_string();
    outside(python, &["-c", typesetter.program, &fonts])
}

fn outside(program: &Path, arguments: &[&str]) -> Vec<String> {
    let program = program.display().to_string();
    ["outside", &program]
        .iter()
        .chain(arguments)
        .map(|word| (*word).to_owned())
        .collect()
}
