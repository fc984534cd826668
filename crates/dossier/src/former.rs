//! The keys that an encrypted dossier had before, for as long as a backup needs one.
//!
//! Another passphrase is put on the dossier first and on its backups afterwards. Whoever is cut off in between would
//! have backups that only the former passphrase opens. So the dossier keeps its former key, encrypted with everything
//! else in it, until no backup needs it any more. A plain dossier keeps none.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::secret::{Key, SALT};

const SELECT: &str = "select name, value from meta where name like 'former:%'";

/// Remembers `key` as a former one.
pub(crate) fn remember(connection: &Connection, key: &Key) -> rusqlite::Result<()> {
    let insert = "insert or ignore into meta (name, value) values (?1, ?2)";
    connection.execute(insert, [name(key.salt()).as_str(), &*key.digits()])?;
    Ok(())
}

/// The former keys that are still remembered.
pub(crate) fn all(connection: &Connection) -> rusqlite::Result<Vec<Key>> {
    let mut select = connection.prepare(SELECT)?;
    let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut keys = Vec::new();
    for row in rows {
        let (name, digits): (String, String) = row?;
        let salt = name.strip_prefix("former:").unwrap_or_default();
        keys.extend(Key::from_digits(&digits, salt));
    }
    Ok(keys)
}

/// Forgets all of them but those of files that begin with one of these salts.
pub(crate) fn forget_but(
    connection: &Connection,
    needed: &BTreeSet<[u8; SALT]>,
) -> rusqlite::Result<()> {
    for key in all(connection)? {
        if !needed.contains(key.salt()) {
            connection.execute("delete from meta where name = ?1", [name(key.salt())])?;
        }
    }
    Ok(())
}

/// Forgets all of them, in a copy that is for somebody else.
pub(crate) fn forget(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute("delete from meta where name like 'former:%'", [])?;
    Ok(())
}

fn name(salt: &[u8; SALT]) -> String {
    format!("former:{}", hex::encode(salt))
}
