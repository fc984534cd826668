//! What others hand over about certificates: the certificates themselves, revocation lists, OCSP answers.

#![no_main]

use libfuzzer_sys::fuzz_target;
use signature::{Certificate, ValidationData};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(certificate) = Certificate::from_pem_or_der(bytes) {
        let _ = (certificate.name(), certificate.subject(), certificate.pem());
        let _ = (certificate.valid_from(), certificate.valid_until());
        let _ = (
            certificate.allows_signing(),
            certificate.is_issued_by(&certificate),
        );
    }
    signature::fuzzing::evidence(bytes);
    let _ = ValidationData::default().add(bytes);
});
