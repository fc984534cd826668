//! Sections of the organisation's own: what they say is there, what people typed stays text, and a
//! broken one leaves the report as it would be without it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a report that cannot be made is a failing test"
)]

mod example;
mod extraction;

use std::collections::BTreeSet;

use assessment::report_style::SectionPlace;
use lopdf::Document as Pdf;
use questionnaire::Language;
use report::charts::Colour;
use report::edition::{Edition, Redaction, edition};
use report::private::fingerprint;
use report::wording::flaw;
use report::{Broken, Comparison, ReportData, broken_sections, compare, document, render};

fn place(written: &str) -> SectionPlace {
    SectionPlace::from(written.to_owned())
}

fn with(sections: &[(&str, &str)]) -> ReportData {
    let mut data = example::data(Language::Nl, &["Noor Voorbeeld"], |_, answer| Some(answer));
    let sections = sections
        .iter()
        .map(|(at, text)| (place(at), (*text).to_owned()));
    data.style.sections = sections.collect();
    data
}

/// What the pages say, but for the fingerprint, which covers the templates too.
fn blocks(data: &ReportData) -> String {
    let blocks = format!("{:?}", document(data).unwrap().blocks);
    blocks.replace(&fingerprint(data).unwrap(), "")
}

/// The one complaint about a section.
fn complaint(at: &str, text: &str) -> Broken {
    let data = with(&[(at, text)]);
    let mut broken = broken_sections(&data).unwrap();
    assert_eq!(broken.len(), 1, "{text}: {broken:?}");
    assert!(blocks(&data) == blocks(&with(&[])), "{text}");
    broken.remove(0)
}

#[track_caller]
fn assert_broken(text: &str, line: Option<usize>, cause: &str) {
    let broken = complaint("after-method", text);
    assert_eq!(broken.line, line, "{text}: {broken:?}");
    let told = told(&broken);
    assert!(told.contains(cause), "{text}: {told}");
}

/// Why a section cannot be used, in English; in Dutch it is told too, in other words.
fn told(broken: &Broken) -> String {
    let [english, dutch] = [Language::En, Language::Nl].map(|it| flaw(&broken.cause, it));
    assert!(!dutch.contains(['[', '$']) && dutch != english, "{dutch}");
    english
}

#[test]
fn a_section_of_ones_own_stands_where_it_was_put_and_survives_verification() {
    let data = with(&[
        (
            "method",
            "<section id=\"method\"><h1 id=\"h-method\" number=\"4\">Onze werkwijze</h1>\n\
             {% for member in d.members %}<p>{{ member.name | said }} deed mee.</p>{% endfor %}\n\
             </section>",
        ),
        (
            "after-legal",
            "<section><h1>Toelichting van de directie</h1><p>{{ t(key=\"report-verdict-none\") }}</p></section>",
        ),
        (
            "after-open",
            "<section><h1>Nawoord</h1><p>{% if d.results.answered > 3 %}Er is {{ d.results.total.score | score }} gehaald.{% endif %}</p></section>",
        ),
    ]);
    let broken = broken_sections(&data).unwrap();
    let places: Vec<String> = broken.iter().map(|it| it.place.to_string()).collect();
    assert_eq!(places, ["after-legal"], "there is no text of that name");
    let pdf = render(&data).unwrap();
    assert_eq!(compare(&pdf), Comparison::Equal(Box::new(data.clone())));
    let said = extraction::read_aloud(&Pdf::load_mem(&pdf).unwrap());
    for told in [
        "Onze werkwijze",
        "Noor Voorbeeld deed mee.",
        "Nawoord",
        "gehaald",
    ] {
        assert!(said.contains(told), "{told}");
    }
    assert!(!said.contains("Toelichting van de directie"));
    let summary = edition(&data, Edition::Summary, &Redaction::everything()).unwrap();
    assert!(broken_sections(&summary).unwrap().is_empty());
}

#[test]
fn a_section_in_another_language_says_so_to_who_has_it_read_aloud() {
    let english = "<section lang=\"en\"><h1>Foreword</h1><p>In English, with <span lang=\"fr\">un mot</span>.</p></section>";
    let data = with(&[("after-committee", english)]);
    let pdf = Pdf::load_mem(&render(&data).unwrap()).unwrap();
    let languages: Vec<String> = pdf
        .objects
        .values()
        .filter_map(|it| it.as_dict().ok())
        .filter(|it| it.has(b"S") && it.has(b"P"))
        .filter_map(|it| it.get(b"Lang").ok()?.as_str().ok())
        .map(|it| String::from_utf8_lossy(it).into_owned())
        .collect();
    assert!(languages.contains(&"en".to_owned()), "{languages:?}");
    assert!(languages.contains(&"fr".to_owned()), "{languages:?}");
    assert_eq!(
        pdf.catalog()
            .unwrap()
            .get(b"Lang")
            .unwrap()
            .as_str()
            .unwrap(),
        b"nl"
    );
}

#[test]
fn what_people_typed_is_never_a_template_nor_markup() {
    let text = "<section><h1>Over</h1><p>{{ d.organisation.name }}</p></section>";
    let mut data = with(&[("after-method", text)]);
    let typed = "{{ 7 * 7 }} {% include \"cover.html\" %} <h1>x</h1>";
    data.organisation.name = typed.to_owned();
    assert!(broken_sections(&data).unwrap().is_empty());
    assert!(blocks(&data).contains("{{ 7 * 7 }} {% include \\\"cover.html\\\" %} <h1>x</h1>"));
}

#[test]
fn a_broken_template_names_line_and_cause_and_ours_stands_in_its_place() {
    assert_broken(
        "<p>goed</p>\n<p>{{ d.subject.name </p>",
        Some(2),
        "not closed",
    );
    assert_broken(
        "<p>goed</p>\n{% if d.subject.name %}\n<p>goed</p>{% endfor %}",
        Some(3),
        "Unknown tag",
    );
    assert_broken("<p>goed</p>\n{# nooit dicht", Some(2), "not closed");
    assert_broken(
        "<p>goed</p>\n\n<p>{{ d.subject.naam }}</p>",
        Some(3),
        "naam",
    );
    assert_broken("<p>\ngoed</p>\n<blink>x</blink>", Some(3), "blink");
    // What is never closed shows only at the end.
    assert_broken("<p>open", None, "`</p>`");
    assert_broken(
        "<p>een</p>\n{# twee\nregels #}\n<p>{% if true %}<h1>x</h1>{% endif %}</p>",
        Some(4),
        "h1",
    );
    assert_broken(
        "<p>een</p>\n<p><ref to=\"nergens\">x</ref></p>",
        Some(2),
        "nergens",
    );
    let unknown = complaint("voorwoord", "<p>x</p>");
    assert!(told(&unknown).contains("no section"), "{unknown:?}");
}

/// Those of the markup have a test of their own.
#[test]
fn every_flaw_of_a_template_has_its_text_and_no_text_is_for_nothing() {
    let sources = [
        include_str!("../src/template/own.rs"),
        include_str!("../src/template/own/pieces.rs"),
    ];
    let words = sources.iter().flat_map(|source| source.split('"'));
    let named: BTreeSet<&str> = words.filter(|word| word.starts_with("own-")).collect();
    let texts = messages::keys().map(|(key, _)| key);
    let texts: BTreeSet<&str> = texts.filter(|key| key.starts_with("own-")).collect();
    assert_eq!(named, texts);
}

#[test]
fn a_template_reaches_no_further_than_the_data() {
    for (tag, word) in [
        ("{% include \"cover.html\" %}", "include"),
        ("{%- set a = 1 %}", "set"),
        ("{% set_global a = 1 %}", "set_global"),
        ("{% extends \"report.html\" %}", "extends"),
        ("{% raw %}{{ x }}{% endraw %}", "raw"),
        ("{% component m() %}x{% endcomponent m %}", "component"),
        ("{{<passage text=\"x\" role=\"y\" />}}", "a component"),
        ("{% <m> %}x{% </m> %}", "a component"),
        ("{{ get_env(name=\"HOME\") }}", "get_env"),
        ("{% for i in range(end=9) %}{% endfor %}", "range"),
        ("{% if not range(end=9) %}{% endif %}", "range"),
        ("{{ [a for a in d.sections] | length }}", "loop"),
        ("<p>{{ d.subject.name | safe }}</p>", "the filter safe"),
        (
            "<p>{{ d.subject.name | said | safe }}</p>",
            "the filter safe",
        ),
        (
            "<p>{{ d.subject.name | replace(from=\"a\", to=\"b\") }}</p>",
            "the filter replace",
        ),
        // Where a tag ends has to be beyond doubt.
        ("{{ \"}}\" | indent(width=9) }}", "brace"),
        ("{{ '\\'' ~ \"%}\" | indent(width=9) }}", "brace"),
        ("{{ {\"a\": 1} | indent(width=9) }}", "brace"),
        ("{#-#}{% set a = 1 %}", "set"),
    ] {
        assert_broken(&format!("<p>x</p>\n{tag}"), Some(2), word);
    }
}

#[test]
fn what_looks_like_a_tag_in_plain_text_is_text() {
    let text = "<section><h1>Over | wat for in</h1><p>Een { en een } en range(end=9) { % set %}; {{ 'a | b' ~ `set` }}.\n\
                {#- {% set a = 1 %} -#}\n\
                {%- if d.subject.name is not starting_with(pat='x') -%}\n <strong>{{- 1 -}} </strong>.{% endif %}</p></section>";
    let data = with(&[("after-method", text)]);
    assert_eq!(broken_sections(&data).unwrap(), []);
    let said = extraction::read_aloud(&Pdf::load_mem(&render(&data).unwrap()).unwrap());
    assert!(said.contains("Over | wat for in"));
    assert!(
        said.contains("Een { en een } en range(end=9) { % set %}; a | bset.1"),
        "{said}"
    );
}

#[test]
fn a_template_that_goes_on_too_long_or_writes_too_much_is_stopped() {
    let loops = |body: &str| {
        let (mut open, mut close) = (String::new(), String::new());
        for level in 0..6 {
            open += &format!("{{% for a{level} in d.sections %}}");
            close += "{% endfor %}";
        }
        format!("{open}{body}{close}")
    };
    assert_broken(&loops(""), Some(1), "too many steps");
    assert_broken(&loops("{% continue %}"), Some(1), "too many steps");
    let much = format!("<p>{}</p>", "x".repeat(20_000));
    assert_broken(&loops(&much), None, "too much");
    let long = " ".repeat(64_001);
    assert_broken(&long, None, "longer than");
}

#[test]
fn an_accent_colours_what_ours_does_and_is_held_against_white() {
    assert_eq!(Colour::written("#7a1F3d"), Some(Colour(0x7a, 0x1f, 0x3d)));
    for wrong in ["7a1f3d", "#7a1f3", "#7a1f3dd", "#+a1f3d", "rood"] {
        assert_eq!(Colour::written(wrong), None, "{wrong}");
    }
    assert!((Colour::PAPER.contrast_on_paper() - 1.0).abs() < 0.001);
    assert!((Colour(0, 0, 0).contrast_on_paper() - 21.0).abs() < 0.001);
    // The well-known pair of greys on both sides of 4.5.
    assert!(Colour(0x76, 0x76, 0x76).contrast_on_paper() >= 4.5);
    assert!(Colour(0x77, 0x77, 0x77).contrast_on_paper() < 4.5);
    assert!(Colour::ACCENT.contrast_on_paper() > 7.0);

    let plain = with(&[]);
    let mut red = plain.clone();
    red.style.accent = Some("#7a1f3d".to_owned());
    let pdf = render(&red).unwrap();
    assert_ne!(pdf, render(&plain).unwrap());
    if let Ok(folder) = std::env::var("VERANTWOORD_KEEP") {
        std::fs::write(format!("{folder}/accent.pdf"), &pdf).unwrap();
    }
    assert_eq!(compare(&pdf), Comparison::Equal(Box::new(red)));
}
