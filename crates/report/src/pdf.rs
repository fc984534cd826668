//! From a document to an archival, accessible PDF: PDF/A-3a and PDF/UA-1 at once, the same bytes for the same document.
//!
//! printpdf writes the content of the pages from operations; everything that it does not know (tags, metadata, bookmarks,
//! links, the attachment, the empty signature fields) is added to its objects afterwards. Nothing here signs.

mod content;
mod file;
mod fonts;
mod logo;
mod metadata;
mod objects;
mod outline;
mod packed;
mod pages;
mod tags;

use crate::document::Document;
use crate::layout::{FontDamaged, Fonts, RunningText, Shaper, lay_out};
use jiff::Timestamp;
use packed::Packed;

/// What a PDF says beyond its pages. The language is the document's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The title in the window's bar and in the metadata.
    pub title: String,
    /// What the report is about, for the metadata.
    pub subject: String,
    /// Who made it, for the metadata.
    pub organisation: String,
    /// When it was made: a moment of the dossier, not of this run.
    pub created: Timestamp,
    /// Heads and feet of the pages.
    pub running: RunningText,
    /// A file inside the PDF that its pages were made from.
    pub attachment: Option<Attachment>,
    /// One empty field per expected signature.
    pub signature_fields: Vec<SignatureField>,
}

/// A file inside the PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name, such as `assessment.json`.
    pub name: String,
    /// Its type, such as `application/json`.
    pub mime: String,
    /// What it is, in the language of the document.
    pub description: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// An empty signature field, outside the visible page: the page itself says who signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureField {
    /// Unique in the document, without a full stop, such as `Signature1`.
    pub name: String,
    /// Who signs, for assistive technology.
    pub signer: String,
}

/// The PDF could not be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PdfFailed {
    /// The program itself is damaged.
    #[error(transparent)]
    Font(#[from] FontDamaged),
    /// A font could not be reduced to what the document uses.
    #[error("the font {face} could not be embedded: {cause}")]
    Subset {
        /// The PostScript name of the font.
        face: &'static str,
        /// What went wrong.
        cause: subsetter::Error,
    },
    /// The file could not be put together.
    #[error("the file could not be put together")]
    Assembly(#[from] lopdf::Error),
    /// The bytes could not be written.
    #[error("the file could not be written")]
    Writing(#[from] std::io::Error),
    /// Two signature fields with one name, or a name with a full stop.
    #[error("“{0}” is no name for a signature field, or stands twice")]
    FieldName(String),
}

/// Renders a document.
///
/// # Errors
/// [`PdfFailed`] if a signature field has no usable name or the program itself is damaged; never because of what the
/// text says.
pub fn render(document: &Document, settings: &Settings) -> Result<Vec<u8>, PdfFailed> {
    check_field_names(&settings.signature_fields)?;
    let fonts = Fonts::open()?;
    let mut shaper = Shaper::new(&fonts);
    let mut layout = lay_out(&mut shaper, document, &settings.running);
    let embedded = fonts::Embedded::of(&layout.pages, &fonts, &mut shaper)?;
    let shaped = shaper.shaped();
    let mut tags = tags::Tags::new(&layout.structure);
    let shows_logo = logo::is_shown(&layout.pages);
    let mut deflater = objects::Deflater::new();
    // Page by page: the operations of all at once would be a quarter of the memory.
    let contents = std::mem::take(&mut layout.pages)
        .into_iter()
        .enumerate()
        .map(|(number, page)| {
            let operations = content::draw(&page, number, document, &embedded, shaped, &mut tags);
            pages::content(operations, &mut deflater)
        })
        .collect::<Result<Vec<_>, _>>()?;

    let mut pdf = pages::tree(contents)?;
    let mut packed = Packed::default();
    let page_ids: Vec<_> = pdf.page_iter().collect();
    let mut resources = embedded.write(&mut pdf, shaped);
    if shows_logo {
        logo::write(&mut pdf, document, &mut resources);
    }
    pages::share(&mut pdf, &page_ids, resources)?;
    let fields = &settings.signature_fields;
    let root = tags.write(&mut pdf, &mut packed, &page_ids, &layout, fields)?;
    let outline = outline::write(&mut pdf, &page_ids, &layout);
    objects::write_catalog(&mut pdf, document, settings, root, outline)?;
    objects::compress(&mut pdf, &mut deflater)?;
    file::write(pdf, packed, &mut deflater)
}

fn check_field_names(fields: &[SignatureField]) -> Result<(), PdfFailed> {
    for (at, field) in fields.iter().enumerate() {
        let is_repeated = fields
            .iter()
            .take(at)
            .any(|before| before.name == field.name);
        if field.name.is_empty() || field.name.contains('.') || is_repeated {
            return Err(PdfFailed::FieldName(field.name.clone()));
        }
    }
    Ok(())
}
