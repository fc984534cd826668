//! Reports that were prepared so that they can show something else later. They are not signed, and a signature on them is refused.

use lopdf::{Dictionary, Object, Stream, dictionary};

use super::{
    attacks::refused,
    forging::{Forgery, Target, position, replaced},
    people::{person, signing},
    reports::{ANNA, BRAM, Form, Parts, both, put, report, report_with},
};
use crate::{Code, SignRefused, Verdict, sign, verify};

type Change = fn(&mut lopdf::Document, &Parts);

/// Adds an object that nothing refers to: some programs find it all the same.
fn insert(document: &mut lopdf::Document, object: impl Into<Object>) {
    document.add_object(object);
}

/// Nobody signs this file, and if somebody did with other means, the signature is refused.
#[track_caller]
fn unfit(pdf: &[u8], code: Code) {
    let Err(SignRefused::FileNotSound(findings)) = sign(pdf, &signing(ANNA), &person(ANNA)) else {
        panic!("signed")
    };
    assert!(
        findings.iter().any(|finding| finding.code == code),
        "{findings:?}"
    );
    if crate::pdf::File::read(pdf).is_ok() {
        let target = Target::of(pdf);
        refused(
            &Forgery::honest(&target, ANNA, true).append(pdf, &target, &person(ANNA)),
            code,
        );
    } else {
        assert_eq!(verify(pdf, &both()).verdict, Verdict::Unreadable);
    }
}

#[track_caller]
fn check(changes: &[Change], code: Code) {
    for change in changes {
        unfit(&report_with(Form::Table, &[ANNA, BRAM], change), code);
    }
}

fn address(address: &str) -> Dictionary {
    dictionary! { "S" => "URI", "URI" => Object::string_literal(address) }
}

#[test]
fn a_link_to_a_page_on_the_web_is_accepted() {
    let pdf = report_with(Form::Table, &[ANNA], |document, parts| {
        put(
            document,
            parts.font,
            "A",
            address("https://www.voorbeeld.example/beleid"),
        );
    });
    assert!(sign(&pdf, &signing(ANNA), &person(ANNA)).is_ok());
}

#[test]
fn whatever_acts_is_refused() {
    check(
        &[
            |document, parts| {
                put(
                    document,
                    parts.catalog,
                    "OpenAction",
                    dictionary! { "S" => "GoTo" },
                )
            },
            |document, parts| put(document, parts.catalog, "AA", Dictionary::new()),
            |document, parts| put(document, parts.font, "Alternates", Vec::<Object>::new()),
            |document, parts| put(document, parts.font, "A", address("javascript:alert(1)")),
            |document, parts| put(document, parts.font, "A", address("file:///etc/passwd")),
            |document, parts| put(document, parts.page, "AA", Dictionary::new()),
            |document, parts| put(document, parts.form, "XFA", Object::string_literal("x")),
            |document, parts| put(document, parts.form, "NeedAppearances", true),
            |document, parts| {
                put(
                    document,
                    parts.catalog,
                    "Names",
                    dictionary! { "JavaScript" => Dictionary::new() },
                )
            },
            |document, parts| put(document, parts.catalog, "Collection", Dictionary::new()),
            |document, parts| put(document, parts.font, "A", dictionary! { "S" => "Launch" }),
            |document, parts| put(document, parts.font, "A", dictionary! { "S" => "Unheard" }),
            |document, _| {
                insert(
                    document,
                    dictionary! { "Type" => "Action", "S" => "SubmitForm" },
                )
            },
            |document, _| insert(document, dictionary! { "S" => "JavaScript" }),
            |document, _| insert(document, dictionary! { "S" => "SetOCGState" }),
            |document, _| {
                insert(
                    document,
                    dictionary! { "RichMediaContent" => Dictionary::new() },
                )
            },
            |document, _| {
                insert(
                    document,
                    Stream::new(dictionary! { "Subtype" => "PS" }, Vec::new()),
                )
            },
        ],
        Code::ActiveContent,
    );
}

#[test]
fn whatever_can_be_switched_on_and_off_is_refused() {
    check(
        &[
            |document, parts| put(document, parts.catalog, "OCProperties", Dictionary::new()),
            |document, parts| put(document, parts.font, "OC", Dictionary::new()),
            |document, _| insert(document, dictionary! { "Type" => "OCG" }),
            |document, _| insert(document, dictionary! { "Type" => "OCMD" }),
        ],
        Code::OptionalContent,
    );
}

#[test]
fn annotations_other_than_links_are_refused() {
    fn add(document: &mut lopdf::Document, parts: &Parts, kind: &str, typed: bool) {
        let mut annotation = dictionary! { "Subtype" => kind, "Rect" => vec![0.into(), 0.into(), 9.into(), 9.into()] };
        if typed {
            annotation.set("Type", "Annot");
        }
        let annotation = document.add_object(annotation);
        let mut all: Vec<Object> = parts
            .fields
            .iter()
            .map(|field| Object::Reference(*field))
            .collect();
        all.push(annotation.into());
        put(document, parts.page, "Annots", all);
    }
    check(
        &[
            |document, parts| add(document, parts, "FreeText", true),
            |document, parts| add(document, parts, "Stamp", false),
            |document, parts| add(document, parts, "Redact", false),
            |document, parts| add(document, parts, "FileAttachment", true),
            |document, parts| add(document, parts, "Screen", true),
        ],
        Code::UnexpectedAnnotation,
    );
    let pdf = report_with(Form::Table, &[ANNA], |document, parts| {
        add(document, parts, "Link", true)
    });
    assert!(sign(&pdf, &signing(ANNA), &person(ANNA)).is_ok());
}

#[test]
fn fields_other_than_prepared_signatures_are_refused() {
    check(
        &[
            |document, _| {
                insert(
                    document,
                    dictionary! { "FT" => "Tx", "T" => Object::string_literal("x") },
                )
            },
            |document, parts| put(document, parts.font, "FT", "Sig"),
        ],
        Code::UnexpectedField,
    );
    let changes: [Change; 5] = [
        |document, parts| put(document, parts.fields[1], "FT", "Tx"),
        |document, parts| put(document, parts.fields[1], "Kids", Vec::<Object>::new()),
        |document, parts| {
            put(
                document,
                parts.fields[1],
                "T",
                Object::string_literal("Signature1"),
            )
        },
        |document, parts| put(document, parts.fields[1], "TU", Object::Null),
        |document, parts| {
            put(
                document,
                parts.form,
                "Fields",
                vec![parts.fields[0].into(), parts.fields[0].into()],
            )
        },
    ];
    for change in changes {
        let pdf = report_with(Form::Table, &[ANNA, BRAM], change);
        let refused = sign(&pdf, &signing(ANNA), &person(ANNA));
        let Err(SignRefused::FileNotSound(findings)) = refused else {
            panic!("signed")
        };
        assert_eq!(findings[0].code, Code::UnexpectedField);
    }
}

#[test]
fn attachments_other_than_the_reports_data_are_refused() {
    fn add(document: &mut lopdf::Document, kind: &str) {
        let file = dictionary! { "Type" => "EmbeddedFile", "Subtype" => kind };
        let file = document.add_object(Stream::new(file, b"x".to_vec()));
        document.add_object(dictionary! { "Type" => "Filespec", "AFRelationship" => "Source", "EF" => dictionary! { "F" => file } });
    }
    check(
        &[
            |document, _| add(document, "application/json"),
            |document, _| add(document, "application/x-msdownload"),
            |document, parts| put(document, parts.attachment, "AFRelationship", "Data"),
            |document, parts| put(document, parts.catalog, "AF", Vec::<Object>::new()),
        ],
        Code::UnexpectedAttachment,
    );
}

#[test]
fn content_in_other_files_is_refused() {
    check(
        &[
            |document, _| {
                insert(
                    document,
                    Stream::new(
                        dictionary! { "F" => Object::string_literal("x.bin") },
                        Vec::new(),
                    ),
                )
            },
            |document, _| {
                insert(
                    document,
                    Stream::new(dictionary! { "Ref" => Dictionary::new() }, Vec::new()),
                )
            },
        ],
        Code::ExternalContent,
    );
}

#[test]
fn permissions_before_the_first_signature_are_refused() {
    check(
        &[|document, parts| put(document, parts.catalog, "Perms", Dictionary::new())],
        Code::Certification,
    );
}

#[test]
fn a_reference_to_what_comes_later_is_refused() {
    // The number that the signature dictionary will get.
    let next = Target::of(&report(Form::Table, &[ANNA, BRAM])).free;
    let pdf = report_with(Form::Table, &[ANNA, BRAM], |document, parts| {
        put(
            document,
            parts.font,
            "FontDescriptor",
            Object::Reference((next, 0)),
        );
    });
    unfit(&pdf, Code::DanglingReference);
}

#[test]
fn bytes_between_objects_are_refused() {
    let pdf = report(Form::Table, &[ANNA, BRAM]);
    for hidden in ["% hidden\n", "99 0 obj\n<</Type/Page>>\nendobj\n", "x"] {
        // Into the room before the cross-reference section, which moves.
        let at = pdf
            .windows(5)
            .rposition(|window| window == b"xref\n")
            .unwrap();
        let section = pdf[..at]
            .windows(5)
            .rposition(|window| window == b"xref\n")
            .unwrap();
        let offset = section.to_string();
        let moved = replaced(
            &pdf,
            &format!("startxref\n{offset}"),
            &format!("startxref\n{}", section + hidden.len()),
        );
        let hiding = [&moved[..section], hidden.as_bytes(), &moved[section..]].concat();
        unfit(&hiding, Code::UnaccountedBytes);
    }
}

#[test]
fn a_file_of_both_forms_is_refused() {
    unfit(
        &with_trailer(&report(Form::Table, &[ANNA, BRAM]), "/XRefStm 15"),
        Code::HybridFile,
    );
    unfit(
        &with_trailer(&report(Form::Table, &[ANNA, BRAM]), "/Encrypt<<>>"),
        Code::Encrypted,
    );
    unfit(
        &with_trailer(&report(Form::Table, &[ANNA, BRAM]), "/Prev 15"),
        Code::CrossReference,
    );
    unfit(
        &with_trailer(&report(Form::Table, &[ANNA, BRAM]), "/Size 2"),
        Code::Syntax,
    );
    unfit(
        &with_trailer(&report(Form::Table, &[ANNA, BRAM]), "/Other 2"),
        Code::CrossReference,
    );
}

fn with_trailer(pdf: &[u8], entry: &str) -> Vec<u8> {
    let at = position(pdf, b"trailer\n<<", 0) + b"trailer\n<<".len();
    [&pdf[..at], entry.as_bytes(), &pdf[at..]].concat()
}

#[test]
fn an_object_that_is_written_ambiguously_is_refused() {
    let pdf = report(Form::Table, &[ANNA, BRAM]);
    unfit(&replaced(&pdf, "/BaseFont", "/Subtype "), Code::Syntax);
    unfit(
        &replaced(&pdf, "/Subtype/Type1", "/#00   %ype1/"),
        Code::Syntax,
    );
    unfit(&replaced(&pdf, "endstream", "endsxream"), Code::Syntax);
    unfit(&replaced(&pdf, "0 obj", "1 obj"), Code::Syntax);
}
