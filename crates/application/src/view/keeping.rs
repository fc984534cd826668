//! Keeping a dossier safe: backups, copies, merging, taking out and putting in.

use serde::Serialize;
use ts_rs::TS;

use super::{Changed, ChosenFile, ShownOnce};

/// Whether the dossier is encrypted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EncryptionView {
    /// Whether it is.
    pub encrypted: bool,
    /// What that means, in words.
    pub words: String,
    /// How many characters a passphrase has at least.
    pub shortest: u32,
}

/// A dossier was encrypted, or has another passphrase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Encrypted {
    /// What opens it without the passphrase. It is shown once and kept nowhere.
    pub recovery_code: ShownOnce,
    /// What was encrypted, and what stays readable, one a line.
    pub files: Vec<String>,
    /// What to say after it.
    pub changed: Changed,
}

/// How hard a passphrase is to guess.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PassphraseWeight {
    /// From 0, guessed at once, to 4, hardly ever.
    pub score: u8,
    /// The same in words.
    pub words: String,
    /// Whether it can be chosen.
    pub long_enough: bool,
}

/// The page of the backups: of the dossier that is open, or of all when none is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupsPage {
    /// The folder that they are kept in, for showing; nothing when there is no place for them.
    pub folder: Option<String>,
    /// The backups, the latest first.
    pub backups: Vec<BackupView>,
    /// When backups are made and how long they are kept.
    pub explanation: String,
    /// Whether one can be made now.
    pub can_back_up: bool,
}

/// A backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupView {
    /// Its identity, to send along: the name of its file.
    pub id: String,
    /// What the dossier was called.
    pub dossier: String,
    /// Whose dossier it is; nothing when it cannot be read.
    pub organisation: Option<String>,
    /// When it was made, for reading.
    pub at: String,
    /// Why it was made, in words.
    pub why: String,
    /// How many events it holds.
    pub events: Option<u64>,
    /// Its size, for reading.
    pub size: String,
    /// When something was last saved in it, for reading.
    pub last_saved: Option<String>,
    /// Whether its whole history was read just now and holds.
    pub verified: bool,
    /// Why it cannot be read, in words.
    pub problem: Option<String>,
}

/// The copies that were handed out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CopiesPage {
    /// The copies: those that are out first, the latest first.
    pub copies: Vec<CopyView>,
}

/// A copy that was handed out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CopyView {
    /// Identity of the copy.
    pub id: String,
    /// The name of its file.
    pub file: String,
    /// For whom it is; nothing when for nobody in particular.
    pub who: Option<String>,
    /// When it was handed out, for reading.
    pub at: String,
    /// Who handed it out.
    pub by: String,
    /// Whether it neither came back nor was given up.
    pub out: bool,
    /// Where it is, in words.
    pub standing: String,
}

/// What a merge brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MergeDone {
    /// How many events were not here before.
    pub added: u64,
    /// What each file brought.
    pub from: Vec<MergedFile>,
    /// How many events have words again that had been lost here.
    pub recovered: u64,
    /// How many events have no words any more because somebody erased them.
    pub erased: u64,
    /// The copies that came back with it, in words.
    pub returned: Vec<String>,
    /// The questions that now have answers which contradict each other.
    pub conflicts: Vec<ConflictView>,
    /// The adopted assessments for which work came in that waits until they are reopened.
    pub waiting: Vec<WaitingView>,
    /// The chains that were found to have split, in words.
    pub forks: Vec<String>,
    /// The backup that was made before, in words; nothing when there was nothing to merge.
    pub backup: Option<String>,
    /// What changed; its notice says in a sentence what the merge brought.
    pub changed: Changed,
}

/// An adopted assessment for which work waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WaitingView {
    /// Which one.
    pub assessment: String,
    /// The name of the AI application.
    pub subject: String,
    /// How much waits, and for what, in words.
    pub words: String,
}

/// What one file brought to a merge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MergedFile {
    /// The file's name.
    pub file: String,
    /// How many events it brought that neither this dossier nor a file before it had.
    pub events: u64,
    /// Who did them, in words.
    pub authors: Vec<String>,
}

/// A question with answers that contradict each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ConflictView {
    /// In which assessment.
    pub assessment: String,
    /// The name of the AI application.
    pub subject: String,
    /// Which question.
    pub question: String,
    /// The question itself.
    pub label: String,
    /// The answers.
    pub versions: Vec<ConflictVersion>,
}

/// One of the answers that contradict each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ConflictVersion {
    /// Who gave it.
    pub who: String,
    /// When, for reading.
    pub at: String,
    /// In which copy, in words.
    pub place: String,
    /// The value in words.
    pub value: String,
    /// The consideration.
    pub because: String,
}

/// What a rescue brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RescueDone {
    /// What was kept, what lost its words and what is not in it, one a line.
    pub words: Vec<String>,
    /// The new dossier, to be opened.
    pub file: ChosenFile,
    /// What changed.
    pub changed: Changed,
}
