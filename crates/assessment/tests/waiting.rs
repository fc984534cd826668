//! What comes in from a copy for an assessment that was adopted without it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

mod course;

use assessment::history::history;
use assessment::standing::{Status, closed_to};
use assessment::{AssessmentId, CannotUndo, Change, EventId, Head, State};
use course::{Course, answered, assessed, signed};

/// Where the chains of these events end.
fn heads(course: &Course) -> Vec<Head> {
    let mut heads: Vec<Head> = Vec::new();
    for event in &course.events {
        heads.retain(|head| head.replica != event.replica);
        heads.push(Head {
            replica: event.replica.clone(),
            seq: event.seq,
            hash: event.id,
        });
    }
    heads
}

fn adopt(course: &mut Course, assessment: AssessmentId) -> EventId {
    let mut signature = signed(assessment);
    if let Change::ReportSigned { heads: shown, .. } = &mut signature {
        *shown = heads(course);
    }
    course.go(signature);
    let heads = heads(course);
    course.go(Change::AssessmentAdopted {
        assessment,
        date: "2026-12-01".parse().unwrap(),
        by: "Directie".to_owned(),
        because: String::new(),
        heads,
    })
}

fn reopen(course: &mut Course, assessment: AssessmentId) -> EventId {
    course.go(Change::AssessmentReopened {
        assessment,
        reason: "er kwam nog werk binnen".to_owned(),
    })
}

/// An adopted assessment, and what a member did at home meanwhile: a dissenting answer, an answer to
/// another question, and the first answer taken back. The member's places lie before the adoption.
fn adopted() -> (Course, AssessmentId, Vec<EventId>) {
    let (mut course, assessment, _) = assessed();
    let first = course.go(answered(assessment, "HUM-01", "yes", vec![]));
    let mut home = course.clone();
    adopt(&mut course, assessment);
    let mut brought = Vec::new();
    for change in [
        answered(assessment, "HUM-01", "no", vec![first]),
        answered(assessment, "HUM-02", "no", vec![]),
        Change::Undone { event: first },
    ] {
        home.lamport += 1;
        course.lamport = home.lamport;
        brought.push(course.write(1, change));
    }
    course.lamport = course.events.iter().map(|it| it.lamport).max().unwrap();
    (course, assessment, brought)
}

fn answers(state: &State, assessment: AssessmentId) -> Vec<String> {
    let held = &state.assessments[&assessment].answers;
    let answers = held.values().flatten();
    answers.map(|it| it.answer.value.written()).collect()
}

#[test]
fn what_was_adopted_stays_as_it_was_and_what_came_in_waits() {
    let (course, assessment, brought) = adopted();
    let state = course.state();
    assert_eq!(answers(&state, assessment), ["yes"]);
    assert_eq!(state.waiting(assessment), brought);
    let more = answered(assessment, "HUM-02", "yes", vec![]);
    assert_eq!(closed_to(&state, &more), Some(Status::Adopted));
    let waits: Vec<EventId> = history(&course.events)
        .iter()
        .filter(|entry| entry.waits)
        .map(|entry| entry.event.id)
        .collect();
    assert_eq!(waits, brought);
    // What the member did can be undone as little as other work.
    assert!(state.can_undo(brought[0]).is_err());
}

#[test]
fn once_it_is_reopened_all_of_it_counts() {
    let (mut course, assessment, _) = adopted();
    reopen(&mut course, assessment);
    let state = course.state();
    assert_eq!(answers(&state, assessment), ["no", "no"]);
    assert_eq!(state.waiting(assessment), []);
    // Adopted anew it stays like that, and nothing waits any more.
    adopt(&mut course, assessment);
    let state = course.state();
    assert_eq!(answers(&state, assessment), ["no", "no"]);
    assert_eq!(state.waiting(assessment), []);
}

#[test]
fn the_order_in_which_events_arrive_makes_no_difference() {
    let (mut course, assessment, _) = adopted();
    for _ in 0..2 {
        let all = course.state();
        let mut backwards = State::default();
        for event in course.events.iter().rev() {
            backwards.apply(event);
        }
        assert_eq!(backwards, all);
        let mut one_by_one = State::default();
        for event in &course.events {
            one_by_one.apply(event);
        }
        assert_eq!(one_by_one, all);
        reopen(&mut course, assessment);
    }
}

#[test]
fn action_items_and_a_reopening_from_a_copy_do_not_wait() {
    let (mut course, assessment, brought) = adopted();
    course.lamport += 1;
    course.write(1, signed(assessment));
    assert_eq!(course.state().waiting(assessment), brought);
    course.lamport += 1;
    let reason = "ander model".to_owned();
    course.write(1, Change::AssessmentReopened { assessment, reason });
    assert_eq!(course.state().waiting(assessment), []);
}

#[test]
fn an_adoption_that_does_not_say_what_it_covers_reads_as_it_did() {
    let (mut course, assessment, brought) = adopted();
    for event in &mut course.events {
        if let Some(Change::AssessmentAdopted { heads, .. }) = &mut event.change {
            heads.clear();
        }
    }
    let state = course.state();
    assert_eq!(state.waiting(assessment), []);
    assert_eq!(answers(&state, assessment), ["no", "no"]);
    assert!(!state.waits(brought[0]));
}

#[test]
fn nothing_is_said_to_be_undone_that_would_only_wait() {
    let (mut course, assessment, _) = assessed();
    let mine = course.go(answered(assessment, "HUM-01", "yes", vec![]));
    adopt(&mut course, assessment);
    let before = course.state();
    assert_eq!(before.can_undo(mine), Err(CannotUndo::ChangesNothing));
    let undo = course.undo(mine);
    assert_eq!(course.state().waiting(assessment), [undo]);
    reopen(&mut course, assessment);
    assert_eq!(course.state().undone_by(mine), Some(undo));
}

#[test]
fn what_takes_an_adoption_back_and_gives_it_again_does_not_wait_for_it() {
    let (mut course, assessment, _) = assessed();
    course.go(answered(assessment, "HUM-01", "yes", vec![]));
    let adoption = adopt(&mut course, assessment);
    let back = course.undo(adoption);
    assert_eq!(course.state().undone_by(adoption), Some(back));
    let again = course.undo(back);
    let state = course.state();
    assert_eq!(state.undone_by(adoption), None);
    assert_eq!(state.undone_by(back), Some(again));
    assert_eq!(state.waiting(assessment), []);
}
