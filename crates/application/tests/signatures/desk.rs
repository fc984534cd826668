//! The published example with its five members, who each have an identity.

use std::path::PathBuf;

use application::view::*;
use application::{Application, Problem, Surroundings, VerificationFigures};

/// The members, the chair first.
pub(crate) const MEMBERS: [&str; 5] = [
    "Noor Voorbeeld",
    "Ilse Fictief",
    "Karim Denkbeeld",
    "Pieter Schijn",
    "Sanne Verzonnen",
];
const PASSPHRASE: &str = "vier losse woorden hier";
/// 21 November 2026, 09:00 UTC.
const BEGINNING: i64 = 1_795_251_600;

pub(crate) struct Desk {
    folder: tempfile::TempDir,
    pub(crate) application: Application,
    pub(crate) assessment: String,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let (folder, mut application) = empty();
        let dossier = folder.path().join("voorbeeld.dossier");
        application.example(&dossier).unwrap();
        let assessment = application.assessment_meant(None).unwrap();
        let mut desk = Self {
            folder,
            application,
            assessment,
        };
        desk.open("voorbeeld.dossier");
        desk
    }

    /// A desk with another dossier, in which nothing is assessed.
    pub(crate) fn elsewhere() -> Self {
        let (folder, application) = empty();
        let assessment = String::new();
        let mut desk = Self {
            folder,
            application,
            assessment,
        };
        let file = desk.chosen("ander.dossier", FilePurpose::NewDossier);
        let new = NewDossier {
            file,
            organisation: "Andere Voorbeeld B.V.".to_owned(),
            language: "nl".to_owned(),
        };
        desk.application.new_dossier(new).unwrap();
        desk
    }

    pub(crate) fn open(&mut self, name: &str) {
        let file = self.chosen(name, FilePurpose::OpenDossier);
        let open = OpenDossier {
            file,
            passphrase: None,
        };
        self.application.open_dossier(open).unwrap();
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    pub(crate) fn chosen(&mut self, name: &str, purpose: FilePurpose) -> FileHandle {
        self.application.grant(self.path(name), purpose).handle
    }

    /// Takes a position on the report, under the member's own name.
    pub(crate) fn declares(&mut self, who: &str, position: &str, reason: &str) {
        let page = self.application.committee_page(Nothing {}).unwrap();
        let mut members = page.members.into_iter();
        let member = members.find(|member| member.form.name == who).unwrap().id;
        let taken = TakePosition {
            assessment: self.assessment.clone(),
            on: MatterForm::Report,
            member,
            position: position.to_owned(),
            reason: reason.to_owned(),
            named: true,
        };
        self.application.take_position(taken).unwrap();
    }

    pub(crate) fn report(&mut self, edition: &str, signers: &[&str], name: &str) -> FileHandle {
        let to = self.chosen(name, FilePurpose::Report);
        let made = self.application.make_edition(MakeEdition {
            report: MakeReport {
                assessment: self.assessment.clone(),
                language: "nl".to_owned(),
                signers: signers.iter().map(|&name| name.to_owned()).collect(),
                to,
            },
            edition: edition.to_owned(),
            withhold: None,
        });
        made.unwrap().file.handle
    }

    /// The identity of a member, made when it is asked for first.
    pub(crate) fn identity(&mut self, who: &str) -> FileHandle {
        let file = format!("{who}.p12");
        if self.path(&file).exists() {
            return self.chosen(&file, FilePurpose::OpenIdentity);
        }
        self.identity_in(who, &file)
    }

    pub(crate) fn identity_in(&mut self, who: &str, file: &str) -> FileHandle {
        let to = self.chosen(file, FilePurpose::NewIdentity);
        let made = self.application.create_identity(CreateIdentity {
            name: who.to_owned(),
            passphrase: PASSPHRASE.into(),
            to,
        });
        made.unwrap().file.handle
    }

    pub(crate) fn sign(
        &mut self,
        report: &FileHandle,
        who: &str,
        position: Option<&str>,
        to: &str,
    ) -> Result<ReportSignedView, Problem> {
        let identity = self.identity(who);
        self.sign_with(report, who, (position, ""), identity, to)
    }

    pub(crate) fn sign_with(
        &mut self,
        report: &FileHandle,
        who: &str,
        (position, reason): (Option<&str>, &str),
        identity: FileHandle,
        to: &str,
    ) -> Result<ReportSignedView, Problem> {
        let to = self.chosen(to, FilePurpose::SignedReport);
        self.application.sign_report(SignReport {
            report: report.clone(),
            name: who.to_owned(),
            position: position.map(str::to_owned),
            reason: reason.to_owned(),
            identity,
            passphrase: PASSPHRASE.into(),
            to,
        })
    }

    /// Verifies a file against the certificates of these people.
    pub(crate) fn verify(&mut self, name: &str, trust: &[&str]) -> VerificationFigures {
        let mut certificates = Vec::new();
        for who in trust {
            let identity = self.identity(who);
            let pem = self.path(&format!("{who}.pem"));
            self.application
                .save_certificate(&identity, PASSPHRASE, &pem)
                .unwrap();
            certificates.push(self.chosen(&format!("{who}.pem"), FilePurpose::Certificate));
        }
        let file = self.chosen(name, FilePurpose::OpenReport);
        let input = VerifyReport {
            file,
            trust: certificates,
        };
        self.application.verification(&input).unwrap()
    }
}

fn empty() -> (tempfile::TempDir, Application) {
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("settings");
    let application = Application::new(Surroundings::predictable(BEGINNING, Some(settings)));
    (folder, application)
}

pub(crate) fn code<T: std::fmt::Debug>(result: Result<T, Problem>) -> &'static str {
    result.unwrap_err().code()
}

pub(crate) fn codes(figures: &VerificationFigures) -> Vec<&str> {
    figures
        .findings
        .iter()
        .map(|finding| finding.code.as_str())
        .collect()
}
