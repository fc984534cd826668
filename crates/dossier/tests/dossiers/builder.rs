//! What the tests need to say something about dossiers: a folder, a clock that
//! stands still, and entropy that counts.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use assessment::copies::HandedOut;
use assessment::report_style::{ReportStyle, SectionPlace};
use assessment::{
    Actor, Answer, AssessmentId, Certainty, Change, Committee, CopyId, Evidence, Member, MemberId,
    Organisation, Pinned, Role, SpeaksFor, Subject, SubjectId,
};
use dossier::{Dossier, DossierError, Entropy, Holder, Stamp};
use questionnaire::{EvidenceStrength, Language, Value};
use tempfile::TempDir;

use crate::committee_work::{self, Work};

/// Bytes that never repeat, the same in every run.
#[derive(Default)]
pub(crate) struct Counting(pub(crate) u64);

impl Entropy for Counting {
    fn fill(&mut self, bytes: &mut [u8]) -> io::Result<()> {
        for piece in bytes.chunks_mut(8) {
            self.0 += 1;
            piece.copy_from_slice(&self.0.to_be_bytes()[..piece.len()]);
        }
        Ok(())
    }
}

/// A source that has nothing to give.
pub(crate) struct Dry;

impl Entropy for Dry {
    fn fill(&mut self, _: &mut [u8]) -> io::Result<()> {
        Err(io::Error::other("dry"))
    }
}

pub(crate) fn holder() -> Holder {
    Holder {
        user: "s.bakker".to_owned(),
        host: "kantoor-3".to_owned(),
        pid: 4321,
        program: "verantwoord".to_owned(),
        since: "2026-11-21T09:00:00+01:00".parse().unwrap(),
    }
}

pub(crate) fn stamp() -> Stamp {
    Stamp {
        at: "2026-11-21T14:32:05+01:00".parse().unwrap(),
        actor: Actor::Committee,
    }
}

pub(crate) fn organisation() -> Organisation {
    Organisation {
        name: "Voorbeeld Webwinkel B.V.".to_owned(),
        ..Organisation::default()
    }
}

/// The bytes of a dossier in which something of every kind was done. Making it
/// takes a commit for each.
static FULL: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut desk = Desk::new();
    let mut dossier = desk.open();
    everything(&mut dossier, &mut desk.entropy);
    drop(dossier);
    desk.bytes()
});

/// A folder that is gone at the end of the test, with one dossier in it.
pub(crate) struct Desk {
    pub(crate) folder: TempDir,
    pub(crate) path: PathBuf,
    pub(crate) entropy: Counting,
}

impl Desk {
    /// A folder without a dossier.
    pub(crate) fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Webwinkel 100% #1?.dossier");
        Desk {
            folder,
            path,
            entropy: Counting::default(),
        }
    }

    /// A folder with a new dossier, closed.
    pub(crate) fn new() -> Self {
        let mut desk = Desk::empty();
        drop(desk.create().unwrap());
        desk
    }

    /// A folder with a dossier in which something of every kind was done.
    pub(crate) fn full() -> Self {
        let mut desk = Desk::empty();
        fs::write(&desk.path, &*FULL).unwrap();
        desk.entropy.0 = 1_000_000;
        desk
    }

    pub(crate) fn create(&mut self) -> Result<Dossier, DossierError> {
        let (started, stamp, entropy) = (organisation(), stamp(), &mut self.entropy);
        Dossier::create(&self.path, started, Language::Nl, stamp, entropy, &holder())
    }

    pub(crate) fn open(&self) -> Dossier {
        Dossier::open(&self.path, &holder()).unwrap()
    }

    /// Changes the file behind the back of the program, as a stranger could.
    pub(crate) fn tamper(&self, sql: &str) {
        tamper(&self.path, sql);
    }

    /// The names in the folder, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        names(self.folder.path())
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        fs::read(&self.path).unwrap()
    }
}

pub(crate) fn tamper(path: &Path, sql: &str) {
    let connection = rusqlite::Connection::open(path).unwrap();
    connection
        .execute_batch("pragma foreign_keys = off")
        .unwrap();
    connection.execute_batch(sql).unwrap();
}

pub(crate) fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

pub(crate) fn member(name: &str) -> Member {
    Member::new(name, Role::Chair)
}

pub(crate) fn answer(because: &str) -> Answer {
    Answer {
        value: Value::Choice("yes".to_owned()),
        because: because.to_owned(),
        certainty: Some(Certainty::Known),
        evidence_strength: Some(EvidenceStrength::Documented),
        by: Some("Zoë Brûlé".to_owned()),
    }
}

/// Every kind of change: whoever asks for one that does not exist is told all that do.
pub(crate) fn kinds_there_are() -> Vec<String> {
    let refused = serde_json::from_str::<Change>(r#"{"kind":"?","body":{}}"#).unwrap_err();
    let refused = refused.to_string();
    let kinds = refused.split('`').skip(3).step_by(2);
    kinds.map(str::to_owned).collect()
}

/// Does something of every kind; gives the changes in order, but for the one that
/// was erased.
pub(crate) fn everything(dossier: &mut Dossier, entropy: &mut Counting) -> Vec<Change> {
    let mut done = Vec::new();
    let mut steps = Steps {
        dossier,
        entropy,
        done: &mut done,
    };
    steps.go(Change::OrganisationDescribed(Organisation {
        sector: "Detailhandel".to_owned(),
        ..organisation()
    }));
    steps.go(Change::CommitteeDescribed(Committee {
        mandate: "Advies aan de directie".to_owned(),
        ..Committee::default()
    }));
    let zoe = MemberId(steps.go(Change::MemberJoined(member("Zoë"))));
    let bram = MemberId(steps.go(Change::MemberJoined(member("Bram de Vries"))));
    steps.go(Change::MemberRevised {
        member: zoe,
        now: Member {
            speaks_for: [SpeaksFor::Customers].into_iter().collect(),
            ..member("Zoë Brûlé")
        },
    });
    steps.go(Change::MemberLeft { member: bram });
    let named = |name: &str| Subject {
        name: name.to_owned(),
        ..Subject::default()
    };
    let subject = SubjectId(steps.go(Change::SubjectAdded(named("Chatbot"))));
    steps.go(Change::SubjectRevised {
        subject,
        now: named("Chatbot Vera"),
    });
    let date = "2026-11-21".parse().unwrap();
    let scope = "De chatbot op de website".to_owned();
    let questionnaire = br#"{"id":"customer-contact-ai"}"#;
    let started = steps.keep(questionnaire, "application/json", |digest, _| {
        Change::AssessmentStarted {
            subject,
            questionnaire: Pinned {
                id: "customer-contact-ai".to_owned(),
                version: "1.0".to_owned(),
                digest,
            },
            date,
            scope: scope.clone(),
        }
    });
    let assessment = AssessmentId(started);
    let date = "2027-01-01".parse().unwrap();
    steps.go(Change::AssessmentRevised {
        assessment,
        date,
        scope,
    });
    let answered = |question: &str, because: &str, based_on| Change::AnswerRecorded {
        assessment,
        question: question.into(),
        answer: answer(because),
        based_on,
        taken_over_from: None,
    };
    let first = steps.go(answered("HUM-01", "Eerst gedacht", vec![]));
    let answer = steps.go(answered(
        "HUM-01",
        "Klanten kunnen altijd \u{1F44B} iemand spreken",
        vec![first],
    ));
    let open = steps.go(answered("HUM-02", "Te snel", vec![]));
    steps.go(Change::AnswerWithdrawn {
        assessment,
        question: "HUM-02".into(),
        based_on: vec![open],
    });
    let attached = |label: &str, content: &str| {
        (
            content.as_bytes().to_vec(),
            label.to_owned(),
            "text/plain".to_owned(),
        )
    };
    let mut evidence = Vec::new();
    for (content, label, media_type) in [
        attached("../handboek.txt", "Handboek"),
        attached("oud.txt", "Oud"),
    ] {
        evidence.push(steps.keep(&content, &media_type.clone(), |sha256, size| {
            let evidence = Evidence {
                label,
                sha256,
                size,
                media_type,
            };
            Change::EvidenceAttached {
                assessment,
                question: "HUM-01".into(),
                evidence,
            }
        }));
    }
    steps.go(Change::EvidenceDetached {
        evidence: assessment::EvidenceId(evidence[1]),
    });
    steps.go(Change::SectionCompleted {
        assessment,
        section: "human_access".into(),
    });
    steps.go(Change::SectionReopened {
        assessment,
        section: "human_access".into(),
    });
    let hasty = steps.go(answered("HUM-03", "Ongedaan", vec![]));
    steps.go(Change::Undone { event: hasty });
    let renamed = steps.go(Change::SubjectRevised {
        subject,
        now: named("Chatbot Veer"),
    });
    let undone = steps.go(Change::Undone { event: renamed });
    steps.go(Change::Undone { event: undone });
    let guest = steps.go(Change::MemberJoined(member("Gast")));
    steps.go(Change::Erased {
        event: guest,
        reason: "op verzoek".to_owned(),
    });
    steps
        .done
        .retain(|change| *change != Change::MemberJoined(member("Gast")));
    for (mark, member) in [("5a", Some(zoe)), ("6b", None)] {
        let copy = CopyId(steps.go(Change::CopyHandedOut(HandedOut {
            mark: mark.repeat(16),
            member,
            file: "Thuiswerk.dossier".to_owned(),
        })));
        steps.go(match member {
            Some(_) => Change::CopyTakenIn { copy },
            None => Change::CopyGivenUp {
                copy,
                reason: "de laptop is kwijt".to_owned(),
            },
        });
    }
    steps.go(Change::RetentionChosen {
        until: "2036-12-31".parse().unwrap(),
        reason: "Bewaartermijn".to_owned(),
    });
    steps.go(Change::ReportStyled(ReportStyle {
        accent: Some("#154a6d".to_owned()),
        sections: BTreeMap::from([(
            SectionPlace::After("method".to_owned()),
            "<p>Eigen woorden</p>".to_owned(),
        )]),
        ..ReportStyle::default()
    }));
    let fingerprint = steps.dossier.fingerprint();
    steps.keep(b"%PDF-1.7 signed", "application/pdf", |sha256, _| {
        Change::ReportSigned {
            assessment,
            sha256,
            fingerprint: fingerprint.root,
            events: fingerprint.events,
            language: Language::Nl,
            signers: vec!["Zoë Brûlé".to_owned()],
            certificates: Vec::new(),
            heads: fingerprint.heads,
            awaited: vec!["Noor Voorbeeld".to_owned()],
        }
    });
    let work = Work {
        assessment,
        subject,
        chair: zoe,
        answer,
    };
    committee_work::work(&mut steps, work);
    done
}

pub(crate) struct Steps<'a> {
    pub(crate) dossier: &'a mut Dossier,
    pub(crate) entropy: &'a mut Counting,
    pub(crate) done: &'a mut Vec<Change>,
}

impl Steps<'_> {
    pub(crate) fn go(&mut self, change: Change) -> assessment::EventId {
        self.done.push(change.clone());
        self.dossier
            .record(vec![change], stamp(), self.entropy)
            .unwrap()[0]
            .id
    }

    pub(crate) fn keep(
        &mut self,
        content: &[u8],
        media_type: &str,
        change: impl FnOnce(String, u64) -> Change,
    ) -> assessment::EventId {
        let done = &mut *self.done;
        self.dossier
            .act(stamp(), self.entropy, |act| {
                let blob = act.store_blob(&mut io::Cursor::new(content), media_type)?;
                let change = change(blob.sha256, blob.size);
                done.push(change.clone());
                act.record(change)
            })
            .unwrap()
    }
}
