//! From blocks to elements. The title of the cover is the only `h1`; the chapters of the document begin at `h2`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use report::artwork::Artwork;
use report::charts::{Drawing, Tone};
use report::document::{
    Alignment, Block, Cell, Column, Contents, Cover, Document, FigureReference, Flow, Heading,
    Inline, KeyFigure, Language, Paragraph, Role, Section, Table, Verdict, plain_text,
};

use super::is_empty;
use crate::legible::escaped;
use crate::outline::named;
use crate::svg::{self, Words};

/// The page as far as it is written.
pub(super) struct Page<'d> {
    logo: Option<&'d Artwork>,
    drawings: &'d BTreeMap<String, Drawing>,
    headings: Vec<&'d Heading>,
    html: String,
}

impl<'d> Page<'d> {
    pub(super) fn new(
        document: &'d Document,
        drawings: &'d BTreeMap<String, Drawing>,
        headings: Vec<&'d Heading>,
    ) -> Self {
        Self {
            logo: document.logo.as_ref(),
            drawings,
            headings,
            html: String::new(),
        }
    }

    /// These blocks as elements.
    pub(super) fn written(&mut self, blocks: Vec<&Block>) -> String {
        for block in blocks {
            self.block(block);
        }
        std::mem::take(&mut self.html)
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Cover(cover) => self.cover(cover),
            Block::Contents(contents) => self.contents(contents),
            Block::Section(section) => self.section(section),
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(paragraph) => self.paragraph(paragraph),
            Block::List(list) => {
                let (open, close) = match list.first_number {
                    None => ("<ul>".to_owned(), "</ul>"),
                    Some(1) => ("<ol>".to_owned(), "</ol>"),
                    Some(first) => (format!("<ol start=\"{first}\">"), "</ol>"),
                };
                self.line(&open);
                for item in &list.items {
                    self.flow("li", "", item);
                }
                self.line(close);
            }
            Block::Definitions(definitions) => {
                self.line("<dl>");
                for definition in definitions {
                    let term = inlines(&definition.term);
                    let id = id(definition.id.as_deref());
                    self.line(&format!("<dt{id}>{term}</dt>"));
                    self.flow("dd", "", &definition.description);
                }
                self.line("</dl>");
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Logo(alternative) => self.logo(alternative),
            Block::Callout(callout) => {
                let language = language(callout.language.as_ref());
                self.line(&format!(
                    "<div class=\"callout {}\"{language}>",
                    callout.tone
                ));
                if let Some(title) = &callout.title {
                    let marker = svg::marker(callout.tone);
                    self.line(&format!(
                        "<p class=\"label\">{marker} {}</p>",
                        escaped(title)
                    ));
                }
                self.blocks(&callout.blocks);
                self.line("</div>");
            }
            Block::Verdict(verdict) => self.verdict(verdict),
            Block::KeyFigures(figures) => self.key_figures(figures),
            // Signatures are in the PDF only, and there are no pages here.
            Block::SignatureFields | Block::PageBreak => {}
        }
    }

    fn logo(&mut self, alternative: &str) {
        if let Some(logo) = self.logo {
            let logo = svg::logo(logo, alternative);
            self.line(&format!("<p class=\"logo\">{logo}</p>"));
        }
    }

    fn cover(&mut self, cover: &Cover) {
        if let Some(alternative) = &cover.logo {
            self.logo(alternative);
        }
        if !is_empty(&cover.organisation) {
            let organisation = inlines(&cover.organisation);
            self.line(&format!("<p class=\"organisation\">{organisation}</p>"));
        }
        let title = inlines(&cover.title);
        self.line(&format!("<h1>{title}</h1>"));
        if !is_empty(&cover.subtitle) {
            let subtitle = inlines(&cover.subtitle);
            self.line(&format!(
                "<p class=\"subtitle\" dir=\"auto\">{subtitle}</p>"
            ));
        }
        self.blocks(&cover.foot);
    }

    fn contents(&mut self, contents: &Contents) {
        let title = inlines(&contents.title);
        self.line(&format!(
            "<nav aria-labelledby=\"contents-title\">\n<h2 id=\"contents-title\">{title}</h2>"
        ));
        let listed: Vec<&Heading> = self
            .headings
            .iter()
            .filter(|heading| heading.level <= contents.depth)
            .copied()
            .collect();
        self.line("<ul>");
        for heading in listed {
            let name = escaped(&named(heading));
            let name = match &heading.id {
                Some(id) => format!("<a href=\"#{}\">{name}</a>", escaped(id)),
                None => name,
            };
            self.line(&format!(
                "<li class=\"level-{}\">{name}</li>",
                heading.level
            ));
        }
        self.line("</ul>\n</nav>");
    }

    fn section(&mut self, section: &Section) {
        let id = id(section.id.as_deref());
        let language = language(section.language.as_ref());
        self.line(&format!("<section{id}{language}>"));
        self.blocks(&section.blocks);
        self.line("</section>");
    }

    fn heading(&mut self, heading: &Heading) {
        let level = heading.level + 1;
        let id = id(heading.id.as_deref());
        let language = language(heading.language.as_ref());
        let number = heading.number.as_ref().map_or(String::new(), |number| {
            format!("<span class=\"number\">{}</span> ", escaped(number))
        });
        let words = inlines(&heading.content);
        self.line(&format!(
            "<h{level}{id}{language}>{number}{words}</h{level}>"
        ));
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let class = match paragraph.role {
            Role::Body => "",
            Role::Lead => " class=\"lead\"",
            Role::Note => " class=\"note\"",
            Role::Caption => " class=\"caption\"",
            Role::Small => " class=\"small\"",
            Role::Quote => " class=\"quote\"",
            Role::Label => " class=\"label\"",
            Role::Choice => " class=\"choice\"",
            Role::Sources => " class=\"small sources\"",
        };
        let language = language(paragraph.language.as_ref());
        let words = inlines(&paragraph.content);
        self.line(&format!("<p{class}{language} dir=\"auto\">{words}</p>"));
    }

    /// An element with blocks in it; plain words need no paragraph of their own.
    fn flow(&mut self, name: &str, attributes: &str, flow: &Flow) {
        let language = language(flow.language.as_ref());
        if let [Block::Paragraph(paragraph)] = flow.blocks.as_slice()
            && paragraph.role == Role::Body
            && paragraph.language.is_none()
        {
            let words = inlines(&paragraph.content);
            self.line(&format!(
                "<{name}{attributes}{language} dir=\"auto\">{words}</{name}>"
            ));
            return;
        }
        self.line(&format!("<{name}{attributes}{language}>"));
        self.blocks(&flow.blocks);
        self.line(&format!("</{name}>"));
    }

    fn table(&mut self, table: &Table) {
        self.line("<table>");
        if !is_empty(&table.caption) {
            let caption = inlines(&table.caption);
            self.line(&format!("<caption>{caption}</caption>"));
        }
        for (part, scope, rows) in [("thead", "col", &table.head), ("tbody", "row", &table.body)] {
            if rows.is_empty() {
                continue;
            }
            self.line(&format!("<{part}>"));
            for row in rows {
                self.line("<tr>");
                for (cell, column) in row.iter().zip(&table.columns) {
                    self.cell(cell, *column, scope);
                }
                self.line("</tr>");
            }
            self.line(&format!("</{part}>"));
        }
        self.line("</table>");
    }

    fn cell(&mut self, cell: &Cell, column: Column, scope: &str) {
        let class = match column.alignment {
            Alignment::Left => "",
            Alignment::Centre => " class=\"centre\"",
            Alignment::Right => " class=\"right\"",
        };
        if cell.is_head {
            self.flow("th", &format!(" scope=\"{scope}\"{class}"), &cell.flow);
        } else {
            self.flow("td", class, &cell.flow);
        }
    }

    fn figure(&mut self, figure: &FigureReference) {
        let Some(drawing) = self.drawings.get(&figure.name) else {
            return;
        };
        let caption = plain_text(&figure.caption);
        let chart = svg::chart(
            drawing,
            &Words {
                id: &format!("figure-{}", escaped(&figure.name)),
                title: if caption.is_empty() {
                    &figure.name
                } else {
                    &caption
                },
                description: &figure.alternative,
            },
        );
        self.line(&format!("<figure>\n{chart}"));
        if !is_empty(&figure.caption) {
            let caption = inlines(&figure.caption);
            self.line(&format!("<figcaption>{caption}</figcaption>"));
        }
        self.line("</figure>");
    }

    fn verdict(&mut self, verdict: &Verdict) {
        self.line(&format!(
            "<div class=\"verdict {}\">\n<p class=\"word\">{} {}</p>",
            verdict.tone,
            svg::marker(verdict.tone),
            escaped(&verdict.word)
        ));
        self.blocks(&verdict.blocks);
        self.line("</div>");
    }

    fn key_figures(&mut self, figures: &[KeyFigure]) {
        self.line("<dl class=\"key-figures\">");
        for figure in figures {
            let marker = match figure.tone {
                Tone::Neutral => String::new(),
                tone => format!("{} ", svg::marker(tone)),
            };
            let note = figure.note.as_ref().map_or(String::new(), |note| {
                format!(" <small>{}</small>", escaped(note))
            });
            self.line(&format!(
                "<div><dt>{}</dt><dd>{marker}{}{note}</dd></div>",
                escaped(&figure.label),
                escaped(&figure.value)
            ));
        }
        self.line("</dl>");
    }

    fn line(&mut self, line: &str) {
        self.html.push_str(line);
        self.html.push('\n');
    }
}

fn id(id: Option<&str>) -> String {
    id.map_or(String::new(), |id| format!(" id=\"{}\"", escaped(id)))
}

fn language(language: Option<&Language>) -> String {
    language.map_or(String::new(), |language| {
        format!(" lang=\"{}\"", language.tag())
    })
}

fn inlines(content: &[Inline]) -> String {
    let mut html = String::new();
    for inline in content {
        push_inline(&mut html, inline);
    }
    html
}

fn push_inline(html: &mut String, inline: &Inline) {
    let _ = match inline {
        Inline::Text(words) => write!(html, "{}", escaped(words)),
        Inline::Strong(content) => write!(html, "<strong>{}</strong>", inlines(content)),
        Inline::Emphasis(content) => write!(html, "<em>{}</em>", inlines(content)),
        Inline::Code(content) => write!(html, "<code>{}</code>", inlines(content)),
        Inline::Passage(language, content) => write!(
            html,
            "<span lang=\"{}\">{}</span>",
            language.tag(),
            inlines(content)
        ),
        Inline::Reference { to, content } => {
            write!(
                html,
                "<a href=\"#{}\">{}</a>",
                escaped(to),
                inlines(content)
            )
        }
        // There are no pages; the sign says where the link leads as a page number would.
        Inline::PageNumber { to } => write!(html, "<a href=\"#{}\">↗</a>", escaped(to)),
        Inline::Link { address, content } => write!(
            html,
            "<a href=\"{}\" rel=\"noreferrer\">{}</a>",
            escaped(address),
            inlines(content)
        ),
        Inline::Status(tone, content) => write!(
            html,
            "<span class=\"status {tone}\">{} {}</span>",
            svg::marker(*tone),
            inlines(content)
        ),
        Inline::LineBreak => write!(html, "<br>"),
    };
}
