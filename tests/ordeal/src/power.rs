//! The power goes: every disk that a cut could have left is rebuilt from a recording, and opened.
//!
//! A real run of the program is recorded call by call. At every call the power is cut in many ways, and what is left
//! is opened by the crate that the program opens it with, now and then by the program itself. The same is done to
//! databases with weaker settings, where it must find losses.

mod disk;
mod recording;
mod weakened;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context as _, Result, bail, ensure};
use assessment::{Change, Event};
use dossier::{Dossier, Holder};
use tempfile::TempDir;

use self::disk::Disk;
use self::recording::{Call, record};
pub use self::weakened::write_weakened;
use crate::chance::Chance;
use crate::cycle;
use crate::deed::{NEW, OUT, PREVIOUS};
use crate::ledger::Ledger;
use crate::program::{Programs, run};
use crate::scene::{self, DOSSIER, EVIDENCE, IDENTITY, PASSPHRASE, REPORT, Scene};
use crate::{Campaign, Order, Tally};

pub(crate) const CAMPAIGN: Campaign = Campaign {
    name: "power",
    what: "the power is cut at every call, and of what was not synced any part is left",
    short: 1_600,
    full: 100_000,
    run: campaign,
};

/// Every so many states the program itself opens one.
const SAMPLE: u64 = 400;

type Files = BTreeMap<String, Vec<u8>>;

/// Judges what is in a folder, given what the program had said.
type Judge<'a> = Box<dyn Fn(&Path, &str) -> Result<()> + Send + Sync + 'a>;

/// A run of a program, and what must be found after a cut.
struct Run<'a> {
    name: &'a str,
    before: Files,
    calls: Vec<Call>,
    judge: Judge<'a>,
    /// How many answers were acknowledged in all, before and in this run.
    answers: Option<Ledger>,
}

fn campaign(programs: &Programs, order: &Order) -> Result<Tally> {
    let runs = runs(programs)?;
    let mut tally = Tally::new("power", "states");
    let different = cut(&runs, order, &mut tally, |run, number, folder, said| {
        if number % SAMPLE == 0 {
            sample(programs, run, folder)?;
        }
        (run.judge)(folder, said)
    })?;
    tally.also.insert("different ones", different);
    let calls = runs.iter().map(|run| run.calls.len() as u64);
    tally.also.insert("calls at which it was cut", calls.sum());
    find_losses(programs, order, &mut tally)?;
    Ok(tally)
}

/// Cuts the power as often as ordered, at every call of every run in turn, and judges what is left; gives the number
/// of different states.
fn cut(
    runs: &[Run<'_>],
    order: &Order,
    tally: &mut Tally,
    judge: impl Fn(&Run<'_>, u64, &Path, &str) -> Result<()> + Sync,
) -> Result<u64> {
    let seen = Mutex::new(BTreeSet::<u64>::new());
    let all = Mutex::new(tally);
    let jobs = order.jobs.max(1);
    cycle::at_once(jobs, |job| {
        for_each_cut(runs, order, |run, moment, number, disk, said| {
            // Each takes every so-manieth.
            if number % jobs as u64 != job as u64 {
                return Ok(true);
            }
            let left = disk.after_cut(&mut Chance::of(order.seed, number));
            // What was judged before is judged alike.
            let is_new = locked(&seen).insert(hash(run.name, &left, said));
            let judged = match is_new {
                true => judge(run, number, folder_with(&left)?.path(), said),
                false => Ok(()),
            };
            let mut tally = locked(&all);
            tally.cycles.0 += 1;
            if let Some(ledger) = &run.answers {
                tally.acknowledged += ledger.acknowledged_after(said);
            }
            if let Err(error) = judged {
                let error = error.context(format!("{}, cut at call {moment}", run.name));
                tally.complain(order.seed, number, &error, folder_with(&left)?.path());
            }
            Ok(!tally.has_enough())
        })
    })?;
    Ok(locked(&seen).len() as u64)
}

/// Goes through every run call by call, and at each call through the numbers of the cuts that fall there, with the
/// disk as it is and what the program has said; until `at_cut` wants no more.
fn for_each_cut(
    runs: &[Run<'_>],
    order: &Order,
    mut at_cut: impl FnMut(&Run<'_>, u64, u64, &Disk, &str) -> Result<bool>,
) -> Result<()> {
    let calls: u64 = runs.iter().map(|run| run.calls.len() as u64 + 1).sum();
    let end = order.first.saturating_add(order.cycles);
    let mut moment = 0;
    for run in runs {
        let mut disk = Disk::with(run.before.clone());
        let mut said = String::new();
        for call in std::iter::once(None).chain(run.calls.iter().map(Some)) {
            if let Some(call) = call {
                disk.apply(call);
                said.push_str(call.said());
            }
            let mut number = moment;
            if order.first > number {
                number += (order.first - number).div_ceil(calls) * calls;
            }
            while number < end {
                if !at_cut(run, moment, number, &disk, &said)? {
                    return Ok(());
                }
                number += calls;
            }
            moment += 1;
        }
    }
    Ok(())
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The runs of the program that are recorded.
fn runs(programs: &Programs) -> Result<Vec<Run<'_>>> {
    let mut chance = Chance::of(0, 1);
    let scene = Scene::begun(programs)?;
    let mut ledger = Ledger::after(scene::sound(programs, scene.folder(), DOSSIER)?);
    let scene = scene
        .with_answers(programs, &mut ledger, &mut chance, 2)?
        .with_report(programs)?
        .with_evidence(200_000)?;
    let answers = answers(programs, &scene, &ledger, &mut chance)?;
    let mut runs = vec![recovery(programs, &answers, &mut chance)?, answers];
    runs.push(deed(
        programs,
        &scene,
        "new",
        &["new", NEW, "--organisation", "Voorbeeld B.V."],
        {
            |here: &Path, said: &str, _: &Files| {
                if !here.join(NEW).exists() {
                    ensure!(
                        said.is_empty(),
                        "the dossier was called made and is not there"
                    );
                    return Ok(());
                }
                open(&here.join(NEW)).map(|_| ())
            }
        },
    )?);
    let evidence = ["evidence", DOSSIER, "PUR-01", EVIDENCE];
    runs.push(deed(
        programs,
        &scene,
        "evidence",
        &evidence,
        |here, said, _| {
            let (dossier, events) = open(&here.join(DOSSIER))?;
            let attached = events.iter().find_map(|event| match &event.change {
                Some(Change::EvidenceAttached { evidence, .. }) => Some(evidence.sha256.clone()),
                _ => None,
            });
            match attached {
                Some(sha256) => {
                    let mut bytes = Vec::new();
                    dossier.read_blob(&sha256, &mut bytes)?;
                    ensure!(bytes.len() == 200_000, "half a file");
                    Ok(())
                }
                None if said.is_empty() => Ok(()),
                None => bail!("the evidence was called saved and is not there"),
            }
        },
    )?);
    let report = ["report", DOSSIER, "--out", OUT];
    runs.push(deed(
        programs,
        &scene,
        "report",
        &report,
        |here, said, after| whole_or_previous(here, said, after, Some(PREVIOUS)),
    )?);
    runs.push(deed(
        programs,
        &scene,
        "sign",
        &scene::sign(OUT),
        |here, said, after| {
            let (_, events) = open(&here.join(DOSSIER))?;
            let signed = |event: &Event| matches!(event.change, Some(Change::ReportSigned { .. }));
            ensure!(
                said.is_empty() || events.iter().any(signed),
                "the signature was called kept and is not in the dossier"
            );
            whole_or_previous(here, said, after, Some(PREVIOUS))
        },
    )?);
    Ok(runs)
}

/// Answers to a dossier that had some.
fn answers<'a>(
    programs: &'a Programs,
    scene: &Scene,
    ledger: &Ledger,
    chance: &mut Chance,
) -> Result<Run<'a>> {
    let folder = cycle::folder()?;
    scene.copy(&[DOSSIER], folder.path())?;
    answering(
        "answers",
        programs,
        ledger,
        chance,
        8,
        &read(folder.path())?,
    )
}

/// Answers to a dossier in which the power was cut in the middle of a commit.
fn recovery<'a>(programs: &'a Programs, answers: &Run<'a>, chance: &mut Chance) -> Result<Run<'a>> {
    let mut disk = Disk::with(answers.before.clone());
    let mut ledger = answers.answers.clone().context("no answers")?;
    let mut said = String::new();
    for call in &answers.calls {
        disk.apply(call);
        match call {
            Call::Say { text } => said.push_str(text),
            // Some of the pages are new and some are old.
            Call::Write { name, at, .. }
                if name == DOSSIER && *at > 4096 && said.lines().count() > 2 =>
            {
                break;
            }
            _ => {}
        }
    }
    ledger.keep_acknowledged_in(&said)?;
    answering("recovery", programs, &ledger, chance, 3, &disk.as_seen())
}

fn answering<'a>(
    name: &'a str,
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
    let command = programs.verantwoord(folder.path(), &["answer", DOSSIER, "--stdin"]);
    let calls = record(&command, &lines, folder.path())?;
    let said: String = calls.iter().map(Call::said).collect();
    ledger.note(from, &said, "")?;
    ensure!(said.lines().count() == number, "not all answers were saved");
    let judged = ledger.clone();
    Ok(Run {
        name,
        before: before.clone(),
        calls,
        judge: Box::new(move |here, said| {
            let (_, events) = open(&here.join(DOSSIER))?;
            judged.compare_events(&events, earlier + said.lines().count())
        }),
        answers: Some(ledger),
    })
}

/// Something else that the program does, in a folder with all files of the scene.
fn deed<'a>(
    programs: &'a Programs,
    scene: &Scene,
    name: &'a str,
    arguments: &[&str],
    judge: impl Fn(&Path, &str, &Files) -> Result<()> + Send + Sync + 'a,
) -> Result<Run<'a>> {
    let folder = cycle::folder()?;
    let here = folder.path();
    scene.copy(&[DOSSIER, REPORT, IDENTITY, PASSPHRASE, EVIDENCE], here)?;
    fs::write(here.join(OUT), PREVIOUS)?;
    let mut before = read(here)?;
    let calls = record(&programs.verantwoord(here, arguments), "", here)?;
    let after = read(here)?;
    // What the program does not touch needs no disk.
    before.retain(|name, _| name == DOSSIER || name == OUT);
    Ok(Run {
        name,
        before,
        calls,
        judge: Box::new(move |here, said| judge(here, said, &after)),
        answers: None,
    })
}

/// The file that was to be written is there as a whole, or what was there before.
fn whole_or_previous(here: &Path, said: &str, after: &Files, before: Option<&[u8]>) -> Result<()> {
    let found = fs::read(here.join(OUT)).ok();
    if found.as_ref() == after.get(OUT) {
        return Ok(());
    }
    ensure!(
        said.is_empty(),
        "the file was called written and is another"
    );
    ensure!(found.as_deref() == before, "half a file");
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

/// Has the program itself check what is left.
fn sample(programs: &Programs, run_of: &Run<'_>, left: &Path) -> Result<()> {
    let folder = cycle::folder()?;
    cycle::copy_folder(left, folder.path())?;
    let dossier = if run_of.name == "new" { NEW } else { DOSSIER };
    if !folder.path().join(dossier).exists() {
        return Ok(());
    }
    let checked = run(programs.verantwoord(folder.path(), &["check", dossier]), "")?;
    ensure!(
        checked.code == Some(0),
        "the program says: {}{}",
        checked.out,
        checked.err
    );
    Ok(())
}

/// Does the same to databases with other settings: what is known to be unsafe must be found.
fn find_losses(programs: &Programs, order: &Order, tally: &mut Tally) -> Result<()> {
    let mut found = 0;
    for (journal, synchronous, unsafe_) in weakened::SETTINGS {
        let folder = cycle::folder()?;
        let here = folder.path();
        let write =
            |rows: &str| programs.ordeal(here, &["weakened", "a.db", journal, synchronous, rows]);
        ensure!(run(write("0"), "")?.code == Some(0), "no database was made");
        let before = read(here)?;
        let run = Run {
            name: "weakened",
            before,
            calls: record(&write("12"), "", here)?,
            judge: Box::new(|here, said| weakened::judge(&here.join("a.db"), said)),
            answers: None,
        };
        let mut weak = Tally::new("weakened", "states");
        let order = Order {
            cycles: (order.cycles / 20).max(run.calls.len() as u64 * 2),
            first: 0,
            ..order.clone()
        };
        let lost = AtomicU64::new(0);
        cut(&[run], &order, &mut weak, |run, _, folder, said| {
            let is_lost = (run.judge)(folder, said).is_err();
            lost.fetch_add(u64::from(is_lost), Ordering::Relaxed);
            Ok(())
        })?;
        let lost = lost.into_inner();
        if unsafe_ == (lost == 0) {
            tally.lost += 1;
            tally.complaints.push(format!(
                "with {journal} and {synchronous} {lost} losses were found in {} states, against expectation",
                weak.cycles.0
            ));
        }
        found += lost;
    }
    tally
        .also
        .insert("losses found in weakened databases", found);
    Ok(())
}

fn put(files: &Files, folder: &Path) -> Result<()> {
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes)?;
    }
    Ok(())
}

fn read(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        files.insert(name, fs::read(entry.path())?);
    }
    Ok(files)
}

fn folder_with(files: &Files) -> Result<TempDir> {
    let folder = cycle::folder()?;
    put(files, folder.path())?;
    Ok(folder)
}

fn hash(run: &str, files: &Files, said: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (run, files, said).hash(&mut hasher);
    hasher.finish()
}
