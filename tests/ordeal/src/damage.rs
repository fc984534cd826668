//! The file is damaged, or somebody has been at it: whatever changes what the dossier says must be noticed.
//!
//! A page is not a row: much of what is flipped lies where nothing is said, and then what the dossier says must be
//! the same to the word. That a history was cut off at its end nobody can tell from the file alone: it must show
//! against a report that was signed later than the cut, and merging a backup must bring back what is gone.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail, ensure};
use assessment::{Change, Event};
use dossier::{Dossier, check};
use rusqlite::Connection;

use crate::chance::Chance;
use crate::cycle::{self, Cycle};
use crate::ledger::Ledger;
use crate::program::{Programs, run};
use crate::scene::{self, BACKUP, DOSSIER, EVIDENCE, SIGNED, Scene};
use crate::{Campaign, Order, Tally};

pub(crate) const CAMPAIGN: Campaign = Campaign {
    name: "damage",
    what: "bits, pages, rows and ends of the file are changed",
    short: 120,
    full: 10_000,
    run: campaign,
};

/// What is said of a report when the dossier has not all that it was made from.
const NOT_KNOWN: &str = "not of a state that this file knows";

/// Every so many times the program itself is asked too.
const SAMPLE: u64 = 50;

/// The sound file, an earlier state of it, and what it says.
struct Sound {
    bytes: Vec<u8>,
    earlier: Vec<u8>,
    signed: Vec<u8>,
    /// How many events there were when the report was made.
    reported: usize,
    backup: Vec<u8>,
    page: usize,
    events: Vec<Event>,
    kept: Vec<(String, Vec<u8>)>,
}

/// What became of a damage.
#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    Noticed,
    /// It says the same as before.
    Harmless,
    /// A sound dossier that ends earlier.
    CutOff {
        /// How many events are left.
        events: usize,
    },
}

fn campaign(programs: &Programs, order: &Order) -> Result<Tally> {
    let mut chance = Chance::of(0, 4);
    let scene = Scene::begun(programs)?;
    let mut ledger = Ledger::after(scene::sound(programs, scene.folder(), DOSSIER)?);
    let scene = scene.with_answers(programs, &mut ledger, &mut chance, 12)?;
    let earlier = fs::read(scene.path(DOSSIER))?;
    let scene = scene.with_evidence(60_000)?;
    programs.done(scene.folder(), &["evidence", DOSSIER, "PUR-01", EVIDENCE])?;
    let scene = scene.with_report(programs)?;
    programs.done(scene.folder(), &scene::SIGN)?;
    programs.done(scene.folder(), &["copy", DOSSIER, "--out", BACKUP])?;
    let scene = scene.with_answers(programs, &mut ledger, &mut chance, 4)?;
    let sound = Sound::read(&scene, earlier)?;
    let answers = ledger.acknowledged();
    let mut tally = cycle::each("damage", "damages", order, |cycle| {
        let (what, outcome) = sound.play(cycle)?;
        cycle.count(match outcome {
            Outcome::Noticed => "noticed",
            Outcome::Harmless => "says the same as before",
            Outcome::CutOff { .. } => "ends cut off",
        });
        if let Outcome::CutOff { events } = outcome {
            let seen = sound.seen(programs, &cycle.folder, events).context(what)?;
            cycle.count(match seen {
                true => "ends cut off that the signed report shows and the backup brings back",
                false => "ends cut off after the last report and backup, which nobody can notice",
            });
        } else if cycle.number.is_multiple_of(SAMPLE) {
            agrees(programs, &cycle.folder, &outcome).context(what)?;
        }
        Ok(())
    })?;
    tally.acknowledged = answers;
    Ok(tally)
}

impl Sound {
    fn read(scene: &Scene, earlier: Vec<u8>) -> Result<Self> {
        let path = scene.path(DOSSIER);
        let bytes = fs::read(&path)?;
        let page = bytes.get(16..18).context("no header")?;
        let page = page
            .iter()
            .fold(0, |page, byte| page * 256 + usize::from(*byte));
        let dossier = Dossier::open_to_read(&path)?;
        let events = dossier.events().to_vec();
        let signed = |event: &Event| matches!(event.change, Some(Change::ReportSigned { .. }));
        let reported = events
            .iter()
            .position(signed)
            .context("nothing is signed")?;
        let kept = kept(&dossier, &events)?;
        ensure!(!kept.is_empty(), "no file is kept");
        Ok(Sound {
            bytes,
            earlier,
            signed: fs::read(scene.path(SIGNED))?,
            reported,
            backup: fs::read(scene.path(BACKUP))?,
            page,
            events,
            kept,
        })
    }

    fn play(&self, cycle: &mut Cycle) -> Result<(String, Outcome)> {
        let path = cycle.folder.join(DOSSIER);
        let what = self.damage(&path, &mut cycle.chance)?;
        let outcome = self.judge(&path).with_context(|| what.clone())?;
        let may_cut = what.contains("end of the history");
        ensure!(
            may_cut || !matches!(outcome, Outcome::CutOff { .. }),
            "{what}: the end of the history is gone"
        );
        Ok((what, outcome))
    }

    /// Writes a damaged copy; says what was done.
    fn damage(&self, path: &Path, chance: &mut Chance) -> Result<String> {
        let mut bytes = self.bytes.clone();
        let pages = bytes.len() / self.page;
        let what = match chance.below(100) {
            0..55 => {
                let (place, bit) = (chance.place(bytes.len()), chance.below(8));
                if let Some(byte) = bytes.get_mut(place) {
                    *byte ^= 1 << bit;
                }
                format!("bit {bit} of byte {place} flipped")
            }
            55..63 => {
                // Where people's words are, every flip would change what is said.
                let words = "overweging".as_bytes();
                let places: Vec<usize> = bytes
                    .windows(words.len())
                    .enumerate()
                    .filter(|(_, there)| *there == words)
                    .map(|(place, _)| place)
                    .collect();
                let place = chance.one_of(&places).context("no words")? + chance.place(words.len());
                if let Some(byte) = bytes.get_mut(place) {
                    *byte ^= 1 << chance.below(5);
                }
                format!("a letter changed at byte {place}")
            }
            63..72 => {
                let (one, other) = (chance.place(pages), chance.place(pages));
                for offset in 0..self.page {
                    bytes.swap(one * self.page + offset, other * self.page + offset);
                }
                format!("pages {one} and {other} exchanged")
            }
            72..79 => {
                let length = chance.place(bytes.len());
                bytes.truncate(length);
                format!("cut to {length} bytes")
            }
            79..87 => {
                let page = chance.place(pages.min(self.earlier.len() / self.page));
                let place = page * self.page..(page + 1) * self.page;
                if let (Some(now), Some(then)) =
                    (bytes.get_mut(place.clone()), self.earlier.get(place))
                {
                    now.copy_from_slice(then);
                }
                format!("page {page} as it was earlier")
            }
            87..91 => {
                let (start, length) = (chance.place(bytes.len()), 1 + chance.place(8192));
                let end = bytes.len().min(start + length);
                if let Some(place) = bytes.get_mut(start..end) {
                    place.fill(0);
                }
                format!("bytes {start} to {end} emptied")
            }
            _ => {
                fs::write(path, &bytes)?;
                return self.forge(path, chance);
            }
        };
        fs::write(path, bytes)?;
        Ok(what)
    }

    /// Changes rows, as somebody would who has a database program; says what was done.
    fn forge(&self, path: &Path, chance: &mut Chance) -> Result<String> {
        let database = Connection::open(path)?;
        let some = |chance: &mut Chance| {
            chance
                .one_of(&self.events)
                .map(|event| event.id.to_string())
        };
        let (one, other) = (
            some(chance).context("no event")?,
            some(chance).context("no event")?,
        );
        let exchange = |table: &str, column: &str| -> rusqlite::Result<()> {
            let read = format!("select {column} from {table} where hash = ?1");
            let write = format!("update {table} set {column} = ?2 where hash = ?1");
            let first: String = database.query_row(&read, [&one], |row| row.get(0))?;
            let second: String = database.query_row(&read, [&other], |row| row.get(0))?;
            database.execute(&write, (&one, second))?;
            database.execute(&write, (&other, first))?;
            Ok(())
        };
        let what = match chance.below(6) {
            0 => {
                exchange("payload", "body")?;
                "the words of two events exchanged"
            }
            1 => {
                exchange("payload", "body")?;
                exchange("payload", "salt")?;
                "words and salts of two events exchanged"
            }
            2 => {
                exchange("event", "at")?;
                "the moments of two events exchanged"
            }
            3 => {
                let change = "update payload set body = replace(body, 'overweging', 'bedenking') where hash = ?1";
                database.execute(change, [&one])?;
                "the words of one event replaced"
            }
            4 => {
                database.execute("delete from payload where hash = ?1", [&one])?;
                database.execute("delete from event where hash = ?1", [&one])?;
                if self
                    .events
                    .last()
                    .is_some_and(|last| last.id.to_string() == one)
                {
                    "the end of the history cut off by one"
                } else {
                    "one event taken out"
                }
            }
            _ => {
                let keep = 4 + chance.place(self.events.len() - 4);
                for event in self.events.iter().skip(keep) {
                    let hash = event.id.to_string();
                    database.execute("delete from payload where hash = ?1", [&hash])?;
                    database.execute("delete from event where hash = ?1", [&hash])?;
                }
                "the end of the history cut off"
            }
        };
        Ok(format!("{what} ({one}, {other})"))
    }

    fn judge(&self, path: &Path) -> Result<Outcome> {
        let Ok(dossier) = Dossier::open_to_read(path) else {
            return Ok(Outcome::Noticed);
        };
        let checked = check(path);
        let events = dossier.events();
        if events == self.events {
            for (sha256, bytes) in &self.kept {
                let mut found = Vec::new();
                match dossier.read_blob(sha256, &mut found) {
                    Ok(_) => ensure!(found == *bytes, "another file under the same hash"),
                    Err(_) => return Ok(Outcome::Noticed),
                }
            }
            let sound = checked.is_ok_and(|checked| checked.sound);
            return Ok(if sound {
                Outcome::Harmless
            } else {
                Outcome::Noticed
            });
        }
        ensure!(
            self.events.starts_with(events),
            "the dossier says something else, unnoticed"
        );
        Ok(Outcome::CutOff {
            events: events.len(),
        })
    }
}

impl Sound {
    /// Whether the program shows, held against the signed report, that the end of the history is gone. Then merging the
    /// backup must bring back all that it has.
    fn seen(&self, programs: &Programs, here: &Path, events: usize) -> Result<bool> {
        fs::write(here.join(SIGNED), &self.signed)?;
        let verify = ["--language", "en", "verify", SIGNED, "--dossier", DOSSIER];
        let verified = run(programs.verantwoord(here, &verify), "")?;
        let seen = verified.out.contains(NOT_KNOWN);
        ensure!(
            seen == (events < self.reported),
            "{events} of {} events left, and of the signed report it is said: {}",
            self.reported,
            verified.out
        );
        if !seen {
            return Ok(false);
        }
        fs::write(here.join(BACKUP), &self.backup)?;
        let backup = Dossier::open_to_read(&here.join(BACKUP))?;
        programs.done(here, &["merge", DOSSIER, BACKUP])?;
        let merged = Dossier::open_to_read(&here.join(DOSSIER))?;
        let mut ids = merged.events().iter().map(|event| event.id);
        ensure!(
            backup
                .events()
                .iter()
                .all(|event| ids.any(|id| id == event.id)),
            "the backup does not bring back what is gone"
        );
        Ok(true)
    }
}

/// The files that a dossier keeps as evidence.
fn kept(dossier: &Dossier, events: &[Event]) -> Result<Vec<(String, Vec<u8>)>> {
    let mut kept = Vec::new();
    for event in events {
        if let Some(Change::EvidenceAttached { evidence, .. }) = &event.change {
            let mut bytes = Vec::new();
            dossier.read_blob(&evidence.sha256, &mut bytes)?;
            kept.push((evidence.sha256.clone(), bytes));
        }
    }
    Ok(kept)
}

/// Whether the program says the same, in its exit code.
fn agrees(programs: &Programs, folder: &Path, outcome: &Outcome) -> Result<()> {
    let checked = run(programs.verantwoord(folder, &["check", DOSSIER]), "")?;
    match (outcome, checked.code) {
        (Outcome::Noticed, Some(1 | 2 | 4))
        | (Outcome::Harmless | Outcome::CutOff { .. }, Some(0)) => Ok(()),
        (outcome, code) => bail!(
            "{outcome:?}, but the program ended with {code:?}: {}",
            checked.err
        ),
    }
}
