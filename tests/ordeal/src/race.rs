//! Two programs want one dossier at the same moment: one writes, the other is told who, and nothing is lost.

use std::time::Duration;

use anyhow::{Context as _, Result, ensure};

use crate::chance::Chance;
use crate::cycle::{self, Cycle};
use crate::deed::{ANSWER, only_known_files};
use crate::ledger::Ledger;
use crate::program::{Programs, Ran, Running};
use crate::scene::{self, DOSSIER, Scene};
use crate::{Campaign, Order, Tally};

pub(crate) const CAMPAIGN: Campaign = Campaign {
    name: "race",
    what: "two programs write one dossier at the same moment",
    short: 6,
    full: 1_000,
    run: campaign,
};

/// Longer than any program takes to start on a busy machine.
const SOON: Duration = Duration::from_secs(60);

fn campaign(programs: &Programs, order: &Order) -> Result<Tally> {
    let scene = Scene::begun(programs)?;
    let mut ledger = Ledger::after(scene::sound(programs, scene.folder(), DOSSIER)?);
    let scene = scene.with_answers(programs, &mut ledger, &mut Chance::of(0, 3), 2)?;
    cycle::each("race", "races", order, |cycle| {
        play(programs, &scene, &ledger, cycle)
    })
}

fn play(programs: &Programs, scene: &Scene, before: &Ledger, cycle: &mut Cycle) -> Result<()> {
    let here = cycle.folder.clone();
    let chance = &mut cycle.chance;
    scene.copy(&[DOSSIER], &here)?;
    let mut ledgers = [before.clone(), before.clone()];
    let mut racers = Vec::new();
    for ledger in &mut ledgers {
        let mut racer = Running::start(programs.verantwoord(&here, &ANSWER))?;
        racer.say(&ledger.give(chance, 3));
        racers.push(racer);
        // At times the second starts when the first is somewhere on its way.
        if racers.len() == 1 && chance.one_in(2) {
            let head_start = Duration::from_micros(chance.below(200_000));
            if let Some(first) = racers.first_mut() {
                let _ = first.line(head_start);
            }
        }
    }
    // Both keep their input open: whoever has the dossier keeps it until the other has ended.
    let mut second = racers.pop().context("no racer")?;
    let mut first = racers.pop().context("no racer")?;
    let first_lost = wait_for_loser(&mut first, &mut second)?;
    let [ledger_of_first, ledger_of_second] = ledgers;
    let (loser, mut winner, mut ledger) = if first_lost {
        (first, second, ledger_of_second)
    } else {
        (second, first, ledger_of_first)
    };
    told(&loser.finish()?)?;
    // While one writes, others may look.
    scene::sound(programs, &here, DOSSIER).context("looking while another writes")?;
    let from = before.len();
    winner.say(&ledger.give(chance, 2));
    if chance.one_in(4) {
        winner.close_input();
        winner.read_to_end(Duration::from_micros(chance.below(100_000)));
        winner.kill()?;
        let ran = winner.finish()?;
        ledger.note(from, &ran.out, &ran.err)?;
    } else {
        let ran = winner.finish()?;
        ensure!(ran.code == Some(0), "the winner was stopped: {}", ran.err);
        ledger.note(from, &ran.out, &ran.err)?;
        ensure!(
            ledger.acknowledged() == ledger.len() as u64,
            "the winner did not save all"
        );
    }
    cycle.acknowledged = ledger.acknowledged();
    scene::sound(programs, &here, DOSSIER)?;
    ledger.compare(programs, &here, DOSSIER)?;
    // The dossier is free again.
    let from = ledger.len();
    let line = ledger.give(&mut cycle.chance, 1);
    let mut next = Running::start(programs.verantwoord(&here, &ANSWER))?;
    next.say(&line);
    let ran = next.finish()?;
    ensure!(ran.code == Some(0), "the dossier stays in use: {}", ran.err);
    ledger.note(from, &ran.out, &ran.err)?;
    ledger.compare(programs, &here, DOSSIER)?;
    only_known_files(programs, &here)
}

/// Waits until one of two has ended and the other has saved; whether it is the first that ended.
fn wait_for_loser(first: &mut Running, second: &mut Running) -> Result<bool> {
    let first_saved = first.saves(SOON)?;
    let second_saved = second.saves(SOON)?;
    ensure!(
        first_saved != second_saved,
        "{}",
        if first_saved {
            "both write"
        } else {
            "neither may write"
        }
    );
    Ok(second_saved)
}

/// Whether the loser was told who has the dossier.
fn told(ran: &Ran) -> Result<()> {
    ensure!(
        ran.code == Some(4),
        "the second ended with {:?}: {}",
        ran.code,
        ran.err
    );
    ensure!(
        ran.err.contains("campagne@"),
        "the second was not told who has it: {}",
        ran.err
    );
    Ok(())
}
