//! Saving what is sound in a damaged dossier into a new one.

use dossier::{At, DossierError, Rescued, rescue};

use crate::Application;
use crate::files::name_of;
use crate::history_page::sentence;
use crate::instruments;
use crate::open::{Open, stamp};
use crate::problem::{Fact, Problem};
use crate::view::*;
use crate::words::Words;

/// No more events than this are told one by one.
const MOST: usize = 50;

impl Application {
    /// Writes what is sound in a damaged dossier into a new one, and tells what was lost. The damaged
    /// file is not changed, and neither is opened.
    ///
    /// # Errors
    /// When nothing in it can be trusted, or something stands at the place of the new one.
    pub fn rescue_dossier(&mut self, input: RescueDossier) -> Result<RescueDone, Problem> {
        let from = self.files.path(&input.from, &[FilePurpose::OpenDossier])?;
        let to = self.files.path(&input.file, &[FilePurpose::NewDossier])?;
        let secret = self.secret(input.passphrase.as_ref())?;
        let at = At::with(&from, secret.as_ref());
        let known: Vec<&[u8]> = instruments::published()
            .iter()
            .map(|instrument| instrument.document.as_slice())
            .collect();
        let stamp = stamp(&mut self.surroundings);
        let entropy = self.surroundings.entropy.as_mut();
        let rescued = rescue(at, &to, &known, stamp, entropy).map_err(|error| match error {
            DossierError::Damaged { findings, .. } => Problem::from(Fact::NothingToRescue {
                name: name_of(&from),
            })
            .with_details(findings.iter().map(crate::damage::detail)),
            other => other.into(),
        })?;
        let words = self.words();
        let open = Open::to_look(At::with(&to, secret.as_ref()), &mut self.surroundings)?;
        let told = told(&rescued, &open, words);
        drop(open);
        let file = self.grant(&to, FilePurpose::OpenDossier);
        let notice = words.format(
            "keeping-rescued",
            &[
                ("name", file.name.as_str().into()),
                ("count", rescued.kept.into()),
            ],
        );
        Ok(RescueDone {
            words: told,
            file,
            changed: self.told(notice),
        })
    }
}

/// What was kept and what was not, one a line.
fn told(rescued: &Rescued, open: &Open, words: Words) -> Vec<String> {
    let mut lines = vec![words.format("keeping-rescue-kept", &[("count", rescued.kept.into())])];
    let mut part = |key: &str, told: Vec<String>| {
        if !told.is_empty() {
            lines.push(words.format(key, &[("count", told.len().into())]));
            let rest = told.len().saturating_sub(MOST);
            lines.extend(told.into_iter().take(MOST));
            if rest > 0 {
                lines.push(words.format("keeping-rescue-more", &[("count", rest.into())]));
            }
        }
    };
    let lost = (1_u64..)
        .zip(open.events())
        .filter(|(_, event)| rescued.lost.contains(&event.id))
        .map(|(number, event)| {
            let particulars = [
                ("number", number.into()),
                ("at", words.moment(event.at).into()),
            ];
            words.format("keeping-rescue-event", &particulars)
        });
    part("keeping-rescue-lost", lost.collect());
    let left_out = rescued.left_out.iter().map(|event| {
        let what = sentence(open, words, event);
        format!("{}: {what}", words.moment(event.at))
    });
    part("keeping-rescue-left-out", left_out.collect());
    lines
}
