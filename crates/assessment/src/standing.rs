//! Where an assessment stands, and what it lacks before it can be signed.
//!
//! What was signed is never changed: it is the state as of the event that kept the
//! report. Whoever goes on working reopens the assessment, with a reason; work that
//! came in from a copy that knew of no signature reopens it without one. Action
//! items, the decision and the adoption go on after a signature and reopen nothing.

mod missing;

use std::collections::BTreeMap;

use questionnaire::Questionnaire;
use serde::{Deserialize, Serialize};

use crate::change::Change;
use crate::event::{AssessmentId, Event, EventId};
use crate::outcome::Outcome;
use crate::state::State;

pub use missing::Missing;

/// Where an assessment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The committee works on it.
    Concept,
    /// Nothing that is required is missing.
    ReadyToSign,
    /// A report of it was signed, and holds.
    Signed,
    /// The organisation made it its own.
    Adopted,
    /// It no longer counts.
    Withdrawn,
}

/// Where an assessment stands, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// Where.
    pub status: Status,
    /// The event that settled it, when it is signed, adopted or withdrawn.
    pub since: Option<EventId>,
    /// What reopened it last, if anything did since it was settled last.
    pub reopened: Option<Reopened>,
    /// What is missing, what is required first. Nothing once it is settled.
    pub missing: Vec<Missing>,
}

/// What reopened an assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reopened {
    /// The committee, with a reason.
    WithReason(EventId),
    /// Work that was written down since, without a word about the signature.
    ByWork(EventId),
}

/// Where an assessment stands. Nothing when there is no such assessment.
pub fn standing(
    questionnaire: &Questionnaire,
    state: &State,
    assessment: AssessmentId,
    outcome: &Outcome,
) -> Option<Standing> {
    let held = state.assessments.get(&assessment)?;
    let (settled, reopened) = settled(state, assessment);
    if let Some((status, since)) = settled {
        return Some(Standing {
            status,
            since: Some(since),
            reopened: None,
            missing: Vec::new(),
        });
    }
    let missing = missing::missing(questionnaire, state, assessment, held, outcome);
    let status = if missing.iter().any(Missing::is_required) {
        Status::Concept
    } else {
        Status::ReadyToSign
    };
    Some(Standing {
        status,
        since: None,
        reopened,
        missing,
    })
}

/// What settled the assessment and still does, and what reopened it otherwise.
fn settled(
    state: &State,
    assessment: AssessmentId,
) -> (Option<(Status, EventId)>, Option<Reopened>) {
    let events: BTreeMap<EventId, &Event> = state
        .past
        .iter()
        .map(|event| (event.id, &**event))
        .collect();
    let mut settled = None;
    let mut reopened = None;
    // What was written so far and whether it counts, and the same when it was settled.
    let mut written: BTreeMap<EventId, bool> = BTreeMap::new();
    let mut signed_for: BTreeMap<EventId, bool> = BTreeMap::new();
    for event in &state.past {
        let Some(change) = &event.change else {
            continue;
        };
        if concerned(change, &events) != Some(assessment) {
            continue;
        }
        if let Some((subject, counts)) = state.reach.says(event.id) {
            written.entry(subject).and_modify(|it| *it = counts);
        }
        if change.is_signed_for() {
            written.insert(event.id, true);
        }
        if !state.reach.counts(event.id) {
            continue;
        }
        match change {
            Change::ReportSigned { .. } => {
                settled = Some((Status::Signed, event.id));
                reopened = None;
                signed_for.clone_from(&written);
            }
            Change::AssessmentAdopted { .. } => {
                settled = Some((Status::Adopted, event.id));
                reopened = None;
                signed_for.clone_from(&written);
            }
            Change::AssessmentWithdrawn { .. } => settled = Some((Status::Withdrawn, event.id)),
            Change::AssessmentReopened { .. } => {
                settled = None;
                reopened = Some(Reopened::WithReason(event.id));
            }
            change if change.is_signed_for() => by_work(&mut settled, &mut reopened, event.id),
            _ => {}
        }
    }
    // What was signed for may have been taken back since, or made to count again.
    for (written, counted) in signed_for {
        let last_word = state.reach.last_word(written);
        if let Some((counts, by)) = last_word
            && counts != counted
        {
            by_work(&mut settled, &mut reopened, by);
        }
    }
    (settled, reopened)
}

fn by_work(
    settled: &mut Option<(Status, EventId)>,
    reopened: &mut Option<Reopened>,
    event: EventId,
) {
    if matches!(settled, Some((Status::Signed | Status::Adopted, _))) {
        *settled = None;
        *reopened = Some(Reopened::ByWork(event));
    }
}

/// The assessment of which a change says something, also where it does not name it.
fn concerned(change: &Change, events: &BTreeMap<EventId, &Event>) -> Option<AssessmentId> {
    let of = |id: &EventId| events.get(id)?.change.as_ref();
    match change {
        Change::EvidenceDetached { evidence } => of(&evidence.0)?.assessment(),
        Change::Undone { event } => match of(event)? {
            undone @ Change::Undone { .. } => concerned(undone, events),
            Change::EvidenceDetached { evidence } => of(&evidence.0)?.assessment(),
            other => other.assessment(),
        },
        other => other.assessment(),
    }
}
