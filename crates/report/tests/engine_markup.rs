//! The markup that templates write: what it means, what it refuses, and that user text can hold anything.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use messages::Language::{En, Nl};
use proptest::prelude::*;
use report::charts::{Figure, Radar, Tone};
use report::document::{
    Alignment, Block, Document, Inline, Language, MarkupError, Paragraph, Role, parse, plain_text,
};
use report::wording;
use std::collections::{BTreeMap, BTreeSet};

fn read(body: &str) -> Result<Document, MarkupError> {
    let figures = BTreeMap::from([("radar".to_owned(), Figure::Radar(Radar::default()))]);
    parse(
        &format!("<document lang=\"nl\">\n{body}\n</document>"),
        figures,
    )
}

#[track_caller]
fn blocks(body: &str) -> Vec<Block> {
    read(body).expect("the markup is right").blocks
}

/// Checks that the markup is refused for one reason, on this line of `body`.
#[track_caller]
fn check_refused(body: &str, line: usize, reason: &str) {
    let error = read(body).expect_err("the markup is wrong");
    let [complaint] = error.complaints.as_slice() else {
        panic!("one complaint, not: {error}")
    };
    let said = wording::flaw(&complaint.what, En);
    assert!(said.contains(reason), "“{said}” does not say “{reason}”");
    assert_eq!(complaint.line, line + 1, "{complaint}");
}

/// Escapes as Tera does in a template whose name ends in `.html`.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#x27;")
        .replace('/', "&#x2F;")
}

#[test]
fn white_space_collapses_across_marks() {
    let blocks = blocks("<p>\n  Een <strong> vet  woord </strong> en\n\tmeer <br/>  regel </p>");
    let [Block::Paragraph(Paragraph { content, .. })] = blocks.as_slice() else {
        panic!("{blocks:?}")
    };
    assert_eq!(
        content.as_slice(),
        [
            Inline::Text("Een ".into()),
            Inline::Strong(vec![Inline::Text("vet woord ".into())]),
            Inline::Text("en meer".into()),
            Inline::LineBreak,
            Inline::Text("regel".into()),
        ]
    );
}

#[test]
fn typed_text_keeps_its_lines_and_paragraphs() {
    let blocks =
        blocks("<text role=\"quote\" lang=\"en\">one\r\ntwo\n\n \n three  &amp; &lt;p&gt;</text>");
    let quote = |content| {
        Block::Paragraph(Paragraph {
            role: Role::Quote,
            language: Language::new("en"),
            content,
        })
    };
    assert_eq!(
        blocks,
        [
            quote(vec![
                Inline::Text("one".into()),
                Inline::LineBreak,
                Inline::Text("two".into())
            ]),
            quote(vec![Inline::Text("three  & <p>".into())]),
        ]
    );
}

#[test]
fn a_table_knows_its_columns_and_heads() {
    let blocks = blocks(
        "<table widths=\"2 1\" align=\"left right\"><caption>Cijfers</caption>
         <thead><tr><th>Thema</th><th>Score</th></tr></thead>
         <tbody><tr><th>Privacy</th><td>62,5</td></tr><tr><th>Leeg</th><td/></tr></tbody></table>",
    );
    let [Block::Table(table)] = blocks.as_slice() else {
        panic!("{blocks:?}")
    };
    assert_eq!(plain_text(&table.caption), "Cijfers");
    assert_eq!(
        (table.head.len(), table.body.len(), table.columns.len()),
        (1, 2, 2)
    );
    assert_eq!(table.columns[0].share / table.columns[1].share, 2.0);
    assert_eq!(table.columns[1].alignment, Alignment::Right);
    assert!(table.body[0][0].is_head && !table.body[0][1].is_head);
    assert!(table.body[1][1].flow.blocks.is_empty());
}

#[test]
fn everything_of_the_vocabulary_is_understood() {
    let document = read(
        "<cover><organisation>Voorbeeld Webwinkel B.V.</organisation><title>Verantwoording</title>
           <subtitle>Chatbot</subtitle><dl><dt>Datum</dt><dd>1 juli 2026</dd></dl></cover>
         <contents depth=\"3\">Inhoud</contents>
         <section id=\"a\" start=\"page\"><h1 id=\"b\" number=\"1\">Samenvatting</h1>
           <verdict tone=\"caution\" word=\"Oranje\">Nog niet.</verdict>
           <key-figures><key-figure value=\"62,5\" label=\"Totaal\" note=\"van 100\" tone=\"positive\"/></key-figures>
           <figure ref=\"radar\" alt=\"Zeven beloften\"><caption>Beloften</caption></figure>
           <callout tone=\"critical\" title=\"Let op\">Zie <ref to=\"b\">daar</ref> op <page to=\"b\"/>.</callout>
           <ul><li>een</li><li><p>twee</p><ol start=\"3\"><li>drie</li></ol></li></ul>
           <p role=\"note\">Een <link href=\"https://example.org\">bron</link>, <status tone=\"critical\">open</status>,
             <span lang=\"en\">in English</span>, <em>schuin</em>, <code>ab12</code></p>
           <page-break/><signature-fields/></section>",
    )
    .expect("all of this is known");
    assert_eq!(document.blocks.len(), 3);
    let Some(Block::Section(section)) = document.blocks.last() else {
        panic!()
    };
    assert!(section.on_new_page);
    assert_eq!(section.blocks.len(), 9);
    let Block::Verdict(verdict) = &section.blocks[1] else {
        panic!()
    };
    assert_eq!(
        (verdict.tone, verdict.word.as_str()),
        (Tone::Caution, "Oranje")
    );
}

#[test]
fn what_the_vocabulary_does_not_know_is_refused_with_its_line() {
    check_refused("<p>a</p>\n<div>b</div>", 2, "<div> cannot stand here");
    check_refused(
        "<p>\n<blink>b</blink></p>",
        2,
        "<blink> cannot stand in running text",
    );
    check_refused("<p class=\"x\">a</p>", 1, "no attribute class");
    check_refused("<p role=\"loud\">a</p>", 1, "role=\"loud\"");
    check_refused("loose text", 0, "<document> holds only elements");
    check_refused(
        "<section>\n<cover><title>t</title></cover></section>",
        2,
        "<cover> cannot stand here",
    );
    check_refused("<ul>\n\n<p>a</p></ul>", 3, "<p> cannot stand in <ul>");
    check_refused(
        "<table><tbody><tr><td>\n<h1>x</h1></td></tr></tbody></table>",
        2,
        "<h1> cannot stand here",
    );
    check_refused("<h1>a</h1>\n<h3>b</h3>", 2, "skips a level");
    check_refused("<figure ref=\"pie\" alt=\"x\"/>", 1, "no chart ‘pie’");
    check_refused("<figure ref=\"radar\"/>", 1, "needs alt");
    check_refused(
        "<p><ref to=\"nowhere\">x</ref></p>",
        1,
        "nothing has the id",
    );
    check_refused(
        "<h1 id=\"a\">x</h1>\n<h1 id=\"a\">y</h1>",
        2,
        "is there already",
    );
    check_refused(
        "<p><link href=\"javascript:alert(1)\">x</link></p>",
        1,
        "http",
    );
    check_refused(
        "<p><link href=\"https://a.nl\"><ref to=\"x\">y</ref></link></p><h1 id=\"x\">x</h1>",
        1,
        "another link",
    );
    check_refused("<dl><dt>a</dt><dt>b</dt><dd>c</dd></dl>", 1, "has no <dd>");
    check_refused(
        "<p><span lang=\"!\">x</span></p>",
        1,
        "no code of a language",
    );
    check_refused(
        "<text>a <strong>b</strong></text>",
        1,
        "holds something other than text",
    );
    check_refused(
        "<table>\n<tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>",
        1,
        "differ in their number of cells",
    );
}

#[test]
fn markup_that_is_not_well_formed_is_refused_with_its_line() {
    check_refused("<p>a\n</section>", 2, "not well-formed");
    check_refused("<p>Jan & Piet</p>", 1, "not well-formed");
    check_refused("<p>\n&nbsp;</p>", 2, "&nbsp;");
    check_refused("<p><![CDATA[x]]></p>", 1, "only elements");
    check_refused(&"<section>".repeat(100), 1, "nested too deeply");
    assert!(parse("", BTreeMap::new()).is_err());
    assert!(parse("<report/>", BTreeMap::new()).is_err());
}

#[test]
fn all_complaints_come_at_once_ordered_by_line() {
    let error =
        read("<p x=\"1\">a</p>\n<p><ref to=\"n\">b</ref></p>\n<div/>").expect_err("three mistakes");
    let lines: Vec<usize> = error
        .complaints
        .iter()
        .map(|complaint| complaint.line)
        .collect();
    assert_eq!(lines, [2, 3, 4]);
}

/// Something wrong of every kind, and by which text it is told.
const WRONG: [(&str, &str); 37] = [
    ("<p>a</section>", "markup-not-well-formed"),
    ("<p lang=nl>a</p>", "markup-broken-attribute"),
    ("<p>&nbsp;</p>", "markup-unknown-character"),
    ("<p><![CDATA[x]]></p>", "markup-not-allowed"),
    ("<p class=\"x\">a</p>", "markup-unknown-attribute"),
    ("<p role=\"loud\">a</p>", "markup-unknown-word"),
    ("<figure ref=\"radar\"/>", "markup-needs"),
    ("<p lang=\"!\">x</p>", "markup-language-tag"),
    ("<ol start=\"x\"><li>a</li></ol>", "markup-whole-number"),
    ("<h1 id=\"a b\">x</h1>", "markup-id-spaces"),
    ("<h1 id=\"a\">x</h1><h1 id=\"a\">x</h1>", "markup-id-twice"),
    ("<p><ref to=\"a\">x</ref></p>", "markup-no-target"),
    ("<figure ref=\"pie\" alt=\"x\"/>", "markup-no-figure"),
    ("<div>x</div>", "markup-misplaced"),
    ("<ul><p>a</p></ul>", "markup-misplaced-in"),
    ("<p><blink>b</blink></p>", "markup-not-in-text"),
    ("loose", "markup-only-elements"),
    ("<text><strong>b</strong></text>", "markup-only-text"),
    ("<p>a<br>b</br></p>", "markup-holds-nothing"),
    (
        "<p>a</p><cover><title>b</title></cover>",
        "markup-cover-first",
    ),
    (
        "<signature-fields/><signature-fields/>",
        "markup-signature-fields-once",
    ),
    ("<contents/>", "markup-contents-heading"),
    ("<h1/>", "markup-empty-heading"),
    ("<h2>a</h2>", "markup-skips-level"),
    ("<dl><dd>a</dd></dl>", "markup-no-term"),
    (
        "<dl><dt>a</dt><dt>b</dt><dd>c</dd></dl>",
        "markup-no-description",
    ),
    ("<dl><dt>a</dt></dl>", "markup-no-last-description"),
    (
        "<p><link href=\"file:///a\">b</link></p>",
        "markup-link-scheme",
    ),
    (
        "<p><link href=\"https://a.nl\"><link href=\"https://b.nl\">c</link></link></p>",
        "markup-link-in-link",
    ),
    ("<table><tbody/></table>", "markup-columns"),
    (
        "<table><tbody><tr><td/></tr><tr><td/><td/></tr></tbody></table>",
        "markup-rows-differ",
    ),
    (
        "<table widths=\"1 0\"><tbody><tr><td/><td/></tr></tbody></table>",
        "markup-widths",
    ),
    (
        "<table align=\"left\"><tbody><tr><td/><td/></tr></tbody></table>",
        "markup-alignments",
    ),
    ("</document><document lang=\"nl\">", "markup-two-roots"),
    ("</document>a<!--", "markup-text-outside"),
    ("<section>", "markup-not-well-formed"),
    ("<!DOCTYPE a>", "markup-not-allowed"),
];

#[test]
fn whatever_is_wrong_is_told_in_both_languages() {
    let deep = "<section>".repeat(100);
    let whole = [
        ("", "markup-no-document"),
        ("<report/>", "markup-other-root"),
        ("<document/>", "markup-document-language"),
        ("<document lang=\"nl\">", "markup-not-closed"),
    ];
    let inside = WRONG
        .iter()
        .copied()
        .chain([(deep.as_str(), "markup-too-deep")]);
    let errors = inside
        .map(|(body, key)| (read(body), key))
        .chain(whole.map(|(markup, key)| (parse(markup, BTreeMap::new()), key)));
    let mut told = BTreeSet::new();
    for (read, key) in errors {
        let error = read.expect_err(key);
        let what = &error.complaints[0].what;
        assert_eq!(what.to_string().split(' ').next(), Some(key));
        for language in [Nl, En] {
            let said = wording::flaw(what, language);
            assert!(!said.is_empty() && !said.contains(['[', '$']), "{said}");
        }
        told.insert(key);
    }
    let texts = messages::keys().map(|(key, _)| key);
    let texts: BTreeSet<&str> = texts.filter(|key| key.starts_with("markup-")).collect();
    assert_eq!(told, texts);
}

proptest! {
    #[test]
    fn any_user_text_survives_escaping_and_parsing(text in "\\PC*") {
        let body = format!("<text>{}</text><key-figures><key-figure value=\"1\" label=\"x{}\"/></key-figures>", escaped(&text), escaped(&text));
        let blocks = read(&body).expect("escaped text is never markup").blocks;
        let shown: Vec<String> = blocks
            .iter()
            .filter_map(|block| match block {
                Block::Paragraph(paragraph) => Some(plain_text(&paragraph.content)),
                _ => None,
            })
            .collect();
        // The line and paragraph separators of Unicode part lines just as a newline does, and a line break reads as a space.
        let typed: Vec<&str> = text
            .split(['\u{2028}', '\u{2029}'])
            .map(|line| line.trim_matches(' '))
            .filter(|line| !line.is_empty())
            .collect();
        prop_assert_eq!(shown.join(" "), typed.join(" "));
    }

    #[test]
    fn no_markup_makes_the_parser_panic(markup in "(<[a-z/\"= &;!-]{0,12}>?|\\PC{0,5}|\n){0,40}") {
        let _ = read(&markup);
        let _ = parse(&markup, BTreeMap::new());
    }
}
