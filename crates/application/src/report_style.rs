//! How reports look, and the sections that the organisation adds to them.

use assessment::report_style::{Logo, ReportStyle, SectionPlace};
use assessment::{AssessmentId, Change};
use report::charts::Colour;
use report::{Broken, LONGEST, SECTIONS, check_section};

use crate::Application;
use crate::assessed::Assessed;
use crate::files::{label, name_of, read_regular};
use crate::problem::{Fact, Problem};
use crate::typed;
use crate::view::*;
use crate::words::{Words, line_of};

/// How an accent has to stand out on white, by WCAG 2.2 for text.
const LEAST_CONTRAST: f64 = 4.5;

impl Application {
    /// Keeps a section of the organisation's own, in the place of the one that was there.
    ///
    /// # Errors
    /// When there is no such place, or the template is broken: with line and cause.
    pub fn keep_own_section(&mut self, input: KeepOwnSection) -> Result<Changed, Problem> {
        let place = SectionPlace::from(input.place);
        known(&place)?;
        let path = self.files.path(&input.file, &[FilePurpose::Template])?;
        let limit = LONGEST as u64;
        let bytes = read_regular(&path, limit, &self.words().size(limit))?;
        let name = name_of(&path);
        let not_text = || Fact::FileUnreadable {
            name: name.clone(),
            reason: "UTF-8".to_owned(),
        };
        let text = String::from_utf8(bytes).map_err(|_| not_text())?;
        let words = self.words();
        let broken = |broken: &Broken| {
            Fact::SectionBroken {
                line: line_of(broken.line),
                cause: words.broken_cause(broken),
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
    pub fn remove_own_section(&mut self, input: OneOwnSection) -> Result<Changed, Problem> {
        let place = SectionPlace::from(input.place);
        let mut style = self.open()?.state().report_style.clone();
        if style.sections.remove(&place).is_none() {
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
            title: self.words().section_place(place),
            broken: broken
                .iter()
                .find(|it| it.place == *place)
                .map(|it| self.words().broken_section(it)),
        };
        Ok(style.sections.keys().map(section).collect())
    }

    /// How reports look, and what was added to them.
    ///
    /// # Errors
    /// When no dossier is open.
    pub fn style_page(&mut self, _: Nothing) -> Result<StylePage, Problem> {
        let sections = self.own_sections()?;
        let state = self.open()?.state();
        let style = &state.report_style;
        let organisation = state.organisation.name.clone();
        let name = style.name.clone().unwrap_or_default();
        let shown = style.name.as_ref().unwrap_or(&organisation);
        let alternative = self
            .words()
            .format("report-logo", &[("name", shown.into())]);
        Ok(StylePage {
            form: StyleForm {
                name,
                accent: style.accent.clone().unwrap_or_default(),
            },
            organisation,
            usual_accent: Colour::ACCENT.to_string(),
            logo: style.logo.as_ref().map(|logo| LogoView {
                drawing: drawing(logo),
                alternative,
            }),
            sections,
            places: places(self.words()),
        })
    }

    /// Chooses the name on reports, and the colour of headings and charts. What is left empty is as
    /// it would be without a choice.
    ///
    /// # Errors
    /// When the accent is no colour, or too pale to be read on white.
    pub fn choose_style(&mut self, input: ChooseStyle) -> Result<Changed, Problem> {
        let form = input.form;
        let mut style = self.open()?.state().report_style.clone();
        let name = typed::line(&form.name, "name")?;
        let is_own = name.is_empty() || name == self.open()?.state().organisation.name;
        style.name = (!is_own).then_some(name);
        style.accent = accent(self.words(), form.accent.trim())?;
        self.restyle(style)
    }

    /// Chooses the logo on reports: an SVG or a PNG. It is kept in a form that is drawn the same way ever after.
    ///
    /// # Errors
    /// When it cannot be read, or there is something in it that a report cannot draw.
    #[cfg(feature = "logos")]
    pub fn choose_logo(&mut self, input: OneFile) -> Result<Changed, Problem> {
        let path = self.files.path(&input.file, &[FilePurpose::Logo])?;
        let limit = logo::LARGEST as u64;
        let bytes = read_regular(&path, limit, &self.words().size(limit))?;
        let chosen = logo::read(&bytes)
            .map_err(|error| self.no_logo(name_of(&path), error).about("logo"))?;
        let mut style = self.open()?.state().report_style.clone();
        style.logo = Some(chosen);
        self.restyle(style)
    }

    #[cfg(feature = "logos")]
    fn no_logo(&self, name: String, error: logo::NotALogo) -> Fact {
        use logo::NotALogo;

        let limit = self.words().size(logo::LARGEST as u64);
        match error {
            NotALogo::OtherKind => Fact::LogoOfOtherKind { name },
            NotALogo::Damaged { line } => Fact::LogoDamaged {
                name,
                line: line_of(line),
            },
            NotALogo::Undrawable { what, line } => Fact::LogoUndrawable {
                name,
                what: match line {
                    Some(line) => {
                        let arguments = [("what", what.into()), ("line", line.into())];
                        self.words().format("application-in-line", &arguments)
                    }
                    None => what,
                },
            },
            NotALogo::Pixels { width, height } => Fact::LogoPixels {
                name,
                width: width.into(),
                height: height.into(),
                least: (*logo::SIDES.start()).into(),
                most: (*logo::SIDES.end()).into(),
            },
            NotALogo::TooDetailed => Fact::LogoTooDetailed { name, limit },
            NotALogo::Invisible => Fact::LogoInvisible { name },
        }
    }

    /// Makes reports without a logo again.
    ///
    /// # Errors
    /// When no dossier is open.
    pub fn remove_logo(&mut self, _: Nothing) -> Result<Changed, Problem> {
        let mut style = self.open()?.state().report_style.clone();
        style.logo = None;
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
    report::broken_sections(&data).map_err(|error| Problem::fault(&error))
}

/// An accent that can be read on white; nothing for ours.
fn accent(words: Words, given: &str) -> Result<Option<String>, Problem> {
    if given.is_empty() {
        return Ok(None);
    }
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
            contrast: words.tenths(tenths.parse().unwrap_or_default()),
        }
        .about("accent"));
    }
    Ok(Some(given.to_ascii_lowercase()).filter(|_| colour != Colour::ACCENT))
}

/// A logo as the window draws it.
fn drawing(logo: &Logo) -> LogoDrawing {
    match logo {
        Logo::Outlines(outlines) => LogoDrawing::Outlines {
            width: outlines.width.into(),
            height: outlines.height.into(),
            areas: outlines
                .areas
                .iter()
                .map(|area| LogoArea {
                    fill: area.fill.clone(),
                    even_odd: area.even_odd,
                    path: area.path.clone(),
                })
                .collect(),
        },
        Logo::Picture(picture) => LogoDrawing::Picture {
            png: picture.png.clone(),
        },
    }
}

/// Where a section of one's own can stand, in the order of the report.
fn places(words: Words) -> Vec<SectionPlaceView> {
    let of = |section: &str| {
        [SectionPlace::After, SectionPlace::InsteadOf].map(|place| place(section.to_owned()))
    };
    SECTIONS
        .into_iter()
        .flat_map(of)
        .map(|place| SectionPlaceView {
            place: place.to_string(),
            title: words.section_place(&place),
        })
        .collect()
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
    .about("place")
}
