//! The charts of a report, and the words for who does not see them.

use std::collections::BTreeMap;

use messages::{Number, catalogue};
use questionnaire::Language;

use crate::charts::{Axis, Bar, Bars, Figure, Radar, Score, Tone};
use crate::data::{ReportData, ScoreData};
use crate::edition::Edition;
use crate::wording;

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
    BTreeMap::from([
        ("promises".to_owned(), Figure::Radar(Radar { axes })),
        (
            "themes".to_owned(),
            Figure::Bars(Bars {
                rows,
                marks: vec![threshold],
                without_score: texts.text("report-no-score"),
            }),
        ),
    ])
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

fn score(data: &ScoreData, language: Language) -> Option<Score> {
    data.score.map(|value| Score {
        value,
        shown: shown(Some(value), language),
    })
}
