//! A report is looked at in the window before it is made: its pages are those of the file, as the window really draws them.

use std::path::Path;

use journeys::{Grey, Window, Workshop};
use serde_json::json;

use crate::languages::SIZES;

const DOSSIER: &str = "voorbeeld.dossier";

/// How light a page is in each field of a grid, as the window draws it.
const DRAWN: &str = "
const [columns, rows, each] = given;
const canvas = document.createElement('canvas');
[canvas.width, canvas.height] = [columns * each, rows * each];
const paper = canvas.getContext('2d');
paper.fillStyle = 'white';
paper.fillRect(0, 0, canvas.width, canvas.height);
paper.drawImage(document.querySelector('dialog img'), 0, 0, canvas.width, canvas.height);
const light = new Array(columns * rows).fill(0);
const { data } = paper.getImageData(0, 0, canvas.width, canvas.height);
for (let at = 0; at < data.length; at += 4) {
  const [x, y] = [(at / 4) % canvas.width, Math.floor(at / 4 / canvas.width)];
  const grey = 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
  light[Math.floor(y / each) * columns + Math.floor(x / each)] += grey / 255 / each / each;
}
done(light);
";

/// Into how many fields a page is divided.
const GRID: (usize, usize) = (20, 28);
/// How wide and high a field is drawn, in pixels.
const EACH: usize = 16;
/// By how much two programs may differ in a field of one page, and on average over the page, of what lies between black and
/// white: they smooth letters and thin lines each in their own way. Where every glyph stands is for another test.
const TOLERANCE: (f64, f64) = (0.12, 0.02);

#[test]
fn pages_in_the_window_are_drawn_as_those_of_the_file() {
    let Some(workshop) = Workshop::open("preview") else {
        return;
    };
    workshop.done(&["example", DOSSIER]);
    let report = workshop.path("rapport.pdf");
    workshop.will_choose("report", &report);
    let window = at_the_report(&workshop);
    window
        .press("Plaats kiezen en rapport maken")
        .reads("Het rapport is gemaakt")
        .press("Eerst bekijken");

    let pages = workshop
        .opinions()
        .pages_in_grey(&report, (GRID.0 * EACH, GRID.1 * EACH));
    let papers: Vec<Vec<f64>> = pages.iter().map(fields).collect();
    for (at, paper) in papers.iter().enumerate() {
        window.await_that(
            &format!("page {} is drawn", at + 1),
            "(image => image?.complete && image.naturalWidth > 0 && image.alt.startsWith(given[0]))\
             (document.querySelector('dialog img'))",
            &[json!(format!("Pagina {} van {}.", at + 1, pages.len()))],
        );
        let drawn = window.run(DRAWN, &[json!(GRID.0), json!(GRID.1), json!(EACH)]);
        let drawn: Vec<f64> = drawn
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it.as_f64().unwrap())
            .collect();
        let (furthest, off) = differences(&drawn, paper);
        assert!(
            furthest < TOLERANCE.0 && off < TOLERANCE.1,
            "page {} differs by {furthest:.3}, on average by {off:.4}",
            at + 1
        );
        // That would be no feat if all pages looked alike.
        for (other, paper) in papers.iter().enumerate().filter(|(other, _)| *other != at) {
            assert!(
                differences(&drawn, paper).1 > off,
                "page {} looks like page {}",
                at + 1,
                other + 1
            );
        }
        if at == 0 || at + 1 == pages.len() {
            window.keep_picture(&format!("page-{}", at + 1));
        }
        if at + 1 < pages.len() {
            window.press("Volgende");
        }
    }
    window.press("Volgende").reads("Dit is de laatste pagina.");
    said_as_text(&workshop, &window, &report);
}

#[test]
fn the_preview_is_within_the_window_in_both_languages_and_sizes() {
    let Some(workshop) = Workshop::open("preview-sizes") else {
        return;
    };
    workshop.done(&["example", DOSSIER]);
    let window = at_the_report(&workshop);
    let words = [
        ("Eerst bekijken", "Als tekst", "Sluiten"),
        ("Look at it first", "As text", "Close"),
    ];
    for ((language, sizes), (look, as_text, close)) in SIZES.into_iter().zip(words) {
        if language == "en" {
            window.press("English").page("Report");
        }
        for (size, name) in sizes.into_iter().zip(["100", "200"]) {
            window.press(size).press(look);
            window.await_that(
                "a page is drawn",
                "(image => image?.complete && image.naturalWidth > 0)(document.querySelector('dialog img'))",
                &[],
            );
            for form in ["page", "text"] {
                if form == "text" {
                    window.choose(as_text);
                    window.await_that(
                        "the page is there as text",
                        "document.querySelector('dialog [lang] p') !== null",
                        &[],
                    );
                }
                window.keep_picture(&format!("{form}-{language}-{name}"));
                let wide = "document.querySelector('dialog').scrollWidth > document.querySelector('dialog').clientWidth + 1 \
                            || document.documentElement.scrollWidth > innerWidth";
                assert_ne!(
                    window.ask(wide, &[]),
                    true,
                    "{form} in {language} at {size}"
                );
            }
            window.choose(as_text).press(close);
        }
        window.press(sizes[0]);
    }
}

/// The page of the example's report.
fn at_the_report(workshop: &Workshop) -> Window {
    let window = workshop.window();
    window
        .assessment(workshop, DOSSIER, ("Voorbeeld Webwinkel B.V.", "Vraagbaak"))
        .follow("Rapport")
        .page("Rapport");
    window
}

/// What the last page says as text stands in the file too.
fn said_as_text(workshop: &Workshop, window: &Window, report: &Path) {
    window.choose("Als tekst");
    let said = window.await_that(
        "the page is there as text",
        "[...document.querySelectorAll('dialog [lang] p, dialog [lang] h3')].map(one => one.textContent)",
        &[],
    );
    let text = workshop.opinions().text(report);
    let said = said.as_array().unwrap();
    assert!(!said.is_empty());
    for words in said.iter().filter_map(serde_json::Value::as_str) {
        assert!(text.holds(words), "{words}");
    }
    window.press("Sluiten");
    assert_eq!(window.focused(), "Eerst bekijken");
}

/// How light a page is in each field.
fn fields(page: &Grey) -> Vec<f64> {
    let mut light = vec![0.0; GRID.0 * GRID.1];
    for (at, grey) in page.pixels.iter().enumerate() {
        let (x, y) = (at % page.width, at / page.width);
        light[y / EACH * GRID.0 + x / EACH] += f64::from(*grey) / 255.0 / (EACH * EACH) as f64;
    }
    light
}

/// The largest difference in a field, and the mean one.
fn differences(one: &[f64], other: &[f64]) -> (f64, f64) {
    let apart = || one.iter().zip(other).map(|(a, b)| (a - b).abs());
    (
        apart().fold(0.0, f64::max),
        apart().sum::<f64>() / one.len() as f64,
    )
}
