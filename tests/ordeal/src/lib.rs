//! What a dossier must survive: a campaign against the program `verantwoord` as people have it.
//!
//! Each [`Campaign`] does something to the program or its files that the world does to them, some number of times,
//! and compares what is left with what the program had acknowledged. Nothing is mocked. The short form runs with the
//! tests, the full form with `cargo xtask ordeal`. All chance comes from a seed that is printed, and a cycle can be
//! repeated alone; the files of one that failed stay in `target/ordeal/failed/`.
//!
//! The campaigns watch the program through `strace` and therefore need Linux.

mod chance;
mod cycle;
mod damage;
mod deed;
mod ending;
mod faults;
mod hostile;
mod kill;
mod ledger;
mod network;
mod power;
mod program;
mod race;
mod scene;
mod stage;
mod table;
mod tracing;

use std::collections::BTreeMap;
use std::fmt;

use anyhow::Result;

pub use crate::cycle::fresh_seed;
pub use crate::power::write_weakened;
pub use crate::program::Programs;
pub use crate::table::table;

/// One way in which the world is unkind.
pub struct Campaign {
    /// What it is called on the command line.
    pub name: &'static str,
    /// What is done, in one line.
    pub what: &'static str,
    /// The number of cycles in the tests.
    pub short: u64,
    /// The number of cycles in full.
    pub full: u64,
    run: fn(&Programs, &Order) -> Result<Tally>,
}

/// All campaigns.
pub const CAMPAIGNS: &[Campaign] = &[
    kill::CAMPAIGN,
    power::CAMPAIGN,
    faults::CAMPAIGN,
    network::CAMPAIGN,
    race::CAMPAIGN,
    damage::CAMPAIGN,
    hostile::CAMPAIGN,
];

/// Which cycles of a campaign to run.
#[derive(Debug, Clone)]
pub struct Order {
    /// Where all chance comes from.
    pub seed: u64,
    /// The number of the first cycle.
    pub first: u64,
    /// How many there are.
    pub cycles: u64,
    /// How many are run at the same time.
    pub jobs: usize,
}

/// What came of a campaign.
#[derive(Debug)]
pub struct Tally {
    /// Which campaign.
    pub name: &'static str,
    /// How many times the world was unkind, and the word for one time.
    pub cycles: (u64, &'static str),
    /// How many answers the program had called saved.
    pub acknowledged: u64,
    /// How many of those were gone, or how many files were otherwise not as promised.
    pub lost: u64,
    /// What else was counted.
    pub also: BTreeMap<&'static str, u64>,
    /// What went wrong, each with how to see it again.
    pub complaints: Vec<String>,
}

impl Campaign {
    /// Runs the cycles that are asked for.
    ///
    /// # Errors
    /// When the campaign itself could not be carried out. What the program did wrong stands in the tally.
    pub fn run(&self, programs: &Programs, order: &Order) -> Result<Tally> {
        (self.run)(programs, order)
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (cycles, unit) = self.cycles;
        write!(
            f,
            "{}: {cycles} {unit}, {} acknowledged answers, {} lost",
            self.name, self.acknowledged, self.lost
        )?;
        for (what, number) in &self.also {
            write!(f, ", {what}: {number}")?;
        }
        Ok(())
    }
}
