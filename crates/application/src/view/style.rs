//! How reports look.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::input::inputs;
use super::start::FileHandle;

/// How reports look, and what was added to them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StylePage {
    /// What was chosen.
    pub form: StyleForm,
    /// The name of the organisation, which reports have unless another was chosen.
    pub organisation: String,
    /// The colour that reports have unless another was chosen, such as `#154a6d`.
    pub usual_accent: String,
    /// The logo, if there is one.
    pub logo: Option<LogoView>,
    /// The sections of the organisation's own.
    pub sections: Vec<OwnSection>,
    /// Where a section of one's own can stand, in the order of the report.
    pub places: Vec<SectionPlaceView>,
}

/// Where a section of one's own can stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SectionPlaceView {
    /// `method` in the place of that section, `after-method` after it.
    pub place: String,
    /// The same in words.
    pub title: String,
}

/// A section of the organisation's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OwnSection {
    /// Where it stands: `method` in the place of that section, `after-method` after it.
    pub place: String,
    /// The same in words.
    pub title: String,
    /// Why the report goes without it, in words, if it cannot be used.
    pub broken: Option<String>,
}

/// A logo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LogoView {
    /// What it looks like.
    pub drawing: LogoDrawing,
    /// Its words for who does not see it.
    pub alternative: String,
}

/// What a logo looks like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum LogoDrawing {
    /// Filled outlines, from back to front.
    Outlines {
        /// Of the whole, in units of its own.
        width: u32,
        /// Of the whole, in the same units.
        height: u32,
        /// What is filled.
        areas: Vec<LogoArea>,
    },
    /// A picture.
    Picture {
        /// A PNG in Base64.
        png: String,
    },
}

/// An area of a logo in one colour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LogoArea {
    /// Its colour, such as `#154a6d`.
    pub fill: String,
    /// Whether what lies inside an even number of outlines stays empty.
    pub even_odd: bool,
    /// Its outlines, as SVG writes paths.
    pub path: String,
}

/// What an organisation chooses about its reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StyleForm {
    /// The name on reports; empty for the name of the organisation.
    pub name: String,
    /// The colour of headings and charts, such as `#154a6d`; empty for the usual one.
    pub accent: String,
}

inputs! {
    /// A section of the organisation's own, in the place of the one that was there.
    KeepOwnSection {
        /// Where it stands: `method` in the place of that section, `after-method` after it.
        place: String,
        /// The template.
        file: FileHandle,
    }

    /// One of the sections of the organisation's own.
    OneOwnSection {
        /// Where it stands.
        place: String,
    }

    /// How reports are to look.
    ChooseStyle {
        /// What was chosen.
        form: StyleForm,
    }
}
