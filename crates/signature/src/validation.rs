//! Validation data for later years: certificates, revocation lists and answers from files go into the report, so that it can be
//! verified when their issuers are gone.

use crate::{
    certificate::Certificate,
    finding::{Effect, Finding, first},
    pdf::File,
    revocation::{Answer, List},
    update::validation::{ANSWERS, CERTIFICATES, LISTS, append},
    verification::{self, Verdict},
};

/// Larger lists do not go into a report.
const LARGEST_ITEM: usize = 4 << 20;

/// What the authorities publish, read from files.
#[derive(Clone, Debug, Default)]
pub struct ValidationData {
    certificates: Vec<Vec<u8>>,
    lists: Vec<Vec<u8>>,
    answers: Vec<Vec<u8>>,
}

/// Why validation data was not taken. The file that was given is untouched in every case.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum ValidationRefused {
    /// The bytes are neither a certificate nor a revocation list nor a successful answer (OCSP).
    #[error("this is no certificate, revocation list or OCSP response")]
    Unknown,
    /// The file is larger than any that belongs into a report.
    #[error("the file is too large for a report")]
    TooLarge,
    /// There is nothing to add, or the report has it all.
    #[error("there is nothing to add")]
    Nothing,
    /// Nobody has signed.
    #[error("the report has not been signed")]
    NotSigned,
    /// The file cannot be read, or is not what its signers signed.
    #[error("the file is not fit for validation data: {}", first(.0))]
    FileNotSound(Vec<Finding>),
    /// The result did not verify and was thrown away.
    #[error("the file with the validation data does not verify: {}", first(.0))]
    OwnResult(Vec<Finding>),
}

impl ValidationData {
    /// Adds a file, in PEM or DER form: a certificate, a revocation list, or an answer about certificates (OCSP).
    ///
    /// # Errors
    /// When it is none of these, or too large.
    pub fn add(&mut self, file: &[u8]) -> Result<(), ValidationRefused> {
        if file.len() > LARGEST_ITEM {
            return Err(ValidationRefused::TooLarge);
        }
        let der = match der::pem::decode_vec(file) {
            Ok((_, der)) => der,
            Err(_) => file.to_vec(),
        };
        let list = if Certificate::from_der(&der).is_ok() {
            &mut self.certificates
        } else if List::from_der(&der).is_some() {
            &mut self.lists
        } else if Answer::from_der(&der).is_some() {
            &mut self.answers
        } else {
            return Err(ValidationRefused::Unknown);
        };
        if !list.contains(&der) {
            list.push(der);
        }
        Ok(())
    }

    fn items(&self) -> Vec<(&str, &[u8])> {
        fn of<'a>(
            list: &'a str,
            items: &'a [Vec<u8>],
        ) -> impl Iterator<Item = (&'a str, &'a [u8])> {
            items.iter().map(move |item| (list, item.as_slice()))
        }
        of(CERTIFICATES, &self.certificates)
            .chain(of(LISTS, &self.lists))
            .chain(of(ANSWERS, &self.answers))
            .collect()
    }
}

/// Adds validation data to a signed report, in an update that does nothing else. What the report has already is not added again.
///
/// # Errors
/// See [`ValidationRefused`]. What comes back has been verified.
pub fn add_validation_data(
    pdf: &[u8],
    data: &ValidationData,
) -> Result<Vec<u8>, ValidationRefused> {
    let unsound = |finding: Finding| ValidationRefused::FileNotSound(vec![finding]);
    let before = verification::verify(pdf, &[]);
    let sound = before
        .findings
        .iter()
        .all(|finding| finding.code.effect() < Effect::Altered);
    if !sound || before.verdict == Verdict::Unreadable {
        return Err(ValidationRefused::FileNotSound(before.findings));
    }
    if before.signatures.is_empty() {
        return Err(ValidationRefused::NotSigned);
    }
    let file = File::read(pdf).map_err(unsound)?;
    let known = verification::validation_data(&file);
    let mut items = data.items();
    items.retain(|(_, item)| !known.contains(item));
    if items.is_empty() {
        return Err(ValidationRefused::Nothing);
    }
    let out =
        append(pdf, &file, &items).ok_or_else(|| ValidationRefused::FileNotSound(Vec::new()))?;
    let after = verification::verify(&out, &[]);
    let sound = matches!(
        after.verdict,
        Verdict::Intact | Verdict::IntactUnknownSigner
    );
    if sound && after.signatures.len() == before.signatures.len() {
        Ok(out)
    } else {
        Err(ValidationRefused::OwnResult(after.findings))
    }
}
