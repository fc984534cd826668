//! Silent scores: who voted, and after the reveal what the votes show.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::view::input::inputs;
use crate::view::{AnswerValue, QuestionInput, QuestionLink, SecretText};

/// The rounds of an assessment.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct RoundsPage {
    /// The assessment.
    pub assessment: String,
    /// The AI application that is assessed.
    pub subject: String,
    /// The rounds, the latest first.
    pub rounds: Vec<RoundSummary>,
}

/// A round in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RoundSummary {
    /// Identity.
    pub id: String,
    /// On which questions.
    pub questions: Vec<String>,
    /// When it was opened, for reading.
    pub opened: String,
    /// When it was revealed, for reading.
    pub revealed: Option<String>,
    /// How many members voted on every question.
    pub voted: u32,
    /// How many members decide.
    pub deciding: u32,
}

/// One round. Nothing in it says what anybody voted before the reveal.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct RoundPage {
    /// Identity.
    pub id: String,
    /// The assessment.
    pub assessment: String,
    /// The session that it belongs to.
    pub session: Option<String>,
    /// Whether the reveal tells who voted what.
    pub names_shown: bool,
    /// `answers` or `one_to_five`.
    pub scale: String,
    /// When it was opened, for reading.
    pub opened: String,
    /// When it was revealed, for reading.
    pub revealed: Option<String>,
    /// The questions in order.
    pub questions: Vec<RoundQuestion>,
    /// The member whose copy this is, if it was made for one.
    pub working_as: Option<String>,
    /// Everybody who decides, and those who stand aside, in the order they joined.
    pub voters: Vec<VoterView>,
    /// After the reveal: the questions in the order in which to talk about them.
    pub talk_first: Vec<String>,
    /// What agreement means and where the measure comes from.
    pub measure: String,
}

/// A question of a round.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct RoundQuestion {
    /// The question.
    pub question: QuestionLink,
    /// How it is voted on.
    pub input: QuestionInput,
    /// How many members voted on it.
    pub voted: u32,
    /// What the votes show; nothing before the reveal.
    pub result: Option<RoundResult>,
}

/// Somebody who votes, or stands aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VoterView {
    /// Who.
    pub member: String,
    /// Their name.
    pub name: String,
    /// On which questions they voted.
    pub voted: Vec<String>,
    /// Whether they voted on every question.
    pub complete: bool,
    /// How many of their votes wait for their code.
    pub locked: u32,
    /// Why they stand aside, if they do: they do not vote.
    pub aside: Option<String>,
}

/// What the votes on a question show.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct RoundResult {
    /// How many chose each answer, from least to most.
    pub steps: Vec<StepView>,
    /// Whether the steps are a scale.
    pub ordered: bool,
    /// How many could not say.
    pub cannot_say: u32,
    /// How many think that the question does not apply.
    pub not_applicable: u32,
    /// How many votes were not opened.
    pub locked: u32,
    /// The middle vote, in words; nothing where there is no middle.
    pub median: Option<String>,
    /// How many steps the highest vote lies above the lowest.
    pub spread: u32,
    /// How far the votes agree, in hundredths from -100 to 100; nothing where that says nothing.
    pub agreement: Option<i8>,
    /// The same, for reading.
    pub agreement_label: Option<String>,
    /// Who voted what; empty when names are not shown.
    pub named: Vec<NamedVoteView>,
    /// What was said with the votes; empty when names are shown.
    pub because: Vec<BallotView>,
    /// Who voted lowest or highest and speaks first, by name; empty when names are not shown.
    pub speak_first: Vec<String>,
    /// Who decides and did not vote in time, by name.
    pub missing: Vec<String>,
    /// Those of them whose vote came too late, by name.
    pub too_late: Vec<String>,
    /// The whole in a sentence.
    pub text: String,
}

/// One answer, and how many chose it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StepView {
    /// The answer.
    pub value: String,
    /// In words.
    pub label: String,
    /// How many.
    pub votes: u32,
}

/// A vote with the name of the voter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NamedVoteView {
    /// Who.
    pub name: String,
    /// The answer in words; nothing when the vote was not opened.
    pub label: Option<String>,
    /// Why.
    pub because: String,
    /// Its place in the steps, from 0.
    pub step: Option<u32>,
}

/// A vote without a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BallotView {
    /// The answer in words.
    pub label: String,
    /// Why.
    pub because: String,
}

/// What a member thinks, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BallotForm {
    /// The answer that they would give; *not yet known* when they cannot say.
    pub value: AnswerValue,
    /// Why.
    pub because: String,
}

/// A member's personal code.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MemberPin {
    /// Whose.
    pub member: String,
    /// The code.
    pub pin: SecretText,
}

inputs! {
    /// A round of silent scores.
    OneRound {
        /// Of which assessment.
        assessment: String,
        /// Which one.
        round: String,
    }
    /// A round to open.
    OpenRound {
        /// Of which assessment.
        assessment: String,
        /// On which questions, in order.
        questions: Vec<String>,
        /// Whether the reveal tells who voted what. Never changed afterwards.
        names_shown: bool,
        /// `answers`, or `one_to_five` for questions whose answers are no scale.
        scale: String,
        /// In which session, if in one.
        session: Option<String>,
    }
    /// A vote to cast.
    CastVote {
        /// Of which assessment.
        assessment: String,
        /// In which round.
        round: String,
        /// On which question.
        question: String,
        /// Who. Nothing in the copy of a member: there it is theirs.
        member: Option<String>,
        /// What they think, and why.
        ballot: BallotForm,
        /// The code under which the vote is locked. Without one, whoever reads the file with another
        /// program can see it.
        pin: Option<SecretText>,
    }
    /// A round to reveal.
    RevealRound {
        /// Of which assessment.
        assessment: String,
        /// Which one.
        round: String,
        /// The codes of those who are there; the locked votes of others stay shut.
        pins: Vec<MemberPin>,
    }
    /// Votes to open after the reveal.
    OpenVotes {
        /// Of which assessment.
        assessment: String,
        /// In which round.
        round: String,
        /// Whose, and their code.
        pin: MemberPin,
    }
}
