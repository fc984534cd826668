//! A folder of its own for each journey, with a home in it, and the programs working there.

use std::ffi::OsStr;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value as Json;
use tempfile::TempDir;

use crate::authority::Authority;
use crate::driver::Driver;
use crate::example::Answer;
use crate::opinions::Opinions;
use crate::window::Window;

/// The passphrase of every identity that a journey makes.
pub const PASSPHRASE: &str = "fiets lepel onweer vijver";

/// Where a journey takes place.
pub struct Workshop {
    journey: &'static str,
    folder: TempDir,
    command_line: PathBuf,
    desktop: PathBuf,
    validators: PathBuf,
}

impl Workshop {
    /// A new place; `None` where the programs were not named, because the journeys are run by hand.
    #[must_use]
    pub fn open(journey: &'static str) -> Option<Self> {
        let Some(desktop) = std::env::var_os("VERANTWOORD_DESKTOP") else {
            eprintln!(
                "{journey}: skipped, because VERANTWOORD_DESKTOP is not set; `cargo xtask test` sets it"
            );
            return None;
        };
        let workshop = Self {
            journey,
            folder: TempDir::new().expect("a folder"),
            desktop: desktop.into(),
            command_line: named("VERANTWOORD_CLI"),
            validators: named("VERANTWOORD_VALIDATORS"),
        };
        for place in [
            &workshop.desktop,
            &workshop.command_line,
            &workshop.validators,
        ] {
            assert!(place.exists(), "{} is not there", place.display());
        }
        fs::create_dir(workshop.path("home")).expect("a home");
        fs::write(workshop.path("wachtwoordzin"), PASSPHRASE).expect("a passphrase");
        Some(workshop)
    }

    /// A file of this journey.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Puts a file there.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, content).expect("a file");
        path
    }

    /// A file of the project that is published for others.
    #[must_use]
    pub fn published(&self, path: &str) -> PathBuf {
        root().join(path)
    }

    /// A picture with transparency: the icon of the program.
    #[must_use]
    pub fn desktop_icon(&self) -> PathBuf {
        root().join("src-tauri/icons/128x128.png")
    }

    /// The next time that the window asks for a file for this purpose, it gets this one.
    pub fn will_choose(&self, purpose: &str, path: &Path) {
        let list = OpenOptions::new()
            .append(true)
            .create(true)
            .open(self.choices());
        writeln!(list.unwrap(), "{purpose} {}", path.display()).unwrap();
    }

    /// Opens the desktop program.
    #[must_use]
    pub fn window(&self) -> Window {
        let pictures = root().join("target/journeys");
        Window::open(self.journey, pictures, || {
            let mut surroundings = self.at_home("WebKitWebDriver");
            surroundings
                .env("VERANTWOORD_CHOICES", self.choices())
                // Without a graphics card this only costs time.
                .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
            Driver::open(&self.desktop, surroundings, &self.path("driver.log"))
        })
    }

    /// The command line with these arguments, not yet started.
    #[must_use]
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.at_home(&self.command_line);
        command.args(arguments).stdin(Stdio::null());
        command
    }

    /// Runs the command line.
    #[must_use]
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program runs")
    }

    /// Runs a command that must succeed; returns what it prints.
    #[track_caller]
    pub fn done(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs a command that must succeed; returns the JSON that it prints.
    #[track_caller]
    #[must_use]
    pub fn json(&self, arguments: &[&str]) -> Json {
        serde_json::from_str(&self.done(arguments)).unwrap()
    }

    /// Lets the command line record answers; returns its acknowledgements.
    #[track_caller]
    pub fn record(&self, dossier: &str, answers: impl IntoIterator<Item = Answer>) -> Vec<u64> {
        let lines: String = answers.into_iter().map(|answer| answer.line()).collect();
        let lines = self.file("answers.jsonl", lines);
        let mut command = self.command(&["answer", dossier, "--stdin"]);
        command.stdin(fs::File::open(lines).unwrap());
        let output = command.output().unwrap();
        assert!(output.status.success(), "{output:?}");
        acknowledged(&output.stdout)
    }

    /// Makes an identity on the command line; returns its file and its certificate, which others may trust.
    #[track_caller]
    pub fn identity(&self, name: &str) -> (String, PathBuf) {
        let key = format!("{name}.p12");
        let secret = ["--passphrase-file", "wachtwoordzin"];
        self.done(
            &[
                &["identity", "new", "--name", name, "--out", &key],
                &secret[..],
            ]
            .concat(),
        );
        let certificate = self.certificate(&key);
        (key, certificate)
    }

    /// The certificate in an identity.
    #[track_caller]
    pub fn certificate(&self, key: &str) -> PathBuf {
        let certificate = format!("{key}.pem");
        self.done(&[
            "identity",
            "certificate",
            key,
            "--passphrase-file",
            "wachtwoordzin",
            "--out",
            &certificate,
        ]);
        self.path(&certificate)
    }

    /// Authorities on this machine, with a certificate for this member.
    #[must_use]
    pub fn authority(&self, member: &str) -> Authority {
        Authority::found(self.path("authority"), &self.validators, member)
    }

    /// What others say of a PDF.
    #[must_use]
    pub fn opinions(&self) -> Opinions<'_> {
        Opinions::of(&self.validators, self.folder.path())
    }

    fn choices(&self) -> PathBuf {
        self.path("choices")
    }

    /// A program that finds no settings, caches or sessions but those of this journey.
    fn at_home(&self, program: impl AsRef<OsStr>) -> Command {
        let home = self.path("home");
        let mut command = Command::new(program);
        command
            .current_dir(self.folder.path())
            .env("HOME", &home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_STATE_HOME", home.join("state"))
            .env("XDG_CACHE_HOME", home.join("cache"));
        command
    }
}

/// The numbers of the acknowledgements in what `answer --stdin` printed.
#[must_use]
pub fn acknowledged(printed: &[u8]) -> Vec<u64> {
    String::from_utf8_lossy(printed)
        .lines()
        .filter_map(|line| line.strip_prefix("ACK ")?.parse().ok())
        .collect()
}

/// The project.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap()
        .to_owned()
}

fn named(variable: &str) -> PathBuf {
    std::env::var_os(variable)
        .unwrap_or_else(|| panic!("{variable} is not set although VERANTWOORD_DESKTOP is"))
        .into()
}
