//! The pages of sessions: what was planned, who was there, how it went, what was left for later.

use assessment::session::{AgendaTopic, Movement};
use assessment::state::SessionState;
use assessment::{Moment, SessionId};

use super::{agenda, for_later, known, rounds, topics};
use crate::assessed::Assessed;
use crate::problem::{Fact, Problem};
use crate::view::*;
use crate::words::WordList;
use crate::{Application, count};

pub(super) const MOVEMENTS: WordList<Movement> = WordList(&[
    ("came", Movement::Came),
    ("went", Movement::Went),
    ("excused", Movement::Excused),
]);

impl Application {
    /// The sessions of an assessment, and what they left for later.
    ///
    /// # Errors
    /// When there is no such assessment.
    pub fn sessions_page(&mut self, input: OneAssessment) -> Result<SessionsPage, Problem> {
        let today = self.surroundings.now().date();
        let assessed = self.assessed(&input.assessment)?;
        let sessions = &assessed.state.sessions;
        let in_order = sessions.in_order();
        let running = in_order.iter().find(|(_, session)| session.is_running());
        Ok(SessionsPage {
            assessment: assessed.id.to_string(),
            subject: assessed.subject_name(),
            running: running.map(|(id, _)| id.to_string()),
            sessions: in_order
                .iter()
                .map(|(id, session)| summary(&assessed, *id, session))
                .collect(),
            parked: for_later::parked(&assessed),
            take_home: for_later::take_home(&assessed, today, |_| true),
        })
    }

    /// One session.
    ///
    /// # Errors
    /// When there is no such session.
    pub fn session_page(&mut self, input: OneSession) -> Result<SessionPage, Problem> {
        let now = self.surroundings.now();
        let assessed = self.assessed(&input.assessment)?;
        let (id, session) = assessed.session(&input.session)?;
        let words = assessed.words;
        let moment = session.ended.unwrap_or(now);
        let minutes = |topic: Option<&AgendaTopic>| {
            let written = session.minutes.get(&topic.cloned());
            written.map(|it| it.text.clone()).unwrap_or_default()
        };
        let agenda = items(&assessed, session, minutes);
        let on_the_table = session.taken_up.last().filter(|it| it.until.is_none());
        Ok(SessionPage {
            id: id.to_string(),
            assessment: assessed.id.to_string(),
            subject: assessed.subject_name(),
            form: SessionForm {
                date: session.session.date.to_string(),
                place: session.session.place.clone(),
                agenda: session
                    .session
                    .agenda
                    .iter()
                    .map(|item| AgendaItemForm {
                        topic: topics::form(&item.topic),
                        minutes: item.minutes,
                    })
                    .collect(),
            },
            date: words.date(session.session.date),
            state: state(session),
            started: session.started.map(|at| words.moment(at)),
            ended: session.ended.map(|at| words.moment(at)),
            quorum: agenda::quorum(&assessed, id, moment),
            attendance: attendance(&assessed, session, moment),
            minutes_planned: agenda.iter().map(|item| u32::from(item.minutes)).sum(),
            agenda,
            on_the_table: on_the_table.map(|it| topics::form(&it.topic)),
            minutes: minutes(None),
            parked: for_later::parked(&assessed),
            take_home: for_later::take_home(&assessed, now.date(), |asked| {
                asked.session == Some(id)
                    || (asked.answered.is_none() && asked.asked.dropped.is_none())
            }),
            rounds: rounds::summaries(&assessed, now.date(), |round| {
                round.round.session == Some(id)
            }),
        })
    }
}

impl<'a> Assessed<'a> {
    pub(super) fn session(&self, given: &str) -> Result<(SessionId, &'a SessionState), Problem> {
        known(&self.state.sessions.sessions, given, |given| {
            Fact::UnknownSession { given }.about("session")
        })
    }
}

fn state(session: &SessionState) -> SessionStateView {
    match (session.started, session.ended) {
        (None, _) => SessionStateView::Planned,
        (Some(_), None) => SessionStateView::Running,
        (Some(_), Some(_)) => SessionStateView::Ended,
    }
}

fn summary(assessed: &Assessed<'_>, id: SessionId, session: &SessionState) -> SessionSummary {
    let came = session.attendance.iter().filter(|(_, noted)| {
        let mut noted = noted.iter();
        noted.any(|it| it.movement == Movement::Came)
    });
    let mut came: Vec<_> = came.map(|(member, _)| *member).collect();
    let members = &assessed.open.state().members;
    came.sort_by_key(|member| members.get(member).map(|it| it.order));
    SessionSummary {
        id: id.to_string(),
        date: assessed.words.date(session.session.date),
        place: session.session.place.clone(),
        state: state(session),
        items: count(session.session.agenda.len()),
        attended: assessed.names(&came),
    }
}

/// Everybody who serves on the day, and whoever came besides.
fn attendance(
    assessed: &Assessed<'_>,
    session: &SessionState,
    moment: Moment,
) -> Vec<AttendanceView> {
    let whole = assessed.open.state();
    let there: Vec<_> = session.present_at(moment).collect();
    let day = session.session.date;
    let mut members: Vec<_> = whole
        .members
        .iter()
        .filter(|(id, member)| member.serves_on(day) || session.attendance.contains_key(id))
        .collect();
    members.sort_by_key(|(_, member)| member.order);
    members
        .into_iter()
        .map(|(id, member)| {
            let noted = session.attendance.get(id).map_or(&[][..], Vec::as_slice);
            let last = noted.last().map(|it| it.movement);
            AttendanceView {
                member: id.to_string(),
                name: member.member.name.clone(),
                role_label: assessed.words.role(member.member.role),
                present: there.contains(id),
                excused: last == Some(Movement::Excused),
                counts: whole.has_a_say(assessed.id, *id) && member.serves_on(day),
                aside: assessed.aside(*id),
                movements: noted
                    .iter()
                    .map(|it| MovementView {
                        movement: MOVEMENTS.word(it.movement).to_owned(),
                        label: assessed
                            .words
                            .text(&format!("session-{}", MOVEMENTS.word(it.movement))),
                        at: assessed.words.time(it.at),
                    })
                    .collect(),
            }
        })
        .collect()
}

/// The agenda in order, then what came on the table or was minuted besides. A topic that stands there
/// twice counts once.
fn items(
    assessed: &Assessed<'_>,
    session: &SessionState,
    written: impl Fn(Option<&AgendaTopic>) -> String,
) -> Vec<AgendaItemView> {
    let planned = session.session.agenda.iter();
    let planned = planned.map(|item| (&item.topic, true, item.minutes));
    let taken_up = session.taken_up.iter().map(|it| (&it.topic, false, 0));
    let minuted = session.minutes.keys().flatten();
    let minuted = minuted.map(|topic| (topic, false, 0));
    let mut seen: Vec<&AgendaTopic> = Vec::new();
    let mut items = Vec::new();
    for (topic, planned, minutes) in planned.chain(taken_up).chain(minuted) {
        if seen.contains(&topic) {
            continue;
        }
        seen.push(topic);
        let times: Vec<_> = session
            .taken_up
            .iter()
            .filter(|it| it.topic == *topic)
            .collect();
        let seconds: i64 = times.iter().filter_map(|it| it.seconds()).sum();
        let since = times.iter().find(|it| it.until.is_none());
        items.push(AgendaItemView {
            topic: topics::form(topic),
            label: topics::in_words(assessed, topic),
            text: topics::text(assessed, topic),
            question: topic.question().map(ToString::to_string),
            planned,
            minutes,
            seconds: u32::try_from(seconds).unwrap_or(u32::MAX),
            since: since.map(|it| it.from.timestamp().to_string()),
            done: !times.is_empty() && since.is_none(),
            written: written(Some(topic)),
        });
    }
    items
}
