//! The members, and the meetings that were held.

use std::collections::BTreeSet;

use assessment::agenda::{quorum_at, quorum_over_time};
use assessment::session::AgendaTopic;
use assessment::state::{SessionState, standing};
use assessment::{AssessmentState, Committee, SessionId};
use messages::catalogue;

use super::{Sources, count, name_of, owner};
use crate::data::{
    AttendanceData, CommitteeData, MeetingsData, MemberData, MovementData, SessionData,
    TakeHomeData, TopicData,
};
use crate::private::Salts;

pub(super) fn committee(committee: &Committee, salts: &mut Salts) -> CommitteeData {
    let giver = Some(committee.mandated_by.clone()).filter(|giver| !giver.is_empty());
    CommitteeData {
        mandate: committee.mandate.clone(),
        mandated_on: committee.mandated_on,
        mandated_by: giver.map(|giver| salts.seal(giver)),
        mandated_by_public: committee.mandated_by_public,
        quorum: committee.quorum,
        independence: committee.independence.clone(),
    }
}

pub(super) fn members(sources: &Sources<'_>, salts: &mut Salts) -> Vec<MemberData> {
    let members = sources.state.current_members();
    let data = members.into_iter().map(|(id, member)| MemberData {
        name: salts.seal(member.name.clone()),
        role: member.role,
        expertise: salts.seal(member.expertise.clone()),
        speaks_for: member.speaks_for.clone(),
        from: member.from,
        until: member.until,
        stands_aside: sources
            .state
            .stands_aside(sources.assessment, id)
            .map(|conflict| salts.seal(conflict.reason.clone())),
    });
    data.collect()
}

pub(super) fn meetings(
    sources: &Sources<'_>,
    state: &AssessmentState,
    salts: &mut Salts,
) -> MeetingsData {
    let held = &state.sessions;
    MeetingsData {
        sessions: held
            .in_order()
            .into_iter()
            .filter_map(|(id, session)| self::session(sources, state, id, session, salts))
            .collect(),
        parked: standing(&held.parked)
            .into_iter()
            .map(|(_, parked)| salts.seal(parked.now.text.clone()))
            .collect(),
        take_home: held
            .open_take_home()
            .into_iter()
            .map(|(_, taken)| TakeHomeData {
                text: salts.seal(taken.asked.now.text.clone()),
                owner: owner(sources.state, &taken.asked.now.owner, salts),
                due: taken.asked.now.due,
            })
            .collect(),
    }
}

/// Nothing of a meeting that never began.
fn session(
    sources: &Sources<'_>,
    state: &AssessmentState,
    id: SessionId,
    session: &SessionState,
    salts: &mut Salts,
) -> Option<SessionData> {
    let started = session.started?;
    let assessment = sources.assessment;
    let over_time = quorum_over_time(sources.state, assessment, id);
    let fullest = over_time
        .into_iter()
        .map(|(_, quorum)| quorum)
        .max_by_key(|quorum| quorum.present.len())
        .or_else(|| quorum_at(sources.state, assessment, id, started))?;
    let mut attendance: Vec<_> = session.attendance.iter().collect();
    let order = |member| sources.state.members.get(member).map(|state| state.order);
    attendance.sort_by_key(|(member, _)| order(member));
    Some(SessionData {
        date: session.session.date,
        place: session.session.place.clone(),
        started,
        ended: session.ended,
        attendance: attendance
            .into_iter()
            .map(|(member, noted)| AttendanceData {
                name: salts.seal(name_of(sources.state, *member)),
                movements: noted
                    .iter()
                    .map(|noted| MovementData {
                        movement: noted.movement,
                        at: noted.at,
                    })
                    .collect(),
            })
            .collect(),
        present: count(fullest.present.len()),
        deciding: count(fullest.deciding),
        needed: fullest.needed.map(count),
        topics: topics(session)
            .into_iter()
            .map(|topic| {
                let minutes = session.minutes.get(&Some(topic.clone()));
                TopicData {
                    topic: salts.seal(in_words(sources, state, topic)),
                    minutes: salts.seal(minutes.map(|it| it.text.clone()).unwrap_or_default()),
                }
            })
            .collect(),
        minutes: salts.seal(
            session
                .minutes
                .get(&None)
                .map(|it| it.text.clone())
                .unwrap_or_default(),
        ),
    })
}

/// What was on the agenda, and what came on the table or into the minutes besides.
fn topics(session: &SessionState) -> Vec<&AgendaTopic> {
    let planned = session.session.agenda.iter().map(|item| &item.topic);
    let taken_up = session.taken_up.iter().map(|taken| &taken.topic);
    let written = session.minutes.keys().flatten();
    let mut seen = BTreeSet::new();
    planned
        .chain(taken_up)
        .chain(written)
        .filter(|topic| seen.insert(*topic))
        .collect()
}

fn in_words(sources: &Sources<'_>, state: &AssessmentState, topic: &AgendaTopic) -> String {
    let texts = catalogue(sources.language);
    let about = |key: &str| {
        let question = topic.question();
        let question = question.and_then(|id| sources.questionnaire.question(id));
        let text = question.map_or("", |question| question.text.get(sources.language));
        texts.format(key, &[("question", text.into())])
    };
    match topic {
        AgendaTopic::Conflict(_) => about("session-topic-conflict"),
        AgendaTopic::LegalGap(_) => about("session-topic-legal-gap"),
        AgendaTopic::Contested(_) => about("session-topic-contested"),
        AgendaTopic::OpenQuestion(_) => about("session-topic-open-question"),
        AgendaTopic::ActionDue(id) => {
            let all = sources.state.assessments.values();
            let mut all = std::iter::once(state).chain(all);
            let action = all.find_map(|held| held.follow_up.actions.get(id));
            let text = action.map_or("", |action| action.planned.now.text.as_str());
            texts.format("session-topic-action", &[("action", text.into())])
        }
        AgendaTopic::Other(words) => words.clone(),
    }
}
