//! The forms of a report in the program that opens them at most desks: LibreOffice converts each, and nothing that was said
//! is lost on the way.

use std::fs;

use journeys::{Text, Workshop};
use serde_json::Value as Json;

const DOSSIER: &str = "voorbeeld.dossier";

/// What people typed in answer to questions, by the data of the report.
fn considerations(workshop: &Workshop) -> Vec<String> {
    workshop.done(&["export", DOSSIER, "--as", "json", "--out", "report.json"]);
    let data = fs::read(workshop.path("report.json")).unwrap();
    let data: Json = serde_json::from_slice(&data).unwrap();
    let sections = data["sections"].as_array().unwrap().iter();
    let questions = sections.flat_map(|section| section["questions"].as_array().unwrap());
    let answers = questions.flat_map(|question| {
        let given = &question["given"]["value"]["answers"];
        given.as_array().unwrap()
    });
    answers
        .map(|answer| answer["because"]["value"].as_str().unwrap().to_owned())
        .filter(|because| !because.is_empty())
        .collect()
}

#[track_caller]
fn holds_all(text: &Text, words: &[String], form: &str) {
    for said in words {
        assert!(text.holds(said), "{form} lost {said}");
    }
}

#[test]
fn libreoffice_converts_every_form_without_losing_a_word() {
    let Some(workshop) = Workshop::open("office") else {
        return;
    };
    workshop.done(&["example", DOSSIER]);
    let logo = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'><path d='M0 0H40V20H0ZM5 5V15H15V5Z'/></svg>";
    workshop.file("logo.svg", logo);
    workshop.done(&["style", DOSSIER, "--logo", "logo.svg"]);
    let said = considerations(&workshop);
    assert!(said.len() > 60, "{}", said.len());
    for form in ["docx", "html"] {
        let file = format!("report.{form}");
        workshop.done(&["export", DOSSIER, "--as", form, "--out", &file]);
        let file = workshop.path(&file);
        let read = workshop.opinions().read_by_office(&file);
        holds_all(&read, &said, form);
    }
    // A logo of outlines stands in a page of HTML as SVG, which LibreOffice does not read there.
    let printed = workshop
        .opinions()
        .printed_by_office(&workshop.path("report.docx"));
    assert!(workshop.opinions().pictures(&printed) > 0);
    workshop.done(&["export", DOSSIER, "--as", "xlsx", "--out", "report.xlsx"]);
    let sheets = workshop.opinions().sheets(&workshop.path("report.xlsx"));
    holds_all(&sheets, &said, "xlsx");
    // A converted workbook has no cell that computes.
    assert!(!sheets.holds("#NAME?") && !sheets.holds("Err:"));
}
