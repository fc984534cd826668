//! Signing reports. There is no signed report without a signature that verifies: every step before
//! the file is written can refuse, and none writes anything.

mod declared;
mod exchange;
mod identities;
mod key;
mod receiving;
#[cfg(feature = "tokens")]
mod tokens;

use std::path::Path;

use assessment::Moment;
use jiff::{Timestamp, tz::TimeZone};
use messages::Language;
use report::ReportData;
use report::data::SignerData;
use signature::{Field, SignRefused, Signing, SigningTime, Verification};
use verification::sentence;

use crate::Application;
use crate::files::{LARGEST_REPORT, label, name_of, read_regular};
use crate::problem::{Detail, Fact, Problem};
use crate::typed;
use crate::verifying;
use crate::view::*;
use crate::words::{POSITIONS, STANDS, Words};
use key::Key;

/// A report of this program, read and found sound.
pub(crate) struct Read {
    pub(crate) name: String,
    pub(crate) pdf: Vec<u8>,
    fields: Vec<Field>,
    data: ReportData,
}

/// What is asked when somebody signs, whatever they sign with.
struct Asked {
    report: FileHandle,
    name: String,
    position: Option<String>,
    reason: String,
    to: FileHandle,
}

impl Application {
    /// A report that was chosen for signing: who can still sign it, and what each declared.
    ///
    /// # Errors
    /// When the file is no report of this program.
    pub fn signing_page(&mut self, input: OneFile) -> Result<SigningPage, Problem> {
        let words = self.words();
        let read = self.read_report(&input.file)?;
        let awaited: Vec<ExpectedSigner> = read
            .fields
            .iter()
            .filter(|field| !field.filled)
            .map(|field| expected(words, field, &read.data))
            .collect();
        let signed = named(&read.fields, true);
        let first = match awaited.as_slice() {
            [first, _, ..] if signed.is_empty() => Some(words.format(
                "application-signs-first",
                &[("name", first.name.as_str().into())],
            )),
            _ => None,
        };
        Ok(SigningPage {
            title: title(&read.data),
            expected: awaited,
            signed,
            refused: verifying::refusing(&read.data),
            first,
            meaning: words.text("application-signing-meaning"),
            library: self.library_used_before(),
        })
    }

    /// Signs a report for one person. The report is verified before, the signature after; the signed
    /// file appears whole or not at all. When the report is of the open dossier, it is kept there.
    ///
    /// # Errors
    /// When the report is not sound or awaits nobody of that name, when somebody else has to sign
    /// first, when the position or the reason is another than what the report declares, when the
    /// identity cannot be used, or when nothing can be written.
    pub fn sign_report(&mut self, input: SignReport) -> Result<ReportSignedView, Problem> {
        let key = Key::InFile {
            identity: input.identity,
            passphrase: input.passphrase,
        };
        let asked = Asked {
            report: input.report,
            name: input.name,
            position: input.position,
            reason: input.reason,
            to: input.to,
        };
        self.sign(&asked, &key)
    }

    /// Signs with a key that is opened last: only when everything else is right.
    fn sign(&mut self, asked: &Asked, key: &Key) -> Result<ReportSignedView, Problem> {
        let to = self
            .files
            .path(&asked.to, &[FilePurpose::SignedReport, FilePurpose::Report])?;
        let name = typed::name(&asked.name, "name")?;
        let read = self.read_report(&asked.report)?;
        let awaited = read.data.signers.iter().find(|signer| signer.name == name);
        let (position, reason) = declared::agreed(awaited, asked)?;
        verifying::require_sound(&read.pdf, &read.name)?;
        let now = self.surroundings.now();
        let signing = Signing {
            field: None,
            role: awaited
                .and_then(|signer| signer.role)
                .map(|role| Words::new(read.data.language).role(role)),
            position: Some(POSITIONS.word(position).to_owned()),
            reason: Some(sentence(read.data.language, position, &reason)),
            time: SigningTime {
                at: now.timestamp(),
                offset: now.offset(),
            },
            name,
        };
        let of_the_key = |why| key.problem(self, why);
        signature::may_sign(&read.pdf, &signing)
            .map_err(|refused| not_signed(refused, &read.name, &of_the_key, now))?;
        let signer = key.open(self)?;
        let signed = signature::sign(&read.pdf, &signing, signer.as_ref())
            .map_err(|refused| not_signed(refused, &read.name, &of_the_key, now))?;
        self.write_over(&to, &signed)?;
        let other = awaited.and_then(|awaited| {
            let known = awaited.certificate.as_deref()?;
            let changed = known != signer.certificate().fingerprint().to_string();
            changed.then(|| self.words().text("application-other-certificate"))
        });
        let mut done = self.signed(&to, &read.data, &signed)?;
        done.notice = joined_notices([done.notice, other]);
        Ok(done)
    }

    /// The library of a card or token that was used before.
    fn library_used_before(&mut self) -> Option<ChosenFile> {
        let library = self.memory.token_library()?.to_owned();
        Some(self.grant(library, FilePurpose::TokenLibrary))
    }

    /// What came of a file that was written: who signed it; and it is kept in the dossier that it is of.
    fn signed(
        &mut self,
        to: &Path,
        data: &ReportData,
        pdf: &[u8],
    ) -> Result<ReportSignedView, Problem> {
        let verification = signature::verify(pdf, &[]);
        let (kept, notice) = self.keep(&name_of(to), data, pdf, &verification)?;
        if !kept {
            self.announced(vec![Topic::Reports]);
        }
        Ok(ReportSignedView {
            file: self.grant(to, FilePurpose::OpenReport),
            signed: signers_of(&verification),
            missing: awaited_in(&verification),
            notice,
            kept,
        })
    }

    /// The report behind a handle.
    pub(crate) fn read_report(&self, file: &FileHandle) -> Result<Read, Problem> {
        let purposes = [FilePurpose::OpenReport, FilePurpose::SignedReport];
        let path = self.files.path(file, &purposes)?;
        let limit = self.words().size(LARGEST_REPORT);
        let pdf = read_regular(&path, LARGEST_REPORT, &limit)?;
        let name = name_of(&path);
        let not_a_report = || Problem::from(Fact::NotAReport { name: name.clone() });
        let fields = signature::fields(&pdf).map_err(|_| not_a_report())?;
        let data = report::attached_data(&pdf).ok_or_else(not_a_report)?;
        let data = report::read(&data).map_err(|_| not_a_report())?;
        Ok(Read {
            name,
            pdf,
            fields,
            data,
        })
    }
}

/// Somebody whose signature is awaited, with what they declared.
fn expected(words: Words, field: &Field, data: &ReportData) -> ExpectedSigner {
    let signer = data
        .signers
        .iter()
        .find(|signer| signer.field.as_deref() == Some(&field.name));
    let declared = signer.and_then(|signer| signer.declared.as_ref());
    ExpectedSigner {
        name: field.signer.clone(),
        role: signer.and_then(|signer| signer.role).map_or_else(
            || words.text("application-no-role"),
            |role| words.role(role),
        ),
        position: declared.map(|declared| STANDS.word(declared.position).to_owned()),
        label: declared.map(|declared| words.position(declared.position)),
        reason: declared.and_then(|declared| declared.reason.shown().cloned()),
    }
}

fn named(fields: &[Field], filled: bool) -> Vec<String> {
    fields
        .iter()
        .filter(|field| field.filled == filled)
        .map(|field| field.signer.clone())
        .collect()
}

/// Who signed, in the order in which they did.
fn signers_of(verification: &Verification) -> Vec<String> {
    let signatures = verification.signatures.iter();
    signatures.map(|signature| signature.name.clone()).collect()
}

/// Who is awaited still.
fn awaited_in(verification: &Verification) -> Vec<String> {
    let missing = verification.missing.iter();
    missing.map(|field| field.signer.clone()).collect()
}

/// Several things to tell, as one text.
fn joined_notices(notices: impl IntoIterator<Item = Option<String>>) -> Option<String> {
    let told: Vec<String> = notices.into_iter().flatten().collect();
    (!told.is_empty()).then(|| told.join(" "))
}

pub(crate) fn title(data: &ReportData) -> String {
    let words = Words::new(data.language);
    format!(
        "{} – {}",
        words.text("report-title"),
        label(&data.subject.name)
    )
}

/// A report that was altered, with what was found.
fn altered<'a>(name: &str, findings: impl IntoIterator<Item = &'a signature::Finding>) -> Problem {
    Problem::from(Fact::ReportAltered {
        name: name.to_owned(),
    })
    .with_details(findings.into_iter().map(verifying::detail))
}

fn not_signed(
    refused: SignRefused,
    report: &str,
    of_the_key: &dyn Fn(key::Unfit) -> Problem,
    now: Moment,
) -> Problem {
    match refused {
        SignRefused::FileNotSound(findings) => altered(report, &findings),
        SignRefused::NotExpected { awaited, .. } if awaited.is_empty() => {
            Fact::EveryoneSigned.about("name")
        }
        SignRefused::NotExpected { name, awaited } => Fact::SignerNotExpected {
            name,
            expected: awaited.join(", "),
        }
        .about("name"),
        SignRefused::NotFirst { name, first } => Fact::SignsFirst { name, first }.about("name"),
        SignRefused::AlreadySigned { field } => Fact::AlreadySigned { name: field }.about("name"),
        SignRefused::Ambiguous { name, .. } => Fact::SeveralFields { name }.about("name"),
        SignRefused::CertificateNotValid { from, until } => {
            of_the_key(key::Unfit::Certificate(validity(from, until, now)))
        }
        SignRefused::CertificateNotFit(_) => of_the_key(key::Unfit::Certificate(Words::detail(
            "identity-not-for-signing",
        ))),
        SignRefused::Key(fault) => of_the_key(key::Unfit::Key(fault)),
        other => Problem::fault(&other),
    }
}

/// A certificate that is not valid yet, or no longer.
fn validity(from: Timestamp, until: Timestamp, now: Moment) -> Detail {
    let (key, day) = if until < now.timestamp() {
        ("identity-expired", until)
    } else {
        ("identity-not-yet-valid", from)
    };
    let text = |language| {
        let day = messages::date(language, day.to_zoned(TimeZone::UTC).date());
        Words::new(language).format(key, &[("day", day.into())])
    };
    Detail::Localised {
        nl: text(Language::Nl),
        en: text(Language::En),
    }
}

/// Whether somebody is asked to sign: whoever declared to refuse has no field.
fn is_awaited(signer: &SignerData) -> bool {
    signer.field.is_some()
}
