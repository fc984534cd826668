//! The whole way, from the example to a PDF and back to the data inside it.

mod example;

use assessment::Answer;
use questionnaire::Language;
use report::{Comparison, attached_data, canonical, compare, read, render};

fn unchanged(_: &str, answer: Answer) -> Option<Answer> {
    Some(answer)
}

#[test]
fn the_same_data_gives_the_same_bytes_and_another_answer_gives_others() {
    let data = example::data(Language::Nl, &["Noor Voorbeeld"], unchanged);
    let once = render(&data).unwrap();
    assert_eq!(once, render(&data).unwrap());
    let other = example::data(Language::Nl, &["Noor Voorbeeld"], |question, mut answer| {
        if question == "PUR-01" {
            answer.because.push('!');
        }
        Some(answer)
    });
    assert_ne!(once, render(&other).unwrap());
}

#[test]
fn a_report_carries_the_data_that_made_it() {
    for language in Language::ALL {
        let data = example::data(language, &["Noor Voorbeeld", "Ilse Fictief"], unchanged);
        let pdf = render(&data).unwrap();
        let target = std::env::var("VERANTWOORD_KEEP").ok();
        if let Some(folder) = target {
            std::fs::write(format!("{folder}/report-{language}.pdf"), &pdf).unwrap();
        }
        assert_eq!(read(&attached_data(&pdf).unwrap()).unwrap(), data);
        assert_eq!(compare(&pdf), Comparison::Equal(Box::new(data)));
    }
}

#[test]
fn pages_that_say_something_else_than_the_data_are_noticed() {
    let data = example::data(Language::Nl, &["Noor Voorbeeld"], unchanged);
    let pdf = render(&data).unwrap();
    for at in (0..pdf.len()).step_by(pdf.len() / 7) {
        let mut changed = pdf.clone();
        changed[at] ^= 0x01;
        assert!(
            !matches!(compare(&changed), Comparison::Equal(_)),
            "byte {at}"
        );
    }
}

#[test]
fn a_text_that_no_dossier_holds_is_not_set() {
    let mut data = example::data(Language::Nl, &["Noor Voorbeeld"], unchanged);
    data.assessment.scope = "é\"".repeat(20_000);
    assert_eq!(read(&canonical(&data).unwrap()).unwrap(), data);
    data.assessment.scope = "é".repeat(1 << 20);
    assert!(read(&canonical(&data).unwrap()).is_err());
}

#[test]
fn a_file_without_data_has_none_and_no_bytes_can_make_it_fail() {
    assert_eq!(compare(b""), Comparison::Absent);
    assert_eq!(compare(b"%PDF-1.7\n"), Comparison::Absent);
    assert_eq!(attached_data(&[0xff; 4096]), None);
}
