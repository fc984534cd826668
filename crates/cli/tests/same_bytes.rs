//! The same dossier gives the same bytes, wherever and under whatever settings of the system the program runs.

#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::process::Command;

fn run(folder: &Path, zone: &str, locale: &str, arguments: &[&str]) {
    let output = Command::new(env!("CARGO_BIN_EXE_verantwoord"))
        .current_dir(folder)
        .env("TZ", zone)
        .env("LANG", locale)
        .env("LC_ALL", locale)
        .args(arguments)
        .output()
        .expect("the program runs");
    assert!(
        output.status.success(),
        "{arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn folder_time_zone_and_locale_change_no_byte() {
    let here = tempfile::tempdir().expect("a folder");
    let there = tempfile::tempdir().expect("another folder");
    let elsewhere = there.path().join("een map met spaties en é");
    std::fs::create_dir(&elsewhere).expect("a folder inside it");
    run(here.path(), "UTC", "C", &["example", "voorbeeld.dossier"]);
    std::fs::copy(
        here.path().join("voorbeeld.dossier"),
        elsewhere.join("Kopie.dossier"),
    )
    .expect("a copy");
    let made: [&[&str]; 7] = [
        &["report"],
        &["report", "--language", "en"],
        &[
            "report",
            "--edition",
            "public",
            "--redact",
            "names,considerations",
        ],
        &["report", "--edition", "summary"],
        &["export", "--as", "html"],
        &["export", "--as", "docx"],
        &["export", "--as", "xlsx"],
    ];
    for arguments in made {
        let written = |folder: &Path, dossier: &str, zone: &str, locale: &str| {
            let (command, options) = arguments.split_first().expect("a command");
            let mut all = vec![*command, dossier, "--out", "uit"];
            all.extend(options);
            run(folder, zone, locale, &all);
            std::fs::read(folder.join("uit")).expect("it was written")
        };
        let one = written(here.path(), "voorbeeld.dossier", "UTC", "C");
        let other = written(&elsewhere, "Kopie.dossier", "Asia/Kathmandu", "tr_TR.UTF-8");
        assert!(one == other, "{arguments:?}");
    }
}
