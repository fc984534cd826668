//! The files that a person chose, each behind a handle.
//!
//! A window never sees or makes a path. It holds a handle that was drawn at random when the person
//! chose a file, and the handle works only for what the file was chosen for. So nothing that runs in
//! a window can make the program read or write a file of its own choice.

use std::collections::BTreeMap;
use std::fs::File;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io;
use std::path::{Path, PathBuf};

use crate::problem::{Fact, Problem};
use crate::view::{ChosenFile, FileHandle, FilePurpose};

pub(crate) use verification::{LARGEST_REPORT, label, name_of};

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
    // A name that ends in a dot, as of a B.V., gets no second one before its extension.
    let mut name = replaced;
    while name.contains("..") {
        name = name.replace("..", ".");
    }
    name.trim_matches(['.', ' ', '-']).to_owned()
}

/// Opens a regular file for reading.
pub(crate) fn open_regular(path: &Path, limit: u64, limit_text: &str) -> Result<File, Problem> {
    Ok(verification::open_regular(path, limit, limit_text)?)
}

/// Reads a regular file as a whole.
pub(crate) fn read_regular(path: &Path, limit: u64, limit_text: &str) -> Result<Vec<u8>, Problem> {
    Ok(verification::read_regular(path, limit, limit_text)?)
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
    fn a_proposed_name_stays_in_its_folder() {
        assert_eq!(safe_name("../../etc/passwd"), "etc-passwd");
        assert_eq!(safe_name("rapport chatbot.pdf"), "rapport chatbot.pdf");
        assert_eq!(safe_name("C:\\x\u{202e}.pdf"), "C--x-.pdf");
        assert_eq!(safe_name(".."), "");
    }
}
