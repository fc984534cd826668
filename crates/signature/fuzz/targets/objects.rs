//! Files with a right frame around any objects: what a plain change of bytes hardly ever gets past, the cross-references, is
//! made here, so that everything behind it is reached.
//!
//! A byte 0xFF ends an object, a byte 0xFE a revision; the objects of each revision are numbered from 1. Each revision names
//! object 1 as its root.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let pdf = framed(bytes);
    let verification = signature::verify(&pdf, &[]);
    assert_ne!(verification.verdict, signature::Verdict::Intact);
    let _ = signature::fields(&pdf);
    signature::fuzzing::object(bytes);
});

fn framed(bytes: &[u8]) -> Vec<u8> {
    let mut pdf = b"%PDF-1.7\n".to_vec();
    let mut before = None;
    for revision in bytes.split(|byte| *byte == 0xfe).take(8) {
        if before.is_some() {
            pdf.push(b'\n');
        }
        let mut table = "xref\n0 1\n0000000000 65535 f \n".to_owned();
        let mut size = 1;
        for (number, body) in (1..).zip(revision.split(|byte| *byte == 0xff).take(64)) {
            table.push_str(&format!("{number} 1\n{:010} 00000 n \n", pdf.len()));
            pdf.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
            pdf.extend_from_slice(body);
            pdf.extend_from_slice(b"\nendobj\n");
            size = number + 1;
        }
        let at = pdf.len();
        let prev = before.map_or_else(String::new, |before| format!("/Prev {before}"));
        let trailer = format!(
            "{table}trailer\n<</Root 1 0 R/Size {}/ID[<00><00>]{prev}>>\nstartxref\n{at}\n%%EOF\n",
            size.max(64)
        );
        pdf.extend_from_slice(trailer.as_bytes());
        before = Some(at);
    }
    pdf
}
