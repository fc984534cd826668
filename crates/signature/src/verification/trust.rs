//! Who signed: trusted certificates, chains to trusted issuers, validity at a time.

use jiff::Timestamp;

use crate::{certificate::Certificate, policy};

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
    /// Finds the issuers of a certificate among those that came along and, beyond them, among those that are known otherwise; and
    /// looks for a trusted one at that time.
    ///
    /// # Errors
    /// When a certificate came along that is no link; the text names it.
    pub(crate) fn find(
        leaf: &'a Certificate,
        others: &'a [Certificate],
        known: &'a [Certificate],
        trust: &'a [Certificate],
        at: Timestamp,
    ) -> Result<Self, String> {
        let mut links = vec![leaf];
        links.extend(chain(leaf, others)?);
        extend(&mut links, known);
        if trust.contains(leaf) {
            // Of one that is trusted itself only its own issuer may say something, not whoever stands above that.
            links.truncate(2);
            return Ok(Self {
                links,
                anchored: true,
            });
        }
        let anchored = anchor(&mut links, trust, at);
        Ok(Self { links, anchored })
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
    while !current.is_self_issued()
        && let Some(index) = rest.iter().position(|issuer| current.is_issued_by(issuer))
    {
        current = rest.remove(index);
        links.push(current);
    }
    match rest.first() {
        Some(stray) => Err(stray.subject()),
        None => Ok(links),
    }
}

/// Adds issuers from certificates that need not all be links. A certificate that issued itself has no other issuer, though
/// anybody can make one for its name and its key.
fn extend<'a>(links: &mut Vec<&'a Certificate>, known: &'a [Certificate]) {
    while let Some(last) = links.last().copied()
        && links.len() <= MOST_ISSUERS
        && !last.is_self_issued()
        && let Some(issuer) = known
            .iter()
            .find(|one| !links.contains(one) && last.is_issued_by(one))
    {
        links.push(issuer);
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
