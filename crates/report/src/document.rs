//! The document between the templates and its editions: what is said, in which order, with which meaning, and not how it looks.
//!
//! Templates write [a small strict markup](crate::document::parse), `parse` turns it into these blocks, and every edition (PDF, preview,
//! HTML, …) is made from the same blocks, so that they cannot drift apart. Nothing here knows assessments, fonts or pages.
//!
//! # The markup
//!
//! Anything not listed is an error with its line. `id` values are unique; every `to` names an existing `id`.
//! Everywhere, `lang` may be given on `section`, `h1`–`h4`, `p`, `text`, `li`, `dd`, `td`, `th`, `callout`, `span`.
//!
//! ```text
//! <document lang="nl">                          the root; lang is required
//!   <cover>                                     at most once, first; a page of its own
//!     <logo alt="…"/>                           the logo of the organisation, if there is one
//!     <organisation>…</organisation>            small, above the title (inlines)
//!     <title>…</title>                          required (inlines)
//!     <subtitle>…</subtitle>                    (inlines)
//!     <dl>…</dl> <p>…</p> <verdict>…</verdict>   at the foot of the cover, in this order or another
//!   </cover>
//!   <contents depth="2">Inhoud</contents>       list of contents with page numbers down to h<depth>, on a page of its own
//!   <section id="…" start="page">…</section>    blocks; start="page" begins a new page
//!   <h1 id="…" number="3.2">…</h1> … <h4>       inlines; number is optional and set in the margin of the contents;
//!                                               levels never skip (h1 → h3)
//!   <p role="…">…</p>                           inlines; role: lead, note, caption, small, quote, label; without: running text
//!   <text role="…">…</text>                     user text as it was typed: an empty line makes a paragraph, a newline a line
//!                                               break; no elements inside; same roles as p; may stand wherever p may
//!   <ul> / <ol start="3">  <li>…</li>           li: inlines, or blocks
//!   <dl>  <dt id="…">…</dt> <dd>…</dd>          dt: inlines; dd: inlines or blocks; each dt is followed by one dd
//!   <table widths="2 5 1" align="left left right">
//!     <caption>…</caption>                      optional (inlines)
//!     <thead> <tr> <th>…</th> </tr> </thead>    repeated on every page that the table reaches
//!     <tbody> <tr> <th>…</th> <td>…</td> </tr>  th in the body heads its row; th and td: inlines or blocks;
//!                                               widths are shares, one per column; align: left, right, centre
//!   <figure ref="radar" alt="…"> <caption>…</caption> </figure>
//!                                               a chart by the name given with the document; alt is required, caption optional
//!   <callout tone="caution" title="…">…</callout>  blocks in a frame; tone: neutral, positive, caution, critical
//!   <verdict tone="caution" word="Oranje">…</verdict>   a banner: shape, word, and inlines or blocks beside it
//!   <key-figures> <key-figure value="62,5" label="Totaal" note="van 100" tone="…"/> … </key-figures>   note, tone optional
//!   <logo alt="…"/>                             the logo, small, in the margin beside what follows
//!   <signature-fields/>                         where the empty signature fields belong; once; without it: the last page
//!   <page-break/>
//! </document>
//!
//! inlines:  text, <strong>, <em>, <code>, <br/>, <span lang="en">,
//!           <ref to="id">…</ref>                link inside the document
//!           <page to="id"/>                     the page number of that place, as a link
//!           <link href="https://…">…</link>     http, https and mailto only
//!           <status tone="critical">open</status>   a short word with its shape
//! ```
//!
//! White space between words collapses, as in HTML, except in `text`. User text may hold anything, once escaped.
//! Attributes hold plain text.

mod flaw;
mod markup;
mod parse;
mod whitespace;

pub use flaw::Flaw;
pub use parse::{Complaint, MarkupError, parse};

use crate::artwork::Artwork;
use crate::charts::{Colour, Figure, Tone};
use std::collections::BTreeMap;

/// A whole document, ready for layout or for another edition.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The language of everything that says nothing else.
    pub language: Language,
    /// From first to last.
    pub blocks: Vec<Block>,
    /// The charts that the blocks refer to, by name.
    pub figures: BTreeMap<String, Figure>,
    /// The colour of headings and data; the program's own when none is said.
    pub accent: Option<Colour>,
    /// The logo that the blocks place; without one, they place nothing.
    pub logo: Option<Artwork>,
}

/// A language tag (BCP 47) such as `nl` or `en-GB`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(String);

impl Language {
    /// Reads a tag of letters, digits and hyphens; `None` for anything else.
    #[must_use]
    pub fn new(tag: &str) -> Option<Self> {
        let mut subtags = tag.split('-');
        let primary = subtags.next().unwrap_or_default();
        let well_formed = (2..=3).contains(&primary.len())
            && primary.bytes().all(|b| b.is_ascii_alphabetic())
            && subtags.all(|s| {
                (1..=8).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_alphanumeric())
            });
        well_formed.then(|| Self(tag.to_owned()))
    }

    /// The tag as it was given.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// The first subtag, such as `en` of `en-GB`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }
}

/// A block of the document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// The first page.
    Cover(Cover),
    /// The list of contents.
    Contents(Contents),
    /// A part of the document with everything in it.
    Section(Section),
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Paragraph),
    /// A list with bullets or numbers.
    List(List),
    /// Terms and what is said about each.
    Definitions(Vec<Definition>),
    /// A table.
    Table(Table),
    /// A chart, by its name in [`Document::figures`].
    Figure(FigureReference),
    /// The logo, with what it shows for who does not see it.
    Logo(String),
    /// Blocks that stand apart in a frame.
    Callout(Callout),
    /// The verdict.
    Verdict(Verdict),
    /// A row of large numbers.
    KeyFigures(Vec<KeyFigure>),
    /// The page that carries the signature fields.
    SignatureFields,
    /// What follows begins on a new page.
    PageBreak,
}

/// What the cover says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cover {
    /// The logo, as in [`Block::Logo`].
    pub logo: Option<String>,
    /// Whose report it is.
    pub organisation: Vec<Inline>,
    /// The title.
    pub title: Vec<Inline>,
    /// What it is about.
    pub subtitle: Vec<Inline>,
    /// Particulars at the foot: definitions, paragraphs, a verdict.
    pub foot: Vec<Block>,
}

/// The list of contents.
#[derive(Debug, Clone, PartialEq)]
pub struct Contents {
    /// Its heading.
    pub title: Vec<Inline>,
    /// The deepest heading level that is listed.
    pub depth: u8,
}

/// A part of the document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Section {
    /// Where references lead.
    pub id: Option<String>,
    /// Where it differs from its surroundings.
    pub language: Option<Language>,
    /// Whether it begins on a new page.
    pub on_new_page: bool,
    /// Its blocks.
    pub blocks: Vec<Block>,
}

/// A heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// From 1 to 4.
    pub level: u8,
    /// Where references lead.
    pub id: Option<String>,
    /// Such as `3.2`.
    pub number: Option<String>,
    /// Where it differs from its surroundings.
    pub language: Option<Language>,
    /// Its words.
    pub content: Vec<Inline>,
}

/// What a paragraph is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    /// Running text.
    #[default]
    Body,
    /// The opening of a part, larger.
    Lead,
    /// An aside.
    Note,
    /// Belongs to what stands beside it.
    Caption,
    /// Small print: sources, digests.
    Small,
    /// Words of somebody else: what the committee wrote.
    Quote,
    /// Names what follows and stays with it.
    Label,
    /// What was chosen: an answer, an advice, a decision. Stays with what follows.
    Choice,
    /// Where something comes from. Stays with what goes before.
    Sources,
}

impl Role {
    /// Every role that the markup can name, with its word.
    pub const NAMED: [(&'static str, Self); 8] = [
        ("lead", Self::Lead),
        ("note", Self::Note),
        ("caption", Self::Caption),
        ("small", Self::Small),
        ("quote", Self::Quote),
        ("label", Self::Label),
        ("choice", Self::Choice),
        ("sources", Self::Sources),
    ];
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Paragraph {
    /// What it is for.
    pub role: Role,
    /// Where it differs from its surroundings.
    pub language: Option<Language>,
    /// Its words.
    pub content: Vec<Inline>,
}

/// A list.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// The first number, or `None` for bullets.
    pub first_number: Option<u32>,
    /// What stands behind each bullet or number.
    pub items: Vec<Flow>,
}

/// Blocks inside an item or a cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Flow {
    /// Where it differs from its surroundings.
    pub language: Option<Language>,
    /// The blocks; plain words are one paragraph.
    pub blocks: Vec<Block>,
}

/// A term and what is said about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Definition {
    /// Where references lead.
    pub id: Option<String>,
    /// The term.
    pub term: Vec<Inline>,
    /// What is said about it.
    pub description: Flow,
}

/// A table. Every row has as many cells as there are columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it shows.
    pub caption: Vec<Inline>,
    /// Width and alignment of each column.
    pub columns: Vec<Column>,
    /// Rows that are repeated on every page.
    pub head: Vec<Vec<Cell>>,
    /// The other rows.
    pub body: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// The share of the width, against the sum of all shares.
    pub share: f32,
    /// Where the text stands in the cell.
    pub alignment: Alignment,
}

/// Where text stands in its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Alignment {
    /// At the side where reading begins.
    #[default]
    Left,
    /// In the middle.
    Centre,
    /// At the far side, for numbers.
    Right,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// A head cell heads its column (in the head) or its row (in the body).
    pub is_head: bool,
    /// What it says.
    pub flow: Flow,
}

/// A chart at its place in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureReference {
    /// The name in [`Document::figures`].
    pub name: String,
    /// What the chart shows, for who does not see it.
    pub alternative: String,
    /// What stands below.
    pub caption: Vec<Inline>,
}

/// Blocks in a frame.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Callout {
    /// How it is meant.
    pub tone: Tone,
    /// What stands above, bold.
    pub title: Option<String>,
    /// Where it differs from its surroundings.
    pub language: Option<Language>,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// The verdict: a word, a shape, and what is said beside it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Verdict {
    /// Decides colour and shape.
    pub tone: Tone,
    /// The verdict in a word, such as `Oranje`.
    pub word: String,
    /// What is said beside it.
    pub blocks: Vec<Block>,
}

/// A large number with its name.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct KeyFigure {
    /// The number as text.
    pub value: String,
    /// What it counts.
    pub label: String,
    /// Something beside it, such as `van 100`.
    pub note: Option<String>,
    /// How it is meant.
    pub tone: Tone,
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Words, white space already in its final form.
    Text(String),
    /// Important words.
    Strong(Vec<Inline>),
    /// Stressed words.
    Emphasis(Vec<Inline>),
    /// Digests, identifiers.
    Code(Vec<Inline>),
    /// Words in another language.
    Passage(Language, Vec<Inline>),
    /// A link to a place in the document.
    Reference {
        /// The `id` of the place.
        to: String,
        /// The words of the link.
        content: Vec<Inline>,
    },
    /// The number of the page where a place is, as a link.
    PageNumber {
        /// The `id` of the place.
        to: String,
    },
    /// A link to an address outside.
    Link {
        /// `http`, `https` or `mailto`.
        address: String,
        /// The words of the link.
        content: Vec<Inline>,
    },
    /// A short word with the shape of its tone.
    Status(Tone, Vec<Inline>),
    /// What follows begins on a new line of the same paragraph.
    LineBreak,
}

/// The words of inlines without their marks, a line break as a space.
#[must_use]
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    collect_text(inlines, &mut text);
    text
}

fn collect_text(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(words) => text.push_str(words),
            Inline::Strong(content)
            | Inline::Emphasis(content)
            | Inline::Code(content)
            | Inline::Passage(_, content)
            | Inline::Reference { content, .. }
            | Inline::Link { content, .. }
            | Inline::Status(_, content) => collect_text(content, text),
            Inline::LineBreak => text.push(' '),
            Inline::PageNumber { .. } => {}
        }
    }
}
