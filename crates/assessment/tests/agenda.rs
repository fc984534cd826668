//! What the program proposes to talk about, and what changed between assessments.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod course;

use assessment::agenda::{Pace, Proposed, Reason, propose, quorum_at, quorum_over_time};
use assessment::comparison::{Assessed, Direction, closed_since, compare, to_take_over, trend};
use assessment::deliberation::{Position, Statement};
use assessment::finding::{ActionItem, ActionStatus, Progress};
use assessment::outcome::{Outcome, evaluate};
use assessment::progress::quick_scan;
use assessment::session::{AgendaTopic, Movement, Owner, Session};
use assessment::{
    ActionId, AssessmentId, Change, Committee, MemberId, Quorum, SessionId, Share, State,
};
use course::{Course, answered, assessed, member, moment, started};
use questionnaire::{QuestionId, Questionnaire};

fn instrument() -> &'static Questionnaire {
    Questionnaire::built_in("customer-contact-ai@1.0").expect("the instrument is built in")
}

fn outcome(state: &State, assessment: AssessmentId) -> Outcome {
    let held = &state.assessments[&assessment];
    evaluate(instrument(), &held.judged(), held.date)
}

fn proposed(course: &Course, assessment: AssessmentId) -> Vec<Proposed> {
    let state = course.state();
    let day = "2026-11-21".parse().unwrap();
    let outcome = outcome(&state, assessment);
    propose(instrument(), &state, assessment, &outcome, day)
}

/// The profile of a private web shop with a chatbot.
fn profile(course: &mut Course, assessment: AssessmentId) {
    for (id, value) in [
        ("INT-01", "private"),
        ("INT-02", "inhouse"),
        ("INT-03", "chatbot"),
        ("INT-04", "consumers"),
        ("INT-05", "genai_vendor"),
        ("INT-06", "contract"),
        ("INT-07", "ordinary"),
        ("INT-08", "none"),
        ("INT-09", "eaa"),
        ("INT-10", "works_council"),
    ] {
        record(course, assessment, id, value, None);
    }
}

fn record(
    course: &mut Course,
    assessment: AssessmentId,
    id: &str,
    value: &str,
    taken_over_from: Option<assessment::EventId>,
) {
    let question = instrument().question(&id.into()).unwrap();
    let based_on = course.state().assessments[&assessment].replaced_by_next(&id.into());
    course.go(Change::AnswerRecorded {
        assessment,
        question: id.into(),
        answer: assessment::Answer::new(question.read_value(value).unwrap()),
        based_on,
        taken_over_from,
    });
}

#[test]
fn the_agenda_begins_with_what_presses_and_names_each_question_once() {
    let (mut course, assessment, _) = assessed();
    let zoe = MemberId(course.go(Change::MemberJoined(member("Zoë"))));
    profile(&mut course, assessment);
    record(&mut course, assessment, "PRI-04", "no", None);
    record(&mut course, assessment, "PUR-01", "yes", None);
    record(&mut course, assessment, "ECO-02", "not-yet-known", None);
    course.go(answered(assessment, "HUM-01", "yes", vec![]));
    course.go(answered(assessment, "HUM-01", "no", vec![]));
    let on = course.state().assessments[&assessment]
        .matter_of(&"PUR-01".into())
        .unwrap();
    course.go(Change::PositionTaken {
        assessment,
        on,
        member: zoe,
        statement: Statement {
            position: Position::Dissent,
            reason: "Het doel staat nergens.".to_owned(),
            named: true,
        },
    });
    let action = ActionId(course.go(Change::ActionPlanned {
        assessment,
        action: ActionItem {
            text: "Nummer op de pagina".to_owned(),
            owner: Owner::Member(zoe),
            due: Some("2026-11-20".parse().unwrap()),
            question: None,
            findings: [].into(),
        },
    }));
    let agenda = proposed(&course, assessment);
    let topics: Vec<_> = agenda.iter().take(4).map(|it| it.topic.clone()).collect();
    assert_eq!(
        topics,
        [
            AgendaTopic::Conflict("HUM-01".into()),
            AgendaTopic::LegalGap("PRI-04".into()),
            AgendaTopic::Contested("PUR-01".into()),
            AgendaTopic::ActionDue(action),
        ]
    );
    assert_eq!(agenda[2].reason, Reason::Positions { members: vec![zoe] });
    let unknown = AgendaTopic::OpenQuestion("ECO-02".into());
    let unknown = agenda.iter().find(|it| it.topic == unknown).unwrap();
    assert_eq!(unknown.reason, Reason::NotYetKnown);
    let mut questions: Vec<_> = agenda.iter().filter_map(|it| it.topic.question()).collect();
    let all = questions.len();
    questions.sort();
    questions.dedup();
    assert_eq!(questions.len(), all);
}

#[test]
fn the_estimate_follows_the_pace_once_enough_was_timed() {
    let (mut course, assessment, _) = assessed();
    let session = plan(&mut course, assessment);
    let topic = |id: &str| AgendaTopic::OpenQuestion(id.into());
    let pace = |course: &Course| Pace::of(&course.state()).minutes(&topic("PUR-01"));
    assert_eq!(pace(&course), 6);
    for (nr, id) in ["PUR-01", "PUR-02", "PUR-03"].into_iter().enumerate() {
        assert_eq!(pace(&course), 6, "after {nr}");
        course.go(Change::TopicTakenUp {
            assessment,
            session,
            topic: topic(id),
        });
        // The clock of a course moves a minute at each event.
        course.lamport += 9;
        course.go(Change::TopicClosed {
            assessment,
            session,
            topic: topic(id),
        });
    }
    assert_eq!(pace(&course), 10);
}

fn plan(course: &mut Course, assessment: AssessmentId) -> SessionId {
    SessionId(course.go(Change::SessionPlanned {
        assessment,
        session: Session {
            date: "2026-11-21".parse().unwrap(),
            place: String::new(),
            agenda: Vec::new(),
        },
    }))
}

#[test]
fn the_quorum_counts_who_decides_and_is_there_at_that_moment() {
    let (mut course, assessment, subject) = assessed();
    let members =
        ["Zoë", "Bram", "Noor"].map(|name| MemberId(course.go(Change::MemberJoined(member(name)))));
    course.go(Change::CommitteeDescribed(Committee {
        quorum: Some(Quorum::MoreThan(Share::new(1, 2).unwrap())),
        ..Committee::default()
    }));
    let session = plan(&mut course, assessment);
    for (member, minute) in members.iter().zip([0, 10, 20]) {
        course.go(Change::AttendanceNoted {
            assessment,
            session,
            member: *member,
            movement: Movement::Came,
            at: moment(minute),
        });
    }
    let reached = |course: &Course, minute| {
        let state = course.state();
        let quorum = quorum_at(&state, assessment, session, moment(minute)).unwrap();
        (quorum.present.len(), quorum.needed.unwrap(), quorum.reached)
    };
    assert_eq!(reached(&course, 5), (1, 2, false));
    assert_eq!(reached(&course, 10), (2, 2, true));
    let over_time: Vec<bool> = quorum_over_time(&course.state(), assessment, session)
        .into_iter()
        .map(|(_, quorum)| quorum.reached)
        .collect();
    assert_eq!(over_time, [false, true, true]);
    for member in &members[..2] {
        course.go(Change::ConflictOfInterestDeclared {
            subject,
            member: *member,
            reason: "leverancier".to_owned(),
        });
    }
    assert_eq!(reached(&course, 10), (0, 1, false));
    assert_eq!(reached(&course, 20), (1, 1, true));
}

#[test]
fn two_assessments_of_one_application_show_what_changed_and_what_was_taken_over() {
    let (mut course, first, subject) = assessed();
    profile(&mut course, first);
    for (id, value) in [
        ("PRI-04", "no"),
        ("PUR-01", "yes"),
        ("PUR-04", "3"),
        ("ECO-02", "yes"),
    ] {
        record(&mut course, first, id, value, None);
    }
    let action = ActionId(course.go(Change::ActionPlanned {
        assessment: first,
        action: ActionItem {
            text: "Register".to_owned(),
            owner: Owner::Named("de functionaris".to_owned()),
            due: None,
            question: Some("PRI-04".into()),
            findings: [].into(),
        },
    }));
    let second = AssessmentId(course.go(started(subject)));
    profile(&mut course, second);
    course.go(Change::ActionProgressed {
        assessment: first,
        action,
        progress: Progress {
            status: ActionStatus::Done,
            note: String::new(),
            proof: [].into(),
        },
    });
    let state = course.state();
    let outcomes = [outcome(&state, first), outcome(&state, second)];
    let side = |id, nr: usize| Assessed {
        id,
        questionnaire: instrument(),
        state: &state.assessments[&id],
        outcome: &outcomes[nr],
    };
    let mut takeable: Vec<_> = to_take_over(&side(first, 0), &side(second, 1))
        .into_iter()
        .map(|(id, _)| id.to_string())
        .collect();
    takeable.sort();
    assert_eq!(takeable, ["ECO-02", "PRI-04", "PUR-01", "PUR-04"]);
    let closed = closed_since(&state, second);
    assert_eq!(closed.iter().map(|it| it.1).collect::<Vec<_>>(), [action]);

    let from = state.assessments[&first].answers[&QuestionId::from("PUR-01")][0].event;
    record(&mut course, second, "PUR-01", "yes", Some(from));
    record(&mut course, second, "PRI-04", "yes", None);
    record(&mut course, second, "PUR-04", "1", None);
    let state = course.state();
    let outcomes = [outcome(&state, first), outcome(&state, second)];
    let side = |id, nr: usize| Assessed {
        id,
        questionnaire: instrument(),
        state: &state.assessments[&id],
        outcome: &outcomes[nr],
    };
    let comparison = compare(&side(first, 0), &side(second, 1));
    let of = |id: &str| {
        let changes = comparison.questions.iter();
        let change = changes
            .clone()
            .find(|it| it.question.as_str() == id)
            .unwrap();
        (change.change, change.taken_over)
    };
    assert_eq!(of("PUR-01"), (Direction::Same, true));
    assert_eq!(of("PRI-04"), (Direction::Better, false));
    assert_eq!(of("PUR-04"), (Direction::Worse, false));
    assert_eq!(of("ECO-02"), (Direction::Opened, false));
    assert_eq!(of("INT-01"), (Direction::Same, false));
    assert_eq!(comparison.gaps_closed, [QuestionId::from("PRI-04")]);
    assert_eq!(comparison.promises.len(), 7);
    let points = trend(&[side(second, 1), side(first, 0)]);
    assert_eq!(
        [points[0].assessment, points[1].assessment],
        [first, second]
    );
    assert_eq!([points[0].open_gaps, points[1].open_gaps], [1, 0]);
}

#[test]
fn the_quick_scan_goes_through_its_questions_in_their_own_order() {
    let (mut course, assessment, _) = assessed();
    let scan = |course: &Course| {
        let state = course.state();
        quick_scan(instrument(), &outcome(&state, assessment))
    };
    let blank = scan(&course);
    assert_eq!(blank.next, Some("INT-01".into()));
    let named = instrument().quick_scan.questions.len();
    assert_eq!(
        blank.most, named,
        "which of them apply is not known beforehand"
    );
    assert_eq!(blank.minutes_left, blank.profile_open + 2 * named);
    profile(&mut course, assessment);
    let begun = scan(&course);
    assert_eq!(begun.profile_open, 0);
    assert_eq!(begun.settled, 0);
    assert!(begun.asked >= 10 && begun.asked < named, "{begun:?}");
    assert_eq!(
        (begun.most, begun.minutes_left),
        (begun.asked, 2 * begun.asked)
    );
    let first = begun.next.clone().unwrap();
    record(
        &mut course,
        assessment,
        first.as_str(),
        "not-yet-known",
        None,
    );
    assert_eq!(
        scan(&course),
        begun,
        "what is not yet known is still to be settled"
    );
    record(&mut course, assessment, first.as_str(), "na", None);
    let after = scan(&course);
    assert_eq!(after.settled, 1);
    assert_ne!(after.next, begun.next);
}
