//! Erasure: the words of an event go for good, and its place stays.
//!
//! The header still proves that something was done, when and by whom, and another
//! event tells why its words are gone. Since SQLite writes over what is deleted and
//! the file is written anew afterwards, the bytes are gone from the file and from
//! its journal. What other copies, backups, exports and printed reports hold is
//! beyond this crate's reach; a copy that is merged loses the words then.

use std::path::Path;

use assessment::{Change, EventId};
use rusqlite::{Connection, OptionalExtension};

use crate::error::{CannotErase, DossierError};

/// Takes away the words of `event`; gives how long they were, in bytes.
pub(crate) fn words(
    connection: &Connection,
    path: &Path,
    event: EventId,
) -> Result<u64, DossierError> {
    let failed = |error| DossierError::from_sqlite(path, &error);
    let refused = |reason| DossierError::CannotErase { event, reason };
    let select = "select e.kind, octet_length(p.body)
                  from event as e left join payload as p on p.hash = e.hash where e.hash = ?1";
    let found: Option<(String, Option<u64>)> = connection
        .query_row(select, [event.to_string()], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()
        .map_err(failed)?;
    let (kind, length) = found.ok_or_else(|| refused(CannotErase::NoSuchEvent))?;
    if !Change::is_erasable(&kind) {
        return Err(refused(CannotErase::Never));
    }
    let length = length.ok_or_else(|| refused(CannotErase::AlreadyErased))?;
    connection
        .execute("delete from payload where hash = ?1", [event.to_string()])
        .map_err(failed)?;
    Ok(length)
}

/// Up to this many bytes a file is written anew through memory.
const THROUGH_MEMORY: u64 = 64 << 20;

/// Writes the whole file anew: between the rows there can be left-overs from when
/// they were moved. Empties the journal too, which holds what was there before. A large
/// one goes `through_files` that are not the dossier's, where that is allowed.
pub(crate) fn compact(connection: &Connection, through_files: bool) -> rusqlite::Result<()> {
    let number = |name| connection.pragma_query_value(None, name, |row| row.get::<_, u64>(0));
    let large = through_files
        && number("page_count")?.saturating_mul(number("page_size")?) > THROUGH_MEMORY;
    connection.pragma_update_and_check(None, "journal_size_limit", 0, |_| Ok(()))?;
    if large {
        connection.pragma_update(None, "temp_store", "file")?;
    }
    let compacted = connection.execute_batch("vacuum");
    if large {
        connection.pragma_update(None, "temp_store", "memory")?;
    }
    compacted
}
