//! Everything that this program takes from the machine it runs on, in one place, so that tests can
//! put something else there.

use std::path::PathBuf;
use std::{env, io};

use assessment::Moment;
use dossier::Entropy;
use jiff::{Timestamp, Zoned, tz::Offset};

/// What the machine gives: time, randomness, a place for settings, and names to lock a dossier with.
pub struct Surroundings {
    /// Tells the time on the wall.
    pub clock: Box<dyn FnMut() -> Moment + Send>,
    /// Draws random bytes.
    pub entropy: Box<dyn Entropy + Send>,
    /// The folder for settings, recent dossiers and the log. Without one, nothing is remembered.
    pub folder: Option<PathBuf>,
    /// The folder for backups: among the user's own files, never beside a dossier, so that what
    /// happens to the one does not happen to the other.
    pub backups: Option<PathBuf>,
    /// The name of the user's account.
    pub user: String,
    /// The name of the machine.
    pub host: String,
}

impl Surroundings {
    /// The real ones.
    #[must_use]
    pub fn of_this_machine() -> Self {
        Self {
            clock: Box::new(|| {
                let now = Zoned::now();
                Moment::new(now.timestamp(), now.offset())
            }),
            entropy: Box::new(OfTheSystem),
            folder: settings_folder(),
            backups: backups_folder(),
            user: first_of(&["USER", "USERNAME", "LOGNAME"]),
            host: gethostname::gethostname().to_string_lossy().into_owned(),
        }
    }

    /// The real ones, for a program that leaves no settings and no list of recent dossiers.
    #[must_use]
    pub fn without_memory() -> Self {
        Self {
            folder: None,
            ..Self::of_this_machine()
        }
    }

    /// Surroundings that are the same in every run: a clock that begins at `seconds` and moves one
    /// second each time it is read, and predictable randomness. For tests; never for real work.
    #[must_use]
    pub fn predictable(seconds: i64, folder: Option<PathBuf>) -> Self {
        let mut now = seconds;
        Self {
            clock: Box::new(move || {
                now += 1;
                Moment::new(
                    Timestamp::from_second(now).unwrap_or_default(),
                    Offset::constant(1),
                )
            }),
            entropy: Box::new(Predictable(0)),
            backups: folder.as_ref().map(|folder| folder.join(BACKUPS)),
            folder,
            user: "tester".to_owned(),
            host: "machine".to_owned(),
        }
    }

    pub(crate) fn now(&mut self) -> Moment {
        (self.clock)()
    }
}

/// The operating system's own source.
struct OfTheSystem;

impl Entropy for OfTheSystem {
    fn fill(&mut self, bytes: &mut [u8]) -> io::Result<()> {
        getrandom::fill(bytes).map_err(io::Error::from)
    }
}

/// SplitMix64: well spread, and the same in every run.
struct Predictable(u64);

impl Entropy for Predictable {
    fn fill(&mut self, bytes: &mut [u8]) -> io::Result<()> {
        for byte in bytes {
            self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut mixed = self.0;
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            *byte = (mixed >> 56) as u8;
        }
        Ok(())
    }
}

/// Where the system wants a program's settings to be, unless the variable `VERANTWOORD_SETTINGS` names
/// another folder: for tests, and for a program that is carried on a stick.
fn settings_folder() -> Option<PathBuf> {
    if let Some(folder) = absolute("VERANTWOORD_SETTINGS") {
        return Some(folder);
    }
    let base = if cfg!(windows) {
        absolute("APPDATA")
    } else if cfg!(target_os = "macos") {
        absolute("HOME").map(|home| home.join("Library/Application Support"))
    } else {
        absolute("XDG_CONFIG_HOME").or_else(|| absolute("HOME").map(|home| home.join(".config")))
    };
    base.map(|base| base.join(NAME))
}

/// Where the system wants a program's files to be, unless the variable `VERANTWOORD_BACKUPS` names
/// another folder, such as one on another disk. With settings of its own, a program keeps backups
/// there too.
fn backups_folder() -> Option<PathBuf> {
    if let Some(folder) = absolute("VERANTWOORD_BACKUPS") {
        return Some(folder);
    }
    if let Some(folder) = absolute("VERANTWOORD_SETTINGS") {
        return Some(folder.join(BACKUPS));
    }
    let base = if cfg!(windows) {
        absolute("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        absolute("HOME").map(|home| home.join("Library/Application Support"))
    } else {
        let home = || absolute("HOME").map(|home| home.join(".local/share"));
        absolute("XDG_DATA_HOME").or_else(home)
    };
    base.map(|base| base.join(NAME).join(BACKUPS))
}

const NAME: &str = "verantwoord";
const BACKUPS: &str = "backups";

/// A folder that the environment names from the root.
fn absolute(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .map(PathBuf::from)
        .filter(|folder| folder.is_absolute())
}

fn first_of(variables: &[&str]) -> String {
    variables
        .iter()
        .find_map(|variable| env::var(variable).ok().filter(|value| !value.is_empty()))
        .unwrap_or_default()
}
