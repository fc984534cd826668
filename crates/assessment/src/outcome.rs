//! What a set of answers adds up to: scores, legal points, verdict.
//!
//! One pure function from questionnaire, answers and date to an [`Outcome`] in which every number
//! carries the answers it was made of. Scores never soften a legal gap: the two are computed and
//! reported apart. Nothing is rounded before it is shown, nothing depends on the order in which
//! answers were given, and evidence changes neither score nor colour.

mod legal;
mod quick_scan;
mod scores;
mod verdict;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use questionnaire::{
    EvidenceStrength, Flag, Question, QuestionId, QuestionKind, Questionnaire, Score, Value,
};
use serde::Serialize;

pub use legal::{Legal, LegalPoint, LegalStanding};
pub use quick_scan::QuickScanOutcome;
pub use scores::{Contribution, Points, PromiseOutcome, SectionOutcome, ShownScore, Tally};
pub use verdict::{Colour, Verdict, VerdictReason};

/// An answer as far as the outcome depends on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// What was answered.
    pub value: Value,
    /// How well it is supported; nothing said counts as no evidence.
    pub evidence_strength: Option<EvidenceStrength>,
}

impl From<Value> for Judged {
    fn from(value: Value) -> Self {
        Self {
            value,
            evidence_strength: None,
        }
    }
}

/// What the answers add up to on a date. All lists are in the order of the questionnaire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// The date that decides which dated duties apply.
    pub date: Date,
    /// The flags that intake set.
    pub intake_flags: BTreeSet<Flag>,
    /// The flags that follow from those.
    pub derived_flags: Vec<Flag>,
    /// The intake questions that are asked.
    pub intake: Vec<QuestionId>,
    /// The intake questions among them that are open.
    pub intake_open: Vec<QuestionId>,
    /// The assessment questions that are asked.
    pub asked: Vec<QuestionId>,
    /// Those with an answer, *not applicable* included.
    pub answered: Vec<QuestionId>,
    /// Those without an answer or *not yet known*.
    pub open: Vec<QuestionId>,
    /// Those that do not apply.
    pub not_applicable: Vec<QuestionId>,
    /// Questions with an answer that are not asked now: kept, and left out of every number.
    pub ignored: Vec<QuestionId>,
    /// The score of each section with assessment questions.
    pub sections: Vec<SectionOutcome>,
    /// The score of each promise. A question may serve several, so these must not be added up.
    pub promises: Vec<PromiseOutcome>,
    /// The score over all questions, each counted once.
    pub total: Tally,
    /// The legal points, apart from every score.
    pub legal: Legal,
    /// Questions of the heaviest weight that were answered with nothing in place and are not
    /// already an open or upcoming legal gap.
    pub missing_key_points: Vec<QuestionId>,
    /// The colour and the rules that led to it.
    pub verdict: Verdict,
    /// What the quick scan shows.
    pub quick_scan: QuickScanOutcome,
}

impl Outcome {
    /// Whether the question is asked now, in intake or assessment.
    #[must_use]
    pub fn is_asked(&self, id: &QuestionId) -> bool {
        self.intake.contains(id) || self.asked.contains(id)
    }

    /// Whether the question is asked now and has an answer that settles it; *not yet known* does not.
    #[must_use]
    pub fn is_settled(&self, id: &QuestionId) -> bool {
        self.is_asked(id) && !self.open.contains(id) && !self.intake_open.contains(id)
    }
}

/// Computes what `answers` add up to on `date`.
///
/// An answer that its question does not accept counts as no answer, so that a damaged or outdated
/// value leaves a question open rather than deciding anything.
#[must_use]
pub fn evaluate(
    questionnaire: &Questionnaire,
    answers: &BTreeMap<QuestionId, Judged>,
    date: Date,
) -> Outcome {
    let valid: BTreeMap<&QuestionId, &Judged> = questionnaire
        .questions()
        .filter_map(|question| {
            let judged = answers.get(&question.id)?;
            question.accepts(&judged.value).ok()?;
            Some((&question.id, judged))
        })
        .collect();
    let value_of = |id: &QuestionId| valid.get(id).map(|judged| &judged.value);

    let flags = questionnaire.flags_by_origin(value_of);
    let all_flags = flags.all();
    let (intake, assessment): (Vec<&Question>, Vec<&Question>) = questionnaire
        .asked(value_of)
        .into_iter()
        .partition(|question| question.kind() == QuestionKind::Intake);
    let asked: Vec<AskedQuestion<'_>> = assessment
        .iter()
        .map(|&question| AskedQuestion::new(question, valid.get(&question.id).copied()))
        .collect();

    let legal = legal::legal(&asked, &all_flags, date, questionnaire.scoring.thresholds);
    let missing_key_points = missing_key_points(questionnaire, &asked, &legal);
    let sections = scores::by_section(questionnaire, &asked);
    let promises = scores::by_promise(questionnaire, &asked);
    let total = scores::total(questionnaire, &asked);
    let intake_open = ids(intake
        .iter()
        .copied()
        .filter(|question| is_open(value_of(&question.id))));
    let open = ids(asked
        .iter()
        .filter(|asked| asked.is_open())
        .map(|asked| asked.question));
    let provisional = !open.is_empty() || !intake_open.is_empty();
    let verdict = verdict::verdict(
        questionnaire.scoring.thresholds,
        &legal,
        &missing_key_points,
        &sections,
        &total,
        provisional,
    );
    let quick_scan = quick_scan::quick_scan(questionnaire, &asked, &legal, &missing_key_points);
    let intake = ids(intake);
    let asked_ids = ids(asked.iter().map(|asked| asked.question));

    Outcome {
        date,
        intake_flags: flags.intake,
        derived_flags: flags.derived,
        ignored: ignored(questionnaire, answers, &intake, &asked_ids),
        intake,
        intake_open,
        answered: ids(asked
            .iter()
            .filter(|asked| !asked.is_open())
            .map(|asked| asked.question)),
        open,
        not_applicable: ids(asked
            .iter()
            .filter(|asked| asked.is_not_applicable())
            .map(|asked| asked.question)),
        asked: asked_ids,
        sections,
        promises,
        total,
        legal,
        missing_key_points,
        verdict,
        quick_scan,
    }
}

/// An assessment question that is asked, with its answer if it has one.
struct AskedQuestion<'a> {
    question: &'a Question,
    judged: Option<&'a Judged>,
    /// What the answer is worth, whatever its weight.
    worth: Option<Score>,
}

impl<'a> AskedQuestion<'a> {
    fn new(question: &'a Question, judged: Option<&'a Judged>) -> Self {
        let worth = judged.and_then(|judged| question.answer.worth(&judged.value));
        Self {
            question,
            judged,
            worth,
        }
    }

    fn is_open(&self) -> bool {
        is_open(self.judged.map(|judged| &judged.value))
    }

    fn is_not_applicable(&self) -> bool {
        self.judged
            .is_some_and(|judged| judged.value == Value::NotApplicable)
    }
}

fn is_open(value: Option<&Value>) -> bool {
    value.is_none_or(Value::is_open)
}

fn ids<'a>(questions: impl IntoIterator<Item = &'a Question>) -> Vec<QuestionId> {
    questions
        .into_iter()
        .map(|question| question.id.clone())
        .collect()
}

fn missing_key_points(
    questionnaire: &Questionnaire,
    asked: &[AskedQuestion<'_>],
    legal: &Legal,
) -> Vec<QuestionId> {
    let gaps: BTreeSet<&QuestionId> = legal
        .open()
        .chain(legal.upcoming())
        .map(|point| &point.question)
        .collect();
    ids(asked
        .iter()
        .filter(|asked| asked.question.is_scored())
        .filter(|asked| asked.question.weight == questionnaire.scoring.key_point_weight)
        .filter(|asked| asked.worth == Some(Score::ZERO))
        .filter(|asked| !gaps.contains(&asked.question.id))
        .map(|asked| asked.question))
}

/// Answers to questions that are not asked now: in the order of the questionnaire, and after those
/// the answers to questions that this questionnaire does not have.
fn ignored(
    questionnaire: &Questionnaire,
    answers: &BTreeMap<QuestionId, Judged>,
    intake: &[QuestionId],
    asked: &[QuestionId],
) -> Vec<QuestionId> {
    let counted: BTreeSet<&QuestionId> = intake.iter().chain(asked).collect();
    let known: BTreeSet<&QuestionId> = questionnaire
        .questions()
        .map(|question| &question.id)
        .collect();
    let not_asked = questionnaire
        .questions()
        .map(|question| &question.id)
        .filter(|id| answers.contains_key(*id) && !counted.contains(*id));
    let unknown = answers.keys().filter(|id| !known.contains(id));
    not_asked.chain(unknown).cloned().collect()
}
