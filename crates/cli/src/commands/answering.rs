//! Answers and evidence.

use std::io::{self, BufRead, Read};

use application::view::{AttachEvidence, FilePurpose};
use application::{Problem, WrittenAnswer};
use messages::catalogue;
use serde::Deserialize;

use super::Context;
use crate::arguments::{Answer, Evidence};
use crate::failure::{DONE, Failure, PREVENTED, REFUSED, explained};

/// The longest line that is read, in bytes: an answer with a consideration of the longest text, with
/// every character escaped.
const LONGEST_LINE: u64 = 1 << 20;

pub(super) fn one(context: &mut Context<'_>, answer: Answer) -> Result<u8, Failure> {
    context.open(&answer.file)?;
    let assessment = context.assessment(answer.assessment.as_deref())?.assessment;
    let question = answer.question.unwrap_or_default();
    let changed = context.application.record_written_answer(
        &assessment,
        &question,
        &WrittenAnswer {
            value: answer.value.unwrap_or_default(),
            because: answer.because,
            certainty: answer.certainty,
            evidence_strength: answer.evidence_strength,
            by: answer.by,
        },
    )?;
    context.notice(changed.notice.as_ref());
    context.say(
        "cli-done-answer",
        &[
            ("question", question.into()),
            ("events", changed.events.into()),
        ],
    )?;
    Ok(DONE)
}

pub(super) fn evidence(context: &mut Context<'_>, evidence: Evidence) -> Result<u8, Failure> {
    context.open(&evidence.file)?;
    let assessment = context
        .assessment(evidence.assessment.as_deref())?
        .assessment;
    let file = context
        .application
        .grant(&evidence.path, FilePurpose::Evidence);
    let changed = context.application.attach_evidence(AttachEvidence {
        assessment,
        question: evidence.question.clone(),
        file: file.handle,
    })?;
    context.notice(changed.notice.as_ref());
    context.say(
        "cli-done-evidence",
        &[
            ("name", file.name.into()),
            ("question", evidence.question.into()),
        ],
    )?;
    Ok(DONE)
}

/// An answer on a line of standard input.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    question: String,
    value: LineValue,
    #[serde(default)]
    because: Option<String>,
    #[serde(default)]
    certainty: Option<String>,
    #[serde(default)]
    evidence_strength: Option<u8>,
    #[serde(default)]
    by: Option<String>,
}

/// A value: as written, as a number, or as a list of options.
#[derive(Deserialize)]
#[serde(untagged)]
enum LineValue {
    Written(String),
    Number(u32),
    Several(Vec<String>),
}

impl Line {
    fn answer(self) -> WrittenAnswer {
        WrittenAnswer {
            value: match self.value {
                LineValue::Written(text) => text,
                LineValue::Number(number) => number.to_string(),
                LineValue::Several(options) => options.join(","),
            },
            because: self.because.unwrap_or_default(),
            certainty: self.certainty,
            evidence_strength: self.evidence_strength,
            by: self.by,
        }
    }
}

/// Why a line was not recorded.
enum LineRefused {
    /// It is not one answer in JSON.
    Unreadable,
    /// The answer is not one to its question.
    Problem(Box<Problem>),
}

/// Answers one line after another. Each is saved before `ACK` is written, and a line that is refused
/// is named on standard error without stopping the others.
pub(super) fn from_stdin(context: &mut Context<'_>, answer: &Answer) -> Result<u8, Failure> {
    context.open(&answer.file)?;
    let assessment = context.assessment(answer.assessment.as_deref())?.assessment;
    let mut input = io::stdin().lock();
    let (mut number, mut code) = (0_u64, DONE);
    while let Some(line) = next_line(&mut input) {
        number += 1;
        let Ok(line) = line else {
            refuse(context, number, &LineRefused::Unreadable);
            return Ok(PREVENTED);
        };
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match record(context, &assessment, number, &line) {
            Ok(events) => context.output.line(&format!("ACK {events}"))?,
            Err(refused) => {
                refuse(context, number, &refused);
                code = REFUSED;
            }
        }
    }
    Ok(code)
}

fn record(
    context: &mut Context<'_>,
    assessment: &str,
    number: u64,
    line: &[u8],
) -> Result<u64, LineRefused> {
    let line: Line = serde_json::from_slice(line).map_err(|_| LineRefused::Unreadable)?;
    let question = line.question.clone();
    let changed = context
        .application
        .record_written_answer(assessment, &question, &line.answer())
        .map_err(|problem| LineRefused::Problem(Box::new(problem)))?;
    if let Some(notice) = changed.notice {
        context
            .output
            .complain(&format!("NB {number} {question}: {notice}"));
    }
    Ok(changed.events)
}

fn refuse(context: &Context<'_>, number: u64, refused: &LineRefused) {
    let language = context.application.language();
    let (code, text) = match refused {
        LineRefused::Unreadable => (
            "line-unreadable",
            catalogue(language).text("cli-line-unreadable"),
        ),
        LineRefused::Problem(problem) => (problem.code(), explained(problem, language)),
    };
    let text = text.replace('\n', " ");
    context
        .output
        .complain(&format!("ERR {number} {code}: {text}"));
}

/// The next line, or an error when it is too long or cannot be read.
fn next_line(input: &mut impl BufRead) -> Option<io::Result<Vec<u8>>> {
    let mut line = Vec::new();
    match input.take(LONGEST_LINE).read_until(b'\n', &mut line) {
        Ok(0) => None,
        Ok(read) if read as u64 == LONGEST_LINE => {
            Some(Err(io::Error::from(io::ErrorKind::FileTooLarge)))
        }
        Ok(_) => Some(Ok(line)),
        Err(error) => Some(Err(error)),
    }
}
