//! Two programs and one dossier: the second is told who has it, and waits its turn.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::Stdio;

use journeys::{Answer, Workshop};

#[test]
fn second_program_is_told_who_has_the_dossier() {
    let Some(workshop) = Workshop::open("sharing") else {
        return;
    };
    let dossier = "gedeeld.dossier";
    workshop.done(&["new", dossier, "--organisation", "Voorbeeld Webwinkel B.V."]);
    workshop.done(&["assess", dossier, "--subject", "Vraagbaak"]);
    let window = workshop.window();
    let open = || {
        workshop.will_choose("open_dossier", &workshop.path(dossier));
        window.press("Dossier openen");
    };

    // The window has it: the command line may not.
    open();
    window.page("Voorbeeld Webwinkel B.V.");
    let refused = workshop.run(&["answer", dossier, "INT-01", "private"]);
    assert_eq!(refused.status.code(), Some(4), "{refused:?}");
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("gedeeld.dossier is in gebruik"), "{said}");

    // The command line has it: the window may only look.
    window
        .press("Dossier sluiten")
        .page("Is uw AI in klantcontact verantwoord?");
    let mut answering = workshop
        .command(&["answer", dossier, "--stdin"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = answering.stdin.take().unwrap();
    lines
        .write_all(Answer::to("INT-01", "private").line().as_bytes())
        .unwrap();
    let mut acknowledged = String::new();
    BufReader::new(answering.stdout.as_mut().unwrap())
        .read_line(&mut acknowledged)
        .unwrap();
    assert!(acknowledged.starts_with("ACK "), "{acknowledged}");
    open();
    window
        .reads("Dit ging niet")
        .press("Alleen bekijken")
        .page("Voorbeeld Webwinkel B.V.")
        .reads("U kunt er nu niets in wijzigen.");

    // Nobody has it any more.
    drop(lines);
    assert!(answering.wait().unwrap().success());
    window
        .press("Dossier sluiten")
        .page("Is uw AI in klantcontact verantwoord?");
    workshop.done(&["answer", dossier, "INT-02", "inhouse"]);
}
