//! Who signed: trusted certificates, chains to trusted issuers, validity at the stated time.

use super::signature::Statement;
use crate::{
    certificate::Certificate,
    finding::{Code, Finding},
};

/// Nobody needs longer chains; the bound keeps the search small.
const MOST_ISSUERS: usize = 8;

/// Whether the signer is trusted, and what is to be told about the certificate.
pub(crate) fn judge(statement: &Statement, trust: &[Certificate]) -> (bool, Vec<Finding>) {
    let mut findings = Vec::new();
    let certificate = &statement.message.certificate;
    let issuers = match chain(certificate, &statement.message.others) {
        Ok(issuers) => issuers,
        Err(stray) => {
            findings.push(Finding::new(Code::StrayCertificate).detail(stray));
            Vec::new()
        }
    };
    let mut path = vec![certificate];
    path.extend(issuers);
    let anchored = trust.contains(certificate) || is_anchored(&path, trust, statement);
    if !anchored {
        findings.push(Finding::new(Code::SignerUnknown).detail(certificate.fingerprint()));
    }
    if !certificate.is_valid_at(statement.time) {
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

/// Whether some link is a trusted authority or was issued by one, with every authority below it allowed to issue and valid.
fn is_anchored(path: &[&Certificate], trust: &[Certificate], statement: &Statement) -> bool {
    let authority = |issuer: &Certificate, below: usize| {
        issuer.may_issue(below) && issuer.is_valid_at(statement.time)
    };
    for (index, link) in path.iter().enumerate() {
        if !link.is_understood() {
            return false;
        }
        if index > 0 {
            if !authority(link, index - 1) {
                return false;
            }
            if trust.contains(link) {
                return true;
            }
        }
        if trust
            .iter()
            .any(|anchor| authority(anchor, index) && link.is_issued_by(anchor))
        {
            return true;
        }
    }
    false
}
