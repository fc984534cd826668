//! The published schema of the data: it knows every field, and nothing but those.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "data that does not fit its schema is a failing test"
)]

mod example;
mod logos;

use questionnaire::Language;
use report::data::FORMAT;
use serde_json::Value;

/// Every object that the schema describes by its fields, with where it stands.
fn described<'s>(schema: &'s Value, at: &str, found: &mut Vec<(String, &'s Value)>) {
    if schema.get("properties").is_some() {
        found.push((at.to_owned(), schema));
    }
    match schema {
        Value::Object(parts) => {
            for (name, part) in parts {
                described(part, &format!("{at}/{name}"), found);
            }
        }
        Value::Array(parts) => {
            for (place, part) in parts.iter().enumerate() {
                described(part, &format!("{at}/{place}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn no_object_of_the_schema_takes_a_field_that_it_does_not_name() {
    let schema = report::schema();
    let mut objects = Vec::new();
    described(&schema, "", &mut objects);
    assert!(objects.len() > 60, "{}", objects.len());
    for (at, object) in objects {
        // What may be one of several, such as a logo, closes each of them.
        let is_one_of = object.get("oneOf").is_some() || object.get("anyOf").is_some();
        let is_closed = object.get("additionalProperties") == Some(&Value::Bool(false));
        // The share of a quorum is held against its bounds when it is read, and is closed there.
        let is_share = at.ends_with("/Share");
        assert!(is_closed || is_one_of || is_share, "{at} is open");
    }
    assert_eq!(schema["properties"]["format"]["const"], FORMAT);
}

#[test]
fn the_schema_names_every_field_of_the_data_and_asks_for_it() {
    let mut data = example::data(Language::Nl, &["Noor Voorbeeld"], |_, answer| Some(answer));
    data.style.logo = Some(logos::picture());
    let data = serde_json::to_value(&data).unwrap();
    let schema = report::schema();
    let known = schema["properties"].as_object().unwrap();
    let asked = schema["required"].as_array().unwrap();
    for field in data.as_object().unwrap().keys() {
        assert!(known.contains_key(field), "{field}");
        assert!(asked.contains(&Value::String(field.clone())), "{field}");
    }
    assert_eq!(known.len(), data.as_object().unwrap().len());
}
