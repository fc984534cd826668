//! What recording one answer costs, next to what SQLite alone needs to commit the same bytes.
//!
//! The three ways take turns on files in one folder, under the same settings: those that the dossier says are in force.

use std::fs;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context as _, Result};
use dossier::Setting;
use rusqlite::{Connection, params, params_from_iter, types::Value};

use crate::material::{self, EXAMPLE, SystemEntropy};
use crate::usage::median;

/// How often each way commits.
pub(crate) const COMMITS: usize = 200;

/// Medians in seconds.
pub(crate) struct Commits {
    /// One answer through `dossier`.
    pub(crate) dossier: f64,
    /// The same rows in the same tables, put there by SQLite alone.
    pub(crate) same_rows: f64,
    /// The same bytes as one row of a table without indices: the least that can be done.
    pub(crate) one_row: f64,
    /// How many bytes that is.
    pub(crate) bytes: usize,
}

/// Measures all three.
pub(crate) fn measure(folder: &Path) -> Result<Commits> {
    let copy = |name: &str| -> Result<_> {
        let path = folder.join(name);
        fs::copy(folder.join(EXAMPLE), &path)?;
        Ok(path)
    };
    let sample = copy("commit-sample.dossier")?;
    {
        let mut dossier = material::open(&sample)?;
        let change = material::answer(&dossier)?;
        dossier.record(vec![change], material::stamp()?, &mut SystemEntropy)?;
    }
    let row = Row::last_in(&Connection::open(&sample)?)?;

    let mut dossier = material::open(&copy("commit.dossier")?)?;
    let change = material::answer(&dossier)?;
    let mut same_rows = settled(&copy("commit-same-rows.sqlite")?, dossier.settings())?;
    let mut one_row = settled(&folder.join("commit-one-row.sqlite"), dossier.settings())?;
    one_row.execute_batch("create table raw (bytes text not null) strict")?;

    let mut times: [Vec<f64>; 3] = Default::default();
    for number in 1..=COMMITS {
        let start = Instant::now();
        dossier.record(vec![change.clone()], material::stamp()?, &mut SystemEntropy)?;
        let recorded = start.elapsed();
        let start = Instant::now();
        row.insert(&mut same_rows, number)?;
        let inserted = start.elapsed();
        let text = row.as_text(number);
        let start = Instant::now();
        let transaction = one_row.transaction()?;
        transaction.execute("insert into raw (bytes) values (?1)", [text])?;
        transaction.commit()?;
        let written = start.elapsed();
        for (times, time) in times.iter_mut().zip([recorded, inserted, written]) {
            times.push(time.as_secs_f64());
        }
    }
    let [dossier, same_rows, one_row] =
        times.map(|mut times| median(&mut times).unwrap_or_default());
    Ok(Commits {
        dossier,
        same_rows,
        one_row,
        bytes: row.as_text(1).len(),
    })
}

/// A database with the settings of a dossier.
fn settled(path: &Path, settings: &[Setting]) -> Result<Connection> {
    let connection = Connection::open(path)?;
    for Setting { name, value } in settings {
        connection
            .pragma_update_and_check(None, name, value, |_| Ok(()))
            .or_else(|error| match error {
                // Some settings answer with their value, others with nothing.
                rusqlite::Error::QueryReturnedNoRows => Ok(()),
                other => Err(other),
            })?;
        let found: Value = connection.pragma_query_value(None, name, |row| row.get(0))?;
        let found = match found {
            Value::Integer(number) => number.to_string(),
            Value::Text(text) => text,
            other => format!("{other:?}"),
        };
        anyhow::ensure!(found == *value, "{name} is {found} and not {value}");
    }
    Ok(connection)
}

/// What one answer is in the file: a row of `event`, and its words in `payload`.
struct Row {
    event: Vec<Value>,
    seq: i64,
    salt: String,
    body: String,
}

impl Row {
    fn last_in(connection: &Connection) -> Result<Self> {
        let event =
            "select replica, seq, lamport, at, actor, kind, commitment, prev, hash, salt, body
                     from event join payload using (hash) order by lamport desc limit 1";
        Ok(connection.query_row(event, [], |row| {
            Ok(Self {
                event: (0..9)
                    .map(|column| row.get(column))
                    .collect::<rusqlite::Result<_>>()?,
                seq: row.get("seq")?,
                salt: row.get("salt")?,
                body: row.get("body")?,
            })
        })?)
    }

    /// The values of the `number`th such event: its own place and its own hash.
    fn numbered(&self, number: usize) -> Result<(Vec<Value>, String)> {
        let hash = format!("{number:064x}");
        let place = self.seq + i64::try_from(number)?;
        let mut event = self.event.clone();
        for (column, value) in [
            (1, Value::from(place)),
            (2, Value::from(place)),
            (8, Value::from(hash.clone())),
        ] {
            *event.get_mut(column).context("a column")? = value;
        }
        Ok((event, hash))
    }

    fn insert(&self, connection: &mut Connection, number: usize) -> Result<()> {
        let (event, hash) = self.numbered(number)?;
        let transaction = connection.transaction()?;
        let insert =
            "insert into event (replica, seq, lamport, at, actor, kind, commitment, prev, hash)
                      values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        transaction.execute(insert, params_from_iter(event))?;
        let insert = "insert into payload (hash, salt, body) values (?1, ?2, ?3)";
        transaction.execute(insert, params![hash, self.salt, self.body])?;
        Ok(transaction.commit()?)
    }

    /// All of it, one after the other.
    fn as_text(&self, number: usize) -> String {
        let mut text = format!("{number:064x}{}{}", self.salt, self.body);
        for value in &self.event {
            match value {
                Value::Integer(number) => text.push_str(&number.to_string()),
                Value::Text(value) => text.push_str(value),
                _ => {}
            }
        }
        text
    }
}
