//! From a signed report to a request, and from an answer back into the report.

use super::{Token, exchange, exchange::Nonce, token};
use crate::{
    fields::{self, Prepared},
    finding::{Effect, Finding, first},
    message,
    pdf::{Entries, File, Object},
    update::{self, Content, Draft, Filling},
    verification::{self, TimestampFinding, Verdict},
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
    /// Nobody has signed there, or, for a timestamp of the document, anywhere.
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
    /// The token in the answer is of other bytes.
    #[error("the timestamp is of something else")]
    OtherImprint,
    /// The token in the answer is not right.
    #[error("the timestamp is not right: {0}")]
    TokenInvalid(Finding),
    /// The token is larger than the room for it.
    #[error("the timestamp is too large for the room that the signature left")]
    NoRoom,
    /// The result did not verify and was thrown away.
    #[error("the file with the timestamp does not verify: {}", first(.0))]
    OwnResult(Vec<Finding>),
}

/// The fields that can take a timestamp now: that of the last signature while it has none, then those that the report prepared for
/// timestamps of the whole document.
///
/// # Errors
/// When the file is not fit to be timestamped.
pub fn awaiting_timestamp(pdf: &[u8]) -> Result<Vec<String>, TimestampRefused> {
    let unsound = |finding: Finding| TimestampRefused::FileNotSound(vec![finding]);
    refuse_unsound(pdf)?;
    let file = File::read(pdf).map_err(unsound)?;
    let (whole, people): (Vec<Prepared>, Vec<Prepared>) = fields::prepared(&file, file.last())
        .map_err(unsound)?
        .into_iter()
        .partition(Prepared::is_for_timestamp);
    if people.iter().all(|field| field.signature.is_none()) {
        return Ok(Vec::new());
    }
    // What came last covers all before it: only there can bytes still be filled in.
    let latest = people
        .iter()
        .chain(&whole)
        .max_by_key(|field| field.signature);
    let open = latest.filter(|field| match field.signature {
        Some(signature) if !field.is_for_timestamp() => {
            signed(pdf, &file, signature, &field.name).is_ok()
        }
        _ => false,
    });
    let empty = whole.iter().filter(|field| field.signature.is_none());
    let fields = open.into_iter().chain(empty);
    Ok(fields.map(|field| field.name.clone()).collect())
}

/// Makes a request (`.tsq`) for a timestamp, to be sent to an authority by whoever has a network: of the signature in a field, or
/// of the whole document where the report prepared the field for that (`Timestamp1` and so on).
///
/// # Errors
/// When the field is none that can take a timestamp now.
pub fn timestamp_request(
    pdf: &[u8],
    field: &str,
    nonce: Nonce,
) -> Result<Vec<u8>, TimestampRefused> {
    let awaiting = Awaiting::find(pdf, field)?;
    exchange::request(&awaiting.stamped(), nonce)
        .map_err(|error| TimestampRefused::NotAnAnswer(error.to_string()))
}

/// Puts the timestamp from an answer (`.tsr`) where it was asked for. Into a signature: the file keeps its length, and only the room
/// that the signature left in its contents changes. Into a field for it: an update fills that field and nothing else.
///
/// The imprint ties the answer to this very file; `nonce`, where it was kept, ties it to the request as well.
///
/// # Errors
/// See [`TimestampRefused`]. What comes back has been verified.
pub fn embed_timestamp(
    pdf: &[u8],
    field: &str,
    response: &[u8],
    nonce: Option<Nonce>,
) -> Result<Vec<u8>, TimestampRefused> {
    let awaiting = Awaiting::find(pdf, field)?;
    let der = exchange::token(response)?;
    let token = Token::check(&der, &awaiting.stamped()).map_err(|finding| {
        if token::is_of_something_else(&finding) {
            TimestampRefused::OtherImprint
        } else {
            TimestampRefused::TokenInvalid(finding)
        }
    })?;
    if nonce.is_some_and(|nonce| !nonce.is(token.nonce.as_deref())) {
        return Err(TimestampRefused::OtherNonce);
    }
    confirm(awaiting.with(&der)?, field, &token)
}

/// What can take a timestamp. The file around it is the same every time, so that nothing is kept between request and answer.
enum Awaiting {
    Signature {
        /// The file with that signature.
        draft: Draft,
        contents: Vec<u8>,
        /// The signature itself.
        value: Vec<u8>,
    },
    Document(Draft),
}

impl Awaiting {
    fn find(pdf: &[u8], name: &str) -> Result<Self, TimestampRefused> {
        let unsound = |finding: Finding| TimestampRefused::FileNotSound(vec![finding]);
        refuse_unsound(pdf)?;
        let file = File::read(pdf).map_err(unsound)?;
        let fields = fields::prepared(&file, file.last()).map_err(unsound)?;
        let field = || name.to_owned();
        let own = fields.iter().find(|one| one.name == name);
        let own = own.ok_or_else(|| TimestampRefused::NoSuchField { field: field() })?;
        match (own.is_for_timestamp(), own.signature) {
            (true, None) => document(pdf, &file, own.object, &fields, name),
            (true, Some(_)) => Err(TimestampRefused::AlreadyTimestamped { field: field() }),
            (false, None) => Err(TimestampRefused::NotSigned { field: field() }),
            (false, Some(signature)) => {
                // Each update takes numbers that were free, so that a later signature has a higher one.
                let later = fields.iter().find(|one| one.signature > Some(signature));
                match later {
                    Some(later) => Err(TimestampRefused::NotLast {
                        field: field(),
                        later: later.name.clone(),
                    }),
                    None => signed(pdf, &file, signature, name),
                }
            }
        }
    }

    /// The parts that the timestamp is for.
    fn stamped(&self) -> Vec<&[u8]> {
        match self {
            Self::Signature { value, .. } => vec![value],
            Self::Document(draft) => draft.covered().map(Vec::from).unwrap_or_default(),
        }
    }

    fn with(self, token: &[u8]) -> Result<Vec<u8>, TimestampRefused> {
        match self {
            Self::Document(draft) => draft.with(token),
            Self::Signature {
                draft, contents, ..
            } => {
                let message = message::with_timestamp(&contents, token);
                draft.with(&message.map_err(TimestampRefused::TokenInvalid)?)
            }
        }
        .ok_or(TimestampRefused::NoRoom)
    }
}

/// A timestamp of the document, where somebody signed it.
fn document(
    pdf: &[u8],
    file: &File,
    object: u32,
    fields: &[Prepared],
    name: &str,
) -> Result<Awaiting, TimestampRefused> {
    let signed = |one: &Prepared| one.signature.is_some() && !one.is_for_timestamp();
    if !fields.iter().any(signed) {
        let field = name.to_owned();
        return Err(TimestampRefused::NotSigned { field });
    }
    let content = Content::Timestamp;
    update::draft(pdf, file, &Filling { object, content })
        .map(Awaiting::Document)
        .ok_or_else(|| TimestampRefused::FileNotSound(Vec::new()))
}

/// A signature without a timestamp.
fn signed(
    pdf: &[u8],
    file: &File,
    signature: u32,
    name: &str,
) -> Result<Awaiting, TimestampRefused> {
    let contents = file
        .located(file.last(), signature)
        .and_then(|located| located.value.as_dictionary())
        .and_then(|dictionary| dictionary.entry("Contents"))
        .and_then(Object::as_text)
        .ok_or_else(|| TimestampRefused::FileNotSound(Vec::new()))?;
    let value = message::signature_value(&contents.bytes)
        .map_err(|finding| TimestampRefused::FileNotSound(vec![finding]))?
        .ok_or_else(|| TimestampRefused::AlreadyTimestamped {
            field: name.to_owned(),
        })?;
    Ok(Awaiting::Signature {
        draft: Draft {
            bytes: pdf.to_vec(),
            hole: contents.span.clone(),
        },
        contents: contents.bytes.clone(),
        value,
    })
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
    let own = |one: &TimestampFinding| {
        one.time == token.time && one.fingerprint == token.certificate.fingerprint()
    };
    let in_signature = after
        .signatures
        .iter()
        .any(|one| one.field == field && one.timestamp.as_ref().is_some_and(own));
    let stamped = in_signature || after.timestamps.last().is_some_and(own);
    if sound && stamped {
        Ok(out)
    } else {
        Err(TimestampRefused::OwnResult(after.findings))
    }
}
