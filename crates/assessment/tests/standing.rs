//! What is missing, what settles an assessment, and what reopens it.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod course;

use assessment::advice::{Advice, Course as Way, Decision};
use assessment::deliberation::{Matter, Position, Statement};
use assessment::finding::ActionItem;
use assessment::outcome::evaluate;
use assessment::session::Owner;
use assessment::standing::{Missing, Reopened, Standing, Status, closed_to, standing};
use assessment::{AssessmentId, Change, EventId, Head, Member, MemberId, Role};
use course::{Course, answered, assessed, signed};
use questionnaire::{QuestionKind, Questionnaire, Value};

fn instrument() -> &'static Questionnaire {
    Questionnaire::built_in("customer-contact-ai@1.0").expect("the instrument is built in")
}

fn now(course: &Course, assessment: AssessmentId) -> Standing {
    let state = course.state();
    let held = &state.assessments[&assessment];
    let outcome = evaluate(instrument(), &held.judged(), held.date);
    standing(instrument(), &state, assessment, &outcome).unwrap()
}

/// Answers everything that is asked with what is first to choose, and the best there is
/// where there are duties.
fn answer_everything(course: &mut Course, assessment: AssessmentId) {
    loop {
        let open = {
            let state = course.state();
            let held = &state.assessments[&assessment];
            let outcome = evaluate(instrument(), &held.judged(), held.date);
            let mut open = outcome.intake_open;
            open.extend(outcome.open);
            open
        };
        let Some(question) = open.first() else {
            return;
        };
        let form = instrument().question(question).unwrap();
        let written: Vec<String> = form.choices();
        let value = match (form.kind(), written.is_empty()) {
            (_, true) => [Value::Number(0), Value::Text("Afgewogen.".to_owned())]
                .into_iter()
                .find(|value| form.accepts(value).is_ok())
                .unwrap(),
            (QuestionKind::Intake, _) => form.read_value(&written[0]).unwrap(),
            (QuestionKind::Assessment, _) => written
                .iter()
                .filter_map(|choice| form.read_value(choice).ok())
                .max_by_key(|value| form.answer.worth(value))
                .unwrap(),
        };
        course.go(Change::AnswerRecorded {
            assessment,
            question: question.clone(),
            answer: assessment::Answer::new(value),
            based_on: vec![],
            taken_over_from: None,
        });
    }
}

fn advice(assessment: AssessmentId, course: Way) -> Change {
    Change::AdviceGiven {
        assessment,
        advice: Advice {
            course,
            because: "Alles staat.".to_owned(),
            conditions: Vec::new(),
            interests: Vec::new(),
            weighing: String::new(),
            review_on: None,
            review_when: [].into(),
        },
        based_on: vec![],
    }
}

fn agree(assessment: AssessmentId, advice: EventId, member: MemberId) -> Change {
    Change::PositionTaken {
        assessment,
        on: Matter::Advice(advice),
        member,
        statement: Statement {
            position: Position::Agree,
            reason: String::new(),
            named: true,
        },
    }
}

/// An assessment to which nothing is missing that is required.
fn ready() -> (Course, AssessmentId, MemberId) {
    let (mut course, assessment, _) = assessed();
    let chair = Member::new("Zoë", Role::Chair);
    let zoe = MemberId(course.go(Change::MemberJoined(chair)));
    answer_everything(&mut course, assessment);
    let given = course.go(advice(assessment, Way::Go));
    course.go(agree(assessment, given, zoe));
    (course, assessment, zoe)
}

fn required(standing: &Standing) -> Vec<&Missing> {
    let missing = standing.missing.iter();
    missing.filter(|missing| missing.is_required()).collect()
}

#[test]
fn a_new_assessment_lacks_every_answer_and_the_advice() {
    let (course, assessment, _) = assessed();
    let standing = now(&course, assessment);
    assert_eq!(standing.status, Status::Concept);
    let required = required(&standing);
    assert_eq!(required.last(), Some(&&Missing::Advice));
    let answers = required
        .iter()
        .filter(|it| matches!(it, Missing::Answer { .. }));
    assert!(answers.count() > 10);
    assert!(standing.missing.contains(&Missing::Chair));
    let json = serde_json::to_value(&standing.missing[0]).unwrap();
    assert_eq!(
        (&json["missing"], &json["question"]),
        (&"answer".into(), &"INT-01".into())
    );
}

#[test]
fn each_thing_that_is_required_is_named_until_it_is_there() {
    let (course, assessment, zoe) = ready();
    let standing = now(&course, assessment);
    // The worst first choices of the profile may open gaps; those were all answered best.
    assert_eq!(
        (standing.status, required(&standing)),
        (Status::ReadyToSign, vec![])
    );

    let held = course.state().assessments[&assessment].clone();
    let advice_now = held.conclusion.advice().unwrap().event;
    let mut other = course.clone();
    other.go(advice(assessment, Way::GoIf));
    assert!(required(&now(&other, assessment)).contains(&&Missing::OneAdvice));

    let mut other = course.clone();
    other.go(Change::AdviceWithdrawn {
        assessment,
        based_on: vec![advice_now],
    });
    let given = other.go(advice(assessment, Way::GoIf));
    let named =
        |course: &Course, missing: &Missing| required(&now(course, assessment)).contains(&missing);
    assert!(named(&other, &Missing::Conditions { advice: given }));
    let on = Matter::Advice(given);
    assert!(named(&other, &Missing::PositionAgain { member: zoe, on }));

    let mut other = course.clone();
    let question = "HUM-01";
    let before = held.replaced_by_next(&question.into());
    other.go(answered(assessment, question, "no", before.clone()));
    let gap = |it: &&Missing| matches!(it, Missing::JudgementOfGap { .. });
    let judged = now(&other, assessment);
    let dutiful = judged.missing.iter().filter(gap).count();
    let proposed = judged
        .missing
        .iter()
        .any(|it| matches!(it, Missing::JudgementOfProposal { .. }));
    assert!(dutiful == 1 || proposed);
    other.go(answered(assessment, question, "yes", before));
    assert!(named(
        &other,
        &Missing::OneAnswer {
            question: question.into()
        }
    ));
}

#[test]
fn a_signature_settles_and_only_what_it_signed_for_reopens() {
    let (mut course, assessment, zoe) = ready();
    let report = course.go(signed(assessment));
    let standing = now(&course, assessment);
    assert_eq!(
        (standing.status, standing.since),
        (Status::Signed, Some(report))
    );

    let adopted = course.go(Change::AssessmentAdopted {
        heads: Vec::new(),
        because: String::new(),
        assessment,
        date: "2026-12-01".parse().unwrap(),
        by: "Directie".to_owned(),
    });
    course.go(Change::DecisionTaken {
        assessment,
        decision: Decision {
            owner: "Fenna".to_owned(),
            function: String::new(),
            date: "2026-12-01".parse().unwrap(),
            course: Way::Go,
            advice: None,
            because: String::new(),
            conditions: Vec::new(),
            residual_risks: Vec::new(),
        },
        based_on: vec![],
    });
    let standing = now(&course, assessment);
    assert_eq!(
        (standing.status, standing.since),
        (Status::Adopted, Some(adopted))
    );

    let mut other = course.clone();
    let reopened = other.go(Change::AssessmentReopened {
        assessment,
        reason: "ander model".to_owned(),
    });
    let standing = now(&other, assessment);
    assert_eq!(standing.reopened, Some(Reopened::WithReason(reopened)));
    assert_eq!(standing.status, Status::ReadyToSign);

    let late = course.go(answered(assessment, "HUM-01", "no", vec![]));
    let standing = now(&course, assessment);
    assert_eq!(standing.reopened, Some(Reopened::ByWork(late)));
    course.undo(late);
    assert_eq!(now(&course, assessment).status, Status::Adopted, "{zoe}");
}

#[test]
fn to_take_back_what_was_signed_for_reopens_too() {
    let (mut course, assessment, _) = ready();
    let given = course.state().assessments[&assessment].conclusion.advice[0].event;
    let report = course.go(signed(assessment));
    let undo = course.undo(given);
    let standing = now(&course, assessment);
    assert_eq!(standing.reopened, Some(Reopened::ByWork(undo)));
    course.undo(undo);
    assert_eq!(now(&course, assessment).since, Some(report));
}

#[test]
fn a_withdrawn_assessment_stays_withdrawn_until_it_is_reopened() {
    let (mut course, assessment, _) = ready();
    let withdrawn = course.go(Change::AssessmentWithdrawn {
        assessment,
        reason: "toepassing gestopt".to_owned(),
    });
    course.go(answered(assessment, "HUM-01", "no", vec![]));
    let standing = now(&course, assessment);
    assert_eq!(
        (standing.status, standing.since),
        (Status::Withdrawn, Some(withdrawn))
    );
}

fn adopted(assessment: AssessmentId) -> Change {
    Change::AssessmentAdopted {
        heads: Vec::new(),
        assessment,
        date: "2026-12-01".parse().unwrap(),
        by: "Directie".to_owned(),
        because: String::new(),
    }
}

/// A signature under a report that was made when the dossier had the first `events` events.
fn signed_as_of(course: &Course, assessment: AssessmentId, events: usize) -> Change {
    let mut change = signed(assessment);
    if let Change::ReportSigned { heads, .. } = &mut change {
        let last = &course.events[events - 1];
        *heads = vec![Head {
            replica: last.replica.clone(),
            seq: last.seq,
            hash: last.id,
        }];
    }
    change
}

#[test]
fn an_adopted_assessment_takes_action_items_and_no_work() {
    let (mut course, assessment, _) = ready();
    let answer = answered(assessment, "HUM-01", "no", vec![]);
    let plan = Change::ActionPlanned {
        assessment,
        action: ActionItem {
            text: "Meet de wachttijd.".to_owned(),
            owner: Owner::Named("Het klantenpanel".to_owned()),
            due: None,
            question: None,
            findings: [].into(),
        },
    };
    let reopen = Change::AssessmentReopened {
        assessment,
        reason: "ander model".to_owned(),
    };
    course.go(signed(assessment));
    let given = course.state().assessments[&assessment].conclusion.advice[0].event;
    assert_eq!(closed_to(&course.state(), &answer), None, "it is told");

    let adoption = course.go(adopted(assessment));
    let state = course.state();
    for refused in [
        answer.clone(),
        Change::Undone { event: given },
        Change::Undone { event: adoption },
    ] {
        assert_eq!(closed_to(&state, &refused), Some(Status::Adopted));
    }
    for taken in [&plan, &reopen] {
        assert_eq!(closed_to(&state, taken), None);
    }
    course.go(reopen);
    assert_eq!(closed_to(&course.state(), &answer), None);

    let reason = "gestopt".to_owned();
    course.go(Change::AssessmentWithdrawn { assessment, reason });
    assert_eq!(closed_to(&course.state(), &answer), Some(Status::Withdrawn));
    assert_eq!(closed_to(&course.state(), &plan), None);
}

#[test]
fn a_report_signs_for_what_it_shows_and_not_for_what_came_after() {
    let (mut course, assessment, _) = ready();
    let made = course.events.len();
    let mut other = course.clone();
    let late = other.go(answered(assessment, "HUM-01", "no", vec![]));
    let signature = signed_as_of(&other, assessment, made);
    other.go(signature);
    let standing = now(&other, assessment);
    assert_ne!(standing.status, Status::Signed);
    assert_eq!(standing.reopened, Some(Reopened::ByWork(late)));

    // An answer of a copy that knew of no report stands before the signature and is not in it.
    let mut merged = course.clone();
    let away = merged.write(1, answered(assessment, "HUM-01", "no", vec![]));
    let signature = signed_as_of(&course, assessment, made);
    merged.go(signature);
    assert_eq!(
        now(&merged, assessment).reopened,
        Some(Reopened::ByWork(away))
    );

    // What was taken back in between is not signed for either.
    let given = course.state().assessments[&assessment].conclusion.advice[0].event;
    let mut back = course.clone();
    let undo = back.undo(given);
    let signature = signed_as_of(&back, assessment, made);
    back.go(signature);
    assert_eq!(
        now(&back, assessment).reopened,
        Some(Reopened::ByWork(undo))
    );

    let signature = signed_as_of(&course, assessment, made);
    course.go(signature);
    assert_eq!(now(&course, assessment).status, Status::Signed);
}

#[test]
fn a_signature_that_comes_late_undoes_neither_adoption_nor_reopening() {
    let (mut course, assessment, _) = ready();
    let made = course.events.len();
    let signature = signed_as_of(&course, assessment, made);
    course.go(signature.clone());
    let adoption = course.go(adopted(assessment));
    course.go(signature.clone());
    let standing = now(&course, assessment);
    assert_eq!(
        (standing.status, standing.since),
        (Status::Adopted, Some(adoption))
    );
    let reopened = course.go(Change::AssessmentReopened {
        assessment,
        reason: "ander model".to_owned(),
    });
    course.go(signature);
    let standing = now(&course, assessment);
    assert_eq!(standing.reopened, Some(Reopened::WithReason(reopened)));
    assert_eq!(standing.status, Status::ReadyToSign);
}
