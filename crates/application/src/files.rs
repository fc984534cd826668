//! The files that a person chose, each behind a handle.
//!
//! A window never sees or makes a path. It holds a handle that was drawn at random when the person
//! chose a file, and the handle works only for what the file was chosen for. So nothing that runs in
//! a window can make the program read or write a file of its own choice.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::problem::{Fact, Problem};
use crate::view::{ChosenFile, FileHandle, FilePurpose};

/// What a report or a questionnaire may weigh: far above any real one.
pub(crate) const LARGEST_REPORT: u64 = 200 * 1024 * 1024;

/// How the name of a dossier ends.
pub(crate) const DOSSIER: &str = "dossier";

/// The files chosen so far.
#[derive(Debug, Default)]
pub(crate) struct ChosenFiles {
    by_handle: BTreeMap<FileHandle, (PathBuf, FilePurpose)>,
}

impl ChosenFiles {
    /// The handle of a file, the same each time it is chosen for the same.
    pub(crate) fn grant(&mut self, path: &Path, purpose: FilePurpose) -> ChosenFile {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let known = self
            .by_handle
            .iter()
            .find(|(_, granted)| granted.0 == path && granted.1 == purpose)
            .map(|(handle, _)| handle.clone());
        let handle = known.unwrap_or_else(draw);
        let chosen = ChosenFile {
            handle: handle.clone(),
            name: name_of(&path),
            folder: path
                .parent()
                .map(|folder| label(&folder.to_string_lossy()))
                .unwrap_or_default(),
        };
        self.by_handle.insert(handle, (path, purpose));
        chosen
    }

    /// The path behind a handle, if it was chosen for one of these purposes.
    pub(crate) fn path(
        &self,
        handle: &FileHandle,
        purposes: &[FilePurpose],
    ) -> Result<PathBuf, Problem> {
        self.by_handle
            .get(handle)
            .filter(|(_, purpose)| purposes.contains(purpose))
            .map(|(path, _)| path.clone())
            .ok_or_else(|| Fact::FileNotChosen.into())
    }
}

/// A handle that nobody guesses: two hashes under keys that the system drew for this process.
fn draw() -> FileHandle {
    let half = || RandomState::new().build_hasher().finish();
    FileHandle(format!("{:016x}{:016x}", half(), half()))
}

/// The name of a file as it is shown and kept: a label, never a path again.
pub(crate) fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(OsStr::new(""));
    label(&name.to_string_lossy())
}

/// A text from outside made fit to stand in a line: control characters and the marks that turn the
/// direction of writing (with which `fdp.exe` can be made to look like `exe.pdf`) become visible, and
/// it is no longer than 255 characters.
pub(crate) fn label(text: &str) -> String {
    text.chars()
        .take(255)
        .map(|c| match c {
            c if c.is_control() => char::REPLACEMENT_CHARACTER,
            '\u{061c}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}' => char::REPLACEMENT_CHARACTER,
            c => c,
        })
        .collect()
}

/// A proposed name without anything that a system would take for a folder or refuse in a name.
pub(crate) fn safe_name(suggested: &str) -> String {
    let replaced: String = label(suggested)
        .chars()
        .map(|c| match c {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | char::REPLACEMENT_CHARACTER => {
                '-'
            }
            c => c,
        })
        .collect();
    replaced.trim_matches(['.', ' ', '-']).to_owned()
}

/// Opens a regular file for reading. A pipe or a device is refused before it is opened, so that
/// nothing waits for a writer that never comes.
pub(crate) fn open_regular(path: &Path, limit: u64, limit_text: &str) -> Result<File, Problem> {
    let name = name_of(path);
    let about = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if !about.is_file() {
        return Err(Fact::NotAFile { name }.into());
    }
    if about.len() > limit {
        return Err(Fact::FileTooLarge {
            name,
            limit: limit_text.to_owned(),
        }
        .into());
    }
    File::open(path).map_err(|error| unreadable(path, &error))
}

/// Reads a regular file as a whole.
pub(crate) fn read_regular(path: &Path, limit: u64, limit_text: &str) -> Result<Vec<u8>, Problem> {
    let file = open_regular(path, limit, limit_text)?;
    let mut bytes = Vec::new();
    file.take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(path, &error))?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > limit) {
        return Err(Fact::FileTooLarge {
            name: name_of(path),
            limit: limit_text.to_owned(),
        }
        .into());
    }
    Ok(bytes)
}

pub(crate) fn unreadable(path: &Path, error: &io::Error) -> Problem {
    let name = name_of(path);
    match error.kind() {
        io::ErrorKind::NotFound => Fact::FileMissing { name }.into(),
        _ => Fact::FileUnreadable {
            name,
            reason: error.kind().to_string(),
        }
        .into(),
    }
}

pub(crate) fn unwritable(path: &Path, error: &io::Error) -> Problem {
    let name = name_of(path);
    match error.kind() {
        io::ErrorKind::AlreadyExists => Fact::FileExists { name }.into(),
        _ => Fact::FileUnwritable {
            name,
            reason: error.kind().to_string(),
        }
        .into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_works_only_for_what_the_file_was_chosen_for() {
        let mut files = ChosenFiles::default();
        let chosen = files.grant(Path::new("/tmp/a.pdf"), FilePurpose::OpenReport);
        assert_eq!(
            (chosen.name.as_str(), chosen.folder.as_str()),
            ("a.pdf", "/tmp")
        );
        assert!(
            files
                .path(&chosen.handle, &[FilePurpose::OpenReport])
                .is_ok()
        );
        let refused = files.path(&chosen.handle, &[FilePurpose::Evidence]);
        assert_eq!(refused.unwrap_err().fact, Fact::FileNotChosen);
        let invented = FileHandle("/etc/passwd".to_owned());
        assert!(files.path(&invented, &[FilePurpose::OpenReport]).is_err());
    }

    #[test]
    fn the_same_choice_keeps_its_handle() {
        let mut files = ChosenFiles::default();
        let path = Path::new("/tmp/a.dossier");
        let first = files.grant(path, FilePurpose::OpenDossier);
        assert_eq!(files.grant(path, FilePurpose::OpenDossier), first);
        let other = files.grant(path, FilePurpose::NewDossier);
        assert_ne!(other.handle, first.handle);
    }

    #[test]
    fn names_cannot_pretend_to_be_other_names() {
        assert_eq!(label("factuur\u{202e}fdp.exe"), "factuur\u{fffd}fdp.exe");
        assert_eq!(label("een\ntwee\u{7}"), "een\u{fffd}twee\u{fffd}");
        assert_eq!(label(&"x".repeat(300)).len(), 255);
        assert_eq!(name_of(Path::new("/a/../b/é 1.pdf")), "é 1.pdf");
    }

    #[test]
    fn a_proposed_name_stays_in_its_folder() {
        assert_eq!(safe_name("../../etc/passwd"), "etc-passwd");
        assert_eq!(safe_name("rapport chatbot.pdf"), "rapport chatbot.pdf");
        assert_eq!(safe_name("C:\\x\u{202e}.pdf"), "C--x-.pdf");
        assert_eq!(safe_name(".."), "");
    }

    #[test]
    fn only_regular_files_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let refused = read_regular(folder.path(), 10, "10").unwrap_err();
        assert!(matches!(refused.fact, Fact::NotAFile { .. }));
        let missing = read_regular(&folder.path().join("none"), 10, "10").unwrap_err();
        assert!(matches!(missing.fact, Fact::FileMissing { .. }));
        let file = folder.path().join("eleven");
        fs::write(&file, "12345678901").unwrap();
        let large = read_regular(&file, 10, "10").unwrap_err();
        assert!(matches!(large.fact, Fact::FileTooLarge { .. }));
        assert_eq!(read_regular(&file, 11, "11").unwrap(), b"12345678901");
    }
}
