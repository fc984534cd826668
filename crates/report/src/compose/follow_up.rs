//! What follows from the answers, each thing with a mark of this report.

use std::collections::{BTreeMap, BTreeSet};

use assessment::deliberation::Matter;
use assessment::finding::DocumentOf;
use assessment::state::{ActionState, FollowUp, standing};
use assessment::{ActionId, AssessmentState, FindingId, RiskId};

use super::{Sources, deliberation, owner, questions};
use crate::data::{
    ActionData, EvidenceData, FindingData, FollowUpData, MeasureData, OpinionData, RiskData,
};
use crate::private::{Private, Salts};

/// By which mark this report names a finding or a risk.
pub(super) struct Marks {
    findings: BTreeMap<FindingId, String>,
    risks: BTreeMap<RiskId, String>,
}

impl Marks {
    /// Those of one assessment: what an action that was carried over was about before has
    /// no mark.
    pub(super) fn of(state: &AssessmentState) -> Self {
        let FollowUp {
            findings, risks, ..
        } = &state.follow_up;
        Marks {
            findings: marked('F', standing(findings).into_iter().map(|(id, _)| id)),
            risks: marked('R', standing(risks).into_iter().map(|(id, _)| id)),
        }
    }

    fn findings(&self, ids: &BTreeSet<FindingId>) -> Vec<String> {
        named(&self.findings, ids)
    }

    fn risks(&self, ids: &BTreeSet<RiskId>) -> Vec<String> {
        named(&self.risks, ids)
    }

    pub(super) fn risk(&self, id: RiskId) -> Option<String> {
        self.risks.get(&id).cloned()
    }
}

fn marked<K: Ord>(letter: char, ids: impl Iterator<Item = K>) -> BTreeMap<K, String> {
    ids.zip(1..)
        .map(|(id, number): (K, u32)| (id, format!("{letter}{number}")))
        .collect()
}

/// The marks, in the order of the marks; nothing for what was dropped since.
fn named<K: Ord>(marks: &BTreeMap<K, String>, ids: &BTreeSet<K>) -> Vec<String> {
    let mut named: Vec<String> = ids.iter().filter_map(|id| marks.get(id).cloned()).collect();
    named.sort_by_key(|mark| (mark.len(), mark.clone()));
    named
}

pub(super) fn follow_up(
    sources: &Sources<'_>,
    state: &AssessmentState,
    marks: &Marks,
    salts: &mut Salts,
) -> FollowUpData {
    let held = &state.follow_up;
    let mut findings = Vec::new();
    for (id, finding) in standing(&held.findings) {
        let data = FindingData {
            mark: marks.findings.get(&id).cloned().unwrap_or_default(),
            text: finding.now.text.clone(),
            questions: finding.now.questions.clone(),
            positions: deliberation::positions(sources, &Matter::Finding(id), salts),
        };
        findings.push(salts.seal(data));
    }
    let mut risks = Vec::new();
    for (id, risk) in standing(&held.risks) {
        risks.push(salts.seal(RiskData {
            mark: marks.risks.get(&id).cloned().unwrap_or_default(),
            text: risk.now.text.clone(),
            for_whom: risk.now.for_whom.clone(),
            findings: marks.findings(&risk.now.findings),
            before: risk.now.before,
            after: risk.now.after,
        }));
    }
    let mut measures = Vec::new();
    for ((_, measure), number) in standing(&held.measures).into_iter().zip(1_u32..) {
        let measure_owner = measure.now.owner.as_ref();
        let measure_owner = measure_owner.map(|it| owner(sources.state, it, salts));
        measures.push(salts.seal(MeasureData {
            mark: format!("M{number}"),
            text: measure.now.text.clone(),
            findings: marks.findings(&measure.now.findings),
            risks: marks.risks(&measure.now.risks),
            owner: measure_owner,
            due: measure.now.due,
            in_place_since: measure.now.in_place_since,
        }));
    }
    FollowUpData {
        findings,
        risks,
        measures,
        actions: actions(sources, state, marks, salts),
        opinions: standing(&held.opinions)
            .into_iter()
            .map(|(id, opinion)| OpinionData {
                of: opinion.now.of,
                name: salts.seal(opinion.now.name.clone()),
                asked: opinion.now.asked,
                because: salts.seal(opinion.now.because.clone()),
                text: salts.seal(opinion.now.text.clone()),
                date: opinion.now.date,
                documents: documents(held, DocumentOf::Opinion(id), salts),
            })
            .collect(),
    }
}

fn actions(
    sources: &Sources<'_>,
    state: &AssessmentState,
    marks: &Marks,
    salts: &mut Salts,
) -> Vec<Private<ActionData>> {
    let carried_over = sources.state.carried_over(sources.assessment);
    let carried_over = carried_over
        .into_iter()
        .filter_map(|(from, id, action)| Some((sources.state.assessments.get(&from)?, id, action)));
    let own = state.follow_up.actions_in_order().into_iter();
    let own = own.map(|(id, action)| (state, id, action));
    let mut data = Vec::new();
    for ((from, id, action), number) in carried_over.chain(own).zip(1_u32..) {
        let earlier = !std::ptr::eq(from, state);
        let action = self::action(sources, from, (id, action), marks, salts);
        data.push(salts.seal(ActionData {
            mark: format!("A{number}"),
            carried_over: earlier.then_some(from.date),
            ..action
        }));
    }
    data
}

fn action(
    sources: &Sources<'_>,
    from: &AssessmentState,
    (id, action): (ActionId, &ActionState),
    marks: &Marks,
    salts: &mut Salts,
) -> ActionData {
    let planned = &action.planned.now;
    let note = action.progress.last().map(|it| it.progress.note.clone());
    ActionData {
        mark: String::new(),
        text: planned.text.clone(),
        owner: owner(sources.state, &planned.owner, salts),
        due: planned.due,
        question: planned.question.clone(),
        findings: marks.findings(&planned.findings),
        status: action.status(),
        note: salts.seal(note.unwrap_or_default()),
        proof: documents(&from.follow_up, DocumentOf::Action(id), salts),
        carried_over: None,
    }
}

/// The files of one thing, in the order they were added.
fn documents(held: &FollowUp, of: DocumentOf, salts: &mut Salts) -> Vec<EvidenceData> {
    let mut documents: Vec<_> = held.documents_of(of).collect();
    documents.sort_by_key(|(id, document)| (document.at, *id));
    documents
        .into_iter()
        .map(|(_, document)| questions::evidence(&document.evidence, salts))
        .collect()
}
