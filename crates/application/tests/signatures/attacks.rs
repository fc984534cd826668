//! Attacks on our own reports: every edition, with one, two and five signatures. Whoever knows the
//! format can do all of this with a text editor and some patience; none of it may pass.
//!
//! Each variant names the findings of which one must be made; a file that merely says less than it
//! should (a signature cut off, a report signed by a stranger) must at least say so.

mod disguises;
mod forms;
mod variants;

use std::collections::BTreeSet;

use signature::{
    Certificate, Identity, NewIdentity, OsRng, Signer, Signing, SigningTime, Verdict, sign, verify,
};

use crate::desk::{Desk, MEMBERS};
use forms::Signed;
use variants::{Expected, Variant, all};

const EDITIONS: [&str; 3] = ["full", "public", "summary"];

/// The example, an identity for each member, and a stranger's with the chair's name.
struct Court {
    desk: Desk,
    members: Vec<Identity>,
    stranger: Identity,
    trust: Vec<Certificate>,
}

impl Court {
    fn new() -> Self {
        let members: Vec<Identity> = MEMBERS.iter().map(|who| identity(who)).collect();
        let certificates = members.iter().map(|member| member.certificate().clone());
        let mut desk = Desk::new();
        // All sign with the same; the third stands aside and declares nothing.
        for who in MEMBERS.iter().filter(|who| **who != MEMBERS[2]) {
            desk.declares(who, "abstain", "");
        }
        Self {
            desk,
            trust: certificates.collect(),
            stranger: identity(MEMBERS[0]),
            members,
        }
    }

    /// A report of an edition that awaits all five, after each of their signatures; the first is unsigned.
    fn signed(&mut self, edition: &str) -> Vec<Vec<u8>> {
        let name = format!("{edition}.pdf");
        self.desk.report(edition, &MEMBERS, &name);
        let mut files = vec![self.desk.read(&name)];
        for (who, member) in MEMBERS.iter().zip(&self.members) {
            files.push(signed_by(files.last().unwrap(), who, member));
        }
        files
    }
}

fn identity(who: &str) -> Identity {
    let new = NewIdentity {
        name: who,
        valid_from: noon(),
    };
    let file = Identity::create(&new, "geheim", &mut OsRng).unwrap();
    Identity::open(&file, "geheim").unwrap()
}

fn noon() -> jiff::Timestamp {
    "2026-11-21T12:00:00Z".parse().unwrap()
}

fn signed_by(pdf: &[u8], who: &str, identity: &Identity) -> Vec<u8> {
    let signing = Signing {
        field: None,
        name: who.to_owned(),
        role: None,
        position: Some("abstain".to_owned()),
        reason: Some("Onthouding".to_owned()),
        time: SigningTime {
            at: noon(),
            offset: jiff::tz::Offset::UTC,
        },
    };
    sign(pdf, &signing, identity).unwrap()
}

/// What is wrong with how a variant was judged, if anything.
fn escaped(variant: &Variant, trust: &[Certificate], signatures: usize) -> Option<String> {
    let found = verify(&variant.bytes, trust);
    let made: BTreeSet<&str> = found.findings.iter().map(|one| one.code.as_str()).collect();
    let refused = match variant.expected {
        Expected::Refused(findings) => {
            let named = findings.iter().any(|finding| made.contains(finding));
            matches!(found.verdict, Verdict::Altered | Verdict::Unreadable) && named
        }
        Expected::Stranger => {
            found.verdict == Verdict::IntactUnknownSigner && made.contains("signer-unknown")
        }
        Expected::Fewer => found.signatures.len() < signatures && !found.missing.is_empty(),
    };
    (!refused).then(|| format!("{}: {:?} {made:?}", variant.name, found.verdict))
}

#[test]
fn no_attack_on_a_report_of_any_edition_passes() {
    let mut court = Court::new();
    let mut escapes = Vec::new();
    let mut kinds = BTreeSet::new();
    let files: Vec<_> = EDITIONS.map(|edition| court.signed(edition)).to_vec();
    for (place, edition) in EDITIONS.iter().enumerate() {
        let by_stranger = signed_by(&files[place][0], MEMBERS[0], &court.stranger);
        let other = &files[(place + 1) % EDITIONS.len()];
        for signatures in [1, 2, 5] {
            let own = &files[place];
            let sound = verify(&own[signatures], &court.trust);
            assert_eq!(
                (sound.verdict, sound.findings.as_slice()),
                (Verdict::Intact, &[][..])
            );
            let signed = Signed {
                stages: &own[..=signatures],
                other: &other[..=signatures],
                by_stranger: &by_stranger,
            };
            for variant in all(&signed) {
                kinds.insert(variant.name);
                if let Some(escape) = escaped(&variant, &court.trust, signatures) {
                    escapes.push(format!("{edition}, {signatures}: {escape}"));
                }
            }
        }
    }
    assert!(escapes.is_empty(), "{}", escapes.join("\n"));
    assert!(kinds.len() >= 130, "{} kinds of attack", kinds.len());
}

#[test]
fn sound_reports_of_every_edition_pass_with_every_number_of_signatures() {
    let mut court = Court::new();
    for edition in EDITIONS {
        let files = court.signed(edition);
        for (signatures, file) in files.iter().enumerate().skip(1) {
            let found = verify(file, &court.trust);
            assert_eq!(
                (found.verdict, found.signatures.len()),
                (Verdict::Intact, signatures)
            );
            assert_eq!(found.findings, []);
        }
        std::fs::write(court.desk.path("alle.pdf"), files.last().unwrap()).unwrap();
        let found = court.desk.verify("alle.pdf", &[]);
        assert_eq!(
            (found.verdict, found.data),
            ("intact-unknown-signer", "equal")
        );
    }
}
