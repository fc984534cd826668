//! What goes to a timestamping authority and what comes back, as bytes of files (`.tsq` and `.tsr`).

use std::fmt;

use der::{
    Any, Decode, Encode, Sequence,
    asn1::{BitString, Int, OctetString, Uint},
};
use rand_core::CryptoRngCore;
use x509_cert::{ext::Extensions, spki::AlgorithmIdentifierOwned, spki::ObjectIdentifier};

use super::{TimestampRefused, token::Imprint};
use crate::policy::{self, Hash};

/// No answer is larger.
const LARGEST_RESPONSE: usize = 1 << 16;

/// The number that ties an answer to its question.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Nonce([u8; 16]);

impl Nonce {
    /// Draws a new one.
    pub fn random(rng: &mut impl CryptoRngCore) -> Self {
        let mut bytes = [0; 16];
        rng.fill_bytes(&mut bytes);
        Self(bytes)
    }

    /// The nonce of a request that was made here and kept.
    #[must_use]
    pub fn of_request(request: &[u8]) -> Option<Self> {
        let request = Request::from_der(request).ok()?;
        let nonce = request.nonce?;
        let bytes = nonce.as_bytes();
        // A positive number of 128 bits may need a byte more for its sign, or fewer bytes.
        let bytes = bytes.strip_prefix(&[0]).unwrap_or(bytes);
        let mut whole = [0; 16];
        whole
            .get_mut(16_usize.checked_sub(bytes.len())?..)?
            .copy_from_slice(bytes);
        Some(Self(whole))
    }

    fn number(self) -> der::Result<Int> {
        Int::from_der(&Uint::new(&self.0)?.to_der()?)
    }

    pub(super) fn is(self, answer: Option<&[u8]>) -> bool {
        let own = self.number().ok();
        own.as_ref().map(Int::as_bytes) == answer
    }
}

impl fmt::Debug for Nonce {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Nonce({})", hex::encode(self.0))
    }
}

/// RFC 3161, section 2.4.1.
#[derive(Sequence)]
struct Request {
    version: u8,
    imprint: Imprint,
    #[asn1(optional = "true")]
    policy: Option<ObjectIdentifier>,
    #[asn1(optional = "true")]
    nonce: Option<Int>,
    #[asn1(default = "Default::default")]
    with_certificate: bool,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", optional = "true")]
    extensions: Option<Extensions>,
}

/// RFC 3161, section 2.4.2.
#[derive(Sequence)]
struct Response {
    status: Status,
    #[asn1(optional = "true")]
    token: Option<Any>,
}

#[derive(Sequence)]
struct Status {
    status: u8,
    #[asn1(optional = "true")]
    text: Option<Vec<Any>>,
    #[asn1(optional = "true")]
    failure: Option<BitString>,
}

const GRANTED: u8 = 0;
const GRANTED_WITH_CHANGES: u8 = 1;

/// Asks for a timestamp of these parts, one after another, with the authority's certificate.
pub(super) fn request(parts: &[&[u8]], nonce: Nonce) -> der::Result<Vec<u8>> {
    Request {
        version: 1,
        imprint: Imprint {
            algorithm: AlgorithmIdentifierOwned {
                oid: policy::SHA_256,
                parameters: Some(Any::null()),
            },
            hash: OctetString::new(Hash::Sha256.of(parts))?,
        },
        policy: None,
        nonce: Some(nonce.number()?),
        with_certificate: true,
        extensions: None,
    }
    .to_der()
}

/// The token in an answer, written as DER.
pub(super) fn token(response: &[u8]) -> Result<Vec<u8>, TimestampRefused> {
    let not_an_answer = |error: der::Error| TimestampRefused::NotAnAnswer(error.to_string());
    if response.len() > LARGEST_RESPONSE {
        return Err(TimestampRefused::NotAnAnswer("too large".to_owned()));
    }
    let response = Response::from_der(response).map_err(not_an_answer)?;
    let status = response.status;
    if !matches!(status.status, GRANTED | GRANTED_WITH_CHANGES) {
        let words = status.text.iter().flatten();
        let words: Vec<_> = words
            .map(|text| String::from_utf8_lossy(text.value()))
            .collect();
        return Err(TimestampRefused::NotGranted {
            status: status.status,
            text: words.join(" "),
        });
    }
    let token = response.token.ok_or_else(|| TimestampRefused::NotGranted {
        status: status.status,
        text: String::new(),
    })?;
    // Some authorities order the certificates by their own taste. Order is no part of what they signed.
    let written = || -> der::Result<Vec<u8>> {
        let mut content: cms::content_info::ContentInfo = token.decode_as()?;
        let signed_data: cms::signed_data::SignedData = content.content.decode_as()?;
        content.content = Any::encode_from(&signed_data)?;
        content.to_der()
    };
    written().map_err(not_an_answer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_gives_its_nonce_back() {
        for first in [0, 1, 0x7F, 0x80, 0xFF] {
            let mut bytes = [7; 16];
            bytes[0] = first;
            let request = request(&[b"content"], Nonce(bytes)).unwrap();
            assert_eq!(Nonce::of_request(&request), Some(Nonce(bytes)));
        }
        assert_eq!(Nonce::of_request(b"anything"), None);
    }
}
