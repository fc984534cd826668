//! The committee: who sits on it, when it met, what it left for later.

use assessment::session::Movement;
use assessment::{Interests, Moment, Quorum, Role};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::private::Private;

/// What the committee is and may do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CommitteeData {
    /// Who asked it to judge what, with which authority.
    pub mandate: String,
    /// When the mandate was given, where that was written down.
    pub mandated_on: Option<Date>,
    /// Who gave the mandate, where that was written down.
    pub mandated_by: Option<Private<String>>,
    /// Whether everybody may read who that was.
    pub mandated_by_public: bool,
    /// How many have to be there to decide, where that was agreed.
    pub quorum: Option<Quorum>,
    /// What makes it free to say what it finds.
    pub independence: String,
}

/// A member of the committee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MemberData {
    /// Full name.
    pub name: Private<String>,
    /// Part in the meetings.
    pub role: Role,
    /// What they know about.
    pub expertise: Private<String>,
    /// Whose interests they bring in.
    pub speaks_for: Interests,
    /// The first day of their term, where one was agreed.
    pub from: Option<Date>,
    /// The last day of their term, where one was agreed.
    pub until: Option<Date>,
    /// What binds them to the application, when they stand aside from it: they count
    /// in no vote and no position.
    pub stands_aside: Option<Private<String>>,
}

/// The meetings of an assessment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeetingsData {
    /// Those that were held, in the order they were planned.
    pub sessions: Vec<SessionData>,
    /// What was parked and is still there.
    pub parked: Vec<Private<String>>,
    /// What was taken home and has no answer yet.
    pub take_home: Vec<TakeHomeData>,
}

/// A meeting that was held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SessionData {
    /// On which day it was planned.
    pub date: Date,
    /// Where.
    pub place: String,
    /// When it began.
    pub started: Moment,
    /// When it ended; nothing while it goes on.
    pub ended: Option<Moment>,
    /// Who came and went, in the order the members joined.
    pub attendance: Vec<AttendanceData>,
    /// How many were there who decide, when there were most.
    pub present: u32,
    /// How many decide.
    pub deciding: u32,
    /// How many had to be there, where that was agreed.
    pub needed: Option<u32>,
    /// What it was about, in order.
    pub topics: Vec<TopicData>,
    /// What was said about the session as a whole.
    pub minutes: Private<String>,
}

/// Somebody's coming and going.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AttendanceData {
    /// Who.
    pub name: Private<String>,
    /// What they did, in order of time.
    pub movements: Vec<MovementData>,
}

/// A coming or a going.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MovementData {
    /// `came`, `went` or `excused`.
    pub movement: Movement,
    /// When.
    pub at: Moment,
}

/// A topic of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TopicData {
    /// What it is about, in words.
    pub topic: Private<String>,
    /// What was said.
    pub minutes: Private<String>,
}

/// A question that somebody takes home.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeHomeData {
    /// What is asked.
    pub text: Private<String>,
    /// Who finds out.
    pub owner: Private<String>,
    /// By when.
    pub due: Option<Date>,
}
