//! One worked case and four variants of it, computed independently of this program, come out exactly.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

use std::collections::{BTreeMap, BTreeSet};

use assessment::outcome::{Judged, LegalPoint, Outcome, Tally, evaluate};
use jiff::civil::Date;
use questionnaire::{QuestionId, Questionnaire, Value};
use serde::Deserialize;
use serde_json::Value as Json;

#[derive(Deserialize)]
struct WorkedCases {
    questionnaire: String,
    date: Date,
    cases: BTreeMap<String, WorkedCase>,
}

#[derive(Deserialize)]
struct WorkedCase {
    intake: BTreeMap<QuestionId, Json>,
    answers: BTreeMap<QuestionId, Json>,
    expected: Expected,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    flags_intake: BTreeSet<String>,
    flags_derived: Vec<String>,
    asked: Vec<QuestionId>,
    not_asked: Vec<QuestionId>,
    asked_count: usize,
    scored_applicable: u32,
    na: Vec<QuestionId>,
    unanswered: Vec<QuestionId>,
    provisional: bool,
    themes: BTreeMap<String, ExpectedTally>,
    promises: BTreeMap<String, ExpectedTally>,
    total: ExpectedTally,
    active_legal_points: Vec<QuestionId>,
    legal_gaps: ExpectedGaps,
    missing_key_points: Vec<QuestionId>,
    themes_below_50: Vec<String>,
    total_below_70: bool,
    verdict: String,
    quick_scan_asked: Vec<QuestionId>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedTally {
    n: u32,
    weight: u32,
    points: f64,
    score: f64,
    shown: bool,
    na_warning: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedGaps {
    open: Vec<QuestionId>,
    partly: Vec<QuestionId>,
    unknown: Vec<QuestionId>,
    upcoming: Vec<QuestionId>,
    upcoming_near: Vec<QuestionId>,
}

/// Reads a value through the same door as the command line.
fn value(questionnaire: &Questionnaire, id: &QuestionId, written: &Json) -> Value {
    let written = match written {
        Json::String(text) => text.clone(),
        Json::Number(number) => number.to_string(),
        Json::Array(items) => items
            .iter()
            .filter_map(Json::as_str)
            .collect::<Vec<_>>()
            .join(","),
        other => panic!("{id}: unexpected {other}"),
    };
    let question = questionnaire
        .question(id)
        .unwrap_or_else(|| panic!("no question {id}"));
    question
        .read_value(&written)
        .unwrap_or_else(|why| panic!("{id}: {why}"))
}

#[track_caller]
fn assert_tally(what: &str, tally: &Tally, expected: &ExpectedTally) {
    assert_eq!(tally.n, expected.n, "{what}: n");
    assert_eq!(tally.weight, expected.weight, "{what}: weight");
    let points = (expected.points * 10_000.0).round() as u64;
    assert_eq!(tally.points.ten_thousandths(), points, "{what}: points");
    assert_eq!(tally.score.is_some(), expected.shown, "{what}: shown");
    if let Some(score) = tally.score {
        assert_eq!(
            score.to_string(),
            format!("{:.1}", expected.score),
            "{what}: score"
        );
    }
    let sum: u64 = tally
        .contributions
        .iter()
        .map(|part| part.points.ten_thousandths())
        .sum();
    assert_eq!(sum, points, "{what}: the contributions add up");
}

fn ids<'a>(points: impl Iterator<Item = &'a LegalPoint>) -> Vec<QuestionId> {
    points.map(|point| point.question.clone()).collect()
}

fn assert_outcome(questionnaire: &Questionnaire, outcome: &Outcome, expected: &Expected) {
    let flags: BTreeSet<_> = outcome
        .intake_flags
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(flags, expected.flags_intake);
    let derived: Vec<_> = outcome
        .derived_flags
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(derived, expected.flags_derived);
    assert_eq!(outcome.asked, expected.asked);
    assert_eq!(outcome.asked.len(), expected.asked_count);
    let not_asked: Vec<_> = questionnaire
        .questions()
        .map(|question| question.id.clone())
        .filter(|id| !outcome.is_asked(id))
        .collect();
    assert_eq!(not_asked, expected.not_asked);
    assert_eq!(outcome.not_applicable, expected.na);
    assert_eq!(outcome.open, expected.unanswered);
    assert_eq!(outcome.verdict.provisional, expected.provisional);

    let sections: BTreeMap<_, _> = outcome
        .sections
        .iter()
        .map(|section| (section.section.to_string(), section))
        .collect();
    assert_eq!(
        sections.keys().collect::<Vec<_>>(),
        expected.themes.keys().collect::<Vec<_>>()
    );
    for (id, section) in sections {
        let expected = &expected.themes[&id];
        assert_tally(&id, &section.tally, expected);
        assert_eq!(
            Some(section.not_applicable_warning),
            expected.na_warning,
            "{id}: warning"
        );
    }
    assert_eq!(outcome.promises.len(), expected.promises.len());
    for promise in &outcome.promises {
        let nr = promise.promise.to_string();
        assert_tally(&nr, &promise.tally, &expected.promises[&nr]);
    }
    assert_tally("total", &outcome.total, &expected.total);
    assert_eq!(outcome.total.n, expected.scored_applicable);

    let legal = &outcome.legal;
    assert_eq!(ids(legal.points.iter()), expected.active_legal_points);
    assert_eq!(ids(legal.open()), expected.legal_gaps.open);
    assert_eq!(ids(legal.partly()), expected.legal_gaps.partly);
    assert_eq!(ids(legal.unknown()), expected.legal_gaps.unknown);
    assert_eq!(ids(legal.upcoming()), expected.legal_gaps.upcoming);
    assert_eq!(
        ids(legal.upcoming_near()),
        expected.legal_gaps.upcoming_near
    );

    assert_eq!(outcome.missing_key_points, expected.missing_key_points);
    let below: Vec<_> = outcome
        .sections
        .iter()
        .filter(|section| section.tally.score.is_some_and(|score| score.is_below(50)))
        .map(|section| section.section.to_string())
        .collect();
    assert_eq!(below, expected.themes_below_50);
    assert_eq!(
        outcome.total.score.is_some_and(|score| score.is_below(70)),
        expected.total_below_70
    );
    assert_eq!(outcome.verdict.colour.as_str(), expected.verdict);
    assert_eq!(outcome.quick_scan.asked, expected.quick_scan_asked);
}

#[test]
fn the_worked_case_and_its_variants_come_out_exactly() {
    let cases: WorkedCases =
        serde_json::from_str(include_str!("fixtures/worked-case.json")).expect("the fixture reads");
    let questionnaire = Questionnaire::built_in(&cases.questionnaire).expect("it is built in");
    assert_eq!(cases.cases.len(), 5);
    for (name, case) in cases.cases {
        println!("{name}");
        let answers = case
            .intake
            .iter()
            .chain(&case.answers)
            .map(|(id, written)| (id.clone(), Judged::from(value(questionnaire, id, written))))
            .collect();
        let outcome = evaluate(questionnaire, &answers, cases.date);
        assert_outcome(questionnaire, &outcome, &case.expected);
        assert_eq!(
            outcome.ignored,
            ["HUM-06", "PRI-03"].map(QuestionId::from),
            "answers to questions that are not asked are kept and ignored"
        );
    }
}
