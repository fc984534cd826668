//! The text of a PDF by its own maps, in the order of its content.

#![allow(
    dead_code,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, and none uses all of this"
)]

use lopdf::{Document as Pdf, Object, ObjectId};
use std::collections::BTreeMap;

/// What each page says, in the order of its content, with `ActualText` in place of what it stands for.
pub(crate) fn page_texts(pdf: &Pdf) -> Vec<String> {
    pdf.page_iter().map(|page| page_text(pdf, page)).collect()
}

/// What a page says.
pub(crate) fn page_text(pdf: &Pdf, page: ObjectId) -> String {
    text_of(pdf, page, |_| true)
}

/// What the pages say without their heads, feet and repetitions: what assistive technology reads.
pub(crate) fn read_aloud(pdf: &Pdf) -> String {
    pdf.page_iter()
        .map(|page| read_aloud_page(pdf, page))
        .collect()
}

/// The same of one page.
pub(crate) fn read_aloud_page(pdf: &Pdf, page: ObjectId) -> String {
    text_of(pdf, page, |tag| tag != b"Artifact")
}

/// What stands on a page in marked content whose tag counts.
fn text_of(pdf: &Pdf, page: ObjectId, counts: impl Fn(&[u8]) -> bool) -> String {
    let mut maps: BTreeMap<Vec<u8>, BTreeMap<u16, String>> = BTreeMap::new();
    for (name, font) in pdf.get_page_fonts(page).expect("fonts") {
        let map = font
            .get(b"ToUnicode")
            .and_then(|to| pdf.dereference(to))
            .and_then(|(_, to)| to.as_stream())
            .expect("ToUnicode");
        maps.insert(
            name,
            unicode_map(
                &String::from_utf8(map.decompressed_content().expect("plain")).expect("text"),
            ),
        );
    }
    let content = pdf.get_and_decode_page_content(page).expect("content");
    let (mut text, mut font, mut silent) = (String::new(), Vec::new(), Vec::new());
    for operation in content.operations {
        match operation.operator.as_str() {
            "BDC" | "BMC" => {
                let actual = operation
                    .operands
                    .get(1)
                    .and_then(|operand| operand.as_dict().ok())
                    .and_then(|d| d.get(b"ActualText").ok());
                if let Some(Object::String(bytes, _)) = actual {
                    let units: Vec<u16> = bytes[2..]
                        .chunks(2)
                        .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
                        .collect();
                    text.push_str(&String::from_utf16(&units).expect("UTF-16"));
                }
                let tag = operation.operands[0].as_name().expect("a tag");
                silent.push(actual.is_some() || !counts(tag));
            }
            "EMC" => {
                silent.pop();
            }
            "Tf" => font = operation.operands[0].as_name().expect("name").to_vec(),
            "TJ" if !silent.contains(&true) => {
                for item in operation.operands[0].as_array().expect("array") {
                    if let Object::String(bytes, _) = item {
                        for pair in bytes.chunks(2) {
                            text.push_str(&maps[&font][&u16::from_be_bytes([pair[0], pair[1]])]);
                        }
                    }
                }
            }
            _ => {}
        }
    }
    text
}

fn unicode_map(map: &str) -> BTreeMap<u16, String> {
    map.lines()
        .filter_map(|line| line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <"))
        .filter_map(|(code, text)| {
            let units: Vec<u16> = (0..text.len())
                .step_by(4)
                .map(|at| u16::from_str_radix(text.get(at..at + 4)?, 16).ok())
                .collect::<Option<_>>()?;
            Some((
                u16::from_str_radix(code, 16).ok()?,
                String::from_utf16(&units).ok()?,
            ))
        })
        .collect()
}

/// The words of a text without hyphens at line ends.
pub(crate) fn words(text: &str) -> String {
    text.replace('\u{ad}', "")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
