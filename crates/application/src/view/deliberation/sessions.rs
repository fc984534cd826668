//! Sessions: plan, attendance, agenda, minutes, and what was left for later.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::RoundSummary;
use crate::view::input::inputs;

/// The sessions of an assessment.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SessionsPage {
    /// The assessment.
    pub assessment: String,
    /// The AI application that is assessed.
    pub subject: String,
    /// The sessions in the order they were planned.
    pub sessions: Vec<SessionSummary>,
    /// The session that goes on now.
    pub running: Option<String>,
    /// The parking lot.
    pub parked: Vec<ParkedView>,
    /// The questions that were taken home, those without an answer first.
    pub take_home: Vec<TakeHomeView>,
}

/// A session in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SessionSummary {
    /// Identity.
    pub id: String,
    /// Its day, for reading.
    pub date: String,
    /// Where.
    pub place: String,
    /// How far it is.
    pub state: SessionStateView,
    /// How many items its agenda has.
    pub items: u32,
    /// Who came, by name.
    pub attended: Vec<String>,
}

/// How far a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SessionStateView {
    /// Not begun.
    Planned,
    /// Going on.
    Running,
    /// Ended.
    Ended,
}

/// One session.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SessionPage {
    /// Identity.
    pub id: String,
    /// The assessment.
    pub assessment: String,
    /// The AI application that is assessed.
    pub subject: String,
    /// The plan, to revise.
    pub form: SessionForm,
    /// Its day, for reading.
    pub date: String,
    /// How far it is.
    pub state: SessionStateView,
    /// When it began, for reading.
    pub started: Option<String>,
    /// When it ended, for reading.
    pub ended: Option<String>,
    /// Whether enough members are there: now, or when it ended.
    pub quorum: QuorumView,
    /// Everybody who may come, in the order they joined.
    pub attendance: Vec<AttendanceView>,
    /// The agenda in order, then what came on the table besides.
    pub agenda: Vec<AgendaItemView>,
    /// How many minutes the agenda takes as planned.
    pub minutes_planned: u32,
    /// The topic that is on the table.
    pub on_the_table: Option<AgendaTopicForm>,
    /// The minutes of the session as a whole.
    pub minutes: String,
    /// The parking lot of the assessment.
    pub parked: Vec<ParkedView>,
    /// The questions taken home: those of this session, and those still without an answer.
    pub take_home: Vec<TakeHomeView>,
    /// The rounds of silent scores of this session.
    pub rounds: Vec<RoundSummary>,
}

/// A session as it is planned.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SessionForm {
    /// On which day: `2026-11-21`.
    pub date: String,
    /// Where.
    pub place: String,
    /// What it is about, in order.
    pub agenda: Vec<AgendaItemForm>,
}

/// An item of an agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AgendaItemForm {
    /// What it is about.
    pub topic: AgendaTopicForm,
    /// Its time box in minutes; 0 when it has none.
    pub minutes: u16,
}

/// What an agenda item is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum AgendaTopicForm {
    /// Answers that contradict each other.
    Conflict {
        /// To which question.
        question: String,
    },
    /// A duty that is not met.
    LegalGap {
        /// By which question.
        question: String,
    },
    /// An answer on which the members differ.
    Contested {
        /// To which question.
        question: String,
    },
    /// A question without an answer.
    OpenQuestion {
        /// Which one.
        question: String,
    },
    /// An action item that is due.
    ActionDue {
        /// Which one.
        action: String,
    },
    /// Anything else.
    Other {
        /// In words.
        text: String,
    },
}

/// Whether enough members are there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuorumView {
    /// How many of the members that decide are there.
    pub present: u32,
    /// How many members decide.
    pub deciding: u32,
    /// How many have to be there; nothing without a rule.
    pub needed: Option<u32>,
    /// Whether enough are there.
    pub reached: bool,
    /// All of that in words.
    pub text: String,
}

/// Somebody who may come to a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AttendanceView {
    /// Who.
    pub member: String,
    /// Their name.
    pub name: String,
    /// Their role in words.
    pub role_label: String,
    /// Whether they are there: now, or when it ended.
    pub present: bool,
    /// Whether they said that they would not come.
    pub excused: bool,
    /// Whether they count for the quorum.
    pub counts: bool,
    /// Why they stand aside from this application, if they do.
    pub aside: Option<String>,
    /// Their coming and going, in order.
    pub movements: Vec<MovementView>,
}

/// Somebody's coming or going.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MovementView {
    /// `came`, `went` or `excused`.
    pub movement: String,
    /// In words.
    pub label: String,
    /// At what time: `14:32`.
    pub at: String,
}

/// A topic, as planned and as it went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AgendaItemView {
    /// What it is about.
    pub topic: AgendaTopicForm,
    /// In words.
    pub label: String,
    /// The text of the question that it is about.
    pub text: Option<String>,
    /// The question that it is about.
    pub question: Option<String>,
    /// Whether it stands on the agenda.
    pub planned: bool,
    /// Its time box in minutes; 0 when it has none.
    pub minutes: u16,
    /// How many seconds it took, apart from the time since `since`.
    pub seconds: u32,
    /// Since when it is on the table, in RFC 3339, for the clock.
    pub since: Option<String>,
    /// Whether it was taken up and put aside.
    pub done: bool,
    /// Its minutes.
    pub written: String,
}

/// A point that is left for later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ParkedView {
    /// Identity.
    pub id: String,
    /// What it is.
    pub text: String,
    /// When it was put there, for reading.
    pub at: String,
    /// What became of it, when it is no longer there.
    pub outcome: Option<String>,
}

/// A question that was taken home.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TakeHomeView {
    /// Identity.
    pub id: String,
    /// What is asked, of whom and by when.
    pub form: TakeHomeForm,
    /// Who is to find out, by name.
    pub owner: String,
    /// By when, for reading.
    pub due: Option<String>,
    /// Whether that day has passed without an answer.
    pub overdue: bool,
    /// The answer, once there is one.
    pub answer: Option<String>,
    /// Why it needs no answer any more.
    pub dropped: Option<String>,
}

/// A question to take home.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakeHomeForm {
    /// What is asked.
    pub text: String,
    /// The member who is to find out; nothing when it is somebody else.
    pub member: Option<String>,
    /// Somebody else, or a function; empty when it is a member.
    pub named: String,
    /// By when: `2026-11-21`.
    pub due: Option<String>,
    /// The question of the questionnaire that it is for.
    pub question: Option<String>,
}

/// What the program proposes to talk about, most pressing first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProposedAgenda {
    /// The items.
    pub items: Vec<ProposedItem>,
    /// How many minutes they take together, going by the pace so far.
    pub minutes: u32,
}

/// A topic that is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProposedItem {
    /// What it is about.
    pub topic: AgendaTopicForm,
    /// In words.
    pub label: String,
    /// The text of the question that it is about.
    pub text: Option<String>,
    /// Why it is proposed.
    pub reason: String,
    /// How many minutes it is likely to take.
    pub minutes: u16,
}

inputs! {
    /// A session.
    OneSession {
        /// Of which assessment.
        assessment: String,
        /// Which one.
        session: String,
    }
    /// An agenda to propose.
    ProposeAgenda {
        /// Of which assessment.
        assessment: String,
        /// For which day: `2026-11-21`. Today when none is named.
        date: Option<String>,
    }
    /// A session to plan.
    PlanSession {
        /// Of which assessment.
        assessment: String,
        /// The plan.
        form: SessionForm,
    }
    /// The plan of a session, anew.
    ReviseSession {
        /// Of which assessment.
        assessment: String,
        /// Which one.
        session: String,
        /// What holds from now on.
        form: SessionForm,
    }
    /// Somebody's coming or going.
    NoteAttendance {
        /// Of which assessment.
        assessment: String,
        /// In which session.
        session: String,
        /// Who.
        member: String,
        /// `came`, `went` or `excused`.
        movement: String,
        /// At what time on the day of the session: `14:32`. Now when none is named.
        at: Option<String>,
    }
    /// A topic of a session.
    SessionTopic {
        /// Of which assessment.
        assessment: String,
        /// In which session.
        session: String,
        /// Which topic.
        topic: AgendaTopicForm,
    }
    /// Minutes, anew.
    WriteMinutes {
        /// Of which assessment.
        assessment: String,
        /// Of which session.
        session: String,
        /// Of which topic; of the session as a whole when none is named.
        topic: Option<AgendaTopicForm>,
        /// What was said.
        text: String,
    }
    /// A point for the parking lot.
    ParkPoint {
        /// Of which assessment.
        assessment: String,
        /// In which session.
        session: String,
        /// What it is.
        text: String,
    }
    /// A point to take out of the parking lot.
    TakeOutPoint {
        /// Of which assessment.
        assessment: String,
        /// Which point.
        point: String,
        /// What became of it.
        outcome: String,
    }
    /// A question to take home.
    AskTakeHome {
        /// Of which assessment.
        assessment: String,
        /// In which session it came up, if in one.
        session: Option<String>,
        /// What is asked, of whom and by when.
        form: TakeHomeForm,
    }
    /// The answer to a question that was taken home.
    AnswerTakeHome {
        /// Of which assessment.
        assessment: String,
        /// Which question.
        take_home: String,
        /// The answer.
        text: String,
    }
    /// A question taken home that needs no answer any more.
    DropTakeHome {
        /// Of which assessment.
        assessment: String,
        /// Which question.
        take_home: String,
        /// Why.
        reason: String,
    }
}
