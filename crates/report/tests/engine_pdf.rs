//! The finished PDF: nothing lost, the same bytes twice, tagged, readable by other programs.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod engine_sample;
mod extraction;

use extraction::{page_text, page_texts, words};
use lopdf::{Dictionary, Document as Pdf, Object};
use proptest::prelude::*;
use report::document::parse;
use report::pdf::{PdfFailed, Settings, render};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

fn rendered(body: &str) -> Vec<u8> {
    let document = parse(
        &format!("<document lang=\"nl\">{body}</document>"),
        engine_sample::figures(),
    )
    .expect("right markup");
    render(&document, &engine_sample::settings()).expect("rendered")
}

fn opened(bytes: &[u8]) -> Pdf {
    Pdf::load_mem(bytes).expect("lopdf reads the file")
}

fn catalog(pdf: &Pdf) -> &Dictionary {
    pdf.catalog().expect("catalogue")
}

fn follow<'p>(pdf: &'p Pdf, dictionary: &'p Dictionary, key: &str) -> &'p Object {
    pdf.dereference(
        dictionary
            .get(key.as_bytes())
            .unwrap_or_else(|_| panic!("{key} is there")),
    )
    .expect("object")
    .1
}

/// The tree as indented types, with language, alternative text and attributes.
fn tree(pdf: &Pdf) -> String {
    let root = follow(pdf, catalog(pdf), "StructTreeRoot")
        .as_dict()
        .expect("tree");
    let mut shown = String::new();
    show(pdf, follow(pdf, root, "K"), 0, &mut shown);
    shown
}

fn show(pdf: &Pdf, object: &Object, depth: usize, shown: &mut String) {
    match object {
        Object::Reference(id) => show(pdf, pdf.get_object(*id).expect("object"), depth, shown),
        Object::Array(items) => items.iter().for_each(|item| show(pdf, item, depth, shown)),
        Object::Dictionary(element) if element.has(b"S") => {
            let name = |key: &[u8]| {
                element
                    .get(key)
                    .and_then(Object::as_name)
                    .map(|name| String::from_utf8_lossy(name).into_owned())
            };
            let _ = write!(shown, "{}{}", "  ".repeat(depth), name(b"S").expect("type"));
            if let Ok(language) = element.get(b"Lang").and_then(Object::as_str) {
                let _ = write!(shown, " lang={}", String::from_utf8_lossy(language));
            }
            if let Ok(attributes) = element.get(b"A").and_then(Object::as_dict) {
                for (key, value) in attributes
                    .iter()
                    .filter(|(key, _)| *key != b"O" && *key != b"BBox")
                {
                    let value = value
                        .as_name()
                        .map(|name| String::from_utf8_lossy(name).into_owned());
                    let _ = write!(
                        shown,
                        " {}={}",
                        String::from_utf8_lossy(key),
                        value.unwrap_or_default()
                    );
                }
            }
            if element.has(b"Alt") {
                shown.push_str(" alt");
            }
            shown.push('\n');
            if let Ok(children) = element.get(b"K") {
                show(pdf, children, depth + 1, shown);
            }
        }
        Object::Dictionary(held) if held.has(b"Obj") => {
            let _ = writeln!(shown, "{}(annotation)", "  ".repeat(depth));
        }
        _ => {}
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = engine_sample::document(1);
    let settings = engine_sample::settings();
    let once = render(&document, &settings).expect("rendered");
    assert_eq!(once, render(&document, &settings).expect("rendered"));
    let other = Settings {
        title: "Iets anders".into(),
        ..settings
    };
    assert_ne!(once, render(&document, &other).expect("rendered"));
}

#[test]
fn no_row_of_a_long_table_is_lost_and_every_page_repeats_its_head() {
    let mut body = String::from(
        "<h1>Tabel</h1><table widths=\"1 2\"><thead><tr><th>Kopnummer</th><th>Waarde</th></tr></thead><tbody>",
    );
    for row in 0..250 {
        let _ = write!(
            body,
            "<tr><th>rij{row}x</th><td>{}</td></tr>",
            engine_sample::prose(row, 3 + row % 20)
        );
    }
    body.push_str("</tbody></table>");
    let pdf = opened(&rendered(&body));
    let pages = page_texts(&pdf);
    assert!(pages.len() > 5, "{} pages", pages.len());
    let all = pages.join(" ");
    let mut last = 0;
    for row in 0..250 {
        let at = all
            .find(&format!("rij{row}x"))
            .unwrap_or_else(|| panic!("row {row} is lost"));
        assert!(at >= last, "row {row} is out of order");
        last = at;
    }
    assert!(
        pages.iter().all(|page| page.contains("Kopnummer")),
        "a page without the head"
    );
}

#[test]
fn a_row_longer_than_a_page_is_cut_and_loses_nothing() {
    let long: Vec<String> = (0..1500).map(|at| format!("w{at}w")).collect();
    let pdf = opened(&rendered(&format!(
        "<table><tbody><tr><td>{}</td><td>naast</td></tr><tr><td>na</td><td></td></tr></tbody></table>",
        long.join(" ")
    )));
    let pages = page_texts(&pdf);
    assert!(pages.len() > 1);
    let all = words(&pages.join(" "));
    let mut from = 0;
    for word in long {
        from += all
            .get(from..)
            .and_then(|rest| rest.find(&word))
            .unwrap_or_else(|| panic!("{word} is lost"));
    }
}

#[test]
fn nothing_is_written_outside_the_page() {
    let title = engine_sample::prose(1, 700);
    let cell = format!(
        "<td>{}</td>",
        "Verantwoordelijkheidsverdelingsovereenkomst".repeat(4)
    );
    let body = format!(
        "<cover><title>{title}</title><subtitle>{title}</subtitle><dl><dt>{title}</dt><dd>{title}</dd></dl></cover>
         <h1 number=\"1.2.3.4.5.6.7\">{}</h1><verdict tone=\"critical\" word=\"{title}\">{title}</verdict>
         <key-figures><key-figure value=\"1234567890123456\" label=\"{title}\"/><key-figure value=\"2\" label=\"b\"/></key-figures>
         <callout title=\"{title}\"><p>{title}</p></callout><table><tbody><tr>{}</tr></tbody></table>",
        "Verantwoordelijkheidsverdelingsovereenkomst".repeat(9),
        cell.repeat(6),
    );
    let pdf = opened(&rendered(&body));
    for (number, page) in pdf.page_iter().enumerate() {
        let (mut x, mut y) = (0.0, 0.0);
        for operation in pdf
            .get_and_decode_page_content(page)
            .expect("content")
            .operations
        {
            if operation.operator == "BT" {
                (x, y) = (0.0, 0.0);
            }
            if operation.operator == "Td" {
                let by = |place: usize| operation.operands[place].as_float().expect("a number");
                (x, y) = (x + by(0), y + by(1));
                assert!(
                    (20.0..575.0).contains(&x) && (20.0..822.0).contains(&y),
                    "page {number}: {x} {y}"
                );
            }
        }
    }
}

#[test]
fn a_heading_is_never_the_last_thing_on_a_page() {
    for lines in 38..52 {
        let mut body = String::new();
        for line in 0..lines {
            let _ = write!(body, "<p role=\"small\">regel {line}</p>");
        }
        body.push_str("<h1>Stranden</h1><p>Een alinea die op de kop volgt en die meer dan een enkele regel lang is, zodat er iets te breken valt, want anders bewijst dit niets over koppen.</p>");
        let pdf = opened(&rendered(&body));
        let pages = page_texts(&pdf);
        let page = pages
            .iter()
            .find(|page| page.contains("Stranden"))
            .expect("the heading");
        assert!(
            words(page).contains("Een alinea die op de kop volgt"),
            "with {lines} lines the heading is alone"
        );
    }
}

#[test]
fn typed_text_is_extracted_as_it_was_typed() {
    let hard = "Reëel & “ﬁjn” <b>niet</b> vet — 100 % €, Ελληνικά, Кириллица, ∑≤⊕, ☎✔, 漢字, 👩‍💻 🇳🇱 👍🏽, naïef, Żółć, ẞ, \u{1f9ff}";
    let pdf = opened(&rendered(&format!(
        "<text>{}</text>",
        engine_sample::escaped(hard)
    )));
    assert!(
        words(&page_texts(&pdf).join(" ")).contains(&words(hard)),
        "{}",
        page_texts(&pdf).join(" ")
    );
}

#[test]
fn a_character_without_a_glyph_is_named() {
    let bytes = rendered("<p>voor \u{e000} na</p>");
    assert!(
        page_texts(&opened(&bytes))
            .join(" ")
            .contains("voor [U+E000] na")
    );
}

#[test]
fn only_the_unusual_character_of_a_glyph_is_spelled_out() {
    let pdf = opened(&rendered("<p>\u{a0}a\u{a0}b c d e f g e\u{301} é é</p>"));
    let page = pdf.page_iter().next().expect("a page");
    let content = String::from_utf8_lossy(&pdf.get_page_content(page)).into_owned();
    assert_eq!(content.matches("ActualText").count(), 3, "{content}");
    assert!(page_text(&pdf, page).contains("\u{a0}a\u{a0}b c d e f g e\u{301} é é"));
}

#[test]
fn dutch_is_hyphenated_and_the_hyphen_is_no_part_of_the_text() {
    let text =
        "verantwoordelijkheidsverdeling geautomatiseerde besluitvormingsprocessen ".repeat(12);
    let pdf = opened(&rendered(&format!("<p>{text}</p>")));
    let extracted = page_texts(&pdf).join(" ");
    assert!(extracted.contains('\u{ad}'), "nothing was hyphenated");
    assert!(words(&extracted).contains(&words(&text)));
    let plain = "<p lang=\"fr\">".to_owned() + &text + "</p>";
    assert!(
        !page_texts(&opened(&rendered(&plain)))
            .join(" ")
            .contains('\u{ad}'),
        "French was hyphenated by Dutch rules"
    );
}

#[test]
fn the_list_of_contents_and_references_name_the_right_pages() {
    let pdf = opened(&rendered(
        "<contents depth=\"1\">Inhoud</contents><section start=\"page\"><h1>Eerste</h1><p>Zie bladzijde <page to=\"b\"/>.</p></section>
         <section start=\"page\"><h1 id=\"b\">Tweede</h1></section>",
    ));
    let pages = page_texts(&pdf);
    assert!(
        words(&pages[0]).starts_with("InhoudEerste 2Tweede 3"),
        "{}",
        pages[0]
    );
    assert!(
        words(&pages[1]).contains("Zie bladzijde 3."),
        "{}",
        pages[1]
    );
    assert!(pages[1].contains("Pagina 2 van 3"));
}

#[test]
fn the_structure_says_what_everything_is() {
    let pdf = opened(&rendered(
        "<cover><title>Titel</title></cover><contents>Inhoud</contents>
         <section lang=\"en\"><h1 id=\"a\" number=\"1\">Heading</h1><p>Text <strong>bold</strong> <span lang=\"nl\">woord</span>,
         <ref to=\"a\">there</ref>.</p><text role=\"quote\">Said</text><ul><li>one</li><li><p>two</p><p>more</p></li></ul>
         <dl><dt>Term</dt><dd>Meaning</dd><dt>None</dt><dd></dd></dl></section>
         <table><caption>Cijfers</caption><thead><tr><th>K</th><th>L</th></tr></thead><tbody><tr><th>r</th><td></td></tr></tbody></table>
         <figure ref=\"radar\" alt=\"Zeven\"><caption>Onderschrift</caption></figure><signature-fields/>",
    ));
    insta::assert_snapshot!(tree(&pdf));
}

#[test]
fn every_mark_is_tagged_and_known_to_the_parent_tree() {
    let pdf =
        opened(&render(&engine_sample::document(1), &engine_sample::settings()).expect("rendered"));
    let root = follow(&pdf, catalog(&pdf), "StructTreeRoot")
        .as_dict()
        .expect("tree");
    let numbers = follow(&pdf, root, "ParentTree")
        .as_dict()
        .expect("parents")
        .get(b"Nums")
        .and_then(Object::as_array)
        .expect("numbers");
    for (number, page) in pdf.page_iter().enumerate() {
        let mut ids = BTreeSet::new();
        let mut depth = 0;
        for operation in pdf
            .get_and_decode_page_content(page)
            .expect("content")
            .operations
        {
            match operation.operator.as_str() {
                "BDC" | "BMC" => {
                    depth += 1;
                    let properties = operation
                        .operands
                        .get(1)
                        .and_then(|operand| operand.as_dict().ok());
                    if let Some(Ok(id)) = properties
                        .and_then(|p| p.get(b"MCID").ok())
                        .map(Object::as_i64)
                    {
                        assert!(ids.insert(id), "page {number} uses {id} twice");
                    }
                }
                "EMC" => depth -= 1,
                "TJ" | "S" | "f" | "B" => {
                    assert!(depth > 0, "page {number} draws outside marked content")
                }
                _ => {}
            }
        }
        assert_eq!(depth, 0, "page {number} leaves marked content open");
        let parents = pdf
            .dereference(&numbers[number * 2 + 1])
            .expect("entry")
            .1
            .as_array()
            .expect("array");
        assert_eq!(parents.len(), ids.len(), "page {number}");
    }
}

#[test]
fn bookmarks_follow_the_levels_of_the_headings() {
    let pdf = opened(&rendered("<h1>A</h1><h2>B</h2><h2>C</h2><h1>D</h1>"));
    let outlines = follow(&pdf, catalog(&pdf), "Outlines")
        .as_dict()
        .expect("outlines");
    let first = follow(&pdf, outlines, "First").as_dict().expect("A");
    assert_eq!(
        first.get(b"Title").and_then(Object::as_str).expect("title"),
        b"A"
    );
    let below = follow(&pdf, first, "First").as_dict().expect("B");
    let next = follow(&pdf, below, "Next").as_dict().expect("C");
    assert_eq!(
        next.get(b"Title").and_then(Object::as_str).expect("title"),
        b"C"
    );
    assert_eq!(
        follow(&pdf, first, "Next")
            .as_dict()
            .expect("D")
            .get(b"Title")
            .and_then(Object::as_str)
            .expect("title"),
        b"D"
    );
}

#[test]
fn the_attachment_and_the_empty_signature_fields_are_there() {
    let bytes = rendered("<p>Tekst</p>");
    let pdf = opened(&bytes);
    let file = pdf
        .dereference(&follow(&pdf, catalog(&pdf), "AF").as_array().expect("files")[0])
        .expect("file")
        .1
        .as_dict()
        .expect("file");
    assert_eq!(
        file.get(b"AFRelationship")
            .and_then(Object::as_name)
            .expect("relation"),
        b"Source"
    );
    let stream = follow(
        &pdf,
        file.get(b"EF").and_then(Object::as_dict).expect("files"),
        "F",
    )
    .as_stream()
    .expect("stream");
    assert_eq!(
        stream.get_plain_content().expect("content"),
        br#"{"example":true}"#
    );
    let form = follow(&pdf, catalog(&pdf), "AcroForm")
        .as_dict()
        .expect("form");
    assert_eq!(
        form.get(b"SigFlags")
            .and_then(Object::as_i64)
            .expect("flags"),
        3
    );
    let fields = form
        .get(b"Fields")
        .and_then(Object::as_array)
        .expect("fields");
    assert_eq!(fields.len(), 2);
    let field = pdf
        .dereference(&fields[0])
        .expect("field")
        .1
        .as_dict()
        .expect("field");
    assert_eq!(
        field.get(b"T").and_then(Object::as_str).expect("name"),
        b"Signature1"
    );
    assert!(!field.has(b"V"), "an empty field has no value");
}

#[test]
fn the_file_can_be_signed_by_incremental_update() {
    let bytes = rendered("<p>Tekst</p>");
    assert!(bytes.starts_with(b"%PDF-1.7\n"));
    assert!(bytes.ends_with(b"%%EOF\n"));
    let text = String::from_utf8_lossy(&bytes);
    assert!(!text.contains("\ntrailer") && !text.contains("/Info "));
    for in_sight in ["/Type/Catalog", "/Type/Page/", "/FT/Sig", "/Type/Filespec"] {
        assert!(text.contains(in_sight), "{in_sight} is packed away");
    }
    assert!(!text.contains("/S/Document"), "the structure is packed");
    assert!(!text.contains("\r\nendstream") && !text.contains("\r\rendstream"));
}

#[test]
fn signature_fields_without_a_usable_name_are_refused() {
    let document =
        parse("<document lang=\"nl\"><p>x</p></document>", BTreeMap::new()).expect("right");
    let mut settings = engine_sample::settings();
    settings.signature_fields[1].name = settings.signature_fields[0].name.clone();
    assert!(matches!(
        render(&document, &settings),
        Err(PdfFailed::FieldName(_))
    ));
    settings.signature_fields[1].name = "a.b".into();
    assert!(matches!(
        render(&document, &settings),
        Err(PdfFailed::FieldName(_))
    ));
}

#[test]
fn an_empty_document_is_a_page() {
    assert_eq!(opened(&rendered("")).get_pages().len(), 1);
}

#[test]
fn pdftotext_reads_every_word_in_order() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("report.pdf");
    let text = engine_sample::prose(3, 900);
    std::fs::write(&path, rendered(&format!("<h1>Kop</h1><p>{text}</p>"))).expect("written");
    // Without poppler this says nothing; the tests above read the file without it.
    let Ok(output) = Command::new("pdftotext")
        .arg("-raw")
        .arg(&path)
        .arg("-")
        .output()
    else {
        return;
    };
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    let lines: Vec<&str> = said
        .lines()
        .filter(|line| {
            !line.contains("Pagina ")
                && !line.contains("Voorbeeld")
                && !line.contains("Verantwoording over")
                && !line.contains("Vraagbaak")
        })
        .collect();
    let joined = lines
        .join("\n")
        .replace("\u{ad}\n", "")
        .replace("-\n", "")
        .replace('\u{c}', "");
    assert!(words(&joined).contains(&words(&text)));
}

/// Runs where the suite has installed the validators.
#[test]
fn a_long_report_passes_the_validators() {
    let Some(validators) = std::env::var_os("VERANTWOORD_VALIDATORS") else {
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("report.pdf");
    std::fs::write(
        &path,
        render(&engine_sample::document(9), &engine_sample::settings()).expect("rendered"),
    )
    .expect("written");
    let check = "import page, sys\nfor profile in ('ua1', '3a'):\n    r = page.validate_pdf(sys.argv[1], profile=profile)\n    \
                 assert r.is_compliant, [(f.rule_id, f.message) for f in r.failures][:20]";
    let python = Path::new(&validators).join("python").display().to_string();
    for (program, arguments) in [
        (python.as_str(), vec!["-c", check]),
        ("qpdf", vec!["--check"]),
    ] {
        let output = Command::new(program)
            .args(&arguments)
            .arg(&path)
            .output()
            .expect("the validator runs");
        assert!(
            output.status.success(),
            "{program}: {}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_text_can_be_rendered(text in "(\\PC|\n|[\u{0}-\u{1f}]|[\u{590}-\u{6ff}]|[\u{1f300}-\u{1faff}]|[\u{200b}-\u{206f}]){0,60}") {
        let escaped = engine_sample::escaped(&text);
        let body = format!("<text>{escaped}</text><table><tbody><tr><td>{escaped}</td><td><text>{escaped}</text></td></tr></tbody></table><key-figures><key-figure value=\"1\" label=\"l{escaped}\"/></key-figures>");
        let _ = rendered(&body);
    }
}
