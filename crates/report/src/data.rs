//! The data of a report: everything that its pages say, as plain values.
//!
//! This is what the report is made from and what it carries along as
//! `assessment.json`, in canonical JSON (RFC 8785). It is complete: the same pages
//! can be made from it again, without the dossier and without the questionnaire.
//! Texts of the questionnaire are in the language of the report; what people
//! typed is as they typed it.

mod committee;
mod conclusion;
mod deliberation;
mod follow_up;
mod questions;
mod signers;

use assessment::report_style::ReportStyle;
use assessment::standing::Status;
use assessment::{EventId, Head, Moment, Subject};
use jiff::civil::Date;
use questionnaire::{Language, QuestionId, ReferenceId, Verified};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::edition::Edition;
use crate::private::Private;

pub use committee::{
    AttendanceData, CommitteeData, MeetingsData, MemberData, MovementData, SessionData,
    TakeHomeData, TopicData,
};
pub use conclusion::{
    AdviceData, ConclusionData, ConditionData, DecisionData, InterestData, ResidualRiskData,
};
pub use deliberation::{BallotData, CommentData, PositionData, PositionsData, RoundData, StepData};
pub use follow_up::{ActionData, FindingData, FollowUpData, MeasureData, OpinionData, RiskData};
pub use questions::{AnswerData, EvidenceData, GivenData, QuestionData, SectionData, Standing};
pub use signers::{DeclaredData, Needed, SignerData};

/// The form of the data that this program writes and reads.
pub const FORMAT: &str = "verantwoord-report/1";

/// The program that makes the pages, with its version.
pub const MADE_BY: &str = concat!("Verantwoord ", env!("CARGO_PKG_VERSION"));

/// The data of a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportData {
    /// Always [`FORMAT`].
    pub format: String,
    /// The version of the program that made the pages. Another version may draw the
    /// same data differently.
    pub made_by: String,
    /// Which edition the pages are.
    pub edition: Edition,
    /// The language of the pages.
    pub language: Language,
    /// The language that the committee works in and so, mostly, types in.
    pub written_in: Language,
    /// When the last change was made that the report takes in, by the clock of the
    /// machine it was made on.
    pub as_of: Moment,
    /// Which state of which dossier it shows.
    pub dossier: DossierMark,
    /// Whose report it is.
    pub organisation: OrganisationData,
    /// What the committee is.
    pub committee: CommitteeData,
    /// Who the committee is, in the order they joined.
    pub members: Vec<MemberData>,
    /// What was assessed.
    pub subject: Subject,
    /// Which assessment.
    pub assessment: AssessmentData,
    /// With which questionnaire.
    pub questionnaire: QuestionnaireData,
    /// What the profile switched on, in words.
    pub profile: Vec<String>,
    /// What the rules make of it.
    pub results: ResultsData,
    /// Every section with a question that was asked, in order.
    pub sections: Vec<SectionData>,
    /// What follows from the answers.
    pub follow_up: FollowUpData,
    /// What came of it.
    pub conclusion: ConclusionData,
    /// When the committee met, and what it left for later.
    pub meetings: MeetingsData,
    /// The service promises.
    pub promises: Vec<PromiseData>,
    /// The references that the questions asked rest on.
    pub references: Vec<ReferenceData>,
    /// What is expected to change in law and norms.
    pub watch: Vec<WatchData>,
    /// Who was asked to sign, in order, and what they declared.
    pub signers: Vec<SignerData>,
    /// How the pages look, and what the organisation adds to them.
    pub style: ReportStyle,
}

impl ReportData {
    /// How the organisation calls itself on the pages.
    #[must_use]
    pub fn organisation_name(&self) -> &str {
        self.style.name.as_ref().unwrap_or(&self.organisation.name)
    }

    /// Every question that was asked, in order.
    pub fn questions(&self) -> impl Iterator<Item = &QuestionData> {
        self.sections.iter().flat_map(|section| &section.questions)
    }
}

/// The data as the report carries it: canonical JSON (RFC 8785).
///
/// # Errors
/// A number that JSON cannot hold; the rules compute none.
pub fn canonical(data: &ReportData) -> Result<Vec<u8>, serde_json::Error> {
    serde_json_canonicalizer::to_vec(data)
}

/// No text of a report is longer, in bytes. Setting one word takes a hundred times its size.
const LONGEST_STRING: usize = 1 << 20;

/// Reads data that a report carries. Anything that is not exactly the canonical form
/// of known fields is refused, so that equal data is equal bytes.
///
/// # Errors
/// Where it is not the data of a report.
pub fn read(json: &[u8]) -> Result<ReportData, serde_json::Error> {
    use serde::de::Error;

    if longest_string(json) > LONGEST_STRING {
        return Err(Error::custom("a text is too long for any dossier"));
    }
    let data: ReportData = serde_json::from_slice(json)?;
    if data.format != FORMAT {
        return Err(Error::custom(format!("the format is {}", data.format)));
    }
    if canonical(&data)? != json {
        return Err(Error::custom("it is not in canonical form"));
    }
    Ok(data)
}

/// The most bytes between two quotes, however they are escaped.
fn longest_string(json: &[u8]) -> usize {
    let mut longest = 0;
    let mut begun = None;
    let mut escaped = false;
    for (at, byte) in json.iter().enumerate() {
        match (begun, byte) {
            _ if escaped => escaped = false,
            (Some(_), b'\\') => escaped = true,
            (Some(from), b'"') => {
                longest = longest.max(at - from);
                begun = None;
            }
            (None, b'"') => begun = Some(at),
            _ => {}
        }
    }
    longest
}

/// A state of a dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DossierMark {
    /// The fingerprint over all events, hexadecimal.
    pub fingerprint: String,
    /// How many events it had.
    pub events: u64,
    /// Where its chains ended: by these the state is found again after a merge.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub heads: Vec<Head>,
}

/// Whose report it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OrganisationData {
    /// Its name.
    pub name: String,
    /// Its branch.
    pub sector: String,
    /// What it does.
    pub description: String,
    /// Whom to reach about the report.
    pub contact: Private<String>,
}

/// Which assessment it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssessmentData {
    /// Its identity in the dossier.
    pub id: EventId,
    /// The date that decides which dated duties apply.
    pub date: Date,
    /// When it was started.
    pub started: Moment,
    /// What falls inside and what does not.
    pub scope: String,
    /// Where it stood when the report was made.
    pub status: Status,
    /// Why it was reopened since it was settled last; nothing when it was not, an
    /// empty text when that was by further work and without a word.
    pub reopened: Option<Private<String>>,
}

/// The questionnaire that was used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionnaireData {
    /// Which one.
    pub id: String,
    /// Its version.
    pub version: String,
    /// SHA-256 of its canonical JSON, hexadecimal.
    pub digest: String,
    /// Its title.
    pub title: String,
    /// What it is and is not.
    pub status: String,
    /// The state of the law that it describes.
    pub law_as_of: String,
    /// How to choose between yes, partly and no.
    pub answer_rule: String,
    /// The rules of scoring, in words.
    pub rules: Vec<String>,
    /// What a reader has to know about how it was made.
    pub notes: Vec<String>,
}

/// What the rules make of the answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResultsData {
    /// `red`, `amber` or `green`.
    pub verdict: Verdict,
    /// Whether questions are open, so that the verdict may change.
    pub provisional: bool,
    /// What the verdict means.
    pub meaning: String,
    /// What provisional means, while it is.
    pub provisional_meaning: String,
    /// Why it is this colour, in words.
    pub reasons: Vec<Private<ReasonData>>,
    /// How many questions of the assessment are asked.
    pub asked: u32,
    /// How many of them are settled.
    pub answered: u32,
    /// The total.
    pub total: ScoreData,
    /// Per section that is scored.
    pub sections: Vec<ScoreData>,
    /// A section below this score makes the verdict amber.
    pub section_amber_below: u8,
    /// Per service promise.
    pub promises: Vec<ScoreData>,
    /// The legal side.
    pub legal: LegalData,
    /// Key points that are missing.
    pub key_points: Vec<Private<QuestionId>>,
    /// Questions that are open.
    pub open: Vec<Private<QuestionId>>,
    /// Questions set aside as not applicable.
    pub not_applicable: Vec<Private<QuestionId>>,
    /// Active legal points answered *yes* on no evidence or on somebody's word.
    pub thin_evidence: Vec<Private<QuestionId>>,
    /// This assessment after the earlier ones of the same application, by date. Nothing
    /// when it is the first.
    pub trend: Vec<TrendData>,
}

/// An assessment among others of the same application.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TrendData {
    /// Its date.
    pub date: Date,
    /// Its verdict.
    pub verdict: Verdict,
    /// Its total; nothing when too few questions apply.
    pub total: Option<f64>,
    /// How many legal duties in force were not met.
    pub legal_open: u32,
}

/// A rule of the verdict that fired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReasonData {
    /// In words.
    pub text: String,
    /// The question that it is about, if it is about one.
    pub question: Option<QuestionId>,
}

/// The colour of the verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// A legal duty in force is not met.
    Red,
    /// There is work left.
    Amber,
    /// Nothing of the above.
    Green,
}

/// A score from 0 to 100.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScoreData {
    /// The section, the number of the promise, or `total`.
    pub id: String,
    /// Its name.
    pub label: String,
    /// With one decimal, halves up; nothing when too few questions apply.
    pub score: Option<f64>,
    /// How many scored questions count.
    pub questions: u32,
    /// Whether so many questions were not applicable that it must be said.
    pub many_not_applicable: bool,
}

/// Legal points: the questions that ask about a duty which counts here.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LegalData {
    /// All that count.
    pub active: Vec<QuestionId>,
    /// In force and not met.
    pub open: Vec<Private<QuestionId>>,
    /// In force and met in part.
    pub partly: Vec<Private<QuestionId>>,
    /// In force and unanswered.
    pub unknown: Vec<Private<QuestionId>>,
    /// Not yet in force and not met.
    pub upcoming: Vec<Private<QuestionId>>,
}

/// A service promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PromiseData {
    /// 1 to 7.
    pub number: u8,
    /// Its text.
    pub text: String,
    /// Whether the Dutch text is a working translation and not the sector's own.
    pub working_translation: bool,
    /// Where the text was found.
    pub source: String,
}

/// A reference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReferenceData {
    /// Its identity.
    pub id: ReferenceId,
    /// Its title.
    pub title: String,
    /// How the makers of the questionnaire know it.
    pub source: String,
    /// How far they could check it.
    pub verified: Verified,
    /// Since when, or from when, it applies.
    pub applies_from: Option<Date>,
    /// Where it can be read.
    pub url: Option<String>,
    /// What to keep in mind.
    pub note: String,
}

/// Something that is expected to change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WatchData {
    /// What.
    pub item: String,
    /// When.
    pub expected: String,
}
