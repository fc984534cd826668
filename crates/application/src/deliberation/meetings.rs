//! Planning and holding a session: beginning and end, coming and going, topics and minutes.

use assessment::session::{AgendaItem, AgendaTopic, Session};
use assessment::{Change, Moment, SessionId};
use jiff::civil::{Date, Time};

use super::sessions::MOVEMENTS;
use super::{known, topics, unknown_member};
use crate::Application;
use crate::assessed::Assessed;
use crate::files::label;
use crate::problem::{Fact, Problem};
use crate::typed;
use crate::view::*;

impl Application {
    /// Plans a session.
    ///
    /// # Errors
    /// When the date is none or a topic is not known.
    pub fn plan_session(&mut self, input: PlanSession) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let session = planned(&assessed, &input.form)?;
        let (assessment, topic) = (assessed.id, assessed.topic());
        self.record(
            Change::SessionPlanned {
                assessment,
                session,
            },
            topic,
        )
    }

    /// Writes the plan of a session anew.
    ///
    /// # Errors
    /// When there is no such session, the date is none or a topic is not known.
    pub fn revise_session(&mut self, input: ReviseSession) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let (session, state) = assessed.session(&input.session)?;
        let now = planned(&assessed, &input.form)?;
        if state.session == now {
            return Ok(self.changed(Vec::new()));
        }
        let (assessment, topic) = (assessed.id, assessed.topic());
        let change = Change::SessionRevised {
            assessment,
            session,
            now,
        };
        self.record(change, topic)
    }

    /// Begins a session, or takes it up again. Whether enough members are there is for its page to say.
    ///
    /// # Errors
    /// When a session of this assessment goes on already.
    pub fn start_session(&mut self, input: OneSession) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let (session, _) = assessed.session(&input.session)?;
        let sessions = assessed.state.sessions.in_order();
        if let Some((_, running)) = sessions.iter().find(|(_, it)| it.is_running()) {
            let date = assessed.words.date(running.session.date);
            return Err(Fact::SessionRunning { date }.about("session"));
        }
        let (assessment, topic) = (assessed.id, assessed.topic());
        self.record(
            Change::SessionStarted {
                assessment,
                session,
            },
            topic,
        )
    }

    /// Ends a session. What was on the table is put aside.
    ///
    /// # Errors
    /// When it does not go on.
    pub fn end_session(&mut self, input: OneSession) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let session = running(&assessed, &input.session)?;
        let (assessment, topic) = (assessed.id, assessed.topic());
        self.record(
            Change::SessionEnded {
                assessment,
                session,
            },
            topic,
        )
    }

    /// Notes that somebody came, went, or said that they would not come. Who is there already
    /// does not come once more: without a time of its own, what was noted last stays as it is.
    ///
    /// # Errors
    /// When there is no such session or member, or the time is none.
    pub fn note_attendance(&mut self, input: NoteAttendance) -> Result<Changed, Problem> {
        let now = self.surroundings.now();
        let assessed = self.assessed(&input.assessment)?;
        let (session, state) = assessed.session(&input.session)?;
        let members = &assessed.open.state().members;
        let (member, _) = known(members, &input.member, unknown_member)?;
        let movement = typed::word(&MOVEMENTS, &input.movement, "movement")?;
        let at = match input.at.as_deref().map(str::trim) {
            None | Some("") => {
                let noted = state.attendance.get(&member).and_then(|noted| noted.last());
                if noted.is_some_and(|last| last.movement == movement) {
                    return Ok(self.changed(Vec::new()));
                }
                now
            }
            Some(time) => moment(state.session.date, time, now)?,
        };
        let (assessment, topic) = (assessed.id, assessed.topic());
        let change = Change::AttendanceNoted {
            assessment,
            session,
            member,
            movement,
            at,
        };
        self.record(change, topic)
    }

    /// Brings a topic on the table; the one before it is put aside.
    ///
    /// # Errors
    /// When the session does not go on.
    pub fn take_up_topic(&mut self, input: SessionTopic) -> Result<Changed, Problem> {
        let (assessed, session, topic) = self.on_the_table(&input)?;
        let (assessment, about) = (assessed.id, assessed.topic());
        let change = Change::TopicTakenUp {
            assessment,
            session,
            topic,
        };
        self.record(change, about)
    }

    /// Puts a topic aside; one that does not lie on the table stays as it is.
    ///
    /// # Errors
    /// When the session does not go on.
    pub fn close_topic(&mut self, input: SessionTopic) -> Result<Changed, Problem> {
        let (assessed, session, topic) = self.on_the_table(&input)?;
        let (_, state) = assessed.session(&input.session)?;
        let mut taken_up = state.taken_up.iter();
        if !taken_up.any(|it| it.topic == topic && it.until.is_none()) {
            return Ok(self.changed(Vec::new()));
        }
        let (assessment, about) = (assessed.id, assessed.topic());
        let change = Change::TopicClosed {
            assessment,
            session,
            topic,
        };
        self.record(change, about)
    }

    /// Writes minutes anew, of a topic or of the session as a whole.
    ///
    /// # Errors
    /// When there is no such session or topic, or the text cannot be kept.
    pub fn write_minutes(&mut self, input: WriteMinutes) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let (session, state) = assessed.session(&input.session)?;
        let topic = input
            .topic
            .as_ref()
            .map(|topic| topics::topic(&assessed, topic))
            .transpose()?;
        let text = typed::paragraphs(&input.text, "text")?;
        let written = state.minutes.get(&topic).map_or("", |it| it.text.as_str());
        if written == text {
            return Ok(self.changed(Vec::new()));
        }
        let (assessment, about) = (assessed.id, assessed.topic());
        let change = Change::MinutesWritten {
            assessment,
            session,
            topic,
            text,
        };
        self.record(change, about)
    }

    fn on_the_table(
        &self,
        input: &SessionTopic,
    ) -> Result<(Assessed<'_>, SessionId, AgendaTopic), Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let session = running(&assessed, &input.session)?;
        let topic = topics::topic(&assessed, &input.topic)?;
        Ok((assessed, session, topic))
    }
}

fn running(assessed: &Assessed<'_>, given: &str) -> Result<SessionId, Problem> {
    let (id, session) = assessed.session(given)?;
    if session.is_running() {
        Ok(id)
    } else {
        Err(Fact::SessionNotRunning.about("session"))
    }
}

fn planned(assessed: &Assessed<'_>, form: &SessionForm) -> Result<Session, Problem> {
    let agenda = form.agenda.iter().map(|item| {
        Ok(AgendaItem {
            topic: topics::topic(assessed, &item.topic)?,
            minutes: item.minutes,
        })
    });
    Ok(Session {
        date: typed::date(&form.date, "date")?,
        place: typed::line(&form.place, "place")?,
        agenda: agenda.collect::<Result<_, Problem>>()?,
    })
}

/// A time of the day on which the session is, by the clock on the wall here.
fn moment(day: Date, time: &str, now: Moment) -> Result<Moment, Problem> {
    let malformed = || Fact::TimeMalformed { given: label(time) }.about("at");
    let (hour, minute) = time.split_once(':').ok_or_else(malformed)?;
    let number = |text: &str| match text.len() {
        2 => text.parse::<i8>().map_err(|_| malformed()),
        _ => Err(malformed()),
    };
    let time = Time::new(number(hour)?, number(minute)?, 0, 0).map_err(|_| malformed())?;
    let at = now.offset().to_timestamp(day.to_datetime(time));
    Ok(Moment::new(at.map_err(|_| malformed())?, now.offset()))
}
