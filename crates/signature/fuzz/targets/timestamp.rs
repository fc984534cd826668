//! Timestamps: the token, and the answer of an authority for a signed report.

#![no_main]

use libfuzzer_sys::fuzz_target;

/// Signed once, and without a timestamp.
const REPORT: &[u8] = include_bytes!("../seeds/report/signed-once.pdf");

fuzz_target!(|bytes: &[u8]| {
    signature::fuzzing::token(bytes);
    let _ = signature::embed_timestamp(REPORT, "Signature1", bytes, None);
    let _ = signature::Nonce::of_request(bytes);
});
