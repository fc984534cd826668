//! The program is killed: at any time, at any call that changes the disk, and again while it recovers.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};

use crate::chance::Chance;
use crate::cycle::{self, Cycle};
use crate::deed::{ANSWER, Deed, OUT, PREVIOUS, is_erased, only_known_files};
use crate::ending::{is_ending, judge_ending};
use crate::ledger::Ledger;
use crate::program::{HOME, Ran, Running, run, watched};
use crate::scene::{self, DOSSIER};
use crate::stage::Stage;
use crate::{Campaign, Order, Programs, Tally};

pub(crate) const CAMPAIGN: Campaign = Campaign {
    name: "kill",
    what: "the program is killed at any time and at any call that changes the disk, also while it recovers",
    short: 12,
    full: 10_000,
    run: campaign,
};

/// The evidence that is being attached.
const EVIDENCE: usize = 20 << 20;

fn campaign(programs: &Programs, order: &Order) -> Result<Tally> {
    let stage = Stage::set(programs, EVIDENCE)?;
    cycle::each("kill", "cycles", order, |cycle| {
        let deed = Deed::in_turn(cycle.turn);
        play(&stage, deed, cycle).with_context(|| format!("killed {}", deed.name()))
    })
}

fn play(stage: &Stage<'_>, deed: Deed, cycle: &mut Cycle) -> Result<()> {
    let here = cycle.folder.clone();
    let programs = &stage.programs.with_key(deed.key());
    let mut ledger = stage.ledger.clone();
    stage.lay_out(deed, &here)?;
    let there_before = deed.writes() == Some(OUT) && cycle.chance.one_in(2);
    if there_before {
        fs::write(here.join(OUT), PREVIOUS)?;
    }
    let lines = if deed.is_answering() {
        ledger.give(&mut cycle.chance, 6)
    } else {
        String::new()
    };
    if deed == Deed::Erase {
        leave_behind(programs, &here)?;
    }
    let command = programs.verantwoord(&here, &deed.arguments());
    let ran = kill(stage, deed, command, &lines, &mut cycle.chance)?;
    if deed.is_answering() {
        ledger.note(stage.ledger.len(), &ran.out, &ran.err)?;
    }
    if ran.code.is_none() {
        cycle.count(deed.name());
    }
    if is_ending(deed, &here) {
        return judge_ending(programs, &here, &ran);
    }
    let programs = &programs.with_key(deed.key_now(programs, &here)?);
    // Again and again while it gets over it.
    while cycle.chance.one_in(2) {
        let from = ledger.len();
        let lines = ledger.give(&mut cycle.chance, 2);
        let command = programs.verantwoord(&here, &ANSWER);
        let ran = kill(stage, Deed::Answer, command, &lines, &mut cycle.chance)?;
        ledger.note(from, &ran.out, &ran.err)?;
        if ran.code.is_none() {
            cycle.count("again while recovering");
        }
    }
    cycle.acknowledged = ledger.acknowledged();
    judge(programs, &here, &mut ledger, &mut cycle.chance)?;
    let usual = stage.usual(deed)?;
    deed.judge(programs, &here, &ran, &usual, there_before)
}

/// Has a backup cut off at the moment in which it gets its name: all of the dossier lies there, under a name that
/// nobody looks for.
fn leave_behind(programs: &Programs, here: &Path) -> Result<()> {
    const NAMING: &str = "rename,renameat,renameat2,link,linkat";
    let command = programs.verantwoord(here, &Deed::Backup.arguments());
    let trace = format!("trace={NAMING}");
    let inject = format!("inject={NAMING}:signal=KILL:when=1");
    let options = ["-o", "/dev/null", "-e", &trace, "-e", &inject];
    let ran = run(watched(&command, &options), "")?;
    let mut left = fs::read_dir(here.join(HOME))?;
    ensure!(
        ran.code.is_none() && left.next().is_some() && !is_erased(&here.join(HOME))?,
        "a backup that is cut off leaves nothing: {:?}",
        ran.code
    );
    Ok(())
}

/// Runs a program and kills it, at a time or at a point.
fn kill(
    stage: &Stage<'_>,
    deed: Deed,
    command: Command,
    lines: &str,
    chance: &mut Chance,
) -> Result<Ran> {
    let usual = stage.usual(deed)?;
    if chance.one_in(3) {
        let mut running = Running::start(command)?;
        running.say(lines);
        running.close_input();
        // Lines come while it answers only.
        let lines = if deed.is_answering() { 4 } else { 1 };
        for _ in 0..chance.below(lines) {
            if running.line(Duration::from_secs(20)).is_err() {
                break;
            }
        }
        // Waits for one line more, and for no line at all when there is none to come.
        let longest = if deed.is_answering() {
            30_000
        } else {
            usual.micros
        };
        let _ = running.line(Duration::from_micros(chance.below(longest)));
        running.kill()?;
        return running.finish();
    }
    let (call, nth) = usual.points.one(chance);
    // While recovering, what counts happens at the beginning.
    let nth = if chance.one_in(2) {
        nth
    } else {
        1 + chance.below(nth.min(12))
    };
    let inject = format!("inject={call}:signal=KILL:when={nth}");
    let trace = format!("trace={call}");
    let options = ["-o", "/dev/null", "-e", &trace, "-e", &inject];
    run(watched(&command, &options), lines)
}

/// Everything that was saved is there, the file is sound, and work goes on.
fn judge(programs: &Programs, here: &Path, ledger: &mut Ledger, chance: &mut Chance) -> Result<()> {
    scene::sound(programs, here, DOSSIER)?;
    ledger.compare(programs, here, DOSSIER)?;
    let from = ledger.len();
    let lines = ledger.give(chance, 1);
    let ran = run(programs.verantwoord(here, &ANSWER), &lines)?;
    ensure!(ran.code == Some(0), "work does not go on: {}", ran.err);
    ledger.note(from, &ran.out, &ran.err)?;
    scene::sound(programs, here, DOSSIER)?;
    ledger.compare(programs, here, DOSSIER)?;
    only_known_files(programs, here)
}
