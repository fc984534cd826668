//! What comes from before: earlier assessments in the trend, actions that were carried over,
//! and rounds with names. And where the committee differed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a report that cannot be made is a failing test"
)]

mod example;
mod extraction;

use std::collections::BTreeSet;

use assessment::finding::{ActionItem, ActionStatus, Progress};
use assessment::session::Owner;
use assessment::{ActionId, Answer, AssessmentId, Change, Member, MemberId, Role, State};
use lopdf::Document as Pdf;
use questionnaire::{Language, QuestionId, Value};
use report::charts::{Figure, Tone};
use report::edition::{Edition, Redaction, edition};
use report::{Comparison, ReportData, compare, render};

/// An assessment of 2026 with three actions, and one of the same application a year later, with
/// scores that lie apart.
fn second(language: Language) -> ReportData {
    let (events, first) = example::events(example::questionnaire(), |_, answer| Some(answer));
    let mut on = example::Recorder { events };
    let held = State::from_events(&on.events).assessments[&first].clone();
    for (text, due, status) in [
        ("merk-open-gebleven", Some("2026-12-01"), None),
        (
            "merk-al-gedaan",
            Some("2026-12-01"),
            Some(ActionStatus::Done),
        ),
        ("merk-zonder-datum", None, Some(ActionStatus::UnderWay)),
    ] {
        plan(&mut on, first, text, due, status);
    }
    let second = AssessmentId(on.record(Change::AssessmentStarted {
        subject: held.subject,
        questionnaire: held.questionnaire.clone(),
        date: "2027-11-21".parse().unwrap(),
        scope: held.scope.clone(),
    }));
    for (question, recorded) in &held.answers {
        let Some(answer) = recorded.first() else {
            continue;
        };
        let was = &answer.answer.value;
        let answer = Answer {
            value: if *was == Value::Choice("partly".to_owned()) {
                Value::Choice("yes".to_owned())
            } else {
                was.clone()
            },
            ..answer.answer.clone()
        };
        on.record(Change::AnswerRecorded {
            assessment: second,
            question: question.clone(),
            answer,
            based_on: Vec::new(),
            taken_over_from: None,
        });
    }
    plan(&mut on, second, "merk-te-laat", Some("2026-01-15"), None);
    plan(
        &mut on,
        second,
        "merk-klaar",
        Some("2026-03-15"),
        Some(ActionStatus::Done),
    );
    plan(&mut on, second, "merk-later", Some("2028-03-15"), None);
    scores(&mut on, second, "HUM-02", [1, 5, 5]);
    scores(&mut on, second, "HUM-01", [4, 4, 4]);
    example::composed(&on.events, second, language, &["Noor Voorbeeld"])
}

fn plan(
    on: &mut example::Recorder,
    assessment: AssessmentId,
    text: &str,
    due: Option<&str>,
    status: Option<ActionStatus>,
) {
    let action = ActionId(on.record(Change::ActionPlanned {
        assessment,
        action: ActionItem {
            text: text.to_owned(),
            owner: Owner::Named("Ilse Fictief".to_owned()),
            due: due.map(|due| due.parse().unwrap()),
            question: None,
            findings: BTreeSet::new(),
        },
    }));
    if let Some(status) = status {
        on.record(Change::ActionProgressed {
            assessment,
            action,
            progress: Progress {
                status,
                note: String::new(),
                proof: BTreeSet::new(),
            },
        });
    }
}

/// A round with names that is revealed.
fn scores(on: &mut example::Recorder, assessment: AssessmentId, question: &str, grades: [u32; 3]) {
    let question = QuestionId::new(question);
    let ballots: Vec<_> = grades
        .into_iter()
        .enumerate()
        .map(|(at, grade)| {
            let member = Member::new(format!("Stemmer {at}{question}"), Role::Member);
            let member = MemberId(on.record(Change::MemberJoined(member)));
            (member, grade, format!("merk-omdat-{at}"))
        })
        .collect();
    let round = on.round(assessment, &question, true, ballots);
    on.reveal(assessment, round);
}

fn figure(data: &ReportData, name: &str) -> Figure {
    report::document(data).unwrap().figures[name].clone()
}

/// The blocks, alternative texts among them.
fn document(data: &ReportData) -> String {
    format!("{:?}", report::document(data).unwrap())
}

fn said(data: &ReportData) -> String {
    let pdf = render(data).unwrap();
    if let Ok(folder) = std::env::var("VERANTWOORD_KEEP") {
        let name = format!("over-time-{}-{}.pdf", data.edition.word(), data.language);
        std::fs::write(format!("{folder}/{name}"), &pdf).unwrap();
    }
    assert_eq!(compare(&pdf), Comparison::Equal(Box::new(data.clone())));
    extraction::read_aloud(&Pdf::load_mem(&pdf).unwrap())
}

#[test]
fn an_open_action_of_an_earlier_assessment_is_carried_over_and_says_from_when() {
    let data = second(Language::Nl);
    let actions: Vec<_> = data
        .follow_up
        .actions
        .iter()
        .filter_map(|it| it.shown())
        .collect();
    let carried: Vec<_> = actions
        .iter()
        .filter(|action| action.carried_over.is_some())
        .map(|action| action.text.as_str())
        .collect();
    assert_eq!(carried, ["merk-open-gebleven", "merk-zonder-datum"]);
    assert!(said(&data).contains("Komt uit de zelfbeoordeling van 21 november 2026"));
}

#[test]
fn a_round_with_names_names_who_scored_what() {
    let data = second(Language::Nl);
    let said = said(&data);
    for at in 0..3 {
        assert!(said.contains(&format!("Stemmer {at}HUM-02")), "{at}");
        assert!(said.contains(&format!("merk-omdat-{at}")), "{at}");
    }
    let public = edition(&data, Edition::Public, &Redaction::usual()).unwrap();
    let json = String::from_utf8(report::canonical(&public).unwrap()).unwrap();
    assert!(json.contains("merk-omdat-0") && !json.contains("Stemmer 0HUM"));
}

#[test]
fn the_map_of_differences_begins_with_the_most_divided_question() {
    let data = second(Language::En);
    let Figure::Differences(map) = figure(&data, "differences") else {
        panic!("it is a map of differences")
    };
    let rows: Vec<_> = map
        .rows
        .iter()
        .map(|row| (&row.label[..6], &*row.votes))
        .collect();
    assert_eq!(
        rows,
        [
            ("HUM-02", &[1, 0, 0, 0, 2][..]),
            ("HUM-01", &[0, 0, 0, 3, 0][..])
        ]
    );
    assert!(said(&data).contains("Where the scores differed"));
    assert!(
        document(&data).contains("HUM-02: 1 "),
        "the alternative text has the numbers"
    );
}

#[test]
fn the_timeline_has_every_action_with_a_date_and_tells_what_is_late() {
    let data = second(Language::Nl);
    let Figure::Timeline(timeline) = figure(&data, "actions") else {
        panic!("it is a timeline")
    };
    let told: Vec<_> = timeline
        .moments
        .iter()
        .map(|moment| (moment.tone, moment.label.rsplit(" · ").next().unwrap()))
        .collect();
    assert_eq!(
        told,
        [
            (Tone::Critical, "merk-te-laat"),
            (Tone::Positive, "merk-klaar"),
            (Tone::Neutral, "Stand van dit rapport"),
            (Tone::Neutral, "merk-open-gebleven"),
            (Tone::Neutral, "merk-later"),
        ]
    );
    assert!(timeline.moments[0].label.contains("Open, te laat"));
    assert!(
        document(&data).contains("Tijdlijn van de acties: 15 januari 2026: A3 · Open, te laat")
    );
}

#[test]
fn the_trend_shows_each_assessment_of_the_application_and_a_first_one_has_none() {
    let data = second(Language::Nl);
    let dates: Vec<_> = data
        .results
        .trend
        .iter()
        .map(|it| it.date.to_string())
        .collect();
    assert_eq!(dates, ["2026-11-21", "2027-11-21"]);
    assert!(data.results.trend[1].total > data.results.trend[0].total);
    let Figure::Trend(trend) = figure(&data, "trend") else {
        panic!("it is a trend")
    };
    assert_eq!(trend.points.len(), 2);
    assert!(said(&data).contains("1.4 Ontwikkeling"));
    let first = example::data(Language::Nl, &[], |_, answer| Some(answer));
    assert!(first.results.trend.is_empty() && !said(&first).contains("Ontwikkeling"));
}

#[test]
fn headings_of_the_committees_work_are_numbered_like_the_others() {
    let said = said(&second(Language::En));
    for heading in ["8 Findings", "8.1 Actions", "1.5 Where the scores differed"] {
        assert!(said.contains(heading), "{heading}");
    }
}
