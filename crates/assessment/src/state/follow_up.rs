//! What follows from the answers: findings, risks, measures, actions, and the voices
//! from outside, with the files that go with them.

use std::collections::BTreeMap;

use super::register::{Recorded, Register};
use super::{AssessmentState, State};
use crate::advice::Opinion;
use crate::answer::Evidence;
use crate::change::Change;
use crate::event::{
    ActionId, Actor, AssessmentId, Event, EventId, EvidenceId, FindingId, MeasureId, OpinionId,
    RiskId,
};
use crate::finding::{
    ActionItem, ActionStatus, Cause, DocumentOf, Finding, Measure, Progress, Risk,
};
use crate::moment::Moment;

/// What follows from the answers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FollowUp {
    /// The findings.
    pub findings: Register<FindingId, Finding>,
    /// The proposals that the committee did not follow.
    pub dismissed: BTreeMap<Cause, Dismissal>,
    /// The risks.
    pub risks: Register<RiskId, Risk>,
    /// The measures.
    pub measures: Register<MeasureId, Measure>,
    /// The action items.
    pub actions: BTreeMap<ActionId, ActionState>,
    /// The opinions from outside.
    pub opinions: Register<OpinionId, Opinion>,
    /// The files that were added to actions and opinions.
    pub documents: BTreeMap<EvidenceId, Document>,
}

/// Why a proposal was not followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dismissal {
    /// The event.
    pub event: EventId,
    /// When.
    pub at: Moment,
    /// Why.
    pub reason: String,
}

/// An action item, and how far it is.
#[derive(Debug, Clone, PartialEq)]
pub struct ActionState {
    /// What is to be done, by whom and when.
    pub planned: Recorded<ActionItem>,
    /// What was said of its progress, oldest first. The last counts.
    pub progress: Vec<NotedProgress>,
}

/// What was said of the progress of an action, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotedProgress {
    /// The event.
    pub event: EventId,
    /// When.
    pub at: Moment,
    /// Who wrote it down.
    pub actor: Actor,
    /// What was said.
    pub progress: Progress,
}

/// A file that goes with an action or an opinion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// With which.
    pub of: DocumentOf,
    /// When it was added.
    pub at: Moment,
    /// The file.
    pub evidence: Evidence,
}

impl ActionState {
    /// How far it is.
    pub fn status(&self) -> ActionStatus {
        self.progress
            .last()
            .map_or(ActionStatus::Open, |noted| noted.progress.status)
    }

    /// When it was closed, if it is.
    pub fn closed(&self) -> Option<Moment> {
        let last = self.progress.last()?;
        last.progress.status.is_closed().then_some(last.at)
    }
}

impl FollowUp {
    /// The action items in the order they were planned.
    pub fn actions_in_order(&self) -> Vec<(ActionId, &ActionState)> {
        let mut actions: Vec<_> = self.actions.iter().map(|(id, it)| (*id, it)).collect();
        actions.sort_by_key(|(_, state)| state.planned.order);
        actions
    }

    /// The files that go with an action or an opinion, in no order that means anything.
    pub fn documents_of(&self, of: DocumentOf) -> impl Iterator<Item = (EvidenceId, &Document)> {
        self.documents
            .iter()
            .filter(move |(_, document)| document.of == of)
            .map(|(id, document)| (*id, document))
    }

    pub(super) fn apply(&mut self, event: &Event, change: &Change, order: u64) {
        match change {
            Change::FindingRecorded { finding, .. } => {
                let recorded = Recorded::new(finding.clone(), event, order);
                self.findings.insert(FindingId(event.id), recorded);
            }
            Change::FindingRevised { finding, now, .. } => {
                revise(&mut self.findings, finding, now, order);
            }
            Change::FindingDropped {
                finding, reason, ..
            } => drop_from(&mut self.findings, finding, event, reason),
            Change::ProposalDismissed { cause, reason, .. } => {
                let dismissal = Dismissal {
                    event: event.id,
                    at: event.at,
                    reason: reason.clone(),
                };
                self.dismissed.insert(cause.clone(), dismissal);
            }
            Change::RiskRecorded { risk, .. } => {
                let recorded = Recorded::new(risk.clone(), event, order);
                self.risks.insert(RiskId(event.id), recorded);
            }
            Change::RiskRevised { risk, now, .. } => revise(&mut self.risks, risk, now, order),
            Change::RiskDropped { risk, reason, .. } => {
                drop_from(&mut self.risks, risk, event, reason);
            }
            Change::MeasureRecorded { measure, .. } => {
                let recorded = Recorded::new(measure.clone(), event, order);
                self.measures.insert(MeasureId(event.id), recorded);
            }
            Change::MeasureRevised { measure, now, .. } => {
                revise(&mut self.measures, measure, now, order);
            }
            Change::MeasureDropped {
                measure, reason, ..
            } => drop_from(&mut self.measures, measure, event, reason),
            Change::OpinionRecorded { opinion, .. } => {
                let recorded = Recorded::new(opinion.clone(), event, order);
                self.opinions.insert(OpinionId(event.id), recorded);
            }
            Change::OpinionRevised { opinion, now, .. } => {
                revise(&mut self.opinions, opinion, now, order);
            }
            Change::OpinionDropped {
                opinion, reason, ..
            } => drop_from(&mut self.opinions, opinion, event, reason),
            Change::ActionPlanned { action, .. } => {
                let planned = ActionState {
                    planned: Recorded::new(action.clone(), event, order),
                    progress: Vec::new(),
                };
                self.actions.insert(ActionId(event.id), planned);
            }
            Change::ActionRevised { action, now, .. } => {
                if let Some(state) = self.actions.get_mut(action) {
                    state.planned.revise(now.clone(), order);
                }
            }
            Change::ActionProgressed {
                action, progress, ..
            } => {
                if let Some(state) = self.actions.get_mut(action) {
                    state.progress.push(NotedProgress {
                        event: event.id,
                        at: event.at,
                        actor: event.actor,
                        progress: progress.clone(),
                    });
                }
            }
            Change::DocumentAttached { of, evidence, .. } => {
                let document = Document {
                    of: *of,
                    at: event.at,
                    evidence: evidence.clone(),
                };
                self.documents.insert(EvidenceId(event.id), document);
            }
            _ => {}
        }
    }
}

fn revise<K: Ord, T: Clone>(register: &mut Register<K, T>, id: &K, now: &T, order: u64) {
    if let Some(recorded) = register.get_mut(id) {
        recorded.revise(now.clone(), order);
    }
}

fn drop_from<K: Ord, T>(register: &mut Register<K, T>, id: &K, event: &Event, reason: &str) {
    if let Some(recorded) = register.get_mut(id) {
        recorded.drop(event, reason);
    }
}

impl State {
    /// The action items of earlier assessments of the same application that are not
    /// closed: an assessment begins with them. In the order they were planned, each
    /// with the assessment that it comes from.
    pub fn carried_over(&self, to: AssessmentId) -> Vec<(AssessmentId, ActionId, &ActionState)> {
        let Some(later) = self.assessments.get(&to) else {
            return Vec::new();
        };
        let earlier =
            |state: &AssessmentState| state.subject == later.subject && state.order < later.order;
        let mut open: Vec<_> = self
            .assessments
            .iter()
            .filter(|(_, state)| earlier(state))
            .flat_map(|(id, state)| {
                let actions = state.follow_up.actions.iter();
                actions.map(|(action, state)| (*id, *action, state))
            })
            .filter(|(_, _, action)| !action.status().is_closed())
            .collect();
        open.sort_by_key(|(_, _, action)| action.planned.order);
        open
    }
}
