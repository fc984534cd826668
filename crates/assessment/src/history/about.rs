//! What an event is about: events about the same thing tell its history.

use questionnaire::{QuestionId, SectionId};

use crate::change::Change;
use crate::deliberation::Matter;
use crate::event::{
    ActionId, AssessmentId, CommentId, CopyId, Event, EventId, EvidenceId, FindingId, MeasureId,
    MemberId, OpinionId, ParkedId, RiskId, RoundId, SessionId, SubjectId, TakeHomeId,
};
use crate::finding::Cause;
use crate::session::AgendaTopic;
use crate::state::State;

/// What an event is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum About {
    /// The organisation.
    Organisation,
    /// The committee.
    Committee,
    /// How reports look.
    ReportStyle,
    /// How long the dossier is kept.
    Retention,
    /// A member.
    Member(MemberId),
    /// The interest of a member in an AI application.
    ConflictOfInterest(SubjectId, MemberId),
    /// An AI application.
    Subject(SubjectId),
    /// The date and scope of an assessment.
    Assessment(AssessmentId),
    /// A question.
    Question(AssessmentId, QuestionId),
    /// A piece of evidence.
    Evidence(EvidenceId),
    /// A section.
    Section(AssessmentId, SectionId),
    /// The plan of a session, and whether it goes on.
    Session(AssessmentId, SessionId),
    /// Somebody's coming and going in a session.
    Attendance(AssessmentId, SessionId, MemberId),
    /// The minutes of a topic, or of a session as a whole.
    Minutes(AssessmentId, SessionId, Option<AgendaTopic>),
    /// A point in the parking lot.
    Parked(AssessmentId, ParkedId),
    /// A question taken home.
    TakeHome(AssessmentId, TakeHomeId),
    /// A round of silent scores.
    Round(AssessmentId, RoundId),
    /// Whether a member voted.
    Vote(AssessmentId, RoundId, QuestionId, MemberId),
    /// The position of a member.
    Position(AssessmentId, Matter, MemberId),
    /// A comment.
    Comment(AssessmentId, CommentId),
    /// A finding.
    Finding(AssessmentId, FindingId),
    /// A finding that was proposed.
    Proposal(AssessmentId, Cause),
    /// A risk.
    Risk(AssessmentId, RiskId),
    /// A measure.
    Measure(AssessmentId, MeasureId),
    /// An action item.
    Action(AssessmentId, ActionId),
    /// An opinion from outside.
    Opinion(AssessmentId, OpinionId),
    /// The committee's advice.
    Advice(AssessmentId),
    /// The accountable owner's decision.
    Decision(AssessmentId),
    /// Whether an assessment is closed.
    Closing(AssessmentId),
    /// A copy that was handed out.
    Copy(CopyId),
    /// A signed report, by the event that kept it.
    Report(EventId),
    /// Another event: its words were erased or lost.
    Event(EventId),
}

/// What an event is about, by all that is known now; nothing when its words are gone.
pub(super) fn about(now: &State, event: &Event) -> Option<About> {
    let id = event.id;
    Some(match event.change.as_ref()? {
        Change::DossierStarted { .. } | Change::OrganisationDescribed(_) => About::Organisation,
        Change::CommitteeDescribed(_) => About::Committee,
        Change::MemberJoined(_) => About::Member(MemberId(id)),
        Change::MemberRevised { member, .. } | Change::MemberLeft { member } => {
            About::Member(*member)
        }
        Change::ConflictOfInterestDeclared {
            subject, member, ..
        }
        | Change::ConflictOfInterestEnded { subject, member } => {
            About::ConflictOfInterest(*subject, *member)
        }
        Change::SubjectAdded(_) => About::Subject(SubjectId(id)),
        Change::SubjectRevised { subject, .. } => About::Subject(*subject),
        Change::AssessmentStarted { .. } => About::Assessment(AssessmentId(id)),
        Change::AssessmentRevised { assessment, .. } => About::Assessment(*assessment),
        Change::AnswerRecorded {
            assessment,
            question,
            ..
        }
        | Change::AnswerWithdrawn {
            assessment,
            question,
            ..
        } => About::Question(*assessment, question.clone()),
        Change::EvidenceAttached { .. } | Change::DocumentAttached { .. } => {
            About::Evidence(EvidenceId(id))
        }
        Change::EvidenceDetached { evidence } => About::Evidence(*evidence),
        Change::SectionCompleted {
            assessment,
            section,
        }
        | Change::SectionReopened {
            assessment,
            section,
        } => About::Section(*assessment, section.clone()),
        Change::SessionPlanned { assessment, .. } => About::Session(*assessment, SessionId(id)),
        Change::SessionRevised {
            assessment,
            session,
            ..
        }
        | Change::SessionStarted {
            assessment,
            session,
        }
        | Change::SessionEnded {
            assessment,
            session,
        }
        | Change::TopicTakenUp {
            assessment,
            session,
            ..
        }
        | Change::TopicClosed {
            assessment,
            session,
            ..
        } => About::Session(*assessment, *session),
        Change::AttendanceNoted {
            assessment,
            session,
            member,
            ..
        } => About::Attendance(*assessment, *session, *member),
        Change::MinutesWritten {
            assessment,
            session,
            topic,
            ..
        } => About::Minutes(*assessment, *session, topic.clone()),
        Change::PointParked { assessment, .. } => About::Parked(*assessment, ParkedId(id)),
        Change::PointTakenOut {
            assessment, point, ..
        } => About::Parked(*assessment, *point),
        Change::TakeHomeAsked { assessment, .. } => About::TakeHome(*assessment, TakeHomeId(id)),
        Change::TakeHomeAnswered {
            assessment,
            take_home,
            ..
        }
        | Change::TakeHomeDropped {
            assessment,
            take_home,
            ..
        } => About::TakeHome(*assessment, *take_home),
        Change::RoundOpened { assessment, .. } => About::Round(*assessment, RoundId(id)),
        Change::VoteUnsealed {
            assessment, round, ..
        }
        | Change::RoundRevealed {
            assessment, round, ..
        } => About::Round(*assessment, *round),
        Change::VoteCast {
            assessment,
            round,
            question,
            member,
            ..
        } => About::Vote(*assessment, *round, question.clone(), *member),
        Change::PositionTaken {
            assessment,
            on,
            member,
            ..
        }
        | Change::PositionWithdrawn {
            assessment,
            on,
            member,
        } => About::Position(*assessment, on.clone(), *member),
        Change::CommentMade { assessment, .. } => About::Comment(*assessment, CommentId(id)),
        Change::CommentRevised {
            assessment,
            comment,
            ..
        }
        | Change::CommentResolved {
            assessment,
            comment,
        }
        | Change::CommentReopened {
            assessment,
            comment,
        }
        | Change::CommentChosen {
            assessment,
            comment,
            ..
        } => About::Comment(*assessment, *comment),
        Change::ProposalDismissed {
            assessment, cause, ..
        } => About::Proposal(*assessment, cause.clone()),
        Change::FindingRecorded { assessment, .. } => About::Finding(*assessment, FindingId(id)),
        Change::FindingRevised {
            assessment,
            finding,
            ..
        }
        | Change::FindingDropped {
            assessment,
            finding,
            ..
        } => About::Finding(*assessment, *finding),
        Change::RiskRecorded { assessment, .. } => About::Risk(*assessment, RiskId(id)),
        Change::RiskRevised {
            assessment, risk, ..
        }
        | Change::RiskDropped {
            assessment, risk, ..
        } => About::Risk(*assessment, *risk),
        Change::MeasureRecorded { assessment, .. } => About::Measure(*assessment, MeasureId(id)),
        Change::MeasureRevised {
            assessment,
            measure,
            ..
        }
        | Change::MeasureDropped {
            assessment,
            measure,
            ..
        } => About::Measure(*assessment, *measure),
        Change::OpinionRecorded { assessment, .. } => About::Opinion(*assessment, OpinionId(id)),
        Change::OpinionRevised {
            assessment,
            opinion,
            ..
        }
        | Change::OpinionDropped {
            assessment,
            opinion,
            ..
        } => About::Opinion(*assessment, *opinion),
        Change::ActionPlanned { assessment, .. } => About::Action(*assessment, ActionId(id)),
        Change::ActionRevised {
            assessment, action, ..
        }
        | Change::ActionProgressed {
            assessment, action, ..
        } => About::Action(*assessment, *action),
        Change::AdviceGiven { assessment, .. } | Change::AdviceWithdrawn { assessment, .. } => {
            About::Advice(*assessment)
        }
        Change::DecisionTaken { assessment, .. } => About::Decision(*assessment),
        Change::AssessmentAdopted { assessment, .. }
        | Change::AssessmentWithdrawn { assessment, .. }
        | Change::AssessmentReopened { assessment, .. } => About::Closing(*assessment),
        Change::ReportSigned { .. } => About::Report(id),
        Change::ReportStyled(_) => About::ReportStyle,
        Change::RetentionChosen { .. } => About::Retention,
        Change::CopyHandedOut(_) => About::Copy(CopyId(id)),
        Change::CopyTakenIn { copy } | Change::CopyGivenUp { copy, .. } => About::Copy(*copy),
        Change::Erased { event, .. } | Change::Lost { event } => About::Event(*event),
        Change::Undone { event } => {
            let subject = now.find(now.reach.subject(*event))?;
            // A chain of undos ends at an event that is none; what is not one is itself.
            if matches!(subject.change, Some(Change::Undone { .. })) {
                return None;
            }
            about(now, subject)?
        }
    })
}
