//! What is known of a change by its kind: its name in the file, to which assessment it
//! belongs, whether it can be erased, whether a signature covers it.

use super::Change;
use crate::answer::Evidence;
use crate::event::AssessmentId;

impl Change {
    /// The name of the variant, as the file keeps it.
    pub fn kind(&self) -> &'static str {
        match self {
            Change::DossierStarted { .. } => "dossier_started",
            Change::OrganisationDescribed(_) => "organisation_described",
            Change::CommitteeDescribed(_) => "committee_described",
            Change::MemberJoined(_) => "member_joined",
            Change::MemberRevised { .. } => "member_revised",
            Change::MemberLeft { .. } => "member_left",
            Change::ConflictOfInterestDeclared { .. } => "conflict_of_interest_declared",
            Change::ConflictOfInterestEnded { .. } => "conflict_of_interest_ended",
            Change::SubjectAdded(_) => "subject_added",
            Change::SubjectRevised { .. } => "subject_revised",
            Change::AssessmentStarted { .. } => "assessment_started",
            Change::AssessmentRevised { .. } => "assessment_revised",
            Change::AnswerRecorded { .. } => "answer_recorded",
            Change::AnswerWithdrawn { .. } => "answer_withdrawn",
            Change::EvidenceAttached { .. } => "evidence_attached",
            Change::EvidenceDetached { .. } => "evidence_detached",
            Change::SectionCompleted { .. } => "section_completed",
            Change::SectionReopened { .. } => "section_reopened",
            Change::ReportSigned { .. } => "report_signed",
            Change::SessionPlanned { .. } => "session_planned",
            Change::SessionRevised { .. } => "session_revised",
            Change::SessionStarted { .. } => "session_started",
            Change::SessionEnded { .. } => "session_ended",
            Change::AttendanceNoted { .. } => "attendance_noted",
            Change::TopicTakenUp { .. } => "topic_taken_up",
            Change::TopicClosed { .. } => "topic_closed",
            Change::MinutesWritten { .. } => "minutes_written",
            Change::PointParked { .. } => "point_parked",
            Change::PointTakenOut { .. } => "point_taken_out",
            Change::TakeHomeAsked { .. } => "take_home_asked",
            Change::TakeHomeAnswered { .. } => "take_home_answered",
            Change::TakeHomeDropped { .. } => "take_home_dropped",
            Change::RoundOpened { .. } => "round_opened",
            Change::VoteCast { .. } => "vote_cast",
            Change::VoteUnsealed { .. } => "vote_unsealed",
            Change::RoundRevealed { .. } => "round_revealed",
            Change::PositionTaken { .. } => "position_taken",
            Change::PositionWithdrawn { .. } => "position_withdrawn",
            Change::CommentMade { .. } => "comment_made",
            Change::CommentRevised { .. } => "comment_revised",
            Change::CommentResolved { .. } => "comment_resolved",
            Change::CommentReopened { .. } => "comment_reopened",
            Change::CommentChosen { .. } => "comment_chosen",
            Change::FindingRecorded { .. } => "finding_recorded",
            Change::FindingRevised { .. } => "finding_revised",
            Change::FindingDropped { .. } => "finding_dropped",
            Change::ProposalDismissed { .. } => "proposal_dismissed",
            Change::RiskRecorded { .. } => "risk_recorded",
            Change::RiskRevised { .. } => "risk_revised",
            Change::RiskDropped { .. } => "risk_dropped",
            Change::MeasureRecorded { .. } => "measure_recorded",
            Change::MeasureRevised { .. } => "measure_revised",
            Change::MeasureDropped { .. } => "measure_dropped",
            Change::ActionPlanned { .. } => "action_planned",
            Change::ActionRevised { .. } => "action_revised",
            Change::ActionProgressed { .. } => "action_progressed",
            Change::DocumentAttached { .. } => "document_attached",
            Change::OpinionRecorded { .. } => "opinion_recorded",
            Change::OpinionRevised { .. } => "opinion_revised",
            Change::OpinionDropped { .. } => "opinion_dropped",
            Change::AdviceGiven { .. } => "advice_given",
            Change::AdviceWithdrawn { .. } => "advice_withdrawn",
            Change::DecisionTaken { .. } => "decision_taken",
            Change::AssessmentAdopted { .. } => "assessment_adopted",
            Change::AssessmentWithdrawn { .. } => "assessment_withdrawn",
            Change::AssessmentReopened { .. } => "assessment_reopened",
            Change::ReportStyled(_) => "report_styled",
            Change::Undone { .. } => "undone",
            Change::Erased { .. } => "erased",
            Change::Lost { .. } => "lost",
            Change::CopyHandedOut(_) => "copy_handed_out",
            Change::CopyTakenIn { .. } => "copy_taken_in",
            Change::CopyGivenUp { .. } => "copy_given_up",
            Change::RetentionChosen { .. } => "retention_chosen",
        }
    }

    /// Whether the words of a change of this kind may be erased. Not those on which
    /// the others rest, nor what was signed, nor what says what was undone or erased.
    pub fn is_erasable(kind: &str) -> bool {
        !matches!(
            kind,
            "dossier_started"
                | "assessment_started"
                | "report_signed"
                | "round_opened"
                | "round_revealed"
                | "undone"
                | "erased"
                | "lost"
        )
    }

    /// Whether this change alters what a signed report of its assessment says. Action
    /// items, the decision, sessions and what goes on in them go on after a signature.
    pub fn is_signed_for(&self) -> bool {
        match self {
            Change::AssessmentRevised { .. }
            | Change::AnswerRecorded { .. }
            | Change::AnswerWithdrawn { .. }
            | Change::EvidenceAttached { .. }
            | Change::EvidenceDetached { .. }
            | Change::SectionReopened { .. }
            | Change::VoteUnsealed { .. }
            | Change::RoundRevealed { .. }
            | Change::PositionTaken { .. }
            | Change::PositionWithdrawn { .. }
            | Change::CommentChosen { .. }
            | Change::FindingRecorded { .. }
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
            | Change::OpinionDropped { .. }
            | Change::AdviceGiven { .. }
            | Change::AdviceWithdrawn { .. } => true,
            Change::CommentMade { comment, .. } => comment.in_report,
            _ => false,
        }
    }

    /// Whether this change is made after the organisation adopted the assessment, too: what was
    /// agreed is carried out, decided on and met about, and nothing of what was signed changes.
    pub fn goes_on_after_adoption(&self) -> bool {
        self.goes_on_after_withdrawal()
            || matches!(
                self,
                Change::AssessmentWithdrawn { .. }
                    | Change::DecisionTaken { .. }
                    | Change::SessionPlanned { .. }
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
                    | Change::TakeHomeDropped { .. }
            )
    }

    /// Whether this change is made in an assessment that was withdrawn, too: action items go on until
    /// they are closed, and a signature that comes late is kept.
    pub fn goes_on_after_withdrawal(&self) -> bool {
        matches!(
            self,
            Change::AssessmentReopened { .. }
                | Change::ReportSigned { .. }
                | Change::ActionPlanned { .. }
                | Change::ActionRevised { .. }
                | Change::ActionProgressed { .. }
                | Change::DocumentAttached { .. }
        )
    }

    /// The file that this change adds, as evidence or as a document.
    pub fn file(&self) -> Option<&Evidence> {
        match self {
            Change::EvidenceAttached { evidence, .. }
            | Change::DocumentAttached { evidence, .. } => Some(evidence),
            _ => None,
        }
    }

    /// The assessment that this change belongs to, if it belongs to one that is
    /// named in it.
    pub fn assessment(&self) -> Option<AssessmentId> {
        match self {
            Change::AssessmentRevised { assessment, .. }
            | Change::AnswerRecorded { assessment, .. }
            | Change::AnswerWithdrawn { assessment, .. }
            | Change::EvidenceAttached { assessment, .. }
            | Change::SectionCompleted { assessment, .. }
            | Change::SectionReopened { assessment, .. }
            | Change::SessionPlanned { assessment, .. }
            | Change::SessionRevised { assessment, .. }
            | Change::SessionStarted { assessment, .. }
            | Change::SessionEnded { assessment, .. }
            | Change::AttendanceNoted { assessment, .. }
            | Change::TopicTakenUp { assessment, .. }
            | Change::TopicClosed { assessment, .. }
            | Change::MinutesWritten { assessment, .. }
            | Change::PointParked { assessment, .. }
            | Change::PointTakenOut { assessment, .. }
            | Change::TakeHomeAsked { assessment, .. }
            | Change::TakeHomeAnswered { assessment, .. }
            | Change::TakeHomeDropped { assessment, .. }
            | Change::RoundOpened { assessment, .. }
            | Change::VoteCast { assessment, .. }
            | Change::VoteUnsealed { assessment, .. }
            | Change::RoundRevealed { assessment, .. }
            | Change::PositionTaken { assessment, .. }
            | Change::PositionWithdrawn { assessment, .. }
            | Change::CommentMade { assessment, .. }
            | Change::CommentRevised { assessment, .. }
            | Change::CommentResolved { assessment, .. }
            | Change::CommentReopened { assessment, .. }
            | Change::CommentChosen { assessment, .. }
            | Change::FindingRecorded { assessment, .. }
            | Change::FindingRevised { assessment, .. }
            | Change::FindingDropped { assessment, .. }
            | Change::ProposalDismissed { assessment, .. }
            | Change::RiskRecorded { assessment, .. }
            | Change::RiskRevised { assessment, .. }
            | Change::RiskDropped { assessment, .. }
            | Change::MeasureRecorded { assessment, .. }
            | Change::MeasureRevised { assessment, .. }
            | Change::MeasureDropped { assessment, .. }
            | Change::ActionPlanned { assessment, .. }
            | Change::ActionRevised { assessment, .. }
            | Change::ActionProgressed { assessment, .. }
            | Change::DocumentAttached { assessment, .. }
            | Change::OpinionRecorded { assessment, .. }
            | Change::OpinionRevised { assessment, .. }
            | Change::OpinionDropped { assessment, .. }
            | Change::AdviceGiven { assessment, .. }
            | Change::AdviceWithdrawn { assessment, .. }
            | Change::DecisionTaken { assessment, .. }
            | Change::AssessmentAdopted { assessment, .. }
            | Change::AssessmentWithdrawn { assessment, .. }
            | Change::AssessmentReopened { assessment, .. }
            | Change::ReportSigned { assessment, .. } => Some(*assessment),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::{EventId, MemberId};

    #[test]
    fn the_kind_is_the_tag_that_serde_writes() {
        let change = Change::MemberLeft {
            member: MemberId(EventId::new([7; 32])),
        };
        let json = serde_json::to_value(&change).unwrap();
        assert_eq!(json["kind"], change.kind());
        assert_eq!(json["body"]["member"], "07".repeat(32));
        assert_eq!(serde_json::from_value::<Change>(json).unwrap(), change);
    }
}
