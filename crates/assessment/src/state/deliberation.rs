//! Positions and comments, and to what they apply by now.

use std::collections::BTreeMap;

use questionnaire::QuestionId;

use super::{AssessmentState, Current, State};
use crate::change::Change;
use crate::deliberation::{Comment, Matter, Statement};
use crate::event::{Actor, AssessmentId, CommentId, Event, EventId, MemberId};
use crate::moment::Moment;

/// What members said of an assessment.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Deliberation {
    /// The position of each member on each matter: the last that they took.
    pub positions: BTreeMap<Matter, BTreeMap<MemberId, TakenPosition>>,
    /// The comments.
    pub comments: BTreeMap<CommentId, CommentState>,
}

/// A position that a member took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenPosition {
    /// The event.
    pub event: EventId,
    /// When.
    pub at: Moment,
    /// In their own words.
    pub statement: Statement,
    /// Its place among all events.
    pub order: u64,
}

/// The positions about one thing, in whichever form it was.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Positions<'a> {
    /// On it as it stands, in the order of the members.
    pub standing: Vec<(MemberId, &'a TakenPosition)>,
    /// On an earlier form of it, oldest first: kept, and no longer about what stands.
    pub earlier: Vec<(&'a Matter, MemberId, &'a TakenPosition)>,
    /// Who took a position on an earlier form and none on what stands.
    pub to_ask_again: Vec<MemberId>,
}

impl Positions<'_> {
    /// Whether somebody differs from what stands.
    pub fn is_contested(&self) -> bool {
        let differs = |taken: &TakenPosition| taken.statement.position.differs();
        self.standing.iter().any(|(_, taken)| differs(taken))
    }
}

/// A comment, and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct CommentState {
    /// On which question.
    pub question: QuestionId,
    /// The comment as it reads now.
    pub comment: Comment,
    /// When it was made.
    pub at: Moment,
    /// Who wrote it down.
    pub actor: Actor,
    /// When it was revised last, if it was.
    pub revised: Option<Moment>,
    /// Since when it is resolved, if it is.
    pub resolved: Option<Moment>,
    /// Its place among all events: comments are listed in this order.
    pub order: u64,
}

/// A comment with all that was answered to it, in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Thread<'a> {
    /// The comment that began it.
    pub id: CommentId,
    /// What it says.
    pub comment: &'a CommentState,
    /// The answers, oldest first.
    pub replies: Vec<(CommentId, &'a CommentState)>,
}

impl Deliberation {
    /// The threads on a question, in the order they began. A reply to a comment that
    /// is no longer there begins a thread of its own.
    pub fn threads(&self, question: &QuestionId) -> Vec<Thread<'_>> {
        let mut comments: Vec<_> = self
            .comments
            .iter()
            .filter(|(_, state)| state.question == *question)
            .map(|(id, state)| (*id, state))
            .collect();
        comments.sort_by_key(|(_, state)| state.order);
        // What a comment answers stands before it, so its thread is known by then.
        let mut root_of: BTreeMap<CommentId, usize> = BTreeMap::new();
        let mut threads: Vec<Thread<'_>> = Vec::new();
        for (id, comment) in comments {
            let root = comment
                .comment
                .reply_to
                .and_then(|it| root_of.get(&it).copied());
            match root.and_then(|root| threads.get_mut(root)) {
                Some(thread) => thread.replies.push((id, comment)),
                None => threads.push(Thread {
                    id,
                    comment,
                    replies: Vec::new(),
                }),
            }
            root_of.insert(id, root.unwrap_or(threads.len() - 1));
        }
        threads
    }

    pub(super) fn apply(&mut self, event: &Event, change: &Change, order: u64) {
        match change {
            Change::PositionTaken {
                on,
                member,
                statement,
                ..
            } => {
                let taken = TakenPosition {
                    event: event.id,
                    at: event.at,
                    statement: statement.clone(),
                    order,
                };
                let on = self.positions.entry(on.clone()).or_default();
                on.insert(*member, taken);
            }
            Change::PositionWithdrawn { on, member, .. } => {
                if let Some(positions) = self.positions.get_mut(on) {
                    positions.remove(member);
                    if positions.is_empty() {
                        self.positions.remove(on);
                    }
                }
            }
            Change::CommentMade {
                question, comment, ..
            } => {
                let made = CommentState {
                    question: question.clone(),
                    comment: comment.clone(),
                    at: event.at,
                    actor: event.actor,
                    revised: None,
                    resolved: None,
                    order,
                };
                self.comments.insert(CommentId(event.id), made);
            }
            Change::CommentRevised { comment, .. }
            | Change::CommentResolved { comment, .. }
            | Change::CommentReopened { comment, .. }
            | Change::CommentChosen { comment, .. } => {
                if let Some(comment) = self.comments.get_mut(comment) {
                    comment.apply(event, change);
                }
            }
            _ => {}
        }
    }
}

impl CommentState {
    fn apply(&mut self, event: &Event, change: &Change) {
        match change {
            Change::CommentRevised { text, .. } => {
                self.comment.text = text.clone();
                self.revised = Some(event.at);
            }
            Change::CommentResolved { .. } => self.resolved = Some(event.at),
            Change::CommentReopened { .. } => self.resolved = None,
            Change::CommentChosen { in_report, .. } => self.comment.in_report = *in_report,
            _ => {}
        }
    }
}

impl AssessmentState {
    /// The answer on which positions are taken now, if one holds.
    pub fn matter_of(&self, question: &QuestionId) -> Option<Matter> {
        match self.current(question) {
            Current::Answered(recorded) => Some(Matter::Answer {
                question: question.clone(),
                event: recorded.event,
            }),
            Current::Open | Current::Conflict(_) => None,
        }
    }

    fn stands(&self, on: &Matter, taken: &TakenPosition) -> bool {
        match on {
            Matter::Answer { question, event } => self
                .answers
                .get(question)
                .is_some_and(|current| current.iter().any(|it| it.event == *event)),
            Matter::Finding(id) => {
                self.follow_up.findings.get(id).is_some_and(|finding| {
                    finding.dropped.is_none() && finding.revised < taken.order
                })
            }
            Matter::Advice(event) => {
                let advice = &self.conclusion.advice;
                advice.iter().any(|it| it.event == *event)
            }
            Matter::Report => self
                .conclusion
                .reopened
                .last()
                .is_none_or(|reopened| reopened.order < taken.order),
        }
    }
}

fn same_thing(one: &Matter, other: &Matter) -> bool {
    match (one, other) {
        (
            Matter::Answer { question: one, .. },
            Matter::Answer {
                question: other, ..
            },
        ) => one == other,
        (Matter::Finding(one), Matter::Finding(other)) => one == other,
        (Matter::Advice(_), Matter::Advice(_)) | (Matter::Report, Matter::Report) => true,
        _ => false,
    }
}

impl State {
    /// What members who have a say think of a matter and of its earlier forms: for one
    /// answer, of all answers to that question.
    pub fn positions(&self, assessment: AssessmentId, matter: &Matter) -> Positions<'_> {
        let Some(state) = self.assessments.get(&assessment) else {
            return Positions::default();
        };
        let mut positions = Positions::default();
        for (on, taken) in &state.deliberation.positions {
            if !same_thing(on, matter) {
                continue;
            }
            for (member, taken) in taken {
                if !self.has_a_say(assessment, *member) {
                    continue;
                }
                if state.stands(on, taken) {
                    positions.standing.push((*member, taken));
                } else {
                    positions.earlier.push((on, *member, taken));
                }
            }
        }
        let order = |member: &MemberId| self.members.get(member).map(|state| state.order);
        positions.standing.sort_by_key(|(member, _)| order(member));
        positions.earlier.sort_by_key(|(_, _, taken)| taken.order);
        let mut again: Vec<MemberId> = positions
            .earlier
            .iter()
            .map(|(_, member, _)| *member)
            .filter(|id| positions.standing.iter().all(|(member, _)| member != id))
            .filter(|id| self.members.get(id).is_some_and(|it| it.left.is_none()))
            .collect();
        again.sort_by_key(order);
        again.dedup();
        positions.to_ask_again = again;
        positions
    }
}
