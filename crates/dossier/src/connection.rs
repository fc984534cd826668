//! The connection to SQLite: the two ways in which a dossier is opened, and what
//! is known of a file before anything in it is read.
//!
//! Only here is a dossier ever opened, and only by SQLite: a file that this
//! process opens and closes by other means loses the locks that SQLite has on it.
//! What the tables hold is not looked at here.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, MAIN_DB, OpenFlags};

use crate::destruction;
use crate::error::{DossierError, Foreign};
use crate::file::{identity, regular_file};
use crate::finding::Finding;
use crate::schema;
use crate::secret::{Key, SALT, Words, looks_encrypted};
use crate::settings::{self, Setting};

/// The mark of a dossier in the header of the file: `Vrwd`.
pub(crate) const APPLICATION_ID: i32 = 0x5672_7764;
/// SQLite has no smaller page than this, and no file that is less than a page.
const SMALLEST: u64 = 512;
/// An encrypted dossier is so many bytes, or a multiple of it.
const PAGE: u64 = 4096;

/// How long to wait for a program that reads the file through a lock of its own.
const WAIT: Duration = Duration::from_secs(2);

/// In which way a dossier is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// To write, alone: nobody else can read or write meanwhile through SQLite.
    Write,
    /// To see what is there at this moment, past the lock of whoever writes. No
    /// lock is taken and nothing is written, not even beside the file. What is
    /// seen may be half of a change, so it counts only when all of it holds.
    Look,
}

/// A dossier that is open, with all settings in force. When it was opened to
/// write, it leaves no second file behind.
#[derive(Debug)]
pub(crate) struct OpenFile {
    path: PathBuf,
    connection: Connection,
    mode: Mode,
    settings: Vec<Setting>,
    identity: Option<(u64, u64)>,
    is_encrypted: bool,
}

impl OpenFile {
    /// Opens a file that is, or is about to become, a dossier.
    ///
    /// To write undoes a change that was interrupted, as SQLite does at the first
    /// reading.
    pub(crate) fn new(path: &Path, mode: Mode, key: Option<&Key>) -> Result<Self, DossierError> {
        Self::waiting(path, mode, key, WAIT)
    }

    fn waiting(
        path: &Path,
        mode: Mode,
        key: Option<&Key>,
        wait: Duration,
    ) -> Result<Self, DossierError> {
        let failed = |error: rusqlite::Error| match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) if key.is_some() => DossierError::WrongSecret {
                path: path.to_owned(),
            },
            _ => DossierError::from_sqlite(path, &error),
        };
        require_plain_companions(path)?;
        let identity = identity(path);
        let mut open = OpenFile {
            path: path.to_owned(),
            connection: connect(path, mode, key.map(Key::to_pragma).as_ref())?,
            mode,
            settings: Vec::new(),
            identity,
            is_encrypted: key.is_some(),
        };
        open.connection.busy_timeout(wait).map_err(failed)?;
        if mode == Mode::Write && open.connection.is_readonly(MAIN_DB).unwrap_or(true) {
            return Err(DossierError::ReadOnly {
                path: path.to_owned(),
            });
        }
        open.settings = settings::settle(&open.connection, mode)
            .map_err(failed)?
            .map_err(
                |settings::Refused {
                     setting,
                     wanted,
                     found,
                 }| DossierError::SettingRefused {
                    setting,
                    wanted,
                    found,
                },
            )?;
        if mode == Mode::Write {
            // The lock that this takes is kept until closing.
            open.connection
                .execute_batch("begin exclusive; commit")
                .map_err(failed)?;
        }
        open.require_in_place(path)?;
        Ok(open)
    }

    /// Fails when the open file is no longer the one at `path`: what is written to
    /// it then, nobody will find.
    pub(crate) fn require_in_place(&self, path: &Path) -> Result<(), DossierError> {
        if self.identity == identity(path) {
            Ok(())
        } else {
            Err(DossierError::Replaced {
                path: path.to_owned(),
            })
        }
    }

    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }

    pub(crate) fn settings(&self) -> &[Setting] {
        &self.settings
    }

    /// The version of the format, once more: somebody may have been here since the
    /// file was [examined](examine).
    pub(crate) fn version(&self, path: &Path) -> Result<u32, DossierError> {
        match version_of(&self.connection, path) {
            Err(DossierError::NotADossier {
                path,
                reason: Foreign::NotADatabase,
            }) if self.is_encrypted => Err(DossierError::WrongSecret { path }),
            version => version,
        }
    }

    pub(crate) fn is_encrypted(&self) -> bool {
        self.is_encrypted
    }
}

impl Drop for OpenFile {
    fn drop(&mut self) {
        // When a change failed half-way and could not be undone either, because the
        // disk is gone or takes no more, its journal is the only way back. It stays
        // for whoever opens the dossier next; where it cannot be looked at, too.
        let way_back = is_half_changed(&self.path).unwrap_or(true);
        if self.mode == Mode::Write && !way_back {
            settings::tidy(&self.connection);
        }
    }
}

/// Finds out whether the file at `path` is a dossier that this program can read,
/// without taking a lock and without writing, whatever kind of file it is. `key_for`
/// gives the key of an encrypted one that begins with a salt, where there is one.
pub(crate) fn examine(
    path: &Path,
    key_for: impl FnOnce([u8; SALT]) -> Option<Key>,
) -> Result<Option<Key>, DossierError> {
    let foreign = |reason| DossierError::NotADossier {
        path: path.to_owned(),
        reason,
    };
    let length = regular_file(path)?.len();
    match length {
        0 => return Err(foreign(Foreign::Empty)),
        _ if length < SMALLEST => return Err(foreign(Foreign::NotADatabase)),
        _ => {}
    }
    match version_of(&connect(path, Mode::Look, None)?, path) {
        // While somebody writes, or after they were cut off, the first page can
        // promise more than there is. Whether this is damage shows later.
        Ok(_) | Err(DossierError::Damaged { .. }) => return Ok(None),
        Err(DossierError::NotADossier {
            reason: Foreign::NotADatabase,
            ..
        }) => {}
        Err(other) => return Err(other),
    }

    let salt = salt_of(path)?;
    if destruction::is_mark(&salt) {
        return Err(DossierError::DestructionBegun {
            path: path.to_owned(),
        });
    }
    let is_likely = length.is_multiple_of(PAGE) && looks_encrypted(&salt);
    let Some(key) = key_for(salt) else {
        return Err(if is_likely {
            DossierError::Encrypted {
                path: path.to_owned(),
            }
        } else {
            foreign(Foreign::NotADatabase)
        });
    };
    let connection = connect(path, Mode::Look, Some(&key.to_pragma()))?;
    match version_of(&connection, path) {
        Ok(_) | Err(DossierError::Damaged { .. }) => Ok(Some(key)),
        Err(DossierError::NotADossier {
            reason: Foreign::NotADatabase,
            ..
        }) => {
            // Half of a first page opens with no key at all.
            if is_half_changed(path)? {
                Ok(Some(key))
            } else if is_likely {
                Err(DossierError::WrongSecret {
                    path: path.to_owned(),
                })
            } else {
                Err(foreign(Foreign::NotADatabase))
            }
        }
        Err(other) => Err(other),
    }
}

/// The first bytes of the file at `path`, as SQLite reads them.
pub(crate) fn salt_of(path: &Path) -> Result<[u8; SALT], DossierError> {
    let failed = |error| DossierError::from_sqlite(path, &error);
    let connection = connect(path, Mode::Look, Some(&Key::none()))?;
    let digits: String = connection
        .pragma_query_value(None, "cipher_salt", |row| row.get(0))
        .map_err(failed)?;
    let mut salt = [0; SALT];
    hex::decode_to_slice(digits, &mut salt).map_err(|error| DossierError::fault(path, error))?;
    Ok(salt)
}

/// Whether a change to the dossier at `path` is under way or was cut off: its
/// journal says how to undo it.
pub(crate) fn is_half_changed(path: &Path) -> Result<bool, DossierError> {
    require_plain_companions(path)?;
    let log = companion(path, "-wal")
        .metadata()
        .is_ok_and(|metadata| metadata.len() > 0);
    let mut first = [0];
    let journal = File::open(companion(path, "-journal"));
    let hot = journal.and_then(|mut journal| journal.read_exact(&mut first));
    Ok(log || (hot.is_ok() && first != [0]))
}

/// Undoes a change that was cut off, unless it is still under way.
pub(crate) fn undo_half_change(path: &Path, key: Option<&Key>) -> Result<(), DossierError> {
    OpenFile::waiting(path, Mode::Write, key, Duration::ZERO).map(drop)
}

/// SQLite opens what stands beside a database under these names, and would wait
/// for a pipe.
fn require_plain_companions(path: &Path) -> Result<(), DossierError> {
    for companion in companions(path) {
        match regular_file(&companion) {
            Ok(_) | Err(DossierError::NotFound { .. }) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(())
}

/// The files that SQLite would take to belong to the database at `path`.
pub(crate) fn companions(path: &Path) -> [PathBuf; 3] {
    ["-journal", "-wal", "-shm"].map(|suffix| companion(path, suffix))
}

fn companion(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn connect(path: &Path, mode: Mode, key: Option<&Words>) -> Result<Connection, DossierError> {
    let failed = |error| DossierError::from_sqlite(path, &error);
    let access = match mode {
        Mode::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Mode::Look => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    let flags = access | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let connection = Connection::open_with_flags(uri(path, mode)?, flags).map_err(failed)?;
    settings::unlock(&connection, key).map_err(failed)?;
    settings::restrict(&connection, mode).map_err(failed)?;
    Ok(connection)
}

fn version_of(connection: &Connection, path: &Path) -> Result<u32, DossierError> {
    let foreign = |reason| DossierError::NotADossier {
        path: path.to_owned(),
        reason,
    };
    let number = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
    let marks = number("application_id").and_then(|id| Ok((id, number("user_version")?)));
    let (application_id, version) = marks.map_err(|error| match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => foreign(Foreign::NotADatabase),
        _ => DossierError::from_sqlite(path, &error),
    })?;
    if application_id != APPLICATION_ID {
        return Err(foreign(Foreign::OtherProgram { application_id }));
    }
    match u32::try_from(version) {
        Ok(version) if version > schema::VERSION => Err(DossierError::TooNew {
            path: path.to_owned(),
            version,
            supported: schema::VERSION,
        }),
        Ok(version) if version > 0 => Ok(version),
        _ => Err(DossierError::Damaged {
            path: path.to_owned(),
            findings: vec![Finding::Storage {
                message: format!("there is no format version {version}"),
            }],
        }),
    }
}

/// The address of `path`, which is absolute, for SQLite. Whatever characters are
/// in it, they stand for themselves.
fn uri(path: &Path, mode: Mode) -> Result<PathBuf, DossierError> {
    let mut uri = String::from("file://");
    for byte in bytes_of(path)? {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b':' => {
                uri.push(char::from(byte));
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    if mode == Mode::Look {
        uri.push_str("?immutable=1");
    }
    Ok(PathBuf::from(uri))
}

#[cfg(unix)]
fn bytes_of(path: &Path) -> Result<Vec<u8>, DossierError> {
    Ok(std::os::unix::ffi::OsStrExt::as_bytes(path.as_os_str()).to_vec())
}

#[cfg(not(unix))]
fn bytes_of(path: &Path) -> Result<Vec<u8>, DossierError> {
    let text = path.to_str().ok_or_else(|| {
        let source = std::io::Error::from(std::io::ErrorKind::InvalidFilename);
        DossierError::Io {
            path: path.to_owned(),
            source,
        }
    })?;
    let slashes = text.replace('\\', "/");
    let drive = if slashes.starts_with('/') { "" } else { "/" };
    Ok(format!("{drive}{slashes}").into_bytes())
}
