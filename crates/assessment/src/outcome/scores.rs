//! Scores per section, per promise and in total, as exact fractions with what they are made of.
//!
//! A score is 100 times the points over the weight of the scored questions that apply; an open
//! question weighs in with nothing. Rounding happens in [`ShownScore`] and nowhere else.

use std::fmt;

use questionnaire::{QuestionId, Questionnaire, Score, SectionId};
use serde::{Serialize, Serializer};

use super::AskedQuestion;

/// Weight times score, exact in ten-thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Points(u64);

impl Points {
    fn of(weight: u8, score: Score) -> Self {
        Self(u64::from(weight) * u64::from(score.ten_thousandths()))
    }

    /// The points in ten-thousandths.
    #[must_use]
    pub const fn ten_thousandths(self) -> u64 {
        self.0
    }
}

impl fmt::Display for Points {
    /// Writes at least one decimal and no needless zeros: `8.51`, `13.0`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let steps = u64::from(Score::STEPS);
        let decimals = format!("{:04}", self.0 % steps);
        let kept = decimals.trim_end_matches('0');
        write!(
            f,
            "{}.{}",
            self.0 / steps,
            if kept.is_empty() { "0" } else { kept }
        )
    }
}

impl Serialize for Points {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Ten-thousandths of at most a few thousand points are far within what a double holds.
        serializer.serialize_f64(self.0 as f64 / f64::from(Score::STEPS))
    }
}

/// A score from 0 to 100, kept as the fraction it is: compared exactly, rounded when shown.
///
/// Serialises as a number with one decimal, halves up.
#[derive(Debug, Clone, Copy)]
pub struct ShownScore {
    points: u64,
    weight: u64,
}

impl ShownScore {
    /// The score of `points` out of `weight`; nothing when there is no weight to divide by.
    fn new(points: Points, weight: u32) -> Option<Self> {
        (weight > 0).then(|| Self {
            points: points.0,
            weight: u64::from(weight),
        })
    }

    /// The score in tenths, halves up: 655 for 65.46.
    #[must_use]
    pub const fn tenths(self) -> u64 {
        // points / steps / weight * 1000 = points / (10 * weight), plus a half.
        (self.points + 5 * self.weight) / (10 * self.weight)
    }

    /// The score without decimals, halves up, from the exact score.
    #[must_use]
    pub const fn whole(self) -> u64 {
        (self.points + 50 * self.weight) / (100 * self.weight)
    }

    /// The score with one decimal, as a number.
    #[must_use]
    pub fn value(self) -> f64 {
        self.tenths() as f64 / 10.0
    }

    /// Whether the exact score is below `threshold`.
    #[must_use]
    pub fn is_below(self, threshold: u8) -> bool {
        self.points < u64::from(threshold) * 100 * self.weight
    }
}

impl PartialEq for ShownScore {
    fn eq(&self, other: &Self) -> bool {
        self.points * other.weight == other.points * self.weight
    }
}

impl Eq for ShownScore {}

impl fmt::Display for ShownScore {
    /// One decimal with a point; readers of other languages get theirs from [`Self::tenths`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.tenths() / 10, self.tenths() % 10)
    }
}

impl Serialize for ShownScore {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.value())
    }
}

/// What one question adds to a score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Contribution {
    /// The question.
    pub question: QuestionId,
    /// Its weight.
    pub weight: u8,
    /// What its answer is worth; nothing while the question is open, which counts as 0.
    pub score: Option<Score>,
    /// Weight times score.
    pub points: Points,
}

/// A score with all that it is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// The score, unless too few questions apply to show one.
    pub score: Option<ShownScore>,
    /// How many scored questions apply, open ones included.
    pub n: u32,
    /// The sum of their weights.
    pub weight: u32,
    /// The sum of their points.
    pub points: Points,
    /// What each of them adds, in the order of the questionnaire.
    pub contributions: Vec<Contribution>,
}

impl Tally {
    fn over<'a>(asked: impl Iterator<Item = &'a AskedQuestion<'a>>, minimum_to_show: u32) -> Self {
        let contributions: Vec<_> = asked
            .filter(|asked| asked.question.is_scored() && !asked.is_not_applicable())
            .map(|asked| Contribution {
                question: asked.question.id.clone(),
                weight: asked.question.weight,
                score: asked.worth,
                points: Points::of(asked.question.weight, asked.worth.unwrap_or(Score::ZERO)),
            })
            .collect();
        let n = count(contributions.iter());
        let weight = contributions
            .iter()
            .map(|part| u32::from(part.weight))
            .sum();
        let points = Points(contributions.iter().map(|part| part.points.0).sum());
        let score = ShownScore::new(points, weight).filter(|_| n >= minimum_to_show);
        Self {
            score,
            n,
            weight,
            points,
            contributions,
        }
    }
}

/// The score of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SectionOutcome {
    /// The section.
    pub section: SectionId,
    /// Its score.
    #[serde(flatten)]
    pub tally: Tally,
    /// How many of its scored questions are asked.
    pub scored_asked: u32,
    /// How many of those do not apply.
    pub not_applicable: u32,
    /// Whether so many do not apply that the score needs a remark beside it.
    pub not_applicable_warning: bool,
}

/// The score of a promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PromiseOutcome {
    /// The number of the promise.
    pub promise: u8,
    /// Its score.
    #[serde(flatten)]
    pub tally: Tally,
}

/// The score of each section that holds assessment questions.
pub(super) fn by_section(
    questionnaire: &Questionnaire,
    asked: &[AskedQuestion<'_>],
) -> Vec<SectionOutcome> {
    let scoring = &questionnaire.scoring;
    questionnaire
        .sections
        .iter()
        .filter(|section| section.has_assessment())
        .map(|section| {
            let here = || {
                asked
                    .iter()
                    .filter(|asked| section.questions.iter().any(|q| q.id == asked.question.id))
            };
            let scored = || here().filter(|asked| asked.question.is_scored());
            let scored_asked = count(scored());
            let not_applicable = count(scored().filter(|asked| asked.is_not_applicable()));
            SectionOutcome {
                section: section.id.clone(),
                tally: Tally::over(here(), scoring.minimum_to_show.section),
                scored_asked,
                not_applicable,
                not_applicable_warning: u64::from(not_applicable) * 100
                    > u64::from(scored_asked)
                        * u64::from(scoring.not_applicable_warning_above_percent),
            }
        })
        .collect()
}

/// The score of each promise.
pub(super) fn by_promise(
    questionnaire: &Questionnaire,
    asked: &[AskedQuestion<'_>],
) -> Vec<PromiseOutcome> {
    questionnaire
        .promises
        .iter()
        .map(|promise| PromiseOutcome {
            promise: promise.nr,
            tally: Tally::over(
                asked
                    .iter()
                    .filter(|asked| asked.question.promises.contains(&promise.nr)),
                questionnaire.scoring.minimum_to_show.promise,
            ),
        })
        .collect()
}

/// The score over all questions.
pub(super) fn total(questionnaire: &Questionnaire, asked: &[AskedQuestion<'_>]) -> Tally {
    Tally::over(asked.iter(), questionnaire.scoring.minimum_to_show.total)
}

fn count(items: impl Iterator) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}
