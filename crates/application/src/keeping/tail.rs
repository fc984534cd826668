//! The end of a history: against what it can be held.
//!
//! A chain proves that nothing was changed or taken out of the middle. That events were taken off its end shows only
//! against something that was kept elsewhere: a backup, or a signed report that somebody has.

use std::collections::BTreeSet;
use std::path::Path;

use assessment::{Change, Event, EventId, State};
use dossier::{At, Backup, Dossier, backups};
use serde::Serialize;

use super::backups::is_of;
use crate::files::name_of;
use crate::open::heads_of;
use crate::report_page::mark;
use crate::words::Words;

/// Against what the end of a history was held, and what is missing from it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tail {
    /// Whether a backup holds what was done in this very copy and is not in it any more.
    pub cut: bool,
    /// The backups of the dossier, the latest first.
    pub backups: Vec<HeldBackup>,
    /// The signed reports that the dossier keeps, in order.
    pub reports: Vec<HeldReport>,
}

/// A backup against which the end of a history was held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HeldBackup {
    /// The name of its file.
    pub name: String,
    /// How many events it holds; nothing when it could not be read.
    pub events: Option<u64>,
    /// How many of them the dossier does not hold, apart from those that only say what was erased in the backup.
    pub missing: u64,
    /// How many of those were done in this very copy.
    pub missing_of_this_copy: u64,
    /// When it was made, for reading.
    #[serde(skip)]
    at: String,
}

/// A signed report that says how the history ended when it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HeldReport {
    /// SHA-256 of the signed file.
    pub sha256: String,
    /// How many events there were.
    pub events: u64,
    /// Whether the dossier was in that state.
    pub known: bool,
    /// When it was kept, for reading.
    #[serde(skip)]
    at: String,
}

impl Tail {
    /// Holds the end of `dossier` against its backups in `folder` and the reports that it keeps.
    pub(crate) fn of(dossier: &Dossier, folder: Option<&Path>, words: Words) -> Self {
        let mut found = folder
            .and_then(|folder| backups(folder).ok())
            .unwrap_or_default();
        found.retain(|backup| is_of(backup, dossier));
        // A backup ends where it was made, and what came later is no loss.
        if found
            .iter()
            .any(|it| it.path.file_name() == dossier.path().file_name())
        {
            found.clear();
        }
        let here: BTreeSet<EventId> = dossier.events().iter().map(|event| event.id).collect();
        let held = |backup: &Backup| HeldBackup::of(backup, dossier, &here, words);
        let backups: Vec<HeldBackup> = found.iter().map(held).collect();
        let state = State::from_events(dossier.events());
        let mut reports: Vec<_> = state
            .assessments
            .values()
            .flat_map(|assessment| &assessment.reports)
            .collect();
        reports.sort_by_key(|report| (report.at, report.events));
        Tail {
            cut: backups.iter().any(|backup| backup.missing_of_this_copy > 0),
            backups,
            reports: reports
                .into_iter()
                .map(|report| HeldReport {
                    sha256: report.sha256.clone(),
                    events: report.events,
                    known: heads_of(dossier, &mark(report)).is_some(),
                    at: words.moment(report.at),
                })
                .collect(),
        }
    }

    /// What was compared and what was not, one a line.
    pub(crate) fn told(&self, events: u64, words: Words) -> Vec<String> {
        let mut lines = Vec::new();
        let (read, unread): (Vec<_>, Vec<_>) =
            self.backups.iter().partition(|it| it.events.is_some());
        let short: Vec<_> = read.iter().filter(|backup| backup.missing > 0).collect();
        for backup in &short {
            let (key, count) = match backup.missing_of_this_copy {
                0 => ("keeping-tail-elsewhere", backup.missing),
                own => ("keeping-tail-cut", own),
            };
            let name = ("name", backup.name.as_str().into());
            lines.push(words.format(key, &[name, ("count", count.into())]));
        }
        if let Some(latest) = read.first().filter(|_| short.is_empty()) {
            let particulars = [
                ("count", read.len().into()),
                ("latest", latest.at.as_str().into()),
            ];
            lines.push(words.format("keeping-tail-backups", &particulars));
        }
        for backup in unread {
            let name = [("name", backup.name.as_str().into())];
            lines.push(words.format("keeping-tail-unread", &name));
        }
        for report in &self.reports {
            let key = match report.known {
                true => "keeping-tail-report",
                false => "keeping-tail-report-unknown",
            };
            let particulars = [
                ("at", report.at.as_str().into()),
                ("events", report.events.into()),
                ("all", events.into()),
            ];
            lines.push(words.format(key, &particulars));
        }
        let compared = !read.is_empty() || !self.reports.is_empty();
        lines.push(words.text(match compared {
            true => "keeping-tail-since",
            false => "keeping-tail-nothing",
        }));
        lines
    }
}

impl HeldBackup {
    fn of(backup: &Backup, dossier: &Dossier, here: &BTreeSet<EventId>, words: Words) -> Self {
        let read = Dossier::open_to_read(At::like(&backup.path, dossier)).ok();
        let missing: Vec<&Event> = read
            .iter()
            .flat_map(Dossier::events)
            .filter(|event| !here.contains(&event.id))
            .filter(|event| !matches!(event.change, Some(Change::Erased { .. })))
            .collect();
        let own = missing
            .iter()
            .filter(|event| event.replica == *dossier.replica());
        HeldBackup {
            name: name_of(&backup.path),
            events: read.as_ref().map(|read| read.events().len() as u64),
            missing: missing.len() as u64,
            missing_of_this_copy: own.count() as u64,
            at: words.civil(backup.at),
        }
    }
}
