//! What an assessment lacks, in words, each point with where to go.

use std::collections::BTreeSet;

use assessment::deliberation::Matter;
use assessment::standing::Missing;
use assessment::{Actor, MemberId};
use questionnaire::{QuestionId, SectionId};

use crate::assessed::Assessed;
use crate::keeping::copying::not_back;
use crate::view::{MissingPlace, MissingPoint};

/// Whether the point is about the advice or the decision.
pub(super) fn required_for_advice(missing: &Missing) -> bool {
    matches!(
        missing,
        Missing::Advice
            | Missing::OneAdvice
            | Missing::Conditions { .. }
            | Missing::OneDecision
            | Missing::PositionOnAdvice { .. }
            | Missing::ReviewDate { .. }
    )
}

/// Everything that is missing, in words. The open questions of one section are one point.
pub(super) fn missing_points(assessed: &Assessed<'_>, missing: &[Missing]) -> Vec<MissingPoint> {
    let section = |point: &Missing| match point {
        Missing::Answer { question } => assessed.questionnaire.section_of(question),
        _ => None,
    };
    let mut told = BTreeSet::new();
    let mut points = Vec::new();
    for point in missing {
        let Some(of) = section(point) else {
            points.push(missing_point(assessed, point));
            continue;
        };
        if !told.insert(&of.id) {
            continue;
        }
        let mut point = missing_point(assessed, point);
        let same = |other: &&Missing| section(other).is_some_and(|other| other.id == of.id);
        let open = missing.iter().filter(same).count();
        if open > 1 {
            let title = assessed.words.of(&of.title);
            let told = [("count", open.into()), ("section", title.into())];
            point.text = assessed.words.format("follow-up-missing-answers", &told);
        }
        points.push(point);
    }
    points
}

/// A point in words, with where to go.
pub(super) fn missing_point(assessed: &Assessed<'_>, missing: &Missing) -> MissingPoint {
    let (text, place) = told(assessed, missing);
    MissingPoint {
        text,
        required: missing.is_required(),
        place,
    }
}

fn told(assessed: &Assessed<'_>, missing: &Missing) -> (String, MissingPlace) {
    let words = assessed.words;
    let say = |key: &str, name: String| {
        words.format(
            &format!("follow-up-missing-{key}"),
            &[("name", name.into())],
        )
    };
    let about_question = |key: &str, id: &QuestionId| {
        let place = MissingPlace::Question {
            question: id.to_string(),
        };
        (say(key, question(assessed, id)), place)
    };
    let follow_up = &assessed.state.follow_up;
    let sessions = &assessed.state.sessions;
    let session = |session: Option<String>| MissingPlace::Session { session };
    match missing {
        Missing::Answer { question } => about_question("answer", question),
        Missing::OneAnswer { question } => about_question("one-answer", question),
        Missing::WhoFindsOut { question } => about_question("who-finds-out", question),
        Missing::JudgementOfGap { question: id } => (
            say("judgement-of-gap", question(assessed, id)),
            MissingPlace::Findings,
        ),
        Missing::JudgementOfProposal { cause } => (
            say(
                "judgement-of-proposal",
                question(assessed, cause.question()),
            ),
            MissingPlace::Findings,
        ),
        Missing::PositionAgain { member, on } => {
            (say("position-again", who(assessed, *member)), place_of(on))
        }
        Missing::ReasonOfPosition { member, on } => (
            say("reason-of-position", named(assessed, *member, on)),
            place_of(on),
        ),
        Missing::PositionOnAdvice { member } => (
            say("position-on-advice", who(assessed, *member)),
            MissingPlace::Advice,
        ),
        Missing::Advice => (words.text("follow-up-missing-advice"), MissingPlace::Advice),
        Missing::OneAdvice => (
            words.text("follow-up-missing-one-advice"),
            MissingPlace::Advice,
        ),
        Missing::Conditions { .. } => (
            words.text("follow-up-missing-conditions"),
            MissingPlace::Advice,
        ),
        Missing::OneDecision => (
            words.text("follow-up-missing-one-decision"),
            MissingPlace::Advice,
        ),
        Missing::ReviewDate { .. } => (
            words.text("follow-up-missing-review-date"),
            MissingPlace::Advice,
        ),
        Missing::Chair => (
            words.text("follow-up-missing-chair"),
            MissingPlace::Committee,
        ),
        Missing::Mandate => (
            words.text("follow-up-missing-mandate"),
            MissingPlace::Mandate,
        ),
        Missing::Organisation => (
            words.text("follow-up-missing-organisation"),
            MissingPlace::Organisation,
        ),
        Missing::Quorum => (words.text("follow-up-missing-quorum"), session(None)),
        Missing::EndOfSession { session: id } => {
            let date = sessions
                .sessions
                .get(id)
                .map(|it| words.date(it.session.date));
            let text = say("end-of-session", date.unwrap_or_default());
            (text, session(Some(id.to_string())))
        }
        Missing::Reveal { round } => (
            words.text("follow-up-missing-reveal"),
            MissingPlace::Round {
                round: round.to_string(),
            },
        ),
        Missing::Completion { section } => (
            say("completion", title(assessed, section)),
            MissingPlace::Section {
                section: section.to_string(),
            },
        ),
        Missing::Resolution { comment } => {
            let comment = assessed.state.deliberation.comments.get(comment);
            match comment {
                Some(comment) => about_question("resolution", &comment.question),
                None => (say("resolution", String::new()), session(None)),
            }
        }
        Missing::AnswerFromHome { take_home } => {
            let asked = sessions.take_home.get(take_home);
            let text = asked.map(|asked| asked.asked.now.text.clone());
            (
                say("answer-from-home", text.unwrap_or_default()),
                session(None),
            )
        }
        Missing::RiskThatStays { risk } => {
            let risk = follow_up.risks.get(risk);
            let text = risk.map(|risk| risk.now.text.clone());
            (
                say("risk-that-stays", text.unwrap_or_default()),
                MissingPlace::Findings,
            )
        }
        Missing::DateOfAction { action } => {
            let action = follow_up.actions.get(action);
            let text = action.map(|action| action.planned.now.text.clone());
            (
                say("date-of-action", text.unwrap_or_default()),
                MissingPlace::Actions,
            )
        }
        Missing::Copy { copy } => {
            let open = assessed.open;
            let copy = open.state().copies.get(copy);
            let text = copy.map(|copy| not_back(open, words, copy));
            (text.unwrap_or_default(), MissingPlace::Copies)
        }
        Missing::Opinion { of } => (say("opinion", words.outsider(*of)), MissingPlace::Opinions),
        // The rules may grow; what they add is told at its place until it has words here.
        _ => (words.text("follow-up-missing-other"), MissingPlace::Advice),
    }
}

fn place_of(on: &Matter) -> MissingPlace {
    match on {
        Matter::Answer { question, .. } => MissingPlace::Question {
            question: question.to_string(),
        },
        Matter::Finding(_) => MissingPlace::Findings,
        Matter::Advice(_) => MissingPlace::Advice,
        Matter::Report => MissingPlace::Report,
    }
}

fn question(assessed: &Assessed<'_>, id: &QuestionId) -> String {
    let question = assessed.questionnaire.question(id);
    question.map_or_else(|| id.to_string(), |it| assessed.words.of(&it.text))
}

fn title(assessed: &Assessed<'_>, id: &SectionId) -> String {
    let section = assessed.questionnaire.section(id);
    section.map_or_else(|| id.to_string(), |it| assessed.words.of(&it.title))
}

fn who(assessed: &Assessed<'_>, member: MemberId) -> String {
    assessed.open.who(Actor::Member(member), assessed.words)
}

/// The name of a member whose position is told, or that it is some member's where they chose not to
/// be named.
fn named(assessed: &Assessed<'_>, member: MemberId, on: &Matter) -> String {
    let positions = assessed.open.state().positions(assessed.id, on);
    let taken = positions.standing.iter().find(|(id, _)| *id == member);
    if taken.is_some_and(|(_, taken)| taken.statement.named) {
        who(assessed, member)
    } else {
        assessed.words.text("history-some-member")
    }
}
