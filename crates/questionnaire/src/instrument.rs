//! The instrument as a whole: its sections, promises, references, rules and texts.
//!
//! These types are the format of the file as well: the JSON Schema is generated from them, and what
//! it says is what the parser enforces. Rules that span several items are in [`crate::parse`].

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Condition, DutyHolderId, EvidenceStrength, Flag, Localised, ObligationLevel, Question,
    QuestionId, QuestionKind, QuestionnaireId, ReferenceId, RoleId, SectionId,
};

/// A published questionnaire at one version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Questionnaire {
    /// The version of the file format.
    #[schemars(range(min = 1, max = 1))]
    pub format: u8,
    /// Its id over all versions.
    pub id: QuestionnaireId,
    /// Its version, as in semantic versioning; the first two numbers are its edition.
    #[schemars(regex(pattern = r"^[0-9]+\.[0-9]+\.[0-9]+(-[a-z0-9.]+)?$"))]
    pub version: String,
    /// Its title.
    pub title: Localised,
    /// What it is and is not: its standing in law and towards the sector.
    pub status: Localised,
    /// The day on which it was published.
    #[schemars(with = "String", extend("format" = "date"))]
    pub date: Date,
    /// The state of the law that it describes.
    pub law_as_of: Localised,
    /// What a reader has to know about how it was made.
    pub notes: Vec<Localised>,
    /// How to choose between yes, partly and no.
    pub answer_rule: Localised,
    /// Labels of the answers that many questions share.
    pub labels: AnswerLabels,
    /// What each level of obligation means.
    pub obligations: ObligationTexts,
    /// The parties that legal duties bind.
    pub duty_holders: Vec<DutyHolder>,
    /// The roles that are suggested with questions.
    pub roles: Vec<Role>,
    /// The promises that the questions serve.
    pub promises: Vec<ServicePromise>,
    /// Flags that follow from other flags, computed in this order.
    #[schemars(length(max = 500))]
    pub derived_flags: Vec<DerivedFlag>,
    /// Flags that no question depends on; they are shown in the profile.
    pub informational_flags: Vec<Flag>,
    /// The numbers and rules behind scores and verdict.
    pub scoring: Scoring,
    /// What each verdict means.
    pub verdict_texts: VerdictTexts,
    /// The short way through the questionnaire.
    pub quick_scan: QuickScan,
    /// Changes in law or norms that are on their way.
    pub watch: Vec<WatchItem>,
    /// The sections in order; the first holds the intake.
    #[schemars(length(min = 1))]
    pub sections: Vec<Section>,
    /// What the questions rest on.
    pub references: Vec<Reference>,
    /// Words explained.
    pub glossary: Vec<Term>,
}

impl Questionnaire {
    /// The version of the file format that this crate reads.
    pub const FORMAT: u8 = 1;

    /// The edition: the first two numbers of the version, `1.0` for `1.0.0-draft`.
    #[must_use]
    pub fn edition(&self) -> &str {
        edition_of(&self.version)
    }

    /// The name by which an edition is asked for: `customer-contact-ai@1.0`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}@{}", self.id, self.edition())
    }

    /// All questions in the order in which they are asked, intake first.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    /// The question with this id.
    #[must_use]
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions().find(|question| question.id == *id)
    }

    /// The section that holds the question with this id.
    #[must_use]
    pub fn section_of(&self, id: &QuestionId) -> Option<&Section> {
        self.sections
            .iter()
            .find(|section| section.questions.iter().any(|question| question.id == *id))
    }

    /// The section with this id.
    #[must_use]
    pub fn section(&self, id: &SectionId) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == *id)
    }

    /// The promise with this number.
    #[must_use]
    pub fn promise(&self, nr: u8) -> Option<&ServicePromise> {
        self.promises.iter().find(|promise| promise.nr == nr)
    }

    /// The reference with this id.
    #[must_use]
    pub fn reference(&self, id: &ReferenceId) -> Option<&Reference> {
        self.references.iter().find(|reference| reference.id == *id)
    }

    /// The role with this id.
    #[must_use]
    pub fn role(&self, id: &RoleId) -> Option<&Role> {
        self.roles.iter().find(|role| role.id == *id)
    }

    /// The duty holder with this id.
    #[must_use]
    pub fn duty_holder(&self, id: &DutyHolderId) -> Option<&DutyHolder> {
        self.duty_holders.iter().find(|holder| holder.id == *id)
    }
}

/// The first two numbers of a version.
pub(crate) fn edition_of(version: &str) -> &str {
    match version.match_indices('.').nth(1) {
        Some((end, _)) => version.get(..end).unwrap_or(version),
        None => version,
    }
}

/// A theme of the questionnaire with its questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Section {
    /// Its id.
    pub id: SectionId,
    /// Its title.
    pub title: Localised,
    /// What it is about and why, to be read before its questions.
    pub introduction: Localised,
    /// Its questions in order.
    pub questions: Vec<Question>,
}

impl Section {
    /// Whether the section holds questions that judge, rather than describe, the application.
    #[must_use]
    pub fn has_assessment(&self) -> bool {
        self.questions
            .iter()
            .any(|question| question.kind() == QuestionKind::Assessment)
    }
}

/// A promise of the sector to customers and employees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ServicePromise {
    /// Its number.
    #[schemars(range(min = 1, max = 7))]
    pub nr: u8,
    /// Its text.
    pub text: Localised,
    /// Whose words the Dutch text is.
    pub dutch_text: DutchText,
    /// Where the English text was found.
    pub source: String,
}

/// Whose words a Dutch text is. Screens and reports that show a working translation have to say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DutchText {
    /// The sector's own words, letter for letter.
    Verbatim,
    /// Translated by the makers of the questionnaire; not the sector's own words.
    WorkingTranslation,
}

/// A law, standard, code or statement that questions rest on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Reference {
    /// Its id.
    pub id: ReferenceId,
    /// Its title.
    pub title: Localised,
    /// What sort of source it is.
    pub kind: ReferenceKind,
    /// Where it can be read, if a stable address is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// How the makers of the questionnaire know it.
    pub source: Localised,
    /// How far they could check it.
    pub verified: Verified,
    /// Since when, or from when, it applies; absent where that has no single answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub applies_from: Option<Date>,
    /// What to keep in mind when relying on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Localised>,
}

/// The sort of source that a reference is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ReferenceKind {
    /// Binding law or case law.
    Law,
    /// A code of the sector.
    SectorCode,
    /// A published opinion of the sector.
    SectorPosition,
    /// A public statement of a supervisor.
    SupervisorStatement,
    /// Guidance of a supervisor.
    SupervisorGuidance,
    /// A published standard.
    Standard,
    /// Another norm.
    Norm,
}

/// How far a reference was checked against its source.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Verified {
    /// The source was found and read.
    Found,
    /// Found in part, or at second hand.
    Part,
    /// General knowledge, not checked.
    General,
}

/// A flag that follows from other flags.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct DerivedFlag {
    /// The flag that is set.
    pub flag: Flag,
    /// When it is set.
    pub when: Condition,
    /// What it means.
    pub label: Localised,
}

/// Labels of the answers that many questions share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct AnswerLabels {
    /// The levels of maturity, from 0 to 4.
    pub maturity: [Localised; 5],
    /// Yes.
    pub yes: Localised,
    /// Partly.
    pub partly: Localised,
    /// No.
    pub no: Localised,
    /// Not applicable.
    pub not_applicable: Localised,
    /// Not yet known.
    pub not_yet_known: Localised,
    /// The strengths of evidence, from 0 to 3.
    pub evidence_strength: [Localised; 4],
}

impl AnswerLabels {
    /// The label of a strength of evidence.
    #[must_use]
    pub const fn evidence_strength(&self, strength: EvidenceStrength) -> &Localised {
        let [none, stated, documented, checked] = &self.evidence_strength;
        match strength {
            EvidenceStrength::None => none,
            EvidenceStrength::Stated => stated,
            EvidenceStrength::Documented => documented,
            EvidenceStrength::Checked => checked,
        }
    }
}

/// What each level of obligation means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ObligationTexts {
    /// The law.
    pub must: Localised,
    /// A norm.
    pub should: Localised,
    /// Good practice.
    pub could: Localised,
    /// Profile.
    pub info: Localised,
}

impl ObligationTexts {
    /// What `level` means.
    #[must_use]
    pub const fn get(&self, level: ObligationLevel) -> &Localised {
        match level {
            ObligationLevel::Must => &self.must,
            ObligationLevel::Should => &self.should,
            ObligationLevel::Could => &self.could,
            ObligationLevel::Info => &self.info,
        }
    }
}

/// A party that a legal duty binds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct DutyHolder {
    /// Its id.
    pub id: DutyHolderId,
    /// Its name.
    pub name: Localised,
}

/// A role that can help to answer a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Role {
    /// Its id.
    pub id: RoleId,
    /// Its name.
    pub name: Localised,
}

/// The numbers behind scores and verdict, and the rules in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Scoring {
    /// How many scored questions have to apply before a score is shown.
    pub minimum_to_show: MinimumToShow,
    /// Where amber begins.
    pub thresholds: Thresholds,
    /// Above this share of *not applicable*, in percent of the scored questions asked in a section,
    /// its score carries a warning.
    #[schemars(range(min = 0, max = 100))]
    pub not_applicable_warning_above_percent: u8,
    /// The weight that makes a question a key point.
    #[schemars(range(min = 1, max = 3))]
    pub key_point_weight: u8,
    /// The rules in words, for readers: what the program does is tested against worked cases.
    pub rules: Vec<Rule>,
}

/// How many scored questions have to apply before a score is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct MinimumToShow {
    /// For a section.
    pub section: u32,
    /// For a promise.
    pub promise: u32,
    /// For the total.
    pub total: u32,
}

/// Where amber begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Thresholds {
    /// A shown section score below this makes the verdict amber.
    #[schemars(range(min = 0, max = 100))]
    pub section_amber_below: u8,
    /// A shown total below this makes the verdict amber.
    #[schemars(range(min = 0, max = 100))]
    pub total_amber_below: u8,
    /// A duty that starts within this many days is near.
    #[schemars(range(min = 0, max = 36525))]
    pub upcoming_near_days: u32,
}

/// One rule of scoring in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Rule {
    /// Its id, stable over versions.
    #[schemars(regex(pattern = r"^[a-z][a-z0-9_]*$"))]
    pub id: String,
    /// The rule.
    pub text: Localised,
}

/// What each verdict means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct VerdictTexts {
    /// Red.
    pub red: Localised,
    /// Amber.
    pub amber: Localised,
    /// Green.
    pub green: Localised,
    /// What is added while questions are open.
    pub provisional: Localised,
}

/// The short way through the questionnaire: no score and no colour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct QuickScan {
    /// Whether intake comes first.
    pub intake: bool,
    /// The questions, in order.
    pub questions: Vec<QuestionId>,
}

/// A change in law or norms that is on its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct WatchItem {
    /// What is coming.
    pub item: Localised,
    /// What is known about when.
    pub expected: Localised,
    /// The sections that it touches.
    pub sections: Vec<SectionId>,
    /// What has to change in the questionnaire when it arrives, where that is already known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub then: Option<Localised>,
}

/// A word explained.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Term {
    /// The word.
    pub term: Localised,
    /// What it means here.
    pub definition: Localised,
    /// Other words for it, in either language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// What the explanation is based on.
    pub source: Localised,
}
