//! The disk fails: full, broken, not to be written, at every write and every sync, once or from then on.
//!
//! A call that the program makes is answered with an error, or with *nothing was written*. Not answered is a lie: a
//! disk that says it has written what it has not is beyond any program.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};

use crate::chance::Chance;
use crate::cycle::{self, Cycle};
use crate::deed::{ANSWER, Deed, OUT, PREVIOUS, only_known_files};
use crate::ledger::Ledger;
use crate::program::{Programs, Ran, run, watched};
use crate::scene::{self, DOSSIER, EVIDENCE, IDENTITY, PASSPHRASE, REPORT, Scene};
use crate::tracing::{CHANGES, Points};
use crate::{Campaign, Order, Tally};

pub(crate) const CAMPAIGN: Campaign = Campaign {
    name: "faults",
    what: "the disk is full, broken or read-only at any write or sync, once or from then on",
    short: 36,
    full: 2_000,
    run: campaign,
};

/// What a failing disk answers, and whether it can answer so to a sync or a change of names.
const ANSWERS: [(&str, bool); 5] = [
    ("error=ENOSPC", true),
    ("error=EIO", true),
    ("error=EROFS", true),
    ("error=EDQUOT", true),
    ("retval=0", false),
];

/// What the words for people never hold.
const JARGON: [&str; 6] = ["panicked", "os error", "SQLITE", "sqlite", "Err(", "I/O"];

/// A point at which the disk fails.
struct Fault<'a> {
    deed: Deed,
    call: &'a str,
    nth: u64,
}

fn campaign(programs: &Programs, order: &Order) -> Result<Tally> {
    let mut chance = Chance::of(0, 2);
    let scene = Scene::begun(programs)?;
    let mut ledger = Ledger::after(scene::sound(programs, scene.folder(), DOSSIER)?);
    let scene = scene
        .with_answers(programs, &mut ledger, &mut chance, 2)?
        .with_report(programs)?
        .with_evidence(100_000)?;
    let mut points = Vec::new();
    let mut report = Vec::new();
    for deed in [
        Deed::Answer,
        Deed::Evidence,
        Deed::New,
        Deed::Report,
        Deed::Sign,
    ] {
        let folder = cycle::folder()?;
        let here = folder.path();
        scene.copy(&[DOSSIER, REPORT, IDENTITY, PASSPHRASE, EVIDENCE], here)?;
        let lines = ledger.clone().give(&mut chance, 3);
        let command = programs.verantwoord(here, &deed.arguments());
        points.push((deed, Points::of(&command, &lines, &CHANGES)?));
        if deed == Deed::Report {
            report = fs::read(here.join(OUT))?;
        }
    }
    let faults: Vec<Fault<'_>> = points
        .iter()
        .flat_map(|(deed, points)| {
            points.all().map(|(call, nth)| Fault {
                deed: *deed,
                call,
                nth,
            })
        })
        .collect();
    let mut refused = 0;
    let mut tally = cycle::each("faults", "faults", order, |cycle| {
        // Signing takes seconds: it gets its share of the cycles, not of the calls.
        let wanted = match cycle.chance.below(20) {
            0..10 => Deed::Answer,
            10..14 => Deed::Evidence,
            14..17 => Deed::New,
            17..19 => Deed::Report,
            _ => Deed::Sign,
        };
        let of_deed: Vec<_> = faults.iter().filter(|fault| fault.deed == wanted).collect();
        let fault = cycle.chance.one_of(&of_deed).context("no point")?;
        refused += u64::from(!play(programs, &scene, &ledger, &report, fault, cycle)?);
        Ok(())
    })?;
    tally.also.push(("points there are", faults.len() as u64));
    tally.also.push(("times not saved, and said so", refused));
    Ok(tally)
}

/// Has the disk fail at a point; whether everything was done all the same.
fn play(
    programs: &Programs,
    scene: &Scene,
    ledger: &Ledger,
    report: &[u8],
    fault: &Fault<'_>,
    cycle: &mut Cycle,
) -> Result<bool> {
    let here = cycle.folder.clone();
    scene.copy(&[DOSSIER, REPORT, IDENTITY, PASSPHRASE, EVIDENCE], &here)?;
    let there_before = fault.deed == Deed::Report && cycle.chance.one_in(2);
    if there_before {
        fs::write(here.join(OUT), PREVIOUS)?;
    }
    let mut ledger = ledger.clone();
    let from = ledger.len();
    let lines = match fault.deed {
        Deed::Answer => ledger.give(&mut cycle.chance, 3),
        _ => String::new(),
    };
    let writes = matches!(fault.call, "write" | "pwrite64");
    let answers: Vec<_> = ANSWERS.iter().filter(|(_, any)| *any || writes).collect();
    let answer = cycle
        .chance
        .one_of(&answers)
        .map_or("error=EIO", |answer| answer.0);
    let once = if cycle.chance.one_in(2) { "" } else { "+" };
    let (call, nth) = (fault.call, fault.nth);
    let said = format!("inject={call}:{answer}:when={nth}{once}");
    let trace = format!("trace={call}");
    let command = programs.verantwoord(&here, &fault.deed.arguments());
    let options = ["-o", "/dev/null", "-e", &trace, "-e", &said];
    let ran = run(watched(&command, &options), &lines)?;
    let what = || format!("{said} during {:?}", fault.deed);
    if fault.deed == Deed::Answer {
        ledger.note(from, &ran.out, &ran.err)?;
    }
    cycle.acknowledged = ledger.acknowledged();
    let all_saved = ledger.acknowledged() == ledger.len() as u64;
    // Where standard output or error fails, nothing can be said.
    said_plainly(&ran, all_saved, call == "write").with_context(what)?;
    go_on(programs, &here, &mut ledger, &mut cycle.chance).with_context(what)?;
    fault
        .deed
        .judge(programs, &here, &ran, report, there_before)
        .with_context(what)?;
    Ok(ran.code == Some(0))
}

/// Whether the program told the truth about what was saved, in words for people.
fn said_plainly(ran: &Ran, all_saved: bool, cannot_say: bool) -> Result<()> {
    let code = ran.code.context("the program was ended by a signal")?;
    let err = ran.err.trim();
    ensure!(code != 0 || all_saved, "not saved, and exit code 0");
    ensure!(
        code != 5 && !err.contains(" fault:"),
        "called a fault of the program: {err}"
    );
    ensure!(code == 0 || cannot_say || !err.is_empty(), "not a word");
    // When it is standard output that fails, the words reach nobody who waits for them there.
    for word in JARGON.iter().filter(|_| !cannot_say) {
        ensure!(!err.contains(word), "`{word}` is no plain word: {err}");
    }
    Ok(())
}

/// Once the disk works again, everything that was saved is there and work goes on.
fn go_on(programs: &Programs, here: &Path, ledger: &mut Ledger, chance: &mut Chance) -> Result<()> {
    scene::sound(programs, here, DOSSIER)?;
    ledger.compare(programs, here, DOSSIER)?;
    let from = ledger.len();
    let lines = ledger.give(chance, 1);
    let ran = run(programs.verantwoord(here, &ANSWER), &lines)?;
    ensure!(ran.code == Some(0), "work does not go on: {}", ran.err);
    ledger.note(from, &ran.out, &ran.err)?;
    ledger.compare(programs, here, DOSSIER)?;
    only_known_files(here)
}
