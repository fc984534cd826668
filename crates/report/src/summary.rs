//! The summary on its two pages: with as many of the reasons as there is room for.

use crate::data::ReportData;
use crate::document::Document;
use crate::layout::{Fonts, Shaper, lay_out};
use crate::pdf::PdfFailed;
use crate::{RenderFailed, render, template};

/// How many pages the summary has.
const PAGES: usize = 2;
/// The most reasons that it gives.
const MOST: usize = 5;

/// The blocks of the summary.
///
/// # Errors
/// As [`template::document`].
pub(crate) fn document(data: &ReportData) -> Result<Document, RenderFailed> {
    let fonts = Fonts::open().map_err(PdfFailed::from)?;
    let mut shaper = Shaper::new(&fonts);
    let running = render::running(data);
    let mut reasons = MOST;
    loop {
        let document = template::summary(data, reasons)?;
        let pages = lay_out(&mut shaper, &document, &running).pages.len();
        if pages <= PAGES || reasons == 0 {
            return Ok(document);
        }
        reasons -= 1;
    }
}
