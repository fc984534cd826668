//! The plug is pulled: what the program called saved is there when it comes back.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::Stdio;
use std::thread;

use journeys::{Workshop, example_answers, instrument_label};
use serde_json::Value as Json;

const DOSSIER: &str = "stekker.dossier";
const WORDS: &str = "Dit stond er nét op tijd: € 5.";

fn with_assessment(journey: &'static str) -> Option<Workshop> {
    let workshop = Workshop::open(journey)?;
    workshop.done(&["new", DOSSIER, "--organisation", "Voorbeeld Webwinkel B.V."]);
    workshop.done(&["assess", DOSSIER, "--subject", "Vraagbaak"]);
    Some(workshop)
}

#[test]
fn answer_that_the_window_called_saved_survives_a_kill() {
    let Some(workshop) = with_assessment("interruption") else {
        return;
    };
    let window = workshop.window();
    let names = ("Voorbeeld Webwinkel B.V.", "Vraagbaak");
    window
        .assessment(&workshop, DOSSIER, names)
        .follow("Beginnen met de eerste vraag");
    let label = instrument_label("INT-01", "private");
    window
        .question("INT-01")
        .because(WORDS)
        .choose(&label)
        .is_saved();
    window.kill();

    assert_eq!(workshop.run(&["check", DOSSIER]).status.code(), Some(0));
    let window = workshop.window();
    window
        .assessment(&workshop, DOSSIER, names)
        .follow("Profiel van de toepassing")
        .follow("Vorige vraag");
    window.question("INT-01").is_shown();
    assert_eq!(window.value("Overweging"), WORDS);
    window.reads(&label);
}

#[test]
fn every_acknowledged_answer_survives_a_kill() {
    let Some(workshop) = with_assessment("interruption-command-line") else {
        return;
    };
    let mut child = workshop
        .command(&["answer", DOSSIER, "--stdin"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = child.stdin.take().unwrap();
    let answers = example_answers();
    let asked: Vec<String> = answers
        .iter()
        .map(|answer| answer.question().to_owned())
        .collect();
    // Ends by itself when the pipe breaks.
    let writer = thread::spawn(move || {
        answers
            .iter()
            .try_for_each(|answer| lines.write_all(answer.line().as_bytes()))
    });
    let mut acknowledged = BufReader::new(child.stdout.take().unwrap())
        .lines()
        .map_while(Result::ok)
        .filter(|line| line.starts_with("ACK "));
    let before = acknowledged.by_ref().take(25).count();
    child.kill().unwrap();
    child.wait().unwrap();
    let certain = before + acknowledged.count();
    let _ = writer.join().unwrap();
    assert!(certain >= 25);

    assert_eq!(workshop.run(&["check", DOSSIER]).status.code(), Some(0));
    let questions = workshop.json(&["questions", DOSSIER, "--json"]);
    let answered = |id: &String| {
        let question = |question: &&Json| question["id"] == id.as_str();
        let question = questions.as_array().unwrap().iter().find(question);
        // A question that is not asked because its condition was not answered in time cannot be listed.
        question.is_none_or(|question| question["answered"] == true)
    };
    let lost: Vec<_> = asked[..certain].iter().filter(|id| !answered(id)).collect();
    assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
}
