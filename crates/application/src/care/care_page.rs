//! The page on which a dossier is taken care of.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use assessment::{Change, MemberId};

use super::retention::days_left;
use crate::Application;
use crate::assessed::Assessed;
use crate::files;
use crate::history_page::which;
use crate::keeping::{encryption, told};
use crate::open::Open;
use crate::problem::Problem;
use crate::report_page::{mark, since};
use crate::view::*;
use crate::words::Words;

impl Application {
    /// How long the dossier is kept, what was erased, what changed since each signed report.
    ///
    /// # Errors
    /// When no dossier is open.
    pub fn care_page(&mut self, _: Nothing) -> Result<CarePage, Problem> {
        let words = self.words();
        let today = self.surroundings.now().date();
        let reminder = self.reminder();
        let open = self.open()?;
        let state = open.state();
        let retention = state.retention.as_ref().map(|retention| {
            let days = days_left(retention.until, today);
            RetentionView {
                until: words.date(retention.until),
                until_iso: retention.until.to_string(),
                reason: retention.reason.clone(),
                chosen: words.moment(retention.chosen),
                days,
                due: days <= 0,
            }
        });
        Ok(CarePage {
            file: files::name_of(open.path()),
            organisation: state.organisation.name.clone(),
            read_only: open
                .is_read_only()
                .then(|| words.text("application-read-only")),
            retention,
            reminder,
            people: people(open),
            erased: erased(open, words),
            unfinished: (!open.dossier().is_compact()).then(|| words.text("care-not-compact")),
            forks: forks(open, words),
            reports: reports(open, words)?,
            encryption: encryption(open.dossier().is_encrypted(), words),
        })
    }
}

/// Everyone who is or was a member and whose name is still known, in the order they joined.
fn people(open: &Open) -> Vec<PersonView> {
    let mut members: Vec<_> = open.state().members.iter().collect();
    members.sort_by_key(|(_, state)| state.order);
    members
        .into_iter()
        .map(|(id, state): (&MemberId, _)| PersonView {
            id: id.to_string(),
            name: state.member.name.clone(),
            left: state.left.is_some(),
        })
        .collect()
}

fn erased(open: &Open, words: Words) -> Vec<ErasureView> {
    // What several copies erased without knowing of each other was erased by the first.
    let mut seen = BTreeSet::new();
    let mut erased = Vec::new();
    for event in open.events() {
        let Some(Change::Erased {
            event: gone,
            reason,
        }) = &event.change
        else {
            continue;
        };
        if seen.insert(*gone) {
            let view = ErasureView {
                event: gone.to_string(),
                at: words.moment(event.at),
                what: which(open, words, gone),
                reason: reason.clone(),
                who: open.author(event, words),
            };
            erased.push(((Reverse(event.at), open.number(*gone)), view));
        }
    }
    // What was erased at once stands in the order in which it was said.
    erased.sort_by_key(|(order, _)| *order);
    erased.into_iter().map(|(_, view)| view).collect()
}

fn forks(open: &Open, words: Words) -> Vec<String> {
    let forks = open.dossier().forks();
    forks.iter().map(|fork| told(fork, words)).collect()
}

fn reports(open: &Open, words: Words) -> Result<Vec<KeptReportView>, Problem> {
    let mut kept = Vec::new();
    for (id, _) in open.state().assessments_in_order() {
        let assessed = Assessed::new(open, id, words)?;
        for report in &assessed.state.reports {
            let view = KeptReportView {
                assessment: id.to_string(),
                subject: assessed.subject_name(),
                at: words.moment(report.at),
                signers: report.signers.clone(),
                since: since(open, words, &mark(report)),
            };
            kept.push((report.at, view));
        }
    }
    kept.sort_by_key(|(at, _)| *at);
    Ok(kept.into_iter().rev().map(|(_, view)| view).collect())
}
