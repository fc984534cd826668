//! Findings to propose: what the answers themselves point at.
//!
//! A proposal is a question for the committee, not a finding. What was made a finding
//! or dismissed is not proposed again, whatever became of the answer since.

use std::collections::BTreeSet;

use questionnaire::{QuestionId, Score};
use serde::Serialize;

use super::Cause;
use crate::outcome::{LegalStanding, Outcome};
use crate::state::AssessmentState;

/// The worth up to which an answer is low: a quarter of what is asked.
pub const LOW: u16 = Score::STEPS / 4;

/// A finding that the answers point at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Proposal {
    /// Why.
    pub cause: Cause,
    /// How the duty stands, where it is about one.
    pub standing: Option<LegalStanding>,
    /// What the answer is worth.
    pub score: Option<Score>,
}

/// The findings to propose, legal gaps first, then missing key points, then low
/// scores; one at most for a question.
pub fn proposals(state: &AssessmentState, outcome: &Outcome) -> Vec<Proposal> {
    let mut seen: BTreeSet<QuestionId> = BTreeSet::new();
    let findings = state.follow_up.findings.values();
    let settled = findings.filter_map(|finding| finding.now.from.as_ref());
    seen.extend(
        settled
            .chain(state.follow_up.dismissed.keys())
            .map(|cause| cause.question().clone()),
    );
    let gaps = outcome.legal.points.iter().filter(|point| {
        !matches!(point.standing, LegalStanding::Met | LegalStanding::Unknown)
            && point.score.is_some()
    });
    let gaps = gaps.map(|point| Proposal {
        cause: Cause::LegalGap(point.question.clone()),
        standing: Some(point.standing),
        score: point.score,
    });
    let missing = outcome.missing_key_points.iter().map(|question| Proposal {
        cause: Cause::MissingKeyPoint(question.clone()),
        standing: None,
        score: Some(Score::ZERO),
    });
    let low = outcome.total.contributions.iter().filter(|part| {
        part.score
            .is_some_and(|score| score.ten_thousandths() <= LOW)
    });
    let low = low.map(|part| Proposal {
        cause: Cause::LowScore(part.question.clone()),
        standing: None,
        score: part.score,
    });
    gaps.chain(missing)
        .chain(low)
        .filter(|proposal| seen.insert(proposal.cause.question().clone()))
        .collect()
}
