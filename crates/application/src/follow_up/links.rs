//! How what follows from the answers hangs together: things found by their identity, and the
//! questions, findings and risks that one names.

use std::collections::BTreeSet;
use std::str::FromStr;

use assessment::state::{ActionState, FollowUp, Recorded, Register, standing};
use assessment::{ActionId, AssessmentId, Change, FindingId, Moment, RiskId};
use questionnaire::QuestionId;

use crate::Application;
use crate::assessed::Assessed;
use crate::files::label;
use crate::open::Open;
use crate::problem::{Fact, Problem};
use crate::typed;
use crate::view::{Changed, QuestionLink, Topic};
use crate::words::Words;

/// Something that was written down, with the assessment in which it was.
pub(super) type Found<'a, K, T> = (AssessmentId, K, &'a Recorded<T>);

impl Application {
    /// What stands in a register of some assessment under the identity that is given.
    pub(super) fn written<'a, K: FromStr + Ord + Copy + 'a, T>(
        &'a self,
        register: fn(&FollowUp) -> &Register<K, T>,
        given: &str,
        unknown: Unknown,
    ) -> Result<Found<'a, K, T>, Problem> {
        let refused = || unknown.refuse(given);
        let id: K = given.parse().map_err(|_| refused())?;
        let mut assessments = self.open()?.state().assessments.iter();
        assessments
            .find_map(|(assessment, held)| {
                let recorded = register(&held.follow_up).get(&id)?;
                (recorded.dropped.is_none()).then_some((*assessment, id, recorded))
            })
            .ok_or_else(refused)
    }

    /// The action item under the identity that is given.
    pub(super) fn action(
        &self,
        given: &str,
    ) -> Result<(AssessmentId, ActionId, &ActionState), Problem> {
        let refused = || Unknown::Action.refuse(given);
        let id: ActionId = given.parse().map_err(|_| refused())?;
        let mut assessments = self.open()?.state().assessments.iter();
        assessments
            .find_map(|(assessment, held)| {
                let action = held.follow_up.actions.get(&id)?;
                Some((*assessment, id, action))
            })
            .ok_or_else(refused)
    }

    /// Records a change of one assessment.
    pub(super) fn record_in(
        &mut self,
        assessment: AssessmentId,
        change: Change,
    ) -> Result<Changed, Problem> {
        self.record(change, vec![topic(assessment)])
    }

    /// Records a change of one assessment, unless it says what holds already.
    pub(super) fn record_if(
        &mut self,
        differs: bool,
        assessment: AssessmentId,
        change: Change,
    ) -> Result<Changed, Problem> {
        if differs {
            self.record_in(assessment, change)
        } else {
            Ok(self.changed(Vec::new()))
        }
    }
}

/// That everything about this assessment may have changed.
pub(super) fn topic(assessment: AssessmentId) -> Topic {
    Topic::Assessment {
        assessment: assessment.to_string(),
    }
}

/// What was asked for and is not there.
#[derive(Debug, Clone, Copy)]
pub(super) enum Unknown {
    Finding,
    Risk,
    Measure,
    Action,
    Opinion,
}

impl Unknown {
    pub(super) fn refuse(self, given: &str) -> Problem {
        let given = label(given);
        match self {
            Self::Finding => Fact::UnknownFinding { given }.about("finding"),
            Self::Risk => Fact::UnknownRisk { given }.about("risk"),
            Self::Measure => Fact::UnknownMeasure { given }.about("measure"),
            Self::Action => Fact::UnknownAction { given }.about("action"),
            Self::Opinion => Fact::UnknownOpinion { given }.about("opinion"),
        }
    }
}

impl Assessed<'_> {
    /// The questions that are named, each one of the questionnaire.
    pub(super) fn named_questions(
        &self,
        given: &[String],
    ) -> Result<BTreeSet<QuestionId>, Problem> {
        let named = given
            .iter()
            .map(|given| Ok(self.question(given)?.id.clone()));
        named.collect()
    }

    /// The findings that are named, each one that stands in this assessment.
    pub(super) fn named_findings(&self, given: &[String]) -> Result<BTreeSet<FindingId>, Problem> {
        named(&self.state.follow_up.findings, given, Unknown::Finding)
    }

    /// The risks that are named, each one that stands in this assessment.
    pub(super) fn named_risks(&self, given: &[String]) -> Result<BTreeSet<RiskId>, Problem> {
        named(&self.state.follow_up.risks, given, Unknown::Risk)
    }

    /// The links to questions, in the order of the questionnaire.
    pub(super) fn links<'q>(
        &self,
        questions: impl IntoIterator<Item = &'q QuestionId>,
    ) -> Vec<QuestionLink> {
        let wanted: BTreeSet<&QuestionId> = questions.into_iter().collect();
        self.questionnaire
            .questions()
            .filter(|question| wanted.contains(&question.id))
            .map(|question| self.question_link(question))
            .collect()
    }

    /// The texts of findings that stand.
    pub(super) fn finding_texts(&self, wanted: &BTreeSet<FindingId>) -> Vec<String> {
        let all = standing(&self.state.follow_up.findings).into_iter();
        let wanted = all.filter(|(id, _)| wanted.contains(id));
        wanted
            .map(|(_, finding)| finding.now.text.clone())
            .collect()
    }

    /// The texts of risks that stand.
    pub(super) fn risk_texts(&self, wanted: &BTreeSet<RiskId>) -> Vec<String> {
        let all = standing(&self.state.follow_up.risks).into_iter();
        let wanted = all.filter(|(id, _)| wanted.contains(id));
        wanted.map(|(_, risk)| risk.now.text.clone()).collect()
    }
}

fn named<K: FromStr + Ord + Copy, T>(
    register: &Register<K, T>,
    given: &[String],
    unknown: Unknown,
) -> Result<BTreeSet<K>, Problem> {
    let stands = |id: &K| register.get(id).is_some_and(|it| it.dropped.is_none());
    let named = given.iter().map(|given| {
        let id = given.parse().ok().filter(stands);
        id.ok_or_else(|| unknown.refuse(given))
    });
    named.collect()
}

/// A date that may be left out.
pub(super) fn date_or_none(
    given: Option<&str>,
    field: &'static str,
) -> Result<Option<jiff::civil::Date>, Problem> {
    let given = given.map(str::trim).filter(|given| !given.is_empty());
    given.map(|given| typed::date(given, field)).transpose()
}

/// When and by whom something was written down, for reading.
pub(super) fn written_down(
    open: &Open,
    words: Words,
    at: Moment,
    actor: assessment::Actor,
) -> String {
    let arguments = [
        ("at", words.moment(at).into()),
        ("who", open.who(actor, words).into()),
    ];
    words.format("application-saved", &arguments)
}
