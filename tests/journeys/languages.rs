//! Every page in both languages: translated, accessible, and within the window at every size of text.

use std::fs;
use std::path::Path;

use journeys::{Window, Workshop};
use serde_json::json;

/// Every place in the window by its address; `{}` stands for the assessment.
const PLACES: [(&str, &str); 30] = [
    ("start", "#/"),
    ("new-dossier", "#/new"),
    ("dossier", "#/dossier"),
    ("organisation", "#/dossier/organisation"),
    ("committee", "#/dossier/committee"),
    ("member", "#/dossier/members/new"),
    ("application", "#/dossier/applications/new"),
    ("tasks", "#/assessments/{}"),
    ("particulars", "#/assessments/{}/particulars"),
    ("section", "#/assessments/{}/sections/purpose"),
    (
        "question-yes-partly-no",
        "#/assessments/{}/questions/PUR-01",
    ),
    ("question-maturity", "#/assessments/{}/questions/PUR-04"),
    ("question-number", "#/assessments/{}/questions/HUM-02"),
    ("results", "#/assessments/{}/results"),
    ("findings", "#/assessments/{}/findings"),
    ("actions", "#/assessments/{}/actions"),
    ("opinions", "#/assessments/{}/opinions"),
    ("all-actions", "#/dossier/actions"),
    ("quick-scan", "#/assessments/{}/quick-scan"),
    ("comparison", "#/assessments/{}/comparison"),
    ("advice", "#/assessments/{}/advice"),
    ("advice-give", "#/assessments/{}/advice/give"),
    ("decision", "#/assessments/{}/advice/decide"),
    ("standing", "#/assessments/{}/standing"),
    ("report", "#/assessments/{}/report"),
    ("instrument", "#/assessments/{}/instrument"),
    ("history", "#/assessments/{}/history"),
    ("identity", "#/identity"),
    ("verify", "#/verify"),
    ("keys", "#/keys"),
];

/// The buttons for the size of text, by language.
pub(crate) const SIZES: [(&str, [&str; 2]); 2] = [
    ("nl", ["Gewone tekst (100 %)", "Zeer grote tekst (200 %)"]),
    ("en", ["Normal text (100%)", "Very large text (200%)"]),
];

#[test]
fn every_page_is_translated_accessible_and_within_the_window() {
    let Some(workshop) = Workshop::open("languages") else {
        return;
    };
    let window = workshop.window();
    window
        .press("Voorbeeld openen")
        .page("Voorbeeld Webwinkel B.V.");
    let link = "find('link', 'Zelfbeoordeling van').hash.split('/')[2]";
    let assessment = window.ask(link, &[]);
    let assessment = assessment.as_str().expect("the example has an assessment");
    bring_axe(&window);
    let mut complaints = vec![];
    for (language, [normal, large]) in SIZES {
        if language == "en" {
            window.press("English");
            window.await_that(
                "English is spoken",
                "document.documentElement.lang === 'en'",
                &[],
            );
        }
        for (name, address) in PLACES {
            go_to(&window, &address.replace("{}", assessment));
            window.keep_picture(&format!("{name}-{language}"));
            let mut complain =
                |what: String| complaints.push(format!("{name} ({language}): {what}"));
            untranslated(&window).into_iter().for_each(&mut complain);
            violations(&window).into_iter().for_each(&mut complain);
            for size in [large, normal] {
                change_size(&window, size);
                let wide = window.ask("document.documentElement.scrollWidth > innerWidth", &[]);
                if wide == true {
                    complain(format!("wider than the window at {size}"));
                }
                if size == large {
                    window.keep_picture(&format!("{name}-{language}-200"));
                }
            }
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// Changes the size of all text, and waits until it has that size.
pub(crate) fn change_size(window: &Window, size: &str) {
    let is_on = "find('button', given[0]).ariaPressed === 'true'";
    window
        .press(size)
        .await_that("the text has that size", is_on, &[json!(size)]);
}

/// Goes to a place and waits until it is drawn: until there is a heading that was not there before.
fn go_to(window: &Window, address: &str) {
    window.run(
        "document.querySelectorAll('h1').forEach(heading => heading.dataset.before = '');
         if (location.hash === given[0]) location.hash = '#/keys';
         location.hash = given[0];
         done(true);",
        &[json!(address)],
    );
    window.await_that(
        &format!("{address} is drawn"),
        "location.hash === given[0] && document.querySelector('h1:not([data-before])')",
        &[json!(address)],
    );
}

/// Keys of texts that stand where their text should.
fn untranslated(window: &Window) -> Vec<String> {
    let keys = window.ask(
        r"document.body.innerText.match(/\[[a-z]+(-[a-z0-9]+)+\]|\b(ui|application|problem|report)-[a-z]+-[a-z-]+/g)",
        &[],
    );
    let keys = keys.as_array().into_iter().flatten();
    keys.map(|key| format!("not translated: {key}")).collect()
}

fn bring_axe(window: &Window) {
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(axe).expect("axe-core is installed with the packages of ui/");
    window.run(&format!("{axe}\nwindow.axe ??= axe; done(true);"), &[]);
}

/// What axe finds wrong.
fn violations(window: &Window) -> Vec<String> {
    let found = window.run(
        "axe.run(document, {resultTypes: ['violations']}).then(
            ({violations}) => done(violations.map(({id, nodes}) =>
                id + ': ' + nodes.slice(0, 3).map(({html, failureSummary}) => html.slice(0, 160) + ' ' + (failureSummary ?? '').slice(0, 200)).join(' | '))),
            error => done([String(error)]));",
        &[],
    );
    let found = found.as_array().into_iter().flatten();
    found
        .filter_map(|one| Some(format!("axe: {}", one.as_str()?)))
        .collect()
}
