//! From a signed report to a request, and from an answer back into the report.

use std::ops::Range;

use super::{Token, exchange, exchange::Nonce};
use crate::{
    fields,
    finding::{Effect, Finding},
    message,
    pdf::{Entries, File, Object},
    verification::{self, Verdict},
};

/// Why there is no request, or why an answer was not taken. The file that was given is untouched in every case.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum TimestampRefused {
    /// The file cannot be read, or is not what its signers signed.
    #[error("the file is not fit to be timestamped: {}", first(.0))]
    FileNotSound(Vec<Finding>),
    /// The report has no such field.
    #[error("there is no field {field}")]
    NoSuchField {
        /// The field.
        field: String,
    },
    /// Nobody has signed there.
    #[error("{field} has not been signed")]
    NotSigned {
        /// The field.
        field: String,
    },
    /// Somebody signed later, and that signature covers this one as it is.
    #[error("{field} cannot be changed any more: {later} covers it")]
    NotLast {
        /// The field.
        field: String,
        /// The field that was filled later.
        later: String,
    },
    /// The signature has a timestamp.
    #[error("{field} has a timestamp already")]
    AlreadyTimestamped {
        /// The field.
        field: String,
    },
    /// The bytes are no answer of a timestamping authority.
    #[error("this is not an answer of a timestamping authority: {0}")]
    NotAnAnswer(String),
    /// The authority refused.
    #[error("the timestamping authority refused ({status}): {text}")]
    NotGranted {
        /// Its status (RFC 3161).
        status: u8,
        /// Its words.
        text: String,
    },
    /// The answer is to another question.
    #[error("the answer belongs to another request")]
    OtherNonce,
    /// The token in the answer is not right, or is for something else.
    #[error("the timestamp is not right: {0}")]
    TokenInvalid(Finding),
    /// The token is larger than the room for it.
    #[error("the timestamp is too large for the room that the signature left")]
    NoRoom,
    /// The result did not verify and was thrown away.
    #[error("the file with the timestamp does not verify: {}", first(.0))]
    OwnResult(Vec<Finding>),
}

fn first(findings: &[Finding]) -> String {
    findings
        .first()
        .map(ToString::to_string)
        .unwrap_or_default()
}

/// Makes a request (`.tsq`) for a timestamp of the signature in a field, to be sent to an authority by whoever has a network.
///
/// # Errors
/// When the field is empty, has a timestamp, or was followed by another signature.
pub fn timestamp_request(
    pdf: &[u8],
    field: &str,
    nonce: Nonce,
) -> Result<Vec<u8>, TimestampRefused> {
    let stamped = Stamped::find(pdf, field)?;
    exchange::request(&[&stamped.value], nonce)
        .map_err(|error| TimestampRefused::NotAnAnswer(error.to_string()))
}

/// Puts the timestamp from an answer (`.tsr`) into the signature that it was asked for. The file keeps its length, and only the
/// room that the signature left in its contents changes.
///
/// The imprint ties the answer to this very signature; `nonce`, where it was kept, ties it to the request as well.
///
/// # Errors
/// See [`TimestampRefused`]. What comes back has been verified.
pub fn embed_timestamp(
    pdf: &[u8],
    field: &str,
    response: &[u8],
    nonce: Option<Nonce>,
) -> Result<Vec<u8>, TimestampRefused> {
    let stamped = Stamped::find(pdf, field)?;
    let der = exchange::token(response)?;
    let token = Token::check(&der, &[&stamped.value]).map_err(TimestampRefused::TokenInvalid)?;
    if nonce.is_some_and(|nonce| !nonce.is(token.nonce.as_deref())) {
        return Err(TimestampRefused::OtherNonce);
    }
    let message =
        message::with_timestamp(&stamped.contents, &der).map_err(TimestampRefused::TokenInvalid)?;
    let mut out = pdf.to_vec();
    let hole = stamped.hole.start + 1..stamped.hole.end - 1;
    let hole = out.get_mut(hole).ok_or(TimestampRefused::NoRoom)?;
    hex::encode_to_slice(padded(message, hole.len() / 2)?, hole)
        .map_err(|_| TimestampRefused::NoRoom)?;
    confirm(out, field, &token)
}

fn padded(mut message: Vec<u8>, room: usize) -> Result<Vec<u8>, TimestampRefused> {
    if message.len() > room {
        return Err(TimestampRefused::NoRoom);
    }
    message.resize(room, 0);
    Ok(message)
}

/// A signature that can take a timestamp.
struct Stamped {
    /// The place of its contents, delimiters included.
    hole: Range<usize>,
    contents: Vec<u8>,
    /// The signature itself.
    value: Vec<u8>,
}

impl Stamped {
    fn find(pdf: &[u8], field: &str) -> Result<Self, TimestampRefused> {
        let unsound = |finding: Finding| TimestampRefused::FileNotSound(vec![finding]);
        let name = || field.to_owned();
        refuse_unsound(pdf)?;
        let file = File::read(pdf).map_err(unsound)?;
        let fields = fields::prepared(&file, file.last()).map_err(unsound)?;
        let own = fields.iter().find(|one| one.name == field);
        let own = own.ok_or_else(|| TimestampRefused::NoSuchField { field: name() })?;
        let signature = own
            .signature
            .ok_or_else(|| TimestampRefused::NotSigned { field: name() })?;
        // Each update takes numbers that were free, so that a later signature has a higher one.
        if let Some(later) = fields.iter().find(|one| one.signature > Some(signature)) {
            let later = later.name.clone();
            return Err(TimestampRefused::NotLast {
                field: name(),
                later,
            });
        }
        let contents = file
            .located(file.last(), signature)
            .and_then(|located| located.value.as_dictionary())
            .and_then(|dictionary| dictionary.entry("Contents"))
            .and_then(Object::as_text)
            .ok_or_else(|| TimestampRefused::FileNotSound(Vec::new()))?;
        let value = message::signature_value(&contents.bytes)
            .map_err(unsound)?
            .ok_or_else(|| TimestampRefused::AlreadyTimestamped { field: name() })?;
        Ok(Self {
            hole: contents.span.clone(),
            contents: contents.bytes.clone(),
            value,
        })
    }
}

fn refuse_unsound(pdf: &[u8]) -> Result<(), TimestampRefused> {
    let before = verification::verify(pdf, &[]);
    let sound = before
        .findings
        .iter()
        .all(|finding| finding.code.effect() < Effect::Altered);
    if sound && before.verdict != Verdict::Unreadable {
        Ok(())
    } else {
        Err(TimestampRefused::FileNotSound(before.findings))
    }
}

/// Fails closed: a file in which this program does not find the timestamp is not handed out.
fn confirm(out: Vec<u8>, field: &str, token: &Token) -> Result<Vec<u8>, TimestampRefused> {
    let after = verification::verify(&out, &[]);
    let sound = matches!(
        after.verdict,
        Verdict::Intact | Verdict::IntactUnknownSigner
    );
    let stamped = after.signatures.iter().any(|one| {
        let time = one.timestamp.as_ref().map(|timestamp| timestamp.time);
        one.field == field && time == Some(token.time)
    });
    if sound && stamped {
        Ok(out)
    } else {
        Err(TimestampRefused::OwnResult(after.findings))
    }
}
