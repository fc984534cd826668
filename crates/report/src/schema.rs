//! The form of the data as a JSON Schema, generated from the types: what it says is what [`crate::read`] takes.

use schemars::generate::SchemaSettings;
use serde_json::Value;

use crate::data::{FORMAT, ReportData};

/// The JSON Schema of the data of a report, in draft 2020-12.
#[must_use]
pub fn schema() -> Value {
    let mut schema = SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<ReportData>()
        .to_value();
    if let Some(format) = schema.pointer_mut("/properties/format") {
        *format = serde_json::json!({ "description": "The form of the data.", "const": FORMAT });
    }
    schema
}
