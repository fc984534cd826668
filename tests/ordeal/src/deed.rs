//! Deeds: what the program can be doing when something happens to it, and what must hold afterwards.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail, ensure};

use crate::chance::Chance;
use crate::program::{Programs, Ran, run};
use crate::scene::{self, DOSSIER, EVIDENCE, IDENTITY, PASSPHRASE, REPORT};

/// A dossier with another name, to be made.
pub(crate) const NEW: &str = "nieuw.dossier";
/// A file to be written.
pub(crate) const OUT: &str = "uit.pdf";
/// How answers are given.
pub(crate) const ANSWER: [&str; 3] = ["answer", DOSSIER, "--stdin"];

/// What was at the place of a file to be written.
pub(crate) const PREVIOUS: &[u8] = b"een vorig verslag";

/// What the program is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Deed {
    Answer,
    Evidence,
    New,
    Example,
    Report,
    Sign,
}

impl Deed {
    pub(crate) const ALL: [Deed; 6] = [
        Deed::Answer,
        Deed::Evidence,
        Deed::New,
        Deed::Example,
        Deed::Report,
        Deed::Sign,
    ];

    /// What people do most is killed most; making and signing a report take seconds.
    pub(crate) fn any(chance: &mut Chance) -> Self {
        match chance.below(100) {
            0..76 => Deed::Answer,
            76..84 => Deed::Evidence,
            84..88 => Deed::New,
            88..96 => Deed::Example,
            96..98 => Deed::Report,
            _ => Deed::Sign,
        }
    }

    pub(crate) fn arguments(self) -> Vec<&'static str> {
        match self {
            Deed::Answer => ANSWER.to_vec(),
            Deed::Evidence => vec!["evidence", DOSSIER, "PUR-01", EVIDENCE],
            Deed::New => vec!["new", NEW, "--organisation", "Voorbeeld Webwinkel B.V."],
            Deed::Example => vec!["example", NEW],
            Deed::Report => vec!["report", DOSSIER, "--out", OUT],
            Deed::Sign => scene::sign(OUT),
        }
    }

    /// Whether what the deed was to leave in `here` is there as a whole or not at all, and there when the program
    /// said so. `report` is the report that the scene gives; `there_before` whether one was at its place.
    pub(crate) fn judge(
        self,
        programs: &Programs,
        here: &Path,
        ran: &Ran,
        report: &[u8],
        there_before: bool,
    ) -> Result<()> {
        let done = ran.code == Some(0);
        let out = here.join(OUT);
        match self {
            Deed::Answer => Ok(()),
            Deed::Evidence => {
                let history = programs.done(here, &["history", DOSSIER, "--json"])?;
                ensure!(
                    !done || history.contains("evidence_attached"),
                    "the evidence was called saved and is not there"
                );
                programs.done(here, &Deed::Evidence.arguments())?;
                scene::sound(programs, here, DOSSIER).map(|_| ())
            }
            Deed::New | Deed::Example => {
                if here.join(NEW).exists() {
                    scene::sound(programs, here, NEW).map(|_| ())
                } else {
                    ensure!(!done, "the dossier was called saved and is not there");
                    programs.done(here, &self.arguments()).map(|_| ())
                }
            }
            Deed::Report => match fs::read(&out) {
                Ok(bytes) if bytes == report => Ok(()),
                Ok(bytes) => {
                    ensure!(!done, "the report was called written and is another");
                    ensure!(there_before && bytes == PREVIOUS, "half a report");
                    Ok(())
                }
                Err(_) => {
                    ensure!(!done && !there_before, "the report is gone");
                    Ok(())
                }
            },
            Deed::Sign => {
                if !out.exists() {
                    ensure!(
                        !done,
                        "the signed report was called written and is not there"
                    );
                    return Ok(());
                }
                let verified = run(programs.verantwoord(here, &["verify", OUT]), "")?;
                if verified.code != Some(3) {
                    bail!("half a signed report: {}", verified.out);
                }
                Ok(())
            }
        }
    }
}

/// Beside the dossier stands nothing that would count, or that belongs to somebody who is gone.
pub(crate) fn only_known_files(here: &Path) -> Result<()> {
    const KNOWN: [&str; 7] = [DOSSIER, REPORT, IDENTITY, PASSPHRASE, EVIDENCE, NEW, OUT];
    let new_lock = format!(".{NEW}.lock");
    for entry in fs::read_dir(here)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        // Half of a file under a name of its own is what a killed program may leave: nobody takes it for a whole.
        let half = name.starts_with(".verantwoord-");
        // Nobody has opened this one again yet.
        let of_the_new = name == new_lock || name == format!("{NEW}-journal");
        ensure!(
            half || of_the_new || KNOWN.contains(&name.as_str()),
            "{name} was left behind"
        );
    }
    Ok(())
}
