//! The meetings: who was there when, what was said, what was left for later.

use std::collections::BTreeMap;

use super::register::{Dropped, Recorded, Register};
use crate::change::Change;
use crate::event::{Event, EventId, MemberId, ParkedId, SessionId, TakeHomeId};
use crate::moment::Moment;
use crate::session::{AgendaTopic, Movement, Session, TakeHome};

/// The sessions of an assessment, and what they left behind.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sessions {
    /// The meetings, planned, running and past.
    pub sessions: BTreeMap<SessionId, SessionState>,
    /// The parking lot. What left it is dropped, with what became of it as reason.
    pub parked: Register<ParkedId, Parked>,
    /// The questions that were taken home.
    pub take_home: BTreeMap<TakeHomeId, TakeHomeState>,
}

/// One meeting.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionState {
    /// As it is planned.
    pub session: Session,
    /// When it began, if it did.
    pub started: Option<Moment>,
    /// When it ended, if it did and was not taken up again.
    pub ended: Option<Moment>,
    /// Who came and went, each in order of time.
    pub attendance: BTreeMap<MemberId, Vec<Attendance>>,
    /// What was on the table when, in order.
    pub taken_up: Vec<TakenUp>,
    /// The minutes for each topic, and for the session as a whole.
    pub minutes: BTreeMap<Option<AgendaTopic>, Minutes>,
    /// Its place among all events: sessions are listed in this order.
    pub order: u64,
}

/// Somebody's coming or going, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attendance {
    /// What.
    pub movement: Movement,
    /// When, as it was written down.
    pub at: Moment,
    /// The event that wrote it down.
    pub event: EventId,
}

/// A topic on the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenUp {
    /// Which one.
    pub topic: AgendaTopic,
    /// Since when.
    pub from: Moment,
    /// Until when; still when nothing is said.
    pub until: Option<Moment>,
}

impl TakenUp {
    /// How many seconds it took; nothing while it is on the table.
    pub fn seconds(&self) -> Option<i64> {
        let until = self.until?.timestamp().as_second();
        Some((until - self.from.timestamp().as_second()).max(0))
    }
}

/// What was written down of what was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minutes {
    /// The event.
    pub event: EventId,
    /// When.
    pub at: Moment,
    /// What was said.
    pub text: String,
}

/// A point that is left for later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parked {
    /// In which session it came up.
    pub session: SessionId,
    /// What it is.
    pub text: String,
}

/// A question that was taken home.
#[derive(Debug, Clone, PartialEq)]
pub struct TakeHomeState {
    /// What was asked, of whom, by when.
    pub asked: Recorded<TakeHome>,
    /// In which session it came up, if in one.
    pub session: Option<SessionId>,
    /// The answer, once there is one.
    pub answered: Option<Minutes>,
}

impl SessionState {
    /// Who was there at a moment.
    pub fn present_at(&self, moment: Moment) -> impl Iterator<Item = MemberId> {
        self.attendance.iter().filter_map(move |(member, noted)| {
            let until = noted.partition_point(|it| it.at.timestamp() <= moment.timestamp());
            let last = noted.get(until.checked_sub(1)?)?;
            (last.movement == Movement::Came).then_some(*member)
        })
    }

    /// Whether the meeting goes on.
    pub fn is_running(&self) -> bool {
        self.started.is_some() && self.ended.is_none()
    }

    fn put_aside(&mut self, at: Moment) {
        if let Some(last) = self.taken_up.last_mut() {
            last.until.get_or_insert(at);
        }
    }
}

impl Sessions {
    /// The sessions in the order they were planned.
    pub fn in_order(&self) -> Vec<(SessionId, &SessionState)> {
        let mut sessions: Vec<_> = self.sessions.iter().map(|(id, it)| (*id, it)).collect();
        sessions.sort_by_key(|(_, state)| state.order);
        sessions
    }

    /// The questions taken home to which there is no answer yet, in order.
    pub fn open_take_home(&self) -> Vec<(TakeHomeId, &TakeHomeState)> {
        let mut open: Vec<_> = self
            .take_home
            .iter()
            .filter(|(_, it)| it.answered.is_none() && it.asked.dropped.is_none())
            .map(|(id, it)| (*id, it))
            .collect();
        open.sort_by_key(|(_, it)| it.asked.order);
        open
    }

    pub(super) fn apply(&mut self, event: &Event, change: &Change, order: u64) {
        match change {
            Change::SessionPlanned { session, .. } => {
                let planned = SessionState {
                    session: session.clone(),
                    started: None,
                    ended: None,
                    attendance: BTreeMap::new(),
                    taken_up: Vec::new(),
                    minutes: BTreeMap::new(),
                    order,
                };
                self.sessions.insert(SessionId(event.id), planned);
            }
            Change::SessionRevised { session, .. }
            | Change::SessionStarted { session, .. }
            | Change::SessionEnded { session, .. }
            | Change::AttendanceNoted { session, .. }
            | Change::TopicTakenUp { session, .. }
            | Change::TopicClosed { session, .. }
            | Change::MinutesWritten { session, .. } => {
                if let Some(session) = self.sessions.get_mut(session) {
                    session.apply(event, change);
                }
            }
            Change::PointParked { session, text, .. } => {
                let parked = Parked {
                    session: *session,
                    text: text.clone(),
                };
                let recorded = Recorded::new(parked, event, order);
                self.parked.insert(ParkedId(event.id), recorded);
            }
            Change::PointTakenOut { point, outcome, .. } => {
                if let Some(point) = self.parked.get_mut(point) {
                    point.drop(event, outcome);
                }
            }
            Change::TakeHomeAsked { session, asked, .. } => {
                let state = TakeHomeState {
                    asked: Recorded::new(asked.clone(), event, order),
                    session: *session,
                    answered: None,
                };
                self.take_home.insert(TakeHomeId(event.id), state);
            }
            Change::TakeHomeAnswered {
                take_home, text, ..
            } => {
                if let Some(state) = self.take_home.get_mut(take_home) {
                    state.answered = Some(Minutes::of(event, text));
                }
            }
            Change::TakeHomeDropped {
                take_home, reason, ..
            } => {
                if let Some(state) = self.take_home.get_mut(take_home) {
                    state.asked.dropped = Some(Dropped {
                        at: event.at,
                        reason: reason.clone(),
                    });
                }
            }
            _ => {}
        }
    }
}

impl SessionState {
    fn apply(&mut self, event: &Event, change: &Change) {
        match change {
            Change::SessionRevised { now, .. } => self.session = now.clone(),
            Change::SessionStarted { .. } => {
                self.started.get_or_insert(event.at);
                self.ended = None;
            }
            Change::SessionEnded { .. } => {
                self.put_aside(event.at);
                self.ended = Some(event.at);
            }
            Change::AttendanceNoted {
                member,
                movement,
                at,
                ..
            } => {
                let noted = self.attendance.entry(*member).or_default();
                let place = noted.partition_point(|it| it.at.timestamp() <= at.timestamp());
                let attendance = Attendance {
                    movement: *movement,
                    at: *at,
                    event: event.id,
                };
                noted.insert(place, attendance);
            }
            Change::TopicTakenUp { topic, .. } => {
                self.put_aside(event.at);
                self.taken_up.push(TakenUp {
                    topic: topic.clone(),
                    from: event.at,
                    until: None,
                });
            }
            Change::TopicClosed { topic, .. } => {
                let last = self.taken_up.iter_mut().rfind(|it| it.topic == *topic);
                if let Some(taken_up) = last {
                    taken_up.until.get_or_insert(event.at);
                }
            }
            Change::MinutesWritten { topic, text, .. } => {
                self.minutes.insert(topic.clone(), Minutes::of(event, text));
            }
            _ => {}
        }
    }
}

impl Minutes {
    fn of(event: &Event, text: &str) -> Self {
        Minutes {
            event: event.id,
            at: event.at,
            text: text.to_owned(),
        }
    }
}
