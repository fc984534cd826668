//! Changes: what a person can do, each with the words that it takes.
//!
//! What the words mean stands with their concept: an answer in [`crate::answer`], a
//! session in [`crate::session`], and so on. What becomes of them is the state's.

mod area;
mod kind;

use std::collections::BTreeSet;

use jiff::civil::Date;
use questionnaire::{Language, QuestionId, SectionId};
use serde::{Deserialize, Serialize};

use crate::advice::{Advice, Decision, Opinion};
use crate::answer::{Answer, Evidence};
use crate::committee::{Committee, Member, Organisation, Subject};
use crate::copies::HandedOut;
use crate::deliberation::{Comment, Matter, Statement};
use crate::event::{
    ActionId, AssessmentId, CommentId, CopyId, EventId, EvidenceId, FindingId, Head, MeasureId,
    MemberId, OpinionId, ParkedId, Pinned, RiskId, RoundId, SessionId, SubjectId, TakeHomeId,
    VoteId,
};
use crate::finding::{ActionItem, Cause, DocumentOf, Finding, Measure, Progress, Risk};
use crate::moment::Moment;
use crate::report_style::ReportStyle;
use crate::session::{AgendaTopic, Movement, Session, TakeHome};
use crate::vote::{Ballot, Round, Vote};

pub use area::Area;

/// What was done. The name of the variant is the event's `kind` in the file, and
/// the content its payload.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    tag = "kind",
    content = "body",
    rename_all = "snake_case",
    deny_unknown_fields
)]
#[non_exhaustive]
pub enum Change {
    /// The dossier was made. Always the first event of a dossier.
    DossierStarted {
        /// Whose dossier it is.
        organisation: Organisation,
        /// The language the committee works in.
        language: Language,
    },
    /// The organisation's particulars were written anew.
    OrganisationDescribed(Organisation),
    /// The committee's particulars were written anew.
    CommitteeDescribed(Committee),
    /// Somebody joined the committee.
    MemberJoined(Member),
    /// A member's particulars were written anew.
    MemberRevised {
        /// Who.
        member: MemberId,
        /// What holds from now on.
        now: Member,
    },
    /// Somebody left the committee.
    MemberLeft {
        /// Who.
        member: MemberId,
    },
    /// A member said to have an interest of their own in an application, and stands
    /// aside from scores, positions and decisions about it.
    ConflictOfInterestDeclared {
        /// In which application.
        subject: SubjectId,
        /// Who.
        member: MemberId,
        /// What binds them.
        reason: String,
    },
    /// The interest is no more.
    ConflictOfInterestEnded {
        /// In which application.
        subject: SubjectId,
        /// Whose.
        member: MemberId,
    },
    /// An AI application was added.
    SubjectAdded(Subject),
    /// An AI application's particulars were written anew.
    SubjectRevised {
        /// Which one.
        subject: SubjectId,
        /// What holds from now on.
        now: Subject,
    },
    /// An assessment of an application was started.
    AssessmentStarted {
        /// What is assessed.
        subject: SubjectId,
        /// With which questionnaire.
        questionnaire: Pinned,
        /// The date that decides which dated duties apply.
        date: Date,
        /// What falls inside this assessment and what does not.
        scope: String,
    },
    /// The date or the scope of an assessment was written anew.
    AssessmentRevised {
        /// Which one.
        assessment: AssessmentId,
        /// The date that decides which dated duties apply.
        date: Date,
        /// What falls inside this assessment and what does not.
        scope: String,
    },
    /// A question was answered.
    AnswerRecorded {
        /// In which assessment.
        assessment: AssessmentId,
        /// Which question.
        question: QuestionId,
        /// The answer.
        answer: Answer,
        /// The answers that this one replaces.
        based_on: Vec<EventId>,
        /// The answer of an earlier assessment that it was taken over from.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        taken_over_from: Option<EventId>,
    },
    /// A question was left open again.
    AnswerWithdrawn {
        /// In which assessment.
        assessment: AssessmentId,
        /// Which question.
        question: QuestionId,
        /// The answers that no longer hold.
        based_on: Vec<EventId>,
    },
    /// A file was added to an answer.
    EvidenceAttached {
        /// In which assessment.
        assessment: AssessmentId,
        /// To which question.
        question: QuestionId,
        /// The file.
        evidence: Evidence,
    },
    /// A file no longer counts as evidence. Its bytes stay in the dossier.
    EvidenceDetached {
        /// Which piece of evidence.
        evidence: EvidenceId,
    },
    /// The committee declared a section complete.
    SectionCompleted {
        /// In which assessment.
        assessment: AssessmentId,
        /// Which section.
        section: SectionId,
    },
    /// The committee took up a completed section again.
    SectionReopened {
        /// In which assessment.
        assessment: AssessmentId,
        /// Which section.
        section: SectionId,
    },
    /// A report with one more signature was kept.
    ReportSigned {
        /// Of which assessment.
        assessment: AssessmentId,
        /// SHA-256 of the whole signed file, hexadecimal: its name in the dossier.
        sha256: String,
        /// The dossier's fingerprint when the report was made, hexadecimal.
        fingerprint: String,
        /// How many events the dossier had then.
        events: u64,
        /// The language of the report.
        language: Language,
        /// Who signed it so far, in order.
        signers: Vec<String>,
        /// SHA-256 of the certificate of each of them, hexadecimal and in the same order. Empty where nobody wrote it down.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        certificates: Vec<String>,
        /// Where the dossier's chains ended when the report was made: what was merged
        /// since can then be told from what was there. Empty where nobody wrote it down.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        heads: Vec<Head>,
        /// Who was expected to sign it and has not yet.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        awaited: Vec<String>,
    },
    /// A session was planned.
    SessionPlanned {
        /// Of which assessment.
        assessment: AssessmentId,
        /// The plan.
        session: Session,
    },
    /// The plan of a session was written anew.
    SessionRevised {
        /// Of which assessment.
        assessment: AssessmentId,
        /// Which session.
        session: SessionId,
        /// What holds from now on.
        now: Session,
    },
    /// A session began, or was taken up again.
    SessionStarted {
        /// Of which assessment.
        assessment: AssessmentId,
        /// Which session.
        session: SessionId,
    },
    /// A session ended.
    SessionEnded {
        /// Of which assessment.
        assessment: AssessmentId,
        /// Which session.
        session: SessionId,
    },
    /// Somebody came to a session or went.
    AttendanceNoted {
        /// Of which assessment.
        assessment: AssessmentId,
        /// Which session.
        session: SessionId,
        /// Who.
        member: MemberId,
        /// What they did.
        movement: Movement,
        /// When, which may have been earlier.
        at: Moment,
    },
    /// A topic came on the table; the one before it is put aside.
    TopicTakenUp {
        /// Of which assessment.
        assessment: AssessmentId,
        /// In which session.
        session: SessionId,
        /// Which topic.
        topic: AgendaTopic,
    },
    /// A topic was finished.
    TopicClosed {
        /// Of which assessment.
        assessment: AssessmentId,
        /// In which session.
        session: SessionId,
        /// Which topic.
        topic: AgendaTopic,
    },
    /// The minutes were written anew.
    MinutesWritten {
        /// Of which assessment.
        assessment: AssessmentId,
        /// Of which session.
        session: SessionId,
        /// Of which topic; of the session as a whole when none is named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        topic: Option<AgendaTopic>,
        /// What was said.
        text: String,
    },
    /// A point was put in the parking lot.
    PointParked {
        /// Of which assessment.
        assessment: AssessmentId,
        /// In which session.
        session: SessionId,
        /// What it is.
        text: String,
    },
    /// A point was taken out of the parking lot.
    PointTakenOut {
        /// Of which assessment.
        assessment: AssessmentId,
        /// Which point.
        point: ParkedId,
        /// What became of it.
        outcome: String,
    },
    /// A question was taken home.
    TakeHomeAsked {
        /// Of which assessment.
        assessment: AssessmentId,
        /// In which session it came up, if in one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        session: Option<SessionId>,
        /// What is asked, of whom and by when.
        asked: TakeHome,
    },
    /// A question that was taken home was answered.
    TakeHomeAnswered {
        /// Of which assessment.
        assessment: AssessmentId,
        /// Which question.
        take_home: TakeHomeId,
        /// The answer.
        text: String,
    },
    /// A question that was taken home needs no answer any more.
    TakeHomeDropped {
        /// Of which assessment.
        assessment: AssessmentId,
        /// Which question.
        take_home: TakeHomeId,
        /// Why.
        reason: String,
    },
    /// A round of silent scores was opened.
    RoundOpened {
        /// Of which assessment.
        assessment: AssessmentId,
        /// What it asks for.
        round: Round,
    },
    /// A member voted, or voted anew.
    VoteCast {
        /// Of which assessment.
        assessment: AssessmentId,
        /// In which round.
        round: RoundId,
        /// On which question.
        question: QuestionId,
        /// Who.
        member: MemberId,
        /// Their vote, open or sealed.
        vote: Vote,
    },
    /// A sealed vote was unlocked. Words that do not fit the seal count for nothing.
    VoteUnsealed {
        /// Of which assessment.
        assessment: AssessmentId,
        /// In which round.
        round: RoundId,
        /// Which vote.
        vote: VoteId,
        /// What was voted.
        ballot: Ballot,
        /// The salt of the seal.
        salt: String,
    },
    /// A round was revealed. No vote counts that is not named here.
    RoundRevealed {
        /// Of which assessment.
        assessment: AssessmentId,
        /// Which round.
        round: RoundId,
        /// The votes that were there.
        votes: BTreeSet<VoteId>,
    },
    /// A member took a position, or another one.
    PositionTaken {
        /// Of which assessment.
        assessment: AssessmentId,
        /// On what.
        on: Matter,
        /// Who.
        member: MemberId,
        /// Their position.
        statement: Statement,
    },
    /// A member has no position any more.
    PositionWithdrawn {
        /// Of which assessment.
        assessment: AssessmentId,
        /// On what.
        on: Matter,
        /// Who.
        member: MemberId,
    },
    /// A question was commented on.
    CommentMade {
        /// Of which assessment.
        assessment: AssessmentId,
        /// Which question.
        question: QuestionId,
        /// The comment.
        comment: Comment,
    },
    /// A comment was worded anew.
    CommentRevised {
        /// Of which assessment.
        assessment: AssessmentId,
        /// Which comment.
        comment: CommentId,
        /// How it reads from now on.
        text: String,
    },
    /// What a comment was about is settled.
    CommentResolved {
        /// Of which assessment.
        assessment: AssessmentId,
        /// Which comment.
        comment: CommentId,
    },
    /// What a comment was about is not settled after all.
    CommentReopened {
        /// Of which assessment.
        assessment: AssessmentId,
        /// Which comment.
        comment: CommentId,
    },
    /// A comment was chosen into the report, or out of it.
    CommentChosen {
        /// Of which assessment.
        assessment: AssessmentId,
        /// Which comment.
        comment: CommentId,
        /// Whether it goes into the report.
        in_report: bool,
    },
    /// A finding was recorded.
    FindingRecorded {
        /// Of which assessment.
        assessment: AssessmentId,
        /// The finding.
        finding: Finding,
    },
    /// A finding was written anew.
    FindingRevised {
        /// Of which assessment.
        assessment: AssessmentId,
        /// Which finding.
        finding: FindingId,
        /// What holds from now on.
        now: Finding,
    },
    /// A finding no longer stands.
    FindingDropped {
        /// Of which assessment.
        assessment: AssessmentId,
        /// Which finding.
        finding: FindingId,
        /// Why.
        reason: String,
    },
    /// The committee did not make a finding of a proposal.
    ProposalDismissed {
        /// Of which assessment.
        assessment: AssessmentId,
        /// Which proposal.
        cause: Cause,
        /// Why.
        reason: String,
    },
    /// A risk was recorded.
    RiskRecorded {
        /// Of which assessment.
        assessment: AssessmentId,
        /// The risk.
        risk: Risk,
    },
    /// A risk was written anew.
    RiskRevised {
        /// Of which assessment.
        assessment: AssessmentId,
        /// Which risk.
        risk: RiskId,
        /// What holds from now on.
        now: Risk,
    },
    /// A risk is none after all.
    RiskDropped {
        /// Of which assessment.
        assessment: AssessmentId,
        /// Which risk.
        risk: RiskId,
        /// Why.
        reason: String,
    },
    /// A measure was recorded.
    MeasureRecorded {
        /// Of which assessment.
        assessment: AssessmentId,
        /// The measure.
        measure: Measure,
    },
    /// A measure was written anew.
    MeasureRevised {
        /// Of which assessment.
        assessment: AssessmentId,
        /// Which measure.
        measure: MeasureId,
        /// What holds from now on.
        now: Measure,
    },
    /// A measure was given up.
    MeasureDropped {
        /// Of which assessment.
        assessment: AssessmentId,
        /// Which measure.
        measure: MeasureId,
        /// Why.
        reason: String,
    },
    /// An action item was planned.
    ActionPlanned {
        /// Of which assessment.
        assessment: AssessmentId,
        /// The action item.
        action: ActionItem,
    },
    /// An action item was written anew.
    ActionRevised {
        /// Of which assessment.
        assessment: AssessmentId,
        /// Which action item.
        action: ActionId,
        /// What holds from now on.
        now: ActionItem,
    },
    /// It was noted how far an action item is.
    ActionProgressed {
        /// Of which assessment: the one in which it was planned.
        assessment: AssessmentId,
        /// Which action item.
        action: ActionId,
        /// How far it is.
        progress: Progress,
    },
    /// A file was added to something else than an answer.
    DocumentAttached {
        /// Of which assessment.
        assessment: AssessmentId,
        /// To what.
        of: DocumentOf,
        /// The file.
        evidence: Evidence,
    },
    /// An opinion from outside was recorded, or that none was asked.
    OpinionRecorded {
        /// Of which assessment.
        assessment: AssessmentId,
        /// The opinion.
        opinion: Opinion,
    },
    /// An opinion from outside was written anew.
    OpinionRevised {
        /// Of which assessment.
        assessment: AssessmentId,
        /// Which opinion.
        opinion: OpinionId,
        /// What holds from now on.
        now: Opinion,
    },
    /// An opinion from outside no longer stands.
    OpinionDropped {
        /// Of which assessment.
        assessment: AssessmentId,
        /// Which opinion.
        opinion: OpinionId,
        /// Why.
        reason: String,
    },
    /// The committee advised.
    AdviceGiven {
        /// Of which assessment.
        assessment: AssessmentId,
        /// The advice.
        advice: Advice,
        /// The advice that this one replaces.
        based_on: Vec<EventId>,
    },
    /// The committee took its advice back.
    AdviceWithdrawn {
        /// Of which assessment.
        assessment: AssessmentId,
        /// The advice that no longer holds.
        based_on: Vec<EventId>,
    },
    /// The accountable owner decided.
    DecisionTaken {
        /// Of which assessment.
        assessment: AssessmentId,
        /// The decision.
        decision: Decision,
        /// The decisions that this one replaces.
        based_on: Vec<EventId>,
    },
    /// The organisation made an assessment its own.
    AssessmentAdopted {
        /// Which one.
        assessment: AssessmentId,
        /// On which day.
        date: Date,
        /// By whom.
        by: String,
        /// Why, although not everybody signed who was expected to.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        because: String,
        /// Where the dossier's chains ended then: what lies beyond was not adopted. Empty where
        /// nobody wrote it down.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        heads: Vec<Head>,
    },
    /// An assessment no longer counts.
    AssessmentWithdrawn {
        /// Which one.
        assessment: AssessmentId,
        /// Why.
        reason: String,
    },
    /// An assessment was taken up again after it was signed or closed.
    AssessmentReopened {
        /// Which one.
        assessment: AssessmentId,
        /// Why.
        reason: String,
    },
    /// An earlier event no longer counts; of an event of this kind: the event that
    /// it undid counts again.
    Undone {
        /// Which event.
        event: EventId,
    },
    /// The words of an earlier event, and the files that only it named, were
    /// erased for good. That it took place stays.
    Erased {
        /// Which event.
        event: EventId,
        /// Why, without repeating what was erased.
        reason: String,
    },
    /// The words of an earlier event were not found in a damaged file. They count
    /// again where a sound copy still has them.
    Lost {
        /// Which event.
        event: EventId,
    },
    /// How reports look, and what the organisation adds to them, was written anew.
    ReportStyled(ReportStyle),
    /// A copy was handed out, to be worked in elsewhere.
    CopyHandedOut(HandedOut),
    /// What was done in a copy was taken in.
    CopyTakenIn {
        /// Which copy.
        copy: CopyId,
    },
    /// A copy will not come back.
    CopyGivenUp {
        /// Which copy.
        copy: CopyId,
        /// Why.
        reason: String,
    },
    /// The organisation chose how long it keeps the dossier.
    RetentionChosen {
        /// The last day on which it is kept.
        until: Date,
        /// Why until then.
        reason: String,
    },
}
