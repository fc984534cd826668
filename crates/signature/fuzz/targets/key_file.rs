//! Key files (PKCS#12) and words locked under a code.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = signature::Identity::open(bytes, "geheim");
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = signature::unlock(text, "1234");
    }
});
