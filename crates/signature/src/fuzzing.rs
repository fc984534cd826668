//! What the fuzz targets reach into: the readers behind the public functions, on bytes alone. Compiled for fuzzing only.

use jiff::Timestamp;

use crate::{
    message,
    pdf::lexer::Lexer,
    revocation::{Answer, List},
    timestamp::Token,
};

/// Reads one object of a PDF file.
pub fn object(bytes: &[u8]) {
    let _ = Lexer::new(bytes, 0).object();
}

/// Checks a signature's message.
pub fn message(bytes: &[u8]) {
    let _ = message::check(bytes, &[b"content"], Timestamp::UNIX_EPOCH);
    let _ = message::signature_value(bytes);
}

/// Checks the token of a timestamp.
pub fn token(bytes: &[u8]) {
    let _ = Token::check(bytes, &[b"content"]);
}

/// Reads a revocation list and an OCSP answer.
pub fn evidence(bytes: &[u8]) {
    let _ = (List::from_der(bytes), Answer::from_der(bytes));
}
