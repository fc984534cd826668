//! The runs of the program that are recorded, each with what must be found after a cut.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use assessment::{Change, Event};
use dossier::{Dossier, Holder};

use super::disk::Disk;
use super::recording::{Call, record};
use super::{Files, Run};
use crate::chance::Chance;
use crate::cycle;
use crate::deed::{ANSWER, NEW, OUT, PREVIOUS};
use crate::ledger::Ledger;
use crate::program::{HOME, Programs};
use crate::scene::{
    self, AT_HOME, AT_HOME_TIMES, BACKUP, DOSSIER, EVIDENCE, EXPORT, IDENTITY, OLD, OTHER,
    PASSPHRASE, REPORT, Scene,
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
    for name in [OLD, OTHER, BACKUP, EXPORT] {
        scene.ready(programs, name)?;
    }
    let stage = Stage {
        programs,
        scene,
        ledger,
    };
    let answers = stage.answers("answers", DOSSIER, &mut chance, 8)?;
    let migration = stage.answers("answers to an older format", OLD, &mut chance, 3)?;
    let recoveries = [
        recovery(programs, "recovery", &answers, &mut chance)?,
        recovery(
            programs,
            "recovery of an older format",
            &migration,
            &mut chance,
        )?,
    ];
    let mut runs = vec![answers, migration];
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
    judge: fn(&Path, &str, &Files) -> Result<()>,
}

const DEEDS: [Deed; 8] = [
    Deed {
        name: "new",
        arguments: &["new", NEW, "--organisation", "Voorbeeld B.V."],
        judge: whole_or_absent,
    },
    Deed {
        name: "evidence",
        arguments: &["evidence", DOSSIER, "PUR-01", EVIDENCE],
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
        judge: whole_or_previous,
    },
    Deed {
        name: "sign",
        arguments: &scene::SIGN,
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
        judge: whole_or_absent,
    },
    Deed {
        name: "import",
        arguments: &["import", EXPORT, "--out", NEW],
        judge: whole_or_absent,
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
        let before = Files::from([(DOSSIER.to_owned(), bytes)]);
        answering(name, self.programs, &self.ledger, chance, number, &before)
    }

    /// Something else, in a folder with all files of the scene.
    fn record(&self, deed: Deed) -> Result<Run<'a>> {
        let folder = cycle::folder()?;
        let here = folder.path();
        let needed = [
            REPORT, IDENTITY, PASSPHRASE, EVIDENCE, OTHER, BACKUP, EXPORT,
        ];
        self.scene.copy(&[DOSSIER], here)?;
        self.scene.copy(&needed, here)?;
        fs::write(here.join(OUT), PREVIOUS)?;
        let mut before = read(here)?;
        let command = self.programs.verantwoord(here, deed.arguments);
        let calls = record(&command, "", here)?;
        let after = read(here)?;
        // What the program does not touch needs no disk.
        before.retain(|name, _| name == DOSSIER || name == OUT);
        let ledger = self.ledger.clone();
        let earlier = usize::try_from(ledger.acknowledged())?;
        Ok(Run {
            name: deed.name,
            before,
            calls,
            ledger: ledger.clone(),
            is_answering: false,
            judge: Box::new(move |here, said| {
                let (dossier, events) = open(&here.join(DOSSIER))?;
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
    answering(name, programs, &ledger, chance, 3, &disk.as_seen())
}

fn answering<'a>(
    name: &'static str,
    programs: &'a Programs,
    ledger: &Ledger,
    chance: &mut Chance,
    number: usize,
    before: &Files,
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
        judge: Box::new(move |here, said| {
            let (_, events) = open(&here.join(DOSSIER))?;
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
    let holder = Holder {
        user: "campagne".to_owned(),
        host: "hier".to_owned(),
        pid: std::process::id(),
        program: "ordeal".to_owned(),
        since: "2026-11-21T09:00:00+01:00".parse()?,
    };
    let dossier = Dossier::open(path, &holder)?;
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
