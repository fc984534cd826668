//! What a committee does, from a new dossier to a verified report, without a window and in a
//! temporary folder.

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

/// 21 November 2026, 09:00 UTC.
const BEGINNING: i64 = 1_795_251_600;

struct Desk {
    folder: tempfile::TempDir,
    application: Application,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let settings = folder.path().join("settings");
        let application = Application::new(Surroundings::predictable(BEGINNING, Some(settings)));
        Self {
            folder,
            application,
        }
    }

    /// A desk with a new dossier and an assessment of a chatbot.
    fn with_assessment() -> (Self, String) {
        let mut desk = Self::new();
        let file = desk.chosen("werk.dossier", FilePurpose::NewDossier);
        let new = NewDossier {
            file,
            organisation: "Voorbeeld Webwinkel B.V.".to_owned(),
            language: "nl".to_owned(),
        };
        desk.application.new_dossier(new).unwrap();
        let form = SubjectForm {
            name: "Vraagbaak".to_owned(),
            ..SubjectForm::default()
        };
        let subject = desk
            .application
            .add_subject(AddSubject { form })
            .unwrap()
            .subject
            .unwrap();
        let start = StartAssessment {
            subject,
            questionnaire: "customer-contact-ai@1.0".to_owned(),
            date: "2026-11-21".to_owned(),
            scope: "Alleen de chat op de website.".to_owned(),
        };
        let assessment = desk
            .application
            .start_assessment(start)
            .unwrap()
            .subject
            .unwrap();
        (desk, assessment)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn chosen(&mut self, name: &str, purpose: FilePurpose) -> FileHandle {
        let path = self.path(name);
        self.application.grant(path, purpose).handle
    }

    fn answer(
        &mut self,
        assessment: &str,
        question: &str,
        value: &str,
    ) -> Result<Changed, Problem> {
        let written = WrittenAnswer {
            value: value.to_owned(),
            ..WrittenAnswer::default()
        };
        self.application
            .record_written_answer(assessment, question, &written)
    }

    fn page(&mut self, assessment: &str, question: &str) -> QuestionPage {
        let input = OneQuestion {
            assessment: assessment.to_owned(),
            question: question.to_owned(),
        };
        self.application.question_page(input).unwrap()
    }
}

fn one(assessment: &str) -> OneAssessment {
    OneAssessment {
        assessment: assessment.to_owned(),
    }
}

fn code<T: std::fmt::Debug>(result: Result<T, Problem>) -> &'static str {
    result.unwrap_err().code()
}

#[test]
fn intake_decides_what_is_asked_and_an_answer_not_asked_is_kept_with_a_notice() {
    let (mut desk, assessment) = Desk::with_assessment();
    let first = desk.application.assessment_page(one(&assessment)).unwrap();
    assert_eq!(first.next.as_deref(), Some("INT-01"));
    assert_eq!((first.answered, first.kept_aside), (0, 0));

    // HUM-06 is about voice channels, which this profile does not have.
    let changed = desk.answer(&assessment, "HUM-06", "no").unwrap();
    assert!(changed.notice.is_some());
    let page = desk.application.assessment_page(one(&assessment)).unwrap();
    assert_eq!(page.kept_aside, 1);
    let question = desk.page(&assessment, "HUM-06");
    assert!(!question.asked && question.answer.is_some());

    let before = first.asked;
    desk.answer(&assessment, "INT-05", "genai_vendor").unwrap();
    let after = desk.application.assessment_page(one(&assessment)).unwrap();
    assert!(after.asked > before, "{} > {before}", after.asked);
}

#[test]
fn the_same_answer_given_again_is_no_event() {
    let (mut desk, assessment) = Desk::with_assessment();
    let once = desk.answer(&assessment, "INT-01", "private").unwrap();
    let again = desk.answer(&assessment, "INT-01", "private").unwrap();
    assert_eq!(once.events, again.events);
    assert!(again.topics.is_empty());
    let other = desk.answer(&assessment, "INT-01", "public_body").unwrap();
    assert_eq!(other.events, once.events + 1);
    let page = desk.page(&assessment, "INT-01");
    assert_eq!(page.earlier.len(), 1);
    assert_eq!(page.state, AnswerState::Answered);
}

#[test]
fn an_answer_that_does_not_fit_is_refused_at_its_field() {
    let (mut desk, assessment) = Desk::with_assessment();
    #[track_caller]
    fn check(desk: &mut Desk, assessment: &str, question: &str, value: &str, expect: &str) {
        let problem = desk.answer(assessment, question, value).unwrap_err();
        assert_eq!((problem.code(), problem.field), (expect, Some("value")));
        for language in Language::ALL {
            let view = problem.view(language);
            assert!(
                !view.what.contains("{$") && !view.remedy.contains("{$"),
                "{view:?}"
            );
        }
    }
    check(&mut desk, &assessment, "INT-01", "bogus", "unknown-option");
    check(&mut desk, &assessment, "INT-02", "", "nothing-chosen");
    check(
        &mut desk,
        &assessment,
        "INT-01",
        "na",
        "profile-always-applies",
    );
    check(&mut desk, &assessment, "PUR-04", "5", "not-a-level");
    check(&mut desk, &assessment, "MON-02", "-1", "not-a-number");
    check(&mut desk, &assessment, "MON-02", "3,5", "not-a-number");
    check(&mut desk, &assessment, "GOV-07", " \n ", "text-empty");
    check(
        &mut desk,
        &assessment,
        "GOV-07",
        "bel\u{7}",
        "control-character",
    );
    assert_eq!(
        code(desk.answer(&assessment, "XXX-99", "yes")),
        "unknown-question"
    );
    assert_eq!(
        code(desk.answer("abc", "INT-01", "private")),
        "unknown-assessment"
    );
}

#[test]
fn not_applicable_needs_a_reason_and_on_a_legal_point_a_name() {
    let (mut desk, assessment) = Desk::with_assessment();
    for (question, value) in [
        ("INT-01", "private"),
        ("INT-03", "chatbot"),
        ("INT-04", "consumers"),
        ("INT-05", "genai_vendor"),
    ] {
        desk.answer(&assessment, question, value).unwrap();
    }
    assert!(desk.page(&assessment, "TRA-01").not_applicable_needs_name);
    let mut give = |because: &str, by: Option<&str>| {
        let written = WrittenAnswer {
            value: "na".to_owned(),
            because: because.to_owned(),
            by: by.map(str::to_owned),
            ..WrittenAnswer::default()
        };
        desk.application
            .record_written_answer(&assessment, "TRA-01", &written)
    };
    let refused = give("", Some("Ilse Fictief")).unwrap_err();
    assert_eq!(
        (refused.code(), refused.field),
        ("reason-needed", Some("because"))
    );
    let refused = give("De chat ging dicht.", Some("  ")).unwrap_err();
    assert_eq!((refused.code(), refused.field), ("name-needed", Some("by")));
    give("De chat ging dicht.", Some("Ilse Fictief")).unwrap();
    assert_eq!(
        desk.page(&assessment, "TRA-01").state,
        AnswerState::NotApplicable
    );
}

#[test]
fn an_answer_goes_to_the_window_and_comes_back_unchanged() {
    let (mut desk, assessment) = Desk::with_assessment();
    desk.application
        .example(&desk.folder.path().join("voorbeeld.dossier"))
        .unwrap();
    let example = desk.application.assessment_meant(None).unwrap();
    let asked = desk.application.asked_questions(&one(&example)).unwrap();
    assert_eq!(asked.len(), 90);
    let events = desk.application.event_count().unwrap();
    for question in asked {
        let answer = desk.page(&example, &question.id).answer.unwrap();
        let record = RecordAnswer {
            assessment: example.clone(),
            question: question.id.clone(),
            answer,
        };
        desk.application.record_answer(record).unwrap();
    }
    assert_eq!(desk.application.event_count().unwrap(), events);
    assert_eq!(
        code(desk.application.results_page(one(&assessment))),
        "unknown-assessment"
    );
}

#[test]
fn the_history_tells_before_and_after_in_both_languages() {
    let (mut desk, assessment) = Desk::with_assessment();
    desk.answer(&assessment, "PUR-04", "1").unwrap();
    desk.answer(&assessment, "PUR-04", "3").unwrap();
    let everything = HistoryOf {
        assessment: Some(assessment.clone()),
        question: Some("PUR-04".to_owned()),
        author: None,
        area: None,
        skip: 0,
        take: 10,
    };
    let page = desk.application.history_page(everything.clone()).unwrap();
    assert_eq!((page.total, page.entries.len()), (2, 2));
    let latest = &page.entries[0];
    assert!(
        latest.before.as_deref().unwrap().starts_with('1'),
        "{latest:?}"
    );
    assert!(
        latest.after.as_deref().unwrap().starts_with('3'),
        "{latest:?}"
    );
    assert!(latest.what.contains("PUR-04"));
    let choose = ChooseSettings {
        language: "en".to_owned(),
        text_size: 100,
    };
    desk.application.choose_settings(choose).unwrap();
    let english = desk.application.history_page(everything).unwrap();
    assert_ne!(english.entries[0].what, latest.what);
    for entry in desk.application.history().unwrap() {
        assert!(
            !entry.what.contains("{$") && !entry.what.starts_with('['),
            "{entry:?}"
        );
    }
}

#[test]
fn evidence_is_kept_copied_and_taken_away_again() {
    let (mut desk, assessment) = Desk::with_assessment();
    let content = b"=1+1,\"<script>\"\n";
    fs::write(desk.path("meting.csv"), content).unwrap();
    let file = desk.chosen("meting.csv", FilePurpose::Evidence);
    let attach = |file| AttachEvidence {
        assessment: assessment.clone(),
        question: "HUM-01".to_owned(),
        file,
    };
    let attached = desk
        .application
        .attach_evidence(attach(file))
        .unwrap()
        .subject
        .unwrap();
    fs::remove_file(desk.path("meting.csv")).unwrap();
    let page = desk.page(&assessment, "HUM-01");
    assert_eq!(page.evidence.len(), 1);
    assert_eq!(page.evidence[0].label, "meting.csv");

    let to = desk.chosen("kopie.csv", FilePurpose::EvidenceCopy);
    let copy = CopyEvidence {
        evidence: attached.clone(),
        to,
    };
    desk.application.copy_evidence(copy).unwrap();
    assert_eq!(fs::read(desk.path("kopie.csv")).unwrap(), content);

    let detach = OneEvidence { evidence: attached };
    desk.application.detach_evidence(detach.clone()).unwrap();
    assert!(desk.page(&assessment, "HUM-01").evidence.is_empty());
    assert_eq!(
        code(desk.application.detach_evidence(detach)),
        "unknown-evidence"
    );

    let folder = desk.chosen(".", FilePurpose::Evidence);
    assert_eq!(
        code(desk.application.attach_evidence(attach(folder))),
        "not-a-file"
    );
    let report = desk.chosen("kopie.csv", FilePurpose::OpenReport);
    assert_eq!(
        code(desk.application.attach_evidence(attach(report))),
        "file-not-chosen"
    );
}

#[cfg(unix)]
#[test]
fn a_pipe_is_refused_without_waiting_for_a_writer() {
    let (mut desk, assessment) = Desk::with_assessment();
    let pipe = desk.path("pijp");
    let made = std::process::Command::new("mkfifo")
        .arg(&pipe)
        .status()
        .unwrap();
    assert!(made.success());
    let file = desk.chosen("pijp", FilePurpose::Evidence);
    let attach = AttachEvidence {
        assessment,
        question: "HUM-01".to_owned(),
        file,
    };
    assert_eq!(code(desk.application.attach_evidence(attach)), "not-a-file");
}

#[test]
fn what_is_written_is_there_when_the_dossier_is_opened_again() {
    let (mut desk, assessment) = Desk::with_assessment();
    desk.answer(&assessment, "INT-01", "private").unwrap();
    let fingerprint = desk
        .application
        .dossier_page(Nothing {})
        .unwrap()
        .fingerprint;
    desk.application.close_dossier(Nothing {}).unwrap();
    assert_eq!(
        code(desk.application.dossier_page(Nothing {})),
        "no-dossier-open"
    );

    let start = desk.application.start_page(Nothing {}).unwrap();
    assert_eq!(start.recent.len(), 1);
    assert_eq!(start.recent[0].organisation, "Voorbeeld Webwinkel B.V.");
    let file = start.recent[0].file.handle.clone();
    desk.application
        .open_dossier(OpenDossier {
            file,
            passphrase: None,
        })
        .unwrap();
    assert_eq!(
        desk.application
            .dossier_page(Nothing {})
            .unwrap()
            .fingerprint,
        fingerprint
    );
    assert_eq!(
        desk.page(&assessment, "INT-01").state,
        AnswerState::Answered
    );
}

#[test]
fn the_second_is_told_who_is_at_work_and_may_look() {
    let (mut desk, assessment) = Desk::with_assessment();
    desk.answer(&assessment, "INT-01", "private").unwrap();
    let mut second = Application::new(Surroundings::predictable(BEGINNING, None));
    let file = second
        .grant(desk.path("werk.dossier"), FilePurpose::OpenDossier)
        .handle;
    let refused = second
        .open_dossier(OpenDossier {
            file: file.clone(),
            passphrase: None,
        })
        .unwrap_err();
    assert_eq!(refused.code(), "dossier-in-use");
    assert!(refused.what(Language::Nl).contains("tester@machine"));
    let looked = second
        .look_at_dossier(OpenDossier {
            file,
            passphrase: None,
        })
        .unwrap();
    assert!(looked.notice.is_some());
    let page = second.dossier_page(Nothing {}).unwrap();
    assert!(page.read_only.is_some());
    let written = WrittenAnswer {
        value: "public_body".to_owned(),
        ..WrittenAnswer::default()
    };
    assert_eq!(
        code(second.record_written_answer(&assessment, "INT-01", &written)),
        "dossier-read-only"
    );
}

#[test]
fn a_section_is_complete_when_the_committee_says_so() {
    let (mut desk, assessment) = Desk::with_assessment();
    let section = OneSection {
        assessment: assessment.clone(),
        section: "purpose".to_owned(),
    };
    let events = desk
        .application
        .complete_section(section.clone())
        .unwrap()
        .events;
    let page = desk.application.section_page(section.clone()).unwrap();
    assert_eq!(page.status, SectionStatusView::ToReview);
    assert!(page.previous.is_some() && page.next.is_some());
    let again = desk.application.complete_section(section.clone()).unwrap();
    assert_eq!(again.events, events);
    desk.application.reopen_section(section.clone()).unwrap();
    let page = desk.application.section_page(section).unwrap();
    assert_eq!(page.status, SectionStatusView::NotStarted);
}

#[test]
fn every_page_of_the_example_speaks_both_languages() {
    let mut desk = Desk::new();
    desk.application.open_example(Nothing {}).unwrap();
    // Opened twice, it begins anew.
    desk.application.open_example(Nothing {}).unwrap();
    for language in ["nl", "en"] {
        let choose = ChooseSettings {
            language: language.to_owned(),
            text_size: 150,
        };
        desk.application.choose_settings(choose).unwrap();
        let id = desk.application.assessment_meant(None).unwrap();
        let page = desk.application.assessment_page(one(&id)).unwrap();
        assert_eq!((page.asked, page.answered), (90, 90));
        let mut shown = vec![
            serde_json::to_string(&desk.application.dossier_page(Nothing {}).unwrap()),
            serde_json::to_string(&desk.application.results_page(one(&id)).unwrap()),
            serde_json::to_string(&desk.application.glossary(one(&id)).unwrap()),
            serde_json::to_string(&desk.application.instrument_page(one(&id)).unwrap()),
            serde_json::to_string(&desk.application.report_page(one(&id)).unwrap()),
            serde_json::to_string(&desk.application.questionnaires(Nothing {}).unwrap()),
        ];
        for section in &page.sections {
            let input = OneSection {
                assessment: id.clone(),
                section: section.id.clone(),
            };
            shown.push(serde_json::to_string(
                &desk.application.section_page(input).unwrap(),
            ));
        }
        for question in desk.application.asked_questions(&one(&id)).unwrap() {
            shown.push(serde_json::to_string(&desk.page(&id, &question.id)));
        }
        shown.push(serde_json::to_string(&page));
        for text in shown {
            let text = text.unwrap();
            for broken in ["[application-", "[report-", "[verdict-", "[history-", "{$"] {
                assert!(!text.contains(broken), "{broken} in {text}");
            }
        }
    }
}

#[test]
fn the_example_is_told_in_the_language_of_the_program() {
    /// Words that stand in nearly every Dutch text, and in no English one.
    const DUTCH: [&str; 6] = [" het ", " een ", " niet ", " wij ", " wordt ", " zijn "];
    let told = |language: &str| {
        let mut desk = Desk::new();
        let choose = ChooseSettings {
            language: language.to_owned(),
            text_size: 100,
        };
        desk.application.choose_settings(choose).unwrap();
        desk.application.open_example(Nothing {}).unwrap();
        let id = desk.application.assessment_meant(None).unwrap();
        let sessions = desk.application.sessions_page(one(&id)).unwrap().sessions;
        let mut texts = vec![
            serde_json::to_string(&desk.application.dossier_page(Nothing {}).unwrap()),
            serde_json::to_string(&desk.application.committee_page(Nothing {}).unwrap()),
            serde_json::to_string(&desk.application.findings_page(one(&id)).unwrap()),
            serde_json::to_string(&desk.application.opinions_page(one(&id)).unwrap()),
            serde_json::to_string(&desk.application.advice_page(one(&id)).unwrap()),
        ];
        for session in sessions {
            let session = OneSession {
                assessment: id.clone(),
                session: session.id,
            };
            let page = desk.application.session_page(session).unwrap();
            texts.push(serde_json::to_string(&page));
        }
        for question in desk.application.asked_questions(&one(&id)).unwrap() {
            let page = desk.page(&id, &question.id);
            let said = (page.answer, page.evidence, page.comments, page.positions);
            texts.push(serde_json::to_string(&said));
        }
        let events = desk.application.event_count().unwrap();
        let texts: Vec<String> = texts.into_iter().map(Result::unwrap).collect();
        (events, texts.join("\n"))
    };
    let (dutch_events, dutch) = told("nl");
    let (english_events, english) = told("en");
    assert_eq!(dutch_events, english_events);
    for word in DUTCH {
        assert!(dutch.contains(word), "{word}");
        let found = english.find(word);
        let around = found.map(|at| english.split_at(at).1.chars().take(80).collect::<String>());
        assert_eq!(around, None, "{word}");
    }
}

#[test]
fn members_of_the_example_say_what_they_think_of_the_report() {
    let mut desk = Desk::new();
    desk.application.open_example(Nothing {}).unwrap();
    let id = desk.application.assessment_meant(None).unwrap();
    let on = MatterForm::Report;
    let positions = PositionsOn { assessment: id, on };
    let positions = desk.application.positions(positions).unwrap();
    let mut taken: Vec<&str> = positions
        .standing
        .iter()
        .map(|it| it.position.as_str())
        .collect();
    taken.sort_unstable();
    assert_eq!(taken, ["agree", "agree", "dissent", "reservation"]);
    assert_eq!(positions.aside.len(), 1, "who stands aside takes none");
}

#[test]
fn a_dissent_on_a_finding_stands_beside_it() {
    let mut desk = Desk::new();
    desk.application.open_example(Nothing {}).unwrap();
    let assessment = desk.application.assessment_meant(None).unwrap();
    let form = FindingForm {
        text: "De noodstop is niet geoefend.".to_owned(),
        ..FindingForm::default()
    };
    let record = RecordFinding {
        assessment: assessment.clone(),
        form,
    };
    let recorded = desk.application.record_finding(record).unwrap();
    let finding = recorded.subject.unwrap();
    let positions = |desk: &mut Desk| {
        let page = desk.application.findings_page(one(&assessment)).unwrap();
        let found = page.findings.into_iter().find(|it| it.id == finding);
        found.unwrap().positions
    };
    let before = positions(&mut desk);
    assert!(before.open && !before.contested);
    let position = TakePosition {
        assessment: assessment.clone(),
        on: before.on,
        member: before.not_yet[0].member.clone(),
        position: "dissent".to_owned(),
        reason: "Vorige maand nog.".to_owned(),
        named: true,
    };
    desk.application.take_position(position).unwrap();
    let after = positions(&mut desk);
    assert!(after.contested);
    assert_eq!(after.standing[0].reason, "Vorige maand nog.");
    assert_eq!(after.not_yet.len(), before.not_yet.len() - 1);
}

#[test]
fn a_report_is_made_signed_by_several_and_verified_until_a_byte_changes() {
    let mut desk = Desk::new();
    desk.application
        .example(&desk.path("voorbeeld.dossier"))
        .unwrap();
    let id = desk.application.assessment_meant(None).unwrap();
    let to = desk.chosen("rapport.pdf", FilePurpose::Report);
    let made = desk
        .application
        .make_report(MakeReport {
            assessment: id.clone(),
            language: "nl".to_owned(),
            signers: vec!["Karim Denkbeeld".to_owned(), "Ilse Fictief".to_owned()],
            to,
        })
        .unwrap();
    assert!(made.pages > 5);
    let bytes = fs::read(desk.path("rapport.pdf")).unwrap();

    let to = desk.chosen("noor.p12", FilePurpose::NewIdentity);
    let short = CreateIdentity {
        name: "Karim Denkbeeld".to_owned(),
        passphrase: "abc".into(),
        to,
    };
    let refused = desk.application.create_identity(short.clone()).unwrap_err();
    assert_eq!(
        (refused.code(), refused.field),
        ("passphrase-too-short", Some("passphrase"))
    );
    let identity = CreateIdentity {
        passphrase: "vier losse woorden hier".into(),
        ..short
    };
    let made_identity = desk.application.create_identity(identity.clone()).unwrap();
    assert_eq!(
        code(desk.application.create_identity(identity)),
        "file-exists"
    );

    let page = desk
        .application
        .signing_page(OneFile {
            file: made.file.handle.clone(),
        })
        .unwrap();
    let expected: Vec<&str> = page.expected.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(expected, ["Karim Denkbeeld", "Ilse Fictief"]);
    let to = desk.chosen("ondertekend.pdf", FilePurpose::SignedReport);
    let sign = SignReport {
        report: made.file.handle.clone(),
        name: "Karim Denkbeeld".to_owned(),
        position: Some("reservation".to_owned()),
        reason: String::new(),
        identity: made_identity.file.handle.clone(),
        passphrase: "vier losse woorden hier".into(),
        to,
    };
    assert_eq!(
        code(desk.application.sign_report(sign.clone())),
        "position-needs-reason"
    );
    let sign = SignReport {
        reason: "Eerst de voorleestest.".to_owned(),
        ..sign
    };
    let wrong = SignReport {
        passphrase: "vier losse woorden daar".into(),
        ..sign.clone()
    };
    assert_eq!(
        code(desk.application.sign_report(wrong)),
        "passphrase-wrong"
    );
    let stranger = SignReport {
        name: "Iemand Anders".to_owned(),
        ..sign.clone()
    };
    assert_eq!(
        code(desk.application.sign_report(stranger)),
        "signer-not-expected"
    );
    assert!(!desk.path("ondertekend.pdf").exists());

    desk.application.announcements();
    let signed = desk.application.sign_report(sign.clone()).unwrap();
    assert_eq!(signed.missing, ["Ilse Fictief"]);
    let heard = desk.application.announcements();
    assert!(
        heard
            .iter()
            .any(|changed| changed.topics.contains(&Topic::Reports))
    );
    assert_eq!(fs::read(desk.path("rapport.pdf")).unwrap(), bytes);
    let again = SignReport {
        report: signed.file.handle.clone(),
        ..sign
    };
    assert_eq!(code(desk.application.sign_report(again)), "already-signed");

    let verify = |file: &FileHandle| VerifyReport {
        file: file.clone(),
        trust: Vec::new(),
    };
    let found = desk
        .application
        .verify_report(verify(&signed.file.handle))
        .unwrap();
    assert_eq!(found.verdict, "intact-unknown-signer");
    assert_eq!(found.data_verdict, "equal");
    assert_eq!(found.missing, ["Ilse Fictief"]);
    let signature = &found.signatures[0];
    assert_eq!(signature.name, "Karim Denkbeeld");
    assert_eq!(signature.fingerprint, made_identity.fingerprint);
    assert!(signature.reason.contains("voorleestest"));
    let unchanged = found.since.unwrap();

    // The dossier keeps the signed report, and says what was done since.
    let page = desk.application.report_page(one(&id)).unwrap();
    assert_eq!(page.signed.len(), 1);
    assert_eq!(page.signed[0].since, unchanged);
    desk.answer(&id, "PUR-04", "1").unwrap();
    let moved_on = desk
        .application
        .verify_report(verify(&signed.file.handle))
        .unwrap();
    assert_ne!(moved_on.since.unwrap(), unchanged);

    let mut changed = fs::read(desk.path("ondertekend.pdf")).unwrap();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    fs::write(desk.path("veranderd.pdf"), changed).unwrap();
    let file = desk.chosen("veranderd.pdf", FilePurpose::OpenReport);
    let refused = desk.application.verify_report(verify(&file)).unwrap();
    assert_eq!(refused.verdict, "altered");
    assert!(!refused.findings.is_empty());
}

#[test]
fn a_signature_that_says_one_thing_to_people_and_another_to_programs_is_refused() {
    use signature::{Identity, NewIdentity, OsRng, Signing, SigningTime};

    let mut desk = Desk::new();
    desk.application
        .example(&desk.path("voorbeeld.dossier"))
        .unwrap();
    let id = desk.application.assessment_meant(None).unwrap();
    // Whoever declared nothing may sign with any position.
    let members = desk.application.committee_page(Nothing {}).unwrap().members;
    let chair = members.iter().find(|it| it.form.name == "Noor Voorbeeld");
    let declared = WithdrawPosition {
        assessment: id.clone(),
        on: MatterForm::Report,
        member: chair.unwrap().id.clone(),
    };
    desk.application.withdraw_position(declared).unwrap();
    let to = desk.chosen("rapport.pdf", FilePurpose::Report);
    desk.application
        .make_report(MakeReport {
            assessment: id,
            language: "nl".to_owned(),
            signers: vec!["Noor Voorbeeld".to_owned()],
            to,
        })
        .unwrap();
    let report = fs::read(desk.path("rapport.pdf")).unwrap();
    let at = jiff::Timestamp::from_second(BEGINNING).unwrap();
    let new = NewIdentity {
        name: "Noor Voorbeeld",
        valid_from: at,
    };
    let file = Identity::create(&new, "vier losse woorden", &mut OsRng).unwrap();
    let identity = Identity::open(&file, "vier losse woorden").unwrap();
    let mut check = |position: &str, reason: &str, role: &str, expect: Option<&str>| {
        let signing = Signing {
            field: None,
            name: "Noor Voorbeeld".to_owned(),
            role: Some(role.to_owned()),
            position: Some(position.to_owned()),
            reason: Some(reason.to_owned()),
            time: SigningTime {
                at,
                offset: jiff::tz::Offset::UTC,
            },
        };
        let signed = signature::sign(&report, &signing, &identity).unwrap();
        fs::write(desk.path("ondertekend.pdf"), signed).unwrap();
        let file = desk.chosen("ondertekend.pdf", FilePurpose::OpenReport);
        let input = VerifyReport {
            file,
            trust: Vec::new(),
        };
        let found = desk.application.verification(&input).unwrap();
        let codes: Vec<&str> = found.findings.iter().map(|f| f.code.as_str()).collect();
        match expect {
            None => assert_eq!(found.verdict, "intact-unknown-signer", "{codes:?}"),
            Some(code) => {
                assert_eq!(found.verdict, "altered");
                assert!(codes.contains(&code), "{codes:?}");
            }
        }
    };
    check("agree", "Akkoord", "voorzitter", None);
    check("dissent", "Niet akkoord: te vroeg", "voorzitter", None);
    let contradicts = Some("reason-contradicts-position");
    check("agree", "Niet akkoord: te vroeg", "voorzitter", contradicts);
    check(
        "agree",
        "Akkoord met voorbehoud: x",
        "voorzitter",
        contradicts,
    );
    check("maybe", "Akkoord", "voorzitter", Some("position-unknown"));
    check("agree", "Akkoord", "directeur", Some("role-not-expected"));
}

#[test]
fn the_same_dossier_gives_the_same_report() {
    let make = |language: &str| {
        let mut desk = Desk::new();
        desk.application
            .example(&desk.path("voorbeeld.dossier"))
            .unwrap();
        let id = desk.application.assessment_meant(None).unwrap();
        let to = desk.chosen("rapport.pdf", FilePurpose::Report);
        let input = MakeReport {
            assessment: id,
            language: language.to_owned(),
            signers: Vec::new(),
            to,
        };
        let made = desk.application.make_report(input).unwrap();
        assert_eq!(made.signers.len(), 5);
        assert_eq!(made.signers[0], "Noor Voorbeeld");
        fs::read(desk.path("rapport.pdf")).unwrap()
    };
    assert!(make("nl") == make("nl"));
    assert!(make("nl") != make("en"));
}

#[test]
fn a_report_without_anyone_to_sign_says_what_to_do() {
    let (mut desk, assessment) = Desk::with_assessment();
    let page = desk.application.report_page(one(&assessment)).unwrap();
    for target in [MissingPlace::Committee, MissingPlace::Organisation] {
        assert!(
            page.standing
                .missing
                .iter()
                .any(|missing| missing.place == target),
            "{target:?}"
        );
    }
    let to = desk.chosen("rapport.pdf", FilePurpose::Report);
    let make = |signers: &[&str]| MakeReport {
        assessment: assessment.clone(),
        language: "nl".to_owned(),
        signers: signers.iter().map(|name| (*name).to_owned()).collect(),
        to: to.clone(),
    };
    assert_eq!(code(desk.application.make_report(make(&[]))), "no-signers");
    assert_eq!(
        code(desk.application.make_report(make(&["A", "A"]))),
        "signer-twice"
    );
    assert!(!desk.path("rapport.pdf").exists());
}

#[test]
fn a_questionnaire_of_ones_own_is_kept_in_the_dossier() {
    let mut desk = Desk::new();
    let published =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../questionnaires/customer-contact-ai/1.0");
    let own = desk.path("eigen");
    fs::create_dir_all(own.join("sections")).unwrap();
    for folder in ["", "sections"] {
        for entry in fs::read_dir(published.join(folder)).unwrap() {
            let file = entry.unwrap().path();
            if file
                .extension()
                .is_some_and(|extension| extension == "json")
            {
                fs::copy(&file, own.join(folder).join(file.file_name().unwrap())).unwrap();
            }
        }
    }
    let main = own.join("questionnaire.json");
    let text = fs::read_to_string(&main).unwrap();
    fs::write(&main, text.replacen("1.0.0-draft", "1.9.0", 1)).unwrap();

    let file = desk.chosen("werk.dossier", FilePurpose::NewDossier);
    let new = NewDossier {
        file,
        organisation: "Voorbeeld Webwinkel B.V.".to_owned(),
        language: "nl".to_owned(),
    };
    desk.application.new_dossier(new).unwrap();
    let form = SubjectForm {
        name: "Vraagbaak".to_owned(),
        ..SubjectForm::default()
    };
    let subject = desk
        .application
        .add_subject(AddSubject { form })
        .unwrap()
        .subject
        .unwrap();
    let start = StartAssessment {
        subject,
        questionnaire: own.to_string_lossy().into_owned(),
        date: "2026-11-21".to_owned(),
        scope: String::new(),
    };
    let assessment = desk
        .application
        .start_assessment_from(&start)
        .unwrap()
        .subject
        .unwrap();
    fs::remove_dir_all(&own).unwrap();
    desk.application.close_dossier(Nothing {}).unwrap();
    let file = desk.chosen("werk.dossier", FilePurpose::OpenDossier);
    desk.application
        .open_dossier(OpenDossier {
            file,
            passphrase: None,
        })
        .unwrap();
    let page = desk.application.instrument_page(one(&assessment)).unwrap();
    assert_eq!(page.version, "1.9.0");
    assert!(
        desk.application
            .check_dossier(&desk.path("werk.dossier"))
            .is_ok()
    );
    assert_eq!(
        code(desk.application.start_assessment_from(&start)),
        "unknown-questionnaire"
    );
}
