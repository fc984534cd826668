//! What a token in software holds, and signing with it.
//!
//! A library is loaded once in a process and finds its settings in the environment. So each test runs once more as a process of its
//! own, with a token of its own.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod in_software;

use std::path::PathBuf;
use std::process::Command;

use in_software::{InSoftware, P256, P384, PIN, RSA, SHORT_RSA};
use signature::{Certificate, KeyFault, Signer};
use token::{Library, OnToken, TokenFault, Tries};

const HERE: &str = "TOKEN_TEST_FOLDER";

/// The place of this process, or nothing in the process that starts it and looks at how it ended.
#[track_caller]
fn place(test: &str, prepare: fn(&InSoftware)) -> Option<InSoftware> {
    if let Some(folder) = std::env::var_os(HERE) {
        return InSoftware::found(&PathBuf::from(folder));
    }
    let folder = tempfile::tempdir().unwrap();
    let tokens = InSoftware::found(folder.path())?;
    prepare(&tokens);
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(HERE, folder.path())
        .env("SOFTHSM2_CONF", tokens.settings())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success() && said.contains("1 passed"),
        "{output:?}"
    );
    None
}

fn load(tokens: &InSoftware) -> Library {
    Library::load(&tokens.library).unwrap()
}

fn found(library: &Library, label: &str) -> OnToken {
    let mut all = library.certificates().unwrap();
    let place = all.iter().position(|one| one.label == label);
    all.remove(place.expect("it is there"))
}

/// Signs, and lets openssl say whether the certificate's key did.
fn assert_signs(tokens: &InSoftware, label: &str, hash: &str, padding: &[&str]) {
    let library = load(tokens);
    let one = found(&library, label);
    let signer = library.unlock(one, Some(PIN)).unwrap();
    let signature = signer.sign(b"iets").unwrap();
    std::fs::write(tokens.path("m.bin"), b"iets").unwrap();
    std::fs::write(tokens.path("s.bin"), signature).unwrap();
    std::fs::write(tokens.path("c.pem"), signer.certificate().pem()).unwrap();
    let run = |arguments: &[&str]| {
        let output = Command::new("openssl")
            .args(arguments)
            .current_dir(tokens.path(""))
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
    };
    run(&["x509", "-in", "c.pem", "-noout", "-pubkey", "-out", "p.pem"]);
    let verify = ["dgst", hash, "-verify", "p.pem", "-signature", "s.bin"];
    run(&[&verify, padding, &["m.bin"]].concat());
}

#[test]
fn keys_on_both_curves_and_of_rsa_sign() {
    let Some(tokens) = place("keys_on_both_curves_and_of_rsa_sign", |tokens| {
        tokens.token("Kaart");
        for (file, kind, id) in [
            ("p256", P256, "01"),
            ("p384", P384, "02"),
            ("rsa", RSA, "03"),
        ] {
            tokens.certificate(file, "Noor Voorbeeld", kind, None);
            tokens.put("Kaart", file, id);
        }
    }) else {
        return;
    };
    assert_signs(&tokens, "p256", "-sha256", &[]);
    assert_signs(&tokens, "p384", "-sha384", &[]);
    let pss = [
        "-sigopt",
        "rsa_padding_mode:pss",
        "-sigopt",
        "rsa_pss_saltlen:32",
    ];
    assert_signs(&tokens, "rsa", "-sha256", &pss);
}

#[test]
fn a_key_that_wants_the_pin_each_time_gets_it() {
    let Some(tokens) = place("a_key_that_wants_the_pin_each_time_gets_it", |tokens| {
        tokens.token("Kaart");
        tokens.certificate("rsa", "Noor Voorbeeld", RSA, None);
        tokens.put_with_pin_each_time("Kaart", "rsa", "01");
        tokens.certificate("p256", "Noor Voorbeeld", P256, None);
        tokens.put_with_pin_each_time("Kaart", "p256", "02");
    }) else {
        return;
    };
    let pss = [
        "-sigopt",
        "rsa_padding_mode:pss",
        "-sigopt",
        "rsa_pss_saltlen:32",
    ];
    assert_signs(&tokens, "rsa", "-sha256", &pss);
    // SoftHSM makes such signatures in one step only, between which there is no room for a PIN.
    let library = load(&tokens);
    let one = found(&library, "p256");
    let signer = library.unlock(one, Some(PIN)).unwrap();
    assert!(matches!(signer.sign(b"iets"), Err(KeyFault::CannotSign(_))));
}

#[test]
fn what_is_on_a_token_is_seen_without_a_pin_and_issuers_go_along() {
    let Some(tokens) = place(
        "what_is_on_a_token_is_seen_without_a_pin_and_issuers_go_along",
        |tokens| {
            tokens.token("Kaart van Noor");
            tokens.certificate("issuer", "Voorbeeld Uitgever", P256, None);
            tokens.certificate(
                "issuer-below",
                "Voorbeeld Onderuitgever",
                RSA,
                Some("issuer"),
            );
            tokens.certificate("noor", "Noor Voorbeeld", RSA, Some("issuer-below"));
            tokens.put("Kaart van Noor", "noor", "01");
            tokens.put_certificate("Kaart van Noor", "issuer", "02");
            tokens.put_certificate("Kaart van Noor", "issuer-below", "03");
            tokens.token("Andere kaart");
            tokens.certificate("oud", "Idris Bakker", SHORT_RSA, None);
            tokens.put_certificate("Andere kaart", "oud", "01");
        },
    ) else {
        return;
    };
    let library = load(&tokens);
    let mut all = library.certificates().unwrap();
    all.sort_by(|one, other| other.token.cmp(&one.token));
    let [noor, idris] = all.as_slice() else {
        panic!("{all:?}")
    };
    let shown = |one: &OnToken| (one.token.clone(), one.label.clone(), one.certificate.name());
    let name = |name: &str| Some(name.to_owned());
    assert_eq!(
        shown(noor),
        (
            "Kaart van Noor".to_owned(),
            "noor".to_owned(),
            name("Noor Voorbeeld")
        )
    );
    assert_eq!(noor.certificate.kind_of_key(), "RSA 3072");
    assert_eq!((noor.pin_on_reader, noor.tries), (false, Tries::Unsaid));
    assert_eq!(shown(idris).2, name("Idris Bakker"));
    assert_eq!(
        idris.certificate.scheme().unwrap_err(),
        signature::KeyRefused::RsaTooShort { bits: 2048 }
    );

    let noor = found(&library, "noor");
    let signer = library.unlock(noor, Some(PIN)).unwrap();
    let issuers: Vec<_> = signer.issuers().iter().map(Certificate::name).collect();
    assert_eq!(
        issuers,
        [name("Voorbeeld Onderuitgever"), name("Voorbeeld Uitgever")]
    );
}

#[test]
fn a_wrong_pin_is_told_and_tells_how_many_tries_are_left() {
    let Some(tokens) = place(
        "a_wrong_pin_is_told_and_tells_how_many_tries_are_left",
        |tokens| {
            tokens.token("Kaart");
            tokens.certificate("noor", "Noor Voorbeeld", P256, None);
            tokens.put("Kaart", "noor", "01");
        },
    ) else {
        return;
    };
    for wrong in ["471101", "1", &"9".repeat(500)] {
        let library = load(&tokens);
        let one = found(&library, "noor");
        let refused = library.unlock(one, Some(wrong)).unwrap_err();
        assert_eq!(refused, TokenFault::PinWrong(Tries::Few), "{wrong}");
    }
    let library = load(&tokens);
    let one = found(&library, "noor");
    assert_eq!(one.tries, Tries::Few);
    assert!(library.unlock(one, Some(PIN)).is_ok());
}

#[test]
fn a_card_without_the_key_is_told_from_one_without_a_certificate_and_from_none() {
    let Some(tokens) = place(
        "a_card_without_the_key_is_told_from_one_without_a_certificate_and_from_none",
        |tokens| {
            tokens.token("Kaart");
            tokens.certificate("noor", "Noor Voorbeeld", P256, None);
            tokens.put_certificate("Kaart", "noor", "01");
        },
    ) else {
        return;
    };
    let library = load(&tokens);
    let one = found(&library, "noor");
    assert_eq!(
        library.unlock(one, Some(PIN)).unwrap_err(),
        TokenFault::NoKey
    );
    tokens.take_out();
    assert_eq!(
        load(&tokens).certificates().unwrap_err(),
        TokenFault::NoToken
    );
    tokens.token("Leeg");
    assert_eq!(
        load(&tokens).certificates().unwrap_err(),
        TokenFault::NoCertificate
    );
}

#[test]
fn a_card_that_is_taken_out_is_gone() {
    let Some(tokens) = place("a_card_that_is_taken_out_is_gone", |tokens| {
        tokens.token("Kaart");
        tokens.certificate("noor", "Noor Voorbeeld", P256, None);
        tokens.put("Kaart", "noor", "01");
    }) else {
        return;
    };
    let library = load(&tokens);
    let one = found(&library, "noor");
    let signer = library.unlock(one, Some(PIN)).unwrap();
    signer.sign(b"iets").unwrap();
    tokens.take_out();
    assert_eq!(signer.sign(b"iets"), Err(KeyFault::Gone));
}

#[test]
fn what_is_no_library_of_pkcs_11_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("niets.so");
    assert_eq!(
        Library::load(&missing).err(),
        Some(TokenFault::LibraryMissing)
    );
    assert_eq!(
        Library::load(folder.path()).err(),
        Some(TokenFault::LibraryMissing)
    );
    let bare = std::path::Path::new("libc.so.6");
    assert_eq!(Library::load(bare).err(), Some(TokenFault::LibraryMissing));
    let text = folder.path().join("tekst.so");
    std::fs::write(&text, "geen bibliotheek").unwrap();
    assert!(matches!(
        Library::load(&text),
        Err(TokenFault::NotALibrary(_))
    ));
    // A library, but of something else.
    let other = std::path::Path::new("/lib/x86_64-linux-gnu/libm.so.6");
    if other.exists() {
        assert!(matches!(
            Library::load(other),
            Err(TokenFault::NotALibrary(_))
        ));
    }
}

#[test]
fn nothing_secret_is_shown() {
    let Some(tokens) = place("nothing_secret_is_shown", |tokens| {
        tokens.token("Kaart");
        tokens.certificate("noor", "Noor Voorbeeld", RSA, None);
        tokens.put_with_pin_each_time("Kaart", "noor", "01");
    }) else {
        return;
    };
    let library = load(&tokens);
    let one = found(&library, "noor");
    let signer = library.unlock(one, Some(PIN)).unwrap();
    let shown = format!("{signer:?}");
    assert!(
        shown.contains("Noor Voorbeeld") && !shown.contains(PIN),
        "{shown}"
    );
}
