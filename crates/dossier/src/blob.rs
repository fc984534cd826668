//! Kept files: evidence and signed reports, each stored once under the SHA-256 of
//! its content.
//!
//! Content is streamed in and out in pieces and never held in memory as a whole.
//! It is bytes to this crate: it is never looked into, let alone opened.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read, Seek, Write};
use std::path::Path;

use assessment::Change;
use rusqlite::{Connection, MAIN_DB, OptionalExtension, named_params};
use sha2::{Digest, Sha256};

use crate::error::{DossierError, Quantity};
use crate::finding::Finding;
use crate::settings::allow_content;

/// The largest file that is kept, in bytes.
pub const MAX_BLOB: u64 = 250 << 20;

const PIECE: usize = 64 << 10;
/// The media type of a signed report, whose event does not say it.
const REPORT_TYPE: &str = "application/pdf";
/// The media type of the questionnaire that an assessment is pinned to, in canonical JSON.
const QUESTIONNAIRE_TYPE: &str = "application/json";

/// A kept file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct BlobRef {
    /// SHA-256 of the content, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Length in bytes.
    pub size: u64,
}

/// Stores what `source` gives from its beginning, unless it is there already.
///
/// The source is read twice: first for its hash and length, then for its content.
/// So nothing is written of what is there already or too large, and memory holds
/// one piece at a time.
pub(crate) fn store(
    connection: &Connection,
    path: &Path,
    source: &mut (impl Read + Seek + ?Sized),
    media_type: &str,
) -> Result<BlobRef, DossierError> {
    let failed = |error| DossierError::from_sqlite(path, &error);
    let blob = measure(source, |_| Ok(()))?;
    if find(connection, &blob.sha256).map_err(failed)?.is_some() {
        return Ok(blob);
    }
    allow_content(connection, blob.size).map_err(failed)?;
    let row = named_params! {
        ":sha256": blob.sha256,
        ":size": blob.size,
        ":media_type": media_type,
    };
    connection
        .execute(include_str!("sql/insert_blob.sql"), row)
        .map_err(failed)?;
    let row = connection.last_insert_rowid();
    let mut content = connection
        .blob_open(MAIN_DB, c"blob", c"content", row, false)
        .map_err(failed)?;
    let mut offset = 0;
    let again = measure(source, |piece| {
        // A source that has grown meanwhile must not make SQLite fail.
        let fits = offset + piece.len() <= content.len();
        if fits {
            content.write_all_at(piece, offset).map_err(failed)?;
        }
        offset += piece.len();
        Ok(())
    })?;
    content.close().map_err(failed)?;
    if again == blob {
        Ok(blob)
    } else {
        Err(DossierError::BlobChanging)
    }
}

/// Keeps a file that the dossier `of` another path keeps too.
///
/// # Errors
/// Those of [`store`]; [`DossierError::Damaged`] when it cannot be read there.
pub(crate) fn copy(
    connection: &Connection,
    path: &Path,
    of: &Path,
    content: &mut (impl Read + Seek),
    media_type: &str,
) -> Result<BlobRef, DossierError> {
    store(connection, path, content, media_type).map_err(|error| match error {
        DossierError::OtherFile(error) => DossierError::Damaged {
            path: of.to_owned(),
            findings: vec![Finding::Storage {
                message: error.to_string(),
            }],
        },
        other => other,
    })
}

/// Hash and length of what `source` gives from its beginning, piece by piece.
fn measure(
    source: &mut (impl Read + Seek + ?Sized),
    mut each: impl FnMut(&[u8]) -> Result<(), DossierError>,
) -> Result<BlobRef, DossierError> {
    source.rewind().map_err(DossierError::OtherFile)?;
    let mut digest = Sha256::new();
    let mut size = 0;
    let mut buffer = vec![0; PIECE];
    loop {
        let read = match source.read(&mut buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            read => read.map_err(DossierError::OtherFile)?,
        };
        let piece = buffer.get(..read).unwrap_or_default();
        if piece.is_empty() {
            break;
        }
        size += piece.len() as u64;
        if size > MAX_BLOB {
            return Err(DossierError::TooLarge {
                what: Quantity::Blob,
                limit: MAX_BLOB,
            });
        }
        digest.update(piece);
        each(piece)?;
    }
    Ok(BlobRef {
        sha256: hex::encode(digest.finalize()),
        size,
    })
}

/// Row, length and media type of the kept file with this hash.
pub(crate) fn find(
    connection: &Connection,
    sha256: &str,
) -> rusqlite::Result<Option<(i64, u64, String)>> {
    let select = "select rowid, size, media_type from blob where sha256 = ?1";
    connection
        .query_row(select, [sha256], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()
}

/// Writes the kept file with this hash to `out`, once it is known to be as it was
/// stored; gives its length.
pub(crate) fn read(
    connection: &Connection,
    path: &Path,
    sha256: &str,
    out: &mut dyn Write,
) -> Result<u64, DossierError> {
    let failed = |error| DossierError::from_sqlite(path, &error);
    let Some((row, size, _)) = find(connection, sha256).map_err(failed)? else {
        return Err(DossierError::NoSuchBlob {
            sha256: sha256.to_owned(),
        });
    };
    let changed = || DossierError::Damaged {
        path: path.to_owned(),
        findings: vec![Finding::BlobChanged {
            sha256: sha256.to_owned(),
        }],
    };
    if content_hash(connection, row).map_err(failed)? != sha256 {
        return Err(changed());
    }
    let mut written = 0;
    let mut content = connection
        .blob_open(MAIN_DB, c"blob", c"content", row, true)
        .map_err(failed)?;
    let mut buffer = vec![0; PIECE];
    loop {
        let read = content.read(&mut buffer).map_err(|_| changed())?;
        let piece = buffer.get(..read).unwrap_or_default();
        if piece.is_empty() {
            break;
        }
        out.write_all(piece).map_err(DossierError::OtherFile)?;
        written += piece.len() as u64;
    }
    if written == size {
        Ok(size)
    } else {
        Err(changed())
    }
}

/// The hash of the content that stands in `row`.
pub(crate) fn content_hash(connection: &Connection, row: i64) -> rusqlite::Result<String> {
    let content = connection.blob_open(MAIN_DB, c"blob", c"content", row, true)?;
    let mut digest = Sha256::new();
    let mut buffer = vec![0; PIECE];
    let mut offset = 0;
    while offset < content.len() {
        let read = content.read_at(&mut buffer, offset)?;
        digest.update(buffer.get(..read).unwrap_or_default());
        offset += read;
    }
    content.close()?;
    Ok(hex::encode(digest.finalize()))
}

/// The hash by which content is kept.
pub(crate) fn hash(content: &[u8]) -> String {
    hex::encode(Sha256::digest(content))
}

/// The kept files whose content is not what their hash says.
pub(crate) fn changed(connection: &Connection) -> rusqlite::Result<Vec<Finding>> {
    let mut select = connection.prepare("select rowid, sha256 from blob")?;
    let mut rows = select.query([])?;
    let mut findings = Vec::new();
    while let Some(row) = rows.next()? {
        let (row, sha256): (i64, String) = (row.get(0)?, row.get(1)?);
        if content_hash(connection, row)? != sha256 {
            findings.push(Finding::BlobChanged { sha256 });
        }
    }
    Ok(findings)
}

/// Takes away the kept files that `named` does not name, and has the others be of
/// a media type that one of the events gives them: the first of several, so that it
/// is the same in every copy.
pub(crate) fn keep_only(connection: &Connection, named: &Named) -> rusqlite::Result<()> {
    let mut select = connection.prepare("select sha256 from blob")?;
    let kept: Vec<String> = select
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for sha256 in kept {
        match named.get(&sha256) {
            None => connection.execute("delete from blob where sha256 = ?1", [sha256])?,
            Some(names) => {
                let update = "update blob set media_type = ?2
                              where sha256 = ?1 and media_type <> ?2";
                match names.media_type() {
                    Some(media_type) => {
                        connection.execute(update, [sha256.as_str(), media_type])?
                    }
                    None => 0,
                }
            }
        };
    }
    Ok(())
}

/// The kept files that events name, with what they say about each.
#[derive(Debug, Default)]
pub(crate) struct Named(BTreeMap<String, Names>);

/// What events say about one kept file.
#[derive(Debug, Default)]
pub(crate) struct Names {
    sizes: BTreeSet<u64>,
    media_types: BTreeSet<String>,
}

impl Named {
    /// The files that `changes` name.
    pub(crate) fn by<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Self {
        let mut named = Named::default();
        for change in changes {
            match change {
                Change::EvidenceAttached { evidence, .. }
                | Change::DocumentAttached { evidence, .. } => {
                    let names = named.0.entry(evidence.sha256.clone()).or_default();
                    names.sizes.insert(evidence.size);
                    names.media_types.insert(evidence.media_type.clone());
                }
                Change::AssessmentStarted { questionnaire, .. } => {
                    let names = named.0.entry(questionnaire.digest.clone()).or_default();
                    names.media_types.insert(QUESTIONNAIRE_TYPE.to_owned());
                }
                Change::ReportSigned { sha256, .. } => {
                    let names = named.0.entry(sha256.clone()).or_default();
                    names.media_types.insert(REPORT_TYPE.to_owned());
                }
                _ => {}
            }
        }
        named
    }

    pub(crate) fn get(&self, sha256: &str) -> Option<&Names> {
        self.0.get(sha256)
    }

    pub(crate) fn remove(&mut self, sha256: &str) -> Option<Names> {
        self.0.remove(sha256)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&String, &Names)> {
        self.0.iter()
    }

    pub(crate) fn into_hashes(self) -> impl Iterator<Item = String> {
        self.0.into_keys()
    }
}

impl Names {
    /// The media type that a file gets which is named by several: the first of them.
    pub(crate) fn media_type(&self) -> Option<&str> {
        self.media_types.first().map(String::as_str)
    }

    /// Whether every event that names a file gives it this length.
    pub(crate) fn fit_size(&self, size: u64) -> bool {
        self.sizes.iter().all(|named| *named == size)
    }

    /// Whether a file of this length and type is what the events name.
    pub(crate) fn fit(&self, size: u64, media_type: &str) -> bool {
        self.fit_size(size) && self.media_types.contains(media_type)
    }
}
