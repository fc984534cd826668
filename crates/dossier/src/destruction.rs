//! Destruction: a dossier goes when its time has come, also when a program was cut off
//! while it was going.
//!
//! First a mark goes over the beginning of the file, in one sector, so that it is there
//! as a whole or not at all. From then on nothing in the file can be read any more, and
//! whoever opens it is told so. The marked file goes last: as long as it stands, the
//! destruction can be finished, and the mark says what it was and where its certificate is.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use assessment::EventId;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::at::At;
use crate::backup::Backup;
use crate::connection::{Mode, companions};
use crate::dossier::Believed;
use crate::error::DossierError;
use crate::file;
use crate::lock::{Holder, Lock};
use crate::look::{QUICK_CHECK, read};
use crate::secret::SALT;

/// How a marked file begins, where a dossier has the name of its format or a salt.
const MARK: &[u8; SALT] = b"Verantwoord-end\n";
/// What a disk writes as a whole.
const SECTOR: usize = 512;

/// What the mark says of what was destroyed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Doomed {
    /// The event with which the dossier began.
    pub dossier: EventId,
    /// SHA-256 of the file, hexadecimal.
    pub sha256: String,
    /// Its length in bytes.
    pub bytes: u64,
    /// Where the certificate is that was begun; nothing when the mark has no room for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<PathBuf>,
}

/// A destruction in the course of being done. The file is locked until it is dropped.
#[derive(Debug)]
pub struct Destruction {
    path: PathBuf,
    doomed: Doomed,
    is_marked: bool,
    _lock: Lock,
}

impl Destruction {
    /// Makes sure that the dossier `at` a path is sound, so that it can be said what it
    /// was, and that nobody works in it. Nothing is changed yet.
    ///
    /// # Errors
    /// When somebody else works in it, or when it is no sound dossier;
    /// [`DossierError::DestructionBegun`] when all that is left is to
    /// [finish](Self::resume) it.
    pub fn of<'a>(at: impl Into<At<'a>>, holder: &Holder) -> Result<Self, DossierError> {
        let (path, key) = at.into().examine()?;
        let lock = Lock::take(&path, holder)?;
        let first = {
            let (_open, _, history) = read(&path, Mode::Write, key.as_ref(), QUICK_CHECK)?;
            let believed = Believed::from(&path, history)?;
            believed.events.first().map(|event| event.id)
        };
        let dossier = first.ok_or_else(|| DossierError::fault(&path, "a dossier of no events"))?;
        // SQLite is done with the file, so nothing is lost by opening it otherwise.
        let (sha256, bytes) = hash(&path)?;
        Ok(Destruction {
            path,
            doomed: Doomed {
                dossier,
                sha256,
                bytes,
                certificate: None,
            },
            is_marked: false,
            _lock: lock,
        })
    }

    /// Takes up a destruction that was cut off: of a file that has the mark.
    ///
    /// # Errors
    /// [`DossierError::NotADossier`] when the file has no mark, and when somebody else is
    /// at it.
    pub fn resume(path: &Path, holder: &Holder) -> Result<Self, DossierError> {
        let path = file::absolute(path)?;
        file::regular_file(&path)?;
        let lock = Lock::take(&path, holder)?;
        let doomed = marked(&path)?.ok_or_else(|| DossierError::NotADossier {
            path: path.clone(),
            reason: crate::Foreign::NotADatabase,
        })?;
        Ok(Destruction {
            path,
            doomed,
            is_marked: true,
            _lock: lock,
        })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What is destroyed.
    pub fn doomed(&self) -> &Doomed {
        &self.doomed
    }

    /// Whether the file has the mark, so that there is no way back.
    pub fn is_marked(&self) -> bool {
        self.is_marked
    }

    /// Marks the file and writes zeros over the rest of it; `certificate` is where the
    /// certificate of it is that was begun. Backups and other copies are not touched.
    /// Disks that keep old versions of what is written, as most of today do, may still
    /// hold its bytes.
    ///
    /// # Errors
    /// When the disk fails. As long as it [is not marked](Self::is_marked), the dossier
    /// is whole.
    pub fn write_over(&mut self, certificate: &Path) -> Result<(), DossierError> {
        if !self.is_marked {
            let certificate = file::absolute(certificate)?;
            // A path that is no text cannot stand in it.
            self.doomed.certificate = certificate.to_str().map(PathBuf::from);
        }
        let mark = self.mark()?;
        let failed = |error| DossierError::from_io(&self.path, error);
        let mut file = File::options()
            .write(true)
            .open(&self.path)
            .map_err(failed)?;
        file.write_all(&mark).map_err(failed)?;
        self.is_marked = true;
        file.sync_all()
            .and_then(|()| fill(&mut file, SECTOR as u64))
            .map_err(failed)?;
        for companion in companions(&self.path) {
            let _ = file::wipe(&companion);
        }
        Ok(())
    }

    /// Takes the file away, once everything else is done.
    ///
    /// # Errors
    /// When the folder does not let it go. It holds nothing any more but the mark.
    pub fn finish(self) -> Result<(), DossierError> {
        file::remove(&self.path)
    }

    fn mark(&self) -> Result<Vec<u8>, DossierError> {
        let fault = |error| DossierError::fault(&self.path, error);
        let mut words = serde_json::to_vec(&self.doomed).map_err(fault)?;
        if MARK.len() + words.len() > SECTOR {
            let certificate = None;
            let shorter = Doomed {
                certificate,
                ..self.doomed.clone()
            };
            words = serde_json::to_vec(&shorter).map_err(fault)?;
        }
        let mut mark = [MARK.as_slice(), &words].concat();
        mark.resize(SECTOR, 0);
        Ok(mark)
    }
}

/// Whether a file that begins like this has the mark.
pub(crate) fn is_mark(beginning: &[u8; SALT]) -> bool {
    beginning == MARK
}

/// What the mark of the file at `path` says, if it has one.
fn marked(path: &Path) -> Result<Option<Doomed>, DossierError> {
    let failed = |error| DossierError::from_io(path, error);
    let file = File::open(path).map_err(failed)?;
    let length = file.metadata().map_err(failed)?.len();
    let mut sector = Vec::new();
    file.take(SECTOR as u64)
        .read_to_end(&mut sector)
        .map_err(failed)?;
    let words = sector.strip_prefix(MARK);
    let words = words.and_then(|words| words.split(|byte| *byte == 0).next());
    let said = words.and_then(|words| serde_json::from_slice::<Doomed>(words).ok());
    // What is written over a dossier keeps its length: a mark that says another is of another file.
    Ok(said.filter(|doomed| doomed.bytes == length))
}

/// SHA-256 of the file at `path`, hexadecimal, and its length. It must not be open.
fn hash(path: &Path) -> Result<(String, u64), DossierError> {
    let mut digest = Sha256::new();
    let length = File::open(path)
        .and_then(|mut file| io::copy(&mut file, &mut digest))
        .map_err(|error| DossierError::from_io(path, error))?;
    Ok((hex::encode(digest.finalize()), length))
}

/// SHA-256 of a backup, hexadecimal; nothing when it cannot be read.
pub fn hash_backup(backup: &Backup) -> Option<String> {
    file::regular_file(&backup.path).ok()?;
    hash(&backup.path).ok().map(|(sha256, _)| sha256)
}

/// Writes over a backup and takes it away, whether it is sound or not.
///
/// # Errors
/// When somebody has it open, or the disk does not let it go.
pub fn destroy_backup(backup: &Backup, holder: &Holder) -> Result<(), DossierError> {
    let path = file::absolute(&backup.path)?;
    file::regular_file(&path)?;
    let _lock = Lock::take(&path, holder)?;
    File::options()
        .write(true)
        .open(&path)
        .and_then(|mut file| fill(&mut file, 0))
        .map_err(|error| DossierError::from_io(&path, error))?;
    for companion in companions(&path) {
        let _ = fs::remove_file(companion);
    }
    file::remove(&path)
}

/// Writes zeros over the file from a place on, for good.
fn fill(file: &mut File, from: u64) -> io::Result<()> {
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(from))?;
    io::copy(&mut io::repeat(0).take(length.saturating_sub(from)), file)?;
    file.sync_all()
}
