//! The scene: files as a committee has them, made once by the program itself and copied for every cycle.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde::Deserialize;
use tempfile::TempDir;

use crate::cycle;
use crate::ledger::Ledger;
use crate::program::{Programs, run};

/// The dossier of the scene.
pub(crate) const DOSSIER: &str = "webwinkel.dossier";
/// The report of the scene, ready to be signed.
pub(crate) const REPORT: &str = "verslag.pdf";
/// The identity of the signer.
pub(crate) const IDENTITY: &str = "visser.p12";
/// The passphrase of the identity.
pub(crate) const PASSPHRASE: &str = "wachtwoordzin";
/// The name of the signer.
pub(crate) const SIGNER: &str = "A. Visser";
/// A file of 20 MB that is to become evidence.
pub(crate) const EVIDENCE: &str = "logboek.txt";

/// Files to begin a cycle with.
pub(crate) struct Scene {
    folder: TempDir,
}

/// What is read of `check --json`.
#[derive(Deserialize)]
pub(crate) struct Checked {
    /// How many events hold.
    pub(crate) events: u64,
}

impl Scene {
    /// A dossier with an assessment that was begun.
    pub(crate) fn begun(programs: &Programs) -> Result<Self> {
        let scene = Scene {
            folder: cycle::folder()?,
        };
        let here = scene.folder.path();
        programs.done(
            here,
            &["new", DOSSIER, "--organisation", "Voorbeeld Webwinkel B.V."],
        )?;
        let member = ["--name", SIGNER, "--role", "chair"];
        programs.done(here, &[&["member", "add", DOSSIER], &member[..]].concat())?;
        let assess = ["--subject", "Chatbot", "--date", "2026-11-01"];
        programs.done(here, &[&["assess", DOSSIER], &assess[..]].concat())?;
        Ok(scene)
    }

    /// With a report, and an identity to sign it.
    pub(crate) fn with_report(self, programs: &Programs) -> Result<Self> {
        let here = self.folder.path();
        fs::write(here.join(PASSPHRASE), "een lange zin om te onthouden\n")?;
        let identity = ["--name", SIGNER, "--out", IDENTITY];
        let passphrase = ["--passphrase-file", PASSPHRASE];
        programs.done(
            here,
            &[&["identity", "new"], &identity[..], &passphrase].concat(),
        )?;
        programs.done(
            here,
            &["report", DOSSIER, "--out", REPORT, "--signer", SIGNER],
        )?;
        Ok(self)
    }

    /// With a large file.
    pub(crate) fn with_evidence(self, size: usize) -> Result<Self> {
        let bytes = crate::chance::Chance::of(20, 0).bytes(size);
        fs::write(self.path(EVIDENCE), bytes)?;
        Ok(self)
    }

    /// With answers; gives the lines in which they were given too.
    pub(crate) fn with_answers(
        self,
        programs: &Programs,
        ledger: &mut Ledger,
        chance: &mut crate::chance::Chance,
        number: usize,
    ) -> Result<Self> {
        let from = ledger.len();
        let lines = ledger.give(chance, number);
        let answer = programs.verantwoord(self.folder.path(), &["answer", DOSSIER, "--stdin"]);
        let ran = run(answer, &lines)?;
        ledger.note(from, &ran.out, &ran.err)?;
        Ok(self)
    }

    /// Where a file of the scene is.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The folder of the scene.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Copies some of its files.
    pub(crate) fn copy(&self, names: &[&str], to: &Path) -> Result<()> {
        for name in names {
            fs::copy(self.path(name), to.join(name)).with_context(|| format!("no {name}"))?;
        }
        Ok(())
    }
}

/// The arguments that sign the report of the scene into `out`.
pub(crate) fn sign(out: &str) -> Vec<&str> {
    let identity = ["--identity", IDENTITY, "--name", SIGNER];
    let rest = [
        "--passphrase-file",
        PASSPHRASE,
        "--dossier",
        DOSSIER,
        "--out",
        out,
    ];
    [&["sign", REPORT], &identity[..], &rest].concat()
}

/// Has the program check a dossier, which must be sound; gives the number of its events.
pub(crate) fn sound(programs: &Programs, folder: &Path, dossier: &str) -> Result<u64> {
    let checked = programs.done(folder, &["check", dossier, "--json"])?;
    let checked: Checked = serde_json::from_str(&checked)?;
    Ok(checked.events)
}
