//! The stage: everything that deeds are done with, made once, and how each deed goes when nothing happens.
//!
//! What only some deeds need is made when the first of them comes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use anyhow::Result;

use crate::chance::Chance;
use crate::cycle;
use crate::deed::Deed;
use crate::ledger::Ledger;
use crate::program::Programs;
use crate::scene::{self, DOSSIER, Scene};
use crate::tracing::Points;

/// What does not change from cycle to cycle.
pub(crate) struct Stage<'a> {
    pub(crate) programs: &'a Programs,
    /// The answers that the dossier of the scene begins with.
    pub(crate) ledger: Ledger,
    scene: Mutex<Scene>,
    usual: Mutex<BTreeMap<Deed, Arc<Usual>>>,
}

/// How a deed goes when nothing happens.
pub(crate) struct Usual {
    /// The points at which it touches the disk.
    pub(crate) points: Points,
    /// How long it takes, in microseconds.
    pub(crate) micros: u64,
    /// What it writes to the file that it is to write, where that is the same every time.
    pub(crate) written: Option<Vec<u8>>,
}

impl<'a> Stage<'a> {
    /// A dossier with some answers, and a file of `evidence` bytes.
    pub(crate) fn set(programs: &'a Programs, evidence: usize) -> Result<Self> {
        let mut chance = Chance::of(0, 0);
        let scene = Scene::begun(programs)?;
        let mut ledger = Ledger::after(scene::sound(programs, scene.folder(), DOSSIER)?);
        let scene = scene
            .with_answers(programs, &mut ledger, &mut chance, 3)?
            .with_evidence(evidence)?;
        Ok(Stage {
            programs,
            ledger,
            scene: Mutex::new(scene),
            usual: Mutex::new(BTreeMap::new()),
        })
    }

    /// Puts what `deed` needs into the folder `here`.
    pub(crate) fn lay_out(&self, deed: Deed, here: &Path) -> Result<()> {
        let mut scene = self.scene.lock().unwrap_or_else(PoisonError::into_inner);
        for (name, called) in deed.needs() {
            scene.ready(self.programs, name)?;
            fs::copy(scene.path(name), here.join(called))?;
        }
        Ok(())
    }

    /// How `deed` goes when nothing happens.
    pub(crate) fn usual(&self, deed: Deed) -> Result<Arc<Usual>> {
        let mut all = self.usual.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(usual) = all.get(&deed) {
            return Ok(Arc::clone(usual));
        }
        let folder = cycle::folder()?;
        let here = folder.path();
        self.lay_out(deed, here)?;
        let lines = match deed.is_answering() {
            true => self.ledger.clone().give(&mut Chance::of(1, 0), 6),
            false => String::new(),
        };
        let command = self
            .programs
            .with_key(deed.key())
            .verantwoord(here, &deed.arguments());
        let begun = Instant::now();
        let points = Points::of(&command, &lines, deed.code())?;
        let micros = u64::try_from(begun.elapsed().as_micros())?;
        let written = match deed.writes() {
            Some(name) => Some(fs::read(here.join(name))?),
            None => None,
        };
        let usual = Arc::new(Usual {
            points,
            micros,
            written,
        });
        all.insert(deed, Arc::clone(&usual));
        Ok(usual)
    }

    /// How the deeds go that were asked for.
    pub(crate) fn known(&self) -> Vec<Arc<Usual>> {
        let all = self.usual.lock().unwrap_or_else(PoisonError::into_inner);
        all.values().cloned().collect()
    }
}
