//! Signing: fills one prepared field with one signature, in an update that adds nothing else.

use jiff::{Timestamp, tz::Offset};

use crate::{
    fields::{self, Prepared},
    finding::{Effect, Finding, first},
    message,
    pdf::{File, text},
    signer::{KeyFault, Signer},
    update::{self, Content, Filling},
    verification::{self, Verdict},
};

/// What someone signs with, and as what. All of it stands inside the signed bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signing {
    /// The name of the field to fill; without it, the field that awaits `name`.
    pub field: Option<String>,
    /// Who signs. It must be the person whom the field awaits.
    pub name: String,
    /// In which role, as a word for people.
    pub role: Option<String>,
    /// The position taken, as a word for programs.
    pub position: Option<String>,
    /// The sentence that people read in a PDF viewer: the position in words, and why.
    pub reason: Option<String>,
    /// When, by the signer's clock.
    pub time: SigningTime,
}

/// A time with the distance to UTC where the signer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SigningTime {
    /// The moment. PDF keeps whole seconds.
    pub at: Timestamp,
    /// The distance to UTC, in whole minutes.
    pub offset: Offset,
}

/// Why a signature was not made. The file that was given is untouched in every case.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum SignRefused {
    /// The file cannot be read, or is not what its earlier signers signed.
    #[error("the file is not fit to be signed: {}", first(.0))]
    FileNotSound(Vec<Finding>),
    /// The report awaits nobody of that name.
    #[error("no signature field awaits {name}")]
    NotExpected {
        /// The name, or the name of the field.
        name: String,
        /// Whom the report does await and who has not signed.
        awaited: Vec<String>,
    },
    /// Two fields await the same name: say which.
    #[error("several fields await {name}")]
    Ambiguous {
        /// The name.
        name: String,
        /// The fields that await it.
        fields: Vec<String>,
    },
    /// Nobody has signed yet, and somebody else is awaited first: the first signature certifies the report.
    #[error("{first} has to sign before {name}")]
    NotFirst {
        /// Who wanted to sign.
        name: String,
        /// Who has to sign first.
        first: String,
    },
    /// The field has been filled.
    #[error("{field} has been signed already")]
    AlreadySigned {
        /// The field.
        field: String,
    },
    /// The certificate was not valid yet, or is not valid any more.
    #[error("the certificate is valid from {from} until {until}")]
    CertificateNotValid {
        /// The beginning.
        from: Timestamp,
        /// The end.
        until: Timestamp,
    },
    /// The certificate is not for signing, or its key is not of a kind that this program signs with.
    #[error("the certificate is not fit for signing: {0}")]
    CertificateNotFit(String),
    /// The key could not be used.
    #[error(transparent)]
    Key(#[from] KeyFault),
    /// The result did not verify and was thrown away.
    #[error("the signature that was made does not verify: {}", first(.0))]
    OwnResult(Vec<Finding>),
}

/// Signs a report and returns it with the signature. What comes back has been verified.
///
/// The first signature certifies the report (later ones may only fill the fields that it prepared), every later one approves.
///
/// # Errors
/// See [`SignRefused`]. There is no signed file without a signature that verifies.
pub fn sign(pdf: &[u8], signing: &Signing, signer: &dyn Signer) -> Result<Vec<u8>, SignRefused> {
    let (file, field, before) = prepare(pdf, signing)?;
    check_certificate(signing, signer)?;
    let filling = Filling {
        object: field.object,
        content: Content::Signature {
            first: before == 0,
            name: &signing.name,
            role: signing.role.as_deref(),
            position: signing.position.as_deref(),
            reason: signing.reason.as_deref(),
            time: text::encode_time(signing.time.at, signing.time.offset),
            longest: message::longest(signer),
        },
    };
    let signed = update::append(pdf, &file, &filling, signer)?;
    confirm(signed, &field.name, before, signer)
}

/// Whether this person can sign this report now, whatever they sign with. For whoever asks for a PIN only when it is of use.
///
/// # Errors
/// As [`sign`], as far as it does not depend on the key.
pub fn may_sign(pdf: &[u8], signing: &Signing) -> Result<(), SignRefused> {
    prepare(pdf, signing).map(|_| ())
}

/// The file, the field to fill, and how many have signed before.
fn prepare(pdf: &[u8], signing: &Signing) -> Result<(File, Prepared, usize), SignRefused> {
    let before = verification::verify(pdf, &[]);
    let is_sound = before
        .findings
        .iter()
        .all(|finding| finding.code.effect() < Effect::Altered);
    if !is_sound || matches!(before.verdict, Verdict::Altered | Verdict::Unreadable) {
        return Err(SignRefused::FileNotSound(before.findings));
    }
    let file = File::read(pdf).map_err(|finding| SignRefused::FileNotSound(vec![finding]))?;
    let field = choose_field(&file, signing)?;
    refuse_out_of_turn(&file, &field)?;
    Ok((file, field, before.signatures.len()))
}

/// The empty field that awaits this signer.
fn choose_field(file: &File, signing: &Signing) -> Result<Prepared, SignRefused> {
    let mut fields = fields::prepared(file, file.last())
        .map_err(|finding| SignRefused::FileNotSound(vec![finding]))?;
    fields.retain(|field| !field.is_for_timestamp());
    let (wanted, candidates): (&String, Vec<_>) = match &signing.field {
        Some(name) => (
            name,
            fields
                .iter()
                .filter(|field| field.name == *name && field.signer == signing.name)
                .collect(),
        ),
        None => (
            &signing.name,
            fields
                .iter()
                .filter(|field| field.signer == signing.name)
                .collect(),
        ),
    };
    let empty: Vec<_> = candidates
        .iter()
        .filter(|field| field.signature.is_none())
        .collect();
    match (empty.as_slice(), candidates.first()) {
        ([field], _) => Ok(Prepared::clone(field)),
        ([], Some(field)) => Err(SignRefused::AlreadySigned {
            field: field.name.clone(),
        }),
        ([], None) => Err(SignRefused::NotExpected {
            name: wanted.clone(),
            awaited: fields
                .iter()
                .filter(|field| field.signature.is_none())
                .map(|field| field.signer.clone())
                .collect(),
        }),
        (several, _) => Err(SignRefused::Ambiguous {
            name: wanted.clone(),
            fields: several.iter().map(|field| field.name.clone()).collect(),
        }),
    }
}

/// The report's first field certifies: until it is filled, no other can be.
fn refuse_out_of_turn(file: &File, field: &Prepared) -> Result<(), SignRefused> {
    let fields = fields::prepared(file, file.last())
        .map_err(|finding| SignRefused::FileNotSound(vec![finding]))?;
    match fields::first(&fields) {
        Some(first) if first.name != field.name && first.signature.is_none() => {
            Err(SignRefused::NotFirst {
                name: field.signer.clone(),
                first: first.signer.clone(),
            })
        }
        _ => Ok(()),
    }
}

fn check_certificate(signing: &Signing, signer: &dyn Signer) -> Result<(), SignRefused> {
    let certificate = signer.certificate();
    if !certificate.is_valid_at(signing.time.at) {
        return Err(SignRefused::CertificateNotValid {
            from: certificate.valid_from(),
            until: certificate.valid_until(),
        });
    }
    if !certificate.allows_signing() {
        return Err(SignRefused::CertificateNotFit("key usage".to_owned()));
    }
    certificate
        .scheme()
        .map(|_| ())
        .map_err(|refused| SignRefused::CertificateNotFit(refused.to_string()))
}

/// Fails closed: a signed file that this program would refuse is not handed out.
fn confirm(
    signed: Vec<u8>,
    field: &str,
    before: usize,
    signer: &dyn Signer,
) -> Result<Vec<u8>, SignRefused> {
    let after = verification::verify(&signed, std::slice::from_ref(signer.certificate()));
    let sound = matches!(
        after.verdict,
        Verdict::Intact | Verdict::IntactUnknownSigner
    );
    let own = after.signatures.last().is_some_and(|last| {
        last.field == field
            && last.trusted
            && last.fingerprint == signer.certificate().fingerprint()
    });
    if sound && own && after.signatures.len() == before + 1 {
        Ok(signed)
    } else {
        Err(SignRefused::OwnResult(after.findings))
    }
}
