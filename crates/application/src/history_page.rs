//! The history: everything that was done, as sentences in the user's language.

use std::collections::BTreeMap;

use assessment::{
    Answer, AssessmentId, Change, Event, EventId, Member, MemberId, Organisation, State, Subject,
};
use questionnaire::{Question, QuestionId, Questionnaire};
use serde::Serialize;

use crate::Application;
use crate::open::Open;
use crate::problem::Problem;
use crate::view::*;
use crate::words::Words;

const MOST: u32 = 200;

impl Application {
    /// A page of the history, the latest first.
    ///
    /// # Errors
    /// When no dossier is open.
    pub fn history_page(&mut self, input: HistoryOf) -> Result<HistoryPage, Problem> {
        let words = self.words();
        let open = self.open()?;
        let skip = usize::try_from(input.skip).unwrap_or(usize::MAX);
        let take = usize::try_from(input.take.min(MOST)).unwrap_or(usize::MAX);
        let wanted = |entry: &Entry<'_>| {
            let about = input.assessment.as_deref();
            let same_assessment =
                about.is_none_or(|id| entry.assessment.is_some_and(|own| own.to_string() == id));
            let question = input.question.as_deref();
            let same_question =
                question.is_none_or(|id| entry.question.is_some_and(|own| own.as_str() == id));
            same_assessment && same_question
        };
        let entries: Vec<Entry<'_>> = entries(open).into_iter().filter(wanted).collect();
        let total = entries.len() as u64;
        let page: Vec<Entry<'_>> = entries.into_iter().rev().skip(skip).take(take).collect();
        Ok(HistoryPage {
            entries: page.iter().map(|entry| entry.view(open, words)).collect(),
            total,
            meaning: words.text("application-history-meaning"),
        })
    }
}

/// An entry of the history, for programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HistoryFigures {
    /// Its number, from 1.
    pub number: u64,
    /// When, in RFC 3339.
    pub at: String,
    /// Who.
    pub who: String,
    /// The kind of change; `erased` when its words are gone.
    pub kind: &'static str,
    /// The assessment that it is about.
    pub assessment: Option<String>,
    /// The question that it is about.
    pub question: Option<String>,
    /// What was done, as a sentence.
    pub what: String,
    /// What held before, in words.
    pub before: Option<String>,
    /// What holds since, in words.
    pub after: Option<String>,
}

impl Application {
    /// The whole history, the earliest first.
    ///
    /// # Errors
    /// When no dossier is open.
    pub fn history(&self) -> Result<Vec<HistoryFigures>, Problem> {
        let words = self.words();
        let open = self.open()?;
        Ok(entries(open)
            .iter()
            .map(|entry| {
                let view = entry.view(open, words);
                HistoryFigures {
                    number: entry.number,
                    at: entry.event.at.to_string(),
                    who: view.who,
                    kind: entry.event.change.as_ref().map_or("erased", Change::kind),
                    assessment: view.assessment,
                    question: view.question,
                    what: view.what,
                    before: view.before,
                    after: view.after,
                }
            })
            .collect())
    }
}

/// What an event did, as a sentence.
pub(crate) fn sentence(open: &Open, words: Words, id: EventId) -> String {
    let entries = entries(open);
    let entry = entries.iter().find(|entry| entry.event.id == id);
    entry
        .map(|entry| entry.view(open, words).what)
        .unwrap_or_default()
}

/// An event with what it is about and what it replaces.
struct Entry<'a> {
    number: u64,
    event: &'a Event,
    assessment: Option<AssessmentId>,
    question: Option<&'a QuestionId>,
    /// The event whose words held before.
    before: Option<&'a Change>,
}

/// Every event in order, with what it replaced: found in one walk.
fn entries(open: &Open) -> Vec<Entry<'_>> {
    let mut by_id: BTreeMap<EventId, &Change> = BTreeMap::new();
    let mut latest: BTreeMap<String, &Change> = BTreeMap::new();
    let mut entries = Vec::with_capacity(open.events().len());
    for (place, event) in open.events().iter().enumerate() {
        let mut entry = Entry {
            number: place as u64 + 1,
            event,
            assessment: None,
            question: None,
            before: None,
        };
        if let Some(change) = &event.change {
            entry.assessment = change.assessment();
            entry.before = match change {
                Change::AnswerRecorded { based_on, .. }
                | Change::AnswerWithdrawn { based_on, .. } => {
                    based_on.first().and_then(|id| by_id.get(id).copied())
                }
                Change::EvidenceDetached { evidence } => by_id.get(&evidence.0).copied(),
                _ => key(event, change).and_then(|key| latest.insert(key, change)),
            };
            if let (Change::EvidenceDetached { .. }, Some(attached)) = (change, entry.before) {
                entry.assessment = attached.assessment();
                entry.question = question_of(attached);
            } else {
                entry.question = question_of(change);
            }
            if matches!(change, Change::AssessmentStarted { .. }) {
                entry.assessment = Some(AssessmentId(event.id));
            }
            by_id.insert(event.id, change);
        }
        entries.push(entry);
    }
    entries
}

/// What a change writes anew: the same for every change that replaces the one before.
fn key(event: &Event, change: &Change) -> Option<String> {
    Some(match change {
        Change::DossierStarted { .. } | Change::OrganisationDescribed(_) => "organisation".into(),
        Change::CommitteeDescribed(_) => "committee".into(),
        Change::MemberJoined(_) => event.id.to_string(),
        Change::MemberRevised { member, .. } => member.to_string(),
        Change::SubjectAdded(_) => event.id.to_string(),
        Change::SubjectRevised { subject, .. } => subject.to_string(),
        Change::AssessmentStarted { .. } => event.id.to_string(),
        Change::AssessmentRevised { assessment, .. } => assessment.to_string(),
        _ => return None,
    })
}

fn question_of(change: &Change) -> Option<&QuestionId> {
    match change {
        Change::AnswerRecorded { question, .. }
        | Change::AnswerWithdrawn { question, .. }
        | Change::EvidenceAttached { question, .. } => Some(question),
        _ => None,
    }
}

impl Entry<'_> {
    fn view(&self, open: &Open, words: Words) -> HistoryEntry {
        let describe = |change: &Change| {
            Described {
                open,
                state: open.state(),
                words,
                assessment: self.assessment,
            }
            .content(change)
        };
        let what = match &self.event.change {
            Some(change) => Described {
                open,
                state: open.state(),
                words,
                assessment: self.assessment,
            }
            .sentence(change, self),
            None => words.text("history-erased"),
        };
        HistoryEntry {
            id: self.event.id.to_string(),
            number: self.number,
            at: words.moment(self.event.at),
            who: open.who(self.event.actor, words),
            what,
            before: self.before.and_then(describe),
            after: self
                .event
                .change
                .as_ref()
                .filter(|change| !matches!(change, Change::EvidenceDetached { .. }))
                .and_then(describe),
            assessment: self.assessment.map(|id| id.to_string()),
            question: self.question.map(ToString::to_string),
        }
    }
}

/// Puts changes into words.
struct Described<'a> {
    open: &'a Open,
    state: &'a State,
    words: Words,
    assessment: Option<AssessmentId>,
}

impl Described<'_> {
    fn questionnaire(&self) -> Option<&Questionnaire> {
        let state = self.state.assessments.get(&self.assessment?)?;
        self.open.questionnaire(&state.questionnaire).ok()
    }

    fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questionnaire()?.question(id)
    }

    fn subject_of(&self, assessment: Option<AssessmentId>) -> String {
        assessment
            .and_then(|id| self.state.assessments.get(&id))
            .and_then(|assessment| self.state.subjects.get(&assessment.subject))
            .map(|subject| subject.name.clone())
            .unwrap_or_default()
    }

    fn member(&self, id: &MemberId) -> String {
        self.state
            .members
            .get(id)
            .map(|member| member.member.name.clone())
            .unwrap_or_default()
    }

    /// What was done, as a sentence.
    fn sentence(&self, change: &Change, entry: &Entry<'_>) -> String {
        let key = format!("history-{}", change.kind().replace('_', "-"));
        let question = entry.question.map(ToString::to_string).unwrap_or_default();
        let name = match change {
            Change::DossierStarted { organisation, .. }
            | Change::OrganisationDescribed(organisation) => organisation.name.clone(),
            Change::MemberJoined(member) => member.name.clone(),
            Change::MemberRevised { now, .. } => now.name.clone(),
            Change::MemberLeft { member } => self.member(member),
            Change::SubjectAdded(subject) => subject.name.clone(),
            Change::SubjectRevised { now, .. } => now.name.clone(),
            Change::EvidenceAttached { evidence, .. } => evidence.label.clone(),
            Change::EvidenceDetached { .. } => match entry.before {
                Some(Change::EvidenceAttached { evidence, .. }) => evidence.label.clone(),
                _ => String::new(),
            },
            Change::SectionCompleted { section, .. } | Change::SectionReopened { section, .. } => {
                self.questionnaire()
                    .and_then(|questionnaire| questionnaire.section(section))
                    .map(|section| self.words.of(&section.title))
                    .unwrap_or_else(|| section.to_string())
            }
            Change::ReportSigned { signers, .. } => signers.last().cloned().unwrap_or_default(),
            _ => self.subject_of(entry.assessment),
        };
        self.words.format(
            &key,
            &[("name", name.into()), ("question", question.into())],
        )
    }

    /// What a change says, in words.
    fn content(&self, change: &Change) -> Option<String> {
        let words = self.words;
        Some(match change {
            Change::DossierStarted { organisation, .. }
            | Change::OrganisationDescribed(organisation) => self.organisation(organisation),
            Change::CommitteeDescribed(committee) => committee.mandate.clone(),
            Change::MemberJoined(member) | Change::MemberRevised { now: member, .. } => {
                self.full_member(member)
            }
            Change::SubjectAdded(subject) | Change::SubjectRevised { now: subject, .. } => {
                subject_text(subject)
            }
            Change::AssessmentStarted { date, scope, .. }
            | Change::AssessmentRevised { date, scope, .. } => joined(&[&words.date(*date), scope]),
            Change::AnswerRecorded {
                question, answer, ..
            } => self.answer(question, answer),
            Change::EvidenceAttached { evidence, .. } => {
                format!("{} ({})", evidence.label, words.size(evidence.size))
            }
            Change::ReportSigned { sha256, .. } => sha256.clone(),
            _ => return None,
        })
    }

    fn organisation(&self, organisation: &Organisation) -> String {
        joined(&[
            &organisation.name,
            &organisation.sector,
            &organisation.description,
            &organisation.contact,
        ])
    }

    fn full_member(&self, member: &Member) -> String {
        joined(&[&self.words.member(member), &member.expertise])
    }

    fn answer(&self, id: &QuestionId, answer: &Answer) -> String {
        let words = self.words;
        let value = match (self.questionnaire(), self.question(id)) {
            (Some(questionnaire), Some(question)) => {
                words.value(questionnaire, question, &answer.value)
            }
            _ => answer.value.written(),
        };
        let certainty = answer
            .certainty
            .map(|certainty| words.certainty(certainty))
            .unwrap_or_default();
        let strength = match (self.questionnaire(), answer.evidence_strength) {
            (Some(questionnaire), Some(strength)) => {
                words.evidence_strength(questionnaire, strength)
            }
            _ => String::new(),
        };
        joined(&[
            &value,
            &answer.because,
            &certainty,
            &strength,
            answer.by.as_deref().unwrap_or_default(),
        ])
    }
}

fn subject_text(subject: &Subject) -> String {
    joined(&[
        &subject.name,
        &subject.purpose,
        &subject.description,
        &subject.supplier,
        &subject.in_use_since,
    ])
}

/// The parts that say something, one a line.
fn joined(parts: &[&str]) -> String {
    let saying: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    saying.join("\n")
}
