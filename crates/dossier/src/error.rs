//! What can go wrong with a dossier, as facts with data.
//!
//! No text here is meant for the screen: the words that a user reads are chosen
//! elsewhere, by variant. No type of SQLite crosses this border; where SQLite has
//! something to say, it is carried as text for a log.

use std::io;
use std::path::{Path, PathBuf};

use assessment::EventId;

use crate::finding::Finding;
use crate::lock::Holder;

/// Why something could not be done with a dossier.
///
/// Whatever the reason, what was recorded before is still there.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DossierError {
    /// Nothing is there.
    #[error("{} does not exist", .path.display())]
    NotFound {
        /// Where.
        path: PathBuf,
    },
    /// Something else than a file is there. It was not opened.
    #[error("{} is not a file but a {kind}", .path.display())]
    NotAFile {
        /// Where.
        path: PathBuf,
        /// What it is.
        kind: FileKind,
    },
    /// Something is there already, and it was not overwritten.
    #[error("{} exists already", .path.display())]
    AlreadyExists {
        /// Where.
        path: PathBuf,
    },
    /// The file is something else than a dossier.
    #[error("{} is not a dossier: {reason}", .path.display())]
    NotADossier {
        /// Where.
        path: PathBuf,
        /// What it is instead.
        reason: Foreign,
    },
    /// The dossier is encrypted, and nothing was given to open it.
    #[error("{} is encrypted", .path.display())]
    Encrypted {
        /// Where.
        path: PathBuf,
    },
    /// The passphrase or recovery code does not open the dossier. A file of which the
    /// beginning is damaged cannot be told from one that has another passphrase.
    #[error("{} does not open with this passphrase or recovery code", .path.display())]
    WrongSecret {
        /// Where.
        path: PathBuf,
    },
    /// The destruction of the dossier was begun and cut off: nothing in it can be read
    /// any more, and it can be [finished](crate::Destruction::resume).
    #[error("the destruction of {} was begun", .path.display())]
    DestructionBegun {
        /// Where.
        path: PathBuf,
    },
    /// What looks like a recovery code is none: there is a mistake in it.
    #[error("there is a mistake in the recovery code")]
    CodeMistyped,
    /// A passphrase cannot be chosen because of its length.
    #[error("a passphrase has {shortest} characters or more, and {longest} bytes or less")]
    PassphraseLength {
        /// How many characters there must be at least.
        shortest: usize,
        /// How many bytes there may be at most.
        longest: usize,
    },
    /// A newer program wrote the file; every byte was left as it was.
    #[error("{} has format {version}; this program reads up to {supported}", .path.display())]
    TooNew {
        /// Where.
        path: PathBuf,
        /// The version of the file.
        version: u32,
        /// The newest version that this program reads.
        supported: u32,
    },
    /// The dossier holds a kind of event that this program does not know, so it
    /// cannot say what the dossier says.
    #[error("{} holds an event of unknown kind {kind}", .path.display())]
    UnknownEventKind {
        /// Where.
        path: PathBuf,
        /// The unknown kind.
        kind: String,
        /// The event.
        event: EventId,
    },
    /// The file is a dossier, and something in it is not as it was written.
    #[error("{} is damaged: {}", .path.display(), Findings(.findings))]
    Damaged {
        /// Where.
        path: PathBuf,
        /// What is wrong, never empty.
        findings: Vec<Finding>,
    },
    /// Somebody else has the dossier open for writing.
    #[error("{} is in use", .path.display())]
    LockedBy {
        /// Where.
        path: PathBuf,
        /// Who; `None` when another program holds it that leaves no word.
        holder: Option<Box<Holder>>,
    },
    /// A change is under way, or was cut off where nothing can be written: what
    /// can be seen is half of it. Opening the dossier to work in it, where it can
    /// be written, undoes a change that was cut off.
    #[error("a change to {} is not complete", .path.display())]
    HalfChanged {
        /// Where.
        path: PathBuf,
    },
    /// The file was moved, deleted or replaced by another while it was open, as
    /// programs that synchronise folders do. Nothing more is saved to it.
    #[error("{} is no longer the file that was opened", .path.display())]
    Replaced {
        /// Where it was.
        path: PathBuf,
    },
    /// The file, its folder or the way it was opened does not allow writing.
    #[error("{} cannot be written", .path.display())]
    ReadOnly {
        /// Where.
        path: PathBuf,
    },
    /// There is no room left where the dossier is. Nothing of the change was kept.
    #[error("no room left to write {}", .path.display())]
    DiskFull {
        /// Where.
        path: PathBuf,
    },
    /// More than a dossier holds.
    #[error("{what} is limited to {limit}")]
    TooLarge {
        /// What there is too much of.
        what: Quantity,
        /// How much there may be, in bytes or pieces.
        limit: u64,
    },
    /// A change names a file that the dossier does not keep.
    #[error("no file with hash {sha256} is kept in the dossier")]
    NoSuchBlob {
        /// The hash that was named.
        sha256: String,
    },
    /// A file was stored, but no event of the same act names it as it is.
    #[error("the file with hash {sha256} was stored without an event that names it")]
    BlobUnnamed {
        /// The hash of the file.
        sha256: String,
    },
    /// A step of the act failed before, so nothing of the act can be saved.
    #[error("a step of this act failed before")]
    Spoiled,
    /// A file outside of the dossier could not be read into it or written from it.
    #[error("the other file: {0}")]
    OtherFile(#[source] io::Error),
    /// The source of a file gave different bytes when it was read again.
    #[error("the file changed while it was being read")]
    BlobChanging,
    /// The other file is a dossier that began with another event: there is nothing
    /// in common to merge.
    #[error("{} is another dossier", .path.display())]
    OtherDossier {
        /// Where.
        path: PathBuf,
    },
    /// What was to be imported is not a complete export of a dossier.
    #[error("not an export of a dossier: {reason}")]
    NotAnExport {
        /// What is wrong, with line and column where there is one; for a log.
        reason: String,
    },
    /// The words of an event cannot be erased.
    #[error("the words of event {event} cannot be erased: {reason}")]
    CannotErase {
        /// The event.
        event: EventId,
        /// Why not.
        reason: CannotErase,
    },
    /// The place in a chain that was asked for is not in this dossier.
    #[error("this dossier has no such event in the chain of {replica}", replica = .head.replica.0)]
    UnknownHead {
        /// The place.
        head: Box<crate::fingerprint::Head>,
    },
    /// The source of random bytes gave nothing.
    #[error("no random bytes")]
    NoEntropy(#[source] io::Error),
    /// A setting on which durability rests could not be made to hold.
    #[error("SQLite does not keep to {setting}: {found:?} instead of {wanted:?}")]
    SettingRefused {
        /// Which setting.
        setting: &'static str,
        /// What it must be.
        wanted: &'static str,
        /// What it is.
        found: String,
    },
    /// Reading or writing failed.
    #[error("{}: {source}", .path.display())]
    Io {
        /// Where.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A fault of this program or of SQLite.
    #[error("{}: {message}", .path.display())]
    Fault {
        /// Where.
        path: PathBuf,
        /// What was said, for the log.
        message: String,
    },
}

/// What stands where a file was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FileKind {
    /// A folder.
    #[error("folder")]
    Folder,
    /// A symbolic link. A dossier is opened by its own name, so that it and its
    /// lock stand in one place.
    #[error("link")]
    Link,
    /// A pipe, a device or a socket.
    #[error("device")]
    Device,
}

/// What a file is that is not a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Foreign {
    /// It has no bytes at all.
    #[error("it is empty")]
    Empty,
    /// It is not a database, or the beginning of it is lost, or it is encrypted and
    /// the end of it is lost.
    #[error("it is something else")]
    NotADatabase,
    /// It is a database of another program.
    #[error("it belongs to another program ({application_id:#010x})")]
    OtherProgram {
        /// The number by which that program marks its files; 0 for none.
        application_id: i32,
    },
}

/// Something of which a dossier holds only so much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Quantity {
    /// The number of events.
    #[error("the number of events")]
    Events,
    /// The words of one event, in bytes.
    #[error("the text of one change")]
    Words,
    /// The words of all events, in bytes.
    #[error("the text of the whole dossier")]
    AllWords,
    /// One file, in bytes.
    #[error("a file")]
    Blob,
}

/// Why the words of an event cannot be erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CannotErase {
    /// There is no such event.
    #[error("there is no such event")]
    NoSuchEvent,
    /// Others rest on it, it was signed, or it says what was undone or erased.
    #[error("an event of this kind is never erased")]
    Never,
    /// They were erased before.
    #[error("they were erased before")]
    AlreadyErased,
}

struct Findings<'a>(&'a [Finding]);

impl std::fmt::Display for Findings<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            [] => f.write_str("unknown"),
            [only] => only.fmt(f),
            [first, rest @ ..] => write!(f, "{first} (and {} more)", rest.len()),
        }
    }
}

impl DossierError {
    /// The error that `source` means for the file at `path`.
    pub(crate) fn from_io(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::NotFound => DossierError::NotFound { path },
            io::ErrorKind::AlreadyExists => DossierError::AlreadyExists { path },
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                DossierError::ReadOnly { path }
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                DossierError::DiskFull { path }
            }
            io::ErrorKind::IsADirectory => DossierError::NotAFile {
                path,
                kind: FileKind::Folder,
            },
            _ => DossierError::Io { path, source },
        }
    }

    /// The error that `source` means for the dossier at `path`.
    pub(crate) fn from_sqlite(path: &Path, source: &rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let message = source.to_string();
        let path = path.to_owned();
        match source.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => DossierError::DiskFull { path },
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
                DossierError::ReadOnly { path }
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
                DossierError::LockedBy { path, holder: None }
            }
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) => DossierError::Io {
                path,
                source: io::Error::other(message),
            },
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase | ErrorCode::TooBig) => {
                DossierError::Damaged {
                    path,
                    findings: vec![Finding::Storage { message }],
                }
            }
            _ => DossierError::Fault { path, message },
        }
    }

    pub(crate) fn fault(path: &Path, message: impl ToString) -> Self {
        DossierError::Fault {
            path: path.to_owned(),
            message: message.to_string(),
        }
    }

    /// The same error, for the file at `place`.
    pub(crate) fn at(mut self, place: &Path) -> Self {
        if let DossierError::NotFound { path }
        | DossierError::NotAFile { path, .. }
        | DossierError::AlreadyExists { path }
        | DossierError::Damaged { path, .. }
        | DossierError::Encrypted { path }
        | DossierError::WrongSecret { path }
        | DossierError::DestructionBegun { path }
        | DossierError::LockedBy { path, .. }
        | DossierError::HalfChanged { path }
        | DossierError::Replaced { path }
        | DossierError::ReadOnly { path }
        | DossierError::DiskFull { path }
        | DossierError::Io { path, .. }
        | DossierError::Fault { path, .. } = &mut self
        {
            *path = place.to_owned();
        }
        self
    }
}
