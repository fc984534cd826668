//! Whether a certificate was revoked: from lists and answers that somebody put into the file, never from the network.

mod answer;
mod list;

use std::{cell::RefCell, collections::BTreeMap};

use jiff::Timestamp;

pub(crate) use self::{answer::Answer, list::List};
use crate::certificate::{Certificate, Fingerprint};

/// What one list or answer says of one certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// Since when it is revoked, where it is.
    pub(crate) revoked: Option<Timestamp>,
    /// From when this was known to be so.
    pub(crate) since: Timestamp,
    /// Until when nothing newer was to come.
    pub(crate) until: Timestamp,
    /// Whether every rule in it that must be understood is understood. What is not still revokes, and never acquits.
    pub(crate) understood: bool,
}

/// What is known of one certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    Good,
    Revoked(Timestamp),
    Unknown,
}

/// The validation data of a file.
#[derive(Debug, Default)]
pub(crate) struct Evidence {
    pub(crate) certificates: Vec<Certificate>,
    pub(crate) lists: Vec<List>,
    pub(crate) answers: Vec<Answer>,
    /// Which list (by its place) was signed by whom: it is the same for every certificate that is asked about, and a file may
    /// ask often about lists that are long.
    signed: RefCell<BTreeMap<(usize, Fingerprint), bool>>,
}

impl Evidence {
    /// Whether a certificate was revoked at a time, as its issuer says: under whichever certificate, as long as it is for the
    /// same name and key. Else anybody could put one before the real one that may not sign lists. Where that time is not `proven`, any revocation counts: whoever has a revoked
    /// key can state any time.
    pub(crate) fn standing(
        &self,
        certificate: &Certificate,
        issuer: &Certificate,
        trust: &[Certificate],
        at: Timestamp,
        proven: bool,
    ) -> Standing {
        let others = self.certificates.iter().chain(trust);
        let same = others.filter(|other| *other != issuer && other.is_same_subject(issuer));
        let words: Vec<Word> = std::iter::once(issuer)
            .chain(same)
            .flat_map(|issuer| self.words(certificate, issuer))
            .collect();
        let revoked = words.iter().filter_map(|word| word.revoked).min();
        if let Some(revoked) = revoked.filter(|revoked| !proven || *revoked <= at) {
            return Standing::Revoked(revoked);
        }
        // A list that came after the certificate had run out may have dropped it.
        let speaks = |word: &Word| {
            word.understood && word.until >= at && word.since <= certificate.valid_until()
        };
        if words.iter().any(speaks) {
            Standing::Good
        } else {
            Standing::Unknown
        }
    }

    /// What lists and answers say of a certificate, by this certificate of its issuer.
    fn words(&self, certificate: &Certificate, issuer: &Certificate) -> Vec<Word> {
        let lists = self.lists.iter().enumerate().filter_map(|(place, list)| {
            let mut signed = self.signed.borrow_mut();
            let signed = signed.entry((place, issuer.fingerprint()));
            let is_theirs = *signed.or_insert_with(|| list.is_signed_by(issuer));
            is_theirs.then(|| list.word(certificate))
        });
        let answers = self.answers.iter();
        let answers = answers.filter_map(|answer| answer.word(certificate, issuer));
        lists.chain(answers).collect()
    }
}
