//! Running other programs and telling the reader of the terminal what happens.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

/// The project's root folder.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// The folder that Cargo builds into.
pub(crate) fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// A program of this project, built for development.
pub(crate) fn built(name: &str) -> PathBuf {
    built_as("debug", name)
}

/// A program of this project, built as one of the profiles in `Cargo.toml` says.
pub(crate) fn built_as(profile: &str, name: &str) -> PathBuf {
    target()
        .join(profile)
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// A heading above what follows.
pub(crate) fn heading(text: &str) {
    println!("\n== {text}");
}

/// A line about what is going on.
pub(crate) fn say(text: &str) {
    println!("   {text}");
}

/// A program with its arguments, run in the project's root unless said otherwise.
pub(crate) fn program(name: impl AsRef<OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(root());
    command
}

/// Cargo itself, the one that started us.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    program(
        std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()),
        arguments,
    )
}

/// Shows the command, runs it with its output on the terminal, and fails when it does.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let code = exit_code(command)?;
    if code != 0 {
        bail!("`{}` ended with code {code}", line(command));
    }
    Ok(())
}

/// Like [`run`], for programs whose exit code says more than yes or no. Death by a signal counts as a failure.
pub(crate) fn exit_code(command: &mut Command) -> Result<i32> {
    println!("   $ {}", line(command));
    let status = command
        .status()
        .with_context(|| format!("`{}` did not start", line(command)))?;
    status
        .code()
        .with_context(|| format!("`{}` was ended by the system", line(command)))
}

/// What a program prints, without showing it. Fails when the program does, with what it had to say.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("`{}` did not start", line(command)))?;
    if !output.status.success() {
        bail!(
            "`{}` failed:\n{}",
            line(command),
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a program can be started at all.
pub(crate) fn exists(name: &str) -> bool {
    let Some(path) = std::env::var_os("PATH") else {
        return false;
    };
    std::env::split_paths(&path).any(|folder| {
        let file = folder.join(name);
        file.is_file()
            || file.with_extension("exe").is_file()
            || file.with_extension("cmd").is_file()
    })
}

/// The command as a reader would type it in the project's root.
fn line(command: &Command) -> String {
    let name = Path::new(command.get_program());
    let name = name
        .file_name()
        .filter(|_| name.is_absolute())
        .unwrap_or(name.as_os_str());
    let relative = |word: &OsStr| {
        let path = Path::new(word);
        path.strip_prefix(root())
            .unwrap_or(path)
            .display()
            .to_string()
    };
    let words = std::iter::once(name).chain(command.get_args());
    words.map(relative).collect::<Vec<_>>().join(" ")
}
