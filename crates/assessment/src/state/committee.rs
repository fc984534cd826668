//! Who sits on the committee, and who stands aside.

use jiff::civil::Date;

use super::State;
use crate::committee::Member;
use crate::event::{AssessmentId, EventId, MemberId, SubjectId};
use crate::moment::Moment;

/// A member, and whether they still are one.
#[derive(Debug, Clone, PartialEq)]
pub struct MemberState {
    /// Their particulars.
    pub member: Member,
    /// When they joined.
    pub joined: Moment,
    /// When they left, if they did.
    pub left: Option<Moment>,
    /// The place of the event among all events: members are listed in this order.
    pub order: u64,
}

/// Why a member stands aside from everything about one application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConflictOfInterest {
    /// The event that declared it.
    pub event: EventId,
    /// When.
    pub at: Moment,
    /// What binds them.
    pub reason: String,
}

impl MemberState {
    /// Whether they sit on the committee on a day. Somebody may have been one before
    /// they were written down as such.
    pub fn serves_on(&self, day: Date) -> bool {
        self.left.is_none_or(|left| day < left.date())
            && self.member.from.is_none_or(|from| from <= day)
            && self.member.until.is_none_or(|until| day <= until)
    }
}

impl State {
    /// Who is a member now, in the order they joined.
    pub fn current_members(&self) -> Vec<(MemberId, &Member)> {
        let mut members: Vec<_> = self
            .members
            .iter()
            .filter(|(_, state)| state.left.is_none())
            .collect();
        members.sort_by_key(|(_, state)| state.order);
        members
            .into_iter()
            .map(|(id, state)| (*id, &state.member))
            .collect()
    }

    /// Why a member stands aside from an assessment, if they do.
    pub fn stands_aside(
        &self,
        assessment: AssessmentId,
        member: MemberId,
    ) -> Option<&ConflictOfInterest> {
        let subject = self.assessments.get(&assessment)?.subject;
        self.conflicts_of_interest.get(&(subject, member))
    }

    /// Whether what this member says counts in an assessment: they decide, and have
    /// no interest of their own in the application.
    pub fn has_a_say(&self, assessment: AssessmentId, member: MemberId) -> bool {
        self.members
            .get(&member)
            .is_some_and(|state| state.member.role.decides())
            && self.stands_aside(assessment, member).is_none()
    }

    /// Who sits on the committee on a day and has a say in an assessment, in the order
    /// they joined.
    pub fn deciding_members(&self, assessment: AssessmentId, day: Date) -> Vec<MemberId> {
        let mut members: Vec<_> = self
            .members
            .iter()
            .filter(|(id, state)| state.serves_on(day) && self.has_a_say(assessment, **id))
            .collect();
        members.sort_by_key(|(_, state)| state.order);
        members.into_iter().map(|(id, _)| *id).collect()
    }

    /// Who stands aside from an application, in the order they joined.
    pub fn standing_aside(&self, subject: SubjectId) -> Vec<(MemberId, &ConflictOfInterest)> {
        let mut aside: Vec<_> = self
            .conflicts_of_interest
            .iter()
            .filter(|((of, _), _)| *of == subject)
            .map(|((_, member), conflict)| (*member, conflict))
            .collect();
        aside.sort_by_key(|(member, _)| self.members.get(member).map(|state| state.order));
        aside
    }
}
