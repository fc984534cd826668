//! What holds for what an event is about.

use jiff::civil::Date;
use questionnaire::QuestionId;

use super::About;
use crate::advice::{Advice, Decision, Opinion};
use crate::answer::Evidence;
use crate::committee::{Committee, Member, Organisation, Subject};
use crate::copies::CopyState;
use crate::event::AssessmentId;
use crate::finding::{Finding, Measure, Risk};
use crate::moment::Moment;
use crate::report_style::ReportStyle;
use crate::session::Session;
use crate::state::{
    ActionState, Attendance, Closing, CommentState, ConflictOfInterest, Dismissal, Document, Given,
    Minutes, Parked, Recorded, RecordedAnswer, Retention, Reveal, State, TakeHomeState,
    TakenPosition,
};
use crate::vote::Round;

/// What held for what an event is about.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Held {
    /// The organisation's particulars.
    Organisation(Organisation),
    /// The committee's particulars.
    Committee(Committee),
    /// How reports look.
    ReportStyle(ReportStyle),
    /// How long the dossier is kept.
    Retention(Retention),
    /// A member's particulars, and whether they have left.
    Member {
        /// The particulars.
        member: Member,
        /// Whether they have left.
        left: bool,
    },
    /// Why a member stands aside.
    ConflictOfInterest(ConflictOfInterest),
    /// An application's particulars.
    Subject(Subject),
    /// The date and scope of an assessment.
    Assessment {
        /// The date that decides which dated duties apply.
        date: Date,
        /// What falls inside and what does not.
        scope: String,
    },
    /// The answers to a question, more than one when they contradict each other.
    Answers(Vec<RecordedAnswer>),
    /// A piece of evidence.
    Evidence {
        /// In which assessment.
        assessment: AssessmentId,
        /// To which question.
        question: QuestionId,
        /// The file.
        evidence: Evidence,
    },
    /// The committee declared the section complete.
    Completed,
    /// A session as it is planned, and whether it goes on.
    Session {
        /// The plan.
        session: Session,
        /// When it began.
        started: Option<Moment>,
        /// When it ended.
        ended: Option<Moment>,
    },
    /// Somebody's coming and going.
    Attendance(Vec<Attendance>),
    /// Minutes.
    Minutes(Minutes),
    /// A point in the parking lot.
    Parked(Recorded<Parked>),
    /// A question taken home.
    TakeHome(TakeHomeState),
    /// A round of silent scores, without the votes.
    Round {
        /// What it asks for.
        round: Round,
        /// The reveal.
        revealed: Option<Reveal>,
    },
    /// The member voted. What, the history never tells.
    Voted,
    /// A position.
    Position(TakenPosition),
    /// A comment.
    Comment(CommentState),
    /// A finding.
    Finding(Recorded<Finding>),
    /// Why a proposal was dismissed.
    Dismissal(Dismissal),
    /// A risk.
    Risk(Recorded<Risk>),
    /// A measure.
    Measure(Recorded<Measure>),
    /// An action item.
    Action(ActionState),
    /// An opinion from outside.
    Opinion(Recorded<Opinion>),
    /// The file of an action or an opinion.
    Document {
        /// In which assessment.
        assessment: AssessmentId,
        /// The file.
        document: Document,
    },
    /// The advice, more than one when they contradict each other.
    Advice(Vec<Given<Advice>>),
    /// The decision, more than one when they contradict each other.
    Decision(Vec<Given<Decision>>),
    /// A copy, and what became of it.
    Copy(CopyState),
    /// How the assessment was closed.
    Closing(Closing),
    /// The SHA-256 of a signed report.
    Report(String),
}

impl State {
    /// What holds now for what an event is about.
    pub fn held(&self, about: &About) -> Option<Held> {
        let assessment = |id: &AssessmentId| self.assessments.get(id);
        Some(match about {
            About::Organisation if self.organisation == Organisation::default() => return None,
            About::Organisation => Held::Organisation(self.organisation.clone()),
            About::Committee if self.committee == Committee::default() => return None,
            About::Committee => Held::Committee(self.committee.clone()),
            About::ReportStyle if self.report_style == ReportStyle::default() => return None,
            About::ReportStyle => Held::ReportStyle(self.report_style.clone()),
            About::Retention => Held::Retention(self.retention.clone()?),
            About::Copy(id) => Held::Copy(self.copies.get(id)?.clone()),
            About::Member(id) => {
                let state = self.members.get(id)?;
                Held::Member {
                    member: state.member.clone(),
                    left: state.left.is_some(),
                }
            }
            About::ConflictOfInterest(subject, member) => {
                let held = self.conflicts_of_interest.get(&(*subject, *member))?;
                Held::ConflictOfInterest(held.clone())
            }
            About::Subject(id) => Held::Subject(self.subjects.get(id)?.clone()),
            About::Assessment(id) => {
                let state = assessment(id)?;
                Held::Assessment {
                    date: state.date,
                    scope: state.scope.clone(),
                }
            }
            About::Question(id, question) => {
                Held::Answers(assessment(id)?.answers.get(question)?.clone())
            }
            About::Evidence(id) => self.assessments.iter().find_map(|(of, state)| {
                if let Some(document) = state.follow_up.documents.get(id) {
                    return Some(Held::Document {
                        assessment: *of,
                        document: document.clone(),
                    });
                }
                let attached = state.evidence.iter().find(|attached| attached.id == *id)?;
                Some(Held::Evidence {
                    assessment: *of,
                    question: attached.question.clone(),
                    evidence: attached.evidence.clone(),
                })
            })?,
            About::Section(id, section) => {
                assessment(id)?.completed.get(section)?;
                Held::Completed
            }
            About::Session(id, session) => {
                let state = assessment(id)?.sessions.sessions.get(session)?;
                Held::Session {
                    session: state.session.clone(),
                    started: state.started,
                    ended: state.ended,
                }
            }
            About::Attendance(id, session, member) => {
                let state = assessment(id)?.sessions.sessions.get(session)?;
                Held::Attendance(state.attendance.get(member)?.clone())
            }
            About::Minutes(id, session, topic) => {
                let state = assessment(id)?.sessions.sessions.get(session)?;
                Held::Minutes(state.minutes.get(topic)?.clone())
            }
            About::Parked(id, point) => {
                Held::Parked(assessment(id)?.sessions.parked.get(point)?.clone())
            }
            About::TakeHome(id, asked) => {
                Held::TakeHome(assessment(id)?.sessions.take_home.get(asked)?.clone())
            }
            About::Round(id, round) => {
                let state = assessment(id)?.rounds.get(round)?;
                Held::Round {
                    round: state.round.clone(),
                    revealed: state.revealed.clone(),
                }
            }
            About::Vote(id, round, question, member) => {
                let state = assessment(id)?.rounds.get(round)?;
                state.voters(question).get(member)?;
                Held::Voted
            }
            About::Position(id, on, member) => {
                let positions = &assessment(id)?.deliberation.positions;
                Held::Position(positions.get(on)?.get(member)?.clone())
            }
            About::Comment(id, comment) => {
                Held::Comment(assessment(id)?.deliberation.comments.get(comment)?.clone())
            }
            About::Finding(id, finding) => {
                Held::Finding(assessment(id)?.follow_up.findings.get(finding)?.clone())
            }
            About::Proposal(id, cause) => {
                Held::Dismissal(assessment(id)?.follow_up.dismissed.get(cause)?.clone())
            }
            About::Risk(id, risk) => Held::Risk(assessment(id)?.follow_up.risks.get(risk)?.clone()),
            About::Measure(id, measure) => {
                Held::Measure(assessment(id)?.follow_up.measures.get(measure)?.clone())
            }
            About::Action(id, action) => {
                Held::Action(assessment(id)?.follow_up.actions.get(action)?.clone())
            }
            About::Opinion(id, opinion) => {
                Held::Opinion(assessment(id)?.follow_up.opinions.get(opinion)?.clone())
            }
            About::Advice(id) => match &assessment(id)?.conclusion.advice {
                advice if advice.is_empty() => return None,
                advice => Held::Advice(advice.clone()),
            },
            About::Decision(id) => match &assessment(id)?.conclusion.decisions {
                decisions if decisions.is_empty() => return None,
                decisions => Held::Decision(decisions.clone()),
            },
            About::Closing(id) => Held::Closing(assessment(id)?.conclusion.closed.clone()?),
            About::Report(id) => self
                .assessments
                .values()
                .flat_map(|state| &state.reports)
                .find(|report| report.event == *id)
                .map(|report| Held::Report(report.sha256.clone()))?,
            About::Event(_) => return None,
        })
    }
}
