//! Where the silent scores lay apart: one line per question, the most divided first.

use messages::catalogue;
use serde::Serialize;

use crate::charts::{Difference, Differences};
use crate::data::{ReportData, RoundData};

/// How many questions are drawn; the table has them all.
const MOST: usize = 20;

/// What the last round on a question showed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Row {
    /// Its identity.
    pub(crate) question: String,
    /// Its text.
    pub(crate) text: String,
    /// The round.
    pub(crate) round: RoundData,
}

/// Every question with scores that can lie apart, the most divided first.
pub(crate) fn rows(data: &ReportData) -> Vec<Row> {
    let mut rows: Vec<Row> = data
        .questions()
        .filter_map(|question| {
            let rounds = &question.given.shown()?.rounds;
            let voted = |round: &&RoundData| round.steps.iter().any(|step| step.votes > 0);
            Some(Row {
                question: question.id.to_string(),
                text: question.text.clone(),
                round: rounds.iter().rfind(voted)?.clone(),
            })
        })
        .collect();
    rows.sort_by(|one, other| {
        let agreement = |row: &Row| row.round.agreement.unwrap_or(f64::INFINITY);
        let by_agreement = agreement(one).total_cmp(&agreement(other));
        by_agreement.then(other.round.spread.cmp(&one.round.spread))
    });
    rows
}

pub(super) fn map(data: &ReportData) -> Differences {
    let texts = catalogue(data.language);
    Differences {
        lowest: texts.text("report-differences-lowest"),
        highest: texts.text("report-differences-highest"),
        rows: rows(data)
            .into_iter()
            .take(MOST)
            .map(|row| Difference {
                label: format!("{} {}", row.question, row.text),
                votes: row.round.steps.iter().map(|step| step.votes).collect(),
                shown: row.round.agreement.map_or_else(
                    || "–".to_owned(),
                    |agreement| super::hundredths(agreement, data.language),
                ),
            })
            .collect(),
    }
}

/// The same in words.
pub(super) fn in_words(data: &ReportData) -> String {
    let texts = catalogue(data.language);
    let told = rows(data).into_iter().take(MOST).map(|row| {
        let steps = row.round.steps.iter().filter(|step| step.votes > 0);
        let votes: Vec<String> = steps
            .map(|step| format!("{} {}", step.votes, step.label))
            .collect();
        format!("{}: {}", row.question, votes.join(", "))
    });
    let told: Vec<String> = told.collect();
    texts.format(
        "report-differences-alternative",
        &[("values", told.join("; ").into())],
    )
}
