//! Where an assessment stands, and what it lacks before it can be signed.
//!
//! What was signed is never changed: it is the state as of the events that the report
//! covers. Work that it does not cover, done since or come in from a copy that knew of no
//! signature, opens the assessment again. One that was adopted or withdrawn refuses that
//! work until it is reopened with a reason; what others had done already waits for that too.
//! Action items, the decision and the adoption go on after a signature and reopen nothing.

mod missing;

use std::collections::BTreeMap;

use questionnaire::Questionnaire;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::change::Change;
use crate::event::{AssessmentId, Event, EventId, Head};
use crate::outcome::Outcome;
use crate::state::{AssessmentState, State};
use crate::waiting::{by_identity, concerned, meant, reaches};

pub use missing::Missing;

/// Where an assessment stands.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
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

/// What closes the assessment to a change, if anything does: it was adopted or withdrawn and not
/// reopened, and a change of this kind is not among those that go on.
pub fn closed_to(state: &State, change: &Change) -> Option<Status> {
    let concluded = |held: &AssessmentState| held.conclusion.closed.is_some();
    if !state.assessments.values().any(concluded) {
        return None;
    }
    let events = by_identity(&state.past);
    let assessment = concerned(change, &events)?;
    concluded(state.assessments.get(&assessment)?).then_some(())?;
    let meant = meant(change, &events)?;
    match settled(state, assessment).0?.0 {
        Status::Adopted if !meant.goes_on_after_adoption() => Some(Status::Adopted),
        Status::Withdrawn if !meant.goes_on_after_withdrawal() => Some(Status::Withdrawn),
        _ => None,
    }
}

/// What settled the assessment and still does, and what reopened it otherwise.
fn settled(
    state: &State,
    assessment: AssessmentId,
) -> (Option<(Status, EventId)>, Option<Reopened>) {
    let events = by_identity(&state.past);
    let mut settled = None;
    // What a report has to cover to hold: the work and whatever reopened the assessment; and of
    // what it does cover, that it was not taken back.
    let mut work: Vec<&Event> = Vec::new();
    let mut taken_back: Vec<(&Event, EventId)> = Vec::new();
    let mut reopened = None;
    // What was written so far and whether it counts, and the same when it was settled.
    let mut written: BTreeMap<EventId, bool> = BTreeMap::new();
    let mut signed_for: BTreeMap<EventId, bool> = BTreeMap::new();
    for event in &state.past {
        let Some(change) = &event.change else {
            continue;
        };
        if concerned(change, &events) != Some(assessment) || state.waits(event.id) {
            continue;
        }
        if let Some((subject, counts)) = state.reach.says(event.id) {
            written.entry(subject).and_modify(|it| *it = counts);
            if !counts && state.reach.last_word(subject) == Some((false, event.id)) {
                taken_back.push((event, subject));
            }
        }
        if change.is_signed_for() {
            written.insert(event.id, true);
        }
        if !state.reach.counts(event.id) {
            continue;
        }
        match change {
            // One more signature changes nothing in what was made of it since.
            Change::ReportSigned { .. }
                if matches!(settled, Some((Status::Adopted | Status::Withdrawn, _))) => {}
            Change::ReportSigned { heads, .. }
                if let Some(beyond) = beyond(heads, &work, &taken_back, &events) =>
            {
                let open = settled.is_none();
                reopened = reopened.or(open.then_some(Reopened::ByWork(beyond)));
            }
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
                work.push(event);
            }
            change if change.is_signed_for() => {
                by_work(&mut settled, &mut reopened, event.id);
                work.push(event);
            }
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

/// What was done that a report with these heads does not show: the last work that came after it, or
/// that took something back that it shows. Where nobody wrote down how far the chains went, a report
/// shows whatever stands before its signature.
fn beyond(
    heads: &[Head],
    work: &[&Event],
    taken_back: &[(&Event, EventId)],
    events: &BTreeMap<EventId, &Event>,
) -> Option<EventId> {
    let shown = |subject: &EventId| events.get(subject).is_some_and(|it| reaches(heads, it));
    if heads.is_empty() {
        return None;
    }
    let done = work.iter().rfind(|event| !reaches(heads, event));
    let mut undone = taken_back.iter().rev();
    let undone = undone.find(|(event, subject)| !reaches(heads, event) && shown(subject));
    done.copied()
        .or(undone.map(|(event, _)| *event))
        .map(|event| event.id)
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
