//! What the room sees: the screen of the second window, in words.
//!
//! Whatever may not be seen there has no place in these types: minutes, comments, evidence, who stands
//! for an answer, scores before their reveal, and reasons given with scores.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::AnswerValue;
use super::input::inputs;

/// The room's screen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct RoomView {
    /// `nl` or `en`.
    pub language: String,
    /// What the window is called.
    pub title: String,
    /// Whether the facilitator wants the screen dark.
    pub blank: bool,
    /// What the screen is about, above the heading.
    pub caption: String,
    /// What stays in sight: the question, or the topic.
    pub heading: String,
    /// Help with the question, in a sentence.
    pub help: Option<String>,
    /// What is on the table, and for how long.
    pub clock: Option<RoomClock>,
    /// The rest, from top to bottom.
    pub parts: Vec<RoomPart>,
}

/// The quiet clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RoomClock {
    /// The topic that is on the table.
    pub topic: String,
    /// How long, in words.
    pub text: String,
    /// How many minutes it took.
    pub done: u32,
    /// How many minutes it may take; 0 when it has no time box.
    pub of: u32,
}

/// A part of the room's screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RoomPart {
    /// Words.
    Text {
        /// Their heading.
        heading: String,
        /// The words, as typed.
        text: String,
    },
    /// A list, of which some may be chosen.
    List {
        /// Its heading.
        heading: String,
        /// The items, in order.
        items: Vec<RoomItem>,
    },
    /// What members think of the answer.
    Positions {
        /// The heading.
        heading: String,
        /// The positions, in the order of the members.
        positions: Vec<RoomPosition>,
    },
    /// What the scores on a question show.
    Scores {
        /// The question.
        heading: String,
        /// The whole in a sentence.
        text: String,
        /// How many chose each answer, from least to most.
        steps: Vec<RoomStep>,
        /// Who speaks first, in a sentence.
        speak_first: Option<String>,
    },
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RoomItem {
    /// What it is called.
    pub label: String,
    /// More about it.
    pub more: Option<String>,
    /// Why it stands out, in a word, if it does: it is chosen, or on the table.
    pub mark: Option<String>,
}

/// A position of a member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RoomPosition {
    /// The position in words.
    pub label: String,
    /// Whose, if they choose to be named.
    pub name: Option<String>,
    /// Why.
    pub reason: String,
}

/// One answer, and how many chose it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RoomStep {
    /// The answer in words.
    pub label: String,
    /// How many.
    pub votes: u32,
    /// Who, where the committee chose beforehand to show names.
    pub names: Vec<String>,
}

/// What the room is to see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum RoomPlace {
    /// What is on the table in a session, or its agenda.
    Session {
        /// Which one.
        session: String,
    },
    /// A round of silent scores.
    Round {
        /// Which one.
        round: String,
    },
    /// A question and its answer.
    Question {
        /// Which one.
        question: String,
        /// What is being typed; what was saved when nothing is named.
        typed: Option<TypedAnswer>,
    },
}

/// An answer while it is being typed. It is shown and never kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TypedAnswer {
    /// What is answered so far.
    pub value: Option<AnswerValue>,
    /// The consideration so far.
    pub because: String,
}

inputs! {
    /// Something to show in the room.
    ShowInRoom {
        /// Of which assessment.
        assessment: String,
        /// What.
        place: RoomPlace,
    }
}
