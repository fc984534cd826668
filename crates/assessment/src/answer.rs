//! What a committee answers: the value, why, how sure, and on what evidence.
//!
//! Whether a value fits its question is for the `questionnaire` crate to say, and
//! what it scores is for [`crate::outcome`].

use questionnaire::{EvidenceStrength, Value};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The committee's answer to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// What is answered; *not applicable* and *not yet known* are answers too.
    pub value: Value,
    /// Why: the committee's consideration. Empty when none was given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub because: String,
    /// How sure the committee is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
    /// How strong the evidence is that the committee has seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence_strength: Option<EvidenceStrength>,
    /// The person who stands for the answer, by name. A *not applicable* on a
    /// legal point needs one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

impl Answer {
    /// An answer of `value` and nothing else.
    pub fn new(value: Value) -> Self {
        Answer {
            value,
            because: String::new(),
            certainty: None,
            evidence_strength: None,
            by: None,
        }
    }
}

/// How sure the committee is of an answer.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Somebody looked and saw that it is so.
    Known,
    /// It is taken to be so; nobody looked.
    Assumed,
    /// Nobody at the table can tell.
    Unknown,
}

/// A file that supports an answer. The file itself is kept by the dossier under
/// its hash; here is only what identifies and describes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// What people call it, usually the file's own name. Never used as a path.
    pub label: String,
    /// SHA-256 of the content, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Length in bytes.
    pub size: u64,
    /// Media type by the file's extension, `application/octet-stream` when unknown.
    pub media_type: String,
}
