//! One page of HTML that needs nothing beside itself: no script, no font, no picture from elsewhere, and a policy inside that
//! forbids the browser to look for any. Landmarks, headings in order, heads of tables with their scope, a language wherever it
//! changes. It prints well; it is not paginated.

mod blocks;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use messages::catalogue;
use report::ReportData;
use report::artwork::Artwork;
use report::document::{Block, Inline, plain_text};
use sha2::{Digest, Sha256};

use crate::FormFailed;
use crate::legible::escaped;
use crate::outline::headings;
use crate::svg;
use blocks::Page;

const STYLE: &str = include_str!("html/style.css");

/// How wide charts are drawn, in pixels at their natural size.
const CHART_WIDTH: f32 = 640.0;

/// Other faces than those of the report are wider; so much room do labels get.
const ROOM: f32 = 1.12;

pub(crate) fn write(data: &ReportData) -> Result<String, FormFailed> {
    let texts = catalogue(data.language);
    let document = report::document(data)?;
    let drawings = report::layout::drawings(&document, CHART_WIDTH, ROOM)?;
    let style = match document.accent {
        Some(accent) => STYLE.replace("#154a6d", &svg::colour(accent)),
        None => STYLE.to_owned(),
    };
    // A picture stands in the page itself; nothing else may.
    let pictures = match document.logo {
        Some(Artwork::Picture(_)) => "img-src data:; ",
        _ => "",
    };
    let title = format!("{} – {}", texts.text("report-title"), data.subject.name);
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{}'; {pictures}base-uri 'none'; form-action 'none'",
        BASE64_STANDARD.encode(Sha256::digest(&style))
    );
    let mut page = Page::new(&document, &drawings, headings(&document.blocks));
    let (cover, rest): (Vec<&Block>, Vec<&Block>) = document
        .blocks
        .iter()
        .partition(|block| matches!(block, Block::Cover(_)));
    let cover = page.written(cover);
    let (contents, main): (Vec<&Block>, Vec<&Block>) = rest
        .into_iter()
        .partition(|block| matches!(block, Block::Contents(_)));
    let contents = page.written(contents);
    let main = page.written(main);
    Ok(format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#main\">{skip}</a>\n<header>\n{cover}</header>\n{contents}<main id=\"main\">\n{main}</main>\n\
         <footer>\n<p>{note}</p>\n</footer>\n</body>\n</html>\n",
        language = document.language.tag(),
        policy = escaped(&policy),
        title = escaped(&title),
        skip = escaped(&texts.text("form-skip")),
        note = escaped(&texts.text("form-note")),
    ))
}

/// Whether there is anything to show.
fn is_empty(inlines: &[Inline]) -> bool {
    plain_text(inlines).trim().is_empty()
}
