//! Whole files as they are: read, verified, asked for their fields and for what they lack.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let verification = signature::verify(bytes, &[]);
    // Without a trusted certificate nothing is ever established.
    assert_ne!(verification.verdict, signature::Verdict::Intact);
    let _ = signature::fields(bytes);
    let _ = signature::awaiting_timestamp(bytes);
});
