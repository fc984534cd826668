//! The points at which a program touches the disk, as `strace` counts them.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::chance::Chance;
use crate::cycle;
use crate::program::{run, watched};

/// The calls with which the program changes a disk.
const CHANGES: [&str; 8] = [
    "pwrite64",
    "write",
    "fsync",
    "fdatasync",
    "ftruncate",
    "unlink",
    "rename",
    "renameat2",
];

/// How often a program makes each of the calls.
#[derive(Debug, Clone, Default)]
pub(crate) struct Points(BTreeMap<String, u64>);

impl Points {
    /// Runs a program once, which must end with this code, and counts.
    pub(crate) fn of(command: &Command, input: &str, code: i32) -> Result<Self> {
        let folder = cycle::folder()?;
        let log = folder.path().join("log");
        let trace = format!("trace={}", CHANGES.join(","));
        let to = log.to_str().context("an odd temporary folder")?;
        let ran = run(watched(command, &["-o", to, "-e", &trace]), input)?;
        ensure!(ran.code == Some(code), "{:?}: {}", ran.code, ran.err);
        let mut points = BTreeMap::new();
        for line in fs::read_to_string(log)?.lines() {
            let call = line.split_once(' ').map(|(_, rest)| rest.trim_start());
            if let Some((call, _)) = call.and_then(|call| call.split_once('(')) {
                *points.entry(call.to_owned()).or_default() += 1;
            }
        }
        ensure!(!points.is_empty(), "the program does not touch the disk");
        Ok(Points(points))
    }

    /// Any of the points: a call, and the how-manieth.
    pub(crate) fn one(&self, chance: &mut Chance) -> (String, u64) {
        let calls: Vec<_> = self.0.iter().collect();
        match chance.one_of(&calls) {
            Some((call, number)) => ((*call).clone(), 1 + chance.below(**number)),
            None => ("fsync".to_owned(), 1),
        }
    }

    /// How many there are.
    pub(crate) fn number(&self) -> u64 {
        self.0.values().sum()
    }
}
