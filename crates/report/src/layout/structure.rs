//! The structure tree: what each mark on the pages is, for who does not see them. Nodes are made while the blocks are laid out;
//! they take their place among their siblings when their first mark is drawn, so that the tree is in reading order by itself.

/// A node of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct NodeId(usize);

/// A structure type of PDF 1.7, or `Title`, which is mapped to `P`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of ISO 32000-1, 14.8.4")]
pub enum Kind {
    Document,
    Sect,
    Div,
    Title,
    H(u8),
    P,
    BlockQuote,
    Caption,
    L,
    LI,
    Lbl,
    LBody,
    Table,
    THead,
    TBody,
    TR,
    TH(Scope),
    TD,
    Figure,
    TOC,
    TOCI,
    Reference,
    Link,
    Span,
    Code,
    Form,
}

/// What a head cell heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Scope {
    Column,
    Row,
}

/// How the items of a list are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Numbering {
    None,
    Disc,
    Decimal,
}

/// What a node says about itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Its type.
    pub kind: Kind,
    /// Its parent; only the root has none.
    pub parent: Option<NodeId>,
    /// Its language where it differs from its parent's.
    pub language: Option<String>,
    /// What it shows, for figures.
    pub alternative: Option<String>,
    /// How its items are marked, for lists.
    pub numbering: Option<Numbering>,
}

/// The nodes; the first is the document.
#[derive(Debug, Clone, PartialEq)]
pub struct Structure(Vec<Node>);

impl Structure {
    pub(super) fn new() -> Self {
        Self(vec![Node { kind: Kind::Document, parent: None, language: None, alternative: None, numbering: None }])
    }

    /// The document itself.
    #[must_use]
    pub fn root(&self) -> NodeId {
        NodeId(0)
    }

    /// A node.
    #[must_use]
    pub fn node(&self, id: NodeId) -> Option<&Node> {
        self.0.get(id.0)
    }

    /// The node at a place.
    #[must_use]
    pub fn at(&self, place: usize) -> Option<&Node> {
        self.0.get(place)
    }

    /// How many nodes there are; the place of a node is below this number.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Never: there is always the document.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn add(&mut self, parent: NodeId, kind: Kind) -> NodeId {
        self.0.push(Node { kind, parent: Some(parent), language: None, alternative: None, numbering: None });
        NodeId(self.0.len() - 1)
    }

    pub(super) fn set_language(&mut self, id: NodeId, language: Option<String>) {
        if let Some(node) = self.0.get_mut(id.0) {
            node.language = language;
        }
    }

    pub(super) fn set_alternative(&mut self, id: NodeId, alternative: String) {
        if let Some(node) = self.0.get_mut(id.0) {
            node.alternative = Some(alternative);
        }
    }

    pub(super) fn set_numbering(&mut self, id: NodeId, numbering: Numbering) {
        if let Some(node) = self.0.get_mut(id.0) {
            node.numbering = Some(numbering);
        }
    }
}

impl NodeId {
    /// The document itself.
    pub const ROOT: Self = Self(0);

    /// Its place among the nodes.
    #[must_use]
    pub fn place(self) -> usize {
        self.0
    }
}
