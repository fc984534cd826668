//! Taking care of a dossier: how long it is kept, whose words were or can be erased, how it was at an
//! earlier moment, and its end.

use serde::Serialize;
use ts_rs::TS;

use super::{AnswerState, Changed, ChosenFile, EncryptionView};

/// The page on which a dossier is taken care of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CarePage {
    /// The file's name.
    pub file: String,
    /// Whose dossier it is: what is typed to destroy it.
    pub organisation: String,
    /// Whether it can only be looked at, and why, in words.
    pub read_only: Option<String>,
    /// How long it is kept, once that was chosen.
    pub retention: Option<RetentionView>,
    /// That the last day is near or has passed, in words.
    pub reminder: Option<String>,
    /// Who is or was a member: whose words can be erased.
    pub people: Vec<PersonView>,
    /// What was erased, the latest first.
    pub erased: Vec<ErasureView>,
    /// What an erasure could not finish yet, in words.
    pub unfinished: Option<String>,
    /// The chains that split because two copies wrote under one name, in words.
    pub forks: Vec<String>,
    /// The signed reports that the dossier keeps, the latest first.
    pub reports: Vec<KeptReportView>,
    /// Whether the file is encrypted.
    pub encryption: EncryptionView,
}

/// How long a dossier is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RetentionView {
    /// The last day, for reading.
    pub until: String,
    /// The last day: `2033-11-21`.
    pub until_iso: String,
    /// Why until then.
    pub reason: String,
    /// When that was chosen, for reading.
    pub chosen: String,
    /// How many days are left; 0 on the last day, negative after it.
    pub days: i32,
    /// Whether the last day has come.
    pub due: bool,
}

/// Somebody whose words are in the dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PersonView {
    /// Identity of the member.
    pub id: String,
    /// Their name.
    pub name: String,
    /// Whether they have left the committee.
    pub left: bool,
}

/// Something that was erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ErasureView {
    /// The event whose words were erased.
    pub event: String,
    /// When it was erased, for reading.
    pub at: String,
    /// Which change it was, as a sentence: its number, its moment and whose it was.
    pub what: String,
    /// Why.
    pub reason: String,
    /// Who erased it.
    pub who: String,
}

/// A signed report that the dossier keeps, and what has changed since it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KeptReportView {
    /// Of which assessment.
    pub assessment: String,
    /// The name of the AI application.
    pub subject: String,
    /// When it was kept, for reading.
    pub at: String,
    /// Who signed it.
    pub signers: Vec<String>,
    /// What has changed in the dossier since, in words.
    pub since: String,
}

/// What an erasure would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ErasurePreview {
    /// Whose words they are, when they are a person's.
    pub person: Option<String>,
    /// Every change in which the words stand.
    pub events: Vec<ErasableView>,
    /// What else there is to know before, one a line.
    pub consequences: Vec<String>,
}

/// A change in which words to erase stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ErasableView {
    /// Identity of the event.
    pub id: String,
    /// Its number, from 1.
    pub number: u64,
    /// When, for reading.
    pub at: String,
    /// What was done, as a sentence.
    pub what: String,
    /// Why it is in this list, in words.
    pub why: String,
    /// Whether its words can be erased.
    pub erasable: bool,
    /// Whether it is sure that the words are meant; otherwise only a part of the name was found.
    pub sure: bool,
    /// What becomes of it, or why it cannot be erased, in words.
    pub becomes: String,
}

/// What was erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Erased {
    /// How many changes lost their words.
    pub events: u32,
    /// How many backups were rewritten without them.
    pub backups_rewritten: u32,
    /// How many backups were removed because they could not be rewritten.
    pub backups_removed: u32,
    /// Whether all is done that this program can do; otherwise the lines say what is left.
    pub complete: bool,
    /// What was done and what is beyond the program's reach, one a line.
    pub lines: Vec<String>,
    /// What changed.
    pub changed: Changed,
}

/// What was destroyed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Destroyed {
    /// What was destroyed and what not, one a line.
    pub what: Vec<String>,
    /// The certificate.
    pub certificate: ChosenFile,
    /// What changed.
    pub changed: Changed,
}

/// An assessment as it was at an earlier moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PastPage {
    /// Identity of the assessment.
    pub assessment: String,
    /// The name of the AI application then.
    pub subject: String,
    /// Which moment, in words.
    pub moment: String,
    /// The change after which it was so, as a sentence.
    pub change: Option<String>,
    /// The answers by section.
    pub sections: Vec<PastSection>,
    /// Questions asked then.
    pub asked: u32,
    /// Of which settled then.
    pub answered: u32,
    /// How many of them are answered otherwise now.
    pub changed_since: u32,
    /// How this was found and what it cannot show.
    pub note: String,
}

/// A section as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PastSection {
    /// Identity.
    pub section: String,
    /// Its title.
    pub title: String,
    /// The questions that were asked then.
    pub questions: Vec<PastQuestion>,
}

/// A question as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PastQuestion {
    /// Identity.
    pub question: String,
    /// The question.
    pub label: String,
    /// How it stood.
    pub state: AnswerState,
    /// The answers that held; more than one when they contradicted each other.
    pub answers: Vec<PastAnswer>,
    /// How many pieces of evidence there were.
    pub evidence: u32,
    /// Whether it is answered otherwise now.
    pub changed_since: bool,
}

/// An answer as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PastAnswer {
    /// The answer, in words.
    pub value: String,
    /// The committee's consideration.
    pub because: String,
    /// Who answered.
    pub who: String,
    /// When, for reading.
    pub at: String,
}
