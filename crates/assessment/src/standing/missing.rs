//! What an assessment lacks before it can be signed, each point with what it is about.

use questionnaire::{QuestionId, Questionnaire, SectionId};
use serde::Serialize;

use crate::advice::{Course, Outsider};
use crate::agenda;
use crate::committee::Role;
use crate::deliberation::Matter;
use crate::event::{
    ActionId, AssessmentId, CommentId, CopyId, EventId, MemberId, RiskId, RoundId, SessionId,
    TakeHomeId,
};
use crate::finding::Cause;
use crate::finding::proposal::proposals;
use crate::outcome::Outcome;
use crate::state::{AssessmentState, Current, State, standing};

/// Something that is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "missing", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Missing {
    /// Nobody answered a question.
    Answer {
        /// Which.
        question: QuestionId,
    },
    /// The answers to a question contradict each other.
    OneAnswer {
        /// Which.
        question: QuestionId,
    },
    /// An answer is not yet known, and no open action item or question taken home is
    /// about it.
    WhoFindsOut {
        /// Which question.
        question: QuestionId,
    },
    /// A legal gap is neither a finding nor dismissed.
    JudgementOfGap {
        /// Which question.
        question: QuestionId,
    },
    /// A member took a position on what reads otherwise since.
    PositionAgain {
        /// Who.
        member: MemberId,
        /// On what.
        on: Matter,
    },
    /// A position that says nothing without a reason has none.
    ReasonOfPosition {
        /// Whose.
        member: MemberId,
        /// On what.
        on: Matter,
    },
    /// The committee gave no advice.
    Advice,
    /// The advice contradicts itself.
    OneAdvice,
    /// The advice is to go under conditions and names none.
    Conditions {
        /// The advice.
        advice: EventId,
    },
    /// The decision contradicts itself.
    OneDecision,
    /// A member who decides took no position on the advice.
    PositionOnAdvice {
        /// Who.
        member: MemberId,
    },
    /// Nobody leads the committee.
    Chair,
    /// It is not written down what the committee is for.
    Mandate,
    /// Sector, description or contact of the organisation is not filled in.
    Organisation,
    /// In none of the sessions were there enough members to decide.
    Quorum,
    /// A session goes on.
    EndOfSession {
        /// Which.
        session: SessionId,
    },
    /// A round of silent scores was not revealed.
    Reveal {
        /// Which.
        round: RoundId,
    },
    /// A section was not declared complete.
    Completion {
        /// Which.
        section: SectionId,
    },
    /// A finding is proposed and neither made nor dismissed.
    JudgementOfProposal {
        /// Which.
        cause: Cause,
    },
    /// A comment is not resolved.
    Resolution {
        /// Which.
        comment: CommentId,
    },
    /// A question was taken home and not answered.
    AnswerFromHome {
        /// Which.
        take_home: TakeHomeId,
    },
    /// It was not said how serious a risk is once the measures are in place.
    RiskThatStays {
        /// Which.
        risk: RiskId,
    },
    /// An action item has no date.
    DateOfAction {
        /// Which.
        action: ActionId,
    },
    /// Somebody was neither asked for an opinion, nor was it said why not.
    Opinion {
        /// Who.
        of: Outsider,
    },
    /// A copy was handed out and has not come back.
    Copy {
        /// Which.
        copy: CopyId,
    },
    /// The advice has no review date.
    ReviewDate {
        /// The advice.
        advice: EventId,
    },
}

impl Missing {
    /// Whether it is required. What is not is worth a look, and no reason to wait.
    pub fn is_required(&self) -> bool {
        matches!(
            self,
            Missing::Answer { .. }
                | Missing::OneAnswer { .. }
                | Missing::WhoFindsOut { .. }
                | Missing::JudgementOfGap { .. }
                | Missing::PositionAgain { .. }
                | Missing::ReasonOfPosition { .. }
                | Missing::Advice
                | Missing::OneAdvice
                | Missing::Conditions { .. }
                | Missing::OneDecision
                | Missing::PositionOnAdvice { .. }
        )
    }
}

/// Everything that is missing, what is required first.
pub(super) fn missing(
    questionnaire: &Questionnaire,
    state: &State,
    id: AssessmentId,
    held: &AssessmentState,
    outcome: &Outcome,
) -> Vec<Missing> {
    let mut missing = Vec::new();
    answers(held, outcome, &mut missing);
    positions(state, id, held, outcome, &mut missing);
    advice(state, id, held, &mut missing);
    meetings(state, id, held, &mut missing);
    follow_up(questionnaire, held, outcome, &mut missing);
    // A stable sort, so that each half stays in order.
    missing.sort_by_key(|it| !it.is_required());
    missing
}

fn answers(held: &AssessmentState, outcome: &Outcome, missing: &mut Vec<Missing>) {
    let actions = held.follow_up.actions_in_order();
    let take_home = held.sessions.open_take_home();
    let for_question = |question: &QuestionId| {
        let named = move |of: &Option<QuestionId>| of.as_ref() == Some(question);
        let mut open = actions.iter().filter(|(_, it)| !it.status().is_closed());
        open.any(|(_, it)| named(&it.planned.now.question))
            || take_home
                .iter()
                .any(|(_, it)| named(&it.asked.now.question))
    };
    for question in outcome.intake_open.iter().chain(&outcome.open) {
        let question = question.clone();
        match held.current(&question) {
            Current::Open => missing.push(Missing::Answer { question }),
            Current::Conflict(_) => missing.push(Missing::OneAnswer { question }),
            Current::Answered(_) if for_question(&question) => {}
            Current::Answered(_) => missing.push(Missing::WhoFindsOut { question }),
        }
    }
    for proposal in proposals(held, outcome) {
        missing.push(match proposal.cause {
            Cause::LegalGap(question) => Missing::JudgementOfGap { question },
            cause => Missing::JudgementOfProposal { cause },
        });
    }
}

fn positions(
    state: &State,
    id: AssessmentId,
    held: &AssessmentState,
    outcome: &Outcome,
    missing: &mut Vec<Missing>,
) {
    let asked = outcome.intake.iter().chain(&outcome.asked);
    let answers = asked.filter_map(|question| held.matter_of(question));
    let findings = standing(&held.follow_up.findings);
    let findings = findings.into_iter().map(|(id, _)| Matter::Finding(id));
    let advice = held.conclusion.advice();
    let advice = advice.map(|advice| Matter::Advice(advice.event));
    for on in answers.chain(findings).chain(advice) {
        let positions = state.positions(id, &on);
        for member in positions.to_ask_again {
            let on = on.clone();
            missing.push(Missing::PositionAgain { member, on });
        }
        for (member, taken) in positions.standing {
            let statement = &taken.statement;
            if statement.position.needs_reason() && statement.reason.is_empty() {
                let on = on.clone();
                missing.push(Missing::ReasonOfPosition { member, on });
            }
        }
    }
}

fn advice(state: &State, id: AssessmentId, held: &AssessmentState, missing: &mut Vec<Missing>) {
    let conclusion = &held.conclusion;
    match conclusion.advice() {
        None if conclusion.advice.is_empty() => missing.push(Missing::Advice),
        None => missing.push(Missing::OneAdvice),
        Some(given) => {
            let advice = given.event;
            if given.said.course == Course::GoIf && given.said.conditions.is_empty() {
                missing.push(Missing::Conditions { advice });
            }
            if given.said.review_on.is_none() {
                missing.push(Missing::ReviewDate { advice });
            }
            let taken = state.positions(id, &Matter::Advice(advice));
            let has_one = |member: &MemberId| {
                let standing = taken.standing.iter().map(|(who, _)| who);
                standing.chain(&taken.to_ask_again).any(|who| who == member)
            };
            let deciding = state.deciding_members(id, given.at.date());
            missing.extend(
                deciding
                    .into_iter()
                    .filter(|member| !has_one(member))
                    .map(|member| Missing::PositionOnAdvice { member }),
            );
        }
    }
    if conclusion.decisions.len() > 1 && conclusion.decision().is_none() {
        missing.push(Missing::OneDecision);
    }
}

fn meetings(state: &State, id: AssessmentId, held: &AssessmentState, missing: &mut Vec<Missing>) {
    let members = state.current_members();
    if members.iter().all(|(_, member)| member.role != Role::Chair) {
        missing.push(Missing::Chair);
    }
    if state.committee.mandate.is_empty() {
        missing.push(Missing::Mandate);
    }
    let organisation = &state.organisation;
    let particulars = [
        &organisation.sector,
        &organisation.description,
        &organisation.contact,
    ];
    if particulars.iter().any(|text| text.is_empty()) {
        missing.push(Missing::Organisation);
    }
    let sessions = held.sessions.in_order();
    let quorate = |session: SessionId| {
        let course = agenda::quorum_over_time(state, id, session);
        course.iter().any(|(_, quorum)| quorum.reached)
    };
    if state.committee.quorum.is_some() && !sessions.iter().any(|(session, _)| quorate(*session)) {
        missing.push(Missing::Quorum);
    }
    for (session, it) in sessions {
        if it.is_running() {
            missing.push(Missing::EndOfSession { session });
        }
    }
    let mut rounds: Vec<_> = held.rounds.iter().collect();
    rounds.sort_by_key(|(_, round)| round.order);
    for (round, it) in rounds {
        if it.revealed.is_none() {
            missing.push(Missing::Reveal { round: *round });
        }
    }
    for (take_home, _) in held.sessions.open_take_home() {
        missing.push(Missing::AnswerFromHome { take_home });
    }
    for (copy, it) in state.copies_in_order() {
        if it.is_out() {
            missing.push(Missing::Copy { copy });
        }
    }
}

fn follow_up(
    questionnaire: &Questionnaire,
    held: &AssessmentState,
    outcome: &Outcome,
    missing: &mut Vec<Missing>,
) {
    for section in &questionnaire.sections {
        let asked = section.questions.iter().any(|it| outcome.is_asked(&it.id));
        if asked && !held.completed.contains(&section.id) {
            let section = section.id.clone();
            missing.push(Missing::Completion { section });
        }
        for question in &section.questions {
            for thread in held.deliberation.threads(&question.id) {
                if thread.comment.resolved.is_none() {
                    let comment = thread.id;
                    missing.push(Missing::Resolution { comment });
                }
            }
        }
    }
    for (risk, recorded) in standing(&held.follow_up.risks) {
        if recorded.now.after.is_none() {
            missing.push(Missing::RiskThatStays { risk });
        }
    }
    for (action, state) in held.follow_up.actions_in_order() {
        if state.planned.now.due.is_none() && !state.status().is_closed() {
            missing.push(Missing::DateOfAction { action });
        }
    }
    let opinions = standing(&held.follow_up.opinions);
    for of in Outsider::EXPECTED {
        let told = |opinion: &crate::advice::Opinion| {
            opinion.of == of && (opinion.asked || !opinion.because.is_empty())
        };
        if !opinions.iter().any(|(_, it)| told(&it.now)) {
            missing.push(Missing::Opinion { of });
        }
    }
}
