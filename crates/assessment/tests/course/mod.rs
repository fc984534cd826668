//! Courses of events, made by hand, on one copy of a dossier or several.

#![allow(dead_code, reason = "each test uses its part")]

use assessment::{
    Actor, Answer, AssessmentId, Change, Event, EventId, Member, MemberId, Moment, Organisation,
    Pinned, ReplicaId, Role, State, Subject, SubjectId,
};
use questionnaire::{Language, Value};

pub(crate) fn moment(minute: u64) -> Moment {
    let (hour, minute) = (9 + minute / 60 % 12, minute % 60);
    format!("2026-11-21T{hour:02}:{minute:02}:00+01:00")
        .parse()
        .unwrap()
}

pub(crate) fn member(name: &str) -> Member {
    Member::new(name, Role::Member)
}

pub(crate) fn named(name: &str) -> Subject {
    Subject {
        name: name.to_owned(),
        ..Subject::default()
    }
}

/// Events of one or more copies, made by hand.
#[derive(Default, Clone)]
pub(crate) struct Course {
    pub(crate) events: Vec<Event>,
    pub(crate) lamport: u64,
}

impl Course {
    pub(crate) fn begun() -> Self {
        let mut course = Course::default();
        course.go(Change::DossierStarted {
            organisation: Organisation {
                name: "Voorbeeld Webwinkel B.V.".to_owned(),
                ..Organisation::default()
            },
            language: Language::Nl,
        });
        course
    }

    pub(crate) fn go(&mut self, change: Change) -> EventId {
        self.lamport += 1;
        self.write(0, change)
    }

    /// Writes an event on one of the copies, at the place reached.
    pub(crate) fn write(&mut self, replica: u8, change: Change) -> EventId {
        let number = self.events.len() as u64 + 1;
        let mut hash = [0x5a; 32];
        // Identities are as good as random, so they must not sort by age.
        hash[..8].copy_from_slice(&number.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes());
        let replica = ReplicaId(format!("{replica:032x}"));
        let seq = 1 + self
            .events
            .iter()
            .filter(|event| event.replica == replica)
            .count() as u64;
        let id = EventId::new(hash);
        self.events.push(Event {
            id,
            replica,
            seq,
            lamport: self.lamport,
            at: moment(self.lamport),
            actor: Actor::Committee,
            change: Some(change),
        });
        id
    }

    pub(crate) fn state(&self) -> State {
        State::from_events(&self.events)
    }

    pub(crate) fn undo(&mut self, event: EventId) -> EventId {
        self.go(Change::Undone { event })
    }
}

/// A course with one assessment.
pub(crate) fn assessed() -> (Course, AssessmentId, SubjectId) {
    let mut course = Course::begun();
    let subject = SubjectId(course.go(Change::SubjectAdded(named("Vera"))));
    let assessment = AssessmentId(course.go(started(subject)));
    (course, assessment, subject)
}

pub(crate) fn started(subject: SubjectId) -> Change {
    Change::AssessmentStarted {
        subject,
        questionnaire: Pinned {
            id: "voorbeeld".to_owned(),
            version: "1.0".to_owned(),
            digest: "5a".repeat(32),
        },
        date: "2026-11-21".parse().unwrap(),
        scope: String::new(),
    }
}

pub(crate) fn answered(
    assessment: AssessmentId,
    question: &str,
    value: &str,
    based_on: Vec<EventId>,
) -> Change {
    Change::AnswerRecorded {
        assessment,
        question: question.into(),
        answer: Answer::new(Value::Choice(value.to_owned())),
        based_on,
        taken_over_from: None,
    }
}

pub(crate) fn signed(assessment: AssessmentId) -> Change {
    Change::ReportSigned {
        assessment,
        sha256: "5a".repeat(32),
        fingerprint: "5a".repeat(32),
        events: 3,
        language: Language::Nl,
        signers: vec!["Zoë Brûlé".to_owned()],
        certificates: Vec::new(),
        heads: Vec::new(),
        awaited: Vec::new(),
    }
}

/// An assessment with five members.
pub(crate) fn committee() -> (Course, AssessmentId, SubjectId, Vec<MemberId>) {
    let (mut course, assessment, subject) = assessed();
    let members = ["Zoë", "Bram", "Noor", "Sem", "Fenna"]
        .map(|name| MemberId(course.go(Change::MemberJoined(member(name)))));
    (course, assessment, subject, members.into())
}
