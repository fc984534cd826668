//! The results: verdict, scores, legal gaps and why.

use serde::Serialize;
use ts_rs::TS;

/// The results of an assessment as it stands.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ResultsPage {
    /// The AI application's name.
    pub subject: String,
    /// The date that decides which dated duties apply, for reading.
    pub date: String,
    /// The colour.
    pub verdict: VerdictView,
    /// All scores together.
    pub total: ScoreView,
    /// A score for each section that is scored.
    pub sections: Vec<ScoreView>,
    /// A score for each service promise.
    pub promises: Vec<ScoreView>,
    /// Legal gaps and unknown legal points.
    pub legal: LegalView,
    /// Missing key points.
    pub key_points: Vec<PointView>,
    /// Questions still open.
    pub open: Vec<PointView>,
    /// Questions set aside as not applicable, with their reasons.
    pub not_applicable: Vec<PointView>,
    /// How many active legal points are answered yes on little or no evidence.
    pub thin_evidence: Vec<PointView>,
    /// What the evidence rule says, in words.
    pub evidence_note: String,
    /// How the figures come about, in words.
    pub method: Vec<String>,
}

/// The verdict.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct VerdictView {
    /// `red`, `amber` or `green`.
    pub colour: String,
    /// The colour in words.
    pub label: String,
    /// Whether questions are open, so that it may change.
    pub provisional: bool,
    /// What it means and what it does not.
    pub text: String,
    /// What provisional means, when it is.
    pub provisional_text: Option<String>,
    /// Why it is this colour, one rule a line.
    pub reasons: Vec<String>,
}

/// A score and what it is made of.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ScoreView {
    /// The section, the promise's number, or `total`.
    pub id: String,
    /// Its name.
    pub label: String,
    /// 0 to 100, unrounded enough for drawing; nothing when too few questions apply.
    pub value: Option<f64>,
    /// With one decimal, as the locale writes it; or in words that it is not shown.
    pub text: String,
    /// How many questions count.
    pub questions: u32,
    /// What to say beside it: too few questions, many not applicable.
    pub remark: Option<String>,
    /// What each answer contributes.
    pub contributions: Vec<ContributionView>,
}

/// What one answer contributes to a score.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ContributionView {
    /// Identity.
    pub question: String,
    /// The question.
    pub text: String,
    /// The answer in words.
    pub answer: String,
    /// Its weight.
    pub weight: u8,
    /// What the answer is worth, 0 to 1, as the locale writes it.
    pub score: String,
    /// Weight times worth, as the locale writes it.
    pub points: String,
}

/// The legal side, never averaged away.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LegalView {
    /// Duties in force that are not met.
    pub open: Vec<PointView>,
    /// Duties in force that are met in part.
    pub partly: Vec<PointView>,
    /// Duties in force about which nothing is known.
    pub unknown: Vec<PointView>,
    /// Duties to come that are not met yet.
    pub upcoming: Vec<PointView>,
    /// How many legal points count here.
    pub active: u32,
}

/// A question as a point in a list.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PointView {
    /// Identity.
    pub question: String,
    /// The question.
    pub text: String,
    /// The section it belongs to.
    pub section: String,
    /// What to say: the reason, the date, the first step.
    pub detail: Option<String>,
    /// From when the duty applies, for reading.
    pub applies_from: Option<String>,
    /// Titles of the references.
    pub references: Vec<String>,
}
