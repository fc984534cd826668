//! Running text: what the marks on words mean for their letters, their language and their place in the structure.

use super::{Column, Flow};
use crate::charts::Colour;
use crate::document::{Inline, Language};
use crate::layout::look::Look;
use crate::layout::page::Target;
use crate::layout::shape::Family;
use crate::layout::structure::{Kind, NodeId};
use crate::layout::text::{Content, Run};
use hypher::Lang;

/// What holds for the words at hand.
#[derive(Clone)]
struct State {
    look: Look,
    node: NodeId,
    hyphenation: Option<Lang>,
    target: Option<Target>,
}

impl Flow<'_, '_> {
    /// The runs of some inlines in a column whose node holds them.
    pub(super) fn runs(&mut self, inlines: &[Inline], look: Look, column: &Column) -> Vec<Run> {
        let state = State {
            look,
            node: column.node,
            hyphenation: hyphenation(&column.language),
            target: None,
        };
        let mut runs = Vec::new();
        self.collect(inlines, &state, &mut runs);
        runs
    }

    /// A run of plain words.
    pub(super) fn words(&self, text: &str, look: Look, node: NodeId) -> Run {
        let state = State {
            look,
            node,
            hyphenation: None,
            target: None,
        };
        state.run(Content::Words(text.to_owned()))
    }

    fn collect(&mut self, inlines: &[Inline], state: &State, runs: &mut Vec<Run>) {
        for inline in inlines {
            let mut inner = state.clone();
            match inline {
                Inline::Text(words) => runs.push(state.run(Content::Words(words.clone()))),
                Inline::LineBreak => runs.push(state.run(Content::Break)),
                Inline::Strong(content) => {
                    inner.look.style.bold = true;
                    self.collect(content, &inner, runs);
                }
                Inline::Emphasis(content) => {
                    inner.look.style.italic = true;
                    self.collect(content, &inner, runs);
                }
                Inline::Code(content) => {
                    inner.node = self.structure.add(state.node, Kind::Code);
                    inner.look.style.family = Family::Mono;
                    inner.look.size *= 0.9;
                    inner.hyphenation = None;
                    self.collect(content, &inner, runs);
                }
                Inline::Passage(language, content) => {
                    inner.node = self.structure.add(state.node, Kind::Span);
                    self.structure
                        .set_language(inner.node, Some(language.tag().to_owned()));
                    inner.hyphenation = hyphenation(language);
                    self.collect(content, &inner, runs);
                }
                Inline::Reference { to, content } => {
                    inner.lead_to(
                        Target::Place(to.clone()),
                        self.structure.add(state.node, Kind::Link),
                    );
                    self.collect(content, &inner, runs);
                }
                Inline::Link { address, content } => {
                    inner.lead_to(
                        Target::Address(address.clone()),
                        self.structure.add(state.node, Kind::Link),
                    );
                    self.collect(content, &inner, runs);
                }
                Inline::PageNumber { to } => {
                    inner.lead_to(
                        Target::Place(to.clone()),
                        self.structure.add(state.node, Kind::Link),
                    );
                    self.strips.names_pages = true;
                    bind(runs.last_mut());
                    let number = self
                        .numbers
                        .get(to)
                        .map_or_else(|| "00".to_owned(), ToString::to_string);
                    runs.push(inner.run(Content::Words(number)));
                }
                Inline::Status(tone, content) => {
                    inner.look.style.bold = true;
                    inner.look.style.family = Family::Sans;
                    runs.push(inner.run(Content::Marker(*tone)));
                    self.collect(content, &inner, runs);
                }
            }
        }
    }
}

impl State {
    fn run(&self, content: Content) -> Run {
        Run {
            content,
            style: self.look.style,
            size: self.look.size,
            colour: self.look.colour,
            node: Some(self.node),
            hyphenation: self.hyphenation,
            spares_hyphens: self.look.spares_hyphens,
            target: self.target.clone(),
        }
    }

    fn lead_to(&mut self, target: Target, node: NodeId) {
        self.target = Some(target);
        self.node = node;
        self.look.colour = Colour::ACCENT;
    }
}

/// Binds what follows to the last word: a number does not begin a line.
fn bind(run: Option<&mut Run>) {
    if let Some(Run {
        content: Content::Words(words),
        ..
    }) = run
        && words.ends_with(' ')
    {
        words.pop();
        words.push('\u{a0}');
    }
}

/// Words are hyphenated in Dutch and English; others are broken at spaces only.
fn hyphenation(language: &Language) -> Option<Lang> {
    match language.primary() {
        "nl" => Some(Lang::Dutch),
        "en" => Some(Lang::English),
        _ => None,
    }
}
