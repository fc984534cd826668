//! The shape of the files, by the JSON Schema of the types.
//!
//! This is an interpreter of the few keywords that the generated schema uses, not of JSON Schema at
//! large; a test keeps the two in step. In return it names causes in the words of the format, picks
//! the right branch of a choice before it complains, and mends what it complains about: afterwards
//! the content always deserialises, and the places it mended are known.

mod keywords;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use regex_lite::Regex;
use serde_json::{Map, Value as Json, json};

use keywords::{bound, branches, chosen, has_type, reference, required, tags, type_of, types};

use super::complaint::Cause;
use super::place::{Causes, Path};
use crate::{Language, Score};

/// What the check of shape found.
#[derive(Default)]
pub(super) struct Shape {
    /// What is wrong, by place in the assembled content.
    pub(super) causes: Causes,
    /// The places that now hold something else than what was written.
    pub(super) mended: BTreeSet<Path>,
}

/// Checks `content` against `schema` and mends it.
pub(super) fn check(schema: &Json, content: &mut Json) -> Shape {
    let mut checker = Checker {
        root: schema,
        patterns: BTreeMap::new(),
        shape: Shape::default(),
    };
    checker.check(schema, content, &Path::default());
    checker.shape
}

struct Checker<'s> {
    root: &'s Json,
    patterns: BTreeMap<&'s str, Option<Regex>>,
    shape: Shape,
}

/// The definition that holds one text in both languages.
const LOCALISED: &str = "#/$defs/Localised";

impl<'s> Checker<'s> {
    fn check(&mut self, schema: &'s Json, value: &mut Json, path: &Path) {
        if self.shape.causes.is_full() {
            return;
        }
        let localised = reference(schema) == Some(LOCALISED);
        let schema = self.resolved(schema);
        if let Some(branches) = branches(schema) {
            self.check_branches(branches, value, path);
            return;
        }
        let types = types(schema);
        if value.is_null() && types.contains(&"null") {
            return;
        }
        if !types.iter().any(|name| has_type(value, name)) {
            self.complain(
                path,
                Cause::WrongType {
                    expected: types.join(" or "),
                    found: type_of(value),
                },
            );
            self.mend(schema, value, path);
            return;
        }
        match value {
            Json::Object(fields) => self.check_object(schema, fields, path, localised),
            Json::Array(items) => self.check_array(schema, items, path),
            Json::String(_) => self.check_text(schema, value, path),
            Json::Number(_) => self.check_number(schema, value, path),
            Json::Bool(_) | Json::Null => {}
        }
    }

    fn check_object(
        &mut self,
        schema: &'s Json,
        fields: &mut Map<String, Json>,
        path: &Path,
        localised: bool,
    ) {
        let properties = schema.get("properties").and_then(Json::as_object);
        let property = |field: &str| properties.and_then(|properties| properties.get(field));
        for field in required(schema)
            .filter(|field| !fields.contains_key(*field))
            .collect::<Vec<_>>()
        {
            let cause = match (localised, field.parse::<Language>()) {
                (true, Ok(language)) => Cause::MissingTranslation { language },
                _ => Cause::MissingField {
                    field: field.to_owned(),
                },
            };
            self.complain(path, cause);
            if let Some(property) = property(field) {
                fields.insert(field.to_owned(), self.blank(property));
                self.shape.mended.insert(path.then(field));
            }
        }
        // An unknown field is taken out: a choice that is told by its only field must have only one.
        fields.retain(|field, value| {
            let path = path.then(field.as_str());
            let Some(property) = property(field) else {
                let possible = properties
                    .into_iter()
                    .flat_map(Map::keys)
                    .cloned()
                    .collect();
                self.complain(
                    &path,
                    Cause::UnknownField {
                        field: field.clone(),
                        possible,
                    },
                );
                return false;
            };
            if self.shape.mended.contains(&path) {
                return true;
            }
            match field.parse() {
                Ok(language)
                    if localised && value.as_str().is_some_and(|text| text.trim().is_empty()) =>
                {
                    self.complain(&path, Cause::EmptyTranslation { language });
                }
                _ => self.check(property, value, &path),
            }
            true
        });
    }

    fn check_array(&mut self, schema: &'s Json, items: &mut Vec<Json>, path: &Path) {
        let min = bound(schema, "minItems").unwrap_or(0);
        let max = bound(schema, "maxItems");
        let given = items.len();
        let item_schema = schema.get("items");
        if let Some(item_schema) = item_schema {
            for (item, value) in items.iter_mut().enumerate() {
                self.check(item_schema, value, &path.then(item));
            }
        }
        if (given as u64) < min || max.is_some_and(|max| given as u64 > max) {
            self.complain(path, Cause::WrongLength { given, min, max });
            self.shape.mended.insert(path.clone());
            if let Some(item_schema) = item_schema {
                while (items.len() as u64) < min {
                    items.push(self.blank(item_schema));
                }
            }
            if let Some(max) = max {
                items.truncate(usize::try_from(max).unwrap_or(usize::MAX));
            }
        }
    }

    fn check_text(&mut self, schema: &'s Json, value: &mut Json, path: &Path) {
        let Some(text) = value.as_str().map(str::to_owned) else {
            return;
        };
        if let Some(word) = schema.get("const").and_then(Json::as_str)
            && word != text
        {
            self.complain(
                path,
                Cause::UnknownWord {
                    given: text,
                    possible: vec![word.to_owned()],
                },
            );
            self.mend(schema, value, path);
            return;
        }
        if let Some(pattern) = schema.get("pattern").and_then(Json::as_str)
            && !self.matches(pattern, &text)
        {
            self.complain(
                path,
                Cause::WrongForm {
                    given: text,
                    pattern: pattern.to_owned(),
                },
            );
            return;
        }
        // Only the plain form of a date: what else a parser may understand is not the format's.
        let is_date = |text: &str| {
            text.parse::<Date>()
                .is_ok_and(|date| date.to_string() == text)
        };
        if schema.get("format").and_then(Json::as_str) == Some("date") && !is_date(&text) {
            self.complain(path, Cause::NotADate { given: text });
            self.mend(schema, value, path);
        }
    }

    fn check_number(&mut self, schema: &'s Json, value: &mut Json, path: &Path) {
        let number = value.as_f64().unwrap_or(f64::NAN);
        let format = schema
            .get("format")
            .and_then(Json::as_str)
            .unwrap_or_default();
        let min = schema
            .get("minimum")
            .and_then(Json::as_f64)
            .unwrap_or(f64::NEG_INFINITY);
        let max = schema
            .get("maximum")
            .and_then(Json::as_f64)
            .unwrap_or(match format {
                "uint32" => f64::from(u32::MAX),
                _ => f64::INFINITY,
            });
        if !(min..=max).contains(&number) {
            let cause = Cause::OutOfRange {
                given: value.to_string(),
                min: min.to_string(),
                max: max.to_string(),
            };
            self.complain(path, cause);
            self.mend(schema, value, path);
        } else if format == "score" && Score::from_decimal(number).is_none() {
            self.complain(
                path,
                Cause::InexactScore {
                    given: value.to_string(),
                },
            );
            self.mend(schema, value, path);
        }
    }

    /// Checks a value that may be one of several things, by the one that it tries to be.
    fn check_branches(&mut self, branches: &'s [Json], value: &mut Json, path: &Path) {
        let resolved: Vec<&'s Json> = branches
            .iter()
            .map(|branch| self.resolved(branch))
            .collect();
        if value.is_null() && resolved.iter().any(|branch| types(branch) == ["null"]) {
            return;
        }
        // A branch that is itself a choice stands for an optional value.
        if let Some(branch) = branches.iter().find(|branch| {
            let inner = self.resolved(branch);
            keywords::branches(inner).is_some()
                || (reference(branch).is_some() && types(inner) == ["object"])
        }) {
            self.check(branch, value, path);
            return;
        }
        let words: Vec<&'s str> = resolved
            .iter()
            .filter_map(|branch| branch.get("const").and_then(Json::as_str))
            .collect();
        let objects: Vec<&'s Json> = resolved
            .iter()
            .copied()
            .filter(|branch| types(branch) == ["object"])
            .collect();
        match value {
            Json::String(text) if words.contains(&text.as_str()) => return,
            Json::Object(fields) => {
                if let Some(branch) = chosen(&objects, fields) {
                    self.check_object(branch, fields, path, false);
                    return;
                }
            }
            _ => {}
        }
        let (cause, place) = self.no_branch(&words, &objects, value, path);
        self.complain(&place, cause);
        if let Some(first) = resolved.first() {
            self.mend(first, value, path);
        }
    }

    /// Why a value is none of the branches, and where that shows.
    fn no_branch(
        &self,
        words: &[&str],
        objects: &[&Json],
        value: &Json,
        path: &Path,
    ) -> (Cause, Path) {
        let keys: Vec<_> = objects
            .iter()
            .flat_map(|branch| required(branch))
            .map(str::to_owned)
            .collect();
        let possible = || {
            words
                .iter()
                .map(|word| (*word).to_owned())
                .chain(keys.clone())
                .collect()
        };
        match value {
            Json::String(given) if !words.is_empty() => (
                Cause::UnknownWord {
                    given: given.clone(),
                    possible: possible(),
                },
                path.clone(),
            ),
            Json::Object(fields) => match tags(objects) {
                Some(tags) => match fields.get("type") {
                    Some(Json::String(given)) => (
                        Cause::UnknownWord {
                            given: given.clone(),
                            possible: tags,
                        },
                        path.then("type"),
                    ),
                    Some(other) => (
                        Cause::WrongType {
                            expected: "string".to_owned(),
                            found: type_of(other),
                        },
                        path.then("type"),
                    ),
                    None => (
                        Cause::MissingField {
                            field: "type".to_owned(),
                        },
                        path.clone(),
                    ),
                },
                None => match fields.keys().next() {
                    Some(field) => (
                        Cause::UnknownField {
                            field: field.clone(),
                            possible: possible(),
                        },
                        path.then(field.as_str()),
                    ),
                    None => (
                        Cause::MissingField {
                            field: possible().join("|"),
                        },
                        path.clone(),
                    ),
                },
            },
            _ => {
                let expected = match (words.is_empty(), objects.is_empty()) {
                    (true, _) => "object",
                    (false, true) => "string",
                    (false, false) => "string or object",
                };
                (
                    Cause::WrongType {
                        expected: expected.to_owned(),
                        found: type_of(value),
                    },
                    path.clone(),
                )
            }
        }
    }

    /// Replaces a value by the plainest one that the schema allows.
    fn mend(&mut self, schema: &'s Json, value: &mut Json, path: &Path) {
        *value = self.blank(schema);
        self.shape.mended.insert(path.clone());
    }

    /// The plainest value that deserialises. It ends because no type demands itself.
    fn blank(&self, schema: &'s Json) -> Json {
        let schema = self.resolved(schema);
        if let Some(first) = branches(schema).and_then(<[Json]>::first) {
            return self.blank(first);
        }
        if let Some(word) = schema.get("const") {
            return word.clone();
        }
        match types(schema).first() {
            Some(&"object") => required(schema)
                .filter_map(|field| {
                    let property = schema.get("properties")?.get(field)?;
                    Some((field.to_owned(), self.blank(property)))
                })
                .collect::<Map<_, _>>()
                .into(),
            Some(&"array") => {
                let items = bound(schema, "minItems").unwrap_or(0);
                (0..items)
                    .filter_map(|_| schema.get("items").map(|item| self.blank(item)))
                    .collect()
            }
            Some(&"string") if schema.get("format").is_some() => json!("2000-01-01"),
            Some(&"string") => json!(""),
            Some(&"integer" | &"number") => {
                schema.get("minimum").cloned().unwrap_or_else(|| json!(0))
            }
            Some(&"boolean") => json!(false),
            _ => Json::Null,
        }
    }

    fn resolved(&self, schema: &'s Json) -> &'s Json {
        reference(schema)
            .and_then(|reference| self.root.pointer(reference.strip_prefix('#')?))
            .unwrap_or(schema)
    }

    fn matches(&mut self, pattern: &'s str, text: &str) -> bool {
        let compiled = self
            .patterns
            .entry(pattern)
            .or_insert_with(|| Regex::new(pattern).ok());
        compiled.as_ref().is_none_or(|regex| regex.is_match(text))
    }

    fn complain(&mut self, path: &Path, cause: Cause) {
        self.shape.causes.add(path.clone(), cause);
    }
}
