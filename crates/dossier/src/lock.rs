//! The lock file: who has a dossier open for writing.
//!
//! A hidden file beside the dossier, held by a lock of the operating system and
//! holding a line about its holder. What counts is the lock, never the file: a
//! program that was killed leaves the file, and the system drops the lock. The
//! file is taken away on close.
//!
//! This lock is for telling people. What keeps a second writer out in every case
//! is SQLite's own exclusive lock on the dossier.

use std::fs::{self, File};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use assessment::Moment;
use serde::{Deserialize, Serialize};

use crate::error::DossierError;
use crate::file::regular_file;

/// Who has a dossier open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The name of the user on that machine.
    pub user: String,
    /// The name of the machine.
    pub host: String,
    /// The number of the process.
    pub pid: u32,
    /// The program.
    pub program: String,
    /// Since when.
    pub since: Moment,
}

/// More than any holder needs; a longer file was not written by this program.
const LONGEST: u64 = 4096;
/// How often, and with what pause, to look again at a lock file that changes hands.
const PATIENCE: (u32, Duration) = (60, Duration::from_millis(5));

/// The lock, held until dropped.
#[derive(Debug)]
pub(crate) struct Lock {
    path: PathBuf,
    file: Option<File>,
}

impl Lock {
    /// Takes the lock of the dossier at `dossier` for `holder`.
    pub(crate) fn take(dossier: &Path, holder: &Holder) -> Result<Self, DossierError> {
        let path = lock_path(dossier);
        let failed = |error: io::Error| match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                DossierError::ReadOnly {
                    path: dossier.to_owned(),
                }
            }
            _ => DossierError::from_io(&path, error),
        };
        let mut line = serde_json::to_vec(holder).map_err(|e| DossierError::fault(&path, e))?;
        line.push(b'\n');
        let (attempts, pause) = PATIENCE;
        for _ in 0..attempts {
            match regular_file(&path) {
                Ok(_) | Err(DossierError::NotFound { .. }) => {}
                Err(other) => return Err(other),
            }
            if let Some(file) = seize(&path, dossier).map_err(failed)? {
                let mut lock = Lock {
                    path: path.clone(),
                    file: Some(file),
                };
                match lock.write(&line) {
                    // Nobody is told who it is then. There is a lock all the same, and on a
                    // disk that is full there is a dossier to read.
                    Err(error) if error.kind() == io::ErrorKind::StorageFull => {}
                    written => written.map_err(failed)?,
                }
                return Ok(lock);
            }
            if let Some(holder) = read_holder(&path) {
                let holder = Some(Box::new(holder));
                return Err(DossierError::LockedBy {
                    path: dossier.to_owned(),
                    holder,
                });
            }
            // Somebody is between taking the lock and writing who they are, or
            // between taking the file away and letting go.
            thread::sleep(pause);
        }
        Err(DossierError::LockedBy {
            path: dossier.to_owned(),
            holder: None,
        })
    }
}

impl Lock {
    fn write(&mut self, line: &[u8]) -> io::Result<()> {
        let Some(file) = &mut self.file else {
            return Ok(());
        };
        file.set_len(0)?;
        file.rewind()?;
        file.write_all(line)
    }
}

fn read_holder(path: &Path) -> Option<Holder> {
    let mut line = Vec::new();
    File::open(path)
        .ok()?
        .take(LONGEST)
        .read_to_end(&mut line)
        .ok()?;
    serde_json::from_slice(&line).ok()
}

/// `.name.dossier.lock`, beside `name.dossier`.
fn lock_path(dossier: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(dossier.file_name().unwrap_or_default());
    name.push(".lock");
    dossier.with_file_name(name)
}

/// The file at `path`, locked; `None` when somebody else has it. Whoever may write to the
/// `dossier` may write to it: one that a killed program left must be in nobody's way.
#[cfg(unix)]
fn seize(path: &Path, dossier: &Path) -> io::Result<Option<File>> {
    use std::os::unix::fs::PermissionsExt;

    let file = File::options()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(path);
    let file = match file {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            return take_away_left(path).map_err(|_| error);
        }
        opened => opened?,
    };
    if let Ok(about) = fs::metadata(dossier) {
        let mode = about.permissions().mode() & 0o666 | 0o600;
        // It is not ours when somebody else left it, and then it was for all to write.
        let _ = file.set_permissions(fs::Permissions::from_mode(mode));
    }
    match file.try_lock() {
        Ok(()) => {}
        Err(fs::TryLockError::WouldBlock) => return Ok(None),
        Err(fs::TryLockError::Error(error)) => return Err(error),
    }
    Ok(is_still_at(&file, path)?.then_some(file))
}

/// Whether this is the file at `path`. The holder before may have taken it away between opening
/// and locking: then the lock is one of a file that nobody else will find.
#[cfg(unix)]
fn is_still_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;

    let (ours, there) = (file.metadata()?, fs::symlink_metadata(path));
    Ok(there.is_ok_and(|there| (there.dev(), there.ino()) == (ours.dev(), ours.ino())))
}

/// Takes away the file at `path`, which another user left and that only they may write,
/// unless they have it locked; then it can be made anew.
#[cfg(unix)]
fn take_away_left(path: &Path) -> io::Result<Option<File>> {
    let file = File::open(path)?;
    match file.try_lock() {
        Err(fs::TryLockError::WouldBlock) => return Ok(None),
        Err(fs::TryLockError::Error(error)) => return Err(error),
        // Somebody else may have come first and hold another one there by now.
        Ok(()) if is_still_at(&file, path)? => fs::remove_file(path)?,
        Ok(()) => {}
    }
    Ok(None)
}

/// The file at `path`, opened so that others may read it and nobody else may
/// write it; `None` when somebody else has it so. A lock on its bytes would keep
/// others from reading who holds it.
#[cfg(windows)]
fn seize(path: &Path, _dossier: &Path) -> io::Result<Option<File>> {
    use std::os::windows::fs::OpenOptionsExt;

    const FILE_SHARE_READ: u32 = 1;
    const ERROR_SHARING_VIOLATION: i32 = 32;
    let mut options = File::options();
    options
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .share_mode(FILE_SHARE_READ);
    match options.open(path) {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.raw_os_error() == Some(ERROR_SHARING_VIOLATION) => Ok(None),
        Err(error) => Err(error),
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // On Unix the name goes before the lock, so that whoever gets the lock
        // sees that the name is gone; Windows takes away no file that is open.
        // A file that stays behind does no harm.
        if cfg!(windows) {
            self.file = None;
        }
        let _ = fs::remove_file(&self.path);
        self.file = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holder(program: &str) -> Holder {
        Holder {
            user: "a.visser".to_owned(),
            host: "kantoor-3".to_owned(),
            pid: 1234,
            program: program.to_owned(),
            since: "2026-11-21T09:00:00+01:00".parse().unwrap(),
        }
    }

    #[test]
    fn the_second_is_told_who_has_it_and_gets_it_afterwards() {
        let folder = tempfile::tempdir().unwrap();
        let dossier = folder.path().join("webwinkel.dossier");
        let first = Lock::take(&dossier, &holder("window")).unwrap();
        let Err(DossierError::LockedBy {
            holder: Some(told), ..
        }) = Lock::take(&dossier, &holder("second"))
        else {
            panic!("a second holder was let in");
        };
        assert_eq!(*told, holder("window"));
        drop(first);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        Lock::take(&dossier, &holder("second")).unwrap();
    }

    #[test]
    fn a_file_that_a_killed_program_left_does_not_lock() {
        let folder = tempfile::tempdir().unwrap();
        let dossier = folder.path().join("webwinkel.dossier");
        let mut left = serde_json::to_vec(&holder("killed")).unwrap();
        left.resize(3000, b' ');
        fs::write(lock_path(&dossier), left).unwrap();
        let lock = Lock::take(&dossier, &holder("next")).unwrap();
        assert_eq!(read_holder(&lock_path(&dossier)), Some(holder("next")));
        drop(lock);
    }

    #[cfg(unix)]
    #[test]
    fn who_may_write_the_dossier_may_lock_it_after_somebody_else() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let dossier = folder.path().join("webwinkel.dossier");
        fs::write(&dossier, b"").unwrap();
        fs::set_permissions(&dossier, fs::Permissions::from_mode(0o660)).unwrap();
        let lock = Lock::take(&dossier, &holder("first")).unwrap();
        let left = lock_path(&dossier);
        let mode = fs::metadata(&left).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o660);
        // One that somebody holds stays; one that was left goes.
        assert!(take_away_left(&left).unwrap().is_none() && left.exists());
        drop(lock);
        fs::write(&left, b"{}").unwrap();
        assert!(take_away_left(&left).unwrap().is_none() && !left.exists());
    }

    #[test]
    fn of_many_who_try_at_once_one_has_it() {
        let folder = tempfile::tempdir().unwrap();
        let dossier = folder.path().join("webwinkel.dossier");
        let inside = std::sync::atomic::AtomicU32::new(0);
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..200 {
                        if let Ok(lock) = Lock::take(&dossier, &holder("one of many")) {
                            let others = inside.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
                            assert_eq!(others, 0);
                            inside.fetch_sub(1, std::sync::atomic::Ordering::SeqCst);
                            drop(lock);
                        }
                    }
                });
            }
        });
    }
}
