//! What the room sees of a committee at work, and what it never sees.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

use application::view::*;
use application::{Application, Surroundings};

/// 21 November 2026, 09:00 UTC.
const BEGINNING: i64 = 1_795_251_600;
/// Stands in everything that the room may never see.
const SECRET: &str = "GEHEIM";
const QUESTION: &str = "PUR-01";
const OTHER: &str = "PUR-02";

/// A session that goes on, with words of every kind on every place.
struct Table {
    _folder: tempfile::TempDir,
    application: Application,
    assessment: String,
    session: String,
    members: Vec<String>,
}

impl Table {
    fn laid() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let settings = folder.path().join("settings");
        let mut application =
            Application::new(Surroundings::predictable(BEGINNING, Some(settings)));
        let file = folder.path().join("werk.dossier");
        let file = application.grant(file, FilePurpose::NewDossier).handle;
        application
            .new_dossier(NewDossier {
                file,
                organisation: "Voorbeeld Webwinkel B.V.".to_owned(),
                language: "nl".to_owned(),
            })
            .unwrap();
        let mut members = Vec::new();
        for (name, role) in [
            ("Voorzitter", "chair"),
            ("Anoniem GEHEIM", "member"),
            ("Lid", "member"),
        ] {
            let form = MemberForm {
                name: name.to_owned(),
                role: role.to_owned(),
                expertise: SECRET.to_owned(),
                speaks_for: None,
                from: None,
                until: None,
            };
            let added = application.add_member(AddMember { form }).unwrap();
            members.push(added.subject.unwrap());
        }
        let form = SubjectForm {
            name: "Vraagbaak".to_owned(),
            ..SubjectForm::default()
        };
        let subject = application.add_subject(AddSubject { form }).unwrap();
        let assessment = application
            .start_assessment(StartAssessment {
                subject: subject.subject.unwrap(),
                questionnaire: "customer-contact-ai@1.0".to_owned(),
                date: "2026-11-21".to_owned(),
                scope: String::new(),
            })
            .unwrap()
            .subject
            .unwrap();
        let on_agenda = |topic| AgendaItemForm { topic, minutes: 10 };
        let form = SessionForm {
            date: "2026-11-21".to_owned(),
            place: "Zaal 3".to_owned(),
            agenda: vec![
                on_agenda(AgendaTopicForm::OpenQuestion {
                    question: QUESTION.to_owned(),
                }),
                on_agenda(AgendaTopicForm::Other {
                    text: "Rondvraag".to_owned(),
                }),
            ],
        };
        let session = application
            .plan_session(PlanSession {
                assessment: assessment.clone(),
                form,
            })
            .unwrap()
            .subject
            .unwrap();
        application
            .start_session(OneSession {
                assessment: assessment.clone(),
                session: session.clone(),
            })
            .unwrap();
        let mut table = Self {
            _folder: folder,
            application,
            assessment,
            session,
            members,
        };
        table.write_secrets();
        table
    }

    /// Words that are for the facilitator, on everything that is shown.
    fn write_secrets(&mut self) {
        let (assessment, session) = (self.assessment.clone(), self.session.clone());
        let secret = |what: &str| format!("{SECRET} {what}");
        for topic in [None, Some(self.rest())] {
            self.application
                .write_minutes(WriteMinutes {
                    assessment: assessment.clone(),
                    session: session.clone(),
                    topic,
                    text: secret("verslag"),
                })
                .unwrap();
        }
        self.application
            .park_point(ParkPoint {
                assessment: assessment.clone(),
                session: session.clone(),
                text: secret("geparkeerd"),
            })
            .unwrap();
        let form = TakeHomeForm {
            text: secret("huiswerk"),
            named: secret("iemand"),
            question: Some(QUESTION.to_owned()),
            ..TakeHomeForm::default()
        };
        self.application
            .ask_take_home(AskTakeHome {
                assessment: assessment.clone(),
                session: Some(session),
                form,
            })
            .unwrap();
        for in_report in [false, true] {
            self.application
                .make_comment(MakeComment {
                    assessment: assessment.clone(),
                    question: QUESTION.to_owned(),
                    text: secret("opmerking"),
                    by: None,
                    reply_to: None,
                    in_report,
                })
                .unwrap();
        }
    }

    fn rest(&self) -> AgendaTopicForm {
        AgendaTopicForm::Other {
            text: "Rondvraag".to_owned(),
        }
    }

    fn answer(&mut self, option: &str, because: &str) {
        self.application
            .record_answer(RecordAnswer {
                assessment: self.assessment.clone(),
                question: QUESTION.to_owned(),
                answer: AnswerForm {
                    value: choice(option),
                    because: because.to_owned(),
                    certainty: Some("assumed".to_owned()),
                    evidence_strength: Some(1),
                    by: Some(format!("{SECRET} staat ervoor in")),
                },
            })
            .unwrap();
    }

    fn position(&mut self, member: usize, position: &str, reason: &str, named: bool) {
        let member = self.members.get(member).unwrap().clone();
        self.application
            .take_position(TakePosition {
                assessment: self.assessment.clone(),
                on: MatterForm::Answer {
                    question: QUESTION.to_owned(),
                },
                member,
                position: position.to_owned(),
                reason: reason.to_owned(),
                named,
            })
            .unwrap();
    }

    fn round(&mut self, names_shown: bool) -> String {
        let opened = self.application.open_round(OpenRound {
            assessment: self.assessment.clone(),
            questions: vec![QUESTION.to_owned(), OTHER.to_owned()],
            names_shown,
            scale: "answers".to_owned(),
            session: Some(self.session.clone()),
        });
        opened.unwrap().subject.unwrap()
    }

    fn vote(&mut self, round: &str, member: usize, option: &str) {
        let member = self.members.get(member).unwrap().clone();
        self.application
            .cast_vote(CastVote {
                assessment: self.assessment.clone(),
                round: round.to_owned(),
                question: QUESTION.to_owned(),
                member: Some(member),
                ballot: BallotForm {
                    value: choice(option),
                    because: format!("{SECRET} waarom"),
                },
                pin: None,
            })
            .unwrap();
    }

    fn reveal(&mut self, round: &str) {
        self.application
            .reveal_round(RevealRound {
                assessment: self.assessment.clone(),
                round: round.to_owned(),
                pins: Vec::new(),
            })
            .unwrap();
    }

    /// What the room sees of a place, once it is searched for what it may not see.
    fn seen(&mut self, place: RoomPlace) -> RoomView {
        self.application
            .show_in_room(ShowInRoom {
                assessment: self.assessment.clone(),
                place,
            })
            .unwrap();
        self.view()
    }

    fn view(&mut self) -> RoomView {
        let view = self.application.room_view(Nothing {}).unwrap();
        let written = serde_json::to_string(&view).unwrap();
        assert!(!written.contains(SECRET), "{written}");
        view
    }

    fn question(typed: Option<TypedAnswer>) -> RoomPlace {
        RoomPlace::Question {
            question: QUESTION.to_owned(),
            typed,
        }
    }
}

fn choice(option: &str) -> AnswerValue {
    AnswerValue::Choice {
        option: option.to_owned(),
    }
}

/// Everything that can be read on the screen.
fn words(view: &RoomView) -> String {
    serde_json::to_string(view).unwrap()
}

/// The items of a list that stand out.
fn marked(view: &RoomView) -> Vec<&str> {
    let items = view.parts.iter().flat_map(|part| match part {
        RoomPart::List { items, .. } => items.as_slice(),
        _ => &[],
    });
    let marked = items.filter(|item| item.mark.is_some());
    marked.map(|item| item.label.as_str()).collect()
}

#[test]
fn room_follows_what_is_typed_and_nothing_of_it_is_kept() {
    let mut table = Table::laid();
    let events = table.application.blank_room(Nothing {}).unwrap().events;
    table.application.blank_room(Nothing {}).unwrap();
    let typed = |value, because: &str| {
        Table::question(Some(TypedAnswer {
            value,
            because: because.to_owned(),
        }))
    };
    table.application.announcements();
    let view = table.seen(typed(Some(choice("partly")), "Wij weten nog ni"));
    assert!(words(&view).contains("Wij weten nog ni"));
    assert_eq!(marked(&view), ["Deels"]);
    let heard = table.application.announcements();
    assert!(heard.iter().all(|changed| changed.topics == [Topic::Room]));
    assert!(!heard.is_empty());

    // What is saved takes its place, and what is answered nowhere is not there.
    table.answer("yes", "Wij weten het.");
    let view = table.view();
    assert!(words(&view).contains("Wij weten het."));
    assert!(!words(&view).contains("nog ni"));
    assert_eq!(marked(&view), ["Ja"]);
    let after = table.application.blank_room(Nothing {}).unwrap().events;
    assert_eq!(after, events + 1, "the answer, and nothing that was typed");
}

#[test]
fn room_sees_positions_with_the_names_that_were_chosen() {
    let mut table = Table::laid();
    table.answer("partly", "Het staat op papier.");
    table.position(0, "agree", "", true);
    table.position(1, "dissent", "Niemand leest dat papier.", false);
    let view = table.seen(Table::question(None));
    let RoomPart::Positions { positions, .. } = view.parts.last().unwrap() else {
        panic!("{view:?}");
    };
    let names: Vec<_> = positions.iter().map(|it| it.name.as_deref()).collect();
    assert_eq!(names, [Some("Voorzitter"), None]);
    assert!(words(&view).contains("Niemand leest dat papier."));
    assert!(words(&view).contains("Het staat op papier."));
    assert!(view.help.is_some_and(|help| !help.is_empty()));
}

#[test]
fn room_sees_no_score_before_the_reveal_and_names_only_where_promised() {
    let mut table = Table::laid();
    let anonymous = table.round(false);
    table.vote(&anonymous, 0, "yes");
    let place = |round: &str| RoomPlace::Round {
        round: round.to_owned(),
    };
    let before = table.seen(place(&anonymous));
    table.vote(&anonymous, 1, "no");
    table.vote(&anonymous, 2, "no");
    assert_eq!(table.view(), before, "nor that somebody scored");
    table.reveal(&anonymous);
    let after = table.view();
    let steps = |view: &RoomView| {
        let first = view.parts.first().cloned();
        let Some(RoomPart::Scores { steps, .. }) = first else {
            panic!("{view:?}");
        };
        steps
    };
    let votes: Vec<u32> = steps(&after).iter().map(|step| step.votes).collect();
    assert_eq!(votes, [2, 0, 1]);
    assert!(steps(&after).iter().all(|step| step.names.is_empty()));
    assert!(!words(&after).contains("Voorzitter"));

    let named = table.round(true);
    table.vote(&named, 0, "yes");
    table.vote(&named, 2, "no");
    table.reveal(&named);
    let after = table.seen(place(&named));
    let names: Vec<_> = steps(&after).into_iter().map(|step| step.names).collect();
    assert_eq!(names, [vec!["Lid"], vec![], vec!["Voorzitter"]]);
}

#[test]
fn room_sees_the_agenda_the_topic_and_the_clock() {
    let mut table = Table::laid();
    let place = RoomPlace::Session {
        session: table.session.clone(),
    };
    let agenda = table.seen(place.clone());
    assert!(agenda.clock.is_none());
    assert!(words(&agenda).contains("Rondvraag"));
    let take_up = |table: &mut Table, topic| {
        let (assessment, session) = (table.assessment.clone(), table.session.clone());
        let topic = SessionTopic {
            assessment,
            session,
            topic,
        };
        table.application.take_up_topic(topic).unwrap();
    };
    let rest = table.rest();
    take_up(&mut table, rest);
    let view = table.view();
    assert_eq!(view.heading, "Rondvraag");
    assert_eq!(marked(&view), ["Rondvraag"]);
    let clock = view.clock.unwrap();
    assert_eq!((clock.topic.as_str(), clock.of), ("Rondvraag", 10));
    let question = AgendaTopicForm::OpenQuestion {
        question: QUESTION.to_owned(),
    };
    take_up(&mut table, question);
    let view = table.view();
    assert!(view.help.is_some(), "the question itself: {view:?}");
    assert_eq!(view.clock.unwrap().topic, view.heading);
}

#[test]
fn room_is_dark_until_it_is_asked_back() {
    let mut table = Table::laid();
    let told = table.application.blank_room(Nothing {}).unwrap();
    assert_eq!(
        told.notice.as_deref(),
        Some("Het scherm voor de zaal is donker.")
    );
    assert!(table.view().blank);
    table.application.blank_room(Nothing {}).unwrap();
    assert!(!table.view().blank);
}

#[test]
fn room_waits_where_there_is_nothing_to_show() {
    let mut table = Table::laid();
    let waiting = table.view().heading;
    table.answer("yes", "Deze woorden.");
    assert!(words(&table.seen(Table::question(None))).contains("Deze woorden."));
    table.application.close_dossier(Nothing {}).unwrap();
    let closed = table.view();
    assert_eq!(closed.heading, waiting);
    assert!(!words(&closed).contains("Deze woorden."));
}

#[test]
fn who_is_there_already_does_not_come_once_more() {
    let mut table = Table::laid();
    let note = |table: &mut Table, movement: &str, at: Option<&str>| {
        let noted = table.application.note_attendance(NoteAttendance {
            assessment: table.assessment.clone(),
            session: table.session.clone(),
            member: table.members[0].clone(),
            movement: movement.to_owned(),
            at: at.map(str::to_owned),
        });
        noted.unwrap().events
    };
    let came = note(&mut table, "came", None);
    assert_eq!(note(&mut table, "came", None), came);
    assert_eq!(note(&mut table, "went", None), came + 1);
    assert_eq!(note(&mut table, "went", Some("")), came + 1);
    // A time of its own is a correction, and is written down.
    assert_eq!(note(&mut table, "went", Some("10:30")), came + 2);
}
