//! What the window sends along with a call.

use serde::Deserialize;
use ts_rs::TS;

use super::{
    AnswerForm, FileHandle, MemberForm, OrganisationForm, PreviewForm, SecretText, SubjectForm,
};

macro_rules! inputs {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)*
        }
    )*};
}
pub(super) use inputs;

inputs! {
    /// Nothing.
    Nothing {}
    /// A new dossier.
    NewDossier {
        /// Where it goes.
        file: FileHandle,
        /// Whose it is.
        organisation: String,
        /// The language the committee works in: `nl` or `en`.
        language: String,
    }
    /// A file.
    OneFile {
        /// Which one.
        file: FileHandle,
    }
    /// A copy to hand out.
    HandOutCopy {
        /// Where it goes.
        file: FileHandle,
        /// For whom, if for a member: what is done in it is theirs.
        member: Option<String>,
    }
    /// A copy that will not come back.
    GiveUpCopy {
        /// Which one.
        copy: String,
        /// Why.
        reason: String,
    }
    /// A dossier to open.
    OpenDossier {
        /// Which one.
        file: FileHandle,
        /// What opens it when it is encrypted: the passphrase or the recovery code.
        #[serde(default)]
        #[ts(optional)]
        passphrase: Option<SecretText>,
    }
    /// The dossier that is open, to be encrypted.
    Encrypt {
        /// What opens it from now on.
        passphrase: SecretText,
    }
    /// Another passphrase for an encrypted dossier.
    ChangePassphrase {
        /// What opens it now: the passphrase or the recovery code.
        current: SecretText,
        /// What opens it from now on.
        new: SecretText,
    }
    /// An encrypted dossier, to be made readable.
    Decrypt {
        /// What opens it: the passphrase or the recovery code.
        passphrase: SecretText,
    }
    /// A passphrase to weigh.
    Weigh {
        /// What was typed.
        passphrase: SecretText,
    }
    /// The organisation's particulars.
    DescribeOrganisation {
        /// What holds from now on.
        form: OrganisationForm,
    }
    /// A new member.
    AddMember {
        /// Their particulars.
        form: MemberForm,
    }
    /// A member's particulars, anew.
    ReviseMember {
        /// Who.
        member: String,
        /// What holds from now on.
        form: MemberForm,
    }
    /// A member.
    OneMember {
        /// Who.
        member: String,
    }
    /// A new AI application.
    AddSubject {
        /// Its particulars.
        form: SubjectForm,
    }
    /// An AI application's particulars, anew.
    ReviseSubject {
        /// Which one.
        subject: String,
        /// What holds from now on.
        form: SubjectForm,
    }
    /// A new assessment.
    StartAssessment {
        /// Of which application.
        subject: String,
        /// With which questionnaire, `id@version`.
        questionnaire: String,
        /// The date that decides which dated duties apply: `2026-11-21`.
        date: String,
        /// What falls inside and what does not.
        scope: String,
    }
    /// Date and scope of an assessment, anew.
    ReviseAssessment {
        /// Which one.
        assessment: String,
        /// The date: `2026-11-21`.
        date: String,
        /// What falls inside and what does not.
        scope: String,
    }
    /// An assessment.
    OneAssessment {
        /// Which one.
        assessment: String,
    }
    /// A section of an assessment.
    OneSection {
        /// In which assessment.
        assessment: String,
        /// Which section.
        section: String,
    }
    /// A question of an assessment.
    OneQuestion {
        /// In which assessment.
        assessment: String,
        /// Which question.
        question: String,
    }
    /// An answer to record.
    RecordAnswer {
        /// In which assessment.
        assessment: String,
        /// To which question.
        question: String,
        /// The answer.
        answer: AnswerForm,
    }
    /// A file to attach.
    AttachEvidence {
        /// In which assessment.
        assessment: String,
        /// To which question.
        question: String,
        /// The file.
        file: FileHandle,
    }
    /// A piece of evidence.
    OneEvidence {
        /// Which one.
        evidence: String,
    }
    /// A copy of a piece of evidence to make.
    CopyEvidence {
        /// Which one.
        evidence: String,
        /// Where the copy goes.
        to: FileHandle,
    }
    /// A part of the history.
    HistoryOf {
        /// Only of this assessment.
        assessment: Option<String>,
        /// Only of this question.
        question: Option<String>,
        /// Only by this member, or by `committee`.
        author: Option<String>,
        /// Only in this part of the work.
        area: Option<String>,
        /// How many entries to pass over.
        skip: u32,
        /// How many entries at most; 200 is the cap.
        take: u32,
    }
    /// An edition to look at before it is made.
    PreviewEdition {
        /// Of which assessment.
        assessment: String,
        /// In which language: `nl` or `en`.
        language: String,
        /// `full`, `public` or `summary`.
        edition: String,
        /// What the public edition withholds; nothing is the usual.
        withhold: Option<String>,
        /// Who is expected to sign, by name, in order.
        signers: Vec<String>,
    }
    /// A report to look at.
    PreviewReport {
        /// Which one.
        of: PreviewForm,
    }
    /// A page of a report to look at.
    PreviewPage {
        /// Which report.
        of: PreviewForm,
        /// Which page, counted from 1.
        page: u32,
    }
    /// A report to make.
    MakeReport {
        /// Of which assessment.
        assessment: String,
        /// In which language: `nl` or `en`.
        language: String,
        /// Who is expected to sign, by name, in order; the first certifies.
        signers: Vec<String>,
        /// Where it goes.
        to: FileHandle,
    }
    /// An edition of a report to make.
    MakeEdition {
        /// Of what, for whom to sign, and where it goes.
        report: MakeReport,
        /// `full`, `public` or `summary`.
        edition: String,
        /// What the public edition withholds, such as `names,question:HUM-01`; nothing is the usual.
        withhold: Option<String>,
    }
    /// A report to write in another form than PDF.
    ExportReport {
        /// Of which assessment.
        assessment: String,
        /// In which language: `nl` or `en`.
        language: String,
        /// `html`, `docx`, `xlsx`, `csv`, `json` or `md`.
        form: String,
        /// `full`, `public` or `summary`.
        edition: String,
        /// What the public edition withholds; nothing is the usual.
        withhold: Option<String>,
        /// Where it goes.
        to: FileHandle,
    }
    /// An identity to make.
    CreateIdentity {
        /// Whose.
        name: String,
        /// What protects it.
        passphrase: SecretText,
        /// Where it goes.
        to: FileHandle,
    }
    /// A report to sign.
    SignReport {
        /// The report.
        report: FileHandle,
        /// Who signs: one of the names still expected.
        name: String,
        /// `agree`, `reservation`, `dissent` or `abstain`; without it, what the report declares.
        position: Option<String>,
        /// Why; needed for a reservation or a dissent that the report does not declare.
        reason: String,
        /// The signer's identity.
        identity: FileHandle,
        /// What protects it.
        passphrase: SecretText,
        /// Where the signed report goes.
        to: FileHandle,
    }
    /// A report to sign with a key on a card or token.
    SignWithToken {
        /// The report.
        report: FileHandle,
        /// Who signs: one of the names still expected.
        name: String,
        /// `agree`, `reservation`, `dissent` or `abstain`; without it, what the report declares.
        position: Option<String>,
        /// Why; needed for a reservation or a dissent that the report does not declare.
        reason: String,
        /// The library that came with the card or token.
        library: FileHandle,
        /// The certificate, by its fingerprint.
        certificate: String,
        /// What the card asks for; nothing where the reader does the asking.
        pin: Option<SecretText>,
        /// Where the signed report goes.
        to: FileHandle,
    }
    /// A timestamp to ask for.
    RequestTimestamp {
        /// The signed report.
        report: FileHandle,
        /// Of the whole report, also while the last signature has none.
        whole: bool,
        /// Where the question goes.
        to: FileHandle,
    }
    /// A timestamp that was answered.
    EmbedTimestamp {
        /// The signed report that it was asked for.
        report: FileHandle,
        /// The answer.
        answer: FileHandle,
        /// The question, where it was kept: the answer must then be to that one.
        request: Option<FileHandle>,
        /// Where the report goes.
        to: FileHandle,
    }
    /// What authorities say of certificates.
    AddValidation {
        /// The signed report.
        report: FileHandle,
        /// Certificates, revocation lists and OCSP answers.
        files: Vec<FileHandle>,
        /// Where the report goes.
        to: FileHandle,
    }
    /// A report to verify.
    VerifyReport {
        /// The report.
        file: FileHandle,
        /// Certificates to trust.
        trust: Vec<FileHandle>,
    }
    /// An event of the history.
    OneEvent {
        /// Which one.
        event: String,
    }
    /// Copies to merge into the dossier that is open.
    MergeFiles {
        /// The copies, as they came back.
        files: Vec<FileHandle>,
        /// What opens those that are encrypted otherwise than this dossier.
        #[serde(default)]
        #[ts(optional)]
        passphrase: Option<SecretText>,
    }
    /// A backup to put back.
    RestoreBackup {
        /// Which one.
        backup: String,
        /// Where it goes: a new file.
        file: FileHandle,
    }
    /// An export to make a dossier of.
    ImportDossier {
        /// The export.
        from: FileHandle,
        /// Where the dossier goes.
        file: FileHandle,
    }
    /// A damaged dossier of which to save what is sound.
    RescueDossier {
        /// The damaged one.
        from: FileHandle,
        /// Where the new one goes.
        file: FileHandle,
        /// What opens it when it is encrypted.
        #[serde(default)]
        #[ts(optional)]
        passphrase: Option<SecretText>,
    }
    /// How long the dossier is kept.
    ChooseRetention {
        /// The last day: `2033-11-21`.
        until: String,
        /// Why until then.
        reason: String,
    }
    /// Words to erase: all of a member, or those of one event.
    EraseOf {
        /// Whose.
        member: Option<String>,
        /// Of which event.
        event: Option<String>,
    }
    /// Words to erase for good.
    Erase {
        /// Of which events.
        events: Vec<String>,
        /// Why, without repeating them.
        reason: String,
    }
    /// The dossier to destroy.
    DestroyDossier {
        /// The name of the organisation, typed to confirm.
        organisation: String,
        /// Where the certificate goes.
        certificate: FileHandle,
        /// Whether the backups go too.
        backups: bool,
    }
    /// The destruction to finish.
    FinishDestruction {
        /// The file of which the destruction was begun.
        file: FileHandle,
        /// Where its certificate is or, if that is lost, where a new one goes. Without it, where the
        /// file says.
        #[serde(default)]
        certificate: Option<FileHandle>,
    }
    /// An assessment at an earlier moment: after an event, or at the end of a date.
    AsItWas {
        /// Which one.
        assessment: String,
        /// After which event.
        event: Option<String>,
        /// At the end of which date: `2026-11-21`.
        date: Option<String>,
    }
    /// Settings, anew.
    ChooseSettings {
        /// `nl` or `en`.
        language: String,
        /// 100, 150 or 200.
        text_size: u16,
    }
}
