//! The runs of the program that are recorded, each with what must be found after a cut.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use assessment::{Change, Event};
use dossier::{At, Dossier, Holder, Secret};

use super::disk::Disk;
use super::recording::{Call, record};
use super::{Files, Run};
use crate::chance::Chance;
use crate::cycle;
use crate::deed::{ANSWER, NEW, OUT, PREVIOUS};
use crate::ledger::Ledger;
use crate::program::{HOME, Programs};
use crate::scene::{
    self, AT_HOME, AT_HOME_TIMES, BACKUP, CODE, DOSSIER, EVIDENCE, EXPORT, IDENTITY, KEY, OLD,
    OTHER, PASSPHRASE, REPORT, SEALED, Scene,
};

/// The runs of the program that are recorded.
pub(super) fn runs(programs: &Programs) -> Result<Vec<Run<'_>>> {
    let mut chance = Chance::of(0, 1);
    let scene = Scene::begun(programs)?;
    let mut ledger = Ledger::after(scene::sound(programs, scene.folder(), DOSSIER)?);
    let mut scene = scene
        .with_answers(programs, &mut ledger, &mut chance, 2)?
        .with_report(programs)?
        .with_evidence(200_000)?;
    for name in [OLD, OTHER, BACKUP, EXPORT, SEALED] {
        scene.ready(programs, name)?;
    }
    let code = fs::read_to_string(scene.path(CODE))?;
    let stage = Stage {
        programs,
        scene,
        ledger,
        code: Secret::read(&code)?,
    };
    let answers = stage.answers("answers", DOSSIER, &mut chance, 8)?;
    let migration = stage.answers("answers to an older format", OLD, &mut chance, 3)?;
    let sealed = stage.answers("answers to an encrypted dossier", SEALED, &mut chance, 4)?;
    let recoveries = [
        recovery(programs, "recovery", &answers, &mut chance)?,
        recovery(
            programs,
            "recovery of an older format",
            &migration,
            &mut chance,
        )?,
        recovery(
            programs,
            "recovery of an encrypted dossier",
            &sealed,
            &mut chance,
        )?,
    ];
    let mut runs = vec![answers, migration, sealed];
    runs.extend(recoveries);
    for deed in DEEDS {
        runs.push(stage.record(deed)?);
    }
    Ok(runs)
}

/// Something else that the program does, and whether what it leaves in a folder is as promised, given what it had
/// said and what it leaves when nothing happens.
struct Deed {
    name: &'static str,
    arguments: &'static [&'static str],
    /// How the dossier is kept before and after, where that is encrypted.
    kept: Kept,
    judge: fn(&Path, &str, &Files) -> Result<()>,
}

/// How a dossier is kept before and after a deed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kept {
    Plain,
    Encrypted,
    Decrypted,
    UnderAnotherPassphrase,
}

const DEEDS: [Deed; 11] = [
    Deed {
        name: "new",
        arguments: &["new", NEW, "--organisation", "Voorbeeld B.V."],
        kept: Kept::Plain,
        judge: whole_or_absent,
    },
    Deed {
        name: "evidence",
        arguments: &["evidence", DOSSIER, "PUR-01", EVIDENCE],
        kept: Kept::Plain,
        judge: |here, said, _| {
            let (dossier, events) = open(&here.join(DOSSIER))?;
            let attached = events.iter().find_map(|event| match &event.change {
                Some(Change::EvidenceAttached { evidence, .. }) => Some(evidence.sha256.clone()),
                _ => None,
            });
            let Some(sha256) = attached else {
                ensure!(
                    said.is_empty(),
                    "the evidence was called saved and is not there"
                );
                return Ok(());
            };
            let mut bytes = Vec::new();
            dossier.read_blob(&sha256, &mut bytes)?;
            ensure!(bytes.len() == 200_000, "half a file");
            Ok(())
        },
    },
    Deed {
        name: "report",
        arguments: &["report", DOSSIER, "--out", OUT],
        kept: Kept::Plain,
        judge: whole_or_previous,
    },
    Deed {
        name: "sign",
        arguments: &scene::SIGN,
        kept: Kept::Plain,
        judge: |here, said, after| {
            let (_, events) = open(&here.join(DOSSIER))?;
            let signed = |event: &Event| matches!(event.change, Some(Change::ReportSigned { .. }));
            ensure!(
                said.is_empty() || events.iter().any(signed),
                "the signature was called kept and is not in the dossier"
            );
            whole_or_previous(here, said, after)
        },
    },
    Deed {
        name: "merge",
        arguments: &["merge", DOSSIER, OTHER],
        kept: Kept::Plain,
        judge: |here, said, _| {
            let (_, events) = open(&here.join(DOSSIER))?;
            let at_home = events.iter().filter(|event| {
                matches!(&event.change, Some(Change::AnswerRecorded { answer, .. })
                    if answer.because.starts_with(AT_HOME))
            });
            let found = at_home.count();
            ensure!(
                found == AT_HOME_TIMES || (found == 0 && said.is_empty()),
                "{found} of {AT_HOME_TIMES} answers of the member are there"
            );
            Ok(())
        },
    },
    Deed {
        name: "backup",
        arguments: &["backup", DOSSIER],
        kept: Kept::Plain,
        judge: |here, said, after| {
            let made: Vec<&str> = backups(after).collect();
            let now = read(here)?;
            for name in backups(&now) {
                open(&here.join(name)).with_context(|| name.to_owned())?;
            }
            ensure!(
                said.is_empty() || made.iter().all(|name| now.contains_key(*name)),
                "the backup was called made and is not there"
            );
            Ok(())
        },
    },
    Deed {
        name: "restore",
        arguments: &["restore", "--from", BACKUP, "--out", NEW],
        kept: Kept::Plain,
        judge: whole_or_absent,
    },
    Deed {
        name: "import",
        arguments: &["import", EXPORT, "--out", NEW],
        kept: Kept::Plain,
        judge: whole_or_absent,
    },
    Deed {
        name: "encrypt",
        arguments: &["encrypt", DOSSIER, "--json", "--passphrase-file", KEY],
        kept: Kept::Encrypted,
        judge: |_, _, _| Ok(()),
    },
    Deed {
        name: "passphrase",
        arguments: &[
            "passphrase",
            DOSSIER,
            "--json",
            "--passphrase-file",
            CODE,
            "--new-passphrase-file",
            KEY,
        ],
        kept: Kept::UnderAnotherPassphrase,
        judge: |_, _, _| Ok(()),
    },
    Deed {
        name: "decrypt",
        arguments: &["decrypt", DOSSIER, "--passphrase-file", CODE],
        kept: Kept::Decrypted,
        judge: |_, _, _| Ok(()),
    },
];

/// The names of the backups among files.
fn backups(files: &Files) -> impl Iterator<Item = &str> {
    let names = files.keys().map(String::as_str);
    names.filter(|name| match name.rsplit_once('/') {
        Some((folder, file)) => {
            folder.starts_with(HOME) && file.ends_with(".dossier") && !file.starts_with('.')
        }
        None => false,
    })
}

/// The dossier that was to be made is there and sound, or nobody said that it was.
fn whole_or_absent(here: &Path, said: &str, _: &Files) -> Result<()> {
    if here.join(NEW).exists() {
        return open(&here.join(NEW)).map(|_| ());
    }
    ensure!(
        said.is_empty(),
        "the dossier was called made and is not there"
    );
    Ok(())
}

/// What the runs begin with.
struct Stage<'a> {
    programs: &'a Programs,
    scene: Scene,
    ledger: Ledger,
    /// What opens the encrypted dossier of the scene.
    code: Secret,
}

impl<'a> Stage<'a> {
    /// Answers to a dossier that had some.
    fn answers(
        &self,
        name: &'static str,
        dossier: &str,
        chance: &mut Chance,
        number: usize,
    ) -> Result<Run<'a>> {
        let bytes = fs::read(self.scene.path(dossier))?;
        let mut before = Files::from([(DOSSIER.to_owned(), bytes)]);
        if dossier != SEALED {
            return answering(
                name,
                self.programs,
                &self.ledger,
                chance,
                number,
                &before,
                None,
            );
        }
        before.insert(CODE.to_owned(), fs::read(self.scene.path(CODE))?);
        let programs = self.programs.with_key(Some(CODE));
        let code = Some(self.code.clone());
        answering(name, &programs, &self.ledger, chance, number, &before, code)
    }

    /// Something else, in a folder with all files of the scene.
    fn record(&self, deed: Deed) -> Result<Run<'a>> {
        let folder = cycle::folder()?;
        let here = folder.path();
        let needed = [
            REPORT, IDENTITY, PASSPHRASE, EVIDENCE, OTHER, BACKUP, EXPORT, KEY, CODE,
        ];
        self.scene.copy(&needed, here)?;
        let from = match deed.kept {
            Kept::Plain | Kept::Encrypted => DOSSIER,
            Kept::Decrypted | Kept::UnderAnotherPassphrase => SEALED,
        };
        fs::copy(self.scene.path(from), here.join(DOSSIER))?;
        fs::write(here.join(OUT), PREVIOUS)?;
        let mut before = read(here)?;
        let command = self.programs.verantwoord(here, deed.arguments);
        let calls = record(&command, "", here)?;
        let after = read(here)?;
        // What the program does not touch needs no disk.
        before.retain(|name, _| [DOSSIER, OUT, KEY, CODE].contains(&name.as_str()));
        let said: String = calls.iter().map(Call::said).collect();
        let new = match deed.kept {
            Kept::Plain | Kept::Decrypted => None,
            Kept::Encrypted | Kept::UnderAnotherPassphrase => {
                Some(Secret::read(&scene::recovery_code(&said)?)?)
            }
        };
        let old = (from == SEALED).then(|| self.code.clone());
        let ledger = self.ledger.clone();
        let earlier = usize::try_from(ledger.acknowledged())?;
        Ok(Run {
            name: deed.name,
            before,
            calls,
            ledger: ledger.clone(),
            is_answering: false,
            keys: match deed.kept {
                Kept::Plain => &[],
                _ => &[CODE, KEY],
            },
            judge: Box::new(move |here, said| {
                let path = here.join(DOSSIER);
                // Once it was said, nothing else opens it; until then it may be as it was.
                let opened = match open_with(&path, new.as_ref()) {
                    Err(_) if said.is_empty() => open_with(&path, old.as_ref()),
                    opened => opened,
                };
                let (dossier, events) = opened?;
                ensure!(
                    said.is_empty() || dossier.is_encrypted() == new.is_some(),
                    "it was called something else than it is"
                );
                ledger.compare_events(&events, earlier)?;
                drop(dossier);
                (deed.judge)(here, said, &after)
            }),
        })
    }
}

/// Answers to a dossier in which the power was cut in the middle of a commit.
fn recovery<'a>(
    programs: &'a Programs,
    name: &'static str,
    answers: &Run<'a>,
    chance: &mut Chance,
) -> Result<Run<'a>> {
    let mut disk = Disk::with(answers.before.clone());
    let mut ledger = answers.ledger.clone();
    let mut said = String::new();
    for call in &answers.calls {
        disk.apply(call);
        said.push_str(call.said());
        // Some of the pages are new and some are old.
        if matches!(call, Call::Write { name, at, .. }
            if name == DOSSIER && *at > 4096 && said.lines().count() > 1)
        {
            break;
        }
    }
    ledger.keep_acknowledged_in(&said)?;
    let left = disk.as_seen();
    let Some(code) = left.get(CODE) else {
        return answering(name, programs, &ledger, chance, 3, &left, None);
    };
    let code = Secret::read(std::str::from_utf8(code)?)?;
    let programs = programs.with_key(Some(CODE));
    answering(name, &programs, &ledger, chance, 3, &left, Some(code))
}

fn answering<'a>(
    name: &'static str,
    programs: &Programs,
    ledger: &Ledger,
    chance: &mut Chance,
    number: usize,
    before: &Files,
    secret: Option<Secret>,
) -> Result<Run<'a>> {
    let folder = cycle::folder()?;
    put(before, folder.path())?;
    let mut ledger = ledger.clone();
    let from = ledger.len();
    let earlier = usize::try_from(ledger.acknowledged())?;
    let lines = ledger.give(chance, number);
    let command = programs.verantwoord(folder.path(), &ANSWER);
    let calls = record(&command, &lines, folder.path())?;
    let said: String = calls.iter().map(Call::said).collect();
    ledger.note(from, &said, "")?;
    let judged = ledger.clone();
    Ok(Run {
        name,
        before: before.clone(),
        calls,
        ledger,
        is_answering: true,
        keys: match secret {
            None => &[],
            Some(_) => &[CODE],
        },
        judge: Box::new(move |here, said| {
            let (_, events) = open_with(&here.join(DOSSIER), secret.as_ref())?;
            judged.compare_events(&events, earlier + said.lines().count())
        }),
    })
}

/// The file that was to be written is there as a whole, or what was there before.
fn whole_or_previous(here: &Path, said: &str, after: &Files) -> Result<()> {
    let found = fs::read(here.join(OUT)).ok();
    if found.as_ref() == after.get(OUT) {
        return Ok(());
    }
    ensure!(
        said.is_empty(),
        "the file was called written and is another"
    );
    ensure!(found.as_deref() == Some(PREVIOUS), "half a file");
    Ok(())
}

fn open(path: &Path) -> Result<(Dossier, Vec<Event>)> {
    open_with(path, None)
}

fn open_with(path: &Path, secret: Option<&Secret>) -> Result<(Dossier, Vec<Event>)> {
    let holder = Holder {
        user: "campagne".to_owned(),
        host: "hier".to_owned(),
        pid: std::process::id(),
        program: "ordeal".to_owned(),
        since: "2026-11-21T09:00:00+01:00".parse()?,
    };
    let dossier = Dossier::open(At::with(path, secret), &holder)?;
    let events = dossier.events().to_vec();
    Ok((dossier, events))
}

/// Puts files into a folder, and into those within.
pub(super) fn put(files: &Files, folder: &Path) -> Result<()> {
    for (name, bytes) in files {
        let path = folder.join(name);
        if let Some(within) = path.parent() {
            fs::create_dir_all(within)?;
        }
        fs::write(path, bytes)?;
    }
    Ok(())
}

/// Reads all files in a folder and in those within.
pub(super) fn read(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            let within = read(&entry.path())?.into_iter();
            files.extend(within.map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else {
            files.insert(name, fs::read(entry.path())?);
        }
    }
    Ok(files)
}
