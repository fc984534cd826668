//! A root, a member, a timestamping authority and an OCSP responder, all of openssl's making.

use super::{others::Openssl, people::signing, reports::ANNA};
use crate::{Certificate, Identity, Nonce, embed_timestamp, sign, timestamp_request};

const SETTINGS: &str = "\
[ca]\ndefault_ca=d\n\
[d]\ndatabase=index.txt\nserial=serial\ncrlnumber=crlnumber\nnew_certs_dir=.\npolicy=p\ndefault_md=sha256\n\
unique_subject=no\nemail_in_dn=no\nprivate_key=ca.key\ncertificate=ca.pem\ndefault_crl_days=30\n\
[p]\ncommonName=supplied\n\
[root]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n\
[person]\nkeyUsage=critical,digitalSignature,nonRepudiation\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n\
crlDistributionPoints=URI:http://lists.example/1.crl\n\
[stamps]\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\nsubjectKeyIdentifier=hash\n\
authorityKeyIdentifier=keyid\ncrlDistributionPoints=URI:http://lists.example/1.crl\n\
[answers]\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=OCSPSigning\nnoCheck=yes\nsubjectKeyIdentifier=hash\n\
authorityKeyIdentifier=keyid\n\
[place]\nissuingDistributionPoint=critical,@here\n[here]\nfullname=URI:http://lists.example/1.crl\n\
[elsewhere]\nissuingDistributionPoint=critical,@there\n[there]\nfullname=URI:http://lists.example/2.crl\n\
[people]\nissuingDistributionPoint=critical,@users\n[users]\nonlyuser=TRUE\n\
[authorities]\nissuingDistributionPoint=critical,@issuers\n[issuers]\nonlyCA=TRUE\n\
[reasons]\nissuingDistributionPoint=critical,@some\n[some]\nonlysomereasons=keyCompromise\n\
[indirect]\nissuingDistributionPoint=critical,@others\n[others]\nindirectCRL=TRUE\n\
[req]\ndistinguished_name=n\n[n]\n\
[tsa]\ndefault_tsa=t\n\
[t]\nserial=tsserial\nsigner_cert=tsa.pem\nsigner_key=tsa.key\ncerts=ca.pem\ndefault_policy=1.2.3.4.1\ndigests=sha256\n\
signer_digest=sha256\ness_cert_id_alg=sha256\naccuracy=secs:1\nclock_precision_digits=3\nordering=yes\ntsa_name=yes\n";

const EC: &[&str] = &["EC", "-pkeyopt", "ec_paramgen_curve:P-256"];
const RSA: &[&str] = &["RSA", "-pkeyopt", "rsa_keygen_bits:3072"];

/// The infrastructure, in a folder of openssl's.
pub(super) struct Pki {
    pub(super) openssl: Openssl,
    pub(super) root: Certificate,
}

impl Pki {
    /// A root with an EC key; the timestamping authority has an RSA key.
    pub(super) fn found() -> Option<Self> {
        let openssl = Openssl::found()?;
        let files: [(&str, &[u8]); 5] = [
            ("ca.cnf", SETTINGS.as_bytes()),
            ("index.txt", b""),
            ("serial", b"1000\n"),
            ("crlnumber", b"01\n"),
            ("tsserial", b"01\n"),
        ];
        openssl.run(&["version"], &files).unwrap();
        issue(&openssl, "ca", "Wortel Voorbeeld", "root", EC);
        let root = Certificate::from_pem_or_der(&read(&openssl, "ca.pem")).unwrap();
        for (file, name, section, kind) in [
            ("anna", ANNA, "person", EC),
            ("tsa", "Tijdstempeldienst", "stamps", RSA),
            ("ocsp", "Antwoorddienst", "answers", EC),
        ] {
            issue(&openssl, file, name, section, kind);
        }
        Some(Self { openssl, root })
    }

    /// Anna's key and certificate.
    pub(super) fn anna(&self) -> Identity {
        self.anna_with(&["-certfile", "ca.pem"])
    }

    /// The same without the certificate of her issuer.
    pub(super) fn anna_alone(&self) -> Identity {
        self.anna_with(&[])
    }

    fn anna_with(&self, issuers: &[&str]) -> Identity {
        let file = self.openssl.key_file(
            &read(&self.openssl, "anna.key"),
            &read(&self.openssl, "anna.pem"),
            issuers,
            "geheim",
        );
        Identity::open(&file, "geheim").unwrap()
    }

    /// A report that Anna signed and the authority stamped.
    pub(super) fn stamped(&self, report: &[u8]) -> Vec<u8> {
        let pdf = sign(report, &signing(ANNA), &self.anna()).unwrap();
        self.stamp(&pdf, "Signature1")
    }

    /// A timestamp in that field.
    pub(super) fn stamp(&self, pdf: &[u8], field: &str) -> Vec<u8> {
        let nonce = Nonce::random(&mut crate::OsRng);
        let request = timestamp_request(pdf, field, nonce).unwrap();
        assert!(Nonce::of_request(&request) == Some(nonce));
        let reply = [
            "ts",
            "-reply",
            "-config",
            "ca.cnf",
            "-section",
            "t",
            "-queryfile",
            "r.tsq",
            "-out",
            "r.tsr",
        ];
        self.openssl.run(&reply, &[("r.tsq", &request)]).unwrap();
        embed_timestamp(pdf, field, &read(&self.openssl, "r.tsr"), Some(nonce)).unwrap()
    }

    /// The root's revocation list.
    pub(super) fn list(&self) -> Vec<u8> {
        let make = ["ca", "-config", "ca.cnf", "-gencrl", "-out", "list.pem"];
        self.openssl.run(&make, &[]).unwrap();
        read(&self.openssl, "list.pem")
    }

    /// The root's revocation list for some certificates only, by the name of the scope in the settings.
    pub(super) fn list_for(&self, scope: &str) -> Vec<u8> {
        let make = ["ca", "-config", "ca.cnf", "-gencrl", "-crlexts", scope];
        let make = [&make[..], &["-out", "list.pem"]].concat();
        self.openssl.run(&make, &[]).unwrap();
        read(&self.openssl, "list.pem")
    }

    /// The responder's answer about a certificate.
    pub(super) fn answer(&self, file: &str) -> Vec<u8> {
        let certificate = format!("{file}.pem");
        let ask = [
            "ocsp",
            "-issuer",
            "ca.pem",
            "-cert",
            &certificate,
            "-no_nonce",
            "-reqout",
            "r.ors",
        ];
        self.openssl.run(&ask, &[]).unwrap();
        let answer = [
            "ocsp",
            "-index",
            "index.txt",
            "-CA",
            "ca.pem",
            "-rsigner",
            "ocsp.pem",
            "-rkey",
            "ocsp.key",
            "-reqin",
            "r.ors",
            "-ndays",
            "30",
            "-respout",
            "r.orr",
        ];
        self.openssl.run(&answer, &[]).unwrap();
        read(&self.openssl, "r.orr")
    }

    /// Another certificate, `twin.pem`, for the name and the key of this one: whoever issues certificates can make that of
    /// anybody's. `section` says what it is for.
    pub(super) fn twin(&self, of: &Certificate, section: &str) -> Vec<u8> {
        let subject = format!("/CN={}", of.name().unwrap());
        let key = [
            "x509", "-in", "of.pem", "-pubkey", "-noout", "-out", "of.pub",
        ];
        self.openssl
            .run(&key, &[("of.pem", of.pem().as_bytes())])
            .unwrap();
        let make = [
            "x509",
            "-new",
            "-force_pubkey",
            "of.pub",
            "-subj",
            &subject,
            "-CA",
            "ca.pem",
            "-CAkey",
            "ca.key",
            "-set_serial",
            "77",
            "-days",
            "300",
            "-extfile",
            "ca.cnf",
            "-extensions",
            section,
            "-out",
            "twin.pem",
        ];
        self.openssl.run(&make, &[]).unwrap();
        read(&self.openssl, "twin.pem")
    }

    /// Revokes a certificate, as of now.
    pub(super) fn revoke(&self, file: &str) {
        let certificate = format!("{file}.pem");
        let revoke = ["ca", "-config", "ca.cnf", "-revoke", &certificate];
        self.openssl.run(&revoke, &[]).unwrap();
    }
}

fn issue(openssl: &Openssl, file: &str, name: &str, section: &str, kind: &[&str]) {
    let (key, certificate) = (format!("{file}.key"), format!("{file}.pem"));
    let subject = format!("/CN={name}");
    let generate = [&["genpkey", "-out", &key, "-algorithm"], kind].concat();
    openssl.run(&generate, &[]).unwrap();
    let request = [
        "req", "-new", "-config", "ca.cnf", "-utf8", "-key", &key, "-subj", &subject, "-out",
        "r.pem",
    ];
    openssl.run(&request, &[]).unwrap();
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
        "20250101000000Z",
        "-enddate",
        "20490101000000Z",
        "-out",
        &certificate,
    ];
    if file == "ca" {
        sign.extend(["-selfsign", "-keyfile", &key]);
    }
    openssl.run(&sign, &[]).unwrap();
}

pub(super) fn read(openssl: &Openssl, file: &str) -> Vec<u8> {
    std::fs::read(openssl.path().join(file)).unwrap()
}
