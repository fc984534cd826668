//! The authorities that a committee deals with by exchanging files: one that issued a member's certificate, and one that
//! gives timestamps. Both on this machine: certificates, revocation lists and OCSP answers by certomancer, timestamps by
//! openssl.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::opinions::yes;
use crate::workshop::PASSPHRASE;

/// A root, an authority below it that issued the member's certificate and appointed a responder, and a timestamping service
/// below the root. Lists are for the certificates that name the place where they are kept, as with authorities in earnest.
const CERTIFICATES: &str = "
keysets:
  committee:
    path-prefix: keys
    keys: {root: {path: root}, between: {path: between}, member: {path: member}, tsa: {path: tsa}, ocsp: {path: ocsp}}
pki-architectures:
  committee:
    keyset: committee
    entity-defaults: {country-name: NL, organization-name: Voorbeeld}
    entities:
      root: {common-name: Wortel Voorbeeld}
      between: {common-name: Tussenschakel Voorbeeld}
      member: {common-name: MEMBER}
      tsa: {common-name: Tijdstempeldienst Voorbeeld}
      ocsp: {common-name: Antwoorddienst Voorbeeld}
    certs:
      root:
        subject: root
        issuer: root
        validity: &validity {valid-from: '2025-01-01T00:00:00+0000', valid-to: '2045-01-01T00:00:00+0000'}
        extensions: &authority
          - {id: basic_constraints, critical: true, value: {ca: true}}
          - {id: key_usage, critical: true, smart-value: {schema: key-usage, params: [key_cert_sign, crl_sign]}}
      between:
        subject: between
        issuer: root
        validity: *validity
        extensions:
          - {id: basic_constraints, critical: true, value: {ca: true, path_len_constraint: 0}}
          - {id: key_usage, critical: true, smart-value: {schema: key-usage, params: [key_cert_sign, crl_sign]}}
          - &kept-by-root {id: crl_distribution_points, smart-value: {schema: crl-dist-url, params: {crl-repo-names: [root]}}}
      member:
        subject: member
        issuer: between
        validity: *validity
        extensions:
          - {id: key_usage, critical: true, smart-value: {schema: key-usage, params: [digital_signature, non_repudiation]}}
          - {id: crl_distribution_points, smart-value: {schema: crl-dist-url, params: {crl-repo-names: [between]}}}
          - {id: authority_information_access, smart-value: {schema: aia-urls, params: {ocsp-responder-names: [between]}}}
      tsa:
        subject: tsa
        issuer: root
        validity: *validity
        extensions:
          - {id: key_usage, critical: true, smart-value: {schema: key-usage, params: [digital_signature]}}
          - {id: extended_key_usage, critical: true, value: [time_stamping]}
          - *kept-by-root
      ocsp:
        subject: ocsp
        issuer: between
        validity: *validity
        extensions:
          - {id: key_usage, critical: true, smart-value: {schema: key-usage, params: [digital_signature]}}
          - {id: extended_key_usage, value: [ocsp_signing]}
          - {id: ocsp_no_check}
    services:
      ocsp: {between: {for-issuer: between, responder-cert: ocsp}}
      crl-repo:
        root: {for-issuer: root, signing-key: root, simulated-update-schedule: P90D}
        between: {for-issuer: between, signing-key: between, simulated-update-schedule: P90D}
";

const TIMESTAMPS: &str = "
[t]
serial=serial
signer_cert=issued/tsa.cert.pem
signer_key=keys/tsa
certs=issued/root.cert.pem
default_policy=1.2.3.4.1
digests=sha256
signer_digest=sha256
ess_cert_id_alg=sha256
accuracy=secs:1
ordering=yes
tsa_name=yes
";

/// The authorities, in a folder of their own.
pub struct Authority {
    folder: PathBuf,
    certomancer: PathBuf,
}

impl Authority {
    /// Authorities that have issued a certificate for this member.
    pub(crate) fn found(folder: PathBuf, validators: &Path, member: &str) -> Self {
        let authority = Self {
            folder,
            certomancer: validators.join("certomancer"),
        };
        fs::create_dir_all(authority.path("keys")).expect("a folder");
        for key in ["root", "between", "member", "tsa", "ocsp"] {
            let curve = [
                "genpkey",
                "-algorithm",
                "EC",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
            ];
            authority.openssl(&[&curve[..], &["-out", &format!("keys/{key}")]].concat());
        }
        let settings = CERTIFICATES.replace("MEMBER", member);
        fs::write(authority.path("certomancer.yml"), settings).expect("settings");
        fs::write(authority.path("openssl.cnf"), TIMESTAMPS).expect("settings");
        fs::write(authority.path("serial"), "01\n").expect("a serial number");
        authority.certomancer(&[
            "mass-summon",
            "--flat",
            "--pfx-pass",
            PASSPHRASE,
            "committee",
            "issued",
        ]);
        authority
    }

    /// The certificate at the top.
    #[must_use]
    pub fn root(&self) -> PathBuf {
        self.path("issued/root.cert.pem")
    }

    /// The certificate between the top and the member.
    #[must_use]
    pub fn between(&self) -> PathBuf {
        self.path("issued/between.cert.pem")
    }

    /// The member's key and certificate, under the passphrase of all identities.
    #[must_use]
    pub fn identity(&self) -> PathBuf {
        self.path("issued/member.pfx")
    }

    /// The answer to a question for a timestamp.
    #[track_caller]
    #[must_use]
    pub fn timestamp(&self, question: &Path) -> PathBuf {
        let answer = question.with_extension("tsr");
        let (question, to) = (question.to_str().unwrap(), answer.to_str().unwrap());
        let reply = ["ts", "-reply", "-config", "openssl.cnf", "-section", "t"];
        self.openssl(&[&reply[..], &["-queryfile", question, "-out", to]].concat());
        answer
    }

    /// What the root revoked.
    #[track_caller]
    #[must_use]
    pub fn list(&self) -> PathBuf {
        self.certomancer(&["necronomicon", "--no-pem", "committee", "root", "root.crl"]);
        self.path("root.crl")
    }

    /// What the authority between has to say of the member's certificate.
    #[track_caller]
    #[must_use]
    pub fn answer(&self) -> PathBuf {
        // In whole seconds, as RFC 5280 has times in DER; certomancer would write fractions.
        let now = jiff::Timestamp::from_second(jiff::Timestamp::now().as_second()).unwrap();
        let at = now.to_string();
        let ask = ["seance", "--at-time", &at];
        self.certomancer(&[&ask[..], &["committee", "member", "between", "member.ors"]].concat());
        self.path("member.ors")
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    #[track_caller]
    fn openssl(&self, arguments: &[&str]) {
        yes(Command::new("openssl")
            .args(arguments)
            .current_dir(&self.folder));
    }

    #[track_caller]
    fn certomancer(&self, arguments: &[&str]) {
        yes(Command::new(&self.certomancer)
            .args(arguments)
            .current_dir(&self.folder));
    }
}
