//! Reports: making, signing and verifying them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ChosenFile, FileHandle, PreviewEdition, StandingView};

/// The page on which a report is made and signed.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ReportPage {
    /// The AI application's name.
    pub subject: String,
    /// Where the assessment stands, and what it lacks. A report can be made all the
    /// same; it then says so on its first pages.
    pub standing: StandingView,
    /// Who can be asked to sign: the members.
    pub signers: Vec<SignerChoice>,
    /// Signed reports kept in the dossier, the latest first.
    pub signed: Vec<SignedReportView>,
}

/// Somebody who can be asked to sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SignerChoice {
    /// Full name.
    pub name: String,
    /// Their role, in words.
    pub role: String,
    /// Whether they are expected to sign by default.
    pub expected: bool,
}

/// A signed report that the dossier keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SignedReportView {
    /// SHA-256 of the file.
    pub sha256: String,
    /// When it was kept, for reading.
    pub at: String,
    /// Who signed so far.
    pub signers: Vec<String>,
    /// What has changed in the dossier since, in words: nothing, or how many changes.
    pub since: String,
}

/// A report that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportMade {
    /// The file.
    pub file: ChosenFile,
    /// How many pages it has.
    pub pages: u32,
    /// Its size, for reading.
    pub size: String,
    /// Who is expected to sign it.
    pub signers: Vec<String>,
    /// Where names stand in running text that this edition withholds elsewhere, in words.
    pub names_left: Option<String>,
}

/// A report that was written in another form than PDF.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportExported {
    /// The file.
    pub file: ChosenFile,
    /// Its size, for reading.
    pub size: String,
    /// As in [`ReportMade`].
    pub names_left: Option<String>,
}

/// A report to look at: one that is not made yet, or a file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum PreviewForm {
    /// As it would be made of the dossier as it stands.
    Edition {
        /// Which edition.
        edition: PreviewEdition,
    },
    /// A report that was made, and signed perhaps.
    File {
        /// The file.
        file: FileHandle,
    },
}

/// A report before it is opened at a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportPreview {
    /// Its title.
    pub title: String,
    /// The language of its pages: `nl` or `en`.
    pub language: String,
    /// How many pages it has.
    pub pages: u32,
    /// Its headings, in order.
    pub headings: Vec<PreviewHeading>,
}

/// A heading of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PreviewHeading {
    /// From 1 to 4.
    pub level: u8,
    /// With its number.
    pub title: String,
    /// On which page, counted from 1.
    pub page: u32,
}

/// A page of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PreviewedPage {
    /// An SVG of A4 that needs nothing else.
    pub picture: String,
    /// What the picture is of, in the user's language: the page and its headings.
    pub alternative: String,
    /// What the page says, in reading order, in the language of the report.
    pub text: Vec<PassageView>,
}

/// Something that a page says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PassageView {
    /// A heading.
    Heading {
        /// From 1 to 4.
        level: u8,
        /// What it says.
        text: String,
        /// Its language where it is another than the report's.
        language: Option<String>,
    },
    /// A paragraph.
    Paragraph {
        /// What it says.
        text: String,
        /// Its language where it is another than the report's.
        language: Option<String>,
    },
    /// Items of a list.
    List {
        /// In order, each with its mark.
        items: Vec<PassageText>,
    },
    /// Rows of a table.
    Table {
        /// From the top.
        rows: Vec<PassageRow>,
    },
    /// A chart, by what it shows.
    Figure {
        /// Its alternative text.
        alternative: String,
    },
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PassageRow {
    /// From the first column.
    pub cells: Vec<PassageText>,
}

/// A text in a list or a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PassageText {
    /// What it says; lines are its paragraphs.
    pub text: String,
    /// Its language where it is another than the report's.
    pub language: Option<String>,
    /// Whether it heads a row or a column.
    pub heads: bool,
}

/// A report chosen for signing: who can still sign it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SigningPage {
    /// The report's title.
    pub title: String,
    /// Those who have not signed yet.
    pub expected: Vec<ExpectedSigner>,
    /// The names that have signed.
    pub signed: Vec<String>,
    /// Those who declared that they refuse to sign.
    pub refused: Vec<String>,
    /// Who has to sign first, in words, while nobody has.
    pub first: Option<String>,
    /// What signing means, to be read before signing.
    pub meaning: String,
    /// The library of a card or token that was used before on this machine.
    pub library: Option<ChosenFile>,
}

/// Somebody whose signature is awaited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ExpectedSigner {
    /// Full name.
    pub name: String,
    /// Their role, in words.
    pub role: String,
    /// What they declared before the report was made: `agree`, `reservation`, `dissent`
    /// or `abstain`. They sign with that and nothing else.
    pub position: Option<String>,
    /// The same in words.
    pub label: Option<String>,
    /// The reason that they declared, possibly empty; nothing where it is theirs to give
    /// when they sign.
    pub reason: Option<String>,
}

/// A question for a timestamp that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TimestampRequested {
    /// The question.
    pub file: ChosenFile,
    /// Whether it is for the whole report rather than for the last signature.
    pub whole: bool,
    /// What to do now, step by step.
    pub steps: Vec<String>,
}

/// A signed report that came from elsewhere and was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportReceived {
    /// Who signed it.
    pub signed: Vec<String>,
    /// Whose signatures the dossier did not have yet.
    pub new: Vec<String>,
    /// Who has not signed.
    pub missing: Vec<String>,
    /// What has changed in the dossier since the report was made, in words.
    pub since: String,
    /// What the person must know about it, if anything.
    pub notice: Option<String>,
}

/// An identity that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IdentityMade {
    /// The file.
    pub file: ChosenFile,
    /// Whose.
    pub name: String,
    /// Fingerprint of the certificate.
    pub fingerprint: String,
    /// Until when it is valid, for reading.
    pub valid_until: String,
    /// What such an identity proves and what it does not.
    pub meaning: String,
}

/// What is on the cards and tokens that a library knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TokenView {
    /// The certificates that can sign, and those that cannot.
    pub certificates: Vec<TokenCertificate>,
    /// What a signature with one of them proves and what it does not.
    pub meaning: String,
}

/// A certificate on a card or token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TokenCertificate {
    /// Its fingerprint, by which it is chosen.
    pub fingerprint: String,
    /// Whose it is.
    pub name: String,
    /// Who issued it, in words.
    pub issuer: String,
    /// The whole subject.
    pub subject: String,
    /// What the token calls it; possibly nothing.
    pub label: String,
    /// What the card or token calls itself.
    pub token: String,
    /// What kind of key it has, such as `RSA 3072`.
    pub kind: String,
    /// From when it is valid, for reading.
    pub valid_from: String,
    /// Until when it is valid, for reading.
    pub valid_until: String,
    /// Why it cannot sign, if it cannot.
    pub refused: Option<String>,
    /// Whether the PIN is typed on the reader.
    pub pin_on_reader: bool,
    /// That the PIN may not be mistyped much more, if the card says so.
    pub warning: Option<String>,
}

/// A report that was signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReportSignedView {
    /// The signed file.
    pub file: ChosenFile,
    /// Who has signed by now.
    pub signed: Vec<String>,
    /// Who has not.
    pub missing: Vec<String>,
    /// Whether the dossier that is open keeps it.
    pub kept: bool,
    /// What the person must know about it, if anything.
    pub notice: Option<String>,
}

/// What verification found.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct VerificationPage {
    /// The file that was verified.
    pub file: ChosenFile,
    /// `intact`, `intact-unknown-signer`, `intact-not-compared`, `altered`, `unsigned` or `unreadable`.
    pub verdict: String,
    /// The verdict in plain words.
    pub headline: String,
    /// What it means and what it does not.
    pub meaning: String,
    /// The signatures, in order.
    pub signatures: Vec<SignatureView>,
    /// Who was expected to sign and has not.
    pub missing: Vec<String>,
    /// Who declared in the report that they refuse to sign.
    pub refused: Vec<String>,
    /// How many of the members that the quorum asks for have signed, in words.
    pub quorum: Option<String>,
    /// Whether the embedded data is what the pages say, in words.
    pub data: String,
    /// `equal`, `different`, `unknown-version` (another version of the program made
    /// the pages, so they cannot be compared) or `absent`.
    pub data_verdict: String,
    /// What was found wrong, in words.
    pub findings: Vec<String>,
    /// The dossier's fingerprint that the report carries.
    pub fingerprint: Option<String>,
    /// Whether the open dossier has moved on since, in words; nothing when the
    /// report is not of the open dossier.
    pub since: Option<String>,
}

/// One signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SignatureView {
    /// The signer's name.
    pub name: String,
    /// Their role.
    pub role: String,
    /// Their position, in words.
    pub position: String,
    /// Their reason.
    pub reason: String,
    /// When, by their clock, for reading.
    pub time: String,
    /// Fingerprint of the certificate.
    pub fingerprint: String,
    /// Whether the certificate is one that was trusted, in words.
    pub trust: String,
    /// Whether the certificate is trusted.
    pub trusted: bool,
}
