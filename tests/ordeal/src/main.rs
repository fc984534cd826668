//! The campaigns on the command line: one or all, in full or as long as asked for.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this is a program for the terminal"
)]

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};
use ordeal::{CAMPAIGNS, Order, Programs, fresh_seed, table, write_weakened};

const HELP: &str = "\
ordeal [CAMPAIGN]... [--short] [--seed N] [--first N] [--cycles N] [--jobs N] [--out FILE]

Without a campaign: all of them. Each in full unless --short or --cycles says otherwise.
--jobs: how many cycles are run at the same time; as many as there are cores unless it says otherwise.
--out: a file for the table of figures that is shown at the end.
";

fn main() -> ExitCode {
    match ordeal() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs what is asked for; whether nothing was lost.
fn ordeal() -> Result<bool> {
    let mut arguments = std::env::args().skip(1);
    if let ["weakened", path, journal, synchronous, rows] = arguments
        .by_ref()
        .collect::<Vec<_>>()
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        write_weakened(Path::new(path), journal, synchronous, rows.parse()?)?;
        return Ok(true);
    }
    let mut arguments = std::env::args().skip(1);
    let (mut names, mut short, mut out) = (Vec::new(), false, None);
    let mut jobs = std::thread::available_parallelism().map_or(1, usize::from);
    let (mut seed, mut first, mut cycles) = (fresh_seed(), 0, None);
    while let Some(argument) = arguments.next() {
        let mut number = || {
            let next = arguments.next().context("a number is missing")?;
            next.replace('_', "")
                .parse::<u64>()
                .with_context(|| format!("{next} is no number"))
        };
        match argument.as_str() {
            "--short" => short = true,
            "--seed" => seed = number()?,
            "--first" => first = number()?,
            "--cycles" => cycles = Some(number()?),
            "--jobs" => jobs = usize::try_from(number()?)?,
            "--out" => out = Some(arguments.next().context("a file is missing")?),
            name if CAMPAIGNS.iter().any(|campaign| campaign.name == name) => {
                names.push(name.to_owned());
            }
            "--help" | "-h" => {
                println!("{HELP}");
                for campaign in CAMPAIGNS {
                    println!(
                        "{:>8}  {} ({})",
                        campaign.name, campaign.what, campaign.full
                    );
                }
                return Ok(true);
            }
            other => bail!("`{other}` is no campaign\n\n{HELP}"),
        }
    }
    let here = std::env::current_exe()?;
    let programs = Programs::find(&here)?.context(
        "build the program first: cargo build --package verantwoord; and install strace",
    )?;
    let mut tallies = Vec::new();
    println!("seed {seed}");
    for campaign in CAMPAIGNS {
        if !names.is_empty() && !names.iter().any(|name| name == campaign.name) {
            continue;
        }
        let usual = if short { campaign.short } else { campaign.full };
        let order = Order {
            seed,
            first,
            cycles: cycles.unwrap_or(usual),
            jobs,
        };
        let begun = Instant::now();
        let tally = campaign.run(&programs, &order)?;
        println!("{tally} ({} s)", begun.elapsed().as_secs());
        for complaint in &tally.complaints {
            println!("  - {complaint}");
        }
        tallies.push(tally);
    }
    let table = table(&tallies);
    println!("\n{table}");
    if let Some(out) = out {
        fs::write(&out, &table).with_context(|| format!("{out} was not written"))?;
    }
    Ok(tallies.iter().all(|tally| tally.complaints.is_empty()))
}
