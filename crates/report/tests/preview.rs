//! The preview is the report: each of its pages draws what the same page of the PDF draws, and says what that says.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod engine_sample;
mod example;
mod extraction;
mod marks;

use assessment::Answer;
use lopdf::Document as Pdf;
use questionnaire::Language;
use report::document::parse;
use report::edition::{Edition, Redaction, edition};
use report::pdf::render;
use report::preview::{Passage, Preview, preview};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

fn unchanged(_: &str, answer: Answer) -> Option<Answer> {
    Some(answer)
}

/// Every edition of the report on the example in a language.
fn editions(language: Language) -> Vec<(Vec<u8>, Preview)> {
    let full = example::data(language, &["Noor Voorbeeld", "Ilse Fictief"], unchanged);
    let editions = [
        (Edition::Full, Redaction::default()),
        (Edition::Public, Redaction::usual()),
        (Edition::Summary, Redaction::everything()),
    ];
    editions
        .into_iter()
        .map(|(which, redaction)| {
            let data = edition(&full, which, &redaction).unwrap();
            (report::render(&data).unwrap(), preview(&data).unwrap())
        })
        .collect()
}

#[track_caller]
fn is_the_report(pdf: &[u8], preview: &Preview) {
    let pdf = Pdf::load_mem(pdf).unwrap();
    let pages: Vec<_> = pdf.page_iter().collect();
    assert_eq!(preview.pages(), pages.len());
    let fonts = marks::fonts(&pdf, pages[0]);
    for (number, page) in (1..).zip(pages) {
        let (drawn, shown) = (
            marks::of_pdf(&pdf, page, &fonts),
            marks::of_picture(&preview.picture(number).unwrap()),
        );
        for (at, (drawn, shown)) in drawn.iter().zip(&shown).enumerate() {
            assert!(
                drawn.is_like(shown),
                "page {number}, mark {at}: {drawn:?} {shown:?}"
            );
        }
        assert_eq!(drawn.len(), shown.len(), "page {number}");
        assert!(drawn.len() > 20, "page {number} is nearly empty");
    }
    assert_eq!(preview.picture(0), None);
    assert_eq!(preview.picture(preview.pages() + 1), None);
}

#[test]
fn every_page_of_every_edition_draws_what_the_pdf_draws() {
    for language in Language::ALL {
        for (pdf, preview) in editions(language) {
            is_the_report(&pdf, &preview);
        }
    }
}

#[test]
fn charts_links_and_every_script_are_drawn_alike() {
    let settings = engine_sample::settings();
    let long = engine_sample::document(2);
    let mut accented = engine_sample::document(1);
    accented.accent = report::charts::Colour::written("#7a1f3d");
    let scripts = parse(
        "<document lang=\"nl\"><p>Ελληνικά кириллица é e\u{301} שלום (abc) עולם مرحبا 😀 ∑ \u{1f9ff}\u{e000}</p>\
         <p>Een lange alinea met onafbreekbare samenstellingen: arbeidsongeschiktheidsverzekeringsmaatschappij, \
         verantwoordelijkheidsverdelingsoverleg, fi ffi fl.</p></document>",
        BTreeMap::new(),
    )
    .unwrap();
    for document in [long, accented, scripts] {
        let pdf = render(&document, &settings).unwrap();
        is_the_report(&pdf, &Preview::of(&document, &settings.running).unwrap());
    }
}

/// The comparison would notice: other words, other colours, another place.
#[test]
fn another_page_is_not_the_report() {
    let data = example::data(Language::Nl, &["Noor Voorbeeld"], unchanged);
    let shown = preview(&data).unwrap();
    let one = marks::of_picture(&shown.picture(3).unwrap());
    let differs = |svg: String| {
        let other = marks::of_picture(&svg);
        other.len() != one.len() || one.iter().zip(&other).any(|(a, b)| !a.is_like(b))
    };
    let same = shown.picture(3).unwrap();
    assert!(!differs(same.clone()));
    assert!(differs(shown.picture(4).unwrap()));
    assert!(differs(same.replacen(
        "fill=\"#1c2128\"",
        "fill=\"#1c2129\"",
        1
    )));
    assert!(differs(same.replacen(" x=\"", " x=\"5", 1)));
}

/// Rendered by programs of others where they are installed: the PDF as it is, the picture by way of librsvg.
#[test]
fn drawn_by_others_a_page_and_its_preview_are_the_same_to_the_eye() {
    let folder = tempfile::tempdir().unwrap();
    let data = example::data(Language::Nl, &["Noor Voorbeeld"], unchanged);
    let path = folder.path().join("report.pdf");
    fs::write(&path, report::render(&data).unwrap()).unwrap();
    let shown = preview(&data).unwrap();
    for number in [1, 3, 5, shown.pages() / 2, shown.pages()] {
        let svg = folder.path().join("page.svg");
        fs::write(&svg, shown.picture(number).unwrap()).unwrap();
        let as_pdf = folder.path().join("page.pdf");
        let converted = Command::new("rsvg-convert")
            .args(["--format", "pdf", "--output"])
            .args([&as_pdf, &svg])
            .status();
        if converted.is_err() {
            assert!(
                std::env::var_os("VERANTWOORD_VALIDATORS").is_none(),
                "rsvg-convert is missing"
            );
            return;
        }
        let (Some(page), Some(picture)) = (coarse(&path, number), coarse(&as_pdf, 1)) else {
            return;
        };
        assert_eq!(page.len(), picture.len());
        let far = |other: &[u8]| {
            let pairs = page.iter().zip(other);
            pairs.filter(|(a, b)| a.abs_diff(**b) > FAR).count()
        };
        assert_eq!(far(&picture), 0, "page {number}");
        let next = coarse(&path, number % shown.pages() + 1).unwrap();
        assert!(
            far(&next) > 500,
            "the comparison sees nothing: {}",
            far(&next)
        );
    }
}

/// By how much a square may be darker or lighter: the edges of letters are smoothed in two ways.
const FAR: u8 = 40;

/// A page in grey, in squares of four points; nothing where there is no poppler.
fn coarse(pdf: &Path, page: usize) -> Option<Vec<u8>> {
    const SIDE: usize = 8;
    let (width, pixels) = pixels(pdf, page)?;
    let (columns, rows) = (width / SIDE, pixels.len() / width / SIDE);
    let square = |row: usize, column: usize| {
        let pixels = (0..SIDE * SIDE).map(|at| {
            let (y, x) = (row * SIDE + at / SIDE, column * SIDE + at % SIDE);
            usize::from(pixels[y * width + x])
        });
        u8::try_from(pixels.sum::<usize>() / (SIDE * SIDE)).unwrap()
    };
    let squares = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    Some(squares.map(|(row, column)| square(row, column)).collect())
}

/// The width of a page in pixels, and each of them in grey.
fn pixels(pdf: &Path, page: usize) -> Option<(usize, Vec<u8>)> {
    let page = page.to_string();
    let output = Command::new("pdftoppm")
        .args(["-gray", "-r", "144", "-f", &page, "-l", &page])
        .arg(pdf)
        .output()
        .ok()?;
    assert!(output.status.success());
    let image = output.stdout;
    // P5, width and height, the most that a pixel can be: three lines.
    let ends: Vec<usize> = (0..image.len())
        .filter(|at| image[*at] == b'\n')
        .take(3)
        .collect();
    let size = String::from_utf8(image[ends[0] + 1..ends[1]].to_vec()).unwrap();
    let width = size.split(' ').next().unwrap().parse().unwrap();
    Some((width, image[ends[2] + 1..].to_vec()))
}

fn text_of(passages: &[Passage]) -> String {
    let mut text = String::new();
    for passage in passages {
        match passage {
            Passage::Heading { text: said, .. }
            | Passage::Paragraph { text: said, .. }
            | Passage::Item { text: said, .. } => text.push_str(said),
            Passage::Row { cells, .. } => {
                cells
                    .iter()
                    .for_each(|cell| text.extend([&*cell.text, " "]));
            }
            Passage::Figure { .. } => {}
        }
        text.push(' ');
    }
    text
}

#[test]
fn the_text_beside_a_page_is_all_that_the_page_says_to_assistive_technology() {
    let data = example::data(Language::Nl, &["Noor Voorbeeld"], unchanged);
    let pdf = Pdf::load_mem(&report::render(&data).unwrap()).unwrap();
    let shown = preview(&data).unwrap();
    let letters = |text: &str| -> String {
        text.chars()
            .filter(|it| !it.is_whitespace() && *it != '\u{ad}')
            .collect()
    };
    let figures = pdf.objects.values().filter(|object| {
        let fields = object.as_dict();
        fields.is_ok_and(|it| {
            it.get(b"S")
                .and_then(lopdf::Object::as_name)
                .is_ok_and(|it| it == b"Figure")
        })
    });
    let figures = figures.count();
    assert!(figures > 0);
    let mut met = 0;
    for (number, page) in (1..).zip(pdf.page_iter()) {
        let passages = shown.text(number).unwrap();
        met += passages
            .iter()
            .filter(|it| matches!(it, Passage::Figure { .. }))
            .count();
        let said = letters(&text_of(&passages));
        let read = letters(&extraction::read_aloud_page(&pdf, page));
        if passages
            .iter()
            .any(|it| matches!(it, Passage::Figure { .. }))
        {
            // What stands inside a chart is said by its alternative text.
            assert!(said.len() <= read.len(), "page {number}");
        } else {
            assert_eq!(said, read, "page {number}");
        }
    }
    assert_eq!(met, figures);
    let cover = text_of(&shown.text(1).unwrap());
    assert!(cover.contains("Editie Volledig"), "{cover}");
}

#[test]
fn headings_lead_to_the_page_that_has_them() {
    let data = example::data(Language::En, &["Noor Voorbeeld"], unchanged);
    let shown = preview(&data).unwrap();
    let headings = shown.headings();
    assert!(headings.len() > 20);
    for heading in headings {
        let passages = shown.text(heading.page).unwrap();
        let found = passages.iter().any(|passage| match passage {
            Passage::Heading { level, text, .. } => {
                *level == heading.level && text.replace('\n', " ").trim() == heading.title.trim()
            }
            _ => false,
        });
        assert!(found, "{heading:?} {passages:?}");
    }
}
