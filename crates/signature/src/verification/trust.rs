//! Who signed: trusted certificates, chains to trusted issuers, validity at a time.

use jiff::Timestamp;

use super::signature::Statement;
use crate::{
    certificate::Certificate,
    finding::{Code, Finding},
    policy,
    timestamp::Token,
};

/// Nobody needs longer chains; the bound keeps the search small.
const MOST_ISSUERS: usize = 8;

/// A certificate with its issuers.
pub(crate) struct Path<'a> {
    /// The certificate, its issuer, and so on, as far as they are known; a trusted issuer is the last.
    pub(crate) links: Vec<&'a Certificate>,
    /// Whether the certificate is trusted, or a trusted authority stands above it.
    pub(crate) anchored: bool,
}

impl<'a> Path<'a> {
    /// Finds the issuers of a certificate among those that came along, and looks for a trusted one at that time.
    ///
    /// # Errors
    /// When a certificate came along that is no link; the text names it.
    pub(crate) fn find(
        leaf: &'a Certificate,
        others: &'a [Certificate],
        trust: &'a [Certificate],
        at: Timestamp,
    ) -> Result<Self, String> {
        let mut links = vec![leaf];
        links.extend(chain(leaf, others)?);
        if trust.contains(leaf) {
            return Ok(Self {
                links: vec![leaf],
                anchored: true,
            });
        }
        let anchored = anchor(&mut links, trust, at);
        Ok(Self { links, anchored })
    }
}

/// Whether the signer is trusted at that time, and what is to be told about the certificate.
pub(crate) fn judge(
    statement: &Statement,
    trust: &[Certificate],
    at: Timestamp,
) -> (bool, Vec<Finding>) {
    let mut findings = Vec::new();
    let certificate = &statement.message.certificate;
    let path = Path::find(certificate, &statement.message.others, trust, at);
    let anchored = match path {
        Ok(path) => path.anchored,
        Err(stray) => {
            findings.push(Finding::new(Code::StrayCertificate).detail(stray));
            trust.contains(certificate)
        }
    };
    if !anchored {
        findings.push(Finding::new(Code::SignerUnknown).detail(certificate.fingerprint()));
    }
    if !certificate.is_valid_at(at) {
        let (from, until) = (certificate.valid_from(), certificate.valid_until());
        findings
            .push(Finding::new(Code::CertificateNotValid).detail(format_args!("{from} - {until}")));
    }
    if !certificate.allows_signing() {
        findings.push(Finding::new(Code::CertificateUsage));
    }
    let trusted = findings.is_empty();
    if certificate.name().as_deref() != Some(&statement.name) {
        findings.push(Finding::new(Code::CertificateName).detail(certificate.subject()));
    }
    (trusted, findings)
}

/// Whether the authority of a timestamp is trusted, and what is to be told about it.
pub(crate) fn judge_timestamp(token: &Token, trust: &[Certificate]) -> (bool, Option<Finding>) {
    match Path::find(&token.certificate, &token.others, trust, token.time) {
        Ok(path) if path.anchored => (true, None),
        Ok(_) => {
            let authority = token.certificate.subject();
            let finding = Finding::new(Code::TimestampUntrusted).detail(authority);
            (false, Some(finding))
        }
        Err(stray) => {
            let finding = Finding::new(Code::TimestampInvalid).detail(stray);
            (false, Some(finding))
        }
    }
}

/// The issuers that came along, each the issuer of the one before; a certificate that is no link is refused.
fn chain<'a>(
    leaf: &'a Certificate,
    others: &'a [Certificate],
) -> Result<Vec<&'a Certificate>, String> {
    if others.len() > MOST_ISSUERS {
        return Err(others.len().to_string());
    }
    let mut links: Vec<&Certificate> = Vec::new();
    let mut rest: Vec<&Certificate> = others.iter().collect();
    let mut current = leaf;
    while let Some(index) = rest.iter().position(|issuer| current.is_issued_by(issuer)) {
        current = rest.remove(index);
        links.push(current);
    }
    match rest.first() {
        Some(stray) => Err(stray.subject()),
        None => Ok(links),
    }
}

/// Whether some link is a trusted authority or was issued by one, with every authority below it allowed to issue and valid, and
/// every link signed by an algorithm that counts. The trusted authority becomes the last link.
fn anchor<'a>(links: &mut Vec<&'a Certificate>, trust: &'a [Certificate], at: Timestamp) -> bool {
    let authority =
        |issuer: &Certificate, below: usize| issuer.may_issue(below) && issuer.is_valid_at(at);
    for (index, link) in links.clone().into_iter().enumerate() {
        if index > 0 {
            if !link.is_understood() || !authority(link, index - 1) {
                return false;
            }
            if trust.contains(link) {
                links.truncate(index + 1);
                return true;
            }
        }
        if !link.is_understood() || policy::check(link.signature_algorithm(), at).is_err() {
            return false;
        }
        let issuer = trust
            .iter()
            .find(|anchor| authority(anchor, index) && link.is_issued_by(anchor));
        if let Some(issuer) = issuer {
            links.truncate(index + 1);
            links.push(issuer);
            return true;
        }
    }
    false
}
