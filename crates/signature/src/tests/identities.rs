//! Key files: those that are made here, and those that other programs make.

use std::sync::LazyLock;

use rand_chacha::{ChaCha8Rng, rand_core::SeedableRng};

use super::{
    others::Openssl,
    people::{noon, signing},
    reports::{ANNA, Form, report},
};
use crate::{Identity, IdentityFault, KeyRefused, NewIdentity, Signer, Verdict, sign, verify};

const PASSPHRASE: &str = "vier woorden mét accent";

/// One file for all tests: making it is slow on purpose.
static FILE: LazyLock<Vec<u8>> = LazyLock::new(|| create(ANNA, PASSPHRASE).unwrap());

fn create(name: &str, passphrase: &str) -> Result<Vec<u8>, IdentityFault> {
    let new = NewIdentity {
        name,
        valid_from: "2026-03-01T00:00:00.5Z".parse().unwrap(),
    };
    Identity::create(&new, passphrase, &mut ChaCha8Rng::from_seed([9; 32]))
}

#[test]
fn an_identity_made_here_signs() {
    let identity = Identity::open(&FILE, PASSPHRASE).unwrap();
    assert_eq!(identity.subject(), format!("CN={ANNA}"));
    let certificate = identity.certificate();
    assert_eq!(certificate.valid_from().to_string(), "2026-03-01T00:00:00Z");
    assert_eq!(
        certificate.valid_until().to_string(),
        "2031-03-01T00:00:00Z"
    );
    assert!(certificate.allows_signing() && certificate.is_issued_by(certificate));
    let pdf = sign(&report(Form::Table, &[ANNA]), &signing(ANNA), &identity).unwrap();
    let verification = verify(&pdf, std::slice::from_ref(certificate));
    assert_eq!(
        (verification.verdict, verification.findings),
        (Verdict::Intact, Vec::new())
    );
    assert_eq!(
        verification.signatures[0].fingerprint,
        identity.fingerprint()
    );
    let trusted =
        crate::Certificate::from_pem_or_der(identity.certificate_pem().as_bytes()).unwrap();
    assert_eq!(trusted, verification.signatures[0].certificate);
}

#[test]
fn the_same_randomness_makes_the_same_identity() {
    assert_eq!(create(ANNA, PASSPHRASE).unwrap(), *FILE);
}

#[test]
fn a_wrong_passphrase_is_told_apart_from_a_damaged_file() {
    for passphrase in ["", "vier woorden met accent", "🔑"] {
        assert_eq!(
            Identity::open(&FILE, passphrase).unwrap_err(),
            KeyRefused::WrongPassphrase
        );
    }
    assert_eq!(
        Identity::open(&FILE[..FILE.len() - 1], PASSPHRASE).unwrap_err(),
        KeyRefused::NotAKeyFile
    );
    assert_eq!(
        Identity::open(b"", PASSPHRASE).unwrap_err(),
        KeyRefused::NotAKeyFile
    );
    assert_eq!(
        Identity::open(b"-----BEGIN", PASSPHRASE).unwrap_err(),
        KeyRefused::NotAKeyFile
    );
}

#[test]
fn validity_is_checked_at_the_time_asked_for() {
    let identity = Identity::open(&FILE, PASSPHRASE).unwrap();
    assert_eq!(identity.valid_at(noon()), Ok(()));
    for time in ["2026-02-28T23:59:59Z", "2031-03-01T00:00:01Z"] {
        assert!(matches!(
            identity.valid_at(time.parse().unwrap()),
            Err(KeyRefused::NotValid { .. })
        ));
    }
}

#[test]
fn names_and_passphrases_that_cannot_be_kept_are_refused() {
    assert_eq!(create("", PASSPHRASE), Err(IdentityFault::Name));
    assert_eq!(create("  ", PASSPHRASE), Err(IdentityFault::Name));
    assert_eq!(
        create(&"a".repeat(65), PASSPHRASE),
        Err(IdentityFault::Name)
    );
    assert_eq!(create("Anna\n", PASSPHRASE), Err(IdentityFault::Name));
    assert_eq!(create(ANNA, ""), Err(IdentityFault::PassphraseEmpty));
    assert_eq!(create(ANNA, "🔑"), Err(IdentityFault::PassphraseCharacters));
}

#[test]
fn nothing_secret_is_shown() {
    let shown = format!("{:?}", Identity::open(&FILE, PASSPHRASE).unwrap());
    assert_eq!(shown.matches("CN=").count(), 1);
    assert_eq!(shown.len(), "Identity(CN=Anna de Vries, )".len() + 64);
}

#[test]
fn openssl_opens_what_is_made_here() {
    let Some(openssl) = Openssl::found() else {
        return;
    };
    let pem = openssl.run(
        &[
            "pkcs12",
            "-in",
            "file.p12",
            "-nodes",
            "-passin",
            &format!("pass:{PASSPHRASE}"),
        ],
        &[("file.p12", &FILE)],
    );
    let pem = String::from_utf8(pem.unwrap()).unwrap();
    assert!(
        pem.contains("BEGIN PRIVATE KEY")
            && pem.contains("BEGIN CERTIFICATE")
            && pem.contains(ANNA)
    );
}

#[test]
fn key_files_made_by_openssl_open() {
    let Some(openssl) = Openssl::found() else {
        return;
    };
    let (key, certificate) = openssl.certificate(&["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]);
    let legacy: [&[&str]; 5] = [
        &[],
        &["-legacy"],
        &[
            "-keypbe",
            "PBE-SHA1-3DES",
            "-certpbe",
            "PBE-SHA1-3DES",
            "-macalg",
            "sha1",
        ],
        &["-legacy", "-certpbe", "PBE-SHA1-RC2-128"],
        &["-keypbe", "NONE", "-certpbe", "NONE", "-macalg", "sha384"],
    ];
    for options in legacy {
        let file = openssl.key_file(&key, &certificate, options, "geheim");
        let identity = Identity::open(&file, "geheim")
            .unwrap_or_else(|refused| panic!("{options:?}: {refused}"));
        let pdf = sign(&report(Form::Table, &[ANNA]), &signing(ANNA), &identity).unwrap();
        assert_eq!(
            verify(&pdf, std::slice::from_ref(identity.certificate())).verdict,
            Verdict::Intact
        );
        assert_eq!(
            Identity::open(&file, "geheimer").unwrap_err(),
            KeyRefused::WrongPassphrase
        );
    }
    let (key, certificate) = openssl.certificate(&["ec", "-pkeyopt", "ec_paramgen_curve:P-384"]);
    assert!(Identity::open(&openssl.key_file(&key, &certificate, &[], "x"), "x").is_ok());
}

#[test]
fn keys_that_cannot_be_used_are_explained() {
    let Some(openssl) = Openssl::found() else {
        return;
    };
    let kinds: [(&[&str], KeyRefused); 4] = [
        (
            &["rsa", "-pkeyopt", "rsa_keygen_bits:2048"],
            KeyRefused::RsaTooShort { bits: 2048 },
        ),
        (
            &["rsa-pss", "-pkeyopt", "rsa_keygen_bits:2048"],
            KeyRefused::RsaTooShort { bits: 2048 },
        ),
        (
            &["ed25519"],
            KeyRefused::KindUnsupported("1.3.101.112".to_owned()),
        ),
        (
            &["ec", "-pkeyopt", "ec_paramgen_curve:secp256k1"],
            KeyRefused::KindUnsupported("1.3.132.0.10".to_owned()),
        ),
    ];
    for (kind, refused) in kinds {
        let (key, certificate) = openssl.certificate(kind);
        let file = openssl.key_file(&key, &certificate, &[], "x");
        assert_eq!(Identity::open(&file, "x").unwrap_err(), refused);
    }
    let (_, certificate) = openssl.certificate(&["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]);
    let file = openssl
        .run(
            &[
                "pkcs12", "-export", "-nokeys", "-in", "c.pem", "-passout", "pass:x",
            ],
            &[("c.pem", &certificate)],
        )
        .unwrap();
    assert_eq!(Identity::open(&file, "x").unwrap_err(), KeyRefused::NoKey);
    let (key, _) = openssl.certificate(&["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]);
    let file = openssl
        .run(
            &[
                "pkcs12", "-export", "-nocerts", "-inkey", "k.pem", "-passout", "pass:x",
            ],
            &[("k.pem", &key)],
        )
        .unwrap();
    assert_eq!(
        Identity::open(&file, "x").unwrap_err(),
        KeyRefused::NoCertificate
    );
}

#[test]
fn a_file_without_checksum_is_refused() {
    let Some(openssl) = Openssl::found() else {
        return;
    };
    let (key, certificate) = openssl.certificate(&["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]);
    let file = openssl.key_file(&key, &certificate, &["-nomac"], "x");
    assert!(matches!(
        Identity::open(&file, "x"),
        Err(KeyRefused::ProtectionUnsupported(_))
    ));
}
