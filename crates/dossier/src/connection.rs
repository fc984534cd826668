//! The connection to SQLite: how a dossier is opened so that it is durable, and
//! so that nothing in a file from elsewhere is carried out.
//!
//! Settings are made and then read back, since SQLite passes over what it does
//! not know or cannot do. What the tables hold is not looked at here.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, MAIN_DB, OpenFlags};
use serde::Serialize;

use crate::error::{DossierError, Foreign};
use crate::schema;

/// The mark of a dossier in the header of the file: `Vrwd`.
pub(crate) const APPLICATION_ID: i32 = 0x5672_7764;

/// How long to wait for a look by another program to end.
const WAIT: Duration = Duration::from_secs(5);
/// The longest text or row that is ever taken in, in bytes. The content of blobs
/// is streamed and does not count.
const LONGEST_ROW: i32 = 2 << 20;
/// Pages are kept in at most this many KiB of memory.
const CACHE_KIB: i32 = 16 << 10;

/// In which way a dossier is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// To write, alone.
    Write,
    /// To read, beside other readers; nothing is ever written.
    Read,
    /// To read and keep others from writing meanwhile; nothing is ever written.
    Check,
    /// To read whatever is there at this moment, past the lock of whoever writes.
    /// What is read may be half of a change, so it counts only when every chain
    /// and every commitment in it holds.
    Snapshot,
}

/// The settings on which durability and safety rest: name, and value as SQLite
/// tells it.
const SETTINGS: [(&str, &str); 10] = [
    ("trusted_schema", "0"),
    ("cell_size_check", "1"),
    ("mmap_size", "0"),
    ("temp_store", "2"),
    ("foreign_keys", "1"),
    ("recursive_triggers", "0"),
    ("secure_delete", "1"),
    ("fullfsync", "1"),
    // EXTRA: a commit is not over before the folder is synced too.
    ("synchronous", "3"),
    ("journal_mode", "delete"),
];

/// A setting and the value that is in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Setting {
    /// Its name, as SQLite's pragmas have it.
    pub name: &'static str,
    /// Its value.
    pub value: String,
}

/// Opens the dossier at `path`, which is a regular file. Nothing of it is read
/// yet, so nothing is known yet to be sound.
pub(crate) fn open(path: &Path, mode: Mode) -> Result<Connection, DossierError> {
    let access = match mode {
        Mode::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Mode::Read | Mode::Check | Mode::Snapshot => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    let flags = access | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let opened = Connection::open_with_flags(uri(path, mode)?, flags);
    let connection = opened.map_err(|error| from_sqlite(path, mode, &error))?;
    let prepared = prepare(&connection, mode);
    prepared.map_err(|error| from_sqlite(path, mode, &error))?;
    if mode == Mode::Write && connection.is_readonly(MAIN_DB).unwrap_or(true) {
        return Err(DossierError::ReadOnly {
            path: path.to_owned(),
        });
    }
    Ok(connection)
}

/// What a file gives SQLite to do is cut down to reading and writing tables.
fn prepare(connection: &Connection, mode: Mode) -> rusqlite::Result<()> {
    for (config, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
    ] {
        connection.set_db_config(config, on)?;
    }
    for (limit, most) in [
        (Limit::SQLITE_LIMIT_LENGTH, LONGEST_ROW),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
        (Limit::SQLITE_LIMIT_COLUMN, 100),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 100),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 1),
        (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
        connection.set_limit(limit, most)?;
    }
    if mode != Mode::Write {
        connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    }
    connection.busy_timeout(WAIT)
}

/// Lets rows with `content` bytes of a blob be written.
pub(crate) fn allow_blobs(connection: &Connection, content: u64) -> rusqlite::Result<()> {
    let most = i32::try_from(content)
        .unwrap_or(i32::MAX)
        .saturating_add(LONGEST_ROW);
    connection
        .set_limit(Limit::SQLITE_LIMIT_LENGTH, most)
        .map(|_| ())
}

/// Brings the settings in force, and the lock with them. May write to the file if
/// its last change was interrupted, so the file must be known to be a dossier.
pub(crate) fn settle(
    connection: &Connection,
    path: &Path,
    mode: Mode,
) -> Result<Vec<Setting>, DossierError> {
    let from_sqlite = |error| from_sqlite(path, mode, &error);
    connection
        .pragma_update(None, "cache_size", -CACHE_KIB)
        .map_err(from_sqlite)?;
    let locking = match mode {
        Mode::Write | Mode::Check => "exclusive",
        Mode::Read | Mode::Snapshot => "normal",
    };
    let settings = [("locking_mode", locking)].into_iter().chain(SETTINGS);
    let mut in_force = Vec::new();
    for (name, wanted) in settings {
        // A read-only connection may not ask for a mode, even for the one it has.
        let fixed = mode != Mode::Write && name == "journal_mode";
        if !fixed {
            connection
                .pragma_update_and_check(None, name, wanted, |_| Ok(()))
                .or_else(|error| match error {
                    rusqlite::Error::QueryReturnedNoRows => Ok(()),
                    other => Err(other),
                })
                .map_err(from_sqlite)?;
        }
        let found = value_of(connection, name).map_err(from_sqlite)?;
        if found != wanted {
            let wanted = wanted.to_owned();
            return Err(DossierError::SettingRefused {
                setting: name,
                wanted,
                found,
            });
        }
        in_force.push(Setting { name, value: found });
    }
    if mode == Mode::Write {
        // In exclusive mode the lock that this takes is kept until closing.
        connection
            .execute_batch("begin exclusive; commit")
            .map_err(from_sqlite)?;
    }
    Ok(in_force)
}

/// Makes the file stand alone again before a connection that wrote is closed. With
/// an exclusive lock SQLite keeps its journal at hand, emptied; leaving that mode
/// does not take it away, and changing the kind of journal does.
pub(crate) fn tidy(connection: &Connection) {
    // What stays behind after a failure is a journal that does no harm.
    let _ = connection.execute_batch(
        "pragma locking_mode = normal; pragma journal_mode = persist; pragma journal_mode = delete;",
    );
}

fn value_of(connection: &Connection, name: &str) -> rusqlite::Result<String> {
    connection.pragma_query_value(None, name, |row| {
        row.get::<_, rusqlite::types::Value>(0)
            .map(|value| match value {
                rusqlite::types::Value::Integer(number) => number.to_string(),
                rusqlite::types::Value::Text(text) => text,
                other => format!("{other:?}"),
            })
    })
}

/// The format version of the dossier at `path`. Looks at the file without taking
/// a lock and without writing, whatever kind of file it is.
pub(crate) fn version(path: &Path) -> Result<u32, DossierError> {
    let foreign = |reason| DossierError::NotADossier {
        path: path.to_owned(),
        reason,
    };
    if crate::file::regular_file(path)?.len() == 0 {
        return Err(foreign(Foreign::Empty));
    }
    let connection = open(path, Mode::Snapshot)?;
    let number = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
    let marks = number("application_id").and_then(|id| Ok((id, number("user_version")?)));
    let (application_id, version) = marks.map_err(|error| match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase) => foreign(Foreign::NotADatabase),
        _ => from_sqlite(path, Mode::Snapshot, &error),
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
            findings: vec![crate::Finding::Storage {
                message: format!("there is no format version {version}"),
            }],
        }),
    }
}

/// The error that `source` means for a connection of this mode.
pub(crate) fn from_sqlite(path: &Path, mode: Mode, source: &rusqlite::Error) -> DossierError {
    let interrupted = matches!(
        source.sqlite_error().map(|error| error.extended_code),
        Some(rusqlite::ffi::SQLITE_READONLY_ROLLBACK | rusqlite::ffi::SQLITE_READONLY_RECOVERY)
    );
    if interrupted && mode != Mode::Write {
        DossierError::Interrupted {
            path: path.to_owned(),
        }
    } else {
        DossierError::from_sqlite(path, source)
    }
}

/// The address of `path` for SQLite. An absolute path in a URI is taken for what
/// it is, whatever characters are in it.
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
    if mode == Mode::Snapshot {
        uri.push_str("?immutable=1");
    }
    Ok(PathBuf::from(uri))
}

#[cfg(unix)]
fn bytes_of(path: &Path) -> Result<Vec<u8>, DossierError> {
    use std::os::unix::ffi::OsStrExt;
    Ok(OsStr::as_bytes(path.as_os_str()).to_vec())
}

#[cfg(not(unix))]
fn bytes_of(path: &Path) -> Result<Vec<u8>, DossierError> {
    let text = OsStr::to_str(path.as_os_str()).ok_or_else(|| {
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
