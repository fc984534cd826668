//! The name and the logo that an organisation chose: on every edition, with words for who does not see it, the same again
//! from the data, and to the letter of both standards.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a report that cannot be made is a failing test"
)]

mod example;
mod extraction;
mod logos;

use std::process::Command;

use assessment::report_style::{Logo, Picture};
use lopdf::{Document as Pdf, Object};
use questionnaire::Language;
use report::edition::{Edition, Redaction, edition};
use report::private::fingerprint;
use report::{Comparison, RenderFailed, ReportData, compare, render};

const SHOWN: &str = "Voorbeeldwinkel & Co";

fn with(language: Language, logo: Logo) -> ReportData {
    let mut data = example::data(language, &["Noor Voorbeeld"], |_, answer| Some(answer));
    data.style.name = Some(SHOWN.to_owned());
    data.style.logo = Some(logo);
    data
}

fn editions(full: &ReportData) -> Vec<ReportData> {
    [
        (Edition::Full, Redaction::default()),
        (Edition::Public, Redaction::usual()),
        (Edition::Summary, Redaction::everything()),
    ]
    .into_iter()
    .map(|(which, rules)| edition(full, which, &rules).unwrap())
    .collect()
}

/// The figures of a PDF by their words, each with its box.
fn figures(pdf: &Pdf) -> Vec<(String, Vec<f32>)> {
    let elements = pdf.objects.values().filter_map(|it| it.as_dict().ok());
    let figures = elements.filter(|it| {
        it.get(b"S")
            .and_then(Object::as_name)
            .is_ok_and(|kind| kind == b"Figure")
    });
    figures
        .map(|figure| {
            let words = lopdf::decode_text_string(figure.get(b"Alt").unwrap()).unwrap();
            let attributes = figure.get(b"A").unwrap().as_dict().unwrap();
            let bounds = attributes.get(b"BBox").unwrap().as_array().unwrap();
            let bounds = bounds.iter().map(|it| it.as_float().unwrap()).collect();
            (words, bounds)
        })
        .collect()
}

#[test]
fn every_edition_has_the_logo_with_its_words_and_makes_it_again_from_its_data() {
    for (language, words) in [
        (Language::Nl, "Logo van Voorbeeldwinkel & Co"),
        (Language::En, "Logo of Voorbeeldwinkel & Co"),
    ] {
        for logo in [logos::outlines(), logos::picture()] {
            let full = with(language, logo);
            for data in editions(&full) {
                let pdf = render(&data).unwrap();
                assert_eq!(fingerprint(&data).unwrap(), fingerprint(&full).unwrap());
                assert_eq!(compare(&pdf), Comparison::Equal(Box::new(data.clone())));
                let figures = figures(&Pdf::load_mem(&pdf).unwrap());
                let found: Vec<_> = figures.iter().filter(|(alt, _)| alt == words).collect();
                assert_eq!(found.len(), 1, "{:?}: {figures:?}", data.edition);
                let [left, bottom, right, top] = found[0].1[..] else {
                    unreachable!("a box has four sides")
                };
                // Both logos are twice as wide as they are high.
                assert!(((right - left) / (top - bottom) - 2.0).abs() < 0.02);
                assert!(left > 60.0 && top < 760.0 && bottom > 600.0);
            }
        }
    }
}

#[test]
fn the_name_that_was_chosen_stands_on_every_page_and_the_name_in_full_beside_it() {
    let full = with(Language::Nl, logos::outlines());
    for data in editions(&full) {
        let pages = extraction::page_texts(&Pdf::load_mem(&render(&data).unwrap()).unwrap());
        let pages: Vec<String> = pages.iter().map(|page| extraction::words(page)).collect();
        assert!(pages.iter().all(|page| page.contains(SHOWN)));
        assert!(pages[0].contains(&data.organisation.name));
    }
}

#[test]
fn a_picture_is_one_opaque_image_that_all_pages_share() {
    let pdf = render(&with(Language::Nl, logos::picture())).unwrap();
    let pdf = Pdf::load_mem(&pdf).unwrap();
    let images: Vec<_> = pdf
        .objects
        .values()
        .filter_map(|it| it.as_stream().ok())
        .filter(|it| it.dict.has_type(b"XObject"))
        .collect();
    assert_eq!(images.len(), 1);
    let image = &images[0].dict;
    assert_eq!(image.get(b"Width").unwrap().as_i64().unwrap(), 48);
    for absent in [b"SMask".as_slice(), b"Mask", b"Interpolate", b"Alternates"] {
        assert!(!image.has(absent));
    }
    // Decoded by another program: 24 lines of 48 pixels of 3 bytes.
    assert_eq!(images[0].decompressed_content().unwrap().len(), 24 * 48 * 3);
    let none = render(&with(Language::Nl, logos::outlines())).unwrap();
    let none = Pdf::load_mem(&none).unwrap();
    let mut streams = none.objects.values().filter_map(|it| it.as_stream().ok());
    assert!(!streams.any(|it| it.dict.has_type(b"XObject")));
}

#[test]
fn what_is_drawn_for_the_logo_ends_with_it() {
    for logo in [logos::outlines(), logos::picture()] {
        let pdf = render(&with(Language::Nl, logo)).unwrap();
        let pdf = Pdf::load_mem(&pdf).unwrap();
        let cover = pdf.page_iter().next().unwrap();
        let content = pdf.get_and_decode_page_content(cover).unwrap();
        let mut depth = 0;
        for operation in content.operations {
            match operation.operator.as_str() {
                "q" => depth += 1,
                "Q" => depth -= 1,
                "cm" | "W" | "Do" => assert_eq!(depth, 1, "{}", operation.operator),
                _ => {}
            }
            assert!((0..=1).contains(&depth));
        }
        assert_eq!(depth, 0);
    }
}

#[test]
fn a_logo_that_this_program_did_not_make_is_no_part_of_a_report() {
    let Logo::Picture(Picture { png }) = logos::picture() else {
        unreachable!("it is a picture")
    };
    let without_end = png[..png.len() - 16].to_owned();
    for png in [
        String::new(),
        "?".to_owned(),
        "AAAA".to_owned(),
        without_end,
    ] {
        let data = with(Language::Nl, Logo::Picture(Picture { png }));
        assert!(matches!(render(&data), Err(RenderFailed::Logo(_))));
    }
}

/// Runs where the suite has installed the validators.
#[test]
fn a_report_with_a_logo_passes_the_validators() {
    let Some(validators) = std::env::var_os("VERANTWOORD_VALIDATORS") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let check = "import page, sys\nfor profile in ('ua1', '3a'):\n    r = page.validate_pdf(sys.argv[1], profile=profile)\n    \
                 assert r.is_compliant, [(f.rule_id, f.message) for f in r.failures][:20]";
    let python = std::path::Path::new(&validators).join("python");
    for (name, logo) in [
        ("outlines", logos::outlines()),
        ("picture", logos::picture()),
    ] {
        for data in editions(&with(Language::Nl, logo)) {
            let path = folder.path().join(format!("{name}.pdf"));
            std::fs::write(&path, render(&data).unwrap()).unwrap();
            for mut judge in [Command::new("qpdf"), Command::new(&python)] {
                let is_qpdf = judge.get_program() == "qpdf";
                judge.args(if is_qpdf {
                    vec!["--check"]
                } else {
                    vec!["-c", check]
                });
                let output = judge.arg(&path).output().unwrap();
                assert!(
                    output.status.success(),
                    "{name} {:?}: {output:?}",
                    data.edition
                );
            }
        }
    }
}
