//! Cycles: the same thing over and over, each with its own chance and its own folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, Result, anyhow};
use tempfile::TempDir;

use crate::chance::Chance;
use crate::{Order, Tally};

/// After so many failures there is no need for more.
const ENOUGH: usize = 10;

/// One cycle.
pub(crate) struct Cycle {
    /// The how-manieth it is.
    pub(crate) number: u64,
    /// What happens by chance in this cycle.
    pub(crate) chance: Chance,
    /// Empty at the beginning, gone at the end.
    pub(crate) folder: PathBuf,
    /// Says whose turn it is where things take turns: another one in each cycle, and at first with another seed.
    pub(crate) turn: u64,
    /// How many answers were acknowledged.
    pub(crate) acknowledged: u64,
    counted: BTreeMap<&'static str, u64>,
}

impl Cycle {
    /// Counts one more of something.
    pub(crate) fn count(&mut self, what: &'static str) {
        self.count_many(what, 1);
    }

    /// Counts so many more of something.
    pub(crate) fn count_many(&mut self, what: &'static str, number: u64) {
        *self.counted.entry(what).or_default() += number;
    }
}

/// Runs the cycles of `order`; what one complains about is kept, with its files.
pub(crate) fn each(
    name: &'static str,
    unit: &'static str,
    order: &Order,
    run: impl Fn(&mut Cycle) -> Result<()> + Sync,
) -> Result<Tally> {
    let tally = Mutex::new(Tally::new(name, unit));
    let next = AtomicU64::new(order.first);
    let end = order.first.saturating_add(order.cycles);
    at_once(order.jobs, |_| {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= end {
                return Ok(());
            }
            let folder = folder()?;
            let mut cycle = Cycle {
                number,
                chance: Chance::of(order.seed, number),
                folder: folder.path().to_owned(),
                turn: order.seed.wrapping_add(number),
                acknowledged: 0,
                counted: BTreeMap::new(),
            };
            let done = run(&mut cycle);
            let mut tally = tally.lock().unwrap_or_else(PoisonError::into_inner);
            tally.cycles.0 += 1;
            tally.acknowledged += cycle.acknowledged;
            for (what, number) in cycle.counted {
                *tally.also.entry(what).or_default() += number;
            }
            if let Err(error) = done {
                tally.complain(order.seed, number, &error, folder.path());
            }
            if tally.has_enough() {
                return Ok(());
            }
        }
    })?;
    Ok(tally.into_inner().unwrap_or_else(PoisonError::into_inner))
}

/// Does something so many times at once, told apart by a number; fails when one of them does.
pub(crate) fn at_once(jobs: usize, work: impl Fn(usize) -> Result<()> + Sync) -> Result<()> {
    thread::scope(|scope| {
        let work = &work;
        let workers: Vec<_> = (0..jobs.max(1))
            .map(|job| scope.spawn(move || work(job)))
            .collect();
        workers.into_iter().try_for_each(|worker| {
            worker
                .join()
                .unwrap_or_else(|_| Err(anyhow!("the campaign itself panicked")))
        })
    })
}

/// An empty folder, in memory where there is one: what is not under test is how fast a disk is.
pub(crate) fn folder() -> Result<TempDir> {
    let memory = Path::new("/dev/shm");
    let mut builder = tempfile::Builder::new();
    builder.prefix("ordeal-");
    if memory.is_dir()
        && let Ok(folder) = builder.tempdir_in(memory)
    {
        return Ok(folder);
    }
    builder.tempdir().context("no folder to work in")
}

/// A seed that was not used before.
pub fn fresh_seed() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    now.map_or(1, |now| now.as_secs())
}

impl Tally {
    pub(crate) fn new(name: &'static str, unit: &'static str) -> Self {
        Tally {
            name,
            cycles: (0, unit),
            acknowledged: 0,
            lost: 0,
            also: BTreeMap::new(),
            complaints: Vec::new(),
        }
    }

    /// Whether so much went wrong that there is no need for more.
    pub(crate) fn has_enough(&self) -> bool {
        self.complaints.len() >= ENOUGH
    }

    /// Notes that something was lost, with how to see it again.
    pub(crate) fn complain(&mut self, seed: u64, number: u64, error: &anyhow::Error, files: &Path) {
        let name = self.name;
        self.lost += 1;
        let kept = keep(files, &format!("{name}-{seed}-{number}"))
            .unwrap_or_else(|error| format!("could not be kept: {error:#}"));
        self.complaints.push(format!(
            "{error:#}\n    files: {kept}\n    again: cargo xtask ordeal --only {name} --seed {seed} --first {number} --cycles 1"
        ));
    }
}

/// Copies what is in `files` to where it can be looked at later; says where.
fn keep(files: &Path, name: &str) -> Result<String> {
    let kept = crate::program::target().join("ordeal/failed").join(name);
    if kept.exists() {
        fs::remove_dir_all(&kept)?;
    }
    copy_folder(files, &kept)?;
    Ok(kept.display().to_string())
}

/// Copies the plain files and folders in `from`.
pub(crate) fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (kind, to) = (entry.file_type()?, to.join(entry.file_name()));
        if kind.is_dir() {
            copy_folder(&entry.path(), &to)?;
        } else if kind.is_file() {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}
