//! What the templates need to tell of the committee's work.

use std::collections::BTreeMap;

use assessment::advice::Course;
use assessment::deliberation::Position;
use assessment::{Moment, Quorum, Share};
use jiff::civil::Date;
use messages::catalogue;
use questionnaire::Language;
use serde::Deserialize;
use serde_json::Value;
use tera::{Context, Tera};

use super::{filter, questions_of};
use crate::data::{QuestionData, ReportData, StepData};
use crate::figures::{self, hundredths};

/// The chapters before those of the committee's work.
const BEFORE: u8 = 7;

pub(super) fn filters(tera: &mut Tera, language: Language) {
    filter(tera, "time", |moment: Moment| {
        let time = moment.civil().time();
        format!("{:02}:{:02}", time.hour(), time.minute())
    });
    filter(tera, "tally", move |tally: BTreeMap<Position, u32>| {
        let told: Vec<String> = tally
            .into_iter()
            .map(|(position, count)| {
                let key = format!("report-tally-{}", word(position));
                catalogue(language).format(&key, &[("count", count.into())])
            })
            .collect();
        told.join(", ")
    });
    filter(tera, "position_tone", |position: Position| {
        let tone = match position {
            Position::Agree => "positive",
            Position::AgreeWithReservation => "caution",
            Position::Dissent | Position::Refuse => "critical",
            Position::Abstain => "neutral",
        };
        tone.to_owned()
    });
    filter(tera, "course", move |course: Course| {
        catalogue(language).text(match course {
            Course::Go => "report-course-go",
            Course::GoIf => "report-course-go-if",
            Course::NoGo => "report-course-no-go",
            Course::Stop => "report-course-stop",
        })
    });
    filter(tera, "quorum", move |quorum: Quorum| {
        self::quorum(quorum, language)
    });
    filter(tera, "term", move |term: Term| self::term(&term, language));
    filter(tera, "median", |median: Vec<String>| median.join(" – "));
    filter(tera, "agreement", move |agreement: Option<f64>| {
        agreement.map_or_else(|| "–".to_owned(), |it| hundredths(it, language))
    });
    filter(tera, "round_in_short", move |round: Round| {
        round.in_short(language)
    });
}

fn word(position: Position) -> &'static str {
    match position {
        Position::Agree => "agree",
        Position::AgreeWithReservation => "agree-with-reservation",
        Position::Dissent => "dissent",
        Position::Abstain => "abstain",
        Position::Refuse => "refuse",
    }
}

fn quorum(quorum: Quorum, language: Language) -> String {
    let texts = catalogue(language);
    let share = |key: &str, share: Share| {
        let (part, of) = (share.part(), share.of());
        texts.format(key, &[("part", part.into()), ("of", of.into())])
    };
    match quorum {
        Quorum::Members(members) => {
            texts.format("committee-quorum-members", &[("members", members.into())])
        }
        Quorum::AtLeast(of) => share("committee-quorum-at-least", of),
        Quorum::MoreThan(of) => share("committee-quorum-more-than", of),
    }
}

/// When somebody is a member.
#[derive(Deserialize)]
struct Term {
    from: Option<Date>,
    until: Option<Date>,
}

fn term(term: &Term, language: Language) -> String {
    let texts = catalogue(language);
    let date = |date| messages::date(language, date);
    match (term.from.map(date), term.until.map(date)) {
        (Some(from), Some(until)) => texts.format(
            "committee-term",
            &[("from", from.into()), ("until", until.into())],
        ),
        (Some(from), None) => texts.format("committee-term-from", &[("from", from.into())]),
        (None, Some(until)) => texts.format("committee-term-until", &[("until", until.into())]),
        (None, None) => String::new(),
    }
}

/// What a round shows beside its votes.
#[derive(Deserialize)]
struct Round {
    cannot_say: u32,
    not_applicable: u32,
    locked: u32,
    missing: u32,
    median: Vec<String>,
    spread: u32,
    agreement: Option<f64>,
}

impl Round {
    fn in_short(&self, language: Language) -> String {
        let texts = catalogue(language);
        let mut told = Vec::new();
        if !self.median.is_empty() {
            let median = self.median.join(" – ");
            told.push(texts.format("report-round-median", &[("told", median.into())]));
            told.push(texts.format("report-round-spread", &[("steps", self.spread.into())]));
        }
        if let Some(agreement) = self.agreement {
            let agreement = hundredths(agreement, language);
            told.push(texts.format("report-round-agreement", &[("told", agreement.into())]));
        }
        for (key, count) in [
            ("report-round-cannot-say", self.cannot_say),
            ("report-round-not-applicable", self.not_applicable),
            ("report-round-locked", self.locked),
            ("report-round-missing", self.missing),
        ] {
            if count > 0 {
                told.push(texts.format(key, &[("count", count.into())]));
            }
        }
        told.join(" · ")
    }
}

/// Which chapters there are, with their numbers, and which charts.
pub(super) fn insert(context: &mut Context, data: &ReportData) {
    let follow = &data.follow_up;
    let has_follow_up = !(follow.findings.is_empty()
        && follow.risks.is_empty()
        && follow.measures.is_empty()
        && follow.actions.is_empty()
        && follow.opinions.is_empty());
    let came = &data.conclusion;
    let on_report = !came.on_report.tally.is_empty() || !came.on_report.earlier.is_empty();
    let has_conclusion = !came.advice.is_empty()
        || !came.decisions.is_empty()
        || !came.positions.earlier.is_empty()
        || on_report;
    let left = &data.meetings;
    let has_meetings =
        !(left.sessions.is_empty() && left.parked.is_empty() && left.take_home.is_empty());
    let chapters: BTreeMap<&str, u8> = [
        ("follow_up", has_follow_up),
        ("conclusion", has_conclusion),
        ("meetings", has_meetings),
    ]
    .into_iter()
    .filter(|(_, present)| *present)
    .zip(BEFORE + 1..)
    .map(|((chapter, _), number)| (chapter, number))
    .collect();
    context.insert("chapters", &chapters);
    let given = |question: &QuestionData| {
        let given = question.given.shown();
        given.is_some_and(|given| !given.rounds.is_empty())
    };
    context.insert("scored", &data.questions().any(given));
    let drawn = follow.risks.iter().any(|risk| risk.shown().is_some());
    context.insert("risks_drawn", &drawn);
    context.insert("actions_drawn", &figures::has_dated_actions(data));
    context.insert("differences", &figures::differences(data));
}

/// Puts the name of its chart beside each round that has one, and what it shows in words.
pub(super) fn name_figures(data: &mut Value, language: Language) {
    for question in questions_of(data) {
        let id = question
            .get("id")
            .and_then(Value::as_str)
            .map(str::to_owned);
        let rounds = question.get_mut("rounds").and_then(Value::as_array_mut);
        for (at, round) in rounds.into_iter().flatten().enumerate() {
            let (Some(id), Value::Object(round)) = (&id, round) else {
                continue;
            };
            let steps = round.get("steps").cloned().unwrap_or_default();
            let Ok(steps) = serde_json::from_value::<Vec<StepData>>(steps) else {
                continue;
            };
            if !steps.is_empty() {
                let alternative = figures::spread_in_words(&steps, language);
                round.insert("figure".to_owned(), figures::spread_name(id, at).into());
                round.insert("alternative".to_owned(), alternative.into());
            }
        }
    }
}
