//! Attacks that were published after the first families, or that follow from them: files that are something else too, objects
//! where only some programs look, the same thing said twice, entries that lead elsewhere, and messages patched in their place.

use super::forms::{Signed, has_type, last_section, place, plus, without};
use super::variants::{Add, CHANGED, Expected::Refused, Findings, SYNTAX};

/// Every one that applies to a signed report.
pub(super) fn all(signed: &Signed<'_>, add: &mut Add<'_>) {
    polyglots(signed, add);
    hidden_objects(signed, add);
    said_twice(signed, add);
    pointed_elsewhere(signed, add);
    overlays(signed, add);
    other_tables(signed, add);
    kinds_of_signature(signed, add);
    messages(signed, add);
    whole_pages(signed, add);
}

/// What refuses a file whose beginning or end is not that of a report.
const NO_FILE: Findings = &["not-a-pdf", "unaccounted-bytes", "end-missing", "syntax"];

/// A file that another program opens as something else.
fn polyglots(signed: &Signed<'_>, add: &mut Add<'_>) {
    let pdf = signed.pdf();
    let around = |before: &[u8], after: &[u8]| Some([before, pdf, after].concat());
    for (name, before, after) in [
        (
            "a remark before the beginning",
            &b"% approved by all\n"[..],
            &b""[..],
        ),
        ("a byte before the beginning", b"\n", b""),
        ("a script before the beginning", b"#!/bin/sh\nexit\n", b""),
        (
            "a page for a browser around it",
            b"<html><!--",
            b"--><script>1</script></html>",
        ),
        (
            "an archive after the end",
            b"",
            b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
        ),
        (
            "another file after the end",
            b"",
            b"%PDF-1.7\nstartxref\n0\n%%EOF\n",
        ),
        ("a mark of order of bytes", b"\xef\xbb\xbf", b""),
    ] {
        add(name, around(before, after), Refused(NO_FILE));
    }
    let version = |text: &[u8]| Some([text, &pdf[text.len()..]].concat());
    add(
        "a version that does not exist",
        version(b"%PDF-1.9"),
        Refused(NO_FILE),
    );
    add(
        "another version",
        version(b"%PDF-1.6"),
        Refused(&["digest-differs"]),
    );
    let line = place(pdf, b"\n").unwrap() + 1;
    let inside = [&pdf[..line], b"PK\x03\x04 archive\n", &pdf[line..]].concat();
    add(
        "an archive in the room at the beginning",
        Some(inside),
        Refused(SYNTAX),
    );
    let inside = [&pdf[..line], b"%<script>alert(1)</script>\n", &pdf[line..]].concat();
    add(
        "a remark in the room at the beginning",
        Some(inside),
        Refused(SYNTAX),
    );
}

/// Objects where only some programs look.
fn hidden_objects(signed: &Signed<'_>, add: &mut Add<'_>) {
    let free = signed.free();
    let (page, text) = signed.page();
    let larger = text.replacen("/MediaBox", "/CropBox[0 0 9 9]/MediaBox", 1);
    let packed = |objects: &[(u32, String)], entries| Some(signed.packed(objects, entries));
    let shadow = [(page, larger.clone())];
    add(
        "page in an object stream",
        packed(&shadow, ""),
        Refused(CHANGED),
    );
    add(
        "object stream that goes on in another",
        packed(&shadow, "/Extends 1 0 R"),
        Refused(SYNTAX),
    );
    let twice = [(page, larger.clone()), (page, text.clone())];
    add(
        "object twice in an object stream",
        packed(&twice, ""),
        Refused(&["cross-reference", "object-misplaced"]),
    );
    let script = "<</S/JavaScript/JS(1)>>".to_owned();
    add(
        "script in an object stream",
        packed(&[(free, script)], ""),
        Refused(&["active-content"]),
    );
    let wrong = [(page, larger.clone() + " 0 0 R")];
    add(
        "something more in an object stream",
        packed(&wrong, ""),
        Refused(&["syntax"]),
    );
    add(
        "page declared free",
        Some(signed.freed(&[page])),
        Refused(&["object-removed", "changed-after-signing"]),
    );
    let (catalog, _) = signed.catalog();
    add(
        "catalog declared free",
        Some(signed.freed(&[catalog])),
        Refused(&["dangling-reference", "cross-reference"]),
    );
    let renewed = signed.with(&[(page, larger.clone())]);
    let number = format!("\n{page} 0 obj\n");
    let generation = |new: String| {
        let at =
            signed.pdf().len() + place(&renewed[signed.pdf().len()..], number.as_bytes()).unwrap();
        let mut out = renewed.clone();
        out[at..at + number.len()].copy_from_slice(new.as_bytes());
        Some(out)
    };
    add(
        "page of another generation",
        generation(format!("\n{page} 1 obj\n")),
        Refused(&["syntax", "object-misplaced"]),
    );
    let unlisted = format!("{page} 0 obj\n{larger}\nendobj\n");
    let pdf = signed.pdf();
    add(
        "page without a table",
        Some([pdf, unlisted.as_bytes()].concat()),
        Refused(SYNTAX),
    );
    let end = format!("startxref\n{}\n%%EOF\n", last_section(pdf));
    add(
        "page without a table, and an end",
        Some([pdf, unlisted.as_bytes(), end.as_bytes()].concat()),
        Refused(SYNTAX),
    );
    let deep = format!("<</A {}{}>>", "[".repeat(5_000), "]".repeat(5_000));
    add(
        "object of great depth",
        Some(signed.with(&[(free, deep)])),
        Refused(&["too-large"]),
    );
    let huge = "<</A 99999999999999999999>>".to_owned();
    add(
        "number beyond all numbers",
        Some(signed.with(&[(free, huge)])),
        Refused(&["syntax"]),
    );
    let long = format!("<</Length {}>>\nstream\n\nendstream", u32::MAX);
    add(
        "stream longer than the file",
        Some(signed.with(&[(free, long)])),
        Refused(&["syntax"]),
    );
}

/// The same key twice, in one or another way of writing it: programs differ in which one counts.
fn said_twice(signed: &Signed<'_>, add: &mut Add<'_>) {
    let (catalog, text) = signed.catalog();
    let mut twice = |name, entry: &str| {
        let changed = signed.with(&[(catalog, plus(&text, entry))]);
        add(name, Some(changed), Refused(&["syntax"]));
    };
    twice("pages twice", "/Pages 1 0 R");
    twice("pages twice, once disguised", "/#50ages 1 0 R");
    twice("form twice, once disguised", "/Acro#46orm<</Fields[]>>");
    twice("a remark inside an object", "% /Pages 1 0 R\n");
    twice("a name with a zero", "/A#00B 1");
    twice("a text without an end", "/A(((");
    let sig = |old: &str, new: &str| signed.in_signature(1, old, new);
    add(
        "name twice in a signature",
        sig("/Reason", "/Name"),
        Refused(&["syntax"]),
    );
    add(
        "time twice in a signature",
        sig("/Reason", "/M"),
        Refused(&["syntax"]),
    );
}

/// Entries that lead to something of the attacker's.
fn pointed_elsewhere(signed: &Signed<'_>, add: &mut Add<'_>) {
    let free = signed.free();
    let (catalog, text) = signed.catalog();
    let bare = without(&text, "/Perms");
    let with = |catalog_text: String, other: &str| {
        Some(signed.with(&[(catalog, catalog_text), (free, other.to_owned())]))
    };
    let weak = "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[0 1 2 3]/Contents<00>>>";
    add(
        "certification by another signature",
        with(plus(&bare, &format!("/Perms<</DocMDP {free} 0 R>>")), weak),
        Refused(CHANGED),
    );
    add(
        "rights of use added",
        with(plus(&bare, &format!("/Perms<</UR3 {free} 0 R>>")), weak),
        Refused(CHANGED),
    );
    let form = text.replacen("/SigFlags 3", "/SigFlags 0", 1);
    add(
        "flags of the form lowered",
        Some(signed.with(&[(catalog, form)])),
        Refused(CHANGED),
    );
    let hidden = without(&text, "/AcroForm");
    add(
        "form taken away",
        Some(signed.with(&[(catalog, hidden)])),
        Refused(CHANGED),
    );
    let data = plus(&without(&text, "/AF["), &format!("/AF[{free} 0 R]"));
    add(
        "other data associated",
        with(
            data,
            "<</Type/Filespec/F(assessment.json)/UF(assessment.json)/AFRelationship/Source>>",
        ),
        Refused(&[
            "changed-after-signing",
            "object-changed",
            "not-one-signature",
            "syntax",
        ]),
    );
    let validation = plus(&text, &format!("/DSS {free} 0 R"));
    add(
        "validation data that is none",
        with(validation, "<</Type/DSS/Certs[]/Other 1>>"),
        Refused(CHANGED),
    );
    let extension = plus(
        &text,
        "/Extensions<</ADBE<</BaseVersion/1.7/ExtensionLevel 8>>>>",
    );
    add(
        "extension claimed",
        Some(signed.with(&[(catalog, extension)])),
        Refused(CHANGED),
    );
    let version = plus(&text, "/Version/2.0");
    add(
        "version in the catalog",
        Some(signed.with(&[(catalog, version)])),
        Refused(CHANGED),
    );
    let same = super::forms::objects(signed.update(1));
    let (number, body) = same
        .iter()
        .find(|(_, text)| text.contains("/ByteRange"))
        .cloned()
        .unwrap();
    add(
        "signature copied into a later save",
        Some(signed.with(&[(number, body)])),
        Refused(CHANGED),
    );
    let widgets = super::forms::objects(signed.pdf());
    let empty = widgets
        .into_iter()
        .rev()
        .find(|(_, text)| text.contains("(Signature5)") && !text.contains("/V "));
    let filled = empty
        .filter(|_| signed.stages.len() < 6)
        .map(|(field, text)| signed.with(&[(field, plus(&text, &format!("/V {number} 0 R")))]));
    add(
        "signature of one in the field of another",
        filled,
        Refused(&["certification", "byte-range-end", "name-not-expected"]),
    );
}

/// Something drawn over the page by what looks harmless: annotations and fields that a certified file may be given.
fn overlays(signed: &Signed<'_>, add: &mut Add<'_>) {
    let free = signed.free();
    let (page, text) = signed.page();
    let (catalog, catalog_text) = signed.catalog();
    const OVERLAY: Findings = &[
        "unexpected-annotation",
        "unexpected-field",
        "changed-after-signing",
        "active-content",
        "not-one-signature",
    ];
    let listed = plus(&without(&text, "/Annots"), &format!("/Annots[{free} 0 R]"));
    let mut over = |name, annotation: &str| {
        let objects = [(page, listed.clone()), (free, annotation.to_owned())];
        add(name, Some(signed.with(&objects)), Refused(OVERLAY));
    };
    over(
        "link with a picture",
        "<</Type/Annot/Subtype/Link/Rect[0 0 600 800]/AP<</N 1 0 R>>>>",
    );
    over(
        "watermark",
        "<</Type/Annot/Subtype/Watermark/Rect[0 0 600 800]/FixedPrint<<>>>>",
    );
    over(
        "square without a type",
        "<</Subtype/Square/Rect[0 0 600 800]/IC[1 1 1]>>",
    );
    over(
        "line through a sentence",
        "<</Type/Annot/Subtype/StrikeOut/Rect[0 0 600 20]/QuadPoints[0 0 1 0 0 1 1 1]>>",
    );
    over(
        "note that replies",
        "<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(Akkoord)/Popup 1 0 R>>",
    );
    over(
        "file pinned to the page",
        "<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS 1 0 R>>",
    );
    over(
        "scene in three dimensions",
        "<</Type/Annot/Subtype/3D/Rect[0 0 600 800]/3DD 1 0 R>>",
    );
    let field = format!(
        "<</Type/Annot/Subtype/Widget/FT/Sig/T(Extra)/TU(Noor Voorbeeld)/Rect[0 0 600 800]/P {page} 0 R/AP<</N 1 0 R>>>>"
    );
    let form = catalog_text.replacen("/Fields[", &format!("/Fields[{free} 0 R "), 1);
    let form = form.replacen("/Fields [", &format!("/Fields [{free} 0 R "), 1);
    let objects = [(page, listed.clone()), (free, field), (catalog, form)];
    add(
        "field for a signature over the page",
        Some(signed.with(&objects)),
        Refused(OVERLAY),
    );
}

/// Tables that lead elsewhere, and ends that name another one.
fn other_tables(signed: &Signed<'_>, add: &mut Add<'_>) {
    let pdf = signed.pdf();
    let (page, text) = signed.page();
    let larger = text.replacen("/MediaBox", "/CropBox[0 0 9 9]/MediaBox", 1);
    let old_kind = signed.with_table(&[(page, larger.clone())]);
    add(
        "page behind a table of the older kind",
        Some(old_kind),
        Refused(&["changed-after-signing", "object-changed", "trailer-changed"]),
    );
    let section = last_section(pdf).to_string();
    let at = pdf.len() - section.len() - "\n%%EOF\n".len();
    let end = |number: &str| {
        let mut out = pdf.to_vec();
        out[at..at + section.len()]
            .copy_from_slice(format!("{number:0>width$}", width = section.len()).as_bytes());
        Some(out)
    };
    const ELSEWHERE: Findings = &[
        "syntax",
        "cross-reference",
        "end-missing",
        "unaccounted-bytes",
    ];
    add("end that names no table", end("7"), Refused(ELSEWHERE));
    add("end that names the beginning", end("0"), Refused(ELSEWHERE));
    let older = last_section(&signed.stages[signed.stages.len() - 2]).to_string();
    add(
        "end that names an older table",
        end(&older),
        Refused(ELSEWHERE),
    );
    let past = "9".repeat(section.len());
    add(
        "end that names a place past the end",
        end(&past),
        Refused(ELSEWHERE),
    );
    let with = |change: &dyn Fn(String) -> String| {
        Some(signed.with_trailer(&[(page, larger.clone())], change))
    };
    add(
        "table that leads to nothing before",
        with(&|it| it.replacen("/Prev ", "/Prev 0/Z ", 1)),
        Refused(ELSEWHERE),
    );
    add(
        "table with a negative place",
        with(&|it| it.replacen("/Prev ", "/Prev -1/Z ", 1)),
        Refused(ELSEWHERE),
    );
    add(
        "table with entries of no width",
        with(&|it| it.replacen("/W[1 8 1]", "/W[0 8 2]", 1)),
        Refused(ELSEWHERE),
    );
    add(
        "table with more entries than it has",
        with(&|it| it.replacen("/Index[", "/Index[0 9999999 ", 1)),
        Refused(&["cross-reference", "too-large", "syntax"]),
    );
    add(
        "identifier of another file",
        with(&|it| it.replacen("/ID", "/ID[<00><00>]/Z", 1)),
        Refused(&["cross-reference", "trailer-changed"]),
    );
}

/// A signature that calls itself something else, so that it is checked otherwise or not at all.
fn kinds_of_signature(signed: &Signed<'_>, add: &mut Add<'_>) {
    let last = signed.stages.len() - 1;
    let mut kind = |name, old: &str, new: &str, findings| {
        add(name, signed.in_signature(last, old, new), Refused(findings));
    };
    let cades = "/ETSI.CAdES.detached";
    kind(
        "a timestamp by its kind",
        cades,
        "/ETSI.RFC3161",
        &["signature-kind"],
    );
    kind(
        "a kind with SHA-1",
        cades,
        "/adbe.x509.rsa_sha1",
        &["signature-kind"],
    );
    kind(
        "a kind without a hash of its own",
        cades,
        "/adbe.pkcs7.sha1",
        &["signature-kind"],
    );
    kind("no kind", "/SubFilter", "/SubFilteq", &["signature-entry"]);
    kind(
        "a kind that is a text",
        cades,
        "(ETSI.CAdES.detach)",
        &["signature-kind"],
    );
    kind("no handler", "/Filter/", "/Filteq/", &["signature-entry"]);
    add(
        "certification by another method",
        signed.in_signature(1, "/DocMDP", "/UR3"),
        Refused(&["certification", "object-changed", "not-one-signature"]),
    );
    add(
        "certification without parameters",
        signed.in_signature(1, "/TransformParams", "/TransformParamz"),
        Refused(&["certification"]),
    );
}

/// The message in the gap, which no byte range covers: patched, exchanged, and named otherwise.
fn messages(signed: &Signed<'_>, add: &mut Add<'_>) {
    let last = signed.stages.len() - 1;
    let pdf = signed.pdf();
    let (_, [_, a, b, _]) = signed.range(last);
    let patched = |old: &str, new: &str| {
        let text = String::from_utf8(pdf[a..b].to_vec()).unwrap();
        assert_eq!(old.len(), new.len());
        let changed = text.replace(old, new);
        (changed != text).then(|| [&pdf[..a], changed.as_bytes(), &pdf[b..]].concat())
    };
    const SHA_256: &str = "0609608648016503040201";
    const ECDSA: &str = "06082a8648ce3d040302";
    add(
        "a shorter hash named",
        patched(SHA_256, "0609608648016503040204"),
        Refused(&["algorithm-not-allowed"]),
    );
    add(
        "a longer hash named",
        patched(SHA_256, "0609608648016503040203"),
        Refused(&[
            "digest-differs",
            "signing-certificate",
            "algorithm-not-allowed",
        ]),
    );
    add(
        "a weaker signature named",
        patched(ECDSA, "06082a8648ce3d040301"),
        Refused(&["algorithm-not-allowed", "signing-certificate"]),
    );
    // The name of the signed attribute with the digest, and of the one with the certificate.
    add(
        "no digest among the attributes",
        patched("06092a864886f70d010904", "06092a864886f70d01090f"),
        Refused(&["signed-attributes", "message-malformed"]),
    );
    add(
        "no certificate among the attributes",
        patched("060b2a864886f70d010910022f", "060b2a864886f70d010910020c"),
        Refused(&["signed-attributes", "message-malformed"]),
    );
    // Somewhere in the certificate, and at the end of the signature value.
    let message = pdf[a + 1..b]
        .iter()
        .rposition(|digit| !matches!(digit, b'0' | b'>'))
        .unwrap();
    for (name, at) in [
        ("a digit of the certificate", 600),
        ("the last digit of the signature", message),
    ] {
        let mut out = pdf.to_vec();
        let digit = &mut out[a + 1 + at];
        *digit = if *digit == b'1' { b'2' } else { b'1' };
        let findings = Refused(&[
            "signing-certificate",
            "signature-invalid",
            "message-malformed",
            "algorithm-not-allowed",
        ]);
        add(name, Some(out), findings);
    }
    if last > 1 {
        let (range, [_, c, d, _]) = signed.range(1);
        let exchanged = (d - c == b - a).then(|| [&pdf[..a], &pdf[c..d], &pdf[b..]].concat());
        add(
            "message of another signature",
            exchanged,
            Refused(&["digest-differs"]),
        );
        let older = signed.in_signature(last, &signed.range(last).0, range.trim_end());
        add(
            "byte range of another signature",
            older,
            Refused(&["byte-range-gap"]),
        );
    }
}

/// Pages put in another order, left out, or lent by another report.
fn whole_pages(signed: &Signed<'_>, add: &mut Add<'_>) {
    let (pages, text) = signed.object(|text| has_type(text, "Pages") && text.contains("/Kids"));
    let start = text.find("/Kids").unwrap() + "/Kids".len();
    let open = start + text[start..].find('[').unwrap() + 1;
    let close = open + text[open..].find(']').unwrap();
    let kids: Vec<&str> = text[open..close]
        .split('R')
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .collect();
    let listed = |kids: &[&str]| {
        let list: Vec<String> = kids.iter().map(|kid| format!("{kid} R")).collect();
        let text = format!("{}{}{}", &text[..open], list.join(" "), &text[close..]);
        Some(signed.with(&[(pages, text)]))
    };
    let turned: Vec<&str> = kids.iter().rev().copied().collect();
    add("pages in another order", listed(&turned), Refused(CHANGED));
    let without_last = &kids[..kids.len() - 1];
    add("last page left out", listed(without_last), Refused(CHANGED));
    let doubled = [kids.as_slice(), &kids[..1]].concat();
    add("first page once more", listed(&doubled), Refused(CHANGED));
    let shown = signed.object(|text| has_type(text, "Page") && text.contains("/Contents"));
    let lent = shown.1.replacen("/Contents ", "/Contents 1 0 R/Z ", 1);
    add(
        "page with other contents",
        Some(signed.with(&[(shown.0, lent)])),
        Refused(CHANGED),
    );
}
