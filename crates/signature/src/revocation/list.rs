//! Revocation lists (RFC 5280). Whole lists only: of partial, indirect and changing ones, nothing but a revocation counts.

use std::collections::BTreeMap;

use der::{Decode, Encode};
use jiff::Timestamp;
use x509_cert::crl::CertificateList;

use super::Word;
use crate::{
    certificate::{Certificate, timestamp},
    policy,
};

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

    /// What the list says of a certificate, when the certificate's issuer made it.
    pub(super) fn word(&self, certificate: &Certificate, issuer: &Certificate) -> Option<Word> {
        let tbs = &self.parsed.tbs_cert_list;
        let own = &issuer.parsed().tbs_certificate;
        if tbs.issuer != own.subject || !issuer.signs_lists() {
            return None;
        }
        let algorithm = &self.parsed.signature_algorithm;
        let since = timestamp(&tbs.this_update);
        policy::check(algorithm.oid, since).ok()?;
        let key = issuer.public_key().ok()?;
        let signature = self.parsed.signature.as_bytes()?;
        policy::verify(&key, algorithm, &self.signed, signature).ok()?;
        let serial = certificate
            .parsed()
            .tbs_certificate
            .serial_number
            .as_bytes();
        Some(Word {
            revoked: self.revoked.get(serial).copied(),
            since,
            until: tbs.next_update.as_ref().map_or(since, timestamp),
            understood: self.is_understood(),
        })
    }

    fn is_understood(&self) -> bool {
        let tbs = &self.parsed.tbs_cert_list;
        let entries = tbs.revoked_certificates.iter().flatten();
        let of_entries = entries.flat_map(|entry| entry.crl_entry_extensions.iter().flatten());
        let mut all = tbs.crl_extensions.iter().flatten().chain(of_entries);
        all.all(|extension| !extension.critical)
    }
}
