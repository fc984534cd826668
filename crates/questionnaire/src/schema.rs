//! The format as a JSON Schema, generated from the types.
//!
//! The schema describes the assembled questionnaire; a file in `sections/` follows its definition
//! `Section`. The same schema drives the check of shape, so what it says is what is enforced.

use schemars::generate::SchemaSettings;
use serde_json::Value as Json;

use crate::Questionnaire;

/// The JSON Schema of a questionnaire, in draft 2020-12.
#[must_use]
pub fn schema() -> Json {
    SchemaSettings::draft2020_12()
        .into_generator()
        .into_root_schema_for::<Questionnaire>()
        .to_value()
}
