//! The state: what all events add up to.
//!
//! Events are folded in the order of [`Event::place`], so the result does not
//! depend on the order they arrived in. An event that was undone counts for
//! nothing; which ones that are is for [`crate::undo`] to say. An event that names
//! something that is not there (because its words were erased) changes nothing; it
//! is never an error.

mod answers;
mod committee;
mod conclusion;
mod deliberation;
mod follow_up;
mod register;
mod sessions;
mod votes;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use questionnaire::{Language, QuestionId, SectionId};

use crate::change::Change;
use crate::committee::{Committee, Organisation, Subject};
use crate::copies::{CopyState, GivenUp};
use crate::event::{
    AssessmentId, CopyId, Event, EventId, EvidenceId, Head, MemberId, Pinned, RoundId, SubjectId,
};
use crate::moment::Moment;
use crate::report_style::ReportStyle;
use crate::undo::Reach;

pub use answers::{AttachedEvidence, Current, RecordedAnswer};
pub use committee::{ConflictOfInterest, MemberState};
pub use conclusion::{Closing, Conclusion, Given, Reopening};
pub use deliberation::{CommentState, Deliberation, Positions, TakenPosition, Thread};
pub use follow_up::{ActionState, Dismissal, Document, FollowUp, NotedProgress};
pub use register::{Dropped, Recorded, Register, standing};
pub use sessions::{Attendance, Minutes, Parked, SessionState, Sessions, TakeHomeState, TakenUp};
pub use votes::{LockedVote, Reveal, RevealedVote, RoundState};

/// Everything a dossier holds at one moment.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct State {
    /// Whose dossier it is.
    pub organisation: Organisation,
    /// The language the committee works in.
    pub language: Language,
    /// The committee's particulars.
    pub committee: Committee,
    /// Who has ever been a member.
    pub members: BTreeMap<MemberId, MemberState>,
    /// The conflicts of interest that hold, by application and member.
    pub conflicts_of_interest: BTreeMap<(SubjectId, MemberId), ConflictOfInterest>,
    /// The AI applications.
    pub subjects: BTreeMap<SubjectId, Subject>,
    /// The assessments.
    pub assessments: BTreeMap<AssessmentId, AssessmentState>,
    /// How reports look.
    pub report_style: ReportStyle,
    /// The copies that were handed out.
    pub copies: BTreeMap<CopyId, CopyState>,
    /// How long the dossier is kept, once that was chosen.
    pub retention: Option<Retention>,
    /// How many events have been folded, those that were undone included.
    pub events: u64,
    /// What was folded, in order of place: an undo reaches back.
    pub(crate) past: Vec<Arc<Event>>,
    /// What later events say about earlier ones.
    pub(crate) reach: Reach,
}

/// How long the dossier is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retention {
    /// The last day.
    pub until: Date,
    /// Why until then.
    pub reason: String,
    /// When that was chosen.
    pub chosen: Moment,
}

/// The present, or which moment of the past.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsOf {
    /// With everything that was done by then, going by the clocks of the machines.
    Moment(Moment),
    /// With this event and all that stand before it.
    Event(EventId),
}

/// One assessment.
#[derive(Debug, Clone, PartialEq)]
pub struct AssessmentState {
    /// What is assessed.
    pub subject: SubjectId,
    /// With which questionnaire.
    pub questionnaire: Pinned,
    /// The date that decides which dated duties apply.
    pub date: Date,
    /// What falls inside and what does not.
    pub scope: String,
    /// When it was started.
    pub started: Moment,
    /// The answers that nobody has replaced. More than one for a question is a
    /// conflict.
    pub answers: BTreeMap<QuestionId, Vec<RecordedAnswer>>,
    /// The evidence, in the order it was attached.
    pub evidence: Vec<AttachedEvidence>,
    /// The sections that the committee declared complete.
    pub completed: BTreeSet<SectionId>,
    /// The meetings, and what they left behind.
    pub sessions: Sessions,
    /// The rounds of silent scores.
    pub rounds: BTreeMap<RoundId, RoundState>,
    /// Positions and comments.
    pub deliberation: Deliberation,
    /// Findings, risks, measures, actions, opinions from outside.
    pub follow_up: FollowUp,
    /// Advice, decision, and how it was closed.
    pub conclusion: Conclusion,
    /// The signed reports, oldest first.
    pub reports: Vec<SignedReport>,
    /// The place of the starting event among all events: assessments are listed in
    /// this order.
    pub order: u64,
}

/// A signed report that the dossier keeps.
#[derive(Debug, Clone, PartialEq)]
pub struct SignedReport {
    /// The event that kept it.
    pub event: EventId,
    /// When.
    pub at: Moment,
    /// SHA-256 of the whole file, hexadecimal.
    pub sha256: String,
    /// The dossier's fingerprint when the report was made.
    pub fingerprint: String,
    /// How many events the dossier had then.
    pub events: u64,
    /// The language of the report.
    pub language: Language,
    /// Who signed, in order.
    pub signers: Vec<String>,
    /// SHA-256 of their certificates, in the same order, where that was written down.
    pub certificates: Vec<String>,
    /// Where the dossier's chains ended then, where that was written down.
    pub heads: Vec<Head>,
    /// Who was expected to sign and had not yet.
    pub awaited: Vec<String>,
}

impl State {
    /// Folds events, in whatever order they come. An event that comes twice counts
    /// once.
    pub fn from_events<'a>(events: impl IntoIterator<Item = &'a Event>) -> Self {
        let mut past: Vec<Arc<Event>> = events.into_iter().cloned().map(Arc::new).collect();
        past.sort_by(|a, b| a.place().cmp(&b.place()));
        past.dedup_by(|a, b| a.place() == b.place());
        State::folded(past)
    }

    /// The state as it was, by what is still known of it: what was erased since is
    /// not there. `None` when there is no such event.
    pub fn as_of<'a>(events: impl IntoIterator<Item = &'a Event>, as_of: AsOf) -> Option<Self> {
        let mut events: Vec<&Event> = events.into_iter().collect();
        match as_of {
            AsOf::Moment(moment) => {
                events.retain(|event| event.at.timestamp() <= moment.timestamp());
            }
            AsOf::Event(id) => {
                let last = events.iter().find(|event| event.id == id)?.place();
                events.retain(|event| event.place() <= last);
            }
        }
        Some(State::from_events(events))
    }

    /// Folds one more event. What results is what [`from_events`](Self::from_events)
    /// makes of all of them; it takes longer for an event that reaches back or that
    /// does not come after all others.
    pub fn apply(&mut self, event: &Event) {
        let at = self.past.partition_point(|it| it.place() < event.place());
        let comes_last = match self.past.get(at) {
            Some(known) if known.id == event.id => return,
            Some(_) => false,
            None => true,
        };
        self.past.insert(at, Arc::new(event.clone()));
        if comes_last && !self.reaches_back(event) {
            self.fold(event);
        } else {
            *self = State::folded(std::mem::take(&mut self.past));
        }
    }

    /// Whether `event` says something about what counts of the others.
    fn reaches_back(&self, event: &Event) -> bool {
        match &event.change {
            Some(Change::Undone { .. } | Change::Erased { .. }) => true,
            // What was signed cannot be undone, not even by somebody who did not know.
            Some(Change::ReportSigned { assessment, .. }) => {
                self.reach.signed(*assessment).is_none()
            }
            // Nor what was revealed.
            Some(Change::RoundRevealed { .. }) => true,
            Some(change) => self.reach.waiting.is_touched_by(change),
            None => false,
        }
    }

    /// Folds `past`, which stands in order of place.
    pub(crate) fn folded(past: Vec<Arc<Event>>) -> Self {
        let mut state = State {
            reach: Reach::of(&past),
            ..State::default()
        };
        for event in &past {
            state.fold(event);
        }
        state.past = past;
        state
    }

    fn fold(&mut self, event: &Event) {
        self.events += 1;
        if let Some(change) = &event.change
            && self.reach.counts(event.id)
        {
            self.apply_change(event, change);
        }
    }

    fn apply_change(&mut self, event: &Event, change: &Change) {
        match change {
            Change::DossierStarted {
                organisation,
                language,
            } => {
                self.organisation = organisation.clone();
                self.language = *language;
            }
            Change::OrganisationDescribed(organisation) => {
                self.organisation = organisation.clone();
            }
            Change::CommitteeDescribed(committee) => self.committee = committee.clone(),
            Change::MemberJoined(member) => {
                let joined = MemberState {
                    member: member.clone(),
                    joined: event.at,
                    left: None,
                    order: self.events,
                };
                self.members.insert(MemberId(event.id), joined);
            }
            Change::MemberRevised { member, now } => {
                if let Some(state) = self.members.get_mut(member) {
                    state.member = now.clone();
                }
            }
            Change::MemberLeft { member } => {
                if let Some(state) = self.members.get_mut(member) {
                    state.left = Some(event.at);
                }
            }
            Change::ConflictOfInterestDeclared {
                subject,
                member,
                reason,
            } => {
                let declared = ConflictOfInterest {
                    event: event.id,
                    at: event.at,
                    reason: reason.clone(),
                };
                self.conflicts_of_interest
                    .insert((*subject, *member), declared);
            }
            Change::ConflictOfInterestEnded { subject, member } => {
                self.conflicts_of_interest.remove(&(*subject, *member));
            }
            Change::SubjectAdded(subject) => {
                self.subjects.insert(SubjectId(event.id), subject.clone());
            }
            Change::SubjectRevised { subject, now } => {
                if let Some(subject) = self.subjects.get_mut(subject) {
                    *subject = now.clone();
                }
            }
            Change::AssessmentStarted {
                subject,
                questionnaire,
                date,
                scope,
            } => {
                let started = AssessmentState {
                    subject: *subject,
                    questionnaire: questionnaire.clone(),
                    date: *date,
                    scope: scope.clone(),
                    started: event.at,
                    answers: BTreeMap::new(),
                    evidence: Vec::new(),
                    completed: BTreeSet::new(),
                    sessions: Sessions::default(),
                    rounds: BTreeMap::new(),
                    deliberation: Deliberation::default(),
                    follow_up: FollowUp::default(),
                    conclusion: Conclusion::default(),
                    reports: Vec::new(),
                    order: self.events,
                };
                self.assessments.insert(AssessmentId(event.id), started);
            }
            Change::EvidenceDetached { evidence } => {
                for assessment in self.assessments.values_mut() {
                    assessment
                        .evidence
                        .retain(|attached| attached.id != *evidence);
                    assessment.follow_up.documents.remove(evidence);
                }
            }
            Change::ReportStyled(style) => self.report_style.clone_from(style),
            Change::RetentionChosen { until, reason } => {
                self.retention = Some(Retention {
                    until: *until,
                    reason: reason.clone(),
                    chosen: event.at,
                });
            }
            Change::CopyHandedOut(copy) => {
                let handed_out = CopyState {
                    copy: copy.clone(),
                    at: event.at,
                    actor: event.actor,
                    taken_in: None,
                    given_up: None,
                    order: self.events,
                };
                self.copies.insert(CopyId(event.id), handed_out);
            }
            Change::CopyTakenIn { copy } => {
                if let Some(copy) = self.copies.get_mut(copy) {
                    copy.taken_in.get_or_insert(event.at);
                }
            }
            Change::CopyGivenUp { copy, reason } => {
                if let Some(copy) = self.copies.get_mut(copy) {
                    copy.given_up = Some(GivenUp {
                        at: event.at,
                        reason: reason.clone(),
                    });
                }
            }
            // These were heard before the first event was folded.
            Change::Undone { .. } | Change::Erased { .. } | Change::Lost { .. } => {}
            // Everything else belongs to an assessment.
            _ => {
                let assessment = change
                    .assessment()
                    .and_then(|id| self.assessments.get_mut(&id));
                if let Some(assessment) = assessment {
                    assessment.apply_change(event, change, self.events);
                }
            }
        }
    }

    /// The assessments in the order they were started.
    pub fn assessments_in_order(&self) -> Vec<(AssessmentId, &AssessmentState)> {
        let mut assessments: Vec<_> = self.assessments.iter().collect();
        assessments.sort_by_key(|(_, state)| state.order);
        assessments
            .into_iter()
            .map(|(id, state)| (*id, state))
            .collect()
    }
}

impl AssessmentState {
    fn apply_change(&mut self, event: &Event, change: &Change, order: u64) {
        match change {
            Change::AssessmentRevised { date, scope, .. } => {
                self.date = *date;
                self.scope = scope.clone();
            }
            Change::AnswerRecorded {
                question,
                answer,
                based_on,
                taken_over_from,
                ..
            } => {
                self.replace(question, based_on);
                let recorded = RecordedAnswer {
                    event: event.id,
                    taken_over_from: *taken_over_from,
                    at: event.at,
                    actor: event.actor,
                    answer: answer.clone(),
                };
                self.answers
                    .entry(question.clone())
                    .or_default()
                    .push(recorded);
            }
            Change::AnswerWithdrawn {
                question, based_on, ..
            } => self.replace(question, based_on),
            Change::EvidenceAttached {
                question, evidence, ..
            } => self.evidence.push(AttachedEvidence {
                id: EvidenceId(event.id),
                question: question.clone(),
                at: event.at,
                evidence: evidence.clone(),
            }),
            Change::SectionCompleted { section, .. } => {
                self.completed.insert(section.clone());
            }
            Change::SectionReopened { section, .. } => {
                self.completed.remove(section);
            }
            Change::ReportSigned {
                sha256,
                fingerprint,
                events,
                language,
                signers,
                certificates,
                heads,
                awaited,
                ..
            } => self.reports.push(SignedReport {
                event: event.id,
                at: event.at,
                sha256: sha256.clone(),
                fingerprint: fingerprint.clone(),
                events: *events,
                language: *language,
                signers: signers.clone(),
                certificates: certificates.clone(),
                heads: heads.clone(),
                awaited: awaited.clone(),
            }),
            Change::RoundOpened { round, .. } => {
                let opened = RoundState::opened(round, event, order);
                self.rounds.insert(RoundId(event.id), opened);
            }
            Change::VoteCast { round, .. }
            | Change::VoteUnsealed { round, .. }
            | Change::RoundRevealed { round, .. } => {
                if let Some(round) = self.rounds.get_mut(round) {
                    round.apply(event, change, order);
                }
            }
            _ => {
                self.sessions.apply(event, change, order);
                self.deliberation.apply(event, change, order);
                self.follow_up.apply(event, change, order);
                self.conclusion.apply(event, change, order);
            }
        }
    }
}
