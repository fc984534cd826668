//! Looking at a report before it is made and before it is signed: what is seen is what is signed.

use application::view::*;

use crate::desk::{Desk, MEMBERS};

const SIGNERS: [&str; 2] = [MEMBERS[0], MEMBERS[1]];

fn unmade(desk: &Desk, edition: &str) -> PreviewForm {
    PreviewForm::Edition {
        edition: PreviewEdition {
            assessment: desk.assessment.clone(),
            language: "nl".to_owned(),
            edition: edition.to_owned(),
            withhold: None,
            signers: SIGNERS.map(str::to_owned).to_vec(),
        },
    }
}

fn pages(desk: &mut Desk, of: &PreviewForm) -> (ReportPreview, Vec<PreviewedPage>) {
    let of = || of.clone();
    let report = desk
        .application
        .report_preview(PreviewReport { of: of() })
        .unwrap();
    let pages = (1..=report.pages).map(|page| {
        desk.application
            .preview_page(PreviewPage { of: of(), page })
            .unwrap()
    });
    let pages = pages.collect();
    (report, pages)
}

#[test]
fn the_pages_looked_at_first_are_those_of_the_file_unsigned_and_signed() {
    let mut desk = Desk::new();
    let before = unmade(&desk, "full");
    let (report, first) = pages(&mut desk, &before);
    assert!(first.len() > 20);
    let file = desk.report("full", &SIGNERS, "rapport.pdf");
    assert_eq!(
        pages(&mut desk, &PreviewForm::File { file: file.clone() }),
        (report.clone(), first.clone())
    );
    desk.sign(&file, MEMBERS[0], Some("agree"), "ondertekend.pdf")
        .unwrap();
    let signed = desk.chosen("ondertekend.pdf", FilePurpose::OpenReport);
    assert_eq!(
        pages(&mut desk, &PreviewForm::File { file: signed }),
        (report.clone(), first.clone())
    );

    assert_eq!(report.language, "nl");
    assert!(
        report
            .headings
            .iter()
            .any(|it| it.level == 1 && it.page > 1)
    );
    let told = &first[report.headings[0].page as usize - 1].alternative;
    assert!(
        told.contains(report.headings[0].title.split(' ').next_back().unwrap()),
        "{told}"
    );
    assert!(
        first
            .iter()
            .all(|page| page.picture.starts_with("<svg ") && !page.text.is_empty())
    );
}

#[test]
fn a_change_in_the_dossier_shows_on_the_next_page_that_is_asked_for() {
    let mut desk = Desk::new();
    let of = unmade(&desk, "public");
    let (report, before) = pages(&mut desk, &of);
    desk.declares(MEMBERS[0], "dissent", "Eerst meten, dan beslissen.");
    let last = PreviewPage {
        of,
        page: report.pages,
    };
    let after = desk.application.preview_page(last).unwrap();
    assert_ne!(Some(&after), before.last());
}

#[test]
fn an_altered_report_is_not_shown_and_no_page_is_shown_that_is_not_there() {
    let mut desk = Desk::new();
    let file = desk.report("summary", &SIGNERS, "rapport.pdf");
    let of = PreviewForm::File { file };
    for page in [0, 99] {
        let asked = PreviewPage {
            of: of.clone(),
            page,
        };
        let problem = desk.application.preview_page(asked).unwrap_err();
        assert_eq!(problem.fact.code(), "no-such-page");
    }
    let mut bytes = desk.read("rapport.pdf");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(desk.path("rapport.pdf"), bytes).unwrap();
    let problem = desk
        .application
        .report_preview(PreviewReport { of })
        .unwrap_err();
    assert!(
        ["report-not-sound", "not-a-report"].contains(&problem.fact.code()),
        "{problem}"
    );
}
