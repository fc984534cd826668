//! How an organisation wants its reports to look, and what it adds to them.
//!
//! A section is the text of a template as somebody wrote it. What it may do, and what
//! happens when it is broken, is for the report to say.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// How reports look.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportStyle {
    /// The colour of headings and charts, such as `#154a6d`; the program's own when
    /// none is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accent: Option<String>,
    /// Sections of the organisation's own, each by its place: a template.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sections: BTreeMap<SectionPlace, String>,
}

/// Where a section of the organisation's own stands, by the name of a section of the
/// program: in its place, or after it. Written as `method` and `after-method`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", from = "String")]
pub enum SectionPlace {
    /// In the place of that section.
    InsteadOf(String),
    /// After that section.
    After(String),
}

impl SectionPlace {
    /// The section of the program.
    pub fn section(&self) -> &str {
        match self {
            SectionPlace::InsteadOf(section) | SectionPlace::After(section) => section,
        }
    }
}

impl From<String> for SectionPlace {
    fn from(written: String) -> Self {
        match written.strip_prefix("after-") {
            Some(section) => SectionPlace::After(section.to_owned()),
            None => SectionPlace::InsteadOf(written),
        }
    }
}

impl From<SectionPlace> for String {
    fn from(place: SectionPlace) -> Self {
        place.to_string()
    }
}

impl std::fmt::Display for SectionPlace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            SectionPlace::InsteadOf(section) => f.write_str(section),
            SectionPlace::After(section) => write!(f, "after-{section}"),
        }
    }
}
