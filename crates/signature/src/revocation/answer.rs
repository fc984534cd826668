//! Answers about single certificates (OCSP, RFC 6960), by the issuer or by somebody whom the issuer appointed.

use der::{Decode, Encode};
use jiff::Timestamp;
use sha1::Sha1;
use sha2::{Digest, Sha256};
use x509_cert::spki::ObjectIdentifier;
use x509_ocsp::{
    BasicOcspResponse, CertId, CertStatus, OcspGeneralizedTime, OcspResponse, OcspResponseStatus,
};

use super::Word;
use crate::{certificate::Certificate, policy};

const BASIC: ObjectIdentifier = der::oid::db::rfc6960::ID_PKIX_OCSP_BASIC;
const SHA_1: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.14.3.2.26");
/// Nobody needs longer chains of appointment.
const MOST_CERTIFICATES: usize = 8;

/// An answer that was read; whose it is shows when it is asked.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    parsed: BasicOcspResponse,
    /// What was signed.
    signed: Vec<u8>,
    /// The certificates that came along.
    certificates: Vec<Certificate>,
}

impl Answer {
    /// Reads a successful answer in DER form, and insists on it.
    pub(crate) fn from_der(der: &[u8]) -> Option<Self> {
        let response = OcspResponse::from_der(der).ok()?;
        if response.to_der().ok()? != der
            || response.response_status != OcspResponseStatus::Successful
        {
            return None;
        }
        let bytes = response
            .response_bytes
            .filter(|bytes| bytes.response_type == BASIC)?;
        let bytes = bytes.response.as_bytes();
        let parsed = BasicOcspResponse::from_der(bytes).ok()?;
        if parsed.to_der().ok()? != bytes {
            return None;
        }
        let certificates = parsed.certs.as_deref().unwrap_or_default();
        if certificates.len() > MOST_CERTIFICATES {
            return None;
        }
        let certificates = certificates
            .iter()
            .map(|one| Certificate::from_der(&one.to_der().ok()?).ok())
            .collect::<Option<_>>()?;
        let signed = parsed.tbs_response_data.to_der().ok()?;
        Some(Self {
            parsed,
            signed,
            certificates,
        })
    }

    /// What the answer says of a certificate, when the certificate's issuer or somebody appointed by it made it.
    pub(super) fn word(&self, certificate: &Certificate, issuer: &Certificate) -> Option<Word> {
        let data = &self.parsed.tbs_response_data;
        let serial = &certificate.parsed().tbs_certificate.serial_number;
        let single = data.responses.iter().find(|single| {
            single.cert_id.serial_number == *serial && names(&single.cert_id, issuer)
        })?;
        self.is_signed_for(issuer).then_some(())?;
        let since = timestamp(&single.this_update);
        let revoked = match &single.cert_status {
            CertStatus::Good(_) => None,
            CertStatus::Revoked(info) => Some(timestamp(&info.revocation_time)),
            CertStatus::Unknown(_) => return None,
        };
        let extensions = [&data.response_extensions, &single.single_extensions];
        let mut extensions = extensions.into_iter().flatten().flatten();
        Some(Word {
            revoked,
            since,
            until: single.next_update.as_ref().map_or(since, timestamp),
            understood: extensions.all(|extension| !extension.critical),
        })
    }

    fn is_signed_for(&self, issuer: &Certificate) -> bool {
        let produced = timestamp(&self.parsed.tbs_response_data.produced_at);
        let algorithm = &self.parsed.signature_algorithm;
        let (Some(signature), Ok(())) = (
            self.parsed.signature.as_bytes(),
            policy::check(algorithm.oid, produced),
        ) else {
            return false;
        };
        let appointed = |one: &&Certificate| {
            one.is_for_answers() && one.is_valid_at(produced) && one.is_issued_by(issuer)
        };
        let mut signers = std::iter::once(issuer).chain(self.certificates.iter().filter(appointed));
        signers.any(|signer| {
            let key = signer.public_key();
            key.is_ok_and(|key| policy::verify(&key, algorithm, &self.signed, signature).is_ok())
        })
    }
}

/// Whether an answer is about certificates of this issuer. The hash only finds the issuer, so that an old one does no harm: the
/// issuer's signature on the answer is what counts.
fn names(id: &CertId, issuer: &Certificate) -> bool {
    let tbs = &issuer.parsed().tbs_certificate;
    let key = tbs.subject_public_key_info.subject_public_key.raw_bytes();
    let Ok(name) = tbs.subject.to_der() else {
        return false;
    };
    let hash: fn(&[u8]) -> Vec<u8> = match id.hash_algorithm.oid {
        SHA_1 => |bytes| Sha1::digest(bytes).to_vec(),
        policy::SHA_256 => |bytes| Sha256::digest(bytes).to_vec(),
        _ => return false,
    };
    id.issuer_name_hash.as_bytes() == hash(&name) && id.issuer_key_hash.as_bytes() == hash(key)
}

fn timestamp(time: &OcspGeneralizedTime) -> Timestamp {
    let seconds = i64::try_from(time.0.to_unix_duration().as_secs()).ok();
    seconds
        .and_then(|seconds| Timestamp::from_second(seconds).ok())
        .unwrap_or(Timestamp::MAX)
}
