//! Proves that the build's checks on `locales/` catch what they are for.

#[path = "../build/locales.rs"]
mod locales;

use std::collections::{BTreeMap, BTreeSet};

use locales::{Locale, Source};

fn outcome(dutch: &str, english: &str) -> Result<BTreeMap<String, BTreeSet<String>>, Vec<String>> {
    let locale = |language: &str, text: &str| Locale {
        language: language.to_owned(),
        sources: vec![Source {
            name: "sample.ftl".to_owned(),
            text: text.to_owned(),
        }],
    };
    let found = locales::check(&[locale("nl", dutch), locale("en", english)])?;
    assert!(found.values().all(|message| message.file == 0));
    let variables = found.into_iter().map(|(key, it)| (key, it.variables));
    Ok(variables.collect())
}

#[track_caller]
fn refused(dutch: &str, english: &str, complaint: &str) {
    let complaints = outcome(dutch, english).err().unwrap_or_default();
    assert!(
        complaints.iter().any(|found| found == complaint),
        "{complaint:?} not among {complaints:#?}"
    );
}

#[test]
fn matching_texts_give_their_keys_with_variables() {
    let found = outcome(
        "a = Dag { $name }\n  .advice = Wacht { $count ->\n    [one] een dag\n   *[other] { $count } dagen\n  }\n-x = Ja\n",
        "a = Hello { $name }\n  .advice = Wait { $count }\n",
    )
    .expect("the texts are right");
    let names = |names: &[&str]| {
        names
            .iter()
            .map(|name| (*name).to_owned())
            .collect::<BTreeSet<_>>()
    };
    let expected = [
        ("a".to_owned(), names(&["name"])),
        ("a.advice".to_owned(), names(&["count"])),
    ];
    assert_eq!(found, BTreeMap::from(expected));
}

#[test]
fn variables_of_quoted_messages_count() {
    let found = outcome(
        "a = Dag { $name }\nb = { a }, welkom",
        "a = Hi { $name }\nb = Welcome, { $name }",
    );
    assert_eq!(
        found.map(|found| found.get("b").map(BTreeSet::len)),
        Ok(Some(1))
    );
}

#[test]
fn missing_key_is_refused() {
    refused(
        "a = Ja\nb = Nee\n",
        "a = Yes\n",
        "nl/sample.ftl: b: is missing in en",
    );
    refused(
        "a = Ja\n",
        "a = Yes\n  .title = T\n",
        "en/sample.ftl: a.title: is missing in nl",
    );
}

#[test]
fn different_variable_is_refused() {
    refused(
        "a = Dag { $naam }\n",
        "a = Hello { $name }\n",
        "nl/sample.ftl: a: uses $naam, en does not",
    );
}

#[test]
fn duplicate_key_is_refused() {
    refused(
        "a = Ja\na = Nee\n",
        "a = Yes\n",
        "nl/sample.ftl: a: is there twice, first in sample.ftl",
    );
}

#[test]
fn line_that_is_no_fluent_is_refused() {
    let complaints =
        outcome("a = Ja\ndit is geen tekst\n", "a = Yes\n").expect_err("junk is refused");
    assert!(
        complaints
            .iter()
            .any(|complaint| complaint.starts_with("nl/sample.ftl:2: ")),
        "{complaints:#?}"
    );
}

#[test]
fn text_without_content_is_refused() {
    refused(
        "a = { \"\" }\n",
        "a = Yes\n",
        "nl/sample.ftl: a: has no text",
    );
}

#[test]
fn reference_to_nothing_is_refused() {
    refused(
        "a = { b }\n",
        "a = Yes\n",
        "nl/sample.ftl: a: refers to b, which does not exist",
    );
}

#[test]
fn circle_of_references_is_refused() {
    refused(
        "a = { b }\nb = { a }\n",
        "a = A\nb = B\n",
        "nl/sample.ftl: a: refers to itself",
    );
}

#[test]
fn function_call_is_refused() {
    refused(
        "a = { NUMBER($n) }\n",
        "a = { $n }\n",
        "nl/sample.ftl: a: calls NUMBER(), but numbers and dates arrive formatted",
    );
}

#[test]
fn key_in_another_file_is_refused() {
    let locale = |language: &str, file: &str| Locale {
        language: language.to_owned(),
        sources: vec![Source {
            name: file.to_owned(),
            text: "a = A\n".to_owned(),
        }],
    };
    let complaints =
        locales::check(&[locale("nl", "one.ftl"), locale("en", "two.ftl")]).expect_err("refused");
    for complaint in [
        "nl/one.ftl: a: stands in en/two.ftl instead",
        "en: its files are not those of nl",
    ] {
        assert!(complaints.contains(&complaint.to_owned()), "{complaints:?}");
    }
}

#[test]
fn reference_to_another_file_is_refused() {
    let source = |name: &str, text: &str| Source {
        name: name.to_owned(),
        text: text.to_owned(),
    };
    let locale = |language: &str| Locale {
        language: language.to_owned(),
        sources: vec![
            source("one.ftl", "a = { b }\n"),
            source("two.ftl", "b = B\n"),
        ],
    };
    let complaints = locales::check(&[locale("nl"), locale("en")]).expect_err("refused");
    assert_eq!(
        complaints[0],
        "nl/one.ftl: a: refers to b, which stands in two.ftl"
    );
}
