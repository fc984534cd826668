//! Attacks on a report that has been signed. Each is refused, and by the finding that names it.

use super::{
    forging::{CERTIFICATION, Forgery, Target, Update, position, replaced},
    people::{person, signing},
    reports::{ANNA, BRAM, Form, both, report, signed},
};
use crate::{Code, Verdict, pdf::Object, sign, verify};

/// The file is refused as altered, with this finding, and nobody can sign it any more.
#[track_caller]
pub(super) fn refused(pdf: &[u8], code: Code) {
    let verification = verify(pdf, &both());
    assert_eq!(
        verification.verdict,
        Verdict::Altered,
        "{:?}",
        verification.findings
    );
    let codes: Vec<Code> = verification
        .findings
        .iter()
        .map(|finding| finding.code)
        .collect();
    assert!(codes.contains(&code), "{:?}", verification.findings);
    assert!(sign(pdf, &signing(BRAM), &person(BRAM)).is_err());
}

fn one() -> Vec<u8> {
    signed(Form::Table, &[ANNA])
}

fn two() -> Vec<u8> {
    signed(Form::Table, &[ANNA, BRAM])
}

/// The byte range of the last signature, with its padding.
fn byte_range(pdf: &[u8]) -> String {
    let at = pdf
        .windows(10)
        .rposition(|window| window == b"/ByteRange")
        .unwrap();
    let end = position(pdf, b"/Contents", at);
    String::from_utf8(pdf[at..end].to_vec()).unwrap()
}

#[test]
fn an_honest_forgery_is_a_signature() {
    let pdf = report(Form::Table, &[ANNA, BRAM]);
    let target = Target::of(&pdf);
    let pdf = Forgery::honest(&target, ANNA, true).append(&pdf, &target, &person(ANNA));
    assert_eq!(verify(&pdf, &both()).findings, []);
    let target = Target::of(&pdf);
    let pdf = Forgery::honest(&target, BRAM, false).append(&pdf, &target, &person(BRAM));
    assert_eq!(verify(&pdf, &both()).verdict, Verdict::Intact);
}

// Signature exclusion: take away what verification needs and hope that it is skipped.

#[test]
fn a_byte_range_that_is_missing_or_no_four_numbers_is_refused() {
    for pdf in [one(), two()] {
        let range = byte_range(&pdf);
        for text in [
            "",
            "/ByteRange null",
            "/ByteRange []",
            "/ByteRange [0 1 2]",
            "/ByteRange [0 1 2 3 4]",
        ] {
            refused(&replaced(&pdf, &range, text), Code::ByteRangeMalformed);
        }
        for text in [
            "/ByteRange [0 -1 2 3]",
            "/ByteRange [0 1.0 2 3]",
            "/ByteRange [-1 1 2 3]",
            "/ByteRange (0 1 2 3)",
        ] {
            refused(&replaced(&pdf, &range, text), Code::ByteRangeMalformed);
        }
        refused(
            &replaced(&pdf, &range, "/ByteRange [0 0 0 0]"),
            Code::ByteRangeGap,
        );
        refused(
            &replaced(&pdf, &range, "/ByteRange [0 1 2 3]"),
            Code::ByteRangeGap,
        );
    }
}

#[test]
fn contents_that_are_missing_or_written_otherwise_are_refused() {
    let pdf = one();
    let at = position(&pdf, b"/Contents <3", 0);
    let end = position(&pdf, b">", at);
    let contents = String::from_utf8(pdf[at..=end].to_vec()).unwrap();
    let digits = &contents["/Contents <".len()..contents.len() - 1];
    for text in ["", "/Contents null", "/Contents 0", "/Contents [<30>]"] {
        refused(&replaced(&pdf, &contents, text), Code::ContentsMalformed);
    }
    refused(
        &replaced(&pdf, &contents, "/Contents <>"),
        Code::ByteRangeGap,
    );
    refused(
        &replaced(&pdf, &contents, "/Contents ()"),
        Code::ByteRangeGap,
    );
    refused(
        &replaced(&pdf, digits, &digits.to_uppercase()),
        Code::ContentsMalformed,
    );
    refused(
        &replaced(&pdf, digits, &" ".repeat(digits.len())),
        Code::ContentsMalformed,
    );
    refused(
        &replaced(&pdf, digits, &"0".repeat(digits.len())),
        Code::MessageMalformed,
    );
    refused(
        &replaced(&pdf, digits, &format!("{}1", &digits[..digits.len() - 1])),
        Code::MessageMalformed,
    );
}

#[test]
fn another_kind_of_signature_is_refused() {
    refused(
        &replaced(&one(), "ETSI.CAdES.detached", "adbe.pkcs7.detache"),
        Code::SignatureKind,
    );
    refused(
        &replaced(&one(), "/Adobe.PPKLite", "/Adobe.PPKMS"),
        Code::SignatureKind,
    );
    refused(
        &replaced(&one(), "/Type /Sig/", "/Type /Sag/"),
        Code::SignatureKind,
    );
}

#[test]
fn a_removed_signature_is_a_change() {
    let pdf = one();
    let target = Target::of(&report(Form::Table, &[ANNA, BRAM]));
    let emptied =
        "<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature1)/TU(Anna de Vries)>>".to_owned();
    refused(
        &Update::of([(target.field, emptied)]).append(&pdf),
        Code::ChangedAfterSigning,
    );
    let nothing = format!("<</Type/Sig/Contents<{}>>>", "0".repeat(64));
    refused(
        &Update::of([(target.free, nothing)]).append(&pdf),
        Code::ObjectChanged,
    );
}

#[test]
fn a_field_with_a_signature_inside_is_refused() {
    refused(
        &replaced(
            &one(),
            &format!(
                "/V {} 0 R",
                Target::of(&report(Form::Table, &[ANNA, BRAM])).free
            ),
            "/V null",
        ),
        Code::UnexpectedField,
    );
}

#[test]
fn a_stripped_and_rewritten_file_is_unsigned_and_says_who_is_missing() {
    let mut document = lopdf::Document::load_mem(&two()).unwrap();
    for object in document.objects.values_mut() {
        if let Ok(dictionary) = object.as_dict_mut() {
            dictionary.remove(b"V");
            dictionary.remove(b"Perms");
        }
    }
    document.prune_objects();
    document.trailer.remove(b"Prev");
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    let verification = verify(&bytes, &both());
    assert_eq!(
        verification.verdict,
        Verdict::Unsigned,
        "{:?}",
        verification.findings
    );
    assert_eq!(verification.missing.len(), 2);
}

#[test]
fn a_signed_file_that_was_rewritten_is_refused() {
    let mut document = lopdf::Document::load_mem(&two()).unwrap();
    document.trailer.remove(b"Prev");
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    refused(&bytes, Code::NotOneSignature);
}

// Incremental saving: append another version of something.

#[test]
fn any_object_replaced_after_signing_is_refused() {
    for pdf in [one(), two()] {
        let file = crate::pdf::File::read(&pdf).unwrap();
        let numbers: Vec<u32> = file.revisions()[0].objects.keys().copied().collect();
        for number in numbers {
            let mut body = Vec::new();
            match &file.located(file.last(), number).unwrap().value {
                Object::Stream(stream) => {
                    body.extend_from_slice(
                        format!("<</Length {}>>\nstream\n", stream.data.len()).as_bytes(),
                    );
                    body.extend_from_slice(&stream.data);
                    body.extend_from_slice(b"\nendstream");
                }
                other => crate::pdf::write::object(&mut body, other),
            }
            let update = Update {
                objects: vec![(number, body)],
                removed: Vec::new(),
                trailer: Vec::new(),
            };
            refused(&update.append(&pdf), Code::ChangedAfterSigning);
            refused(&update.append(&pdf), Code::ObjectChanged);
        }
    }
}

#[test]
fn an_empty_update_is_refused() {
    refused(&Update::of([]).append(&one()), Code::ChangedAfterSigning);
}

#[test]
fn an_object_added_after_signing_is_refused() {
    let pdf = one();
    let free = Target::of(&pdf).free;
    refused(
        &Update::of([(free, "<</Type/Font>>".to_owned())]).append(&pdf),
        Code::ObjectAdded,
    );
}

#[test]
fn an_object_removed_after_signing_is_refused() {
    let pdf = one();
    let file = crate::pdf::File::read(&pdf).unwrap();
    // Nothing refers to the last object of the report but the trailer, which now names another.
    let free = Target::of(&pdf).free;
    let (catalog, body) = Target::of(&pdf).catalog_with("Lang", Object::text("nl"));
    let update = Update {
        objects: vec![(free, body.into_bytes())],
        removed: vec![catalog],
        trailer: vec![("Root", Object::Reference(free))],
    };
    let pdf = update.append(&pdf);
    assert_eq!(file.last(), 1);
    refused(&pdf, Code::ObjectRemoved);
    refused(&pdf, Code::TrailerChanged);
}

#[test]
fn a_changed_trailer_is_refused() {
    let pdf = report(Form::Table, &[ANNA, BRAM]);
    let target = Target::of(&pdf);
    for (key, value) in [
        ("Info", Object::Reference(target.field)),
        (
            "ID",
            Object::Array(vec![Object::text("other"), Object::text("other")]),
        ),
        ("ID", Object::Array(Vec::new())),
    ] {
        let mut update = Update::of([target.filled_field(), target.certified_catalog()]);
        update
            .objects
            .push((target.free, b"<</Type/Sig>>".to_vec()));
        update.trailer.push((key, value));
        refused(&update.append(&pdf), Code::TrailerChanged);
    }
}

#[test]
fn bytes_after_the_end_are_refused() {
    for tail in [
        b"\n".as_slice(),
        b" ",
        b"%",
        b"\0",
        b"\n%%EOF",
        b"\n%%EOF\n",
        b"<script>",
    ] {
        refused(&[one().as_slice(), tail].concat(), Code::EndMissing);
    }
    let shifted = [b"\n".as_slice(), &one()].concat();
    refused(&shifted, Code::NotAPdf);
}

#[test]
fn a_cross_reference_that_leads_elsewhere_is_refused() {
    let pdf = one();
    let at = pdf
        .windows(9)
        .rposition(|window| window == b"startxref")
        .unwrap();
    let tail = String::from_utf8(pdf[at..].to_vec()).unwrap();
    refused(
        &replaced(&pdf, &tail, "startxref\n1\n%%EOF\n"),
        Code::EndMissing,
    );
    let older = &pdf[..position(&pdf, b"%%EOF", 0) + 5];
    let at = older
        .windows(9)
        .rposition(|window| window == b"startxref")
        .unwrap();
    let old_tail = String::from_utf8(older[at..].to_vec()).unwrap();
    // The end of the file names the report's own section again: what was signed is out of sight.
    refused(
        &[pdf.as_slice(), b"\n", old_tail.as_bytes(), b"\n"].concat(),
        Code::UnaccountedBytes,
    );
    refused(
        &[pdf.as_slice(), b"\nstartxref\n0\n%%EOF\n"].concat(),
        Code::Syntax,
    );
}

#[test]
fn entries_that_lead_past_their_object_are_refused() {
    let pdf = one();
    let at = pdf
        .windows(5)
        .rposition(|window| window == b"xref\n")
        .unwrap();
    let section = pdf[..at]
        .windows(5)
        .rposition(|window| window == b"xref\n")
        .unwrap();
    let entry = position(&pdf, b" 00000 n", section) - 10;
    let mut moved = pdf.clone();
    moved[entry + 9] ^= 1;
    let verification = verify(&moved, &both());
    assert_eq!(verification.verdict, Verdict::Altered);
    assert!(matches!(
        verification.findings[0].code,
        Code::UnaccountedBytes | Code::ObjectMisplaced | Code::Syntax
    ));
}

#[test]
fn a_second_end_in_the_middle_hides_nothing() {
    let pdf = one();
    let base = verify(&pdf, &both()).base.unwrap().end;
    let hidden = [
        &pdf[..base],
        b"\n9 0 obj\n<<>>\nendobj\n%%EOF\n",
        &pdf[base..],
    ]
    .concat();
    assert_eq!(verify(&hidden, &both()).verdict, Verdict::Altered);
}

// Wrapping: a right signature over other bytes than those that are shown.

#[test]
fn a_range_with_a_wider_gap_is_refused() {
    let pdf = report(Form::Table, &[ANNA, BRAM]);
    let target = Target::of(&pdf);
    for range in [
        (|hole, length| [0, hole.start - 40, hole.end, length - hole.end])
            as fn(std::ops::Range<usize>, usize) -> _,
        |hole, length| [0, hole.start, hole.end + 12, length - hole.end - 12],
        |hole, length| [0, hole.start, hole.start, length - hole.start],
        |hole, length| [1, hole.start, hole.end, length - hole.end],
        |hole, _| [0, hole.start, 0, hole.start],
    ] {
        let forgery = Forgery {
            range,
            ..Forgery::honest(&target, ANNA, true)
        };
        refused(
            &forgery.append(&pdf, &target, &person(ANNA)),
            Code::ByteRangeGap,
        );
    }
}

#[test]
fn a_range_that_leaves_the_tail_uncovered_is_refused() {
    let pdf = report(Form::Table, &[ANNA, BRAM]);
    let target = Target::of(&pdf);
    for range in [
        (|hole, length| [0, hole.start, hole.end, length - hole.end - 1])
            as fn(std::ops::Range<usize>, usize) -> _,
        |hole, _| [0, hole.start, hole.end, 0],
    ] {
        let forgery = Forgery {
            range,
            ..Forgery::honest(&target, ANNA, true)
        };
        refused(
            &forgery.append(&pdf, &target, &person(ANNA)),
            Code::ByteRangeEnd,
        );
    }
}

#[test]
fn a_range_that_stops_at_an_older_revision_is_refused() {
    // The second signer's range ends where the first signer's does.
    let pdf = one();
    let old = verify(&pdf, &both()).base.unwrap().end;
    let two = two();
    let range = byte_range(&two);
    let numbers: Vec<usize> = range
        .split(['[', ']', ' '])
        .filter_map(|number| number.parse().ok())
        .collect();
    let text = format!(
        "/ByteRange [0 {} {} {}]",
        numbers[1],
        numbers[2],
        old.saturating_sub(numbers[2])
    );
    refused(&replaced(&two, &range, &text), Code::ByteRangeEnd);
}

#[test]
fn a_signed_tail_that_was_moved_is_refused() {
    // The classical wrapping attack: the signed tail moves to the end, the attacker's objects take its place.
    let pdf = one();
    let range = byte_range(&pdf);
    let numbers: Vec<usize> = range
        .split(['[', ']', ' '])
        .filter_map(|number| number.parse().ok())
        .collect();
    let injected = b"\nendobj\n4 0 obj\n<</Type/Font>>\nendobj\n";
    let mut wrapped = pdf[..numbers[2]].to_vec();
    wrapped.extend_from_slice(injected);
    wrapped.extend_from_slice(&pdf[numbers[2]..]);
    let text = format!(
        "/ByteRange [0 {} {} {}]",
        numbers[1],
        numbers[2] + injected.len(),
        numbers[3]
    );
    let wrapped = replaced(&wrapped, &range, &text);
    assert_eq!(verify(&wrapped, &both()).verdict, Verdict::Altered);
}

// Certification.

#[test]
fn a_first_signature_that_does_not_certify_is_refused() {
    let pdf = report(Form::Table, &[ANNA, BRAM]);
    let target = Target::of(&pdf);
    for entries in [
        String::new(),
        CERTIFICATION.replace("/P 2", "/P 3"),
        CERTIFICATION.replace("/P 2", "/P 1"),
    ] {
        let forgery = Forgery {
            entries,
            ..Forgery::honest(&target, ANNA, true)
        };
        refused(
            &forgery.append(&pdf, &target, &person(ANNA)),
            Code::Certification,
        );
    }
}

#[test]
fn a_certification_by_somebody_else_than_the_first_is_refused() {
    let pdf = report(Form::Table, &[ANNA, BRAM]);
    let target = Target::of_field(&pdf, "Signature2");
    refused(
        &Forgery::honest(&target, BRAM, true).append(&pdf, &target, &person(BRAM)),
        Code::FirstSigner,
    );
}

#[test]
fn a_later_signature_that_certifies_is_refused() {
    let pdf = one();
    let target = Target::of(&pdf);
    let forgery = Forgery {
        entries: CERTIFICATION.to_owned(),
        ..Forgery::honest(&target, BRAM, false)
    };
    refused(
        &forgery.append(&pdf, &target, &person(BRAM)),
        Code::Certification,
    );
    let honest = Forgery::honest(&target, BRAM, false);
    let mut objects = honest.objects.clone();
    objects.push(target.certified_catalog());
    refused(
        &Forgery { objects, ..honest }.append(&pdf, &target, &person(BRAM)),
        Code::ObjectChanged,
    );
}

#[test]
fn anything_beside_a_signature_is_refused() {
    let pdf = one();
    let target = Target::of(&pdf);
    let extras = [
        (
            target.free + 1,
            "<</Type/Font>>".to_owned(),
            Code::ObjectAdded,
        ),
        (
            target.free + 1,
            "<</Type/Annot/Subtype/FreeText/Rect[0 0 9 9]>>".to_owned(),
            Code::UnexpectedAnnotation,
        ),
        (
            target.free + 1,
            "<</Type/Annot/Subtype/Stamp/Rect[0 0 9 9]>>".to_owned(),
            Code::UnexpectedAnnotation,
        ),
        (
            target.free + 1,
            "<</FT/Tx/T(Score)/V(groen)>>".to_owned(),
            Code::UnexpectedField,
        ),
        (
            target.free + 1,
            "<</S/JavaScript/JS(app.alert())>>".to_owned(),
            Code::ActiveContent,
        ),
    ];
    for (number, body, code) in extras {
        let honest = Forgery::honest(&target, BRAM, false);
        let mut objects = honest.objects.clone();
        objects.push((number, body));
        refused(
            &Forgery { objects, ..honest }.append(&pdf, &target, &person(BRAM)),
            code,
        );
    }
    let (catalog, body) = target.catalog_with("OpenAction", Object::Array(Vec::new()));
    let honest = Forgery::honest(&target, BRAM, false);
    let mut objects = honest.objects.clone();
    objects.push((catalog, body));
    refused(
        &Forgery { objects, ..honest }.append(&pdf, &target, &person(BRAM)),
        Code::ActiveContent,
    );
}

#[test]
fn a_field_that_is_moved_onto_the_page_while_it_is_filled_is_refused() {
    let pdf = one();
    let target = Target::of(&pdf);
    let honest = Forgery::honest(&target, BRAM, false);
    let (number, body) = target.filled_field();
    let moved = body.replace("/Rect [-2 -2 -2 -2]", "/Rect [0 0 600 800]");
    assert_ne!(moved, body);
    refused(
        &Forgery {
            objects: vec![(number, moved)],
            ..honest
        }
        .append(&pdf, &target, &person(BRAM)),
        Code::ObjectChanged,
    );
}

#[test]
fn a_signature_under_another_name_than_awaited_is_refused() {
    let pdf = one();
    let target = Target::of(&pdf);
    refused(
        &Forgery::honest(&target, "Cato Smit", false).append(&pdf, &target, &person(BRAM)),
        Code::NameNotExpected,
    );
}

#[test]
fn an_unknown_entry_in_a_signature_is_refused() {
    let pdf = one();
    let target = Target::of(&pdf);
    for entries in [
        "/Cert(x)",
        "/Location(Utrecht)",
        "/Changes[0 0 0]",
        "/Reason 5",
    ] {
        let forgery = Forgery {
            entries: entries.to_owned(),
            ..Forgery::honest(&target, BRAM, false)
        };
        refused(
            &forgery.append(&pdf, &target, &person(BRAM)),
            Code::SignatureEntry,
        );
    }
    let elsewhere = Forgery {
        entries: "/Reason 1 0 R".to_owned(),
        ..Forgery::honest(&target, BRAM, false)
    };
    refused(
        &elsewhere.append(&pdf, &target, &person(BRAM)),
        Code::SignatureEntry,
    );
}

// Swapping.

#[test]
fn a_position_changed_from_dissent_to_agree_is_refused() {
    let dissent = crate::Signing {
        position: Some("dissent".to_owned()),
        ..signing(ANNA)
    };
    let pdf = sign(&report(Form::Table, &[ANNA, BRAM]), &dissent, &person(ANNA)).unwrap();
    refused(&replaced(&pdf, "(dissent)", "(agree)"), Code::DigestDiffers);
}

#[test]
fn swapped_data_is_refused() {
    refused(&replaced(&two(), "amber", "green"), Code::DigestDiffers);
}

#[test]
fn a_signature_moved_to_another_report_is_refused() {
    let pdf = one();
    let other = replaced(&report(Form::Table, &[ANNA, BRAM]), "amber", "green");
    let base = verify(&pdf, &both()).base.unwrap().end;
    let spliced = [other.as_slice(), &pdf[base..]].concat();
    refused(&spliced, Code::DigestDiffers);
}

#[test]
fn signatures_in_another_order_are_refused() {
    let base = report(Form::Table, &[ANNA, BRAM]);
    let (anna, both) = (one(), two());
    let (first, second) = (&anna[base.len()..], &both[anna.len()..]);
    assert_eq!(
        verify(&[base.as_slice(), second, first].concat(), &[]).verdict,
        Verdict::Altered
    );
    assert_eq!(
        verify(&[base.as_slice(), second].concat(), &[]).verdict,
        Verdict::Altered
    );
    assert_eq!(
        verify(&[base.as_slice(), first, first].concat(), &[]).verdict,
        Verdict::Altered
    );
}

#[test]
fn a_signature_taken_off_the_end_leaves_a_file_that_misses_it() {
    let verification = verify(&two()[..one().len()], &both());
    assert_eq!(verification.verdict, Verdict::Intact);
    assert_eq!(verification.missing[0].signer, BRAM);
    refused(&two()[..one().len() + 100], Code::EndMissing);
}

#[test]
fn two_fields_filled_at_once_are_refused() {
    let pdf = report(Form::Table, &[ANNA, BRAM]);
    let target = Target::of(&pdf);
    let honest = Forgery::honest(&target, ANNA, true);
    let mut objects = honest.objects.clone();
    let (number, body) = target.filled_field();
    objects.push((
        number + 1,
        body.replace("Signature1", "Signature2")
            .replace("Anna de Vries", "Bram"),
    ));
    refused(
        &Forgery { objects, ..honest }.append(&pdf, &target, &person(ANNA)),
        Code::NotOneSignature,
    );
}
