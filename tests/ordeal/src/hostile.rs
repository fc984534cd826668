//! Hostile files: what somebody could hand to the program, through every command that reads a file.
//!
//! Whatever it is, the program ends within seconds and within 512 MB, with an exit code that is no fault of its own,
//! without a panic, and having written nothing.

mod dossiers;
mod reports;
mod texts;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::FileTypeExt as _;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};

use crate::chance::Chance;
use crate::cycle::{self, Cycle};
use crate::deed::NEW;
use crate::program::{HOME, Programs, run_within};
use crate::scene::{
    DOSSIER, EVIDENCE, EXPORT, IDENTITY, ORGANISATION, PASSPHRASE, REPORT, SIGNER, Scene,
};
use crate::{Campaign, Order, Tally};

pub(crate) const CAMPAIGN: Campaign = Campaign {
    name: "hostile",
    what: "files that somebody made to do harm, through every command that reads one",
    short: 24,
    full: 5_000,
    run: campaign,
};

/// The hostile file, whatever it is.
const FILE: &str = "vreemd";
/// Processor time, in seconds; a busy machine makes the clock on the wall go faster.
const SECONDS: &str = "5";
/// Memory that it may write to, in kB. Not address space: of that, every thread reserves a hundred times what it uses.
const MEMORY: &str = "524288";
/// Nothing waits for anything longer than this.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a file is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Dossier,
    Questionnaire,
    Export,
    Report,
    Identity,
    Certificate,
    Evidence,
    Answers,
}

/// What is put in the program's way.
enum Thing {
    Bytes(Vec<u8>),
    Folder,
    Pipe,
    /// A link to this.
    Link(&'static str),
    /// A file, and one beside it with this ending.
    Beside(Vec<u8>, &'static str, Box<Thing>),
}

/// A hostile file.
struct Case {
    name: String,
    kind: Kind,
    thing: Thing,
    /// Whether it must be refused, rather than taken for what it is.
    refused: bool,
}

impl Case {
    fn refused(name: &str, kind: Kind, bytes: impl Into<Vec<u8>>) -> Self {
        Case {
            name: name.to_owned(),
            kind,
            thing: Thing::Bytes(bytes.into()),
            refused: true,
        }
    }
}

/// Sound files, to make hostile ones of.
struct Sound {
    scene: Scene,
    questionnaire: Vec<u8>,
    export: Vec<u8>,
}

fn campaign(programs: &Programs, order: &Order) -> Result<Tally> {
    let mut scene = Scene::begun(programs)?
        .with_report(programs)?
        .with_evidence(10_000)?;
    scene.ready(programs, EXPORT)?;
    let sound = Sound {
        questionnaire: texts::questionnaire(&scene)?,
        export: fs::read(scene.path(EXPORT))?,
        scene,
    };
    let fixed: Vec<Case> = cases(&sound)?;
    cycle::each("hostile", "files", order, |cycle| {
        // In an order that shows some of everything early; every second one is made by chance.
        let number = usize::try_from(cycle.number.wrapping_mul(7919) % (2 * fixed.len() as u64))?;
        let mutated;
        let case = match fixed.get(number) {
            Some(case) => case,
            None => {
                mutated = mutation(&sound, &mut cycle.chance)?;
                &mutated
            }
        };
        let commands = play(programs, &sound, case, cycle)
            .with_context(|| format!("{} as {:?}", case.name, case.kind))?;
        cycle.count_many("commands", commands);
        Ok(())
    })
}

/// Every case that is worth a name.
fn cases(sound: &Sound) -> Result<Vec<Case>> {
    let mut cases = Vec::new();
    for kind in [
        Kind::Dossier,
        Kind::Questionnaire,
        Kind::Export,
        Kind::Report,
        Kind::Identity,
        Kind::Evidence,
    ] {
        let odd = |name: &str, thing| Case {
            name: name.to_owned(),
            kind,
            thing,
            refused: true,
        };
        cases.push(odd("a folder", Thing::Folder));
        cases.push(odd("a pipe", Thing::Pipe));
        cases.push(odd("a link to an endless device", Thing::Link("/dev/zero")));
        cases.push(odd("a link to itself", Thing::Link(FILE)));
        if kind != Kind::Evidence {
            cases.push(Case::refused("nothing", kind, ""));
            cases.push(Case::refused(
                "rubbish",
                kind,
                Chance::of(5, 5).bytes(100_000),
            ));
            cases.push(Case::refused("zeros", kind, vec![0; 1 << 20]));
        }
    }
    cases.extend(texts::cases(sound));
    cases.extend(dossiers::cases(sound)?);
    cases.extend(reports::cases(sound)?);
    Ok(cases)
}

/// A sound file with something done to it by chance.
fn mutation(sound: &Sound, chance: &mut Chance) -> Result<Case> {
    let (kind, mut bytes) = match chance.below(10) {
        0 | 1 => (Kind::Dossier, fs::read(sound.scene.path(DOSSIER))?),
        2..5 => (Kind::Questionnaire, sound.questionnaire.clone()),
        8 | 9 => (Kind::Export, sound.export.clone()),
        5 | 6 => (Kind::Report, fs::read(sound.scene.path(REPORT))?),
        _ => (Kind::Identity, fs::read(sound.scene.path(IDENTITY))?),
    };
    let mut name = "mutated:".to_owned();
    for _ in 0..=chance.below(4) {
        let (at, length) = (chance.place(bytes.len()), 1 + chance.place(200));
        let end = bytes.len().min(at + length);
        match chance.below(5) {
            0 => {
                bytes.truncate(at);
                name.push_str(" cut");
            }
            1 => {
                let piece: Vec<u8> = bytes.get(at..end).unwrap_or_default().to_vec();
                bytes.splice(at..at, piece.repeat(1 + chance.place(40)));
                name.push_str(" repeated");
            }
            2 => {
                bytes.drain(at..end);
                name.push_str(" taken out");
            }
            3 => {
                let strange = chance.bytes(end - at);
                bytes.splice(at..end, strange);
                name.push_str(" replaced");
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << chance.below(8);
                }
                name.push_str(" flipped");
            }
        }
    }
    Ok(Case {
        name,
        kind,
        thing: Thing::Bytes(bytes),
        refused: false,
    })
}

/// Puts the file in a folder and has every command read it; gives the number of commands.
fn play(programs: &Programs, sound: &Sound, case: &Case, cycle: &mut Cycle) -> Result<u64> {
    let commands = commands(case.kind, cycle.chance.one_in(5));
    for arguments in &commands {
        let folder = cycle::folder()?;
        let here = folder.path();
        sound
            .scene
            .copy(&[DOSSIER, REPORT, IDENTITY, PASSPHRASE, EVIDENCE], here)?;
        put(&case.thing, &here.join(FILE))?;
        fs::create_dir(here.join(HOME))?;
        let before = seen(here)?;
        let (command, input) = match case.kind {
            Kind::Answers => match &case.thing {
                Thing::Bytes(bytes) => (arguments, bytes.clone()),
                _ => (arguments, Vec::new()),
            },
            _ => (arguments, Vec::new()),
        };
        let command = limited(&programs.verantwoord(here, command), here);
        let ran = run_within(command, &input, PATIENCE)
            .with_context(|| arguments.join(" "))
            .inspect_err(|_| keep(here, &cycle.folder))?;
        let judged = (|| {
            let code = ran.code.with_context(|| {
                format!(
                    "ended by the system: too long, or too much memory: {}",
                    ran.err
                )
            })?;
            ensure!(
                (0..5).contains(&code),
                "exit code {code}: {}{}",
                ran.out,
                ran.err
            );
            ensure!(
                !case.refused || code != 0 || *arguments == RESCUE,
                "it was taken for sound: {}",
                ran.out
            );
            let mut after = seen(here)?;
            // A sound dossier has its backup of the day, and no more; an empty place for backups holds nothing.
            let is_sound = arguments.contains(&DOSSIER) || !case.refused;
            after.retain(|name, bytes| {
                before.contains_key(name) || !is_backup(name, bytes.as_deref(), is_sound)
            });
            ensure!(
                *arguments != RESCUE || before.get(FILE) == after.get(FILE),
                "what was to be rescued was changed"
            );
            // What answers come through is for the dossier; everything else stays as it was.
            ensure!(
                case.kind == Kind::Answers || code == 0 || before == after,
                "something was written: {:?}",
                after
                    .iter()
                    .filter(|(name, of)| before.get(*name) != Some(of))
                    .map(|(name, _)| name)
                    .collect::<Vec<_>>()
            );
            Ok(())
        })();
        judged
            .with_context(|| arguments.join(" "))
            .inspect_err(|_| keep(here, &cycle.folder))?;
    }
    Ok(commands.len() as u64)
}

/// Whether this is a folder where backups are kept, or one that a sound dossier may have.
fn is_backup(name: &str, bytes: Option<&[u8]>, is_sound: bool) -> bool {
    name.starts_with(HOME) && (bytes.is_none() || is_sound && name.ends_with(".dossier"))
}

fn keep(from: &Path, to: &Path) {
    // Without a copy the failure is still told.
    let _ = cycle::copy_folder(from, to);
}

/// What is sound in a hostile file may be saved: then a new dossier is there, and the file as it was.
const RESCUE: [&str; 4] = ["rescue", FILE, "--out", NEW];

/// The commands that read a file of this kind. Signing opens an identity, which takes seconds on purpose: not always.
fn commands(kind: Kind, with_signing: bool) -> Vec<Vec<&'static str>> {
    let sign_with = |report, identity| {
        let name = [
            "--name",
            SIGNER,
            "--passphrase-file",
            PASSPHRASE,
            "--out",
            "uit.pdf",
        ];
        [&["sign", report, "--identity", identity], &name[..]].concat()
    };
    let mut commands = match kind {
        Kind::Dossier => vec![
            vec!["check", FILE, "--json"],
            vec!["history", FILE],
            vec!["questions", FILE],
            vec!["answer", FILE, "PUR-01", "yes"],
            vec!["report", FILE, "--out", "uit.pdf"],
            vec!["merge", DOSSIER, FILE],
            vec!["restore", "--from", FILE, "--out", NEW],
            vec!["copy", FILE, "--out", NEW],
            vec!["export", FILE, "--out", "uit.json"],
            vec!["backup", FILE],
            vec!["undo", FILE, "2"],
            vec!["export", FILE, "--as", "docx", "--out", "uit.docx"],
            vec!["export", FILE, "--as", "xlsx", "--out", "uit.xlsx"],
            vec!["export", FILE, "--as", "html", "--out", "uit.html"],
            vec!["report", FILE, "--edition", "public", "--out", "uit.pdf"],
            vec!["erase", FILE, "--member", SIGNER, "--reason", "op verzoek"],
            vec!["erase", FILE, "--member", SIGNER, "--preview"],
            vec![
                "retention",
                FILE,
                "--until",
                "2033-11-21",
                "--reason",
                "afspraak",
            ],
            vec!["encrypt", FILE, "--passphrase-file", PASSPHRASE],
            vec![
                "destroy",
                FILE,
                "--organisation",
                ORGANISATION,
                "--certificate",
                "bewijs.txt",
            ],
            RESCUE.to_vec(),
        ],
        Kind::Questionnaire => vec![
            vec!["questionnaire", "check", FILE],
            vec![
                "assess",
                DOSSIER,
                "--subject",
                "Ander",
                "--questionnaire",
                FILE,
            ],
        ],
        Kind::Export => vec![vec!["import", FILE, "--out", NEW]],
        Kind::Report => vec![vec!["verify", FILE, "--json"]],
        Kind::Identity => vec![vec![
            "identity",
            "certificate",
            FILE,
            "--passphrase-file",
            PASSPHRASE,
        ]],
        Kind::Certificate => vec![vec!["verify", REPORT, "--trust", FILE]],
        Kind::Evidence => vec![vec!["evidence", DOSSIER, "PUR-01", FILE]],
        Kind::Answers => vec![vec!["answer", DOSSIER, "--stdin"]],
    };
    match kind {
        Kind::Report if with_signing => commands.push(sign_with(FILE, IDENTITY)),
        Kind::Identity if with_signing => commands.push(sign_with(REPORT, FILE)),
        _ => {}
    }
    commands
}

fn put(thing: &Thing, path: &Path) -> Result<()> {
    match thing {
        Thing::Bytes(bytes) => fs::write(path, bytes)?,
        Thing::Folder => fs::create_dir(path)?,
        Thing::Pipe => {
            let made = Command::new("mkfifo").arg(path).status()?;
            ensure!(made.success(), "no pipe was made");
        }
        Thing::Link(to) => std::os::unix::fs::symlink(to, path)?,
        Thing::Beside(bytes, ending, beside) => {
            fs::write(path, bytes)?;
            let mut name = path.as_os_str().to_owned();
            name.push(ending);
            put(beside, Path::new(&name))?;
        }
    }
    Ok(())
}

/// What is in a folder: names, and what plain files hold.
fn seen(folder: &Path) -> Result<BTreeMap<String, Option<Vec<u8>>>> {
    let mut seen = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let kind = entry.file_type()?;
        ensure!(!kind.is_socket(), "{name} is a socket");
        if kind.is_dir() {
            for (inner, bytes) in seen_in(&entry.path(), &name)? {
                seen.insert(inner, bytes);
            }
        }
        let bytes = kind.is_file().then(|| fs::read(entry.path())).transpose()?;
        seen.insert(name, bytes);
    }
    Ok(seen)
}

fn seen_in(folder: &Path, name: &str) -> Result<BTreeMap<String, Option<Vec<u8>>>> {
    let inner = seen(folder)?;
    let named = inner
        .into_iter()
        .map(|(inner, bytes)| (format!("{name}/{inner}"), bytes));
    Ok(named.collect())
}

/// A command that gets so much processor time and memory and no more, and has its home in the folder.
fn limited(inner: &Command, here: &Path) -> Command {
    // One limit at a time: not every shell takes two.
    let script = format!("ulimit -d {MEMORY} && ulimit -t {SECONDS} && exec \"$@\"");
    let mut outer = Command::new("sh");
    outer.args(["-c", &script, "sh"]).arg(inner.get_program());
    outer.args(inner.get_args()).current_dir(here);
    for (name, value) in inner.get_envs() {
        match value {
            Some(value) => outer.env(name, value),
            None => outer.env_remove(name),
        };
    }
    outer
}
