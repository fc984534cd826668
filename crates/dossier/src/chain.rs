//! How events are hashed and chained: the commitment to what was said, and the
//! hash of the header that carries the commitment.
//!
//! This module computes; it stores nothing and decides nothing about damage.
//! Every byte that goes into a hash is described in `docs/dossier-format.md`, so
//! that a stranger can compute the same with any SHA-256 and any implementation
//! of RFC 8785.

use assessment::{Actor, Change, EventId};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// Separates the commitment to a payload from every other use of SHA-256.
const PAYLOAD_DOMAIN: &[u8] = b"verantwoord/payload/1\0";
/// Separates the hash of a header from every other use of SHA-256.
const EVENT_DOMAIN: &[u8] = b"verantwoord/event/1\0";

/// The greatest whole number that JSON carries without loss everywhere.
pub(crate) const MAX_NUMBER: u64 = (1 << 53) - 1;
/// Length of a salt in bytes.
pub(crate) const SALT_LENGTH: usize = 16;

/// The columns of an event that its hash covers, as they stand in the file. The
/// order of the fields is the canonical order of the keys.
#[derive(Debug, Serialize)]
pub(crate) struct Header<'a> {
    pub(crate) actor: &'a str,
    pub(crate) at: &'a str,
    pub(crate) commitment: &'a str,
    pub(crate) kind: &'a str,
    pub(crate) lamport: u64,
    pub(crate) prev: Option<&'a str>,
    pub(crate) replica: &'a str,
    pub(crate) seq: u64,
}

impl Header<'_> {
    /// The identity of the event with this header.
    pub(crate) fn hash(&self) -> Result<EventId, serde_json::Error> {
        let mut digest = Sha256::new();
        digest.update(EVENT_DOMAIN);
        digest.update(serde_json_canonicalizer::to_vec(self)?);
        Ok(EventId::new(digest.finalize().into()))
    }
}

/// The commitment to a payload: `body` is canonical JSON already.
pub(crate) fn commitment(salt: &[u8], kind: &str, body: &str) -> String {
    let mut digest = Sha256::new();
    digest.update(PAYLOAD_DOMAIN);
    digest.update(salt);
    // The canonical form of {"kind": kind, "body": body}: kinds are plain words.
    digest.update(b"{\"body\":");
    digest.update(body.as_bytes());
    digest.update(b",\"kind\":\"");
    digest.update(kind.as_bytes());
    digest.update(b"\"}");
    hex::encode(digest.finalize())
}

/// Whether `kind` is a plain word, as every kind is.
pub(crate) fn is_kind(kind: &str) -> bool {
    !kind.is_empty()
        && kind
            .bytes()
            .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_'))
}

/// The body of a change as the file keeps it.
pub(crate) fn body_of(change: &Change) -> Result<String, serde_json::Error> {
    let value = serde_json::to_value(change)?;
    let body = value.get("body").unwrap_or(&serde_json::Value::Null);
    serde_json_canonicalizer::to_string(body)
}

/// What keeps a body in the file from being a change.
#[derive(Debug)]
pub(crate) enum Unreadable {
    /// This program does not know the kind.
    UnknownKind,
    /// It is not the canonical form of a change of its kind.
    Malformed(String),
}

/// The change that `kind` and `body` say.
pub(crate) fn change_of(kind: &str, body: &str) -> Result<Change, Unreadable> {
    let malformed = |error: serde_json::Error| Unreadable::Malformed(error.to_string());
    let value: serde_json::Value = serde_json::from_str(body).map_err(malformed)?;
    let canonical = serde_json_canonicalizer::to_string(&value).map_err(malformed)?;
    if canonical != body {
        return Err(Unreadable::Malformed("not in canonical form".to_owned()));
    }
    let tagged = serde_json::json!({ "kind": kind, "body": value });
    serde_json::from_value(tagged).map_err(|error| {
        let message = error.to_string();
        if message.starts_with(&format!("unknown variant `{kind}`")) {
            Unreadable::UnknownKind
        } else {
            Unreadable::Malformed(message)
        }
    })
}

/// An actor as the file keeps it: `committee`, or the member's identity.
pub(crate) fn actor_text(actor: Actor) -> String {
    match actor {
        Actor::Committee => "committee".to_owned(),
        Actor::Member(member) => member.to_string(),
    }
}

/// The actor that `text` names.
pub(crate) fn actor_of(text: &str) -> Option<Actor> {
    match text {
        "committee" => Some(Actor::Committee),
        member => member.parse().ok().map(Actor::Member),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_of_an_event_is_the_documented_one() {
        let header = Header {
            actor: "committee",
            at: "2026-11-21T14:32:05+01:00",
            commitment: &commitment(&[7; 16], "member_left", r#"{"member":"x"}"#),
            kind: "member_left",
            lamport: 1,
            prev: None,
            replica: "00112233445566778899aabbccddeeff",
            seq: 1,
        };
        let by_hand = concat!(
            r#"{"actor":"committee","at":"2026-11-21T14:32:05+01:00","commitment":"#,
            r#""COMMITMENT","kind":"member_left","lamport":1,"prev":null,"#,
            r#""replica":"00112233445566778899aabbccddeeff","seq":1}"#
        )
        .replace("COMMITMENT", header.commitment);
        let mut digest = Sha256::new();
        digest.update(b"verantwoord/event/1\0");
        digest.update(by_hand.as_bytes());
        assert_eq!(
            header.hash().unwrap().to_string(),
            hex::encode(digest.finalize())
        );

        let mut digest = Sha256::new();
        digest.update(b"verantwoord/payload/1\0");
        digest.update([7; 16]);
        digest.update(br#"{"body":{"member":"x"},"kind":"member_left"}"#);
        assert_eq!(header.commitment, hex::encode(digest.finalize()));
    }

    #[test]
    fn a_body_that_is_not_canonical_is_refused() {
        for body in [
            r#"{ "member":"x"}"#,
            r#"{"member":"x","member":"y"}"#,
            r#"{"member":"\u0041"}"#,
            "{}, \"kind\":\"member_left\"",
            "",
        ] {
            assert!(
                matches!(
                    change_of("member_left", body),
                    Err(Unreadable::Malformed(_))
                ),
                "{body}"
            );
        }
    }

    #[test]
    fn a_kind_of_a_later_program_is_told_apart_from_damage() {
        assert!(matches!(
            change_of("poem_recited", "{}"),
            Err(Unreadable::UnknownKind)
        ));
        assert!(matches!(
            change_of("member_left", "{}"),
            Err(Unreadable::Malformed(_))
        ));
    }
}
