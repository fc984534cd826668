//! The definition of the tables and views, and the steps from one version of the
//! file to the next.
//!
//! A step that was published is frozen: files that it made are out there. Settings
//! of a connection are no business of a step.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::Connection;

use crate::connection::APPLICATION_ID;
use crate::error::DossierError;
use crate::finding::{Finding, Findings};

/// The steps: the first makes version 1 out of an empty file, each other makes a
/// version out of the one before it.
const STEPS: [&str; 3] = [
    include_str!("schema/v1.sql"),
    include_str!("schema/v2.sql"),
    include_str!("schema/v3.sql"),
];

/// The version of the format that this program writes, and the newest it knows.
pub const VERSION: u32 = STEPS.len() as u32;

/// Brings a file from `version` to [`VERSION`], in one transaction.
pub(crate) fn migrate(
    connection: &Connection,
    path: &Path,
    version: u32,
) -> Result<(), DossierError> {
    let failed = |error| DossierError::from_sqlite(path, &error);
    let transaction = connection.unchecked_transaction().map_err(failed)?;
    apply(&transaction, version, VERSION).map_err(failed)?;
    transaction.commit().map_err(failed)
}

fn apply(connection: &Connection, from: u32, to: u32) -> rusqlite::Result<()> {
    let (from, to) = (from as usize, to as usize);
    for step in STEPS.iter().take(to).skip(from) {
        connection.execute_batch(step)?;
    }
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", to)
}

/// Compares what is defined in a file of `version` with what should be, word for
/// word: a trigger, a view or a column more could make the file say something
/// else to whoever reads it.
pub(crate) fn compare(
    connection: &Connection,
    version: u32,
    findings: &mut Findings,
) -> rusqlite::Result<()> {
    let reference = Connection::open_in_memory()?;
    apply(&reference, 0, version)?;
    let mut expected = definitions(&reference, usize::MAX)?;
    let known = expected.len();
    for (name, definition) in definitions(connection, known + 100)? {
        if expected.remove(&name) != Some(definition) {
            findings.add(Finding::UnexpectedDefinition { name });
        }
    }
    for name in expected.into_keys() {
        findings.add(Finding::MissingDefinition { name });
    }
    Ok(())
}

/// What is defined, by name: kind, table and words.
fn definitions(
    connection: &Connection,
    at_most: usize,
) -> rusqlite::Result<BTreeMap<String, [Vec<u8>; 3]>> {
    let mut select = connection.prepare("select name, type, tbl_name, sql from sqlite_schema")?;
    let mut rows = select.query([])?;
    let mut definitions = BTreeMap::new();
    while let Some(row) = rows.next()? {
        if definitions.len() >= at_most {
            break;
        }
        let bytes = |column| {
            row.get_ref(column).map(|value| match value {
                rusqlite::types::ValueRef::Text(text) => text.to_vec(),
                _ => Vec::new(),
            })
        };
        let name = String::from_utf8_lossy(&bytes(0)?).into_owned();
        definitions.insert(name, [bytes(1)?, bytes(2)?, bytes(3)?]);
    }
    Ok(definitions)
}
