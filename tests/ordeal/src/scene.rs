//! The scene: files as a committee has them, made once by the program itself and copied for every cycle.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};
use rusqlite::Connection;
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
/// Where a report that is made or signed is written.
pub(crate) const SIGNED: &str = "uit.pdf";
/// The passphrase of the identity.
pub(crate) const PASSPHRASE: &str = "wachtwoordzin";
/// The name of the signer.
pub(crate) const SIGNER: &str = "A. Visser";
/// A file of 20 MB that is to become evidence.
pub(crate) const EVIDENCE: &str = "logboek.txt";

/// The dossier of the scene as the first version of the program would have written it.
pub(crate) const OLD: &str = "oud.dossier";
/// The file that was kept since the first format.
pub(crate) const GOLDEN: &str = "bewaard.dossier";

/// What a member brings back from home.
pub(crate) const OTHER: &str = "thuiswerk.dossier";
/// How each of the member's answers begins, and how many there are.
pub(crate) const AT_HOME: &str = "van thuis:";
pub(crate) const AT_HOME_TIMES: usize = 3;
/// A backup of the dossier.
pub(crate) const BACKUP: &str = "reserve.dossier";
/// The dossier as an export.
pub(crate) const EXPORT: &str = "uitvoer.json";

/// The dossier of the scene, encrypted.
pub(crate) const SEALED: &str = "versleuteld.dossier";
/// The passphrase of the encrypted dossier.
pub(crate) const KEY: &str = "sleutelzin";
/// Its recovery code.
pub(crate) const CODE: &str = "herstelcode";
/// Another passphrase.
pub(crate) const NEXT_KEY: &str = "nieuwe sleutelzin";

/// The dossier of the scene with the words of its last change gone wrong.
pub(crate) const DAMAGED: &str = "beschadigd.dossier";
/// Whose dossier it is.
pub(crate) const ORGANISATION: &str = "Voorbeeld Webwinkel B.V.";

/// What made a file of the first format.
const FIRST_FORMAT: &str = include_str!("../../../crates/dossier/src/schema/v1.sql");

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
        programs.done(here, &["new", DOSSIER, "--organisation", ORGANISATION])?;
        let member = ["--name", SIGNER, "--role", "chair"];
        programs.done(here, &[&["member", "add", DOSSIER], &member[..]].concat())?;
        let assess = ["--subject", "Chatbot", "--date", "2026-11-01"];
        programs.done(here, &[&["assess", DOSSIER], &assess[..]].concat())?;
        Ok(scene)
    }

    /// With a report, and an identity to sign it.
    pub(crate) fn with_report(self, programs: &Programs) -> Result<Self> {
        self.sign_ready(programs)?;
        Ok(self)
    }

    fn work_at_home(&self, programs: &Programs) -> Result<()> {
        let here = self.folder.path();
        self.copy_to(programs, OTHER)?;
        let line = |question| {
            let because = format!("{AT_HOME} over {question}");
            serde_json::json!({ "question": question, "value": "yes", "because": because })
        };
        let lines: String = ["PUR-01", "PUR-02", "PUR-05"]
            .map(|question| format!("{}\n", line(question)))
            .concat();
        let answer = programs.verantwoord(here, &["answer", OTHER, "--stdin"]);
        let ran = run(answer, &lines)?;
        let saved = ran.out.matches("ACK ").count();
        ensure!(saved == AT_HOME_TIMES, "{saved} saved: {}", ran.err);
        Ok(())
    }

    /// Has a copy handed out. The dossier of the scene stays as it is: it would say so otherwise.
    fn copy_to(&self, programs: &Programs, name: &str) -> Result<()> {
        const FROM: &str = "om te kopiëren.dossier";
        fs::copy(self.path(DOSSIER), self.path(FROM))?;
        let copied = programs.done(self.folder(), &["copy", FROM, "--out", name]);
        fs::remove_file(self.path(FROM))?;
        copied.map(|_| ())
    }

    fn sign_ready(&self, programs: &Programs) -> Result<()> {
        let here = self.folder.path();
        fs::write(here.join(PASSPHRASE), "een lange zin om te onthouden\n")?;
        let identity = ["--name", SIGNER, "--out", IDENTITY];
        let passphrase = ["--passphrase-file", PASSPHRASE];
        programs.done(
            here,
            &[&["identity", "new"], &identity[..], &passphrase].concat(),
        )?;
        let report = ["report", DOSSIER, "--out", REPORT, "--signer", SIGNER];
        programs.done(here, &report).map(|_| ())
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

    /// Makes one of its files, if it is not there yet.
    pub(crate) fn ready(&mut self, programs: &Programs, name: &str) -> Result<()> {
        if self.path(name).exists() {
            return Ok(());
        }
        match name {
            REPORT | IDENTITY | PASSPHRASE => self.sign_ready(programs),
            OLD => write_old(&self.path(DOSSIER), &self.path(OLD)),
            OTHER => self.work_at_home(programs),
            BACKUP => self.copy_to(programs, BACKUP),
            EXPORT => programs
                .done(self.folder(), &["export", DOSSIER, "--out", EXPORT])
                .map(|_| ()),
            KEY => Ok(fs::write(
                self.path(KEY),
                "vijf woorden die niemand raadt\n",
            )?),
            NEXT_KEY => Ok(fs::write(
                self.path(NEXT_KEY),
                "weer vijf woorden die niemand raadt\n",
            )?),
            SEALED | CODE => {
                self.ready(programs, KEY)?;
                fs::copy(self.path(DOSSIER), self.path(SEALED))?;
                let programs = programs.with_key(Some(KEY));
                let said = programs.done(self.folder(), &["encrypt", SEALED, "--json"])?;
                Ok(fs::write(self.path(CODE), recovery_code(&said)?)?)
            }
            DAMAGED => {
                fs::copy(self.path(DOSSIER), self.path(DAMAGED))?;
                let database = Connection::open(self.path(DAMAGED))?;
                let change = "update payload set body = '{}' where hash =
                    (select hash from event order by lamport desc limit 1)";
                ensure!(database.execute(change, [])? == 1, "nothing was damaged");
                Ok(())
            }
            GOLDEN => Ok(fs::copy(golden(), self.path(GOLDEN)).map(|_| ())?),
            _ => bail!("the scene has no {name}"),
        }
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

/// The recovery code in what is said when a dossier is encrypted, for programs.
pub(crate) fn recovery_code(said: &str) -> Result<String> {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Encrypted {
        recovery_code: String,
    }
    Ok(serde_json::from_str::<Encrypted>(said)?.recovery_code)
}

/// The file that was kept since the first format, where nobody may touch it.
pub(crate) fn golden() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.join("../../crates/dossier/tests/fixtures/v1.dossier")
}

/// Writes to `old` what is in the dossier at `now`, in the first format.
fn write_old(now: &Path, old: &Path) -> Result<()> {
    let database = Connection::open(old)?;
    database.execute_batch(FIRST_FORMAT)?;
    let mark: i64 = {
        let now = Connection::open(now)?;
        now.pragma_query_value(None, "application_id", |row| row.get(0))?
    };
    let from = now.to_str().context("an odd temporary folder")?;
    database.execute("attach ?1 as now", [from])?;
    for table in ["event", "payload", "blob", "meta"] {
        database.execute_batch(&format!(
            "insert into main.{table} select * from now.{table}"
        ))?;
    }
    database.execute_batch("detach now")?;
    database.pragma_update(None, "application_id", mark)?;
    database.pragma_update(None, "user_version", 1)?;
    database.close().map_err(|(_, error)| error.into())
}

/// The arguments that sign the report of the scene.
pub(crate) const SIGN: [&str; 12] = [
    "sign",
    REPORT,
    "--identity",
    IDENTITY,
    "--name",
    SIGNER,
    "--passphrase-file",
    PASSPHRASE,
    "--dossier",
    DOSSIER,
    "--out",
    SIGNED,
];

/// Has the program check a dossier, which must be sound; gives the number of its events.
pub(crate) fn sound(programs: &Programs, folder: &Path, dossier: &str) -> Result<u64> {
    let checked = programs.done(folder, &["check", dossier, "--json"])?;
    let checked: Checked = serde_json::from_str(&checked)?;
    Ok(checked.events)
}
