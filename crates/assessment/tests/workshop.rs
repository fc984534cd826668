//! A committee at work: sessions, silent scores, positions, comments, findings,
//! actions, advice.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod course;

use assessment::advice::{Advice, Course as Way};
use assessment::deliberation::{Comment, Matter, Position, Statement};
use assessment::finding::{ActionItem, ActionStatus, Finding, Progress};
use assessment::history::{Held, history};
use assessment::session::{AgendaTopic, Movement, Owner, Session, TakeHome};
use assessment::state::{SessionState, standing};
use assessment::vote::result::{QuestionResult, results, talk_first};
use assessment::vote::{Ballot, Round, Scale, Seal, Vote};
use assessment::{
    ActionId, AssessmentId, CannotUndo, Change, CommentId, EventId, FindingId, MemberId, RoundId,
    SessionId, State, SubjectId, TakeHomeId, VoteId,
};
use course::{Course, answered, assessed, member, moment, started};
use questionnaire::{QuestionId, Questionnaire, Value};

fn instrument() -> &'static Questionnaire {
    Questionnaire::built_in("customer-contact-ai@1.0").expect("the instrument is built in")
}

/// An assessment with five members.
fn committee() -> (Course, AssessmentId, SubjectId, Vec<MemberId>) {
    let (mut course, assessment, subject) = assessed();
    let members = ["Zoë", "Bram", "Noor", "Sem", "Fenna"]
        .map(|name| MemberId(course.go(Change::MemberJoined(member(name)))));
    (course, assessment, subject, members.into())
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

#[test]
fn minutes_stay_with_their_topic_and_attendance_tells_who_was_there_when() {
    let (mut course, assessment, _, members) = committee();
    let plan = |topics: &[&str]| Session {
        date: "2026-11-21".parse().unwrap(),
        place: "kamer 2.14".to_owned(),
        agenda: topics
            .iter()
            .map(|id| assessment::session::AgendaItem {
                topic: AgendaTopic::OpenQuestion((*id).into()),
                minutes: 10,
            })
            .collect(),
    };
    let session = SessionId(course.go(Change::SessionPlanned {
        assessment,
        session: plan(&["PUR-01", "PUR-04"]),
    }));
    course.go(Change::SessionStarted {
        assessment,
        session,
    });
    for (movement, minute) in [
        (Movement::Came, 0),
        (Movement::Went, 30),
        (Movement::Came, 45),
    ] {
        course.go(Change::AttendanceNoted {
            assessment,
            session,
            member: members[0],
            movement,
            at: moment(minute),
        });
    }
    let topic = |id: &str| AgendaTopic::OpenQuestion(id.into());
    course.go(Change::TopicTakenUp {
        assessment,
        session,
        topic: topic("PUR-04"),
    });
    course.go(Change::MinutesWritten {
        assessment,
        session,
        topic: Some(topic("PUR-04")),
        text: "We zijn het niet eens.".to_owned(),
    });
    course.go(Change::SessionRevised {
        assessment,
        session,
        now: plan(&["PUR-04", "PUR-01"]),
    });
    course.go(Change::TopicTakenUp {
        assessment,
        session,
        topic: topic("PUR-01"),
    });
    course.go(Change::SessionEnded {
        assessment,
        session,
    });
    let asked = TakeHomeId(course.go(Change::TakeHomeAsked {
        assessment,
        session: Some(session),
        asked: TakeHome {
            text: "Op welke gegevens is het model getraind?".to_owned(),
            owner: Owner::Named("de datawetenschapper".to_owned()),
            due: Some("2026-12-05".parse().unwrap()),
            question: Some("PUR-04".into()),
        },
    }));
    let state = course.state();
    let sessions = &state.assessments[&assessment].sessions;
    let held = &sessions.sessions[&session];
    assert!(!held.is_running());
    let there = |state: &SessionState, minute| state.present_at(moment(minute)).count();
    assert_eq!(
        [0, 29, 30, 44, 45].map(|at| there(held, at)),
        [1, 1, 0, 0, 1]
    );
    let minutes = &held.minutes[&Some(topic("PUR-04"))];
    assert_eq!(minutes.text, "We zijn het niet eens.");
    let took: Vec<_> = held.taken_up.iter().map(|it| it.seconds()).collect();
    assert_eq!(took, [Some(180), Some(60)]);
    assert_eq!(sessions.open_take_home()[0].0, asked);
    course.go(Change::TakeHomeAnswered {
        assessment,
        take_home: asked,
        text: "Op gesprekken uit 2024.".to_owned(),
    });
    let state = course.state();
    assert!(
        state.assessments[&assessment]
            .sessions
            .open_take_home()
            .is_empty()
    );
}

fn position(assessment: AssessmentId, on: &Matter, member: MemberId, position: Position) -> Change {
    Change::PositionTaken {
        assessment,
        on: on.clone(),
        member,
        statement: Statement {
            position,
            reason: "Klanten kunnen niemand bereiken.".to_owned(),
            named: false,
        },
    }
}

#[test]
fn a_revised_answer_keeps_what_was_said_of_the_earlier_one_and_asks_again() {
    let (mut course, assessment, _, members) = committee();
    let question = QuestionId::from("HUM-01");
    let yes = course.go(answered(assessment, "HUM-01", "yes", vec![]));
    let on = course.state().assessments[&assessment]
        .matter_of(&question)
        .unwrap();
    course.go(position(assessment, &on, members[0], Position::Agree));
    course.go(position(assessment, &on, members[1], Position::Agree));
    course.go(position(assessment, &on, members[1], Position::Dissent));
    let state = course.state();
    let held = state.positions(assessment, &on);
    assert!(held.is_contested() && held.standing.len() == 2);

    course.go(answered(assessment, "HUM-01", "partly", vec![yes]));
    let now = course.state().assessments[&assessment]
        .matter_of(&question)
        .unwrap();
    course.go(position(
        assessment,
        &now,
        members[1],
        Position::AgreeWithReservation,
    ));
    let state = course.state();
    let held = state.positions(assessment, &now);
    assert_eq!(held.to_ask_again, [members[0]]);
    assert_eq!((held.standing.len(), held.earlier.len()), (1, 2));
    let dissent = &held.earlier[1].2.statement;
    assert_eq!(dissent.position, Position::Dissent);
}

#[test]
fn a_finding_that_was_worded_anew_asks_again_too() {
    let (mut course, assessment, _, members) = committee();
    let finding = |text: &str| Finding {
        text: text.to_owned(),
        questions: ["HUM-01".into()].into(),
        from: None,
    };
    let recorded = FindingId(course.go(Change::FindingRecorded {
        assessment,
        finding: finding("Geen mens bereikbaar"),
    }));
    let on = Matter::Finding(recorded);
    course.go(position(assessment, &on, members[0], Position::Agree));
    assert_eq!(course.state().positions(assessment, &on).standing.len(), 1);
    course.go(Change::FindingRevised {
        assessment,
        finding: recorded,
        now: finding("Na zes uur geen mens bereikbaar"),
    });
    let state = course.state();
    let held = state.positions(assessment, &on);
    assert_eq!(
        (held.standing.len(), held.to_ask_again),
        (0, vec![members[0]])
    );
}

#[test]
fn comments_stand_in_threads_and_survive_the_loss_of_what_they_answer() {
    let (mut course, assessment, _, members) = committee();
    let comment = |text: &str, reply_to| Change::CommentMade {
        assessment,
        question: "HUM-01".into(),
        comment: Comment {
            text: text.to_owned(),
            by: Some(members[0]),
            reply_to,
            in_report: false,
        },
    };
    let first = course.go(comment("Klopt dit?", None));
    let reply = course.go(comment("Nee.", Some(CommentId(first))));
    course.go(comment("Toch wel.", Some(CommentId(reply))));
    course.go(comment("Iets anders.", None));
    course.go(Change::CommentResolved {
        assessment,
        comment: CommentId(first),
    });
    let question = QuestionId::from("HUM-01");
    let state = course.state();
    let threads = state.assessments[&assessment]
        .deliberation
        .threads(&question);
    let shape: Vec<_> = threads.iter().map(|thread| thread.replies.len()).collect();
    assert_eq!(shape, [2, 0]);
    assert!(threads[0].comment.resolved.is_some());
    course.go(Change::Erased {
        event: first,
        reason: "op verzoek".to_owned(),
    });
    let state = course.state();
    let threads = state.assessments[&assessment]
        .deliberation
        .threads(&question);
    let shape: Vec<_> = threads.iter().map(|thread| thread.replies.len()).collect();
    assert_eq!(shape, [1, 0]);
}

#[test]
fn an_action_goes_along_to_the_next_assessment_until_it_is_closed() {
    let (mut course, assessment, subject, members) = committee();
    let action = ActionId(course.go(Change::ActionPlanned {
        assessment,
        action: ActionItem {
            text: "Telefoonnummer op de pagina".to_owned(),
            owner: Owner::Member(members[2]),
            due: None,
            question: None,
            findings: [].into(),
        },
    }));
    let next = AssessmentId(course.go(started(subject)));
    let progressed = |status| Change::ActionProgressed {
        assessment,
        action,
        progress: Progress {
            status,
            note: String::new(),
            proof: [].into(),
        },
    };
    let carried = |course: &Course| course.state().carried_over(next).len();
    assert_eq!(carried(&course), 1);
    assert!(course.state().carried_over(assessment).is_empty());
    course.go(progressed(ActionStatus::UnderWay));
    assert_eq!(carried(&course), 1);
    let done = course.go(progressed(ActionStatus::Done));
    assert_eq!(carried(&course), 0);
    course.undo(done);
    assert_eq!(carried(&course), 1);
}

#[test]
fn two_advices_given_without_knowledge_of_each_other_are_a_conflict_until_one_replaces_both() {
    let (mut course, assessment, _, _) = committee();
    let given = |course, based_on| Change::AdviceGiven {
        assessment,
        advice: Advice {
            course,
            because: String::new(),
            conditions: Vec::new(),
            interests: Vec::new(),
            weighing: String::new(),
            review_on: None,
            review_when: [].into(),
        },
        based_on,
    };
    course.lamport += 1;
    let one = course.write(1, given(Way::Go, vec![]));
    let other = course.write(2, given(Way::NoGo, vec![]));
    let state = course.state();
    let conclusion = &state.assessments[&assessment].conclusion;
    assert_eq!((conclusion.advice.len(), conclusion.advice()), (2, None));
    course.go(given(Way::GoIf, vec![one, other]));
    let state = course.state();
    let conclusion = &state.assessments[&assessment].conclusion;
    assert_eq!(conclusion.advice().unwrap().said.course, Way::GoIf);
    assert!(standing(&state.assessments[&assessment].follow_up.findings).is_empty());
}
