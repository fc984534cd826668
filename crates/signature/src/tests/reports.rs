//! Small reports, made the way the report writer makes large ones.

use lopdf::{
    Dictionary, Document, Object, ObjectId, SaveOptions, Stream, StringFormat, dictionary,
    xref::XrefType,
};

use super::people::{Person, person, signing};
use crate::{Certificate, sign};

/// The form of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Table,
    Stream,
    Packed,
}

pub(super) const FORMS: [Form; 3] = [Form::Table, Form::Stream, Form::Packed];

/// The objects of a report that tests change.
pub(super) struct Parts {
    pub(super) catalog: ObjectId,
    pub(super) form: ObjectId,
    pub(super) page: ObjectId,
    pub(super) font: ObjectId,
    pub(super) attachment: ObjectId,
    pub(super) fields: Vec<ObjectId>,
}

/// A report that awaits these people.
pub(super) fn report(form: Form, signers: &[&str]) -> Vec<u8> {
    report_with(form, signers, |_, _| {})
}

/// A report with something changed before it is written.
pub(super) fn report_with(
    form: Form,
    signers: &[&str],
    change: impl FnOnce(&mut Document, &Parts),
) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let parts = assemble(&mut document, signers);
    change(&mut document, &parts);
    let mut bytes = Vec::new();
    document.reference_table.cross_reference_type = if form == Form::Table {
        XrefType::CrossReferenceTable
    } else {
        XrefType::CrossReferenceStream
    };
    if form == Form::Packed {
        let options = SaveOptions::builder()
            .use_object_streams(true)
            .use_xref_streams(true)
            .build();
        document.save_with_options(&mut bytes, options).unwrap();
    } else {
        document.save_to(&mut bytes).unwrap();
    }
    bytes
}

fn assemble(document: &mut Document, signers: &[&str]) -> Parts {
    let pages = document.new_object_id();
    let page = document.new_object_id();
    let font = document.add_object(
        dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" },
    );
    let content = Stream::new(
        dictionary! {},
        b"BT /F1 12 Tf 72 720 Td (Verantwoordingsrapport) Tj ET".to_vec(),
    );
    let content = document.add_object(content);
    let fields: Vec<ObjectId> = signers
        .iter()
        .enumerate()
        .map(|(index, signer)| {
            document.add_object(dictionary! {
                "Type" => "Annot", "Subtype" => "Widget", "FT" => "Sig", "F" => 132,
                "T" => Object::string_literal(format!("Signature{}", index + 1)),
                "TU" => text(signer),
                "Rect" => vec![(-2).into(), (-2).into(), (-2).into(), (-2).into()],
                "P" => page,
            })
        })
        .collect();
    let references: Vec<Object> = fields
        .iter()
        .map(|field| Object::Reference(*field))
        .collect();
    document.objects.insert(
        page,
        Object::Dictionary(dictionary! {
            "Type" => "Page", "Parent" => pages, "Contents" => content, "Annots" => references.clone(),
            "MediaBox" => vec![0.into(), 0.into(), Object::Real(595.5), 842.into()],
            "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } },
        }),
    );
    let kids = vec![Object::Reference(page)];
    document.objects.insert(
        pages,
        Object::Dictionary(dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => 1 }),
    );
    let data = dictionary! { "Type" => "EmbeddedFile", "Subtype" => "application/json" };
    let data = document.add_object(Stream::new(data, br#"{"verdict":"amber"}"#.to_vec()));
    let attachment = document.add_object(dictionary! {
        "Type" => "Filespec", "F" => Object::string_literal("assessment.json"),
        "UF" => Object::string_literal("assessment.json"), "AFRelationship" => "Source",
        "EF" => dictionary! { "F" => data, "UF" => data },
    });
    let metadata = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    let metadata = document.add_object(Stream::new(
        metadata,
        b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>".to_vec(),
    ));
    let form = document.add_object(dictionary! { "Fields" => references, "SigFlags" => 3 });
    let names = vec![
        Object::string_literal("assessment.json"),
        Object::Reference(attachment),
    ];
    let catalog = document.add_object(dictionary! {
        "Type" => "Catalog", "Pages" => pages, "AcroForm" => form, "Metadata" => metadata,
        "AF" => vec![Object::Reference(attachment)],
        "Names" => dictionary! { "EmbeddedFiles" => dictionary! { "Names" => names } },
    });
    document.trailer.set("Root", catalog);
    let id = Object::String(vec![7; 16], StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);
    Parts {
        catalog,
        form,
        page,
        font,
        attachment,
        fields,
    }
}

fn text(text: &str) -> Object {
    Object::String(crate::pdf::text::encode(text), StringFormat::Literal)
}

/// Sets an entry of one dictionary.
pub(super) fn put(document: &mut Document, object: ObjectId, key: &str, value: impl Into<Object>) {
    let dictionary: &mut Dictionary = match document.objects.get_mut(&object).unwrap() {
        Object::Dictionary(dictionary) => dictionary,
        Object::Stream(stream) => &mut stream.dict,
        _ => panic!("no dictionary"),
    };
    dictionary.set(key, value);
}

pub(super) const ANNA: &str = "Anna de Vries";
pub(super) const BRAM: &str = "Bram Şahin";

/// A report that awaits Anna, Bram and nobody else, signed by these of them.
pub(super) fn signed(form: Form, signers: &[&str]) -> Vec<u8> {
    signers
        .iter()
        .fold(report(form, &[ANNA, BRAM]), |pdf, name| {
            sign(&pdf, &signing(name), &person(name)).unwrap()
        })
}

/// The certificates of people, to trust.
pub(super) fn certificates(people: &[Person]) -> Vec<Certificate> {
    people
        .iter()
        .map(|person| person.certificate.clone())
        .collect()
}

/// Anna and Bram.
pub(super) fn both() -> Vec<Certificate> {
    certificates(&[person(ANNA), person(BRAM)])
}
