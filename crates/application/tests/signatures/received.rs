//! What was signed or stamped elsewhere and comes back as a file.

use application::view::*;

use crate::desk::{Desk, MEMBERS, code, codes};

#[test]
fn a_report_that_was_signed_elsewhere_is_joined_to_its_dossier() {
    let [chair, _, second, ..] = MEMBERS;
    let mut desk = Desk::new();
    let report = desk.report("summary", &[chair, second], "rapport.pdf");
    let once = desk.sign(&report, chair, None, "een.pdf").unwrap();

    // Elsewhere: another program, without the dossier.
    let mut elsewhere = Desk::elsewhere();
    std::fs::write(elsewhere.path("post.pdf"), desk.read("een.pdf")).unwrap();
    let post = elsewhere.chosen("post.pdf", FilePurpose::OpenReport);
    let kept_there = elsewhere
        .sign(&post, second, Some("abstain"), "terug.pdf")
        .unwrap()
        .kept;
    assert!(!kept_there, "it is of another dossier");
    let back = elsewhere.chosen("terug.pdf", FilePurpose::OpenReport);
    let other = elsewhere.application.receive_report(OneFile { file: back });
    assert_eq!(code(other), "report-of-other-dossier");
    let unrelated = elsewhere.verify("terug.pdf", &[]);
    assert!(codes(&unrelated).contains(&"dossier-unrelated"));

    std::fs::write(desk.path("terug.pdf"), elsewhere.read("terug.pdf")).unwrap();
    let back = OneFile {
        file: desk.chosen("terug.pdf", FilePurpose::OpenReport),
    };
    let received = desk.application.receive_report(back.clone()).unwrap();
    assert_eq!(received.new, [second]);
    assert_eq!(received.signed, [chair, second]);
    assert!(received.missing.is_empty());
    // The chair signed here; of the other nobody here knows the key.
    let compare = received.notice.unwrap();
    assert!(
        compare.contains(second) && !compare.contains(chair),
        "{compare}"
    );
    assert_eq!(
        code(desk.application.receive_report(back)),
        "report-kept-already"
    );
    let page = desk
        .application
        .report_page(OneAssessment {
            assessment: desk.assessment.clone(),
        })
        .unwrap();
    assert_eq!(page.signed[0].signers, [chair, second]);

    let unsigned = OneFile { file: report };
    assert_eq!(
        code(desk.application.receive_report(unsigned)),
        "report-unsigned"
    );
    let mut altered = desk.read("terug.pdf");
    altered[2_000] ^= 1;
    std::fs::write(desk.path("veranderd.pdf"), altered).unwrap();
    let altered = OneFile {
        file: desk.chosen("veranderd.pdf", FilePurpose::OpenReport),
    };
    assert!(desk.application.receive_report(altered).is_err());

    // A timestamp can be asked for: of the last signature, or of the whole.
    let mut ask = |whole: bool, to: &str| {
        let to = desk.chosen(to, FilePurpose::TimestampRequest);
        desk.application.request_timestamp(RequestTimestamp {
            report: once.file.handle.clone(),
            whole,
            to,
        })
    };
    let requested = ask(false, "een.tsq").unwrap();
    assert!(!requested.whole && requested.steps.len() == 3);
    assert!(ask(true, "heel.tsq").unwrap().whole);
}
