//! Bytes of any kind: nothing panics, and no change goes unnoticed.

use proptest::prelude::*;

use super::reports::{ANNA, BRAM, FORMS, Form, both, signed};
use crate::{Certificate, Code, Identity, Verdict, fields, verify};

#[test]
fn every_flipped_byte_is_refused() {
    for form in FORMS {
        let pdf = signed(form, &[ANNA, BRAM]);
        let trust = both();
        assert_eq!(verify(&pdf, &trust).verdict, Verdict::Intact);
        let padding = |at: usize| {
            pdf[at.saturating_sub(40)..=at]
                .iter()
                .all(|byte| *byte == b'0')
        };
        let places = (0..pdf.len()).filter(|at| at % if padding(*at) { 997 } else { 5 } == 0);
        for at in places {
            let mut changed = pdf.clone();
            changed[at] ^= 1 << (at % 8);
            let verdict = verify(&changed, &trust).verdict;
            let refused = matches!(verdict, Verdict::Altered | Verdict::Unreadable);
            assert!(refused, "{form:?}: byte {at}: {verdict:?}");
        }
    }
}

#[test]
fn every_truncated_file_is_refused_or_is_the_older_file() {
    let pdf = signed(Form::Stream, &[ANNA, BRAM]);
    let older = signed(Form::Stream, &[ANNA]);
    for length in (0..pdf.len()).step_by(101).chain([pdf.len() - 1]) {
        let verification = verify(&pdf[..length], &both());
        assert!(
            matches!(verification.verdict, Verdict::Altered | Verdict::Unreadable),
            "{length}"
        );
    }
    assert_eq!(
        verify(&older[..older.len()], &both()).verdict,
        Verdict::Intact
    );
}

#[test]
fn what_is_made_to_exhaust_a_reader_is_refused_at_once() {
    let file = |body: &str| format!("%PDF-1.7\n{body}\nstartxref\n9\n%%EOF\n");
    for (body, code) in [
        (format!("xref\ntrailer\n{}", "[".repeat(1_000_000)), Code::TooLarge),
        ("xref\n0 9999999999\ntrailer\n<<>>".to_owned(), Code::CrossReference),
        ("1 0 obj\n<</Type/XRef/W[1 8 8]/Size 9999999999/Length 0>>\nstream\n\nendstream\nendobj".to_owned(), Code::CrossReference),
        (format!("xref\ntrailer\n<</Size 1/A {}>>", "[".repeat(1_000_000)), Code::TooLarge),
        ("xref\ntrailer\n<</Size 1/Prev 9>>".to_owned(), Code::CrossReference),
    ] {
        let verification = verify(file(&body).as_bytes(), &[]);
        assert_eq!(verification.verdict, Verdict::Unreadable);
        assert_eq!(verification.findings[0].code, code, "{}", &body[..body.len().min(60)]);
    }
}

fn any_form() -> impl Strategy<Value = Vec<u8>> {
    prop::sample::select(FORMS.to_vec()).prop_map(|form| signed(form, &[ANNA]))
}

/// Changes, insertions and removals at any places.
fn mutated(bytes: impl Strategy<Value = Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    let edits = prop::collection::vec(
        (
            any::<prop::sample::Index>(),
            0..4_u8,
            prop::collection::vec(any::<u8>(), 0..8),
        ),
        1..12,
    );
    (bytes, edits).prop_map(|(mut bytes, edits)| {
        for (place, kind, new) in edits {
            if bytes.is_empty() {
                break;
            }
            let at = place.index(bytes.len());
            let end = (at + new.len()).min(bytes.len());
            match kind {
                0 => drop(bytes.splice(at..at, new)),
                1 => drop(bytes.drain(at..end)),
                2 => drop(bytes.splice(at..end, new)),
                _ => bytes[at] = bytes[at].wrapping_add(1),
            }
        }
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn verification_takes_any_bytes(bytes in mutated(any_form())) {
        let verification = verify(&bytes, &both());
        prop_assert!(!matches!(verification.verdict, Verdict::Unsigned) || !verification.missing.is_empty());
        let _ = fields(&bytes);
    }

    #[test]
    fn verification_takes_bytes_that_are_no_file(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        prop_assert_eq!(verify(&bytes, &[]).verdict, Verdict::Unreadable);
    }

    #[test]
    fn syntax_of_any_kind_is_read_or_refused(text in "[<>\\[\\]()/%0-9 a-z#\\\\\\-.]{0,200}") {
        let _ = crate::pdf::lexer::Lexer::new(text.as_bytes(), 0).object();
    }

    #[test]
    fn messages_of_any_kind_are_checked(bytes in mutated(Just(message()))) {
        let _ = crate::message::check(&bytes, &[b"content"], super::people::noon());
    }

    #[test]
    fn timestamps_lists_and_answers_of_any_kind_are_checked(bytes in mutated(Just(token()))) {
        let _ = crate::timestamp::Token::check(&bytes, &[b"content"]);
        let _ = crate::revocation::List::from_der(&bytes);
        let _ = crate::revocation::Answer::from_der(&bytes);
        let _ = crate::embed_timestamp(&signed_once(), "Signature1", &bytes, None);
    }

    #[test]
    fn certificates_of_any_kind_are_read(bytes in mutated(Just(super::people::person(ANNA).certificate.der().to_vec()))) {
        if let Ok(certificate) = Certificate::from_pem_or_der(&bytes) {
            let _ = (certificate.name(), certificate.subject(), certificate.allows_signing(), certificate.pem());
            let _ = (certificate.valid_from(), certificate.valid_until(), certificate.is_issued_by(&certificate));
        }
    }

    #[test]
    fn key_files_of_any_kind_are_opened_or_refused(bytes in mutated(Just(KEY_FILE.to_vec()))) {
        let _ = Identity::open(&bytes, "geheim");
    }
}

fn message() -> Vec<u8> {
    crate::message::make(&[b"content"], &super::people::person(ANNA)).unwrap()
}

/// An answer with a token.
fn token() -> Vec<u8> {
    let pdf = signed_once();
    let nonce = {
        use rand_chacha::{ChaCha8Rng, rand_core::SeedableRng};
        crate::Nonce::random(&mut ChaCha8Rng::from_seed([3; 32]))
    };
    let request = crate::timestamp_request(&pdf, "Signature1", nonce).unwrap();
    super::authority::Answer::default().to(&request, &super::authority::authority())
}

fn signed_once() -> Vec<u8> {
    static PDF: std::sync::LazyLock<Vec<u8>> =
        std::sync::LazyLock::new(|| signed(Form::Table, &[ANNA]));
    PDF.clone()
}

/// A key file with few rounds.
const KEY_FILE: &[u8] = include_bytes!("few-rounds.p12");
