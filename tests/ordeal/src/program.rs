//! The programs under test, and running them: with input, with a limit of time, and to their end.

use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};

/// Nothing that the program does takes longer, not even watched and on a busy machine.
const LONGEST: Duration = Duration::from_secs(120);

/// Where the program finds the folders of the person who works with it.
pub(crate) const HOME: &str = "thuis";
/// What would lead it to the folders of whoever runs the campaign.
const ELSEWHERE: [&str; 6] = [
    "VERANTWOORD_BACKUPS",
    "VERANTWOORD_SETTINGS",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
];

/// Where the programs are.
#[derive(Debug, Clone)]
pub struct Programs {
    verantwoord: PathBuf,
    ordeal: PathBuf,
    /// The file with the passphrase of the dossiers, where they are encrypted.
    key: Option<&'static str>,
}

/// What a program did.
#[derive(Debug)]
pub(crate) struct Ran {
    /// The exit code; none when it was ended by a signal.
    pub(crate) code: Option<i32>,
    /// What it wrote on standard output.
    pub(crate) out: String,
    /// What it wrote on standard error.
    pub(crate) err: String,
}

impl Programs {
    /// The program that the tests are told of, or else the one that was built last; none where there is none, which
    /// only the tests of the whole project do not let pass. `ordeal` is the program of this package.
    ///
    /// # Errors
    /// When one is named and is not there.
    pub fn find(ordeal: &Path) -> Result<Option<Self>> {
        let built = |verantwoord| Programs {
            verantwoord,
            ordeal: ordeal.to_owned(),
            key: None,
        };
        if let Some(named) = std::env::var_os("VERANTWOORD_CLI") {
            let named = PathBuf::from(named);
            ensure!(named.is_file(), "there is no {}", named.display());
            ensure!(
                can_watch(),
                "strace is needed, and cannot watch a program here"
            );
            return Ok(Some(built(named)));
        }
        let last = target().join("debug/verantwoord");
        Ok((last.is_file() && can_watch()).then(|| built(last)))
    }

    /// `verantwoord`, in `folder`.
    pub(crate) fn verantwoord(&self, folder: &Path, arguments: &[&str]) -> Command {
        let mut command = command(&self.verantwoord, folder, arguments);
        if let Some(key) = self.key {
            command.args(["--passphrase-file", key]);
        }
        command
    }

    /// The same for dossiers that are encrypted, with their passphrase in the file `key`.
    pub(crate) fn with_key(&self, key: Option<&'static str>) -> Self {
        Programs {
            key,
            ..self.clone()
        }
    }

    /// The program of this package, in `folder`.
    pub(crate) fn ordeal(&self, folder: &Path, arguments: &[&str]) -> Command {
        command(&self.ordeal, folder, arguments)
    }

    /// Runs `verantwoord` in `folder`, which must end with exit code 0; gives what it wrote.
    pub(crate) fn done(&self, folder: &Path, arguments: &[&str]) -> Result<String> {
        let ran = run(self.verantwoord(folder, arguments), "")?;
        ensure!(
            ran.code == Some(0),
            "`verantwoord {}` ended with {:?}: {}{}",
            arguments.join(" "),
            ran.code,
            ran.out,
            ran.err
        );
        Ok(ran.out)
    }
}

/// The folder that Cargo builds into.
pub(crate) fn target() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = here.ancestors().nth(2).unwrap_or(here);
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root.join(folder),
        None => root.join("target"),
    }
}

fn can_watch() -> bool {
    let watched = Command::new("strace")
        .args(["-o", "/dev/null", "true"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    watched.is_ok_and(|status| status.success())
}

fn command(program: &Path, folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command
        .args(arguments)
        .current_dir(folder)
        .env("USER", "campagne")
        .env("HOME", folder.join(HOME));
    for elsewhere in ELSEWHERE {
        command.env_remove(elsewhere);
    }
    command
}

/// `inner`, watched by `strace` with these arguments.
pub(crate) fn watched(inner: &Command, arguments: &[&str]) -> Command {
    let mut outer = Command::new("strace");
    outer.args(["-f", "-qq"]).args(arguments).arg("--");
    outer.arg(inner.get_program()).args(inner.get_args());
    if let Some(folder) = inner.get_current_dir() {
        outer.current_dir(folder);
    }
    for (name, value) in inner.get_envs() {
        match value {
            Some(value) => outer.env(name, value),
            None => outer.env_remove(name),
        };
    }
    outer
}

/// Runs a program to its end.
pub(crate) fn run(command: Command, input: &str) -> Result<Ran> {
    run_within(command, input.as_bytes(), LONGEST)
}

/// Runs a program to its end, which must come within `limit`.
pub(crate) fn run_within(command: Command, input: &[u8], limit: Duration) -> Result<Ran> {
    let mut running = Running::start(command)?;
    running.give(input);
    running.close_input();
    if !running.read_to_end(limit) {
        running.kill()?;
        bail!("no end after {} s", limit.as_secs());
    }
    running.finish()
}

/// A program that is running.
pub(crate) struct Running {
    child: Child,
    input: Option<ChildStdin>,
    lines: Receiver<String>,
    out: String,
    err: JoinHandle<String>,
}

impl Running {
    pub(crate) fn start(mut command: Command) -> Result<Self> {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .with_context(|| format!("{} did not start", command.get_program().display()))?;
        let (send, lines) = mpsc::channel();
        let out = child.stdout.take().context("no standard output")?;
        let mut err = child.stderr.take().context("no standard error")?;
        thread::spawn(move || {
            for line in BufReader::new(out).split(b'\n') {
                let Ok(line) = line else { break };
                if send
                    .send(String::from_utf8_lossy(&line).into_owned())
                    .is_err()
                {
                    break;
                }
            }
        });
        let err = thread::spawn(move || {
            let mut bytes = Vec::new();
            // What was read before a failure is what there is.
            let _ = err.read_to_end(&mut bytes);
            String::from_utf8_lossy(&bytes).into_owned()
        });
        Ok(Running {
            input: child.stdin.take(),
            child,
            lines,
            out: String::new(),
            err,
        })
    }

    /// Writes to its standard input. Whether it still reads is its own business.
    pub(crate) fn say(&mut self, text: &str) {
        self.give(text.as_bytes());
    }

    fn give(&mut self, bytes: &[u8]) {
        if let Some(input) = &mut self.input {
            let _ = input.write_all(bytes).and_then(|()| input.flush());
        }
    }

    pub(crate) fn close_input(&mut self) {
        self.input = None;
    }

    /// The next line that it writes, unless it ends or `limit` passes before.
    pub(crate) fn line(&mut self, limit: Duration) -> Result<String, RecvTimeoutError> {
        let line = self.lines.recv_timeout(limit)?;
        self.out.push_str(&line);
        self.out.push('\n');
        Ok(line)
    }

    /// Waits until it has saved an answer or ends; whether it has saved one.
    pub(crate) fn saves(&mut self, limit: Duration) -> Result<bool> {
        while !self.out.contains("ACK ") {
            match self.line(limit) {
                Ok(_) => {}
                Err(RecvTimeoutError::Disconnected) => return Ok(false),
                Err(RecvTimeoutError::Timeout) => bail!("neither an answer saved nor an end"),
            }
        }
        Ok(true)
    }

    /// Reads until it closes its output; whether it did within `limit`.
    pub(crate) fn read_to_end(&mut self, limit: Duration) -> bool {
        let until = Instant::now() + limit;
        loop {
            match self.line(until.saturating_duration_since(Instant::now())) {
                Ok(_) => {}
                Err(RecvTimeoutError::Disconnected) => return true,
                Err(RecvTimeoutError::Timeout) => return false,
            }
        }
    }

    /// Ends it as the system does when it must: at once and without a word.
    pub(crate) fn kill(&mut self) -> Result<()> {
        self.child.kill().context("it cannot be killed")
    }

    /// Waits for its end.
    pub(crate) fn finish(mut self) -> Result<Ran> {
        self.close_input();
        ensure!(self.read_to_end(LONGEST), "no end after {LONGEST:?}");
        let status = self.child.wait()?;
        let err = self.err.join().unwrap_or_default();
        ensure!(
            status.code() != Some(101) && !err.contains("panicked"),
            "the program panicked: {err}"
        );
        Ok(Ran {
            code: status.code().filter(|_| status.signal().is_none()),
            out: self.out,
            err,
        })
    }
}
