//! A committee at work: sessions, positions, comments, findings,
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
use assessment::finding::matrix::matrix;
use assessment::finding::proposal::proposals;
use assessment::finding::{
    ActionItem, ActionStatus, Cause, DocumentOf, Finding, Grade, Progress, Rating, Risk,
};
use assessment::outcome::evaluate;
use assessment::session::{AgendaTopic, Movement, Owner, Session, TakeHome};
use assessment::state::{SessionState, standing};
use assessment::{
    ActionId, AssessmentId, Change, CommentId, Evidence, EvidenceId, FindingId, MemberId, RiskId,
    SessionId, TakeHomeId,
};
use course::{Course, answered, committee, moment, started};
use questionnaire::{QuestionId, Questionnaire, Value};

fn instrument() -> &'static Questionnaire {
    Questionnaire::built_in("customer-contact-ai@1.0").expect("the instrument is built in")
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

#[test]
fn a_gap_is_proposed_as_a_finding_until_the_committee_has_judged_it() {
    let (mut course, assessment, _, _) = committee();
    // A register of processing is a duty to whoever processes personal data.
    course.go(Change::AnswerRecorded {
        assessment,
        question: "INT-07".into(),
        answer: assessment::Answer::new(Value::Choices(["ordinary".to_owned()].into())),
        based_on: vec![],
        taken_over_from: None,
    });
    course.go(answered(assessment, "PRI-04", "no", vec![]));
    course.go(answered(assessment, "PUR-01", "no", vec![]));
    let proposed = |course: &Course| -> Vec<Cause> {
        let state = course.state();
        let held = &state.assessments[&assessment];
        let outcome = evaluate(instrument(), &held.judged(), held.date);
        proposals(held, &outcome)
            .into_iter()
            .map(|it| it.cause)
            .collect()
    };
    let (gap, missing) = (
        Cause::LegalGap("PRI-04".into()),
        Cause::MissingKeyPoint("PUR-01".into()),
    );
    assert_eq!(proposed(&course), [gap.clone(), missing.clone()]);
    let made = course.go(Change::FindingRecorded {
        assessment,
        finding: Finding {
            text: "Geen register".to_owned(),
            questions: ["PRI-04".into()].into(),
            from: Some(gap),
        },
    });
    assert_eq!(proposed(&course), std::slice::from_ref(&missing));
    course.go(Change::ProposalDismissed {
        assessment,
        cause: missing,
        reason: "staat elders".to_owned(),
    });
    assert!(proposed(&course).is_empty());
    course.undo(made);
    assert_eq!(proposed(&course).len(), 1);
}

#[test]
fn a_risk_stands_in_its_cell_before_and_after_the_measures() {
    let (mut course, assessment, _, _) = committee();
    let grade = |grade: u8| Grade::try_from(grade).unwrap();
    let rating = |likelihood, impact| Rating {
        likelihood: grade(likelihood),
        impact: grade(impact),
    };
    let risk = |after| Change::RiskRecorded {
        assessment,
        risk: Risk {
            text: "Verkeerd antwoord over geld".to_owned(),
            for_whom: "klanten".to_owned(),
            findings: [].into(),
            before: rating(4, 5),
            after,
        },
    };
    let first = RiskId(course.go(risk(Some(rating(2, 5)))));
    let second = RiskId(course.go(risk(None)));
    let dropped = RiskId(course.go(risk(None)));
    course.go(Change::RiskDropped {
        assessment,
        risk: dropped,
        reason: "dubbel".to_owned(),
    });
    let state = course.state();
    let matrix = matrix(&state.assessments[&assessment].follow_up.risks);
    assert_eq!(
        matrix
            .rows
            .iter()
            .map(|row| row.likelihood.get())
            .collect::<Vec<_>>(),
        [5, 4, 3, 2, 1]
    );
    let cell = |row: usize| &matrix.rows[row].cells[4];
    assert_eq!(
        (&cell(1).before, &cell(1).after),
        (&vec![first, second], &vec![])
    );
    assert_eq!(cell(3).after, [first]);
    assert_eq!(rating(4, 5).product(), 20);
    assert!(serde_json::from_str::<Rating>(r#"{"likelihood":6,"impact":1}"#).is_err());
    assert!(!Position::Refuse.fits(&Matter::Finding(FindingId(first.0))));
}

#[test]
fn a_document_goes_with_its_action_until_it_is_taken_away() {
    let (mut course, assessment, _, _) = committee();
    let of = DocumentOf::Action(ActionId(course.events[0].id));
    let document = EvidenceId(course.go(Change::DocumentAttached {
        assessment,
        of,
        evidence: Evidence {
            label: "Foto van de pagina".to_owned(),
            sha256: "5a".repeat(32),
            size: 1,
            media_type: "image/png".to_owned(),
        },
    }));
    let documents = |course: &Course| {
        let state = course.state();
        let follow_up = &state.assessments[&assessment].follow_up;
        follow_up.documents_of(of).count()
    };
    assert_eq!(documents(&course), 1);
    course.go(Change::EvidenceDetached { evidence: document });
    assert_eq!(documents(&course), 0);
}
