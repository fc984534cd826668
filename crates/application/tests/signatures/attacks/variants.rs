//! The attacks, by the families under which they were published.

use super::forms::{Signed, has_type, last_section, place, plus, without};

/// What must become of a file.
#[derive(Clone, Copy)]
pub(crate) enum Expected {
    /// Refused, with one of these findings.
    Refused(&'static [&'static str]),
    /// Whole, but by somebody who is not trusted.
    Stranger,
    /// Whole, and it says who is missing.
    Fewer,
}

use Expected::{Fewer, Refused, Stranger};

pub(crate) struct Variant {
    pub(crate) name: &'static str,
    pub(crate) bytes: Vec<u8>,
    pub(crate) expected: Expected,
}

pub(super) type Findings = &'static [&'static str];

pub(super) const SYNTAX: Findings = &[
    "syntax",
    "cross-reference",
    "object-misplaced",
    "unaccounted-bytes",
    "end-missing",
    "dangling-reference",
];
pub(super) const CHANGED: Findings = &[
    "changed-after-signing",
    "object-changed",
    "not-one-signature",
];
const ADDED: Findings = &["changed-after-signing", "object-added", "not-one-signature"];
const ACTIVE: Findings = &["active-content"];

/// Every attack on a signed report that applies to it.
pub(crate) fn all(signed: &Signed<'_>) -> Vec<Variant> {
    let mut variants = Vec::new();
    let mut add = |name, bytes: Option<Vec<u8>>, expected| {
        variants.extend(bytes.map(|bytes| Variant {
            name,
            bytes,
            expected,
        }));
    };
    exclusion(signed, &mut add);
    wrapping(signed, &mut add);
    incremental_saving(signed, &mut add);
    shadow(signed, &mut add);
    certification(signed, &mut add);
    statements(signed, &mut add);
    whole_files(signed, &mut add);
    super::disguises::all(signed, &mut add);
    variants
}

pub(super) type Add<'a> = dyn FnMut(&'static str, Option<Vec<u8>>, Expected) + 'a;

/// Signature exclusion: the signature stays visible and is made impossible to check.
fn exclusion(signed: &Signed<'_>, add: &mut Add<'_>) {
    let last = signed.stages.len() - 1;
    let (range, [_, a, b, c]) = signed.range(last);
    let mut ranged = |name, text: String| {
        add(
            name,
            signed.in_signature(last, &range, &text),
            Refused(&["byte-range-malformed"]),
        );
    };
    ranged("byte range null", "null".to_owned());
    ranged("byte range empty", "[]".to_owned());
    ranged("byte range of three", format!("[0 {a} {b}]"));
    ranged("byte range of five", format!("[0 {a} {b} {c} 0]"));
    ranged("byte range negative", format!("[0 {a} {b} -{c}]"));
    ranged("byte range of broken numbers", format!("[0 {a} {b} {c}.0]"));
    ranged("byte range of texts", "[(0)(1)(2)(3)]".to_owned());
    ranged("byte range a number", "0".to_owned());
    let gap = Refused(&["byte-range-gap"]);
    add(
        "byte range of zeros",
        signed.in_signature(last, &range, "[0 0 0 0]"),
        gap,
    );
    let mut entry = |name, old: &str, new: &str, findings| {
        add(name, signed.in_signature(last, old, new), Refused(findings));
    };
    entry(
        "byte range missing",
        "/ByteRange",
        "/ByteRangf",
        &["signature-entry"],
    );
    entry(
        "contents missing",
        "/Contents <",
        "/Contentz <",
        &["signature-entry"],
    );
    entry(
        "another kind",
        "/ETSI.CAdES.detached",
        "/adbe.pkcs7.detached",
        &["signature-kind"],
    );
    entry(
        "another handler",
        "/Adobe.PPKLite",
        "/Adobe.PPKLitf",
        &["signature-kind"],
    );
    entry(
        "no signature by type",
        "/Type/Sig",
        "/Type/Sih",
        &["signature-kind"],
    );
    let pdf = signed.pdf();
    let mut contents = |name, text: &[u8], findings| {
        let mut out = pdf.to_vec();
        let room = b - a;
        let mut filled = text.to_vec();
        filled.resize(room, b' ');
        out[a..b].copy_from_slice(&filled);
        add(name, Some(out), Refused(findings));
    };
    contents("contents null", b"null", &["contents-malformed"]);
    contents(
        "contents empty",
        b"<>",
        &["byte-range-gap", "contents-malformed"],
    );
    contents("contents a number", b"0", &["contents-malformed"]);
    let zeros = [b"<".to_vec(), vec![b'0'; b - a - 2], b">".to_vec()].concat();
    contents("contents of zeros", &zeros, &["message-malformed"]);
    let upper = pdf[a..b].to_ascii_uppercase();
    contents("contents in other digits", &upper, &["contents-malformed"]);
    let mut half = pdf[a..b].to_vec();
    half[300..b - a - 1].fill(b'0');
    contents("contents cut off", &half, &["message-malformed"]);
    let mut late = pdf[a..b].to_vec();
    late[b - a - 3..b - a - 1].copy_from_slice(b"ff");
    contents("something after the message", &late, &["message-malformed"]);
}

/// Signature wrapping: the signed bytes stay, something else is between them.
fn wrapping(signed: &Signed<'_>, add: &mut Add<'_>) {
    let last = signed.stages.len() - 1;
    let (range, [_, a, b, c]) = signed.range(last);
    let mut ranged = |name, [w, x, y, z]: [usize; 4], findings| {
        let text = format!("[{w} {x} {y} {z}]");
        add(
            name,
            signed.in_signature(last, &range, &text),
            Refused(findings),
        );
    };
    ranged(
        "second range moved",
        [0, a, b + 16, c - 16],
        &["byte-range-gap"],
    );
    ranged("gap widened before", [0, a - 10, b, c], &["byte-range-gap"]);
    ranged("ranges that overlap", [0, b, a, c], &["byte-range-gap"]);
    ranged("a beginning uncovered", [10, a, b, c], &["byte-range-gap"]);
    ranged("a tail uncovered", [0, a, b, c - 20], &["byte-range-end"]);
    ranged(
        "a range past the end",
        [0, a, b, c + 20],
        &["byte-range-end"],
    );
    let pdf = signed.pdf();
    let moved = |junk: &[u8]| [&pdf[..b], junk, &pdf[b..]].concat();
    add("something in the gap", Some(moved(b" ")), Refused(SYNTAX));
    let object = b">>\nendobj\n9999 0 obj\n<</A 1";
    add("an object in the gap", Some(moved(object)), Refused(SYNTAX));
    let twice = [pdf, &pdf[b..]].concat();
    add("the signed tail twice", Some(twice), Refused(SYNTAX));
}

/// Incremental saving: something is saved after the signature.
fn incremental_saving(signed: &Signed<'_>, add: &mut Add<'_>) {
    let with = |object: (u32, String)| Some(signed.with(&[object]));
    let (page, page_text) = signed.page();
    let larger = page_text.replacen("/MediaBox", "/CropBox[0 0 9 9]/MediaBox", 1);
    add("page replaced", with((page, larger)), Refused(CHANGED));
    let stream = "<</Length 2>>\nstream\nq \nendstream".to_owned();
    let (metadata, _) = signed.object(|text| has_type(text, "Metadata"));
    add(
        "metadata replaced",
        with((metadata, stream.clone())),
        Refused(CHANGED),
    );
    let (data, _) = signed.object(|text| has_type(text, "EmbeddedFile"));
    let new = format!(
        "{}/Length 2>>\nstream\n{{}}\nendstream",
        "<</Type/EmbeddedFile"
    );
    add("attachment replaced", with((data, new)), Refused(CHANGED));
    let (file, file_text) = signed.object(|text| has_type(text, "Filespec"));
    let renamed = file_text.replacen("Source", "Data", 1);
    add(
        "attachment described otherwise",
        with((file, renamed)),
        Refused(CHANGED),
    );
    let (pages, pages_text) = signed.object(|text| has_type(text, "Pages"));
    let shorter = pages_text.replacen("/Count ", "/Count 1 /Z ", 1);
    add(
        "signature page removed",
        with((pages, shorter)),
        Refused(CHANGED),
    );
    let (root, root_text) = signed.object(|text| has_type(text, "StructTreeRoot"));
    add(
        "tags replaced",
        with((root, plus(&root_text, "/Lang(xx)"))),
        Refused(CHANGED),
    );
    let (font, font_text) = signed.object(|text| has_type(text, "Font"));
    add(
        "font replaced",
        with((font, plus(&font_text, "/Z 1"))),
        Refused(CHANGED),
    );
    let catalog = signed.catalog();
    let same = catalog.clone();
    add("catalog saved again", with(same), Refused(CHANGED));
    let lang = (catalog.0, plus(&catalog.1, "/Z 1"));
    add("catalog replaced", with(lang), Refused(CHANGED));
    add(
        "object added",
        with((signed.free(), stream)),
        Refused(ADDED),
    );
    add(
        "empty save",
        Some(signed.with(&[])),
        Refused(&["not-one-signature", "changed-after-signing"]),
    );
    let pdf = signed.pdf();
    for (name, tail) in [
        ("line break after the end", &b"\n"[..]),
        ("remark after the end", b"% seen and found good\n"),
        ("zeros after the end", &[0; 64]),
        ("second end", b"startxref\n0\n%%EOF\n"),
    ] {
        add(name, Some([pdf, tail].concat()), Refused(SYNTAX));
    }
    let section = last_section(&signed.stages[signed.stages.len() - 2]);
    let back = format!("startxref\n{section}\n%%EOF\n");
    add(
        "way back to an older save",
        Some([pdf, back.as_bytes()].concat()),
        Refused(SYNTAX),
    );
    let trailer = |name, change: &dyn Fn(String) -> String, add: &mut Add<'_>, findings| {
        add(
            name,
            Some(signed.with_trailer(&[], change)),
            Refused(findings),
        );
    };
    const TRAILER: Findings = &[
        "trailer-changed",
        "not-one-signature",
        "changed-after-signing",
        "cross-reference",
        "encrypted",
        "hybrid-file",
    ];
    trailer(
        "other root",
        &|it| it.replacen("/Root ", "/Root 1 0 R/Z ", 1),
        add,
        TRAILER,
    );
    trailer(
        "information added",
        &|it| plus(&it, "/Info 1 0 R"),
        add,
        TRAILER,
    );
    trailer(
        "encryption claimed",
        &|it| plus(&it, "/Encrypt 1 0 R"),
        add,
        TRAILER,
    );
    trailer(
        "two tables at once",
        &|it| plus(&it, "/XRefStm 20"),
        add,
        TRAILER,
    );
    trailer(
        "smaller size",
        &|it| it.replacen("/Size ", "/Size 1 /Z ", 1),
        add,
        TRAILER,
    );
    trailer(
        "no save before",
        &|it| without(&it, "/Prev"),
        add,
        &[
            "cross-reference",
            "syntax",
            "dangling-reference",
            "unaccounted-bytes",
            "trailer-changed",
            "object-misplaced",
        ],
    );
    trailer(
        "a circle of saves",
        &|it| it.replacen("/Prev ", "/Prev 999999999/Z ", 1),
        add,
        SYNTAX,
    );
}

/// Shadow attacks: what is seen is hidden, replaced or covered by something that was prepared.
fn shadow(signed: &Signed<'_>, add: &mut Add<'_>) {
    let free = signed.free();
    let (page, page_text) = signed.page();
    let mut annotated = |name, annotation: &str, findings| {
        let listed = format!("/Annots [{free} 0 R]");
        let hidden = without(&page_text, "/Annots");
        let objects = [
            (page, plus(&hidden, &listed)),
            (free, annotation.to_owned()),
        ];
        add(name, Some(signed.with(&objects)), Refused(findings));
    };
    const COVERED: Findings = &[
        "unexpected-annotation",
        "changed-after-signing",
        "active-content",
    ];
    annotated(
        "text over the page",
        "<</Type/Annot/Subtype/FreeText/Rect[0 0 600 800]/Contents(Akkoord)/DA(/F1 12 Tf)>>",
        COVERED,
    );
    annotated(
        "stamp over the page",
        "<</Type/Annot/Subtype/Stamp/Rect[0 0 600 800]>>",
        COVERED,
    );
    annotated(
        "redaction of the page",
        "<</Type/Annot/Subtype/Redact/Rect[0 0 600 800]>>",
        COVERED,
    );
    annotated(
        "film on the page",
        "<</Type/Annot/Subtype/RichMedia/Rect[0 0 600 800]>>",
        COVERED,
    );
    annotated(
        "link to elsewhere",
        "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.org)>>>>",
        COVERED,
    );
    let field = format!(
        "<</Type/Annot/Subtype/Widget/FT/Tx/T(Standpunt)/V(Akkoord)/Rect[0 0 600 20]/P {page} 0 R>>"
    );
    annotated(
        "form value on the page",
        &field,
        &[
            "unexpected-annotation",
            "unexpected-field",
            "changed-after-signing",
            "active-content",
        ],
    );
    let (catalog, text) = signed.catalog();
    let mut in_catalog = |name, entry: &str, findings| {
        add(
            name,
            Some(signed.with(&[(catalog, plus(&text, entry))])),
            Refused(findings),
        );
    };
    in_catalog(
        "layers",
        "/OCProperties<</OCGs[]/D<</Order[]>>>>",
        &["optional-content", "active-content"],
    );
    in_catalog(
        "script on opening",
        "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>",
        ACTIVE,
    );
    in_catalog(
        "program on opening",
        "/OpenAction<</S/Launch/F(calc.exe)>>",
        ACTIVE,
    );
    in_catalog(
        "script on closing",
        "/AA<</WC<</S/JavaScript/JS(1)>>>>",
        ACTIVE,
    );
    in_catalog(
        "other view on opening",
        "/OpenAction[0/XYZ null null 0]",
        &["active-content", "changed-after-signing", "object-changed"],
    );
    let form = plus(
        &without(&text, "/AcroForm"),
        "/AcroForm<</Fields[]/SigFlags 3>>",
    );
    add(
        "fields taken away",
        Some(signed.with(&[(catalog, form)])),
        Refused(&[
            "changed-after-signing",
            "object-changed",
            "not-one-signature",
        ]),
    );
    let xfa = text.replacen("/SigFlags 3", "/XFA(x)/SigFlags 3", 1);
    add(
        "form of another kind",
        Some(signed.with(&[(catalog, xfa)])),
        Refused(&[
            "active-content",
            "unexpected-field",
            "changed-after-signing",
        ]),
    );
    let looks = text.replacen("/SigFlags 3", "/NeedAppearances true/SigFlags 3", 1);
    add(
        "fields drawn anew",
        Some(signed.with(&[(catalog, looks)])),
        Refused(&[
            "unexpected-field",
            "changed-after-signing",
            "active-content",
            "object-changed",
        ]),
    );
}

/// Attacks on the certification: signatures and fields that look like more than they are.
fn certification(signed: &Signed<'_>, add: &mut Add<'_>) {
    let (catalog, text) = signed.catalog();
    let gone = without(&text, "/Perms");
    add(
        "certification taken away",
        Some(signed.with(&[(catalog, gone)])),
        Refused(CHANGED),
    );
    add(
        "more allowed than was",
        signed.in_signature(1, "/P 2", "/P 3"),
        Refused(&["certification"]),
    );
    add(
        "less allowed than was",
        signed.in_signature(1, "/P 2", "/P 1"),
        Refused(&["certification"]),
    );
    let fields = super::forms::objects(signed.pdf());
    let widget = |text: &str| text.contains("/FT/Sig") || text.contains("/FT /Sig");
    let (number, first) = fields
        .iter()
        .rev()
        .find(|(_, text)| widget(text) && text.contains("(Signature1)") && text.contains("/V "))
        .cloned()
        .unwrap();
    let removed = without(&first, "/V ");
    add(
        "signature taken out of its field",
        Some(signed.with(&[(number, removed)])),
        Refused(CHANGED),
    );
    let at = first.find("/Rect").unwrap();
    let moved = format!("{}/Rect[0 0 400 90]/Z{}", &first[..at], &first[at + 5..]);
    add(
        "signature drawn on the page",
        Some(signed.with(&[(number, moved)])),
        Refused(&[
            "changed-after-signing",
            "object-changed",
            "not-one-signature",
            "unexpected-field",
        ]),
    );
    let looks = plus(&first, "/AP<</N 1 0 R>>");
    add(
        "signature with a picture",
        Some(signed.with(&[(number, looks)])),
        Refused(&[
            "changed-after-signing",
            "object-changed",
            "not-one-signature",
            "unexpected-field",
        ]),
    );
    let renamed = first.replacen("Noor", "Naar", 1);
    add(
        "somebody else awaited",
        (renamed != first).then(|| signed.with(&[(number, renamed)])),
        Refused(CHANGED),
    );
}

/// What a signature says, changed in its place.
fn statements(signed: &Signed<'_>, add: &mut Add<'_>) {
    let digest = Refused(&["digest-differs"]);
    add(
        "position changed",
        signed.in_signature(1, "(abstain)", "(dissent)"),
        digest,
    );
    add(
        "sentence changed",
        signed.in_signature(1, "Onthouding", "Ik ben er"),
        digest,
    );
    add(
        "name changed",
        signed.in_signature(1, "Noor Voorbeeld", "Noor Voorbeelt"),
        Refused(&["name-not-expected", "digest-differs", "not-one-signature"]),
    );
    add(
        "time changed",
        signed.in_signature(1, "D:2026", "D:2025"),
        digest,
    );
    let flip = |at: usize| {
        let mut out = signed.pdf().to_vec();
        out[at] ^= 1;
        Some(out)
    };
    let base = signed.base().len();
    let altered = Refused(&[
        "digest-differs",
        "syntax",
        "cross-reference",
        "object-misplaced",
        "unknown-filter",
        "unaccounted-bytes",
        "dangling-reference",
        "unexpected-attachment",
        "active-content",
        "unexpected-annotation",
        "unexpected-field",
        "external-content",
        "object-changed",
    ]);
    add("a bit of a page flipped", flip(base / 3), altered);
    add("another bit flipped", flip(base / 2), altered);
    let data = place(signed.base(), b"/Type/EmbeddedFile").unwrap();
    let stream = data + place(&signed.base()[data..], b"stream").unwrap();
    add("a bit of the data flipped", flip(stream + 40), altered);
}

/// Whole files put together from others.
fn whole_files(signed: &Signed<'_>, add: &mut Add<'_>) {
    let last = signed.stages.len() - 1;
    add(
        "signed by somebody else of that name",
        (last == 1).then(|| signed.by_stranger.to_vec()),
        Stranger,
    );
    add(
        "all signatures cut off",
        Some(signed.base().to_vec()),
        Fewer,
    );
    add(
        "last signature cut off",
        (last > 1).then(|| signed.stages[last - 1].clone()),
        Fewer,
    );
    let updates: Vec<u8> = (1..=last)
        .flat_map(|number| signed.update(number).to_vec())
        .collect();
    let spliced = [&signed.other[0], updates.as_slice()].concat();
    add(
        "signatures of another report",
        Some(spliced),
        Refused(SYNTAX),
    );
    let reordered =
        (last > 1).then(|| [signed.base(), signed.update(2), signed.update(1)].concat());
    add("signatures in another order", reordered, Refused(SYNTAX));
    let skipped = (last > 1).then(|| [signed.base(), signed.update(2)].concat());
    add("first signature left out", skipped, Refused(SYNTAX));
    let doubled = [signed.pdf(), signed.update(last)].concat();
    add("last signature twice", Some(doubled), Refused(SYNTAX));
    let cut = &signed.pdf()[..signed.pdf().len() - 7];
    add("end cut off", Some(cut.to_vec()), Refused(SYNTAX));
}
