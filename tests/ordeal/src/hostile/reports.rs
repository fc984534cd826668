//! Hostile reports and identities: cut, looping, deep, and small files that want to be large.

use std::fs;

use anyhow::Result;

use super::{Case, Kind, Sound};
use crate::scene::{IDENTITY, REPORT};

pub(super) fn cases(sound: &Sound) -> Result<Vec<Case>> {
    let report = fs::read(sound.scene.path(REPORT))?;
    let mut cases = Vec::new();
    for part in [10, 50, 90, 99] {
        let cut = report.get(..report.len() * part / 100).unwrap_or_default();
        cases.push(Case::refused(
            &format!("{part} % of a report"),
            Kind::Report,
            cut,
        ));
    }
    let bomb = bomb(600 << 20);
    let stream = |dictionary: &str, bytes: &[u8]| {
        let head = format!(
            "<< {dictionary} /Filter /FlateDecode /Length {} >>\nstream\n",
            bytes.len()
        );
        [head.as_bytes(), bytes, b"\nendstream"].concat()
    };
    let body = |text: &str| text.as_bytes().to_vec();
    let catalog = body("<< /Type /Catalog /Pages 2 0 R >>");
    let pages = body("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    let page = body("<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>");
    let deep = format!("{}{}", "[".repeat(300_000), "]".repeat(300_000));
    let documents: Vec<(&str, Vec<u8>)> = vec![
        ("a page that inflates to 600 MB", document(&[catalog.clone(), pages.clone(), page.clone(), stream("", &bomb)])),
        ("objects that inflate to 600 MB", document(&[catalog.clone(), pages.clone(), page.clone(), stream("/Type /ObjStm /N 1000000 /First 10", &bomb)])),
        ("attached data that inflates to 600 MB", document(&[
            body("<< /Type /Catalog /Pages 2 0 R /AF [5 0 R] /Names << /EmbeddedFiles << /Names [(assessment.json) 5 0 R] >> >> >>"),
            pages.clone(),
            page.clone(),
            stream("/Type /EmbeddedFile", &bomb),
            body("<< /Type /Filespec /F (assessment.json) /UF (assessment.json) /AFRelationship /Data /EF << /F 4 0 R >> >>"),
        ])),
        ("a table that inflates to 600 MB", [b"%PDF-1.7\n1 0 obj\n" as &[u8], &stream("/Type /XRef /Size 5 /W [1 2 1] /Root 1 0 R", &bomb), b"\nendobj\nstartxref\n9\n%%EOF\n"].concat()),
        ("deep lists", document(&[body(&deep)])),
        ("pages that are their own parent", document(&[catalog.clone(), body("<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>")])),
        ("an object that refers to itself", document(&[catalog, body("2 0 R"), body("3 0 R")])),
        ("a table that precedes itself", b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n".to_vec()),
        ("a table of four thousand million entries", b"%PDF-1.7\nxref\n0 4294967295\n0000000000 65535 f \ntrailer\n<< /Size 4294967295 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n".to_vec()),
        ("a length below zero", document(&[body("<< /Length -1 >>\nstream\nx\nendstream")])),
        ("only the ends of a document", b"%PDF-1.7\nstartxref\n99999999999999999999\n%%EOF\n".to_vec()),
    ];
    cases.extend(
        documents
            .into_iter()
            .map(|(name, bytes)| Case::refused(name, Kind::Report, bytes)),
    );
    let identity = fs::read(sound.scene.path(IDENTITY))?;
    for part in [1, 30, 70, 99] {
        let cut = identity
            .get(..identity.len() * part / 100)
            .unwrap_or_default();
        cases.push(Case::refused(
            &format!("{part} % of an identity"),
            Kind::Identity,
            cut,
        ));
    }
    // Wherever a number stands that could be a count of rounds, it becomes as large as it can.
    for (number, at) in numbers(&identity).into_iter().enumerate() {
        let mut changed = identity.clone();
        if let Some(place) = changed.get_mut(at.clone()) {
            place.fill(0xff);
        }
        if let Some(first) = changed.get_mut(at.start) {
            *first = 0x7f;
        }
        let name = format!("an identity whose number {number} is as large as can be");
        cases.push(Case::refused(&name, Kind::Identity, changed));
    }
    let claims = [0x30, 0x84, 0x7f, 0xff, 0xff, 0xff, 0x02, 0x01, 0x03];
    cases.push(Case::refused(
        "an identity that claims 2 GB",
        Kind::Identity,
        claims,
    ));
    cases.push(Case::refused(
        "an identity of nested lengths",
        Kind::Identity,
        [0x30, 0x80].repeat(100_000),
    ));
    Ok(cases)
}

/// A document of these objects, of which the first is its catalog.
fn document(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in (1..).zip(objects) {
        table.push_str(&format!("{:010} 00000 n \n", bytes.len()));
        bytes.extend(format!("{number} 0 obj\n").bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let start = bytes.len();
    bytes.extend(table.bytes());
    let size = objects.len() + 1;
    bytes.extend(
        format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").bytes(),
    );
    bytes
}

/// A zlib stream that inflates to about so many zeros, with a factor of 159: one zero, and then over and over *the
/// 258 bytes before*. It lacks the sum at its end; whoever gets there has inflated it all.
fn bomb(size: usize) -> Vec<u8> {
    let mut bytes = vec![0x78, 0x9c];
    let (mut bits, mut filled) = (0_u64, 0);
    let mut push = |value: u64, count: u32| {
        bits |= value << filled;
        filled += count;
        while filled >= 8 {
            bytes.push(u8::try_from(bits & 0xff).unwrap_or_default());
            bits >>= 8;
            filled -= 8;
        }
    };
    // The last block, with the fixed codes.
    push(0b011, 3);
    // The byte 0, then length 258 at distance 1; codes of Huffman come with their first bit first.
    push(0b0000_1100, 8);
    for _ in 0..size / 258 {
        push(0b1010_0011, 8);
        push(0, 5);
    }
    // The end of the block, and what is left of the last byte.
    push(0, 7);
    push(0, 8);
    bytes
}

/// Where whole numbers of two to four bytes stand in a file of ASN.1.
fn numbers(bytes: &[u8]) -> Vec<std::ops::Range<usize>> {
    let windows = bytes.windows(2).enumerate();
    windows
        .filter_map(|(at, there)| match there {
            [2, length @ 2..=4] => Some(at + 2..at + 2 + usize::from(*length)),
            _ => None,
        })
        .filter(|place| place.end <= bytes.len())
        .collect()
}
