//! What a session leaves for later: the parking lot, and questions that somebody takes home.

use assessment::session::{Owner, TakeHome};
use assessment::state::TakeHomeState;
use assessment::{Change, TakeHomeId};
use jiff::civil::Date;

use super::{known, unknown_member};
use crate::Application;
use crate::assessed::Assessed;
use crate::problem::{Fact, Problem};
use crate::typed;
use crate::view::*;

impl Application {
    /// Puts a point in the parking lot.
    ///
    /// # Errors
    /// When there is no such session or the text says nothing.
    pub fn park_point(&mut self, input: ParkPoint) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let (session, _) = assessed.session(&input.session)?;
        let text = saying(&input.text, "text")?;
        let (assessment, topic) = (assessed.id, assessed.topic());
        let change = Change::PointParked {
            assessment,
            session,
            text,
        };
        self.record(change, topic)
    }

    /// Takes a point out of the parking lot.
    ///
    /// # Errors
    /// When it is not there (any more), or nothing says what became of it.
    pub fn take_out_point(&mut self, input: TakeOutPoint) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let unknown = |given| Fact::UnknownPoint { given }.about("point");
        let parked = &assessed.state.sessions.parked;
        let (point, state) = known(parked, &input.point, unknown)?;
        if state.dropped.is_some() {
            return Err(unknown(input.point));
        }
        let outcome = saying(&input.outcome, "outcome")?;
        let (assessment, topic) = (assessed.id, assessed.topic());
        let change = Change::PointTakenOut {
            assessment,
            point,
            outcome,
        };
        self.record(change, topic)
    }

    /// Gives somebody a question to take home.
    ///
    /// # Errors
    /// When the question says nothing, nobody is to find out, or the date is none.
    pub fn ask_take_home(&mut self, input: AskTakeHome) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let session = input.session.as_deref();
        let session = session.map(|given| assessed.session(given)).transpose()?;
        let form = &input.form;
        let member = form.member.as_deref().filter(|given| !given.is_empty());
        let owner = match member {
            Some(given) => {
                let members = &assessed.open.state().members;
                Owner::Member(known(members, given, unknown_member)?.0)
            }
            None => Owner::Named(typed::name(&form.named, "named")?),
        };
        let question = form.question.as_deref().filter(|given| !given.is_empty());
        let question = question.map(|given| assessed.question(given)).transpose()?;
        let asked = TakeHome {
            text: saying(&form.text, "text")?,
            owner,
            due: typed::date_or_none(form.due.as_deref(), "due")?,
            question: question.map(|question| question.id.clone()),
        };
        let (assessment, topic) = (assessed.id, assessed.topic());
        let change = Change::TakeHomeAsked {
            assessment,
            session: session.map(|(id, _)| id),
            asked,
        };
        self.record(change, topic)
    }

    /// Writes down the answer to a question that was taken home.
    ///
    /// # Errors
    /// When there is no such question or the answer says nothing.
    pub fn answer_take_home(&mut self, input: AnswerTakeHome) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let take_home = taken_home(&assessed, &input.take_home)?;
        let text = saying(&input.text, "text")?;
        let (assessment, topic) = (assessed.id, assessed.topic());
        let change = Change::TakeHomeAnswered {
            assessment,
            take_home,
            text,
        };
        self.record(change, topic)
    }

    /// Drops a question that was taken home.
    ///
    /// # Errors
    /// When there is no such question or nothing says why.
    pub fn drop_take_home(&mut self, input: DropTakeHome) -> Result<Changed, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        let take_home = taken_home(&assessed, &input.take_home)?;
        let reason = saying(&input.reason, "reason")?;
        let (assessment, topic) = (assessed.id, assessed.topic());
        let change = Change::TakeHomeDropped {
            assessment,
            take_home,
            reason,
        };
        self.record(change, topic)
    }
}

/// A text that must say something.
pub(super) fn saying(text: &str, field: &'static str) -> Result<String, Problem> {
    let text = typed::paragraphs(text, field)?;
    if text.is_empty() {
        return Err(Fact::TextEmpty.about(field));
    }
    Ok(text)
}

fn taken_home(assessed: &Assessed<'_>, given: &str) -> Result<TakeHomeId, Problem> {
    let all = &assessed.state.sessions.take_home;
    let unknown = |given| Fact::UnknownTakeHome { given }.about("take_home");
    Ok(known(all, given, unknown)?.0)
}

/// The parking lot: what is there first, then what left it, each in order.
pub(super) fn parked(assessed: &Assessed<'_>) -> Vec<ParkedView> {
    let mut points: Vec<_> = assessed.state.sessions.parked.iter().collect();
    points.sort_by_key(|(_, point)| (point.dropped.is_some(), point.order));
    points
        .into_iter()
        .map(|(id, point)| ParkedView {
            id: id.to_string(),
            text: point.now.text.clone(),
            at: assessed.words.moment(point.at),
            outcome: point.dropped.as_ref().map(|it| it.reason.clone()),
        })
        .collect()
}

/// The questions that were taken home, as far as wanted: those without an answer first.
pub(super) fn take_home(
    assessed: &Assessed<'_>,
    today: Date,
    wanted: impl Fn(&TakeHomeState) -> bool,
) -> Vec<TakeHomeView> {
    let all = assessed.state.sessions.take_home.iter();
    let mut questions: Vec<_> = all.filter(|(_, state)| wanted(state)).collect();
    let settled = |it: &TakeHomeState| it.answered.is_some() || it.asked.dropped.is_some();
    questions.sort_by_key(|(_, state)| (settled(state), state.asked.order));
    questions
        .into_iter()
        .map(|(id, state)| {
            let asked = &state.asked.now;
            let (member, named, owner) = match &asked.owner {
                Owner::Member(id) => (Some(id.to_string()), String::new(), assessed.name(*id)),
                Owner::Named(name) => (None, name.clone(), name.clone()),
            };
            TakeHomeView {
                id: id.to_string(),
                form: TakeHomeForm {
                    text: asked.text.clone(),
                    member,
                    named,
                    due: asked.due.map(|date| date.to_string()),
                    question: asked.question.as_ref().map(ToString::to_string),
                },
                owner,
                due: asked.due.map(|date| assessed.words.date(date)),
                overdue: !settled(state) && asked.due.is_some_and(|due| due < today),
                answer: state.answered.as_ref().map(|it| it.text.clone()),
                dropped: state.asked.dropped.as_ref().map(|it| it.reason.clone()),
            }
        })
        .collect()
}
