//! The published example as the state of a dossier, built in memory.

#![allow(dead_code, reason = "each test file uses a part")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a broken example is a failing test"
)]

pub(crate) mod committee;

use std::collections::{BTreeMap, BTreeSet};

use assessment::comparison::Assessed;
use assessment::vote::{Ballot, Round, Scale, Vote};
use assessment::{
    Actor, Answer, AssessmentId, Certainty, Change, Committee, Event, EventId, Evidence, Interests,
    Member, MemberId, Moment, Organisation, Pinned, ReplicaId, Role, RoundId, State, Subject,
    SubjectId, VoteId,
};
use questionnaire::{EvidenceStrength, Language, QuestionId, Questionnaire, Value};
use report::data::DossierMark;
use report::{ReportData, Sources, compose};
use serde::Deserialize;
use serde_json::Value as Json;

const EXAMPLE: &str = include_str!(
    "../../../../questionnaires/customer-contact-ai/1.0/examples/webshop-chatbot.json"
);

#[derive(Deserialize)]
struct Example {
    organisation: Organisation,
    members: Vec<ExampleMember>,
    mandate: String,
    subject: Subject,
    assessment: ExampleAssessment,
    answers: Vec<ExampleAnswer>,
    evidence: Vec<ExampleEvidence>,
}

#[derive(Deserialize)]
struct ExampleMember {
    name: String,
    role: Role,
    expertise: String,
    #[serde(default)]
    speaks_for: Interests,
}

#[derive(Deserialize)]
struct ExampleAssessment {
    date: jiff::civil::Date,
    scope: String,
}

#[derive(Deserialize)]
struct ExampleAnswer {
    question: String,
    value: String,
    because: String,
    certainty: Option<Certainty>,
    evidence_strength: Option<u8>,
    by: Option<String>,
}

#[derive(Deserialize)]
struct ExampleEvidence {
    question: String,
    label: String,
}

/// The same with the Dutch text in place of each that is there in every language.
fn dutch(written: Json) -> Json {
    match written {
        Json::Object(fields) if fields.contains_key("nl") => fields["nl"].clone(),
        Json::Object(fields) => fields
            .into_iter()
            .map(|(key, it)| (key, dutch(it)))
            .collect(),
        Json::Array(items) => items.into_iter().map(dutch).collect(),
        other => other,
    }
}

/// Records changes one after the other, as a dossier would.
pub(crate) struct Recorder {
    pub(crate) events: Vec<Event>,
}

impl Recorder {
    pub(crate) fn record(&mut self, change: Change) -> EventId {
        let seq = self.events.len() as u64 + 1;
        let mut hash = [0; 32];
        hash[..8].copy_from_slice(&seq.to_be_bytes());
        let id = EventId::new(hash);
        self.events.push(Event {
            id,
            replica: ReplicaId("00".repeat(16)),
            seq,
            lamport: seq,
            at: "2026-11-21T14:32:05+01:00".parse::<Moment>().unwrap(),
            actor: Actor::Committee,
            change: Some(change),
        });
        id
    }

    /// A round of silent scores on one question with the ballots that are cast in it: by whom, how much and why.
    pub(crate) fn round(
        &mut self,
        assessment: AssessmentId,
        question: &QuestionId,
        names_shown: bool,
        ballots: impl IntoIterator<Item = (MemberId, u32, String)>,
    ) -> (RoundId, BTreeSet<VoteId>) {
        let round = RoundId(self.record(Change::RoundOpened {
            assessment,
            round: Round {
                questions: vec![question.clone()],
                names_shown,
                scale: Scale::OneToFive,
                session: None,
            },
        }));
        let votes = ballots.into_iter().map(|(member, grade, because)| {
            let ballot = Ballot {
                value: Value::Number(grade),
                because,
            };
            VoteId(self.record(Change::VoteCast {
                assessment,
                round,
                question: question.clone(),
                member,
                vote: Vote::Open(ballot),
            }))
        });
        (round, votes.collect())
    }

    /// Reveals a round.
    pub(crate) fn reveal(
        &mut self,
        assessment: AssessmentId,
        (round, votes): (RoundId, BTreeSet<VoteId>),
    ) {
        self.record(Change::RoundRevealed {
            assessment,
            round,
            votes,
        });
    }
}

pub(crate) fn questionnaire() -> &'static Questionnaire {
    Questionnaire::built_in("customer-contact-ai@1.0").expect("the published questionnaire")
}

/// The example's events; `edit` may change or drop an answer by its question.
pub(crate) fn events(
    questionnaire: &Questionnaire,
    edit: impl Fn(&str, Answer) -> Option<Answer>,
) -> (Vec<Event>, AssessmentId) {
    let example = serde_json::from_str(EXAMPLE).unwrap();
    let example: Example = serde_json::from_value(dutch(example)).unwrap();
    let mut recorder = Recorder { events: Vec::new() };
    recorder.record(Change::DossierStarted {
        organisation: example.organisation,
        language: Language::Nl,
    });
    recorder.record(Change::CommitteeDescribed(Committee {
        mandate: example.mandate,
        ..Committee::default()
    }));
    for member in example.members {
        recorder.record(Change::MemberJoined(Member {
            expertise: member.expertise,
            speaks_for: member.speaks_for,
            ..Member::new(member.name, member.role)
        }));
    }
    let subject = SubjectId(recorder.record(Change::SubjectAdded(example.subject)));
    let assessment = AssessmentId(recorder.record(Change::AssessmentStarted {
        subject,
        questionnaire: Pinned {
            id: questionnaire.id.to_string(),
            version: questionnaire.version.clone(),
            digest: questionnaire.digest_hex(),
        },
        date: example.assessment.date,
        scope: example.assessment.scope,
    }));
    let questions: BTreeMap<_, _> = questionnaire
        .questions()
        .map(|question| (question.id.as_str(), question))
        .collect();
    for given in example.answers {
        let question = questions[given.question.as_str()];
        let answer = Answer {
            value: question.read_value(&given.value).unwrap(),
            because: given.because,
            certainty: given.certainty,
            evidence_strength: given
                .evidence_strength
                .map(|level| EvidenceStrength::ALL[usize::from(level)]),
            by: given.by,
        };
        if let Some(answer) = edit(&given.question, answer) {
            recorder.record(Change::AnswerRecorded {
                assessment,
                question: question.id.clone(),
                answer,
                based_on: Vec::new(),
                taken_over_from: None,
            });
        }
    }
    for evidence in example.evidence {
        recorder.record(Change::EvidenceAttached {
            assessment,
            question: questions[evidence.question.as_str()].id.clone(),
            evidence: Evidence {
                label: evidence.label,
                sha256: "5a".repeat(32),
                size: 1_234,
                media_type: "text/plain".to_owned(),
            },
        });
    }
    (recorder.events, assessment)
}

/// The data of a report over the example.
pub(crate) fn data(
    language: Language,
    signers: &[&str],
    edit: impl Fn(&str, Answer) -> Option<Answer>,
) -> ReportData {
    let (events, assessment) = events(questionnaire(), edit);
    composed(&events, assessment, language, signers)
}

/// The data of a report over a course of events.
pub(crate) fn composed(
    events: &[Event],
    assessment: AssessmentId,
    language: Language,
    signers: &[&str],
) -> ReportData {
    let questionnaire = questionnaire();
    let state = State::from_events(events);
    let held = &state.assessments[&assessment];
    let earlier: Vec<_> = state
        .earlier(assessment)
        .into_iter()
        .map(|(id, held)| {
            let outcome = assessment::outcome::evaluate(questionnaire, &held.judged(), held.date);
            (id, held, outcome)
        })
        .collect();
    let earlier: Vec<Assessed<'_>> = earlier
        .iter()
        .map(|(id, state, outcome)| Assessed {
            id: *id,
            questionnaire,
            state,
            outcome,
        })
        .collect();
    let outcome = assessment::outcome::evaluate(questionnaire, &held.judged(), held.date);
    let signers: Vec<String> = signers.iter().map(|&name| name.to_owned()).collect();
    compose(&Sources {
        state: &state,
        assessment,
        questionnaire,
        outcome: &outcome,
        secret: &[7; 32],
        dossier: &DossierMark {
            fingerprint: "ab".repeat(32),
            events: state.events,
            heads: Vec::new(),
        },
        as_of: events.last().unwrap().at,
        language,
        signers: &signers,
        earlier: &earlier,
    })
    .unwrap()
}
