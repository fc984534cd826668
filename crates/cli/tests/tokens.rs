//! Signing with a key on a card, with a token in software in its place; and which key files are refused.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

#[path = "../../token/tests/in_software/mod.rs"]
mod in_software;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use in_software::{InSoftware, P256, P384, PIN, RSA, SHORT_RSA};
use serde_json::Value as Json;

const NAME: &str = "Noor Voorbeeld";

struct Desk {
    folder: tempfile::TempDir,
    tokens: InSoftware,
}

impl Desk {
    /// A report that awaits Noor, and a place for tokens.
    fn found() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let tokens = InSoftware::found(folder.path())?;
        let desk = Self { folder, tokens };
        fs::write(desk.path("pincode"), format!("{PIN}\n")).unwrap();
        desk.done(&["example", "voorbeeld.dossier"]);
        let report = ["report", "voorbeeld.dossier", "--out", "rapport.pdf"];
        desk.done(&[&report[..], &["--signer", NAME]].concat());
        Some(desk)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn library(&self) -> String {
        self.tokens.library.display().to_string()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_verantwoord"))
            .args(arguments)
            .current_dir(self.folder.path())
            .env("VERANTWOORD_BACKUPS", self.path("reserve"))
            .env("SOFTHSM2_CONF", self.tokens.settings())
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }

    #[track_caller]
    fn done(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{arguments:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// What a refusal says, in a language; nothing is written.
    #[track_caller]
    fn refused(&self, language: &str, arguments: &[&str]) -> String {
        let output = self.run(&[arguments, &["--language", language]].concat());
        assert!(!output.status.success(), "{arguments:?}");
        assert!(!self.path("ondertekend.pdf").exists());
        String::from_utf8(output.stderr).unwrap()
    }

    /// The arguments that sign with the card, and more of them.
    fn signing<'a>(&self, library: &'a str, more: &[&'a str]) -> Vec<&'a str> {
        let sign = [
            "sign",
            "rapport.pdf",
            "--token-module",
            library,
            "--pin-file",
            "pincode",
            "--name",
            NAME,
            "--out",
            "ondertekend.pdf",
        ];
        [&sign[..], more].concat()
    }
}

#[test]
fn a_report_is_signed_with_a_key_on_a_card_of_each_kind() {
    let Some(desk) = Desk::found() else {
        return;
    };
    let tokens = &desk.tokens;
    tokens.token("Personeelskaart");
    tokens.certificate("issuer", "Voorbeeld Uitgever", P256, None);
    for (file, kind, id) in [
        ("p256", P256, "01"),
        ("p384", P384, "02"),
        ("rsa", RSA, "03"),
    ] {
        tokens.certificate(file, NAME, kind, Some("issuer"));
        tokens.put("Personeelskaart", file, id);
    }
    tokens.put_certificate("Personeelskaart", "issuer", "09");
    let root = tokens.path("issuer.pem").display().to_string();
    let library = desk.library();
    let listed: Json =
        serde_json::from_str(&desk.done(&["identity", "token", "--module", &library, "--json"]))
            .unwrap();
    let listed = listed.as_array().unwrap();
    assert_eq!(listed.len(), 3);
    for (label, kind) in [("p256", "P-256"), ("p384", "P-384"), ("rsa", "RSA 3072")] {
        let one = listed.iter().find(|one| one["label"] == label).unwrap();
        assert_eq!(one["kind"], kind);
        assert_eq!(one["issuer"], "Voorbeeld Uitgever");
        assert_eq!(one["token"], "Personeelskaart");
        assert_eq!(one["refused"], Json::Null);
        // By what the token calls it, and by the beginning of its fingerprint.
        let fingerprint = one["fingerprint"].as_str().unwrap();
        for chosen in [label, &fingerprint[..8]] {
            desk.done(&desk.signing(&library, &["--token-certificate", chosen]));
            let verify = ["verify", "ondertekend.pdf", "--json", "--trust", &root];
            let verified: Json = serde_json::from_str(&desk.done(&verify)).unwrap();
            assert_eq!(verified["verdict"], "intact", "{verified}");
            assert_eq!(verified["signatures"][0]["fingerprint"], fingerprint);
            fs::remove_file(desk.path("ondertekend.pdf")).unwrap();
        }
    }
    let text = desk.done(&["identity", "token", "--module", &library]);
    assert!(
        text.contains("uitgegeven door Voorbeeld Uitgever"),
        "{text}"
    );
    assert!(text.contains("vertrouwenslijsten"), "{text}");

    // Three that can sign: it has to be said which.
    let unclear = desk.refused("nl", &desk.signing(&library, &[]));
    assert!(
        unclear.contains("niet duidelijk welk certificaat"),
        "{unclear}"
    );
    assert_eq!(unclear.matches(NAME).count(), 3, "{unclear}");
    let other = desk.signing(&library, &["--token-certificate", "deadbeef"]);
    let unknown = desk.refused("en", &other);
    assert!(unknown.contains("no certificate ‘deadbeef’"), "{unknown}");
}

#[test]
fn what_stands_in_the_way_of_a_card_is_told_in_both_languages() {
    let Some(desk) = Desk::found() else {
        return;
    };
    let library = desk.library();
    let told = |arguments: &[&str], dutch: &str, english: &str| {
        let nl = desk.refused("nl", arguments);
        assert!(nl.contains(dutch), "{nl}");
        let en = desk.refused("en", arguments);
        assert!(en.contains(english), "{en}");
    };
    let look = |library| ["identity", "token", "--module", library];
    told(
        &look("niets.so"),
        "niets.so bestaat niet",
        "niets.so does not exist",
    );
    told(
        &look("rapport.pdf"),
        "rapport.pdf is geen bibliotheek voor kaarten",
        "rapport.pdf is not a library for cards",
    );
    told(
        &look(&library),
        "Er zit geen kaart in de lezer",
        "There is no card in the reader",
    );
    desk.tokens.token("Kaart");
    told(
        &look(&library),
        "Op de kaart staat geen certificaat",
        "There is no certificate on the card",
    );
    let sign = desk.signing(&library, &[]);
    desk.tokens.certificate("noor", NAME, P256, None);
    desk.tokens.put_certificate("Kaart", "noor", "01");
    told(
        &sign,
        "De sleutel van Noor Voorbeeld staat niet op deze kaart",
        "The key of Noor Voorbeeld is not on this card",
    );
    desk.tokens.put("Kaart", "noor", "01");
    fs::write(desk.path("pincode"), "0000\n").unwrap();
    told(&sign, "De pincode is niet goed", "The PIN is not right");
    told(
        &sign,
        "nog maar weinig pogingen",
        "Only a few tries are left",
    );
    fs::write(desk.path("pincode"), "\n").unwrap();
    told(&sign, "De pincode ontbreekt", "There is no PIN");
    // Nobody was asked for a PIN in vain: what else is wrong with the report comes first.
    let other = [&sign[..6], &["--name", "Iemand Anders", "--out", "x.pdf"]].concat();
    told(&other, "Iemand Anders", "Iemand Anders");
    fs::write(desk.path("pincode"), format!("{PIN}\n")).unwrap();
    desk.done(&sign);
}

#[test]
fn weak_expired_and_future_certificates_are_explained_on_a_card_and_in_a_file() {
    let Some(desk) = Desk::found() else {
        return;
    };
    let tokens = &desk.tokens;
    tokens.token("Kaart");
    let always = ("20250101000000Z", "20490101000000Z");
    let cases = [
        (
            "kort",
            SHORT_RSA,
            always,
            "De RSA-sleutel heeft 2048 bits",
            "The RSA key has 2048 bits",
        ),
        (
            "verlopen",
            RSA,
            ("20200101000000Z", "20210615000000Z"),
            "was geldig tot en met 15 juni 2021 en is verlopen",
            "was valid up to and including 15 June 2021 and has expired",
        ),
        (
            "later",
            P256,
            ("20480301000000Z", "20490101000000Z"),
            "is geldig vanaf 1 maart 2048, en dus nog niet",
            "is valid from 1 March 2048 on, and so not yet",
        ),
    ];
    for (place, (file, kind, valid, dutch, english)) in cases.into_iter().enumerate() {
        tokens.certificate_valid(file, NAME, kind, None, valid);
        tokens.put("Kaart", file, &format!("0{}", place + 1));
        let library = desk.library();
        let listed = desk.done(&["identity", "token", "--module", &library]);
        assert!(listed.contains(dutch), "{listed}");
        let sign = desk.signing(&library, &["--token-certificate", file]);
        let export = Command::new("openssl")
            .args(["pkcs12", "-export", "-passout", "pass:geheim"])
            .args([
                "-inkey",
                &format!("{file}.key"),
                "-in",
                &format!("{file}.pem"),
            ])
            .args(["-out", "../sleutel.p12"])
            .current_dir(tokens.path(""))
            .output()
            .unwrap();
        assert!(export.status.success(), "{export:?}");
        fs::write(desk.path("zin"), "geheim\n").unwrap();
        let with_file = [
            "sign",
            "rapport.pdf",
            "--identity",
            "sleutel.p12",
            "--passphrase-file",
            "zin",
            "--name",
            NAME,
            "--out",
            "ondertekend.pdf",
        ];
        for arguments in [&sign[..], &with_file] {
            let nl = desk.refused("nl", arguments);
            assert!(nl.contains(dutch), "{nl}");
            let en = desk.refused("en", arguments);
            assert!(en.contains(english), "{en}");
        }
    }
}

#[test]
fn a_key_is_in_a_file_or_on_a_card_and_not_both() {
    let Some(desk) = Desk::found() else {
        return;
    };
    let library = desk.library();
    let both = desk.signing(&library, &["--identity", "noor.p12"]);
    assert_eq!(desk.run(&both).status.code(), Some(2));
    let neither = ["sign", "rapport.pdf", "--name", NAME, "--out", "x.pdf"];
    assert_eq!(desk.run(&neither).status.code(), Some(2));
}
