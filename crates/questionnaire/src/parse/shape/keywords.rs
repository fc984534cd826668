//! The keywords of the schema, read one by one.

use serde_json::{Map, Value as Json};

pub(super) fn reference(schema: &Json) -> Option<&str> {
    schema.get("$ref").and_then(Json::as_str)
}

pub(super) fn branches(schema: &Json) -> Option<&[Json]> {
    schema
        .get("oneOf")
        .or_else(|| schema.get("anyOf"))
        .and_then(Json::as_array)
        .map(Vec::as_slice)
}

pub(super) fn types(schema: &Json) -> Vec<&str> {
    match schema.get("type") {
        Some(Json::String(name)) => vec![name],
        Some(Json::Array(names)) => names.iter().filter_map(Json::as_str).collect(),
        _ => Vec::new(),
    }
}

pub(super) fn required(schema: &Json) -> impl Iterator<Item = &str> {
    schema
        .get("required")
        .and_then(Json::as_array)
        .into_iter()
        .flatten()
        .filter_map(Json::as_str)
}

pub(super) fn bound(schema: &Json, keyword: &str) -> Option<u64> {
    schema.get(keyword).and_then(Json::as_u64)
}

/// The branch that an object tries to be: by its `type`, or by the field that only that branch has.
pub(super) fn chosen<'s>(objects: &[&'s Json], fields: &Map<String, Json>) -> Option<&'s Json> {
    objects.iter().copied().find(|branch| match tag(branch) {
        Some(tag) => fields.get("type").and_then(Json::as_str) == Some(tag),
        None => required(branch).all(|field| fields.contains_key(field)),
    })
}

fn tag(branch: &Json) -> Option<&str> {
    branch
        .get("properties")?
        .get("type")?
        .get("const")?
        .as_str()
}

pub(super) fn tags(objects: &[&Json]) -> Option<Vec<String>> {
    objects
        .iter()
        .map(|branch| tag(branch).map(str::to_owned))
        .collect()
}

pub(super) fn has_type(value: &Json, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        _ => value.is_null(),
    }
}

pub(super) fn type_of(value: &Json) -> &'static str {
    match value {
        Json::Null => "null",
        Json::Bool(_) => "boolean",
        Json::Number(_) => "number",
        Json::String(_) => "string",
        Json::Array(_) => "array",
        Json::Object(_) => "object",
    }
}
