//! What the rules make of the answers.

use assessment::AssessmentState;
use assessment::comparison::{self, Assessed};
use assessment::outcome::{Colour, LegalPoint, Tally, VerdictReason};
use questionnaire::QuestionId;

use super::{Sources, count};
use crate::data::{LegalData, ReasonData, ResultsData, ScoreData, TrendData, Verdict};
use crate::private::{Private, Salts};
use crate::wording;

/// The derived flags are what a reader should know: they switch duties on.
pub(super) fn profile(sources: &Sources<'_>) -> Vec<String> {
    sources
        .questionnaire
        .derived_flags
        .iter()
        .filter(|derived| sources.outcome.derived_flags.contains(&derived.flag))
        .map(|derived| derived.label.get(sources.language).to_owned())
        .collect()
}

pub(super) fn results(
    sources: &Sources<'_>,
    state: &AssessmentState,
    salts: &mut Salts,
) -> ResultsData {
    let Sources {
        questionnaire,
        outcome,
        language,
        ..
    } = *sources;
    let texts = &questionnaire.verdict_texts;
    let verdict = verdict(outcome.verdict.colour);
    let meaning = match verdict {
        Verdict::Red => &texts.red,
        Verdict::Amber => &texts.amber,
        Verdict::Green => &texts.green,
    };
    let score = |id: String, label: String, tally: &Tally, many_not_applicable: bool| ScoreData {
        id,
        label,
        score: tally.score.map(|score| score.value()),
        questions: tally.n,
        many_not_applicable,
    };
    ResultsData {
        verdict,
        provisional: outcome.verdict.provisional,
        meaning: meaning.get(language).to_owned(),
        provisional_meaning: if outcome.verdict.provisional {
            texts.provisional.get(language).to_owned()
        } else {
            String::new()
        },
        reasons: outcome
            .verdict
            .reasons
            .iter()
            .map(|reason| {
                salts.seal(ReasonData {
                    text: wording::reason(questionnaire, reason, language),
                    question: about(reason).cloned(),
                })
            })
            .collect(),
        asked: count(outcome.asked.len()),
        answered: count(outcome.answered.len()),
        total: score("total".to_owned(), String::new(), &outcome.total, false),
        sections: outcome
            .sections
            .iter()
            .filter(|section| section.scored_asked > 0)
            .map(|section| {
                let title = questionnaire
                    .section(&section.section)
                    .map_or("", |section| section.title.get(language));
                score(
                    section.section.to_string(),
                    title.to_owned(),
                    &section.tally,
                    section.not_applicable_warning,
                )
            })
            .collect(),
        section_amber_below: questionnaire.scoring.thresholds.section_amber_below,
        promises: outcome
            .promises
            .iter()
            .map(|promise| {
                let text = questionnaire
                    .promise(promise.promise)
                    .map_or("", |promise| promise.text.get(language));
                score(
                    promise.promise.to_string(),
                    text.to_owned(),
                    &promise.tally,
                    false,
                )
            })
            .collect(),
        legal: LegalData {
            active: outcome
                .legal
                .points
                .iter()
                .map(|point| point.question.clone())
                .collect(),
            open: points(outcome.legal.open(), salts),
            partly: points(outcome.legal.partly(), salts),
            unknown: points(outcome.legal.unknown(), salts),
            upcoming: points(outcome.legal.upcoming(), salts),
        },
        key_points: sealed(&outcome.missing_key_points, salts),
        open: sealed(outcome.intake_open.iter().chain(&outcome.open), salts),
        not_applicable: sealed(&outcome.not_applicable, salts),
        thin_evidence: points(outcome.legal.met_on_little_evidence(), salts),
        trend: trend(sources, state),
    }
}

fn verdict(colour: Colour) -> Verdict {
    match colour {
        Colour::Red => Verdict::Red,
        Colour::Amber => Verdict::Amber,
        Colour::Green => Verdict::Green,
    }
}

/// How the assessments of the application go, up to and including this one.
fn trend(sources: &Sources<'_>, state: &AssessmentState) -> Vec<TrendData> {
    if sources.earlier.is_empty() {
        return Vec::new();
    }
    let this = Assessed {
        id: sources.assessment,
        questionnaire: sources.questionnaire,
        state,
        outcome: sources.outcome,
    };
    let all: Vec<Assessed<'_>> = sources.earlier.iter().copied().chain([this]).collect();
    comparison::trend(&all)
        .into_iter()
        .map(|point| TrendData {
            date: point.date,
            verdict: verdict(point.colour),
            total: point.total.map(|score| score.value()),
            legal_open: count(point.open_gaps),
        })
        .collect()
}

/// The question that a rule of the verdict is about, if it is about one.
fn about(reason: &VerdictReason) -> Option<&QuestionId> {
    match reason {
        VerdictReason::OpenLegalGap { question }
        | VerdictReason::PartlyOpenLegalGap { question }
        | VerdictReason::UnknownLegalPoint { question }
        | VerdictReason::NearUpcomingLegalGap { question }
        | VerdictReason::MissingKeyPoint { question } => Some(question),
        VerdictReason::SectionBelowThreshold { .. } | VerdictReason::TotalBelowThreshold { .. } => {
            None
        }
    }
}

fn points<'a>(
    points: impl Iterator<Item = &'a LegalPoint>,
    salts: &mut Salts,
) -> Vec<Private<QuestionId>> {
    sealed(points.map(|point| &point.question), salts)
}

fn sealed<'a>(
    questions: impl IntoIterator<Item = &'a QuestionId>,
    salts: &mut Salts,
) -> Vec<Private<QuestionId>> {
    questions
        .into_iter()
        .map(|question| salts.seal(question.clone()))
        .collect()
}
