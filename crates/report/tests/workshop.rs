//! The committee's work in the report: everything that was said is there, and nobody is
//! named who chose not to be.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a report that cannot be made is a failing test"
)]

mod example;
mod extraction;

use lopdf::Document as Pdf;
use questionnaire::Language;
use report::edition::{Edition, Redaction, edition};
use report::private::fingerprint;
use report::{Comparison, ReportData, compare, render};

/// The example with a committee at work, and the marks of all that was said.
fn worked(language: Language) -> (ReportData, Vec<String>) {
    example::committee::worked(language, &["Noor Voorbeeld"])
}

fn letters(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{ad}')
        .collect()
}

fn json(data: &ReportData) -> String {
    String::from_utf8(report::canonical(data).unwrap()).unwrap()
}

#[test]
fn all_that_the_committee_said_is_on_the_pages_and_what_it_kept_is_not() {
    for language in Language::ALL {
        let (data, marks) = worked(language);
        let pdf = render(&data).unwrap();
        if let Ok(folder) = std::env::var("VERANTWOORD_KEEP") {
            std::fs::write(format!("{folder}/workshop-{language}.pdf"), &pdf).unwrap();
        }
        let said = letters(&extraction::read_aloud(&Pdf::load_mem(&pdf).unwrap()));
        assert!(marks.len() > 40, "{marks:?}");
        for mark in marks {
            let kept = ["merk-geheim", "merk-verzwegen"].contains(&mark.as_str());
            assert_eq!(said.contains(&mark), !kept, "{language:?}: {mark}");
            assert_eq!(json(&data).contains(&mark), !kept, "{language:?}: {mark}");
        }
        for told in ["10:07", "11:53", "A1", "F1", "R1", "M1"] {
            assert!(said.contains(told), "{told}");
        }
        assert_eq!(compare(&pdf), Comparison::Equal(Box::new(data)));
    }
}

#[test]
fn who_chose_not_to_be_named_is_in_no_byte() {
    let (data, _) = worked(Language::Nl);
    // Somebody who left is in no list of members, so nothing else can name them.
    assert!(!json(&data).contains("Quirijn"));
    let pdf = render(&data).unwrap();
    assert!(!pdf.windows(7).any(|bytes| bytes == b"Quirijn"));
    let said = extraction::read_aloud(&Pdf::load_mem(&pdf).unwrap());
    assert!(!said.contains("Quirijn") && said.contains("zonder naam"));
}

#[test]
fn the_public_edition_seals_names_and_the_summary_tells_the_advice() {
    let (full, _) = worked(Language::Nl);
    let public = edition(&full, Edition::Public, &Redaction::usual()).unwrap();
    for name in [
        "Hardop",
        "Opzij",
        "merk-directeur",
        "merk-eigenaar",
        "merk-beheerder",
        "merk-gever",
        "merk-uitzoeker",
    ] {
        assert!(json(&full).contains(name));
        assert!(!json(&public).contains(name), "{name}");
    }
    assert!(json(&public).contains("merk-dissent"));
    let summary = edition(&full, Edition::Summary, &Redaction::everything()).unwrap();
    for edition in [&public, &summary] {
        assert_eq!(fingerprint(edition).unwrap(), fingerprint(&full).unwrap());
    }
    let pdf = render(&summary).unwrap();
    if let Ok(folder) = std::env::var("VERANTWOORD_KEEP") {
        std::fs::write(format!("{folder}/workshop-summary.pdf"), &pdf).unwrap();
    }
    let pdf = Pdf::load_mem(&pdf).unwrap();
    assert_eq!(pdf.get_pages().len(), 2);
    let said = extraction::read_aloud(&pdf);
    assert!(said.contains("Doorgaan onder voorwaarden"), "{said}");
    assert!(said.contains("wijkt af van het advies"), "{said}");
}

#[test]
fn a_finding_goes_with_the_answer_that_it_rests_on() {
    let (full, _) = worked(Language::Nl);
    let redaction: Redaction = "question:HUM-01".parse().unwrap();
    let public = edition(&full, Edition::Public, &redaction).unwrap();
    for gone in [
        "bevinding",
        "risico",
        "maatregel",
        "actie",
        "dissent",
        "score",
    ] {
        let mark = format!("\"merk-{gone} ");
        assert!(
            json(&full).contains(&mark) && !json(&public).contains(&mark),
            "{gone}"
        );
    }
    render(&public).unwrap();
    assert_eq!(fingerprint(&public).unwrap(), fingerprint(&full).unwrap());
}

#[test]
fn without_work_of_the_committee_there_is_no_chapter_of_it() {
    let data = example::data(Language::Nl, &[], |_, answer| Some(answer));
    let document = format!("{:?}", report::document(&data).unwrap());
    for absent in [
        "Advies en besluit",
        "Bevindingen",
        "Sessies",
        "Stille scores",
    ] {
        assert!(!document.contains(absent), "{absent}");
    }
}
