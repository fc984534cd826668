//! A folder with the reports that a stranger may be sent: signed, unsigned, changed, and no report.

#![allow(
    dead_code,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "each test file uses a part, and a test that cannot go on has failed"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, Weak};

use application::view::*;
use application::{Application, Surroundings};

/// Whom the report awaits; the first two have signed it.
pub(crate) const SIGNERS: [&str; 3] = ["Noor Voorbeeld", "Karim Denkbeeld", "Ilse Fictief"];
const PASSPHRASE: &str = "vier losse woorden hier";
/// 21 November 2026, 09:00 UTC.
const BEGINNING: i64 = 1_795_251_600;

pub(crate) struct Desk(tempfile::TempDir);

impl Desk {
    /// The desk of the tests that run at the same time: keys are slow to make. Nobody changes what is
    /// on it; what a test adds has a name of its own.
    pub(crate) fn shared() -> Arc<Self> {
        static SHARED: Mutex<Weak<Desk>> = Mutex::new(Weak::new());
        let mut shared = SHARED.lock().unwrap();
        shared.upgrade().unwrap_or_else(|| {
            let desk = Arc::new(Self::new());
            *shared = Arc::downgrade(&desk);
            desk
        })
    }

    /// The published example: `example.dossier` and the report of it, `unsigned.pdf`; `once.pdf` with one
    /// signature, `signed.pdf` with two, and the certificates of those two, `0.pem` and `1.pem`; what
    /// became of `signed.pdf` when a bit of a page was flipped, `altered.pdf`, or a byte was added,
    /// `longer.pdf`; `another.pdf`, which the second signed in the name of the third; `older-signed.pdf`,
    /// which nobody can compare with its data; and no report at all, `text.pdf` and `empty.pdf`.
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        let mut application = Application::new(Surroundings::predictable(BEGINNING, None));
        application.example(&desk.path("example.dossier")).unwrap();
        let assessment = application.assessment_meant(None).unwrap();
        let to = application.grant(desk.path("unsigned.pdf"), FilePurpose::Report);
        let made = application.make_report(MakeReport {
            assessment,
            language: "nl".to_owned(),
            signers: SIGNERS.map(str::to_owned).to_vec(),
            to: to.handle,
        });
        made.unwrap();
        desk.write_other_version();
        for (at, name) in SIGNERS.iter().take(2).enumerate() {
            let to = application.grant(desk.path(&format!("{at}.p12")), FilePurpose::NewIdentity);
            let identity = application.create_identity(CreateIdentity {
                name: (*name).to_owned(),
                passphrase: PASSPHRASE.into(),
                to: to.handle,
            });
            let identity = identity.unwrap().file.handle;
            let certificate = desk.path(&format!("{at}.pem"));
            application
                .save_certificate(&identity, PASSPHRASE, &certificate)
                .unwrap();
            let mut sign =
                |from: &str, name: &str, (position, reason): (Option<&str>, &str), to: &str| {
                    let report = application.grant(desk.path(from), FilePurpose::OpenReport);
                    let to = application.grant(desk.path(to), FilePurpose::SignedReport);
                    let signed = application.sign_report(SignReport {
                        report: report.handle,
                        name: name.to_owned(),
                        position: position.map(str::to_owned),
                        reason: reason.to_owned(),
                        identity: identity.clone(),
                        passphrase: PASSPHRASE.into(),
                        to: to.handle,
                    });
                    signed.unwrap();
                };
            if at == 0 {
                let agrees = (Some("agree"), "");
                sign("unsigned.pdf", name, agrees, "once.pdf");
                sign("older.pdf", name, agrees, "older-signed.pdf");
            } else {
                let dissents = (Some("dissent"), "Eerst meten, dan opschalen.");
                sign("once.pdf", name, dissents, "signed.pdf");
                sign("once.pdf", SIGNERS[2], (None, ""), "another.pdf");
            }
        }
        let signed = desk.read("signed.pdf");
        let mut altered = signed.clone();
        altered[desk.read("unsigned.pdf").len() / 2] ^= 1;
        desk.write("altered.pdf", &altered);
        desk.write("longer.pdf", &[&signed[..], b"\n"].concat());
        desk.write("text.pdf", b"Geen rapport.\n");
        desk.write("empty.pdf", b"");
        desk
    }

    /// `older.pdf`: it says of itself that another version made it, and its pages are not what its data says.
    fn write_other_version(&self) {
        let json = report::attached_data(&self.read("unsigned.pdf")).unwrap();
        let mut data = report::read(&json).unwrap();
        data.made_by = "Verantwoord 0.0.1".to_owned();
        self.write("older.pdf", &report::render(&data).unwrap());
        self.write_with(
            "older.pdf",
            "Voorbeeld Webwinkel B.V.",
            "Voorbeeld Webwinkel N.V.",
            "older.pdf",
        );
    }

    pub(crate) fn folder(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder().join(name)
    }

    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    pub(crate) fn write(&self, name: &str, bytes: &[u8]) {
        fs::write(self.path(name), bytes).unwrap();
    }

    /// A copy of a file in which a text is another of the same length.
    pub(crate) fn write_with(&self, from: &str, text: &str, other: &str, to: &str) {
        assert_eq!(text.len(), other.len());
        let mut bytes = self.read(from);
        let at = place(&bytes, text.as_bytes());
        bytes[at..at + text.len()].copy_from_slice(other.as_bytes());
        self.write(to, &bytes);
    }
}

/// Where something stands for the first time.
pub(crate) fn place(bytes: &[u8], text: &[u8]) -> usize {
    bytes
        .windows(text.len())
        .position(|window| window == text)
        .expect("the text stands there")
}
