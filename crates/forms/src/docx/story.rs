//! From blocks to the paragraphs and tables of the main part.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use report::charts::{Drawing, Tone};
use report::document::{
    Alignment, Block, Cell, Contents, Cover, Document, Flow, Heading, Inline, Language, List, Role,
    Table, plain_text,
};

use super::{WIDTH, WORD, chart, logo, part};
use crate::legible::{escaped, legible};
use crate::outline::{headings, named};

/// How many twentieths of a point the text is wide.
const TWENTIETHS: f32 = WIDTH * 20.0;

/// What a run looks like and in which language it is.
#[derive(Clone, Default)]
struct Look {
    properties: String,
    language: Option<Language>,
}

/// Where paragraphs stand: their style if they have none of their own, and how they are numbered or aligned.
#[derive(Clone, Default)]
struct Setting {
    style: Option<&'static str>,
    properties: String,
    language: Option<Language>,
    depth: usize,
}

/// The main part as far as it is written, and what the other parts must hold for it.
pub(super) struct Story<'d> {
    document: &'d Document,
    drawings: &'d BTreeMap<String, Drawing>,
    xml: String,
    /// The numbers of the bookmarks, by the ids of the document.
    bookmarks: BTreeMap<&'d str, usize>,
    /// Addresses outside, in the order of their relations.
    pub(super) addresses: Vec<String>,
    /// The first numbers of the numbered lists.
    numbered: Vec<u32>,
    figures: usize,
    /// Whether the picture of the logo must be among the parts.
    pub(super) has_logo: bool,
}

impl<'d> Story<'d> {
    pub(super) fn new(document: &'d Document, drawings: &'d BTreeMap<String, Drawing>) -> Self {
        let mut bookmarks = BTreeMap::new();
        collect_ids(&document.blocks, &mut bookmarks);
        Self {
            document,
            drawings,
            xml: String::new(),
            bookmarks,
            addresses: Vec::new(),
            numbered: Vec::new(),
            figures: 0,
            has_logo: false,
        }
    }

    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        self.set(blocks, &Setting::default());
    }

    /// A last paragraph.
    pub(super) fn note(&mut self, words: &str) {
        self.paragraph("Note", "", &run(words, &Look::default()));
    }

    /// The main part.
    pub(super) fn document(&self) -> String {
        let root = format!(
            "w:document {WORD} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
             xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
             xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
             xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
             xmlns:wpg=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\" \
             xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
        );
        let page = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header\"/>\
                    <w:footerReference w:type=\"default\" r:id=\"footer\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
                    <w:pgMar w:top=\"1418\" w:right=\"1253\" w:bottom=\"1418\" w:left=\"1253\" w:header=\"709\" w:footer=\"709\" \
                    w:gutter=\"0\"/></w:sectPr>";
        part(&root, &format!("<w:body>{}{page}</w:body>", self.xml))
    }

    /// The part with the lists: bullets, and each numbered list with its first number.
    pub(super) fn numbering(&self) -> String {
        let levels = |format: &str, text: &dyn Fn(usize) -> String| -> String {
            (0..9)
                .map(|level| {
                    format!(
                        "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{}\"/>\
                         <w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{}\" w:hanging=\"340\"/></w:pPr></w:lvl>",
                        text(level),
                        340 * (level + 1)
                    )
                })
                .collect()
        };
        let mut content = format!(
            "<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"multilevel\"/>{}</w:abstractNum>\
             <w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"multilevel\"/>{}</w:abstractNum>\
             <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
            levels("bullet", &|_| "•".to_owned()),
            levels("decimal", &|level| format!("%{}.", level + 1)),
        );
        for (at, first) in self.numbered.iter().enumerate() {
            let _ = write!(
                content,
                "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"{first}\"/>\
                 </w:lvlOverride></w:num>",
                at + 2
            );
        }
        part(&format!("w:numbering {WORD}"), &content)
    }

    fn set(&mut self, blocks: &[Block], setting: &Setting) {
        for block in blocks {
            self.block(block, setting);
        }
    }

    fn block(&mut self, block: &Block, setting: &Setting) {
        match block {
            Block::Cover(cover) => self.cover(cover, setting),
            Block::Contents(contents) => self.contents(contents),
            Block::Section(section) => {
                if section.on_new_page {
                    self.page_break();
                }
                if let Some(id) = &section.id {
                    let mark = self.bookmark(id);
                    self.xml.push_str(&mark);
                }
                let inner = Setting {
                    language: section.language.clone().or(setting.language.clone()),
                    ..setting.clone()
                };
                self.set(&section.blocks, &inner);
            }
            Block::Heading(heading) => self.heading(heading, setting),
            Block::Paragraph(paragraph) => {
                let style = match paragraph.role {
                    Role::Body => setting.style.unwrap_or("Normal"),
                    Role::Lead => "Lead",
                    Role::Note => "Note",
                    Role::Caption => "Caption",
                    Role::Small => "Small",
                    Role::Quote => "Quote",
                    Role::Label => "Label",
                    Role::Choice => "Choice",
                    Role::Sources => "Small",
                };
                let language = paragraph.language.clone().or(setting.language.clone());
                self.words(style, &setting.properties, &paragraph.content, language);
            }
            Block::List(list) => self.list(list, setting),
            Block::Definitions(definitions) => {
                for definition in definitions {
                    if let Some(id) = &definition.id {
                        let mark = self.bookmark(id);
                        self.xml.push_str(&mark);
                    }
                    self.words("Term", "", &definition.term, setting.language.clone());
                    let inner = Setting {
                        properties: "<w:ind w:left=\"340\"/>".to_owned(),
                        ..setting.clone()
                    };
                    self.flow(&definition.description, &inner);
                }
            }
            Block::Table(table) => self.table(table, setting),
            Block::Figure(figure) => {
                let Some(drawing) = self.drawings.get(&figure.name) else {
                    return;
                };
                self.figures += 1;
                let drawn = chart::chart(drawing, self.figures, &figure.name, &figure.alternative);
                self.paragraph("Normal", "<w:keepNext/>", &drawn);
                self.words("Note", "", &figure.caption, setting.language.clone());
            }
            Block::Logo(alternative) => self.logo(alternative),
            Block::Callout(callout) => {
                if let Some(title) = &callout.title {
                    let words = [toned(callout.tone), title.clone()].concat();
                    self.paragraph("Verdict", "", &run(&words, &Look::default()));
                }
                let inner = Setting {
                    language: callout.language.clone().or(setting.language.clone()),
                    ..setting.clone()
                };
                self.set(&callout.blocks, &inner);
            }
            Block::Verdict(verdict) => {
                let words = [toned(verdict.tone), verdict.word.clone()].concat();
                let edge = format!(
                    "<w:pBdr><w:left w:val=\"single\" w:sz=\"36\" w:space=\"8\" w:color=\"{}\"/></w:pBdr>",
                    chart::hexadecimal(verdict.tone.edge())
                );
                self.paragraph("Verdict", &edge, &run(&words, &Look::default()));
                self.set(&verdict.blocks, setting);
            }
            Block::KeyFigures(figures) => {
                for figure in figures {
                    let note = figure.note.as_deref().unwrap_or_default();
                    let value = Look {
                        properties: "<w:rStyle w:val=\"Strong\"/>".to_owned(),
                        language: None,
                    };
                    let words = [
                        run(&format!("{}: ", figure.label), &Look::default()),
                        run(&figure.value, &value),
                        run(&format!(" {note}"), &Look::default()),
                    ];
                    self.paragraph("Normal", "", &words.concat());
                }
            }
            Block::PageBreak => self.page_break(),
            // Signatures are in the PDF only.
            Block::SignatureFields => {}
        }
    }

    fn logo(&mut self, alternative: &str) {
        let Some(logo) = &self.document.logo else {
            return;
        };
        self.has_logo = true;
        self.figures += 1;
        let drawn = logo::run(logo, self.figures, alternative);
        self.paragraph("Normal", "", &drawn);
    }

    fn cover(&mut self, cover: &Cover, setting: &Setting) {
        if let Some(alternative) = &cover.logo {
            self.logo(alternative);
        }
        self.words("Note", "", &cover.organisation, None);
        self.words("Title", "", &cover.title, None);
        self.words("Subtitle", "", &cover.subtitle, None);
        self.set(&cover.foot, setting);
    }

    /// A list of contents that the word processor can make anew; until then it links to the headings.
    fn contents(&mut self, contents: &Contents) {
        self.page_break();
        self.words("TOCHeading", "", &contents.title, None);
        let headings: Vec<&Heading> = headings(&self.document.blocks)
            .into_iter()
            .filter(|heading| heading.level <= contents.depth)
            .collect();
        let begin = format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-{}\" \\h \\z \\u \
             </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>",
            contents.depth
        );
        let last = headings.len().saturating_sub(1);
        for (at, heading) in headings.into_iter().enumerate() {
            let words = run(&named(heading), &Look::default());
            let mut content = match heading.id.as_deref().and_then(|id| self.bookmarks.get(id)) {
                Some(mark) => format!(
                    "<w:hyperlink w:anchor=\"place{mark}\" w:history=\"1\">{words}</w:hyperlink>"
                ),
                None => words,
            };
            if at == 0 {
                content.insert_str(0, &begin);
            }
            if at == last {
                content.push_str("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
            }
            let style = ["TOC1", "TOC2", "TOC3", "TOC4"]
                .get(usize::from(heading.level.saturating_sub(1)))
                .copied()
                .unwrap_or("TOC4");
            self.paragraph(style, "", &content);
        }
    }

    fn heading(&mut self, heading: &Heading, setting: &Setting) {
        let style = ["Heading1", "Heading2", "Heading3", "Heading4"]
            .get(usize::from(heading.level.saturating_sub(1)))
            .copied()
            .unwrap_or("Heading4");
        let look = Look {
            language: heading.language.clone().or(setting.language.clone()),
            ..Look::default()
        };
        let mut content = heading
            .id
            .as_deref()
            .map_or(String::new(), |id| self.bookmark(id));
        if let Some(number) = &heading.number {
            content.push_str(&run(&format!("{number} "), &look));
        }
        self.push_inlines(&mut content, &heading.content, &look);
        self.paragraph(style, "", &content);
    }

    fn list(&mut self, list: &List, setting: &Setting) {
        let number = match list.first_number {
            None => 1,
            Some(first) => {
                self.numbered.push(first);
                self.numbered.len() + 1
            }
        };
        let level = setting.depth.min(8);
        for item in &list.items {
            let marked = Setting {
                style: Some(setting.style.unwrap_or("ListParagraph")),
                properties: format!(
                    "<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{number}\"/></w:numPr>"
                ),
                depth: setting.depth + 1,
                ..setting.clone()
            };
            let below = Setting {
                properties: format!("<w:ind w:left=\"{}\"/>", 340 * (level + 1)),
                ..marked.clone()
            };
            let language = item.language.clone().or(setting.language.clone());
            for (at, block) in item.blocks.iter().enumerate() {
                let setting = if at == 0 { &marked } else { &below };
                let setting = Setting {
                    language: language.clone(),
                    ..setting.clone()
                };
                self.block(block, &setting);
            }
        }
    }

    fn flow(&mut self, flow: &Flow, setting: &Setting) {
        let inner = Setting {
            language: flow.language.clone().or(setting.language.clone()),
            ..setting.clone()
        };
        self.set(&flow.blocks, &inner);
    }

    fn table(&mut self, table: &Table, setting: &Setting) {
        self.words("Caption", "", &table.caption, setting.language.clone());
        let all: f32 = table.columns.iter().map(|column| column.share).sum();
        let widths: Vec<i64> = table
            .columns
            .iter()
            .map(|column| (column.share / all * TWENTIETHS).round() as i64)
            .collect();
        self.xml.push_str(
            "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>\
             <w:top w:val=\"single\" w:sz=\"8\" w:color=\"154A6D\"/><w:bottom w:val=\"single\" w:sz=\"4\" w:color=\"C4CBD3\"/>\
             <w:insideH w:val=\"single\" w:sz=\"4\" w:color=\"C4CBD3\"/></w:tblBorders><w:tblLayout w:type=\"fixed\"/>\
             <w:tblLook w:val=\"0020\" w:firstRow=\"1\"/></w:tblPr><w:tblGrid>",
        );
        for width in &widths {
            let _ = write!(self.xml, "<w:gridCol w:w=\"{width}\"/>");
        }
        self.xml.push_str("</w:tblGrid>");
        for (rows, head) in [(&table.head, true), (&table.body, false)] {
            for row in rows {
                self.xml.push_str(if head {
                    "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
                } else {
                    "<w:tr>"
                });
                for ((cell, column), width) in row.iter().zip(&table.columns).zip(&widths) {
                    self.cell(cell, column.alignment, *width, setting);
                }
                self.xml.push_str("</w:tr>");
            }
        }
        // Without a paragraph between them two tables become one.
        self.xml.push_str("</w:tbl>");
        self.paragraph("Normal", "<w:spacing w:after=\"60\"/>", "");
    }

    fn cell(&mut self, cell: &Cell, alignment: Alignment, width: i64, setting: &Setting) {
        let _ = write!(
            self.xml,
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"
        );
        let inner = Setting {
            style: Some(if cell.is_head {
                "TableHead"
            } else {
                "TableText"
            }),
            properties: match alignment {
                Alignment::Left => String::new(),
                Alignment::Centre => "<w:jc w:val=\"center\"/>".to_owned(),
                Alignment::Right => "<w:jc w:val=\"right\"/>".to_owned(),
            },
            ..setting.clone()
        };
        self.flow(&cell.flow, &inner);
        // A cell ends with a paragraph, even when it is empty or holds another table.
        if !self.xml.ends_with("</w:p>") {
            self.paragraph("TableText", "", "");
        }
        self.xml.push_str("</w:tc>");
    }

    /// A paragraph of inlines, if there are any.
    fn words(
        &mut self,
        style: &str,
        properties: &str,
        content: &[Inline],
        language: Option<Language>,
    ) {
        if content.is_empty() {
            return;
        }
        let look = Look {
            language,
            ..Look::default()
        };
        let mut runs = String::new();
        self.push_inlines(&mut runs, content, &look);
        let leftwards = if is_leftwards(&plain_text(content)) {
            "<w:bidi/>"
        } else {
            ""
        };
        self.paragraph(style, &order(leftwards, properties), &runs);
    }

    fn paragraph(&mut self, style: &str, properties: &str, content: &str) {
        let _ = write!(
            self.xml,
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{properties}</w:pPr>{content}</w:p>"
        );
    }

    fn page_break(&mut self) {
        self.paragraph(
            "Normal",
            "<w:pageBreakBefore/><w:spacing w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>",
            "",
        );
    }

    fn bookmark(&self, id: &str) -> String {
        self.bookmarks.get(id).map_or(String::new(), |number| {
            format!(
                "<w:bookmarkStart w:id=\"{number}\" w:name=\"place{number}\"/><w:bookmarkEnd w:id=\"{number}\"/>"
            )
        })
    }

    fn push_inlines(&mut self, xml: &mut String, content: &[Inline], look: &Look) {
        for inline in content {
            match inline {
                Inline::Text(words) => xml.push_str(&run(words, look)),
                Inline::Strong(content) => {
                    self.push_inlines(xml, content, &look.with("<w:b/>"));
                }
                Inline::Emphasis(content) => {
                    self.push_inlines(xml, content, &look.with("<w:i/>"));
                }
                Inline::Code(content) => {
                    self.push_inlines(xml, content, &look.styled("Code"));
                }
                Inline::Passage(language, content) => {
                    let look = Look {
                        language: Some(language.clone()),
                        ..look.clone()
                    };
                    self.push_inlines(xml, content, &look);
                }
                Inline::Reference { to, content } => {
                    let mut inner = String::new();
                    self.push_inlines(&mut inner, content, &look.styled("Hyperlink"));
                    match self.bookmarks.get(to.as_str()) {
                        Some(number) => {
                            let _ = write!(
                                xml,
                                "<w:hyperlink w:anchor=\"place{number}\" w:history=\"1\">{inner}</w:hyperlink>"
                            );
                        }
                        None => xml.push_str(&inner),
                    }
                }
                Inline::PageNumber { to } => {
                    if let Some(number) = self.bookmarks.get(to.as_str()) {
                        let _ = write!(
                            xml,
                            "<w:fldSimple w:instr=\" PAGEREF place{number} \\h \"><w:r><w:t>–</w:t></w:r></w:fldSimple>"
                        );
                    }
                }
                Inline::Link { address, content } => {
                    let mut inner = String::new();
                    self.push_inlines(&mut inner, content, &look.styled("Hyperlink"));
                    self.addresses.push(legible(address).into_owned());
                    let at = self.addresses.len() - 1;
                    let _ = write!(
                        xml,
                        "<w:hyperlink r:id=\"link{at}\" w:history=\"1\">{inner}</w:hyperlink>"
                    );
                }
                Inline::Status(tone, content) => {
                    xml.push_str(&run(&toned(*tone), look));
                    self.push_inlines(xml, content, &look.with("<w:b/>"));
                }
                Inline::LineBreak => xml.push_str("<w:r><w:br/></w:r>"),
            }
        }
    }
}

impl Look {
    fn with(&self, property: &str) -> Self {
        Self {
            properties: format!("{}{property}", self.properties),
            language: self.language.clone(),
        }
    }

    /// A character style stands before every other property.
    fn styled(&self, style: &str) -> Self {
        if self.properties.contains("<w:rStyle") {
            return self.clone();
        }
        Self {
            properties: format!("<w:rStyle w:val=\"{style}\"/>{}", self.properties),
            language: self.language.clone(),
        }
    }
}

/// A run of text.
fn run(words: &str, look: &Look) -> String {
    if words.is_empty() {
        return String::new();
    }
    let mut properties = look.properties.clone();
    if is_leftwards(words) {
        properties.push_str("<w:rtl/>");
    }
    if let Some(language) = &look.language {
        let tag = word_language(language.tag());
        let _ = write!(properties, "<w:lang w:val=\"{tag}\"/>");
    }
    let properties = if properties.is_empty() {
        properties
    } else {
        format!("<w:rPr>{properties}</w:rPr>")
    };
    format!(
        "<w:r>{properties}<w:t xml:space=\"preserve\">{}</w:t></w:r>",
        escaped(words)
    )
}

/// The schema wants the properties of a paragraph in one order; of ours, only alignment and indents come after the direction.
fn order(leftwards: &str, properties: &str) -> String {
    match properties
        .find("<w:ind")
        .or_else(|| properties.find("<w:jc"))
    {
        Some(at) => {
            let (before, after) = properties.split_at(at);
            format!("{before}{leftwards}{after}")
        }
        None => format!("{properties}{leftwards}"),
    }
}

/// The shape of a tone as a character, so that colour is not needed to understand it.
fn toned(tone: Tone) -> String {
    match tone {
        Tone::Neutral => "",
        Tone::Positive => "● ",
        Tone::Caution => "▲ ",
        Tone::Critical => "◆ ",
    }
    .to_owned()
}

/// Whether the first letter that has a direction is Hebrew or Arabic.
fn is_leftwards(text: &str) -> bool {
    text.chars()
        .find(|character| character.is_alphabetic())
        .is_some_and(|character| {
            matches!(character, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
        })
}

/// A language as word processors know it: with a country.
pub(super) fn word_language(tag: &str) -> String {
    match tag {
        "nl" => "nl-NL".to_owned(),
        "en" => "en-GB".to_owned(),
        other => other.to_owned(),
    }
}

/// Numbers every place that something may lead to.
fn collect_ids<'d>(blocks: &'d [Block], ids: &mut BTreeMap<&'d str, usize>) {
    for block in blocks {
        let (found, inner): (Vec<&Option<String>>, &[Block]) = match block {
            Block::Section(section) => (vec![&section.id], &section.blocks),
            Block::Heading(heading) => (vec![&heading.id], &[]),
            Block::Definitions(definitions) => (definitions.iter().map(|it| &it.id).collect(), &[]),
            _ => (Vec::new(), &[]),
        };
        for id in found.into_iter().flatten() {
            let next = ids.len() + 1;
            ids.insert(id, next);
        }
        collect_ids(inner, ids);
    }
}
