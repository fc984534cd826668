//! Deeds: what the program can be doing when something happens to it, and what must hold afterwards.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail, ensure};
use assessment::Change;
use dossier::Dossier;

use crate::program::{HOME, Programs, Ran, run};
use crate::scene::{
    self, AT_HOME, AT_HOME_TIMES, BACKUP, CODE, DAMAGED, DOSSIER, EVIDENCE, EXPORT, GOLDEN,
    IDENTITY, KEY, NEXT_KEY, OLD, ORGANISATION, OTHER, PASSPHRASE, REPORT, SEALED, SIGNED, SIGNER,
};
use crate::stage::Usual;

/// A dossier with another name, to be made.
pub(crate) const NEW: &str = "nieuw.dossier";
/// A file to be written.
pub(crate) const OUT: &str = SIGNED;
/// The certificate of a destruction.
pub(crate) const CERTIFICATE: &str = "bewijs van vernietiging.txt";
/// How answers are given.
pub(crate) const ANSWER: [&str; 3] = ["answer", DOSSIER, "--stdin"];

/// What was at the place of a file to be written.
pub(crate) const PREVIOUS: &[u8] = b"een vorig verslag";

/// What the program is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Deed {
    /// Giving answers.
    Answer,
    /// Giving the first answers to a dossier of the first format, which is brought to the present one before.
    Migrate,
    /// Opening the file that was kept since the first format, which is brought to the present one.
    MigrateGolden,
    Evidence,
    New,
    Example,
    Report,
    Sign,
    /// Taking over what a member did at home.
    Merge,
    Backup,
    /// Putting a backup back, beside the dossier.
    Restore,
    /// Handing out a copy.
    Copy,
    Export,
    Import,
    Undo,
    /// Erasing what is said of a member.
    Erase,
    /// Giving answers to an encrypted dossier.
    AnswerSealed,
    Encrypt,
    Decrypt,
    /// Giving an encrypted dossier and its backups another passphrase.
    Passphrase,
    /// Saving what is sound in a damaged dossier.
    Rescue,
    Destroy,
}

/// What is done in turn: what people do most comes most.
const TURNS: [Deed; 53] = [
    Deed::Answer,
    Deed::Merge,
    Deed::Answer,
    Deed::Sign,
    Deed::Answer,
    Deed::Migrate,
    Deed::Answer,
    Deed::Backup,
    Deed::Answer,
    Deed::Evidence,
    Deed::Answer,
    Deed::Erase,
    Deed::Answer,
    Deed::Report,
    Deed::Answer,
    Deed::Merge,
    Deed::Answer,
    Deed::Restore,
    Deed::Answer,
    Deed::MigrateGolden,
    Deed::Answer,
    Deed::Undo,
    Deed::Answer,
    Deed::Merge,
    Deed::Answer,
    Deed::Import,
    Deed::Answer,
    Deed::Migrate,
    Deed::Answer,
    Deed::Backup,
    Deed::Answer,
    Deed::Example,
    Deed::Answer,
    Deed::Export,
    Deed::Answer,
    Deed::Copy,
    Deed::Answer,
    Deed::New,
    Deed::Answer,
    Deed::AnswerSealed,
    Deed::Answer,
    Deed::Encrypt,
    Deed::Answer,
    Deed::AnswerSealed,
    Deed::Answer,
    Deed::Decrypt,
    Deed::Answer,
    Deed::Passphrase,
    Deed::Answer,
    Deed::Rescue,
    Deed::Answer,
    Deed::Destroy,
    Deed::Answer,
];

impl Deed {
    /// Whose turn it is.
    pub(crate) fn in_turn(turn: u64) -> Self {
        let place = usize::try_from(turn % TURNS.len() as u64).unwrap_or(0);
        TURNS.get(place).copied().unwrap_or(Deed::Answer)
    }

    /// The word under which it is counted.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Deed::Answer => "during answers",
            Deed::Migrate => "during answers to a dossier of an older format",
            Deed::MigrateGolden => "while the kept file of the first format is opened",
            Deed::Evidence => "during evidence of 20 MB",
            Deed::New => "during a new dossier",
            Deed::Example => "during the example",
            Deed::Report => "during a report",
            Deed::Sign => "during signing",
            Deed::Merge => "during a merge",
            Deed::Backup => "during a backup",
            Deed::Restore => "while a backup is put back",
            Deed::Copy => "while a copy is handed out",
            Deed::Export => "during an export",
            Deed::Import => "during an import",
            Deed::Undo => "during an undo",
            Deed::Erase => "during an erasure",
            Deed::AnswerSealed => "during answers to an encrypted dossier",
            Deed::Encrypt => "while a dossier is encrypted",
            Deed::Decrypt => "while a dossier is decrypted",
            Deed::Passphrase => "while a passphrase is changed",
            Deed::Rescue => "during a rescue",
            Deed::Destroy => "during a destruction",
        }
    }

    /// Whether it takes answers from standard input.
    pub(crate) fn is_answering(self) -> bool {
        matches!(self, Deed::Answer | Deed::Migrate | Deed::AnswerSealed)
    }

    /// The files of the scene that it needs, and what they are called here.
    pub(crate) fn needs(self) -> Vec<(&'static str, &'static str)> {
        match self {
            Deed::Migrate => vec![(OLD, DOSSIER)],
            Deed::MigrateGolden => vec![(DOSSIER, DOSSIER), (GOLDEN, GOLDEN)],
            Deed::Evidence => vec![(DOSSIER, DOSSIER), (EVIDENCE, EVIDENCE)],
            Deed::Sign => [DOSSIER, REPORT, IDENTITY, PASSPHRASE]
                .map(|name| (name, name))
                .to_vec(),
            Deed::Merge => vec![(DOSSIER, DOSSIER), (OTHER, OTHER)],
            Deed::AnswerSealed | Deed::Decrypt => vec![(SEALED, DOSSIER), (CODE, CODE)],
            Deed::Encrypt => vec![(DOSSIER, DOSSIER), (KEY, KEY)],
            Deed::Passphrase => vec![(SEALED, DOSSIER), (CODE, CODE), (NEXT_KEY, NEXT_KEY)],
            Deed::Rescue => vec![(DOSSIER, DOSSIER), (DAMAGED, DAMAGED)],
            Deed::Restore => vec![(DOSSIER, DOSSIER), (BACKUP, BACKUP)],
            Deed::Import => vec![(DOSSIER, DOSSIER), (EXPORT, EXPORT)],
            _ => vec![(DOSSIER, DOSSIER)],
        }
    }

    pub(crate) fn arguments(self) -> Vec<&'static str> {
        match self {
            Deed::Answer | Deed::Migrate | Deed::AnswerSealed => ANSWER.to_vec(),
            Deed::Encrypt => vec!["encrypt", DOSSIER],
            Deed::Decrypt => vec!["decrypt", DOSSIER],
            Deed::Passphrase => vec!["passphrase", DOSSIER, "--new-passphrase-file", NEXT_KEY],
            Deed::Rescue => vec!["rescue", DAMAGED, "--out", NEW],
            Deed::Destroy => vec![
                "destroy",
                DOSSIER,
                "--organisation",
                ORGANISATION,
                "--certificate",
                CERTIFICATE,
            ],
            Deed::MigrateGolden => vec!["member", "add", GOLDEN, "--name", "B. de Boer"],
            Deed::Evidence => vec!["evidence", DOSSIER, "PUR-01", EVIDENCE],
            Deed::New => vec!["new", NEW, "--organisation", ORGANISATION],
            Deed::Example => vec!["example", NEW],
            Deed::Report => vec!["report", DOSSIER, "--out", OUT],
            Deed::Sign => scene::SIGN.to_vec(),
            Deed::Merge => vec!["merge", DOSSIER, OTHER],
            Deed::Backup => vec!["backup", DOSSIER],
            Deed::Restore => vec!["restore", "--from", BACKUP, "--out", NEW],
            Deed::Copy => vec!["copy", DOSSIER, "--out", NEW],
            Deed::Export => vec!["export", DOSSIER, "--out", OUT],
            Deed::Import => vec!["import", EXPORT, "--out", NEW],
            // The last answer, which nothing came after.
            Deed::Undo => vec!["undo", DOSSIER, "7"],
            Deed::Erase => vec![
                "erase",
                DOSSIER,
                "--member",
                SIGNER,
                "--reason",
                "op verzoek",
            ],
        }
    }

    /// The file with what opens the dossier, where that is or becomes encrypted. The recovery code is quicker than a
    /// passphrase.
    pub(crate) fn key(self) -> Option<&'static str> {
        match self {
            Deed::Encrypt => Some(KEY),
            Deed::AnswerSealed | Deed::Decrypt | Deed::Passphrase => Some(CODE),
            _ => None,
        }
    }

    /// The same once the deed was done or cut off in `here`.
    pub(crate) fn key_now(self, programs: &Programs, here: &Path) -> Result<Option<&'static str>> {
        if self != Deed::Passphrase {
            return Ok(self.key());
        }
        let with_next = programs.with_key(Some(NEXT_KEY));
        let checked = run(with_next.verantwoord(here, &["check", DOSSIER]), "")?;
        Ok(if checked.code == Some(0) {
            Some(NEXT_KEY)
        } else {
            self.key()
        })
    }

    /// The file that it writes, where that is the same every time.
    pub(crate) fn writes(self) -> Option<&'static str> {
        matches!(self, Deed::Report | Deed::Export).then_some(OUT)
    }

    /// How it ends when nothing happens.
    pub(crate) fn code(self) -> i32 {
        match self {
            // Its questionnaire is none that the program would work with, which shows once the file is open.
            Deed::MigrateGolden => 1,
            _ => 0,
        }
    }

    /// Whether what the deed was to leave in `here` is there as a whole or not at all, and there when the program
    /// said so. `there_before` says whether there was something at the place of the file to be written.
    pub(crate) fn judge(
        self,
        programs: &Programs,
        here: &Path,
        ran: &Ran,
        usual: &Usual,
        there_before: bool,
    ) -> Result<()> {
        let done = ran.code == Some(0);
        let out = here.join(OUT);
        match self {
            Deed::Answer | Deed::Migrate => Ok(()),
            Deed::AnswerSealed => {
                ensure!(!is_readable(here)?, "the dossier is not encrypted any more");
                Ok(())
            }
            Deed::Encrypt => {
                ensure!(
                    !done || !is_readable(here)?,
                    "the dossier was called encrypted and is not"
                );
                // It is the one or the other, and can be made what was wanted.
                if is_readable(here)? {
                    programs.done(here, &self.arguments())?;
                }
                scene::sound(programs, here, DOSSIER).map(|_| ())
            }
            Deed::Decrypt => {
                ensure!(
                    !done || is_readable(here)?,
                    "the dossier was called decrypted and is not"
                );
                if !is_readable(here)? {
                    programs.done(here, &self.arguments())?;
                }
                scene::sound(programs, here, DOSSIER).map(|_| ())
            }
            Deed::Passphrase => {
                let now = self.key_now(programs, here)?;
                ensure!(
                    !done || now == Some(NEXT_KEY),
                    "the passphrase was called changed and is not"
                );
                // Otherwise it was opened since, so that its backups open alike.
                if now == Some(CODE) {
                    programs.done(here, &self.arguments())?;
                    let programs = programs.with_key(Some(NEXT_KEY));
                    scene::sound(&programs, here, DOSSIER)?;
                    sound_backups(&programs, here, HOME)?;
                }
                Ok(())
            }
            Deed::Rescue => {
                if !here.join(NEW).exists() {
                    ensure!(!done, "the dossier was called saved and is not there");
                    programs.done(here, &self.arguments())?;
                }
                scene::sound(programs, here, NEW)?;
                let damaged = run(programs.verantwoord(here, &["check", DAMAGED]), "")?;
                ensure!(damaged.code == Some(1), "the damaged one was changed");
                let sound = Dossier::open_to_read(&here.join(DOSSIER))?;
                let rescued = Dossier::open_to_read(&here.join(NEW))?;
                let places = |dossier: &Dossier| -> Vec<_> {
                    dossier.events().iter().map(|event| event.id).collect()
                };
                let (sound, rescued) = (places(&sound), places(&rescued));
                // What was answered since is in the one that was not damaged only.
                let before = rescued.len() - 1;
                ensure!(
                    before > 4 && sound.get(..before) == rescued.get(..before),
                    "not everything that is sound was rescued"
                );
                Ok(())
            }
            // Without a certificate nothing has happened.
            Deed::Destroy => {
                ensure!(!done, "there is no certificate");
                Ok(())
            }
            Deed::MigrateGolden => {
                scene::sound(programs, here, GOLDEN)?;
                same_as_golden(here)?;
                let again = run(programs.verantwoord(here, &self.arguments()), "")?;
                ensure!(again.code == Some(self.code()), "{}", again.err);
                scene::sound(programs, here, GOLDEN)?;
                let version = same_as_golden(here)?;
                ensure!(version == dossier::VERSION, "it stays in format {version}");
                Ok(())
            }
            Deed::Evidence => {
                let history = programs.done(here, &["history", DOSSIER, "--json"])?;
                ensure!(
                    !done || history.contains("evidence_attached"),
                    "the evidence was called saved and is not there"
                );
                programs.done(here, &Deed::Evidence.arguments())?;
                scene::sound(programs, here, DOSSIER).map(|_| ())
            }
            Deed::New | Deed::Example => {
                if here.join(NEW).exists() {
                    scene::sound(programs, here, NEW).map(|_| ())
                } else {
                    ensure!(!done, "the dossier was called saved and is not there");
                    programs.done(here, &self.arguments()).map(|_| ())
                }
            }
            Deed::Copy | Deed::Restore | Deed::Import => {
                if !here.join(NEW).exists() {
                    ensure!(!done, "the dossier was called saved and is not there");
                    programs.done(here, &self.arguments())?;
                }
                scene::sound(programs, here, NEW)?;
                let from = Dossier::open_to_read(&here.join(DOSSIER))?;
                let made = Dossier::open_to_read(&here.join(NEW))?;
                ensure!(
                    !made.events().is_empty() && from.events().starts_with(made.events()),
                    "it is not what it was made from"
                );
                Ok(())
            }
            Deed::Merge => {
                let merged = || {
                    let dossier = Dossier::open_to_read(&here.join(DOSSIER))?;
                    let events = dossier.events().iter();
                    let at_home = events.filter(|event| match &event.change {
                        Some(Change::AnswerRecorded { answer, .. }) => {
                            answer.because.starts_with(AT_HOME)
                        }
                        _ => false,
                    });
                    anyhow::Ok(at_home.count())
                };
                let found = merged()?;
                ensure!(
                    found == AT_HOME_TIMES || (found == 0 && !done),
                    "{found} of {AT_HOME_TIMES} answers of the member are there"
                );
                programs.done(here, &self.arguments())?;
                ensure!(
                    merged()? == AT_HOME_TIMES,
                    "merging again changes something"
                );
                scene::sound(programs, here, OTHER)?;
                scene::sound(programs, here, DOSSIER).map(|_| ())
            }
            Deed::Backup => {
                let backups = programs.done(here, &["backups", DOSSIER, "--json"])?;
                ensure!(
                    !done || backups.contains("\"id\""),
                    "the backup was called made and is not there"
                );
                programs.done(here, &self.arguments()).map(|_| ())
            }
            Deed::Undo => {
                let history = programs.done(here, &["history", DOSSIER, "--json"])?;
                ensure!(
                    !done || history.contains("\"undone\""),
                    "the undo was called saved and is not there"
                );
                Ok(())
            }
            Deed::Erase => {
                let is_told = [HALF, NOT_REWRITTEN, NOT_REACHED];
                let is_told = is_told.iter().any(|words| ran.out.contains(words));
                ensure!(
                    !done || is_told || is_erased(here)?,
                    "the erasure was called done and is not"
                );
                // One that was cut off is done again, or is finished where the name is not known any more.
                let again = run(programs.verantwoord(here, &self.arguments()), "")?;
                let finished = run(programs.verantwoord(here, &["erase", DOSSIER]), "")?;
                ensure!(
                    is_erased(here)?,
                    "what was erased is still there: {}{}",
                    again.err,
                    finished.err
                );
                scene::sound(programs, here, DOSSIER).map(|_| ())
            }
            Deed::Report | Deed::Export => match fs::read(&out) {
                Ok(bytes) if Some(&bytes) == usual.written.as_ref() => Ok(()),
                Ok(bytes) => {
                    ensure!(!done, "the file was called written and is another");
                    ensure!(there_before && bytes == PREVIOUS, "half a file");
                    Ok(())
                }
                Err(_) => {
                    ensure!(!done && !there_before, "the file is gone");
                    Ok(())
                }
            },
            Deed::Sign => {
                if !out.exists() {
                    ensure!(
                        !done,
                        "the signed report was called written and is not there"
                    );
                    return Ok(());
                }
                let verified = run(programs.verantwoord(here, &["verify", OUT]), "")?;
                if verified.code != Some(3) {
                    bail!("half a signed report: {}", verified.out);
                }
                Ok(())
            }
        }
    }
}

/// Whether the file of the first format says what it said; gives the format that it has now.
fn same_as_golden(here: &Path) -> Result<u32> {
    let untouched = Dossier::open_to_read(&scene::golden())?;
    let now = Dossier::open_to_read(&here.join(GOLDEN)).context("the file of the first format")?;
    ensure!(
        now.events() == untouched.events(),
        "the file of the first format says something else"
    );
    Ok(now.version())
}

/// Whether the dossier can be read without a passphrase, as SQLite files begin.
fn is_readable(here: &Path) -> Result<bool> {
    Ok(fs::read(here.join(DOSSIER))?.starts_with(b"SQLite format 3\0"))
}

/// Whether the name of the member is nowhere in the dossier and its backups any more, nor in what was left of files
/// that were cut off while they were written.
pub(crate) fn is_erased(folder: &Path) -> Result<bool> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let is_there = if entry.file_type()?.is_dir() {
            !is_erased(&entry.path())?
        } else {
            let bytes = fs::read(entry.path())?;
            let mut windows = bytes.windows(SIGNER.len());
            windows.any(|there| there == SIGNER.as_bytes())
        };
        if is_there {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Beside the dossier stands nothing that would count, or that belongs to somebody who is gone; and what the program
/// has put away by itself is sound.
pub(crate) fn only_known_files(programs: &Programs, here: &Path) -> Result<()> {
    const KNOWN: [&str; 16] = [
        KEY, CODE, NEXT_KEY, DOSSIER, DAMAGED, REPORT, IDENTITY, PASSPHRASE, EVIDENCE, GOLDEN, NEW,
        OUT, HOME, OTHER, BACKUP, EXPORT,
    ];
    // Nobody has opened these again yet.
    let left_alone =
        [NEW, GOLDEN, DAMAGED].map(|name| [format!(".{name}.lock"), format!("{name}-journal")]);
    for entry in fs::read_dir(here)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        ensure!(
            is_half(&name)
                || left_alone.as_flattened().contains(&name)
                || KNOWN.contains(&name.as_str()),
            "{name} was left behind"
        );
    }
    match here.join(HOME).is_dir() {
        true => sound_backups(programs, here, HOME),
        false => Ok(()),
    }
}

/// How the name of a file begins that was not written to its end.
const HALF: &str = ".verantwoord-";

/// How an erasure tells that it is not finished, of the dossier and of a backup.
const NOT_REWRITTEN: &str = "kon niet opnieuw geschreven worden";
const NOT_REACHED: &str = "kan de tekst nog bevatten";

/// Half of a file under a name of its own is what a killed program may leave: nobody takes it for a whole.
fn is_half(name: &str) -> bool {
    name.starts_with(HALF)
}

/// Whether every dossier in a folder within `here` and in those within that is sound.
fn sound_backups(programs: &Programs, here: &Path, folder: &str) -> Result<()> {
    for entry in fs::read_dir(here.join(folder))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{folder}/{name}");
        if entry.file_type()?.is_dir() {
            sound_backups(programs, here, &path)?;
        } else if name.ends_with(".dossier") && !is_half(&name) {
            scene::sound(programs, here, &path).with_context(|| format!("the backup {name}"))?;
        }
    }
    Ok(())
}
