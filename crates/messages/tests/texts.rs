//! The embedded texts, as their callers see them.

use messages::{Argument, Language, Number, catalogue, keys};

#[test]
fn each_language_answers_in_its_own_words() {
    assert_eq!(catalogue(Language::Nl).text("language-en"), "Engels");
    assert_eq!(catalogue(Language::En).text("language-en"), "English");
}

#[test]
fn attribute_is_a_text_of_its_own() {
    let dutch = catalogue(Language::Nl);
    assert!(dutch.contains("product-name.purpose"));
    assert_ne!(
        dutch.text("product-name.purpose"),
        dutch.text("product-name")
    );
}

#[test]
fn variables_carry_no_invisible_marks() {
    let text = catalogue(Language::Nl).format("product-version", &[("version", "1.2".into())]);
    assert_eq!(text, "Verantwoord, versie 1.2");
}

#[test]
fn numbers_are_written_for_the_language_and_choose_the_plural() {
    let count = |language, number: Number| {
        catalogue(language).format("quantity-questions", &[("count", Argument::Number(number))])
    };
    assert_eq!(count(Language::Nl, Number::Whole(1)), "1 vraag");
    assert_eq!(count(Language::Nl, Number::Whole(1234)), "1.234 vragen");
    assert_eq!(count(Language::En, Number::Whole(1)), "1 question");
    assert_eq!(
        count(Language::En, Number::Tenths(12_345)),
        "1,234.5 questions"
    );
    assert_eq!(count(Language::En, Number::Tenths(10)), "1.0 questions");
}

#[test]
fn unknown_key_shows_itself() {
    let english = catalogue(Language::En);
    for key in [
        "no-such-text",
        "product-name.no-such-attribute",
        "",
        ".",
        "-term",
    ] {
        assert!(!english.contains(key));
        assert_eq!(english.text(key), format!("[{key}]"));
    }
}

#[test]
fn variable_that_is_not_given_shows_itself() {
    assert!(
        catalogue(Language::En)
            .text("product-version")
            .contains("{$version}")
    );
}

#[test]
fn every_key_has_a_text_in_every_language() {
    for language in [Language::Nl, Language::En] {
        let texts = catalogue(language);
        for (key, variables) in keys() {
            let arguments: Vec<(&str, Argument<'_>)> = variables
                .iter()
                .map(|name| (*name, Argument::Text("x")))
                .collect();
            let text = texts.format(key, &arguments);
            assert!(
                !text.trim().is_empty() && text != format!("[{key}]"),
                "{key}"
            );
            assert!(!text.contains("{$"), "{key}: {text}");
            assert_eq!(texts.variables(key), Some(variables));
        }
    }
}

#[test]
fn catalogue_can_be_shared_between_threads() {
    let reader = || catalogue(Language::Nl).text("product-name");
    let both =
        std::thread::scope(|scope| [scope.spawn(reader), scope.spawn(reader)].map(|it| it.join()));
    assert!(
        both.into_iter()
            .all(|text| text.is_ok_and(|text| text == "Verantwoord"))
    );
}
