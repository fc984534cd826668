//! Undo, redo, erasure and the past, over any course of events.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod course;

use std::collections::BTreeSet;

use assessment::advice::{Advice, Course as Way, Decision};
use assessment::deliberation::{Comment, Matter, Position, Statement};
use assessment::finding::{ActionItem, ActionStatus, Cause, DocumentOf, Finding, Progress};
use assessment::history::{Held, history, of_question};
use assessment::session::{AgendaTopic, Movement, Owner, Session, TakeHome};
use assessment::vote::{Ballot, Round, Scale, Vote};
use assessment::{
    ActionId, AsOf, AssessmentId, CannotUndo, Change, CommentId, Committee, Current, Event,
    EventId, Evidence, EvidenceId, FindingId, Head, MemberId, ParkedId, ReplicaId, RoundId,
    SessionId, State, SubjectId, TakeHomeId, VoteId,
};
use course::{Course, answered, assessed, member, moment, named, signed, started};
use proptest::prelude::*;
use questionnaire::{QuestionId, Value};

fn value(state: &State, assessment: AssessmentId, question: &str) -> Option<String> {
    match state
        .assessments
        .get(&assessment)?
        .current(&question.into())
    {
        Current::Answered(recorded) => match &recorded.answer.value {
            Value::Choice(choice) => Some(choice.clone()),
            other => panic!("{other:?}"),
        },
        Current::Open => None,
        Current::Conflict(_) => Some("conflict".to_owned()),
    }
}

#[test]
fn an_undone_answer_gives_way_to_the_one_it_replaced_and_comes_back() {
    let (mut course, assessment, _) = assessed();
    let no = course.go(answered(assessment, "HUM-01", "no", vec![]));
    let yes = course.go(answered(assessment, "HUM-01", "yes", vec![no]));
    let says = |course: &Course| value(&course.state(), assessment, "HUM-01");
    assert_eq!(says(&course).as_deref(), Some("yes"));
    let undo = course.undo(yes);
    assert_eq!(says(&course).as_deref(), Some("no"));
    assert_eq!(course.state().undone_by(yes), Some(undo));
    let redo = course.undo(undo);
    assert_eq!(says(&course).as_deref(), Some("yes"));
    assert_eq!(course.state().undone_by(undo), Some(redo));
    course.undo(redo);
    assert_eq!(says(&course).as_deref(), Some("no"));
    course.undo(no);
    assert_eq!(says(&course), None);
}

#[test]
fn when_an_answer_was_given_since_redoing_shows_both_instead_of_choosing() {
    let (mut course, assessment, _) = assessed();
    let no = course.go(answered(assessment, "HUM-01", "no", vec![]));
    let yes = course.go(answered(assessment, "HUM-01", "yes", vec![no]));
    let undo = course.undo(yes);
    course.go(answered(assessment, "HUM-01", "partly", vec![no]));
    course.undo(undo);
    assert_eq!(
        value(&course.state(), assessment, "HUM-01").as_deref(),
        Some("conflict")
    );
}

#[test]
fn two_who_undo_the_same_without_knowing_undo_it_once() {
    let (mut course, assessment, _) = assessed();
    let yes = course.go(answered(assessment, "HUM-01", "yes", vec![]));
    course.lamport += 1;
    let mine = course.write(1, Change::Undone { event: yes });
    course.write(2, Change::Undone { event: yes });
    assert_eq!(value(&course.state(), assessment, "HUM-01"), None);
    course.undo(mine);
    assert_eq!(
        value(&course.state(), assessment, "HUM-01").as_deref(),
        Some("yes")
    );
}

#[test]
fn what_cannot_be_undone_is_said_beforehand_and_has_no_effect() {
    let (mut course, assessment, subject) = assessed();
    let beginning = course.events[0].id;
    let may = |course: &Course, id| course.state().can_undo(id);
    assert_eq!(may(&course, beginning), Err(CannotUndo::Never));
    assert_eq!(
        may(&course, EventId::new([0; 32])),
        Err(CannotUndo::NoSuchEvent)
    );
    assert_eq!(
        may(&course, subject.0),
        Err(CannotUndo::Assessed { assessment })
    );
    let no = course.go(answered(assessment, "HUM-01", "no", vec![]));
    let yes = course.go(answered(assessment, "HUM-01", "yes", vec![no]));
    assert_eq!(may(&course, no), Err(CannotUndo::ChangesNothing));
    let by = course.undo(yes);
    assert_eq!(may(&course, yes), Err(CannotUndo::AlreadyUndone { by }));
    assert_eq!(may(&course, by), Ok(()));
    let joined = course.go(Change::MemberJoined(member("Zoë")));
    let erased = course.go(Change::Erased {
        event: joined,
        reason: "op verzoek".to_owned(),
    });
    assert_eq!(may(&course, joined), Err(CannotUndo::Erased));
    assert_eq!(may(&course, erased), Err(CannotUndo::Never));
    assert_eq!(may(&course, assessment.0), Ok(()));
    let report = course.go(signed(assessment));
    assert_eq!(may(&course, report), Err(CannotUndo::Never));
    assert_eq!(
        may(&course, assessment.0),
        Err(CannotUndo::Signed { report })
    );

    let before = course.state();
    for id in [beginning, report, erased, assessment.0] {
        course.undo(id);
    }
    let after = course.state();
    assert_eq!(after.assessments, before.assessments);
    assert_eq!(after.organisation, before.organisation);
    assert!(after.members.is_empty());
}

#[test]
fn a_report_signed_elsewhere_keeps_its_assessment_from_being_undone() {
    let (mut course, assessment, _) = assessed();
    course.undo(assessment.0);
    let mut state = course.state();
    assert!(state.assessments.is_empty());
    course.go(signed(assessment));
    state.apply(course.events.last().unwrap());
    assert_eq!(state.assessments[&assessment].reports.len(), 1);
    assert_eq!(state, course.state());
}

#[test]
fn the_words_of_an_erased_event_count_for_nothing_even_where_they_still_are() {
    let mut course = Course::begun();
    let joined = course.go(Change::MemberJoined(member("Zoë")));
    let by = course.go(Change::Erased {
        event: joined,
        reason: "op verzoek".to_owned(),
    });
    let state = course.state();
    assert!(state.members.is_empty());
    assert_eq!(state.erased_by(joined), Some((by, "op verzoek")));
    course.events[1].change = None;
    let gone = course.state();
    assert_eq!((gone.members, gone.events), (state.members, 3));
}

#[test]
fn the_past_is_seen_as_it_was() {
    let (mut course, assessment, _) = assessed();
    let no = course.go(answered(assessment, "HUM-01", "no", vec![]));
    let yes = course.go(answered(assessment, "HUM-01", "yes", vec![no]));
    let undo = course.undo(yes);
    let says = |as_of| {
        let state = State::as_of(&course.events, as_of)?;
        Some(value(&state, assessment, "HUM-01").unwrap_or_default())
    };
    assert_eq!(says(AsOf::Event(assessment.0)).as_deref(), Some(""));
    assert_eq!(says(AsOf::Event(yes)).as_deref(), Some("yes"));
    assert_eq!(says(AsOf::Event(undo)).as_deref(), Some("no"));
    assert_eq!(says(AsOf::Event(EventId::new([0; 32]))), None);
    assert_eq!(says(AsOf::Moment(moment(5))).as_deref(), Some("yes"));
    let elsewhere = "2026-11-21T08:04:00+00:00".parse().unwrap();
    assert_eq!(says(AsOf::Moment(elsewhere)).as_deref(), Some("no"));
}

#[test]
fn the_history_tells_what_held_before_and_after_each_event() {
    let (mut course, assessment, _) = assessed();
    let no = course.go(answered(assessment, "HUM-01", "no", vec![]));
    let yes = course.go(answered(assessment, "HUM-01", "yes", vec![no]));
    let undo = course.undo(yes);
    course.go(answered(assessment, "HUM-02", "yes", vec![]));
    let question = QuestionId::from("HUM-01");
    let entries = of_question(&course.events, assessment, &question);
    let value = |held: &Option<Held>| match held {
        None => String::new(),
        Some(Held::Answers(answers)) => match &answers[0].answer.value {
            Value::Choice(choice) => choice.clone(),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    };
    let told: Vec<_> = entries
        .iter()
        .map(|it| {
            (
                it.event.id,
                value(&it.before),
                value(&it.after),
                it.undone_by,
            )
        })
        .collect();
    let text = str::to_owned;
    assert_eq!(
        told,
        [
            (no, text(""), text("no"), None),
            (yes, text("no"), text("yes"), Some(undo)),
            (undo, text("yes"), text("no"), None),
        ]
    );
    let all = history(&course.events);
    assert_eq!(all.len(), course.events.len());
    assert!(
        all.iter()
            .zip(1..)
            .all(|(entry, number)| entry.number == number)
    );
    assert!(matches!(&all[1].after, Some(Held::Subject(subject)) if subject.name == "Vera"));
}

/// One step of a random course; numbers are taken modulo what there is.
#[derive(Debug, Clone)]
struct Step {
    replica: u8,
    advance: bool,
    what: u8,
    one: usize,
    other: usize,
}

fn any_step() -> impl Strategy<Value = Step> {
    (
        0..3u8,
        prop::bool::weighted(0.7),
        0..60u8,
        any::<usize>(),
        any::<usize>(),
    )
        .prop_map(|(replica, advance, what, one, other)| Step {
            replica,
            advance,
            what,
            one,
            other,
        })
}

fn course_of(steps: &[Step]) -> Course {
    let (mut course, _, _) = assessed();
    course.lamport += 1;
    for step in steps {
        course.lamport += u64::from(step.advance);
        let id = |number: usize| course.events[number % course.events.len()].id;
        // Half of the time an event that begins an assessment, else any event at all.
        let assessment = AssessmentId(if step.one % 4 == 0 {
            id(step.one)
        } else {
            id(2)
        });
        let question = ["HUM-01", "HUM-02"][step.other % 2];
        let mut change = match step.what {
            0 => Change::MemberJoined(member(&format!("Lid {}", step.one % 9))),
            1 => Change::MemberRevised {
                member: MemberId(id(step.one)),
                now: member("Bram"),
            },
            2 => Change::MemberLeft {
                member: MemberId(id(step.one)),
            },
            3 => Change::SubjectAdded(named("Chatbot")),
            4 => started(SubjectId(id(step.one))),
            5 | 6 => answered(
                assessment,
                question,
                ["yes", "no"][step.one % 2],
                vec![id(step.other)],
            ),
            7 => Change::AnswerWithdrawn {
                assessment,
                question: question.into(),
                based_on: vec![id(step.other)],
            },
            8 => Change::EvidenceAttached {
                assessment,
                question: question.into(),
                evidence: Evidence {
                    label: "Handboek".to_owned(),
                    sha256: "5a".repeat(32),
                    size: 1,
                    media_type: "text/plain".to_owned(),
                },
            },
            9 => Change::EvidenceDetached {
                evidence: EvidenceId(id(step.one)),
            },
            10 => Change::SectionCompleted {
                assessment,
                section: "human_access".into(),
            },
            11 => Change::CommitteeDescribed(Committee {
                mandate: format!("Mandaat {}", step.one % 9),
                ..Committee::default()
            }),
            12 if step.one % 3 == 0 => signed(assessment),
            12 => Change::RetentionChosen {
                until: "2036-11-21".parse().unwrap(),
                reason: "wet".to_owned(),
            },
            13 if step.one % 3 == 0 => Change::Erased {
                event: id(step.other),
                reason: "op verzoek".to_owned(),
            },
            14 => Change::ConflictOfInterestDeclared {
                subject: SubjectId(id(1)),
                member: MemberId(id(step.one)),
                reason: format!("Belang {}", step.other % 9),
            },
            15 => Change::ConflictOfInterestEnded {
                subject: SubjectId(id(1)),
                member: MemberId(id(step.one)),
            },
            16..=19 => Change::Undone {
                event: id(step.other),
            },
            _ => committee_work(step, assessment, id),
        };
        if let Change::AssessmentAdopted { heads, .. } = &mut change {
            // It never covers what is still to come.
            let first = &course.events[0].replica;
            let of_first = |event: &&Event| event.replica == *first;
            let written = course.events.iter().filter(of_first).count() as u64;
            heads
                .iter_mut()
                .for_each(|head| head.seq = head.seq.min(written));
        }
        course.write(step.replica, change);
    }
    course
}

/// What a committee does, on things that are there or are not.
fn committee_work(step: &Step, assessment: AssessmentId, id: impl Fn(usize) -> EventId) -> Change {
    let (one, other) = (id(step.one), id(step.other));
    let member = MemberId([one, id(0)][step.other % 2]);
    let question = QuestionId::from(["HUM-01", "HUM-02"][step.other % 2]);
    let text = format!("Tekst {}", step.one % 9);
    let topic = AgendaTopic::OpenQuestion(question.clone());
    let plan = Session {
        date: "2026-11-21".parse().unwrap(),
        place: text.clone(),
        agenda: Vec::new(),
    };
    let session = SessionId(one);
    let ballot = Ballot {
        value: Value::Level((step.one % 5) as u8),
        because: String::new(),
    };
    let finding = Finding {
        text: text.clone(),
        questions: BTreeSet::new(),
        from: None,
    };
    let advice = |course| Advice {
        course,
        because: text.clone(),
        conditions: Vec::new(),
        interests: Vec::new(),
        weighing: String::new(),
        review_on: None,
        review_when: BTreeSet::new(),
    };
    let on = match step.other % 4 {
        0 => Matter::Answer {
            question: question.clone(),
            event: one,
        },
        1 => Matter::Finding(FindingId(one)),
        2 => Matter::Advice(one),
        _ => Matter::Report,
    };
    match step.what {
        20 => Change::SessionPlanned {
            assessment,
            session: plan,
        },
        21 => Change::SessionRevised {
            assessment,
            session,
            now: plan,
        },
        22 => Change::SessionStarted {
            assessment,
            session,
        },
        23 => Change::SessionEnded {
            assessment,
            session,
        },
        24 => Change::AttendanceNoted {
            assessment,
            session,
            member,
            movement: [Movement::Came, Movement::Went][step.other % 2],
            at: moment(step.other as u64 % 60),
        },
        25 => Change::TopicTakenUp {
            assessment,
            session,
            topic,
        },
        26 => Change::MinutesWritten {
            assessment,
            session,
            topic: Some(topic),
            text,
        },
        27 => Change::PointParked {
            assessment,
            session,
            text,
        },
        28 => Change::PointTakenOut {
            assessment,
            point: ParkedId(one),
            outcome: text,
        },
        29 => Change::RoundOpened {
            assessment,
            round: Round {
                questions: vec![question],
                names_shown: true,
                scale: Scale::Answers,
                session: None,
            },
        },
        30 | 31 => Change::VoteCast {
            assessment,
            round: RoundId(one),
            question,
            member,
            vote: Vote::Open(ballot),
        },
        32 => Change::RoundRevealed {
            assessment,
            round: RoundId(one),
            votes: [VoteId(other)].into(),
        },
        33 | 34 => Change::PositionTaken {
            assessment,
            on,
            member,
            statement: Statement {
                position: [Position::Agree, Position::Dissent][step.one % 2],
                reason: text,
                named: true,
            },
        },
        35 => Change::PositionWithdrawn {
            assessment,
            on,
            member,
        },
        36 => Change::CommentMade {
            assessment,
            question,
            comment: Comment {
                text,
                by: None,
                reply_to: Some(CommentId(other)),
                in_report: false,
            },
        },
        37 => Change::CommentResolved {
            assessment,
            comment: CommentId(one),
        },
        38 => Change::FindingRecorded {
            assessment,
            finding,
        },
        39 => Change::FindingRevised {
            assessment,
            finding: FindingId(one),
            now: finding,
        },
        40 => Change::FindingDropped {
            assessment,
            finding: FindingId(one),
            reason: text,
        },
        41 => Change::AdviceGiven {
            assessment,
            advice: advice([Way::Go, Way::Stop][step.one % 2]),
            based_on: vec![other],
        },
        44 => Change::TakeHomeAsked {
            assessment,
            session: Some(session),
            asked: TakeHome {
                text,
                owner: Owner::Member(member),
                due: None,
                question: Some(question),
            },
        },
        45 => Change::TakeHomeAnswered {
            assessment,
            take_home: TakeHomeId(one),
            text,
        },
        46 => Change::TopicClosed {
            assessment,
            session,
            topic,
        },
        47 => Change::CommentRevised {
            assessment,
            comment: CommentId(one),
            text,
        },
        48 => Change::CommentReopened {
            assessment,
            comment: CommentId(one),
        },
        49 => Change::CommentChosen {
            assessment,
            comment: CommentId(one),
            in_report: step.other.is_multiple_of(2),
        },
        50 => Change::ProposalDismissed {
            assessment,
            cause: Cause::LowScore(question),
            reason: text,
        },
        51 | 52 => Change::ActionPlanned {
            assessment,
            action: ActionItem {
                text,
                owner: Owner::Named("De leverancier".to_owned()),
                due: None,
                question: None,
                findings: BTreeSet::new(),
            },
        },
        53 | 54 => Change::ActionProgressed {
            assessment,
            action: ActionId(one),
            progress: Progress {
                status: [ActionStatus::UnderWay, ActionStatus::Done][step.other % 2],
                note: text,
                proof: BTreeSet::new(),
            },
        },
        55 => Change::DocumentAttached {
            assessment,
            of: DocumentOf::Action(ActionId(one)),
            evidence: Evidence {
                label: text,
                sha256: "5a".repeat(32),
                size: 1,
                media_type: "text/plain".to_owned(),
            },
        },
        56 => Change::AdviceWithdrawn {
            assessment,
            based_on: vec![one, other],
        },
        57 => Change::DecisionTaken {
            assessment,
            decision: Decision {
                owner: "Fenna".to_owned(),
                function: text,
                date: "2026-11-21".parse().unwrap(),
                course: Way::Go,
                advice: Some(one),
                because: String::new(),
                conditions: Vec::new(),
                residual_risks: Vec::new(),
            },
            based_on: vec![other],
        },
        58 => Change::AssessmentAdopted {
            // Now and then it says of the first events only that it covers them.
            heads: Vec::from_iter((!step.one.is_multiple_of(3)).then(|| Head {
                replica: ReplicaId("0".repeat(32)),
                seq: (step.other % 9) as u64,
                hash: one,
            })),
            because: String::new(),
            assessment,
            date: "2026-11-21".parse().unwrap(),
            by: text,
        },
        42 => Change::AssessmentWithdrawn {
            assessment,
            reason: text,
        },
        _ => Change::AssessmentReopened {
            assessment,
            reason: text,
        },
    }
}

fn content(state: &State) -> impl PartialEq + std::fmt::Debug + use<> {
    (
        (
            state.organisation.clone(),
            state.committee.clone(),
            state.members.clone(),
            state.conflicts_of_interest.clone(),
        ),
        (
            state.subjects.clone(),
            state.assessments.clone(),
            state.retention.clone(),
        ),
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn in_any_order_one_by_one_and_twice_the_state_is_the_fold_of_all(
        (steps, shuffle) in prop::collection::vec(any_step(), 1..60)
            .prop_flat_map(|steps| {
                let order: Vec<usize> = (0..steps.len() + 3).collect();
                (Just(steps), Just(order).prop_shuffle())
            }),
    ) {
        let course = course_of(&steps);
        let whole = course.state();
        let mut state = State::default();
        for (number, event) in course.events.iter().enumerate() {
            state.apply(event);
            prop_assert_eq!(&state, &State::from_events(&course.events[..=number]));
        }
        prop_assert_eq!(&state, &whole);
        let mut state = State::default();
        for number in &shuffle {
            state.apply(&course.events[*number]);
        }
        for number in shuffle.iter().take(5) {
            state.apply(&course.events[*number]);
        }
        prop_assert_eq!(&state, &whole);
        let shuffled = shuffle.iter().map(|number| &course.events[*number]);
        prop_assert_eq!(State::from_events(shuffled), whole);
    }

    #[test]
    fn what_can_be_undone_is_undone_and_redone_and_what_cannot_stays(
        steps in prop::collection::vec(any_step(), 1..40), pick in any::<prop::sample::Index>(),
    ) {
        let mut course = course_of(&steps);
        let event = course.events[pick.index(course.events.len())].id;
        let before = course.state();
        let may = before.can_undo(event);
        course.lamport += 1;
        let undo = course.undo(event);
        let after = course.state();
        prop_assert_eq!(may.is_ok(), content(&before) != content(&after) && !matches!(may, Err(CannotUndo::Assessed { .. } | CannotUndo::AlreadyUndone { .. })));
        if may.is_ok() {
            prop_assert_eq!(after.undone_by(event), Some(undo));
            course.undo(undo);
            prop_assert_eq!(content(&course.state()), content(&before));
            prop_assert_eq!(course.state().undone_by(event), None);
        }
    }

    #[test]
    fn the_history_ends_in_what_holds_now(
        steps in prop::collection::vec(any_step(), 1..40),
    ) {
        let course = course_of(&steps);
        let state = course.state();
        let entries = history(&course.events);
        prop_assert_eq!(entries.len(), course.events.len());
        let mut last = std::collections::BTreeMap::new();
        for entry in &entries {
            if let Some(about) = &entry.about {
                last.insert(about.clone(), entry);
            }
        }
        // Erasing, undoing, adopting or starting an assessment touches more than what it is about.
        let reaches = course.events.iter().any(|event| matches!(
            event.change,
            Some(Change::Erased { .. } | Change::Undone { .. } | Change::ReportSigned { .. } | Change::RoundRevealed { .. }
                | Change::AssessmentAdopted { .. } | Change::AssessmentReopened { .. })
        ));
        for (about, entry) in last {
            if !reaches {
                prop_assert_eq!(&entry.after, &state.held(&about));
            }
        }
    }
}
