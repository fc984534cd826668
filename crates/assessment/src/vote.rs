//! Silent scores: what each member thinks before the conversation.
//!
//! A round asks for the votes on one or more questions and is revealed once. Until
//! then the state tells who voted and not what. A vote is written open, or sealed: a
//! hash that binds the voter, with the words locked away under a code of their own.
//! Locking and unlocking happen elsewhere; here is only what a seal is.
//! What a revealed round shows is for [`result`] to say.

pub mod agreement;
pub mod result;

use std::fmt::Write as _;

use questionnaire::{QuestionId, Value};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::event::{MemberId, RoundId, SessionId};

/// What a round asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// On which questions, in order.
    pub questions: Vec<QuestionId>,
    /// Whether the reveal tells who voted what. Chosen before the first vote and
    /// never changed.
    pub names_shown: bool,
    /// By which measure.
    #[serde(default)]
    pub scale: Scale,
    /// In which session, if in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionId>,
}

/// By which measure members vote.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// The question's own answers, in order of what they are worth.
    #[default]
    Answers,
    /// A number from 1, not at all, to 5, entirely: for questions whose answers are no
    /// scale.
    OneToFive,
}

/// What a member thinks, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ballot {
    /// The answer that they would give; *not yet known* when they cannot say.
    pub value: Value,
    /// Why, for when it is revealed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub because: String,
}

/// A vote as it is written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Vote {
    /// Whoever reads the file with another program can see it.
    Open(Ballot),
    /// Nobody can see it before the voter unlocks it.
    Sealed {
        /// What binds the voter: the [`Seal`] of the ballot.
        seal: Seal,
        /// The ballot and the salt of the seal, locked under the voter's code.
        locked: String,
    },
}

/// SHA-256 over a ballot and a salt, 64 lower-case hexadecimal digits: it gives
/// nothing away without the salt, and fits no other ballot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seal(String);

impl Seal {
    /// The seal on the ballot that `member` casts on `question` in `round`. `salt` is
    /// random and at least 16 bytes, in hexadecimal.
    pub fn of(
        round: RoundId,
        question: &QuestionId,
        member: MemberId,
        ballot: &Ballot,
        salt: &str,
    ) -> Self {
        let sealed = serde_json::json!([
            round.to_string(),
            question.as_str(),
            member.to_string(),
            ballot.value,
            ballot.because,
            salt,
        ]);
        let mut hash = Sha256::new();
        hash.update(b"verantwoord/vote/1\0");
        hash.update(sealed.to_string());
        let mut digits = String::with_capacity(64);
        for byte in hash.finalize() {
            // Writing to a string cannot fail.
            let _ = write!(digits, "{byte:02x}");
        }
        Seal(digits)
    }
}
