//! What to talk about next, how long that takes, and whether enough members are there.
//!
//! A proposal only: the facilitator puts the agenda in the order that they see fit.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use questionnaire::{QuestionId, Questionnaire, Value};
use serde::Serialize;

use crate::deliberation::Matter;
use crate::event::{ActionId, AssessmentId, MemberId, RoundId, SessionId};
use crate::finding::Cause;
use crate::finding::proposal::proposals;
use crate::moment::Moment;
use crate::outcome::{LegalStanding, Outcome};
use crate::session::{AgendaItem, AgendaTopic};
use crate::state::{AssessmentState, Current, State, standing};
use crate::vote::result::results;

/// Below this agreement, in hundredths, votes are worth talking about.
const CONTESTED_BELOW: i8 = 50;
/// How often something has to have been timed before the time says more than a guess.
const TIMED_ENOUGH: usize = 3;

/// A topic for the agenda.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Proposed {
    /// What it is about.
    pub topic: AgendaTopic,
    /// Why it is there.
    pub reason: Reason,
    /// How long it is likely to take.
    pub minutes: u16,
}

impl From<Proposed> for AgendaItem {
    fn from(proposed: Proposed) -> Self {
        AgendaItem {
            topic: proposed.topic,
            minutes: proposed.minutes,
        }
    }
}

/// Why a topic is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum Reason {
    /// Answers contradict each other, as after copies were put together.
    Conflict {
        /// How many.
        answers: usize,
    },
    /// A duty is not met, and the committee has not judged that yet.
    LegalGap {
        /// How it stands.
        standing: Option<LegalStanding>,
    },
    /// Members differ from the answer.
    Positions {
        /// Who.
        members: Vec<MemberId>,
    },
    /// The answer was revised since members took a position.
    AskAgain {
        /// Who.
        members: Vec<MemberId>,
    },
    /// The silent scores lie far apart, and nothing was answered since.
    Votes {
        /// In which round.
        round: RoundId,
    },
    /// An action item is due.
    ActionDue {
        /// On which day.
        due: Date,
    },
    /// It was left for later in an earlier session.
    Parked,
    /// Nobody knew yet.
    NotYetKnown,
    /// Nobody answered it yet.
    Open,
}

/// What to talk about on a day, most pressing first. Each question is there once.
pub fn propose(
    questionnaire: &Questionnaire,
    state: &State,
    assessment: AssessmentId,
    outcome: &Outcome,
    day: Date,
) -> Vec<Proposed> {
    let Some(held) = state.assessments.get(&assessment) else {
        return Vec::new();
    };
    let pace = Pace::of(state);
    let asked: Vec<&QuestionId> = outcome.intake.iter().chain(&outcome.asked).collect();
    let mut topics: Vec<(AgendaTopic, Reason)> = Vec::new();
    for question in &asked {
        if let Current::Conflict(answers) = held.current(question) {
            let answers = answers.len();
            topics.push((
                AgendaTopic::Conflict((*question).clone()),
                Reason::Conflict { answers },
            ));
        }
    }
    for proposal in proposals(held, outcome) {
        if let Cause::LegalGap(question) = proposal.cause {
            let standing = proposal.standing;
            topics.push((
                AgendaTopic::LegalGap(question),
                Reason::LegalGap { standing },
            ));
        }
    }
    for question in &asked {
        if let Some(reason) = contested(questionnaire, state, assessment, held, question) {
            topics.push((AgendaTopic::Contested((*question).clone()), reason));
        }
    }
    for (due, action) in due_actions(state, assessment, held, day) {
        topics.push((AgendaTopic::ActionDue(action), Reason::ActionDue { due }));
    }
    for (_, point) in standing(&held.sessions.parked) {
        topics.push((AgendaTopic::Other(point.now.text.clone()), Reason::Parked));
    }
    for question in open_questions(questionnaire, outcome) {
        let reason = match held.current(question) {
            Current::Answered(it) if it.answer.value == Value::NotYetKnown => Reason::NotYetKnown,
            _ => Reason::Open,
        };
        topics.push((AgendaTopic::OpenQuestion(question.clone()), reason));
    }
    let mut seen: BTreeSet<QuestionId> = BTreeSet::new();
    topics
        .into_iter()
        .filter(|(topic, _)| {
            let question = topic.question();
            question.is_none_or(|question| seen.insert(question.clone()))
        })
        .map(|(topic, reason)| Proposed {
            minutes: pace.minutes(&topic),
            topic,
            reason,
        })
        .collect()
}

fn contested(
    questionnaire: &Questionnaire,
    state: &State,
    assessment: AssessmentId,
    held: &AssessmentState,
    question: &QuestionId,
) -> Option<Reason> {
    if let Some(on @ Matter::Answer { .. }) = held.matter_of(question) {
        let positions = state.positions(assessment, &on);
        let differ = positions.standing.iter();
        let differ = differ.filter(|(_, taken)| taken.statement.position.differs());
        let members: Vec<MemberId> = differ.map(|(member, _)| *member).collect();
        if !members.is_empty() {
            return Some(Reason::Positions { members });
        }
        if !positions.to_ask_again.is_empty() {
            let members = positions.to_ask_again;
            return Some(Reason::AskAgain { members });
        }
    }
    let answered = match held.current(question) {
        Current::Answered(recorded) => Some(recorded.at),
        Current::Open | Current::Conflict(_) => None,
    };
    let on_it = held.rounds.iter().filter(|(_, round)| {
        round.round.questions.contains(question)
            && round
                .revealed
                .as_ref()
                .is_some_and(|it| answered.is_none_or(|at| at <= it.at))
    });
    let (round, _) = on_it.max_by_key(|(_, round)| round.order)?;
    let results = results(questionnaire, state, assessment, *round)?;
    let result = results.iter().find(|it| it.question == *question)?;
    let far_apart = match result.agreement {
        Some(agreement) => agreement.hundredths() < CONTESTED_BELOW,
        None => result.spread > 0,
    };
    far_apart.then_some(Reason::Votes { round: *round })
}

fn due_actions(
    state: &State,
    assessment: AssessmentId,
    held: &AssessmentState,
    day: Date,
) -> Vec<(Date, ActionId)> {
    let carried = state.carried_over(assessment).into_iter();
    let carried = carried.map(|(_, id, action)| (id, action));
    let own = held.follow_up.actions_in_order().into_iter();
    let mut due: Vec<(Date, ActionId)> = carried
        .chain(own)
        .filter(|(_, action)| !action.status().is_closed())
        .filter_map(|(id, action)| Some((action.planned.now.due?, id)))
        .filter(|(due, _)| *due <= day)
        .collect();
    due.sort_by_key(|(due, _)| *due);
    due
}

/// The profile first, since it decides what else is asked; then what weighs most.
fn open_questions<'a>(
    questionnaire: &Questionnaire,
    outcome: &'a Outcome,
) -> impl Iterator<Item = &'a QuestionId> {
    let weight = |id: &QuestionId| questionnaire.question(id).map_or(0, |it| it.weight);
    let mut open: Vec<&QuestionId> = outcome.open.iter().collect();
    open.sort_by_key(|id| std::cmp::Reverse(weight(id)));
    outcome.intake_open.iter().chain(open)
}

/// How long topics took so far, over all sessions of the dossier.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pace {
    seconds: BTreeMap<&'static str, Vec<i64>>,
}

impl Pace {
    /// The pace so far.
    pub fn of(state: &State) -> Self {
        let mut pace = Pace::default();
        let sessions = state.assessments.values();
        for session in sessions.flat_map(|held| held.sessions.sessions.values()) {
            for taken_up in &session.taken_up {
                if let Some(seconds) = taken_up.seconds() {
                    let (kind, _) = usual(&taken_up.topic);
                    pace.seconds.entry(kind).or_default().push(seconds);
                }
            }
        }
        pace
    }

    /// How many minutes such a topic is likely to take: the middle of those of its kind
    /// once there were enough, and a usual time until then. At least one.
    pub fn minutes(&self, topic: &AgendaTopic) -> u16 {
        let (kind, usual) = usual(topic);
        let Some(timed) = self.seconds.get(kind) else {
            return usual;
        };
        let mut timed = timed.clone();
        timed.sort_unstable();
        match timed.get(timed.len() / 2) {
            Some(seconds) if timed.len() >= TIMED_ENOUGH => {
                let minutes = (*seconds).max(1) as u64;
                u16::try_from(minutes.div_ceil(60)).unwrap_or(u16::MAX)
            }
            _ => usual,
        }
    }
}

/// What kind of topic it is, and how many minutes it takes where nothing was timed.
fn usual(topic: &AgendaTopic) -> (&'static str, u16) {
    match topic {
        AgendaTopic::Conflict(_) => ("conflict", 5),
        AgendaTopic::LegalGap(_) => ("legal_gap", 10),
        AgendaTopic::Contested(_) => ("contested", 10),
        AgendaTopic::ActionDue(_) => ("action_due", 3),
        AgendaTopic::OpenQuestion(_) => ("open_question", 6),
        AgendaTopic::Other(_) => ("other", 5),
    }
}

/// Whether enough members are there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuorumStanding {
    /// Who of those that decide is there, in the order they joined.
    pub present: Vec<MemberId>,
    /// How many decide.
    pub deciding: usize,
    /// How many have to be there; nothing when the committee has no rule.
    pub needed: Option<usize>,
    /// Whether they are. Without a rule it is enough that somebody is.
    pub reached: bool,
}

/// Whether enough members are in a session at a moment. Guests and those who stand
/// aside do not count, on either side.
pub fn quorum_at(
    state: &State,
    assessment: AssessmentId,
    session: SessionId,
    at: Moment,
) -> Option<QuorumStanding> {
    let sessions = &state.assessments.get(&assessment)?.sessions;
    let session = sessions.sessions.get(&session)?;
    let deciding = state.deciding_members(assessment, session.session.date);
    let there: BTreeSet<MemberId> = session.present_at(at).collect();
    let present: Vec<MemberId> = deciding
        .iter()
        .copied()
        .filter(|member| there.contains(member))
        .collect();
    let needed = state.committee.quorum.map(|it| it.needed(deciding.len()));
    Some(QuorumStanding {
        reached: present.len() >= needed.unwrap_or(1),
        deciding: deciding.len(),
        present,
        needed,
    })
}

/// Whether enough members were in a session, from each coming and going on.
pub fn quorum_over_time(
    state: &State,
    assessment: AssessmentId,
    session: SessionId,
) -> Vec<(Moment, QuorumStanding)> {
    let held = state
        .assessments
        .get(&assessment)
        .and_then(|held| held.sessions.sessions.get(&session));
    let Some(held) = held else {
        return Vec::new();
    };
    let noted = held.attendance.values().flatten();
    let mut moments: Vec<Moment> = noted.map(|it| it.at).collect();
    moments.sort();
    moments.dedup_by_key(|moment| moment.timestamp());
    moments
        .into_iter()
        .filter_map(|at| Some((at, quorum_at(state, assessment, session, at)?)))
        .collect()
}
