//! A report with sections of the organisation's own among ours. One that cannot be used leaves no trace.

use std::collections::BTreeMap;

use assessment::report_style::SectionPlace;
use tera::{Context, Tera};

use super::explain;
use super::own::{self, Broken, Refused, SECTIONS};
use crate::data::ReportData;
use crate::document::{Document, MarkupError, parse};
use crate::{RenderFailed, figures};

/// The blocks, and the sections that cannot be used.
pub(super) fn document(
    program: &Tera,
    context: &Context,
    data: &ReportData,
) -> Result<(Document, Vec<Broken>), RenderFailed> {
    let ours = Ours::of(program, context, data)?;
    let mut broken = Vec::new();
    let mut written = BTreeMap::new();
    for (place, text) in &data.style.sections {
        let markup = own::known(place).and_then(|()| own::write(program, text, context));
        match markup {
            Ok(markup) => drop(written.insert(place, markup)),
            Err(refused) => broken.push(refused.at(place)),
        }
    }
    if let Ok(document) = ours.with(&written) {
        return Ok((document, broken));
    }
    // One of them is no document: each has to fit among those that do.
    let mut fitting = BTreeMap::new();
    for (place, markup) in written {
        fitting.insert(place, markup);
        if let Err(error) = ours.with(&fitting) {
            let text = data.style.sections.get(place).map_or("", String::as_str);
            let begins = ours.line_of(&fitting, place);
            let cause = refused(program, context, text, &error, begins);
            broken.push(cause.at(place));
            fitting.remove(place);
        }
    }
    broken.sort_by(|one, other| one.place.cmp(&other.place));
    Ok((ours.with(&fitting)?, broken))
}

/// Where in the template the first complaint about what it wrote comes from.
fn refused(
    program: &Tera,
    context: &Context,
    text: &str,
    error: &MarkupError,
    begins: usize,
) -> Refused {
    let marked = own::write(program, &own::marked(text), context).unwrap_or_default();
    let lines = marked.lines().count();
    let inside = |line: usize| line.checked_sub(begins).filter(|at| *at < lines.max(1));
    let about = error.complaints.iter();
    let mut about = about.map(|it| (inside(it.line), it.what.clone()));
    let first = about.clone().find(|(line, _)| line.is_some());
    let (line, cause) = first.or_else(|| about.next()).unwrap_or_default();
    Refused {
        line: line.and_then(|line| own::line_of_output(&marked, line + 1)),
        cause,
    }
}

/// What the program writes, section by section.
struct Ours<'d> {
    data: &'d ReportData,
    begin: String,
    sections: Vec<(&'static str, String)>,
    end: String,
}

impl<'d> Ours<'d> {
    fn of(program: &Tera, context: &Context, data: &'d ReportData) -> Result<Self, RenderFailed> {
        let written = |name: &str| {
            program
                .render(&format!("{name}.html"), context)
                .map_err(|error| RenderFailed::Template(explain(&error)))
        };
        let sections = SECTIONS.map(|name| Ok((name, written(name)?)));
        Ok(Self {
            data,
            begin: format!(
                "<document lang=\"{}\">{}{}",
                data.language.tag(),
                written("cover")?,
                written("contents")?
            ),
            sections: sections.into_iter().collect::<Result<_, RenderFailed>>()?,
            end: format!("{}</document>", written("signatures")?),
        })
    }

    fn with(&self, own: &BTreeMap<&SectionPlace, String>) -> Result<Document, MarkupError> {
        let (markup, _) = self.markup(own, None);
        parse(&markup, figures::figures(self.data))
    }

    /// In which line a section of one's own begins.
    fn line_of(&self, own: &BTreeMap<&SectionPlace, String>, place: &SectionPlace) -> usize {
        let (markup, at) = self.markup(own, Some(place));
        let before = markup.get(..at).unwrap_or_default();
        before.matches('\n').count() + 1
    }

    fn markup(
        &self,
        own: &BTreeMap<&SectionPlace, String>,
        wanted: Option<&SectionPlace>,
    ) -> (String, usize) {
        let mut markup = self.begin.clone();
        let mut begins = 0;
        let mut push = |markup: &mut String, place: &SectionPlace| -> bool {
            let Some(written) = own.get(place) else {
                return false;
            };
            markup.push('\n');
            if wanted == Some(place) {
                begins = markup.len();
            }
            markup.push_str(written);
            true
        };
        for (name, section) in &self.sections {
            if !push(&mut markup, &SectionPlace::InsteadOf((*name).to_owned())) {
                markup.push_str(section);
            }
            push(&mut markup, &SectionPlace::After((*name).to_owned()));
        }
        markup.push_str(&self.end);
        (markup, begins)
    }
}
