//! Taking care of a dossier: words that are erased are nowhere, what was destroyed leaves a certificate
//! and nothing else, and how it was is how it was.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

use std::fs;
use std::path::{Path, PathBuf};

use application::view::*;
use application::{Application, Problem, Surroundings, WrittenAnswer};
use messages::Language;

/// 21 November 2026, 10:00 on a clock one hour ahead of UTC.
const BEGINNING: i64 = 1_795_251_600;
const DAY: i64 = 86_400;

const ORGANISATION: &str = "Voorbeeld Webwinkel B.V.";
const NAME: &str = "Quirine Zwaluwstaart";
/// What nobody may find again, each in another place of the dossier.
const TRACES: [&str; 6] = [
    NAME,
    "Zwaluwstaart",
    "vlindervanger",
    "klokkenspel-oordeel",
    "regenboogbrief",
    "kastanjebruin-bestand",
];
const REASON: &str = "Op verzoek van de betrokkene.";

struct Desk {
    folder: tempfile::TempDir,
    application: Application,
}

impl Desk {
    fn new() -> Self {
        Self::at(tempfile::tempdir().unwrap(), BEGINNING)
    }

    /// The same desk at another moment, with nothing open.
    fn at(folder: tempfile::TempDir, seconds: i64) -> Self {
        let surroundings = Surroundings::predictable(seconds, Some(folder.path().join("settings")));
        Self {
            folder,
            application: Application::new(surroundings),
        }
    }

    fn later(self, seconds: i64) -> Self {
        drop(self.application);
        let mut desk = Self::at(self.folder, seconds);
        desk.open();
        desk
    }

    /// A dossier with an assessment, in which one person's words stand in many places.
    fn with_words() -> (Self, String, String) {
        let mut desk = Self::new();
        let file = desk.chosen("werk.dossier", FilePurpose::NewDossier);
        let new = NewDossier {
            file,
            organisation: ORGANISATION.to_owned(),
            language: "nl".to_owned(),
        };
        desk.application.new_dossier(new).unwrap();
        let form = SubjectForm {
            name: "Vraagbaak".to_owned(),
            ..SubjectForm::default()
        };
        let added = desk.application.add_subject(AddSubject { form }).unwrap();
        let start = StartAssessment {
            subject: added.subject.unwrap(),
            questionnaire: "customer-contact-ai@1.0".to_owned(),
            date: "2026-11-21".to_owned(),
            scope: String::new(),
        };
        let started = desk.application.start_assessment(start).unwrap();
        let assessment = started.subject.unwrap();
        let form = MemberForm {
            name: NAME.to_owned(),
            role: "member".to_owned(),
            expertise: "vlindervanger in haar vrije tijd".to_owned(),
            speaks_for: None,
            ..MemberForm::default()
        };
        let joined = desk.application.add_member(AddMember { form }).unwrap();
        desk.answer(&assessment, "INT-01", "private", "Wij zijn een bedrijf.");
        desk.answer(&assessment, "PUR-04", "1", "Eerst dacht de commissie dit.");
        let because = format!("Het klokkenspel-oordeel van {NAME}.");
        desk.answer(&assessment, "PUR-04", "3", &because);
        desk.answer(&assessment, "HUM-01", "no", "Quirine kijkt dit na.");
        fs::write(
            desk.path("regenboogbrief.txt"),
            "kastanjebruin-bestand, door haar geschreven",
        )
        .unwrap();
        let evidence = AttachEvidence {
            assessment: assessment.clone(),
            question: "PUR-04".to_owned(),
            file: desk.chosen("regenboogbrief.txt", FilePurpose::Evidence),
        };
        desk.application.attach_evidence(evidence).unwrap();
        fs::remove_file(desk.path("regenboogbrief.txt")).unwrap();
        (desk, assessment, joined.subject.unwrap())
    }

    fn open(&mut self) {
        let file = self.chosen("werk.dossier", FilePurpose::OpenDossier);
        self.application
            .open_dossier(OpenDossier {
                file,
                passphrase: None,
            })
            .unwrap();
    }

    fn close(&mut self) {
        self.application.close_dossier(Nothing {}).unwrap();
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn chosen(&mut self, name: &str, purpose: FilePurpose) -> FileHandle {
        let path = self.path(name);
        self.application.grant(path, purpose).handle
    }

    fn answer(&mut self, assessment: &str, question: &str, value: &str, because: &str) {
        let written = WrittenAnswer {
            value: value.to_owned(),
            because: because.to_owned(),
            ..WrittenAnswer::default()
        };
        self.application
            .record_written_answer(assessment, question, &written)
            .unwrap();
    }

    fn preview(&mut self, member: &str) -> ErasurePreview {
        let of = EraseOf {
            member: Some(member.to_owned()),
            event: None,
        };
        self.application.erasure_preview(of).unwrap()
    }

    /// Everything of the person, and the file that she wrote.
    fn everything_of(&mut self, member: &str) -> Vec<String> {
        let preview = self.preview(member);
        let sure = preview.events.into_iter().filter(|it| it.sure);
        let mut events: Vec<String> = sure.map(|event| event.id).collect();
        let history = self.application.history().unwrap();
        let attached = history.iter().find(|it| it.kind == "evidence_attached");
        events.push(attached.unwrap().id.clone());
        events
    }

    fn erase(&mut self, events: Vec<String>, reason: &str) -> Result<Erased, Problem> {
        let reason = reason.to_owned();
        self.application.erase(Erase { events, reason })
    }

    fn back_up(&mut self) {
        self.application.back_up_now(Nothing {}).unwrap();
    }

    fn history(&mut self) -> Vec<HistoryEntry> {
        let of = HistoryOf {
            assessment: None,
            question: None,
            author: None,
            area: None,
            skip: 0,
            take: 200,
        };
        let mut entries = self.application.history_page(of).unwrap().entries;
        entries.reverse();
        entries
    }

    fn as_it_was(&mut self, assessment: &str, at: At<'_>) -> Result<PastPage, Problem> {
        let (event, date) = match at {
            At::Event(event) => (Some(event.to_owned()), None),
            At::Date(date) => (None, Some(date.to_owned())),
        };
        self.application.as_it_was(AsItWas {
            assessment: assessment.to_owned(),
            event,
            date,
        })
    }

    fn destroy(&mut self, organisation: &str, backups: bool) -> Result<Destroyed, Problem> {
        let certificate = self.chosen("bewijs.txt", FilePurpose::DestructionCertificate);
        self.application.destroy_dossier(DestroyDossier {
            organisation: organisation.to_owned(),
            certificate,
            backups,
        })
    }
}

enum At<'a> {
    Event(&'a str),
    Date(&'a str),
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Where a text stands, in any file below a folder, name and bytes.
fn found(folder: &Path, text: &str) -> Vec<PathBuf> {
    let holds = |path: &PathBuf| {
        let bytes = fs::read(path).unwrap();
        path.to_string_lossy().contains(text)
            || bytes.windows(text.len()).any(|it| it == text.as_bytes())
    };
    files(folder).into_iter().filter(holds).collect()
}

fn code<T: std::fmt::Debug>(result: Result<T, Problem>) -> &'static str {
    result.unwrap_err().code()
}

#[test]
fn erased_words_are_in_no_byte_of_the_dossier_its_folder_and_its_backups() {
    let (mut desk, _, member) = Desk::with_words();
    desk.back_up();
    desk.back_up();
    desk.close();
    let elsewhere = tempfile::tempdir().unwrap();
    let older = elsewhere.path().join("ouder.dossier");
    fs::copy(desk.path("werk.dossier"), &older).unwrap();
    // What programs leave that were cut off while they made a backup and a copy.
    let backups = desk.path("settings/backups");
    let name = files(&backups).remove(0);
    let name = name.file_stem().unwrap().to_string_lossy().into_owned();
    let mark = name.split(' ').find(|word| word.len() == 16).unwrap();
    for folder in [&backups, &desk.folder.path().to_owned()] {
        let left = folder.join(format!(".verantwoord-{mark}-Ab3dEf.part"));
        fs::copy(&older, left).unwrap();
    }
    for trace in TRACES {
        // A test that searches in vain proves nothing.
        assert!(found(desk.folder.path(), trace).len() >= 5, "{trace}");
    }
    desk.open();

    let events = desk.everything_of(&member);
    let before = desk.history().len();
    let erased = desk.erase(events.clone(), REASON).unwrap();
    assert_eq!(erased.events as usize, events.len());
    assert!(erased.backups_rewritten >= 2, "{erased:?}");
    assert_eq!(erased.backups_removed, 0);
    // Quirine is mentioned once more, by a part of her name: that was told and not chosen.
    desk.close();
    for trace in TRACES {
        assert!(found(desk.folder.path(), trace).is_empty(), "{trace}");
    }

    let path = desk.path("werk.dossier");
    assert!(desk.application.check_dossier(&path).unwrap().machine.sound);
    desk.open();
    for backup in desk.application.backups_page(Nothing {}).unwrap().backups {
        assert!(backup.verified, "{backup:?}");
    }
    let history = desk.history();
    assert_eq!(history.len(), before + events.len());
    let gone: Vec<_> = history.iter().filter(|entry| entry.erased).collect();
    assert_eq!(gone.len(), events.len());
    for entry in gone {
        assert!(entry.what.contains(REASON), "{}", entry.what);
        assert!(!entry.at.is_empty() && !entry.who.is_empty() && !entry.erasable);
        assert!(entry.before.is_none() && entry.after.is_none());
    }
    let care = desk.application.care_page(Nothing {}).unwrap();
    assert_eq!(care.erased.len(), events.len());
    assert!(care.erased.iter().all(|it| it.reason == REASON));
    assert!(care.unfinished.is_none() && care.people.is_empty());

    // A copy that somebody had at home brings none of it back.
    let copy = desk.application.grant(&older, FilePurpose::ReceivedDossier);
    let files = vec![copy.handle];
    desk.application
        .merge(MergeFiles {
            files,
            passphrase: None,
        })
        .unwrap();
    desk.back_up();
    desk.close();
    for trace in TRACES {
        assert!(found(desk.folder.path(), trace).is_empty(), "{trace}");
    }
    assert!(desk.application.check_dossier(&path).unwrap().machine.sound);
}

#[test]
fn a_preview_tells_every_place_and_what_becomes_of_it() {
    let (mut desk, _, member) = Desk::with_words();
    let preview = desk.preview(&member);
    assert_eq!(preview.person.as_deref(), Some(NAME));
    let told: Vec<(bool, bool)> = preview
        .events
        .iter()
        .map(|event| (event.erasable, event.sure))
        .collect();
    // Her particulars, an answer that names her, and one that names a part of her name.
    assert_eq!(told, [(true, true), (true, true), (true, false)]);
    assert!(preview.events[1].becomes.contains("geldt daarna weer"));
    assert!(preview.events[2].becomes.contains("weer open"));
    let all = preview.consequences.join("\n");
    for part in ["voorgoed", "reservekopie", "anderen", "SSD"] {
        assert!(all.contains(part), "{part} in {all}");
    }
    let before = desk.history().len();
    let chosen = vec![preview.events[1].id.clone()];
    desk.erase(chosen, REASON).unwrap();
    let history = desk.history();
    assert_eq!(history.len(), before + 1);
    let preview = desk.preview(&member);
    assert_eq!(preview.events.len(), 2);
}

#[test]
fn what_was_told_about_an_erased_answer_is_what_happens() {
    let (mut desk, assessment, member) = Desk::with_words();
    let question = OneQuestion {
        assessment,
        question: "PUR-04".to_owned(),
    };
    let events = desk.everything_of(&member);
    desk.erase(events, REASON).unwrap();
    let page = desk.application.question_page(question).unwrap();
    assert_eq!(
        page.answer.unwrap().because,
        "Eerst dacht de commissie dit."
    );
    assert!(page.evidence.is_empty());
}

#[test]
fn a_reason_that_repeats_what_is_erased_is_refused_and_nothing_is_erased() {
    let (mut desk, _, member) = Desk::with_words();
    let events = desk.everything_of(&member);
    let before = desk.application.history().unwrap();
    for reason in [
        NAME,
        "Verzoek van Zwaluwstaart",
        "QUIRINE ZWALUWSTAART vroeg het",
    ] {
        assert_eq!(code(desk.erase(events.clone(), reason)), "reason-repeats");
    }
    assert_eq!(code(desk.erase(events.clone(), "  ")), "text-empty");
    assert_eq!(code(desk.erase(Vec::new(), REASON)), "nothing-to-erase");
    assert_eq!(desk.application.history().unwrap(), before);
    desk.erase(events.clone(), REASON).unwrap();
    assert_eq!(code(desk.erase(events, REASON)), "not-erasable");
}

#[test]
fn what_others_rest_on_is_not_erased_and_says_why() {
    let (mut desk, _, member) = Desk::with_words();
    let joined = desk.preview(&member).events[0].id.clone();
    let history = desk.application.history().unwrap();
    for kind in ["dossier_started", "assessment_started", "subject_added"] {
        let event = history
            .iter()
            .find(|it| it.kind == kind)
            .unwrap()
            .id
            .clone();
        for language in Language::ALL {
            let problem = desk
                .erase(vec![joined.clone(), event.clone()], REASON)
                .unwrap_err();
            let view = problem.view(language);
            assert_eq!(
                (view.code.as_str(), view.details.len()),
                ("not-erasable", 1)
            );
            assert!(!view.details[0].starts_with('['), "{view:?}");
        }
    }
    // All or nothing: the member's particulars are still there.
    assert_eq!(desk.preview(&member).events[0].id, joined);
}

#[test]
fn an_erasure_is_finished_in_a_backup_that_comes_back() {
    let (mut desk, _, member) = Desk::with_words();
    desk.back_up();
    desk.close();
    let folder = desk.path("settings/backups");
    let backup = files(&folder).remove(0);
    let kept = fs::read(&backup).unwrap();
    desk.open();
    let events = desk.everything_of(&member);
    desk.erase(events, REASON).unwrap();
    fs::write(&backup, kept).unwrap();
    fs::write(folder.join("notitie.txt"), "van mij").unwrap();
    let finished = desk.application.finish_erasing(Nothing {}).unwrap();
    assert_eq!((finished.events, finished.backups_rewritten), (0, 1));
    let again = desk.application.finish_erasing(Nothing {}).unwrap();
    assert_eq!(again.backups_rewritten, 0);
    desk.close();
    for trace in TRACES {
        assert!(found(desk.folder.path(), trace).is_empty(), "{trace}");
    }
    assert!(folder.join("notitie.txt").exists());
}

#[test]
fn an_erasure_that_does_not_reach_a_backup_is_not_complete_until_it_does() {
    let (mut desk, _, member) = Desk::with_words();
    desk.back_up();
    let backup = files(&desk.path("settings/backups")).remove(0);
    let in_use = dossier::Dossier::open(&backup, &somebody()).unwrap();
    let events = desk.everything_of(&member);
    let erased = desk.erase(events, REASON).unwrap();
    let name = backup.file_name().unwrap().to_str().unwrap();
    assert!(!erased.complete);
    assert!(erased.lines.iter().any(|line| line.contains(name)));
    drop(in_use);
    let finished = desk.application.finish_erasing(Nothing {}).unwrap();
    assert_eq!((finished.backups_rewritten, finished.complete), (1, true));
}

#[test]
fn backups_that_cannot_be_seen_are_not_taken_for_none() {
    let (mut desk, _, member) = Desk::with_words();
    desk.back_up();
    let (folder, away) = (desk.path("settings/backups"), desk.path("settings/away"));
    fs::rename(&folder, &away).unwrap();
    fs::write(&folder, "no folder").unwrap();
    let refused = desk.destroy(ORGANISATION, true).unwrap_err();
    assert_eq!(refused.code(), "backups-unreadable");
    let events = desk.everything_of(&member);
    let erased = desk.erase(events, REASON).unwrap();
    let place = folder.display().to_string();
    assert!(!erased.complete && erased.lines.iter().any(|line| line.contains(&place)));
    fs::remove_file(&folder).unwrap();
    fs::rename(&away, &folder).unwrap();
    let finished = desk.application.finish_erasing(Nothing {}).unwrap();
    assert_eq!((finished.backups_rewritten, finished.complete), (1, true));
}

#[test]
fn a_backup_that_cannot_be_rewritten_is_removed() {
    let (mut desk, _, member) = Desk::with_words();
    desk.back_up();
    let backup = files(&desk.path("settings/backups")).remove(0);
    let mut bytes = fs::read(&backup).unwrap();
    let place = bytes.windows(4).rposition(|it| it == b"name").unwrap();
    bytes[place] ^= 1;
    fs::write(&backup, bytes).unwrap();
    let events = desk.everything_of(&member);
    let erased = desk.erase(events, REASON).unwrap();
    assert_eq!((erased.backups_rewritten, erased.backups_removed), (0, 1));
    assert!(!backup.exists());
}

#[test]
fn as_it_was_is_what_the_page_showed_at_the_time() {
    let (mut desk, assessment, _) = Desk::with_words();
    let shown = |desk: &mut Desk| {
        let one = OneAssessment {
            assessment: assessment.clone(),
        };
        let page = desk.application.assessment_page(one).unwrap();
        let rows: Vec<(String, Option<String>, String)> = page
            .sections
            .iter()
            .flat_map(|task| {
                let section = OneSection {
                    assessment: assessment.clone(),
                    section: task.id.clone(),
                };
                desk.application.section_page(section).unwrap().questions
            })
            .map(|row| (row.id, row.answer, row.because))
            .collect();
        (page.asked, page.answered, rows)
    };
    let past = |page: &PastPage| {
        let rows: Vec<(String, Option<String>, String)> = page
            .sections
            .iter()
            .flat_map(|section| &section.questions)
            .map(|it| {
                let answer = it.answers.first();
                (
                    it.question.clone(),
                    answer.map(|answer| answer.value.clone()),
                    answer.map(|it| it.because.clone()).unwrap_or_default(),
                )
            })
            .collect();
        (page.asked, page.answered, rows)
    };
    let then = shown(&mut desk);
    let last = desk.history().last().unwrap().id.clone();

    let mut desk = desk.later(BEGINNING + 2 * DAY);
    desk.answer(&assessment, "INT-05", "genai_vendor", "");
    desk.answer(&assessment, "PUR-04", "0", "Bij nader inzien.");
    let now = shown(&mut desk);
    assert_ne!(then, now);

    let by_event = desk.as_it_was(&assessment, At::Event(&last)).unwrap();
    assert_eq!(past(&by_event), then);
    assert!(by_event.change.is_some());
    for date in ["2026-11-21", "2026-11-22"] {
        let by_date = desk.as_it_was(&assessment, At::Date(date)).unwrap();
        assert_eq!(past(&by_date), then);
        assert_eq!(by_date.sections, by_event.sections);
    }
    let changed: Vec<&str> = by_event
        .sections
        .iter()
        .flat_map(|section| &section.questions)
        .filter(|question| question.changed_since)
        .map(|question| question.question.as_str())
        .collect();
    assert_eq!(changed, ["INT-05", "PUR-04"]);
    assert_eq!(by_event.changed_since, 2);
    let today = desk.as_it_was(&assessment, At::Date("2026-11-23")).unwrap();
    assert_eq!((past(&today), today.changed_since), (now, 0));
}

#[test]
fn every_entry_of_the_history_leads_to_how_it_was_once_there_is_an_assessment() {
    let (mut desk, assessment, _) = Desk::with_words();
    let mut led = 0;
    for entry in desk.history() {
        let Some(of) = entry.as_it_was else {
            assert!(entry.number <= 2, "{entry:?}");
            continue;
        };
        let page = desk.as_it_was(&of, At::Event(&entry.id)).unwrap();
        assert_eq!(page.assessment, assessment);
        led += 1;
    }
    assert_eq!(led, 7);
    let first = desk.history()[0].id.clone();
    let early = desk.as_it_was(&assessment, At::Event(&first));
    assert_eq!(code(early), "not-begun-then");
    let early = desk.as_it_was(&assessment, At::Date("2026-11-20"));
    assert_eq!(code(early), "not-begun-then");
    let none = desk.as_it_was(&assessment, At::Event("0"));
    assert_eq!(code(none), "unknown-event");
    let neither = AsItWas {
        assessment,
        event: None,
        date: None,
    };
    assert_eq!(code(desk.application.as_it_was(neither)), "moment-missing");
}

#[test]
fn a_retention_date_is_chosen_shown_and_reminded_of() {
    let (mut desk, ..) = Desk::with_words();
    let choose = |until: &str, reason: &str| ChooseRetention {
        until: until.to_owned(),
        reason: reason.to_owned(),
    };
    assert_eq!(
        code(desk.application.choose_retention(choose("2026-12-31", ""))),
        "text-empty"
    );
    let chosen = choose("2026-12-31", "Vijf jaar na het besluit.");
    let changed = desk.application.choose_retention(chosen.clone()).unwrap();
    assert!(changed.notice.is_none());
    let same = desk.application.choose_retention(chosen).unwrap();
    assert_eq!(same.events, changed.events);

    let reminders = |desk: &mut Desk| {
        let start = desk.application.start_page(Nothing {}).unwrap();
        let dossier = desk.application.dossier_page(Nothing {}).unwrap();
        let care = desk.application.care_page(Nothing {}).unwrap();
        assert_eq!(start.recent[0].reminder, dossier.reminder);
        assert_eq!(care.reminder, dossier.reminder);
        (dossier.reminder, care.retention.unwrap())
    };
    let (reminder, kept) = reminders(&mut desk);
    assert_eq!((reminder, kept.due, kept.days), (None, false, 40));
    let mut desk = desk.later(BEGINNING + 10 * DAY);
    let (reminder, kept) = reminders(&mut desk);
    assert!(reminder.unwrap().contains("30 dagen"));
    assert_eq!((kept.until_iso.as_str(), kept.days), ("2026-12-31", 30));
    let mut desk = desk.later(BEGINNING + 40 * DAY);
    let (reminder, kept) = reminders(&mut desk);
    assert!(reminder.is_some() && kept.due);
    // Also while it is closed, and also of what another program chose.
    desk.close();
    let start = desk.application.start_page(Nothing {}).unwrap();
    assert!(start.recent[0].reminder.is_some());
}

#[test]
fn a_destroyed_dossier_leaves_a_certificate_and_nothing_else() {
    let (mut desk, ..) = Desk::with_words();
    desk.back_up();
    let page = desk.application.dossier_page(Nothing {}).unwrap();
    assert_eq!(
        code(desk.destroy("Voorbeeld Webwinkel", true)),
        "organisation-differs"
    );
    assert!(!desk.path("bewijs.txt").exists());
    let destroyed = desk.destroy(&format!(" {ORGANISATION}"), true).unwrap();
    assert!(destroyed.what.len() >= 4, "{:?}", destroyed.what);

    let settings = desk.path("settings/settings.json");
    assert_eq!(
        files(desk.folder.path()),
        [desk.path("bewijs.txt"), settings.clone()]
    );
    assert!(!fs::read_to_string(settings).unwrap().contains(ORGANISATION));
    let start = desk.application.start_page(Nothing {}).unwrap();
    assert!(start.open.is_none() && start.recent.is_empty());

    let certificate = fs::read_to_string(desk.path("bewijs.txt")).unwrap();
    assert!(certificate.contains("overschreven") && certificate.contains("tester@machine"));
    let json = certificate.split_once("\n{").unwrap().1;
    let json: serde_json::Value = serde_json::from_str(&format!("{{{json}")).unwrap();
    assert_eq!(json["progress"], "done");
    assert_eq!(json["file"], "werk.dossier");
    assert_eq!(json["organisation"], ORGANISATION);
    assert_eq!(json["events"], page.events);
    assert_eq!(json["fingerprint"], page.fingerprint);
    assert_eq!(json["sha256"].as_str().unwrap().len(), 64);
    assert_eq!(json["backups"][0]["destroyed"], true);
    for trace in TRACES {
        assert!(found(desk.folder.path(), trace).is_empty(), "{trace}");
    }
}

#[test]
fn without_a_certificate_nothing_is_destroyed() {
    let (mut desk, ..) = Desk::with_words();
    desk.back_up();
    let before = desk.application.history().unwrap();
    fs::write(desk.path("bewijs.txt"), "van iemand anders").unwrap();
    assert_eq!(code(desk.destroy(ORGANISATION, true)), "file-exists");
    assert_eq!(
        fs::read_to_string(desk.path("bewijs.txt")).unwrap(),
        "van iemand anders"
    );
    // Still open, still whole, with its backups.
    assert_eq!(desk.application.history().unwrap(), before);
    desk.close();
    let path = desk.path("werk.dossier");
    assert!(desk.application.check_dossier(&path).unwrap().machine.sound);
    assert_eq!(files(&desk.path("settings/backups")).len(), 1);
}

fn somebody() -> dossier::Holder {
    dossier::Holder {
        user: "tester".to_owned(),
        host: "machine".to_owned(),
        pid: 1,
        program: "Verantwoord".to_owned(),
        since: "2026-11-21T14:32:05+01:00".parse().unwrap(),
    }
}

/// The file of the dossier as it is when a destruction was cut off after the mark, with a certificate
/// that says it was begun and all backups still there.
fn cut_off(desk: &mut Desk) {
    let folder = desk.path("settings/backups");
    let kept: Vec<_> = files(&folder)
        .into_iter()
        .map(|path| (fs::read(&path).unwrap(), path))
        .collect();
    let path = desk.path("werk.dossier");
    desk.close();
    let holder = somebody();
    let whole = fs::read(&path).unwrap();
    let mut destruction = dossier::Destruction::of(&path, &holder).unwrap();
    destruction.write_over(&desk.path("bewijs.txt")).unwrap();
    drop(destruction);
    let marked = fs::read(&path).unwrap();
    fs::write(&path, &whole).unwrap();
    desk.open();
    desk.destroy(ORGANISATION, true).unwrap();
    let done = fs::read_to_string(desk.path("bewijs.txt")).unwrap();
    let begun = done
        .replace("\"progress\": \"done\"", "\"progress\": \"begun\"")
        .replace("\"destroyed\": true", "\"destroyed\": false");
    fs::write(desk.path("bewijs.txt"), begun).unwrap();
    fs::write(&path, marked).unwrap();
    for (bytes, path) in kept {
        fs::write(path, bytes).unwrap();
    }
}

#[test]
fn a_destruction_that_was_cut_off_is_told_of_at_opening_and_finished() {
    let (mut desk, ..) = Desk::with_words();
    desk.back_up();
    cut_off(&mut desk);
    let file = desk.chosen("werk.dossier", FilePurpose::OpenDossier);
    let refused = desk.application.open_dossier(OpenDossier {
        file: file.clone(),
        passphrase: None,
    });
    assert_eq!(code(refused), "destruction-begun");
    let certificate = None;
    let finish = FinishDestruction { file, certificate };
    desk.application.finish_destruction(finish).unwrap();
    let certificate = fs::read_to_string(desk.path("bewijs.txt")).unwrap();
    assert!(certificate.contains("\"progress\": \"done\""));
    assert!(certificate.contains("\"destroyed\": true"));
    assert!(!desk.path("werk.dossier").exists());
    assert!(files(&desk.path("settings/backups")).is_empty());
    for trace in TRACES {
        assert!(found(desk.folder.path(), trace).is_empty(), "{trace}");
    }
}

#[test]
fn a_destruction_that_was_cut_off_right_before_its_last_deed_is_finished() {
    let (mut desk, ..) = Desk::with_words();
    desk.back_up();
    cut_off(&mut desk);
    let marked = fs::read(desk.path("werk.dossier")).unwrap();
    let finish = |desk: &mut Desk, certificate: Option<&str>| {
        let file = desk.chosen("werk.dossier", FilePurpose::OpenDossier);
        let purpose = FilePurpose::DestructionCertificate;
        let certificate = certificate.map(|name| desk.chosen(name, purpose));
        let finish = FinishDestruction { file, certificate };
        desk.application.finish_destruction(finish)
    };
    finish(&mut desk, None).unwrap();
    let done = fs::read_to_string(desk.path("bewijs.txt")).unwrap();
    for certificate in [None, Some("bewijs.txt")] {
        fs::write(desk.path("werk.dossier"), &marked).unwrap();
        finish(&mut desk, certificate).unwrap();
        assert!(!desk.path("werk.dossier").exists());
        assert_eq!(fs::read_to_string(desk.path("bewijs.txt")).unwrap(), done);
    }
    // One of another file of this dossier stays as it is.
    fs::write(desk.path("werk.dossier"), &marked).unwrap();
    let other = done.replace("\"sha256\": \"", "\"sha256\": \"0");
    fs::write(desk.path("bewijs.txt"), &other).unwrap();
    let refused = finish(&mut desk, Some("bewijs.txt"));
    assert_eq!(code(refused), "file-exists");
    assert_eq!(fs::read_to_string(desk.path("bewijs.txt")).unwrap(), other);
}

#[test]
fn a_lost_certificate_is_asked_for_and_nothing_else_is_taken_for_it() {
    let (mut desk, ..) = Desk::with_words();
    desk.back_up();
    cut_off(&mut desk);
    let begun = fs::read_to_string(desk.path("bewijs.txt")).unwrap();
    // One of another dossier is as good as none.
    let other = begun.replace("\"dossier\": \"", "\"dossier\": \"0");
    fs::write(desk.path("bewijs.txt"), &other).unwrap();
    let file = desk.chosen("werk.dossier", FilePurpose::OpenDossier);
    let mut finish = |certificate| {
        let file = file.clone();
        let finish = FinishDestruction { file, certificate };
        desk.application.finish_destruction(finish)
    };
    assert_eq!(code(finish(None)), "certificate-not-found");
    let taken = desk.folder.path().join("bewijs.txt");
    let grant = |desk: &mut Desk, name| desk.chosen(name, FilePurpose::DestructionCertificate);
    let there = grant(&mut desk, "bewijs.txt");
    let new = grant(&mut desk, "nieuw.txt");
    let mut finish = |certificate| {
        let file = file.clone();
        let certificate = Some(certificate);
        let finish = FinishDestruction { file, certificate };
        desk.application.finish_destruction(finish)
    };
    assert_eq!(code(finish(there)), "file-exists");
    assert_eq!(fs::read_to_string(taken).unwrap(), other);
    finish(new).unwrap();
    let certificate = fs::read_to_string(desk.path("nieuw.txt")).unwrap();
    assert!(certificate.contains("\"progress\": \"done\"") && certificate.contains("SHA-256"));
    assert!(!desk.path("werk.dossier").exists());
}

#[test]
fn backups_that_are_kept_are_named_as_not_destroyed() {
    let (mut desk, ..) = Desk::with_words();
    desk.back_up();
    desk.destroy(ORGANISATION, false).unwrap();
    let backup = files(&desk.path("settings/backups")).remove(0);
    let name = backup.file_name().unwrap().to_string_lossy().into_owned();
    let certificate = fs::read_to_string(desk.path("bewijs.txt")).unwrap();
    assert!(certificate.contains(&name) && certificate.contains("niet vernietigd"));
    assert!(!desk.path("werk.dossier").exists());
}
