//! The results: verdict, scores, the legal side, and why.

use assessment::outcome::{LegalPoint, LegalStanding, Tally};
use questionnaire::{Question, QuestionId, Score};
use report::wording;

use crate::assessed::Assessed;
use crate::problem::Problem;
use crate::question_page::promise_view;
use crate::view::*;
use crate::{Application, count};

impl Application {
    /// The results as they stand.
    ///
    /// # Errors
    /// When there is no such assessment.
    pub fn results_page(&mut self, input: OneAssessment) -> Result<ResultsPage, Problem> {
        let assessed = self.assessed(&input.assessment)?;
        Ok(page(&assessed))
    }
}

fn page(assessed: &Assessed<'_>) -> ResultsPage {
    let words = assessed.words;
    let outcome = &assessed.outcome;
    let questionnaire = assessed.questionnaire;
    let total = words.text("application-total");
    ResultsPage {
        subject: assessed.subject_name(),
        date: words.date(assessed.state.date),
        verdict: verdict(assessed),
        total: score(assessed, "total", total, &outcome.total, false),
        sections: outcome
            .sections
            .iter()
            .map(|section| {
                let title = questionnaire
                    .section(&section.section)
                    .map(|found| words.of(&found.title))
                    .unwrap_or_default();
                let warning = section.not_applicable_warning;
                score(
                    assessed,
                    section.section.as_str(),
                    title,
                    &section.tally,
                    warning,
                )
            })
            .collect(),
        promises: outcome
            .promises
            .iter()
            .map(|promise| {
                let label = questionnaire
                    .promise(promise.promise)
                    .map(|found| promise_view(words, found).short)
                    .unwrap_or_default();
                let id = promise.promise.to_string();
                score(assessed, &id, label, &promise.tally, false)
            })
            .collect(),
        legal: LegalView {
            open: legal(assessed, outcome.legal.open()),
            partly: legal(assessed, outcome.legal.partly()),
            unknown: legal(assessed, outcome.legal.unknown()),
            upcoming: legal(assessed, outcome.legal.upcoming()),
            active: count(outcome.legal.points.len()),
        },
        key_points: points(assessed, &outcome.missing_key_points, first_step),
        open: points(
            assessed,
            outcome.intake_open.iter().chain(&outcome.open),
            |_, _| None,
        ),
        not_applicable: points(assessed, &outcome.not_applicable, reason),
        thin_evidence: legal(assessed, outcome.legal.met_on_little_evidence()),
        evidence_note: words.text("application-evidence-note"),
        method: questionnaire
            .scoring
            .rules
            .iter()
            .map(|rule| words.of(&rule.text))
            .collect(),
    }
}

fn verdict(assessed: &Assessed<'_>) -> VerdictView {
    let words = assessed.words;
    let verdict = &assessed.outcome.verdict;
    let texts = &assessed.questionnaire.verdict_texts;
    let colour = verdict.colour.as_str();
    VerdictView {
        colour: colour.to_owned(),
        label: words.text(&format!("verdict-{colour}")),
        provisional: verdict.provisional,
        text: words.of(match colour {
            "red" => &texts.red,
            "amber" => &texts.amber,
            _ => &texts.green,
        }),
        provisional_text: verdict.provisional.then(|| words.of(&texts.provisional)),
        reasons: verdict
            .reasons
            .iter()
            .map(|reason| wording::reason(assessed.questionnaire, reason, words.language))
            .collect(),
    }
}

fn score(
    assessed: &Assessed<'_>,
    id: &str,
    label: String,
    tally: &Tally,
    many_not_applicable: bool,
) -> ScoreView {
    let words = assessed.words;
    let remark = match tally.score {
        None => Some(words.text("application-too-few-questions")),
        Some(_) if many_not_applicable => Some(words.text("application-many-not-applicable")),
        Some(_) => None,
    };
    ScoreView {
        id: id.to_owned(),
        label,
        value: tally.score.map(|score| score.tenths() as f64 / 10.0),
        text: tally.score.map_or_else(
            || words.text("application-no-score"),
            |score| words.tenths(score.tenths()),
        ),
        questions: tally.n,
        remark,
        contributions: tally
            .contributions
            .iter()
            .filter_map(|part| {
                let question = assessed.questionnaire.question(&part.question)?;
                Some(ContributionView {
                    question: part.question.to_string(),
                    text: words.of(&question.text),
                    answer: assessed
                        .answer_in_words(question)
                        .unwrap_or_else(|| words.text("application-open")),
                    weight: part.weight,
                    score: words.worth(part.score.unwrap_or(Score::ZERO)),
                    points: words.decimal(&part.points.to_string()),
                })
            })
            .collect(),
    }
}

pub(crate) fn legal<'p>(
    assessed: &Assessed<'_>,
    legal: impl Iterator<Item = &'p LegalPoint>,
) -> Vec<PointView> {
    let words = assessed.words;
    legal
        .filter_map(|legal| {
            let question = assessed.questionnaire.question(&legal.question)?;
            let detail = match legal.standing {
                LegalStanding::Met => legal
                    .evidence_strength
                    .map(|strength| words.evidence_strength(assessed.questionnaire, strength))
                    .or_else(|| Some(words.text("application-no-evidence-strength"))),
                _ => first_step(assessed, question),
            };
            let mut point = point(assessed, question, detail);
            point.applies_from = legal.applies_from.map(|date| words.date(date));
            Some(point)
        })
        .collect()
}

pub(crate) fn points<'q>(
    assessed: &Assessed<'_>,
    questions: impl IntoIterator<Item = &'q QuestionId>,
    detail: impl Fn(&Assessed<'_>, &Question) -> Option<String>,
) -> Vec<PointView> {
    questions
        .into_iter()
        .filter_map(|id| assessed.questionnaire.question(id))
        .map(|question| point(assessed, question, detail(assessed, question)))
        .collect()
}

fn point(assessed: &Assessed<'_>, question: &Question, detail: Option<String>) -> PointView {
    let words = assessed.words;
    let link = assessed.question_link(question);
    PointView {
        question: link.id,
        text: link.text,
        section: link.section,
        detail,
        applies_from: None,
        references: question
            .references
            .iter()
            .filter_map(|id| assessed.questionnaire.reference(id))
            .map(|reference| words.of(&reference.title))
            .collect(),
    }
}

pub(crate) fn first_step(assessed: &Assessed<'_>, question: &Question) -> Option<String> {
    assessed.words.of_option(question.first_step.as_ref())
}

fn reason(assessed: &Assessed<'_>, question: &Question) -> Option<String> {
    let answer = assessed.answer(&question.id)?;
    let because = Some(answer.because.clone()).filter(|because| !because.is_empty());
    match (&because, &answer.by) {
        (Some(because), Some(by)) => Some(format!("{because} ({by})")),
        _ => because,
    }
}
