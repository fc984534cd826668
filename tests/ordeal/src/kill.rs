//! The program is killed: at any time, at any call that changes the disk, and again while it recovers.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};

use crate::chance::Chance;
use crate::cycle::{self, Cycle};
use crate::deed::{ANSWER, Deed, OUT, PREVIOUS, only_known_files};
use crate::ledger::Ledger;
use crate::program::{Programs, Ran, Running, run, watched};
use crate::scene::{self, DOSSIER, EVIDENCE, IDENTITY, PASSPHRASE, REPORT, Scene};
use crate::tracing::{CHANGES, Points};
use crate::{Campaign, Order, Tally};

pub(crate) const CAMPAIGN: Campaign = Campaign {
    name: "kill",
    what: "the program is killed at any time and at any call that changes the disk, also while it recovers",
    short: 24,
    full: 10_000,
    run: campaign,
};

/// What does not change from cycle to cycle.
struct Stage<'a> {
    programs: &'a Programs,
    scene: Scene,
    ledger: Ledger,
    points: Vec<(Deed, Points)>,
    report: Vec<u8>,
}

fn campaign(programs: &Programs, order: &Order) -> Result<Tally> {
    let stage = Stage::set(programs)?;
    cycle::each("kill", "cycles", order, |cycle| stage.play(cycle))
}

impl<'a> Stage<'a> {
    fn set(programs: &'a Programs) -> Result<Self> {
        let mut chance = Chance::of(0, 0);
        let scene = Scene::begun(programs)?;
        let mut ledger = Ledger::after(scene::sound(programs, scene.folder(), DOSSIER)?);
        let scene = scene
            .with_answers(programs, &mut ledger, &mut chance, 3)?
            .with_report(programs)?
            .with_evidence(20 << 20)?;
        let mut points = Vec::new();
        let mut report = Vec::new();
        for deed in Deed::ALL {
            let folder = cycle::folder()?;
            let here = folder.path();
            scene.copy(&[DOSSIER, REPORT, IDENTITY, PASSPHRASE, EVIDENCE], here)?;
            let lines = ledger.clone().give(&mut chance, 6);
            let command = programs.verantwoord(here, &deed.arguments());
            points.push((deed, Points::of(&command, &lines, &CHANGES)?));
            if deed == Deed::Report {
                report = fs::read(here.join(OUT))?;
            }
        }
        Ok(Stage {
            programs,
            scene,
            ledger,
            points,
            report,
        })
    }

    fn play(&self, cycle: &mut Cycle) -> Result<()> {
        let here = cycle.folder.clone();
        let chance = &mut cycle.chance;
        let deed = Deed::any(chance);
        let mut ledger = self.ledger.clone();
        self.scene
            .copy(&[DOSSIER, REPORT, IDENTITY, PASSPHRASE], &here)?;
        if deed == Deed::Evidence {
            self.scene.copy(&[EVIDENCE], &here)?;
        }
        let there_before = deed == Deed::Report && chance.one_in(2);
        if there_before {
            fs::write(here.join(OUT), PREVIOUS)?;
        }
        let lines = if deed == Deed::Answer {
            ledger.give(chance, 6)
        } else {
            String::new()
        };
        let from = self.ledger.len();
        let command = self.programs.verantwoord(&here, &deed.arguments());
        let ran = self.kill(deed, command, &lines, chance)?;
        if deed == Deed::Answer {
            ledger.note(from, &ran.out, &ran.err)?;
        }
        // Again and again while it gets over it.
        while chance.one_in(2) {
            let from = ledger.len();
            let lines = ledger.give(chance, 2);
            let command = self.programs.verantwoord(&here, &ANSWER);
            let ran = self.kill(Deed::Answer, command, &lines, chance)?;
            ledger.note(from, &ran.out, &ran.err)?;
        }
        cycle.acknowledged = ledger.acknowledged();
        self.judge(&here, &mut ledger, chance)
            .with_context(|| format!("killed during {deed:?}"))?;
        deed.judge(self.programs, &here, &ran, &self.report, there_before)
            .with_context(|| format!("killed during {deed:?}"))
    }

    /// Runs a program and kills it, at a time or at a point.
    fn kill(&self, deed: Deed, command: Command, lines: &str, chance: &mut Chance) -> Result<Ran> {
        if chance.one_in(3) {
            let mut running = Running::start(command)?;
            running.say(lines);
            running.close_input();
            for _ in 0..chance.below(4) {
                if running.line(Duration::from_secs(20)).is_err() {
                    break;
                }
            }
            // Waits for one line more, and for no line at all when there is none to come.
            let _ = running.line(Duration::from_micros(chance.below(30_000)));
            running.kill()?;
            return running.finish();
        }
        let points = self.points.iter().find(|(of, _)| *of == deed);
        let (call, nth) = points.context("an unknown deed")?.1.one(chance);
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
    fn judge(&self, here: &Path, ledger: &mut Ledger, chance: &mut Chance) -> Result<()> {
        scene::sound(self.programs, here, DOSSIER)?;
        ledger.compare(self.programs, here, DOSSIER)?;
        let from = ledger.len();
        let lines = ledger.give(chance, 1);
        let ran = run(self.programs.verantwoord(here, &ANSWER), &lines)?;
        ensure!(ran.code == Some(0), "work does not go on: {}", ran.err);
        ledger.note(from, &ran.out, &ran.err)?;
        scene::sound(self.programs, here, DOSSIER)?;
        ledger.compare(self.programs, here, DOSSIER)?;
        only_known_files(here)
    }
}
