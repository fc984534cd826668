//! A text to edit: Office Open XML with real styles, so that a word processor shows its outline, makes a list of contents and
//! changes all headings at once. Heads of tables are repeated on each page, languages are marked, charts are vectors that
//! carry their alternative text.

mod chart;
mod logo;
mod story;

use std::io::{Cursor, Write};

use messages::catalogue;
use report::ReportData;
use report::charts::Colour;
use report::wording::running_head;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::FormFailed;
use crate::legible::escaped;
use story::Story;

/// The width between the margins, in points.
pub(crate) const WIDTH: f32 = 470.0;

/// Other faces than those of the report are wider; so much room do labels get.
const ROOM: f32 = 1.12;

const CONTENT_TYPES: &str = include_str!("docx/content_types.xml");
const RELATIONS: &str = include_str!("docx/relations.xml");
const STYLES: &str = include_str!("docx/styles.xml");

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

pub(crate) fn write(data: &ReportData) -> Result<Vec<u8>, FormFailed> {
    let texts = catalogue(data.language);
    let document = report::document(data)?;
    let drawings = report::layout::drawings(&document, WIDTH, ROOM)?;
    let mut story = Story::new(&document, &drawings);
    story.blocks(&document.blocks);
    story.note(&texts.text("form-note"));
    let title = format!("{} – {}", texts.text("report-title"), data.subject.name);
    let parts = [
        ("[Content_Types].xml", CONTENT_TYPES.to_owned()),
        ("_rels/.rels", RELATIONS.to_owned()),
        ("docProps/core.xml", properties(data, &title)),
        ("word/document.xml", story.document()),
        ("word/styles.xml", styles(data, document.accent)),
        ("word/numbering.xml", story.numbering()),
        ("word/settings.xml", settings()),
        (
            "word/header1.xml",
            header(data, &texts.text(running_head(data.edition))),
        ),
        ("word/footer1.xml", footer(data)),
        ("word/_rels/document.xml.rels", relations(&story)),
    ];
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    // No time of this run and no system: the same data gives the same bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    for (name, content) in parts {
        package.start_file(name, options)?;
        package.write_all(content.as_bytes())?;
    }
    if story.has_logo
        && let Some(picture) = document.logo.as_ref().and_then(logo::png)
    {
        package.start_file(format!("word/{}", logo::PART), options)?;
        package.write_all(&picture)?;
    }
    Ok(package.finish()?.into_inner())
}

fn part(root: &str, content: &str) -> String {
    let name = root.split(' ').next().unwrap_or_default();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<{root}>{content}</{name}>"
    )
}

const WORD: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

fn properties(data: &ReportData, title: &str) -> String {
    let moment = data.as_of.timestamp().strftime("%Y-%m-%dT%H:%M:%SZ");
    let root = "cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
                xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
                xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
    part(
        root,
        &format!(
            "<dc:title>{}</dc:title><dc:creator>{}</dc:creator><dc:language>{}</dc:language>\
             <dcterms:created xsi:type=\"dcterms:W3CDTF\">{moment}</dcterms:created>\
             <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{moment}</dcterms:modified>",
            escaped(title),
            escaped(data.organisation_name()),
            data.language.tag(),
        ),
    )
}

fn styles(data: &ReportData, accent: Option<Colour>) -> String {
    let colour = chart::hexadecimal(accent.unwrap_or(Colour::ACCENT));
    STYLES
        .replace("{language}", &story::word_language(data.language.tag()))
        .replace("154A6D", &colour)
}

fn settings() -> String {
    part(
        &format!("w:settings {WORD}"),
        "<w:zoom w:percent=\"100\"/><w:autoHyphenation/><w:defaultTabStop w:val=\"709\"/>\
         <w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" \
         w:val=\"15\"/></w:compat>",
    )
}

/// What stands above each page: whose report it is, and what it is.
fn header(data: &ReportData, what: &str) -> String {
    part(
        &format!("w:hdr {WORD}"),
        &format!(
            "<w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r><w:r><w:tab/></w:r>\
             <w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
            escaped(data.organisation_name()),
            escaped(what)
        ),
    )
}

/// What stands below each page: what was assessed, and the number of the page.
fn footer(data: &ReportData) -> String {
    part(
        &format!("w:ftr {WORD}"),
        &format!(
            "<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r><w:r><w:tab/></w:r>\
             <w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>",
            escaped(&data.subject.name)
        ),
    )
}

fn relations(story: &Story<'_>) -> String {
    let mut content = String::new();
    for (id, kind, target) in [
        ("styles", "styles", "styles.xml"),
        ("numbering", "numbering", "numbering.xml"),
        ("settings", "settings", "settings.xml"),
        ("header", "header", "header1.xml"),
        ("footer", "footer", "footer1.xml"),
    ] {
        content.push_str(&format!(
            "<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>"
        ));
    }
    if story.has_logo {
        content.push_str(&format!(
            "<Relationship Id=\"logo\" Type=\"{OFFICE}/image\" Target=\"{}\"/>",
            logo::PART
        ));
    }
    for (at, address) in story.addresses.iter().enumerate() {
        content.push_str(&format!(
            "<Relationship Id=\"link{at}\" Type=\"{OFFICE}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
            escaped(address)
        ));
    }
    part(
        "Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"",
        &content,
    )
}
