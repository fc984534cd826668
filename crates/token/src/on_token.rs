//! What is on a card or token, before anybody gave a PIN.

use std::fmt;

use cryptoki::{
    object::{Attribute, AttributeType, CertificateType, ObjectClass},
    session::Session,
    slot::{Slot, TokenInfo},
};
use signature::Certificate;

use crate::{
    fault::{TokenFault, Tries},
    library::tries,
};

/// Nobody's card holds more; a library that says otherwise is not believed.
const MOST: usize = 256;

/// A certificate on a card or token.
#[derive(Clone)]
pub struct OnToken {
    pub(crate) slot: Slot,
    /// By this, a certificate and its key know each other.
    pub(crate) id: Vec<u8>,
    pub(crate) issuers: Vec<Certificate>,
    /// The certificate.
    pub certificate: Certificate,
    /// What the token calls it; possibly nothing.
    pub label: String,
    /// What the card or token calls itself.
    pub token: String,
    /// Whether the PIN is typed on the reader and not here.
    pub pin_on_reader: bool,
    /// How many times the PIN may still be mistyped.
    pub tries: Tries,
}

impl fmt::Debug for OnToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OnToken({:?} on {})", self.certificate, self.token)
    }
}

/// The certificates of persons on one token, each with those of its issuers that are there too.
pub(crate) fn certificates(
    session: &Session,
    slot: Slot,
    info: &TokenInfo,
) -> Result<Vec<OnToken>, TokenFault> {
    let wanted = [
        Attribute::Class(ObjectClass::CERTIFICATE),
        Attribute::CertificateType(CertificateType::X_509),
    ];
    let mut persons: Vec<(Certificate, String, Vec<u8>)> = Vec::new();
    let mut authorities = Vec::new();
    for object in session.find_objects(&wanted)?.into_iter().take(MOST) {
        let kept = [
            AttributeType::Value,
            AttributeType::Label,
            AttributeType::Id,
        ];
        let (mut value, mut label, mut id) = (Vec::new(), Vec::new(), Vec::new());
        for attribute in session.get_attributes(object, &kept)? {
            match attribute {
                Attribute::Value(bytes) => value = bytes,
                Attribute::Label(bytes) => label = bytes,
                Attribute::Id(bytes) => id = bytes,
                _ => {}
            }
        }
        // What cannot be read is no certificate of anybody.
        let Ok(certificate) = Certificate::from_der(&value) else {
            continue;
        };
        if certificate.is_authority() {
            authorities.push(certificate);
        } else if persons.iter().all(|(known, _, _)| *known != certificate) {
            let label = String::from_utf8_lossy(&label).trim().to_owned();
            persons.push((certificate, label, id));
        }
    }
    let on_token = |(certificate, label, id): (Certificate, String, Vec<u8>)| OnToken {
        slot,
        id,
        issuers: certificate.issuers_among(authorities.clone()),
        certificate,
        label,
        token: info.label().trim().to_owned(),
        pin_on_reader: info.protected_authentication_path(),
        tries: tries(info),
    };
    Ok(persons.into_iter().map(on_token).collect())
}
