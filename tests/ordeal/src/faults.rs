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
use crate::ending::{is_ending, judge_ending};
use crate::ledger::Ledger;
use crate::program::{Programs, Ran, run, watched};
use crate::scene::{self, DOSSIER};
use crate::stage::Stage;
use crate::{Campaign, Order, Tally};

/// The evidence that is being attached.
const EVIDENCE: usize = 100_000;

pub(crate) const CAMPAIGN: Campaign = Campaign {
    name: "faults",
    what: "the disk is full, broken or read-only at any write or sync, once or from then on",
    short: 12,
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

fn campaign(programs: &Programs, order: &Order) -> Result<Tally> {
    let stage = Stage::set(programs, EVIDENCE)?;
    let mut tally = cycle::each("faults", "faults", order, |cycle| {
        let deed = Deed::in_turn(cycle.turn);
        play(&stage, deed, cycle).with_context(|| deed.name())
    })?;
    let known = stage.known();
    let points = known.iter().map(|usual| usual.points.number());
    tally.also.insert("points there are", points.sum());
    Ok(tally)
}

/// Has the disk fail at a point.
fn play(stage: &Stage<'_>, deed: Deed, cycle: &mut Cycle) -> Result<()> {
    let here = cycle.folder.clone();
    let programs = &stage.programs.with_key(deed.key());
    stage.lay_out(deed, &here)?;
    let there_before = deed.writes() == Some(OUT) && cycle.chance.one_in(2);
    if there_before {
        fs::write(here.join(OUT), PREVIOUS)?;
    }
    let mut ledger = stage.ledger.clone();
    let lines = if deed.is_answering() {
        ledger.give(&mut cycle.chance, 6)
    } else {
        String::new()
    };
    let usual = stage.usual(deed)?;
    let (call, nth) = usual.points.one(&mut cycle.chance);
    let writes = matches!(call.as_str(), "write" | "pwrite64");
    let answers: Vec<_> = ANSWERS.iter().filter(|(_, any)| *any || writes).collect();
    let answer = cycle
        .chance
        .one_of(&answers)
        .map_or("error=EIO", |answer| answer.0);
    let once = if cycle.chance.one_in(2) { "" } else { "+" };
    let said = format!("inject={call}:{answer}:when={nth}{once}");
    let trace = format!("trace={call}");
    let command = programs.verantwoord(&here, &deed.arguments());
    let options = ["-o", "/dev/null", "-e", &trace, "-e", &said];
    let ran = run(watched(&command, &options), &lines)?;
    if deed.is_answering() {
        ledger.note(stage.ledger.len(), &ran.out, &ran.err)?;
    }
    cycle.acknowledged = ledger.acknowledged();
    let all_saved = !deed.is_answering() || ledger.acknowledged() == ledger.len() as u64;
    // Then it may be what is said on standard error that fails.
    let is_mute = call == "write" && (once == "+" || deed.code() != 0);
    said_plainly(&ran, all_saved, is_mute).with_context(|| said.clone())?;
    if ran.code != Some(0) {
        cycle.count("times not saved, and said so");
    }
    if is_ending(deed, &here) {
        return judge_ending(programs, &here, &ran).with_context(|| said);
    }
    let programs = &programs.with_key(deed.key_now(programs, &here)?);
    go_on(programs, &here, &mut ledger, &mut cycle.chance).with_context(|| said.clone())?;
    deed.judge(programs, &here, &ran, &usual, there_before)
        .with_context(|| said)
}

/// Whether the program told the truth about what was saved, in words for people; not a word when it `is_mute`.
fn said_plainly(ran: &Ran, all_saved: bool, is_mute: bool) -> Result<()> {
    let code = ran.code.context("the program was ended by a signal")?;
    let err = ran.err.trim();
    ensure!(code != 0 || all_saved, "not saved, and exit code 0");
    ensure!(
        code != 5 && !err.contains(" fault:"),
        "called a fault of the program: {err}"
    );
    ensure!(code == 0 || is_mute || !err.is_empty(), "not a word");
    for word in JARGON {
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
    only_known_files(programs, here)
}
