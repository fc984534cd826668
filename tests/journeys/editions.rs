//! Every edition in both languages keeps to the standards, unsigned and with each signature, and what
//! the public one leaves out can be made known and proven later.

use std::fs;

use journeys::Workshop;
use serde_json::{Value, json};

const SIGNERS: [&str; 3] = ["Noor Voorbeeld", "Pieter Schijn", "Karim Denkbeeld"];
const DOSSIER: &str = "voorbeeld.dossier";

fn report(workshop: &Workshop, edition: &str, language: &str, rules: &[&str]) -> String {
    let pdf = format!("{edition}-{language}.pdf");
    let mut words = vec!["report", DOSSIER, "--out", &pdf];
    words.extend(["--edition", edition, "--language", language]);
    words.extend(SIGNERS.iter().flat_map(|name| ["--signer", name]));
    words.extend(rules);
    workshop.done(&words);
    pdf
}

#[test]
fn every_edition_in_both_languages_conforms_unsigned_signed_once_and_signed_thrice() {
    let Some(workshop) = Workshop::open("editions") else {
        return;
    };
    workshop.done(&["example", DOSSIER]);
    let keys: Vec<(String, _)> = SIGNERS.iter().map(|name| workshop.identity(name)).collect();
    // The full edition makes this journey in `command_line`.
    for edition in ["public", "summary"] {
        for language in ["nl", "en"] {
            let mut pdf = report(&workshop, edition, language, &[]);
            workshop.opinions().conforms(&workshop.path(&pdf), 0);
            for (number, (name, (key, _))) in SIGNERS.iter().zip(&keys).enumerate() {
                let signed = format!("{edition}-{language}-{number}.pdf");
                let sign = ["sign", &pdf, "--identity", key, "--name", name];
                let to = ["--out", &signed, "--passphrase-file", "wachtwoordzin"];
                workshop.done(&[sign.as_slice(), &to].concat());
                pdf = signed;
                if number != 1 {
                    workshop
                        .opinions()
                        .conforms(&workshop.path(&pdf), number + 1);
                }
            }
            let certificates: Vec<_> = keys.iter().map(|(_, pem)| pem.clone()).collect();
            workshop
                .opinions()
                .signed_by(&workshop.path(&pdf), &certificates);
        }
    }
}

#[test]
fn every_edition_with_a_logo_conforms_and_is_intact_once_signed() {
    let Some(workshop) = Workshop::open("logo") else {
        return;
    };
    workshop.done(&["example", DOSSIER]);
    let (key, certificate) = workshop.identity(SIGNERS[0]);
    let letters = "<path fill='#154a6d' d='M0 0L6 20H10L16 0H12L8 14 4 0Z'/><circle cx='30' cy='10' r='8' fill='none' stroke='#e39a1f' stroke-width='4'/>";
    let svg =
        format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'>{letters}</svg>");
    workshop.file("logo.svg", svg);
    let picture = fs::read(workshop.desktop_icon()).unwrap();
    workshop.file("logo.png", picture);
    for logo in ["logo.svg", "logo.png"] {
        let chosen = [
            "style",
            DOSSIER,
            "--logo",
            logo,
            "--name",
            "Voorbeeldwinkel",
        ];
        workshop.done(&chosen);
        for edition in ["full", "public", "summary"] {
            let pdf = report(&workshop, edition, "nl", &[]);
            workshop.opinions().conforms(&workshop.path(&pdf), 0);
            let signed = format!("signed-{edition}.pdf");
            let sign = ["sign", &pdf, "--identity", &key, "--name", SIGNERS[0]];
            let to = ["--out", &signed, "--passphrase-file", "wachtwoordzin"];
            workshop.done(&[sign.as_slice(), &to].concat());
            workshop.opinions().conforms(&workshop.path(&signed), 1);
            let trust = certificate.to_str().unwrap();
            let verified = workshop.run(&["verify", &signed, "--trust", trust, "--json"]);
            let verified: Value = serde_json::from_slice(&verified.stdout).unwrap();
            assert_eq!(verified["verdict"], "intact", "{verified}");
            assert_eq!(verified["data"], "equal");
        }
    }
}

#[test]
fn what_the_public_edition_leaves_out_is_proven_later_and_a_changed_word_is_not() {
    let Some(workshop) = Workshop::open("disclosure") else {
        return;
    };
    workshop.done(&["example", DOSSIER]);
    let (key, certificate) = workshop.identity(SIGNERS[0]);
    let full = report(&workshop, "full", "nl", &[]);
    let only = [
        "report",
        DOSSIER,
        "--out",
        "public.pdf",
        "--edition",
        "public",
    ];
    let rules = ["--signer", SIGNERS[0], "--redact", "names,question:HUM-01"];
    workshop.done(&[&only[..], &rules].concat());
    let sign = [
        "sign",
        "public.pdf",
        "--identity",
        &key,
        "--name",
        SIGNERS[0],
    ];
    let to = ["--out", "signed.pdf", "--passphrase-file", "wachtwoordzin"];
    workshop.done(&[&sign[..], &to].concat());

    let disclose = [
        "disclose",
        &full,
        "--question",
        "HUM-01",
        "--out",
        "hum.json",
    ];
    workshop.done(&disclose);
    let trust = certificate.to_str().unwrap();
    let verify = |disclosure: &str| {
        let words = ["verify", "signed.pdf", "--trust", trust, "--disclosure"];
        workshop.run(&[&words[..], &[disclosure, "--json"]].concat())
    };
    let found = verify("hum.json");
    assert_eq!(found.status.code(), Some(0), "{found:?}");
    let found: Value = serde_json::from_slice(&found.stdout).unwrap();
    assert_eq!(found["verdict"], "intact");
    assert_eq!(found["disclosure"]["original"], true);
    let question = found["disclosure"]["question"].as_str().unwrap();
    assert!(question.starts_with("HUM-01 "), "{question}");

    let mut changed: Value =
        serde_json::from_slice(&fs::read(workshop.path("hum.json")).unwrap()).unwrap();
    changed["value"]["standing"] = json!("full");
    changed["value"]["answers"][0]["label"] = json!("Nee");
    workshop.file("changed.json", changed.to_string());
    assert_eq!(verify("changed.json").status.code(), Some(1));
    workshop.file("nothing.json", "{}");
    assert_eq!(verify("nothing.json").status.code(), Some(1));
    // Who does not have it cannot make it known.
    let twice = [
        "disclose",
        "signed.pdf",
        "--question",
        "HUM-01",
        "--out",
        "x.json",
    ];
    assert_eq!(workshop.run(&twice).status.code(), Some(1));

    // A name by itself, and by a program that knows nothing of dossiers.
    let name = [
        "disclose",
        &full,
        "--field",
        "/members/0/name",
        "--out",
        "name.json",
    ];
    workshop.done(&name);
    let said = workshop.run(&[
        "verify",
        "signed.pdf",
        "--trust",
        trust,
        "--disclosure",
        "name.json",
    ]);
    let said = String::from_utf8(said.stdout).unwrap();
    assert!(
        said.contains("/members/0/name") && said.contains(SIGNERS[0]),
        "{said}"
    );
}
