//! The pages of a report before it is a file: the same layout as in the PDF, page by page as a picture and as text.
//!
//! A picture is an SVG that needs nothing else: glyphs are outlines, drawn where the PDF shows them. What it says stands
//! beside it as passages, for who does not see it. There is no second layout: whoever looks here has seen the report.

mod drawing;
mod reading;

pub use reading::{Cell, Passage};

use drawing::Look;

use crate::data::ReportData;
use crate::document::Document;
use crate::layout::{FontDamaged, Fonts, Layout, RunningText, Shaped, Shaper, lay_out};
use crate::{RenderFailed, render, template};

/// A report on its pages.
pub struct Preview {
    layout: Layout,
    shaped: Shaped,
    fonts: Fonts,
    look: Look,
}

/// A heading of the report and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// From 1 to 4.
    pub level: u8,
    /// With its number.
    pub title: String,
    /// Counted from 1.
    pub page: usize,
}

/// Lays out the report that [`render`](crate::render()) writes.
///
/// # Errors
/// [`RenderFailed`]; never because of what people typed.
pub fn preview(data: &ReportData) -> Result<Preview, RenderFailed> {
    let document = template::document(data)?;
    let pages =
        Preview::of(&document, &render::running(data)).map_err(crate::pdf::PdfFailed::from)?;
    Ok(pages)
}

impl Preview {
    /// Lays out a document.
    ///
    /// # Errors
    /// [`FontDamaged`] if the program itself is damaged.
    pub fn of(document: &Document, running: &RunningText) -> Result<Self, FontDamaged> {
        let fonts = Fonts::open()?;
        let mut shaper = Shaper::new(&fonts);
        let layout = lay_out(&mut shaper, document, running);
        let shaped = shaper.into_shaped();
        Ok(Self {
            layout,
            shaped,
            fonts,
            look: Look::of(document),
        })
    }

    /// How many pages there are; one at least.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.layout.pages.len()
    }

    /// Every heading, in order.
    #[must_use]
    pub fn headings(&self) -> Vec<Heading> {
        let bookmarks = self.layout.bookmarks.iter();
        bookmarks
            .filter_map(|bookmark| {
                Some(Heading {
                    level: bookmark.level,
                    title: bookmark.title.clone(),
                    page: self.layout.places.get(&bookmark.place)?.page + 1,
                })
            })
            .collect()
    }

    /// A page as a picture, an SVG of A4; pages are counted from 1.
    #[must_use]
    pub fn picture(&self, page: usize) -> Option<String> {
        let page = self.layout.pages.get(page.checked_sub(1)?)?;
        Some(drawing::draw(page, &self.shaped, &self.fonts, &self.look))
    }

    /// What a page says, in reading order, without its head and foot; pages are counted from 1.
    #[must_use]
    pub fn text(&self, page: usize) -> Option<Vec<Passage>> {
        let page = self.layout.pages.get(page.checked_sub(1)?)?;
        Some(reading::read(page, &self.layout.structure, &self.shaped))
    }
}
