//! Whether other programs agree. They run where they are installed. The suite sets `VERANTWOORD_VALIDATORS` to the folder that
//! holds pyHanko; then all of them must be there.

use std::{
    fs,
    path::PathBuf,
    process::{Command, Output},
};

use tempfile::TempDir;

use super::{
    people::{Made, person},
    reports::{ANNA, BRAM, FORMS, Form, signed},
    rsa,
};

/// The folder of validators, where the suite has made one.
fn validators() -> Option<PathBuf> {
    std::env::var_os("VERANTWOORD_VALIDATORS").map(PathBuf::from)
}

/// pyHanko, from the suite's folder or from the path.
pub(super) fn pyhanko() -> String {
    validators().map_or_else(
        || "pyhanko".to_owned(),
        |folder| folder.join("pyhanko").display().to_string(),
    )
}

/// Whether a program is there. Without it a test says nothing, unless the suite requires it.
pub(super) fn found(program: &str, argument: &str) -> bool {
    let found = Command::new(program).arg(argument).output().is_ok();
    let required = validators().is_some();
    assert!(
        found || !required,
        "{program} is required and not installed"
    );
    found
}

/// The openssl program, in a folder of its own.
pub(super) struct Openssl(TempDir);

impl Openssl {
    pub(super) fn found() -> Option<Self> {
        found("openssl", "version").then(|| Self(TempDir::new().unwrap()))
    }

    /// The folder.
    pub(super) fn path(&self) -> &std::path::Path {
        self.0.path()
    }

    /// Runs it beside these files and returns what it prints, or what it complains of.
    pub(super) fn run(
        &self,
        arguments: &[&str],
        files: &[(&str, &[u8])],
    ) -> Result<Vec<u8>, String> {
        for (name, bytes) in files {
            fs::write(self.0.path().join(name), bytes).unwrap();
        }
        let output = Command::new("openssl")
            .args(arguments)
            .current_dir(self.0.path())
            .output()
            .unwrap();
        if output.status.success() {
            Ok(output.stdout)
        } else {
            Err(String::from_utf8_lossy(&output.stderr).into_owned())
        }
    }

    /// A new key of that kind with a self-signed certificate, both in PEM form.
    pub(super) fn certificate(&self, kind: &[&str]) -> (Vec<u8>, Vec<u8>) {
        let generate = [&["genpkey", "-algorithm"], kind].concat();
        let key = self.run(&generate, &[]).unwrap();
        let request = [
            "req",
            "-x509",
            "-new",
            "-key",
            "key.pem",
            "-subj",
            "/CN=Anna de Vries",
            "-days",
            "36500",
            "-not_before",
            "20250101000000Z",
            "-addext",
            "keyUsage=critical,digitalSignature,nonRepudiation",
        ];
        // Older versions start certificates today, which is no use here: the signing time is fixed.
        let certificate = self
            .run(&request, &[("key.pem", &key)])
            .unwrap_or_else(|_| self.backdated(&key));
        (key, certificate)
    }

    fn backdated(&self, key: &[u8]) -> Vec<u8> {
        let settings = "[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nserial=serial\nnew_certs_dir=.\npolicy=p\n\
            default_md=default\nx509_extensions=e\nunique_subject=no\nemail_in_dn=no\n[p]\ncommonName=supplied\n\
            [e]\nkeyUsage=critical,digitalSignature,nonRepudiation\n[req]\ndistinguished_name=n\n[n]\n";
        let files: [(&str, &[u8]); 4] = [
            ("key.pem", key),
            ("ca.cnf", settings.as_bytes()),
            ("index.txt", b""),
            ("serial", b"01\n"),
        ];
        self.run(
            &[
                "req",
                "-new",
                "-config",
                "ca.cnf",
                "-key",
                "key.pem",
                "-subj",
                "/CN=Anna de Vries",
                "-out",
                "r.pem",
            ],
            &files,
        )
        .unwrap();
        let sign = [
            "ca",
            "-config",
            "ca.cnf",
            "-selfsign",
            "-keyfile",
            "key.pem",
            "-in",
            "r.pem",
            "-batch",
            "-notext",
            "-startdate",
            "20250101000000Z",
            "-enddate",
            "20400101000000Z",
        ];
        self.run(&sign, &[]).unwrap()
    }

    pub(super) fn key_file(
        &self,
        key: &[u8],
        certificate: &[u8],
        options: &[&str],
        passphrase: &str,
    ) -> Vec<u8> {
        let passphrase = format!("pass:{passphrase}");
        let export = [
            "pkcs12",
            "-export",
            "-inkey",
            "key.pem",
            "-in",
            "cert.pem",
            "-name",
            "Anna",
            "-passout",
            &passphrase,
        ];
        self.run(
            &[&export, options].concat(),
            &[("key.pem", key), ("cert.pem", certificate)],
        )
        .unwrap()
    }
}

pub(super) fn run(program: &str, folder: &TempDir, arguments: &[&str]) -> (bool, String) {
    let output: Output = Command::new(program)
        .args(arguments)
        .current_dir(folder.path())
        .output()
        .unwrap();
    let text = [output.stdout, output.stderr].concat();
    (
        output.status.success(),
        String::from_utf8_lossy(&text).into_owned(),
    )
}

/// The message and the bytes that each signature covers, cut out without any code of this crate.
fn cut(pdf: &[u8]) -> Vec<(Vec<u8>, Vec<u8>)> {
    const MARK: &[u8] = b"/ByteRange [";
    let marks = (0..pdf.len()).filter(|at| pdf[*at..].starts_with(MARK));
    let cut = |at: usize| {
        let rest = &pdf[at + MARK.len()..];
        let end = rest.iter().position(|byte| *byte == b']').unwrap();
        let text = std::str::from_utf8(&rest[..end]).unwrap();
        let numbers: Vec<usize> = text
            .split(' ')
            .map(|number| number.parse().unwrap())
            .collect();
        let message = hex::decode(&pdf[numbers[1] + 1..numbers[2] - 1]).unwrap();
        (
            message,
            [
                &pdf[..numbers[1]],
                &pdf[numbers[2]..numbers[2] + numbers[3]],
            ]
            .concat(),
        )
    };
    marks.map(cut).collect()
}

/// openssl's word on each signature: right as it is, wrong with a byte more.
fn assert_openssl_agrees(openssl: &Openssl, pdf: &[u8], signatures: usize, roots: &str) {
    let verify = [
        "cms",
        "-verify",
        "-inform",
        "DER",
        "-in",
        "m.der",
        "-content",
        "c.bin",
        "-binary",
        "-purpose",
        "any",
        "-CAfile",
        "roots.pem",
        "-partial_chain",
        "-no_check_time",
        "-out",
        "out.bin",
    ];
    let cuts = cut(pdf);
    assert_eq!(cuts.len(), signatures);
    for (message, covered) in cuts {
        let files: [(&str, &[u8]); 3] = [
            ("m.der", &message),
            ("c.bin", &covered),
            ("roots.pem", roots.as_bytes()),
        ];
        openssl.run(&verify, &files).unwrap();
        let changed = [covered.as_slice(), b" "].concat();
        assert!(openssl.run(&verify, &[("c.bin", &changed)]).is_err());
    }
}

#[test]
fn openssl_verifies_each_signature() {
    let Some(openssl) = Openssl::found() else {
        return;
    };
    let roots = person(ANNA).certificate.pem() + &person(BRAM).certificate.pem();
    let pdf = signed(Form::Packed, &[ANNA, BRAM]);
    assert_openssl_agrees(&openssl, &pdf, 2, &roots);
}

/// A report that Anna signed with an RSA key out of a file, and after her Bram.
fn signed_with_rsa() -> Option<(Vec<u8>, String)> {
    let anna = rsa::somebody()?;
    let pdf = super::reports::report(Form::Packed, &[ANNA, BRAM]);
    let pdf = crate::sign(&pdf, &super::people::signing(ANNA), &anna).unwrap();
    let pdf = crate::sign(&pdf, &super::people::signing(BRAM), &person(BRAM)).unwrap();
    Some((pdf, anna.certificate_pem()))
}

#[test]
fn openssl_verifies_a_signature_with_an_rsa_key() {
    let (Some(openssl), Some((pdf, anna))) = (Openssl::found(), signed_with_rsa()) else {
        return;
    };
    let roots = anna + &person(BRAM).certificate.pem();
    assert_openssl_agrees(&openssl, &pdf, 2, &roots);
}

#[test]
fn pdfsig_finds_a_signature_with_an_rsa_key_valid() {
    if !found("pdfsig", "-v") {
        return;
    }
    let Some((pdf, _)) = signed_with_rsa() else {
        return;
    };
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("r.pdf"), pdf).unwrap();
    let (_, text) = run("pdfsig", &folder, &["-nocert", "r.pdf"]);
    assert_eq!(text.matches("Signature is Valid").count(), 2, "{text}");
}

#[test]
fn pyhanko_finds_a_signature_with_an_rsa_key_trusted() {
    if !found(&pyhanko(), "--version") {
        return;
    }
    let Some((pdf, anna)) = signed_with_rsa() else {
        return;
    };
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("r.pdf"), pdf).unwrap();
    fs::write(folder.path().join("a.pem"), anna).unwrap();
    fs::write(folder.path().join("b.pem"), person(BRAM).certificate.pem()).unwrap();
    let arguments = [
        "sign",
        "validate",
        "--pretty-print",
        "--trust-replace",
        "--no-revocation-check",
        "--trust",
        "a.pem",
        "--trust",
        "b.pem",
        "r.pdf",
    ];
    let (success, text) = run(&pyhanko(), &folder, &arguments);
    assert!(success, "{text}");
    assert_eq!(
        text.matches("The signature is judged VALID").count(),
        2,
        "{text}"
    );
}

#[test]
fn pdfsig_finds_each_signature_valid() {
    if !found("pdfsig", "-v") {
        return;
    }
    for form in FORMS {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("r.pdf"), signed(form, &[ANNA, BRAM])).unwrap();
        let (_, text) = run("pdfsig", &folder, &["-nocert", "r.pdf"]);
        assert_eq!(
            text.matches("Signature is Valid").count(),
            2,
            "{form:?} {text}"
        );
        assert_eq!(text.matches("ETSI.CAdES.detached").count(), 2, "{text}");
        assert_eq!(text.matches("Total document signed").count(), 1, "{text}");
    }
}

#[test]
fn pyhanko_finds_each_signature_trusted_and_nothing_changed() {
    if !found(&pyhanko(), "--version") {
        return;
    }
    for (form, curve_384) in [
        (Form::Table, false),
        (Form::Stream, false),
        (Form::Packed, false),
        (Form::Table, true),
    ] {
        let folder = TempDir::new().unwrap();
        let people = [ANNA, BRAM].map(|name| {
            Made {
                curve_384,
                ..Made::new(name)
            }
            .make()
        });
        let mut pdf = super::reports::report(form, &[ANNA, BRAM]);
        let mut arguments = vec![
            "sign",
            "validate",
            "--pretty-print",
            "--trust-replace",
            "--no-revocation-check",
        ];
        for (who, (name, root)) in people.iter().zip([(ANNA, "a.pem"), (BRAM, "b.pem")]) {
            pdf = crate::sign(&pdf, &super::people::signing(name), who).unwrap();
            fs::write(folder.path().join(root), who.certificate.pem()).unwrap();
            arguments.extend(["--trust", root]);
        }
        fs::write(folder.path().join("r.pdf"), &pdf).unwrap();
        arguments.push("r.pdf");
        let (success, text) = run(&pyhanko(), &folder, &arguments);
        assert!(success, "{form:?} {text}");
        assert_eq!(
            text.matches("The signature is judged VALID").count(),
            2,
            "{form:?} {text}"
        );
    }
}

#[test]
fn qpdf_finds_no_fault() {
    if !found("qpdf", "--version") {
        return;
    }
    for form in FORMS {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("r.pdf"), signed(form, &[ANNA, BRAM])).unwrap();
        let (success, text) = run("qpdf", &folder, &["--check", "r.pdf"]);
        assert!(success && !text.contains("WARNING"), "{form:?} {text}");
    }
}
