//! The structure tree: what each mark on the pages is, for who does not see them. Nodes are made while the blocks are laid out;
//! they take their place among their siblings when their first mark is drawn, so that the tree is in reading order by itself.

/// A node of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct NodeId(usize);

/// A structure type of PDF 1.7, or `Title`, which is mapped to `P`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
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
    Toc,
    TocItem,
    Reference,
    Link,
    Span,
    Code,
}

/// What a head cell heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    Column,
    Row,
}

/// How the items of a list are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Numbering {
    None,
    Disc,
    Decimal,
}

/// What a node says about itself.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    /// Its type.
    pub(crate) kind: Kind,
    /// Its parent; only the root has none.
    pub(crate) parent: Option<NodeId>,
    /// Its language where it differs from its parent's.
    pub(crate) language: Option<String>,
    /// What it shows, for figures.
    pub(crate) alternative: Option<String>,
    /// How its items are marked, for lists.
    pub(crate) numbering: Option<Numbering>,
}

/// The nodes; the first is the document.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Structure(Vec<Node>);

impl Structure {
    pub(super) fn new() -> Self {
        Self(vec![Node {
            kind: Kind::Document,
            parent: None,
            language: None,
            alternative: None,
            numbering: None,
        }])
    }

    /// The document itself.
    pub(crate) fn root(&self) -> NodeId {
        NodeId(0)
    }

    /// A node.
    pub(crate) fn node(&self, id: NodeId) -> Option<&Node> {
        self.0.get(id.0)
    }

    /// The node at a place.
    pub(crate) fn at(&self, place: usize) -> Option<&Node> {
        self.0.get(place)
    }

    /// How many nodes there are; the place of a node is below this number.
    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    pub(super) fn add(&mut self, parent: NodeId, kind: Kind) -> NodeId {
        self.0.push(Node {
            kind,
            parent: Some(parent),
            language: None,
            alternative: None,
            numbering: None,
        });
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
    pub(crate) const ROOT: Self = Self(0);

    /// Its place among the nodes.
    pub(crate) fn place(self) -> usize {
        self.0
    }
}
