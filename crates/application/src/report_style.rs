//! How reports look, and the sections that the organisation adds to them.

use std::path::Path;

use assessment::report_style::{ReportStyle, SectionPlace};
use assessment::{AssessmentId, Change};
use report::charts::Colour;
use report::{Broken, LONGEST, SECTIONS, check_section};

use crate::Application;
use crate::assessed::Assessed;
use crate::files::{label, name_of, read_regular};
use crate::problem::{Fact, Problem};
use crate::view::{Changed, Topic};

/// How an accent has to stand out on white, by WCAG 2.2 for text.
const LEAST_CONTRAST: f64 = 4.5;

/// A section of the organisation's own.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct OwnSection {
    /// Where it stands: `method` in the place of that section, `after-method` after it.
    pub place: String,
    /// Why the report goes without it, in words, if it cannot be used.
    pub broken: Option<String>,
}

impl Application {
    /// Keeps a section of the organisation's own, in the place of the one that was there.
    ///
    /// # Errors
    /// When there is no such place, or the template is broken: with line and cause.
    pub fn keep_section(&mut self, place: SectionPlace, from: &Path) -> Result<Changed, Problem> {
        let limit = LONGEST as u64;
        let bytes = read_regular(from, limit, &self.words().size(limit))?;
        let name = name_of(from);
        let not_text = || Fact::FileUnreadable {
            name: name.clone(),
            reason: "UTF-8".to_owned(),
        };
        let text = String::from_utf8(bytes).map_err(|_| not_text())?;
        known(&place)?;
        let broken = |broken: &Broken| {
            Fact::SectionBroken {
                line: broken
                    .line
                    .map_or_else(|| "?".to_owned(), |it| it.to_string()),
                cause: broken.cause.clone(),
            }
            .about("template")
        };
        check_section(&place, &text).map_err(|it| broken(&it))?;
        let mut style = self.open()?.state().report_style.clone();
        style.sections.insert(place.clone(), text);
        let found = self.broken_in_any(&style)?;
        if let Some(found) = found.iter().find(|it| it.place == place) {
            return Err(broken(found));
        }
        self.restyle(style)
    }

    /// Does away with a section of the organisation's own.
    ///
    /// # Errors
    /// When there is none in that place.
    pub fn remove_section(&mut self, place: &SectionPlace) -> Result<Changed, Problem> {
        let mut style = self.open()?.state().report_style.clone();
        if style.sections.remove(place).is_none() {
            let places: Vec<String> = style.sections.keys().map(ToString::to_string).collect();
            return Err(unknown(&place.to_string(), &places));
        }
        self.restyle(style)
    }

    /// The sections of the organisation's own, each with why it cannot be used, if so.
    ///
    /// # Errors
    /// When no dossier is open.
    pub fn own_sections(&self) -> Result<Vec<OwnSection>, Problem> {
        let style = self.open()?.state().report_style.clone();
        let broken = self.broken_in_any(&style)?;
        let section = |place: &SectionPlace| OwnSection {
            place: place.to_string(),
            broken: broken
                .iter()
                .find(|it| it.place == *place)
                .map(|it| self.words().broken_section(it)),
        };
        Ok(style.sections.keys().map(section).collect())
    }

    /// Chooses the colour of headings and charts, or ours again.
    ///
    /// # Errors
    /// When it is no colour, or too pale to be read on white.
    pub fn choose_accent(&mut self, accent: Option<&str>) -> Result<Changed, Problem> {
        let mut style = self.open()?.state().report_style.clone();
        if let Some(given) = accent {
            let colour = Colour::written(given).ok_or_else(|| {
                Fact::ColourUnreadable {
                    given: label(given),
                }
                .about("accent")
            })?;
            let contrast = colour.contrast_on_paper();
            if contrast < LEAST_CONTRAST {
                let tenths = format!("{:.0}", (contrast * 10.0).floor());
                return Err(Fact::ColourTooPale {
                    given: label(given),
                    contrast: self.words().tenths(tenths.parse().unwrap_or_default()),
                }
                .about("accent"));
            }
        }
        style.accent = accent.map(str::to_ascii_lowercase);
        self.restyle(style)
    }

    fn restyle(&mut self, style: ReportStyle) -> Result<Changed, Problem> {
        if style == self.open()?.state().report_style {
            return Ok(self.changed(Vec::new()));
        }
        self.record(Change::ReportStyled(style), vec![Topic::Reports])
    }

    /// The sections that no report could use: of the assessment that was started last, or else by themselves.
    fn broken_in_any(&self, style: &ReportStyle) -> Result<Vec<Broken>, Problem> {
        let open = self.open()?;
        let assessments = open.state().assessments.iter();
        let latest = assessments
            .max_by_key(|(_, held)| held.order)
            .map(|(id, _)| *id);
        let Some(latest) = latest else {
            let checked = style
                .sections
                .iter()
                .map(|(place, text)| check_section(place, text));
            return Ok(checked.filter_map(Result::err).collect());
        };
        broken(&self.assessed_by(latest)?, style)
    }

    fn assessed_by(&self, id: AssessmentId) -> Result<Assessed<'_>, Problem> {
        Assessed::new(self.open()?, id, self.words())
    }
}

/// The sections of the organisation's own that the report on an assessment cannot use.
fn broken(assessed: &Assessed<'_>, style: &ReportStyle) -> Result<Vec<Broken>, Problem> {
    if style.sections.is_empty() {
        return Ok(Vec::new());
    }
    let language = assessed.open.state().language;
    let mut data = crate::report_page::data(assessed, language, &[])?;
    data.style.clone_from(style);
    report::broken_sections(&data).map_err(|error| crate::report_page::not_made(&error))
}

fn known(place: &SectionPlace) -> Result<(), Problem> {
    if SECTIONS.contains(&place.section()) {
        return Ok(());
    }
    Err(unknown(place.section(), &SECTIONS.map(str::to_owned)))
}

fn unknown(given: &str, allowed: &[String]) -> Problem {
    Fact::UnknownWord {
        given: label(given),
        allowed: allowed.join(", "),
    }
    .about("section")
}
