//! The certificate of a destruction: one text file that says what was destroyed, when and by whom.
//!
//! Plain text, because it has to outlive the program: anyone reads it, and it goes into any archive.
//! The same facts stand at its end as JSON, for programs. It is not a PDF, since there are no pages to
//! lay out and nobody signs it here; whoever wants that can print it.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use assessment::Moment;
use dossier::Doomed;
use serde::{Deserialize, Serialize};

use crate::words::Words;

/// How far the destruction has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Progress {
    /// About to be destroyed: it is not known whether it was.
    Begun,
    /// Destroyed.
    Done,
}

/// What a certificate says.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Certified {
    pub(super) progress: Progress,
    pub(super) file: String,
    pub(super) organisation: String,
    /// The event with which the dossier began.
    pub(super) dossier: String,
    pub(super) fingerprint: String,
    pub(super) events: u64,
    pub(super) bytes: u64,
    /// SHA-256 of the file.
    pub(super) sha256: Option<String>,
    pub(super) first: Option<Moment>,
    pub(super) last: Option<Moment>,
    pub(super) at: Moment,
    pub(super) by: String,
    pub(super) program: String,
    /// Whether the backups were to go too.
    pub(super) with_backups: bool,
    pub(super) backups: Vec<CertifiedBackup>,
}

/// A backup that the program knew of.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct CertifiedBackup {
    pub(super) file: String,
    pub(super) bytes: u64,
    pub(super) sha256: Option<String>,
    pub(super) destroyed: bool,
}

/// A certificate is a page of text and a line for each backup.
const LONGEST: u64 = 4 << 20;

impl Certified {
    /// The certificate at `path`, if there is one and it says that a destruction of this dossier was
    /// begun and no more.
    pub(super) fn begun(path: &Path, dossier: &str) -> Option<Self> {
        let certified = Self::at(path, dossier)?;
        (certified.progress == Progress::Begun).then_some(certified)
    }

    /// The certificate at `path`, if there is one of the destruction of which this is the mark. It may
    /// say already that it was done: the marked file goes after that.
    pub(super) fn of_mark(path: &Path, doomed: &Doomed) -> Option<Self> {
        let certified = Self::at(path, &doomed.dossier.to_string())?;
        let is_of_it = match certified.progress {
            Progress::Begun => true,
            Progress::Done => certified.sha256.as_ref() == Some(&doomed.sha256),
        };
        is_of_it.then_some(certified)
    }

    /// The certificate of this dossier at `path`.
    fn at(path: &Path, dossier: &str) -> Option<Self> {
        if !path.symlink_metadata().ok()?.is_file() {
            return None;
        }
        let mut text = String::new();
        let file = File::open(path).ok()?;
        file.take(LONGEST).read_to_string(&mut text).ok()?;
        let json = text.get(text.find("\n{")?..)?;
        let certified: Certified = serde_json::from_str(json).ok()?;
        (certified.dossier == dossier).then_some(certified)
    }

    /// The certificate as it is kept.
    pub(super) fn text(&self, words: Words) -> String {
        let mut lines = vec![words.text("certificate-title"), String::new()];
        lines.push(words.text(match self.progress {
            Progress::Begun => "certificate-begun",
            Progress::Done => "certificate-done",
        }));
        lines.push(String::new());
        let moment = |moment: Option<Moment>| moment.map(|it| words.moment(it)).unwrap_or_default();
        let bytes = |bytes: u64| words.format("certificate-bytes", &[("count", bytes.into())]);
        // Of a certificate that was lost, the one that takes its place does not know everything.
        let known = |events: u64| match events {
            0 => String::new(),
            events => events.to_string(),
        };
        let rows = [
            ("certificate-file", self.file.clone()),
            ("certificate-organisation", self.organisation.clone()),
            ("certificate-size", bytes(self.bytes)),
            (
                "certificate-sha256",
                self.sha256.clone().unwrap_or_default(),
            ),
            ("certificate-events", known(self.events)),
            ("certificate-fingerprint", self.fingerprint.clone()),
            ("certificate-dossier", self.dossier.clone()),
            ("certificate-first", moment(self.first)),
            ("certificate-last", moment(self.last)),
            ("certificate-at", self.at.to_string()),
            ("certificate-by", self.by.clone()),
            ("certificate-program", self.program.clone()),
        ];
        for (key, value) in rows {
            if !value.is_empty() {
                lines.push(format!("{}: {value}", words.text(key)));
            }
        }
        for (destroyed, key) in [
            (true, "certificate-backups"),
            (false, "certificate-backups-left"),
        ] {
            let backups: Vec<_> = self
                .backups
                .iter()
                .filter(|backup| backup.destroyed == destroyed)
                .collect();
            if !backups.is_empty() {
                lines.push(String::new());
                lines.push(words.text(key));
            }
            for backup in backups {
                let sha256 = backup.sha256.as_deref().unwrap_or_default();
                let line = format!("- {} ({}) {sha256}", backup.file, bytes(backup.bytes));
                lines.push(line.trim_end().to_owned());
            }
        }
        lines.push(String::new());
        lines.push(words.text("certificate-proves"));
        lines.push(words.text("certificate-proves-not"));
        lines.push(String::new());
        lines.push(words.text("certificate-for-programs"));
        // It is made of texts and numbers only.
        lines.push(serde_json::to_string_pretty(self).unwrap_or_default());
        lines.push(String::new());
        lines.join("\n")
    }
}
