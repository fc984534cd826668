//! The first screen, the settings and the files that a person chose.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A file that the person chose in a dialog. The window never sees or makes a
/// path: it holds this handle, which only the program can turn into one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct FileHandle(pub String);

/// What a file is chosen for; decides the dialog's title, filter and whether the
/// file must exist already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FilePurpose {
    /// A dossier to open.
    OpenDossier,
    /// Where a new dossier goes.
    NewDossier,
    /// A file to attach to an answer.
    Evidence,
    /// Where a copy of a piece of evidence goes.
    EvidenceCopy,
    /// Where a report goes.
    Report,
    /// A report to sign or to verify.
    OpenReport,
    /// Where a signed report goes.
    SignedReport,
    /// The report in another form, to be written.
    ReportForm,
    /// A logo to read: an SVG or a PNG.
    Logo,
    /// A template for a section of the organisation's own.
    Template,
    /// A person's identity to sign with (PKCS#12).
    OpenIdentity,
    /// Where a new identity goes.
    NewIdentity,
    /// The library that came with a card or token (PKCS#11).
    TokenLibrary,
    /// Where the question for a timestamp goes, or that question again (`.tsq`).
    TimestampRequest,
    /// The answer of a timestamping authority (`.tsr`).
    TimestampAnswer,
    /// A certificate, a revocation list or an OCSP answer.
    Validation,
    /// A certificate to trust (PEM or DER).
    Certificate,
    /// Where a copy goes for somebody to work on.
    HandOutCopy,
    /// A copy that came back, to be merged; several can be chosen at once.
    ReceivedDossier,
    /// Where an export goes.
    Export,
    /// An export to make a dossier of.
    OpenExport,
    /// Where the certificate of a destruction goes.
    DestructionCertificate,
}

/// A chosen file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChosenFile {
    /// What to send along in a later call.
    pub handle: FileHandle,
    /// The file's name, for showing.
    pub name: String,
    /// The folder it is in, for showing.
    pub folder: String,
}

/// The first screen.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct StartPage {
    /// Dossiers opened before, the latest first.
    pub recent: Vec<RecentDossier>,
    /// The program's version.
    pub version: String,
    /// The name of the dossier that is open, when the window was reloaded.
    pub open: Option<String>,
    /// The language in which people write in the dossier that is open: `nl` or `en`.
    pub written_in: Option<String>,
}

/// A dossier opened before.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct RecentDossier {
    /// The file.
    pub file: ChosenFile,
    /// Whose dossier it is.
    pub organisation: String,
    /// When it was last opened, as text for reading.
    pub opened: String,
    /// Whether the file is still there.
    pub exists: bool,
    /// That the last day on which it is kept is near or has passed, in words.
    pub reminder: Option<String>,
}

/// What a person set for this program on this machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Settings {
    /// The language of the interface: `nl` or `en`.
    pub language: String,
    /// The size of the text in percent: 100, 150 or 200.
    pub text_size: u16,
}

/// A refusal, a complaint or a fault, in the user's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProblemView {
    /// Which one, for a program.
    pub code: String,
    /// What happened.
    pub what: String,
    /// What to do.
    pub remedy: String,
    /// The input it is about, by its name in the call, if it is about one.
    pub field: Option<String>,
    /// Particulars, one a line: complaints about a file, findings of a check.
    pub details: Vec<String>,
}

/// What a change changed, so that every window can refresh what it shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Changed {
    /// When it was saved, as text for reading: `14:32`.
    pub saved_at: String,
    /// How many events the dossier has now.
    pub events: u64,
    /// What changed.
    pub topics: Vec<Topic>,
    /// The identity of what was made or written, for going there.
    pub subject: Option<String>,
    /// What the person must know about it, if anything.
    pub notice: Option<String>,
}

/// A part of the dossier that a window may be showing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Topic {
    /// Which dossier is open.
    Dossier,
    /// Organisation, committee and members.
    Committee,
    /// AI applications and the list of assessments.
    Subjects,
    /// Everything about one assessment: what is asked, scores, progress.
    Assessment {
        /// Which one.
        assessment: String,
    },
    /// Signed reports.
    Reports,
    /// How the dossier is kept: retention, erasures, copies that are out.
    Care,
    /// Language and text size.
    Settings,
    /// Only what the room's screen shows.
    Room,
}
