//! Keeping signed reports in the dossier that they are of: those that were signed here, and those
//! that came back from somebody who signed elsewhere.

use std::collections::BTreeSet;
use std::io::Cursor;

use assessment::Change;
use dossier::Occasion;
use report::ReportData;
use signature::Verification;

use super::{awaited_in, signers_of};
use crate::Application;
use crate::files::{label, name_of};
use crate::keeping::backups;
use crate::open::Open;
use crate::problem::{Fact, Problem};
use crate::report_page::{is_of, mark, since};
use crate::verifying;
use crate::view::*;

impl Application {
    /// Takes in a report that somebody signed elsewhere: the file is verified as strictly as any, and
    /// its signatures are joined to the dossier that it was made from.
    ///
    /// # Errors
    /// When the file is no sound report of the open dossier, nobody signed it, or it is kept already.
    pub fn receive_report(&mut self, input: OneFile) -> Result<ReportReceived, Problem> {
        let read = self.read_report(&input.file)?;
        let open = self.open()?;
        let name = || read.name.clone();
        let Some(assessment) = is_of(open, &read.data) else {
            return Err(Fact::ReportOfOtherDossier { name: name() }.about("file"));
        };
        verifying::require_sound(&read.pdf, &read.name)?;
        let verification = signature::verify(&read.pdf, &[]);
        let signed = signers_of(&verification);
        if signed.is_empty() {
            return Err(Fact::ReportUnsigned { name: name() }.about("file"));
        }
        let reports = open.state().assessments.get(&assessment);
        let reports = reports.map(|it| it.reports.as_slice()).unwrap_or_default();
        // Of the same report, whatever was signed since.
        let known: BTreeSet<&String> = reports
            .iter()
            .filter(|kept| mark(kept).fingerprint == read.data.dossier.fingerprint)
            .flat_map(|kept| &kept.signers)
            .collect();
        let new = signed.iter().filter(|name| !known.contains(name));
        let new: Vec<String> = new.cloned().collect();
        let lost = known.into_iter().filter(|name| !signed.contains(name));
        let lost: Vec<String> = lost.cloned().collect();
        let strange = strange(open, &verification);
        if open.is_read_only() {
            let name = name_of(open.path());
            return Err(Fact::DossierReadOnly { name }.into());
        }
        let (_, notice) = self.keep(&read.name, &read.data, &read.pdf, &verification)?;
        let words = self.words();
        let lost = (!lost.is_empty()).then(|| {
            let names = messages::list(words.language, &lost);
            words.format("application-received-without", &[("names", names.into())])
        });
        let compare = (!strange.is_empty()).then(|| {
            let names = messages::list(words.language, &strange);
            words.format("application-received-compare", &[("names", names.into())])
        });
        Ok(ReportReceived {
            new,
            missing: awaited_in(&verification),
            since: since(self.open()?, words, &read.data.dossier),
            notice: super::joined_notices([notice, lost, compare]),
            signed,
        })
    }

    /// Keeps a signed report in the dossier that it is of, if that is open for work; a backup is made
    /// before. Says whether, and why there is no backup if there is none: what was signed is kept all
    /// the same.
    ///
    /// # Errors
    /// When the dossier keeps this very file already, or cannot be written.
    pub(super) fn keep(
        &mut self,
        name: &str,
        data: &ReportData,
        signed: &[u8],
        verification: &Verification,
    ) -> Result<(bool, Option<String>), Problem> {
        let Ok((open, surroundings)) = self.open_and_surroundings() else {
            return Ok((false, None));
        };
        let Some(assessment) = is_of(open, data).filter(|_| !open.is_read_only()) else {
            return Ok((false, None));
        };
        let now = surroundings.now();
        let backup = backups::make(open.dossier(), surroundings, now, Occasion::Signature);
        let heads = open.heads(&data.dossier).unwrap_or_default();
        let signatures = verification.signatures.iter();
        let reports = open.state().assessments.get(&assessment);
        let kept = reports.into_iter().flat_map(|it| &it.reports);
        let kept: BTreeSet<String> = kept.map(|report| report.sha256.clone()).collect();
        open.act(surroundings, |act| {
            let blob = act.store_blob(&mut Cursor::new(signed), "application/pdf")?;
            if kept.contains(&blob.sha256) {
                let name = name.to_owned();
                return Err(Fact::ReportKeptAlready { name }.about("file"));
            }
            act.record(Change::ReportSigned {
                assessment,
                sha256: blob.sha256,
                fingerprint: data.dossier.fingerprint.clone(),
                events: data.dossier.events,
                language: data.language,
                signers: signers_of(verification),
                certificates: signatures
                    .map(|signature| signature.fingerprint.to_string())
                    .collect(),
                heads,
                awaited: awaited_in(verification),
            })
        })?;
        self.announced(vec![
            Topic::Reports,
            Topic::Assessment {
                assessment: assessment.to_string(),
            },
        ]);
        let notice = backup.err().map(|problem| self.not_backed_up(&problem));
        Ok((true, notice))
    }
}

/// Whoever signed with a certificate that no signed report in the dossier has with their name, each with its fingerprint.
/// Whose it is, nobody here knows.
fn strange(open: &Open, verification: &Verification) -> Vec<String> {
    let assessments = open.state().assessments.values();
    let known: BTreeSet<(&str, &str)> = assessments
        .flat_map(|assessment| &assessment.reports)
        .flat_map(|report| report.signers.iter().zip(&report.certificates))
        .map(|(name, certificate)| (name.as_str(), certificate.as_str()))
        .collect();
    let signatures = verification.signatures.iter();
    let with_fingerprint = signatures.map(|it| (it.name.as_str(), it.fingerprint.to_string()));
    with_fingerprint
        .filter(|(name, fingerprint)| !known.contains(&(*name, fingerprint.as_str())))
        .map(|(name, fingerprint)| format!("{} (SHA-256 {fingerprint})", label(name)))
        .collect()
}
