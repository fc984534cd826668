//! Import: a dossier is made from an [export](crate::Dossier::export).
//!
//! The document may come from anybody. It is read piece by piece, never as a whole;
//! no piece may be larger than what a dossier could hold; and what results is
//! verified like a file from a stranger before it gets its name.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::Path;
use std::rc::Rc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rusqlite::{Connection, named_params};
use serde::Deserialize;
use serde::de::{DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor};

use crate::blob::{self, MAX_BLOB};
use crate::check::check;
use crate::connection::{Mode, OpenFile, companions};
use crate::entropy::Entropy;
use crate::error::{DossierError, Quantity};
use crate::file::{self, Overwrite, Readers};
use crate::history::MAX_EVENTS;
use crate::home;
use crate::schema;

/// What an export says it is.
pub(crate) const FORMAT: &str = "verantwoord/dossier";
/// The version of the form of an export.
pub(crate) const VERSION: u32 = 1;
/// How many bytes of a kept file go into one string. A multiple of three, so that
/// only the last string is padded.
pub(crate) const PIECE: usize = 48 << 10;
/// No event and no piece of a file takes more of the document than this.
const LONGEST: u64 = 8 << 20;

/// The JSON Schema of an export.
pub const EXPORT_SCHEMA: &str = include_str!("export.schema.json");

/// Makes a dossier at `path` from an export, complete with its history. It is
/// another copy of the same dossier, and writes under a name of its own.
///
/// # Errors
/// [`DossierError::NotAnExport`] when `json` is something else,
/// [`DossierError::Damaged`] when it is one that does not hold,
/// [`DossierError::AlreadyExists`] when anything is at `path`. Nothing is there
/// then that was not there before.
pub fn import(
    json: &mut dyn Read,
    path: &Path,
    entropy: &mut dyn Entropy,
) -> Result<(), DossierError> {
    let path = file::absolute(path)?;
    for taken in companions(&path).into_iter().chain([path.clone()]) {
        if taken.symlink_metadata().is_ok() {
            return Err(DossierError::AlreadyExists { path: taken });
        }
    }
    let beside = file::file_beside(&path, None, Readers::AsUsual)?.into_temp_path();
    take_in(json, &beside, entropy).map_err(|error| error.at(&path))?;
    let found = check(&beside).map_err(|error| error.at(&path))?;
    if !found.sound {
        return Err(DossierError::Damaged {
            path,
            findings: found.findings,
        });
    }
    file::put_in_place(beside, &path, Overwrite::Refuse)
}

/// Writes what `json` says into the empty file at `path`, unverified.
fn take_in(
    json: &mut dyn Read,
    path: &Path,
    entropy: &mut dyn Entropy,
) -> Result<(), DossierError> {
    let failed = |error| DossierError::from_sqlite(path, &error);
    let open = OpenFile::new(path, Mode::Write, None)?;
    schema::migrate(open.connection(), path, 0)?;
    let transaction = open.connection().unchecked_transaction().map_err(failed)?;
    let left = Rc::new(Cell::new(LONGEST));
    let place = Place {
        connection: &transaction,
        path,
        left: Rc::clone(&left),
        failure: RefCell::new(None),
    };
    let leash = Leash {
        inner: BufReader::new(json),
        left,
    };
    let mut json = serde_json::Deserializer::from_reader(leash);
    let read = (&place).deserialize(&mut json).and_then(|()| json.end());
    if let Some(failure) = place.failure.take() {
        return Err(failure);
    }
    read.map_err(not_an_export)?;
    let insert = "insert into meta (name, value) values ('replica', ?1)";
    transaction
        .execute(insert, [home::draw(entropy)?.0])
        .map_err(failed)?;
    transaction.commit().map_err(failed)
}

fn not_an_export(reason: impl fmt::Display) -> DossierError {
    DossierError::NotAnExport {
        reason: reason.to_string(),
    }
}

/// A reader that gives only so many bytes until it is told that they made sense.
struct Leash<R> {
    inner: R,
    left: Rc<Cell<u64>>,
}

impl<R: Read> Read for Leash<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        let left = self.left.get().checked_sub(read as u64);
        let too_long = || io::Error::new(io::ErrorKind::InvalidData, "a part is too long");
        self.left.set(left.ok_or_else(too_long)?);
        Ok(read)
    }
}

/// Where the parts of an export go.
struct Place<'c> {
    connection: &'c Connection,
    path: &'c Path,
    left: Rc<Cell<u64>>,
    /// Why a part could not be kept, where that is no fault of the document.
    failure: RefCell<Option<DossierError>>,
}

impl Place<'_> {
    /// A part made sense: the next may be as long.
    fn go_on(&self) {
        self.left.set(LONGEST);
    }

    /// Keeps `failure`, and gives what ends the reading.
    fn fail<E: serde::de::Error>(&self, failure: DossierError) -> E {
        let ended = E::custom(&failure);
        self.failure.replace(Some(failure));
        ended
    }

    fn keep_event(&self, event: &Event) -> rusqlite::Result<()> {
        let row = named_params! {
            ":replica": event.replica, ":seq": event.seq, ":lamport": event.lamport,
            ":at": event.at, ":actor": event.actor, ":kind": event.kind,
            ":commitment": event.commitment, ":prev": event.prev, ":hash": event.hash,
        };
        self.connection
            .prepare(include_str!("sql/insert_event.sql"))?
            .execute(row)?;
        if let Some(words) = &event.words {
            let body = serde_json_canonicalizer::to_string(&words.body)
                .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
            let insert = "insert into payload (hash, salt, body) values (?1, ?2, ?3)";
            self.connection
                .prepare(insert)?
                .execute((&event.hash, &words.salt, body))?;
        }
        Ok(())
    }

    fn keep_file(&self, mut content: File, file: &FileNamed) -> Result<(), DossierError> {
        let kept = blob::store(self.connection, self.path, &mut content, &file.media_type)?;
        if kept.sha256 == file.sha256 && kept.size == file.size {
            Ok(())
        } else {
            let sha256 = &file.sha256;
            Err(not_an_export(format!("the file {sha256} is another")))
        }
    }
}

/// An event as an export has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Event {
    actor: String,
    at: String,
    commitment: String,
    hash: String,
    kind: String,
    lamport: u64,
    prev: Option<String>,
    replica: String,
    seq: u64,
    words: Option<Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    body: serde_json::Value,
    salt: String,
}

/// What an export says of a kept file besides its content.
#[derive(Default)]
struct FileNamed {
    media_type: String,
    sha256: String,
    size: u64,
}

macro_rules! seed {
    ($seed:ident, $visit:ident, $value:ty) => {
        impl<'de> DeserializeSeed<'de> for $seed<'_, '_> {
            type Value = $value;

            fn deserialize<D: serde::Deserializer<'de>>(self, from: D) -> Result<$value, D::Error> {
                from.$visit(self)
            }
        }
    };
}

impl<'de> DeserializeSeed<'de> for &Place<'_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &Place<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an export of a dossier")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut seen = [false; 4];
        while let Some(key) = map.next_key::<String>()? {
            self.go_on();
            let number = match key.as_str() {
                "blobs" => {
                    map.next_value_seed(Files(self))?;
                    0
                }
                "events" => {
                    map.next_value_seed(Events(self))?;
                    1
                }
                "format" if map.next_value::<String>()? == FORMAT => 2,
                "version" if map.next_value::<u32>()? == VERSION => 3,
                "format" | "version" => return Err(A::Error::custom("another format or version")),
                _ => return Err(A::Error::custom(format!("unknown field `{key:.40}`"))),
            };
            match seen.get_mut(number) {
                Some(seen) if !*seen => *seen = true,
                _ => return Err(A::Error::custom("a field is there twice")),
            }
        }
        if seen.contains(&false) {
            return Err(A::Error::custom(
                "blobs, events, format or version is missing",
            ));
        }
        Ok(())
    }
}

struct Events<'p, 'c>(&'p Place<'c>);
seed!(Events, deserialize_seq, ());

impl<'de> Visitor<'de> for Events<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("events")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut events: A) -> Result<(), A::Error> {
        let Events(place) = self;
        let mut number = 0;
        while let Some(event) = events.next_element::<Event>()? {
            place.go_on();
            number += 1;
            if number > MAX_EVENTS {
                return Err(place.fail(DossierError::TooLarge {
                    what: Quantity::Events,
                    limit: MAX_EVENTS,
                }));
            }
            place.keep_event(&event).map_err(|error| {
                place.fail(match error.sqlite_error_code() {
                    Some(rusqlite::ErrorCode::ConstraintViolation) | None => not_an_export(error),
                    Some(_) => DossierError::from_sqlite(place.path, &error),
                })
            })?;
        }
        Ok(())
    }
}

struct Files<'p, 'c>(&'p Place<'c>);
seed!(Files, deserialize_seq, ());

impl<'de> Visitor<'de> for Files<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("files")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut files: A) -> Result<(), A::Error> {
        while files.next_element_seed(OneFile(self.0))?.is_some() {
            self.0.go_on();
        }
        Ok(())
    }
}

struct OneFile<'p, 'c>(&'p Place<'c>);
seed!(OneFile, deserialize_map, ());

impl<'de> Visitor<'de> for OneFile<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a file")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let OneFile(place) = self;
        let (mut content, mut named) = (None, FileNamed::default());
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "content" => content = Some(map.next_value_seed(Content(place))?),
                "media_type" => named.media_type = map.next_value()?,
                "sha256" => named.sha256 = map.next_value()?,
                "size" => named.size = map.next_value()?,
                _ => return Err(A::Error::custom("unknown field of a file")),
            }
        }
        let content = content.ok_or_else(|| A::Error::missing_field("content"))?;
        place
            .keep_file(content, &named)
            .map_err(|failure| place.fail(failure))
    }
}

/// The content of a file, into a file without a name.
struct Content<'p, 'c>(&'p Place<'c>);
seed!(Content, deserialize_seq, File);

impl<'de> Visitor<'de> for Content<'_, '_> {
    type Value = File;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("strings of Base64")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut pieces: A) -> Result<File, A::Error> {
        let Content(place) = self;
        let failed = |error| place.fail(DossierError::from_io(place.path, error));
        let folder = place.path.parent().unwrap_or(place.path);
        let mut file = tempfile::tempfile_in(folder).map_err(failed)?;
        let mut length = 0;
        while let Some(piece) = pieces.next_element::<String>()? {
            place.go_on();
            let bytes = STANDARD.decode(piece).map_err(A::Error::custom)?;
            length += bytes.len() as u64;
            if length > MAX_BLOB {
                return Err(place.fail(DossierError::TooLarge {
                    what: Quantity::Blob,
                    limit: MAX_BLOB,
                }));
            }
            file.write_all(&bytes).map_err(failed)?;
        }
        Ok(file)
    }
}
