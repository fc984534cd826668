//! Evidence: files that support an answer, kept in the dossier under their hash.

use std::fs::File;
use std::path::Path;

use assessment::{Change, Evidence, EvidenceId, Moment};
use dossier::{DossierError, MAX_BLOB};

use crate::Application;
use crate::files::{label, name_of, open_regular, unreadable};
use crate::open::Deed;
use crate::problem::{Fact, Problem};
use crate::view::*;
use crate::words::Words;

impl Application {
    /// Attaches a file to a question. The file is copied into the dossier piece by piece and never
    /// opened as anything but bytes; its name becomes a label.
    ///
    /// # Errors
    /// When the file is no regular file, cannot be read, or is larger than a dossier takes.
    pub fn attach_evidence(&mut self, input: AttachEvidence) -> Result<Changed, Problem> {
        let path = self.files.path(&input.file, &[FilePurpose::Evidence])?;
        let limit = self.words().size(MAX_BLOB);
        let assessed = self.assessed(&input.assessment)?;
        let question = assessed.question(&input.question)?.id.clone();
        let asked = assessed.is_asked(&question);
        let notice = (!asked).then(|| assessed.words.text("application-not-asked"));
        let assessment = assessed.id;
        let mut file = open_regular(&path, MAX_BLOB, &limit)?;
        let (open, surroundings) = self.open_and_surroundings()?;
        let attached = open.act(surroundings, |act| {
            let evidence = store(act, &mut file, &path)?;
            act.record(Change::EvidenceAttached {
                assessment,
                question,
                evidence,
            })
        })?;
        let mut changed = self.announced(vec![Topic::Assessment {
            assessment: assessment.to_string(),
        }]);
        changed.subject = Some(attached.to_string());
        changed.notice = notice.or(changed.notice);
        Ok(changed)
    }

    /// Takes a piece of evidence away from its question. Its bytes stay in the dossier, because the
    /// history names them.
    ///
    /// # Errors
    /// When there is no such piece of evidence.
    pub fn detach_evidence(&mut self, input: OneEvidence) -> Result<Changed, Problem> {
        let (evidence, _, assessment) = self.evidence(&input.evidence)?;
        let topic = Topic::Assessment { assessment };
        self.record(Change::EvidenceDetached { evidence }, vec![topic])
    }

    /// Writes a copy of a piece of evidence to a file.
    ///
    /// # Errors
    /// When there is no such piece of evidence or the file cannot be written.
    pub fn copy_evidence(&mut self, input: CopyEvidence) -> Result<Changed, Problem> {
        let to = self.files.path(&input.to, &[FilePurpose::EvidenceCopy])?;
        let (_, evidence, _) = self.evidence(&input.evidence)?;
        let bytes = self.open()?.copy_blob(&evidence.sha256)?;
        self.write_over(&to, &bytes)?;
        Ok(self.changed(Vec::new()))
    }

    fn evidence(&self, given: &str) -> Result<(EvidenceId, Evidence, String), Problem> {
        let state = self.open()?.state();
        state
            .assessments
            .iter()
            .find_map(|(id, assessment)| {
                let attached = assessment.evidence.iter().map(|it| (it.id, &it.evidence));
                let documents = assessment.follow_up.documents.iter();
                let documents = documents.map(|(id, document)| (*id, &document.evidence));
                let mut files = attached.chain(documents);
                let (found, file) = files.find(|(id, _)| id.to_string() == given)?;
                Some((found, file.clone(), id.to_string()))
            })
            .ok_or_else(|| {
                Fact::UnknownEvidence {
                    given: label(given),
                }
                .about("evidence")
            })
    }
}

/// Copies a file into the dossier, piece by piece; its name becomes a label.
pub(crate) fn store(
    deed: &mut Deed<'_, '_>,
    file: &mut File,
    path: &Path,
) -> Result<Evidence, Problem> {
    let media_type = media_type(path);
    let blob = deed
        .store_blob(file, media_type)
        .map_err(|error| match error {
            DossierError::OtherFile(error) => unreadable(path, &error),
            other => other.into(),
        })?;
    Ok(Evidence {
        label: name_of(path),
        sha256: blob.sha256,
        size: blob.size,
        media_type: media_type.to_owned(),
    })
}

/// A file that the dossier keeps, as the window shows it.
pub(crate) fn view(words: Words, id: EvidenceId, evidence: &Evidence, at: Moment) -> EvidenceView {
    EvidenceView {
        id: id.to_string(),
        label: evidence.label.clone(),
        size: words.size(evidence.size),
        sha256: evidence.sha256.clone(),
        at: words.moment(at),
    }
}

/// The media type by the extension of the name: a hint for whoever opens a copy, and nothing more.
pub(crate) fn media_type(path: &Path) -> &'static str {
    let extension = path
        .extension()
        .map(|extension| extension.to_string_lossy().to_lowercase())
        .unwrap_or_default();
    match extension.as_str() {
        "pdf" => "application/pdf",
        "txt" | "log" => "text/plain",
        "md" => "text/markdown",
        "csv" => "text/csv",
        "html" | "htm" => "text/html",
        "json" => "application/json",
        "xml" => "application/xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "svg" => "image/svg+xml",
        "eml" => "message/rfc822",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt" => "application/vnd.oasis.opendocument.text",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}
