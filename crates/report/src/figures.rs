//! The charts of a report, and the words for who does not see them.

mod differences;
mod over_time;

use std::collections::BTreeMap;

use assessment::finding::{Grade, Rating};
use messages::{Number, catalogue};
use questionnaire::Language;

use crate::charts::{Axis, Bar, Bars, Figure, Matrix, MatrixCell, Radar, Score, Tone};
use crate::data::{ReportData, ScoreData, StepData};
use crate::edition::Edition;
use crate::private::Private;
use crate::wording;

pub(crate) use differences::rows as differences;
pub(crate) use over_time::has_dated_actions;

/// The charts by the names that the templates use.
pub(crate) fn figures(data: &ReportData) -> BTreeMap<String, Figure> {
    let language = data.language;
    let texts = catalogue(language);
    let threshold = f64::from(data.results.section_amber_below);
    let axes = data
        .results
        .promises
        .iter()
        .map(|promise| Axis {
            label: wording::promise(&promise.id, language),
            score: score(promise, language),
        })
        .collect();
    let rows = data
        .results
        .sections
        .iter()
        .map(|section| Bar {
            label: section.label.clone(),
            score: score(section, language),
            tone: match section.score {
                Some(score) if score < threshold => Tone::Caution,
                _ => Tone::Neutral,
            },
        })
        .collect();
    let mut figures = BTreeMap::from([
        ("promises".to_owned(), Figure::Radar(Radar { axes })),
        (
            "themes".to_owned(),
            Figure::Bars(Bars {
                rows,
                marks: vec![threshold],
                without_score: texts.text("report-no-score"),
            }),
        ),
        ("risks".to_owned(), Figure::Matrix(matrix(data))),
        (
            "differences".to_owned(),
            Figure::Differences(differences::map(data)),
        ),
        ("trend".to_owned(), Figure::Trend(over_time::trend(data))),
        (
            "actions".to_owned(),
            Figure::Timeline(over_time::actions(data)),
        ),
    ]);
    for question in data.questions() {
        let rounds = question.given.shown().map(|given| given.rounds.as_slice());
        for (at, round) in rounds.into_iter().flatten().enumerate() {
            let name = spread_name(question.id.as_str(), at);
            figures.insert(name, Figure::Bars(spread(&round.steps)));
        }
    }
    figures
}

/// The name of the chart of a round of silent scores.
pub(crate) fn spread_name(question: &str, round: usize) -> String {
    format!("scores-{question}-{}", round + 1)
}

/// How the scores of a round spread: a bar for each answer, as long as its share.
fn spread(steps: &[StepData]) -> Bars {
    let all: u32 = steps.iter().map(|step| step.votes).sum();
    Bars {
        rows: steps
            .iter()
            .map(|step| Bar {
                label: step.label.clone(),
                score: Some(Score {
                    value: f64::from(step.votes) * 100.0 / f64::from(all.max(1)),
                    shown: step.votes.to_string(),
                }),
                tone: Tone::Neutral,
            })
            .collect(),
        marks: Vec::new(),
        without_score: String::new(),
    }
}

/// The same in words.
pub(crate) fn spread_in_words(steps: &[StepData], language: Language) -> String {
    let values: Vec<String> = steps
        .iter()
        .map(|step| format!("{}: {}", step.label, step.votes))
        .collect();
    let values = values.join("; ");
    catalogue(language).format("report-round-alternative", &[("values", values.into())])
}

/// The risks that are shown, by likelihood and impact.
fn matrix(data: &ReportData) -> Matrix {
    let texts = catalogue(data.language);
    let shown = || data.follow_up.risks.iter().filter_map(Private::shown);
    let at = |likelihood: Grade, impact: Grade| {
        let rating = Rating { likelihood, impact };
        let before = shown().filter(|risk| risk.before == rating);
        let after = shown().filter(|risk| risk.after == Some(rating));
        MatrixCell {
            before: before.map(|risk| risk.mark.clone()).collect(),
            after: after.map(|risk| risk.mark.clone()).collect(),
        }
    };
    Matrix {
        across: texts.text("report-impact"),
        down: texts.text("report-likelihood"),
        rows: Grade::all()
            .rev()
            .map(|likelihood| Grade::all().map(|impact| at(likelihood, impact)).collect())
            .collect(),
    }
}

/// The same in words.
fn matrix_in_words(data: &ReportData) -> String {
    let texts = catalogue(data.language);
    let rated = |rating: Rating| {
        [
            ("likelihood", rating.likelihood.get().into()),
            ("impact", rating.impact.get().into()),
        ]
    };
    let risks = data.follow_up.risks.iter().filter_map(Private::shown);
    let told: Vec<String> = risks
        .map(|risk| {
            let [likelihood, impact] = rated(risk.before);
            let mark = ("mark", risk.mark.as_str().into());
            let before = texts.format("report-risks-alternative-one", &[mark, likelihood, impact]);
            risk.after.map_or(before.clone(), |after| {
                let [likelihood, impact] = rated(after);
                let before = ("before", before.into());
                texts.format(
                    "report-risks-alternative-after",
                    &[before, likelihood, impact],
                )
            })
        })
        .collect();
    texts.format(
        "report-risks-alternative",
        &[("values", told.join("; ").into())],
    )
}

/// What each chart shows, in words.
pub(crate) fn alternatives(data: &ReportData) -> BTreeMap<&'static str, String> {
    let texts = catalogue(data.language);
    let values = |scores: &[ScoreData], label: &dyn Fn(&ScoreData) -> String| {
        scores
            .iter()
            .map(|score| format!("{}: {}", label(score), shown(score.score, data.language)))
            .collect::<Vec<_>>()
            .join("; ")
    };
    // The summary has no tables to point at.
    let key = |chart: &str| match data.edition {
        Edition::Full | Edition::Public => format!("report-{chart}-alternative"),
        Edition::Summary => format!("report-{chart}-alternative-alone"),
    };
    let promises = values(&data.results.promises, &|score| {
        wording::promise(&score.id, data.language)
    });
    let themes = values(&data.results.sections, &|score| score.label.clone());
    BTreeMap::from([
        (
            "promises",
            texts.format(&key("promises"), &[("values", promises.into())]),
        ),
        (
            "themes",
            texts.format(&key("themes"), &[("values", themes.into())]),
        ),
        ("risks", matrix_in_words(data)),
        ("differences", differences::in_words(data)),
        ("trend", over_time::trend_in_words(data)),
        ("actions", over_time::actions_in_words(data)),
    ])
}

/// A score with one decimal as the language writes it, or in words that there is none.
pub(crate) fn shown(score: Option<f64>, language: Language) -> String {
    match score {
        Some(score) => messages::number(language, tenths(score)),
        None => catalogue(language).text("report-no-score"),
    }
}

/// A score that was rounded to tenths, as tenths.
pub(crate) fn tenths(score: f64) -> Number {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the cast saturates, and a score is at most 100"
    )]
    Number::Tenths((score * 10.0).round() as i64)
}

/// A number with two decimals as the language writes it.
pub(crate) fn hundredths(number: f64, language: Language) -> String {
    let written = format!("{number:.2}").replace('-', "−");
    match language {
        Language::Nl => written.replace('.', ","),
        Language::En => written,
    }
}

fn score(data: &ScoreData, language: Language) -> Option<Score> {
    data.score.map(|value| Score {
        value,
        shown: shown(Some(value), language),
    })
}
