//! Something of every kind that a committee does around its answers: sessions, silent scores, positions,
//! findings and what follows from them, advice, decision.

use std::collections::BTreeSet;

use assessment::advice::{
    Advice, Condition, Course, Decision, Interest, Opinion, Outsider, ResidualRisk, Trigger,
};
use assessment::deliberation::{Comment, Matter, Position, Statement};
use assessment::finding::{
    ActionItem, ActionStatus, Cause, DocumentOf, Finding, Grade, Measure, Progress, Rating, Risk,
};
use assessment::session::{AgendaItem, AgendaTopic, Movement, Owner, Session, TakeHome};
use assessment::vote::{Ballot, Round, Scale, Seal, Vote};
use assessment::{
    ActionId, AssessmentId, Change, CommentId, EventId, Evidence, EvidenceId, FindingId, MeasureId,
    MemberId, OpinionId, ParkedId, RiskId, RoundId, SessionId, SubjectId, TakeHomeId, VoteId,
};
use questionnaire::Value;

use crate::builder::{Steps, stamp};

/// On what a committee works, and who.
#[derive(Clone, Copy)]
pub(crate) struct Work {
    pub(crate) assessment: AssessmentId,
    pub(crate) subject: SubjectId,
    pub(crate) chair: MemberId,
    /// The answer to HUM-01.
    pub(crate) answer: EventId,
}

/// Does something of every kind.
pub(crate) fn work(steps: &mut Steps<'_>, work: Work) {
    let (finding, risk) = follow_up(steps, work);
    let session = session(steps, work);
    vote(steps, work, session);
    talk(steps, work, finding);
    conclude(steps, work, risk);
}

fn session(steps: &mut Steps<'_>, work: Work) -> SessionId {
    let Work {
        assessment,
        subject,
        chair: member,
        ..
    } = work;
    let reason = "Werkte bij de leverancier".to_owned();
    steps.go(Change::ConflictOfInterestDeclared {
        subject,
        member,
        reason,
    });
    steps.go(Change::ConflictOfInterestEnded { subject, member });

    let topic = AgendaTopic::Conflict("HUM-01".into());
    let planned = Session {
        date: "2026-12-01".parse().unwrap(),
        place: "Kamer 4".to_owned(),
        agenda: vec![AgendaItem {
            topic: topic.clone(),
            minutes: 15,
        }],
    };
    let session = SessionId(steps.go(Change::SessionPlanned {
        assessment,
        session: planned.clone(),
    }));
    steps.go(Change::SessionRevised {
        assessment,
        session,
        now: Session {
            place: "Kamer 5".to_owned(),
            ..planned
        },
    });
    steps.go(Change::SessionStarted {
        assessment,
        session,
    });
    steps.go(Change::AttendanceNoted {
        assessment,
        session,
        member,
        movement: Movement::Came,
        at: stamp().at,
    });
    steps.go(Change::TopicTakenUp {
        assessment,
        session,
        topic: topic.clone(),
    });
    for (topic, text) in [(Some(topic.clone()), "Besproken"), (None, "Goed gesprek")] {
        steps.go(Change::MinutesWritten {
            assessment,
            session,
            topic,
            text: text.to_owned(),
        });
    }
    steps.go(Change::TopicClosed {
        assessment,
        session,
        topic,
    });
    let point = ParkedId(steps.go(Change::PointParked {
        assessment,
        session,
        text: "Wat doen anderen?".to_owned(),
    }));
    steps.go(Change::PointTakenOut {
        assessment,
        point,
        outcome: "Uitgezocht".to_owned(),
    });
    let mut asked = |text: &str| {
        let asked = TakeHome {
            text: text.to_owned(),
            owner: Owner::Member(member),
            due: Some("2026-12-08".parse().unwrap()),
            question: Some("HUM-02".into()),
        };
        TakeHomeId(steps.go(Change::TakeHomeAsked {
            assessment,
            session: Some(session),
            asked,
        }))
    };
    let (answered, dropped) = (asked("Hoe vaak?"), asked("Hoe duur?"));
    steps.go(Change::TakeHomeAnswered {
        assessment,
        take_home: answered,
        text: "Zelden".to_owned(),
    });
    steps.go(Change::TakeHomeDropped {
        assessment,
        take_home: dropped,
        reason: "Niet nodig".to_owned(),
    });
    steps.go(Change::SessionEnded {
        assessment,
        session,
    });
    session
}

fn vote(steps: &mut Steps<'_>, work: Work, session: SessionId) {
    let Work {
        assessment,
        chair: member,
        ..
    } = work;
    let round = RoundId(steps.go(Change::RoundOpened {
        assessment,
        round: Round {
            questions: vec!["HUM-01".into(), "HUM-02".into()],
            names_shown: true,
            scale: Scale::OneToFive,
            session: Some(session),
        },
    }));
    let ballot = Ballot {
        value: Value::Number(4),
        because: "Goed op weg".to_owned(),
    };
    let mut cast = |question: &str, vote| {
        VoteId(steps.go(Change::VoteCast {
            assessment,
            round,
            question: question.into(),
            member,
            vote,
        }))
    };
    let open = cast("HUM-01", Vote::Open(ballot.clone()));
    let salt = "5a".repeat(32);
    let seal = Seal::of(round, &"HUM-02".into(), member, &ballot, &salt);
    let locked = "op slot".to_owned();
    let sealed = cast("HUM-02", Vote::Sealed { seal, locked });
    steps.go(Change::RoundRevealed {
        assessment,
        round,
        votes: [open, sealed].into(),
    });
    steps.go(Change::VoteUnsealed {
        assessment,
        round,
        vote: sealed,
        ballot,
        salt,
    });
    // What was revealed stays, whatever is said of it.
    steps.go(Change::Undone { event: open.0 });
    steps.go(Change::Undone { event: round.0 });
}

fn talk(steps: &mut Steps<'_>, work: Work, finding: FindingId) {
    let Work {
        assessment,
        chair: member,
        answer,
        ..
    } = work;
    let question = "HUM-01";
    let mut takes = |on: Matter, position, reason: &str| {
        steps.go(Change::PositionTaken {
            assessment,
            on,
            member,
            statement: Statement {
                position,
                reason: reason.to_owned(),
                named: true,
            },
        });
    };
    takes(Matter::Finding(finding), Position::Agree, "");
    let on_answer = Matter::Answer {
        question: question.into(),
        event: answer,
    };
    takes(on_answer, Position::Dissent, "Te rooskleurig");
    takes(Matter::Report, Position::Abstain, "");
    steps.go(Change::PositionWithdrawn {
        assessment,
        on: Matter::Report,
        member,
    });
    let comment = CommentId(steps.go(Change::CommentMade {
        assessment,
        question: question.into(),
        comment: Comment {
            text: "Klopt dit nog?".to_owned(),
            by: Some(member),
            reply_to: None,
            in_report: false,
        },
    }));
    steps.go(Change::CommentRevised {
        assessment,
        comment,
        text: "Klopt dit ook in het weekend?".to_owned(),
    });
    steps.go(Change::CommentResolved {
        assessment,
        comment,
    });
    steps.go(Change::CommentReopened {
        assessment,
        comment,
    });
    steps.go(Change::CommentChosen {
        assessment,
        comment,
        in_report: true,
    });
}

fn follow_up(steps: &mut Steps<'_>, work: Work) -> (FindingId, RiskId) {
    let assessment = work.assessment;
    let text = str::to_owned;
    let reason = || "Bleek dubbel".to_owned();
    let found = |words: &str| Finding {
        text: text(words),
        questions: [questionnaire::QuestionId::from("HUM-01")].into(),
        from: Some(Cause::LowScore("HUM-01".into())),
    };
    let mut findings = Vec::new();
    for words in ["Lange wachttijd", "Wachttijd"] {
        let finding = found(words);
        findings.push(FindingId(steps.go(Change::FindingRecorded {
            assessment,
            finding,
        })));
    }
    let finding = findings[0];
    steps.go(Change::FindingRevised {
        assessment,
        finding,
        now: found("Te lange wachttijd"),
    });
    steps.go(Change::FindingDropped {
        assessment,
        finding: findings[1],
        reason: reason(),
    });
    steps.go(Change::ProposalDismissed {
        assessment,
        cause: Cause::MissingKeyPoint("HUM-02".into()),
        reason: reason(),
    });
    let rating = |likelihood: u8, impact: u8| Rating {
        likelihood: Grade::try_from(likelihood).unwrap(),
        impact: Grade::try_from(impact).unwrap(),
    };
    let at_risk = Risk {
        text: text("Klanten haken af"),
        for_whom: text("Klanten"),
        findings: [finding].into(),
        before: rating(4, 3),
        after: None,
    };
    let risk = RiskId(steps.go(Change::RiskRecorded {
        assessment,
        risk: at_risk.clone(),
    }));
    steps.go(Change::RiskRevised {
        assessment,
        risk,
        now: Risk {
            after: Some(rating(2, 3)),
            ..at_risk
        },
    });
    let taken = Measure {
        text: text("Meer mensen aan de telefoon"),
        findings: [finding].into(),
        risks: [risk].into(),
        owner: None,
        due: None,
        in_place_since: None,
    };
    let measure = MeasureId(steps.go(Change::MeasureRecorded {
        assessment,
        measure: taken.clone(),
    }));
    steps.go(Change::MeasureRevised {
        assessment,
        measure,
        now: Measure {
            in_place_since: Some("2026-11-01".parse().unwrap()),
            ..taken
        },
    });
    act(steps, work, finding);
    let asked = Opinion {
        of: Outsider::WorksCouncil,
        name: text("De ondernemingsraad"),
        asked: true,
        because: String::new(),
        text: text("Akkoord"),
        date: Some("2026-11-20".parse().unwrap()),
    };
    let opinion = OpinionId(steps.go(Change::OpinionRecorded {
        assessment,
        opinion: asked.clone(),
    }));
    steps.go(Change::OpinionRevised {
        assessment,
        opinion,
        now: Opinion {
            text: text("Akkoord, met zorgen"),
            ..asked
        },
    });
    attach(steps, assessment, DocumentOf::Opinion(opinion), "brief.txt");
    steps.go(Change::RiskDropped {
        assessment,
        risk,
        reason: reason(),
    });
    steps.go(Change::MeasureDropped {
        assessment,
        measure,
        reason: reason(),
    });
    steps.go(Change::OpinionDropped {
        assessment,
        opinion,
        reason: reason(),
    });
    (finding, risk)
}

fn act(steps: &mut Steps<'_>, work: Work, finding: FindingId) {
    let assessment = work.assessment;
    let item = ActionItem {
        text: "Wachttijden meten".to_owned(),
        owner: Owner::Named("Team telefonie".to_owned()),
        due: Some("2027-02-01".parse().unwrap()),
        question: Some("HUM-01".into()),
        findings: [finding].into(),
    };
    let action = ActionId(steps.go(Change::ActionPlanned {
        assessment,
        action: item.clone(),
    }));
    steps.go(Change::ActionRevised {
        assessment,
        action,
        now: ActionItem {
            owner: Owner::Member(work.chair),
            ..item
        },
    });
    let proof = attach(steps, assessment, DocumentOf::Action(action), "meting.txt");
    steps.go(Change::ActionProgressed {
        assessment,
        action,
        progress: Progress {
            status: ActionStatus::UnderWay,
            note: "Eerste meting gedaan".to_owned(),
            proof: [EvidenceId(proof)].into(),
        },
    });
}

fn attach(steps: &mut Steps<'_>, assessment: AssessmentId, of: DocumentOf, label: &str) -> EventId {
    let media_type = "text/plain";
    steps.keep(label.as_bytes(), media_type, |sha256, size| {
        Change::DocumentAttached {
            assessment,
            of,
            evidence: Evidence {
                label: label.to_owned(),
                sha256,
                size,
                media_type: media_type.to_owned(),
            },
        }
    })
}

fn conclude(steps: &mut Steps<'_>, work: Work, risk: RiskId) {
    let assessment = work.assessment;
    let given = Advice {
        course: Course::GoIf,
        because: "Onder voorwaarden".to_owned(),
        conditions: vec![Condition {
            text: "Kortere wachttijd".to_owned(),
            owner: Some(Owner::Member(work.chair)),
            due: Some("2027-03-01".parse().unwrap()),
        }],
        interests: vec![Interest {
            of: "Klanten".to_owned(),
            text: "Snel antwoord".to_owned(),
        }],
        weighing: "Snelheid tegenover zorg".to_owned(),
        review_on: Some("2027-11-21".parse().unwrap()),
        review_when: BTreeSet::from([Trigger::ModelChange, Trigger::Other("Klachten".to_owned())]),
    };
    let mut gives = |advice, based_on| {
        steps.go(Change::AdviceGiven {
            assessment,
            advice,
            based_on,
        })
    };
    let hasty = gives(
        Advice {
            course: Course::Go,
            ..given.clone()
        },
        vec![],
    );
    let rash = gives(given.clone(), vec![hasty]);
    steps.go(Change::AdviceWithdrawn {
        assessment,
        based_on: vec![rash],
    });
    let advice = steps.go(Change::AdviceGiven {
        assessment,
        advice: given,
        based_on: vec![],
    });
    steps.go(Change::PositionTaken {
        assessment,
        on: Matter::Advice(advice),
        member: work.chair,
        statement: Statement {
            position: Position::AgreeWithReservation,
            reason: "Als het echt korter wordt".to_owned(),
            named: false,
        },
    });
    steps.go(Change::DecisionTaken {
        assessment,
        decision: Decision {
            owner: "Kim Directeur".to_owned(),
            function: "Directeur klantcontact".to_owned(),
            date: "2026-12-10".parse().unwrap(),
            course: Course::GoIf,
            advice: Some(advice),
            because: "Volgt het advies".to_owned(),
            conditions: Vec::new(),
            residual_risks: vec![ResidualRisk {
                risk,
                accepted: true,
                because: "Klein".to_owned(),
            }],
        },
        based_on: vec![],
    });
    let reason = || "Nieuwe leverancier".to_owned();
    steps.go(Change::AssessmentAdopted {
        heads: Vec::new(),
        because: String::new(),
        assessment,
        date: "2026-12-11".parse().unwrap(),
        by: "De directie".to_owned(),
    });
    steps.go(Change::AssessmentReopened {
        assessment,
        reason: reason(),
    });
    steps.go(Change::AssessmentWithdrawn {
        assessment,
        reason: reason(),
    });
}
