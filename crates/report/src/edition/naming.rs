//! Names that an edition withholds and that people wrote in running text all the same.
//!
//! Texts are not changed: a word taken out of a sentence changes what somebody said. Whoever makes the edition is told
//! where to look instead.

use std::collections::BTreeSet;

use questionnaire::QuestionId;
use serde_json::Value;

use crate::data::ReportData;
use crate::private::Class;

/// Where in a report a name still stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum NamePlace {
    /// With a question.
    Question(QuestionId),
    /// In a chapter; the key of its title among the texts.
    Chapter(&'static str),
}

/// The fields that hold a name and nothing else.
const NAMING: [&str; 4] = ["name", "by", "owner", "mandated_by"];

/// Where parts of the data stand in the report.
const CHAPTERS: [(&str, &str); 8] = [
    ("assessment", "report-subject"),
    ("subject", "report-subject"),
    ("organisation", "report-committee"),
    ("committee", "report-committee"),
    ("follow_up", "report-follow-up"),
    ("conclusion", "report-conclusion"),
    ("meetings", "report-meetings"),
    ("signers", "report-signatures"),
];

/// The places at which `shown` has a name in some text that it withholds where it stands by itself, in the order of the
/// report. A member is also sought by the first word of the name.
///
/// # Errors
/// A value that JSON cannot hold; the rules compute none.
pub fn names_left(
    full: &ReportData,
    shown: &ReportData,
) -> Result<Vec<NamePlace>, serde_json::Error> {
    let (full, shown) = (serde_json::to_value(full)?, serde_json::to_value(shown)?);
    let mut names = BTreeSet::new();
    withheld_names(&full, &shown, "", &mut names);
    let first_words: Vec<String> = members(&full)
        .filter(|name| names.contains(*name))
        .filter_map(|name| name.split_whitespace().next())
        .filter(|word| word.chars().count() > 2)
        .map(str::to_owned)
        .collect();
    names.extend(first_words);
    let mut places = Vec::new();
    let sections = shown.get("sections").and_then(Value::as_array);
    let questions = sections
        .into_iter()
        .flatten()
        .filter_map(|section| section.get("questions")?.as_array())
        .flatten();
    for question in questions {
        let id = question.get("id").and_then(Value::as_str);
        if let Some((id, given)) = id.zip(question.get("given"))
            && says(given, &names)
        {
            places.push(NamePlace::Question(QuestionId::new(id)));
        }
    }
    for (field, title) in CHAPTERS {
        let place = NamePlace::Chapter(title);
        // Who signs this edition is named on it on purpose; what they say is not.
        let part = match (field, shown.get(field)) {
            ("signers", Some(Value::Array(signers))) => signers
                .iter()
                .filter_map(|signer| signer.get("declared"))
                .cloned()
                .collect(),
            (_, part) => part.cloned().unwrap_or_default(),
        };
        if says(&part, &names) && !places.contains(&place) {
            places.push(place);
        }
    }
    Ok(places)
}

/// The names in `full` that `shown` withholds where they stand by themselves.
fn withheld_names(full: &Value, shown: &Value, field: &str, names: &mut BTreeSet<String>) {
    match (full, shown) {
        (Value::Object(whole), Value::Object(left)) => {
            let class = left.get("class").and_then(Value::as_str);
            let is_name = NAMING.contains(&field) && class == Some(Class::Names.word());
            match whole.get("value") {
                Some(Value::String(name)) if is_name && !name.is_empty() => {
                    names.insert(name.clone());
                }
                _ => {
                    for (inner, value) in whole {
                        // A salted value has the name of the field that it stands in.
                        let field = if inner == "value" { field } else { inner };
                        let shown = left.get(inner).unwrap_or(&Value::Null);
                        withheld_names(value, shown, field, names);
                    }
                }
            }
        }
        (Value::Array(whole), Value::Array(left)) => {
            for (value, shown) in whole.iter().zip(left) {
                withheld_names(value, shown, field, names);
            }
        }
        _ => {}
    }
}

/// The names of the members.
fn members(full: &Value) -> impl Iterator<Item = &str> {
    let members = full.get("members").and_then(Value::as_array);
    members
        .into_iter()
        .flatten()
        .filter_map(|member| member.pointer("/name/value")?.as_str())
}

/// Whether one of the names stands in a text of `data`.
fn says(data: &Value, names: &BTreeSet<String>) -> bool {
    match data {
        Value::String(text) => names.iter().any(|name| holds(text, name)),
        Value::Array(items) => items.iter().any(|item| says(item, names)),
        Value::Object(fields) => fields.values().any(|field| says(field, names)),
        _ => false,
    }
}

/// Whether a text has this name, not as a part of another word.
fn holds(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        let after = text
            .get(at + name.len()..)
            .and_then(|tail| tail.chars().next());
        ![before, after]
            .into_iter()
            .flatten()
            .any(char::is_alphanumeric)
    })
}
