//! Sessions: plan, attendance, topics, minutes, parking lot, questions to take home.

use application::view::{
    AgendaItemForm, AgendaTopicForm, AnswerTakeHome, AskTakeHome, DropTakeHome, NoteAttendance,
    OneAssessment, OneSession, ParkPoint, PlanSession, ProposeAgenda, ReviseSession, SessionForm,
    SessionPage, SessionTopic, SessionsPage, TakeHomeForm, TakeOutPoint, WriteMinutes,
};

use super::Context;
use crate::arguments::deliberation::{self as asked, SessionCommand};
use crate::failure::{DONE, Failure};

/// The fewest characters of an identity that name something.
const FEWEST: usize = 4;

pub(crate) fn session(context: &mut Context<'_>, command: SessionCommand) -> Result<u8, Failure> {
    match command {
        SessionCommand::Plan(plan) => self::plan(context, plan),
        SessionCommand::Revise(revise) => self::revise(context, revise),
        SessionCommand::List(list) => self::list(context, &list),
        SessionCommand::Show(show) => self::show(context, &show),
        SessionCommand::Agenda(agenda) => self::agenda(context, agenda),
        SessionCommand::Start(one) => {
            let one = meant(context, &one.of, one.session.as_deref())?;
            let changed = context.application.start_session(one)?;
            context.saved(&changed)
        }
        SessionCommand::End(one) => {
            let one = meant(context, &one.of, one.session.as_deref())?;
            let changed = context.application.end_session(one)?;
            context.saved(&changed)
        }
        SessionCommand::Attend(attend) => self::attend(context, attend),
        SessionCommand::TakeUp(given) => {
            let one = meant(context, &given.of, given.session.as_deref())?;
            let topic = topic(context, &one.assessment, &given.topic);
            let changed = context.application.take_up_topic(SessionTopic {
                assessment: one.assessment,
                session: one.session,
                topic,
            })?;
            context.saved(&changed)
        }
        SessionCommand::CloseTopic(given) => {
            let one = meant(context, &given.of, given.session.as_deref())?;
            let topic = on_the_table(context, &one, &given.topic)?;
            let changed = context.application.close_topic(SessionTopic {
                assessment: one.assessment,
                session: one.session,
                topic,
            })?;
            context.saved(&changed)
        }
        SessionCommand::Minutes(minutes) => {
            let one = meant(context, &minutes.of, minutes.session.as_deref())?;
            let about = minutes.topic.as_deref();
            let about = about.map(|given| topic(context, &one.assessment, given));
            let changed = context.application.write_minutes(WriteMinutes {
                assessment: one.assessment,
                session: one.session,
                topic: about,
                text: minutes.text,
            })?;
            context.saved(&changed)
        }
        SessionCommand::Park(park) => {
            let one = meant(context, &park.of, park.session.as_deref())?;
            let changed = context.application.park_point(ParkPoint {
                assessment: one.assessment,
                session: one.session,
                text: park.text,
            })?;
            context.saved(&changed)
        }
        SessionCommand::TakeOut(given) => {
            let (assessment, left) = left_for_later(context, &given.of)?;
            let points = left.parked.into_iter().map(|it| (it.id, it.text));
            let changed = context.application.take_out_point(TakeOutPoint {
                assessment,
                point: named(points, given.point),
                outcome: given.outcome,
            })?;
            context.saved(&changed)
        }
        SessionCommand::Ask(ask) => self::ask(context, ask),
        SessionCommand::Answer(given) => {
            let (assessment, left) = left_for_later(context, &given.of)?;
            let changed = context.application.answer_take_home(AnswerTakeHome {
                assessment,
                take_home: named(taken_home(left), given.asked),
                text: given.text,
            })?;
            context.saved(&changed)
        }
        SessionCommand::Drop(given) => {
            let (assessment, left) = left_for_later(context, &given.of)?;
            let changed = context.application.drop_take_home(DropTakeHome {
                assessment,
                take_home: named(taken_home(left), given.asked),
                reason: given.reason,
            })?;
            context.saved(&changed)
        }
    }
}

/// Opens the dossier; gives what the sessions of the assessment left for later.
fn left_for_later(
    context: &mut Context<'_>,
    of: &asked::Of,
) -> Result<(String, SessionsPage), Failure> {
    let assessment = context.open_of(of)?;
    let left = context.application.sessions_page(OneAssessment {
        assessment: assessment.clone(),
    })?;
    Ok((assessment, left))
}

fn taken_home(left: SessionsPage) -> impl Iterator<Item = (String, String)> {
    left.take_home.into_iter().map(|it| (it.id, it.form.text))
}

/// The identity of what is named by its text or by the first characters of its identity. What fits
/// nothing, or several, is for the application to refuse.
fn named(all: impl Iterator<Item = (String, String)>, given: String) -> String {
    let fits = |(id, text): &(String, String)| {
        *text == given || (given.len() >= FEWEST && id.starts_with(&given))
    };
    let mut fitting = all.filter(fits);
    match (fitting.next(), fitting.next()) {
        (Some((id, _)), None) => id,
        _ => given,
    }
}

/// Opens the dossier; gives the session that is meant.
fn meant(
    context: &mut Context<'_>,
    of: &asked::Of,
    named: Option<&str>,
) -> Result<OneSession, Failure> {
    let assessment = context.open_of(of)?;
    let session = context.application.session_meant(&assessment, named)?;
    Ok(OneSession {
        assessment,
        session,
    })
}

/// A topic as it stands on the proposed agenda where it is a question that stands there; an open question
/// where it is another question; otherwise words.
fn topic(context: &mut Context<'_>, assessment: &str, given: &str) -> AgendaTopicForm {
    let input = ProposeAgenda {
        assessment: assessment.to_owned(),
        date: None,
    };
    let proposed = context.application.proposed_agenda(input);
    let proposed = proposed.map(|agenda| agenda.items).unwrap_or_default();
    let found = proposed
        .into_iter()
        .map(|item| item.topic)
        .find(|topic| question_of(topic) == Some(given));
    found.unwrap_or_else(|| {
        let question = application::view::OneQuestion {
            assessment: assessment.to_owned(),
            question: given.to_owned(),
        };
        match context.application.question_page(question) {
            Ok(page) => AgendaTopicForm::OpenQuestion { question: page.id },
            Err(_) => AgendaTopicForm::Other {
                text: given.to_owned(),
            },
        }
    })
}

/// The topic on the table where it is meant; otherwise as it would be taken up.
fn on_the_table(
    context: &mut Context<'_>,
    one: &OneSession,
    given: &str,
) -> Result<AgendaTopicForm, Failure> {
    let page = context.application.session_page(one.clone())?;
    let meant = |topic: &AgendaTopicForm| match topic {
        AgendaTopicForm::Other { text } => text == given,
        topic => question_of(topic) == Some(given),
    };
    Ok(match page.on_the_table.filter(meant) {
        Some(topic) => topic,
        None => topic(context, &one.assessment, given),
    })
}

fn question_of(topic: &AgendaTopicForm) -> Option<&str> {
    match topic {
        AgendaTopicForm::Conflict { question }
        | AgendaTopicForm::LegalGap { question }
        | AgendaTopicForm::Contested { question }
        | AgendaTopicForm::OpenQuestion { question } => Some(question),
        AgendaTopicForm::ActionDue { .. } | AgendaTopicForm::Other { .. } => None,
    }
}

fn plan(context: &mut Context<'_>, plan: asked::PlanSession) -> Result<u8, Failure> {
    let assessment = context.open_of(&plan.of)?;
    let date = plan.date.unwrap_or_else(|| context.application.today());
    let mut agenda = items(context, &assessment, &plan.topic);
    if plan.proposed {
        agenda.extend(proposed(context, &assessment, &date)?);
    }
    let form = SessionForm {
        date,
        place: plan.place,
        agenda,
    };
    let changed = context
        .application
        .plan_session(PlanSession { assessment, form })?;
    let session = changed.subject.clone().unwrap_or_default();
    context.notice(changed.notice.as_ref());
    context.say("cli-done-session", &[("session", session.into())])?;
    Ok(DONE)
}

/// What is not named stays as it was planned.
fn revise(context: &mut Context<'_>, revise: asked::ReviseSession) -> Result<u8, Failure> {
    let one = meant(context, &revise.of, revise.session.as_deref())?;
    let mut form = context.application.session_page(one.clone())?.form;
    form.date = revise.date.unwrap_or(form.date);
    form.place = revise.place.unwrap_or(form.place);
    if !revise.topic.is_empty() {
        form.agenda = items(context, &one.assessment, &revise.topic);
    }
    if revise.proposed {
        let proposed = proposed(context, &one.assessment, &form.date)?;
        form.agenda.extend(proposed);
    }
    let changed = context.application.revise_session(ReviseSession {
        assessment: one.assessment,
        session: one.session,
        form,
    })?;
    context.saved(&changed)
}

/// The items of an agenda as they were typed: a topic, and its minutes if they were named.
fn items(context: &mut Context<'_>, assessment: &str, given: &[String]) -> Vec<AgendaItemForm> {
    let item = |given: &String| {
        let timed = given.rsplit_once('=');
        let timed = timed.and_then(|(topic, minutes)| Some((topic, minutes.parse().ok()?)));
        let (given, minutes) = timed.unwrap_or((given, 0));
        AgendaItemForm {
            topic: topic(context, assessment, given),
            minutes,
        }
    };
    given.iter().map(item).collect()
}

/// What the program proposes for the agenda of a day.
fn proposed(
    context: &mut Context<'_>,
    assessment: &str,
    date: &str,
) -> Result<Vec<AgendaItemForm>, Failure> {
    let proposed = context.application.proposed_agenda(ProposeAgenda {
        assessment: assessment.to_owned(),
        date: Some(date.to_owned()),
    })?;
    let items = proposed.items.into_iter().map(|item| AgendaItemForm {
        topic: item.topic,
        minutes: item.minutes,
    });
    Ok(items.collect())
}

fn list(context: &mut Context<'_>, list: &asked::Sessions) -> Result<u8, Failure> {
    let assessment = context.look_of(&list.of)?;
    let page = context
        .application
        .sessions_page(OneAssessment { assessment })?;
    if list.json {
        context.output.json(&page)?;
        return Ok(DONE);
    }
    let short = |id: &str| id.get(..8).unwrap_or(id).to_owned();
    for session in &page.sessions {
        let id = short(&session.id);
        let line = format!("{id}  {}  {}", session.date, session.place);
        context.output.line(&line)?;
    }
    let waiting = page.parked.iter().filter(|point| point.outcome.is_none());
    let waiting: Vec<_> = waiting.map(|it| (short(&it.id), &it.text)).collect();
    let unanswered = page.take_home.iter();
    let unanswered = unanswered.filter(|it| it.answer.is_none() && it.dropped.is_none());
    let unanswered: Vec<_> = unanswered
        .map(|it| (short(&it.id), &it.form.text))
        .collect();
    for (heading, left) in [("cli-parked", waiting), ("cli-taken-home", unanswered)] {
        if !left.is_empty() {
            context.say(heading, &[])?;
        }
        for (id, text) in left {
            context.output.line(&format!("{id}  {text}"))?;
        }
    }
    Ok(DONE)
}

fn show(context: &mut Context<'_>, show: &asked::OneSession) -> Result<u8, Failure> {
    let assessment = context.look_of(&show.of)?;
    let session = context
        .application
        .session_meant(&assessment, show.session.as_deref())?;
    let page = context.application.session_page(OneSession {
        assessment,
        session,
    })?;
    if show.json {
        context.output.json(&page)?;
    } else {
        say_session(context, &page)?;
    }
    Ok(DONE)
}

fn say_session(context: &Context<'_>, page: &SessionPage) -> Result<(), Failure> {
    let output = context.output;
    output.line(&format!("{}  {}", page.date, page.form.place))?;
    output.line(&page.quorum.text)?;
    for person in &page.attendance {
        let mark = if person.present { 'x' } else { ' ' };
        let moved: Vec<String> = person
            .movements
            .iter()
            .map(|it| format!("{} {}", it.label, it.at))
            .collect();
        output.line(&format!("[{mark}] {}  {}", person.name, moved.join(", ")))?;
    }
    for item in &page.agenda {
        output.line(&format!(
            "- {} ({}/{} min)",
            item.label,
            item.seconds / 60,
            item.minutes
        ))?;
        for line in item.written.lines() {
            output.line(&format!("    {line}"))?;
        }
    }
    for line in page.minutes.lines() {
        output.line(line)?;
    }
    Ok(())
}

fn agenda(context: &mut Context<'_>, agenda: asked::Agenda) -> Result<u8, Failure> {
    let assessment = context.look_of(&agenda.of)?;
    let proposed = context.application.proposed_agenda(ProposeAgenda {
        assessment,
        date: agenda.date,
    })?;
    if agenda.json {
        context.output.json(&proposed)?;
        return Ok(DONE);
    }
    for item in &proposed.items {
        context.output.line(&format!(
            "{:>3} min  {}  ({})",
            item.minutes, item.label, item.reason
        ))?;
    }
    Ok(DONE)
}

fn attend(context: &mut Context<'_>, attend: asked::Attend) -> Result<u8, Failure> {
    let one = meant(context, &attend.of, attend.session.as_deref())?;
    let member = context.application.member_meant(&attend.member)?;
    let changed = context.application.note_attendance(NoteAttendance {
        assessment: one.assessment.clone(),
        session: one.session.clone(),
        member,
        movement: attend.movement,
        at: attend.at,
    })?;
    context.notice(changed.notice.as_ref());
    let page = context.application.session_page(one)?;
    context.output.line(&page.quorum.text)?;
    Ok(DONE)
}

fn ask(context: &mut Context<'_>, ask: asked::Ask) -> Result<u8, Failure> {
    let one = meant(context, &ask.of, ask.session.as_deref())?;
    // Whoever is no member is somebody else, by name.
    let member = context.application.member_meant(&ask.owner).ok();
    let named = match member {
        Some(_) => String::new(),
        None => ask.owner,
    };
    let changed = context.application.ask_take_home(AskTakeHome {
        assessment: one.assessment,
        session: Some(one.session),
        form: TakeHomeForm {
            text: ask.text,
            member,
            named,
            due: ask.due,
            question: ask.question,
        },
    })?;
    context.saved(&changed)
}
