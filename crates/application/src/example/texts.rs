//! The texts of the example, of which the files hold every language side by side, as the
//! questionnaire does: `{"nl": …, "en": …}`.

use questionnaire::Language;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use crate::problem::Problem;

/// Reads a file of the example in one language.
pub(super) fn read<T: DeserializeOwned>(content: &str, language: Language) -> Result<T, Problem> {
    let read = || serde_json::from_value(told_in(language, serde_json::from_str(content)?));
    read().map_err(|error: serde_json::Error| Problem::fault(&error))
}

/// The same with one text in place of each that is there in every language.
fn told_in(language: Language, written: Json) -> Json {
    match written {
        Json::Object(mut fields) if is_text(&fields) => {
            fields.remove(language.tag()).unwrap_or_default()
        }
        Json::Object(fields) => {
            let fields = fields.into_iter();
            Json::Object(
                fields
                    .map(|(key, it)| (key, told_in(language, it)))
                    .collect(),
            )
        }
        Json::Array(items) => {
            let items = items.into_iter();
            Json::Array(items.map(|it| told_in(language, it)).collect())
        }
        other => other,
    }
}

fn is_text(fields: &serde_json::Map<String, Json>) -> bool {
    let languages = Language::ALL.map(Language::tag);
    fields.len() == languages.len() && languages.iter().all(|tag| fields.contains_key(*tag))
}
