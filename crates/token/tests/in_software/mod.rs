//! A token in software (SoftHSM), in a folder of its own, with keys and certificates of openssl's making.
//!
//! Without SoftHSM, openssl and pkcs11-tool a test says nothing, unless the suite requires them.

#![allow(dead_code, reason = "several tests share this, and each uses a part")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The PIN of every token here.
pub(crate) const PIN: &str = "471100";

/// Where Debian, Fedora and Homebrew put the library.
const LIBRARIES: [&str; 5] = [
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib64/pkcs11/libsofthsm2.so",
    "/usr/local/lib/softhsm/libsofthsm2.so",
    "/opt/homebrew/lib/softhsm/libsofthsm2.so",
];

/// What kind of key, as openssl is told.
pub(crate) const P256: &[&str] = &["EC", "-pkeyopt", "ec_paramgen_curve:P-256"];
pub(crate) const P384: &[&str] = &["EC", "-pkeyopt", "ec_paramgen_curve:P-384"];
pub(crate) const RSA: &[&str] = &["RSA", "-pkeyopt", "rsa_keygen_bits:3072"];
pub(crate) const SHORT_RSA: &[&str] = &["RSA", "-pkeyopt", "rsa_keygen_bits:2048"];

const SETTINGS: &str = "\
[ca]\ndefault_ca=d\n\
[d]\ndatabase=index.txt\nserial=serial\nnew_certs_dir=.\npolicy=p\ndefault_md=sha256\nunique_subject=no\nemail_in_dn=no\n\
[p]\ncommonName=supplied\n\
[issuer]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n\
[person]\nkeyUsage=critical,digitalSignature,nonRepudiation\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n\
[req]\ndistinguished_name=n\n[n]\n";

/// A folder with tokens in it.
pub(crate) struct InSoftware {
    folder: PathBuf,
    pub(crate) library: PathBuf,
}

impl InSoftware {
    /// A place for tokens in this folder.
    pub(crate) fn found(folder: &Path) -> Option<Self> {
        let library = LIBRARIES.iter().map(PathBuf::from).find(|it| it.exists());
        let runs = |program: &str| Command::new(program).arg("--help").output().is_ok();
        let required = std::env::var_os("VERANTWOORD_VALIDATORS").is_some();
        let all =
            library.filter(|_| runs("softhsm2-util") && runs("pkcs11-tool") && runs("openssl"));
        assert!(
            all.is_some() || !required,
            "SoftHSM, pkcs11-tool and openssl are required and not installed"
        );
        let folder = folder.join("softhsm");
        fs::create_dir_all(folder.join("tokens")).unwrap();
        let settings = format!(
            "directories.tokendir = {}\nobjectstore.backend = file\nlog.level = ERROR\n",
            folder.join("tokens").display()
        );
        fs::write(folder.join("softhsm2.conf"), settings).unwrap();
        fs::write(folder.join("ca.cnf"), SETTINGS).unwrap();
        fs::write(folder.join("index.txt"), "").unwrap();
        fs::write(folder.join("serial"), "1000\n").unwrap();
        let library = all?;
        Some(Self { folder, library })
    }

    /// What SoftHSM looks for in `SOFTHSM2_CONF`.
    pub(crate) fn settings(&self) -> PathBuf {
        self.folder.join("softhsm2.conf")
    }

    /// A file of openssl's.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Makes an empty token.
    pub(crate) fn token(&self, label: &str) {
        let make = [
            "--init-token",
            "--free",
            "--label",
            label,
            "--so-pin",
            "87654321",
            "--pin",
            PIN,
        ];
        self.run("softhsm2-util", &make);
    }

    /// Takes every token away, as if the card were pulled out.
    pub(crate) fn take_out(&self) {
        fs::remove_dir_all(self.folder.join("tokens")).unwrap();
        fs::create_dir(self.folder.join("tokens")).unwrap();
    }

    /// Makes a key, and a certificate for it that the issuer of that name issued, or that it issued itself.
    pub(crate) fn certificate(&self, file: &str, name: &str, kind: &[&str], issuer: Option<&str>) {
        let days = ("20250101000000Z", "20490101000000Z");
        self.certificate_valid(file, name, kind, issuer, days);
    }

    /// The same, valid from and until.
    pub(crate) fn certificate_valid(
        &self,
        file: &str,
        name: &str,
        kind: &[&str],
        issuer: Option<&str>,
        (from, until): (&str, &str),
    ) {
        let (key, certificate) = (format!("{file}.key"), format!("{file}.pem"));
        let subject = format!("/CN={name}");
        let section = if file.starts_with("issuer") {
            "issuer"
        } else {
            "person"
        };
        self.openssl(&[&["genpkey", "-out", &key, "-algorithm"], kind].concat());
        self.openssl(&[
            "req", "-new", "-config", "ca.cnf", "-utf8", "-key", &key, "-subj", &subject, "-out",
            "r.pem",
        ]);
        let mut sign = vec![
            "ca",
            "-config",
            "ca.cnf",
            "-in",
            "r.pem",
            "-batch",
            "-notext",
            "-extensions",
            section,
            "-startdate",
            from,
            "-enddate",
            until,
            "-out",
            &certificate,
        ];
        let (theirs, their_key);
        match issuer {
            None => sign.extend(["-selfsign", "-keyfile", &key]),
            Some(issuer) => {
                (theirs, their_key) = (format!("{issuer}.pem"), format!("{issuer}.key"));
                sign.extend(["-cert", &theirs, "-keyfile", &their_key]);
            }
        }
        self.openssl(&sign);
        let der = format!("{file}.der");
        self.openssl(&["x509", "-in", &certificate, "-outform", "DER", "-out", &der]);
    }

    /// Puts a key and its certificate on a token.
    pub(crate) fn put(&self, token: &str, file: &str, id: &str) {
        let key = self.path(&format!("{file}.key")).display().to_string();
        self.run(
            "softhsm2-util",
            &[
                "--import", &key, "--token", token, "--label", file, "--id", id, "--pin", PIN,
            ],
        );
        self.put_certificate(token, file, id);
    }

    /// Puts a key on a token that wants the PIN again for each signature, with its certificate.
    pub(crate) fn put_with_pin_each_time(&self, token: &str, file: &str, id: &str) {
        let (key, der) = (format!("{file}.key"), format!("{file}.keyder"));
        self.openssl(&["pkey", "-in", &key, "-outform", "DER", "-out", &der]);
        let key = ["--type", "privkey", "--always-auth", "--usage-sign"];
        self.write_object(token, &der, id, file, &key);
        self.put_certificate(token, file, id);
    }

    /// Puts a certificate alone on a token.
    pub(crate) fn put_certificate(&self, token: &str, file: &str, id: &str) {
        self.write_object(token, &format!("{file}.der"), id, file, &["--type", "cert"]);
    }

    fn write_object(&self, token: &str, file: &str, id: &str, label: &str, more: &[&str]) {
        let library = self.library.display().to_string();
        let file = self.path(file).display().to_string();
        let write = [
            "--module",
            &library,
            "--token-label",
            token,
            "--login",
            "--pin",
            PIN,
            "--write-object",
            &file,
            "--id",
            id,
            "--label",
            label,
        ];
        self.run("pkcs11-tool", &[&write, more].concat());
    }

    fn openssl(&self, arguments: &[&str]) {
        self.run("openssl", arguments);
    }

    #[track_caller]
    fn run(&self, program: &str, arguments: &[&str]) {
        let output = Command::new(program)
            .args(arguments)
            .current_dir(&self.folder)
            .env("SOFTHSM2_CONF", self.settings())
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{program} {arguments:?}: {output:?}"
        );
    }
}
