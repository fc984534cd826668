//! What a signature states, compared with the pages and the data of the report that it is on.
//!
//! That it was made over these very bytes is for `signature` to say; here it is about what people
//! read in it.

use messages::{Language, catalogue};
use report::ReportData;
use report::data::SignerData;
use signature::SignatureFinding;

use crate::file::label;
use crate::in_words::finding;
use crate::positions::{POSITIONS, sentence, stated as as_stated};

/// Something that is stated in one place and otherwise in another.
#[derive(Debug)]
pub(crate) struct Contradiction {
    pub(crate) code: &'static str,
    /// Whether the report cannot be what was signed.
    pub(crate) alters: bool,
    /// Whose signature it is about.
    of: Option<String>,
}

impl Contradiction {
    /// About the file as a whole.
    pub(crate) fn of_file(code: &'static str, alters: bool) -> Self {
        Self {
            code,
            alters,
            of: None,
        }
    }

    pub(crate) fn in_words(&self, language: Language) -> String {
        let text = finding(self.code, language);
        match &self.of {
            Some(name) => format!("{text} ({name})"),
            None => text,
        }
    }
}

/// What a signature states that cannot be: a position that does not exist, a sentence for people that
/// says another position than the word for programs, somebody whom the data does not name there,
/// another role than theirs, another position or reason than they declared; or a certificate that is
/// not the one they signed with before.
pub(crate) fn contradictions(
    signature: &SignatureFinding,
    data: Option<&ReportData>,
) -> Vec<Contradiction> {
    let mut codes = Vec::new();
    let stated = signature
        .position
        .as_deref()
        .map(|word| POSITIONS.read(word));
    if stated == Some(None) {
        codes.push("position-unknown");
    }
    if let Some(data) = data {
        if let (Some(Some(position)), Some(reason)) = (stated, &signature.reason) {
            let (bare, before_reason) = as_stated(position, data.language);
            if *reason != bare && !reason.starts_with(&before_reason) {
                codes.push("reason-contradicts-position");
            }
        }
        let mut signers = data.signers.iter();
        match signers.find(|signer| signer.field.as_deref() == Some(&signature.field)) {
            Some(signer) if signer.name == signature.name => {
                codes.extend(against(signer, signature, data));
            }
            _ => codes.push("signer-not-in-data"),
        }
    }
    let contradictions = codes.into_iter().map(|code| Contradiction {
        code,
        alters: code != "certificate-not-expected",
        of: Some(label(&signature.name)),
    });
    contradictions.collect()
}

/// What speaks against this being the signature of this person.
fn against(
    signer: &SignerData,
    signature: &SignatureFinding,
    data: &ReportData,
) -> Vec<&'static str> {
    let mut codes = Vec::new();
    let texts = catalogue(data.language);
    let role = signer.role.map(|role| report::wording::role(role, texts));
    if signature.role.is_some() && signature.role != role {
        codes.push("role-not-expected");
    }
    if let Some(declared) = &signer.declared {
        let position = POSITIONS.word(declared.position);
        if signature.position.as_deref() != Some(position) {
            codes.push("position-not-declared");
        }
        let known = declared.reason.shown();
        let expected = known.map(|reason| sentence(data.language, declared.position, reason));
        if expected.is_some() && signature.reason != expected {
            codes.push("reason-not-declared");
        }
    }
    let other = signer.certificate.as_ref();
    if other.is_some_and(|known| *known != signature.fingerprint.to_string()) && !signature.trusted
    {
        codes.push("certificate-not-expected");
    }
    codes
}
