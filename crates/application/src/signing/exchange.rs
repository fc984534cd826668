//! What only somebody with a network can get, as files: a timestamp, and what authorities say of the
//! certificates. The program writes a question, somebody else sends it, the program takes the answer.

use signature::{Nonce, OsRng, TimestampRefused, ValidationData, ValidationRefused};

use super::{Read, altered};
use crate::Application;
use crate::files::{name_of, read_regular};
use crate::problem::{Fact, Problem};
use crate::view::*;

/// What an answer, a list or a certificate may weigh.
const LARGEST_ANSWER: u64 = 8 * 1024 * 1024;

impl Application {
    /// Writes the question for a timestamp: of the last signature as long as it has none, or else of
    /// the whole report.
    ///
    /// # Errors
    /// When there is nothing to timestamp, or the question cannot be written.
    pub fn request_timestamp(
        &mut self,
        input: RequestTimestamp,
    ) -> Result<TimestampRequested, Problem> {
        let to = self
            .files
            .path(&input.to, &[FilePurpose::TimestampRequest])?;
        let read = self.read_report(&input.report)?;
        let places = places(&read)?;
        let place = places
            .iter()
            .find(|place| !input.whole || place.is_whole)
            .ok_or_else(|| nothing_to_stamp(&read.name))?;
        let question =
            signature::timestamp_request(&read.pdf, &place.field, Nonce::random(&mut OsRng))
                .map_err(|refused| not_stamped(refused, &read.name))?;
        self.write_over(&to, &question)?;
        let words = self.words();
        Ok(TimestampRequested {
            file: self.grant(&to, FilePurpose::TimestampRequest),
            whole: place.is_whole,
            steps: ["send", "receive", "embed"]
                .map(|step| words.text(&format!("application-timestamp-{step}")))
                .to_vec(),
        })
    }

    /// Puts the answer of a timestamping authority into the report that it was asked for. It fits no
    /// other report, and no other place in this one.
    ///
    /// # Errors
    /// When the answer is none, is a refusal, or belongs to something else.
    pub fn embed_timestamp(&mut self, input: EmbedTimestamp) -> Result<ReportSignedView, Problem> {
        let to = self
            .files
            .path(&input.to, &[FilePurpose::SignedReport, FilePurpose::Report])?;
        let read = self.read_report(&input.report)?;
        let answer = self.small_file(&input.answer, FilePurpose::TimestampAnswer)?;
        let nonce = match &input.request {
            None => None,
            Some(request) => {
                let question = self.small_file(request, FilePurpose::TimestampRequest)?;
                let nonce = Nonce::of_request(&question.bytes);
                let name = question.name;
                Some(nonce.ok_or_else(|| Fact::NotATimestampRequest { name }.about("request"))?)
            }
        };
        let mut first = None;
        for place in places(&read)? {
            match signature::embed_timestamp(&read.pdf, &place.field, &answer.bytes, nonce) {
                Ok(stamped) => {
                    self.write_over(&to, &stamped)?;
                    return self.signed(&to, &read.data, &stamped);
                }
                Err(refused) => first = first.or(Some(refused)),
            }
        }
        Err(match first {
            Some(refused) => not_stamped(refused, &answer.name),
            None => nothing_to_stamp(&read.name),
        })
    }

    /// Adds what authorities say of the certificates to a signed report, so that it can be verified
    /// when they are gone.
    ///
    /// # Errors
    /// When a file is nothing of the kind, or there is nothing to add.
    pub fn add_validation(&mut self, input: AddValidation) -> Result<ReportSignedView, Problem> {
        let to = self
            .files
            .path(&input.to, &[FilePurpose::SignedReport, FilePurpose::Report])?;
        let read = self.read_report(&input.report)?;
        let mut data = ValidationData::default();
        for file in &input.files {
            let file = self.small_file(file, FilePurpose::Validation)?;
            data.add(&file.bytes)
                .map_err(|refused| not_added(refused, &file.name))?;
        }
        let out = signature::add_validation_data(&read.pdf, &data)
            .map_err(|refused| not_added(refused, &read.name))?;
        self.write_over(&to, &out)?;
        self.signed(&to, &read.data, &out)
    }

    fn small_file(&self, file: &FileHandle, purpose: FilePurpose) -> Result<Small, Problem> {
        let purposes = [purpose, FilePurpose::Certificate];
        let path = self.files.path(file, &purposes)?;
        let limit = self.words().size(LARGEST_ANSWER);
        Ok(Small {
            bytes: read_regular(&path, LARGEST_ANSWER, &limit)?,
            name: name_of(&path),
        })
    }
}

struct Small {
    name: String,
    bytes: Vec<u8>,
}

/// Where a timestamp can go.
struct Place {
    field: String,
    /// A timestamp there is of the whole report.
    is_whole: bool,
}

/// The places that can take a timestamp now, that of a signature first.
fn places(read: &Read) -> Result<Vec<Place>, Problem> {
    let fields = signature::awaiting_timestamp(&read.pdf)
        .map_err(|refused| not_stamped(refused, &read.name))?;
    let is_signature = |name: &String| read.fields.iter().any(|field| field.name == *name);
    let places = fields.into_iter().map(|field| Place {
        is_whole: !is_signature(&field),
        field,
    });
    Ok(places.collect())
}

fn nothing_to_stamp(name: &str) -> Problem {
    let name = name.to_owned();
    Fact::NothingToTimestamp { name }.about("report")
}

fn not_stamped(refused: TimestampRefused, name: &str) -> Problem {
    let about = |fact: Fact| fact.about("answer");
    let owned = || name.to_owned();
    match refused {
        TimestampRefused::FileNotSound(findings) => altered(name, &findings),
        TimestampRefused::NotAnAnswer(_) => about(Fact::NotATimestampAnswer { name: owned() }),
        TimestampRefused::NotGranted { status, text } => {
            let reason = if text.is_empty() {
                status.to_string()
            } else {
                crate::files::label(&text)
            };
            about(Fact::TimestampNotGranted { reason })
        }
        TimestampRefused::OtherNonce | TimestampRefused::OtherImprint => {
            about(Fact::TimestampOfSomethingElse { name: owned() })
        }
        TimestampRefused::TokenInvalid(finding) => about(Fact::TimestampUnfit {
            name: owned(),
            reason: finding.detail,
        }),
        TimestampRefused::NotSigned { .. }
        | TimestampRefused::AlreadyTimestamped { .. }
        | TimestampRefused::NotLast { .. }
        | TimestampRefused::NoSuchField { .. } => nothing_to_stamp(name),
        other => Problem::fault(&other),
    }
}

fn not_added(refused: ValidationRefused, name: &str) -> Problem {
    let name = name.to_owned();
    match refused {
        ValidationRefused::Unknown => Fact::NotValidationData { name }.about("files"),
        ValidationRefused::TooLarge => Fact::ValidationTooLarge { name }.about("files"),
        ValidationRefused::Nothing => Fact::NothingToAdd { name }.about("files"),
        ValidationRefused::NotSigned => Fact::ReportUnsigned { name }.about("report"),
        ValidationRefused::FileNotSound(findings) => altered(&name, &findings),
        other => Problem::fault(&other),
    }
}
