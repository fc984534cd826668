//! Where an assessment stands, how several of one application lie to each other, and the short way
//! through.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::input::inputs;
use super::super::{ActionView, AnswerState, Changed, PointView, QuestionLink};

/// Where an assessment stands, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StandingView {
    /// `concept`, `ready_to_sign`, `signed`, `adopted` or `withdrawn`.
    pub status: String,
    /// The same in words.
    pub label: String,
    /// Since when and by whom it was settled, and why, in words.
    pub since: Option<String>,
    /// When and why it was reopened, in words, if it was since it was settled last.
    pub reopened: Option<String>,
    /// What is missing, what is required first and the open questions of a section as one; nothing
    /// once it is settled.
    pub missing: Vec<MissingPoint>,
    /// How many of those are required.
    pub required: u32,
    /// What has been done in this assessment since a report of it was signed last, as sentences, the
    /// latest first.
    pub since_signed: Vec<String>,
    /// What came in from copies after it was adopted without it, as sentences, the latest first. It
    /// counts once the assessment is reopened.
    pub waiting: Vec<String>,
    /// Who was expected to sign the report that was signed last and has not.
    pub awaited: Vec<String>,
    /// The copies that are out, in words: what was done in them is not in it.
    pub copies_out: Vec<String>,
    /// Whether the organisation can make it its own now.
    pub can_adopt: bool,
    /// Whether it can be withdrawn now.
    pub can_withdraw: bool,
    /// Whether it can be reopened now.
    pub can_reopen: bool,
}

/// Something that is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MissingPoint {
    /// What, in words.
    pub text: String,
    /// Whether it can not be signed without.
    pub required: bool,
    /// Where to go.
    pub place: MissingPlace,
}

/// Where to go for something that is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MissingPlace {
    /// A question.
    Question {
        /// Which one.
        question: String,
    },
    /// A section.
    Section {
        /// Which one.
        section: String,
    },
    /// The committee.
    Committee,
    /// What the committee is for.
    Mandate,
    /// The organisation.
    Organisation,
    /// A session; without one, the list of sessions.
    Session {
        /// Which one.
        session: Option<String>,
    },
    /// A round of silent scores.
    Round {
        /// Which one.
        round: String,
    },
    /// Proposals, findings, risks and measures.
    Findings,
    /// The action items.
    Actions,
    /// The voices from outside.
    Opinions,
    /// The copies that were handed out.
    Copies,
    /// Advice and decision.
    Advice,
    /// The report.
    Report,
}

/// Assessments of one AI application side by side.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ComparisonPage {
    /// The AI application's name.
    pub subject: String,
    /// The assessments, by date. The first is compared with the last.
    pub assessments: Vec<ComparedAssessment>,
    /// Every question that one of them asks.
    pub questions: Vec<ComparedQuestion>,
    /// Every promise.
    pub promises: Vec<ComparedScore>,
    /// All scores together.
    pub total: ComparedScore,
    /// The legal gaps that were open in the first and are not in the last.
    pub gaps_closed: Vec<QuestionLink>,
    /// The legal gaps that were not open in the first and are in the last.
    pub gaps_opened: Vec<QuestionLink>,
    /// The action items closed since the first was started, in the order they were closed.
    pub actions_closed: Vec<ActionView>,
    /// How many action items were carried over to the last.
    pub actions_carried_over: u32,
    /// How many answers of the one before the last it could begin with.
    pub to_take_over: u32,
}

/// One of the assessments that are compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ComparedAssessment {
    /// Identity.
    pub id: String,
    /// Its date, for reading.
    pub date: String,
    /// The questionnaire's title and version.
    pub questionnaire: String,
    /// `red`, `amber` or `green`.
    pub colour: String,
    /// The colour in words.
    pub colour_label: String,
    /// Whether questions are open, so that it may change.
    pub provisional: bool,
    /// Where it stands, in words.
    pub standing: String,
    /// How many legal gaps are open.
    pub open_gaps: u32,
}

/// A question in each of the assessments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ComparedQuestion {
    /// The question.
    pub question: QuestionLink,
    /// `same`, `better`, `worse`, `otherwise`, `answered`, `opened`, `new` or `gone`: from the first
    /// to the last.
    pub change: String,
    /// The same in words.
    pub change_label: String,
    /// The answer in each assessment, in words; nothing where it is not asked.
    pub answers: Vec<Option<String>>,
    /// The consideration in each assessment.
    pub because: Vec<String>,
    /// Whether the last answer was taken over and not looked at since.
    pub taken_over: bool,
}

/// A score in each of the assessments.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ComparedScore {
    /// The promise's number, or `total`.
    pub id: String,
    /// Its name.
    pub label: String,
    /// 0 to 100 in each assessment, for drawing; nothing where too few questions apply.
    pub values: Vec<Option<f64>>,
    /// With one decimal, as the locale writes it; or in words that it is not shown.
    pub texts: Vec<String>,
    /// The difference between the first and the last, signed, as the locale writes it.
    pub difference: Option<String>,
}

/// Answers that were taken over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TakenOver {
    /// How many.
    pub answers: u32,
    /// What changed.
    pub changed: Changed,
}

/// The quick scan: a few questions that say most. Its answers are those of the full assessment.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct QuickScanPage {
    /// The AI application's name.
    pub subject: String,
    /// The questions of the profile, then its own questions that are asked now, in order.
    pub questions: Vec<QuickScanQuestion>,
    /// How many there are, without those of the profile.
    pub asked: u32,
    /// How many it asks at most: which of them apply is known once the profile is complete.
    pub most: u32,
    /// Of which settled.
    pub settled: u32,
    /// How many questions of the profile are open.
    pub profile_open: u32,
    /// How many minutes the rest is likely to take, with the most that can be asked.
    pub minutes_left: u32,
    /// The question that is next.
    pub next: Option<String>,
    /// The legal points among them that are not met.
    pub legal: Vec<PointView>,
    /// The legal points among them about which nothing is known yet.
    pub legal_unknown: Vec<PointView>,
    /// The missing key points among them.
    pub key_points: Vec<PointView>,
    /// What it shows and what it does not, in words.
    pub note: String,
    /// What it leaves out; nothing until the profile tells which questions apply.
    pub left_out: Option<QuickScanLeftOut>,
}

/// What the quick scan leaves to the full assessment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuickScanLeftOut {
    /// How many questions that apply here it does not ask.
    pub questions: u32,
    /// How many legal points that count here it does not ask about.
    pub legal: u32,
    /// The sections of which it asks nothing.
    pub sections: Vec<String>,
}

/// A question of the quick scan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuickScanQuestion {
    /// The question.
    pub question: QuestionLink,
    /// Whether it is one of the profile, which comes first.
    pub profile: bool,
    /// Where it stands.
    pub state: AnswerState,
    /// The answer in words, if there is one.
    pub answer: Option<String>,
    /// Whether it is a legal point here.
    pub legal: bool,
}

inputs! {
    /// An assessment that the organisation makes its own.
    AdoptAssessment {
        /// Which one.
        assessment: String,
        /// On which day: `2026-11-21`.
        date: String,
        /// By whom: a name, or the board.
        by: String,
        /// Why, when not everybody signed who was expected to.
        because: String,
    }
    /// An assessment that no longer counts.
    WithdrawAssessment {
        /// Which one.
        assessment: String,
        /// Why.
        reason: String,
    }
    /// An assessment that is taken up again.
    ReopenAssessment {
        /// Which one.
        assessment: String,
        /// Why.
        reason: String,
    }
    /// Assessments of one AI application to compare.
    CompareAssessments {
        /// Which ones: two or more.
        assessments: Vec<String>,
    }
    /// Answers to begin with.
    TakeOverAnswers {
        /// Of which assessment they are.
        from: String,
        /// To which assessment they go.
        to: String,
    }
}
