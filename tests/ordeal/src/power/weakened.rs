//! A database that is less safe than a dossier, to know that the simulator finds what is lost.

use std::io::Write as _;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use rusqlite::Connection;

/// Settings of SQLite, and whether they are known to lose what was committed.
pub(super) const SETTINGS: [(&str, &str, bool); 6] = [
    ("delete", "off", true),
    ("delete", "full", true),
    ("wal", "normal", true),
    ("wal", "full", false),
    ("truncate", "full", false),
    ("delete", "extra", false),
];

/// Writes so many rows to a new or existing database, one commit each, and says so after each.
///
/// # Errors
/// When the database or standard output fails.
pub fn write_weakened(path: &Path, journal: &str, synchronous: &str, rows: u32) -> Result<()> {
    let database = Connection::open(path)?;
    database.busy_timeout(Duration::ZERO)?;
    let settings = format!("pragma journal_mode = {journal}; pragma synchronous = {synchronous};");
    database.execute_batch(&settings)?;
    database
        .execute_batch("create table if not exists word (number integer primary key, body text)")?;
    let mut out = std::io::stdout().lock();
    for row in 1..=rows {
        let body = format!("woord {row} ").repeat(60);
        database.execute("insert into word values (?1, ?2)", (row, body))?;
        writeln!(out, "ACK {row}")?;
        out.flush()?;
    }
    Ok(())
}

/// Whether the database is sound and has the rows that were acknowledged.
pub(super) fn judge(path: &Path, said: &str) -> Result<()> {
    let database = Connection::open(path)?;
    let sound: String = database.query_row("pragma integrity_check", [], |row| row.get(0))?;
    ensure!(sound == "ok", "{sound}");
    for line in said.lines() {
        let number = line.strip_prefix("ACK ").context("no acknowledgement")?;
        let number: u32 = number.parse()?;
        let select = "select body from word where number = ?1";
        let body: String = database.query_row(select, [number], |row| row.get(0))?;
        ensure!(
            body == format!("woord {number} ").repeat(60),
            "row {number} is another"
        );
    }
    Ok(())
}
