//! Looking at a report, page by page, before it is made and before it is signed.
//!
//! What is shown is the layout of the PDF and no other. The report that was looked at last is kept on its pages, so that
//! turning a page does not lay it out again; a change in the dossier gives other data, and so other pages.

use report::ReportData;
use report::preview::{Cell, Passage, Preview};

use crate::Application;
use crate::count;
use crate::problem::{Fact, Problem};
use crate::verifying;
use crate::view::*;
use crate::words::Words;

/// A report on its pages, and what they were made from.
pub(crate) struct Previewed {
    from: From,
    title: String,
    language: String,
    preview: Preview,
}

/// What pages are made from.
#[derive(PartialEq)]
enum From {
    /// The dossier as it stands.
    Dossier(Box<ReportData>),
    /// A file, to the byte.
    File(Vec<u8>),
}

impl Application {
    /// A report to look at before it is made or signed. A file is shown only when it is as it was made or signed and its
    /// pages are what its data says.
    ///
    /// # Errors
    /// As for making the edition; or when the file is no report, was altered, or was made by another version.
    pub fn report_preview(&mut self, input: PreviewReport) -> Result<ReportPreview, Problem> {
        let shown = self.previewed(&input.of)?;
        let headings = shown.preview.headings().into_iter();
        Ok(ReportPreview {
            title: shown.title.clone(),
            language: shown.language.clone(),
            pages: count(shown.preview.pages()),
            headings: headings
                .map(|heading| PreviewHeading {
                    level: heading.level,
                    title: heading.title,
                    page: count(heading.page),
                })
                .collect(),
        })
    }

    /// A page of such a report, as a picture and as text.
    ///
    /// # Errors
    /// As [`report_preview`](Self::report_preview), and when the report has no such page.
    pub fn preview_page(&mut self, input: PreviewPage) -> Result<PreviewedPage, Problem> {
        let words = self.words();
        let preview = &self.previewed(&input.of)?.preview;
        let page = input.page as usize;
        let (Some(picture), Some(text)) = (preview.picture(page), preview.text(page)) else {
            let pages = preview.pages() as u64;
            return Err(Fact::NoSuchPage {
                page: u64::from(input.page),
                pages,
            }
            .about("page"));
        };
        Ok(PreviewedPage {
            picture,
            alternative: alternative(words, page, preview.pages(), &text),
            text: gathered(text),
        })
    }

    /// The report on its pages: as it was kept, or laid out anew.
    fn previewed(&mut self, of: &PreviewForm) -> Result<&Previewed, Problem> {
        let (from, name) = match of {
            PreviewForm::Edition { edition } => (
                From::Dossier(Box::new(self.edition_data(edition)?.data)),
                String::new(),
            ),
            PreviewForm::File { file } => {
                let read = self.read_report(file)?;
                (From::File(read.pdf), read.name)
            }
        };
        let kept = self.previewed.take().filter(|kept| kept.from == from);
        let shown = match kept {
            Some(kept) => kept,
            None => lay_out(from, &name)?,
        };
        Ok(self.previewed.insert(shown))
    }
}

fn lay_out(from: From, name: &str) -> Result<Previewed, Problem> {
    let checked;
    let data = match &from {
        From::Dossier(data) => data,
        From::File(pdf) => {
            checked = verifying::pages_data(pdf, name)?;
            &checked
        }
    };
    let preview = report::preview::preview(data).map_err(|error| Problem::fault(&error))?;
    Ok(Previewed {
        title: crate::signing::title(data),
        language: data.language.tag().to_owned(),
        preview,
        from,
    })
}

/// What a picture is of, for who does not see it.
fn alternative(words: Words, page: usize, pages: usize, text: &[Passage]) -> String {
    let headings: Vec<&str> = text
        .iter()
        .filter_map(|passage| match passage {
            Passage::Heading { text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect();
    let numbers = [("page", page.into()), ("pages", pages.into())];
    if headings.is_empty() {
        return words.format("application-preview-page", &numbers);
    }
    let [page, pages] = numbers;
    let headings = ("headings", headings.join("; ").into());
    words.format("application-preview-headings", &[page, pages, headings])
}

/// Passages with the items of a list and the rows of a table together.
fn gathered(text: Vec<Passage>) -> Vec<PassageView> {
    let mut gathered: Vec<PassageView> = Vec::new();
    let mut last_table = None;
    for passage in text {
        let table = match &passage {
            Passage::Row { table, .. } => Some(*table),
            _ => None,
        };
        let is_same_table = table.is_some() && last_table == table;
        last_table = table;
        match (passage, gathered.last_mut()) {
            (
                Passage::Heading {
                    level,
                    text,
                    language,
                },
                _,
            ) => {
                gathered.push(PassageView::Heading {
                    level,
                    text,
                    language,
                });
            }
            (Passage::Paragraph { text, language }, _) => {
                gathered.push(PassageView::Paragraph { text, language });
            }
            (Passage::Figure { alternative }, _) => {
                gathered.push(PassageView::Figure { alternative });
            }
            (Passage::Item { text, language }, before) => {
                let item = PassageText {
                    text,
                    language,
                    heads: false,
                };
                match before {
                    Some(PassageView::List { items }) => items.push(item),
                    _ => gathered.push(PassageView::List { items: vec![item] }),
                }
            }
            (Passage::Row { cells, .. }, before) => {
                let row = PassageRow {
                    cells: cells.into_iter().map(cell).collect(),
                };
                match before {
                    Some(PassageView::Table { rows }) if is_same_table => rows.push(row),
                    _ => gathered.push(PassageView::Table { rows: vec![row] }),
                }
            }
        }
    }
    gathered
}

fn cell(cell: Cell) -> PassageText {
    PassageText {
        text: cell.text,
        language: cell.language,
        heads: cell.heads,
    }
}
