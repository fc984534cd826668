//! The answers that hold and the evidence for them.
//!
//! What an answer is worth is for [`crate::outcome`] to say.

use std::collections::BTreeMap;

use questionnaire::QuestionId;

use super::AssessmentState;
use crate::answer::{Answer, Evidence};
use crate::event::{Actor, EventId, EvidenceId};
use crate::moment::Moment;
use crate::outcome::Judged;

/// An answer and the event that recorded it.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordedAnswer {
    /// The event.
    pub event: EventId,
    /// When.
    pub at: Moment,
    /// Who wrote it down.
    pub actor: Actor,
    /// What was answered.
    pub answer: Answer,
    /// The answer of an earlier assessment that it was taken over from, until somebody
    /// answers anew.
    pub taken_over_from: Option<EventId>,
}

/// A piece of evidence and where it belongs.
#[derive(Debug, Clone, PartialEq)]
pub struct AttachedEvidence {
    /// Its identity.
    pub id: EvidenceId,
    /// The question it supports.
    pub question: QuestionId,
    /// When it was attached.
    pub at: Moment,
    /// The file.
    pub evidence: Evidence,
}

/// What holds for a question now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Current<'a> {
    /// Nothing was answered.
    Open,
    /// One answer holds.
    Answered(&'a RecordedAnswer),
    /// Two or more answers were given without knowledge of each other. The
    /// question counts as open until the committee decides.
    Conflict(&'a [RecordedAnswer]),
}

impl AssessmentState {
    pub(super) fn replace(&mut self, question: &QuestionId, based_on: &[EventId]) {
        if let Some(current) = self.answers.get_mut(question) {
            current.retain(|recorded| !based_on.contains(&recorded.event));
            if current.is_empty() {
                self.answers.remove(question);
            }
        }
    }

    /// What holds for a question now. Answers in conflict that say the very same
    /// count as one.
    pub fn current(&self, question: &QuestionId) -> Current<'_> {
        match self.answers.get(question).map(Vec::as_slice) {
            None | Some([]) => Current::Open,
            Some([first, rest @ ..]) if rest.iter().all(|other| other.answer == first.answer) => {
                Current::Answered(first)
            }
            Some(several) => Current::Conflict(several),
        }
    }

    /// The answers that hold, as the rules take them. A question in conflict is
    /// left out and so counts as open.
    pub fn judged(&self) -> BTreeMap<QuestionId, Judged> {
        self.answers
            .keys()
            .filter_map(|question| match self.current(question) {
                Current::Answered(recorded) => {
                    let judged = Judged {
                        value: recorded.answer.value.clone(),
                        evidence_strength: recorded.answer.evidence_strength,
                    };
                    Some((question.clone(), judged))
                }
                Current::Open | Current::Conflict(_) => None,
            })
            .collect()
    }

    /// The events that an answer given now would replace.
    pub fn replaced_by_next(&self, question: &QuestionId) -> Vec<EventId> {
        self.answers
            .get(question)
            .map(|current| current.iter().map(|recorded| recorded.event).collect())
            .unwrap_or_default()
    }

    /// The evidence for one question.
    pub fn evidence_for<'a>(
        &'a self,
        question: &'a QuestionId,
    ) -> impl Iterator<Item = &'a AttachedEvidence> {
        self.evidence
            .iter()
            .filter(move |attached| attached.question == *question)
    }

    /// The questions with answers that contradict each other.
    pub fn conflicts(&self) -> Vec<&QuestionId> {
        self.answers
            .keys()
            .filter(|question| matches!(self.current(question), Current::Conflict(_)))
            .collect()
    }
}
