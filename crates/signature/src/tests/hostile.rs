//! Files that are made to take all time or all memory, and files put together from the parts of a signed one.
//!
//! Time is not measured: a limit that is not kept would make these tests take hours, or end them.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::reports::{ANNA, BRAM, Form, both, signed};
use crate::{
    Code, Verdict, fields,
    pdf::{File, Object, write},
    verify,
};

/// A file of these objects, numbered from 1, of which the first is the catalog.
fn framed(bodies: impl IntoIterator<Item = Vec<u8>>) -> Vec<u8> {
    let mut pdf = b"%PDF-1.7\n".to_vec();
    let mut table = String::new();
    let mut size = 1;
    for body in bodies {
        writeln!(table, "{:010} 00000 n ", pdf.len()).unwrap();
        pdf.extend_from_slice(format!("{size} 0 obj\n").as_bytes());
        pdf.extend_from_slice(&body);
        pdf.extend_from_slice(b"\nendobj\n");
        size += 1;
    }
    let at = pdf.len();
    let end = format!(
        "xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Root 1 0 R/Size {size}>>\nstartxref\n{at}\n%%EOF\n"
    );
    pdf.extend_from_slice(end.as_bytes());
    pdf
}

fn bytes(text: impl Into<String>) -> Vec<u8> {
    text.into().into_bytes()
}

#[track_caller]
fn codes(pdf: &[u8]) -> Vec<Code> {
    let verification = verify(pdf, &[]);
    assert_ne!(verification.verdict, Verdict::Intact);
    verification.findings.iter().map(|one| one.code).collect()
}

/// Nothing but a catalog.
const CATALOG: &str = "<</Type/Catalog>>";

#[test]
fn a_length_that_many_streams_share_is_looked_up_once() {
    let stream = || bytes("<</Length 2 0 R>>\nstream\n\nendstream");
    let mut bodies = vec![bytes(CATALOG), bytes(format!("{}0", " ".repeat(8 << 20)))];
    bodies.extend((0..50_000).map(|_| stream()));
    assert_eq!(codes(&framed(bodies)), []);
}

#[test]
fn a_length_that_is_no_number_is_not_read() {
    let stream = || bytes("<</Length 2 0 R>>\nstream\n\nendstream");
    let long = format!("[{}]", "0 ".repeat(1 << 20));
    let bodies = [bytes(CATALOG), bytes(long), stream()];
    assert_eq!(codes(&framed(bodies)), [Code::Syntax]);
}

#[test]
fn annotations_that_many_pages_share_are_looked_at_once() {
    let link = "4 0 R ".repeat(100_000);
    let mut bodies = vec![
        bytes(CATALOG),
        bytes("null"),
        bytes(format!("[{link}]")),
        bytes("<</Type/Annot/Subtype/Link>>"),
    ];
    bodies.extend((0..50_000).map(|_| bytes("<</Annots 3 0 R>>")));
    assert_eq!(codes(&framed(bodies)), []);
}

#[test]
fn more_fields_than_any_report_has_are_refused() {
    let fields: String = (3..=1_000).map(|number| format!("{number} 0 R ")).collect();
    let mut bodies = vec![
        bytes("<</Type/Catalog/AcroForm 2 0 R>>"),
        bytes(format!("<</Fields[{fields}]>>")),
    ];
    bodies.extend((3..=1_000).map(|number| {
        bytes(format!(
            "<</Type/Annot/Subtype/Widget/FT/Sig/T(S{number})/TU(x)>>"
        ))
    }));
    assert_eq!(codes(&framed(bodies)), [Code::TooLarge]);
}

#[test]
fn files_associated_without_number_are_refused() {
    let mut bodies = vec![
        bytes(format!(
            "<</Type/Catalog/AF[{}]>>",
            "2 0 R ".repeat(100_000)
        )),
        bytes("<</Type/EmbeddedFile/Subtype/application#2Fjson/Length 0>>\nstream\n\nendstream"),
    ];
    bodies.extend((0..20_000).map(|_| bytes("<</EF<</F 2 0 R>>/AFRelationship/Source>>")));
    let found = codes(&framed(bodies));
    assert!(found.iter().all(|code| *code == Code::UnexpectedAttachment));
    assert!(found.len() <= 1_000, "{} findings", found.len());
}

#[test]
fn findings_end_when_nobody_reads_them_any_more() {
    let mut bodies = vec![bytes(CATALOG)];
    bodies.extend((0..100_000).map(|_| bytes("<</JS 1>>")));
    assert!(codes(&framed(bodies)).len() <= 1_000);
}

#[test]
fn more_values_than_any_report_has_are_refused() {
    // No single object has too many.
    let part = || bytes(format!("[{}]", "0 ".repeat(500_000)));
    let pdf = framed(std::iter::once(bytes(CATALOG)).chain((0..10).map(|_| part())));
    assert_eq!(codes(&pdf), [Code::TooLarge]);
}

#[test]
fn streams_that_unpack_to_far_more_than_they_are_are_refused() {
    // An object stream of spaces, which pack to almost nothing.
    let packed = deflated(&vec![b' '; 100 << 20]);
    let mut body = bytes(format!(
        "<</Type/ObjStm/N 0/First 0/Filter/FlateDecode/Length {}>>\nstream\n",
        packed.len()
    ));
    body.extend_from_slice(&packed);
    body.extend_from_slice(b"\nendstream");
    assert_eq!(codes(&framed([bytes(CATALOG), body])), [Code::TooLarge]);
}

#[test]
fn streams_that_unpack_to_too_much_together_are_refused() {
    // Packed no better than usual, and each of them of a size that is allowed.
    let mut state = 1_u32;
    let noise = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        if state >> 29 == 0 { b'\n' } else { b' ' }
    });
    let large: Vec<u8> = noise.take(12 << 20).collect();
    let packed = deflated(&large);
    let body = || {
        let mut body = bytes(format!(
            "<</Type/ObjStm/N 0/First {}/Filter/FlateDecode/Length {}>>\nstream\n",
            large.len(),
            packed.len()
        ));
        body.extend_from_slice(&packed);
        body.extend_from_slice(b"\nendstream");
        body
    };
    let pdf = framed(std::iter::once(bytes(CATALOG)).chain((0..8).map(|_| body())));
    assert_eq!(codes(&pdf), [Code::TooLarge]);
}

#[test]
fn tables_with_more_entries_together_than_any_report_has_are_refused() {
    let mut pdf = bytes("%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n");
    let mut before = String::new();
    for number in 0..40_u32 {
        let packed = deflated(&vec![0; 100_000]);
        let at = pdf.len();
        let own = 200_000 + number;
        let head = format!(
            "{own} 0 obj\n<</Type/XRef/W[1 0 0]/Index[0 100000]/Size 300000/Root 1 0 R/Filter/FlateDecode/Length {}{before}>>\nstream\n",
            packed.len()
        );
        pdf.extend_from_slice(head.as_bytes());
        pdf.extend_from_slice(&packed);
        let end = format!("\nendstream\nendobj\nstartxref\n{at}\n%%EOF\n\n");
        pdf.extend_from_slice(end.as_bytes());
        before = format!("/Prev {at}");
    }
    pdf.pop();
    assert_eq!(codes(&pdf), [Code::TooLarge]);
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

/// The objects of a signed report, the latest of each.
fn parts() -> Vec<Vec<u8>> {
    let pdf = signed(Form::Table, &[ANNA, BRAM]);
    let file = File::read(&pdf).unwrap();
    let highest = *file
        .revisions()
        .last()
        .unwrap()
        .objects
        .keys()
        .last()
        .unwrap();
    let (catalog, _) = file.catalog(file.last()).unwrap();
    let body = |number: u32| {
        let mut body = Vec::new();
        match file.located(file.last(), number).map(|one| &one.value) {
            None => body.extend_from_slice(b"null"),
            Some(Object::Stream(stream)) => {
                let mut dictionary = stream.dictionary.clone();
                let length = i64::try_from(stream.data.len()).unwrap();
                dictionary.insert(b"Length".to_vec(), Object::Integer(length));
                write::dictionary(&mut body, &dictionary);
                body.extend_from_slice(b"\nstream\n");
                body.extend_from_slice(&stream.data);
                body.extend_from_slice(b"\nendstream");
            }
            Some(other) => write::object(&mut body, other),
        }
        body
    };
    // The catalog first: that is what the frame names as root. Its own number gets what was first.
    let mut parts: Vec<Vec<u8>> = (1..=highest).map(body).collect();
    let first = parts[0].clone();
    parts[0] = parts[catalog as usize - 1].clone();
    parts[catalog as usize - 1] = first;
    parts
}

/// What an attacker does to one object.
#[derive(Clone, Debug)]
enum Deed {
    Copy(prop::sample::Index),
    Swap(prop::sample::Index),
    Remove,
    /// Takes out, or repeats, what stands between two places.
    Cut(prop::sample::Index, prop::sample::Index, usize),
    Put(prop::sample::Index, String),
}

fn deed() -> impl Strategy<Value = Deed> {
    let any = any::<prop::sample::Index>;
    let tokens = prop_oneof![
        Just("99999999999999999999".to_owned()),
        Just("9223372036854775807".to_owned()),
        Just("-9223372036854775808".to_owned()),
        Just("[".repeat(200)),
        Just("<<".repeat(200)),
        Just("(".repeat(200)),
        Just("<".to_owned()),
        Just("/ByteRange [0 1 2 3]".to_owned()),
        Just("/V 1 0 R".to_owned()),
        Just("/Length 4294967295".to_owned()),
        Just("/Kids[1 0 R]/Parent 1 0 R".to_owned()),
        Just("stream\nendstream".to_owned()),
        Just("endobj".to_owned()),
        (0..40_u32).prop_map(|number| format!("{number} 0 R")),
        "[ -~]{1,12}",
    ];
    prop_oneof![
        any().prop_map(Deed::Copy),
        any().prop_map(Deed::Swap),
        Just(Deed::Remove),
        (any(), any(), 0..3_usize).prop_map(|(from, to, times)| Deed::Cut(from, to, times)),
        (any(), tokens).prop_map(|(at, token)| Deed::Put(at, token)),
    ]
}

fn done(mut parts: Vec<Vec<u8>>, deeds: Vec<(prop::sample::Index, Deed)>) -> Vec<Vec<u8>> {
    for (place, deed) in deeds {
        let place = place.index(parts.len());
        match deed {
            Deed::Copy(other) => parts[place] = parts[other.index(parts.len())].clone(),
            Deed::Swap(other) => {
                let other = other.index(parts.len());
                parts.swap(place, other);
            }
            Deed::Remove => parts[place] = b"null".to_vec(),
            Deed::Cut(from, to, times) => {
                let part = &mut parts[place];
                let (from, to) = (from.index(part.len() + 1), to.index(part.len() + 1));
                let (from, to) = (from.min(to), from.max(to));
                let repeated = part[from..to].repeat(times);
                part.splice(from..to, repeated);
            }
            Deed::Put(at, token) => {
                let part = &mut parts[place];
                let at = at.index(part.len() + 1);
                part.splice(at..at, token.into_bytes());
            }
        }
    }
    parts
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_is_put_together_from_the_parts_of_a_signed_file_is_intact(
        deeds in prop::collection::vec((any::<prop::sample::Index>(), deed()), 0..6)
    ) {
        static PARTS: std::sync::LazyLock<Vec<Vec<u8>>> = std::sync::LazyLock::new(parts);
        let pdf = framed(done(PARTS.clone(), deeds));
        let verdict = verify(&pdf, &both()).verdict;
        let accepted = matches!(verdict, Verdict::Intact | Verdict::IntactUnknownSigner);
        prop_assert!(!accepted, "{verdict:?}");
        let _ = (fields(&pdf), crate::awaiting_timestamp(&pdf));
    }

    #[test]
    fn signed_files_spliced_into_one_another_are_intact_only_where_they_are_whole(
        cut in any::<prop::sample::Index>(), on in any::<prop::sample::Index>()
    ) {
        static FILES: std::sync::LazyLock<[Vec<u8>; 2]> = std::sync::LazyLock::new(|| {
            [signed(Form::Stream, &[ANNA]), signed(Form::Packed, &[ANNA, BRAM])]
        });
        let [one, other] = &*FILES;
        let (cut, on) = (cut.index(one.len() + 1), on.index(other.len() + 1));
        for (head, tail) in [(&one[..cut], &other[on..]), (&other[..on], &one[cut..])] {
            let spliced = [head, tail].concat();
            let whole = spliced == *one || spliced == *other;
            let verdict = verify(&spliced, &both()).verdict;
            let accepted = matches!(verdict, Verdict::Intact | Verdict::IntactUnknownSigner);
            prop_assert!(!accepted || whole, "{verdict:?}");
        }
    }
}

/// What the fuzzer begins with.
#[test]
#[ignore = "writes files into the source folder: run it when the form of a report changes"]
fn seeds_for_fuzzing_are_written() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    let seed = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    };
    seed("report/signed-once.pdf", &signed(Form::Table, &[ANNA]));
    seed(
        "report/signed-twice.pdf",
        &signed(Form::Packed, &[ANNA, BRAM]),
    );
    seed("objects/signed-twice", &parts().join(&0xff));
    let anna = super::people::person(ANNA);
    let message = crate::message::make(&[b"content"], &anna).unwrap();
    seed("message/anna.der", &message);
    seed("certificate/anna.der", anna.certificate.der());
    seed("certificate/anna.pem", anna.certificate.pem().as_bytes());
    seed("key_file/few-rounds.p12", include_bytes!("few-rounds.p12"));
    let pdf = signed(Form::Table, &[ANNA]);
    let request = {
        use rand_chacha::{ChaCha8Rng, rand_core::SeedableRng};
        let nonce = crate::Nonce::random(&mut ChaCha8Rng::from_seed([3; 32]));
        crate::timestamp_request(&pdf, "Signature1", nonce).unwrap()
    };
    let authority = super::authority::authority();
    let answer = super::authority::Answer::default().to(&request, &authority);
    seed("timestamp/answer.tsr", &answer);
    if let Some(pki) = super::pki::Pki::found() {
        seed("certificate/list.pem", &pki.list());
        seed("certificate/answer.der", &pki.answer("anna"));
    }
}
