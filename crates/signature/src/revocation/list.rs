//! Revocation lists (RFC 5280). A list may be for one kind of certificate or for those that name its place, and speaks for those;
//! of lists with some reasons only, of indirect and of changing ones, nothing but a revocation counts.

use std::collections::BTreeMap;

use der::{Decode, Encode};
use jiff::Timestamp;
use x509_cert::{
    crl::CertificateList,
    ext::pkix::{crl::dp::IssuingDistributionPoint, name::DistributionPointName},
};

use super::Word;
use crate::{
    certificate::{Certificate, timestamp},
    policy,
};

/// The extension that says for which certificates a list is.
const SCOPE: der::oid::ObjectIdentifier = der::oid::db::rfc5280::ID_CE_ISSUING_DISTRIBUTION_POINT;

/// A list that was read; whose it is shows when it is asked.
#[derive(Clone, Debug)]
pub(crate) struct List {
    parsed: CertificateList,
    /// What was signed.
    signed: Vec<u8>,
    /// By serial number.
    revoked: BTreeMap<Vec<u8>, Timestamp>,
}

impl List {
    /// Reads a list in DER form, and insists on it.
    pub(crate) fn from_der(der: &[u8]) -> Option<Self> {
        let parsed = CertificateList::from_der(der).ok()?;
        if parsed.to_der().ok()? != der
            || parsed.signature_algorithm != parsed.tbs_cert_list.signature
        {
            return None;
        }
        let signed = parsed.tbs_cert_list.to_der().ok()?;
        let mut revoked = BTreeMap::new();
        for one in parsed.tbs_cert_list.revoked_certificates.iter().flatten() {
            let date = timestamp(&one.revocation_date);
            let earliest = revoked
                .entry(one.serial_number.as_bytes().to_vec())
                .or_insert(date);
            *earliest = date.min(*earliest);
        }
        Some(Self {
            parsed,
            signed,
            revoked,
        })
    }

    /// Whether that issuer made the list.
    pub(super) fn is_signed_by(&self, issuer: &Certificate) -> bool {
        let tbs = &self.parsed.tbs_cert_list;
        let algorithm = &self.parsed.signature_algorithm;
        let is_theirs = tbs.issuer == issuer.parsed().tbs_certificate.subject
            && issuer.signs_lists()
            && policy::check(algorithm.oid, timestamp(&tbs.this_update)).is_ok();
        let (true, Ok(key), Some(signature)) = (
            is_theirs,
            issuer.public_key(),
            self.parsed.signature.as_bytes(),
        ) else {
            return false;
        };
        policy::verify(&key, algorithm, &self.signed, signature).is_ok()
    }

    /// What the list says of a certificate of the issuer who made it.
    pub(super) fn word(&self, certificate: &Certificate) -> Word {
        let tbs = &self.parsed.tbs_cert_list;
        let since = timestamp(&tbs.this_update);
        let serial = &certificate.parsed().tbs_certificate.serial_number;
        Word {
            revoked: self.revoked.get(serial.as_bytes()).copied(),
            since,
            until: tbs.next_update.as_ref().map_or(since, timestamp),
            understood: self.speaks_for(certificate),
        }
    }

    /// Whether every rule in the list that must be understood is understood, and the list is for such a certificate.
    fn speaks_for(&self, certificate: &Certificate) -> bool {
        let tbs = &self.parsed.tbs_cert_list;
        let entries = tbs.revoked_certificates.iter().flatten();
        let of_entries = entries.flat_map(|entry| entry.crl_entry_extensions.iter().flatten());
        let mut all = tbs.crl_extensions.iter().flatten().chain(of_entries);
        all.all(|extension| match extension.extn_id {
            SCOPE => {
                let point = IssuingDistributionPoint::from_der(extension.extn_value.as_bytes());
                point.is_ok_and(|point| is_within(certificate, &point))
            }
            _ => !extension.critical,
        })
    }
}

/// Whether a certificate is one of those that a list with this scope is for (RFC 5280, section 6.3.3).
fn is_within(certificate: &Certificate, scope: &IssuingDistributionPoint) -> bool {
    let other_kind = if certificate.is_authority() {
        scope.only_contains_user_certs
    } else {
        scope.only_contains_ca_certs
    };
    let kind = !other_kind && !scope.only_contains_attribute_certs;
    let whole = scope.only_some_reasons.is_none() && !scope.indirect_crl;
    let place = match &scope.distribution_point {
        None => true,
        Some(DistributionPointName::FullName(names)) => {
            let own = certificate.places_of_lists();
            names.iter().any(|name| own.contains(name))
        }
        Some(DistributionPointName::NameRelativeToCRLIssuer(_)) => false,
    };
    kind && whole && place
}
