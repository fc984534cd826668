//! What a process has used, as the system counts it, and how a measured process tells it to the one that started it.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};
use serde::{Deserialize, Serialize};

/// One measurement.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Usage {
    /// How long the work itself took on the wall's clock, in seconds: without starting and without reading its material.
    pub(crate) seconds: f64,
    /// Processor time of the work itself in seconds, where the system tells it: what ratios are made from, since a busy
    /// machine makes work wait and hardly makes it more.
    pub(crate) work: Option<f64>,
    /// Processor time of the whole process in seconds, where the system tells it.
    pub(crate) cpu: Option<f64>,
    /// The most memory that the whole process held at once in bytes, where the system tells it.
    pub(crate) peak: Option<f64>,
}

/// Whose usage.
#[derive(Clone, Copy, Debug)]
enum Whose {
    /// This process.
    Own,
    /// The processes that this one started and that have ended.
    Children,
}

impl Usage {
    /// Does a piece of work in this process.
    pub(crate) fn of<T>(work: impl FnOnce() -> T) -> Result<(Self, T)> {
        let (_, before) = so_far(Whose::Own)?.unzip();
        let start = Instant::now();
        let done = work();
        let seconds = start.elapsed().as_secs_f64();
        let (peak, cpu) = so_far(Whose::Own)?.unzip();
        let usage = Self {
            seconds,
            work: cpu.zip(before).map(|(after, before)| after - before),
            cpu,
            peak,
        };
        Ok((usage, done))
    }

    /// What the processes have used that this one started, of which it waited for `seconds`.
    pub(crate) fn of_children(seconds: f64) -> Result<Self> {
        let (peak, cpu) = so_far(Whose::Children)?.unzip();
        Ok(Self {
            seconds,
            work: cpu,
            cpu,
            peak,
        })
    }

    /// The median of each figure by itself.
    pub(crate) fn median(all: &[Self]) -> Option<Self> {
        let each = |figure: fn(&Self) -> Option<f64>| {
            median(&mut all.iter().filter_map(figure).collect::<Vec<_>>())
        };
        Some(Self {
            seconds: each(|usage| Some(usage.seconds))?,
            work: each(|usage| usage.work),
            cpu: each(|usage| usage.cpu),
            peak: each(|usage| usage.peak),
        })
    }
}

/// Peak memory in bytes and processor time in seconds so far.
#[cfg(unix)]
fn so_far(whose: Whose) -> Result<Option<(f64, f64)>> {
    use nix::sys::{
        resource::{UsageWho, getrusage},
        time::TimeVal,
    };

    let used = getrusage(match whose {
        Whose::Own => UsageWho::RUSAGE_SELF,
        Whose::Children => UsageWho::RUSAGE_CHILDREN,
    })?;
    let in_seconds = |time: TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    // Linux counts in kilobytes here, macOS in bytes.
    let unit = if cfg!(target_os = "macos") {
        1.0
    } else {
        1024.0
    };
    Ok(Some((
        used.max_rss() as f64 * unit,
        in_seconds(used.user_time()) + in_seconds(used.system_time()),
    )))
}

/// Elsewhere only the clock is known.
#[cfg(not(unix))]
fn so_far(_whose: Whose) -> Result<Option<(f64, f64)>> {
    Ok(None)
}

/// The middle one; of an even number the upper of the two in the middle, which was measured, unlike their mean.
pub(crate) fn median(figures: &mut [f64]) -> Option<f64> {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied()
}

/// Tells a measurement to the process that asked for it.
pub(crate) fn tell(usage: &Usage) -> Result<()> {
    println!("{}", serde_json::to_string(usage)?);
    Ok(())
}

/// Asks for a measurement: this same program, in a new process.
pub(crate) fn ask(arguments: &[&str], folder: &Path) -> Result<Usage> {
    serde_json::from_slice(&again(arguments, folder)?)
        .with_context(|| format!("what `{}` tells", arguments.join(" ")))
}

/// Runs this same program in a new process; gives what it prints. A process begins with the peak of the one that
/// starts it, so the one that starts them all must stay small.
pub(crate) fn again(arguments: &[&str], folder: &Path) -> Result<Vec<u8>> {
    let output = Command::new(std::env::current_exe()?)
        .args(arguments)
        .current_dir(folder)
        .output()?;
    if !output.status.success() {
        bail!(
            "`{}` failed:\n{}",
            arguments.join(" "),
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    Ok(output.stdout)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn took(seconds: f64, cpu: Option<f64>) -> Usage {
        Usage {
            seconds,
            work: cpu,
            cpu,
            peak: None,
        }
    }

    #[test]
    fn one_slow_run_moves_no_median() {
        let runs = [
            took(1.0, Some(3.0)),
            took(90.0, Some(2.0)),
            took(2.0, Some(80.0)),
        ];
        assert_eq!(Usage::median(&runs), Some(took(2.0, Some(3.0))));
        assert_eq!(Usage::median(&[]), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_process_that_works_uses_time_and_memory() {
        let (usage, sum) = Usage::of(|| {
            (0..20_000_000_u64).fold(0, |sum: u64, number| {
                std::hint::black_box(sum.wrapping_add(number))
            })
        })
        .unwrap();
        assert_eq!(sum, 199_999_990_000_000);
        assert!(usage.work > Some(0.0) && usage.cpu >= usage.work);
        assert!(usage.peak > Some(100_000.0));
    }
}
