//! What the program remembers on this machine: settings and the dossiers opened before.
//!
//! One small JSON file, written as a whole. Of a dossier it holds nothing but its place, the name of
//! the organisation and how long it is kept. A file that cannot be read is set aside and the program
//! begins anew: settings are never a reason not to start.

use std::fs;
use std::path::{Path, PathBuf};

use assessment::Moment;
use dossier::{DossierError, Overwrite, write_file_atomically};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::view::Settings;

const FILE: &str = "settings.json";
const MOST_RECENT: usize = 12;

/// The settings and the recent dossiers, with the folder they are kept in.
#[derive(Debug)]
pub(crate) struct Memory {
    folder: Option<PathBuf>,
    kept: Kept,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    settings: Chosen,
    recent: Vec<Recent>,
    /// The library of the card or token that was used last.
    #[serde(skip_serializing_if = "Option::is_none")]
    token_library: Option<PathBuf>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default)]
struct Chosen {
    language: questionnaire::Language,
    text_size: u16,
}

impl Default for Chosen {
    fn default() -> Self {
        Self {
            language: questionnaire::Language::default(),
            text_size: 100,
        }
    }
}

/// A dossier opened before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Recent {
    pub(crate) path: PathBuf,
    pub(crate) organisation: String,
    pub(crate) opened: Moment,
    /// The last day on which it is kept, for a reminder while it is closed.
    #[serde(default)]
    pub(crate) kept_until: Option<Date>,
}

impl Memory {
    pub(crate) fn load(folder: Option<PathBuf>) -> Self {
        let kept = folder.as_deref().map(read).unwrap_or_default();
        Self { folder, kept }
    }

    pub(crate) fn language(&self) -> questionnaire::Language {
        self.kept.settings.language
    }

    pub(crate) fn settings(&self) -> Settings {
        Settings {
            language: self.kept.settings.language.tag().to_owned(),
            text_size: self.kept.settings.text_size,
        }
    }

    /// Keeps settings. That they could not be written is no reason not to use them now.
    pub(crate) fn choose(&mut self, language: questionnaire::Language, text_size: u16) {
        self.kept.settings = Chosen {
            language,
            text_size,
        };
        self.save();
    }

    pub(crate) fn recent(&self) -> &[Recent] {
        &self.kept.recent
    }

    pub(crate) fn opened(&mut self, recent: Recent) {
        self.kept.recent.retain(|other| other.path != recent.path);
        self.kept.recent.insert(0, recent);
        self.kept.recent.truncate(MOST_RECENT);
        self.save();
    }

    /// Remembers how long a dossier is kept, if it is one of those that were opened.
    pub(crate) fn is_kept_until(&mut self, path: &Path, until: Option<Date>) {
        for recent in &mut self.kept.recent {
            if recent.path == path {
                recent.kept_until = until;
            }
        }
        self.save();
    }

    pub(crate) fn forget(&mut self, path: &Path) {
        self.kept.recent.retain(|recent| recent.path != path);
        self.save();
    }

    /// The library of the card or token that was used last, as long as it is there.
    pub(crate) fn token_library(&self) -> Option<&Path> {
        let library = self.kept.token_library.as_deref();
        library.filter(|library| library.is_file())
    }

    #[cfg(feature = "tokens")]
    pub(crate) fn used_token_library(&mut self, library: &Path) {
        if self.kept.token_library.as_deref() != Some(library) {
            self.kept.token_library = Some(library.to_owned());
            self.save();
        }
    }

    /// Adds a line to the log, for a fault.
    pub(crate) fn log(&self, line: &str) {
        use std::io::Write as _;
        let Some(folder) = &self.folder else { return };
        let log = fs::create_dir_all(folder).and_then(|()| {
            fs::OpenOptions::new()
                .create(true)
                .append(true)
                .open(folder.join("log.txt"))
        });
        // There is nobody left to tell that the log cannot be written.
        let _ = log.and_then(|mut log| writeln!(log, "{line}"));
    }

    fn save(&self) {
        let Some(folder) = &self.folder else { return };
        // A path that is no text cannot be written as one; that is no reason to forget the rest.
        let mut kept = self.kept.clone();
        let is_text = |path: &PathBuf| path.to_str().is_some();
        kept.recent.retain(|recent| is_text(&recent.path));
        kept.token_library = kept.token_library.filter(is_text);
        let Ok(json) = serde_json::to_vec_pretty(&kept) else {
            return;
        };
        let saved = fs::create_dir_all(folder)
            .map_err(DossierError::OtherFile)
            .and_then(|()| write_file_atomically(&folder.join(FILE), &json, Overwrite::Replace));
        if let Err(error) = saved {
            self.log(&format!("settings not saved: {error}"));
        }
    }
}

fn read(folder: &Path) -> Kept {
    let file = folder.join(FILE);
    let Ok(text) = fs::read(&file) else {
        return Kept::default();
    };
    serde_json::from_slice(&text).unwrap_or_else(|_| {
        // Kept for whoever wants to see what was in it; if even that fails, it is overwritten later.
        let _ = fs::rename(&file, folder.join(format!("{FILE}.damaged")));
        Kept::default()
    })
}

#[cfg(test)]
mod tests {
    use questionnaire::Language;

    use super::*;

    fn recent(name: &str) -> Recent {
        Recent {
            path: PathBuf::from(name),
            organisation: name.to_owned(),
            opened: "2026-11-21T14:32:05+01:00".parse().unwrap(),
            kept_until: None,
        }
    }

    #[test]
    fn what_is_remembered_is_there_next_time() {
        let folder = tempfile::tempdir().unwrap();
        let place = Some(folder.path().join("deep/er"));
        let mut memory = Memory::load(place.clone());
        memory.choose(Language::En, 150);
        memory.opened(recent("a"));
        memory.opened(recent("b"));
        memory.opened(recent("a"));
        let again = Memory::load(place);
        assert_eq!(again.language(), Language::En);
        assert_eq!(again.settings().text_size, 150);
        assert_eq!(again.recent(), [recent("a"), recent("b")]);
    }

    #[test]
    fn damaged_settings_are_set_aside() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(FILE), b"{\"settings\": \xff").unwrap();
        let memory = Memory::load(Some(folder.path().to_owned()));
        assert_eq!(memory.language(), Language::Nl);
        assert!(folder.path().join("settings.json.damaged").exists());
        assert!(!folder.path().join(FILE).exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_path_that_is_no_text_does_not_keep_the_rest_from_being_remembered() {
        use std::os::unix::ffi::OsStrExt;
        let folder = tempfile::tempdir().unwrap();
        let mut memory = Memory::load(Some(folder.path().to_owned()));
        memory.opened(recent("a"));
        let odd = Recent {
            path: PathBuf::from(std::ffi::OsStr::from_bytes(b"/m\xffn.dossier")),
            ..recent("b")
        };
        memory.opened(odd.clone());
        memory.choose(Language::En, 150);
        assert_eq!(memory.recent(), [odd, recent("a")]);
        let again = Memory::load(Some(folder.path().to_owned()));
        assert_eq!(again.settings().text_size, 150);
        assert_eq!(again.recent(), [recent("a")]);
    }

    #[test]
    fn the_list_of_recent_dossiers_has_an_end() {
        let mut memory = Memory::load(None);
        for number in 0..30 {
            memory.opened(recent(&number.to_string()));
        }
        assert_eq!(memory.recent().len(), MOST_RECENT);
        assert_eq!(memory.recent()[0], recent("29"));
        memory.forget(Path::new("29"));
        assert_eq!(memory.recent()[0], recent("28"));
    }
}
