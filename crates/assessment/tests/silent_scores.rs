//! Silent scores: who sees what before the reveal and after, and which votes count.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod course;

use assessment::history::{Held, history};
use assessment::vote::result::{QuestionResult, results, talk_first};
use assessment::vote::{Ballot, Round, Scale, Seal, Vote};
use assessment::{AssessmentId, CannotUndo, Change, EventId, MemberId, RoundId, State, VoteId};
use course::{Course, committee};
use questionnaire::{QuestionId, Questionnaire, Value};

fn instrument() -> &'static Questionnaire {
    Questionnaire::built_in("customer-contact-ai@1.0").expect("the instrument is built in")
}

fn round(course: &mut Course, assessment: AssessmentId, names_shown: bool) -> RoundId {
    RoundId(course.go(Change::RoundOpened {
        assessment,
        round: Round {
            questions: vec!["PUR-04".into(), "PUR-01".into()],
            names_shown,
            scale: Scale::Answers,
            session: None,
        },
    }))
}

fn level(level: u8) -> Ballot {
    Ballot {
        value: Value::Level(level),
        because: format!("niveau {level}"),
    }
}

fn cast(assessment: AssessmentId, round: RoundId, member: MemberId, vote: Vote) -> Change {
    Change::VoteCast {
        assessment,
        round,
        question: "PUR-04".into(),
        member,
        vote,
    }
}

fn reveal(course: &mut Course, assessment: AssessmentId, round: RoundId) -> EventId {
    let votes = course.state().assessments[&assessment].rounds[&round].to_reveal();
    course.go(Change::RoundRevealed {
        assessment,
        round,
        votes,
    })
}

fn shown(state: &State, assessment: AssessmentId, round: RoundId) -> Option<QuestionResult> {
    Some(results(instrument(), state, assessment, round)?.swap_remove(0))
}

#[test]
fn nobody_sees_a_score_before_the_reveal_and_everybody_the_spread_after() {
    let (mut course, assessment, _, members) = committee();
    let round = round(&mut course, assessment, true);
    for (member, given) in members.iter().zip([1, 3, 3, 4]) {
        let vote = Vote::Open(level(given));
        course.go(cast(assessment, round, *member, vote));
    }
    let before = course.state();
    let state = &before.assessments[&assessment].rounds[&round];
    let question = QuestionId::from("PUR-04");
    assert_eq!(state.voters(&question).len(), 4);
    assert_eq!(state.revealed_votes(&question), None);
    assert_eq!(shown(&before, assessment, round), None);
    let told = history(&course.events);
    let about_votes = |entry: &&assessment::history::Entry<'_>| entry.after == Some(Held::Voted);
    assert_eq!(told.iter().filter(about_votes).count(), 4);

    reveal(&mut course, assessment, round);
    let result = shown(&course.state(), assessment, round).unwrap();
    let votes: Vec<u32> = result.steps.iter().map(|step| step.votes).collect();
    assert_eq!(votes, [0, 1, 0, 2, 1]);
    assert_eq!((result.median, result.spread), (Some((3, 3)), 3));
    assert_eq!(result.agreement.map(|it| it.hundredths()), Some(33));
    assert_eq!(result.speak_first, [members[0], members[3]]);
    assert_eq!(result.missing, [members[4]]);
    assert_eq!(result.named.len(), 4);
    let state = course.state();
    let all = results(instrument(), &state, assessment, round).unwrap();
    let order: Vec<&str> = talk_first(&all)
        .into_iter()
        .map(QuestionId::as_str)
        .collect();
    assert_eq!(order, ["PUR-04", "PUR-01"]);
}

#[test]
fn a_round_without_names_shows_none() {
    let (mut course, assessment, _, members) = committee();
    let round = round(&mut course, assessment, false);
    for (member, given) in members.iter().zip([0, 4]) {
        course.go(cast(assessment, round, *member, Vote::Open(level(given))));
    }
    reveal(&mut course, assessment, round);
    let result = shown(&course.state(), assessment, round).unwrap();
    assert!(result.named.is_empty() && result.speak_first.is_empty());
    assert_eq!(result.because, [level(0), level(4)]);
    assert_eq!(result.agreement.map(|it| it.hundredths()), Some(-100));
}

#[test]
fn scores_after_the_reveal_and_of_those_who_stand_aside_do_not_count() {
    let (mut course, assessment, subject, members) = committee();
    let round = round(&mut course, assessment, true);
    for member in &members[..3] {
        course.go(cast(assessment, round, *member, Vote::Open(level(2))));
    }
    // Whoever thinks again before the reveal has one vote all the same.
    course.go(cast(assessment, round, members[0], Vote::Open(level(3))));
    let revealed = reveal(&mut course, assessment, round);
    let late = course.go(cast(assessment, round, members[0], Vote::Open(level(0))));
    course.go(cast(assessment, round, members[3], Vote::Open(level(0))));
    course.go(Change::ConflictOfInterestDeclared {
        subject,
        member: members[1],
        reason: "aandelen in de leverancier".to_owned(),
    });
    let state = course.state();
    let result = shown(&state, assessment, round).unwrap();
    let voted: Vec<_> = result
        .named
        .iter()
        .map(|vote| (vote.member, vote.ballot.clone().unwrap().value))
        .collect();
    let level = Value::Level;
    assert_eq!(voted, [(members[0], level(3)), (members[2], level(2))]);
    assert_eq!(result.missing, [members[3], members[4]]);
    assert_eq!(result.too_late, [members[3]]);

    let first = state.assessments[&assessment].rounds[&round]
        .revealed
        .as_ref();
    let vote = first.unwrap().votes.first().unwrap().0;
    assert_eq!(state.can_undo(revealed), Err(CannotUndo::Never));
    let reveal = CannotUndo::Revealed { reveal: revealed };
    assert_eq!(state.can_undo(vote), Err(reveal));
    assert_eq!(state.can_undo(round.0), Err(reveal));
    assert_eq!(state.can_undo(late), Ok(()));
}

#[test]
fn a_vote_cast_at_home_counts_when_its_copy_comes_in_before_the_reveal() {
    let (mut course, assessment, _, members) = committee();
    let round = round(&mut course, assessment, true);
    course.lamport += 1;
    course.write(1, cast(assessment, round, members[0], Vote::Open(level(4))));
    course.write(2, cast(assessment, round, members[1], Vote::Open(level(0))));
    let unmerged = course.events.split_off(course.events.len() - 1);
    reveal(&mut course, assessment, round);
    course.events.extend(unmerged);
    let state = course.state();
    let result = shown(&state, assessment, round).unwrap();
    assert_eq!(result.named.len(), 1, "what came in later does not count");
    assert_eq!(result.too_late, [members[1]]);
    // Nor can what everybody saw be taken back by somebody who did not know.
    let vote = result.named[0].member;
    assert_eq!(vote, members[0]);
    let cast = course.events[course.events.len() - 3].id;
    course.lamport = 9;
    course.write(3, Change::Undone { event: cast });
    let result = shown(&course.state(), assessment, round).unwrap();
    assert_eq!(result.named.len(), 1);
}

#[test]
fn a_sealed_score_counts_once_it_is_unlocked_and_only_as_it_was_cast() {
    let (mut course, assessment, _, members) = committee();
    let round = round(&mut course, assessment, true);
    let question = QuestionId::from("PUR-04");
    let salt = "5a".repeat(16);
    let sealed = Vote::Sealed {
        seal: Seal::of(round, &question, members[0], &level(1), &salt),
        locked: "b3Blbg==".to_owned(),
    };
    let json = serde_json::to_string(&sealed).unwrap();
    assert!(!json.contains("level"), "{json}");
    let vote = VoteId(course.go(cast(assessment, round, members[0], sealed)));
    reveal(&mut course, assessment, round);
    let state = course.state();
    let locked = state.assessments[&assessment].rounds[&round].locked();
    assert_eq!((locked[0].vote, locked[0].locked), (vote, "b3Blbg=="));
    assert_eq!(shown(&state, assessment, round).unwrap().locked, 1);

    let unsealed = |ballot| Change::VoteUnsealed {
        assessment,
        round,
        vote,
        ballot,
        salt: salt.clone(),
    };
    course.go(unsealed(level(4)));
    assert_eq!(shown(&course.state(), assessment, round).unwrap().locked, 1);
    course.go(unsealed(level(1)));
    let result = shown(&course.state(), assessment, round).unwrap();
    assert_eq!((result.locked, result.steps[1].votes), (0, 1));
}
