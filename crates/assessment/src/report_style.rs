//! How an organisation wants its reports to look, and what it adds to them.
//!
//! A section is the text of a template as somebody wrote it. What it may do, and what
//! happens when it is broken, is for the report to say.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How reports look.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportStyle {
    /// How the organisation calls itself on its reports, where that is not its name in full.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The logo of the organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<Logo>,
    /// The colour of headings and charts, such as `#154a6d`; the program's own when
    /// none is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accent: Option<String>,
    /// Sections of the organisation's own, each by its place: a template.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sections: BTreeMap<SectionPlace, String>,
}

/// A logo in a form that is drawn as it stands, without the program that read the file it came from.
/// It is opaque: what was transparent stands on white.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Logo {
    /// Filled outlines.
    Outlines(Outlines),
    /// A picture.
    Picture(Picture),
}

/// Filled outlines, from back to front.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outlines {
    /// Of the whole, in units of its own.
    pub width: u16,
    /// Of the whole, in the same units.
    pub height: u16,
    /// What is filled.
    pub areas: Vec<Area>,
}

/// An area in one colour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// Its colour, such as `#154a6d`.
    pub fill: String,
    /// Whether what lies inside an even number of outlines stays empty; else only what lies
    /// inside as many outlines of one direction as of the other.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub even_odd: bool,
    /// Its outlines, as SVG writes paths: `M`, `L`, `C` and `Z` with whole numbers, y down from
    /// the top left corner.
    pub path: String,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Picture {
    /// A PNG of three colours with eight bits each, not interlaced, its data in one piece;
    /// in Base64.
    pub png: String,
}

/// Where a section of the organisation's own stands, by the name of a section of the
/// program: in its place, or after it. Written as `method` and `after-method`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
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
