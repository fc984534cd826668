//! The room's window: it follows the facilitator's, and may do nothing else.

use journeys::{Answer, Key, Window, Workshop};
use serde_json::json;

const DOSSIER: &str = "zaal.dossier";
const QUESTION: &str = "Staat op papier welk klantprobleem deze AI oplost, voor welke klanten, en waarvoor u de AI niet inzet?";

/// A dossier with a session that is planned, open in the window at the page of that session.
fn session(workshop: &Workshop) -> Window {
    workshop.done(&["new", DOSSIER, "--organisation", "Voorbeeld Webwinkel B.V."]);
    for name in ["Noor Voorbeeld", "Sanne Verzonnen"] {
        workshop.done(&["member", "add", DOSSIER, "--name", name]);
    }
    workshop.done(&["assess", DOSSIER, "--subject", "Vraagbaak"]);
    let plan = ["--date", "2026-11-23", "--topic", "PUR-01=20"];
    workshop.done(&[&["session", "plan", DOSSIER][..], &plan].concat());
    workshop.record(DOSSIER, [Answer::to("INT-01", "private")]);
    let window = workshop.window();
    window
        .assessment(workshop, DOSSIER, ("Voorbeeld Webwinkel B.V.", "Vraagbaak"))
        .follow("Sessies")
        .page("Sessies")
        .follow("23 november 2026")
        .page("Sessie van 23 november 2026");
    window
}

#[test]
fn rooms_window_can_call_nothing_but_its_own_query() {
    let Some(workshop) = Workshop::open("room-permission") else {
        return;
    };
    let window = session(&workshop);
    window.press("Scherm voor de zaal openen");
    let assessment = window.ask("location.hash.split('/')[2]", &[]);
    window.in_the_room(|room| {
        room.page("Sessie van 23 november 2026");
        let call = |command: &str, input: serde_json::Value| {
            room.run(
                "window.__TAURI_INTERNALS__.invoke(given[0], given[1])
                    .then(() => done('done'), refusal => done(String(refusal)));",
                &[json!(command), input],
            )
        };
        assert_eq!(call("room_view", json!({"input": {}})), "done");
        let one = json!({"input": {"assessment": assessment}});
        let blank = json!({"input": {}});
        for (command, input) in [
            ("start_page", &blank),
            ("dossier_page", &blank),
            ("sessions_page", &one),
            ("rounds_page", &one),
            ("report_page", &one),
            ("blank_room", &blank),
            ("close_dossier", &blank),
            ("choose_file", &json!({"purpose": "open_dossier"})),
            ("open_room", &json!({})),
            ("plugin:window|close", &json!({"label": "main"})),
            (
                "plugin:event|emit",
                &json!({"event": "changed", "payload": {}}),
            ),
        ] {
            let refusal = call(command, input.clone());
            let refusal = refusal.as_str().unwrap();
            assert!(refusal.contains("not allowed"), "{command}: {refusal}");
        }
    });
    // The facilitator's own window still may.
    window.follow("Sessies").page("Sessies");
}

#[test]
fn committee_meets_without_a_mouse_and_the_room_follows() {
    let Some(workshop) = Workshop::open("room-keyboard") else {
        return;
    };
    let window = session(&workshop);
    window.keys(&[Key::Alt, Key::Of('p')]);
    window.in_the_room(|room| {
        room.page("Sessie van 23 november 2026");
    });
    window.tab_to("Sessie beginnen");
    window.keys(&[Key::Enter]).reads("De sessie is begonnen.");
    window.tab_to("Is er: Noor");
    window.keys(&[Key::Enter]).reads("Gaat weg: Noor");
    window.tab_to("Bespreken: Staat op papier");
    window.keys(&[Key::Enter]).reads("nu op tafel");
    window.in_the_room(|room| {
        room.page(QUESTION).reads("van 20 minuten");
    });
    window.tab_to("Naar de vraag");
    window.keys(&[Key::Enter]);
    window.question("PUR-01").is_shown();
    window.keys(&[Key::Alt, Key::Of('2')]);
    window.tab_to("Overweging");
    window.write("Het klantprobleem staat er, de doelen ni");
    window.in_the_room(|room| {
        room.reads("de doelen ni").reads("Deels ✓ gekozen");
        room.keep_picture("room-typing");
    });

    // Dark from here, light from there, and the other way round.
    let dark = |room: &Window, yes: bool| {
        room.await_that(
            "the screen is as dark as was asked",
            "(find('heading', 'Staat op papier') === null) === given[0]",
            &[json!(yes)],
        );
    };
    window.keys(&[Key::Alt, Key::Of('b')]);
    window.in_the_room(|room| {
        dark(room, true);
        assert_eq!(room.text(), "");
        room.keys(&[Key::Of('b')]);
        dark(room, false);
        room.keys(&[Key::Of('b')]);
        dark(room, true);
    });
    window.keys(&[Key::Alt, Key::Of('b')]);
    window.in_the_room(|room| dark(room, false));
    window.write("et.").reads("Opgeslagen om");

    // Somebody differs, and the room sees it.
    window.tab_to("Standpunt vastleggen");
    window.keys(&[Key::Enter]);
    assert!(window.focused().starts_with("Van wie?"));
    window.write("Sanne").keys(&[Key::Tab]);
    window
        .keys(&[Key::Space])
        .keys(&[Key::Down])
        .keys(&[Key::Down]);
    window.tab_to("Waarom?");
    window.write("Zonder doelen is het niets.");
    window.tab_to("Opslaan");
    window
        .keys(&[Key::Enter])
        .reads("Sanne Verzonnen – Niet akkoord");
    window.in_the_room(|room| {
        room.reads("de doelen niet.")
            .reads("Niet akkoord Sanne Verzonnen")
            .reads("Zonder doelen is het niets.");
    });
}
