//! Files on disk, apart from the dossier itself: what stands at a path, and how a
//! file comes into being whole or not at all.
//!
//! Nothing here may ever be pointed at a dossier that is open: closing a file
//! that was opened past SQLite drops SQLite's locks on it, and a second program
//! could then write between ours.

use std::fs::{self, Metadata};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, TempPath};

use crate::error::{DossierError, FileKind};

/// What to do when something stands at the path already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overwrite {
    /// Leave it, and fail.
    Refuse,
    /// Put the new file in its place; whoever has the old one open keeps it.
    Replace,
}

/// Writes a file so that at any moment, whatever happens to program or power,
/// `path` holds either what it held before or all of `bytes`; once this returns,
/// it holds `bytes` for good.
///
/// # Errors
/// [`DossierError::AlreadyExists`] when something is there that must not be
/// overwritten, [`DossierError::NotAFile`] for a folder, and whatever the disk
/// says. No part of the file is left behind then.
pub fn write_file_atomically(
    path: &Path,
    bytes: &[u8],
    overwrite: Overwrite,
) -> Result<(), DossierError> {
    write_for(path, bytes, overwrite, Readers::AsUsual)
}

/// Writes a file like [`write_file_atomically`], for nobody but this user to read.
///
/// # Errors
/// As for [`write_file_atomically`].
pub fn write_private_file(
    path: &Path,
    bytes: &[u8],
    overwrite: Overwrite,
) -> Result<(), DossierError> {
    write_for(path, bytes, overwrite, Readers::Nobody)
}

fn write_for(
    path: &Path,
    bytes: &[u8],
    overwrite: Overwrite,
    readers: Readers<'_>,
) -> Result<(), DossierError> {
    let path = absolute(path)?;
    let mut file = file_beside(&path, None, readers)?;
    let written = file
        .write_all(bytes)
        .and_then(|()| file.as_file().sync_all());
    written.map_err(|error| DossierError::from_io(&path, error))?;
    put_in_place(file.into_temp_path(), &path, overwrite)
}

const PART: (&str, &str) = (".verantwoord-", ".part");

/// Whether the file at `path` is one that was being written, or the journal of one.
pub(crate) fn is_part(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let (prefix, suffix) = PART;
    name.starts_with(prefix) && name.trim_end_matches("-journal").ends_with(suffix)
}

/// Whether it is one of the dossier with this mark.
pub(crate) fn is_part_of(path: &Path, mark: &str) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    is_part(path) && name.starts_with(&format!("{}{mark}-", PART.0))
}

/// Who may read a file that is written, besides this user.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Readers<'a> {
    /// Whoever may read what this user writes: a document like any other.
    AsUsual,
    /// Those of them who may read the file at this path, from which it is made.
    Of(&'a Path),
    /// Nobody.
    Nobody,
}

impl Readers<'_> {
    #[cfg(unix)]
    fn mode(self) -> u32 {
        use std::os::unix::fs::PermissionsExt;
        match self {
            Readers::AsUsual => 0o666,
            Readers::Of(path) => {
                fs::metadata(path).map_or(0o600, |it| it.permissions().mode() & 0o666 | 0o600)
            }
            Readers::Nobody => 0o600,
        }
    }
}

/// An empty file in the folder of `path`, gone when dropped. Where it is a copy of a
/// dossier, its name begins with the `mark` of that.
pub(crate) fn file_beside(
    path: &Path,
    mark: Option<&str>,
    readers: Readers<'_>,
) -> Result<NamedTempFile, DossierError> {
    let mut builder = tempfile::Builder::new();
    let prefix = mark.map_or(PART.0.to_owned(), |mark| format!("{}{mark}-", PART.0));
    builder.prefix(&prefix).suffix(PART.1);
    // The user's umask takes away from that.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(readers.mode()));
    #[cfg(not(unix))]
    let _ = readers;
    builder
        .tempfile_in(folder_of(path))
        .map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => DossierError::NotFound {
                path: folder_of(path).to_owned(),
            },
            _ => DossierError::from_io(path, error),
        })
}

/// Gives a file that is complete and synced the name `path`, for good.
pub(crate) fn put_in_place(
    file: TempPath,
    path: &Path,
    overwrite: Overwrite,
) -> Result<(), DossierError> {
    let placed = match overwrite {
        Overwrite::Replace => file.persist(path).map_err(|error| error.error),
        Overwrite::Refuse => match file.persist_noclobber(path) {
            // Neither a name that is taken at once nor a second name: shared folders and
            // sticks do not have everything.
            Err(error) if error.error.kind() != io::ErrorKind::AlreadyExists => {
                take_free_name(error.path, path)
            }
            placed => placed.map_err(|error| error.error),
        },
    };
    placed
        .and_then(|()| sync_folder(folder_of(path)))
        .map_err(|error| DossierError::from_io(path, error))
}

/// Gives a file the name `path` in two steps: an empty file of ours takes the name, so that
/// nobody else has it, and is replaced.
fn take_free_name(file: TempPath, path: &Path) -> io::Result<()> {
    fs::File::create_new(path)?;
    file.persist(path).map_err(|error| {
        let _ = fs::remove_file(path);
        error.error
    })
}

/// Puts a file that is complete and synced in the place of the one at `path`, for good,
/// and then writes zeros over the old one. Disks that keep old versions of what is
/// written, as most of today do, may still hold it.
pub(crate) fn put_over(file: TempPath, path: &Path) -> Result<(), DossierError> {
    let old = open_to_write_over(path);
    put_in_place(file, path, Overwrite::Replace)?;
    // The new file is in its place, whatever becomes of the old one.
    let _ = old.map(fill_with_zeros);
    Ok(())
}

/// Writes zeros over the file at `path` and takes it away, for good.
pub(crate) fn wipe(path: &Path) -> Result<(), DossierError> {
    // What cannot be written over can still go.
    let _ = open_to_write_over(path).map(fill_with_zeros);
    remove(path)
}

fn fill_with_zeros(mut file: fs::File) -> io::Result<()> {
    let length = file.metadata()?.len();
    io::copy(&mut io::repeat(0).take(length), &mut file)?;
    file.sync_all()
}

/// The file at `path`, unless it has other names under which somebody wants to keep it.
#[cfg(unix)]
fn open_to_write_over(path: &Path) -> Option<fs::File> {
    use std::os::unix::fs::MetadataExt;
    let file = fs::File::options().write(true).open(path).ok()?;
    file.metadata()
        .is_ok_and(|it| it.nlink() == 1)
        .then_some(file)
}

/// Windows lets nobody replace or take away a file that is open.
#[cfg(not(unix))]
fn open_to_write_over(_path: &Path) -> Option<fs::File> {
    None
}

/// Takes the file at `path` away, for good.
pub(crate) fn remove(path: &Path) -> Result<(), DossierError> {
    fs::remove_file(path)
        .and_then(|()| sync_folder(folder_of(path)))
        .map_err(|error| DossierError::from_io(path, error))
}

/// Makes `folder`, and what it is in, so that it survives a loss of power with what
/// is put into it.
pub(crate) fn make_folder(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let within = folder_of(folder);
    if within != folder {
        make_folder(within)?;
    }
    // Somebody else may be making it too.
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    // What is kept here is kept for this user.
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    sync_folder(within)
}

/// Makes the names in `folder` survive a loss of power. Windows has no such call;
/// its file systems keep a journal of names. Nor have some shared folders: the name is
/// there then, and as safe as the machine that shares it keeps it.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    match fs::File::open(folder)?.sync_all() {
        Err(error) if is_no_such_call(&error) => Ok(()),
        synced => synced,
    }
}

/// Whether a file system does not have what it was asked for, rather than failing at it.
#[cfg(unix)]
fn is_no_such_call(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidInput, Unsupported};
    matches!(error.kind(), InvalidInput | Unsupported)
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// `path` from the root, without looking at the disk.
pub(crate) fn absolute(path: &Path) -> Result<PathBuf, DossierError> {
    std::path::absolute(path).map_err(|error| DossierError::from_io(path, error))
}

fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or(path)
}

/// What tells the file at `path` from every other that could stand there. Windows
/// lets nobody move or replace a file that SQLite has open.
#[cfg(unix)]
pub(crate) fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    let metadata = fs::symlink_metadata(path).ok()?;
    Some((metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
pub(crate) fn identity(_path: &Path) -> Option<(u64, u64)> {
    None
}

/// What stands at `path`, provided it is a regular file. It is not opened, since
/// opening a pipe waits and opening a device does who knows what.
pub(crate) fn regular_file(path: &Path) -> Result<Metadata, DossierError> {
    let metadata =
        fs::symlink_metadata(path).map_err(|error| DossierError::from_io(path, error))?;
    let file_type = metadata.file_type();
    let kind = if file_type.is_file() {
        return Ok(metadata);
    } else if file_type.is_symlink() {
        FileKind::Link
    } else if file_type.is_dir() {
        FileKind::Folder
    } else {
        FileKind::Device
    };
    Err(DossierError::NotAFile {
        path: path.to_owned(),
        kind,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> usize {
        fs::read_dir(folder).unwrap().count()
    }

    #[test]
    fn a_file_is_written_whole_and_nothing_else_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("verslag.pdf");
        write_file_atomically(&path, b"een", Overwrite::Refuse).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"een");
        write_file_atomically(&path, b"twee", Overwrite::Replace).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"twee");
        assert_eq!(names(folder.path()), 1);
    }

    #[test]
    fn what_must_not_be_overwritten_is_left_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("verslag.pdf");
        fs::write(&path, b"oud").unwrap();
        let refused = write_file_atomically(&path, b"nieuw", Overwrite::Refuse);
        assert!(
            matches!(refused, Err(DossierError::AlreadyExists { path: named }) if named == path)
        );
        assert_eq!(fs::read(&path).unwrap(), b"oud");
        assert_eq!(names(folder.path()), 1);
    }

    #[test]
    fn a_folder_or_a_missing_folder_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("map");
        fs::create_dir(&inside).unwrap();
        let refused = write_file_atomically(&inside, b"x", Overwrite::Replace);
        assert!(
            matches!(refused, Err(DossierError::NotAFile { .. })),
            "{refused:?}"
        );
        let nowhere = folder.path().join("nergens");
        let refused = write_file_atomically(&nowhere.join("a.pdf"), b"x", Overwrite::Replace);
        assert!(matches!(refused, Err(DossierError::NotFound { path }) if path == nowhere));
        assert_eq!(names(folder.path()), 1);
    }

    #[test]
    fn a_name_is_taken_in_two_steps_only_when_it_is_free() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("verslag.pdf");
        let part = || {
            let mut part = file_beside(&path, None, Readers::AsUsual).unwrap();
            part.write_all(b"nieuw").unwrap();
            part.into_temp_path()
        };
        take_free_name(part(), &path).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"nieuw");
        fs::write(&path, b"van iemand anders").unwrap();
        let refused = take_free_name(part(), &path).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"van iemand anders");
        assert_eq!(names(folder.path()), 1);
    }

    #[cfg(unix)]
    #[test]
    fn what_a_folder_cannot_be_asked_is_told_from_what_fails() {
        for (code, has_none) in [(22, true), (38, true), (95, true), (5, false), (28, false)] {
            let error = io::Error::from_raw_os_error(code);
            assert_eq!(is_no_such_call(&error), has_none, "{error}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn who_may_read_a_file_is_for_what_it_is_made_of_to_say() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let from = folder.path().join("a.dossier");
        fs::write(&from, b"x").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        for (given, expected) in [(0o600, 0o600), (0o400, 0o600)] {
            fs::set_permissions(&from, fs::Permissions::from_mode(given)).unwrap();
            let made = file_beside(&from, None, Readers::Of(&from)).unwrap();
            assert_eq!(mode(made.path()), expected);
        }
        let key = folder.path().join("sleutel.p12");
        write_private_file(&key, b"x", Overwrite::Refuse).unwrap();
        assert_eq!(mode(&key), 0o600);
        let kept = folder.path().join("reserve/kopieen");
        make_folder(&kept).unwrap();
        assert_eq!(mode(&kept), 0o700);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_nowhere_is_not_written_through() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("link.pdf");
        std::os::unix::fs::symlink(folder.path().join("elders"), &path).unwrap();
        let refused = write_file_atomically(&path, b"x", Overwrite::Refuse);
        assert!(matches!(refused, Err(DossierError::AlreadyExists { .. })));
        write_file_atomically(&path, b"x", Overwrite::Replace).unwrap();
        assert!(fs::symlink_metadata(&path).unwrap().is_file());
        assert_eq!(names(folder.path()), 1);
    }
}
