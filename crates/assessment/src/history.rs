//! The history: for each event what it is about, and what held before and after.
//!
//! Values are data; the words that a person reads are chosen elsewhere. An undo is
//! told like any other change: as what held before it and what holds since.

use questionnaire::{QuestionId, SectionId};

use crate::answer::Evidence;
use crate::change::Change;
use crate::committee::{Committee, Member, Organisation, Subject};
use crate::event::{AssessmentId, Event, EventId, EvidenceId, MemberId, SubjectId};
use crate::state::{ConflictOfInterest, RecordedAnswer, Retention, State};
use jiff::civil::Date;

/// One event of the history.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry<'a> {
    /// Its place among all events, from 1.
    pub number: u64,
    /// The event.
    pub event: &'a Event,
    /// What it is about; `None` when its words were erased.
    pub about: Option<About>,
    /// What held before it; `None` when there was nothing yet.
    pub before: Option<Held>,
    /// What held after it; `None` when there is nothing any more.
    pub after: Option<Held>,
    /// The event by which it was undone, if it does not count now.
    pub undone_by: Option<EventId>,
    /// The event by which its words were erased.
    pub erased_by: Option<EventId>,
}

/// What an event is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum About {
    /// The organisation.
    Organisation,
    /// The committee.
    Committee,
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
    /// A signed report, by the event that kept it.
    Report(EventId),
    /// Another event: its words were erased or lost.
    Event(EventId),
}

/// What held for what an event is about.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Held {
    /// The organisation's particulars.
    Organisation(Organisation),
    /// The committee's particulars.
    Committee(Committee),
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
    /// The SHA-256 of a signed report.
    Report(String),
}

/// The history that `events` tell, in order of place.
pub fn history<'a>(events: impl IntoIterator<Item = &'a Event>) -> Vec<Entry<'a>> {
    let mut events: Vec<&Event> = events.into_iter().collect();
    events.sort_by(|a, b| a.place().cmp(&b.place()));
    events.dedup_by_key(|event| event.id);
    let now = State::from_events(events.iter().copied());
    let mut state = State::default();
    (1..)
        .zip(events)
        .map(|(number, event)| {
            let about = about(&now, event);
            let held = |state: &State| about.as_ref().and_then(|about| state.held(about));
            let before = held(&state);
            state.apply(event);
            let after = held(&state);
            Entry {
                number,
                event,
                before,
                after,
                undone_by: now.undone_by(event.id),
                erased_by: now.reach.erased(event.id),
                about,
            }
        })
        .collect()
}

/// The part of the history that is about one question: its answers, and what was
/// attached to it.
pub fn of_question<'a>(
    events: impl IntoIterator<Item = &'a Event>,
    assessment: AssessmentId,
    question: &QuestionId,
) -> Vec<Entry<'a>> {
    let mut history = history(events);
    history.retain(|entry| match &entry.about {
        Some(About::Question(of, named)) => *of == assessment && named == question,
        Some(About::Evidence(_)) => [&entry.before, &entry.after].into_iter().flatten().any(
            |held| matches!(held, Held::Evidence { assessment: of, question: named, .. } if *of == assessment && named == question),
        ),
        _ => false,
    });
    history
}

fn about(now: &State, event: &Event) -> Option<About> {
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
        Change::EvidenceAttached { .. } => About::Evidence(EvidenceId(id)),
        Change::EvidenceDetached { evidence } => About::Evidence(*evidence),
        Change::SectionCompleted {
            assessment,
            section,
        }
        | Change::SectionReopened {
            assessment,
            section,
        } => About::Section(*assessment, section.clone()),
        Change::ReportSigned { .. } => About::Report(id),
        Change::RetentionChosen { .. } => About::Retention,
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

impl State {
    /// What holds now for what an event is about.
    pub fn held(&self, about: &About) -> Option<Held> {
        let assessment = |id: &AssessmentId| self.assessments.get(id);
        Some(match about {
            About::Organisation if self.organisation == Organisation::default() => return None,
            About::Organisation => Held::Organisation(self.organisation.clone()),
            About::Committee if self.committee == Committee::default() => return None,
            About::Committee => Held::Committee(self.committee.clone()),
            About::Retention => Held::Retention(self.retention.clone()?),
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
