//! A section of the organisation's own is added to the report in the window, refused while it is broken, and removed.

use journeys::Workshop;
use serde_json::json;

use crate::languages::{SIZES, change_size};

const DOSSIER: &str = "voorbeeld.dossier";
const PLACE: &str = "Plaats in het rapport";
const AFTER: &str = "Methode en grenzen: erna";
const ADD: &str = "Sjabloon kiezen en toevoegen";

#[test]
fn a_section_of_ones_own_is_added_and_removed_in_the_window() {
    let Some(workshop) = Workshop::open("own-sections") else {
        return;
    };
    workshop.done(&["example", DOSSIER]);
    workshop.will_choose("open_dossier", &workshop.path(DOSSIER));
    let window = workshop.window();
    window
        .press("Dossier openen")
        .page("Voorbeeld Webwinkel B.V.")
        .follow("Naam, kleur en logo op rapporten")
        .page("Uiterlijk van rapporten")
        .reads("Er zijn geen eigen onderdelen.")
        .press(ADD)
        .reads("Kies waar het onderdeel in het rapport komt.");

    let broken = "<section><h1>Onze toelichting</h1>\n{{ d.nergens }}</section>";
    workshop.will_choose("template", &workshop.file("kapot.html", broken));
    window
        .pick(PLACE, AFTER)
        .press(ADD)
        .reads("Dit sjabloon is niet bruikbaar, regel 2")
        .reads("Er zijn geen eigen onderdelen.");
    window.keep_picture("own-section-refused");

    let whole = "<section><h1>Onze toelichting</h1>\n<p>Zo lazen wij {{ d.results.asked }} vragen.</p></section>";
    workshop.will_choose("template", &workshop.file("toelichting.html", whole));
    window
        .press(ADD)
        .reads("Weghalen")
        .reads_no_more("Dit sjabloon is niet bruikbaar");
    let listed = workshop.json(&["template", "list", DOSSIER, "--json"]);
    assert_eq!(listed[0]["place"], "after-method", "{listed}");
    workshop.done(&["export", DOSSIER, "--as", "md", "--out", "rapport.md"]);
    let report = std::fs::read_to_string(workshop.path("rapport.md")).unwrap();
    assert!(report.contains("Zo lazen wij 80 vragen"), "{report}");

    for (language, sizes) in SIZES {
        if language == "en" {
            window.press("English").reads("Method and limits: after it");
        }
        for (size, name) in sizes.into_iter().zip(["100", "200"]) {
            change_size(&window, size);
            let into_sight = "document.querySelector('#style-sections').scrollIntoView()";
            window.ask(into_sight, &[json!(null)]);
            window.keep_picture(&format!("own-sections-{language}-{name}"));
        }
        change_size(&window, sizes[0]);
    }
    window
        .press("Remove: Method and limits: after it")
        .reads("There are no custom sections.");
}
