//! How far the committee is: per section, what is asked, answered and open.

use std::collections::BTreeSet;

use questionnaire::{QuestionId, Questionnaire, SectionId};
use serde::Serialize;

use crate::outcome::Outcome;
use crate::state::{AssessmentState, Current};

/// The progress of one section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SectionProgress {
    /// Which section.
    pub section: SectionId,
    /// The questions asked now, in order.
    pub asked: Vec<QuestionId>,
    /// Those with an answer that settles them; *not yet known* does not.
    pub answered: usize,
    /// Those whose answers contradict each other.
    pub conflicts: usize,
    /// Whether the committee declared the section complete.
    pub completed: bool,
    /// Where it stands.
    pub status: SectionStatus,
}

/// Where a section stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionStatus {
    /// No question of it is asked, given the profile.
    NotAsked,
    /// Nothing is answered yet.
    NotStarted,
    /// Some questions are answered.
    InProgress,
    /// All questions are answered; the committee has not declared it complete.
    AllAnswered,
    /// The committee declared it complete.
    Completed,
    /// Declared complete, but questions are open: new ones came to be asked, or an
    /// answer was withdrawn.
    ToReview,
}

/// How long a question of the quick scan takes, in minutes: fifteen fill half an hour.
const MINUTES_A_QUESTION: usize = 2;
/// How long a question of the profile takes: it asks for a fact, and not for a judgement.
const MINUTES_A_FACT: usize = 1;

/// How far the quick scan is. Its answers are those of the full assessment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuickScanProgress {
    /// How many questions of the profile are open; it comes first.
    pub profile_open: usize,
    /// How many of its questions are asked.
    pub asked: usize,
    /// How many it asks at most: which of them apply is known once the profile is complete.
    pub most: usize,
    /// How many of those have an answer that settles them.
    pub settled: usize,
    /// The question that is next, unless all are settled.
    pub next: Option<QuestionId>,
    /// How many minutes the rest is likely to take, with the most that can be asked.
    pub minutes_left: usize,
}

/// How far the quick scan is.
pub fn quick_scan(questionnaire: &Questionnaire, outcome: &Outcome) -> QuickScanProgress {
    let scan = &outcome.quick_scan;
    let profile: &[QuestionId] = if questionnaire.quick_scan.intake {
        &outcome.intake_open
    } else {
        &[]
    };
    let named: BTreeSet<_> = questionnaire.quick_scan.questions.iter().collect();
    let most = if profile.is_empty() {
        scan.asked.len()
    } else {
        named.len()
    };
    let settled = scan.asked.len() - scan.open.len();
    QuickScanProgress {
        profile_open: profile.len(),
        asked: scan.asked.len(),
        most,
        settled,
        next: profile.first().or(scan.open.first()).cloned(),
        minutes_left: profile.len() * MINUTES_A_FACT + (most - settled) * MINUTES_A_QUESTION,
    }
}

/// The progress of every section, in the questionnaire's order.
pub fn progress(
    questionnaire: &Questionnaire,
    state: &AssessmentState,
    outcome: &Outcome,
) -> Vec<SectionProgress> {
    questionnaire
        .sections
        .iter()
        .map(|section| {
            let asked: Vec<QuestionId> = section
                .questions
                .iter()
                .map(|question| question.id.clone())
                .filter(|id| outcome.is_asked(id))
                .collect();
            let answered = asked.iter().filter(|id| outcome.is_settled(id)).count();
            let begun = asked
                .iter()
                .any(|id| !matches!(state.current(id), Current::Open));
            let conflicts = asked
                .iter()
                .filter(|id| matches!(state.current(id), Current::Conflict(_)))
                .count();
            let completed = state.completed.contains(&section.id);
            let all = answered == asked.len();
            let status = match (asked.is_empty(), completed, all, begun) {
                (true, _, _, _) => SectionStatus::NotAsked,
                (_, true, true, _) => SectionStatus::Completed,
                (_, true, false, _) => SectionStatus::ToReview,
                (_, false, true, _) => SectionStatus::AllAnswered,
                (_, false, false, true) => SectionStatus::InProgress,
                (_, false, false, false) => SectionStatus::NotStarted,
            };
            SectionProgress {
                section: section.id.clone(),
                asked,
                answered,
                conflicts,
                completed,
                status,
            }
        })
        .collect()
}
