//! To which part of the work a change belongs: coarser than its kind, for whoever looks for
//! something in a long history.

use super::Change;

/// A part of the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Area {
    /// Answers with their evidence, and sections that are done.
    Answers,
    /// Silent scores.
    Scores,
    /// Positions and comments.
    Positions,
    /// Findings, risks, measures, and opinions from outside.
    Findings,
    /// Action items and their documents.
    Actions,
    /// Advice, decision, signed reports, and where an assessment stands.
    Conclusion,
    /// Sessions, and what they leave for later.
    Sessions,
    /// The committee and its members.
    Committee,
    /// The organisation, its AI applications, and their assessments.
    Subjects,
    /// Undoing, erasing, copies, keeping.
    Keeping,
}

impl Area {
    /// Every part.
    pub const ALL: [Self; 10] = [
        Self::Answers,
        Self::Scores,
        Self::Positions,
        Self::Findings,
        Self::Actions,
        Self::Conclusion,
        Self::Sessions,
        Self::Committee,
        Self::Subjects,
        Self::Keeping,
    ];
}

impl Change {
    /// To which part of the work this belongs.
    pub fn area(&self) -> Area {
        match self {
            Change::AnswerRecorded { .. }
            | Change::AnswerWithdrawn { .. }
            | Change::EvidenceAttached { .. }
            | Change::EvidenceDetached { .. }
            | Change::SectionCompleted { .. }
            | Change::SectionReopened { .. } => Area::Answers,
            Change::RoundOpened { .. }
            | Change::VoteCast { .. }
            | Change::VoteUnsealed { .. }
            | Change::RoundRevealed { .. } => Area::Scores,
            Change::PositionTaken { .. }
            | Change::PositionWithdrawn { .. }
            | Change::CommentMade { .. }
            | Change::CommentRevised { .. }
            | Change::CommentResolved { .. }
            | Change::CommentReopened { .. }
            | Change::CommentChosen { .. } => Area::Positions,
            Change::FindingRecorded { .. }
            | Change::FindingRevised { .. }
            | Change::FindingDropped { .. }
            | Change::ProposalDismissed { .. }
            | Change::RiskRecorded { .. }
            | Change::RiskRevised { .. }
            | Change::RiskDropped { .. }
            | Change::MeasureRecorded { .. }
            | Change::MeasureRevised { .. }
            | Change::MeasureDropped { .. }
            | Change::OpinionRecorded { .. }
            | Change::OpinionRevised { .. }
            | Change::OpinionDropped { .. } => Area::Findings,
            Change::ActionPlanned { .. }
            | Change::ActionRevised { .. }
            | Change::ActionProgressed { .. }
            | Change::DocumentAttached { .. } => Area::Actions,
            Change::AdviceGiven { .. }
            | Change::AdviceWithdrawn { .. }
            | Change::DecisionTaken { .. }
            | Change::AssessmentAdopted { .. }
            | Change::AssessmentWithdrawn { .. }
            | Change::AssessmentReopened { .. }
            | Change::ReportSigned { .. } => Area::Conclusion,
            Change::SessionPlanned { .. }
            | Change::SessionRevised { .. }
            | Change::SessionStarted { .. }
            | Change::SessionEnded { .. }
            | Change::AttendanceNoted { .. }
            | Change::TopicTakenUp { .. }
            | Change::TopicClosed { .. }
            | Change::MinutesWritten { .. }
            | Change::PointParked { .. }
            | Change::PointTakenOut { .. }
            | Change::TakeHomeAsked { .. }
            | Change::TakeHomeAnswered { .. }
            | Change::TakeHomeDropped { .. } => Area::Sessions,
            Change::CommitteeDescribed(_)
            | Change::MemberJoined(_)
            | Change::MemberRevised { .. }
            | Change::MemberLeft { .. }
            | Change::ConflictOfInterestDeclared { .. }
            | Change::ConflictOfInterestEnded { .. } => Area::Committee,
            Change::DossierStarted { .. }
            | Change::OrganisationDescribed(_)
            | Change::SubjectAdded(_)
            | Change::SubjectRevised { .. }
            | Change::AssessmentStarted { .. }
            | Change::AssessmentRevised { .. }
            | Change::ReportStyled(_) => Area::Subjects,
            Change::Undone { .. }
            | Change::Erased { .. }
            | Change::Lost { .. }
            | Change::CopyHandedOut(_)
            | Change::CopyTakenIn { .. }
            | Change::CopyGivenUp { .. }
            | Change::RetentionChosen { .. } => Area::Keeping,
        }
    }
}
