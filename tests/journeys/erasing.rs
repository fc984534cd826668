//! Somebody's words are erased in the window: from the dossier and from its backups, also where one is in use at first.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use journeys::{Workshop, until};
use serde_json::json;

use crate::languages::{SIZES, change_size};

const DOSSIER: &str = "voorbeeld.dossier";
const NAME: &str = "Karim Denkbeeld";
/// Of him, in the example.
const WORDS: &str = "Karim koos de leverancier mee uit";

#[test]
fn a_backup_that_is_in_use_is_named_and_erased_from_later() {
    let Some(workshop) = Workshop::open("erasing") else {
        return;
    };
    workshop.done(&["example", DOSSIER]);
    let dossier = workshop.path(DOSSIER);
    workshop.will_choose("open_dossier", &dossier);
    let window = workshop.window();
    window
        .press("Dossier openen")
        .page("Voorbeeld Webwinkel B.V.")
        .follow("Bewaren")
        .page("Bewaren");
    let backup = until("there is a backup", || backup(&workshop.path("home")));
    assert!(holds(&dossier, WORDS) && holds(&backup, WORDS));

    let in_use = in_use(&backup);
    window
        .follow("Woorden van iemand wissen")
        .page("Woorden wissen")
        .follow(NAME)
        .reads("Wat er verder gebeurt")
        .fill("Waarom wordt dit gewist?", "Verzoek van de betrokkene.")
        .press("Wissen…")
        .press("Ja, wis deze woorden voorgoed")
        .reads("Er is nog iets over.")
        .reads("kan de tekst nog bevatten");
    window.keep_picture("erased-not-everywhere");
    assert!(!holds(&dossier, WORDS) && holds(&backup, WORDS));

    drop(in_use);
    window
        .follow("Terug naar Bewaren")
        .page("Bewaren")
        .press("Wissen afmaken")
        .reads("Eén reservekopie is herschreven zonder deze tekst.");
    assert!(!holds(&backup, WORDS));
    for ((language, sizes), button) in SIZES.into_iter().zip(["Wissen afmaken", "Finish erasing"]) {
        if language == "en" {
            window
                .press("English")
                .page("Safekeeping")
                .reads("This dossier is not encrypted");
        }
        for (size, name) in sizes.into_iter().zip(["100", "200"]) {
            change_size(&window, size);
            let into_sight = "find('button', given[0]).scrollIntoView({ block: 'center' })";
            window.ask(into_sight, &[json!(button)]);
            window.keep_picture(&format!("erased-everywhere-{language}-{name}"));
        }
        change_size(&window, sizes[0]);
    }
}

fn holds(file: &Path, words: &str) -> bool {
    let bytes = fs::read(file).unwrap();
    bytes.windows(words.len()).any(|it| it == words.as_bytes())
}

/// The backup below a folder; opening a dossier makes one for the day.
fn backup(folder: &Path) -> Option<PathBuf> {
    let mut open = vec![folder.to_owned()];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|it| it == "dossier") {
                found.push(path);
            }
        }
    }
    assert!(found.len() < 2, "{found:?}");
    found.pop()
}

/// Holds a dossier as a program does that has it open.
fn in_use(dossier: &Path) -> File {
    let name = dossier.file_name().unwrap().to_str().unwrap();
    let lock = File::create(dossier.with_file_name(format!(".{name}.lock"))).unwrap();
    lock.try_lock().unwrap();
    lock
}
