//! PDF/A-3a and PDF/UA-1, clause by clause, as `docs/conformance` names these tests: what a clause forbids is nowhere in the
//! file, and what it demands is there. Every edition in both languages, with and without a logo. Validators of others judge
//! the same files in the journeys; here it is plain to see what was looked at.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a report that is not as it should be is a failing test"
)]

mod example;
mod logos;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use lopdf::{Dictionary, Document as Pdf, Object, ObjectId};
use questionnaire::Language;
use report::edition::{Edition, Redaction, edition};
use report::render;

/// A report as bytes and as objects, with a name for whoever reads a failure.
struct Made {
    name: String,
    bytes: Vec<u8>,
    pdf: Pdf,
}

/// Every edition in both languages; the last two carry a logo, of each kind.
static REPORTS: LazyLock<Vec<Made>> = LazyLock::new(|| {
    let full = |language| example::committee::worked(language, &["Noor Voorbeeld"]).0;
    let mut reports = Vec::new();
    for language in Language::ALL {
        for (which, rules) in [
            (Edition::Full, Redaction::default()),
            (Edition::Public, Redaction::usual()),
            (Edition::Summary, Redaction::everything()),
        ] {
            let data = edition(&full(language), which, &rules).unwrap();
            reports.push((format!("{} {}", which.word(), language.tag()), data));
        }
    }
    for (name, logo) in [
        ("outlines", logos::outlines()),
        ("picture", logos::picture()),
    ] {
        let mut data = full(Language::Nl);
        data.style.logo = Some(logo);
        reports.push((format!("full nl, {name}"), data));
    }
    let made = reports.into_iter().map(|(name, data)| {
        let bytes = render(&data).unwrap();
        let pdf = Pdf::load_mem(&bytes).unwrap();
        Made { name, bytes, pdf }
    });
    made.collect()
});

impl Made {
    fn catalog(&self) -> &Dictionary {
        self.pdf.catalog().unwrap()
    }

    fn follow<'p>(&'p self, object: &'p Object) -> &'p Object {
        self.pdf.dereference(object).unwrap().1
    }

    fn dictionaries(&self) -> impl Iterator<Item = &Dictionary> {
        let mut found = Vec::new();
        for object in self.pdf.objects.values() {
            gather(object, &mut found);
        }
        found.into_iter()
    }

    fn of_type(&self, kind: &'static [u8]) -> impl Iterator<Item = &Dictionary> {
        self.dictionaries().filter(move |it| it.has_type(kind))
    }

    fn operators(&self, page: ObjectId) -> Vec<lopdf::content::Operation> {
        let content = self.pdf.get_and_decode_page_content(page).unwrap();
        content.operations
    }

    fn metadata(&self) -> String {
        let stream = self.catalog().get(b"Metadata").unwrap();
        let stream = self.follow(stream).as_stream().unwrap();
        assert!(stream.filters().is_err(), "metadata is not compressed");
        String::from_utf8(stream.content.clone()).unwrap()
    }
}

fn gather<'p>(object: &'p Object, found: &mut Vec<&'p Dictionary>) {
    match object {
        Object::Dictionary(fields) => {
            found.push(fields);
            fields.iter().for_each(|(_, field)| gather(field, found));
        }
        Object::Stream(stream) => {
            found.push(&stream.dict);
            let fields = stream.dict.iter();
            fields.for_each(|(_, field)| gather(field, found));
        }
        Object::Array(items) => items.iter().for_each(|item| gather(item, found)),
        _ => {}
    }
}

fn name<'d>(dictionary: &'d Dictionary, key: &str) -> &'d [u8] {
    let value = dictionary.get(key.as_bytes()).and_then(Object::as_name);
    value.unwrap_or_default()
}

fn integer(dictionary: &Dictionary, key: &str) -> Option<i64> {
    dictionary.get(key.as_bytes()).and_then(Object::as_i64).ok()
}

/// PDF/A-3 6.1.2, 6.1.3.
#[test]
fn the_file_begins_and_ends_as_an_archive_wants_it() {
    for made in &*REPORTS {
        assert!(made.bytes.starts_with(b"%PDF-1.7\n%"), "{}", made.name);
        let comment = &made.bytes[10..14];
        assert!(comment.iter().all(|byte| *byte > 127), "{}", made.name);
        assert!(made.bytes.ends_with(b"%%EOF\n"), "{}", made.name);
        let trailer = &made.pdf.trailer;
        let identifier = trailer.get(b"ID").unwrap().as_array().unwrap();
        assert_eq!(identifier.len(), 2);
        assert!(!trailer.has(b"Encrypt"), "{}", made.name);
    }
}

/// PDF/A-3 6.1.5, 6.4.2, 6.5.2, 6.9, 6.10, 6.11; PDF/UA-1 7.10, 7.12, 7.15, 7.16, 7.19.
#[test]
fn nothing_acts_hides_or_asks_for_another_program() {
    for made in &*REPORTS {
        assert!(!made.pdf.trailer.has(b"Info"), "{}", made.name);
        for dictionary in made.dictionaries() {
            for forbidden in [
                "AA",
                "OpenAction",
                "JS",
                "JavaScript",
                "XFA",
                "NeedAppearances",
                "OCProperties",
                "OC",
                "Requirements",
                "AlternatePresentations",
                "PresSteps",
                "Threads",
                "B",
                "Collection",
            ] {
                // A button of a page would be called so too; threads are arrays of beads.
                let is_there = dictionary.has(forbidden.as_bytes())
                    && (forbidden != "B" || dictionary.has_type(b"Page"));
                assert!(!is_there, "{}: {forbidden}", made.name);
            }
            let action = name(dictionary, "S");
            let acts = [
                b"Launch".as_slice(),
                b"GoToR",
                b"GoToE",
                b"Named",
                b"SubmitForm",
                b"ImportData",
                b"Sound",
                b"Movie",
            ];
            assert!(!acts.contains(&action), "{}", made.name);
        }
    }
}

/// PDF/A-3 6.1.7, 6.1.8, 6.1.13.
#[test]
fn streams_names_and_strings_keep_to_the_limits() {
    for made in &*REPORTS {
        for dictionary in made.dictionaries() {
            for (key, value) in dictionary.iter() {
                assert!(key.len() <= 127 && key.is_ascii(), "{}", made.name);
                match value {
                    Object::String(text, _) => assert!(text.len() < 32_768, "{}", made.name),
                    Object::Name(name) => assert!(name.len() <= 127 && name.is_ascii()),
                    _ => {}
                }
            }
        }
        for object in made.pdf.objects.values() {
            if let Object::Stream(stream) = object {
                for outside in [b"F".as_slice(), b"FFilter", b"FDecodeParms"] {
                    assert!(!stream.dict.has(outside), "{}", made.name);
                }
                let filters = stream.filters().unwrap_or_default();
                assert!(filters.iter().all(|it| *it == b"FlateDecode"));
                assert_ne!(stream.content.last(), Some(&b'\r'), "{}", made.name);
            }
        }
    }
}

/// ISO 32000-1 14.6.1: neither text objects nor marked content may be cut by the other.
#[test]
fn text_objects_and_marked_content_stand_in_one_another() {
    for made in &*REPORTS {
        for page in made.pdf.page_iter() {
            let mut open: Vec<&str> = Vec::new();
            for operation in made.operators(page) {
                let ended = match operation.operator.as_str() {
                    "BT" => {
                        assert!(!open.contains(&"ET"), "{}", made.name);
                        open.push("ET");
                        continue;
                    }
                    "BDC" | "BMC" => {
                        open.push("EMC");
                        continue;
                    }
                    "m" | "Do" | "cm" | "q" => {
                        assert!(!open.contains(&"ET"), "{}", made.name);
                        continue;
                    }
                    "ET" => "ET",
                    "EMC" => "EMC",
                    _ => continue,
                };
                assert_eq!(open.pop(), Some(ended), "{}", made.name);
            }
            assert!(open.is_empty(), "{}", made.name);
        }
    }
}

/// PDF/A-3 6.1.10, 6.2.2, 6.2.4, 6.2.5, 6.2.6, 6.2.10.
#[test]
fn pages_are_drawn_with_few_operators_in_opaque_colours_of_one_space() {
    const KNOWN: [&str; 26] = [
        "BDC", "BMC", "EMC", "BT", "ET", "Tf", "Td", "TJ", "rg", "RG", "w", "d", "m", "l", "c",
        "h", "f", "f*", "S", "s", "B", "b", "q", "Q", "cm", "Do",
    ];
    for made in &*REPORTS {
        for page in made.pdf.page_iter() {
            // An archive wants resources at each page, not inherited.
            assert!(made.pdf.get_dictionary(page).unwrap().has(b"Resources"));
            let mut depth: u32 = 0;
            for operation in made.operators(page) {
                let operator = operation.operator.as_str();
                let clips = ["re", "W", "n"].contains(&operator) && depth == 1;
                assert!(
                    KNOWN.contains(&operator) || clips,
                    "{}: {operator}",
                    made.name
                );
                match operator {
                    "q" => depth += 1,
                    "Q" => depth -= 1,
                    _ => {}
                }
            }
            assert_eq!(depth, 0, "{}", made.name);
        }
        for dictionary in made.dictionaries() {
            for absent in [
                "ExtGState",
                "SMask",
                "Group",
                "BM",
                "ca",
                "CA",
                "TR",
                "HTP",
                "Intent",
                "Pattern",
                "Shading",
            ] {
                assert!(
                    !dictionary.has(absent.as_bytes()),
                    "{}: {absent}",
                    made.name
                );
            }
        }
    }
}

/// PDF/A-3 6.2.3.
#[test]
fn one_output_intent_says_what_the_colours_mean() {
    for made in &*REPORTS {
        let intents = made.catalog().get(b"OutputIntents").unwrap();
        let [intent] = intents.as_array().unwrap().as_slice() else {
            panic!("{}: not one intent", made.name)
        };
        let intent = intent.as_dict().unwrap();
        assert_eq!(name(intent, "S"), b"GTS_PDFA1");
        let profile = made.follow(intent.get(b"DestOutputProfile").unwrap());
        let profile = profile.as_stream().unwrap();
        assert_eq!(integer(&profile.dict, "N"), Some(3));
        let profile = profile.decompressed_content().unwrap();
        // The signature of an ICC profile, and the space that it is for.
        assert_eq!(
            (&profile[36..40], &profile[16..20]),
            (b"acsp".as_slice(), b"RGB ".as_slice())
        );
    }
}

/// PDF/A-3 6.2.7, 6.2.8, 6.2.9; PDF/UA-1 7.20.
#[test]
fn the_only_object_drawn_from_elsewhere_is_the_picture_of_the_logo() {
    for made in &*REPORTS {
        let drawn: Vec<_> = made.of_type(b"XObject").collect();
        let is_picture = made.name.ends_with("picture");
        assert_eq!(drawn.len(), usize::from(is_picture), "{}", made.name);
        for image in drawn {
            assert_eq!(name(image, "Subtype"), b"Image");
            assert_eq!(name(image, "ColorSpace"), b"DeviceRGB");
            assert_eq!(integer(image, "BitsPerComponent"), Some(8));
            for absent in ["Alternates", "Interpolate", "SMask", "Mask", "OPI", "Ref"] {
                assert!(!image.has(absent.as_bytes()), "{absent}");
            }
        }
        let pages: Vec<_> = made.pdf.page_iter().collect();
        let draws = |page: &ObjectId| {
            made.operators(*page)
                .iter()
                .filter(|it| it.operator == "Do")
                .count()
        };
        let times: usize = pages.iter().map(draws).sum();
        assert_eq!(times, usize::from(is_picture), "{}", made.name);
    }
}

/// PDF/A-3 6.2.11.2 to 6.2.11.7; PDF/UA-1 7.21.
#[test]
fn every_font_is_embedded_and_says_what_its_glyphs_mean() {
    for made in &*REPORTS {
        let fonts = made.of_type(b"Font");
        let composite: Vec<_> = fonts.filter(|it| name(it, "Subtype") == b"Type0").collect();
        assert!(composite.len() >= 3, "{}", made.name);
        for font in composite {
            assert_eq!(name(font, "Encoding"), b"Identity-H");
            assert!(font.has(b"ToUnicode"));
            let descendants = font.get(b"DescendantFonts").unwrap().as_array().unwrap();
            let inner = made.follow(&descendants[0]).as_dict().unwrap();
            assert_eq!(name(inner, "Subtype"), b"CIDFontType2");
            assert_eq!(name(inner, "CIDToGIDMap"), b"Identity");
            assert!(inner.has(b"W") && inner.has(b"CIDSystemInfo"));
            let descriptor = made.follow(inner.get(b"FontDescriptor").unwrap());
            let descriptor = descriptor.as_dict().unwrap();
            let program = made.follow(descriptor.get(b"FontFile2").unwrap());
            let program = program.as_stream().unwrap().decompressed_content().unwrap();
            assert_eq!(
                integer(
                    &made
                        .follow(descriptor.get(b"FontFile2").unwrap())
                        .as_stream()
                        .unwrap()
                        .dict,
                    "Length1"
                ),
                Some(program.len() as i64)
            );
        }
        // There is no other kind.
        let kinds: BTreeSet<_> = made
            .of_type(b"Font")
            .map(|it| name(it, "Subtype").to_vec())
            .collect();
        assert_eq!(
            kinds,
            BTreeSet::from([b"CIDFontType2".to_vec(), b"Type0".to_vec()])
        );
    }
}

/// PDF/A-3 6.3, 6.4.1; PDF/UA-1 7.18.
#[test]
fn annotations_are_links_and_fields_that_print_and_are_described() {
    for made in &*REPORTS {
        let mut annotations = 0;
        for annotation in made.of_type(b"Annot") {
            annotations += 1;
            assert_eq!(integer(annotation, "F"), Some(4), "{}", made.name);
            assert!(annotation.has(b"StructParent"), "{}", made.name);
            match name(annotation, "Subtype") {
                b"Link" => assert!(annotation.has(b"Contents"), "{}", made.name),
                b"Widget" => {
                    assert_eq!(name(annotation, "FT"), b"Sig");
                    assert!(annotation.has(b"TU"), "{}", made.name);
                }
                other => panic!("{}: {:?}", made.name, String::from_utf8_lossy(other)),
            }
        }
        assert!(annotations > 0, "{}", made.name);
        for page in made.pdf.page_iter() {
            let page = made.pdf.get_dictionary(page).unwrap();
            assert_eq!(name(page, "Tabs"), b"S", "{}", made.name);
        }
    }
}

/// PDF/A-3 6.6.2, 6.6.4; PDF/UA-1 5, 7.1.
#[test]
fn the_metadata_claims_both_standards_and_has_a_title_that_is_shown() {
    for made in &*REPORTS {
        let metadata = made.metadata();
        for claim in [
            "<pdfaid:part>3</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
            "pdfaExtension:schemas",
            "<dc:title>",
        ] {
            assert!(metadata.contains(claim), "{}: {claim}", made.name);
        }
        let preferences = made.catalog().get(b"ViewerPreferences").unwrap();
        let shown = preferences.as_dict().unwrap().get(b"DisplayDocTitle");
        assert!(shown.unwrap().as_bool().unwrap(), "{}", made.name);
    }
}

/// PDF/A-3 6.7.2, 6.7.3, 6.7.4, 6.7.5; PDF/UA-1 7.1, 7.2, 7.3, 7.5, 7.6, 7.9.
#[test]
fn the_tree_holds_known_types_with_what_each_of_them_needs() {
    const STANDARD: [&[u8]; 33] = [
        b"Document",
        b"Sect",
        b"Div",
        b"Title",
        b"H1",
        b"H2",
        b"H3",
        b"H4",
        b"P",
        b"BlockQuote",
        b"Caption",
        b"L",
        b"LI",
        b"Lbl",
        b"LBody",
        b"Table",
        b"THead",
        b"TBody",
        b"TR",
        b"TH",
        b"TD",
        b"Figure",
        b"TOC",
        b"TOCI",
        b"Reference",
        b"Link",
        b"Span",
        b"Code",
        b"Form",
        b"Part",
        b"Art",
        b"Quote",
        b"Index",
    ];
    for made in &*REPORTS {
        let catalog = made.catalog();
        let marked = catalog.get(b"MarkInfo").unwrap().as_dict().unwrap();
        assert!(marked.get(b"Marked").unwrap().as_bool().unwrap());
        assert!(!marked.has(b"Suspects"));
        let language = made.name.split([' ', ',']).nth(1).unwrap();
        assert_eq!(
            catalog.get(b"Lang").unwrap().as_str().unwrap(),
            language.as_bytes()
        );
        let root = made.follow(catalog.get(b"StructTreeRoot").unwrap());
        let root = root.as_dict().unwrap();
        let roles = root.get(b"RoleMap").unwrap().as_dict().unwrap();
        let roles: Vec<_> = roles
            .iter()
            .map(|(from, to)| (from.clone(), to.as_name().unwrap().to_vec()))
            .collect();
        assert_eq!(roles, [(b"Title".to_vec(), b"P".to_vec())]);
        for element in made.dictionaries() {
            if !element.has(b"S") || !element.has(b"P") {
                continue;
            }
            let kind = name(element, "S");
            assert!(
                STANDARD.contains(&kind),
                "{}: {:?}",
                made.name,
                String::from_utf8_lossy(kind)
            );
            let attribute = |key: &str| {
                let attributes = element.get(b"A").and_then(Object::as_dict);
                attributes.is_ok_and(|it| it.has(key.as_bytes()))
            };
            match kind {
                b"Figure" => assert!(element.has(b"Alt") && attribute("BBox"), "{}", made.name),
                b"Form" => assert!(element.has(b"Alt"), "{}", made.name),
                b"TH" => assert!(attribute("Scope"), "{}", made.name),
                b"L" => assert!(attribute("ListNumbering"), "{}", made.name),
                _ => {}
            }
        }
    }
}

/// PDF/A-3 6.8; PDF/UA-1 7.11.
#[test]
fn the_one_file_inside_is_the_data_and_says_what_it_is_for() {
    for made in &*REPORTS {
        let files: Vec<_> = made.of_type(b"Filespec").collect();
        let [file] = files.as_slice() else {
            panic!("{}: {} files", made.name, files.len())
        };
        assert_eq!(name(file, "AFRelationship"), b"Source");
        for key in [b"F".as_slice(), b"UF", b"Desc", b"EF"] {
            assert!(file.has(key), "{}", made.name);
        }
        assert_eq!(
            made.catalog().get(b"AF").unwrap().as_array().unwrap().len(),
            1
        );
        let inside = made.of_type(b"EmbeddedFile").next().unwrap();
        assert_eq!(name(inside, "Subtype"), b"application/json");
        assert!(
            inside
                .get(b"Params")
                .unwrap()
                .as_dict()
                .unwrap()
                .has(b"ModDate")
        );
    }
}
