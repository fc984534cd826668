//! Under which name this copy of the dossier writes.
//!
//! Every place where a dossier is written, a machine and a path on it, has a chain
//! of its own. A file that was copied, moved or put back from a backup somewhere
//! else gets a new name there before its first event, so that two copies do not
//! write one chain. The file remembers its places, as a hash that tells nobody
//! where they are.
//!
//! A copy that was handed to a member also remembers for whom it was made. Nothing
//! proves that: what was done in it carries the member's identity in its header,
//! and that is what the chain covers.

use std::path::Path;

use assessment::{Event, EventId, MemberId, ReplicaId};
use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

use crate::ancestry::Ancestry;
use crate::entropy::Entropy;
use crate::error::DossierError;
use crate::former;
use crate::lock::Holder;
use crate::row::is_replica;

const PLACE_DOMAIN: &[u8] = b"verantwoord/place/1\0";

const REMEMBER: &str = "insert into meta (name, value) values (?1, ?2)
                        on conflict (name) do update set value = excluded.value";

/// A place where the dossier that began with one event is written.
#[derive(Debug, Clone)]
pub(crate) struct Home(String);

impl Home {
    pub(crate) fn new(beginning: Option<EventId>, holder: &Holder, path: &Path) -> Self {
        let mut digest = Sha256::new();
        digest.update(PLACE_DOMAIN);
        digest.update(beginning.map(|id| *id.as_bytes()).unwrap_or_default());
        digest.update(holder.host.as_bytes());
        digest.update([0]);
        digest.update(path.as_os_str().as_encoded_bytes());
        let mut name = hex::encode(digest.finalize());
        name.truncate(32);
        Home(format!("place:{name}"))
    }

    /// The name under which this place wrote before.
    pub(crate) fn replica(&self, connection: &Connection) -> rusqlite::Result<Option<ReplicaId>> {
        let known = remembered(connection, &self.0)?;
        Ok(known.filter(|text| is_replica(text)).map(ReplicaId))
    }

    /// Has this place write under `replica` from now on.
    pub(crate) fn take(
        &self,
        connection: &Connection,
        replica: &ReplicaId,
    ) -> rusqlite::Result<()> {
        connection.execute(REMEMBER, ["replica", &replica.0])?;
        connection.execute(REMEMBER, [&self.0, &replica.0])?;
        Ok(())
    }

    /// Makes out under which name this place writes: the one it had, unless that
    /// has split, or a new one. Gives the end of its chain too.
    pub(crate) fn settle(
        &self,
        connection: &Connection,
        path: &Path,
        (events, ancestry): (&[Event], &Ancestry),
        entropy: &mut dyn Entropy,
    ) -> Result<(ReplicaId, Option<(u64, EventId)>), DossierError> {
        let failed = |error| DossierError::from_sqlite(path, &error);
        let heads = ancestry.heads(events);
        let known = self.replica(connection).map_err(failed)?.and_then(|known| {
            let mut of = heads.iter().filter(|head| head.replica == known);
            let last = of.next().map(|head| (head.seq, head.hash));
            of.next().is_none().then_some((known, last))
        });
        let (replica, last) = match known {
            Some(known) => known,
            None => (draw(entropy)?, None),
        };
        self.take(connection, &replica).map_err(failed)?;
        Ok((replica, last))
    }
}

/// For whom this copy was made, if it was made for a member.
pub(crate) fn made_for(connection: &Connection) -> rusqlite::Result<Option<MemberId>> {
    Ok(remembered(connection, "member")?.and_then(|text| text.parse().ok()))
}

/// The mark with which this copy was handed out, if it was.
pub(crate) fn handed_out_as(connection: &Connection) -> rusqlite::Result<Option<String>> {
    let mark = remembered(connection, "copy")?;
    Ok(mark.filter(|text| is_replica(text)))
}

/// Marks this file as a copy that is handed out; gives the mark.
pub(crate) fn mark_copy(
    connection: &Connection,
    path: &Path,
    entropy: &mut dyn Entropy,
) -> Result<String, DossierError> {
    let ReplicaId(mark) = draw(entropy)?;
    connection
        .execute(REMEMBER, ["copy", &mark])
        .map_err(|error| DossierError::from_sqlite(path, &error))?;
    Ok(mark)
}

/// Remembers for whom this copy is made.
pub(crate) fn make_for(
    connection: &Connection,
    path: &Path,
    member: MemberId,
) -> Result<(), DossierError> {
    connection
        .execute(REMEMBER, ["member", &member.to_string()])
        .map_err(|error| DossierError::from_sqlite(path, &error))?;
    Ok(())
}

fn remembered(connection: &Connection, name: &str) -> rusqlite::Result<Option<String>> {
    let select = "select value from meta where name = ?1 and typeof(value) = 'text'";
    connection
        .query_row(select, [name], |row| row.get(0))
        .optional()
}

/// Forgets every place and every former key, and gives the file a name that nobody has: it is another
/// copy from now on.
pub(crate) fn leave(
    connection: &Connection,
    path: &Path,
    entropy: &mut dyn Entropy,
) -> Result<(), DossierError> {
    let failed = |error| DossierError::from_sqlite(path, &error);
    let replica = draw(entropy)?;
    connection
        .execute("delete from meta where name like 'place:%'", [])
        .map_err(failed)?;
    former::forget(connection).map_err(failed)?;
    connection
        .execute(
            "update meta set value = ?1 where name = 'replica'",
            [&replica.0],
        )
        .map_err(failed)?;
    Ok(())
}

/// A name that nobody has.
pub(crate) fn draw(entropy: &mut dyn Entropy) -> Result<ReplicaId, DossierError> {
    let mut replica = [0; 16];
    entropy
        .fill(&mut replica)
        .map_err(DossierError::NoEntropy)?;
    Ok(ReplicaId(hex::encode(replica)))
}
