//! The colour of an assessment and the rules that led to it.
//!
//! The verdict is a reading aid over the committee's own answers, not a ruling. It comes with every
//! rule that fired, so that nobody has to guess why an assessment is red or amber.

use questionnaire::{QuestionId, SectionId, Thresholds};
use serde::Serialize;

use super::{Legal, SectionOutcome, ShownScore, Tally};

/// The colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Colour {
    /// No rule fired.
    Green,
    /// At least one rule fired, and no legal gap is open.
    Amber,
    /// At least one legal gap is open.
    Red,
}

impl Colour {
    /// The colour as written in exports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Amber => "amber",
            Self::Red => "red",
        }
    }
}

/// A rule of the verdict that fired, with what made it fire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum VerdictReason {
    /// A legal gap is open.
    OpenLegalGap {
        /// The question.
        question: QuestionId,
    },
    /// A legal gap is partly open.
    PartlyOpenLegalGap {
        /// The question.
        question: QuestionId,
    },
    /// A legal point was not answered.
    UnknownLegalPoint {
        /// The question.
        question: QuestionId,
    },
    /// A duty starts soon and is not fully in place.
    NearUpcomingLegalGap {
        /// The question.
        question: QuestionId,
    },
    /// A key point is missing.
    MissingKeyPoint {
        /// The question.
        question: QuestionId,
    },
    /// The score of a section is below its threshold.
    SectionBelowThreshold {
        /// The section.
        section: SectionId,
        /// Its score.
        score: ShownScore,
        /// The threshold.
        threshold: u8,
    },
    /// The total is below its threshold.
    TotalBelowThreshold {
        /// The total.
        score: ShownScore,
        /// The threshold.
        threshold: u8,
    },
}

impl VerdictReason {
    /// The colour that the rule leads to by itself.
    #[must_use]
    pub const fn colour(&self) -> Colour {
        match self {
            Self::OpenLegalGap { .. } => Colour::Red,
            _ => Colour::Amber,
        }
    }
}

/// The colour of an assessment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// The colour: the most serious one that a rule led to.
    pub colour: Colour,
    /// Whether questions are open, so that the colour may still change.
    pub provisional: bool,
    /// Every rule that fired, the most serious first.
    pub reasons: Vec<VerdictReason>,
}

pub(super) fn verdict(
    thresholds: Thresholds,
    legal: &Legal,
    missing_key_points: &[QuestionId],
    sections: &[SectionOutcome],
    total: &Tally,
    provisional: bool,
) -> Verdict {
    let mut reasons = Vec::new();
    reasons.extend(legal.open().map(|point| VerdictReason::OpenLegalGap {
        question: point.question.clone(),
    }));
    reasons.extend(
        legal
            .partly()
            .map(|point| VerdictReason::PartlyOpenLegalGap {
                question: point.question.clone(),
            }),
    );
    reasons.extend(
        legal
            .unknown()
            .map(|point| VerdictReason::UnknownLegalPoint {
                question: point.question.clone(),
            }),
    );
    reasons.extend(
        legal
            .upcoming_near()
            .map(|point| VerdictReason::NearUpcomingLegalGap {
                question: point.question.clone(),
            }),
    );
    reasons.extend(
        missing_key_points
            .iter()
            .map(|question| VerdictReason::MissingKeyPoint {
                question: question.clone(),
            }),
    );
    let threshold = thresholds.section_amber_below;
    reasons.extend(sections.iter().filter_map(|section| {
        let score = section
            .tally
            .score
            .filter(|score| score.is_below(threshold))?;
        Some(VerdictReason::SectionBelowThreshold {
            section: section.section.clone(),
            score,
            threshold,
        })
    }));
    let threshold = thresholds.total_amber_below;
    reasons.extend(
        total
            .score
            .filter(|score| score.is_below(threshold))
            .map(|score| VerdictReason::TotalBelowThreshold { score, threshold }),
    );
    let colour = reasons
        .iter()
        .map(VerdictReason::colour)
        .max()
        .unwrap_or(Colour::Green);
    Verdict {
        colour,
        provisional,
        reasons,
    }
}
