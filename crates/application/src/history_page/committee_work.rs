//! The work of the committee in words: sessions, scores, positions, findings, advice.
//!
//! What a member voted is never told here, not even after the reveal: that is for the
//! page of the round to show as the round promised.

use assessment::deliberation::Matter;
use assessment::history::Held;
use assessment::session::AgendaTopic;
use assessment::state::AssessmentState;
use assessment::{Change, SessionId};

use super::described::name_of;
use crate::open::Open;
use crate::words::Words;

/// The name that goes into the sentence about a change, unless that is the application's.
pub(super) fn named(open: &Open, words: Words, change: &Change) -> Option<String> {
    match change {
        Change::AssessmentRevised { .. }
        | Change::AdviceGiven { .. }
        | Change::AdviceWithdrawn { .. }
        | Change::DecisionTaken { .. }
        | Change::AssessmentAdopted { .. }
        | Change::AssessmentWithdrawn { .. }
        | Change::AssessmentReopened { .. } => None,
        _ => Some(found(open, words, change).unwrap_or_else(|| words.text("history-erased-name"))),
    }
}

fn found(open: &Open, words: Words, change: &Change) -> Option<String> {
    let state = open.state().assessments.get(&change.assessment()?);
    let follow_up = state.map(|state| &state.follow_up);
    let date_of = |session: &SessionId| {
        let sessions = &state?.sessions.sessions;
        Some(words.date(sessions.get(session)?.session.date))
    };
    Some(match change {
        Change::SessionPlanned { session, .. } | Change::SessionRevised { now: session, .. } => {
            words.date(session.date)
        }
        Change::SessionStarted { session, .. } | Change::SessionEnded { session, .. } => {
            date_of(session).unwrap_or_default()
        }
        Change::TopicTakenUp { topic, .. } | Change::TopicClosed { topic, .. } => {
            topic_name(state, topic)
        }
        Change::MinutesWritten { session, topic, .. } => match topic {
            Some(topic) => topic_name(state, topic),
            None => date_of(session).unwrap_or_default(),
        },
        Change::PositionTaken {
            member, statement, ..
        } if statement.named => name_of(open, words, member),
        // Who chose not to be named is not named here either.
        Change::PositionTaken { .. } | Change::PositionWithdrawn { .. } => {
            words.text("history-some-member")
        }
        Change::AttendanceNoted { member, .. } | Change::VoteCast { member, .. } => {
            name_of(open, words, member)
        }
        Change::PointParked { text, .. } => text.clone(),
        Change::PointTakenOut { point, .. } => state?.sessions.parked.get(point)?.now.text.clone(),
        Change::TakeHomeAsked { asked, .. } => asked.text.clone(),
        Change::TakeHomeAnswered { take_home, .. } | Change::TakeHomeDropped { take_home, .. } => {
            let state = state?.sessions.take_home.get(take_home)?;
            state.asked.now.text.clone()
        }
        Change::RoundOpened { round, .. } => questions(&round.questions),
        Change::RoundRevealed { round, .. } => {
            questions(&state?.rounds.get(round)?.round.questions)
        }
        Change::FindingRecorded { finding, .. } | Change::FindingRevised { now: finding, .. } => {
            finding.text.clone()
        }
        Change::FindingDropped { finding, .. } => {
            follow_up?.findings.get(finding)?.now.text.clone()
        }
        Change::RiskRecorded { risk, .. } | Change::RiskRevised { now: risk, .. } => {
            risk.text.clone()
        }
        Change::RiskDropped { risk, .. } => follow_up?.risks.get(risk)?.now.text.clone(),
        Change::MeasureRecorded { measure, .. } | Change::MeasureRevised { now: measure, .. } => {
            measure.text.clone()
        }
        Change::MeasureDropped { measure, .. } => {
            follow_up?.measures.get(measure)?.now.text.clone()
        }
        Change::ActionPlanned { action, .. } | Change::ActionRevised { now: action, .. } => {
            action.text.clone()
        }
        Change::ActionProgressed { action, .. } => {
            follow_up?.actions.get(action)?.planned.now.text.clone()
        }
        Change::DocumentAttached { evidence, .. } => evidence.label.clone(),
        _ => return None,
    })
}

/// The question that goes into the sentence about a change, where there is one.
pub(super) fn question(open: &Open, change: &Change) -> Option<String> {
    let state = open.state().assessments.get(&change.assessment()?);
    Some(match change {
        Change::VoteCast { question, .. } | Change::CommentMade { question, .. } => {
            question.to_string()
        }
        Change::CommentRevised { comment, .. }
        | Change::CommentResolved { comment, .. }
        | Change::CommentReopened { comment, .. }
        | Change::CommentChosen { comment, .. } => {
            let comment = state?.deliberation.comments.get(comment)?;
            comment.question.to_string()
        }
        Change::ProposalDismissed { cause, .. } => cause.question().to_string(),
        Change::PositionTaken { on, .. } | Change::PositionWithdrawn { on, .. } => match on {
            Matter::Answer { question, .. } => question.to_string(),
            _ => return None,
        },
        _ => return None,
    })
}

/// What held, in words; nothing where the sentence says it all.
pub(super) fn content(words: Words, held: &Held) -> Option<String> {
    Some(match held {
        Held::Session { session, .. } => session.place.clone(),
        Held::Minutes(minutes) => minutes.text.clone(),
        Held::Parked(point) => point.now.text.clone(),
        Held::TakeHome(state) => match &state.answered {
            Some(answer) => format!("{}\n{}", state.asked.now.text, answer.text),
            None => state.asked.now.text.clone(),
        },
        Held::Position(taken) => taken.statement.reason.clone(),
        Held::Comment(state) => state.comment.text.clone(),
        Held::Finding(finding) => finding.now.text.clone(),
        Held::Dismissal(dismissal) => dismissal.reason.clone(),
        Held::Risk(risk) => risk.now.text.clone(),
        Held::Measure(measure) => measure.now.text.clone(),
        Held::Action(action) => match action.progress.last() {
            Some(noted) => format!("{}\n{}", action.planned.now.text, noted.progress.note),
            None => action.planned.now.text.clone(),
        },
        Held::Opinion(opinion) => opinion.now.text.clone(),
        Held::Document { document, .. } => {
            let evidence = &document.evidence;
            format!("{} ({})", evidence.label, words.size(evidence.size))
        }
        Held::Advice(advice) => {
            let texts: Vec<&str> = advice.iter().map(|it| it.said.because.as_str()).collect();
            texts.join("\n\n")
        }
        Held::Decision(decisions) => {
            let texts: Vec<&str> = decisions
                .iter()
                .map(|it| it.said.because.as_str())
                .collect();
            texts.join("\n\n")
        }
        _ => return None,
    })
}

fn topic_name(state: Option<&AssessmentState>, topic: &AgendaTopic) -> String {
    match topic {
        AgendaTopic::Other(text) => text.clone(),
        AgendaTopic::ActionDue(action) => state
            .and_then(|state| state.follow_up.actions.get(action))
            .map(|action| action.planned.now.text.clone())
            .unwrap_or_default(),
        topic => topic
            .question()
            .map(ToString::to_string)
            .unwrap_or_default(),
    }
}

fn questions(questions: &[questionnaire::QuestionId]) -> String {
    let ids: Vec<&str> = questions
        .iter()
        .map(questionnaire::QuestionId::as_str)
        .collect();
    ids.join(", ")
}

#[cfg(test)]
mod tests {
    use assessment::Change;
    use messages::{Language, catalogue};

    #[test]
    fn every_kind_of_change_is_told_in_both_languages() {
        // Whoever is given a kind that does not exist is told all that do.
        let refused = serde_json::from_str::<Change>(r#"{"kind":"?","body":{}}"#).unwrap_err();
        let refused = refused.to_string();
        let kinds: Vec<&str> = refused.split('`').skip(3).step_by(2).collect();
        assert!(kinds.contains(&"dossier_started") && kinds.contains(&"advice_given"));
        for kind in kinds {
            let key = format!("history-{}", kind.replace('_', "-"));
            for language in [Language::Nl, Language::En] {
                assert!(catalogue(language).contains(&key), "{key} in {language:?}");
            }
        }
    }
}
