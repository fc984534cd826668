//! The settings of SQLite: those on which durability rests, and those that keep a
//! file from elsewhere from having anything carried out.
//!
//! Settings are made and then read back, since SQLite passes over what it does
//! not know or cannot do. They belong to a connection, never to the file.

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::types::Value;
use serde::Serialize;

use crate::connection::Mode;
use crate::secret::Words;

/// The longest text or row that is ever taken in, in bytes. The content of kept
/// files is streamed and does not count.
const LONGEST_ROW: i32 = 2 << 20;

/// Name, and value as SQLite tells it.
const SETTINGS: [(&str, &str); 12] = [
    ("trusted_schema", "0"),
    ("cell_size_check", "1"),
    ("recursive_triggers", "0"),
    ("mmap_size", "0"),
    ("temp_store", "2"),
    ("cache_size", "-16384"),
    ("foreign_keys", "1"),
    // What is erased is written over, not merely forgotten.
    ("secure_delete", "1"),
    ("locking_mode", "exclusive"),
    ("journal_mode", "delete"),
    // EXTRA: a commit is not over before the folder is synced too.
    ("synchronous", "3"),
    ("fullfsync", "1"),
];

/// A setting and the value that is in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Setting {
    /// Its name, as SQLite's pragmas have it.
    pub name: &'static str,
    /// Its value.
    pub value: String,
}

/// A setting that has another value than it must have.
pub(crate) struct Refused {
    pub(crate) setting: &'static str,
    pub(crate) wanted: &'static str,
    pub(crate) found: String,
}

/// Has what is read and written pass through the cipher, where there is a `key`.
pub(crate) fn unlock(connection: &Connection, key: Option<&Words>) -> rusqlite::Result<()> {
    // It would write about every wrong passphrase to where programs write errors.
    connection.pragma_update_and_check(None, "cipher_log_level", "NONE", |_| Ok(()))?;
    if let Some(key) = key {
        connection.pragma_update_and_check(None, "key", key.as_str(), |_| Ok(()))?;
    }
    Ok(())
}

/// Cuts down what a file can have SQLite do to reading and writing tables.
pub(crate) fn restrict(connection: &Connection, mode: Mode) -> rusqlite::Result<()> {
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
    if mode == Mode::Look {
        connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    }
    Ok(())
}

/// Brings the settings in force; gives them as they are.
pub(crate) fn settle(
    connection: &Connection,
    mode: Mode,
) -> rusqlite::Result<Result<Vec<Setting>, Refused>> {
    let mut in_force = Vec::new();
    for (name, wanted) in SETTINGS {
        // Who only looks writes no journal, and may not ask for one of a kind.
        if mode == Mode::Write || name != "journal_mode" {
            let mut set = connection.prepare(&format!("pragma {name} = {wanted}"))?;
            let mut rows = set.query([])?;
            while rows.next()?.is_some() {}
        }
        let value = value_of(connection, name)?;
        if value != wanted {
            return Ok(Err(Refused {
                setting: name,
                wanted,
                found: value,
            }));
        }
        in_force.push(Setting { name, value });
    }
    Ok(Ok(in_force))
}

fn value_of(connection: &Connection, name: &str) -> rusqlite::Result<String> {
    connection.pragma_query_value(None, name, |row| {
        Ok(match row.get(0)? {
            Value::Integer(number) => number.to_string(),
            Value::Text(text) => text,
            other => format!("{other:?}"),
        })
    })
}

/// Lets a row with a kept file of `size` bytes be written.
pub(crate) fn allow_content(connection: &Connection, size: u64) -> rusqlite::Result<()> {
    let most = i32::try_from(size)
        .unwrap_or(i32::MAX)
        .saturating_add(LONGEST_ROW);
    connection
        .set_limit(Limit::SQLITE_LIMIT_LENGTH, most)
        .map(|_| ())
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
