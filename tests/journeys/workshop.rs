//! One workshop of five members, as it goes: silent scores handed round, the reveal, the conversation with its clock, the
//! answer with a dissent and a reservation, what follows from it, the advice, the decision and the report. The room's window
//! is open all along and is seen to follow.

use std::path::PathBuf;

use journeys::{Window, Workshop, example_answers};

const DOSSIER: &str = "werkgroep.dossier";
const ORGANISATION: &str = "Voorbeeld Webwinkel B.V.";
const QUESTION: &str = "Heeft u onderzocht of de AI klanten ongelijk behandelt op beschermde kenmerken, direct of indirect? En staat op papier waarom elk verschil mag?";
/// Who sits at the table, their PIN, and what they score.
const TABLE: [(&str, &str, &str, &str); 5] = [
    ("Noor Voorbeeld", "chair", "noor-1", "Deels"),
    ("Ilse Fictief", "secretary", "ilse-2", "Ja"),
    ("Karim Denkbeeld", "facilitator", "karim-3", "Deels"),
    ("Pieter Schijn", "member", "pieter-4", "Nee"),
    ("Sanne Verzonnen", "member", "sanne-5", "Nee"),
];
/// Written with every score: to be read nowhere before the reveal, and never in the room.
const SECRET: &str = "Alleen voor mijzelf geschreven";
/// Written in the minutes, for the facilitator.
const PRIVATE: &str = "Dit verslag is niet voor de zaal";
const TYPED: &str = "Niemand vroeg klanten die moeilijk lezen";
const DISSENT: &str = "Wie niet vraagt, weet niets. Dit is ‘nee’.";
const RESERVATION: &str = "Mits de test in maart doorgaat.";
const FINDING: &str = "Klanten die moeilijk lezen zijn nooit gevraagd.";
const ACTION: &str = "Een taalcafé vragen om te testen.";
const CONDITION: &str = "Eerst getest met een taalcafé.";
const DECISION: &str = "Ik neem het advies over.";

#[test]
fn five_members_go_from_silent_scores_to_a_decision_and_the_room_follows() {
    let Some(workshop) = Workshop::open("workshop") else {
        return;
    };
    gather(&workshop);
    let window = workshop.window();
    begin_the_session(&workshop, &window);
    score_in_silence(&window);
    reveal(&window);
    talk_and_answer(&window);
    differ(&window);
    find_and_plan(&window);
    advise(&window);
    decide(&window);
    let report = make_the_report(&workshop, &window);

    let opinions = workshop.opinions();
    opinions.conforms(&report, 0);
    let text = opinions.text(&report);
    for words in [
        DISSENT,
        RESERVATION,
        FINDING,
        ACTION,
        CONDITION,
        DECISION,
        PRIVATE,
    ] {
        assert!(text.holds(words), "{words}");
    }
}

/// What was done before the day: the committee, the profile, the plan.
fn gather(workshop: &Workshop) {
    workshop.done(&["new", DOSSIER, "--organisation", ORGANISATION]);
    for (name, role, ..) in TABLE {
        workshop.done(&["member", "add", DOSSIER, "--name", name, "--role", role]);
    }
    workshop.done(&["committee", DOSSIER, "--quorum", "2/3"]);
    workshop.done(&["assess", DOSSIER, "--subject", "Vraagbaak"]);
    let before = example_answers().into_iter();
    let before = before.filter(|answer| answer.question() != "EQU-01");
    workshop.record(DOSSIER, before);
    let plan = ["--date", "2026-11-23", "--topic", "EQU-01=20"];
    workshop.done(&[&["session", "plan", DOSSIER][..], &plan].concat());
}

fn begin_the_session(workshop: &Workshop, window: &Window) {
    window
        .assessment(workshop, DOSSIER, (ORGANISATION, "Vraagbaak"))
        .follow("Sessies")
        .page("Sessies")
        .follow("23 november 2026")
        .page("Sessie van 23 november 2026")
        .press("Sessie beginnen")
        .reads("De sessie is begonnen")
        .press("Scherm voor de zaal openen");
    for (name, ..) in TABLE {
        window
            .press(&format!("Is er: {name}"))
            .reads(&format!("Gaat weg: {name}"));
    }
    window.reads("Het quorum is gehaald.");
    window.in_the_room(|room| {
        room.page("Sessie van 23 november 2026").reads(QUESTION);
    });
    window
        .press("Bespreken")
        .reads("nu op tafel")
        .press("Verslag schrijven: Vraag: EQU-01")
        .fill("Wat is er gezegd en afgesproken?", PRIVATE)
        .press("Opslaan")
        .reads(PRIVATE);
    window.in_the_room(|room| {
        room.page(QUESTION).reads("van 20 minuten");
        assert!(!room.text().contains(PRIVATE));
    });
}

fn score_in_silence(window: &Window) {
    window
        .follow("Scoreronde openen")
        .page("Scoreronde openen")
        .choose(QUESTION)
        .choose("Ja, met namen")
        .press("Ronde openen")
        .page("Scoreronde");
    window.in_the_room(|room| {
        room.page("Iedereen scoort nu in stilte").reads(QUESTION);
    });
    window.follow("Laptop doorgeven");
    for (place, (name, _, pin, score)) in TABLE.into_iter().enumerate() {
        window
            .page("Geef uw score")
            .choose(name)
            .fill("Bedenk een pincode", pin)
            .fill("Typ de pincode nog een keer", pin)
            .press("Scores geven")
            .page(QUESTION)
            .choose(score)
            .fill("Waarom?", SECRET)
            .press("Opslaan en klaar")
            .page(&format!("Dank u, {name}"));
        assert!(!window.text().contains(SECRET));
        if place + 1 < TABLE.len() {
            window.press("Ik ben de volgende");
        }
    }
    window
        .reads("Iedereen is klaar.")
        .follow("Terug naar de ronde")
        .page("Scoreronde");
    assert!(!window.text().contains(SECRET));
    window.in_the_room(|room| {
        let text = room.text();
        assert!(
            !text.contains(SECRET) && !text.contains("5 scores"),
            "{text}"
        );
    });
}

fn reveal(window: &Window) {
    for (name, _, pin, _) in TABLE {
        window.fill(&format!("Pincode van {name}"), pin);
    }
    window
        .press("Ronde onthullen")
        .page("Scoreronde: de uitkomst")
        .reads(SECRET);
    window.in_the_room(|room| {
        room.page("Scoreronde: de uitkomst")
            .reads("5 scores.")
            .reads("Pieter Schijn, Sanne Verzonnen")
            .keep_picture("workshop-room-reveal");
        assert!(
            !room.text().contains(SECRET),
            "what was written stays at the table"
        );
    });
    window.keep_picture("workshop-reveal");
}

fn talk_and_answer(window: &Window) {
    window.follow("Naar de vraag en het antwoord van de commissie");
    window.question("EQU-01").choose("Deels");
    // Seen in the room letter by letter, before anything of it is saved.
    window.fill("Overweging", TYPED);
    window.in_the_room(|room| {
        room.page(QUESTION)
            .reads("Deels ✓ gekozen")
            .reads(TYPED)
            .reads("van 20 minuten");
    });
    window.question("EQU-01").is_saved().is_shown();
}

fn differ(window: &Window) {
    let positions = [
        ("Noor Voorbeeld", "Akkoord", "", "Ja, met naam"),
        (
            "Ilse Fictief",
            "Akkoord met voorbehoud",
            RESERVATION,
            "Ja, met naam",
        ),
        (
            "Sanne Verzonnen",
            "Niet akkoord",
            DISSENT,
            "Nee, zonder naam",
        ),
    ];
    for (name, position, reason, named) in positions {
        window
            .press("Standpunt vastleggen")
            .pick("Van wie?", name)
            .choose(position)
            .choose(named);
        if !reason.is_empty() {
            window.fill("Waarom?", reason);
        }
        window
            .press("Opslaan")
            .reads(&format!("{name} – {position}"));
    }
    window.in_the_room(|room| {
        room.reads(DISSENT)
            .reads("Akkoord met voorbehoud Ilse Fictief")
            .keep_picture("workshop-room-positions");
        assert!(!room.text().contains("Sanne"), "who dissents chose no name");
    });
}

fn find_and_plan(window: &Window) {
    window
        .follow("Bevindingen")
        .press("Eigen bevinding vastleggen")
        .fill("Wat is er aan de hand?", FINDING)
        .press("Opslaan")
        .reads(FINDING)
        .follow("Acties")
        .page("Acties")
        .press("Actie plannen")
        .fill("Wat moet er gebeuren?", ACTION)
        .pick("Wie doet het?", "Sanne Verzonnen")
        .press("Opslaan")
        .reads(ACTION);
    // The room stays with the question: these pages are the facilitator's.
    window.in_the_room(|room| {
        room.page(QUESTION);
    });
}

fn advise(window: &Window) {
    window
        .follow("Advies")
        .page("Advies en besluit")
        .follow("Advies vastleggen")
        .page("Advies vastleggen")
        .choose("doorgaan onder voorwaarden")
        .fill("Waarom?", "Er is veel geregeld.")
        .press("Voorwaarde toevoegen")
        .fill("Wat moet er zo zijn?", CONDITION)
        .press("Opslaan")
        .page("Advies en besluit")
        .reads(CONDITION);
}

fn decide(window: &Window) {
    window
        .follow("Besluit vastleggen")
        .page("Besluit vastleggen")
        .fill("Wie besluit?", "Femke Bedacht")
        .choose("doorgaan onder voorwaarden")
        .fill("Waarom?", DECISION)
        .press("Opslaan")
        .page("Advies en besluit")
        .reads(DECISION)
        .keep_picture("workshop-decision");
}

fn make_the_report(workshop: &Workshop, window: &Window) -> PathBuf {
    window
        .follow("Sessies")
        .page("Sessies")
        .follow("23 november 2026")
        .press("Sessie beëindigen")
        .reads("U kunt de sessie later hervatten.")
        .press("Sessie beëindigen")
        .reads("De sessie is afgelopen.");
    let report = workshop.path("rapport.pdf");
    workshop.will_choose("report", &report);
    window
        .follow("Rapport")
        .page("Rapport")
        .press("Plaats kiezen en rapport maken")
        .reads("Het rapport is gemaakt");
    report
}
