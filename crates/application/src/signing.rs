//! Identities, and signing reports with them. There is no signed report without a signature that
//! verifies: every step before the file is written can refuse, and none writes anything.

use std::io::Cursor;
use std::path::Path;

use assessment::Change;
use dossier::{Occasion, Overwrite, write_file_atomically};
use messages::Language;
use report::ReportData;
use signature::{Field, Identity, IdentityFault, KeyRefused, NewIdentity, SignRefused, Signing};
use signature::{OsRng, Signer, SigningTime};

use crate::Application;
use crate::files::{LARGEST_REPORT, name_of, read_regular};
use crate::keeping::backups;
use crate::problem::{Fact, Problem};
use crate::report_page::is_of;
use crate::typed;
use crate::verifying;
use crate::view::*;
use crate::words::{POSITIONS, Position, Words};

/// The shortest passphrase that an identity is made with. It only keeps out slips of the hand: the
/// window advises twelve characters or more, and who writes scripts decides for themselves.
const SHORTEST_PASSPHRASE: usize = 4;
/// What a key file may weigh.
const LARGEST_IDENTITY: u64 = 1_000_000;

impl Application {
    /// Makes an identity for one person: a key of their own with a certificate in their name, in a
    /// file that their passphrase protects. The program keeps neither.
    ///
    /// # Errors
    /// When the name cannot be used, the passphrase is too short, or the file exists or cannot be
    /// written.
    pub fn create_identity(&mut self, input: CreateIdentity) -> Result<IdentityMade, Problem> {
        let to = self.files.path(&input.to, &[FilePurpose::NewIdentity])?;
        let name = typed::name(&input.name, "name")?;
        if input.passphrase.chars().count() < SHORTEST_PASSPHRASE {
            return Err(Fact::PassphraseTooShort {
                least: SHORTEST_PASSPHRASE as u64,
            }
            .about("passphrase"));
        }
        let now = self.surroundings.now();
        let new = NewIdentity {
            name: &name,
            valid_from: now.timestamp(),
        };
        // Keys come from the system's own source, whatever the surroundings say.
        let file = Identity::create(&new, &input.passphrase, &mut OsRng).map_err(not_made)?;
        let made =
            Identity::open(&file, &input.passphrase).map_err(|error| Problem::fault(&error))?;
        write_file_atomically(&to, &file, Overwrite::Refuse)?;
        let words = self.words();
        let until = assessment::Moment::new(made.certificate().valid_until(), now.offset());
        Ok(IdentityMade {
            file: self.grant(&to, FilePurpose::OpenIdentity),
            name,
            fingerprint: made.fingerprint().to_string(),
            valid_until: words.date(until.date()),
            meaning: words.text("application-identity-meaning"),
        })
    }

    /// The certificate of an identity in PEM form, for others to trust.
    ///
    /// # Errors
    /// When the passphrase does not open the identity.
    pub fn certificate(&self, identity: &FileHandle, passphrase: &str) -> Result<String, Problem> {
        Ok(self.identity(identity, passphrase)?.certificate_pem())
    }

    /// Writes the certificate of an identity to a file, for others to trust.
    ///
    /// # Errors
    /// When the passphrase does not open the identity or the file cannot be written.
    pub fn save_certificate(
        &self,
        identity: &FileHandle,
        passphrase: &str,
        to: &Path,
    ) -> Result<(), Problem> {
        let pem = self.certificate(identity, passphrase)?;
        self.write_over(to, pem.as_bytes())
    }

    /// A report that was chosen for signing: who can still sign it.
    ///
    /// # Errors
    /// When the file is no report of this program.
    pub fn signing_page(&mut self, input: OneFile) -> Result<SigningPage, Problem> {
        let words = self.words();
        let path = self.files.path(&input.file, &[FilePurpose::OpenReport])?;
        let pdf = read_regular(&path, LARGEST_REPORT, &words.size(LARGEST_REPORT))?;
        let (fields, data) = read_report(&pdf, &name_of(&path))?;
        let named = |filled: bool| {
            fields
                .iter()
                .filter(|field| field.filled == filled)
                .map(|field| field.signer.clone())
                .collect()
        };
        Ok(SigningPage {
            title: title(&data),
            expected: named(false),
            signed: named(true),
            meaning: words.text("application-signing-meaning"),
        })
    }

    /// Signs a report for one person. The report is verified before, the signature after; the signed
    /// file appears whole or not at all. When the report is of the open dossier, it is kept there.
    ///
    /// # Errors
    /// When the report is not sound or awaits nobody of that name, when a reason is missing, when
    /// the identity cannot be used, or when nothing can be written.
    pub fn sign_report(&mut self, input: SignReport) -> Result<ReportSignedView, Problem> {
        let words = self.words();
        let path = self.files.path(&input.report, &[FilePurpose::OpenReport])?;
        let to = self
            .files
            .path(&input.to, &[FilePurpose::SignedReport, FilePurpose::Report])?;
        let pdf = read_regular(&path, LARGEST_REPORT, &words.size(LARGEST_REPORT))?;
        let name = typed::name(&input.name, "name")?;
        let position = typed::word(&POSITIONS, &input.position, "position")?;
        let reason = typed::reason(&input.reason, "reason")?;
        if reason.is_empty() && position.needs_reason() {
            return Err(Fact::PositionNeedsReason.about("reason"));
        }
        let (_, data) = read_report(&pdf, &name_of(&path))?;
        verifying::require_sound(&pdf, &name_of(&path))?;
        let identity = self.identity(&input.identity, &input.passphrase)?;
        let now = self.surroundings.now();
        let signing = Signing {
            field: None,
            role: role(&data, &name),
            position: Some(POSITIONS.word(position).to_owned()),
            reason: Some(sentence(data.language, position, &reason)),
            time: SigningTime {
                at: now.timestamp(),
                offset: now.offset(),
            },
            name,
        };
        let signed = signature::sign(&pdf, &signing, &identity)
            .map_err(|refused| not_signed(refused, &path, &input.identity, self))?;
        self.write_over(&to, &signed)?;
        let fields = signature::fields(&signed).map_err(|finding| {
            Problem::fault_saying(format!("the signed report cannot be read: {finding}"))
        })?;
        let named = |filled: bool| -> Vec<String> {
            fields
                .iter()
                .filter(|field| field.filled == filled)
                .map(|field| field.signer.clone())
                .collect()
        };
        let (done, missing) = (named(true), named(false));
        let (kept, notice) = self.keep(&data, &signed, &done)?;
        if !kept {
            self.announced(vec![Topic::Reports]);
        }
        Ok(ReportSignedView {
            file: self.grant(&to, FilePurpose::OpenReport),
            signed: done,
            missing,
            notice,
        })
    }

    /// Keeps a signed report in the dossier that it is of, if that is open for work; a backup is made
    /// before. Says whether, and why there is no backup if there is none: what was signed is kept all
    /// the same.
    fn keep(
        &mut self,
        data: &ReportData,
        signed: &[u8],
        signers: &[String],
    ) -> Result<(bool, Option<String>), Problem> {
        let Ok((open, surroundings)) = self.open_and_surroundings() else {
            return Ok((false, None));
        };
        let Some(assessment) = is_of(open, data).filter(|_| !open.is_read_only()) else {
            return Ok((false, None));
        };
        let now = surroundings.now();
        let backup = backups::make(open.dossier(), surroundings, now, Occasion::Signature);
        let heads = open.heads(&data.dossier).unwrap_or_default();
        open.act(surroundings, |act| {
            let blob = act.store_blob(&mut Cursor::new(signed), "application/pdf")?;
            Ok(act.record(Change::ReportSigned {
                assessment,
                sha256: blob.sha256,
                fingerprint: data.dossier.fingerprint.clone(),
                events: data.dossier.events,
                language: data.language,
                signers: signers.to_vec(),
                heads,
            })?)
        })?;
        self.announced(vec![
            Topic::Reports,
            Topic::Assessment {
                assessment: assessment.to_string(),
            },
        ]);
        let notice = backup.err().map(|problem| self.not_backed_up(&problem));
        Ok((true, notice))
    }

    fn identity(&self, file: &FileHandle, passphrase: &str) -> Result<Identity, Problem> {
        let purposes = [FilePurpose::OpenIdentity, FilePurpose::NewIdentity];
        let path = self.files.path(file, &purposes)?;
        let limit = self.words().size(LARGEST_IDENTITY);
        let bytes = read_regular(&path, LARGEST_IDENTITY, &limit)?;
        let name = name_of(&path);
        Identity::open(&bytes, passphrase).map_err(|refused| match refused {
            KeyRefused::WrongPassphrase => Fact::PassphraseWrong { name }.about("passphrase"),
            refused => Fact::IdentityUnusable {
                name,
                reason: refused.to_string(),
            }
            .about("identity"),
        })
    }
}

/// The fields and the data of a report of this program.
fn read_report(pdf: &[u8], name: &str) -> Result<(Vec<Field>, ReportData), Problem> {
    let not_a_report = || {
        Problem::from(Fact::NotAReport {
            name: name.to_owned(),
        })
    };
    let fields = signature::fields(pdf).map_err(|_| not_a_report())?;
    let data = report::attached_data(pdf).ok_or_else(not_a_report)?;
    let data = report::read(&data).map_err(|_| not_a_report())?;
    Ok((fields, data))
}

fn title(data: &ReportData) -> String {
    let words = Words::new(data.language);
    format!(
        "{} – {}",
        words.text("report-title"),
        crate::files::label(&data.subject.name)
    )
}

/// The role of an expected signer, in the language of the report.
fn role(data: &ReportData, name: &str) -> Option<String> {
    let signer = data.signers.iter().find(|signer| signer.name == name)?;
    signer.role.map(|role| Words::new(data.language).role(role))
}

/// What stands in the signature for people to read: the position in words, and why.
fn sentence(language: Language, position: Position, reason: &str) -> String {
    let (bare, before_reason) = Words::new(language).stated(position);
    if reason.is_empty() {
        bare
    } else {
        format!("{before_reason}{reason}")
    }
}

fn not_made(fault: IdentityFault) -> Problem {
    match fault {
        IdentityFault::PassphraseEmpty => Fact::PassphraseTooShort {
            least: SHORTEST_PASSPHRASE as u64,
        }
        .about("passphrase"),
        IdentityFault::PassphraseCharacters => Fact::PassphraseUnusable.about("passphrase"),
        other => Fact::IdentityNotMade {
            reason: other.to_string(),
        }
        .about("name"),
    }
}

fn not_signed(
    refused: SignRefused,
    report: &Path,
    identity: &FileHandle,
    application: &Application,
) -> Problem {
    let identity_name = || {
        let purposes = [FilePurpose::OpenIdentity, FilePurpose::NewIdentity];
        let path = application.files.path(identity, &purposes);
        path.map(|path| name_of(&path)).unwrap_or_default()
    };
    match refused {
        SignRefused::FileNotSound(findings) => Problem::from(Fact::ReportAltered {
            name: name_of(report),
        })
        .with_details(findings.iter().map(verifying::detail)),
        SignRefused::NotExpected { awaited, .. } if awaited.is_empty() => {
            Fact::EveryoneSigned.about("name")
        }
        SignRefused::NotExpected { name, awaited } => Fact::SignerNotExpected {
            name,
            expected: awaited.join(", "),
        }
        .about("name"),
        SignRefused::AlreadySigned { field } => Fact::AlreadySigned { name: field }.about("name"),
        SignRefused::Ambiguous { name, .. } => Fact::SeveralFields { name }.about("name"),
        SignRefused::CertificateNotValid { .. }
        | SignRefused::CertificateNotFit(_)
        | SignRefused::Key(_) => Fact::IdentityUnusable {
            name: identity_name(),
            reason: refused.to_string(),
        }
        .about("identity"),
        other => Problem::fault(&other),
    }
}
