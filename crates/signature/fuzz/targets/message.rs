//! The cryptographic message of a signature.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| signature::fuzzing::message(bytes));
