//! Export: everything a dossier holds as one canonical JSON document.
//!
//! It is written piece by piece, so that a large dossier needs no more memory than
//! a small one. What it looks like is in `export.schema.json` and in
//! `docs/dossier-format.md`; reading it back is for [`crate::import()`].

use std::io::{self, BufWriter, Write};
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rusqlite::named_params;

use super::Dossier;
use crate::backup;
use crate::blob;
use crate::error::DossierError;
use crate::file::{self, Overwrite, Readers};
use crate::finding::Finding;
use crate::history::MAX_WORDS;
use crate::import::{FORMAT, PIECE, VERSION};
use crate::row::RawEvent;

impl Dossier {
    /// Writes everything the dossier holds to `out`, as JSON in canonical form (RFC
    /// 8785). The same events give the same bytes, in whatever copy.
    ///
    /// # Errors
    /// [`DossierError::Damaged`] when a kept file is not what it was,
    /// [`DossierError::OtherFile`] when `out` takes no more.
    pub fn export(&self, out: &mut dyn Write) -> Result<(), DossierError> {
        let connection = self.open_file()?.connection();
        let failed = |error| DossierError::from_sqlite(self.path(), &error);

        put(out, r#"{"blobs":["#)?;
        let mut select = connection
            .prepare("select sha256, media_type from blob order by sha256")
            .map_err(failed)?;
        let mut rows = select.query([]).map_err(failed)?;
        let mut separator = "";
        while let Some(row) = rows.next().map_err(failed)? {
            let (sha256, media_type): (String, String) = row.try_into().map_err(failed)?;
            put(out, separator)?;
            put(out, r#"{"content":["#)?;
            let mut pieces = Pieces::new(out);
            let size = blob::read(connection, self.path(), &sha256, &mut pieces)?;
            pieces.finish().map_err(DossierError::OtherFile)?;
            put(
                out,
                &format!(
                    r#"],"media_type":{},"sha256":"{sha256}","size":{size}}}"#,
                    self.json(&media_type)?
                ),
            )?;
            separator = ",";
        }

        put(out, r#"],"events":["#)?;
        let mut select = connection
            .prepare(include_str!("../sql/select_events_in_order.sql"))
            .map_err(failed)?;
        let mut rows = select
            .query(named_params! { ":longest": MAX_WORDS })
            .map_err(failed)?;
        let (mut number, mut separator) = (0, "");
        while let Some(row) = rows.next().map_err(failed)? {
            number += 1;
            let raw = RawEvent::read(row).map_err(failed)?;
            let raw = raw.map_err(|(table, column)| DossierError::Damaged {
                path: self.path().to_owned(),
                findings: vec![Finding::UnreadableRow {
                    table,
                    row: number,
                    column,
                }],
            })?;
            put(out, separator)?;
            put(out, &self.event(&raw)?)?;
            separator = ",";
        }
        put(
            out,
            &format!(r#"],"format":"{FORMAT}","version":{VERSION}}}"#),
        )
    }

    /// Writes everything the dossier holds to a new file at `path`, like
    /// [`export`](Self::export). It is there whole or not at all.
    ///
    /// # Errors
    /// [`DossierError::AlreadyExists`] when anything is at `path`; it is left alone.
    pub fn export_to(&self, path: &Path) -> Result<(), DossierError> {
        let path = file::absolute(path)?;
        let mark = self.id().map(backup::mark);
        let mut beside = BufWriter::new(file::file_beside(
            &path,
            mark.as_deref(),
            Readers::Of(&self.path),
        )?);
        let failed = |error| DossierError::from_io(&path, error);
        self.export(&mut beside).map_err(|error| match error {
            DossierError::OtherFile(error) => failed(error),
            other => other,
        })?;
        let beside = beside
            .into_inner()
            .map_err(|error| failed(error.into_error()))?;
        beside.as_file().sync_all().map_err(failed)?;
        file::put_in_place(beside.into_temp_path(), &path, Overwrite::Refuse)
    }

    fn event(&self, raw: &RawEvent<'_>) -> Result<String, DossierError> {
        let words = match raw.words {
            Some(words) => format!(
                r#"{{"body":{},"salt":"{}"}}"#,
                words.body,
                hex::encode(words.salt)
            ),
            None => "null".to_owned(),
        };
        Ok(format!(
            r#"{{"actor":{},"at":{},"commitment":{},"hash":"{}","kind":{},"lamport":{},"prev":{},"replica":{},"seq":{},"words":{words}}}"#,
            self.json(&raw.actor)?,
            self.json(&raw.at)?,
            self.json(&raw.commitment)?,
            raw.hash,
            self.json(&raw.kind)?,
            raw.lamport,
            self.json(&raw.prev_text)?,
            self.json(&raw.replica)?,
            raw.seq,
        ))
    }

    fn json(&self, value: &impl serde::Serialize) -> Result<String, DossierError> {
        serde_json_canonicalizer::to_string(value)
            .map_err(|error| DossierError::fault(self.path(), error))
    }
}

fn put(out: &mut dyn Write, text: &str) -> Result<(), DossierError> {
    out.write_all(text.as_bytes())
        .map_err(DossierError::OtherFile)
}

/// Bytes on their way out as JSON strings of Base64, each of one piece.
struct Pieces<'o> {
    out: &'o mut dyn Write,
    piece: Vec<u8>,
    is_first: bool,
}

impl<'o> Pieces<'o> {
    fn new(out: &'o mut dyn Write) -> Self {
        Pieces {
            out,
            piece: Vec::with_capacity(PIECE),
            is_first: true,
        }
    }

    fn put_piece(&mut self) -> io::Result<()> {
        let separator = if self.is_first { "" } else { "," };
        self.is_first = false;
        write!(self.out, "{separator}\"{}\"", STANDARD.encode(&self.piece))?;
        self.piece.clear();
        Ok(())
    }

    fn finish(mut self) -> io::Result<()> {
        if self.piece.is_empty() {
            Ok(())
        } else {
            self.put_piece()
        }
    }
}

impl Write for Pieces<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let room = PIECE.saturating_sub(self.piece.len()).min(bytes.len());
        self.piece
            .extend_from_slice(bytes.get(..room).unwrap_or_default());
        if self.piece.len() == PIECE {
            self.put_piece()?;
        }
        Ok(room)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
