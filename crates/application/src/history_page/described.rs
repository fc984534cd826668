//! Changes in words: what was done, and what held.

use assessment::history::Held;
use assessment::{
    Answer, AssessmentId, Change, Event, EventId, Member, MemberId, Organisation, RecordedAnswer,
    Subject,
};
use questionnaire::{QuestionId, Questionnaire, SectionId};

use super::{Place, committee_work};
use crate::keeping;
use crate::open::Open;
use crate::words::Words;

/// How far an undo is followed to what it undid, in words.
const DEEPEST: usize = 3;

/// What an event did, as a sentence.
pub(crate) fn sentence(open: &Open, words: Words, event: &Event) -> String {
    told(open, words, event, DEEPEST)
}

fn told(open: &Open, words: Words, event: &Event, deeper: usize) -> String {
    let Some(change) = &event.change else {
        return words_gone(open, words, event);
    };
    let key = format!("history-{}", change.kind().replace('_', "-"));
    let other = |id: &EventId| find(open, id).filter(|_| deeper > 0);
    let name = match change {
        Change::DossierStarted { organisation, .. }
        | Change::OrganisationDescribed(organisation) => organisation.name.clone(),
        Change::MemberJoined(member) | Change::MemberRevised { now: member, .. } => {
            member.name.clone()
        }
        Change::MemberLeft { member }
        | Change::ConflictOfInterestDeclared { member, .. }
        | Change::ConflictOfInterestEnded { member, .. } => name_of(open, words, member),
        Change::SubjectAdded(subject) | Change::SubjectRevised { now: subject, .. } => {
            subject.name.clone()
        }
        Change::EvidenceAttached { evidence, .. } => evidence.label.clone(),
        Change::EvidenceDetached { evidence } => match attached(other(&evidence.0)) {
            Some((label, _)) => label,
            None => words.text("history-erased-name"),
        },
        Change::SectionCompleted {
            assessment,
            section,
        }
        | Change::SectionReopened {
            assessment,
            section,
        } => title(open, words, *assessment, section),
        Change::ReportSigned { signers, .. } => signers.last().cloned().unwrap_or_default(),
        Change::Undone { event } => {
            return undone(open, words, event, deeper);
        }
        Change::Erased { event, .. } | Change::Lost { event } => which(open, words, event),
        Change::RetentionChosen { until, .. } => words.date(*until),
        Change::CopyHandedOut(copy) => match copy.member {
            Some(member) => format!("{} ({})", copy.file, name_of(open, words, &member)),
            None => copy.file.clone(),
        },
        Change::CopyTakenIn { copy } | Change::CopyGivenUp { copy, .. } => {
            let state = open.state().copies.get(copy);
            let file = state.map(|state| state.copy.file.clone());
            file.unwrap_or_else(|| words.text("history-erased-name"))
        }
        Change::AssessmentStarted { .. } => subject_of(open, words, AssessmentId(event.id)),
        _ => committee_work::named(open, words, change).unwrap_or_else(|| {
            change
                .assessment()
                .map(|id| subject_of(open, words, id))
                .unwrap_or_default()
        }),
    };
    let question = match change {
        Change::AnswerRecorded { question, .. }
        | Change::AnswerWithdrawn { question, .. }
        | Change::EvidenceAttached { question, .. } => question.to_string(),
        Change::EvidenceDetached { evidence } => match attached(other(&evidence.0)) {
            Some((_, question)) => question,
            None => words.text("history-erased-name"),
        },
        _ => committee_work::question(open, change).unwrap_or_default(),
    };
    let reason = match change {
        Change::Erased { reason, .. }
        | Change::RetentionChosen { reason, .. }
        | Change::CopyGivenUp { reason, .. } => reason.as_str(),
        _ => "",
    };
    let arguments = [
        ("name", name.into()),
        ("question", question.into()),
        ("reason", reason.into()),
    ];
    words.format(&key, &arguments)
}

/// Which change an event was, when nothing can be said of what it did: its number, when and whose.
pub(crate) fn which(open: &Open, words: Words, id: &EventId) -> String {
    let Some(event) = find(open, id) else {
        return String::new();
    };
    let arguments = [
        ("number", open.number(*id).into()),
        ("at", words.moment(event.at).into()),
        ("who", open.author(event, words).into()),
    ];
    words.format("history-which", &arguments)
}

/// That the words of an event are not there, and why.
fn words_gone(open: &Open, words: Words, event: &Event) -> String {
    let Some((by, reason)) = open.state().erased_by(event.id) else {
        return words.text("history-words-lost");
    };
    let Some(by) = find(open, &by) else {
        return words.text("history-words-gone");
    };
    let arguments = [
        ("at", words.moment(by.at).into()),
        ("who", open.who(by.actor, words).into()),
        ("reason", reason.into()),
    ];
    words.format("history-words-erased", &arguments)
}

/// That an event no longer counts; or, of an event that itself undid another, that the other counts
/// again.
fn undone(open: &Open, words: Words, id: &EventId, deeper: usize) -> String {
    let (mut subject, mut counts) = (find(open, id), false);
    // Each names one that stands before it, so this ends.
    while let Some(Change::Undone { event }) = subject.and_then(|event| event.change.as_ref()) {
        (subject, counts) = (find(open, event), !counts);
    }
    let name = subject
        .filter(|_| deeper > 0)
        .map(|event| told(open, words, event, deeper - 1))
        .unwrap_or_default();
    let key = if counts {
        "history-counts-again"
    } else {
        "history-undone"
    };
    words.format(key, &[("name", name.into())])
}

fn find<'a>(open: &'a Open, id: &EventId) -> Option<&'a Event> {
    open.events().iter().find(|event| event.id == *id)
}

/// What held, in words; nothing where there is nothing to tell.
pub(super) fn content(open: &Open, words: Words, place: &Place, held: &Held) -> Option<String> {
    let told = match held {
        Held::Organisation(organisation) => organisation_text(organisation),
        Held::Committee(committee) => committee.mandate.clone(),
        Held::ReportStyle(style) => {
            let sections = style.sections.keys().map(ToString::to_string);
            let logo = style.logo.as_ref().map(|_| words.text("history-logo"));
            let chosen = [style.name.clone(), style.accent.clone(), logo];
            let chosen = chosen.into_iter().flatten();
            chosen.chain(sections).collect::<Vec<_>>().join(", ")
        }
        Held::Retention(retention) => joined(&[&words.date(retention.until), &retention.reason]),
        Held::Member { left: true, .. } => return None,
        Held::Member { member, .. } => member_text(words, member),
        Held::ConflictOfInterest(conflict) => conflict.reason.clone(),
        Held::Subject(subject) => subject_text(subject),
        Held::Assessment { date, scope } => joined(&[&words.date(*date), scope]),
        Held::Answers(answers) => answers_text(open, words, place, answers),
        Held::Evidence { evidence, .. } => {
            format!("{} ({})", evidence.label, words.size(evidence.size))
        }
        Held::Copy(copy) => keeping::copying::standing(words, copy),
        Held::Report(sha256) => sha256.clone(),
        other => committee_work::content(words, other)?,
    };
    (!told.is_empty()).then_some(told)
}

fn questionnaire(open: &Open, assessment: AssessmentId) -> Option<&Questionnaire> {
    let state = open.state().assessments.get(&assessment)?;
    open.questionnaire(&state.questionnaire).ok()
}

fn title(open: &Open, words: Words, assessment: AssessmentId, section: &SectionId) -> String {
    questionnaire(open, assessment)
        .and_then(|questionnaire| questionnaire.section(section))
        .map(|section| words.of(&section.title))
        .unwrap_or_else(|| section.to_string())
}

fn subject_of(open: &Open, words: Words, assessment: AssessmentId) -> String {
    let state = open.state();
    let assessment = state.assessments.get(&assessment);
    assessment
        .and_then(|assessment| state.subjects.get(&assessment.subject))
        .map(|subject| subject.name.clone())
        .unwrap_or_else(|| words.text("history-erased-name"))
}

pub(super) fn name_of(open: &Open, words: Words, member: &MemberId) -> String {
    let state = open.state().members.get(member);
    state
        .map(|state| state.member.name.clone())
        .unwrap_or_else(|| words.text("history-erased-name"))
}

/// The label of an attached file, and the question that it was attached to.
fn attached(event: Option<&Event>) -> Option<(String, String)> {
    match &event?.change {
        Some(Change::EvidenceAttached {
            evidence, question, ..
        }) => Some((evidence.label.clone(), question.to_string())),
        _ => None,
    }
}

fn answers_text(open: &Open, words: Words, place: &Place, answers: &[RecordedAnswer]) -> String {
    let questionnaire = place.assessment.and_then(|id| questionnaire(open, id));
    let question = place.question.as_ref();
    let told: Vec<String> = answers
        .iter()
        .map(|recorded| answer_text(words, questionnaire, question, &recorded.answer))
        .collect();
    told.join("\n\n")
}

fn answer_text(
    words: Words,
    questionnaire: Option<&Questionnaire>,
    id: Option<&QuestionId>,
    answer: &Answer,
) -> String {
    let question = id.and_then(|id| questionnaire?.question(id));
    let value = match (questionnaire, question) {
        (Some(questionnaire), Some(question)) => {
            words.value(questionnaire, question, &answer.value)
        }
        _ => answer.value.written(),
    };
    let certainty = answer.certainty.map(|certainty| words.certainty(certainty));
    let strength = match (questionnaire, answer.evidence_strength) {
        (Some(questionnaire), Some(strength)) => words.evidence_strength(questionnaire, strength),
        _ => String::new(),
    };
    joined(&[
        &value,
        &answer.because,
        &certainty.unwrap_or_default(),
        &strength,
        answer.by.as_deref().unwrap_or_default(),
    ])
}

fn organisation_text(organisation: &Organisation) -> String {
    joined(&[
        &organisation.name,
        &organisation.sector,
        &organisation.description,
        &organisation.contact,
    ])
}

fn member_text(words: Words, member: &Member) -> String {
    joined(&[&words.member(member), &member.expertise])
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
