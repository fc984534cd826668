//! From what a signature says to what it proves: since when it exists, who made it, whether that person's certificate still counted.

use jiff::Timestamp;

use super::{
    Level, TimestampFinding, revisions::Filling, signature::Statement, trust::Path, validation,
};
use crate::{
    certificate::Certificate,
    finding::{Code, Effect, Finding},
    revocation::Evidence,
    timestamp::Token,
};

/// What everything is judged with.
pub(crate) struct Bench<'a> {
    pub(crate) trust: &'a [Certificate],
    pub(crate) evidence: Option<&'a Evidence>,
    /// The revisions that added validation data.
    pub(crate) additions: &'a [usize],
}

/// What a signature is worth.
pub(crate) struct Standing {
    pub(crate) level: Level,
    pub(crate) timestamp: Option<TimestampFinding>,
    pub(crate) trusted: bool,
}

/// A timestamp that is right in itself.
pub(crate) struct Stamp {
    revision: usize,
    pub(crate) finding: TimestampFinding,
    /// Whether validation data speaks for its authority.
    covered: bool,
}

impl Bench<'_> {
    /// Judges a timestamp by the authority that made it, in its field or in the signature there.
    pub(crate) fn stamp(&self, filling: &Filling, token: &Token) -> (Stamp, Vec<Finding>) {
        let mut doubts = Vec::new();
        let authority = token.certificate.subject();
        let (mut trusted, mut covered) = (false, false);
        match self.path(&token.certificate, &token.others, token.time) {
            Ok(path) => {
                let doubt;
                (covered, doubt) = self.revocation(&path, token.time, false);
                // Nobody's signature fails for the clock of somebody else: a revoked authority proves no time, that is all.
                let revoked = matches!(&doubt, Some(one) if one.code == Code::CertificateRevoked);
                trusted = path.anchored && !revoked;
                doubts.extend(doubt.filter(|_| !revoked));
            }
            Err(stray) => doubts.push(Finding::new(Code::TimestampInvalid).detail(stray)),
        }
        if !trusted {
            doubts.push(Finding::new(Code::TimestampUntrusted).detail(&authority));
        }
        let stamp = Stamp {
            revision: filling.revision,
            finding: TimestampFinding {
                time: token.time,
                authority,
                fingerprint: token.certificate.fingerprint(),
                trusted,
            },
            covered,
        };
        (stamp, doubts)
    }

    /// Judges a signature; `stamps` are the timestamps of the document.
    pub(crate) fn judge(
        &self,
        filling: &Filling,
        statement: &Statement,
        stamps: &[Stamp],
    ) -> (Standing, Vec<Finding>) {
        let (own, mut doubts) = match &statement.message.timestamp {
            None => (None, Vec::new()),
            Some(token) => {
                let (stamp, doubts) = self.stamp(filling, token);
                (Some(stamp), doubts)
            }
        };
        let later = || stamps.iter().filter(|one| one.revision > filling.revision);
        let trusted = |stamp: &&Stamp| stamp.finding.trusted;
        let proof = own.as_ref().into_iter().chain(later()).find(trusted);
        let stamp = proof.or(own.as_ref()).or_else(|| later().next());
        if let Some(stamp) = stamp
            && statement.time > stamp.finding.time
        {
            doubts.push(Finding::new(Code::TimeContradicted).detail(stamp.finding.time));
        }
        let at = proof.map_or(statement.time, |stamp| stamp.finding.time);
        let (trusted, covered, more) = self.signer(statement, at, proof.is_some());
        doubts.extend(more);
        let level = match stamp {
            None => Level::Basic,
            Some(stamp) if !covered || !stamp.covered => Level::Timestamped,
            Some(_) if later().any(|stamp| self.archives(filling, stamp)) => Level::Archived,
            Some(_) => Level::LongTerm,
        };
        let timestamp = stamp.map(|stamp| stamp.finding.clone());
        let standing = Standing {
            level,
            timestamp,
            trusted,
        };
        (standing, doubts)
    }

    /// Whether the signer is trusted at that time, whether validation data speaks for the chain, and what is to be told.
    fn signer(
        &self,
        statement: &Statement,
        at: Timestamp,
        proven: bool,
    ) -> (bool, bool, Vec<Finding>) {
        let mut findings = Vec::new();
        let certificate = &statement.message.certificate;
        let (mut anchored, mut covered) = (self.trust.contains(certificate), false);
        match self.path(certificate, &statement.message.others, at) {
            Ok(path) => {
                let doubt;
                (covered, doubt) = self.revocation(&path, at, proven);
                findings.extend(doubt);
                anchored = path.anchored;
            }
            Err(stray) => findings.push(Finding::new(Code::StrayCertificate).detail(stray)),
        }
        if !anchored {
            findings.push(Finding::new(Code::SignerUnknown).detail(certificate.fingerprint()));
        }
        if !certificate.is_valid_at(at) {
            let (from, until) = (certificate.valid_from(), certificate.valid_until());
            let detail = format!("{from} - {until}");
            findings.push(Finding::new(Code::CertificateNotValid).detail(detail));
        }
        if !certificate.allows_signing() {
            findings.push(Finding::new(Code::CertificateUsage));
        }
        let trusted = findings
            .iter()
            .all(|finding| finding.code.effect() == Effect::Notice);
        if certificate.name().as_deref() != Some(&statement.name) {
            findings.push(Finding::new(Code::CertificateName).detail(certificate.subject()));
        }
        (trusted, covered, findings)
    }

    fn path<'a>(
        &'a self,
        leaf: &'a Certificate,
        others: &'a [Certificate],
        at: Timestamp,
    ) -> Result<Path<'a>, String> {
        let known = self
            .evidence
            .map(|evidence| evidence.certificates.as_slice());
        Path::find(leaf, others, known.unwrap_or_default(), self.trust, at)
    }

    /// Without validation data in the file, nothing is said about revocation.
    fn revocation(&self, path: &Path<'_>, at: Timestamp, proven: bool) -> (bool, Option<Finding>) {
        self.evidence.map_or((false, None), |evidence| {
            validation::judge(evidence, &path.links, path.anchored, self.trust, at, proven)
        })
    }

    /// Whether a timestamp of the document came after validation data, and that after the signature.
    fn archives(&self, filling: &Filling, stamp: &Stamp) -> bool {
        let mut additions = self.additions.iter();
        additions.any(|addition| (filling.revision..stamp.revision).contains(addition))
    }
}
