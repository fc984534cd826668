//! The power goes: every disk that a cut could have left is rebuilt from a recording, and opened.
//!
//! A real run of the program is recorded call by call. At every call the power is cut in many ways, and what is left
//! is opened by the crate that the program opens it with, now and then by the program itself. The same is done to
//! databases with weaker settings, where it must find losses.

mod disk;
mod recording;
mod runs;
mod weakened;

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Result, bail, ensure};
use tempfile::TempDir;

use self::disk::Disk;
use self::recording::{Call, record};
use self::runs::{put, read, runs};
pub use self::weakened::write_weakened;
use crate::chance::Chance;
use crate::cycle;
use crate::deed::NEW;
use crate::ledger::Ledger;
use crate::program::{Programs, run};
use crate::scene::DOSSIER;
use crate::{Campaign, Order, Tally};

pub(crate) const CAMPAIGN: Campaign = Campaign {
    name: "power",
    what: "the power is cut at every call, and of what was not synced any part is left",
    short: 900,
    full: 100_000,
    run: campaign,
};

/// Every so many states the program itself opens one.
const SAMPLE: u64 = 400;

/// A prime, so that every moment has a number.
const STRIDE: u64 = 7919;

type Files = BTreeMap<String, Vec<u8>>;

/// Judges what is in a folder, given what the program had said.
type Judge<'a> = Box<dyn Fn(&Path, &str) -> Result<()> + Send + Sync + 'a>;

/// A run of a program, and what must be found after a cut.
struct Run<'a> {
    name: &'static str,
    before: Files,
    calls: Vec<Call>,
    judge: Judge<'a>,
    /// The answers that were given before and in this run.
    ledger: Ledger,
    /// Whether what the program says in this run are acknowledgements.
    is_answering: bool,
    /// The files of which one has what opens the dossier, where it is or becomes encrypted.
    keys: &'static [&'static str],
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
            tally.acknowledged += match run.is_answering {
                true => run.ledger.acknowledged_after(said),
                false => run.ledger.acknowledged(),
            };
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
    // So that a few cuts fall everywhere, and not all of them at the beginning.
    let numbers: BTreeMap<u64, u64> = (0..calls).map(|n| (n * STRIDE % calls, n)).collect();
    let mut moment = 0;
    for run in runs {
        let mut disk = Disk::with(run.before.clone());
        let mut said = String::new();
        for call in std::iter::once(None).chain(run.calls.iter().map(Some)) {
            if let Some(call) = call {
                disk.apply(call);
                said.push_str(call.said());
            }
            let mut number = numbers.get(&moment).copied().unwrap_or(moment);
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

/// Has the program itself check what is left.
fn sample(programs: &Programs, run_of: &Run<'_>, left: &Path) -> Result<()> {
    let folder = cycle::folder()?;
    cycle::copy_folder(left, folder.path())?;
    let dossier = if run_of.name == "new" { NEW } else { DOSSIER };
    if !folder.path().join(dossier).exists() {
        return Ok(());
    }
    let mut keys: Vec<_> = run_of.keys.iter().copied().map(Some).collect();
    if keys.is_empty() {
        keys.push(None);
    }
    let mut said = String::new();
    for key in keys {
        let programs = programs.with_key(key);
        let checked = run(programs.verantwoord(folder.path(), &["check", dossier]), "")?;
        if checked.code == Some(0) {
            return Ok(());
        }
        said = format!("{}{}", checked.out, checked.err);
    }
    bail!("the program says: {said}")
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
            ledger: Ledger::default(),
            is_answering: false,
            keys: &[],
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
