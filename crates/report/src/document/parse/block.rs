//! Blocks, and which of them may stand where.

use super::{Parser, inline, misplaced};
use crate::document::markup::{Element, Node};
use crate::document::whitespace::paragraphs;
use crate::document::{
    Block, Callout, Contents, Cover, Definition, FigureReference, Flaw, Flow, Heading, KeyFigure,
    List, Paragraph, Role, Section, Verdict,
};

/// Where blocks stand decides which blocks may stand there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Document,
    Section,
    CoverFoot,
    Callout,
    Item,
    Cell,
}

impl Place {
    fn allows(self, name: &str) -> bool {
        match name {
            "p" | "text" | "dl" => true,
            "ul" | "ol" => self != Self::CoverFoot,
            "verdict" => matches!(self, Self::Document | Self::Section | Self::CoverFoot),
            "cover" | "contents" => self == Self::Document,
            "section" | "h1" | "h2" | "h3" | "h4" | "table" | "figure" | "callout"
            | "key-figures" | "logo" | "signature-fields" | "page-break" => {
                matches!(self, Self::Document | Self::Section)
            }
            _ => false,
        }
    }
}

impl Parser {
    /// The blocks of an element that holds nothing else.
    pub(super) fn blocks(&mut self, element: &Element, place: Place) -> Vec<Block> {
        let mut blocks = Vec::new();
        for child in self.elements(element) {
            self.block(child, place, &mut blocks);
        }
        blocks
    }

    /// The blocks of an element that holds inlines or blocks: inlines become one paragraph.
    pub(super) fn flow(&mut self, element: &Element, place: Place) -> Vec<Block> {
        let holds_blocks = element.children.iter().any(|node| match node {
            Node::Element(child) => !inline::NAMES.contains(&child.name.as_str()),
            Node::Text(..) => false,
        });
        if holds_blocks {
            return self.blocks(element, place);
        }
        let content = self.inlines(element);
        if content.is_empty() {
            Vec::new()
        } else {
            vec![Block::Paragraph(Paragraph {
                content,
                ..Paragraph::default()
            })]
        }
    }

    fn block(&mut self, element: &Element, place: Place, blocks: &mut Vec<Block>) {
        let name = element.name.as_str();
        if !place.allows(name) {
            self.complain(
                element.line,
                Flaw::new("markup-misplaced").with("name", name),
            );
            return;
        }
        match name {
            "p" => {
                let [role, tag] = self.attributes(element, ["role", "lang"]);
                let role = self
                    .one_of(element, "role", role, &Role::NAMED)
                    .unwrap_or_default();
                let language = self.language(element, tag);
                let content = self.inlines(element);
                if !content.is_empty() {
                    blocks.push(Block::Paragraph(Paragraph {
                        role,
                        language,
                        content,
                    }));
                }
            }
            "text" => self.typed_text(element, blocks),
            "ul" | "ol" => blocks.push(Block::List(self.list(element))),
            "dl" => blocks.push(Block::Definitions(self.definitions(element))),
            "table" => blocks.push(Block::Table(self.table(element))),
            "h1" | "h2" | "h3" | "h4" => blocks.push(Block::Heading(self.heading(element))),
            "section" => blocks.push(Block::Section(self.section(element))),
            "cover" => {
                if !blocks.is_empty() {
                    self.complain(element.line, "markup-cover-first");
                }
                blocks.push(Block::Cover(self.cover(element)));
            }
            "contents" => blocks.push(Block::Contents(self.contents(element))),
            "figure" => blocks.push(Block::Figure(self.figure(element))),
            "callout" => blocks.push(Block::Callout(self.callout(element))),
            "verdict" => blocks.push(Block::Verdict(self.verdict(element))),
            "key-figures" => blocks.push(Block::KeyFigures(self.key_figures(element))),
            "signature-fields" => {
                let [] = self.attributes(element, []);
                self.expect_empty(element);
                if std::mem::replace(&mut self.has_signature_fields, true) {
                    self.complain(element.line, "markup-signature-fields-once");
                }
                blocks.push(Block::SignatureFields);
            }
            "logo" => blocks.push(Block::Logo(self.logo(element))),
            "page-break" => {
                let [] = self.attributes(element, []);
                self.expect_empty(element);
                blocks.push(Block::PageBreak);
            }
            _ => {}
        }
    }

    fn typed_text(&mut self, element: &Element, blocks: &mut Vec<Block>) {
        let [role, tag] = self.attributes(element, ["role", "lang"]);
        let role = self
            .one_of(element, "role", role, &Role::NAMED)
            .unwrap_or_default();
        let language = self.language(element, tag);
        let mut typed = String::new();
        for node in &element.children {
            match node {
                Node::Text(text, _) => typed.push_str(text),
                Node::Element(child) => self.complain(child.line, "markup-only-text"),
            }
        }
        blocks.extend(paragraphs(&typed).into_iter().map(|content| {
            Block::Paragraph(Paragraph {
                role,
                language: language.clone(),
                content,
            })
        }));
    }

    fn heading(&mut self, element: &Element) -> Heading {
        let [id, number, tag] = self.attributes(element, ["id", "number", "lang"]);
        let level = match element.name.as_str() {
            "h1" => 1,
            "h2" => 2,
            "h3" => 3,
            _ => 4,
        };
        if level > self.heading_level + 1 {
            self.complain(
                element.line,
                Flaw::new("markup-skips-level").with("name", &element.name),
            );
        }
        self.heading_level = level;
        let content = self.inlines(element);
        if content.is_empty() {
            self.complain(element.line, "markup-empty-heading");
        }
        let (id, language) = (self.id(element, id), self.language(element, tag));
        Heading {
            level,
            id,
            number: number.map(str::to_owned),
            language,
            content,
        }
    }

    fn section(&mut self, element: &Element) -> Section {
        let [id, start, tag] = self.attributes(element, ["id", "start", "lang"]);
        let id = self.id(element, id);
        let on_new_page = self
            .one_of(element, "start", start, &[("page", true)])
            .unwrap_or(false);
        let language = self.language(element, tag);
        Section {
            id,
            language,
            on_new_page,
            blocks: self.blocks(element, Place::Section),
        }
    }

    fn cover(&mut self, element: &Element) -> Cover {
        let [] = self.attributes(element, []);
        let mut cover = Cover::default();
        for part in self.elements(element) {
            let words = match part.name.as_str() {
                "logo" => {
                    cover.logo = Some(self.logo(part));
                    continue;
                }
                "organisation" => &mut cover.organisation,
                "title" => &mut cover.title,
                "subtitle" => &mut cover.subtitle,
                _ => {
                    self.block(part, Place::CoverFoot, &mut cover.foot);
                    continue;
                }
            };
            let [] = self.attributes(part, []);
            *words = self.inlines(part);
        }
        if cover.title.is_empty() {
            self.complain(
                element.line,
                Flaw::new("markup-needs")
                    .with("name", "cover")
                    .with("what", "<title>"),
            );
        }
        cover
    }

    fn contents(&mut self, element: &Element) -> Contents {
        let [depth] = self.attributes(element, ["depth"]);
        let depth = self
            .one_of(
                element,
                "depth",
                depth,
                &[("1", 1), ("2", 2), ("3", 3), ("4", 4)],
            )
            .unwrap_or(2);
        let title = self.inlines(element);
        if title.is_empty() {
            self.complain(element.line, "markup-contents-heading");
        }
        Contents { title, depth }
    }

    fn list(&mut self, element: &Element) -> List {
        let first_number = if element.name == "ol" {
            let [start] = self.attributes(element, ["start"]);
            let number = start.map_or(Some(1), |start| start.parse().ok());
            if number.is_none() {
                self.complain(element.line, "markup-whole-number");
            }
            number.or(Some(1))
        } else {
            let [] = self.attributes(element, []);
            None
        };
        let mut items = Vec::new();
        for item in self.elements(element) {
            if item.name == "li" {
                let [tag] = self.attributes(item, ["lang"]);
                let language = self.language(item, tag);
                items.push(Flow {
                    language,
                    blocks: self.flow(item, Place::Item),
                });
            } else {
                self.complain(item.line, misplaced(item, element));
            }
        }
        List {
            first_number,
            items,
        }
    }

    fn definitions(&mut self, element: &Element) -> Vec<Definition> {
        let [] = self.attributes(element, []);
        let mut definitions = Vec::new();
        let mut term = None;
        for part in self.elements(element) {
            let before = term.take();
            match part.name.as_str() {
                "dt" if before.is_none() => {
                    let [id] = self.attributes(part, ["id"]);
                    term = Some((self.id(part, id), self.inlines(part)));
                }
                "dt" => {
                    self.complain(part.line, "markup-no-description");
                    term = Some((None, self.inlines(part)));
                }
                "dd" => {
                    let [tag] = self.attributes(part, ["lang"]);
                    let language = self.language(part, tag);
                    let description = Flow {
                        language,
                        blocks: self.flow(part, Place::Item),
                    };
                    match before {
                        Some((id, term)) => definitions.push(Definition {
                            id,
                            term,
                            description,
                        }),
                        None => self.complain(part.line, "markup-no-term"),
                    }
                }
                _ => self.complain(part.line, misplaced(part, element)),
            }
        }
        if term.is_some() {
            self.complain(element.line, "markup-no-last-description");
        }
        definitions
    }

    fn figure(&mut self, element: &Element) -> FigureReference {
        let [name, alternative] = self.attributes(element, ["ref", "alt"]);
        let name = self.required(element, "ref", name);
        let alternative = self.required(element, "alt", alternative);
        if !name.is_empty() && !self.figures.contains_key(&name) {
            self.complain(
                element.line,
                Flaw::new("markup-no-figure").with("name", &name),
            );
        }
        let mut caption = Vec::new();
        for part in self.elements(element) {
            if part.name == "caption" {
                let [] = self.attributes(part, []);
                caption = self.inlines(part);
            } else {
                self.complain(part.line, misplaced(part, element));
            }
        }
        FigureReference {
            name,
            alternative,
            caption,
        }
    }

    fn logo(&mut self, element: &Element) -> String {
        let [alternative] = self.attributes(element, ["alt"]);
        self.expect_empty(element);
        self.required(element, "alt", alternative)
    }

    fn callout(&mut self, element: &Element) -> Callout {
        let [tone, title, tag] = self.attributes(element, ["tone", "title", "lang"]);
        let (tone, language) = (self.tone(element, tone), self.language(element, tag));
        Callout {
            tone,
            title: title.map(str::to_owned),
            language,
            blocks: self.flow(element, Place::Callout),
        }
    }

    fn verdict(&mut self, element: &Element) -> Verdict {
        let [tone, word] = self.attributes(element, ["tone", "word"]);
        let (tone, word) = (
            self.tone(element, tone),
            self.required(element, "word", word),
        );
        Verdict {
            tone,
            word,
            blocks: self.flow(element, Place::Callout),
        }
    }

    fn key_figures(&mut self, element: &Element) -> Vec<KeyFigure> {
        let [] = self.attributes(element, []);
        let mut figures = Vec::new();
        for part in self.elements(element) {
            if part.name != "key-figure" {
                self.complain(part.line, misplaced(part, element));
                continue;
            }
            let [value, label, note, tone] =
                self.attributes(part, ["value", "label", "note", "tone"]);
            self.expect_empty(part);
            figures.push(KeyFigure {
                value: self.required(part, "value", value),
                label: self.required(part, "label", label),
                note: note.map(str::to_owned),
                tone: self.tone(part, tone),
            });
        }
        figures
    }
}
