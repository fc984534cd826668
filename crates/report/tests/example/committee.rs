//! The example with a committee at work: what it scored, said, found, advised and decided.

use std::collections::BTreeSet;

use assessment::advice::{
    Advice, Condition, Course, Decision, Interest, Opinion, Outsider, ResidualRisk, Trigger,
};
use assessment::deliberation::{Comment, Matter, Position, Statement};
use assessment::finding::{
    ActionItem, ActionStatus, DocumentOf, Finding, Grade, Measure, Progress, Rating, Risk,
};
use assessment::session::{AgendaItem, AgendaTopic, Movement, Owner, Session, TakeHome};
use assessment::{
    ActionId, AssessmentId, Change, Committee, Evidence, FindingId, Member, MemberId, OpinionId,
    Quorum, RiskId, Role, SessionId, State,
};
use questionnaire::{Language, QuestionId};
use report::ReportData;

use super::Recorder;

/// A name that may be in no byte of the report.
const UNNAMED: &str = "Quirijn Zwijgzaam";

fn rating(likelihood: u8, impact: u8) -> Rating {
    Rating {
        likelihood: Grade::try_from(likelihood).unwrap(),
        impact: Grade::try_from(impact).unwrap(),
    }
}

fn text(mark: &str) -> String {
    format!("merk-{mark} <b>&amp; een zin")
}

fn evidence(label: &str) -> Evidence {
    Evidence {
        label: text(label),
        sha256: "5b".repeat(32),
        size: 99,
        media_type: "text/plain".to_owned(),
    }
}

/// The example with a committee at work, and the marks of all that was said.
pub(crate) fn worked(language: Language, signers: &[&str]) -> (ReportData, Vec<String>) {
    let (events, assessment) = super::events(super::questionnaire(), |_, it| Some(it));
    let mut on = Recorder { events };
    let subject = State::from_events(&on.events).assessments[&assessment].subject;
    on.record(Change::CommitteeDescribed(Committee {
        mandate: text("mandaat"),
        mandated_on: Some("2026-01-05".parse().unwrap()),
        mandated_by: text("gever"),
        mandated_by_public: false,
        quorum: Some(Quorum::Members(2)),
        independence: text("onafhankelijk"),
    }));
    let joined = |on: &mut Recorder, name: &str| {
        let member = Member {
            from: Some("2026-01-01".parse().unwrap()),
            ..Member::new(name, Role::Member)
        };
        MemberId(on.record(Change::MemberJoined(member)))
    };
    let quiet = joined(&mut on, UNNAMED);
    let loud = joined(&mut on, "merk-lid Hardop");
    let aside = joined(&mut on, "merk-belang Opzij");
    on.record(Change::MemberLeft { member: quiet });
    on.record(Change::ConflictOfInterestDeclared {
        subject,
        member: aside,
        reason: text("belang"),
    });
    let question = QuestionId::new("HUM-01");
    session(&mut on, assessment, loud, &question);
    scores(&mut on, assessment, [quiet, loud], &question);
    let answered = State::from_events(&on.events).assessments[&assessment]
        .matter_of(&question)
        .unwrap();
    let position = |on: &mut Recorder, matter: &Matter, who, position, named, mark| {
        on.record(Change::PositionTaken {
            assessment,
            on: matter.clone(),
            member: who,
            statement: Statement {
                position,
                reason: text(mark),
                named,
            },
        });
    };
    position(
        &mut on,
        &answered,
        quiet,
        Position::Dissent,
        false,
        "dissent",
    );
    let reserved = Position::AgreeWithReservation;
    position(&mut on, &answered, loud, reserved, true, "voorbehoud");
    for (in_report, mark) in [(true, "opmerking"), (false, "verzwegen")] {
        on.record(Change::CommentMade {
            assessment,
            question: question.clone(),
            comment: Comment {
                text: text(mark),
                by: Some(loud),
                reply_to: None,
                in_report,
            },
        });
    }
    let finding = FindingId(on.record(Change::FindingRecorded {
        assessment,
        finding: Finding {
            text: text("bevinding"),
            questions: BTreeSet::from([question.clone()]),
            from: None,
        },
    }));
    let matter = Matter::Finding(finding);
    position(
        &mut on,
        &matter,
        quiet,
        Position::Dissent,
        false,
        "over-bevinding",
    );
    let risk = RiskId(on.record(Change::RiskRecorded {
        assessment,
        risk: Risk {
            text: text("risico"),
            for_whom: text("voor-wie"),
            findings: BTreeSet::from([finding]),
            before: rating(4, 5),
            after: Some(rating(2, 3)),
        },
    }));
    on.record(Change::MeasureRecorded {
        assessment,
        measure: Measure {
            text: text("maatregel"),
            findings: BTreeSet::from([finding]),
            risks: BTreeSet::from([risk]),
            owner: Some(Owner::Named("merk-beheerder".to_owned())),
            due: Some("2027-02-01".parse().unwrap()),
            in_place_since: None,
        },
    });
    let action = ActionId(on.record(Change::ActionPlanned {
        assessment,
        action: ActionItem {
            text: text("actie"),
            owner: Owner::Named("merk-eigenaar".to_owned()),
            due: Some("2027-03-01".parse().unwrap()),
            question: Some(question.clone()),
            findings: BTreeSet::from([finding]),
        },
    }));
    on.record(Change::ActionProgressed {
        assessment,
        action,
        progress: Progress {
            status: ActionStatus::UnderWay,
            note: text("voortgang"),
            proof: BTreeSet::new(),
        },
    });
    on.record(Change::DocumentAttached {
        assessment,
        of: DocumentOf::Action(action),
        evidence: evidence("bewijs"),
    });
    let opinion = OpinionId(on.record(Change::OpinionRecorded {
        assessment,
        opinion: Opinion {
            of: Outsider::WorksCouncil,
            name: "merk-raad".to_owned(),
            asked: true,
            because: text("waarom-gevraagd"),
            text: text("mening"),
            date: Some("2026-11-01".parse().unwrap()),
        },
    }));
    on.record(Change::DocumentAttached {
        assessment,
        of: DocumentOf::Opinion(opinion),
        evidence: evidence("brief"),
    });
    let condition = |mark: &str| Condition {
        text: text(mark),
        owner: Some(Owner::Member(loud)),
        due: Some("2027-01-01".parse().unwrap()),
    };
    let advice = on.record(Change::AdviceGiven {
        assessment,
        advice: Advice {
            course: Course::GoIf,
            because: text("advies"),
            conditions: vec![condition("voorwaarde")],
            interests: vec![Interest {
                of: "merk-klanten".to_owned(),
                text: text("klantbelang"),
            }],
            weighing: text("afweging"),
            review_on: Some("2027-11-21".parse().unwrap()),
            review_when: BTreeSet::from([Trigger::Incident, Trigger::Other(text("aanleiding"))]),
        },
        based_on: Vec::new(),
    });
    let matter = Matter::Advice(advice);
    position(
        &mut on,
        &matter,
        quiet,
        Position::Dissent,
        false,
        "tegen-advies",
    );
    position(&mut on, &matter, loud, Position::Agree, true, "voor-advies");
    on.record(Change::DecisionTaken {
        assessment,
        decision: Decision {
            owner: "merk-directeur".to_owned(),
            function: "merk-functie".to_owned(),
            date: "2026-11-21".parse().unwrap(),
            course: Course::Go,
            advice: Some(advice),
            because: text("besluit"),
            conditions: vec![condition("bij-besluit")],
            residual_risks: vec![ResidualRisk {
                risk,
                accepted: true,
                because: text("restrisico"),
            }],
        },
        based_on: Vec::new(),
    });
    position(
        &mut on,
        &Matter::Report,
        quiet,
        Position::Refuse,
        false,
        "weigering",
    );
    let json = format!("{:?}", on.events);
    let mut marks: BTreeSet<String> = BTreeSet::new();
    for part in json.split("merk-").skip(1) {
        let letters = part
            .chars()
            .take_while(|c| c.is_ascii_lowercase() || *c == '-');
        marks.insert(format!("merk-{}", letters.collect::<String>()));
    }
    let data = super::composed(&on.events, assessment, language, signers);
    (data, marks.into_iter().collect())
}

fn session(on: &mut Recorder, assessment: AssessmentId, who: MemberId, about: &QuestionId) {
    let topic = AgendaTopic::OpenQuestion(about.clone());
    let session = SessionId(on.record(Change::SessionPlanned {
        assessment,
        session: Session {
            date: "2026-11-21".parse().unwrap(),
            place: text("plaats"),
            agenda: vec![AgendaItem {
                topic: topic.clone(),
                minutes: 10,
            }],
        },
    }));
    on.record(Change::SessionStarted {
        assessment,
        session,
    });
    for (movement, at) in [
        (Movement::Came, "2026-11-21T10:07:00+01:00"),
        (Movement::Went, "2026-11-21T11:53:00+01:00"),
    ] {
        on.record(Change::AttendanceNoted {
            assessment,
            session,
            member: who,
            movement,
            at: at.parse().unwrap(),
        });
    }
    let other = AgendaTopic::Other(text("onderwerp"));
    for (topic, mark) in [
        (Some(topic), "verslag"),
        (Some(other), "ander-verslag"),
        (None, "slotwoord"),
    ] {
        on.record(Change::MinutesWritten {
            assessment,
            session,
            topic,
            text: text(mark),
        });
    }
    on.record(Change::PointParked {
        assessment,
        session,
        text: text("geparkeerd"),
    });
    on.record(Change::TakeHomeAsked {
        assessment,
        session: Some(session),
        asked: TakeHome {
            text: text("thuis"),
            owner: Owner::Named("merk-uitzoeker".to_owned()),
            due: None,
            question: None,
        },
    });
    on.record(Change::SessionEnded {
        assessment,
        session,
    });
}

/// A round without names that is revealed, and one that is not.
fn scores(
    on: &mut Recorder,
    assessment: AssessmentId,
    members: [MemberId; 2],
    question: &QuestionId,
) {
    for (revealed, mark) in [(true, "score"), (false, "geheim")] {
        let grades = members.into_iter().zip([1, 5]);
        let ballots = grades.map(|(member, grade)| (member, grade, text(mark)));
        let round = on.round(assessment, question, false, ballots);
        if revealed {
            on.reveal(assessment, round);
        }
    }
}
