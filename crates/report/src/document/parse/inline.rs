//! Running text: words and the marks on them.

use super::Parser;
use crate::document::markup::{Element, Node};
use crate::document::whitespace;
use crate::document::{Flaw, Inline, Language};

/// The names of all inline elements.
pub(super) const NAMES: [&str; 9] = [
    "strong", "em", "code", "br", "span", "ref", "page", "link", "status",
];

impl Parser {
    /// The inlines of an element that holds nothing else, with white space collapsed.
    pub(super) fn inlines(&mut self, element: &Element) -> Vec<Inline> {
        self.collapsed(&element.children)
    }

    /// The inlines of some nodes, with white space collapsed.
    pub(super) fn collapsed(&mut self, nodes: &[Node]) -> Vec<Inline> {
        let mut inlines = self.nodes(nodes);
        whitespace::collapse(&mut inlines);
        inlines
    }

    fn nodes(&mut self, nodes: &[Node]) -> Vec<Inline> {
        nodes
            .iter()
            .filter_map(|node| match node {
                Node::Text(text, _) => Some(Inline::Text(text.clone())),
                Node::Element(element) => self.inline(element),
            })
            .collect()
    }

    fn inline(&mut self, element: &Element) -> Option<Inline> {
        match element.name.as_str() {
            "strong" => {
                let [] = self.attributes(element, []);
                Some(Inline::Strong(self.nodes(&element.children)))
            }
            "em" => {
                let [] = self.attributes(element, []);
                Some(Inline::Emphasis(self.nodes(&element.children)))
            }
            "code" => {
                let [] = self.attributes(element, []);
                Some(Inline::Code(self.nodes(&element.children)))
            }
            "br" => {
                let [] = self.attributes(element, []);
                self.expect_empty(element);
                Some(Inline::LineBreak)
            }
            "span" => {
                let [tag] = self.attributes(element, ["lang"]);
                let tag = self.required(element, "lang", tag);
                let language = Language::new(&tag);
                if language.is_none() && !tag.is_empty() {
                    self.complain(
                        element.line,
                        Flaw::new("markup-language-tag").with("tag", &tag),
                    );
                }
                let content = self.nodes(&element.children);
                language.map(|language| Inline::Passage(language, content))
            }
            "ref" => {
                let [to] = self.attributes(element, ["to"]);
                let to = self.target(element, to);
                Some(Inline::Reference {
                    to,
                    content: self.link_content(element),
                })
            }
            "page" => {
                let [to] = self.attributes(element, ["to"]);
                self.expect_empty(element);
                Some(Inline::PageNumber {
                    to: self.target(element, to),
                })
            }
            "link" => {
                let [address] = self.attributes(element, ["href"]);
                let address = self.required(element, "href", address);
                if !["https://", "http://", "mailto:"]
                    .iter()
                    .any(|scheme| address.starts_with(scheme))
                {
                    self.complain(element.line, "markup-link-scheme");
                }
                Some(Inline::Link {
                    address,
                    content: self.link_content(element),
                })
            }
            "status" => {
                let [tone] = self.attributes(element, ["tone"]);
                let tone = self.tone(element, tone);
                Some(Inline::Status(tone, self.nodes(&element.children)))
            }
            other => {
                self.complain(
                    element.line,
                    Flaw::new("markup-not-in-text").with("name", other),
                );
                None
            }
        }
    }

    /// The words of a link, which cannot hold another link.
    fn link_content(&mut self, element: &Element) -> Vec<Inline> {
        if holds_link(&element.children) {
            self.complain(
                element.line,
                Flaw::new("markup-link-in-link").with("name", &element.name),
            );
        }
        self.nodes(&element.children)
    }

    /// Complains about anything inside an element that holds nothing.
    pub(super) fn expect_empty(&mut self, element: &Element) {
        if !element.children.is_empty() {
            self.complain(
                element.line,
                Flaw::new("markup-holds-nothing").with("name", &element.name),
            );
        }
    }
}

fn holds_link(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match node {
        Node::Element(element) => {
            matches!(element.name.as_str(), "ref" | "page" | "link")
                || holds_link(&element.children)
        }
        Node::Text(..) => false,
    })
}
