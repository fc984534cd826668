//! The short way through: legal gaps, unknown legal points and missing key points of a few questions.
//!
//! A quick scan has deliberately no score and no colour: so few answers carry neither.

use std::collections::BTreeSet;

use questionnaire::{QuestionId, Questionnaire};
use serde::Serialize;

use super::{AskedQuestion, Legal, LegalPoint, LegalStanding, ids};

/// What the quick scan shows. Lists are in the order of the quick scan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuickScanOutcome {
    /// Its questions that are asked.
    pub asked: Vec<QuestionId>,
    /// Those that are open.
    pub open: Vec<QuestionId>,
    /// Their legal points that are not met: gaps, upcoming gaps and unknown points.
    pub legal: Vec<LegalPoint>,
    /// Their missing key points.
    pub missing_key_points: Vec<QuestionId>,
}

pub(super) fn quick_scan(
    questionnaire: &Questionnaire,
    asked: &[AskedQuestion<'_>],
    legal: &Legal,
    missing_key_points: &[QuestionId],
) -> QuickScanOutcome {
    let mut chosen = BTreeSet::new();
    let scanned: Vec<_> = questionnaire
        .quick_scan
        .questions
        .iter()
        .filter(|id| chosen.insert(*id))
        .filter_map(|id| asked.iter().find(|asked| asked.question.id == *id))
        .collect();
    let within = |id: &QuestionId| scanned.iter().any(|asked| asked.question.id == *id);
    QuickScanOutcome {
        asked: ids(scanned.iter().map(|asked| asked.question)),
        open: ids(scanned
            .iter()
            .filter(|asked| asked.is_open())
            .map(|asked| asked.question)),
        legal: scanned
            .iter()
            .filter_map(|asked| {
                legal
                    .points
                    .iter()
                    .find(|point| point.question == asked.question.id)
            })
            .filter(|point| point.standing != LegalStanding::Met)
            .cloned()
            .collect(),
        missing_key_points: missing_key_points
            .iter()
            .filter(|id| within(id))
            .cloned()
            .collect(),
    }
}
