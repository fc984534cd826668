//! The published questionnaire is sound, complete, and what its schema says.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

use std::collections::BTreeSet;

use questionnaire::{
    AnswerForm, DutchText, Language, Localised, QuestionKind, Questionnaire, Source, Value, parse,
    published, schema,
};

fn instrument() -> &'static Questionnaire {
    Questionnaire::built_in("customer-contact-ai@1.0").expect("the instrument is built in")
}

#[test]
fn every_published_questionnaire_parses_without_complaints() {
    for edition in published() {
        let complaints = parse(edition.sources()).err().unwrap_or_default();
        let complaints: Vec<_> = complaints.iter().map(ToString::to_string).collect();
        assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    }
}

#[test]
fn the_instrument_is_complete() {
    let instrument = instrument();
    let count = |kind| {
        instrument
            .questions()
            .filter(|question| question.kind() == kind)
            .count()
    };
    assert_eq!(count(QuestionKind::Intake), 10);
    assert_eq!(count(QuestionKind::Assessment), 100);
    assert_eq!(instrument.sections.len(), 18);
    assert_eq!(instrument.promises.len(), 7);
    assert_eq!(instrument.references.len(), 78);
    assert_eq!(instrument.glossary.len(), 59);
    assert_eq!(instrument.derived_flags.len(), 8);
    assert_eq!(
        instrument
            .questions()
            .filter(|question| question.legal_duty().is_some())
            .count(),
        38
    );
    assert_eq!(instrument.quick_scan.questions.len(), 18);
    assert_eq!(instrument.watch.len(), 12);
}

#[test]
fn an_edition_is_found_by_its_edition_and_by_its_version() {
    assert_eq!(instrument().name(), "customer-contact-ai@1.0");
    assert!(Questionnaire::built_in("customer-contact-ai@1.0.0-draft").is_some());
    assert!(Questionnaire::built_in("customer-contact-ai@2.0").is_none());
    assert!(Questionnaire::built_in("customer-contact-ai").is_none());
}

#[test]
fn only_the_first_promise_is_in_the_sectors_own_dutch() {
    for promise in &instrument().promises {
        let expected = if promise.nr == 1 {
            DutchText::Verbatim
        } else {
            DutchText::WorkingTranslation
        };
        assert_eq!(promise.dutch_text, expected, "promise {}", promise.nr);
    }
}

#[test]
fn what_is_built_in_unchecked_is_what_its_files_say() {
    for published in published() {
        assert_eq!(
            parse(published.sources()).as_ref(),
            Ok(published.questionnaire())
        );
    }
}

#[test]
fn the_assembled_document_is_the_same_questionnaire() {
    let assembled = instrument().assembled();
    let again = parse(&[Source {
        name: "questionnaire.json",
        bytes: assembled.as_bytes(),
    }])
    .expect("the assembled document parses");
    assert_eq!(&again, instrument());
    assert_eq!(again.digest_hex(), instrument().digest_hex());
    let anywhere = parse(&[Source {
        name: "from the dossier",
        bytes: assembled.as_bytes(),
    }]);
    assert_eq!(anywhere.as_ref(), Ok(instrument()));
}

#[test]
fn the_digest_does_not_depend_on_the_order_of_the_files() {
    let mut sources = published()[0].sources().to_vec();
    sources.reverse();
    assert_eq!(
        parse(&sources).expect("it parses").digest_hex(),
        instrument().digest_hex()
    );
}

#[test]
fn one_changed_character_changes_the_digest() {
    let mut changed = instrument().clone();
    changed.glossary[0].term.nl.push('s');
    assert_ne!(changed.digest_hex(), instrument().digest_hex());
    assert_eq!(instrument().digest_hex().len(), 64);
}

#[test]
fn the_schema_in_the_project_is_the_schema_of_the_types() {
    let kept = include_str!("../../../questionnaires/schema.json");
    let kept: serde_json::Value = serde_json::from_str(kept).expect("the kept schema is JSON");
    assert_eq!(kept, schema(), "run `cargo xtask codegen`");
}

/// The check of shape interprets these keywords and no others; a type that needs another one has to
/// teach it first.
#[test]
fn the_schema_uses_no_keyword_that_the_check_of_shape_does_not_know() {
    const KNOWN: [&str; 19] = [
        "$defs",
        "$ref",
        "$schema",
        "additionalProperties",
        "anyOf",
        "const",
        "description",
        "format",
        "items",
        "maxItems",
        "maximum",
        "minItems",
        "minimum",
        "oneOf",
        "pattern",
        "properties",
        "required",
        "title",
        "type",
    ];
    const FORMATS: [&str; 4] = ["date", "score", "uint8", "uint32"];
    fn walk(schema: &serde_json::Value, unknown: &mut BTreeSet<String>) {
        let serde_json::Value::Object(keywords) = schema else {
            return;
        };
        for (keyword, value) in keywords {
            if !KNOWN.contains(&keyword.as_str()) {
                unknown.insert(keyword.clone());
            }
            match (keyword.as_str(), value) {
                ("additionalProperties", value) => assert_eq!(value, false),
                ("format", value) => assert!(FORMATS.contains(&value.as_str().unwrap_or_default())),
                ("properties" | "$defs", serde_json::Value::Object(named)) => {
                    named.values().for_each(|schema| walk(schema, unknown));
                }
                (_, serde_json::Value::Array(schemas)) => {
                    schemas.iter().for_each(|schema| walk(schema, unknown));
                }
                (_, schema) => walk(schema, unknown),
            }
        }
    }
    let mut unknown = BTreeSet::new();
    walk(&schema(), &mut unknown);
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn every_answer_of_every_question_is_described_in_both_languages() {
    let described = |text: &Localised| {
        Language::ALL
            .into_iter()
            .all(|language| text.get(language).trim().chars().count() > 3)
    };
    for question in instrument()
        .questions()
        .filter(|question| question.kind() == QuestionKind::Assessment)
    {
        let descriptors: Vec<&Localised> = match &question.answer {
            AnswerForm::Maturity { levels } => levels.iter().collect(),
            AnswerForm::YesPartlyNo {
                yes, partly, no, ..
            } => vec![yes, partly, no],
            AnswerForm::SingleChoice { choices } => {
                choices.iter().map(|choice| &choice.descriptor).collect()
            }
            AnswerForm::Number { how, .. } | AnswerForm::FreeText { how } => vec![how],
            AnswerForm::ProfileChoice { .. } | AnswerForm::ProfileChoices { .. } => Vec::new(),
        };
        assert!(
            !descriptors.is_empty() && descriptors.into_iter().all(described),
            "{}",
            question.id
        );
        assert!(
            question.example.as_ref().is_some_and(described),
            "{}",
            question.id
        );
        assert!(
            question.first_step.as_ref().is_some_and(described),
            "{}",
            question.id
        );
    }
}

#[test]
fn without_a_profile_only_the_questions_for_everyone_are_asked() {
    let instrument = instrument();
    let asked = instrument.asked(|_| None);
    let flags = instrument.flags(|_| None);
    assert!(asked.len() < 110 && asked.iter().all(|question| question.is_asked(&flags)));
    assert!(
        instrument
            .questions()
            .filter(|question| question.condition.is_none())
            .all(|question| asked.contains(&question))
    );
}

#[test]
fn every_offered_choice_is_accepted_and_every_scored_one_has_a_score() {
    for question in instrument().questions() {
        for choice in question.choices() {
            let value = question
                .read_value(&choice)
                .unwrap_or_else(|why| panic!("{}: {why}", question.id));
            assert_eq!(value.written(), choice, "{}", question.id);
            assert_eq!(
                question.score(&value).is_some(),
                question.is_scored(),
                "{}",
                question.id
            );
        }
        assert_eq!(question.read_value("not-yet-known"), Ok(Value::NotYetKnown));
    }
}
