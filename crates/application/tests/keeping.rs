//! What a window shows and asks of backups, copies, merging and undoing.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use application::view::*;
use application::{Application, Problem, Surroundings, WrittenAnswer};

/// 21 November 2026, 09:00 UTC.
const BEGINNING: i64 = 1_795_251_600;
const DAY: i64 = 24 * 60 * 60;

/// A desk with a clock that stands where it is put.
struct Desk {
    folder: tempfile::TempDir,
    now: Arc<AtomicI64>,
    application: Application,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let now = Arc::new(AtomicI64::new(BEGINNING));
        let clock = Arc::clone(&now);
        let surroundings = Surroundings {
            clock: Box::new(move || {
                let second = clock.fetch_add(1, Ordering::Relaxed);
                let at = jiff::Timestamp::from_second(second).unwrap();
                assessment::Moment::new(at, jiff::tz::Offset::UTC)
            }),
            ..Surroundings::predictable(BEGINNING, Some(folder.path().join("settings")))
        };
        let application = Application::new(surroundings);
        Self {
            folder,
            now,
            application,
        }
    }

    /// A desk with the example open.
    fn with_example() -> Self {
        let mut desk = Self::new();
        let path = desk.path("werk.dossier");
        desk.application.example(&path).unwrap();
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn chosen(&mut self, name: &str, purpose: FilePurpose) -> FileHandle {
        let path = self.path(name);
        self.application.grant(path, purpose).handle
    }

    fn open(&mut self, name: &str) -> Changed {
        let file = self.chosen(name, FilePurpose::OpenDossier);
        self.application
            .open_dossier(serde_json::from_value(serde_json::json!({ "file": file })).unwrap())
            .unwrap()
    }

    fn answer(&mut self, question: &str, value: &str) -> Changed {
        let assessment = self.application.assessment_meant(None).unwrap();
        let written = WrittenAnswer {
            value: value.to_owned(),
            ..WrittenAnswer::default()
        };
        self.application
            .record_written_answer(&assessment, question, &written)
            .unwrap()
    }

    fn hand_out(&mut self, name: &str) {
        self.hand_out_for(name, None).unwrap();
    }

    fn hand_out_for(&mut self, name: &str, member: Option<String>) -> Result<Changed, Problem> {
        let file = self.chosen(name, FilePurpose::HandOutCopy);
        self.application.hand_out_copy(HandOutCopy { file, member })
    }

    fn working_as(&mut self) -> Option<String> {
        self.application
            .dossier_page(Nothing {})
            .unwrap()
            .working_as
    }

    fn merge(&mut self, names: &[&str]) -> Result<MergeDone, Problem> {
        let files = names
            .iter()
            .map(|name| self.chosen(name, FilePurpose::ReceivedDossier))
            .collect();
        self.application.merge(MergeFiles {
            files,
            passphrase: None,
        })
    }

    fn backups(&mut self) -> BackupsPage {
        self.application.backups_page(Nothing {}).unwrap()
    }

    fn latest(&mut self) -> HistoryEntry {
        self.part(|part| part.take = 1).entries.remove(0)
    }

    fn part(&mut self, of: impl FnOnce(&mut HistoryOf)) -> HistoryPage {
        let mut part = whole_history();
        of(&mut part);
        self.application.history_page(part).unwrap()
    }
}

fn whole_history() -> HistoryOf {
    HistoryOf {
        assessment: None,
        question: None,
        author: None,
        area: None,
        skip: 0,
        take: 200,
    }
}

#[test]
fn there_is_a_backup_of_each_day_of_work_also_when_the_dossier_stays_open() {
    let mut desk = Desk::with_example();
    assert!(desk.backups().backups.is_empty());
    desk.open("werk.dossier");
    assert_eq!(desk.backups().backups.len(), 1);
    desk.answer("PUR-04", "1");
    desk.open("werk.dossier");
    assert_eq!(desk.backups().backups.len(), 1);
    desk.now.fetch_add(DAY, Ordering::Relaxed);
    desk.answer("PUR-04", "2");
    let page = desk.backups();
    assert_eq!(page.backups.len(), 2);
    // The later one holds the day before, and not yet what was just answered.
    assert_eq!(
        page.backups[0].events,
        page.backups[1].events.map(|it| it + 1)
    );
    assert!(
        page.backups
            .iter()
            .all(|it| it.verified && it.why == "eerste werk van de dag")
    );
    assert!(page.can_back_up);
}

#[test]
fn a_backup_that_fails_is_told_once_and_stops_no_work() {
    let mut desk = Desk::with_example();
    let folder = desk.path("settings/backups");
    fs::write(&folder, "geen map").unwrap();
    let opened = desk.open("werk.dossier");
    assert!(opened.notice.unwrap().contains("geen reservekopie"));
    assert_eq!(desk.answer("PUR-04", "1").notice, None);
    let refused = desk.application.back_up_now(Nothing {}).unwrap_err();
    assert_eq!(
        (refused.code(), refused.details.len()),
        ("backup-not-made", 1)
    );
    fs::remove_file(&folder).unwrap();
    let made = desk.application.back_up_now(Nothing {}).unwrap();
    assert!(made.notice.is_some() && made.topics.is_empty());
    assert_eq!(desk.backups().backups[0].why, "op verzoek gemaakt");
}

#[test]
fn backups_are_found_without_an_open_dossier_and_put_back_beside_it() {
    let mut desk = Desk::with_example();
    desk.application.back_up_now(Nothing {}).unwrap();
    let events = desk.answer("PUR-04", "1").events;
    desk.application.close_dossier(Nothing {}).unwrap();
    let page = desk.backups();
    assert!(!page.can_back_up);
    let backup = &page.backups[0];
    assert_eq!(backup.dossier, "werk");
    assert!(
        backup
            .organisation
            .as_deref()
            .unwrap()
            .contains("Voorbeeld")
    );
    assert_eq!(backup.events, Some(events - 1));

    let over = desk.chosen("werk.dossier", FilePurpose::NewDossier);
    let restore = |file| RestoreBackup {
        backup: page.backups[0].id.clone(),
        file,
    };
    let refused = desk.application.restore_backup(restore(over)).unwrap_err();
    assert_eq!(refused.code(), "file-exists");
    let beside = desk.chosen("terug.dossier", FilePurpose::NewDossier);
    let restored = desk
        .application
        .restore_backup(restore(beside.clone()))
        .unwrap();
    assert!(desk.application.event_count().is_err(), "nothing is opened");
    let expected = desk.chosen("terug.dossier", FilePurpose::OpenDossier);
    assert_eq!(restored.subject, Some(expected.0));
    assert_eq!(desk.open("terug.dossier").events, events - 1);
    let elsewhere = RestoreBackup {
        backup: "../werk.dossier".to_owned(),
        file: beside,
    };
    let refused = desk.application.restore_backup(elsewhere).unwrap_err();
    assert_eq!(refused.code(), "unknown-backup");
}

#[test]
fn the_copy_of_a_member_says_so_and_what_is_done_in_it_is_theirs() {
    let mut desk = Desk::with_example();
    let page = desk.application.dossier_page(Nothing {}).unwrap();
    assert_eq!(page.working_as, None);
    let (member, name) = (
        page.members[1].id.clone(),
        page.members[1].form.name.clone(),
    );
    let refused = desk.hand_out_for("x.dossier", Some("niemand".to_owned()));
    assert_eq!(refused.unwrap_err().code(), "unknown-member");
    assert!(!desk.path("x.dossier").exists());
    let told = desk.hand_out_for("thuis.dossier", Some(member.clone()));
    assert!(told.unwrap().notice.unwrap().contains(&name));

    desk.open("thuis.dossier");
    assert!(desk.working_as().unwrap().contains(&name));
    desk.answer("PUR-04", "1");
    assert_eq!(desk.latest().who, name);
    let assessment = desk.application.assessment_meant(None).unwrap();
    let question = OneQuestion {
        assessment: assessment.clone(),
        question: "PUR-04".to_owned(),
    };
    let asked = desk.application.question_page(question).unwrap();
    assert!(asked.saved.unwrap().contains(&name));

    // To vote, nobody has to be chosen.
    let opened = OpenRound {
        assessment: assessment.clone(),
        questions: vec!["PUR-04".to_owned()],
        names_shown: true,
        scale: "one_to_five".to_owned(),
        session: None,
    };
    let round = desk.application.open_round(opened).unwrap();
    let round = round.subject.unwrap();
    let vote = CastVote {
        assessment: assessment.clone(),
        round: round.clone(),
        question: "PUR-04".to_owned(),
        member: None,
        ballot: BallotForm {
            value: AnswerValue::Choice {
                option: "3".to_owned(),
            },
            because: String::new(),
        },
        pin: None,
    };
    desk.application.cast_vote(vote.clone()).unwrap();
    let one = OneRound { assessment, round };
    let page = desk.application.round_page(one).unwrap();
    assert_eq!(page.working_as.as_ref(), Some(&member));
    let voted = page.voters.iter().filter(|it| !it.voted.is_empty());
    assert_eq!(voted.map(|it| &it.member).collect::<Vec<_>>(), [&member]);

    // Who chose not to be named is not named by the copy either.
    let position = TakePosition {
        assessment: vote.assessment.clone(),
        on: MatterForm::Report,
        member: member.clone(),
        position: "dissent".to_owned(),
        reason: "Ik zie dit anders.".to_owned(),
        named: false,
    };
    desk.application.take_position(position).unwrap();
    let taken = desk.latest();
    assert_eq!(taken.who, "iemand");
    desk.application.undo(OneEvent { event: taken.id }).unwrap();
    let history = desk.application.history().unwrap();
    let [.., taken, undone] = &history[..] else {
        panic!("{history:?}");
    };
    assert_eq!(
        (taken.who.as_str(), undone.who.as_str()),
        ("iemand", "iemand")
    );

    // Back in the dossier of the committee, and when nothing is known of the member any more.
    desk.open("werk.dossier");
    let done = desk.merge(&["thuis.dossier"]).unwrap();
    assert!(done.from[0].authors.contains(&name));
    assert_eq!(desk.working_as(), None);
    let refused = desk.application.cast_vote(vote).unwrap_err();
    assert_eq!(refused.code(), "unknown-member");
    desk.open("thuis.dossier");
    let history = desk.application.history().unwrap();
    let joined = history.iter().find(|it| it.id == member).unwrap();
    desk.application
        .erase(Erase {
            events: vec![joined.id.clone()],
            reason: "Op verzoek.".to_owned(),
        })
        .unwrap();
    assert_eq!(desk.working_as(), None);
    desk.answer("REL-01", "3");
    assert_eq!(desk.latest().who, "de commissie");
}

#[test]
fn a_merge_tells_what_came_from_whom_and_every_window_hears_of_it() {
    let mut desk = Desk::with_example();
    desk.hand_out("thuis.dossier");
    desk.answer("PUR-04", "1");
    desk.open("thuis.dossier");
    desk.answer("PUR-04", "4");
    desk.answer("REL-01", "4");
    desk.open("werk.dossier");
    desk.application.announcements();
    let done = desk.merge(&["thuis.dossier"]).unwrap();
    assert_eq!((done.added, done.from[0].events), (2, 2));
    assert_eq!(done.from[0].authors, ["de commissie"]);
    assert!(done.backup.is_some() && done.forks.is_empty());
    let conflict = &done.conflicts[0];
    assert_eq!(
        (done.conflicts.len(), conflict.question.as_str()),
        (1, "PUR-04")
    );
    let places: Vec<&str> = conflict
        .versions
        .iter()
        .map(|it| it.place.as_str())
        .collect();
    assert!(places.contains(&"in dit dossier"));
    assert!(places.contains(&"in de kopie thuis.dossier"));
    let heard = desk.application.announcements();
    assert!(heard.iter().any(|it| it.topics.contains(&Topic::Subjects)));

    // The question shows both, and a new answer settles it.
    let question = OneQuestion {
        assessment: conflict.assessment.clone(),
        question: "PUR-04".to_owned(),
    };
    let page = desk.application.question_page(question.clone()).unwrap();
    assert_eq!(
        (page.state, page.conflict.len()),
        (AnswerState::Conflict, 2)
    );
    desk.answer("PUR-04", "3");
    let page = desk.application.question_page(question).unwrap();
    assert_eq!(page.state, AnswerState::Answered);

    let again = desk.merge(&["thuis.dossier"]).unwrap();
    assert_eq!(
        (again.added, again.backup, again.conflicts.len()),
        (0, None, 0)
    );
    assert!(
        again
            .changed
            .notice
            .unwrap()
            .starts_with("Er was niets nieuws")
    );
    assert!(again.changed.topics.is_empty());
    assert_eq!(desk.merge(&[]).unwrap_err().code(), "file-not-chosen");
}

fn copies(desk: &mut Desk) -> Vec<CopyView> {
    desk.application.copies_page(Nothing {}).unwrap().copies
}

#[test]
fn who_has_a_copy_is_known_until_it_is_taken_in() {
    let mut desk = Desk::with_example();
    assert!(copies(&mut desk).is_empty());
    let page = desk.application.dossier_page(Nothing {}).unwrap();
    let (member, name) = (
        page.members[1].id.clone(),
        page.members[1].form.name.clone(),
    );
    desk.hand_out_for("thuis.dossier", Some(member)).unwrap();
    desk.hand_out("los.dossier");
    let out = copies(&mut desk);
    let who: Vec<_> = out.iter().map(|it| (it.file.as_str(), &it.who)).collect();
    assert_eq!(
        who,
        [
            ("los.dossier", &None),
            ("thuis.dossier", &Some(name.clone()))
        ]
    );
    assert!(out.iter().all(|it| it.out && it.by == "de commissie"));

    // Before the assessment is signed and adopted, the committee is reminded.
    let assessment = desk.application.assessment_meant(None).unwrap();
    let standing = |desk: &mut Desk| {
        let assessment = assessment.clone();
        let one = OneAssessment { assessment };
        desk.application.standing_page(one).unwrap()
    };
    let page = standing(&mut desk);
    let reminder = format!("De kopie van {name} van 21 november 2026 is nog niet terug.");
    assert!(page.copies_out.contains(&reminder), "{:?}", page.copies_out);
    let mut missing = page.missing.iter();
    let point = missing.find(|it| it.text == reminder).unwrap();
    assert_eq!(
        (point.required, &point.place),
        (false, &MissingPlace::Copies)
    );

    // It is known by what it carries, whatever it is called and wherever it was.
    std::fs::rename(desk.path("thuis.dossier"), desk.path("anders.dossier")).unwrap();
    desk.open("anders.dossier");
    desk.answer("REL-01", "4");
    desk.open("werk.dossier");
    let done = desk.merge(&["anders.dossier"]).unwrap();
    assert_eq!(
        done.returned,
        [format!(
            "De kopie van {name} van 21 november 2026 is terug."
        )]
    );
    let now = copies(&mut desk);
    let out: Vec<_> = now.iter().map(|it| (it.file.as_str(), it.out)).collect();
    assert_eq!(out, [("los.dossier", true), ("thuis.dossier", false)]);
    assert_eq!(standing(&mut desk).copies_out.len(), 1);
    let again = desk.merge(&["anders.dossier"]).unwrap();
    assert!(again.returned.is_empty() && again.changed.topics.is_empty());

    // One in which nothing was done came back as well.
    let done = desk.merge(&["los.dossier"]).unwrap();
    assert_eq!((done.added, done.returned.len()), (0, 1));
    assert!(!done.changed.topics.is_empty());
    assert!(standing(&mut desk).copies_out.is_empty());

    // That it came back can be undone like anything else.
    let event = desk.latest();
    assert!(event.what.contains("los.dossier"), "{}", event.what);
    let event = event.id;
    desk.application.undo(OneEvent { event }).unwrap();
    assert_eq!(standing(&mut desk).copies_out.len(), 1);
}

#[test]
fn a_copy_that_is_lost_is_given_up_with_a_reason_and_may_come_back_all_the_same() {
    let mut desk = Desk::with_example();
    desk.hand_out("thuis.dossier");
    let copy = desk.application.copy_meant("thuis.dossier").unwrap();
    let give_up = |desk: &mut Desk, reason: &str| {
        let (copy, reason) = (copy.clone(), reason.to_owned());
        desk.application.give_up_copy(GiveUpCopy { copy, reason })
    };
    assert!(give_up(&mut desk, " ").is_err());
    give_up(&mut desk, "De laptop is kwijt.").unwrap();
    let now = copies(&mut desk).remove(0);
    assert!(!now.out && now.standing.contains("De laptop is kwijt."));
    let refused = give_up(&mut desk, "Nog eens.").unwrap_err();
    assert_eq!(refused.code(), "copy-not-out");
    assert_eq!(
        desk.application.copy_meant("nooit").unwrap_err().code(),
        "unknown-copy"
    );
    assert_eq!(desk.merge(&["thuis.dossier"]).unwrap().returned.len(), 1);
    assert!(copies(&mut desk)[0].standing.contains("terug"));
}

#[test]
fn a_copy_of_which_nothing_can_be_written_down_is_told_of() {
    let mut desk = Desk::with_example();
    let file = desk.chosen("werk.dossier", FilePurpose::OpenDossier);
    let input = serde_json::from_value(serde_json::json!({ "file": file })).unwrap();
    desk.application.look_at_dossier(input).unwrap();
    let told = desk.hand_out_for("thuis.dossier", None).unwrap();
    assert!(told.notice.unwrap().contains("niet vastgelegd"));
    assert!(copies(&mut desk).is_empty());
}

#[test]
fn work_that_comes_in_for_an_adopted_assessment_waits_until_it_is_reopened() {
    let mut desk = Desk::with_example();
    desk.hand_out("thuis.dossier");
    let assessment = desk.application.assessment_meant(None).unwrap();
    let one = || OneAssessment {
        assessment: assessment.clone(),
    };
    adopt(&mut desk, &assessment);
    let adopted = desk.application.results_page(one()).unwrap();
    desk.open("thuis.dossier");
    desk.answer("REL-01", "0");
    desk.open("werk.dossier");
    let done = desk.merge(&["thuis.dossier"]).unwrap();
    assert_eq!((done.added, done.conflicts.len()), (1, 0));
    assert_eq!(done.waiting[0].assessment, assessment);
    assert!(done.waiting[0].words.contains("heropent"));

    let page = desk.application.standing_page(one()).unwrap();
    assert_eq!(page.status, "adopted");
    assert!(page.waiting.len() == 1 && page.waiting[0].contains("REL-01"));
    assert_eq!(desk.application.results_page(one()).unwrap(), adopted);
    let history = desk.application.history_page(whole_history()).unwrap();
    let waits: Vec<_> = history
        .entries
        .iter()
        .filter(|it| it.waits.is_some())
        .collect();
    assert!(waits.len() == 1 && waits[0].what.contains("REL-01"));

    desk.application
        .reopen_assessment(ReopenAssessment {
            assessment: assessment.clone(),
            reason: "Er is nog werk binnengekomen.".to_owned(),
        })
        .unwrap();
    let page = desk.application.standing_page(one()).unwrap();
    assert!(page.waiting.is_empty() && page.status != "adopted");
    assert_ne!(desk.application.results_page(one()).unwrap(), adopted);
}

#[test]
fn who_only_looks_merges_and_undoes_nothing() {
    let mut desk = Desk::with_example();
    desk.hand_out("thuis.dossier");
    desk.answer("PUR-04", "1");
    assert!(desk.latest().undo.is_some());
    let file = desk.chosen("werk.dossier", FilePurpose::OpenDossier);
    let input = serde_json::from_value(serde_json::json!({ "file": file })).unwrap();
    desk.application.look_at_dossier(input).unwrap();
    let refused = desk.merge(&["thuis.dossier"]).unwrap_err();
    assert_eq!(refused.code(), "dossier-read-only");
    let latest = desk.latest();
    assert!(latest.undo.is_none());
    let event = latest.id;
    let refused = desk.application.undo(OneEvent { event }).unwrap_err();
    assert_eq!(refused.code(), "dossier-read-only");
    // A copy can be handed out all the same.
    desk.hand_out("nog-een.dossier");
}

#[test]
fn the_history_offers_to_undo_and_tells_what_was_undone() {
    let mut desk = Desk::with_example();
    desk.answer("PUR-04", "1");
    let answered = desk.latest();
    assert_eq!(answered.undo.as_ref().unwrap().label, "Ongedaan maken");
    assert_eq!(answered.undone_by, None);
    let event = answered.id.clone();
    let changed = desk.application.undo(OneEvent { event }).unwrap();
    let assessment = desk.application.assessment_meant(None).unwrap();
    assert!(changed.topics.contains(&Topic::Assessment { assessment }));
    let undo = desk.latest();
    assert_eq!(undo.undo.as_ref().unwrap().label, "Toch laten gelden");
    let page = desk.part(|part| {
        part.skip = 1;
        part.take = 1;
    });
    assert_eq!(page.entries[0].id, answered.id);
    assert_eq!(page.entries[0].undo, None);
    let told = page.entries[0].undone_by.as_deref().unwrap();
    assert!(told.ends_with("door de commissie"), "{told}");
    for (event, code) in [
        ("nergens", "unknown-event"),
        (&answered.id, "undone-before"),
    ] {
        let event = event.to_owned();
        let refused = desk.application.undo(OneEvent { event }).unwrap_err();
        assert_eq!((refused.code(), refused.field), (code, Some("event")));
    }
}

#[test]
fn why_something_is_not_undone_is_said() {
    let mut desk = Desk::with_example();
    let mut form = desk
        .application
        .dossier_page(Nothing {})
        .unwrap()
        .organisation;
    form.sector = "eerst".to_owned();
    desk.application
        .describe_organisation(DescribeOrganisation { form: form.clone() })
        .unwrap();
    let superseded = desk.latest();
    assert!(
        superseded.undo.is_some(),
        "it is offered without having asked"
    );
    form.sector = "daarna".to_owned();
    desk.application
        .describe_organisation(DescribeOrganisation { form })
        .unwrap();
    let mut ask = |event: &str| {
        let event = event.to_owned();
        let asked = desk.application.undo_offer(OneEvent { event });
        asked.map_err(|problem| problem.code())
    };
    assert_eq!(ask(&superseded.id), Err("undo-changes-nothing"));
    assert_eq!(ask("nergens"), Err("unknown-event"));
    let latest = desk.latest();
    let asked = desk.application.undo_offer(OneEvent { event: latest.id });
    assert_eq!(asked.unwrap().label, "Ongedaan maken");
    let oldest = desk.part(|_| ()).total as u32 - 1;
    let first = desk.part(|part| part.skip = oldest).entries.pop().unwrap();
    assert_eq!((first.number, first.undo), (1, None));
    let why = first.not_undone.unwrap();
    assert!(why.contains("blijven altijd staan"), "{why}");
}

#[test]
fn the_history_is_looked_through_by_author_and_by_part_of_the_work() {
    let mut desk = Desk::with_example();
    let members = desk.application.dossier_page(Nothing {}).unwrap().members;
    let member = members[0].id.clone();
    desk.hand_out_for("thuis.dossier", Some(member.clone()))
        .unwrap();
    desk.open("thuis.dossier");
    desk.answer("PUR-04", "1");
    desk.open("werk.dossier");
    desk.merge(&["thuis.dossier"]).unwrap();
    let all = desk.part(|_| ());
    let labels = |options: &[OptionView]| -> Vec<String> {
        options.iter().map(|option| option.label.clone()).collect()
    };
    assert!(labels(&all.areas).contains(&"Antwoorden en bewijs".to_owned()));
    assert!(labels(&all.authors).contains(&members[0].form.name));
    let found = desk.part(|part| part.author = Some(member.clone()));
    assert_eq!(found.total, 1);
    assert!(found.entries[0].what.contains("PUR-04"));
    // What else there is to choose stays.
    assert_eq!((&found.authors, &found.areas), (&all.authors, &all.areas));
    let committee = desk.part(|part| part.author = Some("committee".to_owned()));
    assert_eq!(committee.total, all.total - 1);
    let answers = desk.part(|part| part.area = Some("answers".to_owned()));
    assert!(answers.total > 1 && answers.total < all.total);
    let neither = desk.part(|part| {
        part.author = Some(member);
        part.area = Some("committee".to_owned());
    });
    assert_eq!(neither.total, 0);
    let mut unknown = whole_history();
    unknown.area = Some("weer".to_owned());
    let refused = desk.application.history_page(unknown).unwrap_err();
    assert_eq!(refused.field, Some("area"));
}

/// Signs a report of the assessment and has the organisation adopt it.
fn adopt(desk: &mut Desk, assessment: &str) {
    let to = desk.chosen("rapport.pdf", FilePurpose::Report);
    let made = desk
        .application
        .make_report(MakeReport {
            assessment: assessment.to_owned(),
            language: "nl".to_owned(),
            signers: vec!["Noor Voorbeeld".to_owned()],
            to,
        })
        .unwrap();
    let to = desk.chosen("noor.p12", FilePurpose::NewIdentity);
    let passphrase = "vier losse woorden hier".to_owned();
    let identity = CreateIdentity {
        name: "Noor Voorbeeld".to_owned(),
        passphrase: passphrase.as_str().into(),
        to: to.clone(),
    };
    desk.application.create_identity(identity).unwrap();
    let sign = SignReport {
        report: made.file.handle.clone(),
        name: "Noor Voorbeeld".to_owned(),
        position: Some("agree".to_owned()),
        reason: String::new(),
        identity: to,
        passphrase: passphrase.into(),
        to: desk.chosen("ondertekend.pdf", FilePurpose::SignedReport),
    };
    desk.application.sign_report(sign).unwrap();
    desk.application
        .adopt_assessment(AdoptAssessment {
            assessment: assessment.to_owned(),
            date: "2026-12-01".to_owned(),
            by: "De directie".to_owned(),
            because: String::new(),
        })
        .unwrap();
}

#[test]
fn what_changed_since_a_report_is_known_after_a_merge_too() {
    let mut desk = Desk::with_example();
    desk.hand_out("thuis.dossier");
    desk.answer("PUR-04", "1");
    let assessment = desk.application.assessment_meant(None).unwrap();
    let to = desk.chosen("rapport.pdf", FilePurpose::Report);
    let made = desk
        .application
        .make_report(MakeReport {
            assessment: assessment.clone(),
            language: "nl".to_owned(),
            signers: vec!["Noor Voorbeeld".to_owned()],
            to,
        })
        .unwrap();
    // What comes in between stands before the report's last event in order of place.
    desk.open("thuis.dossier");
    desk.answer("REL-01", "0");
    desk.open("werk.dossier");
    desk.merge(&["thuis.dossier"]).unwrap();

    let to = desk.chosen("noor.p12", FilePurpose::NewIdentity);
    let passphrase = SecretText::from("vier losse woorden hier");
    let identity = CreateIdentity {
        name: "Noor Voorbeeld".to_owned(),
        passphrase: passphrase.clone(),
        to: to.clone(),
    };
    desk.application.create_identity(identity).unwrap();
    let sign = SignReport {
        report: made.file.handle.clone(),
        name: "Noor Voorbeeld".to_owned(),
        position: Some("agree".to_owned()),
        reason: String::new(),
        identity: to,
        passphrase,
        to: desk.chosen("ondertekend.pdf", FilePurpose::SignedReport),
    };
    let signed = desk.application.sign_report(sign).unwrap();
    assert_eq!(signed.notice, None);
    let why: Vec<String> = desk
        .backups()
        .backups
        .into_iter()
        .map(|it| it.why)
        .collect();
    assert!(why.contains(&"voor het bewaren van een ondertekend rapport".to_owned()));

    let one = OneAssessment { assessment };
    let page = desk.application.report_page(one.clone()).unwrap();
    let since = &page.signed[0].since;
    assert!(
        since.contains("2 wijzigingen") && since.contains("thuis.dossier"),
        "{since}"
    );
    let verify = VerifyReport {
        file: signed.file.handle,
        trust: Vec::new(),
    };
    let verified = desk.application.verify_report(verify).unwrap();
    assert_eq!(verified.since.as_ref(), Some(since));
    assert_eq!(verified.data_verdict, "equal");
}
